//! What every print shares: its words, the letterhead, the secrecy line, masks.

use std::sync::OnceLock;

use hemvist_documents::{Block, Fact, Letterhead, Meta, Paper, Text};

use crate::accounts;
use crate::board::words::{date, fill, term};
use crate::board::{self, LetterheadSettings};
use crate::error::Result;
use crate::homes::{HomeCard, HomeId, HomeRef, Person, home_card};
use crate::law;
use crate::store::{Practice, Read};

fn words() -> &'static toml::Table {
    static WORDS: OnceLock<toml::Table> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../../../assets/documents/prints.toml"))
            .expect("shipped words are tested")
    })
}

/// The words at a place such as `consent.title`; the place itself when there
/// are none (a test holds that none is missing).
pub(super) fn word(place: &str) -> &str {
    find(place).and_then(toml::Value::as_str).unwrap_or(place)
}

/// The lines at a place.
pub(super) fn lines_of(place: &str) -> Vec<String> {
    find(place)
        .and_then(toml::Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_str().map(str::to_owned))
        .collect()
}

fn find(place: &str) -> Option<&'static toml::Value> {
    let mut at = words();
    let mut parts = place.split('.').peekable();
    while let Some(part) = parts.next() {
        let value = at.get(part)?;
        if parts.peek().is_none() {
            return Some(value);
        }
        at = value.as_table()?;
    }
    None
}

/// Filled words as they stand at a place.
pub(super) fn filled(place: &str, with: &[(&str, &str)]) -> String {
    fill(word(place), with)
}

pub(super) fn heading(level: u8, place: &str) -> Block {
    Block::Heading {
        level,
        text: word(place).to_owned(),
    }
}

pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(Text::from(text.into()))
}

pub(super) fn list(items: Vec<String>) -> Block {
    Block::List {
        ordered: false,
        items: items.into_iter().map(Text::from).collect(),
    }
}

/// A label, and ruled lines to write on by hand.
pub(super) fn write(label: impl Into<String>, lines: u8) -> Block {
    Block::Write {
        label: Text::from(label.into()),
        lines,
    }
}

/// A home with its people, as papers may name them.
pub(super) struct Home {
    pub card: HomeCard,
    /// Its name; nothing that tells who, for a protected one.
    pub name: String,
}

impl Home {
    pub fn of(read: &Read<'_>, id: &str) -> Result<Self> {
        let id = HomeId(id.to_owned());
        Ok(Self::from(home_card(read, HomeRef { id })?))
    }

    pub fn from(card: HomeCard) -> Self {
        let hidden = card.protected || card.people.iter().any(|it| it.protected);
        let name = if hidden {
            word("common.masked_home").to_owned()
        } else {
            card.name.clone()
        };
        Self { card, name }
    }

    /// A name of a protected person never prints: neither does a number.
    pub fn hides(&self, person: &Person) -> bool {
        self.card.protected || person.protected
    }

    /// How a person is named.
    pub fn person(&self, person: &Person) -> String {
        if self.hides(person) {
            let place = self.card.people.iter().position(|it| it.id == person.id);
            let number = (place.unwrap_or(0) + 1).to_string();
            return filled("common.masked", &[("number", &number)]);
        }
        format!("{} {}", person.given_name, person.family_name)
            .trim()
            .to_owned()
    }

    /// Whether any name of the household must stay off paper.
    pub fn hidden(&self) -> bool {
        self.card.protected || self.card.people.iter().any(|it| it.protected)
    }
}

/// Who writes, for letters that name a contact.
pub(super) struct Officer {
    pub name: String,
    pub lines: Vec<String>,
    /// Telephone and address at work, as a sentence names them.
    pub ways: Vec<String>,
}

pub(super) fn officer(read: &Read<'_>) -> Result<Officer> {
    let Some(user) = accounts::user(read, &read.caller().user)? else {
        return Ok(Officer {
            name: String::new(),
            lines: Vec::new(),
            ways: Vec::new(),
        });
    };
    let ways: Vec<String> = [user.phone, user.email]
        .into_iter()
        .flatten()
        .filter(|it| !it.is_empty())
        .collect();
    let title = user
        .title
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| term("role", user.role.code()));
    Ok(Officer {
        lines: [user.name.clone(), title]
            .into_iter()
            .chain(ways.iter().cloned())
            .collect(),
        name: user.name,
        ways,
    })
}

/// The paper round its blocks. `section` is the print's place among the words.
pub(super) fn paper(
    read: &Read<'_>,
    section: &str,
    title: String,
    recipient: Vec<String>,
    secret: bool,
    blocks: Vec<Block>,
) -> Result<Paper> {
    let (municipality, _) = accounts::unit(read)?;
    let LetterheadSettings {
        unit_lines, footer, ..
    } = board::settings(read, crate::api::Nothing {})?;
    let officer = officer(read)?;
    let kind = word(&format!("{section}.kind")).to_owned();
    let mut facts = vec![Fact::new(word("common.date"), date(read.today()))];
    if !officer.lines.is_empty() {
        facts.push(Fact::new(word("common.officer"), officer.lines.join("\n")));
    }
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(ToOwned::to_owned)
            .collect()
    };
    let mut all = vec![Block::Heading {
        level: 1,
        text: title.clone(),
    }];
    all.extend(blocks);
    let law = law::reference("secrecy", read.today());
    Ok(Paper {
        meta: Meta {
            title: title.clone(),
            author: municipality.clone(),
            subject: kind.clone(),
            // The day alone: the same facts give the same bytes all day.
            created: read
                .today()
                .and_hms_opt(12, 0, 0)
                .unwrap_or_default()
                .and_utc(),
        },
        letterhead: Letterhead {
            logo: None,
            unit: std::iter::once(municipality)
                .chain(lines(&unit_lines))
                .collect(),
            kind,
            facts,
            recipient,
        },
        running: title,
        secrecy: secret.then(|| filled("common.secrecy", &[("law", law)])),
        footer: lines(&footer),
        marks: (read.practice() != Practice::Real)
            .then(|| word("common.practice_mark").to_owned())
            .into_iter()
            .collect(),
        blocks: all,
    })
}
