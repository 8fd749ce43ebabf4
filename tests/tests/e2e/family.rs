//! A family from the first call to an approved home, by the keyboard alone.
//!
//! What is left is what the page itself lists. Each line is gone to by its own link and
//! mended where the focus then is, so that a step more in the unit's routine is a line
//! more here only when it is done in a new way.

use std::thread::sleep;
use std::time::Duration;

use crate::decision;
use crate::hand::Hand;

pub const FAMILY: &str = "Familjen Ekorre";

/// From the first call to a family on the board, with all that is left to do.
pub fn take_a_family_in(hand: &mut Hand) {
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.sees("Inga familjer i rekrytering");
    hand.looks("rekrytering-tomt");
    hand.presses("Control+n");
    hand.sees("Skriv medan ni pratar.");
    hand.fills("Vuxen 1", "Alva Ekorre");
    hand.fills("Vuxen 2", "Siv Ekorre");
    hand.fills("Ort", "Björkvik");
    hand.writes("Övrigt som sades", "Ringde efter mässan.");
    hand.looks("ny-forfragan");
    hand.presses("Control+Enter");
    // The name was made of theirs.
    is_opened(hand, FAMILY);
    hand.looks("familjen");
}

/// A first call written down; the family's page is open after it.
pub fn new_enquiry(hand: &mut Hand, name: &str, picture: &str) {
    hand.presses("Control+n");
    hand.sees("Skriv medan ni pratar.");
    hand.fills("Familjens namn", name);
    hand.writes("Övrigt som sades", "Ringde efter mässan.");
    hand.looks(picture);
    hand.presses("Control+Enter");
    is_opened(hand, name);
}

fn is_opened(hand: &mut Hand, name: &str) {
    hand.window
        .wait_for("heading", name)
        .expect("the family's page");
    hand.sees("Kvar att göra");
}

/// Nobody concludes while something is left: the whole list is shown, and pressing on is refused.
pub fn is_refused(hand: &mut Hand) {
    let left = left(hand);
    assert!(left.len() > 3, "a new family has much left: {left:?}");
    hand.tabs_to("button Godkänn hemmet", "Enter");
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
        it.starts_with("button Godkänn hemmet")
    });
    hand.tabs_to("button Stäng utan att godkänna", "Enter");
    hand.sees("Rekryteringen stängs i dag.");
    hand.looks("stang-utan");
    hand.presses("Escape");
    hand.focus_comes("what opened the dialog", |it| {
        it.starts_with("button Stäng utan att godkänna")
    });
}

