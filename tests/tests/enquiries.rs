//! Errands of enquiries, information meetings, the board and the funnel, through the door.

use hemvist_tests::{USER, Unit};
use serde_json::{Value, json};

fn board(unit: &mut Unit) -> Value {
    unit.ask("recruitment_board", json!({}))["rows"].clone()
}

#[test]
fn a_letter_becomes_an_enquiry_with_its_adults() {
    let mut unit = Unit::on("2026-09-03");
    let letter = "Från: Eva Ek <eva@exempel.se>\nSkickat: 2026-09-01 08:10\n\nHej! Vi vill veta mer.\n\n\
                  Med vänlig hälsning\nEva och Bo Ek\nLillgatan 3, 999 40 Furuås\n070-123 45 67\n";
    let found = unit.ask("read_enquiry_text", json!({ "text": letter }));
    let field = |name: &str| {
        found["fields"]
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["field"] == name)
            .unwrap_or_else(|| panic!("{name} is found: {found}"))["value"]
            .clone()
    };
    assert_eq!(field("name_2"), "Bo Ek");
    assert_eq!(board(&mut unit), json!([]), "nothing is saved by reading");

    let family = unit.ask("open_enquiry", json!({
        "name": "Familjen Ek",
        "adults": [{ "given_name": "Eva", "family_name": "Ek" }, { "given_name": "Bo", "family_name": "Ek", "personal_number": "19121212-1212" }],
        "phone": field("phone"), "email": field("email"), "street": field("street"), "postcode": field("postcode"),
        "locality": field("locality"), "children_home": "Två, 8 och 11", "thoughts": "Ett syskonpar.",
        "source": "campaign", "source_detail": "Höstkampanjen", "received_on": field("received_on"), "received_how": "email",
        "text": letter,
    }));
    let page = unit.ask("recruitment_family", json!({ "id": family }));
    assert_eq!(page["opened_on"], "2026-09-01");
    assert_eq!(page["enquiry"], letter, "the whole letter is kept");
    assert_eq!(page["enquiry_facts"]["source_detail"], "Höstkampanjen");
    assert_eq!(page["stage"], "first_contact", "the adults are known");
    assert_eq!(page["home"]["people"].as_array().unwrap().len(), 2);
    assert_eq!(page["home"]["email"], "eva@exempel.se");
    assert_eq!(page["home"]["street"], "Lillgatan 3");

    // The clock runs from the day the letter came: seven days.
    unit.today = "2026-09-09".parse().unwrap();
    let due = unit.ask("due", json!({}));
    assert_eq!(due["items"][0]["what"], "enquiry_reply");
    assert_eq!(due["items"][0]["on"], "2026-09-08");
    assert_eq!(due["items"][0]["late"], true);
    assert_eq!(board(&mut unit)[0]["reply"]["late"], true);
    unit.ask(
        "record_step",
        json!({ "recruitment": family, "step": "first_contact", "done_on": "2026-09-09" }),
    );
    assert_eq!(unit.ask("due", json!({}))["items"], json!([]));
    assert_eq!(board(&mut unit)[0]["reply"], Value::Null);
    assert_eq!(board(&mut unit)[0]["stage"], "screening");
    assert_eq!(board(&mut unit)[0]["since"], "2026-09-09");
}

