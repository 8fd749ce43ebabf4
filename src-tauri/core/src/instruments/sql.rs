//! Every statement that writes the unit's own editions, and those that read them.

use rusqlite::{OptionalExtension, params};

use super::own::{Changes, OwnEdition};
use crate::error::Result;
use crate::store::{Read, Write};

/// An edition to lay over a shipped form.
pub(super) struct Edition {
    pub instrument: String,
    pub version: u32,
    pub body: Changes,
}

pub(super) fn edition(read: &Read<'_>, id: &str) -> Result<Option<Edition>> {
    let row: Option<(String, u32, String)> = read
        .conn()
        .prepare_cached("SELECT instrument, version, changes FROM instrument_edition WHERE id = ?1 AND gone_at IS NULL")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    row.map(|(instrument, version, body)| {
        Ok(Edition {
            instrument,
            version,
            body: serde_json::from_str(&body)?,
        })
    })
    .transpose()
}

/// The unit's own editions, the newest first. One is answered when a family has
/// begun with it.
pub(super) fn editions(read: &Read<'_>) -> Result<Vec<OwnEdition>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT e.id, e.instrument, e.version, e.made_on, e.made_by, e.changes,
                EXISTS (SELECT 1 FROM screening s WHERE s.edition = e.id)
                OR EXISTS (SELECT 1 FROM method_record m WHERE m.edition = e.id)
                OR EXISTS (SELECT 1 FROM form_answer f WHERE f.edition = e.id)
         FROM instrument_edition e WHERE e.gone_at IS NULL ORDER BY e.instrument, e.version DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            OwnEdition {
                id: row.get(0)?,
                instrument: row.get(1)?,
                version: row.get(2)?,
                made_on: row.get(3)?,
                made_by: row.get(4)?,
                changes: Changes::default(),
                answered: row.get(6)?,
            },
            row.get::<_, String>(5)?,
        ))
    })?;
    let mut res = Vec::new();
    for row in rows {
        let (mut edition, changes) = row?;
        edition.changes = serde_json::from_str(&changes)?;
        res.push(edition);
    }
    Ok(res)
}

pub(super) fn insert_edition(
    write: &Write<'_>,
    id: &str,
    instrument: &str,
    version: u32,
    changes: &Changes,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO instrument_edition (id, instrument, version, made_on, made_by, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![id, instrument, version, write.today(), write.caller().name, serde_json::to_string(changes)?])?;
    Ok(())
}

pub(super) fn change_edition(write: &Write<'_>, id: &str, changes: &Changes) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE instrument_edition SET changes = ?2, made_on = ?3, made_by = ?4, rev = rev + 1 WHERE id = ?1")?
        .execute(params![id, serde_json::to_string(changes)?, write.today(), write.caller().name])?;
    Ok(())
}
