//! Facts nobody should enter and somebody will: nothing is lost, nothing overlaps.

mod common;

use common::extract::{Reading, read};
use common::{empty, heading, placement};
use hemvist_documents::{Block, Column, Fact, Inline, Paper, Signature, Table, Text, render};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const WIDTH: f32 = 595.276;
const HEIGHT: f32 = 841.89;
/// No text comes nearer the edge than 20 mm at the sides and 10 mm above and below.
const SIDE: f32 = 56.7;
const END: f32 = 28.3;

fn long_name() -> String {
    "Anna-Beata Cecilia Davida-Eufemia von Påhittad af Exempelköpingshyttebruk ".repeat(8)
}

/// 30 000 characters as they come out of a word processor.
fn pasted() -> String {
    let mut res = String::new();
    let mut number = 0;
    while res.chars().count() < 30_000 {
        number += 1;
        res.push_str(&format!("\u{f0b7}\tPunkt nr{number} om umgängesbegränsningar – ”citat”…\u{b}\r\nStycke med hårda\u{a0}mellanslag. "));
        if number % 7 == 0 {
            res.push_str("\n\n\n\u{2028}");
        }
    }
    res
}

fn strange() -> Vec<String> {
    vec![
        String::new(),
        "   \t\n  ".into(),
        "emoji 👩‍👩‍👧‍👦 🏠 ok".into(),
        "rtl \u{202e}שלום עולם\u{202c} العربية slut".into(),
        "Zalgo z\u{335}\u{300}\u{301}\u{302}\u{303}\u{304}a\u{30a}l".into(),
        "styr\u{0}tecken\u{7}\u{1b}[31m\u{9f} slut".into(),
        "漢字 и кириллица ελληνικά".into(),
        "x".repeat(3_000),
        "W".repeat(500),
        "-/–".repeat(300),
        "a\u{ad}".repeat(200),
        "\u{fffe}\u{ffff}\u{fdd0}\u{feff}rest".into(),
        long_name(),
    ]
}

fn hostile() -> Paper {
    let mut paper = empty();
    let odd = strange();
    paper.meta.title = odd.join(" ");
    paper.meta.author = long_name();
    paper.meta.subject = odd[3].clone();
    paper.running = odd.join(" ");
    paper.secrecy = Some(long_name());
    paper.marks = vec!["UTKAST".into(), "ÖVNING 👪".into(), "x".repeat(300)];
    paper.footer = (0..12)
        .map(|at| format!("Fot nr{at} {}", long_name()))
        .collect();
    paper.letterhead.unit.extend(odd.clone());
    paper.letterhead.kind = long_name();
    paper
        .letterhead
        .facts
        .extend(odd.iter().map(|it| Fact::new(it.clone(), it.clone())));
    paper.letterhead.recipient.extend(odd.clone());
    let cells: Vec<Text> = odd.iter().map(|it| Text::from(it.clone())).collect();
    let alternatives = (0..40).map(|at| {
        vec![
            format!("Alternativ nr{at}").into(),
            cells[at % cells.len()].clone(),
            "skäl".into(),
        ]
    });
    let columns = |count: usize| {
        (0..count)
            .map(|at| Column::right(format!("Kolumn nr{at}"), at as f32 - 1.0))
            .collect()
    };
    for text in &odd {
        paper.blocks.push(heading(9, text));
        paper.blocks.push(Block::Paragraph(text.as_str().into()));
        paper.blocks.push(Block::Gap(text.clone()));
        paper.blocks.push(Block::Note {
            title: Some(text.clone()),
            text: text.as_str().into(),
        });
        paper.blocks.push(Block::Code(vec![text.clone()]));
    }
    paper.blocks.extend([
        heading(0, "Rubrik noll"),
        Block::Paragraph(pasted().into()),
        Block::Paragraph(Text(vec![
            Inline::Bold("fet".into()),
            Inline::Plain("mager".into()),
            Inline::Bold(long_name()),
        ])),
        Block::List {
            ordered: true,
            items: cells.clone(),
        },
        Block::List {
            ordered: false,
            items: vec![],
        },
        Block::Table(Table {
            caption: Some(long_name()),
            columns: columns(3),
            rows: alternatives.collect(),
            row_headers: true,
        }),
        Block::Table(Table {
            caption: None,
            columns: columns(25),
            rows: vec![cells.clone()],
            row_headers: false,
        }),
        Block::Table(Table {
            caption: None,
            columns: columns(1),
            rows: vec![vec![pasted().into()]],
            row_headers: false,
        }),
        Block::Table(Table::default()),
        Block::Table(Table {
            caption: None,
            columns: vec![Column::left(pasted(), f32::NAN)],
            rows: vec![cells.clone()],
            row_headers: true,
        }),
        Block::Facts(
            odd.iter()
                .map(|it| Fact::new(it.clone(), it.clone()))
                .collect(),
        ),
        Block::Facts(vec![]),
        Block::Space(f32::INFINITY),
        Block::Space(-5.0),
        Block::Rule,
        Block::PageBreak,
        Block::PageBreak,
        Block::KeepTogether(vec![
            Block::Paragraph(pasted().into()),
            Block::Space(2000.0),
        ]),
        Block::KeepTogether(vec![]),
        Block::Signatures(
            odd.iter()
                .map(|it| Signature {
                    name: it.clone(),
                    title: it.clone(),
                })
                .collect(),
        ),
        Block::Signatures(vec![]),
    ]);
    paper
}

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
