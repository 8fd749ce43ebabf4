//! Months and ages, clamped to the end of the month as legal time is.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The same day `months` later, or the last of a shorter month.
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// The day after.
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Whole years lived on a day; 0 before birth. A year is full on the birthday
/// itself, for one born on 29 February on the 28th in a common year.
pub fn whole_years(birth: NaiveDate, on: NaiveDate) -> u32 {
    let years = u32::try_from(on.year() - birth.year()).unwrap_or(0);
    if months_after(birth, years * 12) > on {
        years.saturating_sub(1)
    } else {
        years
    }
}

/// Born at most `years` apart, that day included.
pub fn within_years(one: NaiveDate, other: NaiveDate, years: u32) -> bool {
    one.max(other) <= months_after(one.min(other), years * 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_full_on_the_birthday() {
        let age = |birth: &str, on: &str| whole_years(birth.parse().unwrap(), on.parse().unwrap());
        assert_eq!(age("2017-11-23", "2026-11-22"), 8);
        assert_eq!(age("2017-11-23", "2026-11-23"), 9);
        assert_eq!(age("2016-02-29", "2026-02-27"), 9);
        assert_eq!(age("2016-02-29", "2026-02-28"), 10);
        assert_eq!(age("2026-12-01", "2026-11-23"), 0, "not born yet");
        assert_eq!(age("2027-03-01", "2026-11-23"), 0, "not born yet");
    }

    #[test]
    fn a_far_day_does_not_panic() {
        assert_eq!(months_after(NaiveDate::MAX, 12), NaiveDate::MAX);
        assert_eq!(next_day(NaiveDate::MAX), NaiveDate::MAX);
        assert!(whole_years(NaiveDate::MIN, NaiveDate::MAX) > 100_000);
    }
}
