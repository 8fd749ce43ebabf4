//! Dated rules and law references, read from `assets/rules`, and the calendar
//! arithmetic that goes with them.
//!
//! A number or a section never stands in code. What a rule does not model is
//! said in its file.

mod calendar;

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use calendar::{age, months_after, swedish_day};

use crate::error::{Error, Result};

/// A limit as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Limit {
    /// Key in `limits.toml`.
    pub key: String,
    /// The number, in the rule's unit.
    pub value: u32,
    /// Statute and section, or "lokal rutin".
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitFile {
    limit: Vec<DatedLimit>,
}

/// A dated rule: key, unit, and a value per period.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DatedLimit {
    /// Name in code and papers.
    pub key: String,
    /// `months`, `days`, `children`, `years`, `count`.
    pub unit: String,
    /// What it says, in Swedish.
    pub description: String,
    /// What it leaves out, in Swedish.
    pub not_modelled: Option<String>,
    /// Whether the unit may set its own value.
    #[serde(default)]
    pub local: bool,
    /// How sure the fact is: C, P or N (see domain.md).
    pub sure: String,
    /// The values, oldest first.
    pub values: Vec<Period>,
}

/// One value's time.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it has ended.
    pub to: Option<NaiveDate>,
    /// The number.
    pub value: u32,
    /// Where it comes from.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferenceFile {
    reference: Vec<Reference>,
}

/// A law reference with its time.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// What the section is about.
    pub key: String,
    /// The section as papers print it.
    pub text: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, if it has ended.
    pub to: Option<NaiveDate>,
}

/// A register that is asked about people in a home.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub name: String,
    /// Whether it must be asked before a home is concluded.
    pub compulsory: bool,
    /// Whether it is one of the police's, which nobody may override.
    pub police: bool,
    /// Whether the person's consent is the basis.
    pub consent: bool,
    /// Where that is said.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegisterFile {
    register: Vec<Register>,
}

/// A fact the unit asks about a house.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HomeFactKind {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// `choice`, `number` or `text`.
    pub kind: String,
    /// What can be chosen.
    #[serde(default)]
    pub choices: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HomeFactFile {
    fact: Vec<HomeFactKind>,
}

/// A need that a sheet can name.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NeedKind {
    /// Key, shared by needs and capabilities.
    pub key: String,
    /// BBIC area, or safety, or practical.
    pub area: String,
    /// Swedish name.
    pub label: String,
    /// Whether an answer to it never grows old.
    #[serde(default)]
    pub ageless: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NeedFile {
    need: Vec<NeedKind>,
}

struct Rules {
    home_facts: Vec<HomeFactKind>,
    needs: Vec<NeedKind>,
    limits: Vec<DatedLimit>,
    references: Vec<Reference>,
    registers: Vec<Register>,
}

fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let limits: LimitFile =
            toml::from_str(include_str!("../../../../assets/rules/limits.toml"))
                .expect("shipped rules are tested");
        let references: ReferenceFile =
            toml::from_str(include_str!("../../../../assets/rules/references.toml"))
                .expect("shipped rules are tested");
        let registers: RegisterFile =
            toml::from_str(include_str!("../../../../assets/rules/registers.toml"))
                .expect("shipped rules are tested");
        let home_facts: HomeFactFile =
            toml::from_str(include_str!("../../../../assets/rules/home_facts.toml"))
                .expect("shipped rules are tested");
        let needs: NeedFile = toml::from_str(include_str!("../../../../assets/rules/needs.toml"))
            .expect("shipped rules are tested");
        Rules {
            home_facts: home_facts.fact,
            needs: needs.need,
            limits: limits.limit,
            references: references.reference,
            registers: registers.register,
        }
    })
}

/// Every dated limit.
#[must_use]
pub fn limits() -> &'static [DatedLimit] {
    &rules().limits
}

/// The limit on a day.
///
/// # Errors
/// Our own fault when the key is unknown or the day lies before its first period.
pub fn limit(key: &str, on: NaiveDate) -> Result<Limit> {
    let dated = rules()
        .limits
        .iter()
        .find(|it| it.key == key)
        .ok_or_else(|| Error::internal(format_args!("no limit {key}")))?;
    let period = dated
        .values
        .iter()
        .rev()
        .find(|it| it.from <= on && it.to.is_none_or(|to| on <= to))
        .ok_or_else(|| Error::internal(format_args!("limit {key} has no value on that day")))?;
    Ok(Limit {
        key: key.to_owned(),
        value: period.value,
        source: period.source.clone(),
    })
}

/// The section as it was called on a day; empty when there was none.
#[must_use]
pub fn reference(key: &str, on: NaiveDate) -> &'static str {
    rules()
        .references
        .iter()
        .find(|it| it.key == key && it.from <= on && it.to.is_none_or(|to| on <= to))
        .map_or("", |it| it.text.as_str())
}

/// The registers, in the order they are shown.
#[must_use]
pub fn registers() -> &'static [Register] {
    &rules().registers
}

/// What the unit asks about a house.
#[must_use]
pub fn home_facts() -> &'static [HomeFactKind] {
    &rules().home_facts
}

/// The needs a sheet can name.
#[must_use]
pub fn needs() -> &'static [NeedKind] {
    &rules().needs
}

/// Whether there is such a need.
#[must_use]
pub fn is_need(key: &str) -> bool {
    needs().iter().any(|it| it.key == key)
}

/// Which version of the rules a decision was taken under.
#[must_use]
pub fn version() -> &'static str {
    include_str!("../../../../assets/rules/version.txt").trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn papers_print_the_section_of_their_day() {
        // domain.md 2.1: 6:5 became 22:1 on 1 July 2025.
        assert_eq!(
            reference("network_first", day("2025-06-30")),
            "6 kap. 5 § socialtjänstlagen (2001:453)"
        );
        assert_eq!(
            reference("network_first", day("2025-07-01")),
            "22 kap. 1 § socialtjänstlagen (2025:400)"
        );
    }

    #[test]
    fn the_two_month_limit_has_its_section() {
        let limit = limit("jour_months_after_investigation", day("2026-11-23")).unwrap();
        assert_eq!(limit.value, 2);
        assert!(limit.source.contains("22 kap. 4 §"));
    }

    #[test]
    fn no_period_overlaps_the_next_and_every_one_has_a_source() {
        for dated in limits() {
            for pair in dated.values.windows(2) {
                assert!(
                    pair[0].to.is_some_and(|to| to < pair[1].from),
                    "{} overlaps",
                    dated.key
                );
            }
            assert!(
                dated.values.iter().all(|it| !it.source.is_empty()),
                "{} lacks a source",
                dated.key
            );
        }
        let mut references: Vec<&Reference> = rules().references.iter().collect();
        references.sort_by_key(|it| (&it.key, it.from));
        for pair in references.windows(2) {
            assert!(
                pair[0].key != pair[1].key || pair[0].to.is_some_and(|to| to < pair[1].from),
                "{} overlaps",
                pair[0].key
            );
        }
    }

    #[test]
    fn both_police_registers_are_compulsory() {
        // SoF 3:3.
        let police: Vec<&str> = registers()
            .iter()
            .filter(|it| it.police && it.compulsory)
            .map(|it| it.key.as_str())
            .collect();
        assert_eq!(police, ["belastningsregistret", "misstankeregistret"]);
    }
}
