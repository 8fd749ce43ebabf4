//! The window: arguments, and then either the window or the child that reads a
//! strange file.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod clock;
mod desktop;
mod dialogs;
mod idle;
mod log;
mod papers;
mod recent;
mod shell;
mod window;

use std::process::ExitCode;

use hemvist_core::exchange::{CHILD_MEMORY_LIMIT, child_main};

/// Without a limit for the window; the child that reads strange files sets one.
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

fn main() -> ExitCode {
    match arguments::Arguments::read(std::env::args_os().skip(1)) {
        Ok(it) if it.read_sheet => read_sheet(),
        Ok(it) => window::open(it),
        Err(_) => ExitCode::from(2),
    }
}

/// The child's own main: no key, no window, and no more memory than it needs.
fn read_sheet() -> ExitCode {
    if ALLOCATOR.set_limit(CHILD_MEMORY_LIMIT).is_err() {
        return ExitCode::FAILURE;
    }
    match child_main(std::io::stdin().lock(), std::io::stdout().lock()) {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
