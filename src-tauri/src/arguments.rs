//! What can be said when the program is started.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;

/// The arguments, read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// `--file PATH`: the unit to choose.
    pub file: Option<PathBuf>,
    /// `--today DATE`: the calendar day; the core takes it for a practice unit only.
    pub today: Option<NaiveDate>,
    /// `--read-sheet`: not a window but the child that reads a strange file.
    pub read_sheet: bool,
}

impl Arguments {
    /// Reads them, without the program's own name.
    ///
    /// # Errors
    /// The place of the first argument that cannot be taken, from 1.
    pub fn read(given: impl IntoIterator<Item = OsString>) -> Result<Self, usize> {
        let mut res = Self::default();
        let mut given = given.into_iter().enumerate();
        while let Some((at, it)) = given.next() {
            match it.to_str() {
                Some("--file") => res.file = Some(given.next().ok_or(at + 1)?.1.into()),
                Some("--today") => {
                    let (at, day) = given.next().ok_or(at + 1)?;
                    res.today = Some(day.to_str().and_then(|it| it.parse().ok()).ok_or(at + 1)?);
                }
                Some("--read-sheet") => res.read_sheet = true,
                // A double click on a unit gives its path alone.
                _ if !it.to_string_lossy().starts_with('-') && res.file.is_none() => {
                    res.file = Some(it.into());
                }
                _ => return Err(at + 1),
            }
        }
        Ok(res)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &[&str]) -> Result<Arguments, usize> {
        Arguments::read(given.iter().map(OsString::from))
    }

    #[test]
    fn a_file_and_a_day() {
        let it = read(&["--file", "enhet.hemvist", "--today", "2026-11-23"]).unwrap();
        assert_eq!(it.file, Some("enhet.hemvist".into()));
        assert_eq!(it.today, NaiveDate::from_ymd_opt(2026, 11, 23));
        assert_eq!(
            read(&["enhet.hemvist"]).unwrap().file,
            Some("enhet.hemvist".into())
        );
        assert_eq!(read(&[]).unwrap(), Arguments::default());
        assert!(read(&["--read-sheet"]).unwrap().read_sheet);
    }

    #[test]
    fn what_cannot_be_taken_is_told_by_its_place() {
        assert_eq!(read(&["--today", "2026-02-30"]), Err(2));
        assert_eq!(read(&["--file"]), Err(1));
        assert_eq!(read(&["--file", "a", "--password", "b"]), Err(3));
    }
}
