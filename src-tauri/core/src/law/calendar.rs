//! Months and years as the law counts them.

use chrono::{Datelike, Months, NaiveDate};

/// The same day so many months later, or the month's last day when it is shorter
/// (lag 1930:173, 2 §).
#[must_use]
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Whole years on a day. By the same rule somebody born on 29 February turns
/// older on the 28th in a year without it. Nobody is younger than nothing.
#[must_use]
pub fn age(born: NaiveDate, on: NaiveDate) -> u32 {
    let years = u32::try_from(on.year() - born.year()).unwrap_or(0);
    if months_after(born, 12 * years) > on { years.saturating_sub(1) } else { years }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(day: &str, months: u32, expected: &str) {
        assert_eq!(months_after(day.parse().unwrap(), months), expected.parse().unwrap());
    }

    #[test]
    fn the_last_day_when_the_month_is_shorter() {
        check("2026-08-31", 6, "2027-02-28");
        check("2027-08-31", 6, "2028-02-29");
        check("2026-12-31", 2, "2027-02-28");
        check("2026-05-23", 6, "2026-11-23");
    }

    #[test]
    fn one_is_a_year_older_on_the_birthday() {
        let on = |born: &str, day: &str| age(born.parse().unwrap(), day.parse().unwrap());
        assert_eq!(on("2017-11-23", "2026-11-22"), 8);
        assert_eq!(on("2017-11-23", "2026-11-23"), 9);
        assert_eq!(on("2016-02-29", "2026-02-27"), 9);
        assert_eq!(on("2016-02-29", "2026-02-28"), 10);
        assert_eq!(on("2027-01-01", "2026-11-23"), 0);
    }
}
