//! The register's calls, answered from made-up homes. `?homes=` in the address: `empty`, `crowded`, `error`, `stale`.
import type { Draft, HomeCard, HomeList, HomeQuery, HomeRow, NewHome, NewNote, NewPerson, NewScope, NewWish, Problem, RowRef, SaveField, SaveHomeFact, SimilarQuery, TextVersion } from "../api";
import type { Answers } from "./index";
import { madeUpHomes } from "./homes";
import { renewalAnswers } from "./renewals";
import { vocabulary } from "./vocabulary";

const how = new URLSearchParams(location.search).get("homes") ?? "ordinary";
const TODAY = "2026-11-23";
let homes = madeUpHomes(how);
const drafts = new Map<string, string>();
const collator = new Intl.Collator("sv");
const gone = new Map<string, () => void>();
let next = 1;

const refuse = (problem: Problem): never => {
  throw problem;
};
const fail = () => refuse({ kind: "internal", reference: "a7f2c901" });
const home = (id: string): HomeCard => homes.find((it) => it.id === id) ?? refuse({ kind: "not_found", what: "home" });

function row(it: HomeCard): HomeRow {
  const scope = it.scopes.find((s) => !s.valid_to || s.valid_to >= TODAY);
  return {
    id: it.id, name: it.name, kind: it.kind, locality: it.protected ? null : it.locality, municipality: it.protected ? null : it.municipality, standing: it.standing, approved: it.approved, taken: it.taken,
    free: it.free, age_from: scope?.age_from ?? null, age_to: scope?.age_to ?? null, checks: it.checks_state, paused_to: it.pauses.find((p) => p.from_day <= TODAY && (p.to_day ?? "9") >= TODAY)?.to_day ?? null,
    asked_on: it.wishes.map((w) => w.said_on ?? "").sort().at(-1) ?? null, protected: it.protected,
  };
}

function list(query: HomeQuery): HomeList {
  const words = (query.text ?? "").toLowerCase();
  const found = homes
    .filter((it) => !words || `${it.name} ${it.locality} ${it.people.map((p) => p.given_name).join(" ")}`.toLowerCase().includes(words))
    .filter((it) => query.kinds.length === 0 || query.kinds.includes(it.kind))
    .map(row)
    .filter((it) => !query.free_only || it.free > 0)
    .filter((it) => query.age === null || (it.approved > 0 && (it.age_from ?? 0) <= query.age && (it.age_to ?? 99) >= query.age))
    .filter((it) => !query.municipality || (it.municipality ?? "").toLowerCase().startsWith(query.municipality.toLowerCase()))
    .filter((it) => query.standings.length === 0 || query.standings.some((s) => s === it.standing || (s === "approved" && ["available", "full"].includes(it.standing))))
    .sort((a, b) => (query.sort === "free" ? b.free - a.free : query.sort === "name" ? 0 : collator.compare(a[query.sort] ?? "", b[query.sort] ?? "")) || collator.compare(a.name, b.name));
  if (query.descending) found.reverse();
  const limit = query.limit || 100;
  return { rows: found.slice(query.offset, query.offset + limit), total: found.length, on: query.on ?? TODAY, free_in_all: found.reduce((n, it) => n + it.free, 0) };
}

function record(entity: string, id: string): object {
  if (entity === "home") return home(id);
  const lists = (it: HomeCard): Record<string, { id: string }[]> => ({
    person: it.people, scope: it.scopes, wish: it.wishes, pause: it.pauses, taken_place: it.taken_places, capability: it.capabilities, register_check: it.checks,
    note: it.timeline.flatMap((t) => (t.kind === "note" ? [t.note] : [])),
  });
  return homes.flatMap((it) => lists(it)[entity] ?? []).find((it) => it.id === id) ?? refuse({ kind: "not_found", what: entity });
}

function save({ entity, id, field, value, was }: SaveField): unknown {
  const kept = record(entity, id) as Record<string, unknown>;
  if (how === "stale" && field === "description" && was !== "Ändrad av Karin.") refuse({ kind: "stale", mine: value, theirs: "Ändrad av Karin.", by: "Karin Kollega" });
  if (field === "name" && !value?.trim()) refuse({ kind: "invalid", field, reason: { code: "required" } });
  if (field === "email" && value && !value.includes("@")) refuse({ kind: "invalid", field, reason: { code: "not_an_email" } });
  if (field === "postcode" && value && value.replace(/\D/g, "").length !== 5) refuse({ kind: "invalid", field, reason: { code: "not_a_postcode" } });
  const old = kept[field];
  kept[field] = value === null ? null : typeof old === "boolean" ? value === "1" : typeof old === "number" ? Number(value) : value.trim();
  if (entity === "note") for (const it of homes) it.timeline = it.timeline.map((t) => (t.kind === "note" && t.note.id === id ? { ...t, on: t.note.on_day } : t));
  return { value, rev: next++ };
}

