//! A home's basic training meeting by meeting, its mentor home and its supervision.
//!
//! The programme is data (`assets/rules/training.toml`); when it must be done is
//! the unit's own choice, and until it has chosen nothing is asked.

pub mod rules;
mod sql;

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HomeId, in_order};
use crate::blocker::Blocker;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::law;
use crate::people::PersonId;
use crate::store::fields::{Entity, Field, Kind, nothing_follows};
use crate::store::{Read, Write, choice, unit_settings};

choice!(
    /// When the training must be done, as the unit has chosen.
    RequiredBefore {
        /// Before the home is approved: it hinders the conclusion.
        Approval = "approval",
        /// Before a child moves in.
        FirstPlacement = "first_placement",
        /// Within some months of the approval.
        WithinNMonths = "within_n_months",
    }
);

/// A home that stands by another.
pub const MENTOR: Entity = Entity {
    name: "mentor",
    fields: &[
        Field::required("from_day", Kind::Day),
        Field::new("to_day", Kind::Day),
        Field::new("text", Kind::Text),
    ],
    removable: true,
    parent: Some("home_id"),
    after: |write, id, field| in_order(write, "mentor", id, ("from_day", "to_day"), field),
};

/// Who supervises the home.
pub const SUPERVISION: Entity = Entity {
    name: "supervision",
    fields: &[
        Field::required("given_by", Kind::Line(120)),
        Field::new("often", Kind::Line(120)),
        Field::new("next_on", Kind::Day),
        Field::new("ended_on", Kind::Day),
        Field::new("text", Kind::Text),
    ],
    removable: true,
    parent: Some("home_id"),
    after: nothing_follows,
};

/// A programme of basic training.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TrainingProgramme")]
pub struct Programme {
    /// Key.
    pub key: String,
    /// Swedish title.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// First day.
    pub from: NaiveDate,
    /// How sure the fact is: C, P or N.
    pub sure: String,
    /// How many meetings.
    pub meetings: u32,
    /// Hours in all.
    pub hours: u32,
    /// A meeting's name; `{n}` is its number.
    pub meeting_label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    programme: Vec<Programme>,
    required: Vec<RequiredChoice>,
}

/// A choice of when the training must be done.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TrainingRequired")]
pub struct RequiredChoice {
    /// Key.
    pub key: RequiredBefore,
    /// Swedish words.
    pub label: String,
}

fn file() -> &'static File {
    static FILE: OnceLock<File> = OnceLock::new();
    FILE.get_or_init(|| {
        toml::from_str(include_str!("../../../../../assets/rules/training.toml"))
            .expect("shipped rules are tested")
    })
}

fn programme() -> &'static Programme {
    file()
        .programme
        .first()
        .expect("a test sees that there is one")
}

/// When the unit asks for the training.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TrainingSettings {
    /// When it must be done; nothing while the unit has not chosen.
    pub required_before: Option<RequiredBefore>,
    /// Months from the approval; the rule sheet's when absent.
    pub months: Option<u32>,
    /// Homes approved before this day are not asked.
    pub from: Option<NaiveDate>,
}

/// What the unit has chosen, and what it can choose.
#[derive(Debug, Serialize, TS)]
pub struct TrainingRules {
    /// Chosen.
    pub settings: TrainingSettings,
    /// Choices.
    pub choices: &'static [RequiredChoice],
    /// Programme.
    pub programme: &'static Programme,
    /// Months when the unit has written none.
    pub months: u32,
}

/// A home's training, mentor and supervision.
#[derive(Debug, Serialize, TS)]
pub struct Training {
    /// Programme.
    pub programme: &'static Programme,
    /// When it must be done, as the unit has chosen.
    pub required_before: Option<RequiredBefore>,
    /// By what day, for an approved home with meetings left.
    pub due_on: Option<NaiveDate>,
    /// Each carer who lives here.
    pub people: Vec<Trained>,
    /// Homes that stand by this one, the latest first.
    pub mentors: Vec<Mentor>,
    /// Supervision, what runs first.
    pub supervision: Vec<Supervision>,
}

/// One adult's training.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Trained {
    /// Whose.
    pub person: PersonId,
    /// Shown name.
    pub name: String,
    /// Every meeting of the programme, in order.
    pub meetings: Vec<Meeting>,
    /// How many are left.
    pub left: u32,
}

