//! Register checks and the prints that go with them, through the door.

#![allow(clippy::unwrap_used)] // helpers of tests, where a panic is the report

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_tests::Unit;
use serde_json::{Value, json};

const REGISTERS: [&str; 5] = [
    "belastningsregistret",
    "misstankeregistret",
    "socialregister_egen",
    "kronofogden",
    "forsakringskassan",
];

/// A family with one carer; returns recruitment, home and person.
fn family(unit: &mut Unit) -> (String, String, String) {
    let id = key(&unit.ask("open_enquiry", json!({ "name": "Familjen Ask" })));
    let page = unit.ask("recruitment_family", json!({ "id": id }));
    let home = page["home"]["id"].as_str().unwrap().to_owned();
    let person = adult(unit, &home, "Tolvan", "carer", "19121212-1212");
    (id, home, person)
}

fn adult(unit: &mut Unit, home: &str, name: &str, role: &str, number: &str) -> String {
    key(&unit.ask("add_person", json!({ "home": home, "given_name": name, "family_name": "Ask", "role": role, "personal_number": number })))
}

fn key(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn kinds(unit: &mut Unit, home: &str) -> Vec<String> {
    unit.ask("home_card", json!({ "id": home }))["check_blockers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_couple_is_asked_at_once_and_answered_one_by_one() {
    let mut unit = Unit::on("2026-11-23");
    let (_, home, first) = family(&mut unit);
    let second = adult(&mut unit, &home, "Andra", "carer", "");
    assert_eq!(
        kinds(&mut unit, &home).len(),
        10,
        "two persons, five registers"
    );
    let all = |consent: Option<&str>| -> Vec<Value> {
        [&first, &second]
            .iter()
            .flat_map(|person| REGISTERS.map(|it| json!({ "person": person, "register": it, "asked_on": "2026-11-23", "consent_on": consent })))
            .collect()
    };
    let refused = unit.refused("ask_checks", json!({ "checks": all(None) }));
    assert_eq!(
        refused["field"], "checks.2.consent_on",
        "the police need none"
    );
    assert_eq!(
        unit.ask("home_card", json!({ "id": home }))["checks"],
        json!([]),
        "all or none"
    );
    let asked = unit.ask("ask_checks", json!({ "checks": all(Some("2026-11-20")) }));
    for id in asked.as_array().unwrap() {
        let id = id.as_str().unwrap();
        unit.save("register_check", id, "received_on", None, "2026-11-23");
        unit.save("register_check", id, "result", None, "no_remark");
        unit.save("register_check", id, "extract", None, "destroyed");
    }
    assert!(kinds(&mut unit, &home).is_empty());
    let card = unit.ask("home_card", json!({ "id": home }));
    assert_eq!(card["checks"][0]["read_by"], "Prov Provsson");
    assert_eq!(card["checks"][0]["valid_to"], "2027-05-23", "six months");
}

#[test]
fn bad_days_are_told_at_the_field_and_nothing_is_lost() {
    let mut unit = Unit::on("2026-11-23");
    let (_, _, person) = family(&mut unit);
    let ask = json!({ "person": person, "register": "kronofogden", "asked_on": "2026-11-10", "consent_on": "2026-11-11" });
    assert_eq!(unit.refused("ask_check", ask)["field"], "asked_on");
    let ask = json!({ "person": person, "register": "kronofogden", "asked_on": "2026-11-10", "consent_on": "2026-11-10" });
    let id = key(&unit.ask("ask_check", ask));
    for (field, value, was) in [
        ("received_on", "2026-11-09", None),
        ("received_on", "2026-11-24", None),
        ("consent_on", "2026-11-11", Some("2026-11-10")),
    ] {
        let refused = unit.refused("save_field", json!({ "entity": "register_check", "id": id, "field": field, "value": value, "was": was }));
        assert_eq!(refused["field"], field, "{value}");
    }
    let early = unit.refused("save_field", json!({ "entity": "register_check", "id": id, "field": "result", "value": "no_remark", "was": null }));
    assert_eq!(early["field"], "received_on", "no result before an answer");
    let card = unit.ask("recruitment_board", json!({}));
    assert_eq!(card["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_remark_is_assessed_before_it_is_accepted_and_a_refused_one_blocks() {
    let mut unit = Unit::on("2026-11-23");
    let (_, home, person) = family(&mut unit);
    for register in REGISTERS {
        let id = key(&unit.ask(
            "ask_check",
            json!({ "person": person, "register": register }),
        ));
        unit.save("register_check", &id, "received_on", None, "2026-11-23");
        let result = if register == "kronofogden" {
            "remark"
        } else {
            "no_remark"
        };
        unit.save("register_check", &id, "result", None, result);
    }
    assert_eq!(kinds(&mut unit, &home), ["remark_undecided"]);
    let card = unit.ask("home_card", json!({ "id": home }));
    let id = card["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["result"] == "remark")
        .map(|it| key(&it["id"]))
        .unwrap();
    let refused = unit.refused("save_field", json!({ "entity": "register_check", "id": id, "field": "decision", "value": "accepted", "was": null }));
    assert_eq!(refused["field"], "assessment");
    unit.save(
        "register_check",
        &id,
        "assessment",
        None,
        "Äldre och reglerat.",
    );
    unit.save("register_check", &id, "decision", None, "not_accepted");
    assert_eq!(kinds(&mut unit, &home), ["remark_not_accepted"]);
    unit.save(
        "register_check",
        &id,
        "decision",
        Some("not_accepted"),
        "accepted",
    );
    assert!(kinds(&mut unit, &home).is_empty());
    let card = unit.ask("home_card", json!({ "id": home }));
    let check = card["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == id.as_str())
        .unwrap();
    assert_eq!(check["decided_by"], "Prov Provsson");
    assert_eq!(check["decided_on"], "2026-11-23");
}

#[test]
fn whoever_moves_in_or_comes_of_age_is_checked_from_that_day() {
    let mut unit = Unit::on("2026-11-23");
    let home = unit.approved_home("Familjen Alm", "19121212-1212", 1);
    assert!(kinds(&mut unit, &home).is_empty());
    adult(&mut unit, &home, "Inflyttad", "adult", "");
    assert_eq!(kinds(&mut unit, &home), ["check_missing"; 5]);
    let child = key(&unit.ask(
        "add_person",
        json!({ "home": home, "given_name": "Ung", "family_name": "Alm", "role": "own_child" }),
    ));
    unit.save("person", &child, "birth_date", None, "2008-11-24");
    assert_eq!(kinds(&mut unit, &home).len(), 5, "eighteen tomorrow");
    unit.today = "2026-11-24".parse().unwrap();
    assert_eq!(kinds(&mut unit, &home).len(), 10);
    unit.today = "2026-11-23".parse().unwrap();
    unit.ask(
        "save_check_setting",
        json!({ "key": "check_household_from_age", "value": 15 }),
    );
    assert_eq!(kinds(&mut unit, &home).len(), 10);
    unit.ask(
        "save_check_setting",
        json!({ "key": "kronofogden", "value": 0 }),
    );
    assert_eq!(kinds(&mut unit, &home).len(), 8);
    let refused = unit.refused(
        "save_check_setting",
        json!({ "key": "misstankeregistret", "value": 0 }),
    );
    assert_eq!(refused["field"], "value", "nobody turns the police's off");
}

fn print(unit: &mut Unit, name: &str, input: Value) -> String {
    let answer = unit.ask("print_form", input.clone());
    let again = unit.ask("print_preview", input);
    assert_eq!(answer["pdf"], again["pdf"], "same facts, same bytes");
    let bytes = STANDARD.decode(answer["pdf"].as_str().unwrap()).unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../out/papers");
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(format!("{folder}/print-{name}.pdf"), &bytes).unwrap();
    hemvist_tests::pdf::text(&bytes)
}

#[test]
fn every_form_and_letter_prints_its_own_words() {
    let mut unit = Unit::on("2026-11-23");
    let (id, home, person) = family(&mut unit);
    let text = print(
        &mut unit,
        "consent",
        json!({ "kind": "consent", "id": person }),
    );
    for words in [
        "Samtycke till registerkontroll",
        "Tolvan Ask",
        "5 år tillbaka",
        "ta tillbaka",
        "3 kap. 3 §",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for register in [
        "belastningsregistret",
        "misstankeregistret",
        "socialregister_egen",
        "socialregister_tidigare",
        "kronofogden",
        "forsakringskassan",
    ] {
        let text = print(
            &mut unit,
            register,
            json!({ "kind": "request", "id": person, "register": register }),
        );
        assert!(text.contains("19121212-1212"), "{text}");
        assert!(!text.contains("request."), "words are missing: {text}");
    }
    let text = print(&mut unit, "visit", json!({ "kind": "visit", "id": id }));
    assert!(
        text.contains("Kronofogden: inget svar om Tolvan Ask."),
        "{text}"
    );
    let text = print(
        &mut unit,
        "screening-empty",
        json!({ "kind": "screening_empty", "id": id }),
    );
    assert!(!text.contains("Tolvan"), "{text}");
    let text = print(
        &mut unit,
        "screening",
        json!({ "kind": "screening", "id": id }),
    );
    assert!(
        text.contains("egen akt") && text.contains("Omfattas av sekretess"),
        "{text}"
    );
    let text = print(&mut unit, "checks", json!({ "kind": "checks", "id": home }));
    assert!(text.contains("Misstankeregistret"), "{text}");
    let refused = unit.refused("print_form", json!({ "kind": "refusal", "id": id }));
    assert_eq!(refused["field"], "id", "the family is not turned down");
    unit.ask(
        "close_recruitment",
        json!({ "recruitment": id, "code": "violence_or_abuse" }),
    );
    let text = print(
        &mut unit,
        "refusal",
        json!({ "kind": "refusal", "id": id, "text": "Vi har valt ett annat hem." }),
    );
    assert!(
        text.contains("Vi har valt ett annat hem.") && text.contains("23 november 2026"),
        "{text}"
    );
    assert!(
        !text.contains("missbruk"),
        "the coded reason stays in the file: {text}"
    );
}

#[test]
fn a_protected_person_is_on_no_print_by_name_number_or_address() {
    let mut unit = Unit::on("2026-11-23");
    let (id, home, person) = family(&mut unit);
    unit.save("home", &home, "street", None, "Hemliga gatan 7");
    unit.save("home", &home, "phone", None, "070-123 45 67");
    unit.save("person", &person, "protected", Some("0"), "1");
    unit.ask(
        "close_recruitment",
        json!({ "recruitment": id, "code": "housing" }),
    );
    for (kind, of) in [
        ("consent", &person),
        ("request", &person),
        ("visit", &id),
        ("screening", &id),
        ("refusal", &id),
        ("checks", &home),
    ] {
        let text = print(
            &mut unit,
            &format!("protected-{kind}"),
            json!({ "kind": kind, "id": of, "register": "kronofogden" }),
        );
        for secret in ["Tolvan", "19121212", "Hemliga", "070-123", "Familjen Ask"] {
            assert!(!text.contains(secret), "{kind} tells {secret}: {text}");
        }
    }
}

#[test]
fn a_visit_sheet_has_lines_to_write_on_and_tells_nobody_s_remark() {
    let mut unit = Unit::on("2026-11-23");
    let (id, _, person) = family(&mut unit);
    let check = key(&unit.ask(
        "ask_check",
        json!({ "person": person, "register": "belastningsregistret", "asked_on": "2026-11-01" }),
    ));
    unit.save("register_check", &check, "received_on", None, "2026-11-20");
    unit.save("register_check", &check, "result", None, "remark");
    let text = print(
        &mut unit,
        "visit-remark",
        json!({ "kind": "visit", "id": id }),
    );
    // The sheet lies on the kitchen table, where the other adult sits.
    assert!(!text.to_lowercase().contains("anmärkning"), "{text}");
    assert!(
        text.contains("Registerkontrollen av Tolvan Ask är inte klar."),
        "{text}"
    );
}

#[test]
fn the_empty_form_has_a_box_a_level_and_names_nobody() {
    let mut unit = Unit::on("2026-11-23");
    let (id, ..) = family(&mut unit);
    let text = print(
        &mut unit,
        "screening-empty-boxes",
        json!({ "kind": "screening_empty", "id": id }),
    );
    // domain.md 4.4: nine parts, three levels.
    assert_eq!(text.matches('☐').count(), 9 * 3, "{text}");
}

#[test]
fn a_family_that_withdrew_is_not_told_that_it_was_turned_down() {
    let mut unit = Unit::on("2026-11-23");
    let (id, ..) = family(&mut unit);
    unit.ask(
        "close_recruitment",
        json!({ "recruitment": id, "code": "family_withdraws" }),
    );
    let text = print(
        &mut unit,
        "refusal-withdrew",
        json!({ "kind": "refusal", "id": id }),
    );
    assert!(text.contains("Du har valt att inte gå vidare"), "{text}");
    assert!(!text.contains("Vi går inte vidare"), "{text}");
}
