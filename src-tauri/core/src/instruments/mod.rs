//! Forms and methods as data: read from `assets/instruments`, checked at start.
//!
//! An instrument has parts and items; people answer items and a worker assesses
//! parts, always with a reason when there is a risk. No copyrighted question
//! text ships, and no answer becomes a score. The unit may have an edition of
//! its own ([`own`]); the shipped ones never change.

pub mod own;
pub mod rules;
mod shape;
pub(crate) mod sql;

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::store::Read;

/// One form or method, as shipped or with the unit's own boundaries and labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Instrument {
    /// Key, also the file's name.
    pub key: String,
    /// Swedish title.
    pub title: String,
    /// Edition; the unit's own says so at the end.
    pub edition: String,
    /// Where it comes from.
    pub source: String,
    /// First day it may be used.
    pub valid_from: NaiveDate,
    /// Last day, when it has ended.
    pub valid_to: Option<NaiveDate>,
    /// What it is.
    pub kind: InstrumentKind,
    /// What the user should know, in Swedish.
    pub about: Option<String>,
    /// Whether the questions are somebody else's, so that the unit sets what is in which part.
    pub shell: bool,
    /// Levels of assessment; the first needs no reason.
    pub levels: Vec<Level>,
    /// What the whole can end in.
    pub outcomes: Vec<Outcome>,
    /// Parts.
    pub parts: Vec<Part>,
    /// A shell's items while the parts have no boundaries.
    pub loose: Vec<Item>,
    /// A method's result areas.
    pub categories: Vec<Category>,
    /// Whether somebody who did not interview reads the interview.
    pub interpreted: bool,
    /// How many questions the method has, as a fact.
    pub questions: Option<u32>,
    /// How many sets can be exchanged for each other; 0 when there are none.
    pub sets: u32,
    /// Number of the unit's own edition; nothing for the shipped one.
    pub own_version: Option<u32>,
}

/// What an instrument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentKind {
    /// Answered by each adult and assessed part by part.
    Screening,
    /// A record of interviews by a method whose questions stand elsewhere.
    Method,
    /// Short notes of a talk or a visit.
    Form,
}

/// A level of assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "InstrumentLevel")]
pub struct Level {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
}

/// What a screening can end in: a person's decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "InstrumentOutcome")]
pub struct Outcome {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// Whether the study goes on with it.
    #[serde(default)]
    pub goes_on: bool,
}

/// A part of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "InstrumentPart")]
pub struct Part {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// Its items in order.
    pub items: Vec<Item>,
}

/// Something that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "InstrumentItem")]
pub struct Item {
    /// Key of its answers: `a.3`, or the number alone in a shell.
    pub key: String,
    /// Number within the part, or in the whole for a shell.
    pub number: u32,
    /// Swedish label, never somebody else's question.
    pub label: String,
    /// How it is answered.
    pub answer: AnswerType,
    /// Whether risks are looked for here. It reckons nothing.
    pub risk: bool,
}

/// How an item is answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerType {
    /// In words.
    #[default]
    Text,
    /// `yes` or `no`.
    YesNo,
    /// A whole number, 0 to 999.
    Number,
}

/// A method's result area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "InstrumentCategory")]
pub struct Category {
    /// Key.
    pub key: String,
    /// Swedish name; nothing when it is not known.
    pub label: Option<String>,
}

impl Instrument {
    /// Whether a level needs a written reason.
    #[must_use]
    pub fn needs_reason(&self, level: &str) -> bool {
        self.levels.first().is_none_or(|first| first.key != level)
    }

    /// Every item, in parts or loose.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts
            .iter()
            .flat_map(|it| &it.items)
            .chain(&self.loose)
    }

    /// The item with this key.
    #[must_use]
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items().find(|it| it.key == key)
    }

    /// The outcome with this key.
    #[must_use]
    pub fn outcome(&self, key: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|it| it.key == key)
    }

    /// Reads an instrument and says what is wrong with it.
    ///
    /// # Errors
    /// A sentence in English with the place, for whoever wrote the file.
    pub fn parse(text: &str) -> Result<Self, String> {
        shape::parse(text)
    }
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../../assets/instruments/", $name, ".toml")))),*]
    };
}

/// LIST: every shipped instrument, by the name of its file.
const FILES: &[(&str, &str)] = files![
    "early_screening",
    "bra_fam",
    "kalvesten",
    "nya_kalvesten",
    "vignettes",
    "home_visit",
    "housing",
    "own_children",
    "reference_call",
];

