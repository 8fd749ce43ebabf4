//! Words of recruitment: board, new enquiry and the family's page.
import type { Blocker, BoardRow } from "../api/types";
import type { Status } from "../parts/status";
import type { NameOf } from "./blockers";
import { count, date, daysBetween } from "./format";

export const sv = {
  title: "Rekrytering",
  sub: (open: number, late: number) => `${count(open, "familj", "familjer")}${late > 0 ? `, ${late} försenade` : ""}`,
  newEnquiry: "Ny förfrågan",
  board: "Tavla",
  table: "Tabell",
  view: "Visa som",
  label: "Familjer i rekrytering",
  owner: "Ansvarig",
  anyOwner: "Alla",
  ended: "Visa avslutade",
  noneHere: "Ingen familj",
  none: {
    title: "Inga familjer i rekrytering",
    text: "Här följer du en familj från första samtalet till utrett hem: steg, vem som har den och vad som saknas. Börja med att skriva in en förfrågan; namnet räcker.",
    owner: "Ingen familj har den ansvariga",
    ownerText: "Välj alla, eller visa också avslutade.",
  },
  noOwner: "Ingen ansvarig",
  noNext: "Inget nästa steg",
  left: (n: number) => (n === 0 ? "Inget kvar" : `${n} kvar`),
  columns: { name: "Familj", locality: "Ort", phase: "Fas", stage: "Steg", days: "I steget", next: "Nästa steg", nextOn: "När", owner: "Ansvarig", left: "Kvar att göra", opened: "Började" },
  keys: {
    new: "Ny förfrågan",
    columns: "Flytta mellan steg och familjer",
    open: "Öppna familjen",
    table: "Byt mellan tavla och tabell",
    sections: "Hoppa till en del av sidan",
    remains: "Gå till det som är kvar att göra",
  },
  enquiry: {
    lead: "Skriv medan ni pratar. Det som står här finns kvar om datorn stannar.",
    name: "Namn",
    nameHelp: "Som familjen säger, t.ex. Familjen Ek",
    locality: "Ort",
    source: "Hur fick de kontakt?",
    text: "Vad sägs?",
    textHelp: "Vilka de är, vad de tänker sig, när de kan nås",
    go: "Spara och öppna",
    similar: "Finns familjen redan?",
    similarNone: "Ingen i registret liknar den här familjen.",
    similarWait: "När du skriver namn eller telefon söks registret här.",
    open: "Öppna hemkortet",
    again: "Ny rekrytering för hemmet",
    againHelp: "Förfrågan hör då till hemmet som redan finns.",
    alreadyOpen: "Hemmet har redan en rekrytering som pågår.",
    saved: (name: string) => `${name} är inskriven.`,
  },
  family: {
    gone: "Familjen finns inte längre i rekryteringen.",
    opened: (on: string) => `Förfrågan ${date(on)}`,
    way: "Var familjen står",
    said: "Uppgivet i anmälan:",
    remains: "Kvar att göra",
    nothingLeft: "Inget är kvar. Hemmet kan godkännas.",
    conclude: "Godkänn hemmet",
    close: "Stäng utan att godkänna",
    print: "Skriv ut",
    homeCard: "Hemkortet",
    concluded: (on: string) => `Utredningen avslutades ${date(on)}`,
    closed: (on: string, why: string) => `Stängd ${date(on)}: ${why.toLowerCase()}`,
    returnOn: (on: string) => `Fråga igen ${date(on)}`,
    override: "Avslutad trots att något saknades",
    readOnly: "Rekryteringen är avslutad. Sidan kan läsas och skrivas ut.",
  },
  section: { now: "Läget", household: "Hushåll", steps: "Steg", checks: "Registerkontroller", references: "Referenser", screening: "Bedömning", methods: "Djupintervju", forms: "Samtal och besök", training: "Utbildning och stöd", investigation: "Utredning", communication: "Kommunicering", review: "Granskning", approval: "Beslut" },
  steps: {
    done: "Gjort i dag",
    plan: "Planera",
    planTitle: (step: string) => `Planera: ${step}`,
    save: "Lägg till",
    again: "En gång till",
    what: "steget",
    planned: (on: string) => `Planerat ${date(on)}`,
    missing: "Saknas",
    optional: "Frivilligt",
    columns: { step: "Steg", stands: "Läge", who: "Vem", text: "Anteckning" },
    added: (step: string) => `${step}: gjort i dag.`,
  },
  checks: {
    lead: "Pilarna flyttar mellan rutorna, Enter öppnar. Skriv aldrig av vad utdraget säger.",
    nobody: "Ingen i hushållet ska kontrolleras. Lägg till de vuxna, så visas registren här.",
    register: "Register",
    ask: "Begärd i dag",
    came: "Svaret har kommit i dag",
    consent: "Kräver samtycke",
    asked: (on: string) => `Begärd ${date(on)}`,
    received: (on: string, result: string) => `Svar ${date(on)}${result ? `, ${result.toLowerCase()}` : ""}`,
    noResult: "utfallet är inte inskrivet",
    what: "kontrollen",
    close: "Stäng",
    newAsk: "Begär ny i dag",
    consentOn: "Samtycke lämnat",
    consentHelp: "Registret får frågas först när personen har sagt ja.",
    all: "Alla i dag",
    allOf: (register: string) => `Alla i dag: ${register} begärs`,
    rowAsked: (register: string, n: number) => `${register}: ${n} begärda i dag`,
    noConsent: (name: string) => `${name} har inget samtycke antecknat. Öppna rutan och skriv när det lämnades.`,
  },
  references: {
    add: "Lägg till referens",
    what: "referensen",
    none: "Ingen referens är inskriven än.",
    columns: { who: "Referens", kind: "Varifrån", phone: "Telefon", taken: "Tagen", text: "Vad som sades" },
    notTaken: "Inte tagen än",
  },
  screening: {
    nobody: "Lägg till den som tar uppdraget under Hushåll, så visas formuläret här.",
    own: (title: string, edition: string) => `${title}, utgåva ${edition}. En bedömning med skäl, aldrig en summa.`,
    adults: "Vuxna",
    part: (letter: string, label: string) => (/^\d+$/.test(letter) ? label : `${letter.toUpperCase()}. ${label}`),
    level: "Bedömning",
    reason: "Motivering",
    reasonNeeded: "Skriv varför. Motiveringen behövs innan utredningen avslutas.",
    answers: (n: number, of: number) => `Svar på frågorna: ${n} av ${of}`,
    done: (n: number, of: number) => `${n} av ${of} delar`,
    clear: "Ta tillbaka",
    notDone: "Inte bedömt",
  },
  concludeDialog: {
    title: "Avsluta utredningen",
    lead: "Hemmet blir utrett i dag och godkänt för det du skriver här. Det går inte att ångra, men godkännandet kan ändras på hemkortet.",
    care: "Vård",
    places: "Platser",
    ageFrom: "Från ålder",
    ageTo: "Till ålder",
    missing: "Det här saknas",
    overrideAsk: "Avsluta trots att något saknas",
    overrideHelp: "Skälet skrivs ut på papperet till nämnden.",
    refused: "Utredningen är inte avslutad, för något saknas. Att någon tar uppdraget och svaren från polisens register kan ingen gå förbi, inte ens med ett skäl.",
    cannot: "Rätta det som saknas, eller skriv ett skäl att avsluta ändå.",
    go: "Avsluta utredningen",
    back: "Gå tillbaka",
    done: (name: string) => `${name} är utrett och står nu bland hemmen.`,
  },
  closeDialog: {
    title: "Stäng utan att godkänna",
    lead: "Rekryteringen stängs i dag. Det går inte att ångra, men familjen kan komma tillbaka med en ny förfrågan. Skälet visas aldrig i listor.",
    code: "Skäl",
    by: { family: "Familjen", unit: "Enheten" } as Record<string, string>,
    text: "Kort om varför",
    returnOn: "Fråga igen",
    returnHelp: "Lämna tomt om ni inte ska höra av er. T.ex. +180",
    go: "Stäng rekryteringen",
    done: (name: string) => `Rekryteringen av ${name} är stängd.`,
  },
} as const;

