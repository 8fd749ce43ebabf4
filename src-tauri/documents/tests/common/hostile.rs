//! A paper of facts that nobody should enter and somebody will.

use hemvist_documents::{Block, Column, Fact, Inline, Paper, Signature, Table, Text};

use super::{empty, heading};

/// A name longer than its line.
pub fn long_name() -> String {
    "Anna-Beata Cecilia Davida-Eufemia von Påhittad af Exempelköpingshyttebruk ".repeat(8)
}

/// 30 000 characters as they come out of a word processor.
pub fn pasted() -> String {
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

/// The whole paper.
pub fn hostile() -> Paper {
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
        paper.blocks.push(Block::Write {
            label: text.as_str().into(),
            lines: 2,
        });
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
        Block::Write {
            label: Text::default(),
            lines: u8::MAX,
        },
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
