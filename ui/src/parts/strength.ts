//! How hard a password is to guess, said honestly: length first, then what makes length worthless.

export type Verdict = "short" | "repeated" | "known" | "personal" | "enough" | "good" | "strong";

export interface Strength {
  verdict: Verdict;
  /** Characters that remain to the least length. */
  left: number;
  /** Whether it may be used. */
  usable: boolean;
}

/** Least length. Of the unit's own safety rule; the program asks for the same. */
export const LEAST = 15;
/** From here each further word makes it stronger than anyone can search. */
const GOOD = 20;
const STRONG = 26;
/** Characters that must remain when what is easy to guess is taken away. */
const LEAST_OWN = 10;
const KNOWN = ["lösenord", "losenord", "password", "qwerty", "asdf", "123456", "abcdef", "sommar", "vinter", "välkommen", "hemvist", "familjehem", "socialtjänst"];
const ROWS = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm", "01234567890", "abcdefghijklmnopqrstuvwxyz"];

/** Judges `password`; `personal` are words an acquaintance would try first. */
export function strength(password: string, personal: readonly string[] = []): Strength {
  const text = password.toLowerCase();
  const left = Math.max(0, LEAST - [...password].length);
  if (left > 0) return { verdict: "short", left, usable: false };
  if (repeats(text)) return { verdict: "repeated", left, usable: false };
  if (remaining(text, [...KNOWN, ...runs(text)]) < LEAST_OWN) return { verdict: "known", left, usable: false };
  if (remaining(text, words(personal)) < LEAST_OWN) return { verdict: "personal", left, usable: false };
  const length = [...password].length;
  const verdict = length >= STRONG ? "strong" : length >= GOOD ? "good" : "enough";
  return { verdict, left, usable: true };
}

function words(personal: readonly string[]): string[] {
  return personal.flatMap((it) => it.toLowerCase().split(/[\s-]+/)).filter((it) => it.length >= 3);
}

/** How many characters are left when all `easy` parts are taken away. */
function remaining(text: string, easy: readonly string[]): number {
  const rest = easy.reduce((now, it) => now.replaceAll(it, ""), text);
  return [...rest.replace(/[^\p{L}\p{N}]/gu, "")].length;
}

/** Few different characters, or one piece said over and over. */
function repeats(text: string): boolean {
  if (new Set(text).size < 6) return true;
  return /^(.{1,8}?)\1+.{0,7}$/.test(text);
}

/** Four or more neighbours on the keyboard or in the alphabet. */
function runs(text: string): string[] {
  const found: string[] = [];
  for (const row of ROWS) {
    for (let size = 8; size >= 4; size -= 1) {
      for (let at = 0; at + size <= row.length; at += 1) {
        const piece = row.slice(at, at + size);
        if (text.includes(piece)) found.push(piece);
      }
    }
  }
  return found;
}
