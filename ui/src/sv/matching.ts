//! The match in Swedish sentences: each code with its facts becomes words here, and only here.
//!
//! Every switch is exhaustive: a code without words does not pass the type check.
import type { AnswerAge, Band, BandReason, CareKind, Coverage, Cure, Essentials, Evidence, Fit, GateFact, GateKey, GateResult, HomeResult, HouseholdWarning, MatchRow, Measure, NeedResult, NetworkState, WarningFact } from "../api/types";
import { count, date, number, span } from "./format";
import { terms } from "./terms";

/** Names that the facts point at. With hidden names `person` answers "en vuxen". */
export interface Names {
  need: (key: string) => string;
  person: (id: string) => string;
  register: (key: string) => string;
  today: string;
}

export const bands: Record<Band, { title: string; note: string; number: 1 | 2 | 3 | 4 }> = {
  possible: { title: terms.band.possible, note: "Inget hindrar, och allt nödvändigt är mött.", number: 1 },
  possible_more_to_learn: { title: terms.band.possible_more_to_learn, note: "Inget hindrar, men något viktigt är inte känt eller inte ordnat.", number: 2 },
  only_if: { title: terms.band.only_if, note: "Något hindrar, och någon får besluta om det.", number: 3 },
  hindered: { title: terms.band.hindered, note: "Något hindrar som ingen får besluta bort.", number: 4 },
};

export const gateNames: Record<GateKey, string> = {
  scope: "Godkännande",
  checks: "Registerkontroller",
  pause: "Uppehåll",
  room: "Platser",
  safety: "Säkerhet",
  essential_need: "Nödvändigt behov",
  child_assessment: "Utredning för barnet",
};

const careKinds: Record<CareKind, string> = {
  familjehem: "familjehemsvård",
  jourhem: "jourhemsvård",
  network_home: "vård i nätverket",
  contact_family: "kontaktfamilj",
};

/** What a gate found. */
export function gateText(it: GateFact, names: Names): string {
  switch (it.kind) {
    case "clear":
      return "Inget hindrar.";
    case "not_investigated":
      return "Ingen socialnämnd har utrett hemmet färdigt.";
    case "no_approval":
      return "Inget godkännande gäller den dagen.";
    case "care_kind_not_covered":
      return `Godkännandet gäller inte ${careKinds[it.care_kind]}.`;
    case "named_for_another_child":
      return "Godkännandet gäller ett annat, namngivet barn.";
    case "age_not_covered":
      return `Barnet är ${it.age} år då. Godkännandet gäller ${ages(it.age_from, it.age_to)}.`;
    case "no_adults":
      return "Ingen vuxen i hemmet är inskriven, så inga register är kontrollerade.";
    case "check_missing":
      return `${start(names.person(it.person))} saknar svar från ${inside(names.register(it.register))}.`;
    case "check_too_old":
      return `Svaret om ${names.person(it.person)} från ${inside(names.register(it.register))} är från ${date(it.result_on)} och gällde till ${date(it.valid_to)}.`;
    case "check_remark":
      return it.remark === "not_accepted"
        ? `Anmärkningen om ${names.person(it.person)} i ${inside(names.register(it.register))} godtogs inte.`
        : `Anmärkningen om ${names.person(it.person)} i ${inside(names.register(it.register))} är inte bedömd.`;
    case "paused":
      return it.to ? `Hemmet har uppehåll till och med ${date(it.to)}.` : `Hemmet har uppehåll tills vidare, sedan ${date(it.from)}.`;
    case "no_room":
      return `${count(it.needed, "plats", "platser")} behövs. Av ${it.approved} godkända är ${it.placed} tagna${it.reserved > 0 ? ` och ${it.reserved} reserverade` : ""}.`;
    case "ivo_notice":
      return `Det blir ${it.children} placerade barn i hemmet. Fler än ${it.limit} anmäls till IVO.`;
    case "safety_conflict":
      return `${terms.safety_kind[it.conflict]}. Barnet kan inte bo här.`;
    case "allergy":
      return `Barnet är allergiskt, och hemmet har ${terms.animal[it.animal]}.`;
    case "animals_not_known":
      return "Barnet är allergiskt, och vi vet inte om hemmet har djur.";
    case "essential_no":
      return `Hemmet kan inte möta ”${names.need(it.need)}” (${ground(it.evidence)} ${date(it.on)}).`;
    case "child_not_assessed":
      return "Den kompletterande utredningen för just det här barnet är inte gjord.";
  }
}

/** What lifts it, as something one can do. */
export function cureText(it: Cure, names: Names): string {
  switch (it.kind) {
    case "investigate":
      return "Gör hemutredningen klar.";
    case "change_approval":
      return "Ändra eller förnya godkännandet.";
    case "register_adults":
      return "Skriv in de vuxna i hemmet.";
    case "request_check":
      return `Begär ett nytt svar från ${inside(names.register(it.register))} om ${names.person(it.person)}.`;
    case "assess_remark":
      return `Bedöm anmärkningen om ${names.person(it.person)} i ${inside(names.register(it.register))}.`;
    case "start_after":
      return `Börja ${date(it.day)} eller senare.`;
    case "call_home":
      return "Ring hemmet och fråga om uppehållet.";
    case "release_reservation":
      return `Släpp ${count(it.places, "reserverad plats", "reserverade platser")}.`;
    case "approve_places":
      return `Godkänn ${count(it.places, "plats", "platser")} till.`;
    case "notify_ivo":
      return "Förbered anmälan till IVO.";
    case "ask_about_animals":
      return "Fråga hemmet om djur.";
    case "agree_measure":
      return `Kom överens om ett stöd för ”${names.need(it.need)}”.`;
    case "assess_for_child":
      return "Gör den kompletterande utredningen.";
  }
}

