//! Malformed input at every call: refused with a reason, never our own fault,
//! never a panic.

use hemvist_core::accounts::Cost;
use hemvist_core::api::CALLS;
use hemvist_core::{Desk, Error};
use hemvist_tests::Unit;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use serde_json::{Map, Value, json};

/// What texts may hold, from the harmless to the hostile.
const TEXTS: &[&str] = &[
    "",
    " ",
    "x",
    "home",
    "name",
    "familjehem",
    "2026-11-23",
    "2026-02-30",
    "-0001-01-01",
    "9999-12-31",
    "+999999-01-01",
    "19121212-1212",
    "191212121212",
    "'; DROP TABLE home; --",
    "../../etc",
    "å\u{308}\u{202e}\u{0}",
    "\u{1f9ff}",
    "018f0000-0000-7000-8000-000000000000",
    "carer",
    "low",
    "true",
    "AGE-SECRET-KEY-1",
];

/// Any value at all.
fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        proptest::sample::select(TEXTS).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
        Just(json!([])),
        Just(json!({ "x": { "y": [null] } })),
        Just(Value::from("a".repeat(100_000))),
    ]
}

/// A value that a field of this TypeScript type may have, mostly.
fn value(kind: &str, keys: &[String]) -> BoxedStrategy<Value> {
    let mut texts: Vec<String> = TEXTS.iter().map(|it| (*it).to_owned()).collect();
    texts.extend_from_slice(keys);
    // The words of a union, such as "carer" | "child".
    texts.extend(kind.split('"').skip(1).step_by(2).map(str::to_owned));
    let likely = if kind.contains("number") {
        proptest::sample::select(vec![-1, 0, 1, 9, 20, 21, 10_000_000, i64::MIN, i64::MAX])
            .prop_map(Value::from)
            .boxed()
    } else if kind.contains("boolean") {
        any::<bool>().prop_map(Value::from).boxed()
    } else {
        proptest::sample::select(texts)
            .prop_map(Value::from)
            .boxed()
    };
    prop_oneof![8 => likely, 1 => anything(), 1 => Just(Value::Null)].boxed()
}

/// The fields of a call's input and their types, read from the TypeScript.
fn fields(types: &str, name: &str) -> Vec<(String, String)> {
    let Some(body) = types.split(&format!("export type {name} = {{")).nth(1) else {
        return Vec::new();
    };
    let body = body.split("};").next().unwrap_or_default();
    // Comments out; what is left is `name: type,` throughout.
    let bare: String = body
        .split("/**")
        .enumerate()
        .map(|(at, it)| {
            if at == 0 {
                it
            } else {
                it.split_once("*/").map_or("", |it| it.1)
            }
        })
        .collect();
    bare.split(',')
        .filter_map(|it| it.split_once(':'))
        .map(|(name, kind)| {
            (
                name.trim().trim_end_matches('?').to_owned(),
                kind.trim().to_owned(),
            )
        })
        .collect()
}

/// Calls that touch files elsewhere or end the session; tried closed below.
const NOT_OPEN: &[&str] = &[
    "create_unit",
    "create_practice",
    "open_unit",
    "lock",
    "export_bundle",
    "import_bundle",
    "change_password",
    "add_user",
];

/// Every fault of our own that was found, told at once.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn note(&mut self, name: &str, input: &Value, answer: &Result<Value, Error>) {
        if let Err(Error::Internal { detail, .. }) = answer {
            let shown: String = input.to_string().chars().take(200).collect();
            self.0.push(format!("{name} {shown}: {detail}"));
        }
    }

    #[track_caller]
    fn none(&self) {
        assert!(
            self.0.is_empty(),
            "{} faults of our own:\n{}",
            self.0.len(),
            self.0.join("\n")
        );
    }
}

