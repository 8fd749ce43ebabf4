//! The open format: complete, lossless, described, and careful with what is
//! damaged or newer than itself.

use std::fs;
use std::path::PathBuf;

use hemvist_tests::Unit;
use serde_json::{Value, json};

/// A unit with something in many tables.
fn filled() -> Unit {
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Rönnbär", "kind": "familjehem", "locality": "Åmåla", "phone": "0701234567" }));
    let home = home.as_str().expect("a scratch unit answers").to_owned();
    unit.ask(
        "add_scope",
        json!({ "home": home, "care": "familjehem", "age_from": 6, "age_to": 12, "places": 2 }),
    );
    unit.ask("add_person", json!({ "home": home, "given_name": "Prova", "family_name": "Rönnbär", "role": "carer", "personal_number": "19121212-1212" }));
    unit.ask(
        "add_taken_place",
        json!({ "home": home, "municipality": "Granvik", "places": 1, "from_day": "2026-01-01" }),
    );
    unit.save(
        "home",
        &home,
        "description",
        None,
        "Rad ett.\n\"Rad två\" – å, ä och ö.",
    );
    unit.today = "2026-11-24".parse().expect("a scratch unit answers");
    unit.save(
        "home",
        &home,
        "description",
        Some("Rad ett.\n\"Rad två\" – å, ä och ö."),
        "Ny text.",
    );
    unit.ask(
        "keep_draft",
        json!({ "key": "new_enquiry", "text": "halvt" }),
    );
    let child = unit.ask(
        "create_child",
        json!({ "given_name": "Lo", "care": "familjehem" }),
    );
    assert!(child.is_string(), "the child's key: {child}");
    unit
}

fn export(unit: &mut Unit, to: &str) -> (PathBuf, Value) {
    let folder = unit.folder().join(to);
    let told = unit.ask("export_bundle", json!({ "folder": folder }));
    (
        told["path"]
            .as_str()
            .expect("a scratch unit answers")
            .into(),
        told,
    )
}

fn lines(path: &PathBuf) -> Vec<String> {
    fs::read_to_string(path)
        .expect("a scratch unit answers")
        .lines()
        .map(str::to_owned)
        .collect()
}

/// A copy of an export with line `number` (from 1) changed.
fn changed(unit: &Unit, path: &PathBuf, number: usize, change: impl Fn(&str) -> String) -> PathBuf {
    let mut all = lines(path);
    all[number - 1] = change(&all[number - 1]);
    let to = unit.folder().join("changed.jsonl");
    fs::write(&to, all.join("\n")).expect("a scratch unit answers");
    to
}

#[test]
fn every_line_is_as_the_schema_says() {
    let schema: Value =
        serde_json::from_str(include_str!("../../assets/bundle.schema.json")).unwrap();
    let valid = jsonschema::validator_for(&schema).unwrap();
    for mut unit in [filled(), Unit::practice()] {
        let (path, told) = export(&mut unit, "ut");
        let all = lines(&path);
        assert_eq!(
            all.len() as u64,
            told["rows"].as_u64().unwrap() + 1,
            "a header and the rows"
        );
        for (at, line) in all.iter().enumerate() {
            let line: Value = serde_json::from_str(line).unwrap();
            assert!(
                valid.is_valid(&line),
                "line {}: {} is not as described",
                at + 1,
                line["table"]
            );
        }
    }
    assert!(
        !valid.is_valid(&json!({ "table": "home", "id": "x" })),
        "the schema refuses something"
    );
    assert!(!valid.is_valid(&json!({ "table": "user", "id": "x", "rev": 1, "name": "A", "role": "reader", "password": "p" })));
}

