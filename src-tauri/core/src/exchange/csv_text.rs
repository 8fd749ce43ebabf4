//! Reads separated text: letters first, then the separator, then the rows.
//!
//! Swedish Excel saves csv with semicolons in Windows-1252; other programs
//! write commas, tabs and UTF-8. Nothing in the file tells which.

use csv::ReaderBuilder;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::workbook::{Builder, Cell, Format, SheetError, SheetErrorKind, TextEncoding, Workbook};

/// Bytes with no letter in Windows-1252.
const NOT_IN_WINDOWS_1252: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

/// Separators tried, the most usual first; a tie goes to the earlier.
const DELIMITERS: [char; 3] = [';', ',', '\t'];

/// Reads the whole text.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let (text, encoding) = decode(bytes)?;
    // A control sign that no text has: a picture, a program, a PDF.
    if text.contains('\0') || text.starts_with("%PDF") {
        return Err(SheetErrorKind::NotASpreadsheet.into());
    }
    let (text, said) = separator_line(&text);
    let delimiter = said.unwrap_or_else(|| guess_delimiter(text));
    let mut builder = Builder::default();
    builder.sheet("", false)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter as u8)
        .from_reader(text.as_bytes());
    // Rows as a spreadsheet program numbers them: empty lines count, line
    // breaks inside a cell do not. The reader's own line count does neither.
    let mut row = 1 + u32::from(said.is_some());
    let mut counted = 0;
    let mut inside_before = 0;
    for record in reader.records() {
        let record = record.map_err(|_| SheetErrorKind::BrokenText)?;
        let at = record
            .position()
            .map_or(counted, |it| it.byte() as usize)
            .min(text.len());
        let start = at
            + text[at..]
                .bytes()
                .take_while(|it| matches!(it, b'\r' | b'\n'))
                .count();
        row = row.saturating_add(line_breaks(text.get(counted..start).unwrap_or_default()));
        let inside: u32 = record.iter().map(line_breaks).fold(0, u32::saturating_add);
        row = row.saturating_sub(inside_before);
        inside_before = inside;
        counted = start;
        for (column, field) in (0..).zip(record.iter()) {
            builder.cell(row, column, Cell::Text(field.to_owned()))?;
        }
    }
    builder.finish(Format::Csv {
        delimiter,
        encoding,
    })
}

/// Line breaks of any kind; a carriage return before a line feed is one with it.
fn line_breaks(text: &str) -> u32 {
    let breaks = text.bytes().filter(|it| *it == b'\n').count()
        + text.bytes().filter(|it| *it == b'\r').count();
    u32::try_from(breaks - text.matches("\r\n").count()).unwrap_or(u32::MAX)
}

fn decode(bytes: &[u8]) -> Result<(String, TextEncoding), SheetError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok((text.to_owned(), TextEncoding::Utf8)),
            Err(error) => Err(broken_after(&rest[..error.valid_up_to()])),
        };
    }
    for (mark, encoding) in [(b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            let text = text.ok_or(SheetErrorKind::BrokenText)?;
            return Ok((text.into_owned(), TextEncoding::Utf16));
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), TextEncoding::Utf8)),
        // Å, ä or ö in UTF-8 before the break: this was UTF-8 and is damaged.
        // As Windows-1252 it would be read without complaint, as nonsense.
        Err(error) if has_swedish_utf8(&bytes[..error.valid_up_to()]) => {
            Err(broken_after(&bytes[..error.valid_up_to()]))
        }
        Err(_) => match bytes
            .iter()
            .position(|byte| NOT_IN_WINDOWS_1252.contains(byte))
        {
            Some(at) => Err(broken_after(&bytes[..at])),
            None => Ok((
                WINDOWS_1252
                    .decode_without_bom_handling(bytes)
                    .0
                    .into_owned(),
                TextEncoding::Windows1252,
            )),
        },
    }
}

fn has_swedish_utf8(bytes: &[u8]) -> bool {
    bytes
        .windows(2)
        .any(|it| it[0] == 0xC3 && [0xA5, 0xA4, 0xB6, 0x85, 0x84, 0x96].contains(&it[1]))
}

fn broken_after(whole: &[u8]) -> SheetError {
    let lines = whole.iter().filter(|&&byte| byte == b'\n').count();
    SheetError {
        row: u32::try_from(lines + 1).ok(),
        ..SheetErrorKind::BrokenText.into()
    }
}

