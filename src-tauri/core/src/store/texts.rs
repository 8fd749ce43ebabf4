//! Earlier versions of long texts, and drafts of what could not be saved yet.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Read, Write};
use crate::error::Result;
use crate::history::Event;

/// Saves within so many seconds by the same person are one version: a pause in
/// typing, not a thought.
const ONE_VERSION_SECONDS: i64 = 120;

/// Which text's versions.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TextRef {
    /// Kind of record.
    pub entity: String,
    /// Its key.
    pub id: String,
    /// Field.
    pub field: String,
}

/// A text as it stood once.
#[derive(Debug, Serialize, TS)]
pub struct TextVersion {
    /// When it was left behind, RFC 3339.
    pub at: String,
    /// By whom it was changed.
    pub user_name: String,
    /// The text.
    pub text: String,
}

/// Something typed that has not been saved: half a number, a form not sent.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// `entity/id/field`, or a form's name.
    pub key: String,
    /// What was typed; empty drops the draft.
    pub text: String,
}

/// Which drafts.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftQuery {
    /// Their keys begin so.
    pub prefix: String,
}

/// The earlier versions of a text, newest first.
///
/// # Errors
/// Only the file's own.
pub fn versions(read: &Read<'_>, input: TextRef) -> Result<Vec<TextVersion>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT v.at, coalesce(u.name, ''), v.text
         FROM text_version v LEFT JOIN user u ON u.id = v.user_id
         WHERE v.entity = ?1 AND v.row_id = ?2 AND v.field = ?3
         ORDER BY v.id DESC LIMIT 200",
    )?;
    let rows = statement.query_map(params![input.entity, input.id, input.field], |row| {
        Ok(TextVersion {
            at: row.get(0)?,
            user_name: row.get(1)?,
            text: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

/// Who left the last version behind, and so wrote what stands there.
pub(super) fn last_writer(
    read: &Read<'_>,
    entity: &str,
    id: &str,
    field: &str,
) -> Result<Option<String>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT u.name FROM text_version v JOIN user u ON u.id = v.user_id
             WHERE v.entity = ?1 AND v.row_id = ?2 AND v.field = ?3 ORDER BY v.id DESC LIMIT 1",
        )?
        .query_row(params![entity, id, field], |row| row.get(0))
        .optional()?)
}

/// Keeps what is about to be replaced, unless the last version is just behind.
pub(super) fn keep_version(
    write: &Write<'_>,
    entity: &str,
    id: &str,
    field: &str,
    text: Option<&str>,
) -> Result<()> {
    let Some(text) = text else { return Ok(()) };
    let at = write.caller().at;
    let last: Option<(String, String)> = write
        .conn()
        .prepare_cached(
            "SELECT at, user_id FROM text_version WHERE entity = ?1 AND row_id = ?2 AND field = ?3 ORDER BY id DESC LIMIT 1",
        )?
        .query_row(params![entity, id, field], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((then, user)) = last
        && user == write.caller().user.as_str()
        && chrono::DateTime::parse_from_rfc3339(&then)
            .is_ok_and(|it| (at - it.to_utc()).num_seconds() < ONE_VERSION_SECONDS)
    {
        return Ok(());
    }
    write
        .conn()
        .prepare_cached("INSERT INTO text_version (id, entity, row_id, field, at, user_id, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![write.new_id(), entity, id, field, at.to_rfc3339(), write.caller().user, text])?;
    Ok(())
}

/// Keeps a draft, or drops it when it is empty.
///
/// # Errors
/// Only the file's own.
pub fn keep_draft(write: &Write<'_>, input: Draft) -> Result<()> {
    if input.text.is_empty() {
        drop_draft(write, &input.key)?;
        return write.record(&Event::DraftDropped);
    }
    write
        .conn()
        .prepare_cached(
            "INSERT INTO draft (key, user_id, at, text) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (key) DO UPDATE SET user_id = excluded.user_id, at = excluded.at, text = excluded.text",
        )?
        .execute(params![input.key, write.caller().user, write.caller().at.to_rfc3339(), input.text])?;
    write.record(&Event::DraftKept)
}

/// Drafts whose keys begin so.
///
/// # Errors
/// Only the file's own.
pub fn drafts(read: &Read<'_>, input: DraftQuery) -> Result<Vec<Draft>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT key, text FROM draft WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key",
    )?;
    let rows = statement.query_map([input.prefix], |row| {
        Ok(Draft {
            key: row.get(0)?,
            text: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

/// A saved field or a sent form needs no draft.
pub(crate) fn drop_draft(write: &Write<'_>, key: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached("DELETE FROM draft WHERE key = ?1")?
        .execute([key])?;
    Ok(())
}
