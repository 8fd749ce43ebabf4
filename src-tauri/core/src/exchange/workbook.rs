//! A spreadsheet as plain rows, and the limits no file may pass.
//!
//! Every reader builds its [`Workbook`] through [`Builder`], so that a limit
//! cannot be forgotten by one of them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Largest file taken. A register of 60 homes is under 100 kB; 20 MB leaves
/// room for pasted pictures.
pub const MAX_FILE_BYTES: usize = 20 * 1024 * 1024;
/// Most bytes all parts of a zipped file may unpack to, counted by unpacking.
/// Ordinary files unpack to five or ten times their size.
pub const MAX_UNPACKED_BYTES: u64 = 200 * 1024 * 1024;
/// Most tags in all XML parts together. Every cell kept takes four to eight;
/// more is time and memory spent on cells that will be refused.
pub const MAX_TAGS: usize = 5_000_000;
/// Most parts in a zipped file. A workbook of 50 sheets has about 200.
pub const MAX_ZIP_ENTRIES: usize = 2_000;
/// Most sheets. A unit with one sheet a year for its whole history has fewer.
pub const MAX_SHEETS: usize = 50;
/// Highest row number with something in it. All family homes in Sweden fit.
pub const MAX_ROWS: u32 = 20_000;
/// Highest column number with something in it. Old registers have 20–60.
pub const MAX_COLUMNS: u32 = 200;
/// Longest text in one cell, in characters: what Excel itself allows.
pub const MAX_CELL_CHARS: usize = 32_767;
/// Most cells kept in all sheets together. Holds memory down when a file is
/// both long and wide.
pub const MAX_CELLS: usize = 400_000;
/// Most bytes of text in all cells together.
pub const MAX_TEXT_BYTES: usize = 32 * 1024 * 1024;
/// Most merged areas remembered per sheet; later ones only lose their spread.
/// Every row is held against all of them.
pub const MAX_MERGED: usize = 1_000;

/// A whole file, read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Workbook {
    /// What kind of file it was, by its content.
    pub format: Format,
    /// Whether a number without a date format, read as a date, counts from
    /// 1904 (old Macintosh files) instead of 1900.
    pub dates_from_1904: bool,
    /// Sheets in the file's order, hidden ones too.
    pub sheets: Vec<Sheet>,
}

/// What kind of file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Format {
    /// Excel's zipped format.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Separated text.
    Csv {
        /// `;`, `,` or tab.
        delimiter: char,
        /// How the letters were written.
        encoding: TextEncoding,
    },
}

/// How the letters of a text file were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Windows-1252, what Swedish Excel writes as csv.
    Windows1252,
}

/// One sheet. Rows with nothing in them are not kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Sheet {
    /// Its name; empty for csv.
    pub name: String,
    /// Hidden by whoever made the file.
    pub hidden: bool,
    /// Rows with something in them, in order.
    pub rows: Vec<Row>,
    /// Areas merged into one cell.
    pub merged: Vec<Merged>,
}

/// One row, from column A to its last cell with something in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Row {
    /// The row number the user sees, from 1.
    pub number: u32,
    /// Cells from column A.
    pub cells: Vec<Cell>,
}

/// An area merged into one cell, whose value stands in the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Merged {
    /// First row, from 1.
    pub first_row: u32,
    /// Last row, from 1, inclusive.
    pub last_row: u32,
    /// First column, from 0.
    pub first_column: u32,
    /// Last column, from 0, inclusive.
    pub last_column: u32,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Text, with spaces at the ends removed.
    Text(String),
    /// A number without a date format.
    Number(f64),
    /// A number with a date format, or a date of the file's own kind.
    Date(NaiveDate),
    /// Yes or no.
    Bool(bool),
    /// The file's own error, such as `#REF!`, or a formula never counted out.
    Broken(String),
}

impl Cell {
    /// Whether nothing stands here.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The cell as a person would have typed it.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(number) => plain_number(*number),
            Self::Date(date) => date.format("%Y-%m-%d").to_string(),
            Self::Bool(true) => "ja".to_owned(),
            Self::Bool(false) => "nej".to_owned(),
        }
    }
}

/// A whole number without decimals, others with a decimal comma.
fn plain_number(number: f64) -> String {
    format!("{number}").replace('.', ",")
}

impl Row {
    /// The cell in a column counted from 0.
    pub fn cell(&self, column: u32) -> &Cell {
        self.cells.get(column as usize).unwrap_or(&Cell::Empty)
    }
}

impl Sheet {
    /// The row with the number the user sees.
    pub fn row(&self, number: u32) -> Option<&Row> {
        let index = self
            .rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()?;
        self.rows.get(index)
    }

