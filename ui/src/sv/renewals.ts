//! Words of the renewal list: which register checks are to be made again, and when.
import type { RenewalWhen } from "../api/types";
import type { Status } from "../parts/status";
import { count, date } from "./format";

export const sv = {
  title: "Registerkontroller",
  list: "Kontroller att göra om",
  lead: (months: number) => `Kontroller görs om efter ${count(months, "månad", "månader")}. Här står de som saknas, är försenade eller ska göras om inom 90 dagar.`,
  back: "Hem",
  near: "Visa",
  columns: { chosen: "Vald", person: "Person", register: "Register", when: "Läge", due: "Senast", asked: "Begärd" },
  choose: (register: string, name: string) => `Välj ${register}, ${name}`,
  ask: "Begärd i dag",
  askCount: (n: number) => `Begärd i dag (${n})`,
  card: "Hemkortet",
  family: "Familjens sida",
  asked: (on: string) => `Begärd ${date(on)}`,
  received: (on: string) => `svar ${date(on)}`,
  done: (n: number) => `${count(n, "kontroll", "kontroller")} begärd i dag.`.replace("kontroller begärd ", "kontroller begärda "),
  already: "Kontrollen är redan begärd. Skriv svaret när det kommer.",
  noConsent: (name: string) => `Inget begärdes: ${name} har inget samtycke antecknat.`,
  consentHere: "Samtycke saknas.",
  consentDo: "Anteckna det",
  keys: { choose: "Välj raden", ask: "Begärd i dag: valda rader, eller raden", whole: "Välj alla i hemmet" },
  count: (n: number, waiting: number) => [count(n, "kontroll", "kontroller"), waiting > 0 ? `${waiting} begärda` : ""].filter(Boolean).join(", "),
  none: {
    title: "Inga kontroller att göra om",
    text: "Här står varje person vars registerkontroll saknas, är försenad eller ska göras om inom 90 dagar. Listan räknas ut av svaren på hemkorten.",
    filtered: "Inga kontroller så nära",
    anyWhen: "Alla",
    filteredText: "Välj Alla för att se dem som ska göras senare.",
    all: "Visa alla",
  },
};

/** How near a check is, as it is shown. */
export const when: Record<RenewalWhen, { status: Status; text: string }> = {
  never: { status: "blocked", text: "Aldrig gjord" },
  overdue: { status: "late", text: "Försenad" },
  within_30: { status: "soon", text: "Inom 30 dagar" },
  within_60: { status: "waiting", text: "Inom 60 dagar" },
  within_90: { status: "waiting", text: "Inom 90 dagar" },
};

/** The choices of nearness: each holds those before it. */
export const nearness = [
  { value: "late", label: "Försenade och aldrig gjorda" },
  { value: "30", label: "Inom 30 dagar" },
  { value: "60", label: "Inom 60 dagar" },
  { value: "90", label: "Inom 90 dagar" },
];
