//! Personal numbers (personnummer) and co-ordination numbers (samordningsnummer).
//!
//! Folkbokföringslag (1991:481) 18 §: birth date, birth number and check digit;
//! a plus sign from the year one turns a hundred. Co-ordination numbers add 60
//! to the day (lag 2022:1697).

use std::fmt;

use chrono::{Datelike, NaiveDate};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// Twelve digits, checked.
///
/// Invariant: the first eight digits are a day that exists (minus 60 for a
/// co-ordination number) and the last is the right check digit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonalNumber(String);

/// Why a text is not a personal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonalNumberError {
    /// Nothing there.
    #[error("empty")]
    Empty,
    /// Not ten or twelve digits.
    #[error("wrong length")]
    WrongLength,
    /// The digits are no day.
    #[error("not a date")]
    NotADate,
    /// The last digit does not agree with the others.
    #[error("wrong check digit")]
    WrongCheckDigit,
    /// Born after today.
    #[error("in the future")]
    InFuture,
}

impl PersonalNumber {
    /// Reads ten or twelve digits, with `-`, `+` or spaces or without.
    ///
    /// Ten digits mean the latest century that is not after `today`, or the one
    /// before with `+`.
    ///
    /// # Errors
    /// The first thing found wrong, in the order of [`PersonalNumberError`].
    pub fn parse(text: &str, today: NaiveDate) -> Result<Self, PersonalNumberError> {
        let plus = text.contains('+');
        let kept: String = text
            .chars()
            .filter(|it| !matches!(it, '-' | '+' | '\u{2013}' | '\u{2212}') && !it.is_whitespace())
            .collect();
        if kept.is_empty() {
            return Err(PersonalNumberError::Empty);
        }
        if !kept.bytes().all(|it| it.is_ascii_digit()) {
            return Err(PersonalNumberError::WrongLength);
        }
        let full = match kept.len() {
            12 => kept,
            10 => with_century(&kept, plus, today)?,
            _ => return Err(PersonalNumberError::WrongLength),
        };
        let born = birth_date(&full).ok_or(PersonalNumberError::NotADate)?;
        if check_digit(&full[2..11]) != full.as_bytes()[11] - b'0' {
            return Err(PersonalNumberError::WrongCheckDigit);
        }
        if born > today {
            return Err(PersonalNumberError::InFuture);
        }
        Ok(Self(full))
    }

    /// The twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Day of birth.
    #[must_use]
    pub fn birth_date(&self) -> NaiveDate {
        birth_date(&self.0).expect("checked when it was made")
    }

    /// Whether it is a co-ordination number.
    #[must_use]
    pub fn is_coordination(&self) -> bool {
        self.0.as_bytes()[6] >= b'6'
    }

    /// `ÅÅÅÅMMDD-NNNN`, for screens and papers that may show it.
    #[must_use]
    pub fn written(&self) -> String {
        format!("{}-{}", &self.0[..8], &self.0[8..])
    }
}

fn with_century(ten: &str, plus: bool, today: NaiveDate) -> Result<String, PersonalNumberError> {
    let year: i32 = ten[..2]
        .parse()
        .map_err(|_| PersonalNumberError::NotADate)?;
    let century = today.year() / 100;
    let candidates = if plus {
        century - 1..=century - 1
    } else {
        century - 1..=century
    };
    // Latest first; with a plus one is a hundred or will be this year.
    for it in candidates.rev() {
        let full = format!("{it:02}{ten}");
        match birth_date(&full) {
            Some(born) if born <= today && (!plus || today.year() - born.year() >= 100) => {
                return Ok(full);
            }
            Some(_) if plus => return Ok(format!("{:02}{ten}", it - 1)),
            _ => {}
        }
    }
    let _ = year;
    // No century makes it a day before today: say which of the two is wrong.
    let this = format!("{century:02}{ten}");
    match birth_date(&this) {
        Some(_) => Err(PersonalNumberError::InFuture),
        None => Err(PersonalNumberError::NotADate),
    }
}

fn birth_date(twelve: &str) -> Option<NaiveDate> {
    let year: i32 = twelve[..4].parse().ok()?;
    let month: u32 = twelve[4..6].parse().ok()?;
    let day: u32 = twelve[6..8].parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, if day > 60 { day - 60 } else { day })
}