function remove({ entity, id }: RowRef): null {
  if (entity === "home") {
    const old = homes;
    homes = homes.filter((it) => it.id !== id);
    gone.set(id, () => (homes = old));
    return null;
  }
  for (const it of homes) {
    const all = it as unknown as Record<string, { id: string }[]>;
    const key = ({ person: "people", scope: "scopes", wish: "wishes", pause: "pauses", taken_place: "taken_places", capability: "capabilities", register_check: "checks", note: "timeline" } as Record<string, string>)[entity] ?? "";
    const old = all[key] ?? [];
    const left = old.filter((one) => one.id !== id && (one as { note?: { id: string } }).note?.id !== id);
    if (left.length === old.length) continue;
    all[key] = left;
    gone.set(id, () => (all[key] = old));
  }
  return null;
}

const id = () => `x${next++}`;
const copy = <T>(it: T): T => JSON.parse(JSON.stringify(it)) as T;

export const answers: Answers = {
  vocabulary: () => vocabulary,
  home_list: (query: HomeQuery) => (how === "error" ? fail() : list(query)),
  home_card: (input: { id: string }) => (how === "error" ? fail() : copy(home(input.id))),
  similar_homes: (input: SimilarQuery) => {
    const words = input.name.toLowerCase().split(/\s+/).filter((it) => it.length >= 3 && it !== "familjen");
    return homes.filter((it) => words.some((word) => it.name.toLowerCase().includes(word))).slice(0, 12).map((it) => ({ id: it.id, name: it.name, locality: it.locality, because: ["name"] }));
  },
  create_home: (input: NewHome) => {
    const made = id();
    const [first] = madeUpHomes("ordinary").slice(23);
    if (first) homes.push({ ...first, id: made, name: input.name, kind: input.kind ?? "familjehem", locality: input.locality, phone: input.phone, people: [], scopes: [], wishes: [], pauses: [], approved: 0, free: 0, taken: 0, standing: "not_approved", checks_state: "nobody" });
    if (input.draft) drafts.delete(input.draft);
    return made;
  },
  add_person: (input: NewPerson) => {
    if (input.personal_number?.endsWith("0000")) refuse({ kind: "invalid", field: "personal_number", reason: { code: "wrong_check_digit" } });
    const made = id();
    home(input.home).people.push({ ...input, id: made, birth_date: null, age: null, to_check: input.role !== "own_child", checked: input.role !== "own_child", protected: false, phone: null, email: null, occupation: null, moved_in_on: null, moved_out_on: null });
    return made;
  },
  add_scope: (input: NewScope) => (home(input.home).scopes.push({ ...input, id: id(), conditions: null, paragraph: null }), "x"),
  add_wish: (input: NewWish) => (home(input.home).wishes.push({ ...input, id: id() }), "x"),
  add_pause: (input: { home: string }) => (home(input.home).pauses.push({ ...(input as never as HomeCard["pauses"][0]), id: id() }), "x"),
  add_taken_place: (input: { home: string }) => (home(input.home).taken_places.push({ ...(input as never as HomeCard["taken_places"][0]), id: id() }), "x"),
  add_capability: (input: { home: string }) => (home(input.home).capabilities.push({ ...(input as never as HomeCard["capabilities"][0]), id: id() }), "x"),
  add_note: (input: NewNote) => {
    const on = input.on_day ?? TODAY;
    home(input.home).timeline.unshift({ kind: "note", on, note: { id: id(), on_day: on, kind: input.kind, text: input.text, user_name: "Maja Modig" } });
    return "x";
  },
  save_home_fact: (input: SaveHomeFact) => {
    const facts = home(input.home).facts.filter((it) => it.key !== input.key);
    home(input.home).facts = [...facts, { key: input.key, value: input.value, gap: input.gap }];
    return null;
  },
  ...renewalAnswers(how),
  ask_check: (input: { person: string; register: string; asked_on: string | null }) => {
    const made = id();
    homes.find((it) => it.people.some((p) => p.id === input.person))?.checks.push({ ...input, id: made, consent_on: null, received_on: null, read_by: null, result: null, assessment: null, decision: null, decided_by: null, decided_on: null, extract: null, extract_on: null, valid_to: null });
    return made;
  },
  save_field: save,
  remove_row: remove,
  restore_row: ({ id }: RowRef) => (gone.get(id)?.(), null),
  text_versions: (): TextVersion[] => [
    { at: "2026-10-12T10:02:00Z", user_name: "Karin Chef", text: "Hus med trädgård. Har varit familjehem sedan 2017." },
    { at: "2025-02-03T08:20:00Z", user_name: "Maja Modig", text: "Hus med trädgård." },
  ],
  drafts: ({ prefix }: { prefix: string }): Draft[] => [...drafts].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
  keep_draft: ({ key, text }: Draft) => (text ? drafts.set(key, text) : drafts.delete(key), null),
};
