//! Words of a home's investigation: texts, communication, second reader, decision, and what comes after.
import type { Care, Delegation, Recorded, Retention, SentHow } from "../api/types";
import rules from "@assets/rules/investigation.toml?raw";
import { count, date } from "./format";
import { options, words } from "./homes";
import { tables } from "./stages";
import { terms } from "./terms";

const names = [...tables(rules, "part"), ...tables(rules, "proposal")];

/** The name of a part of the investigation, or of a field of what it proposes. */
export function partName(key: string): string {
  return names.find((it) => it.key === key)?.label ?? OTHER[key] ?? key;
}

/** Texts that a paper can leave out, besides the parts. */
const OTHER: Record<string, string> = { comments: "Familjens synpunkter", override: "Skälet till undantaget" };

export const careOptions = options(words.care);
export const sentHow: { value: SentHow; label: string }[] = [
  { value: "meeting", label: "Läst tillsammans vid ett möte" },
  { value: "letter", label: "På papper" },
  { value: "digital", label: "Digitalt" },
];
export const familyAnswers = options(terms.family_answer);
export const toldHows = options(terms.told_how);
export const bodies = options(terms.delegation_body);

export const sv = {
  section: { investigation: "Utredning", communication: "Kommunicering", review: "Granskning", approval: "Beslut" },
  lead: "Skriv kort. Det som står bredvid är redan inskrivet och skrivs ut av sig självt.",
  recorded: "Redan inskrivet",
  recordedNone: "Inget är inskrivet om det här.",
  begin: "Börja skriva",
  beginHelp: "Familjen kom från en äldre export. Utredningen tar med sig det som redan var skrivet.",
  written: (n: number, of: number) => `${n} av ${of} skrivna`,
  lastBy: (name: string, on: string) => `Senast ändrad ${date(on)} av ${name}.`,
  proposal: "Förslag till godkännande",
  proposalHelp: "Det här står i beslutet och blir hemmets godkännande.",
  communication: {
    lead: "Familjen har rätt att läsa och lämna synpunkter. De skrivs ut i papperet.",
    sentOn: "Lämnad till familjen",
    sentHow: "Hur",
    answerDue: "Svar senast",
    answer: "Familjens svar",
    answeredOn: "Svarade den",
    comments: "Familjens synpunkter",
    changed: "Utredningen har ändrats efter att familjen fick den. Låt dem läsa igen om ändringen betyder något för dem.",
  },
  review: {
    lead: "Någon annan än den som har skrivit läser innan beslutet. Den som läser loggar in som sig själv.",
    notMe: "Du har ärendet eller har skrivit i utredningen. En kollega läser och trycker här.",
    comment: "Kommentar",
    go: "Jag har läst utredningen",
    read: (name: string, on: string) => `Läst ${date(on)} av ${name}`,
    undo: "Ta tillbaka",
    changed: "Utredningen har ändrats efter läsningen.",
    done: "Läsningen är inskriven.",
  },
  approval: {
    noCare: "Välj slag av vård i förslaget, så visas vem som beslutar.",
    notSet: "Enheten har inte skrivit in vem som godkänner sådana hem. Det står i kommunens delegationsordning.",
    set: "Skriv in det under Inställningar",
    by: (it: Delegation) => {
      const title = it.title || (it.body ? terms.delegation_body[it.body] : "");
      return `Beslutas av ${title.charAt(0).toLowerCase()}${title.slice(1)}${it.point ? ` (punkt ${it.point})` : ""}.`;
    },
    paperFirst: "Papperet ska vara utfärdat innan beslutet. När beslutet skrivs in enligt förslaget blir hemmet godkänt.",
    delegateFirst: "Delegaten beslutar här i programmet.",
    start: "Skriv papperet till nämnden",
    open: "Öppna papperet",
    states: { draft: "Utkast", released: "Godkänt av enhetschefen", issued: "Utfärdat, väntar på beslut", decided: "Beslutat", sentBack: "Återremitterat" },
    decided: (on: string, by: string, point: string | null) => `Beslutat ${date(on)} av ${by}${point ? `, ${point}` : ""}`,
    override: "Låt den gå vidare trots att något saknas",
    overrideHelp: "Bara enhetschefen. Skälet skrivs ut på papperet med namn och titel. Polisens register går inte att gå förbi.",
    overrideReason: "Skäl",
    overrideSave: "Spara skälet",
    overrideUndo: "Ta bort skälet",
    overridden: (by: string, on: string) => `Undantag av ${by} ${date(on)}`,
  },
  conclude: {
    title: "Godkänn hemmet",
    lead: "Hemmet blir utrett och godkänt för det som står i förslaget. Det går inte att ångra, men godkännandet kan ändras på hemkortet.",
    scope: "Förslaget",
    decidedBy: "Beslutat av",
    decidedByHelp: "Lämna tomt om du själv beslutar som delegat.",
    decidedOn: "Beslutat den",
    point: "Punkt i delegationsordningen",
    may: "Delegaten eller enhetschefen godkänner hemmet.",
    go: "Godkänn hemmet",
  },
  close: {
    told: "Vad familjen har fått veta",
    toldOn: "Berättat den",
    toldHow: "Hur",
    toldText: "Vad ni sa",
    lead: "Rekryteringen stängs i dag. Skälet visas aldrig i listor. Ett misstag går att ångra.",
    reopen: "Öppna igen",
    reopened: "Rekryteringen är öppen igen.",
    toldAt: (on: string, how: string) => `Familjen fick veta det ${date(on)}${how ? `, ${how.toLowerCase()}` : ""}`,
    notTold: "Ingen uppgift om att familjen har fått veta det.",
  },
  earlier: {
    title: "Familjen har en tidigare akt",
    lead: "Bara du som har ärendet ser det här. Att du läser skrivs i loggen.",
    open: "Läs akten",
    close: "Stäng akten",
    line: (opened: string, ended: string | null, approved: boolean) => `${date(opened)}${ended ? `–${date(ended)}` : ""}, ${approved ? "godkänd" : "stängd utan godkännande"}`,
    reason: "Skäl att stänga",
  },
  home: {
    title: "Utredning",
    jump: "Utredning",
    none: "Ingen utredning i programmet ledde till godkännandet.",
    open: "Öppna rekryteringen",
    read: "Läs utredningen",
    decided: "Beslut",
    nextReview: "Nästa uppföljning",
    noReview: "Ingen uppföljning är bestämd",
    reviews: "Uppföljningar",
    add: "Skriv in uppföljning",
    what: "uppföljningen",
    columns: { done: "Gjord", by: "Vem", text: "I korthet", next: "Nästa" },
  },
  delegation: {
    tab: "Delegation",
    title: "Vem som godkänner hem",
    lead: "Ett godkännande är kommunens eget beslut och lagen säger inte vem som tar det. Skriv in vad er delegationsordning säger. Beslut om vård i ett visst hem tas alltid av utskott eller nämnd.",
    care: "Slag av vård",
    body: "Beslutas av",
    titleField: "Namn på utskottet eller delegatens titel",
    point: "Punkt",
    user: "Delegat i programmet",
    unset: "Inte inskrivet",
  },
} as const;

