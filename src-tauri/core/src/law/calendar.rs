//! Months and years as the law counts them.

use chrono::{DateTime, Datelike, Days, Duration, Months, NaiveDate, Utc};

/// The same day so many months later, or the month's last day when it is shorter
/// (lag 1930:173, 2 §).
#[must_use]
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// Whole years on a day. By the same rule somebody born on 29 February turns
/// older on the 28th in a year without it. Nobody is younger than nothing.
#[must_use]
pub fn age(born: NaiveDate, on: NaiveDate) -> u32 {
    let years = u32::try_from(on.year() - born.year()).unwrap_or(0);
    if months_after(born, 12 * years) > on {
        years.saturating_sub(1)
    } else {
        years
    }
}

/// The calendar day in Sweden at an instant: UTC+1, and UTC+2 from 01:00 UTC on
/// the last Sunday of March to 01:00 UTC on the last Sunday of October
/// (directive 2000/84/EC).
///
/// Not modelled: clocks before 1996, and a Sweden that stops changing them.
#[must_use]
pub fn swedish_day(at: DateTime<Utc>) -> NaiveDate {
    let changes = |month| {
        last_sunday(at.year(), month)
            .and_hms_opt(1, 0, 0)
            .expect("one o'clock exists in UTC")
            .and_utc()
    };
    let summer = (changes(3)..changes(10)).contains(&at);
    (at + Duration::hours(if summer { 2 } else { 1 })).date_naive()
}

fn last_sunday(year: i32, month: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(year, month, 31)
        .expect("March and October have 31 days, in every year of chrono's");
    last - Days::new(u64::from(last.weekday().num_days_from_sunday()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_in_sweden_turns_at_swedish_midnight() {
        // Expected values by Python's zoneinfo, Europe/Stockholm.
        let on = |at: &str| swedish_day(at.parse().unwrap()).to_string();
        assert_eq!(on("2026-11-23T22:59:59Z"), "2026-11-23");
        assert_eq!(on("2026-11-23T23:00:00Z"), "2026-11-24");
        assert_eq!(on("2026-07-01T21:59:59Z"), "2026-07-01");
        assert_eq!(on("2026-07-01T22:00:00Z"), "2026-07-02");
        assert_eq!(on("2026-12-31T23:00:00Z"), "2027-01-01");
        // The nights around the changes: 29 March and 25 October 2026, 31 March 2024.
        assert_eq!(on("2026-03-28T22:30:00Z"), "2026-03-28");
        assert_eq!(on("2026-03-29T22:30:00Z"), "2026-03-30");
        assert_eq!(on("2024-03-30T22:30:00Z"), "2024-03-30");
        assert_eq!(on("2024-03-31T22:30:00Z"), "2024-04-01");
        assert_eq!(on("2026-10-24T22:30:00Z"), "2026-10-25");
        assert_eq!(on("2026-10-25T22:30:00Z"), "2026-10-25");
    }

    #[track_caller]
    fn check(day: &str, months: u32, expected: &str) {
        assert_eq!(
            months_after(day.parse().unwrap(), months),
            expected.parse().unwrap()
        );
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
