//! Words of the old spreadsheet taken in: columns, what could not be read, what to look at.
import type { ProblemCode, SheetField, SheetKind, SheetMapping, SheetWarning, SkippedRow } from "../api/sheet";
import { count, number } from "./format";
import { terms } from "./terms";

export const sv = {
  title: "Hämta in register",
  choose: "Välj kalkylark",
  lead: "Excel (xlsx), LibreOffice (ods) eller csv. Inget sparas förrän du har sett allt och godkänt det.",
  other: "Välj en annan fil",
  tabs: "Det som hämtas in",
  tab: { homes: "Hem", columns: "Kolumner", skipped: "Överhoppade rader" },
  columns: { use: "Ta med", row: "Rad", name: "Hem", carers: "Vuxna", phones: "Telefon", locality: "Ort", kind: "Slag", places: "Platser", ages: "Åldrar", look: "Att se på" },
  counts: (homes: number, carers: number, unread: number, assumed: number) =>
    [`${homes} hem`, count(carers, "vuxen", "vuxna"), `${number(unread)} ${unread === 1 ? "cell gick" : "celler gick"} inte att läsa`, `${number(assumed)} lästa med antagande`].join(" · "),
  accept: (homes: number) => `Hämta in ${homes} hem`,
  acceptNone: "Inget hem att hämta in",
  unreadNote: "Det som inte går att läsa följer med som anteckning på hemmet, så inget går förlorat.",
  done: (homes: number) => `${homes} hem är hämtade in.`,
  toHomes: "Visa hemmen",
  undo: "Ångra hela inläsningen",
  undone: "Inläsningen är ångrad. Hemmen är borta ur registret igen.",
  earlier: "Tidigare inläsningar",
  undoneOn: (on: string) => `ångrad ${on}`,
  homes: (n: number) => `${n} hem`,
  clear: "Klart att hämta in",
  unread: (n: number) => `${n} att rätta`,
  assumed: (n: number) => count(n, "antagande", "antaganden"),
  double: "Finns kanske redan",
  doubleOf: (names: string) => `Liknar ${names} i registret. Lämna raden utanför, eller hämta in den som ett nytt hem.`,
  leaveOut: "Lämna utanför",
  takeIn: "Ta med raden",
  leftOut: "Lämnas utanför",
  together: "Det är ett och samma hem",
  row: (sheet: string, row: number) => (sheet ? `${sheet}, rad ${row}` : `Rad ${row}`),
  stands: "Det står",
  keep: (text: string) => `Behåll ”${text.split("\n").at(-1) ?? text}” som det står`,
  used: (text: string) => `Läses som ${text}`,
  mend: "Rätta till",
  nothing: "Inget läses härifrån",
  leftover: "Följer med som anteckning",
  leftoverNone: "Inget",
  read: "Så här läses raden",
  detail: "Raden",
  list: "Rader i kalkylarket",
  field: "Vad kolumnen är",
  notes: "Till anteckningarna",
  heading: "Rubrik",
  examples: "Exempel",
  sheetUsed: "Läs bladet",
  sheetKind: "Slag för hem utan eget",
  noHeading: "(ingen rubrik)",
  none: { title: "Hämta in ert gamla register", text: "Välj kalkylarket där ni har era hem. Du ser en förhandsgranskning innan något sparas." },
  keys: { accept: "Hämta in", choose: "Välj kalkylark", toggle: "Ta med eller lämna utanför raden" },
  noRows: "Inga hem hittades. Titta under Kolumner: ange vilken kolumn som är hemmets namn.",
  restored: "Du har börjat granska ett kalkylark. Rättningarna är kvar.",
  goOn: "Fortsätt granska",
} as const;

