//! What lies on the disk tells nobody a name, and neither does an error.
//!
//! Strings that are found nowhere else (canaries) are written into every text field
//! through the door; then every byte of every file in the unit's folder is searched.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use hemvist_core::store::fields::{Entity, Kind};
use hemvist_core::{board, children, homes, people, recruitment};
use hemvist_tests::{PASSWORD, USER, Unit};
use serde_json::{Value, json};

/// As many as security.md row 1 asks for.
const CANARIES: usize = 500;

/// Every kind of record that has a text of its own.
const ENTITIES: &[&Entity] = &[
    &homes::HOME,
    &homes::PERSON,
    &homes::SCOPE,
    &homes::WISH,
    &homes::PAUSE,
    &homes::TAKEN_PLACE,
    &homes::CAPABILITY,
    &homes::NOTE,
    &homes::REGISTER_CHECK,
    &recruitment::RECRUITMENT,
    &recruitment::STEP,
    &recruitment::REFERENCE,
    &children::CHILD,
    &children::NEED,
    &children::NETWORK_PERSON,
    &board::PAPER,
    &board::PAPER_ROW,
];

/// Words that nobody writes by chance, one unlike the other.
#[derive(Default)]
struct Canaries(Vec<String>);

impl Canaries {
    fn next(&mut self) -> String {
        let number = self.0.len();
        // Every other has letters that UTF-8 and UTF-16 write in ways of their own.
        let word = if number.is_multiple_of(2) {
            "Kanarie"
        } else {
            "Gråsiska"
        };
        let it = format!("{word}{number:04}xq");
        self.0.push(it.clone());
        it
    }
}

fn key(value: &Value) -> String {
    value.as_str().expect("a key").to_owned()
}

/// Puts a canary into every text field of a row.
fn fill(unit: &mut Unit, all: &mut Canaries, entity: &str, id: &str) {
    let fields = ENTITIES
        .iter()
        .find(|it| it.name == entity)
        .expect("listed");
    for field in fields.fields {
        let (value, was) = match field.kind {
            Kind::Line(_) if field.name == "owner_id" => continue,
            Kind::Line(_) | Kind::Text => (all.next(), stands(unit, entity, id, field.name)),
            Kind::Email => (
                format!("{}@exempel.se", all.next().to_lowercase().replace('å', "a")),
                Value::Null,
            ),
            _ => continue,
        };
        unit.ask(
            "save_field",
            json!({ "entity": entity, "id": id, "field": field.name, "value": value, "was": was }),
        );
    }
}

/// What a field holds: the refusal of a save that never read it says so.
fn stands(unit: &mut Unit, entity: &str, id: &str, field: &str) -> Value {
    let probe = json!({ "entity": entity, "id": id, "field": field, "value": "?", "was": "något helt annat" });
    unit.refused("save_field", probe)["theirs"].clone()
}

/// One home with everything that can be written about it, in recruitment.
fn home(unit: &mut Unit, all: &mut Canaries, number: &str) -> String {
    let enquiry = json!({ "name": all.next(), "phone": "0701740605", "locality": all.next(), "source": "phone", "text": all.next() });
    let family = key(&unit.ask("open_enquiry", enquiry));
    let page = unit.ask("recruitment_family", json!({ "id": family }));
    let home = key(&page["home"]["id"]);
    fill(unit, all, "home", &home);
    fill(unit, all, "recruitment", &family);
    let person = json!({ "home": home, "given_name": all.next(), "family_name": all.next(), "role": "carer", "personal_number": number });
    let person = key(&unit.ask("add_person", person));
    fill(unit, all, "person", &person);
    for (entity, call, input) in [
        (
            "scope",
            "add_scope",
            json!({ "home": home, "care": "familjehem", "places": 2 }),
        ),
        (
            "wish",
            "add_wish",
            json!({ "home": home, "strength": "limit", "text": all.next() }),
        ),
        (
            "pause",
            "add_pause",
            json!({ "home": home, "from_day": "2026-01-01", "to_day": "2026-02-01", "reason": all.next() }),
        ),
        (
            "taken_place",
            "add_taken_place",
            json!({ "home": home, "municipality": all.next(), "places": 1, "from_day": "2026-01-01" }),
        ),
        (
            "capability",
            "add_capability",
            json!({ "home": home, "need_key": "adhd", "level": "yes", "evidence": "stated", "text": all.next() }),
        ),
        (
            "note",
            "add_note",
            json!({ "home": home, "kind": "call", "text": all.next() }),
        ),
        (
            "register_check",
            "ask_check",
            json!({ "person": person, "register": "belastningsregistret" }),
        ),
        (
            "step",
            "record_step",
            json!({ "recruitment": family, "step": "home_visit", "done_on": "2026-11-01" }),
        ),
        (
            "reference",
            "add_reference",
            json!({ "recruitment": family, "kind": "work", "given_by": all.next() }),
        ),
    ] {
        let id = key(&unit.ask(call, input));
        fill(unit, all, entity, &id);
    }
    unit.ask(
        "save_home_fact",
        json!({ "home": home, "key": "pets", "value": all.next() }),
    );
    unit.ask("save_assessment", json!({ "recruitment": family, "person": person, "part": "a", "level": "no_known_risk", "reason": all.next() }));
    // What is half written and what is only searched for is no less personal.
    unit.ask(
        "keep_draft",
        json!({ "key": format!("person/{person}/phone"), "text": all.next() }),
    );
    unit.ask("search", json!({ "text": all.next() }));
    unit.ask(
        "similar_homes",
        json!({ "name": all.next(), "phone": "", "personal_number": "" }),
    );
    home
}

