//! The figures matching counts with: one versioned sheet, read from data.
//!
//! `assets/rules/matching.toml` is what Hemvist proposes; a unit may change a
//! value and then has a sheet with a higher version. Values are kept as whole
//! numbers (a share in hundredths), so that every machine gets the same sum.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::{Importance, Level};

const SHIPPED: &str = include_str!("../../../../assets/rules/matching.toml");

/// One line of the sheet, as it is read and shown.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// Which figure.
    pub key: String,
    /// Unit, in Swedish.
    pub unit: String,
    /// What it steers, in Swedish.
    pub description_sv: String,
    /// The figure.
    pub value: f64,
    /// On what ground.
    pub source: String,
    /// The version of the sheet in which the figure last changed.
    pub version: u32,
}

/// The whole sheet, as it is stored, edited and printed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleSheet {
    /// Version of the sheet; a frozen record keeps it.
    pub version: u32,
    /// One entry per figure.
    #[serde(rename = "rule")]
    pub rules: Vec<RuleEntry>,
}

/// Why a sheet cannot be used, with the key at fault.
#[derive(Clone, Debug, PartialEq, Serialize, thiserror::Error, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RulesError {
    /// Not TOML, or not the shape of a sheet.
    #[error("the sheet cannot be read: {message}")]
    Unreadable {
        /// What the reader said, with line and column.
        message: String,
    },
    /// A figure is not there.
    #[error("{key} is missing")]
    Missing {
        /// The key.
        key: String,
    },
    /// The sheet has a key that means nothing.
    #[error("{key} is not a rule of matching")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// The same key twice.
    #[error("{key} stands twice")]
    Repeated {
        /// The key.
        key: String,
    },
    /// Unit, description or source is empty.
    #[error("{key} lacks {field}")]
    Incomplete {
        /// The key.
        key: String,
        /// The empty field.
        field: String,
    },
    /// The figure is outside what makes sense, or has too many decimals.
    #[error(
        "{key} is {found}; it must be between {min} and {max} with at most {decimals} decimals"
    )]
    OutOfRange {
        /// The key.
        key: String,
        /// What stands there.
        found: f64,
        /// Lowest.
        min: f64,
        /// Highest.
        max: f64,
        /// Decimals allowed.
        decimals: u32,
    },
    /// Two figures are in the wrong order, so that a better answer could count for less.
    #[error("{key} must not be above {limit}")]
    WrongOrder {
        /// The key that is too high.
        key: String,
        /// The key it must not pass.
        limit: String,
    },
    /// A rule's version is 0 or above the sheet's.
    #[error("{key} has version {found}, and the sheet has {sheet}")]
    WrongVersion {
        /// The key.
        key: String,
        /// The rule's version.
        found: u32,
        /// The sheet's version.
        sheet: u32,
    },
}

/// What a figure counts: decides range, decimals and inner form.
#[derive(Clone, Copy)]
enum Measure {
    /// Whole number from 1 to 100.
    Weight,
    /// 0 to 1 with two decimals; kept in hundredths.
    Share,
    /// Whole months, 1 to 120.
    Months,
    /// Whole years, 0 to 18.
    Years,
    /// Whole children, 1 to 20.
    Children,
}

const KEYS: [(&str, Measure); 16] = [
    ("weight.essential", Measure::Weight),
    ("weight.important", Measure::Weight),
    ("weight.wish", Measure::Weight),
    ("fit.yes.seen", Measure::Share),
    ("fit.yes.stated", Measure::Share),
    ("fit.with_measure.seen", Measure::Share),
    ("fit.with_measure.stated", Measure::Share),
    ("fit.without_measure.seen", Measure::Share),
    ("fit.without_measure.stated", Measure::Share),
    ("fit.no", Measure::Share),
    ("ageing.amber", Measure::Months),
    ("ageing.unknown", Measure::Months),
    ("ageing.seen_as_stated", Measure::Months),
    ("band.coverage", Measure::Share),
    ("household.age_gap", Measure::Years),
    ("household.demanding_children", Measure::Children),
];

