//! The shape of an instrument's file: what it may hold, and what is wrong with one.
//!
//! `assets/instruments/README.md` tells the same for whoever writes a file.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{AnswerType, Category, Instrument, InstrumentKind, Item, Level, Outcome, Part};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    key: String,
    title: String,
    edition: String,
    source: String,
    valid_from: NaiveDate,
    valid_to: Option<NaiveDate>,
    kind: InstrumentKind,
    about: Option<String>,
    shell: Option<ShellInFile>,
    #[serde(default, rename = "level")]
    levels: Vec<Level>,
    #[serde(default, rename = "outcome")]
    outcomes: Vec<Outcome>,
    #[serde(default, rename = "part")]
    parts: Vec<PartInFile>,
    #[serde(default, rename = "category")]
    categories: Vec<Category>,
    #[serde(default)]
    interpreted: bool,
    questions: Option<u32>,
    #[serde(default)]
    sets: u32,
}

/// A form whose questions are somebody else's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShellInFile {
    items: u32,
    parts: u32,
    part_label: String,
    item_label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartInFile {
    key: String,
    label: String,
    items: Vec<ItemInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemInFile {
    label: String,
    #[serde(default)]
    answer: AnswerType,
    #[serde(default)]
    risk: bool,
}

/// Reads the text of one file.
///
/// # Errors
/// A sentence in English with the line, or the part and number, for whoever
/// wrote the file.
pub(super) fn parse(text: &str) -> Result<Instrument, String> {
    let file: File = toml::from_str(text).map_err(|err| {
        let line = err.span().map_or(1, |it| {
            text.get(..it.start)
                .map_or(0, |before| before.matches('\n').count())
                + 1
        });
        format!("line {line}: {}", err.message())
    })?;
    let this = Instrument {
        loose: file.shell.as_ref().map_or_else(Vec::new, loose_items),
        parts: match &file.shell {
            Some(shell) => numbered_parts(shell),
            None => file.parts.into_iter().map(part).collect(),
        },
        shell: file.shell.is_some(),
        key: file.key,
        title: file.title,
        edition: file.edition,
        source: file.source,
        valid_from: file.valid_from,
        valid_to: file.valid_to,
        kind: file.kind,
        about: file.about,
        levels: file.levels,
        outcomes: file.outcomes,
        categories: file.categories,
        interpreted: file.interpreted,
        questions: file.questions,
        sets: file.sets,
        own_version: None,
    };
    match wrong(&this) {
        Some(what) => Err(what),
        None => Ok(this),
    }
}

fn loose_items(shell: &ShellInFile) -> Vec<Item> {
    (1..=shell.items)
        .map(|number| Item {
            key: number.to_string(),
            number,
            label: shell.item_label.replace("{n}", &number.to_string()),
            answer: AnswerType::Text,
            risk: false,
        })
        .collect()
}

fn numbered_parts(shell: &ShellInFile) -> Vec<Part> {
    (1..=shell.parts)
        .map(|number| Part {
            key: number.to_string(),
            label: shell.part_label.replace("{n}", &number.to_string()),
            items: Vec::new(),
        })
        .collect()
}

fn part(it: PartInFile) -> Part {
    let key = it.key;
    let items = (1..)
        .zip(it.items)
        .map(|(number, item)| Item {
            key: format!("{key}.{number}"),
            number,
            label: item.label,
            answer: item.answer,
            risk: item.risk,
        })
        .collect();
    Part {
        items,
        label: it.label,
        key,
    }
}

/// The first thing that is wrong, if anything.
fn wrong(it: &Instrument) -> Option<String> {
    let empty = |what: &str, text: &str| {
        text.trim()
            .is_empty()
            .then(|| format!("{what} must not be empty"))
    };
    empty("key", &it.key)
        .or_else(|| empty("title", &it.title))
        .or_else(|| empty("edition", &it.edition))
        .or_else(|| empty("source", &it.source))
        .or_else(|| {
            it.valid_to
                .filter(|to| *to < it.valid_from)
                .map(|_| "valid_to is before valid_from".into())
        })
        .or_else(|| twice("part", it.parts.iter().map(|it| &it.key)))
        .or_else(|| twice("level", it.levels.iter().map(|it| &it.key)))
        .or_else(|| twice("outcome", it.outcomes.iter().map(|it| &it.key)))
        .or_else(|| twice("category", it.categories.iter().map(|it| &it.key)))
        .or_else(|| wrong_of_its_kind(it))
        .or_else(|| {
            let parts = it
                .parts
                .iter()
                .map(|it| (&it.key, "the part", &it.label, it.items.as_slice()));
            parts
                .flat_map(|(key, what, label, items)| {
                    std::iter::once((key, what.to_owned(), label)).chain(
                        items
                            .iter()
                            .map(move |item| (key, format!("item {}", item.number), &item.label)),
                    )
                })
                .find(|(.., label)| label.trim().is_empty())
                .map(|(key, what, _)| format!("part {key}: {what} has no label"))
        })
}

fn wrong_of_its_kind(it: &Instrument) -> Option<String> {
    match it.kind {
        InstrumentKind::Screening if it.levels.is_empty() => {
            Some("a screening needs at least one level".into())
        }
        InstrumentKind::Screening if !it.outcomes.iter().any(|it| it.goes_on) => {
            Some("a screening needs an outcome with which the study goes on".into())
        }
        InstrumentKind::Screening | InstrumentKind::Form if it.parts.is_empty() => {
            Some("a form needs at least one part".into())
        }
        InstrumentKind::Method if !it.parts.is_empty() => {
            Some("a method is a record, without parts".into())
        }
        _ if it.shell && it.loose.len() < it.parts.len() => {
            Some("a shell needs at least one item for each part".into())
        }
        _ if !it.shell => it
            .parts
            .iter()
            .find(|it| it.items.is_empty())
            .map(|it| format!("part {}: no items", it.key)),
        _ => None,
    }
}

fn twice<'a>(what: &str, keys: impl Iterator<Item = &'a String>) -> Option<String> {
    let mut seen = std::collections::BTreeSet::new();
    let mut res = None;
    for key in keys {
        if key.trim().is_empty() {
            return Some(format!("a {what} has no key"));
        }
        if !seen.insert(key) && res.is_none() {
            res = Some(format!("{what} {key}: stands twice"));
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "key = \"a\"\ntitle = \"A\"\nedition = \"1\"\nsource = \"vårt eget\"\nvalid_from = \"2026-01-01\"\nkind = \"screening\"\n[[level]]\nkey = \"none\"\nlabel = \"Ingen\"\n[[outcome]]\nkey = \"go_on\"\nlabel = \"Vidare\"\ngoes_on = true\n[[part]]\nkey = \"a\"\nlabel = \"Hushållet\"\nitems = [{ label = \"Vuxna\" }, { label = \"Barn\", answer = \"yes_no\", risk = true }]\n";

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        assert!(GOOD.contains(from), "{from}");
        let told = parse(&GOOD.replacen(from, to, 1)).unwrap_err();
        assert!(told.contains(expected), "{from} as {to}: {told}");
    }

    #[test]
    fn a_good_file_is_read_with_numbers_and_kinds() {
        let read = parse(GOOD).unwrap();
        let second = &read.parts[0].items[1];
        assert_eq!(
            (
                second.key.as_str(),
                second.number,
                second.answer,
                second.risk
            ),
            ("a.2", 2, AnswerType::YesNo, true)
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        check("kind = \"screening\"", "kind = \"quiz\"", "line 6: ");
        check("answer = \"yes_no\"", "answer = \"score\"", "line 17: ");
        check("[[level]]", "colour = 1\n[[level]]", "line 7: ");
        check("source = \"vårt eget\"", "source = \" \"", "source must");
        check(
            "{ label = \"Vuxna\" }",
            "{ label = \"\" }",
            "part a: item 1",
        );
        check("items = [", "items = []\nitem = [", "line 18: ");
        check("goes_on = true", "", "goes on");
        check(
            "[[part]]",
            "[[part]]\nkey=\"a\"\nlabel=\"B\"\nitems=[{label=\"x\"}]\n[[part]]",
            "part a: stands twice",
        );
        check("kind = \"screening\"", "kind = \"method\"", "without parts");
    }
}