#[test]
fn a_family_that_returns_is_known_and_nothing_it_says_is_lost() {
    let mut unit = Unit::on("2026-01-10");
    let first = unit.ask("open_enquiry", json!({ "name": "Familjen Ek", "phone": "0701234567", "adults": [{ "given_name": "Eva", "family_name": "Ek" }] }));
    let home = unit.ask("recruitment_family", json!({ "id": first }))["home"]["id"].clone();
    unit.ask("close_recruitment", json!({ "recruitment": first, "code": "health", "text": "Opereras i vår.", "return_on": "2026-09-01" }));

    unit.today = "2026-09-20".parse().unwrap();
    let known = unit.ask(
        "earlier_families",
        json!({ "name": "", "phone": "+46 70 123 45 67" }),
    );
    assert_eq!(known[0]["home"]["id"], home);
    let run = &known[0]["runs"][0];
    assert_eq!(
        (&run["outcome"], &run["ended_on"]),
        (&json!("by_unit"), &json!("2026-01-10"))
    );
    assert!(
        !known.to_string().contains("health") && !known.to_string().contains("Opereras"),
        "why it ended stands on the family's page only"
    );

    let again = unit.ask("open_enquiry", json!({
        "name": "Familjen Ek", "home": home, "phone": "070-765 43 21", "locality": "Furuås",
        "adults": [{ "given_name": "Eva", "family_name": "Ek" }, { "given_name": "Bo", "family_name": "Ek" }],
    }));
    let page = unit.ask("recruitment_family", json!({ "id": again }));
    assert_eq!(page["home"]["phone"], "070-123 45 67", "not written over");
    assert_eq!(page["enquiry_facts"]["said_phone"], "070-765 43 21");
    assert_eq!(
        page["home"]["locality"], "Furuås",
        "filled where nothing stood"
    );
    assert_eq!(
        page["home"]["people"].as_array().unwrap().len(),
        2,
        "Eva is one person"
    );
    let hidden = unit.refused("recruitment_family", json!({ "id": first }));
    assert_eq!(
        hidden["kind"], "not_found",
        "an earlier file is opened by the one who has the case"
    );
    let refused = unit.refused(
        "open_enquiry",
        json!({ "name": "Familjen Ek", "home": home }),
    );
    assert_eq!(refused["field"], "home");
    let later = unit.refused(
        "open_enquiry",
        json!({ "name": "Familjen Al", "received_on": "2026-09-21" }),
    );
    assert_eq!(later["field"], "received_on");
}

#[test]
fn enquiries_are_made_from_the_list_of_an_information_meeting() {
    let mut unit = Unit::on("2026-09-01");
    let meeting = unit.ask(
        "add_information_meeting",
        json!({ "held_on": "2026-09-01", "place": "Biblioteket" }),
    );
    let guest = unit.ask("add_meeting_guest", json!({ "meeting": meeting, "name": "Eva och Bo Ek", "phone": "0701234567", "people": 2, "wants_on": "yes" }));
    unit.ask(
        "add_meeting_guest",
        json!({ "meeting": meeting, "name": "Siri Regn", "wants_on": "no" }),
    );
    let wrong = unit.refused(
        "add_meeting_guest",
        json!({ "meeting": meeting, "name": "Al", "phone": "ring" }),
    );
    assert_eq!(wrong["field"], "phone");

    unit.today = "2026-09-04".parse().unwrap();
    let family = unit.ask("open_enquiry", json!({ "name": "Familjen Ek", "guest": guest, "adults": [{ "given_name": "Eva", "family_name": "Ek" }] }));
    let page = unit.ask("recruitment_family", json!({ "id": family }));
    assert_eq!(page["source"], "information_meeting");
    assert_eq!(page["enquiry_facts"]["meeting"], meeting);
    assert_eq!(
        (&page["steps"][0]["step"], &page["steps"][0]["done_on"]),
        (&json!("information_meeting"), &json!("2026-09-01"))
    );
    let list = unit.ask("information_meetings", json!({}));
    assert_eq!(
        (
            &list[0]["families"],
            &list[0]["people"],
            &list[0]["want_on"],
            &list[0]["enquiries"]
        ),
        (&json!(2), &json!(3), &json!(1), &json!(1))
    );
    let page = unit.ask("information_meeting", json!({ "id": meeting }));
    assert_eq!(page["guests"][0]["recruitment"], family);
    let twice = unit.refused(
        "open_enquiry",
        json!({ "name": "Familjen Ek", "guest": guest }),
    );
    assert_eq!(twice["field"], "guest");
}

