//! The paper that leads to an approval: its words, order, gaps and what it never says.

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_tests::{USER, Unit};
use serde_json::json;

use super::{
    Case, delegate, family, kinds, save, second_reading, tell_family, text, write_everything,
};

fn pdf(unit: &mut Unit, paper: &str) -> Vec<u8> {
    let answer = unit.ask("paper_preview", json!({ "id": paper }));
    STANDARD.decode(answer["pdf"].as_str().unwrap()).unwrap()
}

fn keep(name: &str, bytes: &[u8]) {
    let folder = hemvist_tests::root().join("out/papers");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), bytes).unwrap();
}

/// A whole investigation with its paper; the written texts by their parts.
fn paper_of(unit: &mut Unit, template: &str) -> (Case, String) {
    delegate(unit, "section", "Sociala utskottet");
    let it = family(
        unit,
        "Familjen Ek",
        &[("Tolvan", "19121212-1212"), ("Tolva", "19121212-1212")],
    );
    unit.ask("add_person", json!({ "home": it.home, "given_name": "Lillan", "family_name": "Provsson", "role": "own_child", "personal_number": "20170101-2393" }));
    let today = unit.today.to_string();
    unit.ask(
        "record_step",
        json!({ "recruitment": it.family, "step": "own_children", "done_on": today }),
    );
    unit.ask(
        "save_home_fact",
        json!({ "home": it.home, "key": "own_room", "value": "ja" }),
    );
    write_everything(unit, &it);
    save(unit, &it, "own_children", "Dottern vill gärna ha sällskap.");
    tell_family(unit, &it);
    second_reading(unit, &it);
    let paper = text(&unit.ask(
        "start_approval_paper",
        json!({ "recruitment": it.family, "template": template }),
    ));
    unit.save("paper", &paper, "meeting_on", None, "2026-11-30");
    (it, paper)
}

#[test]
fn the_paper_prints_in_every_order_full_and_empty() {
    for template in ["neutral", "jonkoping", "huddinge"] {
        let mut unit = Unit::on("2026-11-20");
        let (_, paper) = paper_of(&mut unit, template);
        assert_eq!(
            unit.ask("paper", json!({ "id": paper }))["blockers"],
            json!([])
        );
        assert!(hemvist_tests::pdf::text(&pdf(&mut unit, &paper)).contains("UTKAST"));
        unit.ask("release_paper", json!({ "id": paper }));
        unit.ask("issue_paper", json!({ "id": paper }));
        let bytes = pdf(&mut unit, &paper);
        keep(&format!("godkannande-{template}.pdf"), &bytes);
        let words = hemvist_tests::pdf::text(&bytes);
        assert!(
            !words.contains("UTKAST") && !words.contains("Uppgift saknas"),
            "{words}"
        );
        for said in [
            "Sociala utskottet godkänner Familjen Ek som familjehem för 1 barn i åldern 6–12 år.",
            "För godkännandet gäller: Avlastning en helg i månaden det första året.",
            "22 kap. 2 § socialtjänstlagen (2025:400)",
            "utan anmärkning",
            "Dottern vill gärna ha sällskap.",
            "Familjen hade den 20 november 2026 inga synpunkter.",
            "Utredningen har lästs av Läs Läsarsson",
        ] {
            assert!(
                words
                    .replace(['\n', '\u{ad}'], " ")
                    .replace("  ", " ")
                    .contains(said),
                "{said} in:\n{words}"
            );
        }
        // A child of the house is told by age, an answer to an instrument never.
        assert!(
            !words.contains("Lillan") && !words.contains("no_known_risk"),
            "{words}"
        );

        let mut bare = Unit::on("2026-11-20");
        let empty = text(&bare.ask("open_enquiry", json!({ "name": "Familjen Tom" })));
        let paper = text(&bare.ask(
            "start_approval_paper",
            json!({ "recruitment": empty, "template": template }),
        ));
        let bytes = pdf(&mut bare, &paper);
        keep(&format!("godkannande-{template}-tom.pdf"), &bytes);
        let words = hemvist_tests::pdf::text(&bytes);
        // Nine texts; care, places, ages, review day; household, done, checks, references, told, read.
        assert_eq!(
            words.matches("Uppgift saknas").count(),
            9 + 4 + 6,
            "{words}"
        );
    }
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let bytes: Vec<Vec<u8>> = (0..2)
        .map(|_| {
            let mut unit = Unit::on("2026-11-20");
            let (_, paper) = paper_of(&mut unit, "neutral");
            unit.ask("release_paper", json!({ "id": paper }));
            pdf(&mut unit, &paper)
        })
        .collect();
    assert!(bytes[0] == bytes[1], "two units with the same facts");
}

