//! The schema's history: numbered, one change each, never edited after release.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::beside;
use crate::error::{Error, Reason, Result};

const ALL: &[M<'static>] = &[
    M::up(include_str!("migrations/0001_unit.sql")),
    M::up(include_str!("migrations/0002_history.sql")),
    M::up(include_str!("migrations/0003_texts.sql")),
    M::up(include_str!("migrations/0004_homes.sql")),
    M::up(include_str!("migrations/0005_recruitment.sql")),
    M::up(include_str!("migrations/0006_children.sql")),
    M::up(include_str!("migrations/0007_placements.sql")),
    M::up(include_str!("migrations/0008_papers.sql")),
    M::up(include_str!("migrations/0009_imports.sql")),
    M::up(include_str!("migrations/0010_enquiries.sql")),
    M::up(include_str!("migrations/0011_instruments.sql")),
    M::up(include_str!("migrations/0012_checks.sql")),
    M::up(include_str!("migrations/0013_investigation.sql")),
];

/// The schema this program writes.
pub const LATEST: usize = ALL.len();

/// Runs what is missing, after a copy of the file was laid beside it.
pub(super) fn bring_up_to_date(conn: &mut Connection, path: &Path) -> Result<()> {
    let version: usize = conn
        .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
        .map(|it| usize::try_from(it).unwrap_or(usize::MAX))?;
    if version > LATEST {
        return Err(Error::invalid("path", Reason::FromTheFuture));
    }
    if version == LATEST {
        return Ok(());
    }
    if version > 0 {
        let copy = beside(path, &format!("schema-{version}.copy"));
        if !copy.exists() {
            let text = copy
                .to_str()
                .ok_or_else(|| Error::invalid("path", Reason::FileTrouble))?
                .to_owned();
            conn.execute("VACUUM INTO ?1", [text])?;
        }
    }
    Migrations::from_slice(ALL)
        .to_latest(conn)
        .map_err(|err| Error::internal(format_args!("migration: {err}")))
}

/// The newest schema with nothing in it, in memory: for describing it.
pub(crate) fn empty_schema() -> Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    conn.create_collation("sv", |a, b| a.cmp(b))?;
    Migrations::from_slice(ALL)
        .to_latest(&mut conn)
        .map_err(|err| Error::internal(format_args!("migration: {err}")))?;
    Ok(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_runs_on_an_empty_database() {
        let mut conn = Connection::open_in_memory().unwrap();
        conn.create_collation("sv", |a, b| a.cmp(b)).unwrap();
        Migrations::from_slice(ALL).to_latest(&mut conn).unwrap();
        let tables: i64 = conn
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert!(tables > 20, "the schema has its tables: {tables}");
    }

    #[test]
    fn every_table_of_ours_is_strict_and_has_a_text_key() {
        let mut conn = Connection::open_in_memory().unwrap();
        conn.create_collation("sv", |a, b| a.cmp(b)).unwrap();
        Migrations::from_slice(ALL).to_latest(&mut conn).unwrap();
        let mut statement = conn.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").unwrap();
        let rows: Vec<(String, bool)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(|it| it.unwrap())
            .collect();
        for (name, strict) in rows {
            assert!(strict, "{name} is not STRICT");
        }
    }

    /// The schema up to, but not with, a migration.
    fn before(name: &str) -> Connection {
        let files = std::fs::read_to_string(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/store/migrations.rs"
        ))
        .unwrap();
        let listed: Vec<&str> = files
            .lines()
            .filter(|it| it.trim_start().starts_with("M::up(include_str!("))
            .collect();
        let at = listed.iter().position(|it| it.contains(name)).unwrap();
        let mut conn = Connection::open_in_memory().unwrap();
        conn.create_collation("sv", |a, b| a.cmp(b)).unwrap();
        Migrations::from_slice(ALL)
            .to_version(&mut conn, at)
            .unwrap();
        conn
    }

    #[test]
    fn what_the_one_text_and_the_one_step_held_is_carried_into_the_investigation() {
        let mut conn = before("investigation");
        conn.execute_batch(
            "INSERT INTO home (id, name, kind) VALUES ('h', 'Familjen Prov', 'familjehem');
             INSERT INTO recruitment (id, home_id, opened_on, summary) VALUES ('r', 'h', '2026-03-01', 'Ett tryggt hem.'), ('tom', 'h', '2026-04-01', NULL);
             INSERT INTO step (id, recruitment_id, step, done_on, text) VALUES ('s', 'r', 'told_family', '2026-11-05', 'Ett årtal rättades.');
             INSERT INTO text_version (id, entity, row_id, field, at, user_id, text) VALUES ('v', 'recruitment', 'r', 'summary', '2026-10-01T10:00:00Z', 'u', 'Ett hem.');
             INSERT INTO draft (key, user_id, at, text) VALUES ('recruitment/r/summary', 'u', '2026-10-01T10:00:00Z', 'Ett tryg');",
        )
        .unwrap();
        Migrations::from_slice(ALL).to_latest(&mut conn).unwrap();
        let one = |sql: &str| -> String { conn.query_row(sql, [], |row| row.get(0)).unwrap() };
        assert_eq!(
            one(
                "SELECT assessment || '|' || sent_on || '|' || answered_on || '|' || answer || '|' || comments FROM investigation WHERE id = 'r'"
            ),
            "Ett tryggt hem.|2026-11-05|2026-11-05|comments|Ett årtal rättades."
        );
        assert_eq!(
            one("SELECT entity || '/' || field FROM text_version"),
            "investigation/assessment"
        );
        assert_eq!(one("SELECT key FROM draft"), "investigation/r/assessment");
        assert_eq!(
            one("SELECT CAST(count(*) AS TEXT) FROM step WHERE gone_at IS NULL"),
            "0"
        );
        assert_eq!(one("SELECT CAST(count(*) AS TEXT) FROM investigation"), "2");
    }
}
