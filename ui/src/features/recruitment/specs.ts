//! LIST: the fields of a recruitment's records, as the door names them.
import type { Family } from "@/api";
import type { FieldKind, Spec } from "@/records/specs";
import { receivedHow } from "@/sv/enquiries";
import { fieldNames } from "@/sv/fields";
import { options } from "@/sv/homes";
import { sv } from "@/sv/recruitment";
import { sources } from "@/sv/stages";
import { terms } from "@/sv/terms";

type More = Omit<Spec, "key" | "label" | "kind"> & { label?: string };
const field = (kind: FieldKind, key: string, more: More = {}): Spec => ({ key, kind, label: fieldNames[key] ?? key, ...(kind === "date" ? { help: "" } : {}), ...more });

/** Whose it is and what is next. */
export function now(family: Family): Spec[] {
  return [
    field("select", "owner_id", { options: family.users.map((it) => ({ value: it.id, label: it.name })) }),
    field("text", "next_action", { max: 200 }),
    field("date", "next_on", { width: "m" }),
    field("date", "dormant_until", { width: "m" }),
  ];
}

export const source = field("select", "source", { label: sv.enquiry.source, options: sources.map((it) => ({ value: it.key, label: it.label })) });
export const enquiry = field("long", "enquiry");
/** What the family told in its enquiry. */
export const facts: Spec[] = [
  field("select", "received_how", { options: options(receivedHow) }),
  field("text", "source_detail", { max: 200 }),
  field("text", "children_home", { max: 200 }),
];
export const thoughts = field("long", "thoughts", { rows: 2 });

export const step: Spec[] = [field("date", "planned_on", { width: "m" }), field("date", "done_on", { width: "m" }), field("text", "done_by", { max: 120 }), field("long", "text", { label: sv.steps.columns.text })];
export const planning: Spec[] = [field("date", "planned_on", { width: "m" }), field("date", "done_on", { width: "m" })];

export const methodWho: Spec[] = [
  field("date", "planned_on", { width: "m" }),
  field("date", "interview_on", { width: "m" }),
  field("date", "interview_2_on", { width: "m" }),
  field("text", "interviewer_1", { max: 120 }),
  field("text", "interviewer_2", { max: 120 }),
];
export const methodSet = field("number", "vignette_set", { width: "xs" });
export const methodRead: Spec[] = [field("text", "interpreter", { max: 120 }), field("date", "interpreted_on", { width: "m" })];
export const methodReason = field("text", "interpreter_reason", { max: 500, width: "full" });
export const methodFeedback = field("date", "feedback_on", { width: "m" });
export const methodSummary: Spec[] = ["strengths", "vulnerabilities", "support_needs", "suits", "does_not_suit"].map((key) => field("long", key, { rows: 2 }));

export const reference: Spec[] = [
  field("text", "given_by", { required: true, max: 120 }),
  field("select", "kind", { label: sv.references.columns.kind, required: true, options: options(terms.reference_kind) }),
  field("phone", "phone"),
  field("date", "taken_on", { width: "m" }),
  field("long", "text", { label: sv.references.columns.text }),
];
export const newReference: Spec[] = reference.filter((it) => ["given_by", "kind", "taken_on"].includes(it.key));