/// Pairs (lower, higher). Without them raising an answer could lower a home.
const ORDERS: [(&str, &str); 12] = [
    ("weight.wish", "weight.important"),
    ("weight.important", "weight.essential"),
    ("fit.yes.stated", "fit.yes.seen"),
    ("fit.with_measure.stated", "fit.with_measure.seen"),
    ("fit.without_measure.stated", "fit.without_measure.seen"),
    ("fit.with_measure.seen", "fit.yes.seen"),
    ("fit.with_measure.stated", "fit.yes.stated"),
    ("fit.without_measure.seen", "fit.with_measure.seen"),
    ("fit.without_measure.stated", "fit.with_measure.stated"),
    ("fit.no", "fit.without_measure.seen"),
    ("fit.no", "fit.without_measure.stated"),
    ("ageing.amber", "ageing.unknown"),
];

/// A sheet that has been found good, with its figures at hand.
///
/// Invariant: `sheet` passed [`check`] and the other fields are read from it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(try_from = "RuleSheet", into = "RuleSheet")]
pub struct MatchingRules {
    sheet: RuleSheet,
    weights: [u32; 3],
    /// Seen and stated, in hundredths.
    yes: [u32; 2],
    with_measure: [u32; 2],
    without_measure: [u32; 2],
    no: u32,
    pub(super) amber_months: u32,
    pub(super) unknown_months: u32,
    pub(super) seen_months: u32,
    pub(super) coverage_hundredths: u32,
    pub(super) age_gap_years: u32,
    pub(super) demanding_children: u32,
}

impl MatchingRules {
    /// The sheet that ships with the program.
    pub fn shipped() -> Self {
        Self::parse(SHIPPED).expect("a test reads the shipped sheet")
    }

    /// Reads a sheet from TOML and checks it.
    pub fn parse(text: &str) -> Result<Self, RulesError> {
        let sheet: RuleSheet = toml::from_str(text).map_err(|error| RulesError::Unreadable {
            message: error.to_string(),
        })?;
        Self::try_from(sheet)
    }

    /// The sheet, for the weights page and the appendix of the paper.
    pub fn sheet(&self) -> &RuleSheet {
        &self.sheet
    }

    /// The version a record is frozen under.
    pub fn version(&self) -> u32 {
        self.sheet.version
    }

    /// The same rules with one figure changed, as the next version.
    ///
    /// `source` says who decided it, for instance the unit's own routine.
    pub fn with(&self, key: &str, value: f64, source: &str) -> Result<Self, RulesError> {
        let mut sheet = self.sheet.clone();
        sheet.version += 1;
        let entry = sheet
            .rules
            .iter_mut()
            .find(|entry| entry.key == key)
            .ok_or_else(|| RulesError::UnknownKey {
                key: key.to_owned(),
            })?;
        entry.value = value;
        entry.source = source.to_owned();
        entry.version = sheet.version;
        Self::try_from(sheet)
    }

    /// Weight of a need; 0 for one that is not relevant.
    pub fn weight(&self, importance: Importance) -> u32 {
        match importance {
            Importance::Essential => self.weights[0],
            Importance::Important => self.weights[1],
            Importance::Wish => self.weights[2],
            Importance::NotRelevant => 0,
        }
    }

    /// Value of a known answer in hundredths; `None` for unknown.
    ///
    /// `stated`: the answer counts as said by the home; `measure`: one is written.
    pub fn value(&self, level: Level, stated: bool, measure: bool) -> Option<u32> {
        let column = usize::from(stated);
        match level {
            Level::Yes => Some(self.yes[column]),
            Level::WithSupport if measure => Some(self.with_measure[column]),
            Level::WithSupport => Some(self.without_measure[column]),
            Level::No => Some(self.no),
            Level::Unknown => None,
        }
    }
}

impl TryFrom<RuleSheet> for MatchingRules {
    type Error = RulesError;

