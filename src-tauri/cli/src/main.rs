//! The same door without a window: arguments in, answer out, an exit status.

mod arguments;
mod clock;
mod run;
mod tell;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;
use hemvist_core::exchange::{CHILD_ARGUMENT, CHILD_MEMORY_LIMIT, child_main};
use hemvist_core::{Error, Reason};

/// Without a limit; the child that reads strange files sets one.
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

fn main() -> ExitCode {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|it| it == CHILD_ARGUMENT)
    {
        return read_sheet();
    }
    // The usual hook prints the message, which may hold what somebody wrote.
    std::panic::set_hook(Box::new(|_| {}));
    let done = std::panic::catch_unwind(work)
        .unwrap_or_else(|_| Err(Error::internal("panic in the command line")));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            let text = serde_json::to_string(&err).unwrap_or_default();
            let _ = writeln!(std::io::stderr(), "{text}");
            ExitCode::from(if matches!(err, Error::Internal { .. }) {
                1
            } else {
                2
            })
        }
    }
}

fn work() -> hemvist_core::Result<()> {
    match arguments::Arguments::try_parse() {
        Ok(it) => run::run(it),
        Err(err)
            if matches!(
                err.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            ) =>
        {
            tell::line(err.render());
            Ok(())
        }
        // What is quoted is what the person at the keyboard just wrote.
        Err(err) => Err(Error::invalid(
            "arguments",
            Reason::Malformed {
                detail: err.render().to_string().trim_end().to_owned(),
            },
        )),
    }
}

/// The child's own main: no key and no more memory than it needs.
fn read_sheet() -> ExitCode {
    if ALLOCATOR.set_limit(CHILD_MEMORY_LIMIT).is_err() {
        return ExitCode::FAILURE;
    }
    match child_main(std::io::stdin().lock(), std::io::stdout().lock()) {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
