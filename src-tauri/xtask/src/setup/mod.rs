//! Everything a new machine needs, and nothing twice: under a second when all is done.

mod debian;
mod elsewhere;
pub mod judge;
mod screens;

use crate::step::Step;
use crate::tree::Tree;

/// What the machine is set up for.
#[derive(Clone, Copy, PartialEq)]
pub enum For {
    /// Building and opening the program.
    Running,
    /// That, and everything the tests use.
    Testing,
    /// As for testing, with a browser to take pictures in; papers are not judged.
    Pictures,
}

/// System packages, Node, npm packages, the built screens and, for tests, the paper judge.
pub fn setup(tree: &Tree, what_for: For) -> Result<(), String> {
    if debian::is_here() {
        debian::install(tree, what_for)?;
    } else {
        elsewhere::check(tree)?;
    }
    screens::prepare(tree)?;
    if what_for == For::Testing && debian::is_here() {
        judge::install(tree)?;
    }
    Ok(())
}

/// Fails with words when Node is missing or too old.
fn node(tree: &Tree) -> Result<(), String> {
    const NEEDED: u32 = 20;
    let Some(version) = Step::new(tree, "node", "node")
        .args(&["--version"])
        .answer()
    else {
        return Err(format!(
            "setup: Node {NEEDED} or newer is missing (the screens are built with it)."
        ));
    };
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|it| it.parse::<u32>().ok());
    match major {
        Some(major) if major >= NEEDED => Ok(()),
        _ => Err(format!(
            "setup: Node {NEEDED} or newer is needed; this is {}.",
            version.trim()
        )),
    }
}
