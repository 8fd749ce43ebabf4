//! Every number of the law, every limit and every instrument is well-formed data with a source
//! and a validity.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::tree::{Source, sources};

/// Where a validity begins: a day, or the version of our own sheet that brought the value.
const BEGINS: &[&str] = &["from", "valid_from", "version"];

/// Everything wrong with a file of rules: lists of entries, each with a key; each value and each
/// law reference with its validity; each value with its source.
fn wrong_rules(file: &Source) -> Vec<String> {
    let table: Table = match file.text.parse() {
        Ok(table) => table,
        Err(e) => return vec![format!("{}: {}", file.path, e.message())],
    };
    let mut res = Vec::new();
    let mut entries = 0;
    let mut seen = BTreeSet::new();
    for (list, entry) in lists(&table) {
        entries += 1;
        let key = entry.get("key").and_then(Value::as_str).unwrap_or_default();
        if key.is_empty() {
            res.push(format!("{list}: an entry without key"));
        }
        // One key may stand again for another time.
        if !seen.insert((
            list.clone(),
            key.to_owned(),
            begin(entry).map(ToString::to_string),
        )) {
            res.push(format!("{list} {key}: stands twice"));
        }
        let mut wrong = Vec::new();
        if entry.contains_key("text") && !entry.contains_key("value") {
            wrong.extend(wrong_validity(entry));
        }
        wrong_values(entry, &mut wrong);
        res.extend(
            wrong
                .into_iter()
                .map(|what| format!("{list} {key}: {what}")),
        );
    }
    if entries == 0 {
        res.push("nothing in it".to_owned());
    }
    res.into_iter()
        .map(|what| format!("{}: {what}", file.path))
        .collect()
}

/// The entries of a file's lists, with the list's name.
fn lists(table: &Table) -> impl Iterator<Item = (&String, &Table)> {
    table.iter().flat_map(|(name, list)| {
        let entries = list
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_table);
        entries.map(move |entry| (name, entry))
    })
}

/// What is wrong with the values in an entry, and with their times taken together.
fn wrong_values(entry: &Table, res: &mut Vec<String>) {
    if entry.contains_key("value") {
        res.extend(wrong_source(entry));
        res.extend(wrong_validity(entry));
    }
    for list in entry.values().filter_map(Value::as_array) {
        let mut until: Option<NaiveDate> = None;
        let mut first = true;
        for inner in list.iter().filter_map(Value::as_table) {
            wrong_values(inner, res);
            let Some(begins) = begin(inner).and_then(day) else {
                continue;
            };
            if !first && until.is_none_or(|until| begins <= until) {
                res.push(format!(
                    "the period from {begins} begins before the last one ends"
                ));
            }
            until = inner.get("to").and_then(day);
            first = false;
        }
    }
}

fn wrong_source(it: &Table) -> Option<String> {
    let source = it.get("source").and_then(Value::as_str).unwrap_or_default();
    (source.trim().len() < 3).then(|| "no source".to_owned())
}

fn begin(it: &Table) -> Option<&Value> {
    BEGINS.iter().find_map(|key| it.get(*key))
}

fn wrong_validity(it: &Table) -> Option<String> {
    let Some(begins) = begin(it) else {
        return Some("no validity".to_owned());
    };
    if begins.as_integer().is_some_and(|version| version > 0) {
        return None;
    }
    match (day(begins), it.get("to").map(day)) {
        (None, _) | (_, Some(None)) => Some("a validity that is no day".to_owned()),
        (Some(begins), Some(Some(ends))) if ends < begins => {
            Some("a validity that ends before it begins".to_owned())
        }
        _ => None,
    }
}

fn day(value: &Value) -> Option<NaiveDate> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Datetime(day) => day.to_string(),
        _ => return None,
    };
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()
}

/// Everything wrong with an instrument: a form or method needs a key, a source, a validity,
/// and parts or questions whose keys differ.
fn wrong_instrument(file: &Source) -> Vec<String> {
    let table: Table = match file.text.parse() {
        Ok(table) => table,
        Err(e) => return vec![format!("{}: {}", file.path, e.message())],
    };
    let mut res: Vec<String> = wrong_source(&table)
        .into_iter()
        .chain(wrong_validity(&table))
        .collect();
    if table
        .get("key")
        .and_then(Value::as_str)
        .is_none_or(str::is_empty)
    {
        res.push("no key".to_owned());
    }
    // A method may be a record alone: what it asks is somebody else's.
    let record = table.get("kind").and_then(Value::as_str) == Some("method");
    if lists(&table).next().is_none() && !record {
        res.push("nothing to answer".to_owned());
    }
    let mut seen = BTreeSet::new();
    for (list, entry) in lists(&table) {
        if let Some(key) = entry.get("key").and_then(Value::as_str)
            && !seen.insert((list, key))
        {
            res.push(format!("{list} {key}: stands twice"));
        }
    }
    res.into_iter()
        .map(|what| format!("{}: {what}", file.path))
        .collect()
}

