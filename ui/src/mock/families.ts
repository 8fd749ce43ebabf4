//! Made-up families in recruitment: nine as in an ordinary unit, or as many as the address asks for.
//!
//! What is left is reckoned in a short form of the program's own rules, so that the
//! pictures hang together; the program's rules are in `src-tauri/core/src/recruitment/rules.rs`.
import type { Blocker, BoardRow, EnquiryFacts, Family, HomeCard, MethodRecord, Person, RegisterCheck, SideState, Stage, StepKind } from "../api";
import rules from "@assets/rules/stages.toml?raw";
import { sources, tables } from "../sv/stages";
import { earlier, emptyInvestigation, settle, write } from "./investigation";
import { testNumber } from "./homes";
import { early, emptyMethods, emptyScreening, madeUpTraining, part } from "./instruments";
import { vocabulary } from "./vocabulary";

export const TODAY = "2026-11-23";
export const phases = tables(rules, "phase");
/** As they are shipped. */
export const stages: Stage[] = rules
  .split(/^\[\[/m)
  .filter((it) => it.startsWith("stage]]"))
  .map((it) => {
    const word = (key: string) => new RegExp(`^${key} = "([^"]*)"`, "m").exec(it)?.[1] ?? "";
    const days = /^limit_days = (\d+)/m.exec(it)?.[1];
    return { key: word("key"), label: word("label"), phase: word("phase"), limit_days: days ? Number(days) : null };
  });
const step = (key: string, label: string, stage: string, compulsory: boolean, more: Partial<StepKind> = {}): StepKind => ({ key, label, stage, compulsory, optional: !compulsory, per_adult: false, only_with_own_children: false, follows_from: null, form: null, ...more });
export const step_kinds = [
  step("first_contact", "Första samtal", "first_contact", true),
  step("information_meeting", "Informationsträff", "information", false),
  step("home_visit", "Hembesök", "visit", true, { form: "home_visit" }),
  step("home_visit_2", "Andra hembesök", "visit_2", false),
  step("interview", "Djupintervju", "interview", true, { per_adult: true, follows_from: "method" }),
  step("interpretation", "Tolkning eller analys", "interpretation", true, { per_adult: true, follows_from: "method" }),
  step("own_children", "Samtal med egna barn", "own_children", true, { only_with_own_children: true, form: "own_children" }),
];
const closings = [
  { key: "family_withdraws", label: "Familjen avstår", by: "family" },
  { key: "disagreement", label: "Oenighet i familjen", by: "family" },
  { key: "register_result", label: "Registerutfall", by: "unit" },
  { key: "housing", label: "Boende", by: "unit" },
  { key: "no_need_now", label: "Uppdraget finns inte nu", by: "unit" },
  { key: "other", label: "Övrigt", by: "unit" },
];
export const instrument = early([
  part("a", "Hushållet", "Vuxna i hushållet", "Barn i hushållet", "Andra boende på adressen", "Relationens längd och form", "Tidigare familjer och barn", "Planerade förändringar i familjen"),
  part("b", "Boende och närmiljö", "Bostadstyp och storlek", "Eget rum för placerat barn", "Säkerhet i och kring hemmet", "Djur i hemmet", "Rökning i hemmet", "Avstånd till skola och vård"),
  part("c", "Arbete, tid och ekonomi", "Sysselsättning per vuxen", "Tid hemma för barnet", "Möjlighet till ledighet vid inskolning", "Ekonomisk stabilitet", "Skulder eller betalningsanmärkningar", "Körkort och transport"),
  part("d", "Hälsa", "Fysisk hälsa per vuxen", "Psykisk hälsa per vuxen", "Längre sjukskrivningar", "Funktionsnedsättning i familjen", "Aktuell behandling eller medicinering"),
  part("e", "Alkohol, droger, spel", "Alkoholvanor", "Droger nu eller tidigare", "Spel om pengar", "Tidigare behandling för beroende"),
  part("f", "Brott och våld", "Dömd eller misstänkt för brott", "Våld mellan vuxna", "Våld eller kränkning mot barn", "Kontakt med socialtjänst som förälder", "Egna barn placerade"),
  part("g", "Nätverk och vardag", "Släkt och vänner som stöd", "Avlastning i nätverket", "Rutiner och regler hemma", "Fritid och intressen", "Tro, kultur, språk i hemmet"),
  part("h", "Motiv och inställning", "Skäl att vilja bli hem", "Alla i familjen eniga", "Egna barns inställning", "Förväntningar på ersättning", "Önskad ålder och antal", "Behov familjen inte kan möta", "Tidigare uppdrag och kommuner"),
  part("i", "Barnet och föräldrarollen", "Syn på uppfostran och gränser", "Hantering av konflikter", "Stöd i skolgång", "Ansvar för barnets hälsa", "Samarbete med barnets föräldrar", "Umgänge i eller utanför hemmet", "Samarbete med socialtjänsten", "Beredskap att ta emot handledning"),
]);
export const users = [
  { id: "u1", name: "Maja Modig", role: "supervisor" as const, title: null, phone: null, email: null },
  { id: "u2", name: "Karin Klok", role: "recruiter" as const, title: null, phone: null, email: null },
];

export function emptyHome(id: string, name: string, locality: string | null, phone: string | null): HomeCard {
  return {
    id, rev: 1, name, kind: "familjehem", street: null, postcode: null, locality, municipality: null, phone, email: null, protected: false, investigated_on: null, investigated_by: null, ended_on: null,
    ended_reason: null, description: null, standing: "in_recruitment", approved: 0, taken: 0, free: 0, checks_state: "missing", check_blockers: [], recruitment: null, people: [], scopes: [], wishes: [],
    pauses: [], taken_places: [], facts: [], capabilities: [], checks: [], placements: [], timeline: [], history: [], training: madeUpTraining(),
  };
}

export const noFacts = (): EnquiryFacts => ({ received_how: "phone", source_detail: null, meeting: null, ambassador: null, children_home: "Ett, 12 år", thoughts: "Hur lång tid tar det? Tänker sig ett barn i skolåldern.", said_phone: null, said_email: null, said_address: null });

export function emptyFamily(id: string, home: HomeCard): Family {
  return {
    id, opened_on: TODAY, source: "phone", owner_id: "u1", enquiry: null, next_action: null, next_on: null, dormant_until: null, concluded_on: null, override_reason: null, closed_on: null,
    closing_code: null, closing_text: null, return_on: null, stage: "enquiry", way: [], phases, enquiry_facts: noFacts(), blockers: [], steps: [], references: [], assessments: [], answers: [], home, instrument, screening: emptyScreening(), methods: emptyMethods(), stages, step_kinds, closings, sources, users, investigation: emptyInvestigation(),
  };
}

function person(id: string, given: string, family: string, birth: string, more: Partial<Person> = {}): Person {
  return {
    id, given_name: given, family_name: family, personal_number: testNumber(birth, 980), birth_date: birth, age: 2026 - Number(birth.slice(0, 4)) - (birth.slice(5) > "11-23" ? 1 : 0), role: "carer", to_check: true, checked: true,
    protected: false, phone: null, email: null, occupation: null, moved_in_on: null, moved_out_on: null, ...more,
  };
}

const check = (id: string, who: string, register: string, more: Partial<RegisterCheck>): RegisterCheck => ({
  id, person: who, register, consent_on: null, asked_on: "2026-10-12", received_on: "2026-10-29", read_by: "Maja Modig", result: "no_remark", assessment: null, decision: null, decided_by: null, decided_on: null, extract: "destroyed", extract_on: "2026-10-29", valid_to: "2027-04-29", ...more,
});

/** How far each of the nine has come: the number of stages that are done. */
const FAR: [name: string, locality: string, far: number, opened: string, latest: string, owner: string | null, next: string | null, nextOn: string | null][] = [
  ["Granlund", "Gränna", 0, "2026-11-20", "2026-11-20", "u1", "Ring upp efter kl. 17", "2026-11-24"],
  ["Hägg", "Tenhult", 0, "2026-11-02", "2026-11-02", null, null, null],
  ["Ström", "Björkvik", 3, "2026-08-25", "2026-10-29", "u1", "Påminn om utdrag från Försäkringskassan", "2026-11-18"],
  ["Älvbro", "Bankeryd", 1, "2026-10-19", "2026-11-12", "u2", "Boka första bedömningen", "2026-11-30"],
  ["Sjövik", "Åsa", 2, "2026-09-14", "2026-11-04", "u2", "Hembesök", "2026-11-26"],
  ["Dalhem", "Gränna", 4, "2026-08-03", "2026-11-09", "u1", "Ring den andra referensen", "2026-11-25"],
  ["Öhrn", "Tenhult", 5, "2026-06-22", "2026-11-16", "u2", "Djupintervju med Rut", "2026-12-01"],
  ["Videby", "Björkvik", 6, "2026-05-04", "2026-10-20", "u1", "Skriv sammanfattningen", "2026-11-27"],
  ["Ljungdal", "Åsa", 7, "2026-04-13", "2026-11-19", "u1", "Avsluta och skriv papper", "2026-11-27"],
];

export function madeUpFamilies(how: string): Family[] {
  if (how === "empty") return [];
  const rounds = how === "crowded" ? 6 : 1;
  return Array.from({ length: rounds }, (_, round) => FAR.map((it, n) => family(it, n, round))).flat();
}

function family([surname, locality, far, opened, latest, owner, next, nextOn]: (typeof FAR)[number], n: number, round: number): Family {
  const id = `r${round * 9 + n + 1}`;
  const own = `${surname} Påhittad`;
  const home = emptyHome(`rh${id}`, round > 0 && n === 3 ? `Familjen ${surname}-Wassgård von Påhittad med ett mycket långt namn` : `Familjen ${own}${round > 0 ? ` ${round + 1}` : ""}`, locality, "070-174 06 05");
  const it = emptyFamily(id, home);
  home.recruitment = id;
  Object.assign(it, { opened_on: opened, owner_id: owner, next_action: next, next_on: nextOn, enquiry: "Ringde efter informationsträffen. Har rum över sedan äldsta dottern flyttade. Tänker sig ett barn i skolåldern, gärna länge. Nås säkrast efter fem." });
  if (far === 0) return left(it);
  const [a, b] = [`${id}a`, `${id}b`];
  home.people = [
    person(a, "Rut", own, "1979-04-12", { occupation: "Lärare, 80 %", phone: "070-174 06 05" }),
    person(b, "Nils", own, "1976-09-30", { occupation: "Elektriker", ...(n === 2 ? { personal_number: null, birth_date: null, age: null } : {}) }),
    person(`${id}c`, "Tage", own, "2014-02-17", { role: "own_child", to_check: false, checked: false }),
  ];
  it.steps = [{ id: `${id}s1`, step: "first_contact", person: null, planned_on: null, done_on: opened, done_by: "Maja Modig", text: "Lugnt samtal, båda hemma. Vill veta mer om umgänge." }];
  if (far === 1) it.steps.push({ id: `${id}s0`, step: "information_meeting", person: null, planned_on: null, done_on: latest, done_by: "Karin Klok", text: null });
  if (far === 2) it.steps.push({ id: `${id}s7`, step: "home_visit", person: null, planned_on: "2026-11-26", done_on: null, done_by: null, text: null });
  if (far >= 2 || n === 2) {
    for (const who of [a, b]) for (const one of instrument.parts) it.assessments.push({ person: who, part: one.key, level: one.key === "c" && who === b ? "needs_light" : "no_known_risk", reason: one.key === "c" && who === b && far > 2 && n !== 2 ? "Skiftarbete. Har pratat med chefen om dagtid." : null });
    it.answers = [{ person: a, item: "a.1", answer: "Rut och Nils, gifta sedan 2005", follow_up: null }, { person: a, item: "a.2", answer: "Tage, 12 år", follow_up: "Bor hos oss varannan vecka." }, { person: a, item: "b.2", answer: "yes", follow_up: null }];
  }
  if (far >= 3) it.steps.push({ id: `${id}s2`, step: "home_visit", person: null, planned_on: "2026-09-30", done_on: "2026-09-30", done_by: "Maja Modig", text: "Eget rum på övervåningen. Tage visade kojan." });
  if (far >= 3) {
    for (const who of [a, b]) for (const register of vocabulary.registers.filter((one) => one.compulsory)) {
      const open = far === 3 && (register.key === "forsakringskassan" || (who === b && register.key !== "belastningsregistret"));
      if (!open) home.checks.push(check(`${who}-${register.key}`, who, register.key, far === 3 && who === a && register.key === "kronofogden" ? { result: "remark", extract: null, extract_on: null } : {}));
      else if (who === a) home.checks.push(check(`${who}-${register.key}`, who, register.key, { received_on: null, result: null, read_by: null, extract: null, extract_on: null, valid_to: null }));
    }
    it.references = [{ id: `${id}f1`, kind: "work", given_by: "Siv Chef Påhittad", phone: "070-174 06 06", taken_on: "2026-10-20", text: "Pålitlig och varm. Har haft praktikanter hos sig i tio år och håller kontakt med flera." }];
  }
  if (far >= 5) it.references.push({ id: `${id}f2`, kind: "network", given_by: "Märta Granne Påhittad", phone: null, taken_on: "2026-11-09", text: "Känner familjen sedan 2009." });
  if (far === 4) it.references.push({ id: `${id}f3`, kind: "school", given_by: "Åke Rektor Påhittad", phone: "070-174 06 07", taken_on: null, text: null });
  if (far >= 2) Object.assign(it.screening, { outcome: "go_on", outcome_on: latest, outcome_by: "Maja Modig", outcome_reason: far === 2 ? "Ekonomin tas upp vid hembesöket." : null, household: [{ part: "c", level: "needs_light", reason: "Två lån, en fast inkomst." }] });
  if (far >= 5) for (const who of far === 5 ? [a] : [a, b]) it.methods.records.push(record(`${id}m${who}`, who, far, who === b));
  if (far === 5) it.methods.records.push({ ...record(`${id}m${b}`, b, far, true), interview_on: null, planned_on: "2026-12-01", interpreted_on: null, interpreter: null, interpreter_interviewed: false, strengths: null, vulnerabilities: null, support_needs: null, suits: null, does_not_suit: null });
  home.training = madeUpTraining([{ person: a, name: `Rut ${own}`, attended: far >= 5 ? 3 : 0 }, { person: b, name: `Nils ${own}`, attended: far >= 5 ? 2 : 0 }], far >= 5 ? { supervision: [{ id: `${id}h`, given_by: "Hanna Handledare Påhittad", often: "var tredje vecka", next_on: "2026-12-03", ended_on: null, text: null }] } : {});
  if (far >= 6) it.steps.push({ id: `${id}s4`, step: "own_children", person: null, planned_on: null, done_on: "2026-10-20", done_by: "Karin Klok", text: null });
  if (far >= 7) {
    write(it);
    it.investigation.earlier = [earlier.file];
  }
  return left(it);
}

function record(id: string, who: string, far: number, second: boolean): MethodRecord {
  return {
    id, person: who, method: "kalvesten", edition: null, planned_on: null, interview_on: "2026-10-20", interview_2_on: null, interviewer_1: "Karin Klok", interviewer_2: "Maja Modig", vignette_set: null,
    interpreter: second && far === 6 ? "Maja Modig" : "Tore Tolk Påhittad", interpreted_on: "2026-11-05", interpreter_reason: null, interpreter_interviewed: second && far === 6, feedback_on: "2026-11-12",
    strengths: "Lugn och rak. Minns sin barndom med värme.", vulnerabilities: "Säger sent ifrån.", support_needs: "Handledning det första året.", suits: "Barn i skolåldern som vill ha fasta rutiner.", does_not_suit: "Spädbarn.",
    areas: [{ category: "k7", lit: true, note: "Skolstarten, väl omhändertagen." }],
  };
}

/** Reckons again what is left and where the family stands. */
export function left(it: Family): Family {
  const found: Blocker[] = [];
  const carers = it.home.people.filter((one) => one.role === "carer");
  const name = (one: Person) => `${one.given_name} ${one.family_name}`.trim();
  if (it.closed_on ?? it.concluded_on) found.push({ kind: "recruitment_closed", on: it.closed_on ?? it.concluded_on ?? TODAY });
  if (carers.length === 0) found.push({ kind: "no_adult" });
  for (const one of carers) if (!one.birth_date) found.push({ kind: "person_number_missing", person: one.id, name: name(one) });
  const children = it.home.people.some((one) => one.role === "own_child");
  for (const kind of step_kinds.filter((one) => one.compulsory && (children || !one.only_with_own_children))) {
    const byRecord = (who: string | null) => it.methods.records.some((one) => one.person === who && (kind.key === "interview" ? one.interview_on : kind.key === "interpretation" ? one.interpreted_on : null));
    const done = (who: string | null) => byRecord(who) || it.steps.some((one) => one.step === kind.key && one.done_on && (!who || one.person === who));
    if (kind.per_adult) for (const one of carers) done(one.id) || found.push({ kind: "person_step_missing", step: kind.key, person: one.id, name: name(one) });
    else if (!done(null)) found.push({ kind: "step_missing", step: kind.key });
  }
  for (const one of carers) {
    const own = it.assessments.filter((a) => a.person === one.id && a.level);
    if (own.length < 9) found.push({ kind: "assessment_missing", instrument: instrument.key, parts: 9 - own.length, person: one.id, name: name(one) });
    for (const a of own) if (a.level !== "no_known_risk" && !a.reason) found.push({ kind: "assessment_reason_missing", instrument: instrument.key, part: a.part, person: one.id, name: name(one) });
  }
  for (const one of it.home.people.filter((p) => p.to_check)) for (const register of vocabulary.registers.filter((r) => r.compulsory)) {
    const answer = it.home.checks.find((c) => c.person === one.id && c.register === register.key && c.received_on);
    if (!answer) found.push({ kind: "check_missing", register: register.key, person: one.id, name: name(one) });
    else if (answer.result === "remark" && !answer.decision) found.push({ kind: "remark_undecided", register: register.key, person: one.id, name: name(one) });
  }
  if (!it.instrument.outcomes.find((one) => one.key === it.screening.outcome)?.goes_on) found.push({ kind: "screening_not_decided", outcome: it.screening.outcome });
  for (const one of it.methods.records) if (one.interpreter_interviewed && !one.interpreter_reason) found.push({ kind: "interpreter_interviewed", person: one.person, name: name(carers.find((p) => p.id === one.person) ?? carers[0]!) });
  const taken = it.references.filter((one) => one.taken_on).length;
  if (taken < 2) found.push({ kind: "references_missing", have: taken, need: 2 });
  settle(it);
  const own = it.investigation;
  for (const part of own.parts) if (part.kind.compulsory && (children || !part.kind.only_with_own_children) && !part.value) found.push({ kind: "investigation_part_missing", part: part.kind.key });
  for (const key of ["care", "age_from", "age_to", "places", "review_on"] as const) if (own[key] === null) found.push({ kind: "investigation_part_missing", part: key });
  if (!own.sent_on) found.push({ kind: "family_not_told" });
  else if (!own.answer) found.push({ kind: "family_answer_missing", due: own.answer_due });
  if (!own.read_on) found.push({ kind: "second_reader_missing" });
  if (own.care) found.push(!own.delegation ? { kind: "delegation_not_set", care: own.care } : { kind: own.paper?.issued ? "board_decision_missing" : "approval_paper_not_issued" });
  it.blockers = found;
  it.stage = stages.find((one) => found.some((b) => stageOf(b) === one.key))?.key ?? "decision";
  return it;
}

function stageOf(it: Blocker): string {
  if ("step" in it) return step_kinds.find((one) => one.key === it.step)?.stage ?? "";
  if (it.kind === "no_adult") return "enquiry";
  if (it.kind === "person_number_missing") return "checks";
  if (it.kind.startsWith("assessment") || it.kind === "screening_not_decided") return "screening";
  if (it.kind === "interpreter_interviewed") return "interpretation";
  if (it.kind === "references_missing") return "references";
  if (it.kind === "investigation_part_missing") return "writing";
  if (it.kind.startsWith("family_")) return "communication";
  if (it.kind === "second_reader_missing") return "review";
  return ["delegation_not_set", "approval_paper_not_issued", "board_decision_missing"].includes(it.kind) ? "decision" : "checks";
}

export function boardRow(it: Family): BoardRow {
  const latest = [it.opened_on, ...it.steps.map((one) => one.done_on ?? ""), ...it.references.map((one) => one.taken_on ?? ""), ...it.home.checks.map((one) => one.received_on ?? "")].sort().at(-1) ?? TODAY;
  const days = Math.round((Date.parse(TODAY) - Date.parse(latest)) / 86_400_000);
  const open = !it.closed_on && !it.concluded_on;
  const limit = stages.find((one) => one.key === it.stage)?.limit_days ?? null;
  const resting = open && !!it.dormant_until && it.dormant_until > TODAY;
  const here = it.blockers.filter((one) => stageOf(one) === it.stage);
  const asked = (one: Blocker) => one.kind === "check_missing" && it.home.checks.some((c) => c.person === one.person && c.register === one.register && c.asked_on);
  const states: SideState[] = it.closed_on ? ["ended_by_family"] : it.concluded_on ? ["approved"] : [...(resting ? (["resting"] as const) : []), ...(here.length > 0 && here.every(asked) ? (["awaiting_extracts"] as const) : [])];
  const contacted = it.steps.some((one) => one.step === "first_contact" && one.done_on);
  const replyOn = new Date(Date.parse(it.opened_on) + 7 * 86_400_000).toISOString().slice(0, 10);
  return {
    id: it.id, home: it.home.id, name: it.home.name, locality: it.home.locality, stage: it.stage, opened_on: it.opened_on, since: latest, latest_on: latest, days, limit_days: limit, states,
    late: open && !resting && limit !== null && days > limit,
    reply: open && !contacted ? { from: it.opened_on, days: 7, on: replyOn, late: replyOn < TODAY } : null,
    owner_id: it.owner_id, owner: users.find((one) => one.id === it.owner_id)?.name ?? null, next_action: it.next_action, next_on: it.next_on, missing: open ? it.blockers : [],
    adults: it.home.people.filter((one) => one.role === "carer").map((one) => ({ id: one.id, name: `${one.given_name} ${one.family_name}` })),
    dormant_until: it.dormant_until, closed_on: it.closed_on, concluded_on: it.concluded_on,
  };
}
