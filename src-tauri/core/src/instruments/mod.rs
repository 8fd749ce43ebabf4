//! Forms and methods as data: read from `assets/instruments`, checked at start.
//!
//! An instrument has parts and items; people answer items and a worker assesses
//! parts, always with a reason when there is a risk. No copyrighted question
//! text ships, and no answer becomes a score.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One form or method.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Key.
    pub key: String,
    /// Swedish title.
    pub title: String,
    /// Edition.
    pub edition: String,
    /// Where it comes from.
    pub source: String,
    /// First day it may be used.
    pub valid_from: NaiveDate,
    /// Levels of assessment; the first needs no reason.
    #[serde(rename(deserialize = "level"))]
    pub levels: Vec<Level>,
    /// Parts.
    #[serde(rename(deserialize = "part"))]
    pub parts: Vec<Part>,
}

/// A level of assessment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "InstrumentLevel")]
pub struct Level {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
}

/// A part of an instrument.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "InstrumentPart")]
pub struct Part {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// Labels of its items, numbered from 1 within the part.
    pub items: Vec<String>,
}

impl Instrument {
    /// Whether a level needs a written reason.
    #[must_use]
    pub fn needs_reason(&self, level: &str) -> bool {
        self.levels.first().is_none_or(|first| first.key != level)
    }

    /// Reads an instrument and says what is wrong with it.
    ///
    /// # Errors
    /// A sentence in English for whoever wrote the file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let this: Self = toml::from_str(text).map_err(|err| err.message().to_owned())?;
        if this.levels.is_empty() {
            return Err("an instrument needs at least one level".into());
        }
        let mut keys: Vec<&str> = this.parts.iter().map(|it| it.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.len() != this.parts.len() || this.parts.iter().any(|it| it.items.is_empty()) {
            return Err("every part needs a key of its own and at least one item".into());
        }
        if this.source.is_empty() || this.edition.is_empty() {
            return Err("an instrument needs a source and an edition".into());
        }
        Ok(this)
    }
}

/// Every instrument.
#[must_use]
pub fn all() -> &'static [Instrument] {
    static ALL: OnceLock<Vec<Instrument>> = OnceLock::new();
    ALL.get_or_init(|| {
        vec![
            Instrument::parse(include_str!(
                "../../../../assets/instruments/early_screening.toml"
            ))
            .expect("shipped instruments are tested"),
        ]
    })
}

/// The instrument that a home study uses.
#[must_use]
pub fn screening() -> &'static Instrument {
    &all()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screening_form_has_the_nine_parts_that_the_domain_lists() {
        // domain.md 4.4: parts A to I.
        let labels: Vec<&str> = screening().parts.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(labels.join(""), "abcdefghi");
        assert!(!screening().title.contains("BRA-fam"));
    }

    #[test]
    fn a_broken_instrument_says_what_is_wrong() {
        assert!(Instrument::parse("key = 1").is_err());
        let no_levels = "key='a'\ntitle='a'\nedition='1'\nsource='b'\nvalid_from='2026-01-01'\nlevel=[]\npart=[]";
        assert_eq!(
            Instrument::parse(no_levels).unwrap_err(),
            "an instrument needs at least one level"
        );
    }

    #[test]
    fn only_the_first_level_goes_without_a_reason() {
        assert!(!screening().needs_reason("no_known_risk"));
        assert!(screening().needs_reason("serious_risk"));
    }
}
