//! What stands in the way of a study, fact by fact.

use super::*;
use crate::homes::rules::CheckFacts;
use crate::instruments;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An investigation that a delegate may decide on.
fn written() -> investigation::InvestigationFacts {
    let parts = super::super::parts::part_kinds().iter();
    let fields = super::super::parts::proposal_kinds().iter();
    investigation::InvestigationFacts {
        written: parts
            .filter(|it| it.compulsory)
            .map(|it| it.key.clone())
            .collect(),
        proposed: fields
            .filter(|it| it.compulsory)
            .map(|it| it.key.clone())
            .collect(),
        care: Some(crate::homes::Care::Familjehem),
        sent_on: Some(day("2026-11-02")),
        answer_due: Some(day("2026-11-16")),
        answered: true,
        answered_on: Some(day("2026-11-10")),
        read_on: Some(day("2026-11-12")),
        body: Some(crate::recruitment::Body::Delegate),
        paper_issued: false,
        board_decided: false,
    }
}

/// A couple with a child of their own, with everything done.
pub(in crate::recruitment) fn complete() -> StudyFacts {
    let adults: Vec<Adult> = ["a", "b"]
        .iter()
        .map(|it| Adult {
            person: PersonId((*it).into()),
            name: (*it).into(),
            identified: true,
            carer: true,
            moved_in_on: None,
        })
        .collect();
    let registers: Vec<CheckRule<'static>> = ["belastningsregistret", "misstankeregistret"]
        .iter()
        .map(|it| CheckRule {
            register: it,
            months: 6,
            rule: "register_check_max_age",
        })
        .collect();
    let checked = adults
        .iter()
        .map(|it| CheckedPerson {
            person: it.person.clone(),
            name: it.name.clone(),
            checks: registers
                .iter()
                .map(|rule| CheckFacts {
                    register: rule.register.into(),
                    received_on: Some(day("2026-10-01")),
                    read: true,
                    remark: false,
                    assessed: true,
                    accepted: None,
                })
                .collect(),
        })
        .collect();
    let mut steps = vec![
        ("first_contact".to_owned(), None, day("2026-09-01")),
        ("home_visit".to_owned(), None, day("2026-09-15")),
        ("own_children".to_owned(), None, day("2026-09-20")),
    ];
    for step in ["interview", "interpretation"] {
        steps.extend(
            adults
                .iter()
                .map(|it| (step.to_owned(), Some(it.person.clone()), day("2026-10-20"))),
        );
    }
    let instrument = instruments::shipped("early_screening").unwrap().clone();
    let assessments = adults
        .iter()
        .flat_map(|adult| {
            instrument.parts.iter().map(|part| {
                (
                    part.key.clone(),
                    adult.person.clone(),
                    "no_known_risk".to_owned(),
                    false,
                )
            })
        })
        .collect();
    StudyFacts {
        home: HomeId("h".into()),
        opened_on: day("2026-08-25"),
        closed_on: None,
        concluded_on: None,
        adults,
        own_children: true,
        steps,
        checked,
        registers,
        references: vec![day("2026-10-05"), day("2026-10-06")],
        references_needed: 2,
        assessments,
        instrument,
        household_without_reason: vec![],
        outcome: Some("go_on".into()),
        outcome_on: None,
        records: vec![],
        training_owed: vec![],
        investigation: written(),
        step_kinds: step_kinds().to_vec(),
        asked: vec![],
        assessed_on: vec![],
        training_required: false,
        trained_on: None,
    }
}

const TODAY: &str = "2026-11-23";

#[test]
fn a_complete_study_may_be_concluded_and_stands_last() {
    let found = blockers(&complete(), day(TODAY));
    assert_eq!(found, []);
    assert_eq!(stage(&found), "decision");
}

#[test]
fn a_new_family_stands_at_the_start() {
    let empty = StudyFacts {
        adults: vec![],
        steps: vec![],
        checked: vec![],
        references: vec![],
        assessments: vec![],
        outcome: None,
        investigation: investigation::InvestigationFacts::default(),
        ..complete()
    };
    assert_eq!(stage(&blockers(&empty, day(TODAY))), "enquiry");
}

#[test]
fn a_home_without_an_adult_is_not_overridden_past_the_police_registers() {
    let empty = StudyFacts {
        adults: vec![],
        checked: vec![],
        ..complete()
    };
    let found = blockers(&empty, day(TODAY));
    assert!(found.iter().any(nobody_may_override), "{found:?}");
    let mut study = complete();
    study.investigation.read_on = None;
    let found = blockers(&study, day(TODAY));
    assert!(!found.iter().any(nobody_may_override), "{found:?}");
}

