//! When the file of a family that was turned down is due to be destroyed, and
//! what holds it. A day is reckoned; nothing is destroyed here.
//!
//! Not modelled: an open matter elsewhere, and whose birth date governs a
//! couple's file, where any of them is enough.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::law;

/// What the day is reckoned from.
#[derive(Debug, Clone)]
pub struct RetentionFacts {
    /// The last note in the file, at least the day of closing.
    pub last_note_on: NaiveDate,
    /// Whether anything of a study was begun.
    pub studied: bool,
    /// Whether a child ever lived in the home.
    pub placed_child: bool,
    /// Days of birth of the adults.
    pub born: Vec<NaiveDate>,
    /// The municipality.
    pub municipality: String,
}

/// When a file is due to be destroyed, by which rule, and what holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Retention {
    /// Counted from this day.
    pub from: NaiveDate,
    /// So many months.
    pub months: u32,
    /// Due from this day.
    pub on: NaiveDate,
    /// To be finished by this day: the end of the year after.
    pub latest: NaiveDate,
    /// The rule's Swedish words.
    pub rule: String,
    /// Law or routine.
    pub source: String,
    /// Whether it is confirmed: C or N.
    pub sure: String,
    /// Why it is kept all the same.
    pub holds: Vec<Hold>,
}

/// Why a file is kept although its time is out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Hold {
    /// Swedish words.
    pub label: String,
    /// Law or routine.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
    hold: Vec<HoldRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    key: String,
    label: String,
    sure: String,
    #[serde(default, rename = "local")]
    _local: bool,
    values: Vec<Months>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Months {
    from: NaiveDate,
    to: Option<NaiveDate>,
    months: u32,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoldRule {
    key: String,
    label: String,
    #[serde(rename = "sure")]
    _sure: String,
    #[serde(default)]
    days: Vec<u32>,
    #[serde(default)]
    municipalities: Vec<String>,
    values: Vec<Since>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Since {
    #[serde(rename = "from")]
    _from: NaiveDate,
    source: String,
}

fn file() -> &'static File {
    static FILE: OnceLock<File> = OnceLock::new();
    FILE.get_or_init(|| {
        toml::from_str(include_str!("../../../../../assets/rules/retention.toml"))
            .expect("shipped rules are tested")
    })
}

/// When the file is due; nothing when no rule is known for the day.
#[must_use]
pub fn retention(facts: &RetentionFacts) -> Option<Retention> {
    let key = if facts.studied { "study" } else { "enquiry" };
    let rule = file().rule.iter().find(|it| it.key == key)?;
    let from = facts.last_note_on;
    let value = rule
        .values
        .iter()
        .find(|it| it.from <= from && it.to.is_none_or(|to| from <= to))?;
    let on = law::months_after(from, value.months);
    Some(Retention {
        from,
        months: value.months,
        on,
        latest: NaiveDate::from_ymd_opt(on.year() + 1, 12, 31)?,
        rule: rule.label.clone(),
        source: value.source.clone(),
        sure: rule.sure.clone(),
        holds: holds(facts),
    })
}

fn holds(facts: &RetentionFacts) -> Vec<Hold> {
    let applies = |it: &&HoldRule| match it.key.as_str() {
        "placed_child" => facts.placed_child,
        "birth_day" => facts.born.iter().any(|day| it.days.contains(&day.day())),
        _ => it
            .municipalities
            .iter()
            .any(|name| name.to_lowercase() == plain(&facts.municipality)),
    };
    file()
        .hold
        .iter()
        .filter(applies)
        .map(|it| Hold {
            label: it.label.clone(),
            source: it
                .values
                .last()
                .map_or_else(String::new, |it| it.source.clone()),
        })
        .collect()
}

/// "Göteborgs kommun" and "Göteborgs stad" are Göteborg.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    ["s kommun", " kommun", "s stad", " stad"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .map_or(name.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(last: &str, studied: bool) -> RetentionFacts {
        RetentionFacts {
            last_note_on: last.parse().unwrap(),
            studied,
            placed_child: false,
            born: vec!["1980-03-12".parse().unwrap()],
            municipality: "Björkvik".into(),
        }
    }

    #[track_caller]
    fn check(facts: &RetentionFacts, on: &str, latest: &str, holds: usize) {
        let it = retention(facts).unwrap();
        assert_eq!(
            (it.on.to_string(), it.latest.to_string()),
            (on.into(), latest.into())
        );
        assert_eq!(it.holds.len(), holds, "{:?}", it.holds);
    }

    #[test]
    fn five_years_after_the_last_note_of_a_study_and_two_for_an_enquiry() {
        // domain.md 2.6: five years, finished at the latest the calendar year after.
        check(&facts("2026-09-30", true), "2031-09-30", "2032-12-31", 0);
        check(&facts("2024-02-29", true), "2029-02-28", "2030-12-31", 0);
        // domain.md 11.5: 24 months where no investigation was opened.
        check(&facts("2026-09-30", false), "2028-09-30", "2029-12-31", 0);
    }

    #[test]
    fn a_file_is_held_for_research_and_for_a_child_who_lived_there() {
        let mut it = facts("2026-09-30", true);
        it.born.push("1982-11-15".parse().unwrap());
        check(&it, "2031-09-30", "2032-12-31", 1);
        it.placed_child = true;
        check(&it, "2031-09-30", "2032-12-31", 2);
        it.municipality = "Göteborgs kommun".into();
        check(&it, "2031-09-30", "2032-12-31", 3);
    }

    #[test]
    fn the_law_is_that_of_the_last_note() {
        assert!(
            retention(&facts("2025-06-30", true))
                .unwrap()
                .source
                .contains("2001:453")
        );
        assert!(
            retention(&facts("2025-07-01", true))
                .unwrap()
                .source
                .contains("2025:400")
        );
    }
}