/// The adults came with the enquiry; a child of their own is added to them.
pub fn add_the_household(hand: &mut Hand) {
    jumps_to(hand, "2");
    hand.tabs_to("button Lägg till person", "Enter");
    hand.focus_comes("the form", |it| it.starts_with("textbox Förnamn"));
    hand.looks("ny-person");
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
    // What approves stands above the first part.
    jumps_to(hand, "1");
    hand.goes_back_to("button Godkänn hemmet");
    hand.presses("Enter");
    hand.sees("Hemmet blir utrett och godkänt för det som står i förslaget.");
    hand.sees("Familjehemsvård, 1 plats, 0–18 år");
    hand.sees("Beslutas av enhetschefen (punkt 6.1).");
    hand.looks("godkann");
    hand.goes_to("textbox Beslutat av");
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

/// To a part of the page, by its number: from a field too.
pub fn jumps_to(hand: &mut Hand, part: &str) {
    hand.presses(&format!("Alt+{part}"));
    hand.focus_comes("the part's heading", |it| it.starts_with("heading"));
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
    // An interview's form opens at its first field, and then goes on to the one that is asked for.
    let at = hand.focus_comes("what mends it", |it| {
        ["button", "textbox", "radio", "combobox", "heading"]
            .iter()
            .any(|role| it.starts_with(role))
            && !it.starts_with("textbox Planerat")
    });
    match at.split_once(' ').unwrap_or_default() {
        ("button", name) if name.starts_with("Gjort i dag") => hand.presses("Enter"),
        ("button", name) if name.starts_with("Begärd i dag") => ask_and_answer(hand),
        ("textbox", name) if name.starts_with("Samtycke lämnat") => {
            hand.types("i dag");
            hand.goes_to("button Begärd i dag");
            ask_and_answer(hand);
        }
        ("textbox", name) if name.starts_with("Personnummer") => add_a_number(hand, line),
        ("textbox", name) if name.starts_with("Referensens namn") => add_a_reference(hand),
        ("radio", _) => assess(hand),
        ("combobox", name) if name.starts_with("Utfall") => decide_screening(hand),
        ("combobox", name) if name.starts_with("Metod") => interview(hand),
        ("textbox", name) if name.starts_with("Tolkad av") => interpret(hand),
        ("textbox", name) if name.starts_with("Motivering") => {
            hand.types("Hushållet har vuxit fort; vi talar om det vid nästa besök.");
            hand.presses("Tab");
        }
        (_, name) if line.starts_with("Utredningen: ") => write_a_part(hand, name),
        ("textbox", _) if line == "Familjen har inte fått ta del av utredningen." => {
            decision::tell_the_family(hand);
        }
        (_, _) if line.starts_with("Familjen har inte svarat") => {
            decision::the_family_answers(hand);
        }
        ("heading", "Granskning") => decision::another_reads(hand, line),
        ("heading", "Beslut") => decision::a_delegate_is_named(hand),
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
pub fn goes_to_line(hand: &mut Hand, line: &str) {
    // Asked of the page and not of axe, which reads the whole long page each time.
    let script = "const it = document.activeElement; return [it.localName, it.innerText]";
    let mut at = Vec::new();
    for _ in 0..200 {
        at = hand.texts(script);
        if at == ["a", line] {
            return;
        }
        let writes = ["input", "textarea", "select"].contains(&at[0].as_str());
        if writes && !chooses(hand) {
            // A letter is a letter where one writes: first out of the field.
            jumps_to(hand, "1");
        }
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
    // The answer is in before it is read: between the two the page asks what it said.
    hand.focus_comes("the answered cell", |it| {
        it.starts_with("button") && it.contains("utan anmärkning")
    });
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

/// The field for a personal number has the focus; each of the adults lacks one.
fn add_a_number(hand: &mut Hand, line: &str) {
    let (name, number) = match line.split(' ').next() {
        Some("Alva") => ("Alva", "19830914-2399"),
        _ => ("Siv", "19850512-2385"),
    };
    hand.types(number);
    hand.presses("Escape");
    let edit = format!("button Ändra {name}");
    hand.focus_comes("the row", |it| it.starts_with(&edit));
}

/// The list of outcomes has the focus: the family goes on.
fn decide_screening(hand: &mut Hand) {
    hand.presses("g");
    hand.looks("utfall");
    hand.presses("Control+Enter");
    hand.sees("Beslutet är sparat.");
}

/// The list of methods has the focus: the one that somebody else reads.
fn interview(hand: &mut Hand) {
    hand.presses("k");
    hand.writes("Intervju", "i dag");
    hand.presses("Control+Enter");
    hand.focus_comes("what was made", |it| it.starts_with("textbox Planerat"));
    hand.writes("Intervjuare 1", "Ulf Kompass");
    closes_the_interview(hand);
}

/// Who read the interview has the focus.
fn interpret(hand: &mut Hand) {
    hand.types("Rut Regnmätare");
    hand.writes("Tolkad den", "i dag");
    hand.writes("Styrkor", "Lugn och tydlig.");
    if !hand.seen.contains("djupintervju") {
        hand.looks("djupintervju");
    }
    closes_the_interview(hand);
}

fn closes_the_interview(hand: &mut Hand) {
    hand.presses("Escape");
    hand.focus_comes("what opens it", |it| {
        it.starts_with("button Öppna intervjun")
    });
}

/// A text of the investigation, or a field of what it proposes, has the focus.
fn write_a_part(hand: &mut Hand, name: &str) {
    let written = match name {
        it if it.starts_with("Slag av vård") => {
            hand.presses("f");
            return hand.presses("Tab");
        }
        it if it.starts_with("Från ålder") => "0",
        it if it.starts_with("Till ålder") => "18",
        it if it.starts_with("Antal platser") => "1",
        it if it.starts_with("Nästa uppföljning") => "+300",
        it if it.starts_with("Hushållet") => {
            hand.looks("utredning");
            "Två vuxna och en dotter på en gård."
        }
        _ => "Ett lugnt hem på landet med tid för ett barn.",
    };
    hand.types(written);
    hand.presses("Tab");
}
