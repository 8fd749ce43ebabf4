//! `cargo xtask bench`: how fast it is, in a release build, beside what one would otherwise use.

use crate::setup::{self, For};
use crate::step::Step;
use crate::tree::Tree;

/// Builds and runs the benchmarks; `args` go to them.
pub fn bench(tree: &Tree, args: &[String]) -> Result<(), String> {
    // The real window is driven by WebKit's driver, which exists on Linux only.
    let window = cfg!(target_os = "linux") && !args.iter().any(|it| it == "--no-window");
    let (needs, features) = if window {
        (For::Testing, "bench,window")
    } else {
        (For::Running, "bench")
    };
    setup::setup(tree, needs)?;
    if window {
        let build = ["build", "--locked", "--release", "-p", "hemvist"];
        Step::cargo(tree, "bench: the window", &build).run()?;
        Step::cargo(tree, "bench: a bare window", &build)
            .args(&["--features", "bare", "--example", "bare"])
            .run()?;
    }
    let run = ["run", "--locked", "--release", "-p", "hemvist-tests"];
    Step::cargo(tree, "bench", &run)
        .args(&["--features", features, "--bin", "bench", "--"])
        .args(args)
        .run()
}
