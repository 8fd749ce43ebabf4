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
pub(super) mod tests;
