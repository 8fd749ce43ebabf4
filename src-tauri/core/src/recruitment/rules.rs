//! What must be true before a home study is concluded, and where a family stands.
//!
//! Facts and a day in, blockers out. The checklist, the greyed button, the
//! refused command, the stage on the board and the printed paper all ask here.

pub mod investigation;
pub mod retention;

use chrono::NaiveDate;

use super::methods::rules as methods;
use super::methods::rules::RecordFacts;
use super::stages::{StepKind, stages, step_kinds};
use crate::blocker::Blocker;
use crate::homes::HomeId;
use crate::homes::rules::{CheckRule, CheckedPerson, check_blockers};
use crate::instruments::Instrument;
use crate::people::PersonId;

/// Everything a conclusion rests on.
#[derive(Debug, Clone)]
pub struct StudyFacts {
    /// The home.
    pub home: HomeId,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was closed without approval.
    pub closed_on: Option<NaiveDate>,
    /// When it was concluded.
    pub concluded_on: Option<NaiveDate>,
    /// The adults of the household.
    pub adults: Vec<Adult>,
    /// Whether the family has children of its own at home.
    pub own_children: bool,
    /// What has been done: step, whose, when.
    pub steps: Vec<(String, Option<PersonId>, NaiveDate)>,
    /// People to be checked, with their checks.
    pub checked: Vec<CheckedPerson>,
    /// Registers that must be asked.
    pub registers: Vec<CheckRule<'static>>,
    /// When references were taken.
    pub references: Vec<NaiveDate>,
    /// How many are needed.
    pub references_needed: u32,
    /// Assessments: part, whose, level, whether there is a reason.
    pub assessments: Vec<(String, PersonId, String, bool)>,
    /// The instrument in use.
    pub instrument: Instrument,
    /// Assessments of the household above the first level that lack a reason, by part.
    pub household_without_reason: Vec<String>,
    /// How the first assessment ended.
    pub outcome: Option<String>,
    /// When that was decided.
    pub outcome_on: Option<NaiveDate>,
    /// Interviews by a method.
    pub records: Vec<RecordFacts>,
    /// Meetings of the basic training that adults have left, when the unit asks for them first.
    pub training_owed: Vec<(PersonId, String, u32)>,
    /// The investigation itself.
    pub investigation: investigation::InvestigationFacts,
    /// Steps as the unit has them.
    pub step_kinds: Vec<StepKind>,
    /// Whose extracts have been asked for and not come: person and register.
    pub asked: Vec<(PersonId, String)>,
    /// When each part was assessed, where that is known: part, whose, when.
    pub assessed_on: Vec<(String, PersonId, NaiveDate)>,
    /// Whether the unit asks for the basic training at all.
    pub training_required: bool,
    /// The day on which every carer had been at every meeting of it.
    pub trained_on: Option<NaiveDate>,
}

/// An adult of the household.
#[derive(Debug, Clone)]
pub struct Adult {
    /// Key.
    pub person: PersonId,
    /// Shown name.
    pub name: String,
    /// Whether there is a personal number or at least a day of birth.
    pub identified: bool,
    /// Whether the adult takes the assignment, and so is interviewed and assessed.
    pub carer: bool,
    /// When the adult moved in, where that is known.
    pub moved_in_on: Option<NaiveDate>,
}

/// Everything that stands in the way on a day; nothing when it may be concluded.
#[must_use]
pub fn blockers(study: &StudyFacts, today: NaiveDate) -> Vec<Blocker> {
    let mut found = Vec::new();
    already_ended(&mut found, study);
    unknown_people(&mut found, study);
    missing_steps(&mut found, study);
    missing_assessments(&mut found, study);
    undecided_screening(&mut found, study);
    found.extend(methods::blockers(&study.records));
    for person in &study.checked {
        check_blockers(&mut found, person, &study.registers, today);
    }
    missing_references(&mut found, study);
    investigation::blockers(&mut found, &study.investigation, study.own_children);
    for (person, name, left) in &study.training_owed {
        found.push(Blocker::TrainingMissing {
            person: person.clone(),
            name: name.clone(),
            left: *left,
        });
    }
    found
}

/// The first assessment ends with somebody's decision to go on; every judgement of
/// the household above the first level has its reason.
fn undecided_screening(found: &mut Vec<Blocker>, study: &StudyFacts) {
    let decided = study.outcome.as_deref();
    let goes_on = decided.is_some_and(|key| {
        study
            .instrument
            .outcome(key)
            .is_some_and(|outcome| outcome.goes_on)
    });
    if !goes_on {
        found.push(Blocker::ScreeningNotDecided {
            outcome: decided.map(str::to_owned),
        });
    }
    for part in &study.household_without_reason {
        found.push(Blocker::HouseholdReasonMissing {
            instrument: study.instrument.key.clone(),
            part: part.clone(),
        });
    }
}

fn already_ended(found: &mut Vec<Blocker>, study: &StudyFacts) {
    found.extend(
        study
            .closed_on
            .or(study.concluded_on)
            .map(|on| Blocker::RecruitmentClosed { on }),
    );
}

fn unknown_people(found: &mut Vec<Blocker>, study: &StudyFacts) {
    if !study.adults.iter().any(|it| it.carer) {
        found.push(Blocker::NoAdult);
    }
    for it in study.adults.iter().filter(|it| !it.identified) {
        found.push(Blocker::PersonNumberMissing {
            person: it.person.clone(),
            name: it.name.clone(),
        });
    }
}

