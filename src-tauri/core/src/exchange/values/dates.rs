//! Dates as people write them in a register.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day, or the month or year it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "SheetDate")]
pub struct DateDraft {
    /// The day; the first of the month or year when that is all that was said.
    pub date: NaiveDate,
    /// How much of it was said.
    pub precision: Precision,
}

/// How much of a date was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The very day.
    Day,
    /// Only month and year.
    Month,
    /// Only the year.
    Year,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// No form that is known.
    Unknown,
    /// A known form of a day that does not exist, such as 30 February.
    NoSuchDay,
    /// Day and month, but no year.
    NoYear,
}

/// Month names begin with these, in order.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
];

/// Reads one date. `today` decides the century of two-figure years: the
/// nearest not more than two years ahead.
///
/// # Errors
/// Why it is none.
pub fn read(text: &str, today: NaiveDate) -> Result<DateDraft, DateFault> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let pieces = pieces(&text);
    let words: Vec<&str> = pieces.iter().map(String::as_str).collect();
    let number = |it: &str| it.parse::<i32>().ok();
    // 24-03-01 begins with the year; 01.03.24 and 1/3-24 with the day.
    let year_first =
        !text.contains(['/', '.']) && words.iter().all(|it| it.len() == 2 && number(it).is_some());
    match words.as_slice() {
        [one] if one.len() == 8 => day(number(&one[..4]), number(&one[4..6]), number(&one[6..])),
        [one] if one.len() == 6 && number(one).is_some() => {
            // 202403 is March 2024; 240301 the first of it.
            let year = number(&one[..4]);
            if (Some(1950)..=Some(2099)).contains(&year)
                && (Some(1)..=Some(12)).contains(&number(&one[4..]))
            {
                return month(year, number(&one[4..]));
            }
            day(
                century(&one[..2], today),
                number(&one[2..4]),
                number(&one[4..]),
            )
        }
        [year] if year.len() == 4 && plausible_year(number(year)) => {
            draft(number(year), Some(1), Some(1), Precision::Year)
        }
        [year, m, d] if year.len() == 4 => day(number(year), month_number(m), number(d)),
        [d, m, year] => match month_number(m) {
            Some(_) if !year_first => day(long_year(year, today), month_number(m), number(d)),
            _ => day(century(d, today), month_number(m), number(year)),
        },
        [name, year] if number(name).is_none() && month_number(name).is_some() => {
            month(long_year(year, today), month_number(name))
        }
        [year, m] if year.len() == 4 && plausible_year(number(year)) => {
            month(number(year), month_number(m))
        }
        [m, year] if year.len() == 4 && plausible_year(number(year)) => {
            month(number(year), month_number(m))
        }
        [d, m]
            if number(d).is_some_and(|it| (1..=31).contains(&it)) && month_number(m).is_some() =>
        {
            Err(DateFault::NoYear)
        }
        _ => Err(DateFault::Unknown),
    }
}

/// The day a spreadsheet's bare number stands for, when it plausibly is one:
/// from 1970 to 2070.
pub fn of_number(number: f64, from_1904: bool) -> Option<NaiveDate> {
    let days = if from_1904 { number + 1_462.0 } else { number };
    if !(25_569.0..62_093.0).contains(&days) {
        return None;
    }
    // Day 0 as counted after the leap day of 1900 that never was.
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days as u64))
}

/// Groups of figures and groups of letters, without what stands between.
/// Anything but usual separators makes the whole unknown.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut previous = ' ';
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            let same = (letter.is_ascii_digit() && previous.is_ascii_digit())
                || (letter.is_alphabetic() && previous.is_alphabetic());
            match pieces.last_mut() {
                Some(last) if same => last.push(letter),
                _ => pieces.push(letter.to_string()),
            }
        } else if !matches!(letter, ' ' | '-' | '–' | '/' | '.' | ',' | '\'' | '\u{a0}') {
            return Vec::new();
        }
        previous = letter;
    }
    // "den 1 mars", "1:a" and the like.
    pieces.retain(|piece| piece != "den");
    pieces
}

fn month_number(text: &str) -> Option<i32> {
    if let Ok(number) = text.parse() {
        return (1..=12).contains(&number).then_some(number);
    }
    let at = MONTHS.iter().position(|name| text.starts_with(name))?;
    i32::try_from(at + 1).ok()
}

fn plausible_year(year: Option<i32>) -> bool {
    year.is_some_and(|it| (1950..=2099).contains(&it))
}

