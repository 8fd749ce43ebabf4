//! Facts of "Godkännande" to outline, in a municipality's order. What is
//! missing prints as a visible line at its place.

use hemvist_documents::{Block, Paper, Text};

use crate::board::approval::facts::ApprovalFacts;
use crate::board::head;
use crate::board::outline::{paragraphs, table};
use crate::board::template::{PaperKind, Template, godkannande};
use crate::board::words::{capital, date, fill, list, term};
use crate::law;
use crate::recruitment::{Recorded, part_kinds};

/// The paper, ready to be laid out.
#[must_use]
pub fn approval(facts: &ApprovalFacts, template: &Template) -> Paper {
    let words = Words::new(facts);
    let title = words.title();
    let mut blocks = head::blocks(
        &facts.head,
        &title,
        &template.approval_parts,
        |key| words.kind.headings.get(key).cloned(),
        |blocks, key| words.leaf(blocks, key),
    );
    let note = words.phrase("note", &[("law", words.law("care_decision"))]);
    head::closing(&mut blocks, &facts.head, template, note);
    head::paper(&facts.head, template, title, blocks)
}

struct Words<'a> {
    facts: &'a ApprovalFacts,
    kind: &'static PaperKind,
    home: String,
    care: String,
}

impl<'a> Words<'a> {
    fn new(facts: &'a ApprovalFacts) -> Self {
        let kind = godkannande();
        let phrase = |key: &str| kind.phrases.get(key).cloned().unwrap_or_default();
        Self {
            facts,
            kind,
            home: facts
                .home
                .clone()
                .unwrap_or_else(|| phrase("home_protected")),
            care: facts
                .care
                .as_deref()
                .map_or_else(|| phrase("care_unknown"), |it| term("paper_care", it)),
        }
    }

    fn phrase(&self, key: &str, words: &[(&str, &str)]) -> String {
        fill(self.kind.phrases.get(key).map_or("", String::as_str), words)
    }

