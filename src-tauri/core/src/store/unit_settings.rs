//! What the unit has chosen, by key, as JSON.
//!
//! The table is the store's, so that each capability can keep its own choices
//! under its own key; what they mean is the capability's business.

use rusqlite::OptionalExtension;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Read, Write};
use crate::error::Result;

/// The choice under a key; nothing when the unit has not chosen.
///
/// # Errors
/// Only the file's own.
pub fn json<T: DeserializeOwned>(read: &Read<'_>, key: &str) -> Result<Option<T>> {
    let text: Option<String> = read
        .conn()
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(text.map(|it| serde_json::from_str(&it)).transpose()?)
}

/// Keeps a choice. The caller records it in the history.
///
/// # Errors
/// Only the file's own.
pub fn keep(write: &Write<'_>, key: &str, value: &impl Serialize) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")?
        .execute([key, &serde_json::to_string(value)?])?;
    Ok(())
}
