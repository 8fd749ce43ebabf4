//! Long work that somebody stops leaves nothing, and tells how far it has come.

use std::path::Path;

use chrono::{TimeZone, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::import::ReadSheet;
use super::sheet;
use crate::accounts::Cost;
use crate::error::{Error, Reason};
use crate::progress::Doing;
use crate::{Desk, Moment};

const SHEET: &[u8] = include_bytes!("../../../../tests/sheets/familjehem.xlsx");

fn ask(desk: &mut Desk, name: &str, input: Value) -> Result<Value, Error> {
    let noon = Utc.with_ymd_and_hms(2026, 11, 23, 11, 0, 0).unwrap();
    desk.call(name, input, Moment::new(noon, None))
}

fn practice(folder: &Path) -> Desk {
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    let path = folder.join("unit.hemvist");
    ask(&mut desk, "create_practice", json!({ "path": path })).unwrap();
    desk
}

fn digest(desk: &mut Desk) -> Value {
    ask(desk, "verify", json!({})).unwrap()["digest"].clone()
}

/// The homes' sheet as a file, read already: the tests start no child.
fn sheet(desk: &mut Desk, folder: &Path) -> Value {
    let path = folder.join("familjehem.xlsx");
    std::fs::write(&path, SHEET).unwrap();
    desk.sheet = Some(ReadSheet::for_test(
        Sha256::digest(SHEET).into(),
        sheet::read(SHEET).unwrap(),
    ));
    json!({ "path": path, "mapping": null })
}

#[test]
fn a_stopped_export_leaves_no_file_no_folder_and_no_line() {
    let scratch = tempfile::tempdir().unwrap();
    let mut desk = practice(scratch.path());
    let before = digest(&mut desk);
    let folder = scratch.path().join("ut");
    desk.progress().cancel_at(50);
    let refused = ask(&mut desk, "export_bundle", json!({ "folder": folder }));
    assert!(matches!(refused, Err(Error::Cancelled)), "{refused:?}");
    assert!(!folder.exists(), "the folder was made for it");
    assert_eq!(digest(&mut desk), before);

    // In a folder that was there, nothing is added.
    let folder = scratch.path().join("arkiv");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("annat.txt"), "vårt").unwrap();
    desk.progress().cancel_at(50);
    assert!(ask(&mut desk, "export_bundle", json!({ "folder": folder })).is_err());
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn a_stopped_import_of_the_old_register_leaves_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let mut desk = practice(scratch.path());
    let before = digest(&mut desk);
    let input = sheet(&mut desk, scratch.path());
    desk.progress().cancel_at(20);
    let refused = ask(&mut desk, "sheet_import", input.clone());
    assert!(matches!(refused, Err(Error::Cancelled)), "{refused:?}");
    assert_eq!(digest(&mut desk), before);
    assert_eq!(desk.progress().running(), None);

    // Nothing hinders the next try.
    desk.progress().cancel_at(u32::MAX);
    let made = ask(&mut desk, "sheet_import", input).unwrap();
    assert_eq!(made["homes"], 47);
}

#[test]
fn a_stopped_import_of_a_bundle_leaves_nothing() {
    let scratch = tempfile::tempdir().unwrap();
    let mut old = practice(scratch.path());
    let told = ask(
        &mut old,
        "export_bundle",
        json!({ "folder": scratch.path() }),
    )
    .unwrap();
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    let path = scratch.path().join("new.hemvist");
    ask(&mut desk, "create_practice", json!({ "path": path })).unwrap();
    let before = digest(&mut desk);
    let input = json!({ "path": told["path"], "dry_run": false });
    desk.progress().cancel_at(300);
    let refused = ask(&mut desk, "import_bundle", input);
    assert!(matches!(refused, Err(Error::Cancelled)), "{refused:?}");
    assert_eq!(digest(&mut desk), before);
}

#[test]
fn progress_rises_row_by_row_to_the_whole() {
    let scratch = tempfile::tempdir().unwrap();
    let mut desk = practice(scratch.path());
    let input = sheet(&mut desk, scratch.path());
    ask(&mut desk, "sheet_import", input).unwrap();
    let seen: Vec<_> = desk
        .progress()
        .seen()
        .into_iter()
        .filter(|it| it.0 == Doing::TakingIn)
        .collect();
    let wanted: Vec<_> = (0..=47).map(|done| (Doing::TakingIn, done, 47)).collect();
    assert_eq!(seen, wanted);
}

#[test]
fn a_row_without_a_compulsory_value_is_told_as_such_and_not_as_different() {
    let scratch = tempfile::tempdir().unwrap();
    let mut desk = practice(scratch.path());
    let told = ask(
        &mut desk,
        "export_bundle",
        json!({ "folder": scratch.path() }),
    )
    .unwrap();
    let text = std::fs::read_to_string(told["path"].as_str().unwrap()).unwrap();
    let header = text.lines().next().unwrap();
    let path = scratch.path().join("fel.jsonl");
    let mut check = |row: Value, field: &str, reason: Reason| {
        std::fs::write(&path, format!("{header}\n{row}\n")).unwrap();
        let refused = ask(
            &mut desk,
            "import_bundle",
            json!({ "path": path, "dry_run": true }),
        );
        match refused {
            Err(Error::Invalid {
                field: at,
                reason: why,
            }) => assert_eq!((at.as_str(), why), (field, reason)),
            other => panic!("{other:?}"),
        }
    };
    check(
        json!({ "table": "home", "id": "x1", "rev": 1, "kind": "familjehem", "protected": 0 }),
        "line 2: home.name",
        Reason::Required,
    );
}
