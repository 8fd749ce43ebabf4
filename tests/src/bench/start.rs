//! From the program's start to its first screen, beside a bare Tauri window. Linux only.

use super::Outcome;
use super::table::{Table, Target};
use super::times::Times;
use crate::window::{Start, Window, program};

/// Starts both in turn, so that what else the machine does meets both alike.
pub fn measure(table: &mut Table) {
    match both() {
        Ok((ours, bare)) => table.add(
            "Start of the window, to the first screen",
            &ours,
            Some(Target::Ratio(1.5)),
            &[("a bare Tauri window", &bare)],
        ),
        Err(why) => table.note(&format!("The window's start was not measured: {why}")),
    }
}

fn both() -> Outcome<(Times, Times)> {
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    // The first of each reads the programs from the disk, and does not count.
    for round in 0..8 {
        let (one, other) = (first_screen("hemvist")?, first_screen("examples/bare")?);
        if round > 0 {
            ours.push(one);
            bare.push(other);
        }
    }
    Ok((Times::from_millis(ours)?, Times::from_millis(bare)?))
}

fn first_screen(name: &str) -> Outcome<f64> {
    // The driver cannot reach the private page that the program otherwise has.
    let start = Start::new(&program(name)).env("HEMVIST_TEST", "1");
    let mut window = Window::open(&start)?;
    let painted = window.first_paint()?;
    window.quit()?;
    Ok(painted)
}
