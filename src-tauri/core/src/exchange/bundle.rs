//! The open format: JSON Lines in which a whole unit goes out and comes in.
//!
//! First line: what it is. Then one line per row of every table, in an order
//! that lets each row refer to an earlier one. The format is described for
//! other programs in `assets/bundle.md` and `assets/bundle.schema.json`. Keys
//! and passwords never go out.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use rusqlite::types::{Value as Sql, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::blocker::Blocker;
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::progress::{Doing, Work};
use crate::store::{Read, Write};

/// LIST: every table that goes out, parents before children.
pub const TABLES: &[&str] = &[
    "user",
    "setting",
    "instrument_edition",
    "home",
    "person",
    "scope",
    "wish",
    "pause",
    "taken_place",
    "home_fact",
    "capability",
    "note",
    "information_meeting",
    "recruitment",
    "meeting_guest",
    "recruitment_setting",
    "step",
    "register_check",
    "reference",
    "answer",
    "assessment",
    "screening",
    "household_assessment",
    "method_record",
    "method_area",
    "form_answer",
    "training",
    "mentor",
    "supervision",
    "investigation",
    "home_review",
    "child",
    "need",
    "network_person",
    "safety_conflict",
    "placement",
    "paper",
    "paper_row",
    "issued_paper",
    "text_version",
    "draft",
    "import",
    "import_row",
    "history",
];

/// What the first line says.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always `hemvist-bundle`.
    pub format: String,
    /// Version of the format, from 1.
    pub version: u32,
    /// Whether the people in it are made up.
    pub practice: bool,
    /// Municipality.
    pub municipality: String,
    /// Name of the committee.
    pub committee: String,
}

/// What an import did or would do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct BundleReport {
    /// Rows put in, by table.
    pub added: BTreeMap<String, u32>,
    /// Rows that stood there already, the same.
    pub same: u32,
}

const FORMAT: &str = "hemvist-bundle";
const VERSION: u32 = 1;

/// Reads the first line.
///
/// # Errors
/// [`Reason::Damaged`] at line 1, [`Reason::FromTheFuture`].
pub fn header(bundle: &[u8]) -> Result<Header> {
    let first = bundle.split(|it| *it == b'\n').next().unwrap_or_default();
    let header: Header = serde_json::from_slice(first).map_err(|_| damaged(1))?;
    if header.format != FORMAT {
        return Err(damaged(1));
    }
    if header.version > VERSION {
        return Err(Error::invalid("file", Reason::FromTheFuture));
    }
    Ok(header)
}

/// Whether some bytes begin like a bundle.
#[must_use]
pub fn looks_like_bundle(bytes: &[u8]) -> bool {
    header(bytes).is_ok()
}

/// Writes the whole unit. The same unit gives the same bytes.
///
/// # Errors
/// Only the file's own, and the output's.
pub fn export(read: &Read<'_>, out: &mut dyn std::io::Write) -> Result<u64> {
    export_watched(read, out, &Work::unwatched())
}

/// As [`export`], telling how far it has come.
///
/// # Errors
/// As [`export`]; [`Error::Cancelled`].
pub(crate) fn export_watched(
    read: &Read<'_>,
    out: &mut dyn std::io::Write,
    work: &Work,
) -> Result<u64> {
    work.now(Doing::WritingOut, rows_in_all(read)?)?;
    let trouble = |_| Error::invalid("path", Reason::FileTrouble);
    let header: Header = read.conn().query_row(
        "SELECT practice, municipality, committee FROM unit",
        [],
        |row| {
            Ok(Header {
                format: FORMAT.into(),
                version: VERSION,
                practice: row.get(0)?,
                municipality: row.get(1)?,
                committee: row.get(2)?,
            })
        },
    )?;
    writeln!(out, "{}", serde_json::to_string(&header)?).map_err(trouble)?;
    let mut rows = 0;
    for table in TABLES {
        let columns = columns(read, table)?;
        let order = if *table == "history" {
            "chain, seq"
        } else {
            "1"
        };
        let list: Vec<String> = columns.iter().map(|it| format!("\"{it}\"")).collect();
        let mut statement = read.conn().prepare(&format!(
            "SELECT {} FROM {table} ORDER BY {order}",
            list.join(", ")
        ))?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let mut line = Map::new();
            line.insert("table".into(), Value::from(*table));
            for (place, column) in columns.iter().enumerate() {
                match row.get_ref(place)? {
                    ValueRef::Null => {}
                    ValueRef::Integer(number) => {
                        line.insert(column.clone(), number.into());
                    }
                    ValueRef::Text(text) => {
                        line.insert(column.clone(), String::from_utf8_lossy(text).into());
                    }
                    ValueRef::Blob(bytes) => {
                        line.insert(column.clone(), STANDARD.encode(bytes).into());
                    }
                    ValueRef::Real(_) => {
                        return Err(Error::internal(format_args!(
                            "a fraction in {table}.{column}"
                        )));
                    }
                }
            }
            writeln!(out, "{}", Value::Object(line)).map_err(trouble)?;
            rows += 1;
            work.step()?;
        }
    }
    Ok(rows)
}

fn rows_in_all(read: &Read<'_>) -> Result<usize> {
    let mut rows: u32 = 0;
    for table in TABLES {
        let sql = format!("SELECT count(*) FROM {table}");
        rows += read
            .conn()
            .query_row(&sql, [], |row| row.get::<_, u32>(0))?;
    }
    Ok(usize::try_from(rows).unwrap_or(usize::MAX))
}

