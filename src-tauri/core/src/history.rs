//! LIST: everything that can have happened, and the chain it is kept in.
//!
//! A write that leaves no line here does not commit. Lines hold ids and codes,
//! never content; opening a child's or a protected person's file is a line too.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::error::{Error, Reason, Result};
use crate::store::{Read, Write};

/// One thing that happened. `id` is the record it happened to.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs)] // the variants are the words of the glossary
pub enum Event {
    UnitCreated,
    PracticeOpened,
    SignedIn,
    SignedInWithRecoveryKey,
    PasswordChanged,
    Locked,
    UserAdded {
        id: String,
    },
    SettingChanged {
        key: String,
    },
    RowAdded {
        entity: String,
        id: String,
        parent: Option<String>,
    },
    FieldChanged {
        entity: String,
        id: String,
        field: String,
    },
    RowRemoved {
        entity: String,
        id: String,
    },
    RowRestored {
        entity: String,
        id: String,
    },
    DraftKept,
    DraftDropped,
    HomeCreated {
        id: String,
    },
    RecruitmentOpened {
        id: String,
        home: String,
    },
    CheckAsked {
        id: String,
    },
    HomeStudyConcluded {
        id: String,
        home: String,
        overridden: bool,
    },
    RecruitmentClosed {
        id: String,
    },
    ChildOpened {
        id: String,
    },
    ProtectedOpened {
        id: String,
    },
    ChildCreated {
        id: String,
    },
    NeedSheetLocked {
        id: String,
    },
    NeedSheetUnlocked {
        id: String,
    },
    Matched {
        child: String,
        rule_version: String,
    },
    PlacementStarted {
        id: String,
        child: String,
        home: String,
    },
    PlacementEnded {
        id: String,
    },
    PaperStarted {
        id: String,
    },
    PaperReleased {
        id: String,
    },
    PaperReopened {
        id: String,
    },
    PaperIssued {
        id: String,
        sha256: String,
    },
    PaperPrinted {
        id: String,
        sha256: String,
    },
    DecisionEntered {
        id: String,
    },
    Exported {
        rows: u64,
    },
    Imported {
        id: String,
        rows: u64,
    },
    ImportUndone {
        id: String,
        rows: u64,
    },
    FormPrinted {
        id: String,
        form: crate::prints::PrintKind,
    },
    RecruitmentReopened {
        id: String,
    },
    EarlierFileOpened {
        id: String,
    },
}

/// One line as the window shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryLine {
    /// Running number in this unit's chain.
    pub seq: i64,
    /// UTC instant, RFC 3339.
    pub at: String,
    /// Calendar day in Sweden.
    pub today: NaiveDate,
    /// Who.
    pub user_name: String,
    /// What, as a code with facts.
    #[ts(type = "{ kind: string } & Record<string, unknown>")]
    pub event: serde_json::Value,
}

impl Write<'_> {
    /// Appends a line to the chain.
    ///
    /// # Errors
    /// Only the file's own.
    pub fn record(&self, event: &Event) -> Result<()> {
        let json = serde_json::to_string(event)?;
        let last: Option<(i64, Vec<u8>)> = self
            .conn()
            .prepare_cached(
                "SELECT seq, hash FROM history WHERE chain = ?1 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([self.chain()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (seq, previous) = last.map_or((1, Vec::new()), |(seq, hash)| (seq + 1, hash));
        let at = self
            .caller()
            .at
            .to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
        let today = self.caller().today.to_string();
        let user = self.caller().user.as_str();
        let subject = subject_of(event);
        let hash = link(&previous, self.chain(), seq, &at, &today, user, &json);
        self.conn()
            .prepare_cached(
                "INSERT INTO history (chain, seq, at, today, user_id, subject, event, hash)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![
                self.chain(),
                seq,
                at,
                today,
                user,
                subject,
                json,
                hash.as_slice()
            ])?;
        self.note_line();
        self.note_recorded();
        Ok(())
    }
}

