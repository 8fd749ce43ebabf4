//! Words of the forms and letters that can be printed.
import type { PrintKind } from "../api/types";

const FILES: Record<PrintKind, string> = { consent: "samtycke", request: "begaran", visit: "hembesok", screening_empty: "tidig-bedomning-tom", screening: "tidig-bedomning", refusal: "besked", checks: "registerkontroller" };

export const sv = {
  title: "Skriv ut",
  choose: "Vad ska skrivas ut?",
  page: "Den här sidan",
  consent: (name: string) => `Samtycke, ${name}`,
  request: (register: string, name: string) => `Begäran till ${register}, ${name}`,
  visit: "Underlag för hembesök",
  screeningEmpty: "Tidig bedömning, tom",
  screening: "Tidig bedömning, ifylld",
  refusal: "Besked om att vi inte går vidare",
  checks: "Lista över registerkontroller",
  own: "Eget stycke i brevet",
  ownHelp: "Skriv kort och vänligt. Lämna tomt för de vanliga orden.",
  save: "Spara som PDF",
  print: "Skriv ut",
  saved: "Sparad som PDF.",
  /** Names nobody: a file's name is read by more people than the file. */
  file: (kind: PrintKind) => `${FILES[kind]}.pdf`,
};
