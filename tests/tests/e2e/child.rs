//! One child: written in, matched with all homes, and the paper for the committee.

use std::fs;

use crate::family::stands_with;
use crate::hand::{Hand, Place};

pub fn write_a_child(hand: &mut Hand) {
    hand.window.click("link", "Matchning").expect("the rail");
    hand.sees("Inget barn väntar på hem");
    hand.looks("matchning-tomt");
    hand.presses("Control+n");
    hand.sees("Förnamn räcker för att börja.");
    hand.fills("Förnamn", "Lo");
    hand.fills("Efternamn", "Provbarn");
    hand.fills("Personnummer", "20170101-2393");
    hand.fills("Ärendenummer", "2026-0417");
    hand.looks("nytt-barn");
    hand.presses("Control+Enter");
    hand.sees("Barnets egna ord");
    hand.window
        .wait_for("heading", "Lo Provbarn")
        .expect("the child's page");
    hand.window
        .click("button", "Lägg till behov")
        .expect("needs");
    hand.sees("Behovet med egna ord");
    // A letter on a closed list goes to the first line that begins with it.
    hand.tabs_to("combobox Behov", "k");
    hand.tabs_to("textbox Behovet med egna ord", "Tab");
    hand.presses("Control+Enter");
    hand.sees("Tillagt:");
    hand.sees("Erfarenhet av adhd");
    hand.looks("barnet");
}

pub fn match_and_print(hand: &mut Hand, place: &Place) {
    hand.presses("m");
    hand.sees("48 hem prövade");
    // Investigated, approved, with a free place: only what the home can is not written yet.
    stands_with(hand, "Vi vet för lite");
    hand.looks("matcha");
    hand.presses("u");
    hand.window
        .wait_for("combobox", "Ordning")
        .expect("the dialog");
    hand.looks("skriv-underlag");
    hand.presses("Control+Enter");
    hand.window
        .wait_for("heading", "Placering: Lo Provbarn")
        .expect("the paper");
    until_drawn(hand);
    hand.looks("papper");
    hand.tabs_to("button Godkänn papperet", "Enter");
    hand.sees("Papperet är godkänt.");
    hand.focus_comes("what is next", |it| it.starts_with("button Utfärda"));
    hand.presses("Enter");
    hand.sees("Utfärda papperet?");
    hand.looks("utfarda");
    hand.tabs_to("button Utfärda", "Enter");
    hand.sees("Kontrollsumma (SHA-256)");
    until_drawn(hand);
    hand.looks("utfardat");
    hand.presses("Control+Shift+s");
    hand.sees("Papperet är sparat som PDF.");
    let pdf = fs::read(&place.pdf).expect("the paper");
    assert!(pdf.starts_with(b"%PDF"), "a PDF");
}

/// The pages are pictures with their words over them: the words say when they are there.
pub fn until_drawn(hand: &mut Hand) {
    let drawn = hand.window.until("a drawn page", |window| {
        let words = window.script(
            "return document.querySelector('.sheet .words')?.textContent ?? ''",
            &[],
        )?;
        Ok(words.as_str().is_some_and(|it| it.contains("Björkvik")))
    });
    if let Err(message) = drawn {
        let shot = hand.window.shot("e2e-no-paper").unwrap_or_default();
        panic!("{message} ({})", shot.display());
    }
}
