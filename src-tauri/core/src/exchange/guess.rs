//! Guesses which sheets hold homes, where the headings stand and what each
//! column is. The user sees every guess and may change it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::columns::{self, Field, SheetKind};
use super::values::{ages, identity};
use super::workbook::{Cell, Sheet, Workbook, column_letters};

/// How far down headings are looked for: room for a long preamble.
const HEADING_SEARCH_ROWS: usize = 30;
/// Most rows looked at to guess a column by its content.
const CONTENT_ROWS: usize = 60;
/// How many examples of a column the preview shows.
const EXAMPLES: usize = 3;

/// What the import understands of a whole workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// One for each sheet, in order.
    pub sheets: Vec<SheetMapping>,
}

/// What the import understands of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetMapping {
    /// The sheet's name; empty for csv.
    pub name: String,
    /// Whether its rows are read.
    pub used: bool,
    /// Why it was not chosen, when it was not.
    pub not_used: Option<NotUsed>,
    /// First row of headings, from 1; none when the sheet has no headings.
    pub first_heading_row: Option<u32>,
    /// Last row of headings, from 1. Homes stand below it.
    pub last_heading_row: Option<u32>,
    /// Kind of all homes in the sheet that do not say their own.
    pub kind: Option<SheetKind>,
    /// Every column with something in it.
    pub columns: Vec<ColumnMapping>,
}

/// Why a sheet was not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NotUsed {
    /// Somebody has hidden it.
    Hidden,
    /// Nothing in it.
    Empty,
    /// No column with names was found.
    NoNames,
}

/// What one column is taken to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ColumnMapping {
    /// From 0.
    pub column: u32,
    /// Its letters.
    pub letters: String,
    /// What stands above it; lines joined by a space.
    pub heading: String,
    /// What it holds; none when unknown: its cells then go to the notes.
    pub field: Option<Field>,
    /// Where the guess comes from.
    pub sureness: Sureness,
    /// Its first few different texts.
    pub examples: Vec<String>,
}

/// Where the guess of a column comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sureness {
    /// The whole heading is a known name.
    Heading,
    /// Part of the heading is.
    PartOfHeading,
    /// What stands in the cells.
    Content,
    /// The user said so.
    User,
    /// Not guessed.
    None,
}

/// Guesses everything; sheets that are hidden or without names are not used.
pub fn guess(workbook: &Workbook) -> Mapping {
    Mapping {
        sheets: workbook.sheets.iter().map(guess_sheet).collect(),
    }
}

fn guess_sheet(sheet: &Sheet) -> SheetMapping {
    let headings = find_headings(sheet);
    let columns = guess_columns(sheet, headings);
    let has = |field| columns.iter().any(|it| it.field == Some(field));
    let not_used = if sheet.rows.is_empty() {
        Some(NotUsed::Empty)
    } else if sheet.hidden {
        Some(NotUsed::Hidden)
    } else if !(has(Field::HomeName) || has(Field::Carer1Name)) {
        Some(NotUsed::NoNames)
    } else {
        None
    };
    SheetMapping {
        name: sheet.name.clone(),
        used: not_used.is_none(),
        not_used,
        first_heading_row: headings.map(|it| it.first),
        last_heading_row: headings.map(|it| it.last),
        kind: columns::kind_of(&sheet.name)
            .or_else(|| plural_kind(&sheet.name))
            .map(|it| it.0),
        columns,
    }
}

/// "Jourhemmen" names a kind as much as "Jourhem".
fn plural_kind(name: &str) -> Option<(SheetKind, String)> {
    let plain = columns::plain(name);
    let stem = plain
        .strip_suffix("men")
        .or_else(|| plain.strip_suffix("er"))?;
    columns::kind_of(stem)
}

#[derive(Debug, Clone, Copy)]
struct Headings {
    first: u32,
    last: u32,
}

