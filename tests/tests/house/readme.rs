//! What README claims: its paths exist, its commands stand there, and it is short.

use crate::paths::missing;
use crate::tree::read;

const MOST_LINES: usize = 250;

/// The paths of the tree drawn in the first `text` block.
fn drawn(readme: &str) -> Vec<String> {
    let block = readme
        .split("```text\n")
        .nth(1)
        .and_then(|it| it.split("```").next())
        .unwrap_or_default();
    let mut res = Vec::new();
    let mut above: Vec<(usize, String)> = Vec::new();
    for line in block.lines().filter(|it| !it.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        let name = line.split_whitespace().next().unwrap_or_default();
        above.retain(|(other, _)| *other < depth);
        let folder = above.last().map_or("", |(_, path)| path);
        let path = format!("{folder}{name}");
        if name.ends_with('/') {
            above.push((depth, path.clone()));
        }
        res.push(path);
    }
    res
}

/// Pictures that the text shows.
fn pictures(readme: &str) -> Vec<String> {
    let starts = readme
        .match_indices("](")
        .map(|(at, mark)| &readme[at + mark.len()..]);
    let paths = starts
        .filter_map(|it| it.split_once(')'))
        .map(|(path, _)| path.to_owned());
    paths.filter(|it| !it.contains("://")).collect()
}

/// Paths in the running text: between backticks, with a slash, one word.
fn named(readme: &str) -> Vec<String> {
    let outside: Vec<&str> = readme.split("```").step_by(2).collect();
    let words = outside
        .iter()
        .flat_map(|text| text.split('`').enumerate().filter(|(at, _)| at % 2 == 1));
    let paths = words
        .map(|(_, word)| word)
        .filter(|it| it.contains('/') && !it.contains([' ', '<', '*', '…', '{', ':']));
    paths.map(str::to_owned).collect()
}

#[test]
fn what_readme_draws_and_names_exists() {
    let readme = read("README.md");
    let drawn = drawn(&readme);
    assert!(drawn.len() > 20, "README draws the tree: {drawn:?}");
    let mut wrong = missing(&drawn);
    wrong.extend(missing(&named(&readme)));
    wrong.extend(missing(&pictures(&readme)));
    crate::none("README names what is not there", &wrong);
}

#[test]
fn notices_name_what_is_there() {
    crate::none(
        "NOTICES names what is not there",
        &missing(&named(&read("assets/NOTICES.md"))),
    );
}

#[test]
fn readme_is_short_and_gives_the_two_commands() {
    let readme = read("README.md");
    assert!(
        readme.lines().count() < MOST_LINES,
        "{} lines",
        readme.lines().count()
    );
    for command in ["cargo xtask run", "cargo xtask test"] {
        assert!(readme.contains(command), "{command}");
    }
}

#[test]
fn a_claim_that_is_not_so_is_seen() {
    let readme = "x\n```text\nsrc-tauri/   window\n  core/      core\n    src/api.rs   list\n  xtask/     x\nnowhere/  no\n```\nSee `src-tauri/core/src/nothing.rs` and `cargo test -p x/y`, `tests/`.";
    let drawn = drawn(readme);
    assert_eq!(
        drawn,
        [
            "src-tauri/",
            "src-tauri/core/",
            "src-tauri/core/src/api.rs",
            "src-tauri/xtask/",
            "nowhere/"
        ]
    );
    assert!(missing(&drawn).contains(&"nowhere/".to_owned()));
    assert_eq!(missing(&named(readme)), ["src-tauri/core/src/nothing.rs"]);
    assert_eq!(
        missing(&pictures("![x](assets/none.png) [y](LICENSE)")),
        ["assets/none.png"]
    );
}