/// One adult at one meeting.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "TrainingMeeting")]
pub struct Meeting {
    /// Number, from 1.
    pub meeting: u32,
    /// When it is planned.
    pub planned_on: Option<NaiveDate>,
    /// When the adult was there.
    pub attended_on: Option<NaiveDate>,
}

/// A home that stands by another.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct Mentor {
    pub id: String,
    /// The home that stands by.
    pub mentor: HomeId,
    /// Its name.
    pub name: String,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
    pub text: Option<String>,
}

/// Supervision.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Supervision {
    pub id: String,
    pub given_by: String,
    /// How often, in words.
    pub often: Option<String>,
    pub next_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub text: Option<String>,
}

/// A meeting planned or attended, for one adult or for several at once.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteTraining {
    /// Home.
    pub home: HomeId,
    /// Who.
    pub people: Vec<PersonId>,
    /// Number of the meeting.
    pub meeting: u32,
    /// When it is planned; nothing takes it back.
    pub planned_on: Option<NaiveDate>,
    /// When they were there; nothing takes it back.
    pub attended_on: Option<NaiveDate>,
}

/// A mentor home to note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMentor {
    /// Home.
    pub home: HomeId,
    /// The home that stands by.
    pub mentor: HomeId,
    /// From when.
    pub from_day: NaiveDate,
}

/// Supervision to note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSupervision {
    /// Home.
    pub home: HomeId,
    /// Who supervises.
    pub given_by: String,
    /// How often, in words.
    pub often: Option<String>,
    /// When next.
    pub next_on: Option<NaiveDate>,
}

const SETTING: &str = "training";

fn settings(read: &Read<'_>) -> Result<TrainingSettings> {
    Ok(unit_settings::json(read, SETTING)?.unwrap_or_default())
}

fn months(settings: &TrainingSettings, on: NaiveDate) -> Result<u32> {
    match settings.months {
        Some(months) => Ok(months),
        None => Ok(law::limit("training_months", on)?.value),
    }
}

/// What the unit asks, and what it can choose.
///
/// # Errors
/// Only the file's own.
pub fn training_rules(read: &Read<'_>, _: crate::api::Nothing) -> Result<TrainingRules> {
    Ok(TrainingRules {
        settings: settings(read)?,
        choices: &file().required,
        programme: programme(),
        months: law::limit("training_months", read.today())?.value,
    })
}

/// Chooses when the training must be done.
///
/// # Errors
/// Months outside 1 to 36.
pub fn save_training_rules(write: &Write<'_>, input: TrainingSettings) -> Result<()> {
    if input.months.is_some_and(|it| !(1..=36).contains(&it)) {
        return Err(Error::invalid(
            "months",
            Reason::NotANumber { min: 1, max: 36 },
        ));
    }
    unit_settings::keep(write, SETTING, &input)?;
    write.record(&Event::SettingChanged {
        key: SETTING.into(),
    })
}

/// A home's training, mentor and supervision.
///
/// # Errors
/// Only the file's own.
pub fn training(read: &Read<'_>, home: &HomeId) -> Result<Training> {
    let settings = settings(read)?;
    let people = sql::trained(read, home, programme(), read.today())?;
    let due_on = if people.iter().any(|it| it.left > 0) {
        rules::due_on(&facts(read, home, &settings)?).flatten()
    } else {
        None
    };
    Ok(Training {
        programme: programme(),
        required_before: settings.required_before,
        due_on,
        people,
        mentors: sql::mentors(read, home)?,
        supervision: sql::supervision(read, home)?,
    })
}

fn facts(
    read: &Read<'_>,
    home: &HomeId,
    settings: &TrainingSettings,
) -> Result<rules::TrainingFacts> {
    let (approved_on, first_placed_on) = sql::approved_and_placed(read, home)?;
    Ok(rules::TrainingFacts {
        required_before: settings.required_before,
        months: months(settings, approved_on.unwrap_or(read.today()))?,
        from: settings.from,
        approved_on,
        first_placed_on,
    })
}

/// Whether the unit asks for the training at all, and the day on which every
/// adult who takes the assignment had been at every meeting.
///
/// # Errors
/// Only the file's own.
pub fn finished(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
) -> Result<(bool, Option<NaiveDate>)> {
    let required = settings(read)?.required_before.is_some();
    let people = sql::trained(read, home, programme(), on)?;
    let days: Option<Vec<NaiveDate>> = people
        .iter()
        .flat_map(|it| &it.meetings)
        .map(|it| it.attended_on)
        .collect();
    Ok((required, days.and_then(|it| it.into_iter().max())))
}

