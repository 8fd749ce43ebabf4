//! Journeys of a home's investigation: from the first text to the decision, and
//! the families that do not come so far.

#![allow(clippy::unwrap_used)] // helpers of tests, where a panic is the report

mod papers;

use hemvist_tests::{PASSWORD, USER, Unit};
use serde_json::{Value, json};

const REGISTERS: [&str; 5] = [
    "belastningsregistret",
    "misstankeregistret",
    "socialregister_egen",
    "kronofogden",
    "forsakringskassan",
];
/// The compulsory texts of a home without own children, from domain.md 9.2 (a).
const TEXTS: [&str; 9] = [
    "household",
    "housing",
    "everyday",
    "strengths",
    "vulnerabilities",
    "support_needs",
    "suits",
    "not_suits",
    "assessment",
];
const READER: &str = "Läs Läsarsson";

struct Case {
    family: String,
    home: String,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn kinds(blockers: &Value) -> Vec<String> {
    let mut found: Vec<String> = blockers
        .as_array()
        .unwrap()
        .iter()
        .map(|it| text(&it["kind"]))
        .collect();
    found.sort();
    found
}

/// A family with its adults, checked, visited, interviewed, with references: all
/// that comes before the writing.
fn family(unit: &mut Unit, name: &str, carers: &[(&str, &str)]) -> Case {
    let family = text(&unit.ask("open_enquiry", json!({ "name": name, "source": "phone" })));
    let home = text(&unit.ask("recruitment_family", json!({ "id": family }))["home"]["id"]);
    investigate(unit, &family, &home, carers);
    Case { family, home }
}

fn investigate(unit: &mut Unit, family: &str, home: &str, carers: &[(&str, &str)]) {
    let today = unit.today.to_string();
    for (given, number) in carers {
        let person = unit.ask("add_person", json!({ "home": home, "given_name": given, "family_name": "Provsson", "role": "carer", "personal_number": number }));
        for register in REGISTERS {
            let check = text(&unit.ask(
                "ask_check",
                json!({ "person": person, "register": register }),
            ));
            unit.save("register_check", &check, "received_on", None, &today);
            unit.save("register_check", &check, "result", None, "no_remark");
        }
        for part in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
            unit.ask("save_assessment", json!({ "recruitment": family, "person": person, "part": part, "level": "no_known_risk" }));
        }
        for step in ["interview", "interpretation"] {
            unit.ask(
                "record_step",
                json!({ "recruitment": family, "step": step, "person": person, "done_on": today }),
            );
        }
    }
    unit.ask(
        "decide_screening",
        json!({ "recruitment": family, "outcome": "go_on" }),
    );
    for step in ["first_contact", "home_visit"] {
        unit.ask(
            "record_step",
            json!({ "recruitment": family, "step": step, "done_on": today }),
        );
    }
    for kind in ["work", "network"] {
        unit.ask("add_reference", json!({ "recruitment": family, "kind": kind, "given_by": "Prov Referens", "taken_on": today }));
    }
}

fn save(unit: &mut Unit, it: &Case, field: &str, value: &str) {
    unit.save("investigation", &it.family, field, None, value);
}

fn write_everything(unit: &mut Unit, it: &Case) {
    for part in TEXTS {
        save(
            unit,
            it,
            part,
            &format!("Det här är prövat och beskrivet ({part})."),
        );
    }
    for (field, value) in [
        ("care", "familjehem"),
        ("age_from", "6"),
        ("age_to", "12"),
        ("places", "1"),
        (
            "conditions",
            "Avlastning en helg i månaden det första året.",
        ),
        ("review_on", "2027-11-20"),
    ] {
        save(unit, it, field, value);
    }
}

fn tell_family(unit: &mut Unit, it: &Case) {
    let today = unit.today.to_string();
    save(unit, it, "sent_on", &today);
    save(unit, it, "answered_on", &today);
    save(unit, it, "answer", "no_comments");
}

