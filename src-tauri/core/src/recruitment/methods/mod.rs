//! Interviews by a method, one record for each adult, and short forms for talks
//! and visits.
//!
//! Only a summary is kept: what was said word for word has no field. The steps
//! interview and interpretation follow from the record, so nothing is typed twice.

pub mod rules;
pub(super) mod sql;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RecruitmentId, screening, still_open};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::in_order;
use crate::instruments::{self, Instrument, InstrumentKind, own};
use crate::people::PersonId;
use crate::store::fields::{Entity, Field, Kind};
use crate::store::{Read, Write};

/// An adult's interview by a method.
pub const METHOD_RECORD: Entity = Entity {
    name: "method_record",
    fields: &[
        Field::new("planned_on", Kind::Day),
        Field::new("interview_on", Kind::PastDay),
        Field::new("interview_2_on", Kind::PastDay),
        Field::new("interviewer_1", Kind::Line(120)),
        Field::new("interviewer_2", Kind::Line(120)),
        Field::new("vignette_set", Kind::Number(1, 9)),
        Field::new("interpreter", Kind::Line(120)),
        Field::new("interpreted_on", Kind::PastDay),
        Field::new("interpreter_reason", Kind::Line(500)),
        Field::new("feedback_on", Kind::Day),
        Field::new("strengths", Kind::Text),
        Field::new("vulnerabilities", Kind::Text),
        Field::new("support_needs", Kind::Text),
        Field::new("suits", Kind::Text),
        Field::new("does_not_suit", Kind::Text),
    ],
    removable: true,
    parent: Some("recruitment_id"),
    after: record_follows,
};

fn record_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    let ordered = |days| in_order(write, "method_record", id, days, field);
    match field {
        "interview_on" => {
            ordered(("interview_on", "interview_2_on"))?;
            ordered(("interview_on", "interpreted_on"))?;
            ordered(("interview_on", "feedback_on"))
        }
        "interview_2_on" => ordered(("interview_on", "interview_2_on")),
        "interpreted_on" => ordered(("interview_on", "interpreted_on")),
        "feedback_on" => ordered(("interview_on", "feedback_on")),
        "interviewer_1" | "interviewer_2" => {
            let (first, second) = sql::interviewers(&write.as_read(), id)?;
            if rules::same_person(&first, &second) {
                let other = if field == "interviewer_1" {
                    "interviewer_2"
                } else {
                    "interviewer_1"
                };
                return Err(Error::invalid(
                    field,
                    Reason::SameAs {
                        field: other.into(),
                    },
                ));
            }
            Ok(())
        }
        "vignette_set" => {
            let (sets, chosen) = sql::vignette_set(&write.as_read(), id)?;
            if chosen.is_some_and(|it| it > sets) {
                return Err(Error::invalid(
                    field,
                    Reason::NotANumber {
                        min: 1,
                        max: sets.into(),
                    },
                ));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Everything about methods on a family's page.
#[derive(Debug, Serialize, TS)]
pub struct Methods {
    /// Methods to choose from.
    pub methods: Vec<Instrument>,
    /// Short forms for talks and visits.
    pub forms: Vec<Instrument>,
    /// Records, the earliest first.
    pub records: Vec<MethodRecord>,
    /// Notes by the short forms.
    pub notes: Vec<FormAnswer>,
}

/// One adult's interview by a method.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct MethodRecord {
    pub id: String,
    pub person: PersonId,
    /// Key of the method.
    pub method: String,
    /// The unit's own edition of it, if any.
    pub edition: Option<String>,
    pub planned_on: Option<NaiveDate>,
    pub interview_on: Option<NaiveDate>,
    pub interview_2_on: Option<NaiveDate>,
    pub interviewer_1: Option<String>,
    pub interviewer_2: Option<String>,
    /// Which of a method's exchangeable sets.
    pub vignette_set: Option<u32>,
    pub interpreter: Option<String>,
    pub interpreted_on: Option<NaiveDate>,
    /// Why somebody who interviewed also interpreted.
    pub interpreter_reason: Option<String>,
    /// Whether the interpreter also interviewed: a warning.
    pub interpreter_interviewed: bool,
    pub feedback_on: Option<NaiveDate>,
    pub strengths: Option<String>,
    pub vulnerabilities: Option<String>,
    pub support_needs: Option<String>,
    pub suits: Option<String>,
    pub does_not_suit: Option<String>,
    /// Result areas that have been noted.
    pub areas: Vec<MethodArea>,
}

/// A result area of a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MethodArea {
    /// Key of the area.
    pub category: String,
    /// Whether the interview lit it.
    pub lit: bool,
    /// In short.
    pub note: Option<String>,
}

/// A note by a short form.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormAnswer {
    /// The step, or
    pub step: Option<String>,
    /// the reference that it is about.
    pub reference: Option<String>,
    /// Key of the form.
    pub form: String,
    /// Key of the item.
    pub item: String,
    /// What was noted.
    pub answer: Option<String>,
}

