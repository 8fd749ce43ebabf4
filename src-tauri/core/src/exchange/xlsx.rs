//! Reads Excel's zipped format one cell at a time.
//!
//! A sheet with something in A1 and XFD1048576 is small on disk; a dense
//! table of it would not be. Cells therefore pass one by one through the
//! builder, which refuses the far one.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::workbook::{Builder, Cell, Format, Merged, SheetError, SheetErrorKind, Workbook};

/// Reads a package that [`super::guard`] has let through.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|error| kind(&error))?;
    let mut builder = Builder::default();
    let sheets: Vec<(String, bool)> = file
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    for (name, hidden) in sheets {
        builder.sheet(&name, hidden)?;
        read_cells(&mut file, &name, &mut builder)?;
        // Merged areas only help; a sheet whose list is damaged is still read.
        for area in file.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            builder.merged(Merged {
                first_row: area.start.0.saturating_add(1),
                last_row: area.end.0.saturating_add(1),
                first_column: area.start.1,
                last_column: area.end.1,
            });
        }
    }
    Ok(Workbook {
        dates_from_1904: file.has_1904_epoch(),
        ..builder.finish(Format::Xlsx)?
    })
}

fn read_cells(
    file: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    builder: &mut Builder,
) -> Result<(), SheetError> {
    let mut cells = file
        .worksheet_cells_reader(name)
        .map_err(|error| SheetError::in_sheet(kind(&error), name))?;
    // The last place that could be read, so that a break is said to be after it.
    let mut last_row = None;
    loop {
        let record = cells
            .next_cell_with_formula_metadata()
            .map_err(|error| SheetError {
                row: last_row,
                ..SheetError::in_sheet(kind(&error), name)
            })?;
        let Some(record) = record else {
            return Ok(());
        };
        let (row, column) = record.pos;
        let row = row.saturating_add(1);
        last_row = Some(row);
        let cell = match plain(record.value) {
            // A formula whose answer was never saved: shown, not guessed.
            Cell::Empty if record.formula.is_some() => Cell::Broken("=".to_owned()),
            cell => cell,
        };
        builder.cell(row, column, cell)?;
    }
}

fn plain(value: DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text.to_owned()),
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => Cell::Number(number),
        DataRef::Bool(yes) => Cell::Bool(yes),
        DataRef::DateTime(moment) => day(moment),
        DataRef::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(date) => Cell::Date(date),
            None => Cell::Text(text),
        },
        DataRef::Error(error) => Cell::Broken(error.to_string()),
    }
}

/// Dates with the 1904 system are already counted from there by the reader.
fn day(moment: ExcelDateTime) -> Cell {
    // Outside years 1900–9999 no spreadsheet has a date; a number it stays.
    if moment.is_duration() || !(1.0..2_958_466.0).contains(&moment.as_f64()) {
        return Cell::Number(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    match NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)) {
        Some(date) => Cell::Date(date),
        None => Cell::Number(moment.as_f64()),
    }
}

fn kind(error: &XlsxError) -> SheetErrorKind {
    match error {
        XlsxError::Password => SheetErrorKind::PasswordProtected,
        _ => SheetErrorKind::Damaged,
    }
}
