//! Gathers each home's cells: which rows are homes, which belong to the home
//! above, and which are sums, headings or remarks.

use super::columns::{self, Field, SheetKind};
use super::guess::{ColumnMapping, SheetMapping};
use super::homes_sheet::{RowKey, SkipReason, SkippedRow};
use super::values::names::{self, Order};
use super::values::says_nothing;
use super::workbook::{Cell, Row, Sheet};

/// One cell with what stands above it.
#[derive(Debug, Clone)]
pub(super) struct RawCell {
    /// Letters; none when the user wrote it.
    pub column: Option<String>,
    pub heading: String,
    /// None goes to the notes.
    pub field: Option<Field>,
    pub cell: Cell,
}

/// All cells of one home.
#[derive(Debug, Clone)]
pub(super) struct RawHome {
    pub key: RowKey,
    pub more_rows: Vec<u32>,
    pub cells: Vec<RawCell>,
    /// The sheet's kind.
    pub sheet_kind: Option<SheetKind>,
    /// The kind the heading above the rows names.
    pub section_kind: Option<SheetKind>,
    /// Set by the split.
    pub was_split: bool,
}

impl RawHome {
    /// Puts the user's text in place of all cells for a field.
    pub fn replace(&mut self, field: Field, text: &str) {
        let heading = self
            .cells
            .iter()
            .find(|it| it.field == Some(field))
            .map(|it| it.heading.clone());
        self.cells.retain(|it| it.field != Some(field));
        if !text.trim().is_empty() {
            self.cells.push(RawCell {
                column: None,
                heading: heading.unwrap_or_default(),
                field: Some(field),
                cell: Cell::Text(text.trim().to_owned()),
            });
        }
    }

    fn has(&self, field: Field) -> bool {
        self.cells.iter().any(|it| it.field == Some(field))
    }
}

/// A sheet's homes, and the rest.
pub(super) struct Gathered {
    pub homes: Vec<RawHome>,
    pub skipped: Vec<SkippedRow>,
    /// The order of names in the sheet.
    pub order: Order,
}

/// What a row is.
enum Is {
    Home,
    MoreOfTheHomeAbove,
    Skipped(SkipReason),
}

/// Facts that say a row is a home of its own though its name is missing.
const OWN_HOME: [Field; 5] = [
    Field::Street,
    Field::Kind,
    Field::Places,
    Field::ApprovedOn,
    Field::Municipality,
];

