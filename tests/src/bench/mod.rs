//! How fast Hemvist is, beside what one would otherwise use and beside doing nothing.
//!
//! One run measures everything on the same machine, so that what counts is the
//! ratio. Each figure is taken many times; the table tells how many, the median
//! and the 95th percentile. The made-up unit is kept beside the program, since
//! it takes a minute to make.

mod gather;
mod made;
mod memory;
mod paper;
mod paper_elsewhere;
mod register;
#[cfg(feature = "window")]
mod start;
mod table;
mod times;

use std::error::Error;
use std::io::Write;

use chrono::NaiveDate;
use hemvist_core::Moment;

use crate::synthetic::Size;
use made::Made;
use table::Table;

/// Whatever went wrong: a bench has nobody to answer but the one who reads it.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// The practice unit's own first day.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");

/// What was asked for on the command line.
struct Asked {
    size: Size,
    seed: u64,
    fresh: bool,
    window: bool,
}

/// `[--homes N] [--answers N] [--history N] [--seed N] [--fresh] [--no-window]`;
/// `--fresh` makes the unit anew, as after a change to its tables.
///
/// # Errors
/// When something could not be measured at all; never because it was slow.
pub fn run(args: Vec<String>) -> Outcome<()> {
    if let [flag, path] = args.as_slice()
        && flag == "--memory-of"
    {
        return memory::child(path);
    }
    let asked = asked(&args)?;
    let mut out = std::io::stdout().lock();
    let size = asked.size;
    writeln!(
        out,
        "A made-up unit: {} homes with {} answers each, {} lines of history, seed {}.",
        size.homes, size.answers, size.history, asked.seed
    )?;
    let made = Made::unit(size, asked.seed, asked.fresh)?;
    writeln!(out, "{}\n", made.told)?;
    let mut table = Table::new(machine());
    register::measure(&mut table, &made)?;
    gather::measure(&mut table, &made)?;
    paper::measure(&mut table, &made)?;
    memory::measure(&mut table, &made)?;
    #[cfg(feature = "window")]
    if asked.window {
        start::measure(&mut table);
    }
    if !cfg!(feature = "window") || !asked.window {
        table.note("The window's start was not measured.");
    }
    table.print(&mut out)?;
    Ok(())
}

fn asked(args: &[String]) -> Outcome<Asked> {
    let mut res = Asked {
        size: Size {
            homes: 10_000,
            answers: 60,
            history: 1_000_000,
        },
        seed: 1,
        fresh: false,
        window: true,
    };
    let mut args = args.iter();
    while let Some(flag) = args.next() {
        let mut number = || -> Outcome<u32> {
            let text = args
                .next()
                .ok_or_else(|| format!("{flag} takes a number"))?;
            Ok(text.parse()?)
        };
        match flag.as_str() {
            "--homes" => res.size.homes = number()?,
            "--answers" => res.size.answers = number()?,
            "--history" => res.size.history = number()?,
            "--seed" => res.seed = number()?.into(),
            "--fresh" => res.fresh = true,
            "--no-window" => res.window = false,
            _ => return Err(format!("unknown: {flag}").into()),
        }
    }
    Ok(res)
}

/// A request's time; the instant grows so that keys and history lines differ.
fn moment(number: i64) -> Moment {
    let noon = TODAY
        .and_hms_opt(11, 0, 0)
        .expect("a time of day")
        .and_utc();
    Moment {
        at: noon + chrono::Duration::milliseconds(number),
        today: TODAY,
        asked_day: None,
    }
}

/// Processors and how busy they were when the measuring began.
fn machine() -> String {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").ok();
    let load = load.as_deref().and_then(|it| it.split(' ').next());
    match load {
        Some(load) => format!("{processors} processors, load {load} when it began"),
        None => format!("{processors} processors"),
    }
}
