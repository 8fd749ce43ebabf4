//! The unit's own settings and its people: what one may change, and who was before.

use hemvist_core::Error;
use hemvist_tests::{PASSWORD, USER, Unit};
use serde_json::{Value, json};

const COLLEAGUE: &str = "Karin Kollega";

fn unit() -> Unit {
    let mut unit = Unit::on("2026-11-23");
    unit.ask(
        "add_user",
        json!({ "name": COLLEAGUE, "role": "recruiter", "password": PASSWORD }),
    );
    unit
}

fn key_of(unit: &mut Unit, name: &str) -> Value {
    let users = unit.ask("users", json!({}));
    let found = users.as_array().and_then(|all| {
        all.iter()
            .find(|it| it["name"] == name)
            .map(|it| it["id"].clone())
    });
    found.expect("somebody who works here")
}

fn sign_in(unit: &mut Unit, name: &str) {
    unit.ask("lock", json!({}));
    unit.ask("sign_in", json!({ "name": name, "password": PASSWORD }));
}

fn user_field(user: &Value, field: &str, value: &str) -> Value {
    json!({ "entity": "user", "id": user, "field": field, "value": value, "was": null })
}

#[test]
fn a_setting_saved_over_another_is_refused_and_both_texts_are_told() {
    let mut unit = unit();
    let save = |value: &str, was: &str| json!({ "key": "footer", "value": value, "was": was });
    unit.ask("save_setting", save("Påhittsgatan 1", ""));
    let refused = unit.call("save_setting", save("Påhittsgatan 2", ""));
    match refused {
        Err(Error::Stale { mine, theirs, by }) => assert_eq!(
            (mine.as_deref(), theirs.as_deref(), by.as_deref()),
            (Some("Påhittsgatan 2"), Some("Påhittsgatan 1"), Some(USER))
        ),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        unit.ask("settings", json!({}))["footer"],
        "Påhittsgatan 1",
        "nothing was overwritten"
    );
    unit.ask("save_setting", save("Påhittsgatan 2", "Påhittsgatan 1"));
    unit.ask("save_setting", save("Påhittsgatan 1", "Påhittsgatan 2"));
}

#[test]
fn a_supervisor_writes_a_colleagues_title_and_others_their_own() {
    let mut unit = unit();
    let (mine, theirs) = (key_of(&mut unit, USER), key_of(&mut unit, COLLEAGUE));
    unit.ask("save_field", user_field(&theirs, "title", "Socionom"));
    unit.ask("save_field", user_field(&mine, "title", "Enhetschef"));
    sign_in(&mut unit, COLLEAGUE);
    unit.ask("save_field", user_field(&theirs, "phone", "0701740605"));
    unit.ask(
        "save_field",
        user_field(&theirs, "email", "karin@exempel.se"),
    );
    let refused = unit.call("save_field", user_field(&mine, "phone", "0701740606"));
    assert!(matches!(refused, Err(Error::Forbidden { .. })));
    for field in ["name", "role", "left_on"] {
        let refused = unit.call("save_field", user_field(&theirs, field, "supervisor"));
        assert!(matches!(refused, Err(Error::Invalid { .. })), "{field}");
    }
    let users = unit.ask("users", json!({}));
    let shown: Vec<_> = users
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| {
            (
                it["name"].as_str(),
                it["title"].as_str(),
                it["phone"].as_str(),
                it["email"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (
                Some(COLLEAGUE),
                Some("Socionom"),
                Some("070-174 06 05"),
                Some("karin@exempel.se")
            ),
            (Some(USER), Some("Enhetschef"), None, None)
        ]
    );
}

#[test]
fn who_wrote_the_saved_text_is_told_with_it() {
    let mut unit = unit();
    let home = unit.ask("create_home", json!({ "name": "Familjen Rönnbär", "kind": "familjehem", "locality": "Åmåla", "phone": null }));
    let save = |field: &str, value: &str, was: Value| json!({ "entity": "home", "id": home, "field": field, "value": value, "was": was });
    for field in ["description", "locality"] {
        let was = if field == "locality" {
            json!("Åmåla")
        } else {
            Value::Null
        };
        sign_in(&mut unit, USER);
        unit.ask("save_field", save(field, "Mitt", was.clone()));
        sign_in(&mut unit, COLLEAGUE);
        unit.ask("save_field", save(field, "Karins", json!("Mitt")));
        sign_in(&mut unit, USER);
        match unit.call("save_field", save(field, "Nytt", json!("Mitt"))) {
            Err(Error::Stale { theirs, by, .. }) => assert_eq!(
                (theirs.as_deref(), by.as_deref()),
                (Some("Karins"), Some(COLLEAGUE)),
                "{field}"
            ),
            other => panic!("{field}: {other:?}"),
        }
    }
}
