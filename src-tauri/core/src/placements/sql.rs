//! Every statement that writes placements, and those that read them.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{EndPlacement, PlaceChild, Placement, PlacementId};
use crate::children::ChildId;
use crate::error::Result;
use crate::store::{Read, Write};

const COLUMNS: &str = "
    SELECT p.id, p.child_id, CASE WHEN c.protected THEN NULL ELSE trim(c.given_name || ' ' || c.family_name) END, c.case_number,
           p.home_id, CASE WHEN c.protected THEN '' ELSE h.name END, p.regime, p.kind, p.legal_ground, p.started_on, p.ended_on, p.investigation_opened_on,
           p.investigation_closed_on, p.considered_on, p.extended_to, p.day_price_ore
    FROM placement p JOIN child c ON c.id = p.child_id JOIN home h ON h.id = p.home_id
    WHERE p.gone_at IS NULL";

fn placement(row: &Row<'_>) -> rusqlite::Result<Placement> {
    Ok(Placement {
        id: row.get(0)?,
        child: row.get(1)?,
        child_name: row.get(2)?,
        case_number: row.get(3)?,
        home: row.get(4)?,
        home_name: row.get(5)?,
        regime: row.get(6)?,
        kind: row.get(7)?,
        legal_ground: row.get(8)?,
        started_on: row.get(9)?,
        ended_on: row.get(10)?,
        investigation_opened_on: row.get(11)?,
        investigation_closed_on: row.get(12)?,
        considered_on: row.get(13)?,
        extended_to: row.get(14)?,
        day_price_ore: row.get(15)?,
    })
}

