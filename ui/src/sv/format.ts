//! How dates, ages, spans, numbers and money are written on the screen.
//!
//! Days are ISO text ("2026-11-23") and never pass through a time zone.
const MONTHS = ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];
const MONTHS_FULL = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const WEEKDAYS = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
/** Between digits of one number: it must not break over two lines. */
const NBSP = "\u00a0";

/** Swedish order: å ä ö last, digits by their value. */
export const collator = new Intl.Collator("sv", { numeric: true });

interface Day {
  year: number;
  month: number;
  day: number;
}

/** Parts of an ISO day, or null when there is no such day in the calendar. */
export function parts(iso: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  return exists(year, month, day) ? { year, month, day } : null;
}

/** Whether the calendar has such a day. */
export function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO text of a day. */
export function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `23 nov 2026`. What is no date is given back as it was. */
export function date(day: string): string {
  const it = parts(day);
  return it ? `${it.day} ${MONTHS[it.month - 1]} ${it.year}` : day;
}

/** `måndag 23 november 2026`. */
export function dateInFull(day: string): string {
  const it = parts(day);
  if (!it) return day;
  const weekday = WEEKDAYS[new Date(Date.UTC(it.year, it.month - 1, it.day)).getUTCDay()];
  return `${weekday} ${it.day} ${MONTHS_FULL[it.month - 1]} ${it.year}`;
}

/** `november 2026`, as a heading over a month. */
export function month(day: string): string {
  const it = parts(day);
  return it ? `${MONTHS_FULL[it.month - 1]} ${it.year}` : day;
}

/** `10:42` on this desk's clock. */
export function time(at: Date): string {
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

/** `23 nov 2026 10:42` of an instant in UTC, on this desk's clock. */
export function instant(utc: string): string {
  const at = new Date(utc);
  if (Number.isNaN(at.getTime())) return utc;
  return `${date(iso(at.getFullYear(), at.getMonth() + 1, at.getDate()))} ${time(at)}`;
}

/** Whole days from one day to another; negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / 86_400_000);
}

/** The day `days` later. */
export function plusDays(from: string, days: number): string {
  return new Date(utc(from) + days * 86_400_000).toISOString().slice(0, 10);
}

function utc(day: string): number {
  const it = parts(day);
  return it ? Date.UTC(it.year, it.month - 1, it.day) : Number.NaN;
}

/** Whole years, counted by birthdays. */
export function years(birth: string, today: string): number | null {
  const b = parts(birth);
  const t = parts(today);
  if (!b || !t) return null;
  const before = t.month < b.month || (t.month === b.month && t.day < b.day);
  return t.year - b.year - (before ? 1 : 0);
}

/** `9 år`; under two years `14 mån`. */
export function age(birth: string, today: string): string {
  const whole = years(birth, today);
  if (whole === null || whole < 0) return "";
  return whole >= 2 ? `${whole} år` : `${wholeMonths(birth, today)} mån`;
}

/** Whole months between two days. */
export function wholeMonths(from: string, to: string): number {
  const a = parts(from);
  const b = parts(to);
  if (!a || !b) return 0;
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

/** `för 8 månader sedan`, `om 19 dagar`, `i dag`. */
export function span(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (Number.isNaN(days)) return "";
  if (days === 0) return "i dag";
  if (days === 1) return "i morgon";
  if (days === -1) return "i går";
  const how = length(days > 0 ? today : day, days > 0 ? day : today);
  return days > 0 ? `om ${how}` : `för ${how} sedan`;
}

/** `för 8 månader sedan (11 mars 2026)`. */
export function spanWithDate(day: string, today: string): string {
  return `${span(day, today)} (${date(day)})`;
}

function length(from: string, to: string): string {
  const days = daysBetween(from, to);
  const months = wholeMonths(from, to);
  if (days < 60 || months < 2) return count(days, "dag", "dagar");
  if (months < 24) return count(months, "månad", "månader");
  return `${Math.floor(months / 12)} år`;
}

/** `1 dag`, `3 dagar`. */
export function count(n: number, one: string, many: string): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** `1 231`; with decimals `1 231,5`. */
export function number(n: number, decimals = 0): string {
  const [whole = "", rest] = Math.abs(n).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  const sign = n < 0 && Number(Math.abs(n).toFixed(decimals)) !== 0 ? "−" : "";
  return sign + grouped + (rest ? `,${rest}` : "");
}

/** Integer öre as `1 231 kr`, or `1 231,50 kr` when there are öre. */
export function money(ore: number): string {
  return `${number(ore / 100, ore % 100 === 0 ? 0 : 2)}${NBSP}kr`;
}

/** `120 kB`, `3 MB`. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${number(Math.max(1, Math.round(bytes / 1000)))}${NBSP}kB` : `${number(bytes / 1_000_000, 1)}${NBSP}MB`;
}
