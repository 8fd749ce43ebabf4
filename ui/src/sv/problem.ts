//! A refused call in words: what is wrong and what one can do.
import type { Problem, Reason } from "../api/types";
import { date } from "./format";

/** One or two sentences, for the place where the act was made. */
export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case "invalid":
      return reasonText(problem.reason);
    case "blocked":
      return "Det går inte än. Något återstår.";
    case "not_found":
      return "Det finns inte längre. Läs om sidan.";
    case "stale":
      return "Någon annan har ändrat samtidigt. Båda texterna finns kvar.";
    case "forbidden":
      return "Din roll får inte göra det här. Be enhetschefen.";
    case "locked":
      return "Enheten är låst. Logga in igen.";
    case "internal":
      return `Något gick fel i programmet. Inget har ändrats. Felnummer ${problem.reference}.`;
  }
}

/** Whether it is the named field that is wrong. */
export function isAbout(problem: Problem | null, field: string): boolean {
  return problem?.kind === "invalid" && problem.field === field;
}

const REASONS: Record<string, (it: Reason) => string> = {
  missing: () => "Fyll i fältet.",
  required: () => "Fyll i fältet.",
  empty: () => "Fyll i fältet.",
  too_long: (it) => it.max === undefined ? "Texten är för lång." : `Texten är för lång. Skriv högst ${it.max} tecken.`,
  too_short: (it) => it.min === undefined ? "Texten är för kort." : `Skriv minst ${it.min} tecken.`,
  not_a_date: () => "Skriv ett datum, till exempel 2026-11-23, 23/11 eller i dag.",
  in_the_future: () => "Datumet har inte varit än.",
  in_the_past: () => "Datumet har redan varit.",
  before: (it) => `Datumet ska vara ${typeof it.on === "string" ? date(it.on) : "ett annat"} eller senare.`,
  not_a_personal_number: () => "Numret stämmer inte. Kontrollera siffrorna, tio eller tolv.",
  wrong_check_digit: () => "Sista siffran stämmer inte. Kontrollera numret.",
  not_a_phone_number: () => "Skriv telefonnumret med siffror.",
  not_a_number: () => "Skriv ett tal.",
  too_large: (it) => it.max === undefined ? "Talet är för stort." : `Talet är för stort. Högst ${it.max}.`,
  too_small: (it) => it.min === undefined ? "Talet är för litet." : `Talet är för litet. Minst ${it.min}.`,
  wrong_password: () => "Namnet eller lösenordet stämmer inte.",
  wrong_recovery_key: () => "Nyckeln stämmer inte. Kontrollera varje grupp.",
  weak_password: () => "Lösenordet är för lätt att gissa. Välj ett längre.",
  already_exists: () => "Det finns redan.",
  file_exists: () => "Det finns redan en fil där. Välj ett annat namn.",
  not_a_unit: () => "Filen är ingen Hemvist-enhet.",
  from_the_future: () => "Filen är sparad av en nyare version av Hemvist.",
  in_use: () => "Filen är öppen på en annan plats.",
  cannot_write: () => "Det går inte att spara där. Välj en annan mapp.",
};

/** Why a value cannot be taken. A code without words of its own still says what to do. */
export function reasonText(reason: Reason): string {
  return REASONS[reason.code]?.(reason) ?? "Värdet kan inte tas emot. Kontrollera det.";
}
