//! What follows from a home's facts on a day: how many places, free or taken,
//! and how the home stands. No database.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::blocker::Blocker;

/// How a home stands, derived each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Takes children.
    Available,
    /// Every place is taken.
    Full,
    /// Takes no children for a time.
    Paused,
    /// On its way.
    InRecruitment,
    /// In the register, but with no scope that holds on the day.
    NotApproved,
    /// The assignment has ended.
    Ended,
}

/// What the standing follows from.
#[derive(Debug, Clone, Copy, Default)]
pub struct StandingFacts {
    /// Last day of the assignment.
    pub ended_on: Option<NaiveDate>,
    /// A recruitment that is neither concluded nor closed.
    pub in_recruitment: bool,
    /// Largest number of places among the scopes that hold on the day.
    pub approved: u32,
    /// Children placed on the day, of all municipalities.
    pub taken: u32,
    /// Whether a pause covers the day.
    pub paused: bool,
}

/// How the home stands on a day.
#[must_use]
pub fn standing(facts: &StandingFacts, on: NaiveDate) -> Standing {
    if facts.ended_on.is_some_and(|ended| ended <= on) {
        Standing::Ended
    } else if facts.approved == 0 {
        if facts.in_recruitment {
            Standing::InRecruitment
        } else {
            Standing::NotApproved
        }
    } else if facts.paused {
        Standing::Paused
    } else if facts.taken >= facts.approved {
        Standing::Full
    } else {
        Standing::Available
    }
}

/// Free places on a day. A paused, ended or unapproved home has none.
#[must_use]
pub fn free_places(facts: &StandingFacts, on: NaiveDate) -> u32 {
    match standing(facts, on) {
        Standing::Available => facts.approved - facts.taken,
        _ => 0,
    }
}

/// One register check of one person, as the rules need it.
#[derive(Debug, Clone)]
pub struct CheckFacts {
    /// Register key.
    pub register: String,
    /// When the answer came.
    pub received_on: Option<NaiveDate>,
    /// Whether somebody has noted a result.
    pub read: bool,
    /// Whether it had a remark.
    pub remark: bool,
    /// Whether a remark has been assessed in words.
    pub assessed: bool,
    /// What was decided about the remark, if anything.
    pub accepted: Option<bool>,
}

/// One person to be checked.
#[derive(Debug, Clone)]
pub struct CheckedPerson {
    /// Key.
    pub person: crate::people::PersonId,
    /// Shown name.
    pub name: String,
    /// Every check made.
    pub checks: Vec<CheckFacts>,
}

/// A register that must be asked, and how long an answer counts.
#[derive(Debug, Clone, Copy)]
pub struct CheckRule<'a> {
    /// Register key.
    pub register: &'a str,
    /// Months an answer counts.
    pub months: u32,
    /// Rule key, for the sentence.
    pub rule: &'a str,
}

