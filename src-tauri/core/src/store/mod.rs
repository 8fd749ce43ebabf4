//! The encrypted file: opening it, reading from it, writing to it.
//!
//! One process per file (a lock file beside it), two connections: `Write` runs
//! one transaction and commits only when it left a line in the history; `Read`
//! has a connection that cannot write. `locking_mode=EXCLUSIVE` is left out on
//! purpose, since it would shut the second connection out; the lock file keeps
//! other processes away instead.

pub mod fields;
mod migrations;
mod open;
pub mod texts;
pub mod unit_settings;

use std::cell::Cell;
use std::fs::File;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::accounts::{FileKey, Role, UserId};
use crate::error::{Error, Reason, Result};

pub use migrations::LATEST as SCHEMA_VERSION;
pub(crate) use migrations::empty_schema;
pub(crate) use open::beside;
pub use open::{compare as swedish_order, damaged, shared_folder};

/// Makes a newtype over a UUIDv7 in text form, which sorts by time of birth.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub String);

        impl $name {
            /// A new one, born at `at`.
            #[must_use]
            #[allow(dead_code)]
            pub fn new(at: chrono::DateTime<chrono::Utc>) -> Self {
                Self($crate::store::new_id(at))
            }

            /// As text.
            #[must_use]
            #[allow(dead_code)]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                String::column_result(value).map(Self)
            }
        }
    };
}
pub(crate) use id;

/// Makes an enum whose snake_case code is the same in Rust, SQL, JSON and TypeScript.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// All of them, in the order they are offered.
            #[allow(dead_code)]
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// Their codes, in the same order.
            #[allow(dead_code)]
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code that is stored and sent.
            #[must_use]
            #[allow(dead_code)]
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// From a code.
            #[must_use]
            #[allow(dead_code)]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.code().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let code = value.as_str()?;
                Self::from_code(code).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}
pub(crate) use choice;

/// A UUIDv7 whose time part is `at`, so that no clock is read below the edge.
#[must_use]
pub fn new_id(at: DateTime<Utc>) -> String {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let mut random = [0_u8; 10];
    getrandom::fill(&mut random).expect("the operating system gives random bytes");
    uuid::Builder::from_unix_timestamp_millis(millis, &random)
        .into_uuid()
        .to_string()
}

/// Who asks, and when. Made once per request at the edge.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The signed-in user.
    pub user: UserId,
    /// Shown name.
    pub name: String,
    /// What the user may do.
    pub role: Role,
    /// The calendar day in Sweden, for law and ages.
    pub today: NaiveDate,
    /// The instant, for history.
    pub at: DateTime<Utc>,
}

/// An open unit: the keyed connections and the lock on the file.
pub struct Store {
    writer: Connection,
    reader: Connection,
    chain: String,
    practice: Practice,
    /// Held for as long as the store lives; dropping it lets others in.
    _lock: File,
}

/// Whether the file was made for practice; set once, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Practice {
    /// A unit's real register.
    Real,
    /// Made-up people; `days` are added to the real calendar.
    Practice {
        /// Days between the unit's calendar and the real one.
        days: i64,
    },
}

impl Store {
    /// Makes a new, empty, encrypted file with the newest schema.
    ///
    /// # Errors
    /// [`Reason::FileExists`], [`Reason::FileTrouble`], [`Reason::InUse`].
    pub fn create(path: &Path, key: &FileKey) -> Result<Self> {
        if path.exists() {
            return Err(Error::invalid("path", Reason::FileExists));
        }
        Self::open_any(path, key)
    }

    /// Opens an existing file and brings its schema up to date, after taking a
    /// copy of the file beside it.
    ///
    /// # Errors
    /// [`Reason::NotAUnit`] for a wrong key or another file,
    /// [`Reason::FromTheFuture`], [`Reason::InUse`].
    pub fn open(path: &Path, key: &FileKey) -> Result<Self> {
        if !path.is_file() {
            return Err(Error::invalid("path", Reason::NotAUnit));
        }
        Self::open_any(path, key)
    }

