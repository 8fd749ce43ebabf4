//! One home's missing registers are one line: what is missing, of whom, and how much.
import type { DueItem } from "@/api";

/** A line of the day; `all` holds every register that it stands for. */
export interface DayLine {
  item: DueItem;
  all: DueItem[];
}

/** Lines in the order they came, the registers of one home or family gathered at the first of them. */
export function gathered(items: readonly DueItem[]): DayLine[] {
  const lines: DayLine[] = [];
  const first = new Map<string, DayLine>();
  for (const item of items) {
    const key = item.what === "register_check" ? `${item.why.kind}/${item.subject.kind}/${item.subject.id}/${item.rule ?? ""}` : null;
    const own = key === null ? undefined : first.get(key);
    if (own) {
      own.all.push(item);
      // Late as soon as one is; the day is the earliest.
      own.item = { ...own.item, late: own.item.late || item.late, on: earliest(own.item.on, item.on) };
      continue;
    }
    const line = { item, all: [item] };
    if (key !== null) first.set(key, line);
    lines.push(line);
  }
  return lines;
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
