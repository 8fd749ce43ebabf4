//! Words of the register of homes: list, new home, card.
import type { Care, Checks, Evidence, HomeKind, HomeRow, Level, NoteKind, Standing, StandingFilter, TimelineItem, WishStrength } from "../api/types";
import type { Status } from "../parts/status";
import { count, date, dateInFull } from "./format";
import { terms } from "./terms";

export const sv = {
  title: "Hem",
  list: "Listan över hem",
  card: "Hemkort",
  newHome: "Nytt hem",
  renewals: "Registerkontroller",
  newNote: "Ny anteckning",
  filter: {
    all: "Alla",
    text: "Sök",
    textHelp: "Hem, ort eller person",
    age: "Barnets ålder",
    on: "Ledig plats den",
    care: "Vård",
    kind: "Slag",
    municipality: "Kommun",
    standing: "Läge",
    any: "Alla",
    clear: "Rensa",
    ask: "Fråga efter ledig plats",
    inUse: (n: number) => count(n, "filter används", "filter används"),
    label: "Urval",
  },
  columns: {
    name: "Hem",
    kind: "Slag",
    locality: "Ort",
    municipality: "Kommun",
    free: "Lediga",
    ages: "Åldrar",
    standing: "Läge",
    checks: "Registerkontroller",
    asked: "Senaste svar",
  },
  keys: {
    new: "Nytt hem",
    note: "Ny anteckning om hemmet",
    ask: "Fråga efter ledig plats: ålder och dag",
    text: "Sök i listan",
  },
  protected: "Skyddade uppgifter",
  noAnswer: "Inget svar än",
  none: {
    title: "Inga hem i registret",
    text: "Här står alla hem med lediga platser, kontroller och senaste svar om vad de kan ta emot.",
    import: "Hämta in vårt gamla register",
    filtered: "Inget hem stämmer med urvalet",
    filteredText: "Ta bort något i urvalet, eller fråga om en annan dag.",
  },
  create: {
    title: "Nytt hem",
    lead: "Skriv namn eller telefon, så ser du om hemmet redan finns. Resten fyller du i på kortet.",
    go: "Lägg till hemmet",
    cancel: "Avbryt",
    similar: "Finns redan i registret?",
    nothingSimilar: "Inget hem i registret liknar det här.",
    because: { name: "samma namn", phone: "samma telefon", personal_number: "samma personnummer" } as Record<string, string>,
    open: "Öppna",
    draft: "Det här är sådant du började skriva tidigare. Det är sparat som utkast.",
    discard: "Börja om",
    number: "Personnummer, en vuxen",
    numberHelp: "Bara för att söka",
  },
  cardActions: {
    note: "Anteckning",
    print: "Skriv ut kortet",
    remove: "Ta bort hemmet",
    removed: (name: string) => `${name} är borttaget ur registret.`,
    gone: "Hemmet finns inte i registret längre.",
  },
  facts: {
    free: "Lediga platser",
    freeOf: (free: number, approved: number) => (approved === 0 ? "Inget godkännande gäller" : `${free} av ${approved}`),
    ages: "Åldrar",
    checks: "Registerkontroller",
    phone: "Telefon",
    asked: "Senaste svar",
    taken: "Placerade barn",
  },
  section: {
    details: "Uppgifter",
    household: "Hushåll",
    scope: "Godkänt för",
    wishes: "Önskemål",
    pauses: "Uppehåll och andras platser",
    house: "Huset",
    capabilities: "Vad hemmet kan",
    checks: "Registerkontroller",
    placements: "Placeringar",
    timeline: "Händelser",
    history: "Ändringar",
  },
  /** The parts one jumps to, short enough for one line. */
  jump: {
    scope: "Godkänt",
    household: "Hushåll",
    wishes: "Önskemål",
    checks: "Kontroller",
    timeline: "Händelser",
    capabilities: "Förmågor",
    house: "Huset",
    details: "Uppgifter",
    history: "Ändringar",
  },
  sections: "Delar av kortet",
  edit: "Ändra",
  editOf: (what: string) => `Ändra ${what}`,
  done: "Klar",
  add: "Lägg till",
  cancel: "Avbryt",
  remove: "Ta bort",
  removed: (what: string) => `${what} är borttaget.`,
  addedKeys: "Ctrl Enter",
  added: (what: string) => (what ? `Tillagt: ${what}` : "Tillagt"),
  emptyBecause: "Tomt därför att",
  household: {
    add: "Lägg till person",
    person: "person",
    none: "Ingen person är inskriven. Lägg till dem som bor i hemmet.",
    movedOut: "Flyttade ut",
    noNumber: "Personnummer saknas",
    notChecked: "Kontrolleras inte",
    strip: "Hushållet de senaste två åren",
    placed: "Placerat barn",
    others: (municipality: string) => `Placerat av ${municipality}`,
  },
  scope: {
    add: "Lägg till godkännande",
    one: "godkännande",
    none: "Inget godkännande är inskrivet. Hemmet har då inga lediga platser.",
    supervisor: "Godkännanden skrivs in av enhetschefen.",
    now: "Gäller nu",
    later: "Gäller senare",
    past: "Har upphört",
    anyAge: "alla åldrar",
    forever: "tills vidare",
  },
  wishes: {
    add: "Lägg till önskemål",
    one: "önskemål",
    none: "Inget är sagt än. Fråga hemmet vad det vill och inte vill.",
    apart: "Det hemmet själv har sagt. Det ändrar inte godkännandet.",
  },
  pauses: {
    add: "Lägg till uppehåll",
    one: "uppehåll",
    none: "Inget uppehåll.",
    reason: "Skälet är inte skrivet",
    forever: "tills vidare",
  },
  taken: {
    title: "Platser som andra använder",
    add: "Lägg till plats",
    one: "plats",
    none: "Ingen annan kommun använder en plats.",
  },
  house: {
    missing: (n: number) => `${count(n, "uppgift", "uppgifter")} att fråga efter`,
  },
  capabilities: {
    add: "Lägg till svar",
    one: "svar",
    none: "Inget är frågat än. Svaren här används när ett barn matchas.",
    latest: "Senaste svaret per behov. Tidigare svar finns kvar under.",
    earlier: (n: number) => count(n, "tidigare svar", "tidigare svar"),
  },
  checks: {
    ask: "Begär kontroll",
    askShort: "Begär",
    askAgain: "Begär ny",
    one: "kontroll",
    person: "Person",
    missing: "Saknas",
    notAsked: "Inte begärd",
    asked: (on: string) => `Begärd ${date(on)}`,
    validTo: (on: string) => `Gäller till ${date(on)}`,
    tooOld: (on: string) => `Gällde till ${date(on)}`,
    undecided: "Anmärkning, inte bedömd",
    accepted: "Anmärkning, godtas",
    notAccepted: "Anmärkning, godtas inte",
    none: "Ingen i hushållet ska kontrolleras. Kryssa i det på personen.",
    optional: "frivillig",
    extractLeft: "Ligger kvar",
    never: "Skriv aldrig av vad utdraget säger. Skriv bara bedömningen.",
    blockers: "Kontroller som återstår",
    all: "Alla kontroller gäller.",
    earlier: "Tidigare kontroller",
    openCell: (who: string, register: string, stands: string) => `${register}, ${who}: ${stands}`,
    state: "Läge",
  },
  placements: {
    none: "Inget barn har varit placerat här av er.",
    columns: { child: "Barn", kind: "Slag", from: "Från", to: "Till" },
    ongoing: "pågår",
    born: (year: number) => `född ${year}`,
    initialsOnly: "Bara initialer. Barnets uppgifter står i barnets akt.",
  },
  timeline: {
    none: "Inget är antecknat än.",
    text: "Anteckning",
    add: "Spara anteckningen",
    one: "anteckning",
    keptAsDraft: "Det du skriver finns kvar om du stänger.",
    all: "Visa allt",
    notes: "Bara anteckningar",
  },
  history: {
    none: "Inga ändringar än.",
    show: "Visa ändringarna",
    upTo: "De senaste ändringarna. Texten före en ändring finns under Tidigare versioner.",
  },
  versions: {
    title: (label: string) => `Tidigare versioner: ${label}`,
    none: "Det finns ingen tidigare version.",
    now: "Nuvarande text",
    earlier: "Äldre",
    later: "Nyare",
    restore: "Ta tillbaka den här texten",
    restored: "Texten är tillbaka. Den förra finns bland versionerna.",
    at: (n: number, of: number) => `Version ${n} av ${of}`,
    keys: "Vänster och höger pil bläddrar",
  },
  stale: {
    title: "Någon har ändrat samtidigt",
    empty: "(tomt)",
  },
  draft: {
    title: "Osparat utkast",
    use: "Fortsätt på det",
    drop: "Släng utkastet",
    left: "Det finns ett osparat utkast",
  },
  today: "I dag",
  unknownAge: "ålder okänd",
} as const;

