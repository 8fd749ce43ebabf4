//! LIST: the fields of the child's records, as the door names them.
import type { NeedKind } from "@/api";
import type { FieldKind, Spec } from "@/records/specs";
import { sv } from "@/sv/children";
import { fieldNames } from "@/sv/fields";
import { options } from "@/sv/homes";
import { terms } from "@/sv/terms";

type More = Omit<Spec, "key" | "label" | "kind"> & { label?: string };
const field = (kind: FieldKind, key: string, more: More = {}): Spec => ({ key, kind, label: fieldNames[key] ?? key, ...(kind === "date" ? { help: "" } : {}), ...more });

export const ownWords: Spec[] = [field("long", "own_words", { rows: 3 }), field("date", "own_words_on", { width: "s" }), field("long", "not_asked_reason", { rows: 2 })];

export const sought: Spec[] = [
  field("select", "care", { required: true, options: options(terms.care) }),
  field("date", "start_on"),
  field("select", "legal_ground", { options: options(terms.legal_ground) }),
  field("text", "school"),
  field("text", "sibling_group", { help: "Samma ord på syskon som ska bo ihop" }),
  field("flag", "only_child", { width: "full" }),
  field("flag", "pet_allergy", { width: "full" }),
];

export const about: Spec[] = [
  field("text", "given_name"),
  field("text", "family_name"),
  field("personal_number", "personal_number"),
  field("date", "birth_date", { help: "" }),
  field("text", "case_number"),
  field("text", "municipality"),
  field("text", "social_worker"),
  field("flag", "protected", { width: "full", help: "I listan står då bara ärendenumret" }),
];

export const background = field("long", "background", { rows: 4 });

/** A new child: little enough to type while one is on the telephone. */
export const newChild: Spec[] = [
  field("text", "given_name", { required: true, max: 80 }),
  field("text", "family_name", { max: 80 }),
  field("personal_number", "personal_number"),
  field("date", "birth_date", { help: "Om numret inte är känt" }),
  field("select", "care", { required: true, options: options(terms.care) }),
  field("date", "start_on"),
  field("text", "case_number", { max: 40 }),
];

/** A line of the need sheet, once its need is chosen. */
export const need: Spec[] = [
  field("select", "importance", { required: true, options: options(terms.importance) }),
  field("text", "text", { label: sv.needs.textLabel, help: sv.needs.textHelp, width: "full", max: 500 }),
  field("text", "source", { help: sv.needs.sourceHelp, max: 120 }),
  field("date", "said_on", { help: "När det sades" }),
  field("flag", "own_words", { label: sv.needs.own, help: sv.needs.ownHelp, width: "full" }),
];

/** The needs that are not on the sheet yet, by area. */
export function newNeed(kinds: readonly NeedKind[], taken: ReadonlySet<string>): Spec[] {
  const left = kinds.filter((it) => !taken.has(it.key));
  const choices = left.map((it) => ({ value: it.key, label: `${terms.need_area[it.area as keyof typeof terms.need_area] ?? it.area}: ${it.label}` }));
  return [field("select", "need_key", { required: true, options: choices, width: "full" }), ...need];
}

export const networkPerson: Spec[] = [
  field("text", "name", { help: "Tomt om ingen fanns", max: 120 }),
  field("text", "relation", { max: 80 }),
  field("select", "outcome", { required: true, options: options(terms.network_outcome) }),
  field("text", "reason", { width: "full", max: 500 }),
];
export const networkRow: Spec[] = [...networkPerson, field("date", "weighed_on")];

export const conflictRow: Spec[] = [field("select", "kind", { required: true, label: sv.safety.why, options: options(terms.safety_kind) })];
