//! What a reader gets: words in order, structure, bookmarks, metadata, the same bytes.
#![allow(clippy::unwrap_used, reason = "a panic is the failed test")]

mod common;

use common::extract::read;
use common::{empty, heading, paragraph, placement};
use hemvist_documents::{Block, Column, Paper, Table, Text, render};
use lopdf::{Document, Object};

fn outline(paper: &Paper) -> String {
    let reading = read(&render(paper).unwrap().bytes);
    let lines = reading.nodes.iter().map(|it| {
        let text = if it.text.is_empty() {
            String::new()
        } else {
            format!(" {}", it.text)
        };
        format!("{}{}{text}", "  ".repeat(it.depth), it.role)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_structure_is_that_of_the_paper() {
    let mut paper = empty();
    paper.letterhead = Default::default();
    paper.letterhead.unit = vec!["Enheten".into()];
    paper.secrecy = Some("Sekretess".into());
    paper.footer = vec!["Storgatan 1".into()];
    paper.marks = vec!["UTKAST".into(), "ÖVNING".into()];
    paper.blocks = vec![
        heading(2, "Rubrik"),
        heading(3, "Under"),
        Block::List {
            ordered: true,
            items: vec!["ett".into(), "två".into()],
        },
        Block::Table(Table {
            caption: Some("Hem".into()),
            columns: vec![Column::left("Namn", 1.0), Column::right("Kr", 1.0)],
            rows: vec![
                vec!["Björkbacken".into(), "986".into(), "extra".into()],
                vec!["Sjöstigen".into()],
            ],
            row_headers: true,
        }),
        Block::Facts(vec![hemvist_documents::Fact::new("Dnr", "SN 2026:12")]),
        Block::Gap("Uppgift saknas: datum".into()),
        Block::Note {
            title: Some("Obs".into()),
            text: "Avsteg".into(),
        },
        Block::Code(vec!["1234 ABCD".into()]),
    ];
    let expected = "\
Document
  P UTKAST · ÖVNING
  P Enheten
  P Sekretess
  H1 Rubrik
  H2 Under
  L
    LI
      Lbl 1.
      LBody ett
    LI
      Lbl 2.
      LBody två
  Table
    Caption Hem
    THead
      TR
        TH Namn
        TH Kr
    TBody
      TR
        TH Björkbacken
        TD 986 extra
      TR
        TH Sjöstigen
        TD
  Table
    TBody
      TR
        TH Dnr
        TD SN 2026:12
  P Uppgift saknas: datum
  Note Obs Avsteg
  P 1234 ABCD
  P Storgatan 1";
    assert_eq!(outline(&paper), expected);
}

#[test]
fn words_broken_at_the_end_of_a_line_read_whole() {
    let word = "anknytningssvårigheter";
    let words = vec![word; 60].join(" ");
    let mut paper = empty();
    paper.blocks = vec![paragraph(&words)];
    let reading = read(&render(&paper).unwrap().bytes);
    assert!(
        reading.runs.iter().any(|it| it.text.contains('\u{ad}')),
        "some word is broken"
    );
    assert!(reading.text().contains(&words));
}

#[test]
fn a_table_over_pages_repeats_its_header_for_the_eye_only() {
    let row = |at: usize| vec![Text::from(format!("Hem {at}")), "Vad som vägdes".into()];
    let mut paper = empty();
    paper.blocks = vec![Block::Table(Table {
        caption: None,
        columns: vec![
            Column::left("Kolumnrubrik", 1.0),
            Column::left("Annat", 2.0),
        ],
        rows: (0..90).map(row).collect(),
        row_headers: false,
    })];
    let reading = read(&render(&paper).unwrap().bytes);
    assert!(reading.pages() >= 3);
    for page in 0..reading.pages() {
        let mut headers = reading
            .runs
            .iter()
            .filter(|it| it.text.contains("Kolumnrubrik") && it.page == page);
        let header = headers.next().unwrap();
        assert_eq!(header.mark.is_some(), page == 0, "page {page}");
        assert!(headers.next().is_none());
    }
    let rows = reading.nodes.iter().filter(|it| it.role == "TR").count();
    assert_eq!(rows, 91);
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = render(&placement()).unwrap();
    assert_eq!(first, render(&placement()).unwrap());
    let mut other = placement();
    other.running.push('!');
    assert_ne!(first.bytes, render(&other).unwrap().bytes);
}

#[test]
fn a_stored_paper_gives_the_same_bytes_again() {
    let stored = serde_json::to_string(&placement()).unwrap();
    let paper: Paper = serde_json::from_str(&stored).unwrap();
    assert_eq!(render(&paper).unwrap(), render(&placement()).unwrap());
}

#[test]
fn the_logo_says_what_it_shows_and_is_read_first() {
    let mut paper = empty();
    paper.letterhead.logo = Some(common::logo());
    let reading = read(&render(&paper).unwrap().bytes);
    assert_eq!(reading.nodes[1].role, "Figure");
    let figure = reading
        .doc
        .objects
        .values()
        .filter_map(|it| it.as_dict().ok());
    let alternatives: Vec<String> = figure
        .filter_map(|it| it.get(b"Alt").ok())
        .map(|it| lopdf::decode_text_string(it).unwrap())
        .collect();
    assert_eq!(alternatives, ["Exempelköpings kommuns vapen"]);
}

#[test]
fn a_logo_that_is_no_picture_is_refused() {
    let mut paper = empty();
    paper.letterhead.logo = Some(hemvist_documents::Logo {
        png: vec![1, 2, 3],
        ..common::logo()
    });
    assert!(matches!(
        render(&paper),
        Err(hemvist_documents::Error::Logo)
    ));
}

#[test]
fn every_page_carries_secrecy_number_and_mark() {
    let rendered = render(&placement()).unwrap();
    let reading = read(&rendered.bytes);
    assert_eq!(reading.pages(), rendered.pages);
    for page in 0..rendered.pages {
        let text: String = reading
            .runs
            .iter()
            .filter(|it| it.page == page)
            .map(|it| it.text.as_str())
            .collect();
        for words in [
            "Omfattas av sekretess",
            &format!("{} ({})", page + 1, rendered.pages),
            "UTKAST",
        ] {
            assert!(text.contains(words), "page {page} lacks {words}");
        }
    }
}

#[test]
fn headings_are_bookmarks_nested_as_they_stand() {
    let mut paper = empty();
    paper.blocks = vec![
        heading(1, "A"),
        heading(2, "B"),
        heading(3, "C"),
        heading(2, "D Å"),
        heading(1, "E"),
    ];
    let doc = Document::load_mem(&render(&paper).unwrap().bytes).unwrap();
    let root = doc
        .catalog()
        .unwrap()
        .get(b"Outlines")
        .unwrap()
        .as_reference()
        .unwrap();
    let mut seen = Vec::new();
    bookmarks(&doc, root, 0, &mut seen);
    assert_eq!(seen, ["A", " B", "  C", " D Å", "E"]);
}

fn bookmarks(doc: &Document, parent: lopdf::ObjectId, depth: usize, seen: &mut Vec<String>) {
    let mut next = doc
        .get_dictionary(parent)
        .unwrap()
        .get(b"First")
        .and_then(Object::as_reference)
        .ok();
    while let Some(id) = next {
        let entry = doc.get_dictionary(id).unwrap();
        let title = lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
        seen.push(format!("{}{title}", " ".repeat(depth)));
        bookmarks(doc, id, depth + 1, seen);
        next = entry.get(b"Next").and_then(Object::as_reference).ok();
    }
}

#[test]
fn nothing_in_the_file_comes_from_the_day_or_the_machine() {
    let bytes = render(&placement()).unwrap().bytes;
    let doc = Document::load_mem(&bytes).unwrap();
    let info = doc.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let created = doc
        .get_dictionary(info)
        .unwrap()
        .get(b"CreationDate")
        .unwrap();
    assert_eq!(created.as_str().unwrap(), b"D:20261123090000Z");
    let id = doc.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert_eq!(id[0].as_str().unwrap().len(), 16);
    assert_eq!(id[0], id[1]);
}