fn second_reading(unit: &mut Unit, it: &Case) {
    let known = unit.ask("users", json!({})).as_array().unwrap().len();
    if known == 1 {
        unit.ask(
            "add_user",
            json!({ "name": READER, "role": "recruiter", "password": PASSWORD }),
        );
    }
    sign_in(unit, READER);
    unit.ask(
        "record_reading",
        json!({ "recruitment": it.family, "comment": "Tydlig." }),
    );
    sign_in(unit, USER);
}

fn sign_in(unit: &mut Unit, name: &str) {
    unit.ask("lock", json!({}));
    unit.ask("sign_in", json!({ "name": name, "password": PASSWORD }));
}

fn delegate(unit: &mut Unit, body: &str, title: &str) {
    unit.ask(
        "save_delegation",
        json!({ "care": "familjehem", "body": body, "title": title, "point": "4.2", "user": null }),
    );
}

fn page(unit: &mut Unit, it: &Case) -> Value {
    unit.ask("recruitment_family", json!({ "id": it.family }))
}

#[test]
fn an_ordinary_family_is_written_about_told_read_and_approved_by_a_delegate() {
    let mut unit = Unit::on("2026-11-20");
    let it = family(
        &mut unit,
        "Familjen Ek",
        &[("Tolvan", "19121212-1212"), ("Tolva", "19121212-1212")],
    );
    assert_eq!(page(&mut unit, &it)["stage"], "writing");
    let beside = page(&mut unit, &it)["investigation"]["parts"][0]["facts"].clone();
    let told = beside.to_string();
    assert!(
        told.contains("Hembesök") && told.contains("Belastningsregistret"),
        "{told}"
    );
    write_everything(&mut unit, &it);
    assert_eq!(page(&mut unit, &it)["stage"], "communication");
    tell_family(&mut unit, &it);
    assert_eq!(page(&mut unit, &it)["stage"], "review");
    let own = unit.refused(
        "record_reading",
        json!({ "recruitment": it.family, "comment": null }),
    );
    assert_eq!(own["reason"]["code"], "same_as_writer");
    second_reading(&mut unit, &it);
    let now = page(&mut unit, &it);
    assert_eq!(
        (now["stage"].clone(), kinds(&now["blockers"])),
        (json!("decision"), vec!["delegation_not_set".to_owned()])
    );
    delegate(&mut unit, "delegate", "Enhetschef");
    assert_eq!(page(&mut unit, &it)["blockers"], json!([]));
    unit.ask("conclude_home_study", json!({ "recruitment": it.family }));

    let card = unit.ask("home_card", json!({ "id": it.home }));
    let scope = &card["scopes"][0];
    assert_eq!(
        (&scope["age_from"], &scope["age_to"], &scope["places"]),
        (&json!(6), &json!(12), &json!(1))
    );
    assert_eq!(scope["paragraph"], "4.2");
    assert_eq!(
        scope["conditions"],
        "Avlastning en helg i månaden det första året."
    );
    assert_eq!(card["investigated_on"], "2026-11-20");
    // The whole study stays reachable, and the review is scheduled with its why.
    let studies = unit.ask("home_studies", json!({ "id": it.home }));
    assert_eq!(studies["studies"][0]["texts"].as_array().unwrap().len(), 9);
    assert_eq!(studies["next_on"], "2027-11-20");
    let due = unit.ask("due", json!({ "as_of": "2027-10-01" }));
    let review = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["what"] == "home_review")
        .unwrap();
    assert_eq!(
        review["why"],
        json!({ "kind": "set_on", "on": "2026-11-20" })
    );
    unit.today = "2027-11-18".parse().unwrap();
    unit.ask("add_home_review", json!({ "home": it.home, "done_on": "2027-11-18", "text": "Allt väl.", "next_on": "2028-11-18" }));
    assert_eq!(
        unit.ask("home_studies", json!({ "id": it.home }))["next_on"],
        "2028-11-18"
    );
}