fn child(unit: &mut Unit, all: &mut Canaries, home: &str) {
    let new = json!({ "given_name": all.next(), "family_name": all.next(), "personal_number": "20170101-2393", "care": "familjehem", "start_on": "2026-12-01", "case_number": all.next() });
    let child = key(&unit.ask("create_child", new));
    fill(unit, all, "child", &child);
    for (entity, call, input) in [
        (
            "need",
            "add_need",
            json!({ "child": child, "need_key": "adhd", "importance": "essential", "text": all.next() }),
        ),
        (
            "need",
            "add_need",
            json!({ "child": child, "need_key": "cat", "importance": "wish", "own_words": true, "text": all.next() }),
        ),
        (
            "network_person",
            "add_network_person",
            json!({ "child": child, "name": all.next(), "relation": all.next(), "outcome": "declined", "reason": all.next() }),
        ),
    ] {
        let id = key(&unit.ask(call, input));
        fill(unit, all, entity, &id);
    }
    let paper = key(&unit.ask("start_paper", json!({ "child": child, "home": home })));
    fill(unit, all, "paper", &paper);
    let view = unit.ask("paper", json!({ "id": paper }));
    let parts: Vec<Value> = view["tables"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|it| it["kind"]["part"].clone())
        .collect();
    for part in parts {
        let row = key(&unit.ask("add_paper_row", json!({ "paper": paper, "part": part })));
        fill(unit, all, "paper_row", &row);
    }
}

/// A unit that is full of canaries, and is open.
fn full() -> (Unit, Canaries) {
    let mut unit = Unit::on("2026-11-23");
    let mut all = Canaries::default();
    for setting in [
        "unit_lines",
        "footer",
        "sign1_name",
        "sign1_title",
        "sign2_name",
        "sign2_title",
        "distribution",
    ] {
        let was = unit.ask("settings", json!({}))[setting].clone();
        unit.ask(
            "save_setting",
            json!({ "key": setting, "value": all.next(), "was": was }),
        );
    }
    unit.ask("add_user", json!({ "name": all.next(), "role": "recruiter", "password": format!("lösen {}", all.next()) }));
    let numbers = ["19121212-1212"];
    while all.0.len() < CANARIES {
        let home = home(&mut unit, &mut all, numbers[0]);
        child(&mut unit, &mut all, &home);
    }
    (unit, all)
}

