//! What falls due, each line with why, from what day and by which rule.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{ClockFacts, clocks};
use super::sql;
use crate::blocker::Blocker;
use crate::error::Result;
use crate::homes::{self, HomeId};
use crate::law;
use crate::recruitment;
use crate::store::Read;

/// As of which day.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DueQuery {
    /// Today when absent.
    pub as_of: Option<NaiveDate>,
}

/// A line: what, when, why.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DueItem {
    /// What, as a code.
    pub what: String,
    /// When; nothing when it should have been there already.
    pub on: Option<NaiveDate>,
    /// The sentence's facts.
    pub why: Why,
    /// Law or routine, as it is written on the day.
    pub rule: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// Whether the day has passed.
    pub late: bool,
}

/// Why a line stands there.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    /// So many months, days or years from a day.
    CountedFrom {
        /// The day.
        from: NaiveDate,
        /// How many.
        count: u32,
        /// `months`, `days` or `years`.
        unit: String,
    },
    /// Something is missing, old or undecided.
    Missing {
        /// What.
        blocker: Blocker,
    },
    /// Asked on a day, not answered yet.
    Asked {
        /// When.
        on: NaiveDate,
        /// Of whom or what, as a code or a name.
        of: String,
    },
    /// Somebody has been named as a reference and not been asked yet.
    ReferenceToTake {
        /// Of whom.
        of: String,
    },
    /// Planned by somebody.
    Planned {
        /// In own words, or a step's key.
        text: String,
    },
    /// Set by an approval or by the latest review.
    SetOn {
        /// When.
        on: NaiveDate,
    },
    /// A pause ends.
    PauseEnds,
    /// A child is to move in.
    StartsOn,
}

/// What a line is about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Subject {
    /// `home`, `recruitment`, `child` or `placement`.
    pub kind: String,
    /// Key.
    pub id: String,
    /// Shown name; the case number for a protected child.
    pub name: String,
}

/// Everything that falls due.
#[derive(Debug, Serialize, TS)]
pub struct Due {
    /// The day it was reckoned on.
    pub as_of: NaiveDate,
    /// Lines, the earliest first.
    pub items: Vec<DueItem>,
}

/// Everything that falls due within ninety days, or has.
///
/// # Errors
/// Only the file's own.
pub fn due(read: &Read<'_>, query: DueQuery) -> Result<Due> {
    let as_of = query.as_of.unwrap_or(read.today());
    let mut items = Vec::new();
    clocks_of_placements(read, as_of, &mut items)?;
    checks_of_homes(read, as_of, &mut items)?;
    training_of_homes(read, as_of, &mut items)?;
    super::studies::due(read, as_of, &mut items)?;
    replies_to_enquiries(read, as_of, &mut items)?;
    items.sort_by(|a, b| (a.on, &a.subject.name).cmp(&(b.on, &b.subject.name)));
    Ok(Due { as_of, items })
}

pub(super) const HORIZON_DAYS: u64 = 90;

fn clocks_of_placements(read: &Read<'_>, as_of: NaiveDate, items: &mut Vec<DueItem>) -> Result<()> {
    for it in sql::running(read, as_of)? {
        let facts = ClockFacts {
            kind: it.kind,
            ground: it.legal_ground,
            started_on: it.started_on,
            opened_on: it.investigation_opened_on,
            closed_on: it.investigation_closed_on,
            considered_on: it.considered_on,
            extended_to: it.extended_to,
        };
        for clock in clocks(&facts, as_of)? {
            if clock.on > as_of + chrono::Days::new(HORIZON_DAYS) {
                continue;
            }
            let limit = law::limit(clock.rule, clock.limit_on)?;
            let unit = law::limits()
                .iter()
                .find(|it| it.key == clock.rule)
                .map_or(String::new(), |it| it.unit.clone());
            items.push(DueItem {
                what: clock.what.to_owned(),
                on: Some(clock.on),
                why: Why::CountedFrom {
                    from: clock.from,
                    count: limit.value,
                    unit,
                },
                rule: Some(limit.source),
                subject: Subject {
                    kind: "placement".into(),
                    id: it.child.0.clone(),
                    name: it
                        .child_name
                        .clone()
                        .or(it.case_number.clone())
                        .unwrap_or_default(),
                },
                late: clock.on < as_of,
            });
        }
    }
    Ok(())
}

/// Families that have made an enquiry and wait for a first contact.
fn replies_to_enquiries(read: &Read<'_>, as_of: NaiveDate, items: &mut Vec<DueItem>) -> Result<()> {
    for (id, name, clock) in recruitment::reply_clocks(read, as_of)? {
        items.push(DueItem {
            what: "enquiry_reply".into(),
            on: Some(clock.on),
            why: Why::CountedFrom {
                from: clock.from,
                count: clock.days,
                unit: "days".into(),
            },
            rule: law::limit("enquiry_reply_days", as_of)
                .ok()
                .map(|it| it.source),
            subject: Subject {
                kind: "recruitment".into(),
                id: id.0,
                name,
            },
            late: clock.late,
        });
    }
    Ok(())
}

/// Homes that may take children and whose checks run out or have done so.
fn checks_of_homes(read: &Read<'_>, as_of: NaiveDate, items: &mut Vec<DueItem>) -> Result<()> {
    let soon = as_of + chrono::Days::new(30);
    for (id, name) in sql::homes_in_use(read, as_of)? {
        let home = HomeId(id);
        for blocker in homes::checks::blockers(read, &home, soon, true)? {
            let (on, late) = match &blocker {
                Blocker::CheckTooOld { valid_to, .. } => (Some(*valid_to), *valid_to < as_of),
                _ => (None, true),
            };
            items.push(DueItem {
                what: "register_check".into(),
                on,
                late,
                rule: law::limit("register_check_max_age", as_of)
                    .ok()
                    .map(|it| it.source),
                why: Why::Missing { blocker },
                subject: Subject {
                    kind: "home".into(),
                    id: home.0.clone(),
                    name: name.clone(),
                },
            });
        }
    }
    Ok(())
}

/// Adults of approved homes who have training left, where the unit asks for it.
fn training_of_homes(read: &Read<'_>, as_of: NaiveDate, items: &mut Vec<DueItem>) -> Result<()> {
    let horizon = as_of + chrono::Days::new(HORIZON_DAYS);
    for (id, name) in sql::homes_in_use(read, as_of)? {
        let home = HomeId(id);
        for (on, blocker) in homes::training::due(read, &home, as_of)? {
            if on.is_some_and(|it| it > horizon) {
                continue;
            }
            items.push(DueItem {
                what: "training".into(),
                on,
                late: on.is_some_and(|it| it < as_of),
                rule: law::limit("training_months", as_of)
                    .ok()
                    .map(|it| it.source),
                why: Why::Missing { blocker },
                subject: Subject {
                    kind: "home".into(),
                    id: home.0.clone(),
                    name: name.clone(),
                },
            });
        }
    }
    Ok(())
}
