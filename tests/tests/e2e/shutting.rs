//! The window shut in the middle of a word, and what the kernel has to say of the session.

use std::fs;

use hemvist_tests::window::sockets::beyond_the_driver;

use crate::family::new_enquiry;
use crate::hand::{Hand, Place};

const FAMILY: &str = "Familjen Hare";
const HALF_A_TEXT: &str = "De undrar om ett barn kan ta med sin han";
const HALF_A_DAY: &str = "24 de";

/// Half a day in one field and half a sentence in another, not left and not a moment old.
pub fn half_types(hand: &mut Hand) {
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.sees("Visa avslutade");
    new_enquiry(hand, FAMILY, "ny-forfragan-igen");
    hand.fills("När", HALF_A_DAY);
    hand.fills("Vad som sades", HALF_A_TEXT);
}

/// Both are there at the next start: the text where it was written, the day as a draft.
pub fn finds_it(hand: &mut Hand) {
    hand.window.click("link", "Rekrytering").expect("the rail");
    hand.sees(FAMILY);
    hand.looks("rekrytering");
    hand.opens_card(FAMILY);
    hand.window.wait_for("heading", FAMILY).expect("the family");
    let written = hand.window.until("what was half written", |window| {
        let script = "return [...document.querySelectorAll('textarea')].some((it) => it.value === arguments[0])";
        Ok(window.script(script, &[HALF_A_TEXT.into()])? == true)
    });
    written.unwrap_or_else(|e| panic!("{e}"));
    hand.sees(HALF_A_DAY);
    hand.looks("familjen-igen");
}

/// Of the internet there is WebKit's own ear for its driver, on this machine, and nothing else.
///
/// Without a driver there is not even that: `tests/sockets.rs` holds it.
#[track_caller]
pub fn no_socket_was_opened(place: &Place, again: bool) {
    let record = fs::read_to_string(place.record(again)).expect("strace wrote");
    assert!(
        record.contains("AF_UNIX"),
        "the record is of a program with a window: {record}"
    );
    assert_eq!(beyond_the_driver(&record), Vec::<&str>::new());
}
