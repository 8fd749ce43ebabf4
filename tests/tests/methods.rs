//! Forms, methods and training through the door: chosen, answered, judged, owed.

#![allow(clippy::unwrap_used)] // helpers of tests, where a panic is the report

use hemvist_tests::Unit;
use serde_json::{Value, json};

/// A family with two carers: recruitment, home, and the two.
fn family(unit: &mut Unit) -> (String, String, String, String) {
    let id = unit.ask("open_enquiry", json!({ "name": "Familjen Prov" }));
    let page = unit.ask("recruitment_family", json!({ "id": id }));
    let home = page["home"]["id"].clone();
    let mut add = |given: &str| {
        unit.ask(
            "add_person",
            json!({ "home": home, "given_name": given, "family_name": "Prov", "role": "carer" }),
        )
    };
    let (a, b) = (add("Asta"), add("Bo"));
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    (text(&id), text(&home), text(&a), text(&b))
}

fn page(unit: &mut Unit, id: &str) -> Value {
    unit.ask("recruitment_family", json!({ "id": id }))
}

fn kinds(page: &Value) -> Vec<String> {
    let all = page["blockers"].as_array().unwrap();
    all.iter()
        .map(|it| it["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// Nine ranges from the last number of each.
fn ranges(ends: &[u32]) -> Value {
    let mut from = 1;
    let all: Vec<Value> = ends
        .iter()
        .map(|to| {
            let range = json!({ "from": from, "to": to });
            from = to + 1;
            range
        })
        .collect();
    json!(all)
}

const ENDS: [u32; 9] = [6, 12, 20, 27, 33, 40, 47, 53, 59];

#[test]
fn the_unit_sets_the_boundaries_once_and_an_answered_edition_stands() {
    let mut unit = Unit::on("2026-11-23");
    let refused = unit.refused("choose_screening", json!({ "instrument": "bra_fam" }));
    assert_eq!(
        (&refused["field"], &refused["reason"]["code"]),
        (&json!("ranges.1.to"), &json!("required"))
    );
    let short = [6, 12, 20, 27, 33, 40, 47, 53, 58];
    let refused = unit.refused(
        "save_instrument_edition",
        json!({ "instrument": "bra_fam", "changes": { "ranges": ranges(&short) } }),
    );
    assert_eq!(refused["field"], "ranges.9.to");
    let first = unit.ask(
        "save_instrument_edition",
        json!({ "instrument": "bra_fam", "changes": { "ranges": ranges(&ENDS), "items": { "7": { "label": "Hur vi bor", "answer": "yes_no" } } } }),
    );
    unit.ask("choose_screening", json!({ "instrument": "bra_fam" }));
    // Nobody has answered: the same edition is changed.
    let again = unit.ask(
        "save_instrument_edition",
        json!({ "instrument": "bra_fam", "changes": { "ranges": ranges(&ENDS), "items": { "7": { "label": "Vårt boende", "answer": "yes_no" } } } }),
    );
    assert_eq!(first, again);

    let (id, _, asta, _) = family(&mut unit);
    let form = page(&mut unit, &id)["instrument"].clone();
    assert_eq!(
        (&form["key"], &form["own_version"]),
        (&json!("bra_fam"), &json!(1))
    );
    assert_eq!(form["parts"][1]["items"][0]["label"], "Vårt boende");
    assert_eq!(
        form["parts"][8]["items"].as_array().unwrap().len(),
        6,
        "54 to 59"
    );
    let answer =
        |answer: &str| json!({ "recruitment": id, "person": asta, "item": "7", "answer": answer });
    assert_eq!(unit.refused("save_answer", answer("Ja"))["field"], "answer");
    unit.ask("save_answer", answer("yes"));
    unit.ask(
        "save_follow_up",
        json!({ "recruitment": id, "person": asta, "item": "7", "text": "Visade ritningen." }),
    );

    // Answered: a change makes the next edition, and this family keeps its own.
    let second = unit.ask(
        "save_instrument_edition",
        json!({ "instrument": "bra_fam", "changes": { "ranges": ranges(&[1, 2, 3, 4, 5, 6, 7, 8, 59]) } }),
    );
    assert_ne!(first, second);
    let kept = page(&mut unit, &id);
    assert_eq!(kept["instrument"]["own_version"], 1);
    assert_eq!(kept["answers"][0]["follow_up"], "Visade ritningen.");
    let (other, ..) = family(&mut unit);
    assert_eq!(page(&mut unit, &other)["instrument"]["own_version"], 2);
    let shelf = unit.ask("instrument_shelf", json!({}));
    let answered: Vec<&Value> = shelf["editions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["answered"])
        .collect();
    assert_eq!(answered, [&json!(false), &json!(true)], "the newest first");

    // A shell in use cannot go back to having no parts; another form can.
    let back = json!({ "instrument": "bra_fam", "edition": null });
    assert_eq!(
        unit.refused("use_instrument_edition", back.clone())["field"],
        "edition"
    );
    unit.ask(
        "choose_screening",
        json!({ "instrument": "early_screening" }),
    );
    unit.ask("use_instrument_edition", back);
    assert_eq!(
        page(&mut unit, &other)["instrument"]["key"],
        "early_screening"
    );
    assert_eq!(page(&mut unit, &id)["instrument"]["key"], "bra_fam");
}

#[test]
fn a_person_decides_how_the_first_assessment_ends() {
    let mut unit = Unit::on("2026-11-23");
    let (id, _, asta, bo) = family(&mut unit);
    for person in [&asta, &bo] {
        for part in ["a", "b", "c", "d", "e", "f", "g", "h", "i"] {
            unit.ask("save_assessment", json!({ "recruitment": id, "person": person, "part": part, "level": "no_known_risk" }));
        }
    }
    let decide = |outcome: &str, on: Option<&str>, reason: Option<&str>| json!({ "recruitment": id, "outcome": outcome, "on": on, "reason": reason });
    let refused = unit.refused("decide_screening", decide("end", None, Some(" ")));
    assert_eq!(
        (&refused["field"], &refused["reason"]["code"]),
        (&json!("reason"), &json!("required"))
    );
    let future = unit.refused(
        "decide_screening",
        decide("go_on", Some("2026-11-24"), None),
    );
    assert_eq!(
        (&future["field"], &future["reason"]["code"]),
        (&json!("on"), &json!("in_future"))
    );
    assert_eq!(
        unit.refused(
            "decide_screening",
            decide("go_on", Some("2026-11-22"), None)
        )["field"],
        "on"
    );
    assert_eq!(
        unit.refused("decide_screening", decide("nej", None, None))["field"],
        "outcome"
    );
    unit.ask(
        "decide_screening",
        decide("complete", None, Some("Ekonomin behöver belysas.")),
    );
    let left = page(&mut unit, &id);
    assert!(kinds(&left).contains(&"screening_not_decided".into()));
    assert_eq!(left["screening"]["outcome_by"], hemvist_tests::USER);
    unit.ask(
        "save_household_assessment",
        json!({ "recruitment": id, "part": "c", "level": "needs_light" }),
    );
    unit.ask("decide_screening", decide("go_on", None, None));
    let left = page(&mut unit, &id);
    assert!(!kinds(&left).contains(&"screening_not_decided".into()));
    assert!(kinds(&left).contains(&"household_reason_missing".into()));
    unit.ask("save_household_assessment", json!({ "recruitment": id, "part": "c", "level": "needs_light", "reason": "Två lån, en inkomst." }));
    assert!(!kinds(&page(&mut unit, &id)).contains(&"household_reason_missing".into()));
    // Somebody else's family member is nobody here.
    let (_, _, stranger, _) = family(&mut unit);
    assert_eq!(
        unit.refused(
            "save_answer",
            json!({ "recruitment": id, "person": stranger, "item": "a.1", "answer": "x" })
        )["field"],
        "person"
    );
}

#[test]
fn an_interview_is_noted_once_and_read_by_somebody_else() {
    let mut unit = Unit::on("2026-11-23");
    let (id, _, asta, bo) = family(&mut unit);
    let future = unit.refused("add_method_record", json!({ "recruitment": id, "person": asta, "method": "kalvesten", "interview_on": "2026-12-01" }));
    assert_eq!(
        (&future["field"], &future["reason"]["code"]),
        (&json!("interview_on"), &json!("in_future"))
    );
    let record = unit.ask("add_method_record", json!({ "recruitment": id, "person": asta, "method": "kalvesten", "interview_on": "2026-11-10" }));
    let record = record.as_str().unwrap().to_owned();
    let left = |unit: &mut Unit, step: &str| -> Vec<Value> {
        let page = page(unit, &id);
        let all = page["blockers"].as_array().unwrap().clone();
        all.into_iter()
            .filter(|it| it["kind"] == "person_step_missing" && it["step"] == step)
            .map(|it| it["person"].clone())
            .collect()
    };
    assert_eq!(left(&mut unit, "interview"), [json!(bo)], "Asta's is done");
    assert_eq!(left(&mut unit, "interpretation").len(), 2);

    let field = |name: &str, value: &str| json!({ "entity": "method_record", "id": record, "field": name, "value": value, "was": null });
    unit.save(
        "method_record",
        &record,
        "interviewer_1",
        None,
        "Ulf Kompass",
    );
    let same = unit.refused("save_field", field("interviewer_2", "ulf  kompass"));
    assert_eq!(
        (&same["field"], &same["reason"]),
        (
            &json!("interviewer_2"),
            &json!({ "code": "same_as", "field": "interviewer_1" })
        )
    );
    unit.save(
        "method_record",
        &record,
        "interviewer_2",
        None,
        "Maj Måttband",
    );
    let early = unit.refused("save_field", field("interpreted_on", "2026-11-09"));
    assert_eq!(
        (&early["field"], &early["reason"]["code"]),
        (&json!("interpreted_on"), &json!("before"))
    );
    assert_eq!(
        unit.refused("save_field", field("vignette_set", "1"))["field"],
        "vignette_set",
        "the method has no sets"
    );

    // One who interviewed may interpret only with a reason that is kept.
    unit.save(
        "method_record",
        &record,
        "interpreter",
        None,
        "Maj Måttband",
    );
    unit.save(
        "method_record",
        &record,
        "interpreted_on",
        None,
        "2026-11-20",
    );
    let warned = page(&mut unit, &id);
    assert!(kinds(&warned).contains(&"interpreter_interviewed".into()));
    assert_eq!(
        warned["methods"]["records"][0]["interpreter_interviewed"],
        true
    );
    assert_eq!(
        left(&mut unit, "interpretation"),
        [json!(bo)],
        "it is made all the same"
    );
    unit.save(
        "method_record",
        &record,
        "interpreter_reason",
        None,
        "Ingen annan tolk före jul.",
    );
    let kept = page(&mut unit, &id);
    assert!(!kinds(&kept).contains(&"interpreter_interviewed".into()));
    assert_eq!(
        kept["methods"]["records"][0]["interpreter_interviewed"], true,
        "still shown"
    );
    assert_eq!(
        kept["methods"]["records"][0]["interpreter_reason"],
        "Ingen annan tolk före jul."
    );

    let area = |category: &str| json!({ "record": record, "category": category, "lit": true, "note": "I korthet." });
    unit.ask("save_method_area", area("conflict"));
    assert_eq!(
        unit.refused("save_method_area", area("c1"))["field"],
        "category"
    );
    let row = unit.ask("recruitment_family", json!({ "id": id }));
    assert_eq!(
        row["methods"]["records"][0]["areas"],
        json!([{ "category": "conflict", "lit": true, "note": "I korthet." }])
    );
}

#[test]
fn a_visit_is_noted_by_its_short_form() {
    let mut unit = Unit::on("2026-11-23");
    let (id, ..) = family(&mut unit);
    let step = unit.ask(
        "record_step",
        json!({ "recruitment": id, "step": "housing", "done_on": "2026-11-23" }),
    );
    let note = |item: &str, answer: &str| json!({ "step": step, "form": "housing", "item": item, "answer": answer });
    unit.ask("save_form_answer", note("a.1", "Radhus"));
    unit.ask("save_form_answer", note("a.1", "Radhus, 110 m²"));
    assert_eq!(
        unit.refused("save_form_answer", note("a.2", "kanske"))["field"],
        "answer",
        "yes or no"
    );
    assert_eq!(
        unit.refused("save_form_answer", note("a.99", "x"))["field"],
        "item"
    );
    let both = json!({ "form": "housing", "item": "a.1", "answer": "x" });
    assert_eq!(
        unit.refused("save_form_answer", both)["field"],
        "step",
        "about nothing"
    );
    let call = unit.ask(
        "add_reference",
        json!({ "recruitment": id, "kind": "work", "given_by": "Chefen" }),
    );
    unit.ask(
        "save_form_answer",
        json!({ "reference": call, "form": "reference_call", "item": "a.2", "answer": "Tio år" }),
    );
    let notes = page(&mut unit, &id)["methods"]["notes"].clone();
    let said: Vec<&Value> = notes
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["answer"])
        .collect();
    assert_eq!(said, ["Radhus, 110 m²", "Tio år"]);
}

#[test]
fn training_hinders_or_falls_due_as_the_unit_has_chosen() {
    let mut unit = Unit::on("2026-11-23");
    let (id, home, asta, bo) = family(&mut unit);
    let rule = |required: &str| json!({ "required_before": required, "months": 2 });
    assert!(
        !kinds(&page(&mut unit, &id)).contains(&"training_missing".into()),
        "not chosen"
    );
    assert_eq!(
        unit.refused(
            "save_training_rules",
            json!({ "required_before": "approval", "months": 0 })
        )["field"],
        "months"
    );
    unit.ask("save_training_rules", rule("approval"));
    let note = |people: &[&str], meeting: u32, on: &str| json!({ "home": home, "people": people, "meeting": meeting, "attended_on": on });
    for meeting in 1..=8 {
        unit.ask("note_training", note(&[&asta], meeting, "2026-11-20"));
    }
    unit.ask("note_training", note(&[&bo], 1, "2026-11-20"));
    let all = page(&mut unit, &id);
    let owed: Vec<&Value> = all["blockers"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["kind"] == "training_missing")
        .collect();
    assert_eq!(
        (owed.len(), &owed[0]["left"]),
        (1, &json!(7)),
        "Bo has seven left"
    );
    assert_eq!(
        unit.refused("note_training", note(&[&bo], 9, "2026-11-20"))["field"],
        "meeting"
    );
    assert_eq!(
        unit.refused("note_training", note(&[&bo], 2, "2026-11-24"))["field"],
        "attended_on"
    );
    assert_eq!(
        unit.refused("note_training", note(&["x"], 2, "2026-11-20"))["field"],
        "people"
    );

    unit.ask("save_training_rules", rule("within_n_months"));
    assert!(!kinds(&page(&mut unit, &id)).contains(&"training_missing".into()));
    unit.save("home", &home, "investigated_on", None, "2026-11-01");
    unit.ask("add_scope", json!({ "home": home, "care": "familjehem", "places": 1, "decided_on": "2026-11-01", "valid_from": "2026-11-01" }));
    let lines = |unit: &mut Unit, as_of: &str| -> Vec<Value> {
        let due = unit.ask("due", json!({ "as_of": as_of }));
        let all = due["items"].as_array().unwrap().clone();
        all.into_iter()
            .filter(|it| it["what"] == "training")
            .collect()
    };
    let due = lines(&mut unit, "2026-11-23");
    assert_eq!(
        (due.len(), &due[0]["on"], &due[0]["late"]),
        (1, &json!("2027-01-01"), &json!(false))
    );
    assert_eq!(due[0]["why"]["blocker"]["left"], 7);
    assert_eq!(lines(&mut unit, "2027-01-02")[0]["late"], true);
    let card = unit.ask("home_card", json!({ "id": home }));
    assert_eq!(card["training"]["due_on"], "2027-01-01");
    for meeting in 2..=8 {
        unit.ask("note_training", note(&[&bo], meeting, "2026-11-21"));
    }
    assert_eq!(lines(&mut unit, "2027-01-02"), Vec::<Value>::new());

    assert_eq!(
        unit.refused(
            "add_mentor",
            json!({ "home": home, "mentor": home, "from_day": "2026-11-23" })
        )["field"],
        "mentor"
    );
    let other = unit.ask("create_home", json!({ "name": "Familjen Stöd" }));
    let mentor = unit.ask(
        "add_mentor",
        json!({ "home": home, "mentor": other, "from_day": "2026-11-23" }),
    );
    let early = unit.refused("save_field", json!({ "entity": "mentor", "id": mentor, "field": "to_day", "value": "2026-11-01", "was": null }));
    assert_eq!(early["field"], "to_day");
    unit.ask("add_supervision", json!({ "home": home, "given_by": "Rut Regnmätare", "often": "var tredje vecka", "next_on": "2026-12-01" }));
    let card = unit.ask("home_card", json!({ "id": home }));
    assert_eq!(card["training"]["mentors"][0]["name"], "Familjen Stöd");
    let day = unit.ask("today", json!({}));
    assert!(
        day["happening"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it["what"] == "supervision")
    );
}
