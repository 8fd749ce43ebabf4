//! Reading for the list of checks to be made again.

use chrono::NaiveDate;

use crate::error::Result;
use crate::homes::HomeId;
use crate::people::PersonId;
use crate::store::Read;

/// A home whose people are checked: in use, or on its way.
pub(in crate::homes) struct CheckedHome {
    pub id: HomeId,
    pub name: String,
    pub recruitment: Option<String>,
}

/// Homes with a scope that holds, and homes with a recruitment that has not ended.
pub(in crate::homes) fn homes_with_checks(
    read: &Read<'_>,
    on: NaiveDate,
) -> Result<Vec<CheckedHome>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT h.id, h.name,
                (SELECT r.id FROM recruitment r WHERE r.home_id = h.id AND r.gone_at IS NULL
                   AND r.closed_on IS NULL AND r.concluded_on IS NULL ORDER BY r.opened_on DESC LIMIT 1) AS way
         FROM home h
         WHERE h.gone_at IS NULL AND (h.ended_on IS NULL OR h.ended_on > ?1)
           AND (way IS NOT NULL OR EXISTS (SELECT 1 FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
                  AND (s.valid_to IS NULL OR s.valid_to >= ?1)))
         ORDER BY h.name COLLATE sv, h.id",
    )?;
    let rows = statement.query_map([on.to_string()], |row| {
        Ok(CheckedHome {
            id: row.get(0)?,
            name: row.get(1)?,
            recruitment: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Questions of a home that have not been answered: whose, which register, when.
pub(in crate::homes) fn questions(
    read: &Read<'_>,
    home: &HomeId,
) -> Result<Vec<(PersonId, String, NaiveDate)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT c.person_id, c.register, c.asked_on FROM register_check c JOIN person p ON p.id = c.person_id
         WHERE p.home_id = ?1 AND c.gone_at IS NULL AND c.asked_on IS NOT NULL AND c.received_on IS NULL",
    )?;
    let rows = statement.query_map([home], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
