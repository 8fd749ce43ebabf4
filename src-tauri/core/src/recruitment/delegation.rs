//! Who approves a home of each kind of care: the unit's own table, never ours.
//!
//! An approval is the municipality's own decision, and what its rules of
//! delegation say is not known to us: until the unit has set it, it is asked to.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::homes::Care;
use crate::store::{Read, choice};

choice!(
    /// Who decides.
    Body {
        /// The whole committee.
        Board = "board",
        /// Its section (utskott).
        Section = "section",
        /// An officer to whom it is delegated.
        Delegate = "delegate",
    }
);

/// Who approves homes for one kind of care.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Care.
    pub care: Care,
    /// Who; nothing when the unit has not said.
    pub body: Option<Body>,
    /// What the body or the officer is called, such as "sociala utskottet".
    pub title: String,
    /// Point in the rules of delegation.
    pub point: String,
    /// Key of the officer, when the officer uses the program.
    pub user: Option<String>,
}

/// The setting's key.
pub const SETTING: &str = "delegation";

/// The whole table, a row for each kind of care.
///
/// # Errors
/// Only the file's own.
pub fn delegations(read: &Read<'_>, _: crate::api::Nothing) -> Result<Vec<Delegation>> {
    let kept: Option<String> = read
        .conn()
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([SETTING], |row| row.get(0))
        .optional()?;
    let kept: Vec<Delegation> = match kept {
        Some(text) => serde_json::from_str(&text)?,
        None => Vec::new(),
    };
    Ok(Care::CODES
        .iter()
        .filter_map(|code| Care::from_code(code))
        .map(|care| {
            kept.iter()
                .find(|it| it.care == care)
                .cloned()
                .unwrap_or(Delegation {
                    care,
                    body: None,
                    title: String::new(),
                    point: String::new(),
                    user: None,
                })
        })
        .collect())
}

/// The row for one kind of care.
pub(super) fn of_care(read: &Read<'_>, care: Care) -> Result<Option<Delegation>> {
    Ok(delegations(read, crate::api::Nothing {})?
        .into_iter()
        .find(|it| it.care == care && it.body.is_some()))
}
