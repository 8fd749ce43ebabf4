//! From enquiry to concluded home study.
//!
//! A family stands where its facts put it: the stage is the first in which
//! something is left to do. Concluding is refused while anything is missing,
//! with the whole list, unless a supervisor overrides with a reason that prints.

mod conclude;
pub mod delegation;
mod ending;
mod enquiry;
mod family;
mod funnel;
mod investigation;
mod letter;
mod meetings;
pub mod methods;
mod overview;
mod parts;
mod record;
pub mod rules;
mod screening;
mod settings;
pub(crate) mod sql;
mod stages;
pub mod standing;
mod study;

pub use conclude::{
    ConcludeStudy, OverrideStudy, conclude_home_study, decided_by_board, override_study,
};
pub use delegation::{Body, Delegation, delegations};
pub use ending::{
    CloseRecruitment, EarlierContent, EarlierFile, OpenEarlier, ToldHow, close_recruitment,
    open_earlier_file, reopen_recruitment, retention_due,
};
pub use enquiry::{
    EarlierFamily, EarlierRun, EnquiryAdult, EnquiryFacts, NewEnquiry, ReceivedHow, RunOutcome,
    earlier_families, open_enquiry, references_to_take,
};
pub use family::{
    Answer, Assessment, Family, FamilyRef, Reference, Step, approval_blockers, recruitment_family,
};
pub use funnel::{
    Funnel, FunnelCell, FunnelColumn, FunnelFamily, FunnelQuery, ReasonRow, SourceRow, StageRow,
    funnel,
};
pub use investigation::{
    ApprovalPaper, FamilyAnswer, INVESTIGATION, Investigation, InvestigationRef, Part,
    RecordReading, SentHow, begin_investigation, record_reading,
};
pub use letter::{EnquiryText, FoundBy, FoundField, ReadEnquiry, read_enquiry_text};
pub use meetings::{
    INFORMATION_MEETING, MEETING_GUEST, MeetingGuest, MeetingId, MeetingPage, MeetingRef,
    MeetingRow, NewGuest, NewMeeting, WantsOn, add_information_meeting, add_meeting_guest,
    information_meeting, information_meetings,
};
pub use overview::{
    BoardAdult, BoardQuery, BoardRow, RecruitmentBoard, ReplyClock, recruitment_board, reply_clocks,
};
pub use parts::{PartKind, ProposalKind, part_kinds, proposal_kinds};
pub use record::{Recorded, recorded};
pub use screening::{
    DecideScreening, HouseholdAssessment, SaveAnswer, SaveAssessment, SaveFollowUp,
    SaveHouseholdAssessment, Screening, decide_screening, save_answer, save_assessment,
    save_follow_up, save_household_assessment,
};
pub use settings::{
    LimitSetting, RecruitmentSettings, SaveRecruitmentSetting, StageSetting, StepSetting,
    recruitment_settings, save_recruitment_setting,
};
pub use stages::{
    Closing, Phase, Source, Stage, StepKind, closings, phases, sources, stages, step_kinds,
};
pub use study::{
    HOME_REVIEW, HomeReview, HomeStudies, HomeStudy, NewReview, NextReview, add_home_review,
    home_studies, next_review,
};

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::HomeId;
use crate::people::PersonId;
use crate::store::fields::{Entity, Field, Kind, nothing_follows};
use crate::store::{Write, choice, id};

id!(
    /// One family's way through recruitment; a family that returns gets another.
    RecruitmentId
);

choice!(
    /// Who gave the reference.
    ReferenceKind {
        /// At work.
        Work = "work",
        /// A friend or relative.
        Network = "network",
        /// An earlier placing municipality.
        Municipality = "municipality",
        /// School or pre-school.
        School = "school",
    }
);

