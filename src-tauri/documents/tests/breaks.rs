//! Where pages break: no line alone, no heading without its text, signatures in company.
#![allow(clippy::unwrap_used, reason = "a panic is the failed test")]

mod common;

use common::extract::{Node, Reading, read};
use common::{empty, heading, paragraph};
use hemvist_documents::{Block, Signature, Text, render};
use proptest::prelude::*;

const SENTENCE: &str = "Utredningen beskriver hur familjen samarbetar med skolan och nätverket. ";

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        (1..=3_u8).prop_map(|level| heading(level, "En rubrik som hålls med sin text")),
        (1..14_usize).prop_map(|count| paragraph(&SENTENCE.repeat(count))),
        prop::collection::vec(1..5_usize, 1..5).prop_map(|counts| Block::List {
            ordered: true,
            items: counts
                .iter()
                .map(|&it| Text::from(SENTENCE.repeat(it)))
                .collect(),
        }),
        (1..6_usize).prop_map(|count| Block::Note {
            title: None,
            text: SENTENCE.repeat(count).into()
        }),
    ]
}

fn set(blocks: Vec<Block>) -> Reading {
    let mut paper = empty();
    paper.blocks = blocks;
    read(&render(&paper).unwrap().bytes)
}

/// Elements with text of their own, in order.
fn texts(reading: &Reading) -> Vec<&Node> {
    reading
        .nodes
        .iter()
        .filter(|it| !it.lines.is_empty())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_line_stands_alone_and_no_heading_ends_a_page(blocks in prop::collection::vec(block(), 8..40)) {
        let reading = set(blocks);
        let nodes = texts(&reading);
        for (at, node) in nodes.iter().enumerate() {
            if node.lines.len() > 1 {
                prop_assert!(node.lines.values().all(|it| *it >= 2), "{node:?}");
                prop_assert!(!node.role.starts_with('H'), "a heading is never broken: {node:?}");
            }
            let next = nodes.get(at + 1).filter(|it| !it.text.starts_with("Exempelköpings kommun"));
            if let Some(next) = next && node.role.starts_with('H') {
                let (page, _) = node.lines.last_key_value().unwrap();
                prop_assert_eq!(page, next.lines.first_key_value().unwrap().0, "{:?}", node);
            }
        }
    }
}

#[test]
fn signatures_never_stand_alone() {
    let people = vec![
        Signature {
            name: "Ulla Uppdiktad".into(),
            title: "Enhetschef".into(),
        },
        Signature {
            name: "Petra Påhittad".into(),
            title: "Socialsekreterare".into(),
        },
    ];
    for count in 20..60 {
        let mut blocks: Vec<Block> = (0..count)
            .map(|at| paragraph(&format!("Stycke {at}.")))
            .collect();
        blocks.push(Block::Signatures(people.clone()));
        let reading = set(blocks);
        let page = |text: &str| {
            let node = reading.nodes.iter().find(|it| it.text == text).unwrap();
            *node.lines.first_key_value().unwrap().0
        };
        let last = page("Ulla Uppdiktad Enhetschef");
        assert_eq!(
            page(&format!("Stycke {}.", count - 1)),
            last,
            "{count} paragraphs"
        );
        assert_eq!(page("Petra Påhittad Socialsekreterare"), last);
    }
}

#[test]
fn what_is_kept_together_is_on_one_page() {
    for count in 20..50 {
        let mut blocks: Vec<Block> = (0..count)
            .map(|at| paragraph(&format!("Stycke {at}.")))
            .collect();
        blocks.push(Block::KeepTogether(
            (0..8)
                .map(|at| paragraph(&format!("Samman {at}.")))
                .collect(),
        ));
        let reading = set(blocks);
        let pages: std::collections::BTreeSet<usize> = reading
            .runs
            .iter()
            .filter(|it| it.text.starts_with("Samman"))
            .map(|it| it.page)
            .collect();
        assert_eq!(pages.len(), 1, "{count} paragraphs before");
    }
}
