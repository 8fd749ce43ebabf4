//! The old spreadsheet through the door: looked at, mended, taken in, taken back.
//!
//! The reader is the command line's own program in a process of its own. Expected
//! figures are the hand counts in `tests/sheets/make.py`.

use std::path::PathBuf;

use hemvist_tests::{Unit, program, root};
use serde_json::{Value, json};

fn sheet(name: &str) -> PathBuf {
    root().join("tests/sheets").join(name)
}

fn unit() -> Unit {
    let reader = program("hemvist-cli");
    assert!(
        reader.is_file(),
        "build hemvist-cli first: it reads strange files"
    );
    let mut unit = Unit::on("2026-11-23");
    unit.desk().set_reader(&reader);
    unit
}

#[track_caller]
fn look(unit: &mut Unit, edits: &Value) -> Value {
    unit.ask(
        "sheet_preview",
        json!({ "path": sheet("familjehem.xlsx"), "mapping": null, "edits": edits }),
    )
}

#[track_caller]
fn row<'a>(look: &'a Value, name: &str) -> &'a Value {
    look["preview"]["rows"]
        .as_array()
        .and_then(|rows| {
            rows.iter()
                .find(|it| it["fields"]["name"].to_string().contains(name))
        })
        .unwrap_or_else(|| panic!("no row about {name}"))
}

/// Cells of a row that nothing was read from.
fn unread(row: &Value) -> Vec<&str> {
    let problems = row["problems"].as_array().into_iter().flatten();
    let unread = problems.filter(|it| it["used"].is_null());
    unread.filter_map(|it| it["code"].as_str()).collect()
}

fn total(unit: &mut Unit) -> u64 {
    unit.ask("home_list", json!({}))["total"]
        .as_u64()
        .expect("a count")
}

#[test]
fn the_old_register_is_looked_at_mended_taken_in_and_taken_back() {
    let mut unit = unit();
    let seen = look(&mut unit, &json!({}));
    assert_eq!(
        seen["preview"]["counts"],
        json!({ "homes": 47, "carers": 83, "unread": 7, "assumed": 11 })
    );
    let skipped = seen["preview"]["skipped"].as_array().expect("a list");
    let mut reasons: Vec<&str> = skipped
        .iter()
        .filter_map(|it| it["reason"].as_str())
        .collect();
    reasons.sort_unstable();
    assert_eq!(reasons, ["heading", "remark", "sum"]);
    assert_eq!(seen["doubles"], json!([]));
    assert_eq!(total(&mut unit), 0, "looking writes nothing");

    // One cell is mended, one row is left out.
    let fil = row(&seen, "Fil");
    assert_eq!(unread(fil), ["wrong_check_digit"]);
    let grep = row(&seen, "Grep");
    let mut edits = json!({
        "cells": [{ "key": fil["key"], "field": "personal_number", "text": "19121212-1212" }],
        "left_out": [grep["key"]],
        "keep_together": []
    });
    let mended = look(&mut unit, &edits);
    assert_eq!(unread(row(&mended, "Fil")), Vec::<&str>::new());
    assert_eq!(row(&mended, "Grep")["left_out"], true);
    // Of "Grep" two carers, one unread telephone and one assumed answer go with it.
    assert_eq!(
        mended["preview"]["counts"],
        json!({ "homes": 46, "carers": 81, "unread": 5, "assumed": 10 })
    );
    assert_eq!(total(&mut unit), 0);

    let made = unit.ask(
        "sheet_import",
        json!({ "path": sheet("familjehem.xlsx"), "mapping": seen["mapping"], "edits": edits }),
    );
    assert_eq!(made["homes"], 46);
    assert_eq!(total(&mut unit), 46);
    let found = unit.ask("search", json!({ "text": "19121212-1212" }));
    assert_eq!(
        found["people"][0]["name"], "Lena Fil",
        "the mended number: {found}"
    );
    let card = unit.ask("home_card", json!({ "id": found["people"][0]["home"] }));
    assert_eq!(card["phone"], "070-174 06 46");
    // A date in an old list is no investigation by a socialnämnd (SoL 22:2).
    assert!(card["investigated_on"].is_null(), "{card}");
    let found = unit.ask("search", json!({ "text": "Stämjärn" }));
    let card = unit.ask("home_card", json!({ "id": found["homes"][0]["id"] }));
    let text = card["description"].as_str().unwrap_or_default();
    assert!(
        text.contains("Vill ha syskon. Ring först!") && text.contains("Handläggare: AK"),
        "what has no field stands in the description: {text}"
    );
    assert_eq!(
        unit.ask("search", json!({ "text": "Grep" }))["homes"],
        json!([])
    );

    // The same file again: every home that was taken in is told of.
    let again = look(&mut unit, &json!({}));
    let doubles = again["doubles"].as_array().expect("a list");
    let of_grep = doubles.iter().any(|it| it["key"] == grep["key"]);
    assert_eq!(doubles.len(), 46, "all that are in the register");
    assert!(!of_grep, "the row that was left out is no double");

    let list = unit.ask("imports", json!({}));
    assert_eq!(list[0]["file"], "familjehem.xlsx");
    unit.ask("undo_import", json!({ "id": made["id"] }));
    assert_eq!(total(&mut unit), 0, "all is taken back");
    assert_eq!(
        unit.ask("search", json!({ "text": "Lena Fil" }))["people"],
        json!([])
    );
    assert_eq!(unit.ask("imports", json!({}))[0]["undone_on"], "2026-11-23");
    assert_eq!(
        unit.refused("undo_import", json!({ "id": made["id"] }))["kind"],
        "not_found"
    );

    // Taken in once more and worked with: nobody's work is taken back.
    edits["left_out"] = json!([]);
    let made = unit.ask(
        "sheet_import",
        json!({ "path": sheet("familjehem.xlsx"), "mapping": null, "edits": edits }),
    );
    assert_eq!(made["homes"], 47);
    let found = unit.ask("search", json!({ "text": "Lena Fil" }));
    unit.ask(
        "add_note",
        json!({ "home": found["people"][0]["home"], "kind": "call", "text": "Ringde." }),
    );
    let refused = unit.refused("undo_import", json!({ "id": made["id"] }));
    assert_eq!(refused["kind"], "blocked");
    assert_eq!(
        refused["blockers"][0]["kind"], "changed_since_import",
        "{refused}"
    );
    assert_eq!(total(&mut unit), 47);
    assert_eq!(unit.ask("verify", json!({}))["whole"], true);
}