#[test]
fn what_goes_out_comes_in_and_goes_out_the_same() {
    let mut first = filled();
    let (path, _) = export(&mut first, "ut");
    let out = lines(&path);

    let mut second = Unit::on("2026-12-01");
    let (own, _) = export(&mut second, "egen");
    let report = second.ask("import_bundle", json!({ "path": path }));
    assert_eq!(report["added"]["home"], 1);
    let (path, _) = export(&mut second, "ut");
    let back = lines(&path);

    // The header names the receiving unit; its own user and history stand beside what came.
    for line in &out[1..] {
        assert!(back.contains(line), "lost or changed: {}", &line[..40]);
    }
    let own = lines(&own);
    let more: Vec<&String> = back[1..]
        .iter()
        .filter(|it| !out.contains(it) && !own.contains(it))
        .collect();
    for line in more {
        assert!(
            line.starts_with(r#"{"table":"history""#),
            "only the receiving unit's own history is new"
        );
    }

    // And once more from there: a third unit has the very same rows of work.
    let mut third = Unit::on("2026-12-02");
    third.ask("import_bundle", json!({ "path": path }));
    let (path, _) = export(&mut third, "ut");
    let work = |all: &[String]| -> Vec<String> {
        all[1..]
            .iter()
            .filter(|it| {
                !it.starts_with(r#"{"table":"history""#) && !it.starts_with(r#"{"table":"user""#)
            })
            .cloned()
            .collect()
    };
    assert_eq!(
        work(&lines(&path)),
        work(&out),
        "the same bytes in the same order"
    );
    assert_eq!(third.ask("verify", json!({}))["whole"], true);
}

#[test]
fn the_digest_is_the_exported_files_own() {
    let mut unit = filled();
    let before = unit.ask("verify", json!({}))["digest"].clone();
    let (path, told) = export(&mut unit, "ut");
    assert_eq!(
        told["sha256"], before,
        "verify hashes what an export would hold"
    );
    let beside = fs::read_to_string(path.with_extension("jsonl.sha256")).unwrap();
    assert_eq!(
        beside,
        format!("{}  hemvist-2026-11-24.jsonl\n", before.as_str().unwrap())
    );
    assert_ne!(
        unit.ask("verify", json!({}))["digest"],
        before,
        "the export is a line of history too"
    );
}

#[test]
fn the_same_bundle_twice_changes_nothing() {
    let mut first = filled();
    let (path, told) = export(&mut first, "ut");
    let mut second = Unit::on("2026-12-01");
    second.ask("import_bundle", json!({ "path": path }));
    let again = second.ask("import_bundle", json!({ "path": path }));
    assert_eq!(again["added"], json!({}));
    assert_eq!(again["same"], told["rows"]);
}

#[test]
fn what_is_damaged_newer_or_altered_is_refused_whole() {
    let mut unit = filled();
    let (path, _) = export(&mut unit, "ut");
    let mut empty = Unit::on("2026-12-01");
    let mut refused = |path: PathBuf| empty.refused("import_bundle", json!({ "path": path }));

    let newer = changed(&unit, &path, 1, |it| {
        it.replace(r#""version":1"#, r#""version":2"#)
    });
    assert_eq!(refused(newer)["reason"]["code"], "from_the_future");
    let cut = changed(&unit, &path, 4, |it| it[..it.len() / 2].to_owned());
    assert_eq!(
        refused(cut),
        json!({ "kind": "invalid", "field": "file", "reason": { "code": "damaged", "line": 4 } })
    );
    let unknown = changed(&unit, &path, 2, |it| {
        it.replacen(r#""name""#, r#""nickname""#, 1)
    });
    assert!(
        refused(unknown)["field"]
            .as_str()
            .unwrap()
            .starts_with("line 2")
    );
    let last = lines(&path).len();
    let forged = changed(&unit, &path, last, |it| {
        it.replacen("2026-11-24", "2026-11-25", 1)
    });
    assert_eq!(refused(forged)["field"], "history");
    assert_eq!(
        empty.ask("home_list", json!({}))["total"],
        0,
        "nothing has come in"
    );
}

#[test]
fn made_up_people_never_come_into_a_real_register() {
    let mut practice = Unit::practice();
    let (path, _) = export(&mut practice, "ut");
    let mut real = Unit::on("2026-11-23");
    assert_eq!(
        real.refused("import_bundle", json!({ "path": path }))["reason"]["code"],
        "not_practice"
    );
}

#[test]
fn a_dry_run_tells_and_changes_nothing() {
    let mut first = filled();
    let (path, _) = export(&mut first, "ut");
    let mut second = Unit::on("2026-12-01");
    let before = second.ask("verify", json!({}))["digest"].clone();
    let would = second.ask("import_bundle", json!({ "path": path, "dry_run": true }));
    assert_eq!(second.ask("verify", json!({}))["digest"], before);
    assert_eq!(second.ask("import_bundle", json!({ "path": path })), would);
}
