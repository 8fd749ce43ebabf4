//! `cargo xtask bench`: measures, prints a table, and never fails because something was slow.

use std::process::ExitCode;

fn main() -> ExitCode {
    match hemvist_tests::bench::run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            use std::io::Write;
            // Nobody is left to tell when standard error is gone.
            let _ = writeln!(std::io::stderr(), "bench: {err}");
            ExitCode::FAILURE
        }
    }
}
