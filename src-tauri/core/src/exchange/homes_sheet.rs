//! From rows and a mapping to one draft per home, with nothing lost.
//!
//! A cell that cannot be read is a [`CellProblem`] and stands, with its
//! heading, in the row's [`Leftover`]; so does every cell in a column that
//! nobody knew. The same workbook, mapping and edits always give the same
//! preview, so nothing need be remembered between two looks at it.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::columns::{Field, SheetKind};
use super::guess::Mapping;
use super::row_cells::{RawHome, gather};
use super::row_split::split;
use super::values::answers::SheetAnswer;
use super::values::dates::DateDraft;
use super::values::phones::PhoneDraft;
use super::workbook::Workbook;

mod fill;

/// Points at one draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowKey {
    /// The sheet's place in the workbook, from 0.
    pub sheet: u32,
    /// The row the user sees, from 1.
    pub row: u32,
    /// 0, or 1, 2 … when one row held several homes.
    pub part: u8,
}

/// The user's correction of one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowEdit {
    /// Which draft.
    pub key: RowKey,
    /// What is corrected; all the row's cells for it are replaced.
    pub field: Field,
    /// What should have stood there; empty for nothing.
    pub text: String,
}

/// Everything the user has changed in the preview.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Edits {
    /// Corrected cells; of two for the same cell the later holds.
    pub cells: Vec<RowEdit>,
    /// Drafts that shall not be imported.
    pub left_out: Vec<RowKey>,
    /// Rows that seem to hold several homes and hold one. `part` is not looked at.
    pub keep_together: Vec<RowKey>,
}

/// What would be imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// One for each home, in the file's order.
    pub rows: Vec<RowDraft>,
    /// Rows below the headings that are no homes.
    pub skipped: Vec<SkippedRow>,
    /// Columns whose cells go to the notes.
    pub unmapped: Vec<UnmappedColumn>,
    /// How many of each; rows left out are not counted.
    pub counts: Counts,
}

/// How much a preview holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counts {
    /// Homes.
    pub homes: u32,
    /// Carers in them.
    pub carers: u32,
    /// Cells that could not be read.
    pub unread: u32,
    /// Cells read with an assumption.
    pub assumed: u32,
}

/// A row that is no home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SkippedRow {
    /// The sheet's place, from 0.
    pub sheet: u32,
    /// The row the user sees.
    pub row: u32,
    /// Why.
    pub reason: SkipReason,
    /// What stood there.
    pub text: String,
}

/// Why a row is no home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// It sums up others.
    Sum,
    /// The headings again.
    Heading,
    /// A heading over the rows below.
    Section,
    /// A remark about the list.
    Remark,
}

/// A column whose cells go to the notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnmappedColumn {
    /// The sheet's place, from 0.
    pub sheet: u32,
    /// The column's letters.
    pub column: String,
    /// What stands above it.
    pub heading: String,
}

/// One home, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RowDraft {
    /// Which draft.
    pub key: RowKey,
    /// The sheet's name; empty for csv.
    pub sheet_name: String,
    /// Rows below that belong to the same home.
    pub more_rows: Vec<u32>,
    /// What was read.
    pub fields: HomeFields,
    /// Cells that could not be read, or only with an assumption.
    pub problems: Vec<CellProblem>,
    /// What to look at in the row as a whole.
    pub warnings: Vec<Warning>,
    /// What has no field: goes to the home's notes.
    pub leftover: Vec<Leftover>,
    /// The user's choice.
    pub left_out: bool,
}

/// A home's facts. What is absent was not said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct HomeFields {
    /// What the home is called.
    pub name: String,
    /// Its carers, in the file's order.
    pub carers: Vec<CarerDraft>,
    /// All telephone numbers.
    pub phones: Vec<PhoneDraft>,
    /// All e-mail addresses.
    pub emails: Vec<String>,
    /// Street and number.
    pub street: Option<String>,
    /// `331 30`
    pub postcode: Option<String>,
    /// Locality.
    pub locality: Option<String>,
    /// Municipality, without the word.
    pub municipality: Option<String>,
    /// Kind of home.
    pub kind: Option<SheetKind>,
    /// Number of places.
    pub places: Option<u8>,
    /// Lowest age, whole years.
    pub age_from: Option<u8>,
    /// Highest age, whole years, inclusive.
    pub age_to: Option<u8>,
    /// When it was approved.
    pub approved_on: Option<DateDraft>,
    /// When the registers were last checked.
    pub register_checked_on: Option<DateDraft>,
    /// Animals.
    pub pets: Option<SheetAnswer>,
    /// Smoking.
    pub smoking: Option<SheetAnswer>,
    /// Number of rooms.
    pub rooms: Option<u8>,
    /// Car.
    pub car: Option<SheetAnswer>,
    /// Languages, lower case.
    pub languages: Vec<String>,
    /// A pause, as written.
    pub pause: Option<String>,
    /// Children placed now.
    pub placed_now: Option<u8>,
    /// Notes, as written.
    pub notes: Vec<String>,
}

/// One carer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CarerDraft {
    /// Given name first; empty when only a personal number was given.
    pub name: String,
    /// Twelve figures, checked.
    pub personal_number: Option<String>,
}

