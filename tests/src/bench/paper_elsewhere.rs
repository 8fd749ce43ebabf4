//! The same paper by WeasyPrint and by Typst, each warm inside one Python process.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hemvist_documents::{Block, Inline, Paper, Text};

use super::Outcome;
use super::made::Made;
use super::times::Times;

/// Another program's times.
pub struct Other {
    /// Its name.
    pub name: String,
    /// What it took.
    pub times: Times,
}

/// Runs `work` once cold and `n` times more; prints each warm time in milliseconds.
const HARNESS: &str = "
import time, sys
def measure(n, work):
    work()
    for _ in range(n):
        start = time.perf_counter()
        pdf = work()
        print((time.perf_counter() - start) * 1000)
";

/// WeasyPrint, in its plainest way: neither tagged nor archivable.
pub fn weasyprint(paper: &Paper, made: &Made) -> Outcome<Other> {
    let page = made.folder.join("paper.html");
    std::fs::write(&page, html(paper))?;
    let script = format!(
        "{HARNESS}
import weasyprint
measure(5, lambda: weasyprint.HTML(filename=sys.argv[1]).write_pdf())"
    );
    // A distribution's package lies where only the distribution's own Python finds it.
    let times = python("python3", &script, &page, None)
        .or_else(|_| python("/usr/bin/python3", &script, &page, None))
        .map_err(|err| format!("WeasyPrint was not measured: {err}"))?;
    Ok(Other {
        name: "WeasyPrint, warm".to_owned(),
        times,
    })
}

/// Typst, from its wheel, which pip lays beside the made-up units once.
pub fn typst(paper: &Paper, made: &Made) -> Outcome<Other> {
    let wheels = made.folder.join("typst");
    if !wheels.join("typst").is_dir() {
        let done = Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--target"])
            .arg(&wheels)
            .arg("typst")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if !done.is_ok_and(|it| it.success()) {
            return Err("Typst was not measured: pip could not install its wheel.".into());
        }
    }
    let source = made.folder.join("paper.typ");
    std::fs::write(&source, markup(paper))?;
    // Every paragraph differs from round to round, or the compiler would answer
    // from what it remembers of the round before.
    let script = format!(
        "{HARNESS}
import itertools, typst
text = open(sys.argv[1]).read()
rounds = itertools.count(100)
compiler = typst.Compiler(sys.argv[1])
def work():
    with open(sys.argv[1], 'w') as file:
        file.write(text.replace('ett påhittat hem', 'ett påhittat hem %d' % next(rounds)))
    return compiler.compile(format='pdf')
measure(15, work)"
    );
    let times = python("python3", &script, &source, Some(&wheels))
        .map_err(|err| format!("Typst was not measured: {err}"))?;
    Ok(Other {
        name: "Typst, warm".to_owned(),
        times,
    })
}

fn python(program: &str, script: &str, input: &Path, modules: Option<&PathBuf>) -> Outcome<Times> {
    let mut command = Command::new(program);
    command.args(["-c", script]).arg(input);
    if let Some(modules) = modules {
        command.env("PYTHONPATH", modules);
    }
    let output = command.stderr(Stdio::piped()).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().last().unwrap_or("it said nothing").to_owned();
        return Err(last.into());
    }
    let told = String::from_utf8_lossy(&output.stdout);
    Times::from_millis(told.lines().filter_map(|it| it.parse().ok()).collect())
}

fn words(text: &Text) -> String {
    text.0
        .iter()
        .map(|it| match it {
            Inline::Plain(words) | Inline::Bold(words) => words.as_str(),
        })
        .collect()
}

/// The blocks that the ten-page paper has; the texts hold nothing that needs an escape.
fn html(paper: &Paper) -> String {
    let mut out = String::from(
        "<!doctype html><html lang=sv><meta charset=utf-8><title>Placering</title><style>@page { size: A4; margin: 25mm; @bottom-right { content: counter(page) } } body { font: 10pt/1.4 sans-serif; hyphens: auto } table { width: 100%; border-collapse: collapse } td, th { border: .5pt solid; text-align: left; vertical-align: top }</style><body>",
    );
    for block in &paper.blocks {
        // Writing into a string cannot fail.
        let _ = match block {
            Block::Heading { level, text } => write!(out, "<h{level}>{text}</h{level}>"),
            Block::Paragraph(text) => write!(out, "<p>{}</p>", words(text)),
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                let items: String = items
                    .iter()
                    .map(|it| format!("<li>{}</li>", words(it)))
                    .collect();
                write!(out, "<{tag}>{items}</{tag}>")
            }
            Block::Facts(facts) => {
                let rows: String = facts
                    .iter()
                    .map(|it| format!("<dt>{}</dt><dd>{}</dd>", it.label, words(&it.value)))
                    .collect();
                write!(out, "<dl>{rows}</dl>")
            }
            Block::Table(table) => {
                let head: String = table
                    .columns
                    .iter()
                    .map(|it| format!("<th>{}</th>", it.header))
                    .collect();
                let rows: String = table
                    .rows
                    .iter()
                    .map(|row| {
                        let cells: String = row
                            .iter()
                            .map(|it| format!("<td>{}</td>", words(it)))
                            .collect();
                        format!("<tr>{cells}</tr>")
                    })
                    .collect();
                write!(out, "<table><thead><tr>{head}</tr></thead>{rows}</table>")
            }
            _ => Ok(()),
        };
    }
    out
}

/// The same in Typst's markup.
fn markup(paper: &Paper) -> String {
    let mut out = String::from(
        "#set document(title: \"Placering\", date: none)\n#set page(paper: \"a4\", margin: 25mm, numbering: \"1\")\n#set text(lang: \"sv\", size: 10pt, hyphenate: true)\n#set par(justify: false)\n",
    );
    for block in &paper.blocks {
        let _ = match block {
            Block::Heading { level, text } => {
                write!(out, "{} {text}\n\n", "=".repeat(usize::from(*level)))
            }
            Block::Paragraph(text) => write!(out, "{}\n\n", words(text)),
            Block::List { ordered, items } => {
                let mark = if *ordered { '+' } else { '-' };
                let items: String = items
                    .iter()
                    .map(|it| format!("{mark} {}\n", words(it)))
                    .collect();
                writeln!(out, "{items}")
            }
            Block::Facts(facts) => {
                let rows: String = facts
                    .iter()
                    .map(|it| format!("/ {}: {}\n", it.label, words(&it.value)))
                    .collect();
                writeln!(out, "{rows}")
            }
            Block::Table(table) => {
                let cells = |row: Vec<String>| -> String {
                    row.iter().map(|it| format!("[{it}], ")).collect()
                };
                let head = cells(table.columns.iter().map(|it| it.header.clone()).collect());
                let rows: String = table
                    .rows
                    .iter()
                    .map(|row| cells(row.iter().map(words).collect()))
                    .collect();
                write!(
                    out,
                    "#table(columns: (1.3fr, 2.6fr, .8fr), table.header({head}), {rows})\n\n"
                )
            }
            _ => Ok(()),
        };
    }
    out
}
