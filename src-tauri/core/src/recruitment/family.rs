//! One family's page: everything recorded, and everything that is left.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::methods::{Methods, methods};
use super::standing::{self, StageStay};
use super::{
    Closing, EnquiryFacts, Investigation, Phase, RecruitmentId, ReferenceKind, Screening, Source,
    Stage, StepKind, closings, ending, investigation, phases, rules, settings, sources, sql,
};
use crate::accounts::User;
use crate::blocker::Blocker;
use crate::error::{OrNotFound, Result};
use crate::homes::{HomeCard, HomeRef, home_card};
use crate::instruments::Instrument;
use crate::people::PersonId;
use crate::store::Read;

/// Which family.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FamilyRef {
    /// Recruitment.
    pub id: RecruitmentId,
}

/// One family's page.
#[derive(Debug, Serialize, TS)]
pub struct Family {
    /// Key.
    pub id: RecruitmentId,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// Where it came from.
    pub source: Option<String>,
    /// Whose it is.
    pub owner_id: Option<String>,
    /// What was said at first.
    pub enquiry: Option<String>,
    /// What is to be done next.
    pub next_action: Option<String>,
    /// When.
    pub next_on: Option<NaiveDate>,
    /// Resting until then.
    pub dormant_until: Option<NaiveDate>,
    /// When it was concluded.
    pub concluded_on: Option<NaiveDate>,
    /// Why it was concluded although something was missing.
    pub override_reason: Option<String>,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Why.
    pub closing_code: Option<String>,
    /// In short.
    pub closing_text: Option<String>,
    /// When to ask again.
    pub return_on: Option<NaiveDate>,
    /// How the enquiry came and what was said.
    pub enquiry_facts: EnquiryFacts,
    /// Key of the stage, derived; for a closed family the one it ended in.
    pub stage: String,
    /// Where the family has stood, oldest first.
    pub way: Vec<StageStay>,
    /// All that is left before it may be concluded.
    pub blockers: Vec<Blocker>,
    /// What was done and is planned.
    pub steps: Vec<Step>,
    /// References.
    pub references: Vec<Reference>,
    /// Assessments.
    pub assessments: Vec<Assessment>,
    /// Answers by number.
    pub answers: Vec<Answer>,
    /// The home with its household and register checks.
    pub home: HomeCard,
    /// The instrument in use.
    pub instrument: Instrument,
    /// How the first assessment stands.
    pub screening: Screening,
    /// Interviews by a method, and notes of talks and visits.
    pub methods: Methods,
    /// Stages, to show the way.
    pub stages: Vec<Stage>,
    /// Their phases.
    pub phases: &'static [Phase],
    /// Steps that can be noted.
    pub step_kinds: Vec<StepKind>,
    /// Reasons to close.
    pub closings: &'static [Closing],
    /// Sources to choose from.
    pub sources: &'static [Source],
    /// Who can own it.
    pub users: Vec<User>,
    /// The investigation: texts, second reader, communication, proposal, decision.
    pub investigation: Investigation,
}

/// Something done or planned.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct Step {
    pub id: String,
    pub step: String,
    pub person: Option<PersonId>,
    pub planned_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    pub done_by: Option<String>,
    pub text: Option<String>,
}

/// A reference.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Reference {
    pub id: String,
    pub kind: ReferenceKind,
    pub given_by: String,
    pub phone: Option<String>,
    pub taken_on: Option<NaiveDate>,
    pub text: Option<String>,
}

/// A judgement of one part for one adult.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Assessment {
    pub person: PersonId,
    pub part: String,
    pub level: Option<String>,
    pub reason: Option<String>,
}

/// An answer to one item by one adult.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Answer {
    pub person: PersonId,
    pub item: String,
    pub answer: Option<String>,
    pub follow_up: Option<String>,
}

/// One family's page.
///
/// # Errors
/// `NotFound`.
pub fn recruitment_family(read: &Read<'_>, input: FamilyRef) -> Result<Family> {
    let study = sql::study(read, &input.id, read.today())?.or_not_found("recruitment")?;
    let base = sql::base(read, &input.id)?.or_not_found("recruitment")?;
    ending::not_hidden(read, &input.id)?;
    let home = home_card(
        read,
        HomeRef {
            id: study.home.clone(),
        },
    )?;
    // What has ended has nothing left: it shows its end instead.
    let open = study.closed_on.is_none() && study.concluded_on.is_none();
    let blockers = if open {
        rules::blockers(&study, read.today())
    } else {
        Vec::new()
    };
    let way = standing::way(&study, read.today());
    Ok(Family {
        investigation: investigation::of_family(read, &input.id, &home, &study)?,
        opened_on: study.opened_on,
        source: base.source,
        owner_id: base.owner_id,
        enquiry: base.enquiry,
        next_action: base.next_action,
        next_on: base.next_on,
        dormant_until: base.dormant_until,
        concluded_on: study.concluded_on,
        override_reason: base.override_reason,
        closed_on: study.closed_on,
        closing_code: base.closing_code,
        closing_text: base.closing_text,
        return_on: base.return_on,
        enquiry_facts: base.enquiry_facts,
        stage: way.last().map_or(String::new(), |it| it.stage.clone()),
        way,
        steps: sql::steps(read, &input.id)?,
        references: sql::references(read, &input.id)?,
        assessments: sql::assessments(read, &input.id)?,
        answers: sql::answers(read, &input.id)?,
        home,
        instrument: study.instrument,
        screening: sql::screening_of(read, &input.id)?,
        methods: methods(read, &input.id)?,
        stages: settings::stages_of_unit(read)?,
        phases: phases(),
        step_kinds: study.step_kinds,
        closings: closings(),
        sources: sources(),
        users: crate::accounts::users(read, ())?,
        blockers,
        id: input.id,
    })
}

/// What is left before the paper about the home's approval is whole on a day:
/// everything but the decision that the paper leads to.
///
/// # Errors
/// `NotFound`.
pub fn approval_blockers(
    read: &Read<'_>,
    id: &RecruitmentId,
    on: NaiveDate,
) -> Result<Vec<Blocker>> {
    let study = sql::study(read, id, on)?.or_not_found("recruitment")?;
    let mut found = rules::blockers(&study, on);
    found.retain(|it| !rules::investigation::is_about_the_decision(it));
    Ok(found)
}