/** A recorded fact as one line beside the text. */
export function recordedText(it: Recorded): string {
  switch (it.kind) {
    case "adult":
      return [it.name, terms.household_role[it.role].toLowerCase(), years(it.age), it.occupation].filter(Boolean).join(", ");
    case "child":
      return ["Eget barn", years(it.age)].filter(Boolean).join(", ");
    case "done":
      return `${it.label}${it.with ? ` med ${it.with}` : ""} ${date(it.on)}${it.by ? `, ${it.by}` : ""}`;
    case "screened":
      return `${it.title}: bedömt för ${count(it.adults, "vuxen", "vuxna")}`;
    case "checked":
      return `${it.name}: ${it.registers.join(", ")}. Äldsta svaret ${date(it.oldest_on)}, ${it.remark ? (it.accepted ? "anmärkning bedömd och godtagen" : "anmärkning inte bedömd") : "utan anmärkning"}`;
    case "references":
      return `Referens, ${terms.reference_kind[it.from].toLowerCase()}: ${it.count}, senast ${date(it.latest_on)}`;
    case "house":
      return `${it.label}: ${it.value}`;
    case "elsewhere":
      return `${it.municipality} använder ${count(it.places, "plats", "platser")}`;
  }
}

const years = (age: number | null): string | null => (age === null ? null : `${age} år`);

/** When a closed file is due, and what holds it. */
export function retentionText(it: Retention): string {
  const rule = `${it.rule}: ${count(it.months, "månad", "månader")} från ${date(it.from)} (${it.source}${it.sure === "N" ? ", egen rutin" : ""}).`;
  if (it.holds.length > 0) return `Gallras inte: ${it.holds.map((one) => `${one.label.toLowerCase()} (${one.source})`).join("; ")}. Annars ${date(it.on)}. ${rule}`;
  return `Gallras från ${date(it.on)}, senast ${date(it.latest)}. ${rule}`;
}

/** What is proposed, on one line. */
export function scopeText(it: { care: Care | null; places: number | null; age_from: number | null; age_to: number | null; conditions: string | null; review_on: string | null }): string {
  return [
    it.care ? words.care[it.care] : null,
    it.places === null ? null : count(it.places, "plats", "platser"),
    it.age_from === null || it.age_to === null ? null : `${it.age_from}–${it.age_to} år`,
    it.review_on ? `följs upp ${date(it.review_on)}` : null,
  ].filter(Boolean).join(", ") || "Inget är föreslaget";
}