impl Write<'_> {
    /// Appends a line about a reading, unless the same person read the same
    /// record a moment ago: a screen that reads again after each save is one
    /// reading, not fifty.
    ///
    /// # Errors
    /// Only the file's own.
    pub fn record_reading(&self, event: &Event) -> Result<()> {
        let json = serde_json::to_string(event)?;
        let since = self.caller().at - chrono::Duration::minutes(ONE_READING_MINUTES);
        let known: bool = self
            .conn()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM history
                 WHERE subject = ?1 AND at >= ?2 AND user_id = ?3 AND event = ?4)",
            )?
            .query_row(
                params![
                    subject_of(event),
                    since.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
                    self.caller().user,
                    json
                ],
                |row| row.get(0),
            )?;
        if known {
            self.note_recorded();
            return Ok(());
        }
        self.record(event)
    }
}

/// So long is one reading.
const ONE_READING_MINUTES: i64 = 10;

/// One link of the chain: SHA-256 over length-prefixed parts, so that no two
/// different lines have the same bytes.
///
/// `previous` is the hash of the line before, empty before the first; `seq`
/// counts from 1; `at`, `today`, `user` and `event` are the columns as stored.
/// Public so that whoever writes a bundle can give its history a whole chain.
#[must_use]
pub fn link(
    previous: &[u8],
    chain: &str,
    seq: i64,
    at: &str,
    today: &str,
    user: &str,
    event: &str,
) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in [
        previous,
        chain.as_bytes(),
        &seq.to_be_bytes(),
        at.as_bytes(),
        today.as_bytes(),
        user.as_bytes(),
        event.as_bytes(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The record a line is about, so that one record's story can be read.
fn subject_of(event: &Event) -> Option<String> {
    let value = serde_json::to_value(event).ok()?;
    ["parent", "home", "id", "child"]
        .iter()
        .find_map(|key| value.get(key).and_then(|it| it.as_str()).map(str::to_owned))
}

/// Walks every chain from its start.
///
/// # Errors
/// [`Reason::Damaged`] with the first bad line's number.
pub fn verify(read: &Read<'_>) -> Result<u64> {
    let mut statement = read.conn().prepare(
        "SELECT chain, seq, at, today, user_id, event, hash FROM history ORDER BY chain, seq",
    )?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    let mut chain = String::new();
    let mut previous: Vec<u8> = Vec::new();
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        let this: String = row.get(0)?;
        if this != chain {
            chain = this;
            previous = Vec::new();
            expected = 1;
        }
        let seq: i64 = row.get(1)?;
        let (at, today, user, event): (String, String, String, String) =
            (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
        let hash: Vec<u8> = row.get(6)?;
        let right = link(&previous, &chain, seq, &at, &today, &user, &event);
        if seq != expected || hash != right {
            return Err(Error::invalid(
                "history",
                Reason::Damaged {
                    line: u32::try_from(seq).unwrap_or(u32::MAX),
                },
            ));
        }
        previous = hash;
        expected += 1;
        count += 1;
    }
    Ok(count)
}

/// Who brought about the state that `event` tells of, when one can be sure.
///
/// Lines under a parent do not say which of its rows they were about: with
/// `shared`, a name is answered only when nobody else has such a line.
///
/// # Errors
/// Only the file's own.
pub(crate) fn last_by(read: &Read<'_>, event: &Event, shared: bool) -> Result<Option<String>> {
    let json = serde_json::to_string(event)?;
    let found: Option<(Option<String>, u32)> = read
        .conn()
        .prepare_cached(
            "SELECT (SELECT u.name FROM history l JOIN user u ON u.id = l.user_id
                     WHERE l.subject IS ?1 AND l.event = ?2 ORDER BY l.at DESC, l.seq DESC LIMIT 1),
                    count(DISTINCT h.user_id)
             FROM history h WHERE h.subject IS ?1 AND h.event = ?2",
        )?
        .query_row(params![subject_of(event), json], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(found.and_then(|(name, writers)| if shared && writers > 1 { None } else { name }))
}

/// The last lines about one record, newest first.
///
/// # Errors
/// Only the file's own.
pub fn of_subject(read: &Read<'_>, subject: &str, limit: u32) -> Result<Vec<HistoryLine>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT h.seq, h.at, h.today, coalesce(u.name, ''), h.event
         FROM history h LEFT JOIN user u ON u.id = h.user_id
         WHERE h.subject = ?1 ORDER BY h.at DESC, h.seq DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![subject, limit], |row| {
        let event: String = row.get(4)?;
        Ok(HistoryLine {
            seq: row.get(0)?,
            at: row.get(1)?,
            today: row.get(2)?,
            user_name: row.get(3)?,
            event: serde_json::from_str(&event).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}