    fn try_from(sheet: RuleSheet) -> Result<Self, RulesError> {
        check(&sheet)?;
        let read = |key: &str| figure(&sheet, key);
        Ok(Self {
            weights: [
                read("weight.essential")?,
                read("weight.important")?,
                read("weight.wish")?,
            ],
            yes: [read("fit.yes.seen")?, read("fit.yes.stated")?],
            with_measure: [
                read("fit.with_measure.seen")?,
                read("fit.with_measure.stated")?,
            ],
            without_measure: [
                read("fit.without_measure.seen")?,
                read("fit.without_measure.stated")?,
            ],
            no: read("fit.no")?,
            amber_months: read("ageing.amber")?,
            unknown_months: read("ageing.unknown")?,
            seen_months: read("ageing.seen_as_stated")?,
            coverage_hundredths: read("band.coverage")?,
            age_gap_years: read("household.age_gap")?,
            demanding_children: read("household.demanding_children")?,
            sheet,
        })
    }
}

impl From<MatchingRules> for RuleSheet {
    fn from(rules: MatchingRules) -> Self {
        rules.sheet
    }
}

/// Says what is wrong with a sheet, the first thing found.
fn check(sheet: &RuleSheet) -> Result<(), RulesError> {
    for (index, entry) in sheet.rules.iter().enumerate() {
        let key = || entry.key.clone();
        if !KEYS.iter().any(|(known, _)| *known == entry.key) {
            return Err(RulesError::UnknownKey { key: key() });
        }
        if sheet.rules[..index]
            .iter()
            .any(|earlier| earlier.key == entry.key)
        {
            return Err(RulesError::Repeated { key: key() });
        }
        let texts = [
            ("unit", &entry.unit),
            ("description_sv", &entry.description_sv),
            ("source", &entry.source),
        ];
        if let Some((field, _)) = texts.iter().find(|(_, text)| text.trim().is_empty()) {
            return Err(RulesError::Incomplete {
                key: key(),
                field: (*field).to_owned(),
            });
        }
        if entry.version == 0 || entry.version > sheet.version {
            return Err(RulesError::WrongVersion {
                key: key(),
                found: entry.version,
                sheet: sheet.version,
            });
        }
    }
    for (lower, higher) in ORDERS {
        if figure(sheet, lower)? > figure(sheet, higher)? {
            return Err(RulesError::WrongOrder {
                key: lower.to_owned(),
                limit: higher.to_owned(),
            });
        }
    }
    Ok(())
}

