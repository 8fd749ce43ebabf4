//! Statements of information meetings and who came.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::error::Result;
use crate::recruitment::RecruitmentId;
use crate::recruitment::meetings::{MeetingGuest, MeetingId, MeetingRow, NewGuest, NewMeeting};
use crate::store::{Read, Write};

const ROW: &str = "
    SELECT m.id, m.held_on, m.place, m.note, count(g.id), coalesce(sum(g.people), 0),
           coalesce(sum(g.wants_on = 'yes'), 0), count(g.recruitment_id)
    FROM information_meeting m LEFT JOIN meeting_guest g ON g.meeting_id = m.id AND g.gone_at IS NULL
    WHERE m.gone_at IS NULL";

fn meeting_row(row: &Row<'_>) -> rusqlite::Result<MeetingRow> {
    Ok(MeetingRow {
        id: row.get(0)?,
        held_on: row.get(1)?,
        place: row.get(2)?,
        note: row.get(3)?,
        families: row.get(4)?,
        people: row.get(5)?,
        want_on: row.get(6)?,
        enquiries: row.get(7)?,
    })
}

pub(in crate::recruitment) fn list(read: &Read<'_>) -> Result<Vec<MeetingRow>> {
    let sql = format!("{ROW} GROUP BY m.id ORDER BY m.held_on DESC, m.id DESC LIMIT 200");
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement
        .query_map([], meeting_row)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(in crate::recruitment) fn meeting(
    read: &Read<'_>,
    id: &MeetingId,
) -> Result<Option<MeetingRow>> {
    let sql = format!("{ROW} AND m.id = ?1 GROUP BY m.id");
    Ok(read
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], meeting_row)
        .optional()?)
}

pub(in crate::recruitment) fn guests(read: &Read<'_>, id: &MeetingId) -> Result<Vec<MeetingGuest>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT g.id, g.name, g.phone, g.email, g.people, g.wants_on, g.note, r.id, h.name
         FROM meeting_guest g
         LEFT JOIN recruitment r ON r.id = g.recruitment_id AND r.gone_at IS NULL
         LEFT JOIN home h ON h.id = r.home_id
         WHERE g.meeting_id = ?1 AND g.gone_at IS NULL ORDER BY g.id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(MeetingGuest {
            id: row.get(0)?,
            name: row.get(1)?,
            phone: row.get(2)?,
            email: row.get(3)?,
            people: row.get(4)?,
            wants_on: row.get(5)?,
            note: row.get(6)?,
            recruitment: row.get(7)?,
            family: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A guest's meeting, and the enquiry made from the line if there is one.
pub(in crate::recruitment) fn guest(
    read: &Read<'_>,
    id: &str,
) -> Result<Option<(MeetingId, Option<RecruitmentId>)>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT g.meeting_id, r.id FROM meeting_guest g
             LEFT JOIN recruitment r ON r.id = g.recruitment_id AND r.gone_at IS NULL
             WHERE g.id = ?1 AND g.gone_at IS NULL",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(in crate::recruitment) fn insert_meeting(
    write: &Write<'_>,
    id: &MeetingId,
    input: &NewMeeting,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO information_meeting (id, held_on, place) VALUES (?1, ?2, ?3)")?
        .execute(params![id, input.held_on, input.place])?;
    Ok(())
}

pub(in crate::recruitment) fn insert_guest(
    write: &Write<'_>,
    id: &str,
    input: &NewGuest,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO meeting_guest (id, meeting_id, name, phone, email, people, wants_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![id, input.meeting, input.name, input.phone, input.email, input.people, input.wants_on])?;
    Ok(())
}

pub(in crate::recruitment) fn set_enquiry(
    write: &Write<'_>,
    guest: &str,
    recruitment: &RecruitmentId,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE meeting_guest SET recruitment_id = ?2, rev = rev + 1 WHERE id = ?1",
        )?
        .execute(params![guest, recruitment])?;
    Ok(())
}

pub(in crate::recruitment) fn held_on(
    read: &Read<'_>,
    id: &MeetingId,
) -> Result<Option<NaiveDate>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT held_on FROM information_meeting WHERE id = ?1 AND gone_at IS NULL",
        )?
        .query_row([id], |row| row.get(0))
        .optional()?)
}