/// The row with most known headings, with the row above when that groups
/// them. Two are needed: one known word may stand in a title.
fn find_headings(sheet: &Sheet) -> Option<Headings> {
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in sheet.rows.iter().take(HEADING_SEARCH_ROWS).enumerate() {
        let known = known_headings(&row.cells);
        if known >= 2 && best.is_none_or(|(most, _)| known > most) {
            best = Some((known, index));
        }
    }
    let (_, index) = best?;
    let row = &sheet.rows[index];
    let filled = |index: usize| {
        sheet.rows[index]
            .cells
            .iter()
            .filter(|it| !it.is_empty())
            .count()
    };
    // A lone text above is a title; several are groups of columns.
    let grouped = index > 0
        && sheet.rows[index - 1].number + 1 == row.number
        && filled(index - 1) >= 2
        && only_text(&sheet.rows[index - 1].cells);
    // A second line of headings below: short texts, under empty or merged headings.
    let continued = sheet.rows.get(index + 1).is_some_and(|below| {
        below.number == row.number + 1
            && only_text(&below.cells)
            && below.cells.iter().enumerate().all(|(column, cell)| {
                let column = column as u32;
                cell.is_empty()
                    || row.cell(column).is_empty()
                    || columns::field_of(&cell.text()).is_some()
                    || cell.text().starts_with('(')
            })
            && (known_headings(&below.cells) >= 1
                || below.cells.iter().any(|it| it.text().starts_with('(')))
    });
    let first = if grouped { row.number - 1 } else { row.number };
    Some(Headings {
        first,
        last: row.number + u32::from(continued),
    })
}

fn only_text(cells: &[Cell]) -> bool {
    cells.iter().all(|it| match it {
        Cell::Empty => true,
        Cell::Text(text) => {
            text.chars().count() <= 40 && text.chars().filter(char::is_ascii_digit).count() <= 2
        }
        _ => false,
    })
}

