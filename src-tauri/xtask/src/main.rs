//! The two README commands, `cargo xtask run` and `cargo xtask test`, and what
//! they stand on: `setup`, `types`, `bench` and `shots`.
//!
//! Standard library only, so that the first command on a new machine starts
//! within seconds. Each verb is a file.

// A command-line tool speaks through its output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod run;
mod setup;
mod shots;
mod step;
mod test;
mod tree;
mod types;

use std::process::ExitCode;

use tree::Tree;

const USAGE: &str = "\
Usage: cargo xtask VERB

  run [-- ARGS]     set up, build and open Hemvist; without a display, do the same job headless
  test [--quick]    set up and run every check; --quick leaves out the window and the paper judge
  bench [-- ARGS]   measure speed in a release build
  shots             leave pictures of every screen in out/shots
  types             write ui/src/api/types.ts again from the Rust list of calls
  setup [--test]    only set up: system packages, npm ci, the UI; --test adds what the tests need
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let verb = args.get(1).map(String::as_str);
    let rest = args.get(2..).unwrap_or_default();
    let done = Tree::find().and_then(|tree| match (verb, rest) {
        (Some("run"), rest) => run::run(&tree, after_dashes(rest)?),
        (Some("test"), []) => test::test(&tree, test::Extent::Full),
        (Some("test"), [flag]) if flag == "--quick" => test::test(&tree, test::Extent::Quick),
        (Some("bench"), rest) => bench::bench(&tree, after_dashes(rest)?),
        (Some("shots"), []) => shots::shots(&tree),
        (Some("types"), []) => types::types(&tree),
        (Some("setup"), []) => setup::setup(&tree, setup::For::Running),
        (Some("setup"), [flag]) if flag == "--test" => setup::setup(&tree, setup::For::Testing),
        (Some("help" | "--help" | "-h"), _) => {
            print!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// What stands after `--`; anything before it is a mistake worth naming.
fn after_dashes(rest: &[String]) -> Result<&[String], String> {
    match rest {
        [] => Ok(rest),
        [dashes, args @ ..] if dashes == "--" => Ok(args),
        [other, ..] => Err(format!("`{other}` is not known here.\n\n{USAGE}")),
    }
}