#[test]
fn malformed_input_is_never_our_own_fault() {
    let mut faults = Faults::default();
    let mut unit = Unit::on("2026-11-23");
    let home = unit
        .ask("create_home", json!({ "name": "Familjen Gran" }))
        .as_str()
        .unwrap()
        .to_owned();
    let child = unit
        .ask(
            "create_child",
            json!({ "given_name": "Lo", "care": "familjehem" }),
        )
        .as_str()
        .unwrap()
        .to_owned();
    let person = unit
        .ask(
            "add_person",
            json!({ "home": home, "given_name": "Prova", "family_name": "Gran", "role": "carer" }),
        )
        .as_str()
        .unwrap()
        .to_owned();
    let keys = [home, child, person];
    let types = hemvist_core::api::typescript();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut taken = 0;
    for call in CALLS.iter().filter(|it| !NOT_OPEN.contains(&it.name)) {
        let fields = fields(&types, &(call.input)());
        for round in 0..60 {
            let input = if round < 5 {
                anything().new_tree(&mut runner).unwrap().current()
            } else {
                let mut input = Map::new();
                for (name, kind) in &fields {
                    input.insert(
                        name.clone(),
                        value(kind, &keys).new_tree(&mut runner).unwrap().current(),
                    );
                }
                Value::Object(input)
            };
            let answer = unit.call(call.name, input.clone());
            taken += u32::from(answer.is_ok());
            faults.note(call.name, &input, &answer);
        }
    }
    faults.none();
    assert!(
        taken > 100,
        "inputs come far enough in to be taken at times: {taken}"
    );
    assert_eq!(
        unit.ask("verify", json!({}))["whole"],
        true,
        "the file is whole after it all"
    );
}

/// Inputs of the right shape, taken apart: each field in turn gets each value.
#[test]
fn every_field_takes_every_kind_of_wrong_value() {
    let mut faults = Faults::default();
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Gran" }));
    let wrong = [
        json!(null),
        json!(-1),
        json!(1e300),
        json!(i64::MAX),
        json!(true),
        json!([]),
        json!({}),
        json!(""),
        json!("\u{0}"),
        json!("2026-02-30"),
        json!("å".repeat(50_000)),
    ];
    let right = [
        (
            "create_home",
            json!({ "name": "A", "kind": "familjehem", "locality": "Åmåla", "phone": "0701234567" }),
        ),
        ("home_list", json!({ "free_only": true, "age": 9 })),
        ("home_card", json!({ "id": home })),
        (
            "add_scope",
            json!({ "home": home, "care": "familjehem", "age_from": 6, "age_to": 12, "places": 2 }),
        ),
        (
            "add_person",
            json!({ "home": home, "given_name": "P", "family_name": "R", "role": "carer", "personal_number": "19121212-1212" }),
        ),
        (
            "add_taken_place",
            json!({ "home": home, "municipality": "Granvik", "places": 1, "from_day": "2026-01-01" }),
        ),
        (
            "add_pause",
            json!({ "home": home, "from_day": "2026-01-01", "to_day": "2026-02-01", "reason": "x" }),
        ),
        (
            "save_field",
            json!({ "entity": "home", "id": home, "field": "locality", "value": "x", "was": null }),
        ),
        ("remove_row", json!({ "entity": "home", "id": home })),
        ("search", json!({ "text": "gran" })),
        (
            "text_versions",
            json!({ "entity": "home", "id": home, "field": "description" }),
        ),
        (
            "create_child",
            json!({ "given_name": "Lo", "care": "familjehem" }),
        ),
        ("open_enquiry", json!({ "name": "Familjen Ek" })),
        (
            "match_child",
            json!({ "id": "018f0000-0000-7000-8000-000000000000", "show": { "possible": 1 } }),
        ),
        (
            "match_reasons",
            json!({ "child": "018f0000-0000-7000-8000-000000000000", "homes": [home] }),
        ),
        (
            "recovery_paper",
            json!({ "recovery_key": "AGE-SECRET-KEY-1" }),
        ),
    ];
    for (name, input) in right {
        let fields: Vec<String> = input.as_object().unwrap().keys().cloned().collect();
        for field in fields {
            for value in &wrong {
                let mut bad = input.clone();
                bad[&field] = value.clone();
                faults.note(name, &bad, &unit.call(name, bad.clone()));
            }
        }
    }
    faults.none();
    assert_eq!(unit.ask("verify", json!({}))["whole"], true);
}

#[test]
fn a_closed_desk_refuses_everything_in_its_own_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    let mut faults = Faults::default();
    let mut unit = Unit::on("2026-11-23");
    for call in CALLS {
        for input in [
            json!(null),
            json!({}),
            json!(7),
            json!("x"),
            json!([1]),
            json!({ "unknown": 1 }),
            json!({ "path": folder.path().join("no/such") }),
        ] {
            let answer = desk.call(call.name, input.clone(), unit.moment());
            let open =
                matches!(call.name, "desk_status" | "lock" | "desk_progress") && input == json!({});
            assert_eq!(answer.is_ok(), open, "{} {input}", call.name);
            faults.note(call.name, &input, &answer);
        }
    }
    faults.none();
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing was left behind"
    );
}