    /// The merged area that covers a place, if any.
    pub fn merged_at(&self, row: u32, column: u32) -> Option<&Merged> {
        self.merged.iter().find(|it| {
            (it.first_row..=it.last_row).contains(&row)
                && (it.first_column..=it.last_column).contains(&column)
        })
    }
}

/// Why a file, or a place in it, could not be read. Codes and places only:
/// no text from the file goes into an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("the spreadsheet could not be read: {kind:?}")]
pub struct SheetError {
    /// What is wrong.
    #[serde(flatten)]
    pub kind: SheetErrorKind,
    /// The sheet's name, when known.
    pub sheet: Option<String>,
    /// The row the user sees, from 1.
    pub row: Option<u32>,
    /// The column's letters.
    pub column: Option<String>,
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum SheetErrorKind {
    /// No bytes at all.
    EmptyFile,
    /// Readable, but no sheet has anything in it.
    NothingInIt,
    /// Neither xlsx, ods nor csv.
    NotASpreadsheet,
    /// A web page, whatever its name says.
    WebPage,
    /// Excel 97–2003 (.xls): must be saved anew.
    OldExcel,
    /// A workbook format that is not read (xlsb).
    BinaryWorkbook,
    /// Needs a password.
    PasswordProtected,
    /// Cut off, or its parts do not fit together.
    Damaged,
    /// Declares entities of its own, which no spreadsheet program does.
    ForbiddenContent,
    /// Neither valid UTF-8, UTF-16 nor Windows-1252.
    BrokenText,
    /// Larger than the limit.
    FileTooLarge {
        /// The limit in bytes.
        limit: u32,
    },
    /// Unpacks to more than the limit, or to too many parts or tags.
    UnpacksTooLarge {
        /// The limit in bytes.
        limit: u32,
    },
    /// Too many sheets.
    TooManySheets {
        /// The limit.
        limit: u32,
    },
    /// Something stands below the last row that is read.
    TooManyRows {
        /// The limit.
        limit: u32,
    },
    /// Something stands right of the last column that is read.
    TooManyColumns {
        /// The limit.
        limit: u32,
    },
    /// Too many cells in all.
    TooManyCells {
        /// The limit.
        limit: u32,
    },
    /// A cell's text is too long.
    CellTooLong {
        /// The limit in characters.
        limit: u32,
    },
    /// All text together is too much.
    TooMuchText {
        /// The limit in bytes.
        limit: u32,
    },
    /// The reading process took too long and was ended.
    TookTooLong {
        /// The limit in seconds.
        limit: u32,
    },
    /// The reading process ran out of memory or was ended from outside.
    ReaderStopped,
    /// The reading process met a fault of its own.
    ReaderFailed,
    /// The reading process could not be started.
    ReaderNotStarted,
}

impl From<SheetErrorKind> for SheetError {
    fn from(kind: SheetErrorKind) -> Self {
        Self {
            kind,
            sheet: None,
            row: None,
            column: None,
        }
    }
}

impl SheetError {
    pub(super) fn at(kind: SheetErrorKind, sheet: &str, row: u32, column: u32) -> Self {
        Self {
            kind,
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            row: Some(row),
            column: Some(column_letters(column)),
        }
    }

    pub(super) fn in_sheet(kind: SheetErrorKind, sheet: &str) -> Self {
        Self {
            kind,
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            row: None,
            column: None,
        }
    }
}

/// The letters above a column counted from 0: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = ((rest - 1) % 26) as u8;
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Builds a workbook cell by cell and refuses what passes a limit.
#[derive(Debug, Default)]
pub(super) struct Builder {
    sheets: Vec<Sheet>,
    cells: usize,
    text_bytes: usize,
}

impl Builder {
    /// Opens the next sheet.
    pub fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), SheetError> {
        if self.sheets.len() >= MAX_SHEETS {
            return Err(SheetErrorKind::TooManySheets {
                limit: MAX_SHEETS as u32,
            }
            .into());
        }
        // Excel allows 31 characters in a name; a longer one is cut.
        let name = name.chars().take(100).collect();
        self.sheets.push(Sheet {
            name,
            hidden,
            rows: Vec::new(),
            merged: Vec::new(),
        });
        Ok(())
    }

    /// Remembers a merged area of the open sheet.
    pub fn merged(&mut self, area: Merged) {
        if let Some(sheet) = self.sheets.last_mut()
            && sheet.merged.len() < MAX_MERGED
            && area.first_row <= MAX_ROWS
            && area.first_column < MAX_COLUMNS
        {
            sheet.merged.push(area);
        }
    }