/// Sorts the rows below the headings.
pub(super) fn gather(index: u32, sheet: &Sheet, map: &SheetMapping) -> Gathered {
    let below = map.last_heading_row.unwrap_or(0);
    let mut res = Gathered {
        homes: Vec::new(),
        skipped: Vec::new(),
        order: Order::GivenFirst,
    };
    let mut section: Option<String> = None;
    for row in sheet.rows.iter().filter(|row| row.number > below) {
        let cells = cells_of(sheet, map, row);
        let key = RowKey {
            sheet: index,
            row: row.number,
            part: 0,
        };
        match what_is(sheet, map, row, &cells, res.homes.last()) {
            Is::Skipped(reason) => {
                let text = row
                    .cells
                    .iter()
                    .map(Cell::text)
                    .filter(|it| !it.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ");
                if reason == SkipReason::Section {
                    section = Some(text.clone());
                }
                res.skipped.push(SkippedRow {
                    sheet: index,
                    row: row.number,
                    reason,
                    text,
                });
            }
            Is::MoreOfTheHomeAbove => {
                if let Some(home) = res.homes.last_mut() {
                    home.more_rows.push(row.number);
                    let more: Vec<RawCell> =
                        cells.into_iter().map(|it| as_more(home, it)).collect();
                    home.cells.extend(more);
                }
            }
            Is::Home => {
                let mut cells = cells;
                let section_kind = section.as_deref().and_then(columns::kind_of).map(|it| it.0);
                if let (Some(text), None) = (&section, section_kind) {
                    // "Vilande hem" above the row is said about it.
                    cells.push(RawCell {
                        column: None,
                        heading: String::new(),
                        field: None,
                        cell: Cell::Text(text.clone()),
                    });
                }
                res.homes.push(RawHome {
                    key,
                    more_rows: Vec::new(),
                    cells,
                    sheet_kind: map.kind,
                    section_kind,
                    was_split: false,
                });
            }
        }
    }
    res.order = order(&res.homes);
    res
}

/// The row's cells with something in them. A tall merged cell says the same
/// of every row it covers, but a name in one is one home.
fn cells_of(sheet: &Sheet, map: &SheetMapping, row: &Row) -> Vec<RawCell> {
    let tall: Vec<_> = sheet
        .merged
        .iter()
        .filter(|it| it.first_row < row.number && row.number <= it.last_row)
        .collect();
    let filled = |column: &ColumnMapping| {
        let own = row.cell(column.column);
        let named = matches!(
            column.field,
            Some(Field::HomeName | Field::Carer1Name | Field::Carer2Name)
        );
        if !own.is_empty() || named {
            return own.clone();
        }
        let covering = tall
            .iter()
            .find(|it| (it.first_column..=it.last_column).contains(&column.column));
        covering
            .and_then(|it| Some(sheet.row(it.first_row)?.cell(it.first_column).clone()))
            .unwrap_or_default()
    };
    map.columns
        .iter()
        .filter(|column| column.field != Some(Field::Ignore))
        .map(|column| RawCell {
            column: Some(column.letters.clone()),
            heading: column.heading.clone(),
            field: column.field,
            cell: filled(column),
        })
        .filter(|it| !it.cell.is_empty() && !says_nothing(&it.cell.text()))
        .collect()
}

fn what_is(
    sheet: &Sheet,
    map: &SheetMapping,
    row: &Row,
    cells: &[RawCell],
    above: Option<&RawHome>,
) -> Is {
    let texts: Vec<String> = row
        .cells
        .iter()
        .map(Cell::text)
        .filter(|it| !it.is_empty())
        .collect();
    let Some(first) = texts.first() else {
        return Is::Skipped(SkipReason::Remark);
    };
    let has = |field| cells.iter().any(|it| it.field == Some(field));
    let repeats = map
        .columns
        .iter()
        .filter(|it| {
            !it.heading.is_empty()
                && it.heading.ends_with(&row.cell(it.column).text())
                && !row.cell(it.column).is_empty()
        })
        .count();
    if repeats >= 3 {
        return Is::Skipped(SkipReason::Heading);
    }
    if columns::is_sum(first) && !has(Field::Phone) {
        return Is::Skipped(SkipReason::Sum);
    }
    let named = has(Field::HomeName)
        || (has(Field::Carer1Name)
            && !map
                .columns
                .iter()
                .any(|it| it.field == Some(Field::HomeName)));
    if texts.len() == 1 {
        if columns::is_section(first) {
            return Is::Skipped(SkipReason::Section);
        }
        let adjoining = above.is_some_and(|it| is_next(it, row));
        if cells.iter().all(is_bare_count) {
            return Is::Skipped(SkipReason::Sum);
        }
        if columns::is_remark(first) || !(named || adjoining) {
            return Is::Skipped(SkipReason::Remark);
        }
    }
    if named {
        return Is::Home;
    }
    if cells.iter().all(is_bare_count) {
        return Is::Skipped(SkipReason::Sum);
    }
    let name_column = map
        .columns
        .iter()
        .find(|it| it.field == Some(Field::HomeName));
    let merged_with_above = name_column
        .and_then(|it| sheet.merged_at(row.number, it.column))
        .is_some_and(|it| it.first_row < row.number);
    match above {
        Some(home)
            if merged_with_above || (is_next(home, row) && !OWN_HOME.iter().any(|it| has(*it))) =>
        {
            Is::MoreOfTheHomeAbove
        }
        _ => Is::Home,
    }
}

/// A number that stands for nobody: csv has it as text.
fn is_bare_count(raw: &RawCell) -> bool {
    let somebodys = matches!(
        raw.field,
        Some(
            Field::Phone
                | Field::PersonalNumber
                | Field::Carer1PersonalNumber
                | Field::Carer2PersonalNumber
        )
    );
    let figures = |text: &str| {
        text.chars()
            .all(|it| it.is_ascii_digit() || matches!(it, ' ' | ',' | '.'))
    };
    !somebodys
        && (matches!(raw.cell, Cell::Number(_) | Cell::Broken(_)) || figures(&raw.cell.text()))
}

fn is_next(home: &RawHome, row: &Row) -> bool {
    home.more_rows.last().unwrap_or(&home.key.row) + 1 == row.number
}

/// A cell on a home's second row: the second carer's, one more of what there
/// may be several of, or something for the notes.
fn as_more(home: &RawHome, cell: RawCell) -> RawCell {
    let same_as_above = home
        .cells
        .iter()
        .any(|it| it.field == cell.field && it.cell == cell.cell && it.column == cell.column);
    let field = match cell.field {
        Some(Field::Carer1Name) if !home.has(Field::Carer2Name) => Some(Field::Carer2Name),
        Some(Field::Carer1PersonalNumber) if !home.has(Field::Carer2PersonalNumber) => {
            Some(Field::Carer2PersonalNumber)
        }
        Some(field) if field.may_repeat() => Some(field),
        // A tall merged cell read again.
        Some(_) if same_as_above => Some(Field::Ignore),
        Some(field) if !home.has(field) => Some(field),
        _ => None,
    };
    RawCell { field, ..cell }
}

/// The order most names in the sheet show; given name first when none does.
fn order(homes: &[RawHome]) -> Order {
    let named = |it: &&RawCell| matches!(it.field, Some(Field::HomeName | Field::Carer1Name));
    let shown = homes.iter().flat_map(|it| &it.cells).filter(named);
    let (mut given, mut family) = (0, 0);
    for cell in shown {
        for part in names::homes_in(&cell.cell.text()) {
            match names::order_of(&part) {
                Some(Order::GivenFirst) => given += 1,
                Some(Order::FamilyFirst) => family += 1,
                None => {}
            }
        }
    }
    if family > given {
        Order::FamilyFirst
    } else {
        Order::GivenFirst
    }
}