/// A cell that could not be read, or only with an assumption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CellProblem {
    /// The column's letters; none for the user's own correction.
    pub column: Option<String>,
    /// What was looked for.
    pub field: Field,
    /// What is wrong.
    pub code: ProblemCode,
    /// What stands there.
    pub text: String,
    /// What was taken instead; none when nothing was.
    pub used: Option<String>,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The file's own error, or a formula never counted out.
    BrokenCell,
    /// No date.
    NotADate,
    /// A day that does not exist.
    NoSuchDay,
    /// Day and month only.
    DateWithoutYear,
    /// Assumed: only month or year was said.
    DateImprecise,
    /// Assumed: a bare number was a date.
    DateWasNumber,
    /// Assumed to be right, but lies ahead.
    DateInFuture,
    /// No telephone number.
    NotAPhone,
    /// Assumed: the leading zero was missing.
    LeadingZeroAdded,
    /// No e-mail address.
    NotAnEmail,
    /// Personal number of wrong length or with other signs.
    IdentityWrongLength,
    /// Only the birth date.
    BirthDateOnly,
    /// The personal number's day does not exist.
    IdentityNotADate,
    /// The personal number's last figure does not fit.
    WrongCheckDigit,
    /// Born after today.
    BornInFuture,
    /// Assumed: zeros were missing in front.
    ZerosAdded,
    /// Assumed to be right, but the carer would be under 18.
    CarerUnder18,
    /// Assumed: a personal number beside no name is a carer's.
    CarerWithoutName,
    /// No kind that is known.
    NotAKind,
    /// No count.
    NotACount,
    /// Assumed: the higher of "1–2".
    CountWasSpan,
    /// No ages.
    NotAges,
    /// Assumed: the spreadsheet program made "7-12" a date.
    AgesWereDate,
    /// Assumed: what the word means.
    AgesByWord,
    /// No postcode.
    NotAPostcode,
    /// Neither yes nor no.
    UnclearAnswer,
    /// A second value where there is room for one.
    SecondValue,
    /// Assumed: a locality in capitals is written as names are.
    CapitalsCalmed,
}

/// What to look at in a row as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(rename = "SheetWarning")]
pub enum Warning {
    /// The row held several homes and has been split.
    TwoHomesInRow,
    /// Two family names: one home or two.
    MaybeTwoHomes,
    /// No name.
    NameMissing,
    /// Rows below were taken as the same home.
    ContinuedBelow,
    /// The kind is the sheet's, not the row's.
    KindFromSheet,
    /// The kind is that of the heading above the rows.
    KindFromSection,
    /// Seems to be the same home as another row.
    SameAs {
        /// That row.
        key: RowKey,
    },
}

/// Text that has no field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Leftover {
    /// The heading above it; empty when there was none.
    pub heading: String,
    /// What stood there.
    pub text: String,
}

/// Reads every row, without corrections.
pub fn read_rows(workbook: &Workbook, mapping: &Mapping, today: NaiveDate) -> Preview {
    apply_edits(workbook, mapping, &Edits::default(), today)
}

/// Reads every row with the user's corrections. A mapping for more sheets
/// than there are, or edits of rows that are not there, change nothing.
pub fn apply_edits(
    workbook: &Workbook,
    mapping: &Mapping,
    edits: &Edits,
    today: NaiveDate,
) -> Preview {
    let mut preview = Preview {
        rows: Vec::new(),
        skipped: Vec::new(),
        unmapped: Vec::new(),
        counts: Counts::default(),
    };
    for (index, (sheet, map)) in (0..).zip(workbook.sheets.iter().zip(&mapping.sheets)) {
        if !map.used {
            continue;
        }
        preview.unmapped.extend(
            map.columns
                .iter()
                .filter(|it| it.field.is_none())
                .map(|it| UnmappedColumn {
                    sheet: index,
                    column: it.letters.clone(),
                    heading: it.heading.clone(),
                }),
        );
        let gathered = gather(index, sheet, map);
        preview.skipped.extend(gathered.skipped);
        for home in gathered.homes {
            let together = edits
                .keep_together
                .iter()
                .any(|it| (it.sheet, it.row) == (home.key.sheet, home.key.row));
            let parts = if together { vec![home] } else { split(home) };
            for mut part in parts {
                correct(&mut part, &edits.cells);
                let mut draft = fill::draft(part, gathered.order, workbook.dates_from_1904, today);
                draft.sheet_name.clone_from(&sheet.name);
                draft.left_out = edits.left_out.contains(&draft.key);
                preview.rows.push(draft);
            }
        }
    }
    mark_doubles(&mut preview.rows);
    preview.counts = count(&preview.rows);
    preview
}

fn correct(home: &mut RawHome, edits: &[RowEdit]) {
    let key = home.key;
    for edit in edits.iter().filter(|it| it.key == key) {
        home.replace(edit.field, &edit.text);
    }
}

/// A later row with a personal number or a name and telephone number of an
/// earlier one is told so. Whether it is in the register already is asked by
/// the import.
fn mark_doubles(rows: &mut [RowDraft]) {
    let mut seen: HashMap<String, RowKey> = HashMap::new();
    for row in rows.iter_mut().filter(|it| !it.left_out) {
        let numbers = row
            .fields
            .carers
            .iter()
            .filter_map(|it| it.personal_number.clone());
        let named = row
            .fields
            .phones
            .iter()
            .map(|it| format!("{}\n{}", row.fields.name.to_lowercase(), it.number));
        let marks: Vec<String> = numbers.chain(named).collect();
        if let Some(key) = marks.iter().find_map(|it| seen.get(it)).copied() {
            row.warnings.push(Warning::SameAs { key });
        }
        for mark in marks {
            seen.entry(mark).or_insert(row.key);
        }
    }
}

fn count(rows: &[RowDraft]) -> Counts {
    let mut counts = Counts::default();
    for row in rows.iter().filter(|it| !it.left_out) {
        let unread = row.problems.iter().filter(|it| it.used.is_none()).count();
        counts.homes += 1;
        counts.carers += row.fields.carers.len() as u32;
        counts.unread += unread as u32;
        counts.assumed += (row.problems.len() - unread) as u32;
    }
    counts
}
