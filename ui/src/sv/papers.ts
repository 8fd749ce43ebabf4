//! Words of the board's papers: list, draft, preview, issue, decision.
import type { Decision, PaperState, PlacementKind } from "../api";
import type { Status } from "../parts/status";
import { count, date, instant } from "./format";

const kinds: Record<string, string> = { placering: "Placering", godkannande: "Godkännande av hem" };

/** What a paper is called; a kind that is not known here is shown as it is. */
export function paperKind(kind: string): string {
  return kinds[kind] ?? kind;
}

/** Stands for the unit's own order, which the program knows. */
export const OWN = "own";

/** Orders of headings that ship with the program. A paper's own list comes from the program. */
export const templates = [
  { value: OWN, label: "Enhetens egen ordning" },
  { value: "neutral", label: "Neutral ordning" },
  { value: "jonkoping", label: "Jönköpings ordning" },
  { value: "huddinge", label: "Huddinges ordning" },
];

export const placementKinds: Record<PlacementKind, string> = {
  familjehem: "Familjehem",
  familjehem_natverk: "Familjehem i nätverket",
  slaktinghem: "Släktinghem",
  annat_enskilt: "Annat enskilt hem",
  tillfallig_natverk: "Tillfälligt i nätverket",
  jourhem: "Jourhem",
  tillfalligt_jourhem: "Tillfälligt jourhem",
  konsulentstott_familjehem: "Konsulentstött familjehem",
  konsulentstott_jourhem: "Konsulentstött jourhem",
  behandlingsfamilj: "Behandlingsfamilj",
};

export const stateMarks: Record<PaperState, Status> = { draft: "ongoing", released: "waiting", issued: "done", decided: "done" };

export const sv = {
  title: "Placeringar & nämnd",
  papers: "Papper till nämnden",
  placements: "Barn som bor i våra hem",
  noMeeting: "Inget sammanträde satt",
  states: { draft: "Utkast", released: "Godkänt", issued: "Utfärdat", decided: "Beslutat" } satisfies Record<PaperState, string>,
  columns: { meeting: "Sammanträde", kind: "Papper", child: "Barn", home: "Hem", state: "Läge", missing: "Saknas", since: "Sedan", care: "Vård", ground: "Grund" },
  missing: (n: number) => (n === 0 ? "Inget saknas" : count(n, "sak saknas", "saker saknas")),
  countText: (n: number) => count(n, "papper", "papper"),
  placedText: (n: number) => count(n, "barn", "barn"),
  none: {
    title: "Inga papper till nämnden än",
    text: "Ett papper börjar i matchningen: öppna ett barn, välj ett hem och tryck Skriv underlag.",
    go: "Till matchningen",
  },
  nonePlaced: "Inget barn bor i något av hemmen.",
  paper: "Papper",
  screening: "Första bedömning",
  fromStudy: "Papperet görs av utredningen. Rätta texterna där.",
  openStudy: "Till utredningen",
  headingHome: (kind: string, home: string | null) => `${paperKind(kind)}: ${home ?? "skyddat hem"}`,
  heading: (kind: string, child: string, home: string | null) => `${paperKind(kind)}: ${child}${home ? ` hos ${home}` : ""}`,
  child: (name: string | null, caseNumber: string | null) => name ?? (caseNumber ? `Ärende ${caseNumber}` : "Skyddat barn"),
  lines: { meeting_on: "Sammanträde", case_number: "Diarienummer", body: "Nämnd eller utskott", started_on: "Placeringen börjar" } as Record<string, string>,
  back: "Till papperen",
  fields: "Det du skriver",
  afterIssue: "Efter utfärdandet",
  pages: "Papperet",
  preview: "Så ser papperet ut",
  describeDraft: "Förhandsvisning av papperet. Utkast.",
  describeIssued: "Det utfärdade papperet, som det lagrades.",
  template: "Ordning och rubriker",
  remains: "Saknas på sammanträdesdagen",
  nothingRemains: "Inget saknas på sammanträdesdagen.",
  gap: "Saknas",
  emptyFields: (n: number) => `${n} fält är inte ifyllda. De är märkta nedan.`,
  addRow: "Lägg till rad",
  removeRow: "Ta bort raden",
  removedRow: "Raden är borttagen.",
  noRows: "Inga rader.",
  row: (part: string, n: number) => `${part}, rad ${n}`,
  unknown: (chars: string[]) => `Det här kan papperets teckensnitt inte skriva, så det syns som en ruta: ${chars.join(" ")}`,
  release: "Godkänn papperet",
  releaseNot: "Enhetschefen godkänner papperet.",
  released: "Papperet är godkänt. UTKAST står inte längre på sidorna. Ändras något ska det godkännas igen.",
  releasedBy: (who: string) => `Godkänt av ${who}`,
  issue: "Utfärda",
  issueTitle: "Utfärda papperet?",
  issueText: "Papperet låses som det är nu och lagras med sin kontrollsumma. Det går inte att ändra efteråt.",
  issueGaps: (n: number) => `${count(n, "sak saknas", "saker saknas")} och skrivs ut som luckor.`,
  issued: (by: string, at: string) => `Utfärdat ${instant(at)} av ${by}`,
  hash: "Kontrollsumma (SHA-256)",
  hashNote: "Sidorna till höger är de lagrade, byte för byte.",
  save: "Spara som PDF",
  saved: "Papperet är sparat som PDF.",
  print: "Skriv ut",
  fileName: (kind: string, meeting: string | null) => `${paperKind(kind)}${meeting ? ` ${meeting}` : ""}.pdf`,
  cancel: "Avbryt",
  decision: {
    title: "Nämndens beslut",
    add: "Skriv in beslutet",
    paragraph: "Paragraf",
    decidedOn: "Beslutat den",
    decision: "Beslutet blev",
    text: "Hur det skiljer sig från förslaget",
    words: { as_proposed: "Enligt förslaget", otherwise: "På annat sätt", sent_back: "Återremiss" } satisfies Record<Decision, string>,
    made: (paragraph: string, on: string) => `${paragraph}, ${date(on)}`,
  },
  keys: { print: "Skriv ut papperet", save: "Spara som PDF", issue: "Utfärda papperet" },
} as const;
