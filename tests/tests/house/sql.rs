//! Statements that write stand in the `sql.rs` of the capability that owns the table, or in the store.

use std::collections::BTreeMap;

use crate::rust::split;
use crate::tree::{Source, product_rust};

/// What a writing statement begins with, in capitals as our SQL is written, and the words
/// before the table's name.
const WRITES: &[&str] = &[
    "INSERT INTO ",
    "INSERT OR IGNORE INTO ",
    "INSERT OR REPLACE INTO ",
    "REPLACE INTO ",
    "DELETE FROM ",
    "DROP TABLE ",
    "CREATE TABLE ",
    "ALTER TABLE ",
    "UPDATE ",
];

/// Line and table of every writing statement in a file's texts.
fn writes(file: &Source) -> Vec<(usize, String)> {
    let mut res = Vec::new();
    for (line, text) in split(&file.text).texts {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for write in WRITES {
            for (at, _) in text.match_indices(write) {
                let after = &text[at + write.len()..];
                let begins = at == 0 || text[..at].ends_with([' ', ';', '(', '"']);
                let table = after.split([' ', '(', ';']).next().unwrap_or_default();
                // An upsert's `DO UPDATE SET`, `FOR UPDATE OF` and a trigger's `UPDATE ON` name no table.
                let named = !["", "SET", "OF", "ON"].contains(&table);
                // "INSERT OR REPLACE INTO" also ends in "REPLACE INTO".
                if begins && named && !text[..at].ends_with("INSERT OR ") {
                    res.push((line, table.to_owned()));
                }
            }
        }
    }
    res
}

/// True for the places where a statement may write. History is a list and owns its one table.
fn may_write(path: &str) -> bool {
    let core = path.strip_prefix("src-tauri/core/src/");
    core.is_some_and(|it| {
        it == "history.rs"
            || it.starts_with("store/")
            || it.ends_with("/sql.rs")
            || it.contains("/sql/")
    })
}

/// Tables that more than one capability writes. The store carries whole files (bundles,
/// upgrades) and is nobody's rival; names put together at run time are its own.
fn two_writers(files: &[Source]) -> Vec<String> {
    let mut writers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for file in files {
        let Some((folder, _)) = file
            .path
            .strip_prefix("src-tauri/core/src/")
            .and_then(|it| it.split_once('/'))
        else {
            continue;
        };
        if folder == "store" {
            continue;
        }
        for (_, table) in writes(file)
            .into_iter()
            .filter(|(_, table)| !table.contains('{'))
        {
            let folders = writers.entry(table).or_default();
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
    }
    let shared = writers.into_iter().filter(|(_, folders)| folders.len() > 1);
    shared
        .map(|(table, folders)| format!("{table}: {}", folders.join(", ")))
        .collect()
}

#[test]
fn statements_that_write_stand_in_sql_rs() {
    let files = product_rust();
    let wrong: Vec<String> = files
        .iter()
        .filter(|file| !may_write(&file.path))
        .flat_map(|file| {
            writes(file)
                .into_iter()
                .map(|(line, table)| format!("{}:{line}: {table}", file.path))
        })
        .collect();
    crate::none("a writing statement outside sql.rs and store/", &wrong);
}

#[test]
fn every_table_has_one_writer() {
    crate::none("a table with two writers", &two_writers(&product_rust()));
}

#[cfg(test)]
mod doctored {
    use super::*;

    fn file(path: &str, text: &str) -> Source {
        Source {
            path: format!("src-tauri/core/src/{path}"),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_write_in_the_wrong_file_is_seen() {
        let it = file(
            "homes/mod.rs",
            "fn a() {\n    tx.execute(\"INSERT INTO\n  home (id) VALUES (?1)\", [])\n}",
        );
        assert_eq!(writes(&it), [(2, "home".to_owned())]);
        assert!(!may_write(&it.path));
        assert!(
            may_write("src-tauri/core/src/homes/sql.rs")
                && may_write("src-tauri/core/src/store/open.rs")
        );
        assert!(!may_write("src-tauri/cli/src/sql.rs"));
    }

    #[test]
    fn every_kind_of_write_is_seen() {
        for text in [
            "UPDATE home SET a = 1",
            "DELETE FROM home",
            "INSERT OR REPLACE INTO home VALUES (1)",
            "ALTER TABLE home ADD x",
        ] {
            assert_eq!(
                writes(&file("a.rs", &format!("let q = \"{text}\";"))).len(),
                1,
                "{text}"
            );
        }
        assert_eq!(
            writes(&file(
                "a.rs",
                "let q = \"SELECT a FROM home\"; // UPDATE home SET"
            ))
            .len(),
            0
        );
        let upsert =
            "let q = \"INSERT INTO home (a) VALUES (1) ON CONFLICT DO UPDATE SET a = excluded.a\";";
        assert_eq!(writes(&file("a.rs", upsert)).len(), 1);
    }

    #[test]
    fn a_second_writer_is_seen() {
        let homes = file(
            "homes/sql.rs",
            "let q = \"INSERT INTO home (a) VALUES (1)\";",
        );
        let board = file("board/sql.rs", "let q = \"UPDATE home SET a = 1\";");
        assert_eq!(two_writers(&[homes, board]), ["home: homes, board"]);
    }
}
