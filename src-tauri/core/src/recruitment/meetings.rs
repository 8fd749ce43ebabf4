//! Information meetings: when and where, who came, who wants to go on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RecruitmentId, sql};
use crate::api::Nothing;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::people;
use crate::store::fields::{Entity, Field, Kind, nothing_follows};
use crate::store::{Read, Write, choice, id};

id!(
    /// An information meeting.
    MeetingId
);

choice!(
    /// Whether a family that came wants to go on.
    WantsOn {
        /// Yes.
        Yes = "yes",
        /// Is thinking.
        Maybe = "maybe",
        /// No.
        No = "no",
    }
);

/// The source of an enquiry that comes from a meeting.
pub(super) const SOURCE: &str = "information_meeting";
/// The step of having been there.
pub(super) const ATTENDED: &str = "information_meeting";

/// A meeting.
pub const INFORMATION_MEETING: Entity = Entity {
    name: "information_meeting",
    fields: &[
        Field::required("held_on", Kind::Day),
        Field::new("place", Kind::Line(120)),
        Field::new("note", Kind::Text),
    ],
    removable: true,
    parent: None,
    after: nothing_follows,
};

/// A line of the list of those who came.
pub const MEETING_GUEST: Entity = Entity {
    name: "meeting_guest",
    fields: &[
        Field::required("name", Kind::Line(120)),
        Field::new("phone", Kind::Phone),
        Field::new("email", Kind::Email),
        Field::required("people", Kind::Number(1, 20)),
        Field::new("wants_on", Kind::Choice(WantsOn::CODES)),
        Field::new("note", Kind::Line(200)),
    ],
    removable: true,
    parent: Some("meeting_id"),
    after: nothing_follows,
};

/// Which meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingRef {
    /// Meeting.
    pub id: MeetingId,
}

/// A meeting to note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    /// When; it may lie ahead.
    pub held_on: NaiveDate,
    /// Where.
    pub place: Option<String>,
}

/// A family that came, on one line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewGuest {
    /// Meeting.
    pub meeting: MeetingId,
    /// Who.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// How many of them came; one when absent.
    pub people: Option<u32>,
    /// Whether they want to go on.
    pub wants_on: Option<WantsOn>,
}

/// A meeting in the list.
#[derive(Debug, Serialize, TS)]
pub struct MeetingRow {
    /// Key.
    pub id: MeetingId,
    /// When.
    pub held_on: NaiveDate,
    /// Where.
    pub place: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// Families that came.
    pub families: u32,
    /// People that came.
    pub people: u32,
    /// Families that want to go on.
    pub want_on: u32,
    /// Enquiries made from the list.
    pub enquiries: u32,
}

/// A meeting's page.
#[derive(Debug, Serialize, TS)]
pub struct MeetingPage {
    /// The meeting.
    pub meeting: MeetingRow,
    /// Who came, in the order they were written.
    pub guests: Vec<MeetingGuest>,
}

/// A line of those who came.
#[derive(Debug, Serialize, TS)]
pub struct MeetingGuest {
    /// Key.
    pub id: String,
    /// Who.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// How many.
    pub people: u32,
    /// Whether they want to go on.
    pub wants_on: Option<WantsOn>,
    /// In short.
    pub note: Option<String>,
    /// The enquiry made from the line.
    pub recruitment: Option<RecruitmentId>,
    /// The family's name there.
    pub family: Option<String>,
}

/// Every meeting, the latest first.
///
/// # Errors
/// Only the file's own.
pub fn information_meetings(read: &Read<'_>, _: Nothing) -> Result<Vec<MeetingRow>> {
    sql::meetings::list(read)
}

/// One meeting with those who came.
///
/// # Errors
/// `NotFound`.
pub fn information_meeting(read: &Read<'_>, input: MeetingRef) -> Result<MeetingPage> {
    Ok(MeetingPage {
        meeting: sql::meetings::meeting(read, &input.id)?.or_not_found("information_meeting")?,
        guests: sql::meetings::guests(read, &input.id)?,
    })
}

/// Notes a meeting.
///
/// # Errors
/// At `place`.
pub fn add_information_meeting(write: &Write<'_>, input: NewMeeting) -> Result<MeetingId> {
    let id = MeetingId(write.new_id());
    let place = line("place", input.place.as_deref(), 120)?;
    sql::meetings::insert_meeting(write, &id, &NewMeeting { place, ..input })?;
    write.record(&Event::RowAdded {
        entity: "information_meeting".into(),
        id: id.0.clone(),
        parent: None,
    })?;
    Ok(id)
}

/// Notes a family that came.
///
/// # Errors
/// At the fields.
pub fn add_meeting_guest(write: &Write<'_>, input: NewGuest) -> Result<String> {
    held_on(&write.as_read(), &input.meeting)?;
    let name = line("name", Some(&input.name), 120)?
        .ok_or_else(|| Error::invalid("name", Reason::Required))?;
    let phone = match line("phone", input.phone.as_deref(), 40)? {
        None => None,
        Some(text) => {
            Some(people::phone(&text).ok_or_else(|| Error::invalid("phone", Reason::NotAPhone))?)
        }
    };
    let email = line("email", input.email.as_deref(), 200)?;
    if email.as_deref().is_some_and(|it| !people::is_email(it)) {
        return Err(Error::invalid("email", Reason::NotAnEmail));
    }
    let people = input.people.unwrap_or(1);
    if !(1..=20).contains(&people) {
        return Err(Error::invalid(
            "people",
            Reason::NotANumber { min: 1, max: 20 },
        ));
    }
    let id = write.new_id();
    let guest = NewGuest {
        name,
        phone,
        email,
        people: Some(people),
        ..input
    };
    sql::meetings::insert_guest(write, &id, &guest)?;
    write.record(&Event::RowAdded {
        entity: "meeting_guest".into(),
        id: id.clone(),
        parent: Some(guest.meeting.0),
    })?;
    Ok(id)
}

/// A line that an enquiry is being made from.
pub(super) struct Enquiring {
    pub id: String,
    pub meeting: MeetingId,
}

/// The line, when no enquiry has been made from it yet.
pub(super) fn guest_to_enquire(write: &Write<'_>, id: &str) -> Result<Enquiring> {
    let (meeting, made) =
        sql::meetings::guest(&write.as_read(), id)?.or_not_found("meeting_guest")?;
    if made.is_some() {
        return Err(Error::invalid("guest", Reason::AlreadyThere));
    }
    Ok(Enquiring {
        id: id.to_owned(),
        meeting,
    })
}

pub(super) fn set_enquiry(
    write: &Write<'_>,
    guest: &str,
    recruitment: &RecruitmentId,
) -> Result<()> {
    sql::meetings::set_enquiry(write, guest, recruitment)
}

/// When a meeting was or will be.
pub(super) fn held_on(read: &Read<'_>, id: &MeetingId) -> Result<NaiveDate> {
    sql::meetings::held_on(read, id)?.ok_or_else(|| Error::invalid("meeting", Reason::NotAChoice))
}

fn line(field: &str, text: Option<&str>, max: u32) -> Result<Option<String>> {
    let text: String = text
        .unwrap_or("")
        .chars()
        .filter(|it| !it.is_control())
        .collect();
    let text = text.trim();
    if text.chars().count() > max as usize {
        return Err(Error::invalid(field, Reason::TooLong { max }));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
