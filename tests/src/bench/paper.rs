//! One paper of about ten pages: set alone, gathered and set, and set by others.

use hemvist_core::Desk;
use hemvist_documents::{
    Block, Column, Fact, Letterhead, Meta, Paper, Table as Rows, Text, render,
};
use serde_json::{Value, json};

use super::made::{Made, desk, first_homes};
use super::table::{Table, Target};
use super::times::Times;
use super::{Outcome, moment, paper_elsewhere};
use crate::synthetic::CHILD;

const SENTENCE: &str = "Familjehemsutredningen beskriver ett påhittat hem med god anknytningskompetens, vana vid umgänge med föräldrar och närhet till barnets nuvarande skola.";

/// All of it.
pub fn measure(table: &mut Table, made: &Made) -> Outcome<()> {
    let paper = ten_pages();
    let pages = render(&paper)?.pages;
    let ours = Times::of(3, 41, || {
        std::hint::black_box(render(&paper)?);
        Ok(())
    })?;
    let mut others = Vec::new();
    for it in [
        paper_elsewhere::typst(&paper, made),
        paper_elsewhere::weasyprint(&paper, made),
    ] {
        match it {
            Ok(it) => others.push(it),
            Err(why) => table.note(&why.to_string()),
        }
    }
    let beside: Vec<(&str, &Times)> = others
        .iter()
        .map(|it| (it.name.as_str(), &it.times))
        .collect();
    table.add(
        &format!("A paper of {pages} pages"),
        &ours,
        Some(Target::Median(15.0)),
        &beside,
    );
    let mut desk = desk(&made.path)?;
    let (id, pages) = long_paper(&mut desk)?;
    let preview = Times::of(1, 7, || {
        desk.call("paper_preview", json!({ "id": id }), moment(9))?;
        Ok(())
    })?;
    table.add(
        &format!("… of {pages} pages, gathered and matched anew"),
        &preview,
        None,
        &[],
    );
    Ok(())
}

/// "Placering" for the made-up child, its texts so long that it fills ten pages.
fn long_paper(desk: &mut Desk) -> Outcome<(Value, u64)> {
    let homes = first_homes(desk)?;
    let home = homes.first().ok_or("a unit without homes")?["id"].clone();
    let input = json!({ "child": CHILD, "home": home, "template": "neutral" });
    let id = desk.call("start_paper", input, moment(7))?;
    let view = desk.call("paper", json!({ "id": id }), moment(7))?;
    let fields = view["fields"].as_array().cloned().unwrap_or_default();
    for field in &fields {
        let name = &field["kind"]["name"];
        let input = json!({ "entity": "paper", "id": id, "field": name, "value": paragraph(13), "was": null });
        desk.call("save_field", input, moment(8))?;
    }
    let made = desk.call("paper_preview", json!({ "id": id }), moment(8))?;
    Ok((id, made["pages"].as_u64().unwrap_or(0)))
}

fn paragraph(sentences: usize) -> String {
    vec![SENTENCE; sentences].join(" ")
}

/// Headings, text, lists, facts and tables in a board paper's mixture.
pub fn ten_pages() -> Paper {
    let mut blocks = vec![Block::Heading {
        level: 1,
        text: "Placering i påhittat familjehem".into(),
    }];
    for part in 1..=8 {
        blocks.push(Block::Heading {
            level: 2,
            text: format!("Avsnitt {part}"),
        });
        for _ in 0..3 {
            blocks.push(Block::Paragraph(paragraph(4).as_str().into()));
        }
        blocks.push(Block::List {
            ordered: part % 2 == 0,
            items: vec![SENTENCE.into(), "Påhittad bilaga".into(), SENTENCE.into()],
        });
        blocks.push(Block::Facts(vec![
            Fact::new("Barn", "Prova Provbarn, född 2018"),
            Fact::new("Skola", SENTENCE),
        ]));
        let cell = |text: &str| Text::from(text);
        blocks.push(Block::Table(Rows {
            caption: None,
            columns: vec![
                Column::left("Hem", 1.3),
                Column::left("Vad som vägdes", 2.6),
                Column::right("Kr/dygn", 0.8),
            ],
            rows: (1..=4)
                .map(|row| {
                    vec![
                        cell(&format!("Påhittet {row}")),
                        cell(SENTENCE),
                        cell("1 231"),
                    ]
                })
                .collect(),
            row_headers: true,
        }));
    }
    Paper {
        meta: Meta {
            title: "Placering i påhittat familjehem".into(),
            author: "Björkvik, Familjehemsenheten".into(),
            subject: "Tjänsteskrivelse".into(),
            created: moment(0).at,
        },
        letterhead: Letterhead {
            logo: None,
            unit: vec!["Björkvik".into(), "Familjehemsenheten".into()],
            kind: "Tjänsteskrivelse".into(),
            facts: vec![Fact::new("Datum", "23 november 2026")],
            recipient: vec!["Socialnämnden".into()],
        },
        running: "Ärende 2026-0417".into(),
        secrecy: None,
        footer: vec!["Björkvik".into()],
        marks: Vec::new(),
        blocks,
    }
}