/// Meetings that carers have left, for a unit that asks for them before the approval.
///
/// # Errors
/// Only the file's own.
pub fn owed_before_approval(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
) -> Result<Vec<(PersonId, String, u32)>> {
    if settings(read)?.required_before != Some(RequiredBefore::Approval) {
        return Ok(Vec::new());
    }
    Ok(owed(sql::trained(read, home, programme(), on)?))
}

fn owed(people: Vec<Trained>) -> Vec<(PersonId, String, u32)> {
    people
        .into_iter()
        .filter(|it| it.left > 0)
        .map(|it| (it.person, it.name, it.left))
        .collect()
}

/// What an approved home has left and from what day it is late; nothing when the
/// unit does not ask.
///
/// # Errors
/// Only the file's own.
pub fn due(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
) -> Result<Vec<(Option<NaiveDate>, Blocker)>> {
    let settings = settings(read)?;
    if settings.required_before.is_none() {
        return Ok(Vec::new());
    }
    let Some(day) = rules::due_on(&facts(read, home, &settings)?) else {
        return Ok(Vec::new());
    };
    let owed = owed(sql::trained(read, home, programme(), on)?);
    Ok(owed
        .into_iter()
        .map(|(person, name, left)| (day, Blocker::TrainingMissing { person, name, left }))
        .collect())
}

/// Plans or notes a meeting for one adult or several.
///
/// # Errors
/// Nobody; somebody who does not live here; no such meeting; attended on a day that
/// has not come.
pub fn note_training(write: &Write<'_>, input: NoteTraining) -> Result<()> {
    let last = i64::from(programme().meetings);
    if !(1..=last).contains(&i64::from(input.meeting)) {
        return Err(Error::invalid(
            "meeting",
            Reason::NotANumber { min: 1, max: last },
        ));
    }
    if input.attended_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("attended_on", Reason::InFuture));
    }
    if input.people.is_empty() {
        return Err(Error::invalid("people", Reason::Required));
    }
    let living = super::people(&write.as_read(), &input.home)?;
    for person in &input.people {
        if !living.iter().any(|it| it.id == *person) {
            return Err(Error::invalid("people", Reason::NotAChoice));
        }
        sql::upsert_training(write, person, &programme().key, &input)?;
    }
    write.record(&Event::FieldChanged {
        entity: "training".into(),
        id: input.home.0,
        field: input.meeting.to_string(),
    })
}

/// Notes that another home stands by this one.
///
/// # Errors
/// The home itself; `NotFound`.
pub fn add_mentor(write: &Write<'_>, input: NewMentor) -> Result<String> {
    if input.home == input.mentor {
        return Err(Error::invalid("mentor", Reason::NotAChoice));
    }
    for home in [&input.home, &input.mentor] {
        super::base(&write.as_read(), home)?.or_not_found("home")?;
    }
    let id = write.new_id();
    sql::insert_mentor(write, &id, &input)?;
    write.record(&Event::RowAdded {
        entity: "mentor".into(),
        id: id.clone(),
        parent: Some(input.home.0),
    })?;
    Ok(id)
}

/// Notes who supervises the home.
///
/// # Errors
/// Without a name; `NotFound`.
pub fn add_supervision(write: &Write<'_>, input: NewSupervision) -> Result<String> {
    for (field, text) in [
        ("given_by", Some(input.given_by.as_str())),
        ("often", input.often.as_deref()),
    ] {
        if text.is_some_and(|it| it.chars().count() > 120) {
            return Err(Error::invalid(field, Reason::TooLong { max: 120 }));
        }
    }
    if input.given_by.trim().is_empty() {
        return Err(Error::invalid("given_by", Reason::Required));
    }
    super::base(&write.as_read(), &input.home)?.or_not_found("home")?;
    let id = write.new_id();
    sql::insert_supervision(write, &id, &input)?;
    write.record(&Event::RowAdded {
        entity: "supervision".into(),
        id: id.clone(),
        parent: Some(input.home.0),
    })?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programme_has_eight_meetings_and_24_hours() {
        // domain.md 5.6: eight meetings of three hours.
        assert_eq!((programme().meetings, programme().hours), (8, 24));
        assert_eq!(file().required.len(), RequiredBefore::ALL.len());
    }
}
