//! Reads the bytes of an xlsx, ods or csv file into a [`Workbook`].
//!
//! What a file is, is told by its content and never by its name. Call this
//! only inside the child process ([`super::child`]): the libraries below are
//! careful, but the bytes are strangers'.

use super::workbook::{MAX_FILE_BYTES, SheetError, SheetErrorKind, Workbook};
use super::{csv_text, guard, ods, xlsx};

/// First bytes of the old container that both .xls and password-protected
/// xlsx files are written in (MS-CFB 2.2).
const COMPOUND_FILE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Reads a whole file.
///
/// # Errors
/// Every refusal is a [`SheetError`] with as exact a place as is known.
pub fn read(bytes: &[u8]) -> Result<Workbook, SheetError> {
    if bytes.is_empty() {
        return Err(SheetErrorKind::EmptyFile.into());
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(SheetErrorKind::FileTooLarge {
            limit: MAX_FILE_BYTES as u32,
        }
        .into());
    }
    if bytes.starts_with(&COMPOUND_FILE) {
        return Err(compound_file(bytes).into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return match guard::inspect(bytes)? {
            guard::Package::Xlsx => xlsx::read(bytes),
            guard::Package::Ods => ods::read(bytes),
        };
    }
    if looks_like_a_web_page(bytes) {
        return Err(SheetErrorKind::WebPage.into());
    }
    csv_text::read(bytes)
}

/// A protected xlsx holds a stream of this name, written in UTF-16.
fn compound_file(bytes: &[u8]) -> SheetErrorKind {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        SheetErrorKind::PasswordProtected
    } else {
        SheetErrorKind::OldExcel
    }
}

/// Systems that "export to Excel" often write a web page and call it xls.
fn looks_like_a_web_page(bytes: &[u8]) -> bool {
    let start: String = bytes
        .iter()
        .skip_while(|byte| !byte.is_ascii_graphic())
        .take(200)
        .filter(|byte| byte.is_ascii())
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    start.starts_with('<')
        && ["<html", "<!doctype html", "<table", "<head", "<body"]
            .iter()
            .any(|tag| start.contains(tag))
}
