//! Whole errands through the door.

use hemvist_tests::{PASSWORD, Unit};
use serde_json::json;

#[test]
fn a_home_is_registered_and_its_places_are_computed() {
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Rönnbär", "kind": "familjehem", "locality": "Åmåla", "phone": "0701234567" }));
    let home = home.as_str().unwrap().to_owned();
    unit.ask("add_scope", json!({ "home": home, "care": "familjehem", "age_from": 6, "age_to": 12, "places": 2 }));
    unit.ask("add_person", json!({ "home": home, "given_name": "Prova", "family_name": "Rönnbär", "role": "carer", "personal_number": "19121212-1212" }));
    unit.ask("add_taken_place", json!({ "home": home, "municipality": "Granvik", "places": 1, "from_day": "2026-01-01" }));
    let list = unit.ask("home_list", json!({ "free_only": true, "age": 9 }));
    assert_eq!(list["total"], 1);
    assert_eq!(list["rows"][0]["free"], 1);
    assert_eq!(list["rows"][0]["checks"], "missing", "nothing has been asked about the carer");
    assert_eq!(unit.ask("home_list", json!({ "free_only": true, "age": 13 }))["total"], 0);
    let card = unit.ask("home_card", json!({ "id": home }));
    assert_eq!(card["phone"], "070-123 45 67");
    assert_eq!(card["people"][0]["age"], 113);
    assert_eq!(card["check_blockers"].as_array().unwrap().len(), 5, "five compulsory registers: {}", card["check_blockers"]);
}

#[test]
fn two_windows_do_not_overwrite_each_other() {
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Gran" })).as_str().unwrap().to_owned();
    unit.save("home", &home, "locality", None, "Åmåla");
    let refused = unit.refused("save_field", json!({ "entity": "home", "id": home, "field": "locality", "value": "Granvik", "was": null }));
    assert_eq!(refused, json!({ "kind": "stale", "mine": "Granvik", "theirs": "Åmåla" }));
}

#[test]
fn a_locked_desk_answers_nothing_and_opens_again_with_everything() {
    let mut unit = Unit::on("2026-11-23");
    unit.ask("create_home", json!({ "name": "Familjen Gran" }));
    unit.ask("lock", json!({}));
    assert_eq!(unit.refused("home_list", json!({}))["kind"], "locked");
    assert_eq!(unit.refused("sign_in", json!({ "name": "Prov Provsson", "password": "fel men långt lösenord" }))["field"], "password");
    unit.ask("sign_in", json!({ "name": "prov provsson", "password": PASSWORD }));
    assert_eq!(unit.ask("home_list", json!({}))["total"], 1);
}

#[test]
fn a_long_text_can_be_stepped_back_through() {
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Gran" })).as_str().unwrap().to_owned();
    unit.save("home", &home, "description", None, "Första.");
    unit.today = "2026-11-24".parse().unwrap();
    unit.save("home", &home, "description", Some("Första."), "Andra.");
    unit.today = "2026-11-25".parse().unwrap();
    unit.save("home", &home, "description", Some("Andra."), "Tredje.");
    let versions = unit.ask("text_versions", json!({ "entity": "home", "id": home, "field": "description" }));
    let texts: Vec<&str> = versions.as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Andra.", "Första."]);
}
