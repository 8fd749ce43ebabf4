//! Which checks are to be made again, and when: over all homes, in one list.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::check_settings;
use super::checks::people_to_check;
use crate::error::Result;
use crate::homes::{HomeId, sql};
use crate::law;
use crate::people::PersonId;
use crate::store::{Read, choice};

choice!(
    /// How near a check is.
    RenewalWhen {
        /// Never answered.
        Never = "never",
        /// The day has passed.
        Overdue = "overdue",
        /// Within thirty days.
        Within30 = "within_30",
        /// Within sixty days.
        Within60 = "within_60",
        /// Within ninety days.
        Within90 = "within_90",
    }
);

/// Which checks.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct RenewalQuery {
    /// As of this day; today when absent.
    pub as_of: Option<NaiveDate>,
}

/// Every check that is to be made within ninety days.
#[derive(Debug, Serialize, TS)]
pub struct Renewals {
    /// The day it was reckoned on.
    pub as_of: NaiveDate,
    /// Months after which a check is made again.
    pub months: u32,
    /// The earliest first, then by home.
    pub rows: Vec<Renewal>,
}

/// One check to be made.
#[derive(Debug, Serialize, TS)]
pub struct Renewal {
    /// Home.
    pub home: HomeId,
    /// Its name.
    pub home_name: String,
    /// The recruitment that is under way, if it is one.
    pub recruitment: Option<String>,
    /// Whose.
    pub person: PersonId,
    /// Shown name.
    pub name: String,
    /// Register key.
    pub register: String,
    /// How near.
    pub when: RenewalWhen,
    /// The day it is due; nothing when it was never answered.
    pub due_on: Option<NaiveDate>,
    /// When the latest answer came.
    pub received_on: Option<NaiveDate>,
    /// When it was asked for anew; then an answer is waited for.
    pub asked_on: Option<NaiveDate>,
}

/// Checks never answered, overdue, or due within thirty, sixty or ninety days,
/// in homes that are in use or in recruitment.
///
/// # Errors
/// Only the file's own.
pub fn check_renewals(read: &Read<'_>, query: RenewalQuery) -> Result<Renewals> {
    let as_of = query.as_of.unwrap_or(read.today());
    let chosen = check_settings::on_day(read, read.today())?;
    let registers: Vec<_> = law::registers()
        .iter()
        .filter(|it| chosen.compulsory(&it.key))
        .collect();
    let mut rows = Vec::new();
    for home in sql::homes_with_checks(read, as_of)? {
        let waiting = sql::questions(read, &home.id)?;
        for person in people_to_check(read, &home.id, read.today())? {
            for register in &registers {
                let received_on = person
                    .checks
                    .iter()
                    .filter(|it| it.register == register.key)
                    .filter_map(|it| it.received_on)
                    .filter(|it| *it <= as_of)
                    .max();
                let due_on =
                    received_on.map(|it| law::months_after(it, chosen.register_check_renewal));
                let Some(when) = near(due_on, as_of) else {
                    continue;
                };
                let asked_on = waiting
                    .iter()
                    .filter(|it| it.0 == person.person && it.1 == register.key)
                    .map(|it| it.2)
                    .max();
                rows.push(Renewal {
                    home: home.id.clone(),
                    home_name: home.name.clone(),
                    recruitment: home.recruitment.clone(),
                    person: person.person.clone(),
                    name: person.name.clone(),
                    register: register.key.clone(),
                    when,
                    due_on,
                    received_on,
                    asked_on,
                });
            }
        }
    }
    rows.sort_by(|a, b| (a.due_on, &a.home_name).cmp(&(b.due_on, &b.home_name)));
    Ok(Renewals {
        as_of,
        months: chosen.register_check_renewal,
        rows,
    })
}

/// How near a day is; nothing beyond ninety days.
fn near(due_on: Option<NaiveDate>, as_of: NaiveDate) -> Option<RenewalWhen> {
    let Some(due) = due_on else {
        return Some(RenewalWhen::Never);
    };
    if due < as_of {
        return Some(RenewalWhen::Overdue);
    }
    [
        (30, RenewalWhen::Within30),
        (60, RenewalWhen::Within60),
        (90, RenewalWhen::Within90),
    ]
    .into_iter()
    .find(|(days, _)| due <= as_of + Days::new(*days))
    .map(|(_, when)| when)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_span_ends_on_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-23");
        for (due, expected) in [
            ("2026-11-22", Some(RenewalWhen::Overdue)),
            ("2026-11-23", Some(RenewalWhen::Within30)),
            // 30 days: 7 left of November and 23 of December.
            ("2026-12-23", Some(RenewalWhen::Within30)),
            ("2026-12-24", Some(RenewalWhen::Within60)),
            ("2027-01-22", Some(RenewalWhen::Within60)),
            ("2027-01-23", Some(RenewalWhen::Within90)),
            ("2027-02-21", Some(RenewalWhen::Within90)),
            ("2027-02-22", None),
        ] {
            assert_eq!(near(Some(day(due)), today), expected, "{due}");
        }
        assert_eq!(near(None, today), Some(RenewalWhen::Never));
    }
}
