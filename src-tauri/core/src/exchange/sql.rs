//! Every statement that writes imports, and rows that come in by the bundle.

use rusqlite::params;
use rusqlite::types::Value;

use super::import::Import;
use crate::error::{Error, Reason, Result};
use crate::store::{Read, Write};

/// The tables an import makes rows in.
const MADE: [&str; 4] = ["home", "person", "scope", "taken_place"];

/// Puts one row of a bundle in; false when a row with its key stands there.
///
/// Only a taken key is passed over: `INSERT OR IGNORE` would do the same with a
/// missing value, and then a faulty row would look like one that differs.
pub(super) fn put_row(
    write: &Write<'_>,
    table: &str,
    columns: &[String],
    values: &[Value],
) -> Result<bool> {
    let names: Vec<String> = columns.iter().map(|it| format!("\"{it}\"")).collect();
    let marks: Vec<String> = (1..=columns.len()).map(|it| format!("?{it}")).collect();
    let insert = format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT DO NOTHING",
        names.join(", "),
        marks.join(", ")
    );
    let added = write
        .conn()
        .prepare_cached(&insert)?
        .execute(rusqlite::params_from_iter(values))
        .map_err(|err| refused(table, &err))?;
    Ok(added > 0)
}

/// Why the table would not have the row. SQLite names columns, never values.
fn refused(table: &str, err: &rusqlite::Error) -> Error {
    let said = match err {
        rusqlite::Error::SqliteFailure(_, Some(said)) => said.as_str(),
        _ => "",
    };
    if let Some(column) = said.strip_prefix("NOT NULL constraint failed: ") {
        return Error::invalid(column, Reason::Required);
    }
    let detail = match said.strip_prefix("CHECK constraint failed: ") {
        Some(rule) => format!("the rule {rule}"),
        None if said.starts_with("FOREIGN KEY") => "refers to a row that is not there".into(),
        None => "a row that the table's rules refuse".into(),
    };
    Error::invalid(table, Reason::Malformed { detail })
}

pub(super) fn insert_import(write: &Write<'_>, id: &str, file: &str, homes: u32) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO import (id, at, user_id, file_name, homes) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            id,
            write.caller().at.to_rfc3339(),
            write.caller().user,
            file,
            homes
        ])?;
    Ok(())
}

pub(super) fn note_row(write: &Write<'_>, import: &str, entity: &str, row: &str) -> Result<()> {
    let sql = format!(
        "INSERT INTO import_row (import_id, entity, row_id, rev) SELECT ?1, ?2, id, rev FROM {entity} WHERE id = ?3"
    );
    write
        .conn()
        .prepare_cached(&sql)?
        .execute(params![import, entity, row])?;
    Ok(())
}

pub(super) fn homes_of_import(read: &Read<'_>, id: &str) -> Result<Vec<String>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.row_id FROM import_row r JOIN import i ON i.id = r.import_id WHERE i.id = ?1 AND i.undone_at IS NULL AND r.entity = 'home'",
    )?;
    Ok(statement
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Rows that have changed since, and rows that have been added to the homes.
pub(super) fn changed_since(read: &Read<'_>, id: &str) -> Result<u32> {
    let mut changed = 0;
    for table in MADE {
        let sql = format!(
            "SELECT count(*) FROM import_row r JOIN {table} t ON t.id = r.row_id WHERE r.import_id = ?1 AND r.entity = '{table}' AND t.rev <> r.rev"
        );
        changed += read
            .conn()
            .query_row(&sql, [id], |row| row.get::<_, u32>(0))?;
    }
    for table in [
        "person",
        "scope",
        "wish",
        "pause",
        "taken_place",
        "capability",
        "note",
        "recruitment",
        "placement",
    ] {
        let sql = format!(
            "SELECT count(*) FROM {table} t WHERE t.home_id IN (SELECT row_id FROM import_row WHERE import_id = ?1 AND entity = 'home')
               AND t.id NOT IN (SELECT row_id FROM import_row WHERE import_id = ?1 AND entity = '{table}')"
        );
        changed += read
            .conn()
            .query_row(&sql, [id], |row| row.get::<_, u32>(0))?;
    }
    Ok(changed)
}

/// Marks the import's rows as gone; tells how many.
pub(super) fn take_back(write: &Write<'_>, id: &str) -> Result<u64> {
    let at = write.caller().at.to_rfc3339();
    let mut rows = 0;
    for table in MADE {
        let sql = format!(
            "UPDATE {table} SET gone_at = ?2 WHERE id IN (SELECT row_id FROM import_row WHERE import_id = ?1 AND entity = '{table}')"
        );
        rows += u64::try_from(write.conn().execute(&sql, params![id, at])?).unwrap_or(0);
    }
    write.conn().execute(
        "UPDATE import SET undone_at = ?2 WHERE id = ?1",
        params![id, at],
    )?;
    Ok(rows)
}

pub(super) fn imports(read: &Read<'_>) -> Result<Vec<Import>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT i.id, i.file_name, i.at, coalesce(u.name, ''), i.homes, substr(i.undone_at, 1, 10)
         FROM import i LEFT JOIN user u ON u.id = i.user_id ORDER BY i.at DESC LIMIT 50",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Import {
            id: row.get(0)?,
            file: row.get(1)?,
            at: row.get(2)?,
            user_name: row.get(3)?,
            homes: row.get(4)?,
            undone_on: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
