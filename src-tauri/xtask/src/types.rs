//! `cargo xtask types`: writes the door's TypeScript types again from the Rust list of calls.

use crate::step::Step;
use crate::tree::Tree;

/// The test that finds the committed file stale, asked to write it instead.
pub fn types(tree: &Tree) -> Result<(), String> {
    Step::cargo(
        tree,
        "types",
        &["test", "--quiet", "--locked", "-p", "hemvist-core", "--lib"],
    )
    .args(&["the_committed_types_are_fresh"])
    .env("HEMVIST_WRITE_TYPES", "1")
    .run()
}