#[test]
fn every_rule_has_a_source_and_a_validity() {
    let files = sources("assets/rules", &[".toml"]);
    assert!(!files.is_empty(), "assets/rules holds the rules");
    let wrong: Vec<String> = files.iter().flat_map(wrong_rules).collect();
    crate::none("rules", &wrong);
}

#[test]
fn every_instrument_is_well_formed() {
    let files = sources("assets/instruments", &[".toml"]);
    assert!(
        !files.is_empty(),
        "assets/instruments holds the instruments"
    );
    let wrong: Vec<String> = files.iter().flat_map(wrong_instrument).collect();
    crate::none("instruments", &wrong);
}

#[cfg(test)]
mod doctored {
    use super::*;

    fn file(text: &str) -> Source {
        Source {
            path: "a.toml".to_owned(),
            text: text.to_owned(),
        }
    }

    const GOOD: &str = r#"
[[limit]]
key = "jour"
unit = "months"
values = [
  { from = 1990-01-01, to = 2025-06-30, value = 2, source = "6 kap. 6 § SoL (2001:453)" },
  { from = 2025-07-01, value = 3, source = "22 kap. 4 § SoL (2025:400)" },
]

[[rule]]
key = "weight"
value = 6
source = "vårt förslag"
version = 1

[[reference]]
key = "jour"
text = "22 kap. 4 § SoL"
from = 2025-07-01
"#;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        assert!(GOOD.contains(from), "{from}");
        let wrong = wrong_rules(&file(&GOOD.replacen(from, to, 1))).join("; ");
        assert!(wrong.contains(expected), "{from} as {to}: {wrong}");
    }

    #[test]
    fn good_rules_pass() {
        assert_eq!(wrong_rules(&file(GOOD)), Vec::<String>::new());
    }

    #[test]
    fn what_a_rule_lacks_is_seen() {
        check(
            ", source = \"22 kap. 4 § SoL (2025:400)\"",
            "",
            "limit jour: no source",
        );
        check(
            "source = \"vårt förslag\"",
            "source = \" \"",
            "rule weight: no source",
        );
        check("version = 1", "", "rule weight: no validity");
        check("from = 2025-07-01, ", "", "limit jour: no validity");
        check(
            "text = \"22 kap. 4 § SoL\"\nfrom = 2025-07-01",
            "text = \"x\"",
            "reference jour: no validity",
        );
        check("from = 1990-01-01", "from = \"förra året\"", "no day");
        check("to = 2025-06-30", "to = 1989-01-01", "ends before");
        check(
            "to = 2025-06-30",
            "to = 2025-07-01",
            "begins before the last one ends",
        );
        check("to = 2025-06-30, ", "", "begins before the last one ends");
        check("key = \"weight\"", "", "without key");
        check("[[rule]]", "[[rule", "a.toml");
        assert_eq!(wrong_rules(&file("version = 1")), ["a.toml: nothing in it"]);
        let twice = wrong_rules(&file(&format!("{GOOD}{GOOD}"))).join("; ");
        assert!(
            twice.contains("rule weight: stands twice")
                && twice.contains("reference jour: stands twice"),
            "{twice}"
        );
    }

    #[test]
    fn what_an_instrument_lacks_is_seen() {
        let good = "key = \"early\"\nsource = \"Hemvists eget formulär\"\nversion = 1\n[[part]]\nkey = \"a\"\n[[part]]\nkey = \"b\"\n";
        assert_eq!(wrong_instrument(&file(good)), Vec::<String>::new());
        let spoilt = [
            ("key = \"early\"\n", ""),
            ("source = \"Hemvists eget formulär\"\n", ""),
            ("version = 1\n", ""),
            ("key = \"b\"", "key = \"a\""),
        ];
        for (from, to) in spoilt {
            assert_eq!(
                wrong_instrument(&file(&good.replacen(from, to, 1))).len(),
                1,
                "{from}"
            );
        }
        assert_eq!(
            wrong_instrument(&file(
                "key = \"early\"\nsource = \"vårt eget\"\nversion = 1\n"
            ))
            .len(),
            1
        );
    }
}
