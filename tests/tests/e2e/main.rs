//! The whole job by a person's hands: the real program in the real window.
//!
//! A new user makes a unit, takes the old register in, takes a family through, matches a
//! child, prints the paper, locks, shuts the window in the middle of a word, starts again and
//! finds everything. On every screen axe looks for what shuts somebody out, and a picture is
//! left; all the while the kernel tells of every socket.

mod child;
mod decision;
mod family;
mod hand;
mod shutting;
mod unit;

use hand::{Hand, Place};

#[test]
fn a_new_user_does_the_whole_job() {
    let place = Place::new();
    let mut hand = Hand::start(&place, false);
    unit::make_a_unit(&mut hand, &place);
    unit::take_the_register_in(&mut hand);
    unit::find_a_home(&mut hand);
    decision::add_a_colleague(&mut hand);
    family::take_a_family_in(&mut hand);
    family::is_refused(&mut hand);
    family::add_the_household(&mut hand);
    family::does_all_that_is_left(&mut hand);
    family::conclude(&mut hand);
    child::write_a_child(&mut hand);
    child::match_and_print(&mut hand, &place);
    unit::lock(&mut hand);
    hand.sign_in();
    shutting::half_types(&mut hand);
    let mut violations = std::mem::take(&mut hand.violations);
    hand.window.close().expect("an orderly end");
    shutting::no_socket_was_opened(&place, false);

    unit::as_the_door_issued(&place);

    let mut hand = Hand::start(&place, true);
    hand.sign_in();
    hand.window.wait_for("link", "Hem").expect("the frame");
    hand.looks("i-dag");
    hand.window.click("link", "Hem").expect("the rail");
    hand.sees("49 hem");
    hand.window.click("link", "Matchning").expect("the rail");
    hand.sees("Lo Provbarn");
    hand.looks("matchning");
    shutting::finds_it(&mut hand);
    hand.window
        .click("link", "Placeringar & nämnd")
        .expect("the rail");
    hand.sees("Utfärdat");
    hand.looks("placeringar");
    violations.append(&mut hand.violations);
    hand.window.close().expect("an orderly end");
    shutting::no_socket_was_opened(&place, true);
    assert_eq!(violations, Vec::<String>::new(), "axe");
}