/// How many different fields a row's texts name.
fn known_headings(cells: &[Cell]) -> usize {
    let mut found: Vec<Field> = cells
        .iter()
        .filter_map(|it| match it {
            Cell::Text(text) if text.chars().count() <= 40 => {
                columns::field_of(text).map(|it| it.0)
            }
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

fn guess_columns(sheet: &Sheet, headings: Option<Headings>) -> Vec<ColumnMapping> {
    let below = headings.map_or(0, |it| it.last);
    let rows: Vec<_> = sheet.rows.iter().filter(|row| row.number > below).collect();
    let width = sheet
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    let mut res: Vec<ColumnMapping> = Vec::new();
    for column in (0..width).filter_map(|it| u32::try_from(it).ok()) {
        let cells: Vec<&Cell> = rows
            .iter()
            .map(|row| row.cell(column))
            .filter(|it| !it.is_empty())
            .take(CONTENT_ROWS)
            .collect();
        let lines = headings.map_or_else(Vec::new, |it| heading_lines(sheet, it, column));
        if cells.is_empty() && lines.is_empty() {
            continue;
        }
        let (field, sureness) = by_heading(&lines).unwrap_or_else(|| match by_content(&cells) {
            Some(field) => (Some(field), Sureness::Content),
            None => (None, Sureness::None),
        });
        let (field, sureness) = match field.map(|it| unlike_content(it, &cells).unwrap_or(it)) {
            changed if changed != field => (changed, Sureness::Content),
            same => (same, sureness),
        };
        res.push(ColumnMapping {
            column,
            letters: column_letters(column),
            heading: lines.join(" "),
            field,
            sureness,
            examples: examples(&cells),
        });
    }
    settle_repeats(&mut res);
    if headings.is_none() {
        name_without_heading(sheet, &mut res);
    }
    res
}

/// What stands above a column, upper line first; a merged heading stands
/// above every column it covers.
fn heading_lines(sheet: &Sheet, headings: Headings, column: u32) -> Vec<String> {
    (headings.first..=headings.last)
        .filter_map(|number| {
            let own = sheet
                .row(number)
                .map_or(&Cell::Empty, |row| row.cell(column));
            let cell = match sheet.merged_at(number, column) {
                Some(area) if own.is_empty() && area.first_row == number => sheet
                    .row(area.first_row)
                    .map_or(&Cell::Empty, |row| row.cell(area.first_column)),
                _ => own,
            };
            let text = cell.text().split_whitespace().collect::<Vec<_>>().join(" ");
            (!text.is_empty()).then_some(text)
        })
        .collect()
}

fn by_heading(lines: &[String]) -> Option<(Option<Field>, Sureness)> {
    let whole = lines.join(" ");
    let exact = lines
        .iter()
        .rev()
        .chain([&whole])
        .find_map(|it| columns::field_of(it).filter(|(_, exact)| *exact));
    let (field, exact) = exact.or_else(|| {
        lines
            .iter()
            .rev()
            .chain([&whole])
            .find_map(|it| columns::field_of(it))
    })?;
    let field = match (
        lines
            .first()
            .filter(|_| lines.len() > 1)
            .and_then(|it| columns::carer_group(it)),
        field,
    ) {
        (Some(1), Field::HomeName | Field::Carer2Name) => Field::Carer1Name,
        (Some(2), Field::HomeName | Field::Carer1Name) => Field::Carer2Name,
        (Some(1), Field::PersonalNumber) => Field::Carer1PersonalNumber,
        (Some(2), Field::PersonalNumber) => Field::Carer2PersonalNumber,
        (_, field) => field,
    };
    Some((
        Some(field),
        if exact {
            Sureness::Heading
        } else {
            Sureness::PartOfHeading
        },
    ))
}

/// Whether a text has the shape of a field.
type Test<'a> = &'a dyn Fn(&str) -> bool;

/// What a column holds by its cells, when six in ten agree.
fn by_content(cells: &[&Cell]) -> Option<Field> {
    let texts: Vec<String> = cells.iter().map(|it| it.text()).collect();
    let most = |test: &dyn Fn(&str) -> bool| {
        texts.len() >= 3 && texts.iter().filter(|it| test(it)).count() * 10 >= texts.len() * 6
    };
    let tests: [(Field, Test); 5] = [
        (Field::Email, &|it| it.contains('@')),
        (Field::PersonalNumber, &looks_like_identity),
        (Field::Phone, &looks_like_phone),
        (Field::Kind, &|it| columns::kind_of(it).is_some()),
        (Field::Ages, &|it| ages::read_ages(it).is_some()),
    ];
    tests
        .into_iter()
        .find(|(_, test)| most(*test))
        .map(|it| it.0)
}

fn looks_like_identity(text: &str) -> bool {
    // Any day will do: the shape is asked about, not the person.
    let today = chrono::NaiveDate::MAX;
    super::values::parts(text).first().is_some_and(|it| {
        !matches!(
            identity::read(it, false, today),
            Err(identity::IdentityFault::WrongLength | identity::IdentityFault::NotADate)
        )
    })
}

fn looks_like_phone(text: &str) -> bool {
    let starts = ["0", "+46", "7"].iter().any(|it| text.starts_with(it));
    let figures = text.chars().filter(char::is_ascii_digit).count();
    starts && (8..=12).contains(&figures) && !looks_like_identity(text)
}

/// A heading that the cells plainly deny: "Kontakt" over e-mail, "Pnr" over
/// postcodes.
fn unlike_content(field: Field, cells: &[&Cell]) -> Option<Field> {
    let found = by_content(cells);
    match (field, found) {
        (
            Field::Phone | Field::HomeName | Field::Carer1Name | Field::Street,
            Some(Field::Email),
        ) => found,
        (Field::Email | Field::HomeName, Some(Field::Phone)) => found,
        (Field::PersonalNumber, None) => {
            let postcodes = cells
                .iter()
                .filter(|it| super::values::address::postcode(&it.text()).is_some())
                .count();
            (cells.len() >= 3 && postcodes * 10 >= cells.len() * 6).then_some(Field::Postcode)
        }
        _ => None,
    }
}

/// The second column of the same name is the second carer's, or unknown.
fn settle_repeats(columns: &mut [ColumnMapping]) {
    let mut taken: Vec<Field> = Vec::new();
    for column in columns {
        let Some(field) = column.field else { continue };
        if field.may_repeat() || !taken.contains(&field) {
            taken.push(field);
            continue;
        }
        let second = match field {
            Field::Carer1Name | Field::HomeName => Some(Field::Carer2Name),
            Field::Carer1PersonalNumber => Some(Field::Carer2PersonalNumber),
            _ => None,
        };
        column.field = second.filter(|it| !taken.contains(it));
        column.sureness = if column.field.is_some() {
            Sureness::PartOfHeading
        } else {
            Sureness::None
        };
        taken.extend(column.field);
    }
}

/// Without headings the first column of different words holds the names, if
/// anything else was recognised beside it.
fn name_without_heading(sheet: &Sheet, columns: &mut [ColumnMapping]) {
    if !columns.iter().any(|it| it.field.is_some()) {
        return;
    }
    let rows = sheet.rows.len();
    let name = columns.iter_mut().find(|it| {
        let texts: Vec<String> = sheet
            .rows
            .iter()
            .map(|row| row.cell(it.column).text())
            .filter(|text| {
                text.chars().any(char::is_alphabetic) && !text.chars().any(|it| it.is_ascii_digit())
            })
            .collect();
        it.field.is_none() && texts.len() * 10 >= rows * 6
    });
    if let Some(name) = name {
        name.field = Some(Field::HomeName);
        name.sureness = Sureness::Content;
    }
}

fn examples(cells: &[&Cell]) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    for text in cells.iter().map(|it| it.text()) {
        if !res.contains(&text) {
            res.push(text.chars().take(60).collect());
        }
        if res.len() == EXAMPLES {
            break;
        }
    }
    res
}
