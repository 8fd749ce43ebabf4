//! Reads a date as people write it: 2026-11-23, 20261123, 23/11, 23 nov, i dag, fredag, +14.
import { exists, iso, parts, plusDays } from "./format";

const MONTH_NAMES = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

/**
 * The ISO day that `written` means, or null when it means none.
 *
 * A day without a year is the one nearest to `today`: in November "5/1" is next
 * January and "5/10" is last October.
 */
export function readDate(written: string, today: string): string | null {
  const text = written.trim().toLowerCase().replace(/\s+/g, " ");
  if (text === "") return null;
  return word(text, today) ?? weekday(text, today) ?? step(text, today) ?? withYear(text) ?? withoutYear(text, today);
}

function word(text: string, today: string): string | null {
  if (text === "i dag" || text === "idag") return today;
  if (text === "i morgon" || text === "imorgon") return plusDays(today, 1);
  if (text === "i går" || text === "igår") return plusDays(today, -1);
  return null;
}

const WEEKDAYS = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

/** "fredag", "på fredag" and "fre" are the next such day; today's own name is a week ahead. */
function weekday(text: string, today: string): string | null {
  const name = text.replace(/^på /, "");
  const wanted = name.length < 3 ? -1 : WEEKDAYS.findIndex((it) => it.startsWith(name));
  const now = parts(today);
  if (wanted < 0 || !now) return null;
  const from = new Date(Date.UTC(now.year, now.month - 1, now.day)).getUTCDay();
  return plusDays(today, (wanted - from + 7) % 7 || 7);
}

function step(text: string, today: string): string | null {
  const found = /^([+-])(\d{1,4})( ?v| ?veckor| ?vecka)?$/.exec(text);
  if (!found) return null;
  const days = Number(found[2]) * (found[3] ? 7 : 1);
  return plusDays(today, found[1] === "-" ? -days : days);
}

function withYear(text: string): string | null {
  const found =
    /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    reversed(/^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(text)) ??
    named(/^(\d{1,2})\.? ([a-zåäö]+)\.? (\d{4})$/.exec(text));
  return found ? checked(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function withoutYear(text: string, today: string): string | null {
  const now = parts(today);
  const found = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text) ?? namedShort(/^(\d{1,2})\.? ([a-zåäö]+)\.?$/.exec(text));
  if (!found || !now) return null;
  const [day, month] = [Number(found[1]), Number(found[2])];
  const near = [now.year - 1, now.year, now.year + 1]
    .map((year) => checked(year, month, day))
    .filter((it): it is string => it !== null)
    .sort((a, b) => Math.abs(Date.parse(a) - Date.parse(today)) - Math.abs(Date.parse(b) - Date.parse(today)));
  return near[0] ?? null;
}

function checked(year: number, month: number, day: number): string | null {
  return exists(year, month, day) ? iso(year, month, day) : null;
}

function reversed(found: RegExpExecArray | null): string[] | null {
  return found ? ["", found[3] ?? "", found[2] ?? "", found[1] ?? ""] : null;
}

function named(found: RegExpExecArray | null): string[] | null {
  const month = found && monthNumber(found[2] ?? "");
  return found && month ? ["", found[3] ?? "", String(month), found[1] ?? ""] : null;
}

function namedShort(found: RegExpExecArray | null): string[] | null {
  const month = found && monthNumber(found[2] ?? "");
  return found && month ? ["", found[1] ?? "", String(month)] : null;
}

function monthNumber(name: string): number | null {
  const at = MONTH_NAMES.findIndex((it) => name.startsWith(it));
  return at < 0 ? null : at + 1;
}
