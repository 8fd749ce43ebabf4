//! How personal numbers and phone numbers are read and written on the screen.
//!
//! The program behind the window decides whether a number is right; here it is
//! only tidied, and told apart from a slip of the finger while one writes.

/** A personal or co-ordination number as `ÅÅÅÅMMDD-NNNN`, or null when it is not one. */
export function readPersonalNumber(written: string, today: string): string | null {
  const found = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})$/.exec(written.trim().replace(/\s+/g, ""));
  if (!found) return null;
  const [, given, yy = "", mm = "", dd = "", sign, last = ""] = found;
  if (!luhn(yy + mm + dd + last)) return null;
  // Co-ordination numbers have 60 added to the day.
  const day = Number(dd) > 60 ? Number(dd) - 60 : Number(dd);
  if (day < 1 || day > 31 || Number(mm) < 1 || Number(mm) > 12) return null;
  return `${given ?? century(yy, mm, day, sign === "+", today)}${yy}${mm}${dd}-${last}`;
}

function century(yy: string, mm: string, day: number, hundred: boolean, today: string): string {
  const born = (cc: number) => `${cc}${yy}-${mm}-${String(day).padStart(2, "0")}`;
  const now = Number(today.slice(0, 2));
  const alive = born(now) <= today ? now : now - 1;
  return String(hundred ? alive - 1 : alive);
}

function luhn(digits: string): boolean {
  const sum = [...digits].reduce((total, it, at) => {
    const n = Number(it) * (at % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return sum % 10 === 0;
}

/** Whether free text holds something that reads as a whole personal number. */
export function holdsPersonalNumber(text: string): boolean {
  const found = text.match(/(?<![\d])(?:\d{2})?\d{6}[-+ ]?\d{4}(?![\d])/g) ?? [];
  // Any day will do: only the form and the check digit matter here.
  return found.some((it) => readPersonalNumber(it, "2099-12-31") !== null);
}

/** A phone number in the groups people read it in: `070-123 45 67`, `+46 70 123 45 67`. */
export function phone(written: string): string {
  const tidy = written.trim();
  const digits = tidy.replace(/[^\d+]/g, "");
  const mobile = /^0(7\d)(\d{3})(\d{2})(\d{2})$/.exec(digits);
  if (mobile) return `0${mobile[1]}-${mobile[2]} ${mobile[3]} ${mobile[4]}`;
  const abroad = /^\+46(7\d)(\d{3})(\d{2})(\d{2})$/.exec(digits);
  if (abroad) return `+46 ${abroad[1]} ${abroad[2]} ${abroad[3]} ${abroad[4]}`;
  return tidy;
}

/** Whether it can be a phone number at all. */
export function isPhone(written: string): boolean {
  return /^\+?[\d\s()/-]{6,22}$/.test(written.trim()) && written.replace(/\D/g, "").length >= 6;
}

/** Whole öre of an amount as written: "1 231", "1.231,50", "1231 kr". */
export function readMoney(written: string): number | null {
  const tidy = written.replace(/kr|:-/gi, "").replace(/[\s\u00a0]/g, "");
  const found = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(tidy);
  if (!found) return null;
  return Number((found[1] ?? "").replaceAll(".", "")) * 100 + Number((found[2] ?? "0").padEnd(2, "0"));
}
