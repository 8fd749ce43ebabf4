//! The day's three columns: what falls due, what waits for an answer, what happens.

use serde::Serialize;
use ts_rs::TS;

use super::due::{DueItem, DueQuery, Subject, Why, due};
use super::sql;
use crate::error::Result;
use crate::recruitment;
use crate::store::Read;

/// The day.
#[derive(Debug, Serialize, TS)]
pub struct Today {
    /// Förfaller.
    pub due: Vec<DueItem>,
    /// Väntar på svar.
    pub waiting: Vec<DueItem>,
    /// Händer.
    pub happening: Vec<DueItem>,
}

/// The day for the whole unit.
///
/// # Errors
/// Only the file's own.
pub fn today(read: &Read<'_>, _: crate::api::Nothing) -> Result<Today> {
    let day = read.today();
    let row = |it: sql::Dated, why: Why| DueItem {
        late: it.on < day,
        what: it.what,
        on: Some(it.on),
        why,
        rule: None,
        subject: Subject {
            kind: it.kind,
            id: it.id,
            name: it.name,
        },
    };
    let mut waiting: Vec<DueItem> = sql::waiting(read)?
        .into_iter()
        .map(|it| {
            let why = Why::Asked {
                on: it.on,
                of: it.text.clone(),
            };
            // Three weeks without an answer is worth a reminder.
            let late = (day - it.on).num_days() > 21;
            DueItem {
                late,
                ..row(it, why)
            }
        })
        .collect();
    for (id, name, of) in recruitment::references_to_take(read)? {
        waiting.push(DueItem {
            what: "reference".into(),
            on: None,
            why: Why::ReferenceToTake { of },
            rule: None,
            subject: Subject {
                kind: "recruitment".into(),
                id: id.0,
                name,
            },
            late: false,
        });
    }
    let happening = sql::happening(read, day)?
        .into_iter()
        .map(|it| {
            let why = match it.what.as_str() {
                "pause_ends" => Why::PauseEnds,
                "child_starts" => Why::StartsOn,
                _ => Why::Planned {
                    text: it.text.clone(),
                },
            };
            row(it, why)
        })
        .collect();
    Ok(Today {
        due: due(read, DueQuery::default())?.items,
        waiting,
        happening,
    })
}