/** `7 hem med plats för 9 år fredag 27 november 2026, 9 lediga platser`. */
export function homeCount(total: number, free: number, asked: { age: number | null; on: string | null }): string {
  const places = count(free, "ledig plats", "lediga platser");
  const who = asked.age === null ? "" : ` för ${asked.age} år`;
  if (asked.on) return `${total} hem med plats${who} ${dateInFull(asked.on)}, ${places}`;
  return `${total} hem${who}, ${places}`;
}

/** `0–12 år`, `från 7 år`, or a dash when nothing is approved. */
export function ages(from: number | null, to: number | null): string {
  if (from === null && to === null) return "alla åldrar";
  if (to === null) return `från ${from} år`;
  if (from === null) return `till ${to} år`;
  return from === to ? `${from}\u00a0år` : `${from}–${to}\u00a0år`;
}

/** How a home stands, with the mark that goes with it. */
export function standing(it: Pick<HomeRow, "standing"> & { paused_to?: string | null }): { status: Status; text: string } {
  const text = standings[it.standing];
  if (it.standing === "paused") return { status: "waiting", text: it.paused_to ? `Uppehåll till ${date(it.paused_to)}` : "Uppehåll" };
  return { status: STANDING_STATUS[it.standing], text };
}

const STANDING_STATUS: Record<Standing, Status> = {
  available: "done",
  full: "ongoing",
  paused: "waiting",
  in_recruitment: "ongoing",
  not_approved: "blocked",
  ended: "waiting",
};