fn long_year(text: &str, today: NaiveDate) -> Option<i32> {
    if text.len() == 4 {
        text.parse().ok()
    } else {
        century(text, today)
    }
}

fn century(text: &str, today: NaiveDate) -> Option<i32> {
    if text.len() != 2 {
        return None;
    }
    let year = text.parse::<i32>().ok()? + 2_000;
    Some(if year > today.year() + 2 {
        year - 100
    } else {
        year
    })
}

fn day(year: Option<i32>, month: Option<i32>, day: Option<i32>) -> Result<DateDraft, DateFault> {
    draft(year, month, day, Precision::Day)
}

fn month(year: Option<i32>, month: Option<i32>) -> Result<DateDraft, DateFault> {
    draft(year, month, Some(1), Precision::Month)
}

fn draft(
    year: Option<i32>,
    month: Option<i32>,
    day: Option<i32>,
    precision: Precision,
) -> Result<DateDraft, DateFault> {
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(DateFault::Unknown);
    };
    let (month, day) = (u32::try_from(month), u32::try_from(day));
    let (Ok(month), Ok(day)) = (month, day) else {
        return Err(DateFault::Unknown);
    };
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFault::NoSuchDay)?;
    if !plausible_year(Some(year)) {
        return Err(DateFault::NoSuchDay);
    }
    Ok(DateDraft { date, precision })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn one_day_in_many_hands() {
        for text in [
            "2024-03-01",
            "20240301",
            "240301",
            "24-03-01",
            "1/3 2024",
            "1/3-24",
            "1/3 -24",
            "1/3/24",
            "01/03/2024",
            "1.3.2024",
            "2024.03.01",
            "2024/3/1",
            "1 mars 2024",
            "1 mars -24",
            "1 MARS 24",
            "den 1 mars 2024",
            "01 mar 2024",
            "1mars2024",
            "2024 mars 1",
        ] {
            assert_eq!(
                read(text, today()),
                Ok(DateDraft {
                    date: "2024-03-01".parse().unwrap(),
                    precision: Precision::Day
                }),
                "{text}"
            );
        }
    }

    #[test]
    fn a_month_or_a_year_is_said_to_be_no_more() {
        let check = |text: &str, date: &str, precision| {
            assert_eq!(
                read(text, today()),
                Ok(DateDraft {
                    date: date.parse().unwrap(),
                    precision
                }),
                "{text}"
            );
        };
        check("mars 2024", "2024-03-01", Precision::Month);
        check("Mars -24", "2024-03-01", Precision::Month);
        check("2024-03", "2024-03-01", Precision::Month);
        check("3/2024", "2024-03-01", Precision::Month);
        check("202403", "2024-03-01", Precision::Month);
        check("2019", "2019-01-01", Precision::Year);
    }

    #[test]
    fn what_is_no_date_says_why() {
        let check = |text: &str, fault| assert_eq!(read(text, today()), Err(fault), "{text}");
        check("2023-02-29", DateFault::NoSuchDay);
        check("31/4 2024", DateFault::NoSuchDay);
        check("240230", DateFault::NoSuchDay);
        check("1/3", DateFault::NoYear);
        check("1 mars", DateFault::NoYear);
        for text in [
            "ja",
            "våren 2023",
            "",
            "ok 2024",
            "2024-03-01?",
            "12",
            "1234567",
            "99999999999999999999",
            "0-6",
            "åäö",
        ] {
            check(text, DateFault::Unknown);
        }
    }

    #[test]
    fn two_figures_of_a_year_mean_the_nearest() {
        for (text, year) in [
            ("980601", 1998),
            ("260601", 2026),
            ("281231", 2028),
            ("290101", 1929),
        ] {
            let read = read(text, today());
            match year {
                1929 => assert_eq!(
                    read,
                    Err(DateFault::NoSuchDay),
                    "{text}: before any register"
                ),
                _ => assert_eq!(read.unwrap().date.year(), year, "{text}"),
            }
        }
    }

    #[test]
    fn bare_numbers_count_from_1900_or_1904() {
        // 2024-03-01 is 45352 in a file from Excel for Windows, 43890 in an old Macintosh file.
        assert_eq!(of_number(45_352.0, false), "2024-03-01".parse().ok());
        assert_eq!(of_number(43_890.0, true), "2024-03-01".parse().ok());
        assert_eq!(of_number(12.0, false), None);
        assert_eq!(of_number(20_240_301.0, false), None);
    }
}