/// Reads files of instruments: name without ending, and text.
///
/// # Errors
/// One line for each bad file, naming it and the place.
pub fn load(files: &[(&str, &str)]) -> Result<Vec<Instrument>, String> {
    let mut read = Vec::new();
    let mut wrong = Vec::new();
    for (name, text) in files {
        match Instrument::parse(text) {
            Ok(it) if it.key != *name => wrong.push(format!(
                "assets/instruments/{name}.toml: the key is {}, not the file's name",
                it.key
            )),
            Ok(it) => read.push(it),
            Err(what) => wrong.push(format!("assets/instruments/{name}.toml, {what}")),
        }
    }
    if wrong.is_empty() {
        Ok(read)
    } else {
        Err(wrong.join("\n"))
    }
}

/// Every shipped instrument.
#[must_use]
pub fn all() -> &'static [Instrument] {
    static ALL: OnceLock<Vec<Instrument>> = OnceLock::new();
    ALL.get_or_init(|| load(FILES).expect("shipped instruments are read by a test in this file"))
}

/// A shipped instrument.
#[must_use]
pub fn shipped(key: &str) -> Option<&'static Instrument> {
    all().iter().find(|it| it.key == key)
}

/// The instrument in a certain edition: the unit's own, or the shipped one when
/// `own` is nothing. Nothing when there is no such.
///
/// # Errors
/// Only the file's own.
pub fn find(read: &Read<'_>, key: &str, own: Option<&str>) -> Result<Option<Instrument>> {
    let Some(base) = shipped(key) else {
        return Ok(None);
    };
    match own {
        None => Ok(Some(base.clone())),
        Some(id) => Ok(sql::edition(read, id)?
            .filter(|it| it.instrument == key)
            .map(|it| own::with(base, it.version, &it.body))),
    }
}

/// Whether there is a shipped method with this key.
#[must_use]
pub fn is_method(key: &str) -> bool {
    shipped(key).is_some_and(|it| it.kind == InstrumentKind::Method)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_file_is_read() {
        assert_eq!(load(FILES).map(|it| it.len()), Ok(9));
    }

    #[test]
    fn the_screening_form_has_the_nine_parts_that_the_domain_lists() {
        // domain.md 4.4: parts A to I.
        let form = shipped("early_screening").unwrap();
        let keys: Vec<&str> = form.parts.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys.join(""), "abcdefghi");
        assert!(!form.title.contains("BRA-fam"));
        // 6 + 6 + 6 + 5 + 4 + 5 + 5 + 7 + 8 labels in the table.
        assert_eq!(form.items().count(), 52);
    }

    #[test]
    fn the_shell_has_59_numbers_in_nine_parts_and_no_question() {
        // domain.md 4.1 and 4.4: 59 questions, nine parts, neutral labels.
        let shell = shipped("bra_fam").unwrap();
        assert_eq!((shell.loose.len(), shell.parts.len()), (59, 9));
        assert!(shell.parts.iter().all(|it| it.items.is_empty()));
        for it in &shell.loose {
            assert_eq!(
                it.label,
                format!("Fråga {} – se Socialstyrelsens formulär", it.number)
            );
        }
        for (number, part) in (1..).zip(&shell.parts) {
            assert_eq!(part.label, format!("Del {number}"));
        }
    }

    #[test]
    fn methods_hold_what_the_domain_knows_and_no_more() {
        // domain.md 5.1 and 5.2.
        let of = |key| shipped(key).unwrap();
        assert_eq!(of("kalvesten").categories.len(), 13);
        assert!(of("nya_kalvesten").categories.is_empty());
        assert_eq!(of("nya_kalvesten").questions, Some(143));
        let vignettes = of("vignettes");
        assert_eq!((vignettes.questions, vignettes.sets), (Some(9), 3));
        let named: Vec<bool> = vignettes
            .categories
            .iter()
            .map(|it| it.label.is_some())
            .collect();
        assert_eq!(named, [[true; 7].as_slice(), &[false; 2]].concat());
        assert!(
            all()
                .iter()
                .all(|it| it.kind != InstrumentKind::Method || it.loose.is_empty())
        );
    }

    #[test]
    fn a_bad_file_is_named_with_its_place() {
        let told = load(&[
            ("early_screening", FILES[0].1),
            ("wrong", "key = \"wrong\"\ntitle = 1"),
            ("other", FILES[0].1),
        ])
        .unwrap_err();
        let lines: Vec<&str> = told.lines().collect();
        assert!(
            lines[0].starts_with("assets/instruments/wrong.toml, line 2: "),
            "{told}"
        );
        assert_eq!(
            lines[1],
            "assets/instruments/other.toml: the key is early_screening, not the file's name"
        );
    }

    #[test]
    fn only_the_first_level_goes_without_a_reason() {
        let form = shipped("early_screening").unwrap();
        assert!(!form.needs_reason("no_known_risk"));
        assert!(form.needs_reason("serious_risk"));
    }
}
