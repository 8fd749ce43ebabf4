//! The house rules as tests: they read the source tree and say which line breaks which rule.
//!
//! Each checker takes text and gives back what is wrong with it, so that the
//! tests beside it can show on a doctored text that it would notice.

mod answers;
mod assets;
mod clocks;
mod core_order;
mod manifests;
mod paths;
mod readme;
mod rust;
mod screens;
mod sql;
mod tree;
mod words;

/// Fails with every violation, one to a line.
#[track_caller]
fn none(rule: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{rule}:\n  {}\n", wrong.join("\n  "));
}