/** How long it has stood in its stage, with icon and word when it is too long. */
export function waited(it: BoardRow, today: string): { status: Status; text: string } {
  if (it.closed_on) return { status: "waiting", text: `${it.states.includes("ended_by_family") ? "Avbruten av familjen" : "Avslutad av kommunen"} ${date(it.closed_on)}` };
  if (it.concluded_on) return { status: "done", text: `Godkänd ${date(it.concluded_on)}` };
  if (it.dormant_until && it.dormant_until > today) return { status: "waiting", text: `Vilar till ${date(it.dormant_until)}` };
  const days = it.days === 0 ? "i dag" : count(it.days, "dag", "dagar");
  if (it.late) return { status: "late", text: `Försenad, ${days} av ${it.limit_days ?? 0}` };
  if (it.days === 0) return { status: "ongoing", text: "Kom hit i dag" };
  return { status: "ongoing", text: it.limit_days === null ? days : `${days} av ${it.limit_days}` };
}

/** What is next and when, on one line. */
export function nextStep(it: Pick<BoardRow, "next_action" | "next_on">, today: string): { text: string; late: boolean } {
  const late = it.next_on !== null && daysBetween(today, it.next_on) < 0;
  if (!it.next_action && !it.next_on) return { text: sv.noNext, late: false };
  return { text: [it.next_action, it.next_on && date(it.next_on)].filter(Boolean).join(" · "), late };
}

