//! An answer never becomes a matching attribute or a column of a list: only the capabilities
//! that own answers, assessments and records of methods read their tables.

use crate::rust::split;
use crate::tree::{Source, product_rust, read};

/// Tables that hold what somebody answered or how they were judged.
const PRIVATE: &[&str] = &[
    "answer",
    "assessment",
    "screening",
    "household_assessment",
    "method_record",
    "method_area",
    "form_answer",
];

/// Who may read them: the owners, and the store and the exchange that carry whole files.
const OWNERS: &[&str] = &["recruitment", "instruments", "store", "exchange"];

/// The day's list asks when an interview is planned, and nothing else.
const DAY_ONLY: &[(&str, &str)] = &[(
    "placements/sql.rs",
    "SELECT 'interview', m.planned_on, m.method,",
)];

/// Line and table of every place where a statement reads or writes one of the tables.
fn touches(file: &Source) -> Vec<(usize, String)> {
    let mut res = Vec::new();
    for (line, text) in split(&file.text).texts {
        let words: Vec<&str> = text
            .split(|it: char| !(it.is_alphanumeric() || it == '_'))
            .filter(|it| !it.is_empty())
            .collect();
        for pair in words.windows(2) {
            if ["FROM", "JOIN", "INTO", "UPDATE"].contains(&pair[0]) && PRIVATE.contains(&pair[1]) {
                res.push((line, pair[1].to_owned()));
            }
        }
    }
    res
}

/// Where somebody else than the owners touches one.
fn strangers(file: &Source) -> Vec<String> {
    let Some(inside) = file.path.strip_prefix("src-tauri/core/src/") else {
        return Vec::new();
    };
    let folder = inside.split('/').next().unwrap_or_default();
    if OWNERS.contains(&folder) {
        return Vec::new();
    }
    let excused = DAY_ONLY
        .iter()
        .filter(|(path, text)| *path == inside && file.text.contains(text))
        .count();
    let found = touches(file);
    if found.len() <= excused {
        return Vec::new();
    }
    found
        .into_iter()
        .map(|(line, table)| format!("{}:{line}: {table}", file.path))
        .collect()
}

#[test]
fn no_list_no_match_and_no_paper_reads_an_answer() {
    let files = product_rust();
    assert!(
        files.iter().any(|it| !touches(it).is_empty()),
        "the owners are seen"
    );
    let wrong: Vec<String> = files.iter().flat_map(strangers).collect();
    crate::none("answers and assessments read outside recruitment", &wrong);
}

/// The fields of one exported type, by its name in `types.ts`.
fn fields_of(types: &str, name: &str) -> String {
    let start = types
        .find(&format!("export type {name} = "))
        .unwrap_or_else(|| panic!("{name} is exported"));
    let body = &types[start..];
    let end = body.find("};").unwrap_or(body.len());
    body[..end].to_lowercase()
}

#[test]
fn no_row_of_a_list_has_room_for_an_answer() {
    let types = read("ui/src/api/types.ts");
    for name in ["HomeRow", "BoardRow", "HomeCard"] {
        let fields = fields_of(&types, name);
        assert!(fields.len() > 100, "{name}: {fields}");
        for word in [
            "answers",
            "assessments",
            "outcome",
            "levels",
            "score",
            "methodrecord",
        ] {
            assert!(!fields.contains(word), "{name} has {word}");
        }
    }
}

#[cfg(test)]
mod doctored {
    use super::*;

    fn wrong(path: &str, text: &str) -> usize {
        strangers(&Source {
            path: format!("src-tauri/core/src/{path}"),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn a_stranger_is_seen() {
        let joined = "let q = \"SELECT h.id FROM home h\n JOIN answer a ON a.x = h.x\";";
        assert_eq!(wrong("homes/sql/list.rs", joined), 1);
        assert_eq!(wrong("recruitment/sql.rs", joined), 0);
        let level = "let q = \"SELECT level FROM assessment\";";
        assert_eq!(wrong("matching/gather.rs", level), 1);
        assert_eq!(wrong("board/gather.rs", level), 1);
        // A register check has a column of that name, which is another thing.
        assert_eq!(
            wrong(
                "homes/sql.rs",
                "let q = \"SELECT assessment FROM register_check\";"
            ),
            0
        );
        assert_eq!(
            wrong(
                "placements/sql.rs",
                "let q = \"SELECT m.suits FROM method_record m\";"
            ),
            1
        );
    }
}