#[test]
fn no_talk_is_asked_for_with_children_that_do_not_exist() {
    let mut study = complete();
    study.own_children = false;
    study.steps.retain(|(step, ..)| step != "own_children");
    assert_eq!(blockers(&study, day(TODAY)), []);
}

#[test]
fn an_adult_who_is_only_to_be_checked_is_neither_interviewed_nor_assessed() {
    let mut study = complete();
    study.adults.push(Adult {
        person: PersonId("lodger".into()),
        name: "lodger".into(),
        identified: true,
        carer: false,
        moved_in_on: None,
    });
    assert_eq!(blockers(&study, day(TODAY)), []);
}

#[test]
fn the_first_assessment_ends_with_a_decision_to_go_on() {
    let mut study = complete();
    study.outcome = Some("complete".into());
    let found = blockers(&study, day(TODAY));
    assert_eq!(
        found,
        [Blocker::ScreeningNotDecided {
            outcome: Some("complete".into())
        }]
    );
    assert_eq!(stage(&found), "screening");
    study.outcome = Some("go_on".into());
    study.household_without_reason = vec!["g".into()];
    let found = blockers(&study, day(TODAY));
    assert!(
        matches!(found.as_slice(), [Blocker::HouseholdReasonMissing { part, .. }] if part == "g"),
        "{found:?}"
    );
}

#[test]
fn training_hinders_only_when_the_unit_asks_for_it_first() {
    let mut study = complete();
    study.training_owed = vec![(PersonId("a".into()), "a".into(), 3)];
    let found = blockers(&study, day(TODAY));
    assert!(
        matches!(found.as_slice(), [Blocker::TrainingMissing { left: 3, .. }]),
        "{found:?}"
    );
    assert_eq!(stage(&found), "training");
    assert!(found.iter().all(|it| !nobody_may_override(it)));
}

#[test]
fn a_risk_needs_a_reason() {
    let mut study = complete();
    study.assessments[0].2 = "serious_risk".into();
    let found = blockers(&study, day(TODAY));
    assert!(
        matches!(found.as_slice(), [Blocker::AssessmentReasonMissing { .. }]),
        "{found:?}"
    );
    study.assessments[0].3 = true;
    assert_eq!(blockers(&study, day(TODAY)), []);
}

/// Takes one recorded fact away; tells how many there are.
fn without(study: &mut StudyFacts, which: usize) -> bool {
    let mut at = which;
    if at < study.steps.len() {
        study.steps.remove(at);
        return true;
    }
    at -= study.steps.len();
    if at < study.references.len() {
        study.references.remove(at);
        return true;
    }
    at -= study.references.len();
    if at < study.assessments.len() {
        study.assessments.remove(at);
        return true;
    }
    at -= study.assessments.len();
    for person in &mut study.checked {
        if at < person.checks.len() {
            person.checks.remove(at);
            return true;
        }
        at -= person.checks.len();
    }
    let it = &mut study.investigation;
    if at < it.written.len() {
        it.written.remove(at);
        return true;
    }
    at -= it.written.len();
    if at < it.proposed.len() {
        // The care is named by the proposal, and asks who decides on it.
        if it.proposed.remove(at) == "care" {
            it.care = None;
        }
        return true;
    }
    at -= it.proposed.len();
    match at {
        0 => (it.sent_on, it.answered) = (None, false),
        1 => it.answered = false,
        2 => it.read_on = None,
        3 => it.body = None,
        4 => study.outcome = None,
        _ => return false,
    }
    true
}

#[test]
fn taking_any_one_fact_away_gives_exactly_its_blocker() {
    let mut which = 0;
    loop {
        let mut study = complete();
        if !without(&mut study, which) {
            break;
        }
        assert_eq!(blockers(&study, day(TODAY)).len(), 1, "fact {which}");
        which += 1;
    }
    assert_eq!(
        which,
        7 + 2 + 18 + 4 + 10 + 5 + 4 + 1,
        "every fact was tried"
    );
}

proptest! {
    #[test]
    fn the_stage_depends_on_facts_and_not_on_their_order(seed in any::<u64>(), gone in 0usize..51) {
        let mut study = complete();
        without(&mut study, gone);
        let before = blockers(&study, day(TODAY));
        let turn = |length: usize| if length == 0 { 0 } else { usize::try_from(seed % length as u64).unwrap() };
        let (a, b, c) = (turn(study.steps.len()), turn(study.assessments.len()), turn(study.references.len()));
        study.steps.rotate_left(a);
        study.assessments.rotate_left(b);
        study.references.rotate_left(c);
        let after = blockers(&study, day(TODAY));
        prop_assert_eq!(stage(&before), stage(&after));
        prop_assert_eq!(before.len(), after.len());
    }
}
