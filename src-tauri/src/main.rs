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

/// The child's own main, for the process that reads a strange spreadsheet.
fn read_sheet() -> ExitCode {
    // Spreadsheets come with the exchange capability's child.
    ExitCode::from(2)
}