export const standings: Record<Standing, string> = {
  available: "Ledig plats",
  full: "Fullt",
  paused: "Uppehåll",
  in_recruitment: "Utreds",
  not_approved: "Inte godkänt",
  ended: "Avslutat",
};

export const standingFilters: Record<StandingFilter, string> = {
  approved: "Godkända",
  paused: "Har uppehåll",
  in_recruitment: "Utreds",
  not_approved: "Inte godkända",
  ended: "Avslutade",
};

/** How the register checks stand, in words. */
export const checks: Record<Checks, { status: Status; text: string }> = {
  valid: { status: "done", text: "Gäller" },
  soon: { status: "soon", text: "Går snart ut" },
  too_old: { status: "late", text: "För gamla" },
  missing: { status: "blocked", text: "Saknas för någon" },
  nobody: { status: "waiting", text: "Ingen att kontrollera" },
};

export const wishStrengths: Record<WishStrength, string> = { limit: "Gräns", could_imagine: "Kan tänka sig" };
export const noteKinds: Record<NoteKind, string> = { call: "Telefonsamtal", visit: "Besök", meeting: "Möte", letter: "Brev eller e-post", other: "Annat" };

/** The papers' words with a capital, as the screen's lines begin. */
export const words = {
  care: capitals(terms.care),
  evidence: capitals(terms.evidence),
  // A line about a home is never "unknown": what is not known has no line.
  level: { yes: terms.level.yes, with_support: terms.level.with_support, no: terms.level.no },
} satisfies { care: Record<Care, string>; evidence: Record<Evidence, string>; level: Record<Level, string> };

