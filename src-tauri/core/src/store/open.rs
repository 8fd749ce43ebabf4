//! Connecting to the encrypted file. The order of the pragmas matters.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use zeroize::Zeroizing;

use crate::accounts::FileKey;
use crate::error::{Error, Reason, Result};
use crate::store::Practice;

/// "HEMV": tells our files from other SQLite files.
const APPLICATION_ID: i32 = 0x4845_4d56;

/// A program that is just closing, or a child that was started at the wrong
/// moment and holds our handle until it runs, has the lock for an instant:
/// half a second is waited before the file is said to be in use.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(25);

pub(super) fn lock(path: &Path) -> Result<File> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(beside(path, "lock"))
        .map_err(|_| Error::invalid("path", Reason::FileTrouble))?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
            Err(TryLockError::Error(_)) => {
                return Err(Error::invalid("path", Reason::FileTrouble));
            }
        }
    }
    Err(Error::invalid("path", Reason::InUse))
}

/// `unit.hemvist` → `unit.hemvist.ending`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

pub(super) fn connect(path: &Path, key: &FileKey, read_only: bool) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)
        .map_err(|_| Error::invalid("path", Reason::FileTrouble))?;
    // A wrong key otherwise prints to standard error.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    // Before keying: what SQLCipher frees is overwritten.
    conn.pragma_update(None, "cipher_memory_security", "ON")?;
    let hex: Zeroizing<String> = key.pragma();
    conn.pragma_update(None, "key", hex.as_str())?;
    // The first read proves the key.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })
    .map_err(|_| Error::invalid("path", Reason::NotAUnit))?;
    conn.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA recursive_triggers = OFF;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -65536;
         PRAGMA busy_timeout = 5000;",
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_prepared_statement_cache_capacity(256);
    swedish_order(&conn)?;
    search_folding(&conn)?;
    let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    match id {
        0 => conn.pragma_update(None, "application_id", APPLICATION_ID)?,
        APPLICATION_ID => {}
        _ => return Err(Error::invalid("path", Reason::NotAUnit)),
    }
    if read_only {
        conn.pragma_update(None, "query_only", true)?;
    }
    Ok(conn)
}

fn collator() -> &'static CollatorBorrowed<'static> {
    static SWEDISH: OnceLock<CollatorBorrowed<'static>> = OnceLock::new();
    SWEDISH.get_or_init(|| {
        icu_collator::Collator::try_new(
            icu_locale::locale!("sv").into(),
            CollatorOptions::default(),
        )
        .expect("Swedish is compiled into the collator's data")
    })
}

/// Swedish order of two names.
#[must_use]
pub fn compare(a: &str, b: &str) -> std::cmp::Ordering {
    collator().compare(a, b)
}

/// `COLLATE sv`: å ä ö last, v before w, whatever the machine's locale is.
fn swedish_order(conn: &Connection) -> Result<()> {
    conn.create_collation("sv", compare)?;
    Ok(())
}

/// `fold(text)`, `holds(text, folded)` and `digits(text)`: a search for "bjorn"
/// or "BJÖRN" finds Björn, and one for "0701234567" finds 070-123 45 67.
fn search_folding(conn: &Connection) -> Result<()> {
    use rusqlite::functions::FunctionFlags;
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    conn.create_scalar_function("fold", 1, flags, |context| {
        let text = context.get_raw(0).as_str_or_null()?;
        Ok(text.map(crate::people::fold))
    })?;
    conn.create_scalar_function("holds", 2, flags, |context| {
        let text = context.get_raw(0).as_str_or_null()?;
        let wanted = context.get_raw(1).as_str_or_null()?;
        Ok(text
            .zip(wanted)
            .map(|(text, wanted)| crate::people::holds(text, wanted)))
    })?;
    conn.create_scalar_function("digits", 1, flags, |context| {
        let text = context.get_raw(0).as_str_or_null()?;
        Ok(text.map(crate::people::digits))
    })?;
    Ok(())
}

/// The unit's chain id and whether it is for practice.
pub(super) fn identity(conn: &Connection) -> Result<(String, Practice)> {
    let row = conn
        .query_row("SELECT id, practice, calendar_days FROM unit", [], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, bool>(1)?,
                row.get::<_, i64>(2)?,
            ))
        })
        .optional()?;
    Ok(match row {
        Some((chain, true, days)) => (chain, Practice::Practice { days }),
        Some((chain, false, _)) => (chain, Practice::Real),
        // Only while the unit is being made.
        None => (String::new(), Practice::Real),
    })
}

/// What the file's own checks say; empty when all is well.
pub(super) fn integrity(conn: &Connection) -> Result<Vec<String>> {
    // The seal check reads the main file only, so the log must be in it.
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let mut found = Vec::new();
    for pragma in [
        "cipher_integrity_check",
        "integrity_check",
        "foreign_key_check",
    ] {
        let mut statement = conn.prepare(&format!("PRAGMA {pragma}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text: String = row.get(0).unwrap_or_else(|_| pragma.to_owned());
            if text != "ok" {
                found.push(format!("{pragma}: {text}"));
            }
        }
    }
    Ok(found)
}

/// Whether SQLite said that the file itself is damaged.
#[must_use]
pub fn damaged(err: &rusqlite::Error) -> bool {
    matches!(
        err.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase)
    )
}

/// Whether a path lies in a folder that is known to be synchronised or on a
/// network: a live register there loses saves (security.md, section 1).
#[must_use]
pub fn shared_folder(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.starts_with(r"\\")
        || path.components().any(|part| {
            let name = part.as_os_str().to_string_lossy().to_lowercase();
            [
                "onedrive",
                "dropbox",
                "google drive",
                "icloud",
                "nextcloud",
                "owncloud",
                "syncthing",
            ]
            .iter()
            .any(|it| name.starts_with(it))
        })
}
