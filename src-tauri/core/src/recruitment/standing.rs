//! Where a family stood on each day, and so since when it stands where it does.
//!
//! The day's stage is reckoned again from what had been done by then, so the
//! order in which things were typed does not matter. What has no day of its own
//! (a personal number, a text written before its day was kept) counts from the start.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::rules::{StudyFacts, blockers, stage, stage_of};
use crate::blocker::Blocker;
use crate::store::choice;

choice!(
    /// What is said of a family beside its stage.
    SideState {
        /// Resting until a day.
        Resting = "resting",
        /// All that is left in the stage is extracts that have been asked for.
        AwaitingExtracts = "awaiting_extracts",
        /// A home that was investigated before is being investigated again.
        ReExamined = "re_examined",
        /// The family broke off.
        EndedByFamily = "ended_by_family",
        /// The unit ended it.
        EndedByUnit = "ended_by_unit",
        /// Concluded and approved.
        Approved = "approved",
    }
);

/// A stretch of days in one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageStay {
    /// Key of the stage.
    pub stage: String,
    /// First day.
    pub from: NaiveDate,
}

/// The stage on a day, from what had been done by then. A family that has been
/// closed keeps the stage it ended in.
#[must_use]
pub fn stage_on(study: &StudyFacts, day: NaiveDate) -> &'static str {
    let then = as_of(study, study.closed_on.map_or(day, |end| end.min(day)));
    if study.concluded_on.is_some_and(|on| on <= day) {
        return after_conclusion(&then, day);
    }
    stage(&blockers(&then, day))
}

/// Every stay from the day it was opened until `until` (or the day it closed),
/// oldest first; never empty.
#[must_use]
pub fn way(study: &StudyFacts, until: NaiveDate) -> Vec<StageStay> {
    let last = study.closed_on.map_or(until, |end| end.min(until));
    let mut days = turning_days(study);
    days.retain(|it| *it > study.opened_on && *it <= last);
    days.push(study.opened_on);
    days.sort_unstable();
    days.dedup();
    let mut stays: Vec<StageStay> = Vec::new();
    for from in days {
        let stage = stage_on(study, from);
        if stays.last().is_none_or(|it| it.stage != stage) {
            stays.push(StageStay {
                stage: stage.to_owned(),
                from,
            });
        }
    }
    stays
}

/// Whether everything left in the stage is extracts that have been asked for.
#[must_use]
pub fn awaits_extracts(study: &StudyFacts, found: &[Blocker], stage: &str) -> bool {
    let mut here = found.iter().filter(|it| stage_of(it) == stage).peekable();
    here.peek().is_some()
        && here.all(|it| match it {
            Blocker::CheckMissing {
                register, person, ..
            } => study
                .asked
                .iter()
                .any(|(who, which)| who == person && which == register),
            _ => false,
        })
}

/// What is left after the decision, if anything: training that the unit asks for.
fn after_conclusion(study: &StudyFacts, day: NaiveDate) -> &'static str {
    let done = study.trained_on.is_some_and(|on| on <= day);
    if study.training_required && !done {
        "training"
    } else {
        "bank"
    }
}

/// The study as it was on a day. A new kind of fact with a day is added here
/// and in [`turning_days`].
fn as_of(study: &StudyFacts, day: NaiveDate) -> StudyFacts {
    let mut then = study.clone();
    then.closed_on = None;
    then.concluded_on = None;
    then.adults
        .retain(|it| it.moved_in_on.is_none_or(|on| on <= day));
    let gone: Vec<_> = study
        .adults
        .iter()
        .filter(|it| it.moved_in_on.is_some_and(|on| on > day))
        .map(|it| it.person.clone())
        .collect();
    then.checked.retain(|it| !gone.contains(&it.person));
    for person in &mut then.checked {
        person
            .checks
            .retain(|it| it.received_on.is_none_or(|on| on <= day));
    }
    then.steps.retain(|(.., on)| *on <= day);
    then.references.retain(|on| *on <= day);
    then.assessments.retain(|(part, person, ..)| {
        !study
            .assessed_on
            .iter()
            .any(|(it, who, on)| it == part && who == person && *on > day)
    });
    if study.outcome_on.is_some_and(|on| on > day) {
        then.outcome = None;
    }
    then.records
        .retain(|it| it.interview_on.is_none_or(|on| on <= day));
    let past = |on: &mut Option<NaiveDate>| *on = on.filter(|it| *it <= day);
    let written = &mut then.investigation;
    if written.answered_on.is_some_and(|on| on > day) {
        written.answered = false;
    }
    past(&mut written.sent_on);
    past(&mut written.answered_on);
    past(&mut written.read_on);
    then
}

