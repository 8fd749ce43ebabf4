//! Reads OpenDocument spreadsheets as a stream of cells.
//!
//! The library used for xlsx keeps a whole ods file as dense tables, and a
//! repeated cell is one line on disk and a hundred million in memory. Here a
//! repeat is a number until the builder has said that it fits.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read};

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::workbook::{
    Builder, Cell, Format, MAX_CELL_CHARS, MAX_COLUMNS, Merged, SheetError, SheetErrorKind,
    Workbook,
};

/// Parts that hold cells or text of their own which are not the sheet's:
/// comments, deleted content, links to other files, drawings.
const SKIPPED: [&str; 5] = [
    "annotation",
    "tracked-changes",
    "dde-links",
    "shapes",
    "frame",
];

/// Reads a package that [`super::guard`] has let through.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetErrorKind::Damaged)?;
    if is_protected(&mut zip)? {
        return Err(SheetErrorKind::PasswordProtected.into());
    }
    let content = zip
        .by_name("content.xml")
        .map_err(|_| SheetErrorKind::Damaged)?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut content = Content {
        reader,
        buffer: Vec::new(),
    };
    let mut builder = Builder::default();
    let found = content.read(&mut builder)?;
    if !found {
        return Err(SheetErrorKind::NotASpreadsheet.into());
    }
    builder.finish(Format::Ods)
}