/** Where on the page a thing is mended, as the end of its address. */
export function mendedAt(it: Blocker): string[] {
  switch (it.kind) {
    case "step_missing":
      return ["steg", it.step];
    case "person_step_missing":
      return ["interview", "interpretation"].includes(it.step) ? ["metod", it.person] : ["steg", it.step, it.person];
    case "interpreter_interviewed":
      return ["metod", it.person];
    case "screening_not_decided":
      return ["utfall"];
    case "household_reason_missing":
      return ["bedomning", "hushall", it.part];
    case "training_missing":
      return ["utbildning"];
    case "no_adult":
      return ["hushall"];
    case "person_number_missing":
      return ["person", it.person];
    case "check_missing":
    case "check_unread":
    case "check_used_before":
    case "check_too_old":
    case "remark_undecided":
    case "remark_not_accepted":
      return ["kontroll", it.person, it.register];
    case "references_missing":
      return ["referenser"];
    case "assessment_missing":
      return ["bedomning", it.person];
    case "assessment_reason_missing":
      return ["bedomning", it.person, it.part];
    case "investigation_part_missing":
      return ["utredning", it.part];
    case "family_not_told":
    case "family_answer_missing":
      return ["kommunicering"];
    case "second_reader_missing":
      return ["granskning"];
    case "delegation_not_set":
    case "approval_paper_not_issued":
    case "board_decision_missing":
      return ["beslut"];
    default:
      return [];
  }
}

/** The names that blockers of a family speak with. */
export function namesOf(family: { instrument: { key: string; title: string; parts: { key: string; label: string }[]; outcomes: { key: string; label: string }[] }; step_kinds: { key: string; label: string }[] }, registers: readonly { key: string; name: string }[]): NameOf {
  return (kind, key) => {
    if (kind === "register") return registers.find((it) => it.key === key)?.name ?? key;
    if (kind === "step") return family.step_kinds.find((it) => it.key === key)?.label ?? key;
    if (kind === "instrument") return family.instrument.key === key ? family.instrument.title : key;
    if (kind === "outcome") return family.instrument.outcomes.find((it) => it.key === key)?.label ?? key;
    if (kind === "part") return family.instrument.parts.find((it) => it.key === key)?.label ?? key;
    return key;
  };
}
