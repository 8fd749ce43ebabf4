//! The program opens no network socket: watched by the kernel while it works.

use super::Outcome;
use super::stages::window_tests;
use crate::tree::Tree;

/// `tests/sockets.rs` runs the programs under strace.
pub fn sockets(tree: &Tree) -> Result<Outcome, String> {
    if !cfg!(target_os = "linux") {
        return Ok(Outcome::NotHere("strace exists on Linux only".to_owned()));
    }
    window_tests(tree, "sockets", &["sockets"])
}