fn missing_steps(found: &mut Vec<Blocker>, study: &StudyFacts) {
    let asked = |kind: &&StepKind| {
        kind.compulsory
            && !after_decision(&kind.stage)
            && (study.own_children || !kind.only_with_own_children)
    };
    for kind in study.step_kinds.iter().filter(asked) {
        if kind.per_adult {
            for adult in study.adults.iter().filter(|it| it.carer) {
                if !study.steps.iter().any(|(step, person, _)| {
                    *step == kind.key && person.as_ref() == Some(&adult.person)
                }) {
                    found.push(Blocker::PersonStepMissing {
                        step: kind.key.clone(),
                        person: adult.person.clone(),
                        name: adult.name.clone(),
                    });
                }
            }
        } else if !study.steps.iter().any(|(step, ..)| *step == kind.key) {
            found.push(Blocker::StepMissing {
                step: kind.key.clone(),
            });
        }
    }
}

/// What belongs to the time after the decision is never in its way.
fn after_decision(stage: &str) -> bool {
    let place = |key: &str| stages().iter().position(|it| it.key == key);
    place(stage) > place(DECISION)
}

fn missing_assessments(found: &mut Vec<Blocker>, study: &StudyFacts) {
    for adult in study.adults.iter().filter(|it| it.carer) {
        let mine: Vec<_> = study
            .assessments
            .iter()
            .filter(|(_, person, ..)| *person == adult.person)
            .collect();
        let left = study
            .instrument
            .parts
            .iter()
            .filter(|part| !mine.iter().any(|(it, ..)| *it == part.key))
            .count();
        if left > 0 {
            found.push(Blocker::AssessmentMissing {
                instrument: study.instrument.key.clone(),
                parts: u32::try_from(left).unwrap_or(u32::MAX),
                person: adult.person.clone(),
                name: adult.name.clone(),
            });
        }
        for (part, _, level, reason) in mine {
            if !reason && study.instrument.needs_reason(level) {
                found.push(Blocker::AssessmentReasonMissing {
                    instrument: study.instrument.key.clone(),
                    part: part.clone(),
                    person: adult.person.clone(),
                    name: adult.name.clone(),
                });
            }
        }
    }
}

fn missing_references(found: &mut Vec<Blocker>, study: &StudyFacts) {
    let have = u32::try_from(study.references.len()).unwrap_or(u32::MAX);
    if have < study.references_needed {
        found.push(Blocker::ReferencesMissing {
            have,
            need: study.references_needed,
        });
    }
}

/// Hinders that even a supervisor cannot look past: the police registers (SoF
/// 3:3), nobody they could be asked about, and a study that has ended.
#[must_use]
pub fn nobody_may_override(blocker: &Blocker) -> bool {
    match blocker {
        Blocker::RecruitmentClosed { .. } | Blocker::NoAdult => true,
        Blocker::CheckMissing { register, .. }
        | Blocker::CheckUnread { register, .. }
        | Blocker::CheckTooOld { register, .. }
        | Blocker::RemarkUndecided { register, .. }
        | Blocker::RemarkNotAccepted { register, .. } => crate::law::registers()
            .iter()
            .any(|it| it.police && it.key == *register),
        other => investigation::nobody_may_override(other),
    }
}

/// The stage a blocker belongs to.
#[must_use]
pub fn stage_of(blocker: &Blocker) -> &str {
    if let Some(stage) = investigation::stage_of(blocker) {
        return stage;
    }
    match blocker {
        Blocker::StepMissing { step } | Blocker::PersonStepMissing { step, .. } => step_kinds()
            .iter()
            .find(|it| it.key == *step)
            .map_or("enquiry", |it| it.stage.as_str()),
        Blocker::NoAdult => "enquiry",
        // Without a number no register can be asked; nothing before needs it.
        Blocker::PersonNumberMissing { .. } => "checks",
        Blocker::AssessmentMissing { .. }
        | Blocker::AssessmentReasonMissing { .. }
        | Blocker::HouseholdReasonMissing { .. }
        | Blocker::ScreeningNotDecided { .. } => "screening",
        Blocker::InterpreterInterviewed { .. } => "interpretation",
        Blocker::TrainingMissing { .. } => "training",
        Blocker::ReferencesMissing { .. } => "references",
        _ => "checks",
    }
}

/// Where a family stands when nothing is left but to decide.
const DECISION: &str = "decision";

/// Where an open family stands: the first stage with something left, else before
/// the decision. See [`super::standing`] for a day, and for one that has ended.
#[must_use]
pub fn stage(blockers: &[Blocker]) -> &'static str {
    stages()
        .iter()
        .find(|stage| blockers.iter().any(|it| stage_of(it) == stage.key))
        .map_or(DECISION, |it| it.key.as_str())
}

/// Whether anything of a study was begun: more than the first talk.
#[must_use]
pub fn studied(study: &StudyFacts) -> bool {
    let first = |step: &str| {
        step_kinds()
            .iter()
            .any(|it| it.key == step && it.stage == stages()[0].key)
    };
    study.steps.iter().any(|(step, ..)| !first(step))
        || !study.references.is_empty()
        || !study.assessments.is_empty()
        || !study.investigation.written.is_empty()
        || study.checked.iter().any(|it| !it.checks.is_empty())
}

/// The day of the latest thing that happened.
#[must_use]
pub fn latest_event(study: &StudyFacts) -> NaiveDate {
    let checks = study
        .checked
        .iter()
        .flat_map(|it| &it.checks)
        .filter_map(|it| it.received_on);
    let it = &study.investigation;
    study
        .steps
        .iter()
        .map(|(.., on)| *on)
        .chain(study.references.iter().copied())
        .chain(checks)
        .chain(study.outcome_on)
        .chain(
            [it.sent_on, it.answered_on, it.read_on]
                .into_iter()
                .flatten(),
        )
        .fold(study.opened_on, NaiveDate::max)
}

#[cfg(test)]
pub(super) mod tests {
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
        study.summary = false;
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
}
