//! Every statement about issued papers. There is none that changes one.

use rusqlite::{OptionalExtension, Row, params};

use super::{Issued, ToIssue};
use crate::error::Result;
use crate::store::{Read, Write};

pub(super) fn insert(write: &Write<'_>, issued: &Issued, it: &ToIssue<'_>) -> Result<()> {
    write.conn().execute(
        "INSERT INTO issued_paper (id, paper_id, kind, facts, bytes, sha256, template, rules, program, issued_at, issued_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            issued.id,
            it.paper,
            it.kind,
            it.facts.to_string(),
            it.bytes,
            issued.sha256,
            it.template,
            crate::law::version(),
            env!("CARGO_PKG_VERSION"),
            issued.issued_at,
            issued.issued_by
        ],
    )?;
    Ok(())
}

fn issued(row: &Row<'_>) -> rusqlite::Result<Issued> {
    Ok(Issued {
        id: row.get(0)?,
        sha256: row.get(1)?,
        issued_at: row.get(2)?,
        issued_by: row.get(3)?,
        template: row.get(4)?,
    })
}

pub(super) fn of_paper(read: &Read<'_>, paper: &str) -> Result<Option<Issued>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT id, sha256, issued_at, issued_by, template FROM issued_paper WHERE paper_id = ?1 ORDER BY id DESC LIMIT 1")?
        .query_row([paper], issued)
        .optional()?)
}

pub(super) fn bytes(read: &Read<'_>, paper: &str) -> Result<Option<Vec<u8>>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT bytes FROM issued_paper WHERE paper_id = ?1 ORDER BY id DESC LIMIT 1",
        )?
        .query_row([paper], |row| row.get(0))
        .optional()?)
}

pub(super) fn each(read: &Read<'_>, mut found: impl FnMut(&str, &[u8], &str)) -> Result<()> {
    let mut statement = read
        .conn()
        .prepare("SELECT id, bytes, sha256 FROM issued_paper ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let bytes: Vec<u8> = row.get(1)?;
        let stored: String = row.get(2)?;
        found(&id, &bytes, &stored);
    }
    Ok(())
}
