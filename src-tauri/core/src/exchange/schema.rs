//! The open format described for other programs: `assets/bundle.schema.json`,
//! written from the database's own schema and `assets/bundle.toml`.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::bundle::TABLES;
use crate::error::{Error, Result};

/// What the tables and columns hold, in words.
const WORDS: &str = include_str!("../../../../assets/bundle.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    /// Columns that mean the same wherever they stand.
    every: BTreeMap<String, String>,
    table: BTreeMap<String, Described>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    en: String,
    sv: String,
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

/// JSON Schema (2020-12) of one line of a bundle.
///
/// # Errors
/// Our own only.
pub fn bundle_schema() -> Result<Value> {
    let conn = crate::store::empty_schema()?;
    let words: Words = toml::from_str(WORDS)
        .map_err(|err| Error::internal(format_args!("bundle.toml: {}", err.message())))?;
    let mut lines = vec![header()];
    for table in TABLES {
        let described = words
            .table
            .get(*table)
            .ok_or_else(|| Error::internal(format_args!("{table} is not described")))?;
        lines.push(line(&conn, table, described, &words.every)?);
    }
    Ok(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hemvist:bundle:1",
        "title": "One line of a Hemvist bundle",
        "description": "A bundle is JSON Lines in UTF-8: first the header, then one line per row, parents before children. A column without a value is left out. See bundle.md.",
        "oneOf": lines,
    }))
}

fn header() -> Value {
    json!({
        "title": "header",
        "description": "The first line.",
        "type": "object",
        "properties": {
            "format": { "const": "hemvist-bundle" },
            "version": { "type": "integer", "minimum": 1, "description": "Version of the format. A reader refuses what is newer than itself." },
            "practice": { "type": "boolean", "description": "Whether the people in it are made up." },
            "municipality": { "type": "string" },
            "committee": { "type": "string" },
        },
        "required": ["format", "version", "practice", "municipality", "committee"],
        "additionalProperties": false,
    })
}

fn line(
    conn: &Connection,
    table: &str,
    described: &Described,
    every: &BTreeMap<String, String>,
) -> Result<Value> {
    let sql: String = conn.query_row(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1",
        [table],
        |row| row.get(0),
    )?;
    let parents = parents(conn, table)?;
    let mut properties = Map::new();
    properties.insert("table".into(), json!({ "const": table }));
    let mut required = vec![Value::from("table")];
    let mut statement =
        conn.prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let mut rows = statement.query([table])?;
    while let Some(row) = rows.next()? {
        let (name, kind, not_null, key): (String, String, bool, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let mut column = shape(&kind, definition(&sql, &name));
        let said = described
            .columns
            .get(&name)
            .or_else(|| every.get(&name))
            .cloned();
        let text = match (parents.get(&name), said) {
            (Some(parent), Some(said)) => Some(format!("{said} Key of a {parent}.")),
            (Some(parent), None) => Some(format!("Key of a {parent}.")),
            (None, said) => said,
        };
        if let (Some(text), Some(column)) = (text, column.as_object_mut()) {
            column.insert("description".into(), text.into());
        }
        if not_null || key > 0 {
            required.push(name.clone().into());
        }
        properties.insert(name, column);
    }
    Ok(json!({
        "title": table,
        "description": format!("{} ({})", described.en, described.sv),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    }))
}

/// The text that defines a column: between the commas of the table's own
/// parenthesis. A column that a later migration added stands on no line of its own.
fn definition<'a>(sql: &'a str, column: &str) -> &'a str {
    let body = sql.split_once('(').map_or("", |(_, body)| body);
    let mut depth = 0_usize;
    body.split(|it| {
        match it {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        it == ',' && depth == 0
    })
    .map(|it| {
        // A remark above a column is not its definition.
        it.lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("--"))
            .map_or("", |line| {
                if line.split_whitespace().next() == Some(column) {
                    it
                } else {
                    ""
                }
            })
    })
    .find(|it| !it.is_empty())
    .unwrap_or_default()
}

fn shape(kind: &str, definition: &str) -> Value {
    match kind {
        "INTEGER" if definition.contains("IN (0, 1)") => {
            json!({ "type": "integer", "enum": [0, 1] })
        }
        "INTEGER" => json!({ "type": "integer" }),
        "BLOB" => {
            json!({ "type": "string", "contentEncoding": "base64", "pattern": "^[A-Za-z0-9+/]*={0,2}$" })
        }
        _ if definition.contains("IS date(") || definition.contains("date(today") => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        _ => json!({ "type": "string" }),
    }
}

fn parents(conn: &Connection, table: &str) -> Result<BTreeMap<String, String>> {
    let mut statement =
        conn.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
    let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_fresh() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../assets/bundle.schema.json"
        );
        let fresh = format!(
            "{}\n",
            serde_json::to_string_pretty(&bundle_schema().unwrap()).unwrap()
        );
        if std::env::var_os("HEMVIST_WRITE_TYPES").is_some() {
            std::fs::write(path, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
        assert!(
            committed == fresh,
            "assets/bundle.schema.json is stale: run `cargo xtask types`"
        );
    }

    #[test]
    fn every_table_goes_out() {
        let conn = crate::store::empty_schema().unwrap();
        let mut statement = conn
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
            )
            .unwrap();
        let all: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        for table in all {
            // The unit's own row is the header; its id is the receiving unit's.
            assert!(
                table == "unit" || TABLES.contains(&table.as_str()),
                "{table} would be lost"
            );
        }
    }

    #[test]
    fn words_describe_only_what_there_is() {
        let words: Words = toml::from_str(WORDS).unwrap();
        let schema = bundle_schema().unwrap();
        for (table, described) in &words.table {
            let line = schema["oneOf"]
                .as_array()
                .unwrap()
                .iter()
                .find(|it| it["title"] == table.as_str());
            let line = line.unwrap_or_else(|| panic!("{table} does not go out"));
            for column in described.columns.keys() {
                assert!(
                    line["properties"].get(column).is_some(),
                    "{table}.{column} is not there"
                );
            }
        }
    }
}
