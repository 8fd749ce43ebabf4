//! The child's page, and the list of children.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ChildId, Importance, LegalGround, NetworkOutcome, SafetyKind, sql};
use crate::error::Result;
use crate::history::Event;
use crate::homes::{Care, HomeId};
use crate::law;
use crate::store::{Read, Write};

/// Which child.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChildRef {
    /// Key.
    pub id: ChildId,
}

/// The children.
#[derive(Debug, Serialize, TS)]
pub struct ChildList {
    /// Those who wait for a home first, then the placed.
    pub rows: Vec<ChildRow>,
}

/// A child in the list: no needs, no words (lag 2001:454, 7 a §).
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct ChildRow {
    pub id: ChildId,
    /// Nothing for a protected child: the case number is shown instead.
    pub name: Option<String>,
    pub case_number: Option<String>,
    pub age: Option<u32>,
    pub care: Care,
    pub start_on: Option<NaiveDate>,
    pub protected: bool,
    /// Whether the need sheet is locked.
    pub sheet_locked: bool,
    /// The home the child lives in today.
    pub home: Option<HomeId>,
    pub home_name: Option<String>,
    pub placed_on: Option<NaiveDate>,
}

/// A child's page.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChildCard {
    pub id: ChildId,
    pub rev: i64,
    pub given_name: String,
    pub family_name: String,
    pub personal_number: Option<String>,
    pub birth_date: Option<NaiveDate>,
    pub age: Option<u32>,
    pub case_number: Option<String>,
    pub protected: bool,
    pub legal_ground: Option<LegalGround>,
    pub care: Care,
    pub start_on: Option<NaiveDate>,
    pub municipality: Option<String>,
    pub school: Option<String>,
    pub only_child: bool,
    pub pet_allergy: bool,
    pub sibling_group: Option<String>,
    pub own_words: Option<String>,
    pub own_words_on: Option<NaiveDate>,
    pub not_asked_reason: Option<String>,
    pub background: Option<String>,
    pub social_worker: Option<String>,
    pub sheet_locked_at: Option<String>,
    pub needs: Vec<NeedLine>,
    pub network: Vec<NetworkLine>,
    pub conflicts: Vec<ConflictLine>,
    pub placements: Vec<ChildPlacement>,
    pub papers: Vec<ChildPaper>,
}

/// A line of the need sheet.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "NeedRow")]
#[allow(missing_docs)]
pub struct NeedLine {
    pub id: String,
    pub area: String,
    pub need_key: String,
    pub text: String,
    pub importance: Importance,
    pub source: Option<String>,
    pub said_on: Option<NaiveDate>,
    pub own_words: bool,
    /// Added or changed after the sheet was locked.
    pub after_lock: bool,
}

/// Somebody in the network.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct NetworkLine {
    pub id: String,
    pub name: String,
    pub relation: Option<String>,
    pub outcome: Option<NetworkOutcome>,
    pub reason: Option<String>,
    pub weighed_on: Option<NaiveDate>,
}

/// A home that can never take the child.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct ConflictLine {
    pub id: String,
    pub home: HomeId,
    pub home_name: String,
    pub kind: SafetyKind,
    pub noted_on: NaiveDate,
}

/// Where the child has lived.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChildPlacement {
    pub id: String,
    pub home: HomeId,
    pub home_name: String,
    pub kind: String,
    pub started_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

/// A paper about the child.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct ChildPaper {
    pub id: String,
    pub kind: String,
    pub meeting_on: Option<NaiveDate>,
    pub issued: bool,
}

/// The children of the unit.
///
/// # Errors
/// Only the file's own.
pub fn child_list(read: &Read<'_>, _: crate::api::Nothing) -> Result<ChildList> {
    let today = read.today();
    let rows = sql::list(read)?
        .into_iter()
        .map(|(row, born)| ChildRow {
            age: born.map(|born| law::age(born, today)),
            ..row
        })
        .collect();
    Ok(ChildList { rows })
}

/// Opens a child's file: the reading is noted before it is shown.
///
/// # Errors
/// `NotFound`.
pub fn open_child(write: &Write<'_>, input: ChildRef) -> Result<ChildCard> {
    let card = super::card(&write.as_read(), &input.id)?;
    let id = input.id.0;
    write.record_reading(&if card.protected {
        Event::ProtectedOpened { id }
    } else {
        Event::ChildOpened { id }
    })?;
    Ok(card)
}
