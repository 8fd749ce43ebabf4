//! Recruitment's calls and the day, answered from made-up families. `?families=` in the address: `empty`, `crowded`, `error`, `refuse`.
import type {
  BoardQuery, CloseRecruitment, ConcludeStudy, DecideScreening, Delegation, Family, NewEnquiry, NewMethodRecord, NewPerson, NewReference, NoteTraining, OverrideStudy, Problem, RecordReading, RecordStep, RowRef, SaveAnswer, SaveAssessment, SaveField, SaveFollowUp, SaveFormAnswer, SaveHouseholdAssessment,
  SaveMethodArea, Similar, SimilarQuery,
} from "../api";
import { answers as homeAnswers } from "./homes.answers";
import type { Answers } from "./index";
import { delegations, earlier, homeStudies } from "./investigation";
import { answers as matchingAnswers } from "./matching.answers";
import { answers as paperAnswers } from "./papers.answers";
import { meetingAnswers } from "./meetings";
import { boardRow, emptyFamily, emptyHome, left, madeUpFamilies, phases, stages, step_kinds, TODAY, users } from "./families";
import { madeUpToday } from "./today";

const how = new URLSearchParams(location.search).get("families") ?? "ordinary";
const families = madeUpFamilies(how);
const gone = new Map<string, () => void>();
let next = 1;

const refuse = (problem: Problem): never => {
  throw problem;
};
const fail = () => refuse({ kind: "internal", reference: "b81e44c0" });
const one = (id: string): Family => families.find((it) => it.id === id) ?? refuse({ kind: "not_found", what: "recruitment" });
const copy = <T>(it: T): T => JSON.parse(JSON.stringify(it)) as T;
const made = () => `y${next++}`;
/** What the other areas answer about their own records. */
const others: Answers = { ...homeAnswers, ...matchingAnswers, ...paperAnswers };
const pass = (name: keyof Answers, input: unknown) => others[name]?.(input as never);

function lists(it: Family): Record<string, { id: string }[]> {
  return { recruitment: [it], investigation: [{ ...it.investigation, id: it.id } as never], step: it.steps, reference: it.references, method_record: it.methods.records, mentor: it.home.training.mentors, supervision: it.home.training.supervision, person: it.home.people, register_check: it.home.checks, home: [it.home] };
}

function save(input: SaveField): unknown {
  const { entity, id, field, value } = input;
  const owner = families.find((it) => lists(it)[entity]?.some((row) => row.id === id));
  if (!owner) return pass("save_field", input);
  if (how === "refuse") refuse({ kind: "invalid", field, reason: { code: "too_long", max: 200 } });
  if (entity === "investigation") {
    const own = owner.investigation;
    const part = own.parts.find((it) => it.kind.key === field);
    if (part) part.value = value;
    else (own as unknown as Record<string, unknown>)[field] = value !== null && ["age_from", "age_to", "places"].includes(field) ? Number(value) : value;
    if (field === "care") own.delegation = delegations.find((it) => it.care === value && it.body) ?? null;
    return { value, rev: next++ };
  }
  const row = lists(owner)[entity]?.find((it) => it.id === id) as unknown as Record<string, unknown>;
  if (field.endsWith("_on") && value && value > TODAY && !["planned_on", "next_on", "return_on"].includes(field)) refuse({ kind: "invalid", field, reason: { code: "in_future" } });
  row[field] = value === null ? null : typeof row[field] === "boolean" ? value === "1" : value;
  if (field === "personal_number" && value) row.birth_date = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
  if (field === "received_on") row.valid_to = value ? "2027-05-23" : null;
  return { value, rev: next++ };
}

function remove(input: RowRef): unknown {
  for (const it of families) {
    const [all, key] = input.entity === "step" ? [it, "steps"] : input.entity === "reference" ? [it, "references"] : input.entity === "person" ? [it.home, "people"] : input.entity === "register_check" ? [it.home, "checks"] : [null, ""];
    const rows = (all as Record<string, { id: string }[]> | null)?.[key];
    if (!all || !rows?.some((row) => row.id === input.id)) continue;
    (all as unknown as Record<string, unknown>)[key] = rows.filter((row) => row.id !== input.id);
    gone.set(input.id, () => ((all as unknown as Record<string, unknown>)[key] = rows));
    return null;
  }
  return pass("remove_row", input);
}