/** What a column can be. */
export const fields: Record<SheetField, string> = {
  home_name: "Hemmets namn", carer1_name: "Vuxen 1", carer2_name: "Vuxen 2", personal_number: "Personnummer", carer1_personal_number: "Personnummer, vuxen 1", carer2_personal_number: "Personnummer, vuxen 2",
  phone: "Telefon", email: "E-post", street: "Gatuadress", postcode: "Postnummer", locality: "Ort", municipality: "Kommun", kind: "Slag", places: "Antal platser", ages: "Åldrar", age_from: "Från ålder",
  age_to: "Till ålder", approved_on: "Godkänt den", register_checked_on: "Registerkontroll den", pets: "Djur", smoking: "Rökning", rooms: "Antal rum", car: "Bil", languages: "Språk", pause: "Uppehåll", notes: "Anteckningar",
  placed_now: "Placerade barn nu", ignore: "Hämtas inte in",
};

export const kinds: Record<SheetKind, string> = { ...terms.home_kind, jourhem: "Jourhem (välj vilket)" };

/** Why a cell was not read, or what was assumed, and what to do. */
export const problems: Record<ProblemCode, string> = {
  broken_cell: "Cellen har ett fel i kalkylarket. Skriv vad som ska stå.",
  not_a_date: "Det är inget datum. Skriv till exempel 2023-06-14.",
  no_such_day: "Dagen finns inte. Kontrollera datumet.",
  date_without_year: "Året saknas. Skriv hela datumet.",
  date_imprecise: "Bara månad eller år står. Den första dagen används.",
  date_was_number: "Ett tal lästes som datum. Kontrollera det.",
  date_in_future: "Dagen har inte varit än. Kontrollera datumet.",
  not_a_phone: "Det är inget telefonnummer. Skriv numret med siffror.",
  leading_zero_added: "Första nollan saknades och är tillagd.",
  not_an_email: "Det är ingen e-postadress.",
  identity_wrong_length: "Personnumret har fel antal siffror. Skriv tio eller tolv.",
  birth_date_only: "Bara födelsedatum står. Skriv de fyra sista siffrorna om ni har dem.",
  identity_not_a_date: "Personnumrets datum finns inte. Kontrollera siffrorna.",
  wrong_check_digit: "Personnumrets sista siffra stämmer inte. Kontrollera siffrorna.",
  born_in_future: "Personnumret säger en dag som inte har varit än.",
  zeros_added: "Nollor saknades i början och är tillagda.",
  carer_under18: "Den vuxne vore under 18 år. Kontrollera numret.",
  carer_without_name: "Numret står utan namn. Det läses som en vuxens.",
  not_a_kind: "Slaget känns inte igen. Skriv till exempel familjehem eller jourhem.",
  not_a_count: "Det är inget antal. Skriv ett tal.",
  count_was_span: "Det högsta talet används.",
  not_ages: "Det är inga åldrar. Skriv till exempel 0–12.",
  ages_were_date: "Kalkylprogrammet hade gjort åldrarna till ett datum.",
  ages_by_word: "Ordet är läst som åldrar. Kontrollera dem.",
  not_a_postcode: "Postnumret ska ha fem siffror.",
  unclear_answer: "Varken ja eller nej. Skriv ja eller nej.",
  capitals_calmed: "Orten stod i versaler och skrivs med vanliga bokstäver.",
  second_value: "Det finns redan ett värde. Det här följer med som anteckning.",
};

/** What to look at in the row as a whole. */
export function warning(it: SheetWarning): string {
  switch (it.code) {
    case "two_homes_in_row":
      return "Raden höll två hem och har delats.";
    case "maybe_two_homes":
      return "Två efternamn: det kan vara två hem.";
    case "name_missing":
      return "Hemmet saknar namn. Skriv vad ni kallar det.";
    case "continued_below":
      return "Raderna under hör till samma hem.";
    case "kind_from_sheet":
      return "Slaget är bladets, inte radens.";
    case "kind_from_section":
      return "Slaget är rubrikens ovanför.";
    case "same_as":
      return `Verkar vara samma hem som rad ${it.key.row}.`;
  }
}

export const skipped: Record<SkippedRow["reason"], string> = { sum: "Summa", heading: "Rubriken igen", section: "Mellanrubrik", remark: "Anmärkning" };
export const notUsed: Record<NonNullable<SheetMapping["not_used"]>, string> = { hidden: "Bladet är dolt i filen.", empty: "Bladet är tomt.", no_names: "Ingen kolumn med namn hittades." };
