//! Facts to outline: which words stand where, in a municipality's order.
//!
//! What is missing prints as a visible line at its place, never as nothing.

use hemvist_documents::{Block, Column, Paper, Table, Text};

use super::facts::{NeedFacts, PlacementFacts};
use super::head;
use super::template::{PaperKind, Template, placering};
use super::words::{capital, date, fill, list, term};
use crate::law;

/// The paper, ready to be laid out.
#[must_use]
pub fn placement(facts: &PlacementFacts, template: &Template) -> Paper {
    let words = Words::new(facts);
    let head = facts.head();
    let title = words.title();
    let mut blocks = head::blocks(
        &head,
        &title,
        &template.parts,
        |key| template.headings.get(key).cloned(),
        |blocks, key| words.leaf(blocks, key),
    );
    let appeal = words.phrase("appeal", &[("law", words.law("appeal"))]);
    head::closing(&mut blocks, &head, template, appeal);
    head::paper(&head, template, title, blocks)
}

struct Words<'a> {
    facts: &'a PlacementFacts,
    kind: &'static PaperKind,
    /// The day whose law is printed: the decision day, else the day of writing.
    law_on: chrono::NaiveDate,
    child: String,
    home: String,
    care: String,
}

impl<'a> Words<'a> {
    fn new(facts: &'a PlacementFacts) -> Self {
        let kind = placering();
        let phrase = |key: &str| kind.phrases.get(key).map_or("", String::as_str);
        let child = match (&facts.child.name, &facts.case_number) {
            (Some(name), _) => name.clone(),
            (None, Some(case)) => fill(phrase("child_plain"), &[("case", case)]),
            (None, None) => phrase("child_without_case").to_owned(),
        };
        let home = facts
            .home
            .name
            .clone()
            .unwrap_or_else(|| phrase("home_protected").to_owned());
        Self {
            facts,
            kind,
            law_on: facts.meeting_on.unwrap_or(facts.written_on),
            child,
            home,
            care: term("paper_care", &facts.care),
        }
    }

    fn phrase(&self, key: &str, words: &[(&str, &str)]) -> String {
        fill(self.kind.phrases.get(key).map_or("", String::as_str), words)
    }