/// Days on which the stage may have changed.
fn turning_days(study: &StudyFacts) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = study.steps.iter().map(|(.., on)| *on).collect();
    days.extend(&study.references);
    days.extend(study.assessed_on.iter().map(|(.., on)| *on));
    days.extend(study.adults.iter().filter_map(|it| it.moved_in_on));
    days.extend(study.outcome_on);
    days.extend(study.trained_on);
    let written = &study.investigation;
    days.extend(
        [written.sent_on, written.answered_on, written.read_on]
            .into_iter()
            .flatten(),
    );
    days.extend(study.concluded_on);
    for check in study.checked.iter().flat_map(|it| &it.checks) {
        let Some(received) = check.received_on else {
            continue;
        };
        days.push(received);
        // The day after an answer stops counting.
        let months = study
            .registers
            .iter()
            .find(|it| it.register == check.register)
            .map(|it| it.months);
        days.extend(months.map(|it| crate::law::months_after(received, it) + Days::new(1)));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::homes::rules::CheckFacts;
    use crate::recruitment::rules::tests::complete;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[track_caller]
    fn check(study: &StudyFacts, expected: &[(&str, &str)]) {
        let got = way(study, day("2026-11-23"));
        let got: Vec<_> = got
            .iter()
            .map(|it| (it.stage.as_str(), it.from.to_string()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(stage, from)| (*stage, (*from).to_owned()))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_family_is_followed_from_day_to_day() {
        // Opened 25 August, called 1 September, visited on the 15th, talked with the
        // children on the 20th, checks 1 October, references on the 5th and 6th,
        // both interviewed on the 20th, answered on 10 November, read on the 12th.
        check(
            &complete(),
            &[
                ("first_contact", "2026-08-25"),
                ("visit", "2026-09-01"),
                ("checks", "2026-09-15"),
                ("references", "2026-10-01"),
                ("interview", "2026-10-06"),
                ("communication", "2026-10-20"),
                ("review", "2026-11-10"),
                ("decision", "2026-11-12"),
            ],
        );
    }

    #[test]
    fn an_adult_who_moves_in_takes_the_family_back_on_that_day() {
        let mut study = complete();
        let mut lodger = study.adults[0].clone();
        lodger.person = crate::people::PersonId("lodger".into());
        lodger.carer = false;
        lodger.moved_in_on = Some(day("2026-11-15"));
        study.checked.push(crate::homes::rules::CheckedPerson {
            person: lodger.person.clone(),
            name: "lodger".into(),
            checks: vec![],
        });
        study.adults.push(lodger);
        let last = way(&study, day("2026-11-23")).pop().unwrap();
        assert_eq!(
            (last.stage.as_str(), last.from),
            ("checks", day("2026-11-15"))
        );
    }

    #[test]
    fn an_answer_that_has_grown_old_takes_the_family_back_the_day_after() {
        let study = complete();
        // Received on 1 October and good for six months: until 1 April.
        let last = way(&study, day("2027-05-01")).pop().unwrap();
        assert_eq!(
            (last.stage.as_str(), last.from),
            ("checks", day("2027-04-02"))
        );
    }

    #[test]
    fn a_closed_family_keeps_the_stage_it_ended_in() {
        let mut study = complete();
        study.closed_on = Some(day("2026-09-16"));
        assert_eq!(stage_on(&study, day("2026-11-23")), "checks");
        assert_eq!(way(&study, day("2026-11-23")).len(), 3);
    }

    #[test]
    fn an_approved_home_is_in_the_bank_unless_training_is_owed() {
        let mut study = complete();
        study.concluded_on = Some(day("2026-11-12"));
        assert_eq!(stage_on(&study, day("2026-11-11")), "review");
        assert_eq!(stage_on(&study, day("2026-11-12")), "bank");
        study.training_required = true;
        assert_eq!(stage_on(&study, day("2026-11-12")), "training");
        study.trained_on = Some(day("2026-11-20"));
        assert_eq!(stage_on(&study, day("2026-11-19")), "training");
        assert_eq!(stage_on(&study, day("2026-11-20")), "bank");
    }

    #[test]
    fn a_step_the_unit_has_made_compulsory_holds_the_family() {
        let mut study = complete();
        for kind in &mut study.step_kinds {
            kind.compulsory |= kind.key == "home_visit_2";
        }
        assert_eq!(stage_on(&study, day("2026-11-23")), "visit_2");
    }

    #[test]
    fn a_family_awaits_extracts_when_all_that_is_left_has_been_asked_for() {
        let mut study = complete();
        for person in &mut study.checked {
            person
                .checks
                .retain(|it: &CheckFacts| it.register != "misstankeregistret");
        }
        let found = blockers(&study, day("2026-11-23"));
        assert!(!awaits_extracts(&study, &found, "checks"));
        for adult in ["a", "b"] {
            study.asked.push((
                crate::people::PersonId(adult.into()),
                "misstankeregistret".into(),
            ));
        }
        assert!(awaits_extracts(&study, &found, "checks"));
        assert!(!awaits_extracts(&study, &[], "decision"));
    }

    proptest! {
        /// Shuffles every list of facts; the whole way stays the same.
        #[test]
        fn the_way_depends_on_facts_and_not_on_the_order_they_were_entered(
            (study, shuffled) in facts().prop_flat_map(|study| (Just(study.clone()), shuffled(study))),
        ) {
            prop_assert_eq!(way(&study, day("2026-11-23")), way(&shuffled, day("2026-11-23")));
        }
    }

    /// A complete study from which some facts are taken, and others moved in time.
    fn facts() -> impl Strategy<Value = StudyFacts> {
        (
            proptest::collection::vec(any::<bool>(), 40),
            proptest::collection::vec(0_u64..90, 40),
        )
            .prop_map(|(kept, moved)| {
                let mut study = complete();
                let mut at = 0;
                let mut turn = |on: &mut NaiveDate| {
                    *on = day("2026-08-20") + Days::new(moved[at % 40]);
                    at += 1;
                    kept[at % 40]
                };
                study.steps.retain_mut(|(.., on)| turn(on));
                study.references.retain_mut(&mut turn);
                for person in &mut study.checked {
                    person
                        .checks
                        .retain_mut(|it| it.received_on.as_mut().is_some_and(&mut turn));
                }
                study.assessed_on = study
                    .assessments
                    .iter()
                    .map(|(part, person, ..)| (part.clone(), person.clone(), day("2026-09-10")))
                    .collect();
                for (.., on) in &mut study.assessed_on {
                    turn(on);
                }
                study
            })
    }

    fn shuffled(study: StudyFacts) -> impl Strategy<Value = StudyFacts> {
        (
            Just(study.steps.clone()).prop_shuffle(),
            Just(study.references.clone()).prop_shuffle(),
            Just(study.assessments.clone()).prop_shuffle(),
            Just(study.checked.clone()).prop_shuffle(),
            Just(study.adults.clone()).prop_shuffle(),
            Just(study.assessed_on.clone()).prop_shuffle(),
        )
            .prop_map(
                move |(steps, references, assessments, checked, adults, assessed_on)| StudyFacts {
                    steps,
                    references,
                    assessments,
                    checked,
                    adults,
                    assessed_on,
                    ..study.clone()
                },
            )
    }
}