/// An interview to plan or note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMethodRecord {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Which adult.
    pub person: PersonId,
    /// Key of the method.
    pub method: String,
    /// When it is planned.
    pub planned_on: Option<NaiveDate>,
    /// When it was made.
    pub interview_on: Option<NaiveDate>,
}

/// What a record says of one result area.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveMethodArea {
    /// The record.
    pub record: String,
    /// Key of the area.
    pub category: String,
    /// Whether the interview lit it.
    pub lit: bool,
    /// In short.
    pub note: Option<String>,
}

/// A note by a short form, about a step or a reference.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFormAnswer {
    /// The step, or
    pub step: Option<String>,
    /// the reference that it is about.
    pub reference: Option<String>,
    /// Key of the form.
    pub form: String,
    /// Key of the item.
    pub item: String,
    /// What is noted; nothing takes it back.
    pub answer: Option<String>,
}

/// Everything about methods of one recruitment.
///
/// # Errors
/// Only the file's own.
pub fn methods(read: &Read<'_>, id: &RecruitmentId) -> Result<Methods> {
    let mut methods = Vec::new();
    let mut forms = Vec::new();
    for it in own::shelf(read, crate::api::Nothing {})?.instruments {
        match it.kind {
            InstrumentKind::Method => methods.push(it),
            InstrumentKind::Form => forms.push(it),
            InstrumentKind::Screening => {}
        }
    }
    Ok(Methods {
        methods,
        forms,
        records: sql::records(read, id)?,
        notes: sql::notes(read, id)?,
    })
}

/// Plans or notes an interview of one adult by a method.
///
/// # Errors
/// Unknown method; somebody who is not of the household; a day that has not come.
pub fn add_method_record(write: &Write<'_>, input: NewMethodRecord) -> Result<String> {
    if !instruments::is_method(&input.method) {
        return Err(Error::invalid("method", Reason::NotAChoice));
    }
    if input.interview_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("interview_on", Reason::InFuture));
    }
    let home = still_open(write, &input.recruitment)?;
    screening::member(write, &input.recruitment, &input.person)?;
    let edition = own::used_edition(&write.as_read(), &input.method)?;
    let id = write.new_id();
    sql::insert_record(write, &id, &input, edition.as_deref())?;
    write.record(&Event::RowAdded {
        entity: "method_record".into(),
        id: id.clone(),
        parent: Some(home.0),
    })?;
    Ok(id)
}

/// Notes what a record says of one result area. A mark and words, never a score.
///
/// # Errors
/// `NotFound`; an area that the method does not have; a note that is too long.
pub fn save_method_area(write: &Write<'_>, input: SaveMethodArea) -> Result<()> {
    let (recruitment, method) =
        sql::owner(&write.as_read(), &input.record)?.or_not_found("method_record")?;
    let home = still_open(write, &recruitment)?;
    let known = instruments::shipped(&method)
        .is_some_and(|it| it.categories.iter().any(|one| one.key == input.category));
    if !known {
        return Err(Error::invalid("category", Reason::NotAChoice));
    }
    if input
        .note
        .as_deref()
        .is_some_and(|it| it.chars().count() > NOTE_MAX as usize)
    {
        return Err(Error::invalid("note", Reason::TooLong { max: NOTE_MAX }));
    }
    sql::upsert_area(write, &input)?;
    write.record(&Event::FieldChanged {
        entity: "method_area".into(),
        id: home.0,
        field: input.category,
    })
}

/// Longest note about a result area: a line or two, never what was said.
const NOTE_MAX: u32 = 500;

/// Saves a note by a short form.
///
/// # Errors
/// Unknown form or item; an answer of another kind; neither or both of a step and
/// a reference.
pub fn save_form_answer(write: &Write<'_>, input: SaveFormAnswer) -> Result<()> {
    if input.step.is_some() == input.reference.is_some() {
        return Err(Error::invalid("step", Reason::Required));
    }
    let read = write.as_read();
    let recruitment = sql::recruitment_of(&read, &input)?.or_not_found("step")?;
    let home = still_open(write, &recruitment)?;
    let edition = own::used_edition(&read, &input.form)?;
    let form = instruments::find(&read, &input.form, edition.as_deref())?
        .filter(|it| it.kind == InstrumentKind::Form)
        .ok_or_else(|| Error::invalid("form", Reason::NotAChoice))?;
    let item = form
        .item(&input.item)
        .ok_or_else(|| Error::invalid("item", Reason::NotAChoice))?;
    screening::answer_fits(item.answer, input.answer.as_deref())?;
    sql::upsert_note(write, &input, edition.as_deref())?;
    write.record(&Event::FieldChanged {
        entity: "form_answer".into(),
        id: home.0,
        field: input.item,
    })
}