/** Who may look past a hinder. */
export function overridable(it: GateResult): string | null {
  if (it.outcome !== "hinder") return null;
  if (it.overridable_by === null) return "Ingen får besluta bort det här.";
  return it.overridable_by === "supervisor" ? "Enhetschefen får besluta om undantag." : "Handläggaren får gå vidare efter ett samtal med hemmet.";
}

/** Why a home without a hinder is not in the first band. */
export function reasonText(it: BandReason, names: Names): string {
  switch (it.kind) {
    case "no_needs":
      return "Barnet har inga behov inskrivna att väga.";
    case "essential_unknown":
      return `Vi vet inte om hemmet kan möta ”${names.need(it.need)}”.`;
    case "essential_lacks_measure":
      return `”${names.need(it.need)}” går med stöd, men stödet är inte ordnat.`;
    case "essential_no_overridden":
      return `Hemmet kan inte möta ”${names.need(it.need)}”; undantag är beslutat.`;
    case "coverage_low":
      return `Vi vet för lite: ${number(it.hundredths)} av 100 delar är kända, och ${number(it.limit)} behövs.`;
  }
}

/** What the household should be asked about first. */
export function warningText(it: WarningFact): string {
  switch (it.kind) {
    case "placed_child_close":
      return `Ett annat placerat barn i hemmet är nära i ålder (${it.age} år).`;
    case "own_child_close":
      return `Ett eget barn är nära i ålder (${it.age} år${it.younger ? ", yngre" : ""}).`;
    case "others_placed":
      return `Barnet behöver vara ensamt placerat, och ${count(it.placed, "barn är", "barn är")} redan placerade där.`;
    case "housemate_needs_to_be_only":
      return "Ett barn som redan bor i hemmet behöver vara ensamt placerat.";
    case "demanding_needs":
      return `${count(it.children, "barn", "barn")} i hemmet har stora behov.`;
    case "bedrooms_short":
      return `Sovrummen räcker inte: ${it.free} lediga, ${it.needed} behövs.`;
    case "bedrooms_not_known":
      return "Vi vet inte om det finns ett ledigt sovrum.";
    case "planned_change":
      return `${changes[it.change]} väntas ${date(it.on)}.`;
  }
}
const changes = { baby: "Ett nytt barn", move: "En flytt", retirement: "En pensionering", other: "En förändring i hemmet" } as const;

/** On what an answer rests, inside a sentence. */
export function ground(it: Evidence): string {
  return { seen: "det har vi sett", assessed: "bedömt", stated: "hemmet sa det" }[it];
}

/** How the home meets a need: what it answers, on what ground, and how it is arranged. */
export function needText(it: NeedResult, measure: Measure | null, today: string): string {
  const answer = it.answer;
  if (!answer) return "Vi vet inte. Hemmet har inte fått frågan.";
  const on = `${ground(answer.evidence)} ${date(answer.on)}, ${span(answer.on, today)}`;
  if (it.level === "unknown") return `Vi vet inte längre. ${start(said[answer.level])} (${on}).`;
  if (it.level === "with_support") {
    return measure ? `${measureText(measure)} Svaret: ${on}.` : `Stödet är inte ordnat än. Svaret: ${on}.`;
  }
  return `${start(on)}.`;
}
const said = { yes: "förr sa svaret ja", with_support: "förr sa svaret ja med stöd", no: "förr sa svaret nej", unknown: "svaret var oklart" } as const;

export function measureText(it: Measure): string {
  const before = it.before ? `, före ${date(it.before)}` : "";
  return `${start(it.text.replace(/\.$/, ""))}${it.owner ? `. Ordnas av ${it.owner}` : ""}${before}.`;
}

/** The same in few words, for a table: what it rests on, or the measure. */
export function briefText(it: NeedResult, measure: Measure | null): string {
  const answer = it.answer;
  if (!answer) return "Inte frågat.";
  if (it.level === "unknown") return `Svaret från ${date(answer.on)} är för gammalt.`;
  if (it.level === "with_support") return measure ? measureText(measure) : "Stödet är inte ordnat.";
  return `${start(ground(answer.evidence))} ${date(answer.on)}.`;
}

/** The age of an answer, when it should be asked again. */
export function ageText(it: AnswerAge): string | null {
  switch (it.kind) {
    case "ageless":
    case "fresh":
      return null;
    case "amber":
      return `Börjar bli gammalt (sedan ${date(it.since)}). Fråga igen.`;
    case "aged":
      return `För gammalt för att räknas sedan ${date(it.since)}. Fråga på nytt.`;
  }
}