/// Everything wrong with one person's checks on a day, one line per register.
pub fn check_blockers(
    found: &mut Vec<Blocker>,
    person: &CheckedPerson,
    rules: &[CheckRule<'_>],
    on: NaiveDate,
) {
    for rule in rules {
        let latest = person
            .checks
            .iter()
            .filter(|it| {
                it.register == rule.register && it.received_on.is_some_and(|day| day <= on)
            })
            .max_by_key(|it| it.received_on);
        let (register, who, name) = (
            rule.register.to_owned(),
            person.person.clone(),
            person.name.clone(),
        );
        let Some((check, received_on)) = latest.and_then(|it| Some((it, it.received_on?))) else {
            found.push(Blocker::CheckMissing {
                register,
                person: who,
                name,
            });
            continue;
        };
        let valid_to = crate::law::months_after(received_on, rule.months);
        if on > valid_to {
            found.push(Blocker::CheckTooOld {
                register,
                person: who,
                name,
                received_on,
                valid_to,
                rule: rule.rule.to_owned(),
            });
        } else if !check.read {
            found.push(Blocker::CheckUnread {
                register,
                person: who,
                name,
            });
        } else if check.remark {
            match check.accepted.filter(|_| check.assessed) {
                None => found.push(Blocker::RemarkUndecided {
                    register,
                    person: who,
                    name,
                }),
                Some(false) => found.push(Blocker::RemarkNotAccepted {
                    register,
                    person: who,
                    name,
                }),
                Some(true) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::PersonId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_home_stands_as_its_facts_say() {
        let on = day("2026-11-23");
        let approved = StandingFacts {
            approved: 2,
            ..Default::default()
        };
        assert_eq!(standing(&approved, on), Standing::Available);
        assert_eq!(
            free_places(
                &StandingFacts {
                    taken: 1,
                    ..approved
                },
                on
            ),
            1
        );
        assert_eq!(
            standing(
                &StandingFacts {
                    taken: 2,
                    ..approved
                },
                on
            ),
            Standing::Full
        );
        // Three in a home approved for two happens; free places never go below none.
        assert_eq!(
            free_places(
                &StandingFacts {
                    taken: 3,
                    ..approved
                },
                on
            ),
            0
        );
        assert_eq!(
            standing(
                &StandingFacts {
                    paused: true,
                    ..approved
                },
                on
            ),
            Standing::Paused
        );
        assert_eq!(
            standing(
                &StandingFacts {
                    ended_on: Some(on),
                    ..approved
                },
                on
            ),
            Standing::Ended
        );
        assert_eq!(
            standing(
                &StandingFacts {
                    ended_on: Some(day("2026-11-24")),
                    ..approved
                },
                on
            ),
            Standing::Available
        );
        assert_eq!(
            standing(
                &StandingFacts {
                    in_recruitment: true,
                    ..Default::default()
                },
                on
            ),
            Standing::InRecruitment
        );
        assert_eq!(
            standing(&StandingFacts::default(), on),
            Standing::NotApproved
        );
    }

    fn person(checks: Vec<CheckFacts>) -> CheckedPerson {
        CheckedPerson {
            person: PersonId("p".into()),
            name: "Prov".into(),
            checks,
        }
    }

    fn answer(on: &str) -> CheckFacts {
        CheckFacts {
            register: "b".into(),
            received_on: Some(day(on)),
            read: true,
            remark: false,
            assessed: true,
            accepted: None,
        }
    }

    #[track_caller]
    fn check(checks: Vec<CheckFacts>, on: &str, expected: &str) {
        let mut found = Vec::new();
        check_blockers(
            &mut found,
            &person(checks),
            &[CheckRule {
                register: "b",
                months: 6,
                rule: "register_check_max_age",
            }],
            day(on),
        );
        let kinds: Vec<String> = found
            .iter()
            .map(|it| {
                serde_json::to_value(it).unwrap()["kind"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        assert_eq!(kinds.join(" "), expected);
    }

    #[test]
    fn an_extract_counts_through_its_last_day() {
        check(vec![answer("2026-05-23")], "2026-11-23", "");
        check(vec![answer("2026-05-23")], "2026-11-24", "check_too_old");
        check(vec![answer("2026-08-31")], "2027-02-28", "");
        check(vec![], "2026-11-23", "check_missing");
    }

    #[test]
    fn an_answer_that_has_not_come_yet_does_not_count() {
        check(vec![answer("2026-11-24")], "2026-11-23", "check_missing");
    }

    #[test]
    fn an_answer_that_nobody_has_read_does_not_count() {
        let unread = CheckFacts {
            read: false,
            ..answer("2026-11-01")
        };
        check(vec![unread], "2026-11-23", "check_unread");
    }

    #[test]
    fn a_remark_is_decided_about_in_words() {
        let accepted = CheckFacts {
            remark: true,
            assessed: false,
            accepted: Some(true),
            ..answer("2026-11-01")
        };
        check(vec![accepted], "2026-11-23", "remark_undecided");
    }

    #[test]
    fn the_latest_answer_is_the_one_that_counts() {
        let remark = CheckFacts {
            remark: true,
            ..answer("2026-10-01")
        };
        check(
            vec![answer("2026-09-01"), remark.clone()],
            "2026-11-23",
            "remark_undecided",
        );
        check(vec![remark.clone(), answer("2026-11-01")], "2026-11-23", "");
        check(
            vec![CheckFacts {
                accepted: Some(true),
                ..remark.clone()
            }],
            "2026-11-23",
            "",
        );
        check(
            vec![CheckFacts {
                accepted: Some(false),
                ..remark
            }],
            "2026-11-23",
            "remark_not_accepted",
        );
    }
}
