//! Saves without end and tells of each save once it was answered, until it is killed.
//!
//! `saver UNIT HOME FIRST`: opens the unit, then saves from number FIRST on. A line
//! on standard output is `KIND NUMBER KEY`, written after the door's answer and
//! never before. `tests/crash.rs` reads them and kills.

use std::io::Write;

use hemvist_core::Desk;
use hemvist_core::accounts::Cost;
use hemvist_tests::{PASSWORD, USER, moment};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().ok_or("saver UNIT HOME FIRST");
    let (path, home) = (next()?, next()?);
    let first: i64 = next()?.parse()?;
    let mut out = std::io::stdout();
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    let mut ask = |number: i64, name: &str, input: Value| -> Result<Value, String> {
        let today = "2026-11-23".parse().map_err(|_| "a day")?;
        desk.call(name, input, moment(today, number))
            .map_err(|e| format!("{name}: {e}"))
    };
    ask(first, "open_unit", json!({ "path": path }))?;
    ask(
        first,
        "sign_in",
        json!({ "name": USER, "password": PASSWORD }),
    )?;
    writeln!(out, "open {first} -")?;
    let mut was = ask(first, "home_card", json!({ "id": home }))?["description"].clone();
    for number in first.. {
        let (kind, key) = match number % 5 {
            0 => {
                let new = json!({ "name": format!("Hemmet {number}"), "kind": "familjehem" });
                ("home", ask(number, "create_home", new)?)
            }
            1 => {
                let new =
                    json!({ "home": home, "kind": "call", "text": format!("Samtal {number}") });
                ("note", ask(number, "add_note", new)?)
            }
            2 => {
                let draft = json!({ "key": format!("prov/{}", number % 7), "text": format!("halvskrivet {number}") });
                ask(number, "keep_draft", draft)?;
                ("draft", json!(format!("prov/{}", number % 7)))
            }
            _ => {
                let text = format!("Beskrivning {number}");
                let save = json!({ "entity": "home", "id": home, "field": "description", "value": text, "was": was });
                was = ask(number, "save_field", save)?["value"].clone();
                ("field", json!("-"))
            }
        };
        writeln!(out, "{kind} {number} {}", key.as_str().unwrap_or("?"))?;
        out.flush()?;
    }
    Ok(())
}
