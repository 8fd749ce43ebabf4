//! The old spreadsheet's calls, by hand until the door lists them.
//!
//! Shapes as in `src-tauri/core/src/exchange/` (homes_sheet.rs, guess.rs, columns.rs).
import type { Nothing, Similar } from "./types";

export type SheetField =
  | "home_name" | "carer1_name" | "carer2_name" | "personal_number" | "carer1_personal_number" | "carer2_personal_number" | "phone" | "email" | "street" | "postcode" | "locality" | "municipality"
  | "kind" | "places" | "ages" | "age_from" | "age_to" | "approved_on" | "register_checked_on" | "pets" | "smoking" | "rooms" | "car" | "languages" | "pause" | "notes" | "placed_now" | "ignore";
export type SheetKind = "familjehem" | "jourhem" | "jourhem_kontrakterat" | "jourhem_avtal" | "jourhem_fritt" | "natverkshem" | "slaktinghem" | "konsulentstott" | "annat_enskilt" | "kontaktfamilj";
export type ProblemCode =
  | "broken_cell" | "not_a_date" | "no_such_day" | "date_without_year" | "date_imprecise" | "date_was_number" | "date_in_future" | "not_a_phone" | "leading_zero_added" | "not_an_email"
  | "identity_wrong_length" | "birth_date_only" | "identity_not_a_date" | "wrong_check_digit" | "born_in_future" | "zeros_added" | "carer_under18" | "carer_without_name" | "not_a_kind" | "not_a_count"
  | "count_was_span" | "not_ages" | "ages_were_date" | "ages_by_word" | "not_a_postcode" | "unclear_answer" | "second_value";

/** Points at one draft: sheet from 0, row as the user sees it, part when one row held several homes. */
export interface RowKey { sheet: number; row: number; part: number }
export interface Edits { cells: { key: RowKey; field: SheetField; text: string }[]; left_out: RowKey[]; keep_together: RowKey[] }
export interface ColumnMapping { column: number; letters: string; heading: string; field: SheetField | null; sureness: string; examples: string[] }
export interface SheetMapping {
  name: string;
  used: boolean;
  not_used: "hidden" | "empty" | "no_names" | null;
  first_heading_row: number | null;
  last_heading_row: number | null;
  kind: SheetKind | null;
  columns: ColumnMapping[];
}
export interface Mapping { sheets: SheetMapping[] }
export interface CellProblem { column: string | null; field: SheetField; code: ProblemCode; text: string; used: string | null }
export type SheetWarning =
  | { code: "two_homes_in_row" | "maybe_two_homes" | "name_missing" | "continued_below" | "kind_from_sheet" | "kind_from_section" }
  | { code: "same_as"; key: RowKey };
export interface SheetDate { date: string; precision: string }
export interface SheetAnswer { yes: boolean | null; text: string | null }
export interface HomeFields {
  name: string;
  carers: { name: string; personal_number: string | null }[];
  phones: { number: string; note: string | null; zero_added: boolean }[];
  emails: string[];
  street: string | null; postcode: string | null; locality: string | null; municipality: string | null;
  kind: SheetKind | null; places: number | null; age_from: number | null; age_to: number | null;
  approved_on: SheetDate | null; register_checked_on: SheetDate | null;
  pets: SheetAnswer | null; smoking: SheetAnswer | null; rooms: number | null; car: SheetAnswer | null;
  languages: string[]; pause: string | null; placed_now: number | null; notes: string[];
}
export interface RowDraft {
  key: RowKey;
  sheet_name: string;
  more_rows: number[];
  fields: HomeFields;
  problems: CellProblem[];
  warnings: SheetWarning[];
  leftover: { heading: string; text: string }[];
  left_out: boolean;
}
export interface SkippedRow { sheet: number; row: number; reason: "sum" | "heading" | "section" | "remark"; text: string }
export interface Preview {
  rows: RowDraft[];
  skipped: SkippedRow[];
  unmapped: { sheet: number; column: string; heading: string }[];
  counts: { homes: number; carers: number; unread: number; assumed: number };
}

/** The file as it would be taken in, with the user's changes. `mapping` null asks for the guess. */
export interface SheetInput { path: string; mapping: Mapping | null; edits: Edits }
/** `doubles`: rows that seem to be in the register already. */
export interface SheetPreview { file: string; mapping: Mapping; preview: Preview; doubles: { key: RowKey; homes: Similar[] }[] }
export interface Import { id: string; file: string; at: string; user_name: string; homes: number; undone_on: string | null }

export interface SheetCalls {
  sheet_preview: { input: SheetInput; answer: SheetPreview };
  /** Everything in one transaction, or nothing. */
  sheet_import: { input: SheetInput; answer: { id: string; homes: number } };
  undo_import: { input: { id: string }; answer: null };
  imports: { input: Nothing; answer: Import[] };
}
