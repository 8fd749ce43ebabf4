//! The table that the bench ends in: what, ours, beside, ratio, target, met or not.

use std::io::{self, Write};

use super::times::Times;

/// Which figure a target speaks of.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// Median, in milliseconds.
    Median(f64),
    /// 95th percentile, in milliseconds.
    P95(f64),
    /// At most so many times the first thing beside it, median against median.
    #[cfg_attr(
        not(feature = "window"),
        expect(dead_code, reason = "only the window's start has one")
    )]
    Ratio(f64),
    /// At most so many megabytes.
    Megabytes(f64),
}

/// One line.
struct Line {
    what: String,
    ours: String,
    beside: String,
    ratio: String,
    target: String,
    met: &'static str,
}

/// Lines and notes, printed when all is measured.
pub struct Table {
    machine: String,
    lines: Vec<Line>,
    notes: Vec<String>,
}

impl Table {
    /// An empty one, measured on `machine`.
    pub fn new(machine: String) -> Self {
        Self {
            machine,
            lines: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// One measurement, and what stands beside it.
    pub fn add(
        &mut self,
        what: &str,
        ours: &Times,
        target: Option<Target>,
        beside: &[(&str, &Times)],
    ) {
        let first = beside.first().map(|(_, it)| ours.median() / it.median());
        let (target, met) = match target {
            None => (String::new(), ""),
            Some(Target::Median(most)) => (format!("< {}", ms(most)), yes(ours.median() < most)),
            Some(Target::P95(most)) => (format!("p95 < {}", ms(most)), yes(ours.p95() < most)),
            Some(Target::Ratio(most)) => (
                format!("≤ {most} times"),
                first.map_or("not measured", |it| yes(it <= most)),
            ),
            Some(Target::Megabytes(_)) => (String::new(), ""),
        };
        let mut line = Line {
            what: what.to_owned(),
            ours: figures(ours),
            beside: String::new(),
            ratio: String::new(),
            target,
            met,
        };
        let mut others = beside.iter();
        if let Some((name, times)) = others.next() {
            line.beside = format!("{name}: {}", figures(times));
            line.ratio = ratio(ours, times);
        }
        self.lines.push(line);
        for (name, times) in others {
            self.lines.push(Line {
                what: String::new(),
                ours: String::new(),
                beside: format!("{name}: {}", figures(times)),
                ratio: ratio(ours, times),
                target: String::new(),
                met: "",
            });
        }
    }

    /// A number of bytes.
    pub fn add_bytes(&mut self, what: &str, bytes: u64, target: Target) {
        let mb = bytes as f64 / 1e6;
        let (target, met) = match target {
            Target::Megabytes(most) => (format!("< {most} MB"), yes(mb < most)),
            _ => (String::new(), ""),
        };
        self.lines.push(Line {
            what: what.to_owned(),
            ours: format!("{mb:.0} MB"),
            beside: String::new(),
            ratio: String::new(),
            target,
            met,
        });
    }

    /// Something that could not be measured, or that the reader must know.
    pub fn note(&mut self, note: &str) {
        self.notes.push(note.to_owned());
    }

    /// Prints everything.
    pub fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let head = ["What", "Ours", "Beside", "Ratio", "Target", "Met"].map(str::to_owned);
        let rows: Vec<[String; 6]> = std::iter::once(head)
            .chain(self.lines.iter().map(|it| {
                [
                    it.what.clone(),
                    it.ours.clone(),
                    it.beside.clone(),
                    it.ratio.clone(),
                    it.target.clone(),
                    it.met.to_owned(),
                ]
            }))
            .collect();
        let width = |at: usize| {
            rows.iter()
                .map(|row| row[at].chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..6).map(width).collect();
        for (number, row) in rows.iter().enumerate() {
            let cells: Vec<String> = row
                .iter()
                .zip(&widths)
                .map(|(text, width)| format!("{text:<width$}"))
                .collect();
            writeln!(out, "{}", cells.join("  ").trim_end())?;
            if number == 0 {
                writeln!(out, "{}", "-".repeat(widths.iter().sum::<usize>() + 10))?;
            }
        }
        writeln!(
            out,
            "\nTimes in milliseconds: median (p95; n). A ratio below one: ours is faster. {}.",
            self.machine
        )?;
        for note in &self.notes {
            writeln!(out, "{note}")?;
        }
        Ok(())
    }
}

fn yes(met: bool) -> &'static str {
    if met { "met" } else { "NOT met" }
}

fn ms(millis: f64) -> String {
    if millis >= 1000.0 {
        format!("{} s", millis / 1000.0)
    } else {
        format!("{millis} ms")
    }
}

fn short(millis: f64) -> String {
    match millis {
        it if it < 1.0 => format!("{it:.3}"),
        it if it < 100.0 => format!("{it:.1}"),
        it => format!("{it:.0}"),
    }
}

fn figures(times: &Times) -> String {
    format!(
        "{} ({}; {})",
        short(times.median()),
        short(times.p95()),
        times.n()
    )
}

fn ratio(ours: &Times, beside: &Times) -> String {
    let ratio = ours.median() / beside.median();
    if ratio < 0.1 {
        format!("{ratio:.3}")
    } else if ratio < 10.0 {
        format!("{ratio:.2}")
    } else {
        format!("{ratio:.0}")
    }
}