export const answers: Answers = {
  users: () => users,
  today: () => (how === "error" ? fail() : madeUpToday(how)),
  recruitment_board: ({ owner, ended, state }: BoardQuery) => {
    if (how === "error") fail();
    const rows = families.filter((it) => (ended || (!it.closed_on && !it.concluded_on)) && (!owner || it.owner_id === owner)).map((it) => boardRow(left(it))).filter((it) => !state || it.states.includes(state));
    return { phases, stages, step_kinds, rows: rows.sort((a, b) => a.latest_on.localeCompare(b.latest_on)) };
  },
  recruitment_family: ({ id }: { id: string }) => (how === "error" ? fail() : copy(left(one(id)))),
  open_enquiry: (input: NewEnquiry) => {
    const id = made();
    const home = emptyHome(input.home ?? made(), input.name, input.locality, input.phone);
    const it = emptyFamily(id, home);
    Object.assign(it, { source: input.source, enquiry: input.text });
    families.push(it);
    pass("keep_draft", { key: input.draft ?? "", text: "" });
    return id;
  },
  record_step: (input: RecordStep) => {
    const id = made();
    one(input.recruitment).steps.push({ id, step: input.step, person: input.person, planned_on: input.planned_on, done_on: input.done_on, done_by: "Maja Modig", text: null });
    return id;
  },
  add_reference: (input: NewReference) => {
    const id = made();
    one(input.recruitment).references.push({ id, kind: input.kind, given_by: input.given_by, phone: null, taken_on: input.taken_on, text: null });
    return id;
  },
  save_assessment: (input: SaveAssessment) => {
    const it = one(input.recruitment);
    it.assessments = it.assessments.filter((a) => a.person !== input.person || a.part !== input.part);
    if (input.level) it.assessments.push({ person: input.person, part: input.part, level: input.level, reason: input.reason });
    return null;
  },
  save_answer: (input: SaveAnswer) => {
    const it = one(input.recruitment);
    it.answers = [...it.answers.filter((a) => a.person !== input.person || a.item !== input.item), { person: input.person, item: input.item, answer: input.answer, follow_up: it.answers.find((a) => a.person === input.person && a.item === input.item)?.follow_up ?? null }];
    return null;
  },
  save_follow_up: (input: SaveFollowUp) => {
    const it = one(input.recruitment);
    const before = it.answers.find((a) => a.person === input.person && a.item === input.item);
    it.answers = [...it.answers.filter((a) => a !== before), { person: input.person, item: input.item, answer: before?.answer ?? null, follow_up: input.text }];
    return null;
  },
  save_household_assessment: (input: SaveHouseholdAssessment) => {
    const it = one(input.recruitment).screening;
    it.household = [...it.household.filter((a) => a.part !== input.part), ...(input.level ? [{ part: input.part, level: input.level, reason: input.reason }] : [])];
    return null;
  },
  decide_screening: (input: DecideScreening) => {
    if (input.on && input.on > TODAY) refuse({ kind: "invalid", field: "on", reason: { code: "in_future" } });
    if (input.outcome && input.outcome !== "go_on" && !input.reason) refuse({ kind: "invalid", field: "reason", reason: { code: "required" } });
    Object.assign(one(input.recruitment).screening, { outcome: input.outcome, outcome_on: input.outcome && (input.on ?? TODAY), outcome_by: input.outcome && "Maja Modig", outcome_reason: input.reason });
    return null;
  },
  add_method_record: (input: NewMethodRecord) => {
    const id = made();
    const { recruitment, ...said } = input;
    one(recruitment).methods.records.push({ ...said, id, edition: null, interview_2_on: null, interviewer_1: null, interviewer_2: null, vignette_set: null, interpreter: null, interpreted_on: null, interpreter_reason: null, interpreter_interviewed: false, feedback_on: null, strengths: null, vulnerabilities: null, support_needs: null, suits: null, does_not_suit: null, areas: [] });
    return id;
  },
  save_method_area: (input: SaveMethodArea) => {
    const record = families.flatMap((it) => it.methods.records).find((it) => it.id === input.record);
    if (record) record.areas = [...record.areas.filter((it) => it.category !== input.category), { category: input.category, lit: input.lit, note: input.note }];
    return null;
  },
  save_form_answer: (input: SaveFormAnswer) => {
    const it = families.find((f) => f.steps.some((s) => s.id === input.step) || f.references.some((r) => r.id === input.reference));
    if (it) it.methods.notes = [...it.methods.notes.filter((n) => n.step !== input.step || n.reference !== input.reference || n.item !== input.item), { ...input }];
    return null;
  },
  note_training: (input: NoteTraining) => {
    const home = families.find((it) => it.home.id === input.home)?.home;
    for (const who of home?.training.people.filter((it) => input.people.includes(it.person)) ?? []) {
      Object.assign(who.meetings[input.meeting - 1] ?? {}, { planned_on: input.planned_on, attended_on: input.attended_on });
      who.left = who.meetings.filter((it) => !it.attended_on).length;
    }
    return null;
  },
  conclude_home_study: (input: ConcludeStudy) => {
    const it = left(one(input.recruitment));
    if (it.blockers.length > 0 && !input.override_reason) refuse({ kind: "blocked", blockers: it.blockers });
    Object.assign(it.investigation, { decided_on: input.decided_on ?? TODAY, decided_by: input.decided_by ?? "Maja Modig", decided_point: input.point });
    Object.assign(it, { concluded_on: TODAY, override_reason: it.blockers.length > 0 ? input.override_reason : null });
    return null;
  },
  close_recruitment: (input: CloseRecruitment) => {
    Object.assign(one(input.recruitment), { closed_on: TODAY, closing_code: input.code, closing_text: input.text, return_on: input.return_on });
    const it = one(input.recruitment);
    Object.assign(it.investigation, {
      told_on: input.told_on, told_how: input.told_how, told_text: input.told_text,
      retention: { from: TODAY, months: 60, on: "2031-11-23", latest: "2032-12-31", rule: "Påbörjad utredning", source: "16 kap. 1 § socialtjänstlagen (2025:400)", sure: "C", holds: [] },
    });
    return null;
  },
  reopen_recruitment: ({ recruitment }: { recruitment: string }) => {
    Object.assign(one(recruitment), { closed_on: null, closing_code: null, closing_text: null, return_on: null });
    return null;
  },
  record_reading: (input: RecordReading) => {
    Object.assign(one(input.recruitment).investigation, input.take_back ? { read_by: null, read_on: null, read_comment: null, may_read: true } : { read_by: "Maja Modig", read_on: TODAY, read_comment: input.comment });
    return null;
  },
  override_study: (input: OverrideStudy) => {
    const it = one(input.recruitment);
    it.override_reason = input.reason;
    Object.assign(it.investigation, { override_by: input.reason && "Maja Modig", override_title: input.reason && "Enhetschef", override_on: input.reason && TODAY });
    return null;
  },
  begin_investigation: () => null,
  open_earlier_file: () => earlier,
  start_approval_paper: () => "k1",
  home_studies: () => homeStudies,
  delegations: () => delegations,
  save_delegation: (input: Delegation) => {
    Object.assign(delegations.find((it) => it.care === input.care) ?? {}, input);
    return null;
  },
  add_home_review: () => made(),
  add_person: (input: NewPerson) => {
    const it = families.find((f) => f.home.id === input.home);
    if (!it) return pass("add_person", input);
    const id = made();
    const number = input.personal_number;
    it.home.people.push({
      ...input, id, personal_number: number, birth_date: number ? `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}` : null, age: null, to_check: input.role !== "own_child", checked: input.role !== "own_child", protected: false, phone: null,
      email: null, occupation: null, moved_in_on: null, moved_out_on: null,
    });
    return id;
  },
  ask_check: (input: { person: string; register: string; asked_on: string | null }) => {
    const it = families.find((f) => f.home.people.some((p) => p.id === input.person));
    if (!it) return pass("ask_check", input);
    const id = made();
    it.home.checks.push({ ...input, id, consent_on: null, received_on: null, read_by: null, result: null, assessment: null, decision: null, decided_by: null, decided_on: null, extract: null, extract_on: null, valid_to: null });
    return id;
  },
  earlier_families: (input: SimilarQuery) => ((pass("similar_homes", input) ?? []) as Similar[]).map((home, n) => ({ home, runs: n === 0 ? [{ id: "r9", opened_on: "2024-03-04", outcome: "by_family", ended_on: "2024-06-10", return_on: null, owner: "Maja Modig" }] : [] })),
  ...meetingAnswers(how),
  save_field: save,
  remove_row: remove,
  restore_row: (input: RowRef) => (gone.get(input.id) ?? (() => pass("restore_row", input)))(),
  home_card: (input: { id: string }) => copy(families.find((it) => it.home.id === input.id)?.home ?? pass("home_card", input)),
};
