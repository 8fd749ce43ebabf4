//! Every number of the law, every limit and every instrument is well-formed data with a source
//! and a validity.

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::tree::{Source, sources};

/// Where a validity begins: a day, or the version of our own sheet that brought the value.
const BEGINS: &[&str] = &["from", "valid_from", "since", "version"];
const ENDS: &[&str] = &["to", "valid_to", "until"];

/// Everything wrong with a file of rules.
fn wrong_rules(file: &Source) -> Vec<String> {
    let table: Table = match file.text.parse() {
        Ok(table) => table,
        Err(e) => return vec![format!("{}: {}", file.path, e.message())],
    };
    let mut res = Vec::new();
    let mut values = 0;
    visit(&Value::Table(table), &file.path, &mut |place, it| {
        if it.contains_key("value") {
            values += 1;
            res.extend(
                wrong_value(it)
                    .into_iter()
                    .map(|what| format!("{place}: {what}")),
            );
        }
    });
    if values == 0 {
        res.push(format!("{}: no value in it", file.path));
    }
    res
}

/// What one value lacks.
fn wrong_value(it: &Table) -> Vec<String> {
    let mut res = Vec::new();
    if !it
        .get("source")
        .and_then(Value::as_str)
        .is_some_and(|source| source.trim().len() > 3)
    {
        res.push("no source".to_owned());
    }
    let begin = BEGINS.iter().find_map(|key| it.get(*key));
    match begin {
        None => res.push("no validity".to_owned()),
        Some(Value::Integer(version)) if *version > 0 => {}
        Some(begin) => {
            let end = ENDS.iter().find_map(|key| it.get(*key));
            match (day(begin), end.map(day)) {
                (None, _) | (_, Some(None)) => res.push("a validity that is no day".to_owned()),
                (Some(begin), Some(Some(end))) if end < begin => {
                    res.push("a validity that ends before it begins".to_owned())
                }
                _ => {}
            }
        }
    }
    res
}

fn day(value: &Value) -> Option<NaiveDate> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Datetime(day) => day.to_string(),
        _ => return None,
    };
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()
}

/// Goes through every table, with a name for where it stands.
fn visit(value: &Value, place: &str, look: &mut impl FnMut(&str, &Table)) {
    match value {
        Value::Table(table) => {
            let key = table.get("key").and_then(Value::as_str);
            let place = key.map_or_else(|| place.to_owned(), |key| format!("{place} {key}"));
            look(&place, table);
            for inner in table.values() {
                visit(inner, &place, look);
            }
        }
        Value::Array(array) => array.iter().for_each(|inner| visit(inner, place, look)),
        _ => {}
    }
}

/// Keys that stand twice among the rules of all files.
fn twice(files: &[Source]) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    let mut res = Vec::new();
    for table in files
        .iter()
        .filter_map(|file| file.text.parse::<Table>().ok())
    {
        for rule in table
            .get("rule")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let key = rule
                .get("key")
                .and_then(Value::as_str)
                .unwrap_or("a rule without key");
            if !seen.insert(key.to_owned()) {
                res.push(key.to_owned());
            }
        }
    }
    res
}

/// Everything wrong with an instrument: a form or method needs a key, a name, a source, a
/// validity, and questions or parts whose keys differ.
fn wrong_instrument(file: &Source) -> Vec<String> {
    let table: Table = match file.text.parse() {
        Ok(table) => table,
        Err(e) => return vec![format!("{}: {}", file.path, e.message())],
    };
    let mut res = wrong_value(&table);
    if !table
        .get("key")
        .and_then(Value::as_str)
        .is_some_and(|it| !it.is_empty())
    {
        res.push("no key".to_owned());
    }
    if !table.values().any(|it| {
        it.as_array()
            .is_some_and(|list| list.iter().any(Value::is_table))
    }) {
        res.push("nothing to answer".to_owned());
    }
    for (name, list) in table
        .iter()
        .filter_map(|(name, it)| it.as_array().map(|list| (name, list)))
    {
        let mut keys: Vec<&str> = list
            .iter()
            .filter_map(|it| it.get("key").and_then(Value::as_str))
            .collect();
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        if keys.len() < all {
            res.push(format!("a key stands twice in {name}"));
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
    let mut wrong: Vec<String> = files.iter().flat_map(wrong_rules).collect();
    wrong.extend(
        twice(&files)
            .into_iter()
            .map(|key| format!("{key}: stands twice")),
    );
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

    const GOOD: &str = "[[rule]]\nkey = \"jour.max\"\nunit = \"months\"\n[[rule.period]]\nfrom = 2025-07-01\nvalue = 2\nsource = \"22 kap. 4 § SoL\"\n";

    #[test]
    fn a_good_rule_passes() {
        assert_eq!(wrong_rules(&file(GOOD)), Vec::<String>::new());
    }

    #[test]
    fn what_a_rule_lacks_is_seen() {
        let check = |from: &str, to: &str, expected: &str| {
            let wrong = wrong_rules(&file(&GOOD.replace(from, to))).join("; ");
            assert!(wrong.contains(expected), "{wrong}");
        };
        check("source = \"22 kap. 4 § SoL\"\n", "", "no source");
        check(
            "source = \"22 kap. 4 § SoL\"\n",
            "source = \" \"\n",
            "no source",
        );
        check("from = 2025-07-01\n", "", "no validity");
        check("from = 2025-07-01", "from = \"last summer\"", "no day");
        check("value = 2", "value = 2\nto = 2024-01-01", "ends before");
        check("value = 2", "months = 2", "no value");
        check("[[rule]]", "[[rule", "a.toml");
    }

    #[test]
    fn a_key_that_stands_twice_is_seen() {
        assert_eq!(twice(&[file(GOOD), file(GOOD)]), ["jour.max"]);
    }

    #[test]
    fn what_an_instrument_lacks_is_seen() {
        let good = "key = \"early\"\nsource = \"Hemvists eget formulär\"\nversion = 1\n[[part]]\nkey = \"a\"\n[[part]]\nkey = \"b\"\n";
        assert_eq!(wrong_instrument(&file(good)), Vec::<String>::new());
        for (from, to) in [
            ("key = \"early\"\n", ""),
            ("source = \"Hemvists eget formulär\"\n", ""),
            ("version = 1\n", ""),
            ("key = \"b\"", "key = \"a\""),
        ] {
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
