//! A family from the first call to an approved home, by the keyboard alone.
//!
//! What is left is what the page itself lists. Each line is gone to by its own link and
//! mended where the focus then is, so that a step more in the unit's routine is a line
//! more here only when it is done in a new way.

use std::thread::sleep;
use std::time::Duration;

use crate::hand::Hand;

pub const FAMILY: &str = "Familjen Ekorre";

/// From the first call to a family on the board, with all that is left to do.
pub fn take_a_family_in(hand: &mut Hand) {
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.sees("Inga familjer i rekrytering");
    hand.looks("rekrytering-tomt");
    new_enquiry(hand, FAMILY, "ny-forfragan");
    hand.looks("familjen");
}

/// A first call written down; the family's page is open after it.
pub fn new_enquiry(hand: &mut Hand, name: &str, picture: &str) {
    hand.presses("Control+n");
    hand.sees("Skriv medan ni pratar.");
    hand.fills("Namn", name);
    hand.fills("Vad sägs?", "Ringde efter mässan.");
    hand.looks(picture);
    hand.presses("Control+Enter");
    hand.window
        .wait_for("heading", name)
        .expect("the family's page");
    hand.sees("Kvar att göra");
}

/// Nobody concludes while something is left: the whole list is shown, and pressing on is refused.
pub fn is_refused(hand: &mut Hand) {
    let left = left(hand);
    assert!(left.len() > 3, "a new family has much left: {left:?}");
    hand.tabs_to("button Avsluta utredningen", "Enter");
    hand.sees("Det här saknas");
    shows_all(hand, &left);
    hand.looks("avsluta-saknas");
    hand.tabs_to("checkbox Avsluta trots att något saknas", "Space");
    hand.writes("Skäl att avsluta ändå", "Det brådskar.");
    hand.presses("Control+Enter");
    hand.sees("Utredningen är inte avslutad, för något saknas.");
    shows_all(hand, &left);
    hand.looks("avsluta-vagrat");
    hand.presses("Escape");
    hand.focus_comes("what opened the dialog", |it| {
        it.starts_with("button Avsluta utredningen")
    });
    hand.tabs_to("button Stäng utan att godkänna", "Enter");
    hand.sees("Rekryteringen stängs i dag.");
    hand.looks("stang-utan");
    hand.presses("Escape");
    hand.focus_comes("what opened the dialog", |it| {
        it.starts_with("button Stäng utan att godkänna")
    });
}

/// The adult whom the page asks for, one without a number, and a child of their own.
pub fn add_the_household(hand: &mut Hand) {
    let first = left(hand).remove(0);
    assert!(first.contains("ingen vuxen"), "{first}");
    mend(hand, &first);
    hand.tabs_to("button Lägg till person", "Enter");
    hand.focus_comes("the form", |it| it.starts_with("textbox Förnamn"));
    hand.looks("ny-person");
    // Without a number: the page asks for it.
    add_a_person(hand, "Alva", "", "f");
    hand.tabs_to("button Lägg till person", "Enter");
    hand.focus_comes("the form", |it| it.starts_with("textbox Förnamn"));
    add_a_person(hand, "Moa", "20140203-9802", "e");
    hand.sees("Samtal med egna barn saknas.");
}

/// Does everything the page says is left, line by line, until it says that nothing is.
pub fn does_all_that_is_left(hand: &mut Hand) {
    // More lines than any family has; one that will not go ends the test in `mend`.
    for _ in 0..150 {
        let Some(first) = left(hand).into_iter().next() else {
            return hand.sees("Inget är kvar.");
        };
        mend(hand, &first);
    }
    panic!("there is always more: {:?}", left(hand));
}

/// The study is concluded: the home is approved, among the homes, with its place free.
pub fn conclude(hand: &mut Hand) {
    hand.looks("familjen-klar");
    hand.tabs_to("button Avsluta utredningen", "Enter");
    hand.sees("Hemmet blir utrett i dag");
    hand.looks("avsluta");
    hand.goes_to("textbox Platser");
    hand.presses("Control+Enter");
    hand.sees(&format!("{FAMILY} är utrett och står nu bland hemmen."));
    hand.window.wait_for("heading", FAMILY).expect("the card");
    hand.sees("Familjehemsvård");
    hand.looks("hemkort-godkant");
    // The rail's; the top line has one too.
    hand.window.click_nth("link", "Hem", 0).expect("the rail");
    stands_with(hand, "1 av 1");
}

/// A row of a list, or of a match, with the family's name says something.
pub fn stands_with(hand: &mut Hand, words: &str) {
    let script = "return [...document.querySelectorAll('tr, [role=row], li, article')]
        .filter((it) => it.checkVisibility()).map((it) => it.innerText.replace(/\\s+/g, ' '))";
    let mut rows = Vec::new();
    for _ in 0..40 {
        rows = hand.texts(script);
        rows.retain(|it| it.contains(FAMILY));
        if rows.iter().any(|it| it.contains(words)) {
            return;
        }
        sleep(Duration::from_millis(100));
    }
    panic!("no row of {FAMILY} says {words:?}: {rows:?}");
}

/// What the page says is left to do.
fn left(hand: &mut Hand) -> Vec<String> {
    hand.texts("return [...document.querySelectorAll('aside[aria-label=\"Kvar att göra\"] li a')].map((it) => it.innerText)")
}