/// The tenth digit of the nine before it (Luhn, weights 2 1 2 …).
pub(crate) fn check_digit(nine: &str) -> u8 {
    let sum: u32 = nine
        .bytes()
        .enumerate()
        .map(|(place, byte)| {
            let product = u32::from(byte - b'0') * if place % 2 == 0 { 2 } else { 1 };
            product / 10 + product % 10
        })
        .sum();
    u8::try_from((10 - sum % 10) % 10).expect("below ten")
}

impl fmt::Debug for PersonalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonalNumber(…)")
    }
}

impl ToSql for PersonalNumber {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for PersonalNumber {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(text: &str, today: &str, expected: Result<&str, PersonalNumberError>) {
        let got = PersonalNumber::parse(text, day(today));
        assert_eq!(
            got.as_ref().map(PersonalNumber::as_str).map_err(|it| *it),
            expected,
            "{text}"
        );
    }

    #[test]
    fn numbers_are_read_with_and_without_century_and_sign() {
        // Skatteverket's published test person Tolvan.
        check("19121212-1212", "2026-11-23", Ok("191212121212"));
        check("191212121212", "2026-11-23", Ok("191212121212"));
        check("121212+1212", "2026-11-23", Ok("191212121212"));
        // Without the plus the latest century counts: a child.
        check("121212-1212", "2026-11-23", Ok("201212121212"));
        check("121212-1212", "2012-12-12", Ok("201212121212"));
        check("121212-1212", "2012-12-11", Ok("191212121212"));
        check(" 2017 0101 2393 ", "2026-11-23", Ok("201701012393"));
    }

    #[test]
    fn a_plus_in_a_later_century_still_means_over_a_hundred() {
        check("900118+9811", "2026-11-23", Ok("189001189811"));
    }

    #[test]
    fn what_is_wrong_is_told() {
        check("", "2026-11-23", Err(PersonalNumberError::Empty));
        check(
            "1212121",
            "2026-11-23",
            Err(PersonalNumberError::WrongLength),
        );
        check("okänt", "2026-11-23", Err(PersonalNumberError::WrongLength));
        check(
            "20120230-1212",
            "2026-11-23",
            Err(PersonalNumberError::NotADate),
        );
        check(
            "19121212-1213",
            "2026-11-23",
            Err(PersonalNumberError::WrongCheckDigit),
        );
        check(
            "20301212-1210",
            "2026-11-23",
            Err(PersonalNumberError::InFuture),
        );
    }

    #[test]
    fn a_coordination_number_has_sixty_more_on_its_day() {
        let number = PersonalNumber::parse("19701063-2391", day("2026-11-23")).unwrap();
        assert!(number.is_coordination());
        assert_eq!(number.birth_date(), day("1970-10-03"));
    }

    #[test]
    fn it_never_prints_itself() {
        let number = PersonalNumber::parse("19121212-1212", day("2026-11-23")).unwrap();
        assert_eq!(format!("{number:?}"), "PersonalNumber(…)");
    }

    proptest! {
        #[test]
        fn any_text_gives_an_answer(text in ".{0,20}") {
            let _ = PersonalNumber::parse(&text, day("2026-11-23"));
        }

        #[test]
        fn ten_digits_of_anyone_under_a_hundred_mean_the_same_person(
            age_days in 0i64..36_000, serial in 0u32..1000,
        ) {
            let today = day("2026-11-23");
            let born = today - chrono::Days::new(u64::try_from(age_days).unwrap());
            let nine = format!("{}{serial:03}", born.format("%y%m%d"));
            let ten = format!("{nine}{}", check_digit(&nine));
            let number = PersonalNumber::parse(&ten, today).unwrap();
            prop_assert_eq!(number.birth_date(), born);
            prop_assert_eq!(PersonalNumber::parse(&number.written(), today).unwrap(), number);
        }

        #[test]
        fn one_wrong_digit_is_always_found(place in 2usize..12, other in 0u8..10) {
            let right = "191212121212";
            let mut bytes = right.as_bytes().to_vec();
            prop_assume!(bytes[place] != b'0' + other);
            bytes[place] = b'0' + other;
            let wrong = String::from_utf8(bytes).unwrap();
            prop_assert!(PersonalNumber::parse(&wrong, day("2026-11-23")).is_err());
        }
    }
}