/// The recruitment itself.
pub const RECRUITMENT: Entity = Entity {
    name: "recruitment",
    fields: &[
        Field::required("opened_on", Kind::PastDay),
        Field::new("source", Kind::Key(stages::is_source)),
        Field::new("owner_id", Kind::Line(40)),
        Field::new("enquiry", Kind::Text),
        Field::new("next_action", Kind::Line(200)),
        Field::new("next_on", Kind::Day),
        Field::new("dormant_until", Kind::Day),
        Field::new("closing_text", Kind::Text),
        Field::new("return_on", Kind::Day),
        Field::new("received_how", Kind::Choice(ReceivedHow::CODES)),
        Field::new("source_detail", Kind::Line(200)),
        Field::new("children_home", Kind::Line(200)),
        Field::new("thoughts", Kind::Text),
    ],
    removable: true,
    parent: Some("home_id"),
    after: nothing_follows,
};

/// Something done, or planned.
pub const STEP: Entity = Entity {
    name: "step",
    fields: &[
        Field::new("planned_on", Kind::Day),
        Field::new("done_on", Kind::PastDay),
        Field::new("done_by", Kind::Line(120)),
        Field::new("text", Kind::Text),
    ],
    removable: true,
    parent: Some("recruitment_id"),
    after: nothing_follows,
};

/// A reference.
pub const REFERENCE: Entity = Entity {
    name: "reference",
    fields: &[
        Field::required("kind", Kind::Choice(ReferenceKind::CODES)),
        Field::new("given_by", Kind::Line(120)),
        Field::new("phone", Kind::Phone),
        Field::new("taken_on", Kind::PastDay),
        Field::new("text", Kind::Text),
    ],
    removable: true,
    parent: Some("recruitment_id"),
    after: nothing_follows,
};

/// A step to note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordStep {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Key of the step.
    pub step: String,
    /// Whose, for steps per adult.
    pub person: Option<PersonId>,
    /// When it is planned.
    pub planned_on: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}

/// A reference to note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewReference {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// From where.
    pub kind: ReferenceKind,
    /// From whom.
    pub given_by: String,
    /// When it was taken.
    pub taken_on: Option<NaiveDate>,
}

/// Notes that something was done, or is planned.
///
/// # Errors
/// Unknown step; a step per adult without a person; a day that has not come.
pub fn record_step(write: &Write<'_>, input: RecordStep) -> Result<String> {
    let kind = step_kinds()
        .iter()
        .find(|it| it.key == input.step)
        .ok_or_else(|| Error::invalid("step", Reason::NotAChoice))?;
    if kind.per_adult && input.person.is_none() {
        return Err(Error::invalid("person", Reason::Required));
    }
    if input.done_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("done_on", Reason::InFuture));
    }
    let home = still_open(write, &input.recruitment)?;
    let id = write.new_id();
    sql::insert_step(write, &id, &input)?;
    write.record(&Event::RowAdded {
        entity: "step".into(),
        id: id.clone(),
        parent: Some(home.0),
    })?;
    Ok(id)
}

/// Notes a reference.
///
/// # Errors
/// Without a name; a day that has not come.
pub fn add_reference(write: &Write<'_>, input: NewReference) -> Result<String> {
    if input.given_by.trim().is_empty() {
        return Err(Error::invalid("given_by", Reason::Required));
    }
    if input.taken_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("taken_on", Reason::InFuture));
    }
    let home = still_open(write, &input.recruitment)?;
    let id = write.new_id();
    sql::insert_reference(write, &id, &input)?;
    write.record(&Event::RowAdded {
        entity: "reference".into(),
        id: id.clone(),
        parent: Some(home.0),
    })?;
    Ok(id)
}

fn still_open(write: &Write<'_>, id: &RecruitmentId) -> Result<HomeId> {
    let (home, ended) = sql::home_and_end(&write.as_read(), id)?.or_not_found("recruitment")?;
    match ended {
        Some(on) => Err(Error::Blocked {
            blockers: vec![crate::blocker::Blocker::RecruitmentClosed { on }],
        }),
        None => Ok(home),
    }
}
