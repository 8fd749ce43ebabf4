//! Counts what a zipped file unpacks to before any parser sees it.
//!
//! The sizes written in a zip are claims; here every part is unpacked in a
//! small buffer and counted, and the count stops at the limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::workbook::{MAX_TAGS, MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES, SheetError, SheetErrorKind};

/// What the zip holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Package {
    Xlsx,
    Ods,
}

/// A document type declaration: the start of every entity attack, and never
/// written by a spreadsheet program.
const DOCTYPE: &[u8] = b"<!DOCTYPE";

/// Tells what the package is, having unpacked and counted all of it.
pub(super) fn inspect(bytes: &[u8]) -> Result<Package, SheetError> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let too_large = SheetErrorKind::UnpacksTooLarge {
        limit: MAX_UNPACKED_BYTES as u32,
    };
    if zip.len() > MAX_ZIP_ENTRIES {
        return Err(too_large.into());
    }
    let (mut workbook, mut ods, mut binary) = (false, false, false);
    let (mut left, mut tags) = (MAX_UNPACKED_BYTES, MAX_TAGS);
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(damaged)?;
        let name = entry.name().map_err(damaged)?.to_ascii_lowercase();
        workbook |= name.ends_with("workbook.xml");
        binary |= name.ends_with("workbook.bin");
        ods |= name == "content.xml" || name == "encrypted-package";
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let unpacked = unpack(&mut entry, left, is_xml.then_some(&mut tags))?;
        left = left.checked_sub(unpacked).ok_or(too_large)?;
    }
    match (workbook, ods, binary) {
        (true, ..) => Ok(Package::Xlsx),
        (_, true, _) => Ok(Package::Ods),
        (.., true) => Err(SheetErrorKind::BinaryWorkbook.into()),
        _ => Err(SheetErrorKind::NotASpreadsheet.into()),
    }
}

/// Unpacks one part and returns its size, or one more than `left` when it
/// does not end before that or, being XML, has too many tags.
fn unpack(
    entry: &mut impl Read,
    left: u64,
    mut tags: Option<&mut usize>,
) -> Result<u64, SheetError> {
    let mut buffer = vec![0_u8; 64 * 1024];
    let mut total = 0;
    // The end of the last block, in case the word stands across the border.
    let mut kept = 0;
    while total <= left {
        let read = entry
            .read(&mut buffer[kept..])
            .map_err(|_| SheetErrorKind::Damaged)?;
        if read == 0 {
            return Ok(total);
        }
        total += read as u64;
        let filled = kept + read;
        if let Some(tags) = &mut tags {
            let (here, doctype) = tags_in(&buffer[..filled], kept);
            if doctype {
                return Err(SheetErrorKind::ForbiddenContent.into());
            }
            match tags.checked_sub(here) {
                Some(rest) => **tags = rest,
                None => break,
            }
        }
        kept = filled.min(DOCTYPE.len() - 1);
        buffer.copy_within(filled - kept..filled, 0);
    }
    Ok(left + 1)
}

/// How many tags begin at or after `from`, and whether a document type is
/// declared anywhere. One pass: this sees every byte of the file.
fn tags_in(block: &[u8], from: usize) -> (usize, bool) {
    let (mut tags, mut doctype) = (0, false);
    for (at, byte) in block.iter().enumerate() {
        if *byte == b'<' {
            tags += usize::from(at >= from);
            let word = block.get(at..at + DOCTYPE.len());
            doctype |= word.is_some_and(|it| it.eq_ignore_ascii_case(DOCTYPE));
        }
    }
    (tags, doctype)
}

fn damaged(error: ZipError) -> SheetError {
    match error {
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => {
            SheetErrorKind::PasswordProtected.into()
        }
        _ => SheetErrorKind::Damaged.into(),
    }
}
