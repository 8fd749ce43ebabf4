//! Who may know whom: window → core → documents, and the reading order inside core.

use crate::rust::{paths, split};
use crate::tree::{Source, product_rust, read, sources};

/// Core's folders in reading order: each may use those before it, never those after.
/// The lists (`api`, `blocker`, `history`) name everybody's types and stand outside the order.
const ORDER: &[&str] = &[
    "law",
    "store",
    "accounts",
    "people",
    "archive",
    "homes",
    "instruments",
    "recruitment",
    "children",
    "matching",
    "placements",
    "board",
    "prints",
    "providers",
    "figures",
    "exchange",
];

/// Folders of the lists themselves.
const LISTS: &[&str] = &["api", "blocker", "history", "desk"];

/// Reaches up the order that hold: who, what, and why it is no knot.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("store", "accounts"), // the file is opened with a key of accounts, and a caller has a role
    ("store", "people"), // a column type for personal numbers, and the folding of names that SQL sorts by
    ("accounts", "people"), // the same folding for what a person types as their own name
];

/// What a rule may not know: rules take facts and a day.
const NOT_FOR_RULES: &[&str] = &["store", "sql"];

fn place(name: &str) -> Option<usize> {
    ORDER.iter().position(|it| *it == name)
}

/// The folder (or file) of core that a path lies in.
fn capability(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src-tauri/core/src/")?;
    Some(
        inside
            .split_once('/')
            .map_or_else(|| inside.trim_end_matches(".rs"), |(folder, _)| folder),
    )
}

/// Where a file of core reaches up the order, into another's SQL, or from a rule to the database.
fn wrong_uses(file: &Source) -> Vec<String> {
    let Some(own) = capability(&file.path) else {
        return Vec::new();
    };
    let code = split(&file.text).code;
    let is_rules = file.name() == "rules.rs" || file.path.contains("/rules/");
    let mut used = paths(&code, "crate");
    // `super::` leaves the folder only when it names another one.
    used.extend(
        paths(&code, "super")
            .into_iter()
            .filter(|(_, path)| place(&path[0]).is_some() && path[0] != own),
    );
    let mut res = Vec::new();
    for (line, path) in used {
        let at = format!("{}:{line}: {}", file.path, path.join("::"));
        if path[0] != own && path.iter().any(|part| part == "sql") {
            res.push(format!("{at}: another capability's SQL"));
        }
        if let (Some(mine), Some(theirs)) = (place(own), place(&path[0]))
            && theirs > mine
            && !EXCEPTIONS.contains(&(own, path[0].as_str()))
        {
            res.push(format!("{at}: {own} comes before {}", path[0]));
        }
        if is_rules
            && path
                .iter()
                .any(|part| NOT_FOR_RULES.contains(&part.as_str()))
        {
            res.push(format!("{at}: a rule knows no database"));
        }
    }
    if is_rules
        && (code.contains("rusqlite")
            || !paths(&code, "super")
                .iter()
                .all(|(_, path)| path[0] != "sql"))
    {
        res.push(format!("{}: a rule knows no database", file.path));
    }
    res
}