#[test]
fn a_bad_file_is_told_of_as_such_and_nothing_is_written() {
    let mut unit = unit();
    // What each file is, and what it must be called, as its maker says.
    for (name, code) in [
        ("bad/empty.xlsx", "empty_file"),
        ("bad/picture.csv", "not_a_spreadsheet"),
        ("bad/old.xls", "old_excel"),
        ("bad/web-page.xlsx", "web_page"),
        ("bad/protected.xlsx", "password_protected"),
        ("bad/cut-off.xlsx", "damaged"),
        ("bad/bomb.xlsx", "unpacks_too_large"),
        ("bad/many-sheets.xlsx", "too_many_sheets"),
        ("bad/laughs.xlsx", "forbidden_content"),
    ] {
        let input = json!({ "path": sheet(name), "mapping": null, "edits": {} });
        for call in ["sheet_preview", "sheet_import"] {
            let refused = unit.refused(call, input.clone());
            assert_eq!(refused["kind"], "sheet", "{name}: {refused}");
            assert_eq!(refused["error"]["code"], code, "{name}: {refused}");
        }
    }
    let gone = json!({ "path": sheet("bad/there-is-none.xlsx"), "mapping": null, "edits": {} });
    assert_eq!(unit.refused("sheet_preview", gone)["field"], "path");
    assert_eq!(total(&mut unit), 0);
    assert_eq!(unit.ask("imports", json!({})), json!([]));
}

#[test]
fn a_reader_that_is_not_there_is_told_of() {
    let mut unit = unit();
    let nowhere = unit.folder().join("no-such-program");
    unit.desk().set_reader(&nowhere);
    let input = json!({ "path": sheet("familjehem.xlsx"), "mapping": null, "edits": {} });
    assert_eq!(
        unit.refused("sheet_preview", input)["error"]["code"],
        "reader_not_started"
    );
}