    fn law(&self, key: &str) -> &'static str {
        law::reference(key, self.law_on)
    }

    fn title(&self) -> String {
        fill(&self.kind.title, &[("care", &self.care)])
    }

    fn gap(&self, what: &str) -> Block {
        Block::Gap(self.phrase("gap", &[("what", what)]))
    }

    fn leaf(&self, blocks: &mut Vec<Block>, key: &str) {
        match key {
            "proposal" => blocks.push(Block::List {
                ordered: false,
                items: self.proposal().into_iter().map(Text::from).collect(),
            }),
            "summary" => blocks.push(Block::Paragraph(self.summary().into())),
            "listed" => self.listed(blocks),
            "best_interests" => blocks.push(Block::Paragraph(
                format!(
                    "Barnets bästa ska vara avgörande ({}).",
                    self.law("best_interests")
                )
                .into(),
            )),
            "own_words" => self.own_words(blocks),
            "network" => self.network(blocks),
            "needs" => self.needs(blocks),
            "checks" => self.checks(blocks),
            "children_after" => self.children_after(blocks),
            "consult" => self.consult(blocks),
            _ if self.kind.tables.iter().any(|it| it.part == key) => self.table(blocks, key),
            _ => self.text(blocks, key),
        }
    }

    fn proposal(&self) -> Vec<String> {
        let facts = self.facts;
        let committee = capital(&facts.body);
        let start = date(facts.start_on);
        let base: &[(&str, &str)] = &[
            ("committee", &committee),
            ("child", &self.child),
            ("care", &self.care),
            ("home", &self.home),
            ("start", &start),
            ("law_care", self.law("care_decision")),
            (
                "law_home",
                self.law(if facts.care == "jourhem" {
                    "jourhem"
                } else {
                    "home_investigated"
                }),
            ),
            (
                "law_ground",
                self.law(if facts.ground == "lvu3" {
                    "lvu3"
                } else {
                    "lvu2"
                }),
            ),
            ("law_lvu", self.law("lvu_placement")),
            ("law_ivo", self.law("ivo_notice")),
        ];
        let care = if facts.ground.starts_with("lvu") {
            "proposal_lvu"
        } else {
            "proposal_sol"
        };
        let mut points = vec![self.phrase(care, base), self.phrase("proposal_home", base)];
        if facts.children_after > facts.ivo_limit {
            points.push(self.phrase("proposal_ivo", base));
        }
        points
    }

    /// Never the proposal: what the matter is, and why it came up.
    fn summary(&self) -> String {
        let facts = self.facts;
        let network = self.network_sentence();
        let weighed = self.phrase("weighed", &[("count", &facts.homes_weighed.to_string())]);
        let chosen = if facts.home.investigated_on.is_some() {
            self.phrase("chosen", &[("home", &self.home)])
        } else {
            self.phrase("not_investigated", &[])
        };
        let age = facts
            .child
            .age
            .map_or_else(|| "–".to_owned(), |it| it.to_string());
        self.phrase(
            "summary",
            &[
                ("child", &self.child),
                ("age", &age),
                ("care", &self.care),
                ("start", &date(facts.start_on)),
                ("network", &network),
                ("weighed", &weighed),
                ("chosen", &chosen),
            ],
        )
    }

    fn network_sentence(&self) -> String {
        match self.facts.network.as_str() {
            "none" => self.phrase("network_none", &[]),
            "listed" => self.phrase("network_listed", &[("law", self.law("network_first"))]),
            _ => self.phrase("network_missing", &[]),
        }
    }

    fn listed(&self, blocks: &mut Vec<Block>) {
        let mut items = vec![self.phrase("own_paper", &[("date", &date(self.facts.written_on))])];
        for row in self.facts.tables.get("listed").into_iter().flatten() {
            items.push(format!("{} {}", row[0], row[1]).trim().to_owned());
        }
        blocks.push(Block::List {
            ordered: false,
            items: items.into_iter().map(Text::from).collect(),
        });
    }

    fn own_words(&self, blocks: &mut Vec<Block>) {
        let child = &self.facts.child;
        let filled =
            |it: &Option<String>| it.as_ref().filter(|text| !text.trim().is_empty()).cloned();
        if let Some(words) = filled(&child.own_words) {
            blocks.push(Block::Paragraph(Text::from(format!("”{}”", words.trim()))));
        } else if let Some(reason) = filled(&child.not_asked_reason) {
            blocks.push(Block::Paragraph(
                self.phrase("not_asked", &[("reason", &reason)]).into(),
            ));
        } else {
            blocks.push(self.gap("barnets egna ord, eller varför barnet inte har tillfrågats"));
        }
    }

    fn network(&self, blocks: &mut Vec<Block>) {
        if self.facts.network == "missing" {
            blocks.push(self.gap("prövning av barnets nätverk"));
            return;
        }
        blocks.push(Block::Paragraph(self.network_sentence().into()));
        if !self.facts.network_rows.is_empty() {
            let rows = self
                .facts
                .network_rows
                .iter()
                .map(|(who, outcome, why)| {
                    vec![
                        Text::from(who.as_str()),
                        Text::from(term("network_outcome", outcome)),
                        Text::from(why.as_str()),
                    ]
                })
                .collect();
            blocks.push(table(&["Person", "Utfall", "Skäl"], &[1.2, 0.8, 2.0], rows));
        }
    }

    fn needs(&self, blocks: &mut Vec<Block>) {
        if self.facts.needs.is_empty() {
            blocks.push(self.gap("barnets behov"));
            return;
        }
        let rows = self.facts.needs.iter().map(|it| self.need(it)).collect();
        blocks.push(table(
            &["Behov", "Vikt", "Hemmet", "Bygger på"],
            &[1.8, 0.8, 1.2, 1.6],
            rows,
        ));
        if !self.facts.needs_after_lock.is_empty() {
            let text = self.phrase(
                "after_lock",
                &[("needs", &list(&self.facts.needs_after_lock))],
            );
            blocks.push(Block::Note {
                title: None,
                text: text.into(),
            });
        }
    }

    fn need(&self, it: &NeedFacts) -> Vec<Text> {
        let label = if it.text.is_empty() {
            it.label.clone()
        } else {
            format!("{}\n{}", it.label, it.text)
        };
        let mut home = term("paper_level", &it.level);
        if let Some(measure) = &it.measure {
            home.push_str(&format!(": {measure}"));
        }
        let ground = it.evidence.as_ref().map_or_else(String::new, |evidence| {
            let day = it
                .on
                .map_or_else(String::new, |day| format!(", {}", date(day)));
            capital(&format!("{}{day}", term("paper_evidence", evidence)))
        });
        vec![
            label.into(),
            term("importance", &it.importance).into(),
            home.into(),
            ground.into(),
        ]
    }

    fn checks(&self, blocks: &mut Vec<Block>) {
        if self.facts.checks.is_empty() {
            blocks.push(self.gap("registerkontroll av någon vuxen i hemmet"));
            return;
        }
        let mut items = Vec::new();
        for it in &self.facts.checks {
            let Some(on) = it.oldest_on.filter(|_| !it.registers.is_empty()) else {
                blocks.push(self.gap(&format!("registerkontroll för {}", it.person)));
                continue;
            };
            let result = match (it.remark, it.accepted) {
                (false, _) => self.phrase("no_remark", &[]),
                (true, true) => self.phrase("remark", &[]),
                (true, false) => self.phrase("remark_open", &[]),
            };
            items.push(self.phrase(
                "checks_line",
                &[
                    ("person", &it.person),
                    ("registers", &list(&it.registers)),
                    ("date", &date(on)),
                    ("result", &result),
                ],
            ));
        }
        if !items.is_empty() {
            blocks.push(Block::List {
                ordered: false,
                items: items.into_iter().map(Text::from).collect(),
            });
        }
    }

    fn children_after(&self, blocks: &mut Vec<Block>) {
        let facts = self.facts;
        let mut text = self.phrase(
            "children_after",
            &[("count", &facts.children_after.to_string())],
        );
        if facts.children_after > facts.ivo_limit {
            text.push(' ');
            text.push_str(&self.phrase(
                "ivo",
                &[
                    ("limit", &facts.ivo_limit.to_string()),
                    ("law", self.law("ivo_notice")),
                ],
            ));
        }
        blocks.push(Block::Paragraph(text.into()));
    }

    fn consult(&self, blocks: &mut Vec<Block>) {
        let text = match (
            &self.facts.home.other_municipality,
            self.facts.home.protected,
        ) {
            (_, true) => self.phrase("municipality_protected", &[]),
            (Some(place), _) => self.phrase(
                "consult",
                &[
                    ("municipality", place),
                    ("law", self.law("consult_municipality")),
                ],
            ),
            (None, _) => self.phrase("own_municipality", &[]),
        };
        let agreement = self.phrase("agreement", &[("law", self.law("agreement"))]);
        blocks.push(Block::Paragraph(format!("{text} {agreement}").into()));
    }

    fn text(&self, blocks: &mut Vec<Block>, key: &str) {
        match self
            .facts
            .texts
            .get(key)
            .map(|it| it.trim())
            .filter(|it| !it.is_empty())
        {
            Some(text) => blocks.extend(paragraphs(text)),
            None => {
                let label = self
                    .kind
                    .fields
                    .iter()
                    .find(|it| it.name == key)
                    .map_or(key, |it| it.label.as_str());
                blocks.push(self.gap(&label.to_lowercase()));
            }
        }
    }

    fn table(&self, blocks: &mut Vec<Block>, key: &str) {
        let Some(kind) = self.kind.tables.iter().find(|it| it.part == key) else {
            return;
        };
        let rows: Vec<&[String; 4]> = self
            .facts
            .tables
            .get(key)
            .into_iter()
            .flatten()
            .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
            .collect();
        if rows.is_empty() {
            blocks.push(self.gap(&kind.label.to_lowercase()));
            return;
        }
        let rows = rows
            .iter()
            .map(|row| {
                row[..kind.columns.len().min(4)]
                    .iter()
                    .map(|cell| Text::from(cell.trim()))
                    .collect()
            })
            .collect();
        let headers: Vec<&str> = kind.columns.iter().map(String::as_str).collect();
        let widths = vec![1.0; headers.len()];
        blocks.push(table(&headers, &widths, rows));
    }
}

pub(super) fn table(headers: &[&str], widths: &[f32], rows: Vec<Vec<Text>>) -> Block {
    let columns = headers
        .iter()
        .zip(widths)
        .map(|(header, width)| Column::left(*header, *width))
        .collect();
    Block::Table(Table {
        caption: None,
        columns,
        rows,
        row_headers: true,
    })
}

/// Blank lines part paragraphs; lines that begin with a dash become a list.
pub(super) fn paragraphs(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for chunk in text
        .split("\n\n")
        .map(str::trim)
        .filter(|it| !it.is_empty())
    {
        let lines: Vec<&str> = chunk.lines().map(str::trim).collect();
        let dash = |it: &&str| it.starts_with("- ") || it.starts_with("– ") || it.starts_with("• ");
        if lines.iter().all(dash) {
            let items = lines
                .iter()
                .map(|it| Text::from(it.chars().skip(2).collect::<String>()))
                .collect();
            blocks.push(Block::List {
                ordered: false,
                items,
            });
        } else {
            blocks.push(Block::Paragraph(lines.join("\n").into()));
        }
    }
    blocks
}
