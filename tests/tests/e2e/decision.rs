//! What others have to do with a home: a colleague reads, the family answers, a delegate decides.

use hemvist_tests::{PASSWORD, USER};

use crate::family::{FAMILY, goes_to_line, jumps_to};
use crate::hand::Hand;

const COLLEAGUE: &str = "Vera Läsare";
const COLLEAGUES_PASSWORD: &str = "gräsmatta kofot lanterna sirap";

/// The unit is more than one: nobody reads an investigation of one's own.
pub fn add_a_colleague(hand: &mut Hand) {
    settings(hand, "Personer");
    hand.sees("De som arbetar här");
    hand.goes_to("textbox Namn");
    hand.types(COLLEAGUE);
    hand.tabs_to("combobox Roll", "f");
    hand.fills("Första lösenord", COLLEAGUES_PASSWORD);
    // One's own password is changed beside it, and is asked for twice too.
    hand.presses("Tab");
    hand.types(COLLEAGUES_PASSWORD);
    hand.looks("personer");
    hand.presses("Enter");
    hand.sees(&format!("{COLLEAGUE} kan nu logga in."));
}

/// The family is given the investigation to read today.
pub fn tell_the_family(hand: &mut Hand) {
    hand.types("i dag");
    // Read together, at a meeting.
    hand.tabs_to("combobox Hur", "l");
    hand.presses("Tab");
}

/// And says something, which stands in the investigation.
pub fn the_family_answers(hand: &mut Hand) {
    // Comments is the first of the answers that begin so.
    hand.tabs_to("combobox Familjens svar", "h");
    hand.writes("Svarade den", "i dag");
    hand.presses("Tab");
    hand.window
        .wait_for("textbox", "Familjens synpunkter")
        .expect("room for what they say");
    hand.writes("Familjens synpunkter", "Vi känner igen oss.");
    jumps_to(hand, "9");
    hand.looks("kommunicering");
}

/// The writer may not, so the colleague signs in, reads and says so; then the writer is back.
pub fn another_reads(hand: &mut Hand, line: &str) {
    hand.sees("En kollega läser och trycker här.");
    hand.presses("Control+l");
    hand.signs_in_as(COLLEAGUE, COLLEAGUES_PASSWORD);
    opens_the_family(hand);
    hand.sees("Någon annan än den som har skrivit läser innan beslutet.");
    goes_to_line(hand, line);
    hand.presses("Enter");
    hand.focus_comes("the review", |it| it == "heading Granskning");
    hand.writes("Kommentar", "Tydligt skrivet.");
    hand.looks("granskning");
    hand.tabs_to("button Jag har läst utredningen", "Enter");
    hand.sees(&format!("av {COLLEAGUE}"));
    hand.presses("Control+l");
    hand.signs_in_as(USER, PASSWORD);
    opens_the_family(hand);
}

/// Who approves is the unit's own to say: the page leads to where it is said.
pub fn a_delegate_is_named(hand: &mut Hand) {
    hand.tabs_to("link Skriv in det under Inställningar", "Enter");
    hand.sees("Ett godkännande är kommunens eget beslut");
    name_the_delegate(hand);
    // The rail leads back to where one was: the family's page.
    hand.window.click("link", "Rekrytering").expect("the rail");
    is_back(hand);
}

fn name_the_delegate(hand: &mut Hand) {
    // Care in families comes first. Letters choose in closed lists.
    hand.tabs_to("combobox Beslutas av", "d");
    hand.window
        .wait_for("combobox", "Delegat i programmet")
        .expect("who, when it is an officer");
    hand.writes("Namn på utskottet", "Enhetschefen");
    hand.writes("Punkt", "6.1");
    hand.tabs_to("combobox Delegat i programmet", "p");
    hand.presses("Tab");
    let chosen = hand.window.until("the delegate chosen", |window| {
        let script = "return [...document.querySelectorAll('select')].some((it) => it.selectedOptions[0]?.text === arguments[0])";
        Ok(window.script(script, &[USER.into()])? == true)
    });
    chosen.unwrap_or_else(|e| panic!("{e}"));
    hand.looks("delegation");
}

fn settings(hand: &mut Hand, tab: &str) {
    hand.window
        .click("link", "Inställningar")
        .expect("the rail");
    hand.window.wait_for("tab", tab).expect("the settings");
    hand.window.click("tab", tab).expect("its part");
}

/// From anywhere to the family's page, by the board.
fn opens_the_family(hand: &mut Hand) {
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.opens_card(FAMILY);
    is_back(hand);
}

fn is_back(hand: &mut Hand) {
    // The page comes back as far down as it was left, so its heading may be out of sight.
    hand.sees("Kvar att göra");
    jumps_to(hand, "1");
}