/// Puts a bundle's rows into the unit, all or nothing.
///
/// A row that stands there already with the same content is left; one with
/// other content refuses the whole import. Imported history keeps its own
/// chain and is checked.
///
/// # Errors
/// [`Reason::Damaged`] with the line, [`Error::Blocked`] with what differs.
pub fn import(write: &Write<'_>, bundle: &[u8]) -> Result<BundleReport> {
    import_watched(write, bundle, Doing::TakingIn, &Work::unwatched())
}

/// As [`import`], telling how far it has come.
///
/// # Errors
/// As [`import`]; [`Error::Cancelled`].
pub(crate) fn import_watched(
    write: &Write<'_>,
    bundle: &[u8],
    doing: Doing,
    work: &Work,
) -> Result<BundleReport> {
    let head = header(bundle)?;
    let practice: bool = write
        .conn()
        .query_row("SELECT practice FROM unit", [], |row| row.get(0))?;
    if head.practice && !practice {
        // Made-up people never come into a real register.
        return Err(Error::invalid("file", Reason::NotPractice));
    }
    let mut report = BundleReport::default();
    let mut differ: BTreeMap<String, u32> = BTreeMap::new();
    let mut known: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let lines = bundle.iter().filter(|it| **it == b'\n').count();
    work.now(doing, lines.saturating_sub(1))?;
    for (place, line) in bundle.split(|it| *it == b'\n').enumerate() {
        // The first line is the header.
        if place == 0 || line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
        let row: Map<String, Value> = serde_json::from_slice(line).map_err(|_| damaged(number))?;
        let table = row
            .get("table")
            .and_then(Value::as_str)
            .and_then(|it| TABLES.iter().find(|known| **known == it))
            .ok_or_else(|| damaged(number))?;
        if !known.contains_key(table) {
            known.insert(table, columns(&write.as_read(), table)?);
        }
        match put(write, table, &known[table], &row).map_err(|err| at_line(err, number))? {
            Put::Added => *report.added.entry((*table).to_owned()).or_default() += 1,
            Put::Same => report.same += 1,
            Put::Differs => *differ.entry((*table).to_owned()).or_default() += 1,
        }
        work.step()?;
    }
    if !differ.is_empty() {
        return Err(Error::Blocked {
            blockers: differ
                .into_iter()
                .map(|(table, rows)| Blocker::RowsDiffer { table, rows })
                .collect(),
        });
    }
    work.now(Doing::CheckingHistory, 0)?;
    crate::history::verify(&write.as_read())?;
    work.go_on()?;
    let rows = report.added.values().map(|it| u64::from(*it)).sum();
    write.record(&Event::Imported {
        id: head.municipality,
        rows,
    })?;
    Ok(report)
}

enum Put {
    Added,
    Same,
    Differs,
}

fn put(
    write: &Write<'_>,
    table: &str,
    columns: &[String],
    row: &Map<String, Value>,
) -> Result<Put> {
    for key in row.keys() {
        if key != "table" && !columns.iter().any(|it| it == key) {
            return Err(Error::invalid(format!("{table}.{key}"), Reason::Unknown));
        }
    }
    let values: Vec<Sql> = columns
        .iter()
        .map(|column| sql_value(table, column, row.get(column)))
        .collect::<Result<_>>()?;
    if super::sql::put_row(write, table, columns, &values)? {
        return Ok(Put::Added);
    }
    let equal: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(at, it)| format!("\"{it}\" IS ?{}", at + 1))
        .collect();
    let same: bool = write
        .conn()
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM {table} WHERE {})",
            equal.join(" AND ")
        ))?
        .query_row(rusqlite::params_from_iter(&values), |row| row.get(0))?;
    Ok(if same { Put::Same } else { Put::Differs })
}

fn sql_value(table: &str, column: &str, value: Option<&Value>) -> Result<Sql> {
    let wrong = || {
        Error::invalid(
            format!("{table}.{column}"),
            Reason::Malformed {
                detail: "neither text nor a whole number".into(),
            },
        )
    };
    match value {
        None | Some(Value::Null) => Ok(Sql::Null),
        Some(Value::Number(number)) => number.as_i64().map(Sql::Integer).ok_or_else(wrong),
        Some(Value::String(text)) if is_bytes(table, column) => {
            STANDARD.decode(text).map(Sql::Blob).map_err(|_| wrong())
        }
        Some(Value::String(text)) => Ok(Sql::Text(text.clone())),
        Some(_) => Err(wrong()),
    }
}

fn is_bytes(table: &str, column: &str) -> bool {
    matches!(
        (table, column),
        ("issued_paper", "bytes") | ("history", "hash")
    )
}

/// A table's stored columns, in order.
fn columns(read: &Read<'_>, table: &str) -> Result<Vec<String>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = statement.query_map([table], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// SHA-256 over the exported lines: two units with the same rows agree.
///
/// # Errors
/// Only the file's own.
pub fn digest(read: &Read<'_>) -> Result<String> {
    struct Hash(Sha256);
    impl std::io::Write for Hash {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut hash = Hash(Sha256::new());
    export(read, &mut hash)?;
    Ok(hash
        .0
        .finalize()
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect())
}

fn damaged(line: u32) -> Error {
    Error::invalid("file", Reason::Damaged { line })
}

/// Tells at which line a row was refused, unless the fault is our own.
fn at_line(err: Error, line: u32) -> Error {
    match err {
        Error::Invalid { field, reason } => Error::Invalid {
            field: format!("line {line}: {field}"),
            reason,
        },
        other => other,
    }
}
