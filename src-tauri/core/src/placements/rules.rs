//! When something falls due for a placement, and why. Facts and a day in.

use chrono::NaiveDate;

use super::PlacementKind;
use crate::blocker::Blocker;
use crate::children::LegalGround;
use crate::error::Result;
use crate::homes::rules::{CheckRule, CheckedPerson};
use crate::law;

/// What the clocks of a placement count from.
#[derive(Debug, Clone)]
pub struct ClockFacts {
    /// Type.
    pub kind: PlacementKind,
    /// Ground.
    pub ground: LegalGround,
    /// Day of execution.
    pub started_on: NaiveDate,
    /// When the child investigation was opened.
    pub opened_on: Option<NaiveDate>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// When the care was last considered or re-examined.
    pub considered_on: Option<NaiveDate>,
    /// New end with särskilda skäl.
    pub extended_to: Option<NaiveDate>,
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// What, as a code of `assets/sv/terms.json`.
    pub what: &'static str,
    /// When.
    pub on: NaiveDate,
    /// Counted from.
    pub from: NaiveDate,
    /// Key of the dated limit.
    pub rule: &'static str,
    /// The day whose limit it is.
    pub limit_on: NaiveDate,
}

/// Everything that falls due for one placement. Not modelled: prolongation of
/// the child investigation, and time in jour before the same home became a
/// familjehem.
///
/// # Errors
/// Our own fault when a limit is missing.
pub fn clocks(facts: &ClockFacts, today: NaiveDate) -> Result<Vec<Clock>> {
    let mut found = Vec::new();
    if facts.kind.is_jour() {
        jour(&mut found, facts)?;
    }
    let (what, rule) = match facts.ground {
        LegalGround::Lvu3 => ("review", "review_months"),
        _ => ("consideration", "consideration_months"),
    };
    // A limit is the one in force on the day the count begins.
    let from = facts.considered_on.unwrap_or(facts.started_on);
    found.push(Clock {
        what,
        on: law::months_after(from, law::limit(rule, from)?.value),
        from,
        rule,
        limit_on: from,
    });
    if facts.kind == PlacementKind::TillfalligNatverk {
        let days = law::limit("temporary_network_days", facts.started_on)?.value;
        let on = facts.started_on + chrono::Days::new(u64::from(days));
        found.push(Clock {
            what: "network_study",
            on,
            from: facts.started_on,
            rule: "temporary_network_days",
            limit_on: facts.started_on,
        });
    }
    if !facts.kind.is_jour() && facts.kind != PlacementKind::TillfalligNatverk {
        // Before the act of 2025 the years are not in our data: no line then.
        found.extend(custody(facts.started_on, today).ok());
    }
    Ok(found)
}

fn jour(found: &mut Vec<Clock>, facts: &ClockFacts) -> Result<()> {
    let (from, rule) = match (facts.closed_on, facts.opened_on) {
        (Some(closed), _) => (closed, "jour_months_after_investigation"),
        (None, Some(opened)) => {
            let months = law::limit("child_investigation_months", opened)?.value;
            found.push(Clock {
                what: "child_investigation",
                on: law::months_after(opened, months),
                from: opened,
                rule: "child_investigation_months",
                limit_on: opened,
            });
            return Ok(());
        }
        (None, None) => (facts.started_on, "jour_months_without_investigation"),
    };
    let on = law::months_after(from, law::limit(rule, from)?.value);
    found.push(Clock {
        what: "jour_end",
        on: facts.extended_to.map_or(on, |it| it.max(on)),
        from,
        rule,
        limit_on: from,
    });
    Ok(())
}

/// Two years after execution in the same home, then each year (SoL 22:14).
fn custody(started: NaiveDate, today: NaiveDate) -> Result<Clock> {
    let rule = "custody_question_years";
    let years = law::limit(rule, today)?.value;
    let mut on = law::months_after(started, 12 * years);
    let mut count = years;
    while on < today {
        count += 1;
        on = law::months_after(started, 12 * count);
    }
    Ok(Clock {
        what: "custody_question",
        on,
        from: started,
        rule,
        limit_on: today,
    })
}