/// One figure as a whole number (a share in hundredths), or what is wrong with it.
fn figure(sheet: &RuleSheet, key: &str) -> Result<u32, RulesError> {
    let missing = || RulesError::Missing {
        key: key.to_owned(),
    };
    let entry = sheet
        .rules
        .iter()
        .find(|entry| entry.key == key)
        .ok_or_else(missing)?;
    let (_, measure) = KEYS
        .iter()
        .find(|(known, _)| *known == key)
        .ok_or_else(missing)?;
    let (min, max, decimals) = match measure {
        Measure::Weight => (1.0, 100.0, 0),
        Measure::Share => (0.0, 1.0, 2),
        Measure::Months => (1.0, 120.0, 0),
        Measure::Years => (0.0, 18.0, 0),
        Measure::Children => (1.0, 20.0, 0),
    };
    let scaled = entry.value * if decimals == 2 { 100.0 } else { 1.0 };
    let whole = scaled.round();
    // A value such as 0.58 is not exact in binary; a third decimal is far above this.
    if !(min..=max).contains(&entry.value) || (scaled - whole).abs() > 1e-6 {
        return Err(RulesError::OutOfRange {
            key: key.to_owned(),
            found: entry.value,
            min,
            max,
            decimals,
        });
    }
    // Between 0 and 120 by the line above, so the cast keeps the number.
    Ok(whole as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(from: &str, to: &str) -> String {
        assert!(SHIPPED.contains(from), "the sheet has {from}");
        MatchingRules::parse(&SHIPPED.replacen(from, to, 1))
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn the_shipped_sheet_says_what_the_specification_says() {
        let rules = MatchingRules::shipped();
        let weights = [
            Importance::Essential,
            Importance::Important,
            Importance::Wish,
        ];
        assert_eq!(weights.map(|it| rules.weight(it)), [6, 3, 1]);
        let row = |level, measure| [false, true].map(|stated| rules.value(level, stated, measure));
        assert_eq!(row(Level::Yes, false), [Some(100), Some(80)]);
        assert_eq!(row(Level::WithSupport, true), [Some(60), Some(50)]);
        assert_eq!(row(Level::WithSupport, false), [Some(30), Some(30)]);
        assert_eq!(row(Level::No, false), [Some(0), Some(0)]);
        assert_eq!(row(Level::Unknown, false), [None, None]);
        assert_eq!(
            [rules.amber_months, rules.unknown_months, rules.seen_months],
            [6, 12, 24]
        );
        assert_eq!((rules.coverage_hundredths, rules.age_gap_years), (80, 2));
        assert_eq!(rules.version(), 1);
        assert_eq!(rules.sheet().rules.len(), KEYS.len());
        for entry in &rules.sheet().rules {
            assert_eq!(entry.source, "Hemvists eget förslag [J]", "{}", entry.key);
        }
    }

    #[test]
    fn every_fault_names_its_key() {
        let cases = [
            (
                "key = \"fit.no\"",
                "key = \"fit.noo\"",
                "fit.noo is not a rule of matching",
            ),
            (
                "key = \"fit.no\"",
                "key = \"fit.yes.seen\"",
                "fit.yes.seen stands twice",
            ),
            (
                "value = 0.6",
                "value = 0.605",
                "fit.with_measure.seen is 0.605; it must be between 0 and 1 with at most 2 decimals",
            ),
            (
                "value = 0.6",
                "value = 1.6",
                "fit.with_measure.seen is 1.6; it must be between 0 and 1 with at most 2 decimals",
            ),
            (
                "value = 0.6",
                "value = nan",
                "fit.with_measure.seen is NaN; it must be between 0 and 1 with at most 2 decimals",
            ),
            (
                "value = 3",
                "value = 2.5",
                "weight.important is 2.5; it must be between 1 and 100 with at most 0 decimals",
            ),
            (
                "value = 3",
                "value = 7",
                "weight.important must not be above weight.essential",
            ),
            (
                "value = 12",
                "value = 5",
                "ageing.amber must not be above ageing.unknown",
            ),
            (
                "unit = \"år\"",
                "unit = \" \"",
                "household.age_gap lacks unit",
            ),
            (
                "[J]\"\nversion = 1",
                "[J]\"\nversion = 2",
                "weight.essential has version 2, and the sheet has 1",
            ),
        ];
        for (from, to, expected) in cases {
            assert_eq!(fault(from, to), expected);
        }
        let start = SHIPPED
            .find("[[rule]]\nkey = \"household.demanding")
            .unwrap();
        let shorter = MatchingRules::parse(&SHIPPED[..start]).unwrap_err();
        assert_eq!(
            shorter,
            RulesError::Missing {
                key: "household.demanding_children".into()
            }
        );
        assert!(
            fault("value = 3", "value = \"tre\"").contains("line 2"),
            "says where"
        );
    }

    #[test]
    fn a_changed_figure_gives_a_new_version() {
        let rules = MatchingRules::shipped()
            .with("weight.wish", 2.0, "Enhetens rutin")
            .unwrap();
        assert_eq!((rules.version(), rules.weight(Importance::Wish)), (2, 2));
        let too_high = rules
            .with("weight.wish", 4.0, "Enhetens rutin")
            .unwrap_err();
        assert_eq!(
            too_high.to_string(),
            "weight.wish must not be above weight.important"
        );
        let text = serde_json::to_string(&rules).unwrap();
        assert_eq!(serde_json::from_str::<MatchingRules>(&text).unwrap(), rules);
        assert!(serde_json::from_str::<MatchingRules>("{\"version\":1,\"rule\":[]}").is_err());
    }
}
