//! What every file of ours keeps to: its length, its first sentence, and words that must not stand in it.

use crate::tree::{Source, sources};

/// A file longer than this is two files.
const MOST_LINES: usize = 600;

/// Words and where they may stand, pieced together so that this file does not hold them.
fn forbidden() -> Vec<(String, &'static str)> {
    let glue = |a: &str, b: &str| format!("{a}{b}");
    vec![
        (glue("TO", "DO"), "do it or leave it out"),
        (glue("FIX", "ME"), "mend it or leave it out"),
        (glue("#[ig", "nore"), "a test that does not run is none"),
        (
            glue("describe.s", "kip"),
            "a test that does not run is none",
        ),
        (glue("it.s", "kip("), "a test that does not run is none"),
        (glue("test.s", "kip("), "a test that does not run is none"),
        (glue("it.on", "ly("), "hides all other tests"),
        (glue("/ro", "ot/"), "a path of one machine"),
        (glue("/ho", "me/"), "a path of one machine"),
        (glue("/wo", "rk/"), "a path of one machine"),
        (
            glue("/tm", "p/"),
            "a path of one machine; use a temporary folder",
        ),
    ]
}

/// Everything people wrote.
fn written() -> Vec<Source> {
    let mut res = sources("src-tauri", &[".rs", ".toml", ".sql", ".json"]);
    res.extend(sources("ui", &[".ts", ".vue", ".css", ".html", ".mjs"]));
    res.extend(sources("tests", &[".rs", ".java", ".toml", ".py"]));
    res.extend(sources("assets", &[".toml", ".md", ".py"]));
    res
}

/// Made by a program from another file.
fn is_generated(file: &Source) -> bool {
    file.text
        .lines()
        .take(3)
        .any(|line| line.contains("Do not edit"))
}

fn wrong_words(file: &Source) -> Vec<String> {
    let mut res = Vec::new();
    for (word, why) in forbidden() {
        // Letters must stand alone: a word inside another is another word.
        let joins = |it: Option<char>| {
            word.starts_with(char::is_alphabetic) && it.is_some_and(char::is_alphanumeric)
        };
        for (at, _) in file.text.match_indices(&word) {
            if !joins(file.text[..at].chars().next_back())
                && !joins(file.text[at + word.len()..].chars().next())
            {
                let line = file.text[..at].matches('\n').count() + 1;
                res.push(format!("{}:{line}: {word}: {why}", file.path));
            }
        }
    }
    res
}

fn too_long(file: &Source) -> Option<String> {
    let lines = file.text.lines().count();
    (lines > MOST_LINES).then(|| format!("{}: {lines} lines", file.path))
}

fn has_no_first_sentence(file: &Source) -> bool {
    !file.text.trim_start_matches("#!").starts_with("//! ")
}

#[test]
fn no_word_stands_where_it_must_not() {
    let wrong: Vec<String> = written().iter().flat_map(wrong_words).collect();
    crate::none("words", &wrong);
}

#[test]
fn no_file_is_two_files() {
    let code = written()
        .into_iter()
        .filter(|it| !it.path.ends_with(".toml") && !it.path.ends_with(".json"))
        // The practice unit's people are a table, however long.
        .filter(|it| !it.path.starts_with("assets/demo/"));
    let wrong: Vec<String> = code
        .filter(|it| !is_generated(it))
        .filter_map(|it| too_long(&it))
        .collect();
    crate::none("files", &wrong);
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    let rust = written().into_iter().filter(|it| it.path.ends_with(".rs"));
    let wrong: Vec<String> = rust
        .filter(has_no_first_sentence)
        .map(|it| it.path)
        .collect();
    crate::none("a file begins with `//!` and what it is for", &wrong);
}

#[cfg(test)]
mod doctored {
    use super::*;

    fn file(text: &str) -> Source {
        Source {
            path: "a.rs".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn every_forbidden_word_is_seen() {
        for (word, _) in forbidden() {
            assert_eq!(
                wrong_words(&file(&format!("x\n  {word} y"))).len(),
                1,
                "{word}"
            );
        }
        assert_eq!(
            wrong_words(&file(concat!(
                "TO",
                "DOS and it.s",
                "kipped(3) are other words"
            )))
            .len(),
            0
        );
    }

    #[test]
    fn a_long_file_and_a_silent_one_are_seen() {
        assert!(
            too_long(&file(&"x\n".repeat(601))).is_some()
                && too_long(&file(&"x\n".repeat(600))).is_none()
        );
        assert!(
            has_no_first_sentence(&file("fn a() {}"))
                && !has_no_first_sentence(&file("//! What it is."))
        );
    }
}
