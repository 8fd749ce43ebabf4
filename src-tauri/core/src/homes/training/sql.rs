//! Every statement that writes training, mentor homes and supervision, and those
//! that read them.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::{
    Meeting, Mentor, NewMentor, NewSupervision, NoteTraining, Programme, Supervision, Trained,
};
use crate::error::Result;
use crate::homes::{HomeId, HouseholdRole};
use crate::people::PersonId;
use crate::store::{Read, Write};

/// The carers who live in a home on a day, with every meeting of a programme.
pub(super) fn trained(
    read: &Read<'_>,
    home: &HomeId,
    programme: &Programme,
    on: NaiveDate,
) -> Result<Vec<Trained>> {
    let carers = crate::homes::people(read, home)?
        .into_iter()
        .filter(|it| it.role == HouseholdRole::Carer && it.moved_out_on.is_none_or(|out| out > on));
    let mut statement = read.conn().prepare_cached(
        "SELECT meeting, planned_on, attended_on FROM training WHERE person_id = ?1 AND programme = ?2",
    )?;
    let mut res = Vec::new();
    for it in carers {
        let noted: Vec<Meeting> = statement
            .query_map(params![it.id, programme.key], |row| {
                Ok(Meeting {
                    meeting: row.get(0)?,
                    planned_on: row.get(1)?,
                    attended_on: row.get(2)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let meetings: Vec<Meeting> = (1..=programme.meetings)
            .map(|meeting| {
                let found = noted.iter().find(|it| it.meeting == meeting).cloned();
                found.unwrap_or(Meeting {
                    meeting,
                    planned_on: None,
                    attended_on: None,
                })
            })
            .collect();
        let left = meetings
            .iter()
            .filter(|it| it.attended_on.is_none_or(|day| day > on))
            .count();
        res.push(Trained {
            name: format!("{} {}", it.given_name, it.family_name)
                .trim()
                .to_owned(),
            person: it.id,
            left: u32::try_from(left).unwrap_or(u32::MAX),
            meetings,
        });
    }
    Ok(res)
}

/// When the home was investigated, and when a child first moved in.
pub(super) fn approved_and_placed(
    read: &Read<'_>,
    home: &HomeId,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>)> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT investigated_on, (SELECT min(p.started_on) FROM placement p WHERE p.home_id = home.id AND p.gone_at IS NULL)
             FROM home WHERE id = ?1",
        )?
        .query_row([home], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or_default())
}

pub(super) fn mentors(read: &Read<'_>, home: &HomeId) -> Result<Vec<Mentor>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT m.id, m.mentor_id, h.name, m.from_day, m.to_day, m.text
         FROM mentor m JOIN home h ON h.id = m.mentor_id
         WHERE m.home_id = ?1 AND m.gone_at IS NULL ORDER BY m.from_day DESC, m.id",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Mentor {
            id: row.get(0)?,
            mentor: row.get(1)?,
            name: row.get(2)?,
            from_day: row.get(3)?,
            to_day: row.get(4)?,
            text: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn supervision(read: &Read<'_>, home: &HomeId) -> Result<Vec<Supervision>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, given_by, often, next_on, ended_on, text FROM supervision
         WHERE home_id = ?1 AND gone_at IS NULL ORDER BY ended_on IS NOT NULL, coalesce(next_on, '9999'), id",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Supervision {
            id: row.get(0)?,
            given_by: row.get(1)?,
            often: row.get(2)?,
            next_on: row.get(3)?,
            ended_on: row.get(4)?,
            text: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn upsert_training(
    write: &Write<'_>,
    person: &PersonId,
    programme: &str,
    input: &NoteTraining,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO training (id, person_id, programme, meeting, planned_on, attended_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (person_id, programme, meeting)
             DO UPDATE SET planned_on = excluded.planned_on, attended_on = excluded.attended_on, rev = rev + 1",
        )?
        .execute(params![write.new_id(), person, programme, input.meeting, input.planned_on, input.attended_on])?;
    Ok(())
}

pub(super) fn insert_mentor(write: &Write<'_>, id: &str, input: &NewMentor) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO mentor (id, home_id, mentor_id, from_day) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![id, input.home, input.mentor, input.from_day])?;
    Ok(())
}

pub(super) fn insert_supervision(
    write: &Write<'_>,
    id: &str,
    input: &NewSupervision,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO supervision (id, home_id, given_by, often, next_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, input.home, input.given_by.trim(), input.often, input.next_on])?;
    Ok(())
}
