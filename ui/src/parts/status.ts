//! The seven ways something can stand.
import { daysBetween } from "../sv/format";

export type Status = "done" | "ongoing" | "waiting" | "soon" | "late" | "blocked" | "protected";

/** Days before a due date when it is called soon. Of the screen only; the rules have their own. */
const SOON_DAYS = 14;

/** How a due date stands on a day. */
export function dueStatus(on: string, today: string): Status {
  const days = daysBetween(today, on);
  if (days < 0) return "late";
  return days <= SOON_DAYS ? "soon" : "waiting";
}