#[test]
fn the_unit_sets_its_own_limits_and_compulsory_steps() {
    let mut unit = Unit::on("2026-09-01");
    let family = unit.ask(
        "open_enquiry",
        json!({ "name": "Familjen Ek", "adults": [{ "given_name": "Eva", "family_name": "Ek" }] }),
    );
    unit.ask(
        "record_step",
        json!({ "recruitment": family, "step": "first_contact", "done_on": "2026-09-01" }),
    );
    unit.today = "2026-09-11".parse().unwrap();
    assert_eq!(board(&mut unit)[0]["stage"], "screening");
    assert_eq!(board(&mut unit)[0]["late"], false);
    unit.ask(
        "save_recruitment_setting",
        json!({ "key": "stage.screening.limit_days", "value": "9" }),
    );
    assert_eq!(board(&mut unit)[0]["late"], true, "ten days, nine given");
    unit.ask(
        "save_recruitment_setting",
        json!({ "key": "step.information_meeting.compulsory", "value": "1" }),
    );
    assert_eq!(board(&mut unit)[0]["stage"], "information");
    unit.ask(
        "save_recruitment_setting",
        json!({ "key": "step.information_meeting.compulsory", "value": null }),
    );
    unit.ask(
        "save_recruitment_setting",
        json!({ "key": "stage.screening.limit_days", "value": null }),
    );
    assert_eq!(board(&mut unit)[0]["limit_days"], 21, "as shipped");
    for (key, value, field) in [
        ("stage.screening.limit_days", "0", "value"),
        ("step.home_visit.compulsory", "0", "key"),
        ("stage.nowhere.label", "x", "key"),
        ("limit.home_study_days", "5", "key"),
    ] {
        let refused = unit.refused(
            "save_recruitment_setting",
            json!({ "key": key, "value": value }),
        );
        assert_eq!(refused["field"], field, "{key}");
    }
}

#[test]
fn the_funnel_opens_the_list_behind_a_number_but_never_names_by_reason() {
    let mut unit = Unit::on("2026-02-01");
    let family = unit.ask(
        "open_enquiry",
        json!({ "name": "Familjen Ek", "source": "own_web" }),
    );
    unit.today = "2026-02-11".parse().unwrap();
    unit.ask(
        "close_recruitment",
        json!({ "recruitment": family, "code": "health" }),
    );
    let funnel = unit.ask("funnel", json!({}));
    assert_eq!(funnel["total"]["by_unit"]["behind"], json!([family]));
    assert_eq!(funnel["families"][0]["name"], "Familjen Ek");
    assert_eq!(
        funnel["reasons"],
        json!([{ "key": "health", "label": "Hälsa", "by": "unit", "count": 1 }])
    );
    assert_eq!(funnel["caution_below"], 10);
    let refused = unit.refused(
        "funnel",
        json!({ "from": "2026-02-01", "to": "2026-01-01" }),
    );
    assert_eq!(refused["field"], "to");

    // A reader sees the numbers alone.
    unit.ask(
        "add_user",
        json!({ "name": "Rut Räknare", "role": "reader", "password": "ett annat långt lösenord" }),
    );
    unit.ask("lock", json!({}));
    unit.ask(
        "sign_in",
        json!({ "name": "Rut Räknare", "password": "ett annat långt lösenord" }),
    );
    let funnel = unit.ask("funnel", json!({}));
    assert_eq!(
        funnel["total"]["by_unit"],
        json!({ "count": 1, "behind": [] })
    );
    assert!(!funnel.to_string().contains("Ek"), "{funnel}");
    unit.ask("lock", json!({}));
    unit.ask(
        "sign_in",
        json!({ "name": USER, "password": hemvist_tests::PASSWORD }),
    );
}

#[test]
fn references_to_take_and_asked_checks_lead_to_the_family() {
    let mut unit = Unit::on("2026-09-01");
    let family = unit.ask(
        "open_enquiry",
        json!({ "name": "Familjen Ek", "adults": [{ "given_name": "Eva", "family_name": "Ek" }] }),
    );
    unit.ask(
        "add_reference",
        json!({ "recruitment": family, "kind": "work", "given_by": "Chefen" }),
    );
    let person = board(&mut unit)[0]["adults"][0]["id"].clone();
    unit.ask(
        "ask_check",
        json!({ "person": person, "register": "kronofogden", "asked_on": "2026-09-01", "consent_on": "2026-09-01" }),
    );
    let waiting = unit.ask("today", json!({}))["waiting"].clone();
    let lines: Vec<_> = waiting
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["what"].as_str().unwrap(), it["subject"]["id"].clone()))
        .collect();
    assert_eq!(
        lines,
        [("register_check", family.clone()), ("reference", family)]
    );
}