/// The package's list of parts names the cipher of those that are encrypted.
fn is_protected(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<bool, SheetError> {
    let Ok(manifest) = zip.by_name("META-INF/manifest.xml") else {
        return Ok(false);
    };
    let mut reader = Reader::from_reader(BufReader::new(manifest));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader
            .read_event_into(&mut buffer)
            .map_err(|_| SheetErrorKind::Damaged)?
        {
            Event::Start(element) | Event::Empty(element)
                if element.local_name().as_ref() == "encryption-data" =>
            {
                return Ok(true);
            }
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

struct Content<R: Read> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
}

/// One step in the file that matters here.
enum Step {
    Start(BytesStart<'static>),
    End(String),
    Text(String),
    Eof,
    Other,
}

impl<R: Read> Content<R>
where
    BufReader<R>: BufRead,
{
    /// Reads all tables. Answers whether this was a spreadsheet at all.
    fn read(&mut self, builder: &mut Builder) -> Result<bool, SheetError> {
        let mut hidden_styles = HashSet::new();
        let mut style = String::new();
        let mut found = false;
        loop {
            match self.step().map_err(SheetError::from)? {
                Step::Start(element) => match element.local_name().as_ref() {
                    "spreadsheet" => found = true,
                    "style" => style = attribute(&element, "name").unwrap_or_default(),
                    "table-properties"
                        if attribute(&element, "display").as_deref() == Some("false") =>
                    {
                        hidden_styles.insert(style.clone());
                    }
                    "table" if found => {
                        let name = attribute(&element, "name").unwrap_or_default();
                        let hidden = attribute(&element, "style-name")
                            .is_some_and(|it| hidden_styles.contains(&it));
                        builder.sheet(&name, hidden)?;
                        self.read_table(&name, builder)?;
                    }
                    name if SKIPPED.contains(&name) => self.skip(&element)?,
                    _ => {}
                },
                Step::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    fn read_table(&mut self, name: &str, builder: &mut Builder) -> Result<(), SheetError> {
        // Numbers of a hostile file may be any; they are added up without overflow.
        let mut row: u32 = 1;
        let at = |kind, row| SheetError {
            row: Some(row),
            ..SheetError::in_sheet(kind, name)
        };
        loop {
            match self.step().map_err(|kind| at(kind, row))? {
                Step::Start(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        let repeat = number(&element, "number-rows-repeated").max(1);
                        let cells = self.read_row(row, builder).map_err(|kind| at(kind, row))?;
                        for number in row..row.saturating_add(repeat) {
                            if cells.is_empty() {
                                break;
                            }
                            for (column, cell) in &cells {
                                builder.cell(number, *column, cell.clone())?;
                            }
                        }
                        row = row.saturating_add(repeat);
                    }
                    skipped if SKIPPED.contains(&skipped) => {
                        self.skip(&element).map_err(|kind| at(kind, row))?;
                    }
                    _ => {}
                },
                Step::End(element) if element == "table" => return Ok(()),
                Step::Eof => return Err(at(SheetErrorKind::Damaged, row)),
                _ => {}
            }
        }
    }

    /// The cells of one row that hold something, with their columns from 0.
    /// Stops keeping them one column beyond the limit, for the builder to refuse.
    fn read_row(
        &mut self,
        row: u32,
        builder: &mut Builder,
    ) -> Result<Vec<(u32, Cell)>, SheetErrorKind> {
        let mut cells = Vec::new();
        let mut column: u32 = 0;
        loop {
            match self.step()? {
                Step::Start(element) => match element.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        let repeat = number(&element, "number-columns-repeated").max(1);
                        let wide = number(&element, "number-columns-spanned").max(1);
                        let high = number(&element, "number-rows-spanned").max(1);
                        if wide > 1 || high > 1 {
                            builder.merged(Merged {
                                first_row: row,
                                last_row: row.saturating_add(high - 1),
                                first_column: column,
                                last_column: column.saturating_add(wide - 1),
                            });
                        }
                        let cell = self.read_cell(&element)?;
                        if !cell.is_empty() {
                            let end = column.saturating_add(repeat).min(MAX_COLUMNS + 1);
                            cells.extend(
                                (column.min(MAX_COLUMNS)..end.max(column.min(MAX_COLUMNS) + 1))
                                    .map(|it| (it, cell.clone())),
                            );
                            cells.truncate(MAX_COLUMNS as usize + 1);
                        }
                        column = column.saturating_add(repeat);
                    }
                    name if SKIPPED.contains(&name) => self.skip(&element)?,
                    _ => {}
                },
                Step::End(element) if element == "table-row" => return Ok(cells),
                Step::Eof => return Err(SheetErrorKind::Damaged),
                _ => {}
            }
        }
    }

    fn read_cell(&mut self, element: &BytesStart<'_>) -> Result<Cell, SheetErrorKind> {
        let text = self.read_text(element)?;
        let value = |name: &str| attribute(element, name);
        let cell = match value("value-type").as_deref() {
            Some("float" | "currency" | "percentage") => value("value")
                .and_then(|it| it.parse().ok())
                .map(Cell::Number),
            Some("date") => value("date-value")
                .and_then(|it| it.get(..10)?.parse::<NaiveDate>().ok())
                .map(Cell::Date),
            Some("boolean") => value("boolean-value").map(|it| Cell::Bool(it == "true")),
            _ => None,
        };
        Ok(cell.unwrap_or_else(|| {
            let text = if text.is_empty() {
                value("string-value").unwrap_or_default()
            } else {
                text
            };
            let error = element.attributes_raw().contains("value-type=\"error\"")
                || text.starts_with("#REF!");
            match text.is_empty() {
                true if value("formula").is_some() => Cell::Broken("=".to_owned()),
                true => Cell::Empty,
                false if error => Cell::Broken(text),
                false => Cell::Text(text),
            }
        }))
    }

    /// The cell's paragraphs, one to a line. Grows no further than a cell may.
    fn read_text(&mut self, cell: &BytesStart<'_>) -> Result<String, SheetErrorKind> {
        let end = cell.local_name().as_ref().to_owned();
        let limit = MAX_CELL_CHARS * 4 + 1;
        let mut text = String::new();
        let mut paragraphs = 0;
        let mut inside = 0_u32;
        loop {
            match self.step()? {
                Step::Start(element) => match element.local_name().as_ref() {
                    "p" | "h" => {
                        if paragraphs > 0 && text.len() < limit {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        inside += 1;
                    }
                    "s" => {
                        let spaces = number(&element, "c").clamp(1, 1_000) as usize;
                        text.extend(std::iter::repeat_n(
                            ' ',
                            spaces.min(limit.saturating_sub(text.len())),
                        ));
                    }
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    name if SKIPPED.contains(&name) => self.skip(&element)?,
                    _ => {}
                },
                Step::End(name) if name == end => return Ok(text),
                Step::End(name) if name == "p" || name == "h" => inside = inside.saturating_sub(1),
                Step::Text(more) if inside > 0 && text.len() < limit => text.push_str(&more),
                Step::Eof => return Err(SheetErrorKind::Damaged),
                _ => {}
            }
        }
    }

    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), SheetErrorKind> {
        let mut buffer = Vec::new();
        self.reader
            .read_to_end_into(element.name(), &mut buffer)
            .map(|_| ())
            .map_err(|_| SheetErrorKind::Damaged)
    }

    fn step(&mut self) -> Result<Step, SheetErrorKind> {
        self.buffer.clear();
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(|_| SheetErrorKind::Damaged)?;
        Ok(match event {
            Event::Start(element) => Step::Start(element.into_owned()),
            Event::End(element) => Step::End(element.local_name().as_ref().to_owned()),
            Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(entity) => Step::Text(resolve(&entity)?),
            Event::DocType(_) => return Err(SheetErrorKind::ForbiddenContent),
            Event::Eof => Step::Eof,
            _ => Step::Other,
        })
    }
}

/// Only the entities every XML file has; there are no others without a
/// document type, and that is refused.
fn resolve(entity: &BytesRef<'_>) -> Result<String, SheetErrorKind> {
    if let Some(known) = resolve_predefined_entity(entity) {
        return Ok(known.to_owned());
    }
    match entity.resolve_char_ref() {
        Ok(Some(letter)) => Ok(letter.to_string()),
        _ => Err(SheetErrorKind::Damaged),
    }
}

/// An attribute by its name without namespace.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element
        .attributes()
        .flatten()
        .find(|it| it.key.local_name().as_ref() == name)?;
    Some(
        found
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

/// A count; 0 when absent, the highest number when too large to be one.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).map_or(0, |it| it.parse().unwrap_or(u32::MAX))
}
