//! `cargo xtask bench`: how fast it is, in a release build, beside what one would otherwise use.

use crate::setup::{self, For};
use crate::step::Step;
use crate::tree::Tree;

/// Builds and runs the benchmarks; `args` go to them.
pub fn bench(tree: &Tree, args: &[String]) -> Result<(), String> {
    setup::setup(tree, For::Running)?;
    Step::cargo(
        tree,
        "bench",
        &[
            "run",
            "--locked",
            "--release",
            "-p",
            "hemvist-tests",
            "--bin",
            "bench",
            "--",
        ],
    )
    .args(args)
    .run()
}
