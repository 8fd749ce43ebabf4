//! Days between days, on top of the law's own calendar.

use chrono::{Days, NaiveDate};

pub use crate::law::{age as whole_years, months_after};

/// The day after.
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Born at most `years` apart, that day included.
pub fn within_years(one: NaiveDate, other: NaiveDate, years: u32) -> bool {
    one.max(other) <= months_after(one.min(other), years * 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_day_does_not_panic() {
        assert_eq!(months_after(NaiveDate::MAX, 12), NaiveDate::MAX);
        assert_eq!(next_day(NaiveDate::MAX), NaiveDate::MAX);
        assert!(whole_years(NaiveDate::MIN, NaiveDate::MAX) > 100_000);
    }
}