#[test]
fn a_single_carer_is_decided_on_by_the_section_after_its_paper_is_issued() {
    let mut unit = Unit::on("2026-11-20");
    delegate(&mut unit, "section", "Sociala utskottet");
    let it = family(&mut unit, "Familjen Gran", &[("Tolvan", "19121212-1212")]);
    write_everything(&mut unit, &it);
    tell_family(&mut unit, &it);
    second_reading(&mut unit, &it);
    assert_eq!(
        kinds(&page(&mut unit, &it)["blockers"]),
        ["approval_paper_not_issued"]
    );
    // Not even a supervisor decides in the place of elected members.
    let refused = unit.refused(
        "conclude_home_study",
        json!({ "recruitment": it.family, "override_reason": "Bråttom." }),
    );
    assert_eq!(kinds(&refused["blockers"]), ["approval_paper_not_issued"]);
    let paper = text(&unit.ask(
        "start_approval_paper",
        json!({ "recruitment": it.family, "template": null }),
    ));
    let again = unit.refused(
        "start_approval_paper",
        json!({ "recruitment": it.family, "template": null }),
    );
    assert_eq!(again["reason"]["code"], "already_there");
    unit.save("paper", &paper, "meeting_on", None, "2026-11-24");
    assert_eq!(
        unit.ask("paper", json!({ "id": paper }))["blockers"],
        json!([])
    );
    unit.ask("release_paper", json!({ "id": paper }));
    unit.ask("issue_paper", json!({ "id": paper }));
    assert_eq!(
        kinds(&page(&mut unit, &it)["blockers"]),
        ["board_decision_missing"]
    );
    unit.today = "2026-11-25".parse().unwrap();
    unit.ask("enter_decision", json!({ "id": paper, "paragraph": "§ 118", "decided_on": "2026-11-24", "decision": "as_proposed", "text": null }));
    let now = page(&mut unit, &it);
    assert_eq!(now["concluded_on"], "2026-11-25");
    assert_eq!(now["investigation"]["decided_by"], "Sociala utskottet");
    let card = unit.ask("home_card", json!({ "id": it.home }));
    assert_eq!(
        (
            &card["scopes"][0]["paragraph"],
            &card["scopes"][0]["decided_on"]
        ),
        (&json!("§ 118"), &json!("2026-11-24"))
    );
    assert_eq!(card["investigated_on"], "2026-11-24");
}

#[test]
fn a_paper_that_is_sent_back_is_followed_by_another() {
    let mut unit = Unit::on("2026-11-20");
    delegate(&mut unit, "board", "");
    let it = family(&mut unit, "Familjen Gran", &[("Tolvan", "19121212-1212")]);
    write_everything(&mut unit, &it);
    tell_family(&mut unit, &it);
    second_reading(&mut unit, &it);
    let paper = text(&unit.ask("start_approval_paper", json!({ "recruitment": it.family })));
    unit.ask("release_paper", json!({ "id": paper }));
    unit.ask("issue_paper", json!({ "id": paper }));
    unit.ask("enter_decision", json!({ "id": paper, "paragraph": "§ 3", "decided_on": "2026-11-20", "decision": "sent_back", "text": null }));
    assert_eq!(
        kinds(&page(&mut unit, &it)["blockers"]),
        ["approval_paper_not_issued"]
    );
    unit.ask("start_approval_paper", json!({ "recruitment": it.family }));
}

