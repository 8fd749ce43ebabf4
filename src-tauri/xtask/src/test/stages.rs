//! The stages that are one command each.

use super::{Count, Outcome, count};
use crate::setup::{self, For};
use crate::step::Step;
use crate::tree::Tree;

/// One feature set for every cargo stage: another would compile the window's
/// libraries a second time, for minutes.
const WORKSPACE: &[&str] = &[
    "--workspace",
    "--locked",
    "--features",
    "hemvist-tests/window",
];

/// What stands in the place of a count when a stage is one piece.
fn whole(name: &str) -> Outcome {
    Outcome::Ran(vec![(name.to_owned(), Count::PASSED)])
}

pub fn setup(tree: &Tree) -> Result<Outcome, String> {
    setup::setup(tree, For::Testing)?;
    Ok(whole("setup"))
}

pub fn fmt(tree: &Tree) -> Result<Outcome, String> {
    Step::cargo(tree, "fmt", &["fmt", "--all", "--check"]).run()?;
    Ok(whole("fmt"))
}

pub fn clippy(tree: &Tree) -> Result<Outcome, String> {
    Step::cargo(tree, "clippy", &["clippy", "--all-targets", "--quiet"])
        .args(WORKSPACE)
        .args(&["--", "-D", "warnings"])
        .run()?;
    Ok(whole("clippy"))
}

pub fn ui_types(tree: &Tree) -> Result<Outcome, String> {
    Step::npm(tree, "ui types", &["run", "--silent", "types"]).run()?;
    Ok(whole("ui types"))
}

pub fn ui_tests(tree: &Tree) -> Result<Outcome, String> {
    let (well, output) = Step::npm(tree, "ui tests", &["run", "--silent", "test"]).tee()?;
    let count = count::vitest(&output).ok_or("ui tests: no count of tests was printed")?;
    counted("ui tests", well, vec![("vitest".to_owned(), count)])
}

pub fn ui_build(tree: &Tree) -> Result<Outcome, String> {
    Step::npm(tree, "ui build", &["run", "--silent", "build"]).run()?;
    Ok(whole("ui build"))
}

pub fn build_all(tree: &Tree) -> Result<Outcome, String> {
    build(tree)?;
    Ok(whole("build"))
}

/// Every program and test program, as the stages after it use them.
pub fn build(tree: &Tree) -> Result<(), String> {
    Step::cargo(tree, "build", &["build", "--all-targets", "--quiet"])
        .args(WORKSPACE)
        .run()
}

pub fn cargo_test(tree: &Tree) -> Result<Outcome, String> {
    let step = Step::cargo(tree, "cargo test", &["test", "--no-fail-fast"]).args(WORKSPACE);
    let (well, output) = step.tee()?;
    counted("cargo test", well, count::cargo(&output))
}

/// Licences, banned crates and sources. Our own test reads the same `deny.toml` and always
/// runs (`tests/supply.rs`); cargo-deny is asked as well where somebody has installed it.
pub fn deny(tree: &Tree) -> Result<Outcome, String> {
    let ours = Step::cargo(tree, "deny", &["test"])
        .args(WORKSPACE)
        .args(&["--test", "supply"]);
    let (well, output) = ours.tee()?;
    let mut counts = count::cargo(&output);
    if Step::cargo(tree, "deny", &["deny", "--version"])
        .answer()
        .is_some()
    {
        println!("deny: cargo-deny is here and is asked too");
        Step::cargo(
            tree,
            "deny: cargo deny",
            &["deny", "--locked", "check", "licenses", "bans", "sources"],
        )
        .run()?;
        counts.push(("cargo deny".to_owned(), Count::PASSED));
    } else {
        println!("deny: cargo-deny is not installed; tests/supply.rs has read deny.toml instead");
    }
    counted("deny", well, counts)
}

/// The real program in a real window, one test at a time: they share a display.
pub fn e2e(tree: &Tree) -> Result<Outcome, String> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::NotHere(
            "WebKit's driver exists on Linux only".to_owned(),
        ));
    }
    // The hand is tried first: what it cannot do says nothing about the program.
    window_tests(tree, "e2e", &["hand", "e2e"])
}

/// Test programs that need a window, one test at a time.
pub fn window_tests(tree: &Tree, stage: &str, programs: &[&str]) -> Result<Outcome, String> {
    let mut step = Step::cargo(
        tree,
        stage,
        &["test", "--no-fail-fast", "--features", "hemvist-tests/e2e"],
    )
    .args(WORKSPACE);
    for program in programs {
        step = step.args(&["--test", program]);
    }
    let (well, output) = step.args(&["--", "--test-threads=1"]).tee()?;
    counted(stage, well, count::cargo(&output))
}

/// A stage with nothing counted has tested nothing; a stage that failed without a failed test
/// (it did not compile, say) has failed once.
pub fn counted(
    name: &str,
    well: bool,
    mut counts: Vec<(String, Count)>,
) -> Result<Outcome, String> {
    let sum: Count = counts.iter().map(|(_, count)| *count).sum();
    if sum == Count::default() {
        return Err(format!("{name}: no test ran"));
    }
    if !well && sum.failed == 0 {
        counts.push((format!("{name} broke off"), Count::FAILED));
    }
    Ok(Outcome::Ran(counts))
}