/// Dependencies in a crate's manifest that it may not have.
fn wrong_dependencies(manifest: &str, forbidden: &[&str]) -> Vec<String> {
    let lines = manifest.lines().map(str::trim);
    lines
        .filter(|line| {
            forbidden.iter().any(|name| {
                line.strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with([' ', '.', '=', '-']))
            })
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn core_is_read_from_top_to_bottom() {
    let wrong: Vec<String> = sources("src-tauri/core/src", &[".rs"])
        .iter()
        .flat_map(wrong_uses)
        .collect();
    crate::none(
        "an earlier capability uses a later one, or the database from the wrong place",
        &wrong,
    );
}

#[test]
fn every_folder_of_core_has_a_place_in_the_order() {
    let mut wrong: Vec<String> = product_rust()
        .iter()
        .filter_map(|it| it.path.strip_prefix("src-tauri/core/src/"))
        .filter_map(|path| path.split_once('/'))
        .map(|(folder, _)| folder.to_owned())
        .filter(|folder| place(folder).is_none() && !LISTS.contains(&folder.as_str()))
        .collect();
    wrong.dedup();
    crate::none("a new folder in core needs its place in ORDER", &wrong);
}

#[test]
fn crates_point_one_way() {
    let check = |path: &str, forbidden: &[&str]| {
        crate::none(path, &wrong_dependencies(&read(path), forbidden));
    };
    check(
        "src-tauri/documents/Cargo.toml",
        &["hemvist-core", "hemvist", "tauri", "rusqlite"],
    );
    check(
        "src-tauri/core/Cargo.toml",
        &[
            "hemvist-cli",
            "hemvist-tests",
            "tauri",
            "wry",
            "tokio",
            "clap",
        ],
    );
    check("src-tauri/cli/Cargo.toml", &["tauri", "wry", "rusqlite"]);
    check(
        "src-tauri/Cargo.toml",
        &["hemvist-cli", "rusqlite", "printpdf", "lopdf"],
    );
}

#[test]
fn sql_stays_in_the_house_of_its_capability() {
    let wrong: Vec<String> = product_rust()
        .iter()
        .filter(|it| split(&it.text).code.contains("pub mod sql"))
        .map(|it| format!("{}: `mod sql` is private", it.path))
        .collect();
    crate::none("nobody outside may name another's statements", &wrong);
}

#[cfg(test)]
mod doctored {
    use super::*;

    fn wrong(path: &str, text: &str) -> usize {
        wrong_uses(&Source {
            path: format!("src-tauri/core/src/{path}"),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn a_reach_upwards_is_seen() {
        assert_eq!(wrong("homes/mod.rs", "use crate::matching::Band;"), 1);
        assert_eq!(
            wrong("homes/mod.rs", "use crate::{people::Name, board::{self}};"),
            1
        );
        assert_eq!(
            wrong("homes/mod.rs", "fn a() { super::matching::run() }"),
            1
        );
        assert_eq!(
            wrong(
                "matching/mod.rs",
                "use crate::homes::Home;\nuse crate::api::Call;"
            ),
            0
        );
        assert_eq!(
            wrong(
                "homes/mod.rs",
                "// crate::matching tells more\nuse super::rules;"
            ),
            0
        );
    }

    #[test]
    fn anothers_sql_is_seen() {
        assert_eq!(
            wrong("matching/mod.rs", "use crate::homes::{Home, sql};"),
            1
        );
        assert_eq!(
            wrong(
                "matching/mod.rs",
                "let h = crate::homes::sql::home(read, id)?;"
            ),
            1
        );
        assert_eq!(wrong("homes/mod.rs", "use crate::homes::sql;"), 0);
    }

    #[test]
    fn a_rule_with_a_database_is_seen() {
        assert_eq!(wrong("homes/rules.rs", "use crate::store::Read;"), 1);
        assert_eq!(wrong("homes/rules.rs", "use rusqlite::Connection;"), 1);
        assert_eq!(wrong("homes/rules.rs", "use super::sql;"), 1);
        assert_eq!(
            wrong(
                "homes/rules.rs",
                "use super::Home;\nuse crate::law::Deadline;\nuse chrono::NaiveDate;"
            ),
            0
        );
    }

    #[test]
    fn a_forbidden_dependency_is_seen() {
        assert_eq!(
            wrong_dependencies("[dependencies]\ntauri.workspace = true\n", &["tauri"]).len(),
            1
        );
        assert_eq!(
            wrong_dependencies("tauri-plugin-dialog = \"2\"\n", &["tauri"]).len(),
            1
        );
        assert_eq!(
            wrong_dependencies("serde.workspace = true\n", &["tauri"]).len(),
            0
        );
    }
}