#[test]
fn a_network_home_with_a_child_living_there_must_be_investigated_all_the_same() {
    let mut unit = Unit::on("2026-11-02");
    let it = family(&mut unit, "Mormor Provsson", &[("Tolvan", "19121212-1212")]);
    unit.save("home", &it.home, "kind", Some("familjehem"), "natverkshem");
    let child = unit.child("Elsa");
    let refused = unit.refused("place_child", json!({ "child": child, "home": it.home, "kind": "tillfallig_natverk", "regime": "own", "legal_ground": "sol", "started_on": "2026-11-02" }));
    assert!(
        kinds(&refused["blockers"]).contains(&"not_investigated".to_owned()),
        "{refused}"
    );
    unit.ask("place_child", json!({ "child": child, "home": it.home, "kind": "tillfallig_natverk", "regime": "own", "legal_ground": "sol", "started_on": "2026-11-02", "override_reason": "Akut hos mormor." }));
    // Fourteen days, then the investigation should have been opened (domain.md 5.5).
    let due = unit.ask("due", json!({ "as_of": "2026-11-10" }));
    let clock = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["what"] == "network_study")
        .unwrap();
    assert_eq!(clock["on"], "2026-11-16");
    // That the child lives there already takes nothing off the list.
    let left = kinds(&page(&mut unit, &it)["blockers"]);
    assert_eq!(
        left.iter()
            .filter(|it| *it == "investigation_part_missing")
            .count(),
        9 + 5
    );
    delegate(&mut unit, "delegate", "Enhetschef");
    write_everything(&mut unit, &it);
    tell_family(&mut unit, &it);
    second_reading(&mut unit, &it);
    unit.ask(
        "conclude_home_study",
        json!({ "recruitment": it.family, "care": "familjehem" }),
    );
    assert!(!unit.ask("home_card", json!({ "id": it.home }))["investigated_on"].is_null());
}

#[test]
fn a_family_that_withdraws_is_told_and_its_file_has_a_day() {
    let mut unit = Unit::on("2026-09-30");
    let it = family(&mut unit, "Familjen Asp", &[("Tolvan", "19121212-1212")]);
    let close = json!({ "recruitment": it.family, "code": "family_withdraws", "text": "Nytt arbete.", "return_on": "2027-09-01", "told_on": "2026-09-30", "told_how": "phone", "told_text": "Välkomna åter." });
    unit.ask("close_recruitment", close.clone());
    let now = page(&mut unit, &it);
    let kept = &now["investigation"]["retention"];
    // Five years after the last note, finished by the end of the next calendar year (16:1).
    assert_eq!(
        (&kept["on"], &kept["latest"]),
        (&json!("2031-09-30"), &json!("2032-12-31"))
    );
    assert_eq!(now["investigation"]["told_text"], "Välkomna åter.");
    // No list tells why.
    let board = unit
        .ask("recruitment_board", json!({ "ended": true }))
        .to_string();
    assert!(!board.contains("family_withdraws") && !board.contains("Nytt arbete"));
    let due = unit.ask("due", json!({ "as_of": "2031-09-01" }));
    let line = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["what"] == "retention")
        .unwrap();
    assert!(!line.to_string().contains("withdraws"), "{line}");
    // A mistake is undone, and the history keeps both.
    unit.ask("reopen_recruitment", json!({ "recruitment": it.family }));
    assert_eq!(page(&mut unit, &it)["closed_on"], Value::Null);
    unit.ask("close_recruitment", close);
}

