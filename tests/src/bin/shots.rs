//! Pictures: every screen of the practice unit in the real window, for people to look at.
//!
//! Each screen at the usual laptop's size and at a large one, into `out/shots/window`
//! (or `HEMVIST_SHOTS`). Build `hemvist` first.

use hemvist_core::Desk;
use hemvist_core::accounts::Cost;
use hemvist_tests::window::{Start, Window};
use hemvist_tests::{PASSWORD, moment, program, root};
use serde_json::json;

/// The places of the rail and those beside it, by address.
const PLACES: &[&str] = &[
    "idag",
    "rekrytering",
    "hem",
    "matchning",
    "placeringar",
    "leverantorer",
    "uppfoljning",
    "installningar",
    "importera",
    "handbok",
];
/// Lists whose first line is opened too: a place, and a call with its answer's list.
const CARDS: &[(&str, &str, &str)] = &[
    ("hem", "home_list", "/rows/0/id"),
    ("rekrytering", "recruitment_board", "/rows/0/id"),
    ("matchning", "child_list", "/rows/0/id"),
    ("placeringar", "paper_list", "/0/id"),
];

fn main() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let unit = folder.path().join("Övning.hemvist");
    let cards = practice(&unit)?;
    for (width, height) in [(1366, 768), (1920, 1080)] {
        let path = unit.to_string_lossy();
        let start = Start::new(&program("hemvist"))
            .args(&["--file", &path])
            .env("HEMVIST_TEST", "1")
            .size(width, height);
        let mut window = Window::open(&start)?;
        window.wait_for_text("Inget visas förrän du loggar in.")?;
        picture(&mut window, width, "logga-in")?;
        window.fill("Namn", "Övning")?;
        window.fill("Lösenord", PASSWORD)?;
        window.press("Enter")?;
        window.wait_for("link", "Hem")?;
        for place in PLACES {
            go(&mut window, place)?;
            picture(&mut window, width, place)?;
        }
        for (name, address) in &cards {
            go(&mut window, address)?;
            picture(&mut window, width, name)?;
        }
        window.quit()?;
    }
    Ok(())
}

/// The practice unit with a paper, and the cards' addresses in it.
fn practice(unit: &std::path::Path) -> Result<Vec<(String, String)>, String> {
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    let today = "2026-11-23".parse().map_err(|_| "a day")?;
    let mut number = 0;
    let mut ask = |name: &str, input| {
        number += 1;
        desk.call(name, input, moment(today, number))
            .map_err(|e| format!("{name}: {e}"))
    };
    ask(
        "create_practice",
        json!({ "path": unit, "password": PASSWORD }),
    )?;
    let mut cards = Vec::new();
    for (place, call, at) in CARDS {
        let answer = ask(call, json!({}))?;
        if let Some(id) = answer.pointer(at).and_then(|it| it.as_str()) {
            cards.push((format!("{place}-kort"), format!("{place}/{id}")));
            if *place == "matchning" {
                cards.push(("matchning-match".to_owned(), format!("{place}/{id}/match")));
            }
        }
    }
    ask("lock", json!({}))?;
    Ok(cards)
}

fn go(window: &mut Window, address: &str) -> Result<(), String> {
    window.script(
        "location.hash = arguments[0]",
        &[json!(format!("#/{address}"))],
    )?;
    // What is asked of the program has come when the page stands still.
    let mut last = String::new();
    let mut same = 0;
    window.until("a page at rest", |window| {
        let now = window
            .script("return document.body.innerHTML", &[])?
            .to_string();
        same = if now == last { same + 1 } else { 0 };
        last = now;
        Ok(same >= 8)
    })
}

fn picture(window: &mut Window, width: u32, name: &str) -> Result<(), String> {
    let shots = std::env::var_os("HEMVIST_SHOTS").is_some();
    let name = if shots {
        format!("{name}-{width}")
    } else {
        format!("window/{name}-{width}")
    };
    std::fs::create_dir_all(root().join("out/shots/window")).map_err(|e| e.to_string())?;
    window.shot(&name).map(|_| ())
}