pub(super) fn placements(read: &Read<'_>, ended: bool) -> Result<Vec<Placement>> {
    let sql =
        format!("{COLUMNS} AND (?1 OR p.ended_on IS NULL) ORDER BY p.started_on DESC LIMIT 1000");
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement
        .query_map([ended], placement)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn running(read: &Read<'_>, on: NaiveDate) -> Result<Vec<Placement>> {
    let sql = format!(
        "{COLUMNS} AND p.started_on <= ?1 AND (p.ended_on IS NULL OR p.ended_on > ?1) ORDER BY p.started_on"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement
        .query_map([on], placement)?
        .collect::<rusqlite::Result<_>>()?)
}

/// Homes with a scope that holds on the day.
pub(super) fn homes_in_use(read: &Read<'_>, on: NaiveDate) -> Result<Vec<(String, String)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT h.id, h.name FROM home h WHERE h.gone_at IS NULL AND (h.ended_on IS NULL OR h.ended_on > ?1)
           AND EXISTS (SELECT 1 FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
               AND (s.valid_from IS NULL OR s.valid_from <= ?1) AND (s.valid_to IS NULL OR s.valid_to >= ?1))
         ORDER BY h.name COLLATE sv",
    )?;
    Ok(statement
        .query_map([on], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// A family that has been sent its investigation and has not answered.
pub(super) struct ToAnswer {
    pub id: String,
    pub name: String,
    pub sent_on: NaiveDate,
    pub due: NaiveDate,
}

pub(super) fn families_to_answer(read: &Read<'_>, until: NaiveDate) -> Result<Vec<ToAnswer>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, h.name, i.sent_on, i.answer_due
         FROM investigation i JOIN recruitment r ON r.id = i.id JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND r.closed_on IS NULL AND r.concluded_on IS NULL
           AND i.sent_on IS NOT NULL AND i.answer IS NULL AND i.answer_due <= ?1
         ORDER BY i.answer_due, r.id",
    )?;
    Ok(statement
        .query_map([until], |row| {
            Ok(ToAnswer {
                id: row.get(0)?,
                name: row.get(1)?,
                sent_on: row.get(2)?,
                due: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
}

/// Something with a day.
pub(super) struct Dated {
    pub what: String,
    pub on: NaiveDate,
    pub text: String,
    pub kind: String,
    pub id: String,
    pub name: String,
}

fn dated(row: &Row<'_>) -> rusqlite::Result<Dated> {
    Ok(Dated {
        what: row.get(0)?,
        on: row.get(1)?,
        text: row.get(2)?,
        kind: row.get(3)?,
        id: row.get(4)?,
        name: row.get(5)?,
    })
}

pub(super) fn waiting(read: &Read<'_>) -> Result<Vec<Dated>> {
    let mut statement = read.conn().prepare_cached(
        // A family being investigated is opened where its checks are worked with.
        "SELECT 'register_check', k.asked_on, k.register, CASE WHEN r.id IS NULL THEN 'home' ELSE 'recruitment' END,
                coalesce(r.id, h.id), h.name
         FROM register_check k JOIN person p ON p.id = k.person_id JOIN home h ON h.id = p.home_id
         LEFT JOIN recruitment r ON r.home_id = h.id AND r.gone_at IS NULL AND r.closed_on IS NULL AND r.concluded_on IS NULL
         WHERE k.gone_at IS NULL AND p.gone_at IS NULL AND h.gone_at IS NULL AND k.asked_on IS NOT NULL AND k.received_on IS NULL
           AND (h.ended_on IS NULL)
         ORDER BY 2 LIMIT 200",
    )?;
    Ok(statement
        .query_map([], dated)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn happening(read: &Read<'_>, today: NaiveDate) -> Result<Vec<Dated>> {
    let until = today + chrono::Days::new(30);
    let mut statement = read.conn().prepare_cached(
        "SELECT 'step', s.planned_on, s.step, 'recruitment', r.id, h.name
         FROM step s JOIN recruitment r ON r.id = s.recruitment_id JOIN home h ON h.id = r.home_id
         WHERE s.gone_at IS NULL AND r.gone_at IS NULL AND s.done_on IS NULL AND s.planned_on IS NOT NULL AND s.planned_on <= ?2
           AND r.closed_on IS NULL AND r.concluded_on IS NULL
         UNION ALL
         SELECT 'next_action', r.next_on, coalesce(r.next_action, ''), 'recruitment', r.id, h.name
         FROM recruitment r JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND r.next_on IS NOT NULL AND r.next_on <= ?2 AND r.closed_on IS NULL AND r.concluded_on IS NULL
         UNION ALL
         SELECT 'rest_ends', r.dormant_until, '', 'recruitment', r.id, h.name
         FROM recruitment r JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND r.dormant_until BETWEEN ?1 AND ?2 AND r.closed_on IS NULL AND r.concluded_on IS NULL
         UNION ALL
         SELECT 'ask_again', r.return_on, '', 'recruitment', r.id, h.name
         FROM recruitment r JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND r.return_on BETWEEN ?1 AND ?2 AND r.closed_on IS NOT NULL
         UNION ALL
         SELECT 'pause_ends', u.to_day, '', 'home', h.id, h.name
         FROM pause u JOIN home h ON h.id = u.home_id
         WHERE u.gone_at IS NULL AND h.gone_at IS NULL AND u.to_day BETWEEN ?1 AND ?2
         UNION ALL
         SELECT 'child_starts', c.start_on, '', 'child', c.id,
                CASE WHEN c.protected THEN coalesce(c.case_number, '') ELSE trim(c.given_name || ' ' || c.family_name) END
         FROM child c WHERE c.gone_at IS NULL AND c.start_on <= ?2
           AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.child_id = c.id AND p.gone_at IS NULL AND p.ended_on IS NULL)
         UNION ALL
         SELECT 'meeting', a.meeting_on, a.kind, 'paper', a.id, coalesce(h.name, '')
         FROM paper a LEFT JOIN home h ON h.id = a.home_id
         WHERE a.gone_at IS NULL AND a.decided_on IS NULL AND a.meeting_on BETWEEN ?1 AND ?2
         UNION ALL
         SELECT 'supervision', s.next_on, s.given_by, 'home', h.id, h.name
         FROM supervision s JOIN home h ON h.id = s.home_id
         WHERE s.gone_at IS NULL AND h.gone_at IS NULL AND s.ended_on IS NULL AND s.next_on BETWEEN ?1 AND ?2
         UNION ALL
         SELECT 'training_meeting', t.planned_on, CAST(t.meeting AS TEXT), 'home', h.id, h.name
         FROM training t JOIN person p ON p.id = t.person_id JOIN home h ON h.id = p.home_id
         WHERE p.gone_at IS NULL AND h.gone_at IS NULL AND t.attended_on IS NULL AND t.planned_on BETWEEN ?1 AND ?2
         GROUP BY h.id, t.planned_on, t.meeting
         UNION ALL
         SELECT 'interview', m.planned_on, m.method, 'recruitment', r.id, h.name
         FROM method_record m JOIN recruitment r ON r.id = m.recruitment_id JOIN home h ON h.id = r.home_id
         WHERE m.gone_at IS NULL AND r.gone_at IS NULL AND m.interview_on IS NULL AND m.planned_on <= ?2
           AND r.closed_on IS NULL AND r.concluded_on IS NULL
         ORDER BY 2 LIMIT 200",
    )?;
    Ok(statement
        .query_map(params![today, until], dated)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn current_since(read: &Read<'_>, child: &ChildId) -> Result<Option<NaiveDate>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT started_on FROM placement WHERE child_id = ?1 AND gone_at IS NULL AND ended_on IS NULL")?
        .query_row([child], |row| row.get(0))
        .optional()?)
}

/// When the latest placement in a home that began before a day was decided.
pub(super) fn latest_placed_on(
    read: &Read<'_>,
    home: &crate::homes::HomeId,
    before: NaiveDate,
) -> Result<Option<NaiveDate>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT max(coalesce(decided_on, started_on)) FROM placement WHERE home_id = ?1 AND gone_at IS NULL AND started_on < ?2",
        )?
        .query_row(rusqlite::params![home, before], |row| row.get(0))?)
}

pub(super) fn started_on(read: &Read<'_>, id: &PlacementId) -> Result<Option<NaiveDate>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT started_on FROM placement WHERE id = ?1 AND gone_at IS NULL")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

pub(super) fn insert_placement(
    write: &Write<'_>,
    id: &PlacementId,
    input: &PlaceChild,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO placement (id, child_id, home_id, regime, kind, legal_ground, paper_id, decided_on, started_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![id, input.child, input.home, input.regime, input.kind, input.legal_ground, input.paper, input.decided_on, input.started_on])?;
    Ok(())
}

pub(super) fn set_ended(write: &Write<'_>, input: &EndPlacement) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE placement SET ended_on = ?2, end_cause = ?3, rev = rev + 1 WHERE id = ?1",
        )?
        .execute(params![input.id, input.ended_on, input.cause])?;
    Ok(())
}