/// Excel's own first line, `sep=;`, which says the separator.
fn separator_line(text: &str) -> (&str, Option<char>) {
    let Some(rest) = text.strip_prefix("sep=") else {
        return (text, None);
    };
    let Some(delimiter) = rest.chars().next().filter(char::is_ascii) else {
        return (text, None);
    };
    match rest[1..]
        .strip_prefix("\r\n")
        .or_else(|| rest[1..].strip_prefix('\n'))
    {
        Some(body) => (body, Some(delimiter)),
        None => (text, None),
    }
}

/// The separator that most often gives the same number of columns, over 1,
/// in the first rows. Separators inside quotes do not count.
fn guess_delimiter(text: &str) -> char {
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter as u8)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> = reader
            .records()
            .take(200)
            .flatten()
            .map(|it| it.len())
            .collect();
        let score = widths
            .iter()
            .filter(|&&width| width > 1)
            .map(|width| widths.iter().filter(|it| *it == width).count())
            .max()
            .unwrap_or(0);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> (Vec<Vec<String>>, Format) {
        let workbook = read(bytes).unwrap();
        let rows = workbook.sheets[0]
            .rows
            .iter()
            .map(|row| row.cells.iter().map(Cell::text).collect())
            .collect();
        (rows, workbook.format)
    }

    #[test]
    fn letters_and_separator_are_found_by_content() {
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(
                "Namn\tÅlder\nÖrn\t7\n"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes),
            )
            .collect();
        let utf16_big: Vec<u8> = [0xFE, 0xFF]
            .into_iter()
            .chain(
                "Namn;Ålder\nÖrn;7\n"
                    .encode_utf16()
                    .flat_map(u16::to_be_bytes),
            )
            .collect();
        let check = |bytes: &[u8], delimiter, encoding| {
            let (rows, format) = rows(bytes);
            assert_eq!(rows, [["Namn", "Ålder"], ["Örn", "7"]]);
            assert_eq!(
                format,
                Format::Csv {
                    delimiter,
                    encoding
                }
            );
        };
        check(
            "Namn;Ålder\r\nÖrn;7\r\n".as_bytes(),
            ';',
            TextEncoding::Utf8,
        );
        check(
            "\u{feff}Namn,Ålder\nÖrn,7".as_bytes(),
            ',',
            TextEncoding::Utf8,
        );
        check(
            b"Namn;\xC5lder\r\n\xD6rn;7\r\n",
            ';',
            TextEncoding::Windows1252,
        );
        check(&utf16, '\t', TextEncoding::Utf16);
        check(&utf16_big, ';', TextEncoding::Utf16);
    }

    #[test]
    fn commas_inside_text_do_not_win_over_semicolons() {
        let (rows, format) =
            rows(b"Namn;Anm\nAlm, Eva;har hund, katt, fisk\nBj\xF6rk, Siv;rum, balkong, bil\n");
        assert_eq!(rows[1], ["Alm, Eva", "har hund, katt, fisk"]);
        assert!(matches!(format, Format::Csv { delimiter: ';', .. }));
    }

    #[test]
    fn the_line_that_says_the_separator_is_obeyed_and_counted() {
        let workbook = read(b"sep=,\r\nNamn,Anm\r\n").unwrap();
        assert_eq!(workbook.sheets[0].rows[0].number, 2);
    }

    #[test]
    fn empty_lines_count_as_rows_and_breaks_inside_a_cell_do_not() {
        let workbook = read(b"Namn;Anm\n\nAlm;\"tv\xE5\nrader\"\nSk\xF6ld;x\n").unwrap();
        let numbers: Vec<u32> = workbook.sheets[0]
            .rows
            .iter()
            .map(|row| row.number)
            .collect();
        assert_eq!(numbers, [1, 3, 4]);
    }

    #[test]
    fn broken_letters_are_told_with_their_row() {
        for bytes in [
            &b"Namn\n\xC3\xA5\xC3\xA4\n\xC3\n"[..],
            b"\xEF\xBB\xBFNamn\n1\n\xFF\n",
            b"Namn\nAlm\n\xC5x\x81\n",
        ] {
            let error = read(bytes).unwrap_err();
            assert_eq!(
                (error.kind, error.row),
                (SheetErrorKind::BrokenText, Some(3))
            );
        }
    }
}