    /// Puts a cell in the open sheet. `row` from 1, `column` from 0. Rows must
    /// come in order; a cell in an earlier row means the file is damaged.
    pub fn cell(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), SheetError> {
        let cell = tidy(cell);
        let Some(sheet) = self.sheets.last_mut() else {
            return Err(SheetErrorKind::Damaged.into());
        };
        if cell.is_empty() {
            return Ok(());
        }
        let refuse = |kind| Err(SheetError::at(kind, &sheet.name, row, column));
        if row > MAX_ROWS {
            return refuse(SheetErrorKind::TooManyRows { limit: MAX_ROWS });
        }
        if column >= MAX_COLUMNS {
            return refuse(SheetErrorKind::TooManyColumns { limit: MAX_COLUMNS });
        }
        if let Cell::Text(text) | Cell::Broken(text) = &cell {
            if text.chars().count() > MAX_CELL_CHARS {
                return refuse(SheetErrorKind::CellTooLong {
                    limit: MAX_CELL_CHARS as u32,
                });
            }
            self.text_bytes += text.len();
            if self.text_bytes > MAX_TEXT_BYTES {
                return refuse(SheetErrorKind::TooMuchText {
                    limit: MAX_TEXT_BYTES as u32,
                });
            }
        }
        match sheet.rows.last().map_or(0, |last| last.number) {
            last if last > row => return refuse(SheetErrorKind::Damaged),
            last if last < row => sheet.rows.push(Row {
                number: row,
                cells: Vec::new(),
            }),
            _ => {}
        }
        let cells = &mut sheet
            .rows
            .last_mut()
            .expect("a row was just found or pushed")
            .cells;
        let place = column as usize;
        if cells.len() <= place {
            self.cells += place + 1 - cells.len();
            if self.cells > MAX_CELLS {
                return refuse(SheetErrorKind::TooManyCells {
                    limit: MAX_CELLS as u32,
                });
            }
            cells.resize(place + 1, Cell::Empty);
        }
        cells[place] = cell;
        Ok(())
    }

    /// The finished workbook; refused when nothing stands in it.
    pub fn finish(self, format: Format) -> Result<Workbook, SheetError> {
        if self.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(SheetErrorKind::NothingInIt.into());
        }
        Ok(Workbook {
            format,
            dates_from_1904: false,
            sheets: self.sheets,
        })
    }
}

/// Spaces (also hard ones) away from the ends; text of only spaces is empty;
/// a number that is none (NaN, infinite) is broken.
fn tidy(cell: Cell) -> Cell {
    match cell {
        Cell::Text(text) => {
            let trimmed =
                text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
            if trimmed.is_empty() {
                Cell::Empty
            } else if trimmed.len() == text.len() {
                Cell::Text(text)
            } else {
                Cell::Text(trimmed.to_owned())
            }
        }
        Cell::Number(number) if !number.is_finite() => Cell::Broken("#NUM!".to_owned()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letters(column), letters);
        }
    }

    #[test]
    fn a_cell_outside_the_limits_is_refused_with_its_place() {
        let check = |row, column, kind| {
            let mut builder = Builder::default();
            builder.sheet("Blad1", false).unwrap();
            let refused = builder.cell(row, column, Cell::Number(1.0)).unwrap_err();
            assert_eq!(refused, SheetError::at(kind, "Blad1", row, column));
        };
        check(20_001, 0, SheetErrorKind::TooManyRows { limit: 20_000 });
        check(1, 200, SheetErrorKind::TooManyColumns { limit: 200 });
    }

    #[test]
    fn the_last_row_and_column_inside_are_kept() {
        let mut builder = Builder::default();
        builder.sheet("Blad1", false).unwrap();
        builder.cell(20_000, 199, Cell::Number(1.0)).unwrap();
        assert_eq!(
            builder.finish(Format::Xlsx).unwrap().sheets[0].rows[0]
                .cells
                .len(),
            200
        );
    }

    #[test]
    fn a_stray_space_far_away_is_nothing() {
        let mut builder = Builder::default();
        builder.sheet("Blad1", false).unwrap();
        builder
            .cell(1_048_576, 16_383, Cell::Text(" \u{a0}".into()))
            .unwrap();
        assert_eq!(
            builder.finish(Format::Xlsx).unwrap_err().kind,
            SheetErrorKind::NothingInIt
        );
    }

    #[test]
    fn numbers_are_written_as_typed() {
        for (number, text) in [
            (701_234_567.0, "701234567"),
            (1.5, "1,5"),
            (0.0, "0"),
            (191_212_121_212.0, "191212121212"),
        ] {
            assert_eq!(Cell::Number(number).text(), text);
        }
    }
}