#[test]
fn a_family_that_returns_shows_its_earlier_file_to_the_one_who_has_the_case() {
    let mut unit = Unit::on("2026-09-30");
    let it = family(&mut unit, "Familjen Asp", &[("Tolvan", "19121212-1212")]);
    save(&mut unit, &it, "strengths", "Van vid barn.");
    unit.ask(
        "close_recruitment",
        json!({ "recruitment": it.family, "code": "housing", "text": "För trångt." }),
    );
    unit.today = "2027-03-01".parse().unwrap();
    let again = text(&unit.ask("open_enquiry", json!({ "name": "", "home": it.home })));
    let returned = Case {
        family: again,
        home: it.home.clone(),
    };
    let earlier = page(&mut unit, &returned)["investigation"]["earlier"].clone();
    assert_eq!(earlier[0]["id"], json!(it.family));
    // The old page is closed to everybody, and no list shows it.
    assert_eq!(
        unit.refused("recruitment_family", json!({ "id": it.family }))["kind"],
        "not_found"
    );
    assert_eq!(
        unit.ask("recruitment_board", json!({ "ended": true }))["rows"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let read = unit.ask(
        "open_earlier_file",
        json!({ "recruitment": returned.family, "earlier": it.family }),
    );
    assert_eq!(
        (&read["closing_code"], &read["texts"][0][1]),
        (&json!("housing"), &json!("Van vid barn."))
    );
    // Another worker is not told that it exists, and cannot open it.
    unit.ask(
        "add_user",
        json!({ "name": READER, "role": "recruiter", "password": PASSWORD }),
    );
    sign_in(&mut unit, READER);
    assert_eq!(
        page(&mut unit, &returned)["investigation"]["earlier"],
        json!([])
    );
    assert_eq!(
        unit.refused(
            "open_earlier_file",
            json!({ "recruitment": returned.family, "earlier": it.family })
        )["kind"],
        "forbidden"
    );
}

#[test]
fn wrong_days_and_ages_are_told_at_the_field() {
    let mut unit = Unit::on("2026-11-20");
    let it = family(&mut unit, "Familjen Ek", &[]);
    save(&mut unit, &it, "sent_on", "2026-11-10");
    for (field, value, code) in [
        ("answered_on", "2026-11-09", "before"),
        ("answered_on", "2026-11-21", "in_future"),
        ("answer_due", "2026-11-01", "before"),
        ("places", "0", "not_a_number"),
    ] {
        let refused = unit.refused("save_field", json!({ "entity": "investigation", "id": it.family, "field": field, "value": value, "was": null }));
        assert_eq!(
            (&refused["field"], &refused["reason"]["code"]),
            (&json!(field), &json!(code))
        );
    }
    save(&mut unit, &it, "age_from", "9");
    let refused = unit.refused("save_field", json!({ "entity": "investigation", "id": it.family, "field": "age_to", "value": "6", "was": null }));
    assert_eq!(refused["reason"]["code"], "before");
}

/// Property: whatever is taken away, each is missed by itself, and nothing is concluded.
#[test]
fn without_an_override_no_compulsory_part_may_be_missing() {
    let mut dice = hemvist_tests::Dice(20_261_123);
    for round in 0..12 {
        let mut unit = Unit::on("2026-11-20");
        delegate(&mut unit, "delegate", "Enhetschef");
        let it = family(&mut unit, "Familjen Slump", &[("Tolvan", "19121212-1212")]);
        write_everything(&mut unit, &it);
        tell_family(&mut unit, &it);
        second_reading(&mut unit, &it);
        // Some of what is compulsory is taken away again, at random.
        let fields: Vec<&str> = TEXTS
            .into_iter()
            .chain([
                "care",
                "age_from",
                "age_to",
                "places",
                "review_on",
                "sent_on",
                "answer",
            ])
            .collect();
        let taken: Vec<&str> = fields
            .iter()
            .copied()
            .filter(|_| dice.below(4) == 0)
            .collect();
        let now = page(&mut unit, &it)["investigation"].clone();
        for field in &taken {
            let part = now["parts"]
                .as_array()
                .unwrap()
                .iter()
                .find(|it| it["kind"]["key"] == *field);
            let was = part.map_or(now[*field].clone(), |it| it["value"].clone());
            let was = was.as_u64().map_or(was.clone(), |it| json!(it.to_string()));
            unit.ask("save_field", json!({ "entity": "investigation", "id": it.family, "field": field, "value": null, "was": was }));
        }
        let left = page(&mut unit, &it)["blockers"].as_array().unwrap().len();
        // Who approves is asked only when the care is known; the answer only when it was sent.
        let expected = taken
            .iter()
            .filter(|it| !(**it == "answer" && taken.contains(&"sent_on")))
            .count();
        assert_eq!(left, expected, "round {round}: {taken:?}");
        let asked = unit.call("conclude_home_study", json!({ "recruitment": it.family }));
        assert_eq!(asked.is_ok(), taken.is_empty(), "round {round}: {taken:?}");
    }
}
