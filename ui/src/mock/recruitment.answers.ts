//! Recruitment's calls and the day, answered from made-up families. `?families=` in the address: `empty`, `crowded`, `error`, `refuse`.
import type { BoardQuery, CloseRecruitment, ConcludeStudy, Family, NewEnquiry, NewPerson, NewReference, Problem, RecordStep, RowRef, SaveAnswer, SaveAssessment, SaveField, Similar, SimilarQuery } from "../api";
import { answers as homeAnswers } from "./homes.answers";
import type { Answers } from "./index";
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
  return { recruitment: [it], step: it.steps, reference: it.references, person: it.home.people, register_check: it.home.checks, home: [it.home] };
}

function save(input: SaveField): unknown {
  const { entity, id, field, value } = input;
  const owner = families.find((it) => lists(it)[entity]?.some((row) => row.id === id));
  if (!owner) return pass("save_field", input);
  if (how === "refuse") refuse({ kind: "invalid", field, reason: { code: "too_long", max: 200 } });
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
    it.answers = [...it.answers.filter((a) => a.person !== input.person || a.item !== input.item), { person: input.person, item: input.item, answer: input.answer }];
    return null;
  },
  conclude_home_study: (input: ConcludeStudy) => {
    const it = left(one(input.recruitment));
    if (it.blockers.length > 0 && !input.override_reason) refuse({ kind: "blocked", blockers: it.blockers });
    Object.assign(it, { concluded_on: TODAY, override_reason: it.blockers.length > 0 ? input.override_reason : null });
    return null;
  },
  close_recruitment: (input: CloseRecruitment) => {
    Object.assign(one(input.recruitment), { closed_on: TODAY, closing_code: input.code, closing_text: input.text, return_on: input.return_on });
    return null;
  },
  add_person: (input: NewPerson) => {
    const it = families.find((f) => f.home.id === input.home);
    if (!it) return pass("add_person", input);
    const id = made();
    const number = input.personal_number;
    it.home.people.push({
      ...input, id, personal_number: number, birth_date: number ? `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}` : null, age: null, to_check: input.role !== "own_child", protected: false, phone: null,
      email: null, occupation: null, moved_in_on: null, moved_out_on: null,
    });
    return id;
  },
  ask_check: (input: { person: string; register: string; asked_on: string | null }) => {
    const it = families.find((f) => f.home.people.some((p) => p.id === input.person));
    if (!it) return pass("ask_check", input);
    const id = made();
    it.home.checks.push({ ...input, id, consent_on: null, received_on: null, read_by: null, result: null, assessment: null, decision: null, extract: null, extract_on: null, valid_to: null });
    return id;
  },
  earlier_families: (input: SimilarQuery) => ((pass("similar_homes", input) ?? []) as Similar[]).map((home, n) => ({ home, runs: n === 0 ? [{ id: "r9", opened_on: "2024-03-04", outcome: "by_family", ended_on: "2024-06-10", return_on: null, owner: "Maja Modig" }] : [] })),
  ...meetingAnswers(how),
  save_field: save,
  remove_row: remove,
  restore_row: (input: RowRef) => (gone.get(input.id) ?? (() => pass("restore_row", input)))(),
  home_card: (input: { id: string }) => copy(families.find((it) => it.home.id === input.id)?.home ?? pass("home_card", input)),
};