    fn open_any(path: &Path, key: &FileKey) -> Result<Self> {
        let lock = open::lock(path)?;
        let mut writer = open::connect(path, key, false)?;
        migrations::bring_up_to_date(&mut writer, path)?;
        let reader = open::connect(path, key, true)?;
        let (chain, practice) = open::identity(&writer)?;
        Ok(Self {
            writer,
            reader,
            chain,
            practice,
            _lock: lock,
        })
    }

    /// Whether this is a practice file.
    #[must_use]
    pub fn practice(&self) -> Practice {
        self.practice
    }

    /// Runs the first write of a new unit, whose history chain is named `id`.
    pub(crate) fn found(
        &mut self,
        caller: &Caller,
        id: &str,
        act: impl FnOnce(&Write<'_>) -> Result<()>,
    ) -> Result<()> {
        id.clone_into(&mut self.chain);
        self.write(caller, act)?;
        (self.chain, self.practice) = open::identity(&self.writer)?;
        Ok(())
    }

    /// Runs `ask` with a connection that cannot write.
    ///
    /// # Errors
    /// Whatever `ask` answers.
    pub fn read<T>(&self, caller: &Caller, ask: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        ask(&Read {
            conn: &self.reader,
            caller,
            practice: self.practice,
        })
    }

    /// Runs `act` in one transaction, durable when this returns.
    ///
    /// # Errors
    /// Whatever `act` answers, and then nothing has been changed. A write that
    /// recorded nothing is our own fault and is rolled back.
    pub fn write<T>(
        &mut self,
        caller: &Caller,
        act: impl FnOnce(&Write<'_>) -> Result<T>,
    ) -> Result<T> {
        let tx = self
            .writer
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let write = Write {
            tx,
            caller,
            chain: &self.chain,
            practice: self.practice,
            recorded: Cell::new(0),
        };
        let answer = act(&write)?;
        if write.recorded.get() == 0 {
            return Err(Error::internal("a write recorded nothing in the history"));
        }
        write.tx.commit()?;
        Ok(answer)
    }

    /// Checks every page's seal and the structure of the file.
    ///
    /// # Errors
    /// Only the file's own.
    pub fn check(&self) -> Result<Vec<String>> {
        open::integrity(&self.writer)
    }

    /// A copy of the whole file under the same key, at `path`.
    ///
    /// # Errors
    /// [`Reason::FileExists`] and the file's own.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::invalid("path", Reason::FileExists));
        }
        let text = path
            .to_str()
            .ok_or_else(|| Error::invalid("path", Reason::FileTrouble))?;
        self.writer.execute("VACUUM INTO ?1", [text])?;
        Ok(())
    }
}

/// A reading hand: its connection refuses to write.
pub struct Read<'a> {
    conn: &'a Connection,
    caller: &'a Caller,
    practice: Practice,
}

impl<'a> Read<'a> {
    /// The connection.
    #[must_use]
    pub fn conn(&self) -> &'a Connection {
        self.conn
    }

    /// Who asks.
    #[must_use]
    pub fn caller(&self) -> &'a Caller {
        self.caller
    }

    /// The calendar day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.caller.today
    }

    /// Whether the people in the file are made up.
    #[must_use]
    pub fn practice(&self) -> Practice {
        self.practice
    }
}

/// A writing hand: one transaction.
pub struct Write<'a> {
    tx: Transaction<'a>,
    caller: &'a Caller,
    chain: &'a str,
    practice: Practice,
    recorded: Cell<u32>,
}

impl Write<'_> {
    /// The connection inside the transaction.
    #[must_use]
    pub fn conn(&self) -> &Connection {
        &self.tx
    }

    /// The same transaction as a reading hand.
    #[must_use]
    pub fn as_read(&self) -> Read<'_> {
        Read {
            conn: &self.tx,
            caller: self.caller,
            practice: self.practice,
        }
    }

    /// Who asks.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        self.caller
    }

    /// The calendar day.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.caller.today
    }

    /// The chain this unit's lines belong to.
    pub(crate) fn chain(&self) -> &str {
        self.chain
    }

    pub(crate) fn note_recorded(&self) {
        self.recorded.set(self.recorded.get() + 1);
    }

    /// A fresh key.
    #[must_use]
    pub fn new_id(&self) -> String {
        new_id(self.caller.at)
    }
}
