//! Golden papers: their words in reading order, the same bytes for the same
//! facts, and one PDF per kind and template in `out/papers` for the outside judge.

#![allow(clippy::unwrap_used)] // helpers of tests, where a panic is the report

use std::path::PathBuf;

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_tests::Unit;
use serde_json::json;

const TEMPLATES: [&str; 3] = ["jonkoping", "huddinge", "neutral"];

fn out() -> PathBuf {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../out/papers"));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A unit with a paper where every field is filled; returns its key.
fn full_paper(unit: &mut Unit, template: &str) -> String {
    let home = unit.approved_home("Familjen Alm", "19121212-1212", 1);
    unit.approved_home("Familjen Bok", "19121212-1212", 1);
    unit.ask(
        "add_capability",
        json!({ "home": home, "need_key": "adhd", "level": "yes", "evidence": "seen" }),
    );
    let child = unit.child("Elsa");
    unit.ask("lock_need_sheet", json!({ "id": child }));
    let paper = unit
        .ask(
            "start_paper",
            json!({ "child": child, "home": home, "template": template }),
        )
        .as_str()
        .unwrap()
        .to_owned();
    unit.save("paper", &paper, "meeting_on", None, "2026-11-30");
    let view = unit.ask("paper", json!({ "id": paper }));
    for field in view["fields"].as_array().unwrap() {
        let name = field["kind"]["name"].as_str().unwrap();
        let text = format!(
            "Familjehemsutredningen beskriver barnets anknytningssvårigheter och vad hemmet behöver för att möta dem ({name})."
        );
        unit.save("paper", &paper, name, None, &text);
    }
    for part in ["earlier", "goals", "risks", "listed"] {
        let row = unit
            .ask("add_paper_row", json!({ "paper": paper, "part": part }))
            .as_str()
            .unwrap()
            .to_owned();
        for cell in ["a", "b", "c"] {
            unit.save("paper_row", &row, cell, None, &format!("{part} {cell}"));
        }
    }
    paper
}

fn pdf(unit: &mut Unit, paper: &str) -> Vec<u8> {
    STANDARD
        .decode(
            unit.ask("paper_preview", json!({ "id": paper }))["pdf"]
                .as_str()
                .unwrap(),
        )
        .unwrap()
}

#[test]
fn every_template_prints_a_full_and_an_empty_paper() {
    for template in TEMPLATES {
        let mut unit = Unit::on("2026-11-23");
        let paper = full_paper(&mut unit, template);
        assert_eq!(
            unit.ask("paper", json!({ "id": paper }))["blockers"],
            json!([]),
            "nothing is missing"
        );
        let draft = pdf(&mut unit, &paper);
        assert!(
            hemvist_tests::pdf::text(&draft).contains("UTKAST"),
            "a draft says so"
        );
        unit.ask("release_paper", json!({ "id": paper }));
        unit.ask("issue_paper", json!({ "id": paper }));
        let bytes = pdf(&mut unit, &paper);
        std::fs::write(out().join(format!("placering-{template}.pdf")), &bytes).unwrap();
        let text = hemvist_tests::pdf::text(&bytes);
        assert!(!text.contains("UTKAST"), "an issued paper is no draft");
        assert!(!text.contains("Uppgift saknas"), "{text}");

        let mut bare = Unit::on("2026-11-23");
        let home = bare.ask("create_home", json!({ "name": "Familjen Tom" }));
        let child = bare.ask(
            "create_child",
            json!({ "given_name": "Tom", "care": "familjehem" }),
        );
        let paper = bare
            .ask(
                "start_paper",
                json!({ "child": child, "home": home, "template": template }),
            )
            .as_str()
            .unwrap()
            .to_owned();
        let bytes = pdf(&mut bare, &paper);
        std::fs::write(out().join(format!("placering-{template}-tom.pdf")), &bytes).unwrap();
        let text = hemvist_tests::pdf::text(&bytes);
        // Thirteen texts, four compulsory tables, own words, network, needs, checks.
        assert_eq!(
            text.matches("Uppgift saknas").count(),
            13 + 4 + 4,
            "each gap is a visible line:\n{text}"
        );
    }
}

#[test]
fn the_headings_stand_in_each_municipality_s_own_order() {
    // domain.md 9.1, from the two seeds.
    let orders = [
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
    ];
    for (template, headings) in orders {
        let mut unit = Unit::on("2026-11-23");
        let paper = full_paper(&mut unit, template);
        let outline = hemvist_tests::pdf::headings(&pdf(&mut unit, &paper), 2);
        let mut rest = outline.iter();
        for heading in &headings {
            assert!(
                rest.any(|it| it == heading),
                "{template}: {heading} in its place among {outline:?}"
            );
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let bytes: Vec<Vec<u8>> = (0..2)
        .map(|_| {
            let mut unit = Unit::on("2026-11-23");
            let paper = full_paper(&mut unit, "neutral");
            unit.ask("release_paper", json!({ "id": paper }));
            pdf(&mut unit, &paper)
        })
        .collect();
    assert!(bytes[0] == bytes[1], "two units with the same facts");
}

#[test]
fn the_law_is_the_one_of_the_meeting_day() {
    let mut unit = Unit::on("2025-06-10");
    let home = unit.ask("create_home", json!({ "name": "Familjen Tom" }));
    let child = unit.ask(
        "create_child",
        json!({ "given_name": "Tom", "care": "familjehem" }),
    );
    let paper = unit
        .ask(
            "start_paper",
            json!({ "child": child, "home": home, "template": "neutral" }),
        )
        .as_str()
        .unwrap()
        .to_owned();
    unit.save("paper", &paper, "meeting_on", None, "2025-06-30");
    let text = hemvist_tests::pdf::text(&pdf(&mut unit, &paper));
    assert!(
        text.contains("4 kap. 1 § socialtjänstlagen (2001:453)"),
        "{text}"
    );
    unit.save(
        "paper",
        &paper,
        "meeting_on",
        Some("2025-06-30"),
        "2025-07-01",
    );
    let text = hemvist_tests::pdf::text(&pdf(&mut unit, &paper));
    assert!(
        text.contains("11 kap. 1 § socialtjänstlagen (2025:400)"),
        "{text}"
    );
}

#[test]
fn a_protected_child_s_paper_names_neither_child_nor_home() {
    let mut unit = Unit::on("2026-11-23");
    let paper = full_paper(&mut unit, "neutral");
    let view = unit.ask("paper", json!({ "id": paper }));
    let child = view["child"].as_str().unwrap().to_owned();
    unit.save("child", &child, "protected", Some("0"), "1");
    let text = hemvist_tests::pdf::text(&pdf(&mut unit, &paper));
    for secret in ["Elsa", "Provbarn", "Alm", "Åmåla", "Mormor,"] {
        assert!(!text.contains(secret), "{secret} in:\n{text}");
    }
    assert!(text.contains("barnet i ärende 2026-0417"));
}

#[test]
fn an_exercise_says_so_on_every_page() {
    let mut unit = Unit::practice();
    let paper = full_paper(&mut unit, "neutral");
    let bytes = pdf(&mut unit, &paper);
    for (number, page) in hemvist_tests::pdf::pages(&bytes).iter().enumerate() {
        assert!(page.contains("ÖVNING"), "page {}", number + 1);
    }
}