#[test]
fn a_supervisor_s_reason_prints_with_name_and_what_is_missing() {
    let mut unit = Unit::on("2026-11-20");
    let (it, paper) = paper_of(&mut unit, "neutral");
    unit.save(
        "investigation",
        &it.family,
        "suits",
        Some("Det här är prövat och beskrivet (suits)."),
        "",
    );
    unit.ask(
        "override_study",
        json!({ "recruitment": it.family, "reason": "Barnet väntar på besked." }),
    );
    let bytes = pdf(&mut unit, &paper);
    keep("godkannande-undantag.pdf", &bytes);
    let words = hemvist_tests::pdf::text(&bytes).replace('\n', " ");
    assert!(words.contains("Uppgift saknas: passar"), "{words}");
    assert!(
        words.contains(USER) && words.contains("Barnet väntar på besked."),
        "{words}"
    );
}

#[test]
fn a_protected_home_leaks_neither_by_a_field_nor_by_a_text() {
    let mut unit = Unit::on("2026-11-20");
    let (it, paper) = paper_of(&mut unit, "neutral");
    unit.save("home", &it.home, "protected", Some("0"), "1");
    unit.save("home", &it.home, "locality", None, "Åmåla");
    unit.save("home", &it.home, "street", None, "Storgatan 14");
    unit.save(
        "investigation",
        &it.family,
        "housing",
        Some("Det här är prövat och beskrivet (housing)."),
        "Nära skolan i Åmåla.",
    );
    unit.save(
        "investigation",
        &it.family,
        "strengths",
        Some("Det här är prövat och beskrivet (strengths)."),
        "Tolvan Provsson är lugn.",
    );
    let view = unit.ask("paper", json!({ "id": paper }));
    assert_eq!(
        kinds(&view["blockers"]),
        ["protected_in_text", "protected_in_text"]
    );
    let bytes = pdf(&mut unit, &paper);
    keep("godkannande-skyddad.pdf", &bytes);
    let words = hemvist_tests::pdf::text(&bytes);
    for secret in [
        "Åmåla",
        "Storgatan",
        "Familjen Ek",
        "Tolvan",
        "Tolva",
        "Provsson är",
    ] {
        assert!(!words.contains(secret), "{secret} in:\n{words}");
    }
    assert!(
        words.contains("Vuxen 1") && words.contains("nämner skyddade uppgifter"),
        "{words}"
    );
}

#[test]
fn the_headings_stand_in_each_municipality_s_own_order() {
    // domain.md 9.1, from the two seeds.
    for (template, headings) in [
        (
            "jonkoping",
            vec![
                "Sammanfattning",
                "Beslutsunderlag",
                "Förslag till socialnämnden",
                "Ärende",
            ],
        ),
        (
            "huddinge",
            vec![
                "Förslag till beslut",
                "Sammanfattning",
                "Beskrivning av ärendet",
                "Förvaltningens synpunkter",
                "Ekonomiska och juridiska konsekvenser",
                "Barnrättsperspektiv",
            ],
        ),
    ] {
        let mut unit = Unit::on("2026-11-20");
        let (_, paper) = paper_of(&mut unit, template);
        let outline = hemvist_tests::pdf::headings(&pdf(&mut unit, &paper), 2);
        let mut rest = outline.iter();
        for heading in &headings {
            assert!(
                rest.any(|it| it == heading),
                "{template}: {heading} among {outline:?}"
            );
        }
    }
}
