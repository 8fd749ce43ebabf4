//! What every paper has, whatever it is about: letterhead, marks, secrecy line,
//! parts in the template's order, signatures and distribution.

use chrono::{DateTime, NaiveDate, Utc};
use hemvist_documents::{Block, Fact, Letterhead, Meta, Paper, Signature, Text};
use serde::{Deserialize, Serialize};

use super::facts::Officer;
use super::template::{Template, TemplatePart};
use super::words::{capital, date, fill};
use crate::law;

/// The facts that every paper is headed and ended with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Head {
    /// Municipality.
    pub municipality: String,
    /// Name of the committee.
    pub committee: String,
    /// The unit's lines in the letterhead.
    pub unit: Vec<String>,
    /// Lines in the footer.
    pub footer: Vec<String>,
    /// Who wrote it.
    pub officer: Officer,
    /// Who signs, two at most.
    pub signatures: Vec<(String, String)>,
    /// To whom the decision is sent.
    pub distribution: Vec<String>,
    /// Day of writing; law references are those of the decision day.
    pub written_on: NaiveDate,
    /// The instant it was written, for the file's own date.
    pub written_at: DateTime<Utc>,
    /// Meeting.
    pub meeting_on: Option<NaiveDate>,
    /// The body that decides.
    pub body: String,
    /// Case number.
    pub case_number: Option<String>,
    /// Made up.
    pub practice: bool,
    /// Released by a supervisor.
    pub released_by: Option<String>,
}

impl Head {
    /// The day whose law is printed: the decision day, else the day of writing.
    pub(super) fn law_on(&self) -> NaiveDate {
        self.meeting_on.unwrap_or(self.written_on)
    }
}

/// The parts in order, each leaf's words from `leaf`; an empty one has no heading.
pub(super) fn blocks(
    head: &Head,
    title: &str,
    parts: &[TemplatePart],
    heading_of: impl Fn(&str) -> Option<String>,
    leaf: impl Fn(&mut Vec<Block>, &str),
) -> Vec<Block> {
    let mut blocks = vec![Block::Heading {
        level: 1,
        text: title.to_owned(),
    }];
    for part in parts {
        let heading = fill(
            &part.heading,
            &[("committee_lower", &head.committee.to_lowercase())],
        );
        let mut inside = Vec::new();
        if part.parts.is_empty() {
            leaf(&mut inside, &part.key);
        }
        for key in &part.parts {
            let mut words = Vec::new();
            leaf(&mut words, key);
            if !words.is_empty() {
                let text = heading_of(key).unwrap_or_else(|| capital(key));
                inside.push(Block::Heading { level: 3, text });
                inside.append(&mut words);
            }
        }
        if !inside.is_empty() {
            blocks.push(Block::Heading {
                level: 2,
                text: heading,
            });
            blocks.append(&mut inside);
        }
    }
    blocks
}

/// The whole paper around its blocks.
pub(super) fn paper(head: &Head, template: &Template, title: String, blocks: Vec<Block>) -> Paper {
    Paper {
        meta: Meta {
            title: title.clone(),
            author: head.municipality.clone(),
            subject: template.kind.clone(),
            created: head.written_at,
        },
        letterhead: letterhead(head, template),
        running: head
            .case_number
            .as_ref()
            .map_or(title, |case| format!("{} {case}", template.case_label)),
        secrecy: Some(format!(
            "Omfattas av sekretess enligt {}",
            law::reference("secrecy", head.written_on)
        )),
        footer: head.footer.clone(),
        marks: marks(head),
        blocks,
    }
}

fn marks(head: &Head) -> Vec<String> {
    let mut marks = Vec::new();
    if head.practice {
        marks.push("ÖVNING".to_owned());
    }
    if head.released_by.is_none() {
        marks.push("UTKAST".to_owned());
    }
    marks
}

fn letterhead(head: &Head, template: &Template) -> Letterhead {
    let mut right = vec![Fact::new("Datum", date(head.written_on))];
    right.extend(
        head.case_number
            .as_ref()
            .map(|case| Fact::new(template.case_label.as_str(), case.as_str())),
    );
    if !head.officer.name.is_empty() {
        let mut lines = vec![head.officer.name.clone()];
        lines.extend(
            [
                &head.officer.title,
                &head.officer.phone,
                &head.officer.email,
            ]
            .into_iter()
            .filter(|it| !it.is_empty())
            .cloned(),
        );
        right.push(Fact::new("Handläggare", lines.join("\n")));
    }
    right.extend(
        head.meeting_on
            .map(|day| Fact::new("Sammanträde", date(day))),
    );
    Letterhead {
        logo: None,
        unit: std::iter::once(head.municipality.clone())
            .chain(head.unit.iter().cloned())
            .collect(),
        kind: template.kind.clone(),
        facts: right,
        recipient: vec![head.body.clone()],
    }
}

/// Signatures, to whom the decision is sent, and a last note.
pub(super) fn closing(blocks: &mut Vec<Block>, head: &Head, template: &Template, note: String) {
    if !head.signatures.is_empty() {
        let people = head
            .signatures
            .iter()
            .map(|(name, title)| Signature {
                name: name.clone(),
                title: title.clone(),
            })
            .collect();
        blocks.push(Block::Signatures(people));
    }
    let mut end = Vec::new();
    if !head.distribution.is_empty() {
        end.push(Block::Heading {
            level: 3,
            text: template.distribution.clone(),
        });
        end.push(Block::List {
            ordered: false,
            items: head
                .distribution
                .iter()
                .map(|it| Text::from(it.as_str()))
                .collect(),
        });
    }
    end.push(Block::Note {
        title: None,
        text: note.into(),
    });
    blocks.push(Block::KeepTogether(end));
}
