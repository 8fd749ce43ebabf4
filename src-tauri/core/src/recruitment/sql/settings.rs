//! What the unit has set otherwise than as shipped.

use rusqlite::{OptionalExtension, params};

use crate::error::Result;
use crate::store::{Read, Write};

/// Every setting: key and value.
pub(in crate::recruitment) fn all(read: &Read<'_>) -> Result<Vec<(String, String)>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT key, value FROM recruitment_setting ORDER BY key")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One setting.
pub(in crate::recruitment) fn one(read: &Read<'_>, key: &str) -> Result<Option<String>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT value FROM recruitment_setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

/// Sets one, or takes it back to what is shipped.
pub(in crate::recruitment) fn set(write: &Write<'_>, key: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => write
            .conn()
            .prepare_cached(
                "INSERT INTO recruitment_setting (id, key, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value, rev = rev + 1",
            )?
            .execute(params![write.new_id(), key, value])?,
        None => write
            .conn()
            .prepare_cached("DELETE FROM recruitment_setting WHERE key = ?1")?
            .execute([key])?,
    };
    Ok(())
}