/** The bar in words. Never a promise: only what the answers say. */
export function fitText(it: Fit | null): string {
  if (!it) return "Inget är känt";
  if (it.tenths >= 9) return "Nästan allt känt passar";
  if (it.tenths >= 7) return "Det mesta känt passar";
  if (it.tenths >= 4) return "En del av det kända passar";
  return "Lite av det kända passar";
}

/** How much is known. */
export function coverageText(it: Coverage | null): string {
  if (!it) return "Inga behov att väga";
  if (it.known === it.total) return "Allt är känt";
  if (it.tenths >= 8) return "Det mesta är känt";
  if (it.tenths >= 5) return "En del är inte känt";
  return "Mycket är inte känt";
}

/** The essentials counted: "2 av 4 nödvändiga, 1 med stöd, 1 okänt". */
export function essentialsText(it: Essentials): string {
  const all = it.met + it.with_measure + it.open + it.unknown;
  if (all === 0) return "Inga nödvändiga behov";
  const rest = [
    it.with_measure > 0 ? `${it.with_measure} med stöd` : "",
    it.open > 0 ? `${it.open} ${it.open === 1 ? "öppet" : "öppna"}` : "",
    it.unknown > 0 ? `${it.unknown} ${it.unknown === 1 ? "okänt" : "okända"}` : "",
  ].filter(Boolean);
  return [`${it.met} av ${all} nödvändiga`, ...rest].join(", ");
}

/** One calm line: why the home stands where it stands. */
export function whyText(it: MatchRow, names: Names): string {
  const lead = it.lead;
  if (lead.kind === "hinder") {
    const more = lead.more > 0 ? ` Och ${count(lead.more, "hinder", "hinder")} till.` : "";
    const cure = lead.cure && it.band === "only_if" ? ` ${cureText(lead.cure, names)}` : "";
    return gateText(lead.fact, names) + cure + more;
  }
  if (lead.kind === "reason") {
    const more = lead.more > 0 ? ` Och ${count(lead.more, "sak", "saker")} till att ta reda på.` : "";
    return reasonText(lead.reason, names) + more;
  }
  if (it.essentials.met + it.essentials.with_measure === 0) return "Inget hindrar. Inget behov är nödvändigt.";
  return it.essentials.with_measure > 0 ? "Allt nödvändigt är mött eller ordnat med stöd." : "Allt nödvändigt är mött.";
}

/** What to ask the home: everything that is not known, too old, said two ways, or not arranged. */
export function questions(it: HomeResult, names: Names): string[] {
  const needs = it.needs.flatMap((need) => {
    const name = names.need(need.need);
    if (need.answer?.contradicted) return [`Vad gäller om ”${name}”? Hemmet har svarat på två sätt.`];
    if (need.level === "unknown") return [need.answer ? `Gäller svaret om ”${name}” fortfarande?` : `Kan ni möta ”${name}”?`];
    if (need.level === "with_support" && !need.measure_written) return [`Vilket stöd behövs för ”${name}”, och vem ordnar det?`];
    return need.answer?.age.kind === "amber" ? [`Gäller svaret om ”${name}” fortfarande?`] : [];
  });
  const animals = it.gates.some((gate) => gate.fact.kind === "animals_not_known") ? ["Har ni djur hemma? Vilka?"] : [];
  const rooms = it.warnings.some((one) => one.fact.kind === "bedrooms_not_known") ? ["Finns det ett ledigt sovrum?"] : [];
  return [...needs, ...animals, ...rooms];
}

/** The search in the child's own network, in one sentence. */
export function networkText(it: NetworkState): string {
  switch (it.kind) {
    case "not_considered":
      return "Det egna nätverket är inte prövat.";
    case "unfinished":
      return `Det egna nätverket: ${count(it.without_outcome, "person", "personer")} är inte prövade än.`;
    case "none_found":
      return "Ingen i det egna nätverket fanns att pröva.";
    case "considered":
      return `Det egna nätverket är prövat: ${[
        it.assessed > 0 ? `${it.assessed} kan bli hem` : "",
        it.declined > 0 ? `${it.declined} tackade nej` : "",
        it.unsuitable > 0 ? `${it.unsuitable} passar inte` : "",
      ].filter(Boolean).join(", ")}.`;
  }
}

/** How often the home has been asked lately. */
export function requestsText(it: HomeResult, today: string): string {
  if (!it.last_request_on) return "Har aldrig tillfrågats";
  const times = it.requests_last_year === 1 ? "en gång" : `${it.requests_last_year} gånger`;
  return `Tillfrågat ${times} det senaste året, senast ${span(it.last_request_on, today)}`;
}

export function measureOf(it: HouseholdWarning): string | null {
  return it.measure ? measureText(it.measure) : null;
}

function ages(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return `${from}–${to} år`;
  if (from !== null) return `från ${from} år`;
  return to !== null ? `till ${to} år` : "alla åldrar";
}

function start(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inside(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A name that tells nothing: letters, never a number that looks like a rank. */
export function hiddenName(index: number): string {
  let letters = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `Hem ${letters}`;
}
