//! Every statement that writes children, and those that read them.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::card::{
    ChildCard, ChildPaper, ChildPlacement, ChildRow, ConflictLine, NeedLine, NetworkLine,
};
use super::{ChildId, NewChild, NewNeed, NewNetworkPerson, NewSafetyConflict};
use crate::error::Result;
use crate::people::PersonalNumber;
use crate::store::{Read, Write};

pub(super) fn list(read: &Read<'_>) -> Result<Vec<(ChildRow, Option<NaiveDate>)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT c.id, CASE WHEN c.protected THEN NULL ELSE trim(c.given_name || ' ' || c.family_name) END, c.case_number, c.birth_date,
                c.care, c.start_on, c.protected, c.sheet_locked_at IS NOT NULL,
                h.id, CASE WHEN c.protected THEN NULL ELSE h.name END, p.started_on
         FROM child c
         LEFT JOIN placement p ON p.child_id = c.id AND p.gone_at IS NULL AND p.started_on <= ?1 AND (p.ended_on IS NULL OR p.ended_on > ?1)
         LEFT JOIN home h ON h.id = p.home_id
         WHERE c.gone_at IS NULL
         ORDER BY p.id IS NOT NULL, c.start_on NULLS LAST, c.given_name COLLATE sv LIMIT 500",
    )?;
    let rows = statement.query_map([read.today()], |row| {
        let born = row.get(3)?;
        Ok((
            ChildRow {
                id: row.get(0)?,
                name: row.get(1)?,
                case_number: row.get(2)?,
                age: None,
                care: row.get(4)?,
                start_on: row.get(5)?,
                protected: row.get(6)?,
                sheet_locked: row.get(7)?,
                home: row.get(8)?,
                home_name: row.get(9)?,
                placed_on: row.get(10)?,
            },
            born,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn card(read: &Read<'_>, id: &ChildId) -> Result<Option<ChildCard>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT rev, given_name, family_name, personal_number, birth_date, case_number, protected, legal_ground, care, start_on,
                    municipality, school, only_child, pet_allergy, sibling_group, own_words, own_words_on, not_asked_reason,
                    background, social_worker, sheet_locked_at
             FROM child WHERE id = ?1 AND gone_at IS NULL",
        )?
        .query_row([id], |row| {
            Ok(ChildCard {
                id: id.clone(),
                rev: row.get(0)?,
                given_name: row.get(1)?,
                family_name: row.get(2)?,
                personal_number: row.get::<_, Option<PersonalNumber>>(3)?.map(|it| it.written()),
                birth_date: row.get(4)?,
                age: None,
                case_number: row.get(5)?,
                protected: row.get(6)?,
                legal_ground: row.get(7)?,
                care: row.get(8)?,
                start_on: row.get(9)?,
                municipality: row.get(10)?,
                school: row.get(11)?,
                only_child: row.get(12)?,
                pet_allergy: row.get(13)?,
                sibling_group: row.get(14)?,
                own_words: row.get(15)?,
                own_words_on: row.get(16)?,
                not_asked_reason: row.get(17)?,
                background: row.get(18)?,
                social_worker: row.get(19)?,
                sheet_locked_at: row.get(20)?,
                needs: Vec::new(),
                network: Vec::new(),
                conflicts: Vec::new(),
                placements: Vec::new(),
                papers: Vec::new(),
            })
        })
        .optional()?)
}

pub(super) fn needs(read: &Read<'_>, child: &ChildId) -> Result<Vec<NeedLine>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, area, need_key, text, importance, source, said_on, own_words, after_lock
         FROM need WHERE child_id = ?1 AND gone_at IS NULL
         ORDER BY own_words DESC, CASE importance WHEN 'essential' THEN 0 WHEN 'important' THEN 1 WHEN 'wish' THEN 2 ELSE 3 END, id",
    )?;
    let rows = statement.query_map([child], |row| {
        Ok(NeedLine {
            id: row.get(0)?,
            area: row.get(1)?,
            need_key: row.get(2)?,
            text: row.get(3)?,
            importance: row.get(4)?,
            source: row.get(5)?,
            said_on: row.get(6)?,
            own_words: row.get(7)?,
            after_lock: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn network(read: &Read<'_>, child: &ChildId) -> Result<Vec<NetworkLine>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, name, relation, outcome, reason, weighed_on FROM network_person WHERE child_id = ?1 AND gone_at IS NULL ORDER BY id",
    )?;
    let rows = statement.query_map([child], |row| {
        Ok(NetworkLine {
            id: row.get(0)?,
            name: row.get(1)?,
            relation: row.get(2)?,
            outcome: row.get(3)?,
            reason: row.get(4)?,
            weighed_on: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn conflicts(read: &Read<'_>, child: &ChildId) -> Result<Vec<ConflictLine>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT s.id, s.home_id, h.name, s.kind, s.noted_on FROM safety_conflict s JOIN home h ON h.id = s.home_id
         WHERE s.child_id = ?1 AND s.gone_at IS NULL ORDER BY s.id",
    )?;
    let rows = statement.query_map([child], |row| {
        Ok(ConflictLine {
            id: row.get(0)?,
            home: row.get(1)?,
            home_name: row.get(2)?,
            kind: row.get(3)?,
            noted_on: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn placements(read: &Read<'_>, child: &ChildId) -> Result<Vec<ChildPlacement>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT p.id, p.home_id, h.name, p.kind, p.started_on, p.ended_on FROM placement p JOIN home h ON h.id = p.home_id
         WHERE p.child_id = ?1 AND p.gone_at IS NULL ORDER BY p.started_on DESC",
    )?;
    let rows = statement.query_map([child], |row| {
        Ok(ChildPlacement {
            id: row.get(0)?,
            home: row.get(1)?,
            home_name: row.get(2)?,
            kind: row.get(3)?,
            started_on: row.get(4)?,
            ended_on: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn papers(read: &Read<'_>, child: &ChildId) -> Result<Vec<ChildPaper>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, kind, meeting_on, EXISTS (SELECT 1 FROM issued_paper i WHERE i.paper_id = paper.id)
         FROM paper WHERE child_id = ?1 AND gone_at IS NULL ORDER BY id DESC",
    )?;
    let rows = statement.query_map([child], |row| {
        Ok(ChildPaper {
            id: row.get(0)?,
            kind: row.get(1)?,
            meeting_on: row.get(2)?,
            issued: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn has_need(read: &Read<'_>, child: &ChildId, key: &str) -> Result<bool> {
    Ok(read
        .conn()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM need WHERE child_id = ?1 AND need_key = ?2 AND gone_at IS NULL)")?
        .query_row(params![child, key], |row| row.get(0))?)
}

pub(super) fn has_any_need(read: &Read<'_>, child: &ChildId) -> Result<bool> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM need WHERE child_id = ?1 AND gone_at IS NULL)",
        )?
        .query_row([child], |row| row.get(0))?)
}

/// How many children of the same sibling group have no home yet, this one included.
pub(super) fn places_needed(read: &Read<'_>, child: &ChildId) -> Result<u32> {
    let siblings: u32 = read
        .conn()
        .prepare_cached(
            "SELECT count(*) FROM child c JOIN child me ON me.id = ?1
             WHERE c.gone_at IS NULL AND c.sibling_group = me.sibling_group
               AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.child_id = c.id AND p.gone_at IS NULL AND p.ended_on IS NULL)",
        )?
        .query_row([child], |row| row.get(0))?;
    Ok(siblings.max(1))
}

pub(super) fn birth_date_from_number(write: &Write<'_>, child: &str) -> Result<()> {
    let number: Option<PersonalNumber> = write
        .conn()
        .prepare_cached("SELECT personal_number FROM child WHERE id = ?1")?
        .query_row([child], |row| row.get(0))?;
    if let Some(number) = number {
        write
            .conn()
            .prepare_cached("UPDATE child SET birth_date = ?2 WHERE id = ?1")?
            .execute(params![child, number.birth_date()])?;
    }
    Ok(())
}

pub(super) fn insert_child(
    write: &Write<'_>,
    id: &ChildId,
    input: &NewChild,
    number: Option<&PersonalNumber>,
    born: Option<NaiveDate>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO child (id, given_name, family_name, personal_number, birth_date, case_number, care, start_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            id,
            input.given_name.trim(),
            input.family_name.as_deref().unwrap_or("").trim(),
            number,
            born,
            input.case_number,
            input.care,
            input.start_on
        ])?;
    Ok(())
}

pub(super) fn insert_need(write: &Write<'_>, id: &str, input: &NewNeed, area: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO need (id, child_id, area, need_key, text, importance, source, said_on, own_words)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            input.child,
            area,
            input.need_key,
            input.text.as_deref().unwrap_or("").trim(),
            input.importance,
            input.source,
            input.said_on.unwrap_or(write.today()),
            input.own_words
        ])?;
    Ok(())
}

pub(super) fn mark_after_lock(write: &Write<'_>, need: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE need SET after_lock = 1 WHERE id = ?1
               AND EXISTS (SELECT 1 FROM child c WHERE c.id = need.child_id AND c.sheet_locked_at IS NOT NULL)",
        )?
        .execute([need])?;
    Ok(())
}

pub(super) fn insert_network_person(
    write: &Write<'_>,
    id: &str,
    input: &NewNetworkPerson,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO network_person (id, child_id, name, relation, outcome, reason, weighed_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![id, input.child, input.name.trim(), input.relation, input.outcome, input.reason, write.today()])?;
    Ok(())
}

pub(super) fn insert_safety_conflict(
    write: &Write<'_>,
    id: &str,
    input: &NewSafetyConflict,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO safety_conflict (id, child_id, home_id, kind, noted_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, input.child, input.home, input.kind, write.today()])?;
    Ok(())
}

pub(super) fn set_locked(write: &Write<'_>, child: &ChildId) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE child SET sheet_locked_at = ?2, rev = rev + 1 WHERE id = ?1 AND sheet_locked_at IS NULL")?
        .execute(params![child, write.caller().at.to_rfc3339()])?;
    Ok(())
}