/// Every canary found in a file of a folder, as it is written in UTF-8 and UTF-16.
fn seen(folder: &Path, all: &Canaries) -> (Vec<String>, u64) {
    let wide =
        |it: &str, end: fn(u16) -> [u8; 2]| it.encode_utf16().flat_map(end).collect::<Vec<u8>>();
    let mut forms: Vec<(String, Vec<u8>)> = Vec::new();
    for it in all.0.iter().chain(&[USER.to_owned(), PASSWORD.to_owned()]) {
        for word in [it.clone(), it.to_lowercase()] {
            forms.push((it.clone(), word.as_bytes().to_vec()));
            forms.push((it.clone(), wide(&word, u16::to_le_bytes)));
            forms.push((it.clone(), wide(&word, u16::to_be_bytes)));
        }
    }
    // All begin with one of few bytes, so that most of a file is passed over at once.
    let starts: HashSet<[u8; 3]> = forms.iter().map(|(_, it)| [it[0], it[1], it[2]]).collect();
    let (mut found, mut bytes) = (Vec::new(), 0);
    for entry in fs::read_dir(folder).expect("the unit's folder") {
        let path = entry.expect("a file").path();
        let content = fs::read(&path).expect("a file of ours");
        bytes += content.len() as u64;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        assert!(
            !all.0.iter().any(|it| name.contains(it)),
            "a file's name: {name}"
        );
        for (at, three) in content.windows(3).enumerate() {
            if starts.contains(three) {
                let here = &content[at..];
                found.extend(
                    forms
                        .iter()
                        .filter(|(_, it)| here.starts_with(it))
                        .map(|(it, _)| format!("{it} in {name}")),
                );
            }
        }
    }
    (found, bytes)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the unit's folder")
        .map(|it| {
            it.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

#[test]
fn no_file_holds_a_readable_word() {
    let (mut unit, all) = full();
    assert!(all.0.len() >= CANARIES);
    let open = seen(unit.folder(), &all);
    assert_eq!(open.0, Vec::<String>::new(), "while the unit is open");
    let files = names(unit.folder());
    for ending in [
        "unit.hemvist",
        "unit.hemvist-wal",
        "unit.hemvist.keys",
        "unit.hemvist.lock",
    ] {
        assert!(
            files.iter().any(|it| it == ending),
            "{ending} is among {files:?}"
        );
    }
    let register = fs::read(unit.path()).expect("the register");
    assert!(
        !register.starts_with(b"SQLite format 3"),
        "the register is a plain database"
    );

    // The same words, where they are meant to be readable: the search does find them.
    let out = unit.folder().parent().expect("a folder").join(format!(
        "{}-out",
        unit.folder().file_name().expect("a name").to_string_lossy()
    ));
    unit.ask("export_bundle", json!({ "folder": out }));
    let plain: HashSet<String> = seen(&out, &all)
        .0
        .iter()
        .map(|it| it.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    fs::remove_dir_all(&out).expect("our own folder");

    unit.ask("lock", json!({}));
    let closed = seen(unit.folder(), &all);
    assert_eq!(closed.0, Vec::<String>::new(), "after closing");
    // The figures are wanted each time, also when all is well.
    let figures = format!(
        "secrets: {} canaries, {} of them plain in an export, 0 in {} bytes open and {} closed",
        all.0.len(),
        plain.len(),
        open.1,
        closed.1
    );
    writeln!(std::io::stdout(), "{figures}").expect("an output");
    // Searches, the password and overwritten texts are in no export.
    assert!(
        plain.len() * 10 > all.0.len() * 8,
        "{} of {} were stored at all",
        plain.len(),
        all.0.len()
    );
}

#[test]
fn errors_tell_no_value() {
    let (mut unit, all) = full();
    let canary = all.0[0].clone();
    let home = key(&unit.ask("home_list", json!({}))["rows"][0]["id"]);
    let mut told = Vec::new();
    let mut note = |it: Result<Value, hemvist_core::Error>| {
        let err = it.expect_err("refused");
        // A stale save shows both texts to the one who may read them; only there.
        if !matches!(err, hemvist_core::Error::Stale { .. }) {
            told.push(serde_json::to_string(&err).expect("errors are JSON"));
            told.push(format!("{err:?}"));
        }
        told.push(err.to_string());
    };
    for call in hemvist_core::api::CALLS {
        for input in [
            json!(canary),
            json!({ &canary: 1 }),
            json!([[canary]]),
            json!({ "id": { "x": canary } }),
        ] {
            if let Err(err) = unit.call(call.name, input) {
                // A field's name that nobody knows is told back: it is the caller's own program's.
                if !matches!(&err, hemvist_core::Error::Invalid { reason: hemvist_core::Reason::Malformed { detail }, .. } if detail.starts_with("unknown field"))
                {
                    note(Err(err));
                }
            }
        }
    }
    for field in homes::HOME.fields {
        let value = format!("{canary}{}", "x".repeat(31_000));
        let save = json!({ "entity": "home", "id": home, "field": field.name, "value": value, "was": null });
        note(unit.call("save_field", save));
    }
    note(unit.call(
        "save_field",
        json!({ "entity": "home", "id": home, "field": "name", "value": "Nytt", "was": "fel" }),
    ));
    for input in [
        json!({ "home": home, "given_name": canary, "family_name": canary, "role": "carer", "personal_number": canary }),
        json!({ "home": home, "given_name": canary, "family_name": canary, "role": canary }),
        json!({ "home": canary, "given_name": canary, "family_name": canary, "role": "carer" }),
    ] {
        note(unit.call("add_person", input));
    }
    unit.ask("lock", json!({}));
    note(unit.call("sign_in", json!({ "name": canary, "password": canary })));
    note(unit.call("sign_in_with_recovery_key", json!({ "name": canary, "recovery_key": canary, "new_password": format!("{canary} och mer") })));
    let leaks: Vec<&String> = told
        .iter()
        .filter(|it| all.0.iter().any(|word| it.contains(word.as_str())))
        .collect();
    assert_eq!(leaks, Vec::<&String>::new());
    assert!(told.len() > 200, "{} errors were looked at", told.len());

    let today = "2026-11-23".parse().expect("a day");
    let number = people::PersonalNumber::parse("19121212-1212", today)
        .expect("a number of the published series");
    assert_eq!(format!("{number:?}"), "PersonalNumber(…)");
}

#[test]
fn neither_file_opens_without_the_other_nor_with_a_wrong_key() {
    let mut ours = Unit::on("2026-11-23");
    ours.ask("lock", json!({}));
    let mut theirs = Unit::on("2026-11-23");
    theirs.ask("lock", json!({}));
    let folder = tempfile::tempdir().expect("a scratch folder");
    let place = |name: &str| folder.path().join(name);
    let keys = |unit: &Unit| unit.folder().join("unit.hemvist.keys");
    let mut refused = |name: &str, path: &Path, password: &str| {
        let chosen = ours.call("open_unit", json!({ "path": path }));
        let answer = chosen
            .and_then(|_| ours.call("sign_in", json!({ "name": USER, "password": password })));
        let err = serde_json::to_value(answer.expect_err(name)).expect("errors are JSON");
        assert_eq!(
            ours.refused("home_list", json!({}))["kind"],
            "locked",
            "{name}"
        );
        err["reason"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };

    fs::copy(theirs.path(), place("alone.hemvist")).expect("a copy");
    assert_eq!(
        refused("the register alone", &place("alone.hemvist"), PASSWORD),
        "key_file_missing"
    );

    fs::copy(keys(&theirs), place("keys-only.hemvist.keys")).expect("a copy");
    assert_eq!(
        refused("the keys alone", &place("keys-only.hemvist"), PASSWORD),
        "not_a_unit"
    );
    fs::copy(keys(&theirs), place("as-register.hemvist")).expect("a copy");
    fs::copy(keys(&theirs), place("as-register.hemvist.keys")).expect("a copy");
    assert_eq!(
        refused(
            "the keys as a register",
            &place("as-register.hemvist"),
            PASSWORD
        ),
        "not_a_unit"
    );

    fs::copy(theirs.path(), place("both.hemvist")).expect("a copy");
    fs::copy(keys(&theirs), place("both.hemvist.keys")).expect("a copy");
    assert_eq!(
        refused(
            "a wrong password",
            &place("both.hemvist"),
            "ett helt annat lösenord"
        ),
        "wrong_password"
    );

    // Another unit's keys, whose password is right: the key itself is wrong.
    let third = Unit::on("2026-11-23");
    fs::copy(keys(&third), place("both.hemvist.keys")).expect("a copy");
    assert_eq!(
        refused("a wrong key", &place("both.hemvist"), PASSWORD),
        "not_a_unit"
    );

    fs::copy(keys(&theirs), place("both.hemvist.keys")).expect("a copy");
    theirs.ask("open_unit", json!({ "path": place("both.hemvist") }));
    theirs.ask("sign_in", json!({ "name": USER, "password": PASSWORD }));
    assert_eq!(
        theirs.ask("verify", json!({}))["whole"],
        true,
        "both together do open"
    );
}
