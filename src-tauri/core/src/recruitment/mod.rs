//! From enquiry to concluded home study.
//!
//! A family stands where its facts put it: the stage is the first in which
//! something is left to do. Concluding is refused while anything is missing,
//! with the whole list, unless a supervisor overrides with a reason that prints.

mod enquiry;
mod family;
mod funnel;
mod letter;
mod meetings;
mod overview;
pub mod rules;
mod settings;
pub(crate) mod sql;
mod stages;
pub mod standing;

pub use enquiry::{
    EarlierFamily, EarlierRun, EnquiryAdult, EnquiryFacts, NewEnquiry, ReceivedHow, RunOutcome,
    earlier_families, open_enquiry, references_to_take,
};
pub use family::{Answer, Assessment, Family, FamilyRef, Reference, Step, recruitment_family};
pub use funnel::{
    Funnel, FunnelCell, FunnelColumn, FunnelFamily, FunnelQuery, ReasonRow, SourceRow, StageRow,
    funnel,
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
pub use settings::{
    LimitSetting, RecruitmentSettings, SaveRecruitmentSetting, StageSetting, StepSetting,
    recruitment_settings, save_recruitment_setting,
};
pub use stages::{
    Closing, Phase, Source, Stage, StepKind, closings, phases, sources, stages, step_kinds,
};

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::{self, Care, HomeId, NewScope};
use crate::instruments;
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
        Field::new("summary", Kind::Text),
        Field::new("closing_text", Kind::Text),
        Field::new("return_on", Kind::Day),
        Field::new("received_how", Kind::Choice(ReceivedHow::CODES)),
        Field::new("source_detail", Kind::Line(200)),
        Field::new("children_home", Kind::Line(200)),
        Field::new("thoughts", Kind::Text),
    ],
    removable: true,
    parent: Some("home_id"),
    after: |write, id, field| match field {
        "summary" => sql::enquiry::set_summary_day(write, id),
        _ => Ok(()),
    },
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

/// An assessment of one part for one adult.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAssessment {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Whose.
    pub person: PersonId,
    /// Key of the part.
    pub part: String,
    /// Key of the level; nothing takes it back.
    pub level: Option<String>,
    /// Why; needed above the first level before the study is concluded.
    pub reason: Option<String>,
}

/// An answer to one item by one adult.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAnswer {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Whose.
    pub person: PersonId,
    /// `part.number`, such as `a.3`.
    pub item: String,
    /// The answer; nothing takes it back.
    pub answer: Option<String>,
}

/// What the home is approved for when the study is concluded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConcludeStudy {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Care.
    pub care: Care,
    /// Youngest age.
    pub age_from: Option<u32>,
    /// Oldest age.
    pub age_to: Option<u32>,
    /// Places.
    pub places: u32,
    /// A supervisor's reason for concluding although something is missing.
    pub override_reason: Option<String>,
}

/// How a recruitment ends without approval.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseRecruitment {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Coded reason.
    pub code: String,
    /// In short.
    pub text: Option<String>,
    /// When to ask again, if ever.
    pub return_on: Option<NaiveDate>,
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

/// Saves an assessment: a person's judgement with reasons, never a sum.
///
/// # Errors
/// Unknown part or level.
pub fn save_assessment(write: &Write<'_>, input: SaveAssessment) -> Result<()> {
    let instrument = instruments::screening();
    if !instrument.parts.iter().any(|it| it.key == input.part) {
        return Err(Error::invalid("part", Reason::NotAChoice));
    }
    if input
        .level
        .as_deref()
        .is_some_and(|level| !instrument.levels.iter().any(|it| it.key == level))
    {
        return Err(Error::invalid("level", Reason::NotAChoice));
    }
    let home = still_open(write, &input.recruitment)?;
    sql::upsert_assessment(write, &instrument.key, &input)?;
    write.record(&Event::FieldChanged {
        entity: "assessment".into(),
        id: home.0,
        field: input.part,
    })
}

/// Saves an answer.
///
/// # Errors
/// Unknown item.
pub fn save_answer(write: &Write<'_>, input: SaveAnswer) -> Result<()> {
    let instrument = instruments::screening();
    let known = input.item.split_once('.').is_some_and(|(part, number)| {
        let items = instrument
            .parts
            .iter()
            .find(|it| it.key == part)
            .map_or(0, |it| it.items.len());
        number
            .parse::<usize>()
            .is_ok_and(|it| (1..=items).contains(&it))
    });
    if !known {
        return Err(Error::invalid("item", Reason::NotAChoice));
    }
    let home = still_open(write, &input.recruitment)?;
    sql::upsert_answer(write, &instrument.key, &input)?;
    write.record(&Event::FieldChanged {
        entity: "answer".into(),
        id: home.0,
        field: input.item,
    })
}

/// Concludes the study today and approves the home, or says all that is missing.
///
/// # Errors
/// [`Error::Blocked`] with everything, unless a supervisor overrides; nobody
/// overrides the police registers. The scope's own errors.
pub fn conclude_home_study(write: &Write<'_>, input: ConcludeStudy) -> Result<()> {
    let today = write.today();
    let study =
        sql::study(&write.as_read(), &input.recruitment, today)?.or_not_found("recruitment")?;
    let blockers = rules::blockers(&study, today);
    let reason = input
        .override_reason
        .as_deref()
        .map(str::trim)
        .filter(|it| !it.is_empty());
    if !blockers.is_empty() && (reason.is_none() || blockers.iter().any(rules::nobody_may_override))
    {
        return Err(Error::Blocked { blockers });
    }
    let overridden = !blockers.is_empty();
    sql::set_concluded(write, &input.recruitment, reason.filter(|_| overridden))?;
    let (_, committee) = crate::accounts::unit(&write.as_read())?;
    homes::set_investigated(write, &study.home, today, &committee)?;
    let scope = NewScope {
        home: study.home.clone(),
        care: input.care,
        age_from: input.age_from,
        age_to: input.age_to,
        places: input.places,
        decided_on: Some(today),
        valid_from: Some(today),
        valid_to: None,
    };
    homes::add_scope(write, scope)?;
    write.record(&Event::HomeStudyConcluded {
        id: input.recruitment.0,
        home: study.home.0,
        overridden,
    })
}

/// Closes a recruitment with a coded reason.
///
/// # Errors
/// Unknown reason; already closed.
pub fn close_recruitment(write: &Write<'_>, input: CloseRecruitment) -> Result<()> {
    let closing = closings()
        .iter()
        .find(|it| it.key == input.code)
        .ok_or_else(|| Error::invalid("code", Reason::NotAChoice))?;
    still_open(write, &input.recruitment)?;
    sql::set_closed(write, &input, &closing.by)?;
    write.record(&Event::RecruitmentClosed {
        id: input.recruitment.0,
    })
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
