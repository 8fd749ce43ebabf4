//! Which renewals are shown, in what order, and how many are asked for at once.
import { write, type AskCheck, type HomeCard, type Register, type Renewal, type RenewalWhen } from "@/api";
import { consentOf } from "@/records/consents";

export type Near = "late" | "30" | "60" | "90" | null;

const LATE: readonly RenewalWhen[] = ["never", "overdue"];
/** What each choice of nearness holds: "within 60 days" is also what is due within 30, and what is late. */
const HOLDS: Record<Exclude<Near, null>, readonly RenewalWhen[]> = {
  late: LATE,
  "30": [...LATE, "within_30"],
  "60": [...LATE, "within_30", "within_60"],
  "90": [...LATE, "within_30", "within_60", "within_90"],
};

export const keyOf = (it: Renewal): string => `${it.person}/${it.register}`;

/** The rows so near, home by home; the home that has waited longest comes first, as the door told them. */
export function byHome(rows: readonly Renewal[], near: Near): Renewal[] {
  const homes = new Map<string, Renewal[]>();
  for (const it of rows) {
    if (near && !HOLDS[near].includes(it.when)) continue;
    homes.set(it.home, [...(homes.get(it.home) ?? []), it]);
  }
  return [...homes.values()].flatMap((own) => own.sort((a, b) => a.name.localeCompare(b.name, "sv")));
}

/** What to send, with the consent a person has already given where the register rests on one. */
export function questions(rows: readonly Renewal[], cards: readonly HomeCard[], registers: readonly Register[], today: string): AskCheck[] {
  return rows.map((it) => {
    const checks = cards.find((card) => card.id === it.home)?.checks ?? [];
    const needs = registers.find((one) => one.key === it.register)?.consent ?? false;
    return { person: it.person, register: it.register, asked_on: today, ...(needs ? { consent_on: consentOf(checks, it.person) } : {}) };
  });
}

/** Takes the questions back: what they began goes, what was only noted before is noted again. */
export async function takeBack(rows: readonly Renewal[], ids: readonly string[], cards: readonly HomeCard[], today: string): Promise<void> {
  for (const [place, id] of ids.entries()) {
    const begun = cards.find((it) => it.id === rows[place]?.home)?.checks.some((it) => it.id === id);
    if (begun) await write("save_field", { entity: "register_check", id, field: "asked_on", value: null, was: today });
    else await write("remove_row", { entity: "register_check", id });
  }
}
