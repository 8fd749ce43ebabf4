//! Statements of enquiries: how they came, what became of earlier ones.

use chrono::NaiveDate;
use rusqlite::params;

use crate::error::Result;
use crate::homes::HomeId;
use crate::recruitment::enquiry::{EarlierRun, EnquiryFacts, RunOutcome};
use crate::recruitment::overview::FIRST_CONTACT;
use crate::recruitment::{NewEnquiry, RecruitmentId};
use crate::store::{Read, Write};

pub(in crate::recruitment) fn insert_recruitment(
    write: &Write<'_>,
    id: &RecruitmentId,
    home: &HomeId,
    received_on: NaiveDate,
    input: &NewEnquiry,
    facts: &EnquiryFacts,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO recruitment (id, home_id, opened_on, source, owner_id, enquiry, received_how, source_detail,
                    meeting_id, ambassador_id, children_home, thoughts, said_phone, said_email, said_address)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            id,
            home,
            received_on,
            input.source,
            write.caller().user,
            input.text,
            facts.received_how,
            facts.source_detail,
            facts.meeting,
            facts.ambassador,
            facts.children_home,
            facts.thoughts,
            facts.said_phone,
            facts.said_email,
            facts.said_address,
        ])?;
    Ok(())
}

/// Open families that nobody has contacted and that do not rest: key, name, since when.
pub(in crate::recruitment) fn unanswered(
    read: &Read<'_>,
    today: NaiveDate,
) -> Result<Vec<(RecruitmentId, String, NaiveDate)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, h.name, r.opened_on FROM recruitment r JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND h.gone_at IS NULL AND r.closed_on IS NULL AND r.concluded_on IS NULL
           AND (r.dormant_until IS NULL OR r.dormant_until <= ?1)
           AND NOT EXISTS (SELECT 1 FROM step s WHERE s.recruitment_id = r.id AND s.gone_at IS NULL
               AND s.step = ?2 AND s.done_on IS NOT NULL)
         ORDER BY r.opened_on LIMIT 200",
    )?;
    let rows = statement.query_map(params![today, FIRST_CONTACT], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// References of open families that have been named and not taken.
pub(in crate::recruitment) fn references_to_take(
    read: &Read<'_>,
) -> Result<Vec<(RecruitmentId, String, String)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, h.name, f.given_by FROM reference f JOIN recruitment r ON r.id = f.recruitment_id
         JOIN home h ON h.id = r.home_id
         WHERE f.gone_at IS NULL AND f.taken_on IS NULL AND r.gone_at IS NULL AND h.gone_at IS NULL
           AND r.closed_on IS NULL AND r.concluded_on IS NULL
         ORDER BY r.opened_on, f.id LIMIT 200",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A home's recruitments, the latest first: when and how they ended, never why.
pub(in crate::recruitment) fn runs(read: &Read<'_>, home: &HomeId) -> Result<Vec<EarlierRun>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, r.opened_on, coalesce(r.closed_on, r.concluded_on), r.closed_on IS NOT NULL, r.closed_by, r.return_on, u.name
         FROM recruitment r LEFT JOIN user u ON u.id = r.owner_id
         WHERE r.home_id = ?1 AND r.gone_at IS NULL ORDER BY r.opened_on DESC, r.id DESC",
    )?;
    let rows = statement.query_map([home], |row| {
        let ended_on: Option<NaiveDate> = row.get(2)?;
        let (closed, by): (bool, Option<String>) = (row.get(3)?, row.get(4)?);
        Ok(EarlierRun {
            id: row.get(0)?,
            opened_on: row.get(1)?,
            outcome: match (ended_on, closed, by.as_deref()) {
                (None, ..) => RunOutcome::Open,
                (_, true, Some("family")) => RunOutcome::ByFamily,
                (_, true, _) => RunOutcome::ByUnit,
                _ => RunOutcome::Approved,
            },
            ended_on,
            return_on: row.get(5)?,
            owner: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
