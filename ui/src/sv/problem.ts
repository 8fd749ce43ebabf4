//! A refused call in words: what is wrong and what one can do.
import type { Problem } from "../api/shell";
import type { Reason } from "../api/types";

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

/** Why a value cannot be taken, and what to do. A reason without words does not pass the type check. */
export function reasonText(it: Reason): string {
  switch (it.code) {
    case "required":
      return "Fyll i fältet.";
    case "too_long":
      return `Texten är för lång. Skriv högst ${it.max} tecken.`;
    case "too_short":
      return `Skriv minst ${it.min} tecken.`;
    case "not_a_date":
      return "Skriv ett datum, till exempel 2026-11-23, 23/11 eller i dag.";
    case "in_future":
      return "Dagen har inte varit än. Skriv en dag till och med i dag.";
    case "before":
      return "Dagen är före den dag den ska komma efter. Kontrollera båda.";
    case "not_a_number":
      return `Skriv ett tal mellan ${it.min} och ${it.max}.`;
    case "not_a_choice":
      return "Välj något i listan.";
    case "wrong_length":
      return "Numret har fel antal siffror. Skriv tio eller tolv.";
    case "wrong_check_digit":
      return "Sista siffran stämmer inte. Kontrollera numret.";
    case "not_a_phone":
      return "Skriv telefonnumret med siffror.";
    case "not_an_email":
      return "Skriv en e-postadress, till exempel namn@exempel.se.";
    case "not_a_postcode":
      return "Skriv postnumret med fem siffror.";
    case "already_there":
      return "Det finns redan.";
    case "unknown":
      return "Det finns inte i registret.";
    case "malformed":
      return "Värdet går inte att läsa. Skriv om det.";
    case "wrong_password":
      return "Namnet eller lösenordet stämmer inte.";
    case "wrong_recovery_key":
      return "Nyckeln stämmer inte. Kontrollera varje grupp.";
    case "not_a_unit":
      return "Filen är ingen Hemvist-enhet.";
    case "key_file_missing":
      return "Nyckelfilen som hör till enheten saknas. Lägg den bredvid enhetens fil.";
    case "from_the_future":
      return "Filen är sparad av en nyare version av Hemvist.";
    case "in_use":
      return "Enheten är redan öppen. Stäng den på det andra stället.";
    case "file_exists":
      return "Det finns redan en fil där. Välj ett annat namn.";
    case "file_trouble":
      return "Filen går inte att läsa eller skriva. Välj en annan mapp.";
    case "shared_folder":
      return "Mappen är delad eller synkas. Välj en mapp på den här datorn.";
    case "not_practice":
      return "Det går bara i en övningsenhet.";
    case "damaged":
      return `Filen är skadad på rad ${it.line}.`;
  }
}
