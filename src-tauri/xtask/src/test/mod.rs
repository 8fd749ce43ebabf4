//! `cargo xtask test`: every check there is, one stage after the other, all of them even
//! when one fails, and a table at the end.

mod count;
mod papers;
mod sockets;
mod stages;

use std::time::{Duration, Instant};

use crate::tree::Tree;

pub use count::Count;
pub use stages::build;

/// How much is tested.
#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    /// Everything.
    Full,
    /// Without the window and without the paper judge.
    Quick,
}

/// What a stage came to.
pub enum Outcome {
    /// It ran. Rows of the table: a name and what was counted under it.
    Ran(Vec<(String, Count)>),
    /// It cannot run on this system; why.
    NotHere(String),
}

/// One stage: its name, whether `--quick` leaves it out, and its work.
struct Stage {
    name: &'static str,
    slow: bool,
    work: fn(&Tree) -> Result<Outcome, String>,
}

const STAGES: &[Stage] = &[
    Stage {
        name: "setup",
        slow: false,
        work: stages::setup,
    },
    Stage {
        name: "fmt",
        slow: false,
        work: stages::fmt,
    },
    Stage {
        name: "clippy",
        slow: false,
        work: stages::clippy,
    },
    Stage {
        name: "ui types",
        slow: false,
        work: stages::ui_types,
    },
    Stage {
        name: "ui tests",
        slow: false,
        work: stages::ui_tests,
    },
    Stage {
        name: "ui build",
        slow: false,
        work: stages::ui_build,
    },
    Stage {
        name: "build",
        slow: false,
        work: stages::build_all,
    },
    Stage {
        name: "cargo test",
        slow: false,
        work: stages::cargo_test,
    },
    Stage {
        name: "papers",
        slow: true,
        work: papers::papers,
    },
    Stage {
        name: "deny",
        slow: false,
        work: stages::deny,
    },
    Stage {
        name: "e2e",
        slow: true,
        work: stages::e2e,
    },
    Stage {
        name: "sockets",
        slow: true,
        work: sockets::sockets,
    },
];

/// Runs the stages and ends with `N passed, N failed`; an error when anything failed.
pub fn test(tree: &Tree, extent: Extent) -> Result<(), String> {
    papers::clear(tree)?;
    let mut rows = Vec::new();
    let mut total = Count::default();
    let stages: Vec<&Stage> = STAGES
        .iter()
        .filter(|it| extent == Extent::Full || !it.slow)
        .collect();
    for (number, stage) in stages.iter().enumerate() {
        println!("\n── {}/{} {} ──", number + 1, stages.len(), stage.name);
        let start = Instant::now();
        let outcome = (stage.work)(tree);
        let took = start.elapsed();
        match outcome {
            Ok(Outcome::Ran(counts)) => {
                let sum = counts.iter().map(|(_, count)| *count).sum();
                total += sum;
                rows.push(row(stage.name, &sum.to_string(), Some(took)));
                if counts.len() > 1 {
                    rows.extend(
                        counts.iter().map(|(name, count)| {
                            row(&format!("  {name}"), &count.to_string(), None)
                        }),
                    );
                }
            }
            Ok(Outcome::NotHere(why)) => {
                rows.push(row(stage.name, &format!("not run: {why}"), None));
            }
            Err(message) => {
                eprintln!("{message}");
                total += Count::FAILED;
                rows.push(row(stage.name, &format!("FAILED: {message}"), Some(took)));
            }
        }
        println!("── {}: {} ──", stage.name, seconds(took));
    }
    println!("\n{:<44} {:>8}  result", "stage", "time");
    for row in rows {
        println!("{row}");
    }
    println!();
    println!("{total}");
    if total.failed == 0 {
        Ok(())
    } else {
        Err("test: something failed, see the table".to_owned())
    }
}

fn row(name: &str, result: &str, took: Option<Duration>) -> String {
    let took = took.map(seconds).unwrap_or_default();
    format!("{name:<44} {took:>8}  {result}")
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}
