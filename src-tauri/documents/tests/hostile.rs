//! Facts nobody should enter and somebody will: nothing is lost, nothing overlaps.
#![allow(clippy::unwrap_used, reason = "a panic is the failed test")]

mod common;

use common::extract::{Reading, read};
use common::hostile::{hostile, pasted};
use common::placement;
use hemvist_documents::render;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const WIDTH: f32 = 595.276;
const HEIGHT: f32 = 841.89;
/// No text comes nearer the edge than 20 mm at the sides and 10 mm above and below.
const SIDE: f32 = 56.7;
const END: f32 = 28.3;

fn inside(reading: &Reading) {
    for run in reading.runs.iter().filter(|it| !it.slanted) {
        let blank = if run.text.ends_with(' ') {
            run.size * 0.3
        } else {
            0.0
        };
        assert!(run.x >= SIDE, "too far left: {run:?}");
        assert!(
            run.x + run.width - blank <= WIDTH - SIDE,
            "too far right: {run:?}"
        );
        assert!(
            run.y >= END && run.y <= HEIGHT - END,
            "outside the sheet: {run:?}"
        );
    }
}

/// No line of letters touches another: boxes from the feet to the heads of small letters' neighbours.
fn apart(reading: &Reading) {
    let mut runs: Vec<_> = reading
        .runs
        .iter()
        .filter(|it| !it.slanted && !it.text.trim().is_empty())
        .collect();
    runs.sort_by(|a, b| (a.page, b.y).partial_cmp(&(b.page, a.y)).unwrap());
    for (at, upper) in runs.iter().enumerate() {
        let feet = upper.y - 0.22 * upper.size;
        for lower in runs[at + 1..].iter().take_while(|it| it.page == upper.page) {
            let heads = lower.y + 0.7 * lower.size;
            if heads <= feet && lower.size <= 20.0 {
                if upper.y - lower.y > 40.0 {
                    break;
                }
                continue;
            }
            let space = |it: &&common::extract::Run| {
                if it.text.ends_with(' ') {
                    0.3 * it.size
                } else {
                    0.0
                }
            };
            let beside = upper.x + upper.width - space(upper) <= lower.x + 0.1
                || lower.x + lower.width - space(lower) <= upper.x + 0.1;
            assert!(beside, "overlap: {upper:?} and {lower:?}");
        }
    }
}

#[test]
fn hostile_facts_stay_on_the_sheet_and_apart() {
    let reading = read(&render(&hostile()).unwrap().bytes);
    inside(&reading);
    apart(&reading);
}

#[test]
fn an_ordinary_paper_stays_on_the_sheet_and_apart() {
    let reading = read(&render(&placement()).unwrap().bytes);
    inside(&reading);
    apart(&reading);
}

#[test]
fn no_word_is_lost() {
    let rendered = render(&hostile()).unwrap();
    let text = read(&rendered.bytes).text();
    for at in 0..40 {
        assert!(text.contains(&format!("Alternativ nr{at}")));
    }
    for at in 0..12 {
        assert!(text.contains(&format!("Fot nr{at} ")), "footer {at}");
    }
    for at in 0..25 {
        let squeezed: String = text.split_whitespace().collect();
        assert!(squeezed.contains(&format!("Kolumnnr{at}")), "column {at}");
    }
    let points = pasted().matches("Punkt nr").count();
    for at in 1..=points {
        assert!(
            text.matches(&format!("Punkt nr{at} om umgängesbegränsningar – ”citat”…"))
                .count()
                >= 3,
            "{at}"
        );
    }
    for words in [
        "שלום עולם",
        "العربية",
        "👩👩👧👦",
        "漢字 и кириллица ελληνικά",
        "styrtecken",
        &"x".repeat(3000),
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(rendered.unknown.contains(&'👪') && rendered.unknown.contains(&'и'));
}

#[test]
fn hostile_facts_keep_to_the_standards() {
    let bytes = render(&hostile()).unwrap().bytes;
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).unwrap();
        assert!(report.is_compliant, "{:#?}", report.failures);
    }
}