/// The open dialog names every line.
#[track_caller]
fn shows_all(hand: &mut Hand, lines: &[String]) {
    let shown = hand
        .texts("return [...document.querySelectorAll('[role=dialog]')].map((it) => it.innerText)");
    for line in lines {
        assert!(
            shown.iter().any(|it| it.contains(line)),
            "{line:?} is left, and the dialog is silent: {shown:?}"
        );
    }
}

/// Goes to one line by its link, does it where the focus comes, and waits until it is gone.
fn mend(hand: &mut Hand, line: &str) {
    goes_to_line(hand, line);
    hand.presses("Enter");
    let at = hand.focus_comes("what mends it", |it| {
        ["button", "textbox", "radio", "combobox"]
            .iter()
            .any(|role| it.starts_with(role))
    });
    match at.split_once(' ').unwrap_or_default() {
        ("button", name) if name.starts_with("Gjort i dag") => hand.presses("Enter"),
        ("button", name) if name.starts_with("Begärd i dag") => ask_and_answer(hand),
        ("textbox", name) if name.starts_with("Förnamn") => {
            add_a_person(hand, "Siv", "19850512-2385", "f");
        }
        ("textbox", name) if name.starts_with("Personnummer") => {
            hand.types("19830914-2399");
            hand.presses("Escape");
            hand.focus_comes("the row", |it| it.starts_with("button Ändra Alva"));
        }
        ("textbox", name) if name.starts_with("Referensens namn") => add_a_reference(hand),
        ("radio", _) => assess(hand),
        ("textbox", name) if name.starts_with("Motivering") => {
            hand.types("Hushållet har vuxit fort; vi talar om det vid nästa besök.");
            hand.presses("Tab");
        }
        ("textbox", name) if name.starts_with("Sammanfattning") => {
            hand.types("Ett lugnt hem på landet med tid för ett barn.");
            hand.presses("Tab");
        }
        _ => panic!("{line:?} leads to {at}, and nobody has said how that is done"),
    }
    let gone = hand.window.until(&format!("{line:?} done"), |window| {
        let script = "return [...document.querySelectorAll('aside[aria-label=\"Kvar att göra\"] li a')].some((it) => it.innerText === arguments[0])";
        Ok(window.script(script, &[line.into()])? == false)
    });
    gone.unwrap_or_else(|e| panic!("{e}"));
    keeps_the_focus(hand, line);
}

/// The key for what is left; the focus may still be on its way to where the last thing was done.
fn goes_to_line(hand: &mut Hand, line: &str) {
    // Asked of the page and not of axe, which reads the whole long page each time.
    let script = "const it = document.activeElement; return [it.localName, it.innerText]";
    let mut at = Vec::new();
    for _ in 0..200 {
        at = hand.texts(script);
        if at == ["a", line] {
            return;
        }
        assert!(
            !["input", "textarea"].contains(&at[0].as_str()) || chooses(hand),
            "one still writes, and cannot go to {line:?}"
        );
        hand.presses("k");
        sleep(Duration::from_millis(30));
    }
    panic!("the focus is on {at:?}, and never comes to {line:?}");
}

/// Whether the focus is where one chooses and does not write.
fn chooses(hand: &mut Hand) -> bool {
    hand.script("return ['radio', 'checkbox'].includes(document.activeElement.type)") == true
}

/// The form for a new person has the focus; the part in the household by its first letter.
fn add_a_person(hand: &mut Hand, name: &str, number: &str, part: &str) {
    hand.types(name);
    hand.writes("Efternamn", "Ekorre");
    if !number.is_empty() {
        hand.writes("Personnummer", number);
    }
    hand.tabs_to("combobox Del i hushållet", part);
    hand.presses("Control+Enter");
    hand.sees(&format!("{name} Ekorre"));
    keeps_the_focus(hand, "a new person");
}

/// What has been done takes nobody back to the beginning of the page.
fn keeps_the_focus(hand: &mut Hand, after: &str) {
    let kept = hand
        .window
        .until(&format!("a focus after {after:?}"), |window| {
            let script = "return document.activeElement !== document.body";
            Ok(window.script(script, &[])? == true)
        });
    kept.unwrap_or_else(|e| panic!("{e}"));
}

/// The choice before the first question has the focus: asked today, and then the answer.
fn ask_and_answer(hand: &mut Hand) {
    hand.presses("Enter");
    hand.focus_comes("the asked cell", |it| it.contains(": Begärd"));
    hand.presses("Enter");
    hand.focus_comes("its form", |it| it.starts_with("textbox"));
    if !hand.seen.contains("registerkontroll") {
        hand.looks("registerkontroll");
    }
    hand.writes("Svar kom", "i dag");
    hand.tabs_to("combobox Utfall", "u");
    hand.presses("Escape");
    hand.focus_comes("the answered cell", |it| it.starts_with("button"));
}

/// The form for a new reference has the focus.
fn add_a_reference(hand: &mut Hand) {
    if !hand.seen.contains("ny-referens") {
        hand.looks("ny-referens");
    }
    hand.types("Referent Provsson");
    hand.tabs_to("combobox Varifrån", "a");
    hand.writes("Tagen den", "i dag");
    hand.presses("Control+Enter");
}

/// The first level of a part has the focus. One part is not without risk, and so asks for a reason.
fn assess(hand: &mut Hand) {
    if hand.seen.contains("bedomning") {
        return hand.presses("Space");
    }
    hand.looks("bedomning");
    hand.presses("Space");
    hand.presses("ArrowDown");
    hand.sees("saknar motivering");
}
