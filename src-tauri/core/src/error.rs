//! What can go wrong, as codes and facts; the Swedish is written where it is read.

use serde::Serialize;
use ts_rs::TS;

use crate::accounts::Role;
use crate::blocker::Blocker;

/// The core's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything a call may answer instead of its answer. Nobody matches on text.
#[derive(Debug, thiserror::Error, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Error {
    /// A value that cannot be taken, told at its field.
    #[error("invalid {field}")]
    Invalid {
        /// The input's field, or a path such as `rows.3.phone`.
        field: String,
        /// Why, as a code.
        reason: Reason,
    },
    /// Everything that stands in the way, at once.
    #[error("blocked by {} reasons", blockers.len())]
    Blocked {
        /// All of it.
        blockers: Vec<Blocker>,
    },
    /// The record does not exist (or was removed).
    #[error("{what} not found")]
    NotFound {
        /// What was looked for, as the glossary's word.
        what: String,
    },
    /// Somebody else, or another window, changed the value first.
    #[error("stale")]
    Stale {
        /// What the caller wanted to write.
        mine: Option<String>,
        /// What stands there now.
        theirs: Option<String>,
        /// Who wrote that, when it is known for certain.
        by: Option<String>,
    },
    /// The caller's role does not allow it.
    #[error("forbidden")]
    Forbidden {
        /// The role that may.
        needs: Role,
    },
    /// A spreadsheet that cannot be read, told with sheet, row and column.
    #[error("sheet")]
    Sheet {
        /// What, and where.
        error: crate::exchange::SheetError,
    },
    /// Somebody said stop to long work; nothing has been changed.
    #[error("cancelled")]
    Cancelled,
    /// Nobody is signed in.
    #[error("locked")]
    Locked,
    /// Our own fault. The detail goes to the log, never to the window.
    #[error("internal error {reference}: {detail}")]
    Internal {
        /// Short code that the user can read out and the log repeats.
        reference: String,
        /// What happened, without personal data.
        #[serde(skip)]
        #[ts(skip)]
        detail: String,
    },
}

/// Why a value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// Must be filled in.
    Required,
    /// Longer than `max` characters.
    TooLong {
        /// Most characters.
        max: u32,
    },
    /// Shorter than `min` characters.
    TooShort {
        /// Fewest characters.
        min: u32,
    },
    /// No such day, or not a day at all.
    NotADate,
    /// The day has not come yet.
    InFuture,
    /// Before the day in `field`.
    Before {
        /// The other field.
        field: String,
    },
    /// The same as in `field`, where somebody else is asked for.
    SameAs {
        /// The other field.
        field: String,
    },
    /// Not a whole number between `min` and `max`.
    NotANumber {
        /// Least.
        min: i64,
        /// Greatest.
        max: i64,
    },
    /// Not one of the values the field may have.
    NotAChoice,
    /// A personal number with the wrong number of digits.
    WrongLength,
    /// A personal number whose check digit does not agree.
    WrongCheckDigit,
    /// Not a telephone number.
    NotAPhone,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not five digits.
    NotAPostcode,
    /// The same thing is there already.
    AlreadyThere,
    /// The second reader is the one who wrote it, or has the case.
    SameAsWriter,
    /// There is no such field, call, kind or key.
    Unknown,
    /// The input as a whole could not be read; `detail` names the place.
    Malformed {
        /// The reader's own words about the place, without values.
        detail: String,
    },
    /// Name or password is wrong.
    WrongPassword,
    /// The recovery key is wrong or mistyped.
    WrongRecoveryKey,
    /// Not a Hemvist file, or its key file is missing.
    NotAUnit,
    /// The key file that belongs beside the unit is missing.
    KeyFileMissing,
    /// The file is made by a newer program.
    FromTheFuture,
    /// The file is open in another window or by another program.
    InUse,
    /// A file with that name exists.
    FileExists,
    /// The file cannot be read or written.
    FileTrouble,
    /// A folder that is shared or synchronised; a live register there gets lost.
    SharedFolder,
    /// Only a practice unit lets the calendar move.
    NotPractice,
    /// The file is damaged at `line`.
    Damaged {
        /// First bad line, from 1.
        line: u32,
    },
}

impl Error {
    /// `field` cannot be taken because of `reason`.
    pub fn invalid(field: impl Into<String>, reason: Reason) -> Self {
        Error::Invalid {
            field: field.into(),
            reason,
        }
    }

    /// Our own fault, with a reference made from the detail: the same fault
    /// has the same reference, on any machine.
    pub fn internal(detail: impl std::fmt::Display) -> Self {
        use sha2::{Digest, Sha256};
        let detail = detail.to_string();
        let hash = Sha256::digest(detail.as_bytes());
        let reference = hash.iter().take(4).map(|b| format!("{b:02x}")).collect();
        Error::Internal { reference, detail }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(err: rusqlite::Error) -> Self {
        if let rusqlite::Error::SqliteFailure(it, _) = &err
            && it.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY
        {
            // A key that the caller sent leads nowhere.
            return Error::NotFound {
                what: "row".to_owned(),
            };
        }
        // SQLite's messages name tables and columns, never bound values.
        Error::internal(format_args!("sqlite: {err}"))
    }
}

impl From<serde_json::Error> for Error {
    fn from(err: serde_json::Error) -> Self {
        Error::internal(format_args!("json: {}", without_values(&err)))
    }
}

/// A reader's message without the value it tripped over: serde quotes values.
pub(crate) fn without_values(err: &serde_json::Error) -> String {
    let text = err.to_string();
    let kept = match text.split_once(['"', '`']) {
        // "unknown field `x`, expected …" names our own fields, not values.
        _ if text.starts_with("unknown field") || text.starts_with("missing field") => {
            text.as_str()
        }
        Some((head, _)) => head,
        None => text.as_str(),
    };
    kept.trim_end().to_owned()
}

/// Turns "no such row" into [`Error::NotFound`].
pub trait OrNotFound<T> {
    /// The value, or `what` was not found.
    fn or_not_found(self, what: &str) -> Result<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self, what: &str) -> Result<T> {
        self.ok_or_else(|| Error::NotFound {
            what: what.to_owned(),
        })
    }
}