function capitals<K extends string>(all: Record<K, string>): Record<K, string> {
  return Object.fromEntries(Object.entries<string>(all).map(([key, word]) => [key, word.charAt(0).toUpperCase() + word.slice(1)])) as Record<K, string>;
}

/** Choices of a select, from a record of words. */
export function options(words: Record<string, string>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** Areas of the need sheet, by the keys of `assets/rules/needs.toml`, in the order they are asked about. */
export const areas: Record<string, string> = {
  health: "Hälsa",
  education: "Utbildning",
  emotions_and_behaviour: "Känslor och beteende",
  identity: "Identitet",
  social_presentation: "Socialt",
  self_care: "Klara sig själv",
  family_and_relations: "Familj och relationer",
  safety: "Säkerhet",
  practical: "Praktiskt",
};

/** What a line of the timeline says. */
export function timelineTitle(it: TimelineItem): string {
  switch (it.kind) {
    case "note":
      return noteKinds[it.note.kind];
    case "investigated":
      return "Hemmet utrett av socialnämnden";
    case "scope_decided":
      return `Godkänt för ${terms.care[it.care].toLowerCase()}, ${count(it.places, "plats", "platser")}`;
    case "pause_began":
      return it.to ? `Uppehåll till ${date(it.to)}` : "Uppehåll tills vidare";
    case "placement_began":
      return `${it.initials} flyttade in`;
    case "placement_ended":
      return `${it.initials} flyttade ut`;
    case "moved_in":
      return `${it.name} flyttade in`;
    case "moved_out":
      return `${it.name} flyttade ut`;
    case "ended":
      return "Uppdraget slutade";
  }
}

/** A home's kind and where it is, on one line. */
export function kindAndPlace(kind: HomeKind, ...where: (string | null)[]): string {
  return [terms.home_kind[kind], ...where.filter(Boolean)].join(" · ");
}

/** What kind of placement it is; an unknown code is shown as it stands. */
export function placementKind(code: string): string {
  return (words.care as Record<string, string>)[code] ?? code;
}

const ENTITIES: Record<string, string> = {
  home: "hemmet",
  person: "en person",
  scope: "ett godkännande",
  wish: "ett önskemål",
  pause: "ett uppehåll",
  taken_place: "en plats som andra använder",
  capability: "ett svar om vad hemmet kan",
  note: "en anteckning",
  register_check: "en registerkontroll",
  home_fact: "huset",
};

/** One line of the history: what was done, without its contents. */
export function historyText(event: { kind: string } & Record<string, unknown>, fieldName: (key: string) => string): string {
  const what = ENTITIES[String(event.entity)] ?? "en uppgift";
  switch (event.kind) {
    case "home_created":
      return "Lade till hemmet";
    case "row_added":
      return `Lade till ${what}`;
    case "row_removed":
      return `Tog bort ${what}`;
    case "row_restored":
      return `Lade tillbaka ${what}`;
    case "field_changed":
      return `Ändrade ${fieldName(String(event.field)).toLowerCase()}${event.entity === "home" ? "" : ` på ${what}`}`;
    case "check_asked":
      return "Begärde en registerkontroll";
    case "recruitment_opened":
      return "Började rekryteringen";
    case "home_study_concluded":
      return "Avslutade utredningen av hemmet";
    case "placement_started":
      return "Ett barn placerades";
    case "placement_ended":
      return "En placering avslutades";
    case "protected_opened":
      return "Öppnade de skyddade uppgifterna";
    case "imported":
      return "Hämtades in från kalkylark";
    case "form_printed":
      return "Skrev ut en blankett eller ett brev";
    default:
      return "Ändrade en uppgift";
  }
}