    fn law(&self, key: &str) -> &'static str {
        law::reference(key, self.facts.head.law_on())
    }

    fn law_of_care(&self) -> &'static str {
        self.law(match self.facts.care.as_deref() {
            Some("jourhem") => "jourhem",
            _ => "home_investigated",
        })
    }

    fn title(&self) -> String {
        fill(&self.kind.title, &[("care", &self.care)])
    }

    fn gap(&self, what: &str) -> Block {
        Block::Gap(self.phrase("gap", &[("what", what)]))
    }

    fn say(&self, blocks: &mut Vec<Block>, key: &str, words: &[(&str, &str)]) {
        blocks.push(Block::Paragraph(self.phrase(key, words).into()));
    }

    fn leaf(&self, blocks: &mut Vec<Block>, key: &str) {
        match key {
            "proposal" => self.proposal(blocks),
            "summary" => self.summary(blocks),
            "listed" => self.listed(blocks),
            "best_interests" => {
                self.say(
                    blocks,
                    "best_interests",
                    &[("law", self.law("best_interests"))],
                );
            }
            "checks" => self.checks(blocks),
            "references" => self.references(blocks),
            "communication" => self.communication(blocks),
            "second_reader" => self.second_reader(blocks),
            "basis" => self.say(blocks, "basis", &[("law", self.law_of_care())]),
            "override" => self.overridden(blocks),
            "household" => {
                self.household(blocks);
                self.text(blocks, key);
            }
            "how" => {
                self.done(
                    blocks,
                    &["contact", "visit", "interview", "talk", "screening"],
                );
                self.text(blocks, key);
            }
            "housing" => {
                self.house(blocks);
                self.text(blocks, key);
            }
            "consulted" => {
                self.elsewhere(blocks);
                self.text(blocks, key);
            }
            "own_children" if !self.facts.own_children => {
                self.say(blocks, "no_own_children", &[]);
            }
            _ => self.text(blocks, key),
        }
    }

    fn proposal(&self, blocks: &mut Vec<Block>) {
        let facts = self.facts;
        let number = |it: Option<u32>| it.map_or_else(|| "…".to_owned(), |it| it.to_string());
        let committee = capital(&facts.head.body);
        let children = if facts.places == Some(1) {
            "barn"
        } else {
            "barn samtidigt"
        };
        let mut items = vec![self.phrase(
            "proposal",
            &[
                ("committee", &committee),
                ("home", &self.home),
                ("care", &self.care),
                ("places", &number(facts.places)),
                ("children", children),
                ("from", &number(facts.age_from)),
                ("to", &number(facts.age_to)),
            ],
        )];
        if let Some(conditions) = &facts.conditions {
            items.push(self.phrase("proposal_conditions", &[("conditions", conditions.trim())]));
        }
        if let Some(day) = facts.review_on {
            items.push(self.phrase("proposal_review", &[("date", &date(day))]));
        }
        blocks.push(list_of(items));
        let missing = [
            ("slag av vård", facts.care.is_none()),
            ("antal platser", facts.places.is_none()),
            ("åldrar", facts.age_from.is_none() || facts.age_to.is_none()),
            ("dag för nästa uppföljning", facts.review_on.is_none()),
        ];
        for (what, is_missing) in missing {
            if is_missing {
                blocks.push(self.gap(what));
            }
        }
        if facts.withheld.iter().any(|it| it == "conditions") {
            blocks.push(Block::Gap(self.phrase("withheld", &[("what", "villkor")])));
        }
    }

    /// Never the proposal: what the matter is, and what it rests on.
    fn summary(&self, blocks: &mut Vec<Block>) {
        let count = |wanted: &str| {
            let found = self.facts.recorded.iter();
            found.filter(|it| it.group() == wanted).count()
        };
        let references = self.facts.recorded.iter().map(|it| match it {
            Recorded::References { count, .. } => *count as usize,
            _ => 0,
        });
        let told = |count: usize, one: &str, many: &str| {
            format!(
                "{count} {}",
                self.phrase(if count == 1 { one } else { many }, &[])
            )
        };
        self.say(
            blocks,
            "summary",
            &[
                ("home", &self.home),
                ("care", &self.care),
                ("opened", &date(self.facts.opened_on)),
                ("visits", &told(count("visit"), "visit", "visits")),
                (
                    "interviews",
                    &told(count("interview"), "interview", "interviews"),
                ),
                (
                    "references",
                    &told(references.sum(), "reference_one", "references_many"),
                ),
            ],
        );
    }

    fn listed(&self, blocks: &mut Vec<Block>) {
        let mut items =
            vec![self.phrase("own_paper", &[("date", &date(self.facts.head.written_on))])];
        for row in self.facts.tables.get("listed").into_iter().flatten() {
            let line = format!("{} {}", row[0], row[1]).trim().to_owned();
            if !line.is_empty() {
                items.push(line);
            }
        }
        blocks.push(list_of(items));
    }

    fn household(&self, blocks: &mut Vec<Block>) {
        let mut rows = Vec::new();
        for it in &self.facts.recorded {
            let age = |it: &Option<u32>| it.map_or_else(|| "–".to_owned(), |it| format!("{it} år"));
            match it {
                Recorded::Adult {
                    name,
                    age: years,
                    occupation,
                    role,
                    ..
                } => rows.push(vec![
                    Text::from(name.as_str()),
                    Text::from(term("household_role", role.code())),
                    Text::from(age(years)),
                    Text::from(occupation.clone().unwrap_or_default()),
                ]),
                Recorded::Child { age: years } => rows.push(vec![
                    Text::from("Eget barn"),
                    Text::from(term("household_role", "own_child")),
                    Text::from(age(years)),
                    Text::from(""),
                ]),
                _ => {}
            }
        }
        if rows.is_empty() {
            blocks.push(self.gap("vilka som bor i hemmet"));
        } else {
            let columns = ["Person", "I hemmet", "Ålder", "Sysselsättning"];
            blocks.push(table(&columns, &[1.6, 1.4, 0.6, 1.6], rows));
        }
    }

    fn done(&self, blocks: &mut Vec<Block>, groups: &[&str]) {
        let mut items = Vec::new();
        for it in &self.facts.recorded {
            match it {
                Recorded::Done {
                    group,
                    label,
                    on,
                    by,
                    with,
                    ..
                } if groups.contains(&group.as_str()) => {
                    let with = with
                        .as_ref()
                        .map_or_else(String::new, |it| format!(" med {it}"));
                    let by = by.as_ref().map_or_else(String::new, |it| format!(", {it}"));
                    items.push(format!("{label}{with} {}{by}.", date(*on)));
                }
                Recorded::Screened { title, .. } => {
                    items.push(self.phrase("screened", &[("title", title)]));
                }
                _ => {}
            }
        }
        if items.is_empty() {
            blocks.push(self.gap("hur hemmet har utretts"));
        } else {
            blocks.push(list_of(items));
        }
    }

    fn checks(&self, blocks: &mut Vec<Block>) {
        let mut items = Vec::new();
        for it in &self.facts.recorded {
            let Recorded::Checked {
                name,
                registers,
                oldest_on,
                remark,
                accepted,
                ..
            } = it
            else {
                continue;
            };
            let result = match (remark, accepted) {
                (false, _) => self.phrase("no_remark", &[]),
                (true, true) => self.phrase("remark", &[]),
                (true, false) => self.phrase("remark_open", &[]),
            };
            let registers: Vec<String> = registers.iter().map(|it| it.to_lowercase()).collect();
            items.push(self.phrase(
                "checks_line",
                &[
                    ("person", name),
                    ("registers", &list(&registers)),
                    ("date", &date(*oldest_on)),
                    ("result", &result),
                ],
            ));
        }
        let nobody = items.is_empty() && self.facts.unchecked.is_empty();
        if !items.is_empty() {
            blocks.push(list_of(items));
        }
        for name in &self.facts.unchecked {
            blocks.push(self.gap(&format!("registerkontroll för {name}")));
        }
        if nobody {
            blocks.push(self.gap("registerkontroll av någon vuxen i hemmet"));
        }
    }

    fn references(&self, blocks: &mut Vec<Block>) {
        let items: Vec<String> = self
            .facts
            .recorded
            .iter()
            .filter_map(|it| match it {
                Recorded::References {
                    from,
                    count,
                    latest_on,
                } => Some(self.phrase(
                    "reference",
                    &[
                        ("kind", &term("reference_kind", from.code())),
                        ("count", &count.to_string()),
                        ("date", &date(*latest_on)),
                    ],
                )),
                _ => None,
            })
            .collect();
        if items.is_empty() {
            blocks.push(self.gap("referenser"));
        } else {
            blocks.push(list_of(items));
        }
    }

    fn house(&self, blocks: &mut Vec<Block>) {
        let items: Vec<String> = self
            .facts
            .recorded
            .iter()
            .filter_map(|it| match it {
                Recorded::House { label, value } => Some(format!("{label}: {value}.")),
                _ => None,
            })
            .collect();
        if !items.is_empty() {
            blocks.push(list_of(items));
        }
    }

    fn elsewhere(&self, blocks: &mut Vec<Block>) {
        for it in &self.facts.recorded {
            if let Recorded::Elsewhere {
                municipality,
                places,
            } = it
            {
                let who = if municipality.is_empty() {
                    "En annan kommun"
                } else {
                    municipality
                };
                let words = [("municipality", who), ("places", &places.to_string())];
                self.say(blocks, "elsewhere", &words);
            }
        }
        if let Some(municipality) = &self.facts.other_municipality {
            let law = self.law("consult_municipality");
            self.say(
                blocks,
                "consult",
                &[("municipality", municipality), ("law", law)],
            );
        }
    }

    fn communication(&self, blocks: &mut Vec<Block>) {
        let it = &self.facts.communication;
        let Some(sent) = it.sent_on else {
            blocks.push(self.gap("när familjen fick ta del av utredningen"));
            return;
        };
        let how = it
            .sent_how
            .as_deref()
            .map_or_else(String::new, |it| format!(", {}", term("sent_how", it)));
        self.say(blocks, "sent", &[("date", &date(sent)), ("how", &how)]);
        let on = it.answered_on.map_or_else(String::new, date);
        match it.answer.as_deref() {
            Some("declined") => self.say(blocks, "answer_declined", &[]),
            Some("no_comments") => self.say(blocks, "answer_none", &[("date", &on)]),
            Some(_) => self.say(blocks, "answer_comments", &[("date", &on)]),
            None => blocks.push(self.gap("familjens synpunkter")),
        }
        if let Some(text) = &it.comments {
            blocks.extend(paragraphs(text));
        } else if self.facts.withheld.iter().any(|it| it == "comments") {
            let what = [("what", "familjens synpunkter")];
            blocks.push(Block::Gap(self.phrase("withheld", &what)));
        }
    }

    fn second_reader(&self, blocks: &mut Vec<Block>) {
        match &self.facts.second_reader {
            Some((name, on)) => {
                let on = on.map_or_else(String::new, date);
                self.say(blocks, "second_reader", &[("name", name), ("date", &on)]);
            }
            None => blocks.push(self.gap("att någon annan än handläggaren har läst utredningen")),
        }
    }

    fn overridden(&self, blocks: &mut Vec<Block>) {
        let Some(it) = &self.facts.overridden else {
            return;
        };
        let title = if it.title.is_empty() {
            String::new()
        } else {
            format!(", {}", it.title.to_lowercase())
        };
        let text = self.phrase(
            "override",
            &[
                ("name", &it.by),
                ("title", &title),
                ("date", &it.on.map_or_else(String::new, date)),
                ("reason", it.reason.trim()),
            ],
        );
        blocks.push(Block::Note {
            title: None,
            text: text.into(),
        });
    }

    /// A text of the investigation, or its gap when it is compulsory.
    fn text(&self, blocks: &mut Vec<Block>, key: &str) {
        let kind = part_kinds().iter().find(|it| it.key == key);
        let label = kind.map_or(key, |it| it.label.as_str()).to_lowercase();
        if let Some(text) = self.facts.texts.get(key) {
            blocks.extend(paragraphs(text));
        } else if self.facts.withheld.iter().any(|it| it == key) {
            blocks.push(Block::Gap(self.phrase("withheld", &[("what", &label)])));
        } else if kind.is_some_and(|it| it.compulsory) {
            blocks.push(self.gap(&label));
        }
    }
}

fn list_of(items: Vec<String>) -> Block {
    Block::List {
        ordered: false,
        items: items.into_iter().map(Text::from).collect(),
    }
}