/// Police checks of a person that were the basis of a placement decision made
/// on `placed_on`: each decision has a check of its own (SoF 3:3).
#[must_use]
pub fn used_before(
    person: &CheckedPerson,
    rules: &[CheckRule<'_>],
    placed_on: NaiveDate,
    on: NaiveDate,
) -> Vec<Blocker> {
    let latest = |register: &str| {
        let mine = person.checks.iter().filter(|it| it.register == register);
        mine.filter_map(|it| it.received_on)
            .filter(|it| *it <= on)
            .max()
    };
    rules
        .iter()
        .filter_map(|rule| Some((rule, latest(rule.register)?)))
        .filter(|(_, received_on)| *received_on <= placed_on)
        .map(|(rule, received_on)| Blocker::CheckUsedBefore {
            register: rule.register.to_owned(),
            person: person.person.clone(),
            name: person.name.clone(),
            received_on,
            placed_on,
        })
        .collect()
}

/// Hinders that even a supervisor cannot look past: the police registers (SoF
/// 3:3) and a child who lives somewhere already.
#[must_use]
pub fn nobody_may_override(blocker: &Blocker) -> bool {
    matches!(
        blocker,
        Blocker::CheckMissing { .. }
            | Blocker::CheckUnread { .. }
            | Blocker::CheckUsedBefore { .. }
            | Blocker::CheckTooOld { .. }
            | Blocker::RemarkUndecided { .. }
            | Blocker::RemarkNotAccepted { .. }
            | Blocker::AlreadyPlaced { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn facts(kind: PlacementKind, ground: LegalGround, started: &str) -> ClockFacts {
        ClockFacts {
            kind,
            ground,
            started_on: day(started),
            opened_on: None,
            closed_on: None,
            considered_on: None,
            extended_to: None,
        }
    }

    #[track_caller]
    fn check(facts: &ClockFacts, today: &str, expected: &[(&str, &str)]) {
        let found: Vec<(&str, String)> = clocks(facts, day(today))
            .unwrap()
            .into_iter()
            .map(|it| (it.what, it.on.to_string()))
            .collect();
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(what, on)| (*what, on.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_check_serves_one_placement_decision() {
        use crate::homes::rules::CheckFacts;
        let check = |received: &str| CheckFacts {
            register: "belastningsregistret".into(),
            received_on: Some(day(received)),
            read: true,
            remark: false,
            assessed: false,
            accepted: None,
        };
        let rule = [CheckRule {
            register: "belastningsregistret",
            months: 6,
            rule: "register_check_max_age",
        }];
        // A child was placed on 10 October; another is to be placed on 23 November.
        for (received, used) in [
            (&["2026-10-01"][..], 1),
            (&["2026-10-10"], 1),
            (&["2026-10-11"], 0),
            (&["2026-10-01", "2026-11-02"], 0),
            // What comes after the day of the new decision is no basis for it.
            (&["2026-10-01", "2026-11-24"], 1),
            // Nothing received is told as missing, by another rule.
            (&[], 0),
        ] {
            let person = CheckedPerson {
                person: crate::people::PersonId("p".into()),
                name: "Prov".into(),
                checks: received.iter().map(|it| check(it)).collect(),
            };
            let found = used_before(&person, &rule, day("2026-10-10"), day("2026-11-23"));
            assert_eq!(found.len(), used, "{received:?}");
            assert!(found.iter().all(nobody_may_override));
        }
    }

    #[test]
    fn jour_ends_two_months_after_the_investigation_was_closed() {
        // SoL 22:4: from the closing, not from the start.
        let mut it = facts(PlacementKind::Jourhem, LegalGround::Sol, "2026-07-01");
        it.opened_on = Some(day("2026-06-20"));
        check(
            &it,
            "2026-09-01",
            &[
                ("child_investigation", "2026-10-20"),
                ("consideration", "2027-01-01"),
            ],
        );
        it.closed_on = Some(day("2026-08-31"));
        check(
            &it,
            "2026-09-01",
            &[("jour_end", "2026-10-31"), ("consideration", "2027-01-01")],
        );
        it.extended_to = Some(day("2026-12-15"));
        check(
            &it,
            "2026-09-01",
            &[("jour_end", "2026-12-15"), ("consideration", "2027-01-01")],
        );
    }

    #[test]
    fn jour_without_an_investigation_is_warned_about_from_its_start() {
        check(
            &facts(PlacementKind::Jourhem, LegalGround::Sol, "2026-12-31"),
            "2027-01-01",
            &[("jour_end", "2027-02-28"), ("consideration", "2027-06-30")],
        );
    }

    #[test]
    fn care_by_one_s_own_behaviour_is_reexamined_not_considered() {
        // LVU 13 §, second paragraph: from execution, then from the last examination.
        let mut it = facts(PlacementKind::Familjehem, LegalGround::Lvu3, "2026-08-31");
        check(
            &it,
            "2026-09-01",
            &[("review", "2027-02-28"), ("custody_question", "2028-08-31")],
        );
        it.considered_on = Some(day("2027-02-01"));
        check(
            &it,
            "2027-02-02",
            &[("review", "2027-08-01"), ("custody_question", "2028-08-31")],
        );
    }

    #[test]
    fn the_custody_question_comes_after_two_years_and_then_each_year() {
        let it = facts(PlacementKind::Familjehem, LegalGround::Sol, "2023-11-22");
        check(
            &it,
            "2026-11-23",
            &[
                ("consideration", "2024-05-22"),
                ("custody_question", "2027-11-22"),
            ],
        );
        check(
            &it,
            "2026-11-22",
            &[
                ("consideration", "2024-05-22"),
                ("custody_question", "2026-11-22"),
            ],
        );
    }

    #[test]
    fn a_short_stay_in_the_network_asks_for_a_study() {
        let it = facts(
            PlacementKind::TillfalligNatverk,
            LegalGround::Sol,
            "2026-11-10",
        );
        check(
            &it,
            "2026-11-23",
            &[
                ("consideration", "2027-05-10"),
                ("network_study", "2026-11-24"),
            ],
        );
    }
}
