//! A unit of one's own: made, filled from the old register, locked, and looked at through the door.

use std::fs;

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_core::Desk;
use hemvist_core::accounts::Cost;
use hemvist_tests::{PASSWORD, USER, moment};
use serde_json::{Value, json};

use crate::hand::{Hand, Place};

/// From the first screen to a unit of one's own, with the key on paper.
pub fn make_a_unit(hand: &mut Hand, place: &Place) {
    hand.sees("Välkommen till Hemvist");
    hand.looks("valkommen");
    hand.tabs_to("button Skapa en ny enhet", "Enter");
    hand.sees("Vilken enhet är det?");
    hand.fills("Kommun", "Björkvik");
    hand.tabs_to("button Välj plats", "Enter");
    hand.sees("Sparas som Björkvik.hemvist");
    hand.looks("ny-enhet");
    hand.tabs_to("button Fortsätt", "Enter");
    hand.sees("Vem är du?");
    hand.fills("Ditt namn", USER);
    hand.fills("Lösenord Minst", PASSWORD);
    hand.fills("Lösenordet en gång till", PASSWORD);
    hand.looks("vem-ar-du");
    hand.presses("Enter");
    hand.sees("Återställningsnyckeln");
    let groups = hand.script("return [...document.querySelectorAll('ol[aria-label=\"Nyckeln\"] li')].map((it) => it.textContent.trim())");
    let groups: Vec<&str> = groups
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    assert!(groups.len() > 5, "a key in groups: {} groups", groups.len());
    hand.looks("aterstallningsnyckel");
    hand.tabs_to("button Spara som PDF", "Enter");
    hand.sees("Papperet är sparat.");
    assert!(
        fs::read(&place.pdf)
            .expect("the key's paper")
            .starts_with(b"%PDF")
    );
    fs::remove_file(&place.pdf).expect("our own file");
    let last = groups.last().expect("a group");
    hand.fills("Skriv den sista gruppen från papperet", last);
    hand.tabs_to("checkbox Jag har nyckeln på papper", "Space");
    hand.tabs_to("button Fortsätt", "Enter");
    hand.sees("Hur vill ni börja?");
    let page = hand
        .script("return document.documentElement.outerHTML")
        .to_string();
    let mut whole = groups.iter().filter(|it| it.len() >= 4);
    assert!(whole.all(|it| !page.contains(it)), "the key is shown once");
    hand.looks("hur-borja");
}

pub fn take_the_register_in(hand: &mut Hand) {
    hand.tabs_to("button Hämta in vårt gamla register", "Enter");
    hand.sees("Hämta in ert gamla register");
    hand.looks("hamta-in-tomt");
    hand.tabs_to("button Välj kalkylark", "Enter");
    hand.sees("47 hem · 83 vuxna · 7 celler gick inte att läsa · 11 lästa med antagande");
    hand.looks("hamta-in");
    hand.presses("Control+Enter");
    hand.sees("47 hem är hämtade in.");
    hand.sees("Stämjärn");
    hand.looks("hem");
}

/// Ctrl K, a name, Enter: the card.
pub fn find_a_home(hand: &mut Hand) {
    hand.presses("Control+k");
    hand.window.type_text("stämj").expect("a search");
    hand.sees("träff");
    hand.looks("sok");
    hand.presses("Enter");
    hand.window
        .wait_for("heading", "Stämjärn")
        .expect("the card");
    hand.looks("hemkort");
}

/// Nothing personal is left in the page: not in its text, not in its elements.
pub fn lock(hand: &mut Hand) {
    hand.presses("Control+l");
    hand.sees("Inget visas förrän du loggar in.");
    let page = hand.script("return document.documentElement.outerHTML + document.title + [...document.querySelectorAll('input, textarea')].map((it) => it.value).join(' ')");
    let page = page.as_str().unwrap_or_default().to_owned();
    for word in [
        "Lo Provbarn",
        "Provbarn",
        "Stämjärn",
        "Ekorre",
        "Lena Fil",
        "20170101",
        "2026-0417",
        "070-174",
        "adhd",
        USER,
    ] {
        assert!(
            !page.contains(word),
            "{word} is still in the page after the lock"
        );
    }
    let kept = hand.script("return [localStorage.length, sessionStorage.length]");
    assert_eq!(
        kept,
        json!([0, 0]),
        "nothing is kept in the page's own stores"
    );
    hand.looks("last");
}

/// What the door says was issued is what lies on the disk.
pub fn as_the_door_issued(place: &Place) {
    let mut desk = Desk::new(Cost::STRONG);
    let today = "2026-11-24".parse().expect("a day");
    let mut ask = |number: i64, name: &str, input: Value| {
        desk.call(name, input, moment(today, number))
            .unwrap_or_else(|e| panic!("{name}: {e}"))
    };
    ask(1, "open_unit", json!({ "path": place.unit }));
    ask(2, "sign_in", json!({ "name": USER, "password": PASSWORD }));
    let list = ask(3, "paper_list", json!({}));
    assert_eq!(list[0]["state"], "issued", "{list}");
    let stored = ask(4, "paper_pdf", json!({ "id": list[0]["id"] }));
    let stored = STANDARD
        .decode(stored["pdf"].as_str().expect("bytes"))
        .expect("base64");
    assert!(
        stored == fs::read(&place.pdf).expect("the paper"),
        "the saved bytes are the issued ones"
    );
    assert_eq!(ask(5, "verify", json!({}))["whole"], true);
    ask(6, "lock", json!({}));
}
