//! LIST: the fields of the investigation beside its texts: the proposal and the communication.
import type { FieldKind, Spec } from "@/records/specs";
import { careOptions, familyAnswers, sentHow, sv } from "@/sv/investigation";

const field = (kind: FieldKind, key: string, label: string, more: Partial<Spec> = {}): Spec => ({ key, label, kind, ...(kind === "date" ? { help: "" } : {}), ...more });

/** What is proposed; the labels are the rule file's. */
export const proposal: Spec[] = [
  field("select", "care", "", { options: careOptions }),
  field("number", "places", "", { width: "xs" }),
  field("number", "age_from", "", { width: "xs" }),
  field("number", "age_to", "", { width: "xs" }),
  field("date", "review_on", "", { width: "m" }),
  field("long", "conditions", "", { rows: 2, max: 600 }),
];

/** What the family was told and said. */
export const communication: Spec[] = [
  field("date", "sent_on", sv.communication.sentOn, { width: "m" }),
  field("select", "sent_how", sv.communication.sentHow, { options: sentHow }),
  field("date", "answer_due", sv.communication.answerDue, { width: "m" }),
  field("select", "answer", sv.communication.answer, { options: familyAnswers }),
  field("date", "answered_on", sv.communication.answeredOn, { width: "m" }),
];
export const comments = field("long", "comments", sv.communication.comments, { rows: 3 });
