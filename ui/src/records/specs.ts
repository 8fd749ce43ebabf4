//! LIST: the fields of every record on a home's card: kind, choices, and whether a new row asks for it.
//!
//! The names are the door's (`src-tauri/core/src/homes/mod.rs`); a form to add a row and
//! the fields that save themselves are both made from here.
import { fieldNames } from "@/sv/fields";
import { noteKinds, options, wishStrengths, words } from "@/sv/homes";
import { terms } from "@/sv/terms";

export type FieldKind = "text" | "long" | "number" | "select" | "flag" | "date" | "phone" | "personal_number";

export interface Spec {
  key: string;
  label: string;
  kind: FieldKind;
  options?: { value: string; label: string }[];
  width?: "xs" | "s" | "m" | "full";
  help?: string;
  max?: number;
  /** Lines shown of a long text. */
  rows?: number;
  required?: boolean;
  /** Asked when the row is added; the rest is filled in on the row. */
  adding?: boolean;
}

/** Records on a home's card. */
export type HomeEntity = "home" | "person" | "scope" | "wish" | "pause" | "taken_place" | "capability" | "note" | "register_check";

/** Every record whose fields save themselves. */
export type Entity = HomeEntity | "child" | "need" | "network_person" | "safety_conflict" | "paper" | "paper_row" | "recruitment" | "step" | "reference" | "method_record" | "mentor" | "supervision" | "investigation" | "home_review" | "user";

type More = Omit<Spec, "key" | "label" | "kind">;
// Dates have no help of their own here: a form of six would say the same six times.
const field = (kind: FieldKind) => (key: string, more: More = {}): Spec => ({ key, label: fieldNames[key] ?? key, kind, help: kind === "date" ? "" : undefined, ...more });
const [text, long, number, select, flag, date, phone, pnr] = (
  ["text", "long", "number", "select", "flag", "date", "phone", "personal_number"] as const
).map(field) as [F, F, F, F, F, F, F, F];
type F = ReturnType<typeof field>;

const adding = true;
const required = true;

export const specs: Record<HomeEntity, Spec[]> = {
  home: [
    text("name", { required, max: 120 }),
    select("kind", { required, options: options(terms.home_kind) }),
    text("street", { max: 120 }),
    text("postcode", { width: "xs" }),
    text("locality", { max: 80 }),
    text("municipality", { max: 80 }),
    phone("phone"),
    text("email"),
    date("investigated_on"),
    text("investigated_by", { max: 120 }),
    date("ended_on"),
    text("ended_reason", { max: 300 }),
    flag("protected", { width: "full", help: "Adress och ort visas då bara på kortet" }),
    long("description"),
  ],
  person: [
    text("given_name", { adding, max: 80 }),
    text("family_name", { adding, max: 80 }),
    pnr("personal_number", { adding }),
    select("role", { adding, required, options: options(terms.household_role) }),
    date("birth_date"),
    text("occupation", { max: 120 }),
    phone("phone"),
    text("email"),
    date("moved_in_on"),
    date("moved_out_on"),
    flag("to_check", { width: "full" }),
    flag("protected", { width: "full" }),
  ],
  scope: [
    select("care", { adding, required, options: options(words.care) }),
    number("places", { adding, required, width: "xs" }),
    number("age_from", { adding, width: "xs" }),
    number("age_to", { adding, width: "xs" }),
    date("decided_on", { adding }),
    text("paragraph", { width: "s", max: 40 }),
    date("valid_from", { adding }),
    date("valid_to", { adding }),
    long("conditions"),
  ],
  wish: [
    select("strength", { adding, required, options: options(wishStrengths) }),
    text("text", { adding, required, width: "full", max: 500 }),
    text("said_by", { adding, max: 80 }),
    date("said_on", { adding }),
  ],
  pause: [date("from_day", { adding, required }), date("to_day", { adding }), text("reason", { adding, width: "full", max: 300 })],
  taken_place: [
    text("municipality", { adding, required, max: 80 }),
    number("places", { adding, required, width: "xs" }),
    date("from_day", { adding, required }),
    date("to_day", { adding }),
  ],
  capability: [
    select("need_key", { adding, required }),
    select("level", { adding, required, options: options(words.level) }),
    select("evidence", { adding, required, options: options(words.evidence) }),
    text("measure", { adding, width: "full", max: 300 }),
    text("text", { adding, width: "full", max: 500 }),
    text("source", { adding, max: 120 }),
    date("said_on", { adding }),
  ],
  note: [
    long("text", { adding, required }),
    select("kind", { adding, required, options: options(noteKinds) }),
    date("on_day", { adding, required }),
  ],
  register_check: [
    date("consent_on"),
    date("asked_on"),
    date("received_on"),
    text("read_by", { max: 80 }),
    select("result", { options: options(terms.check_result) }),
    select("decision", { options: options(terms.remark_decision) }),
    select("extract", { options: options(terms.extract) }),
    date("extract_on"),
    long("assessment"),
  ],
};
