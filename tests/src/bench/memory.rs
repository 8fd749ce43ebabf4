//! Memory of core work, in a process of its own so that nothing else is counted.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use super::made::{Made, desk, first_homes};
use super::table::{Table, Target};
use super::{Outcome, moment};
use crate::synthetic::CHILD;

/// Runs this program again on the unit and takes what the kernel counted.
pub fn measure(table: &mut Table, made: &Made) -> Outcome<()> {
    if !Path::new("/proc/self/status").exists() {
        table.note("Memory was not measured: it is read from /proc, which exists on Linux only.");
        return Ok(());
    }
    let output = Command::new(std::env::current_exe()?)
        .arg("--memory-of")
        .arg(&made.path)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let told = String::from_utf8_lossy(&output.stdout);
    for line in told.lines() {
        let (what, bytes) = line
            .split_once('\t')
            .ok_or("the child said something else")?;
        table.add_bytes(what, bytes.parse()?, Target::Megabytes(250.0));
    }
    Ok(())
}

/// The other side: ordinary work, and what it took.
pub fn child(path: &str) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    let mut tell = |what: &str| -> Outcome<()> {
        let (most, now) = (kept("VmHWM:")?, kept("VmRSS:")?);
        writeln!(out, "Memory at most, {what}\t{most}")?;
        writeln!(out, "Memory after, {what}\t{now}")?;
        Ok(())
    };
    let mut desk = desk(Path::new(path))?;
    let homes = first_homes(&mut desk)?;
    for (number, home) in (10..).zip(homes.iter().take(100)) {
        let card = desk.call("home_card", json!({ "id": home["id"] }), moment(number))?;
        let text = home["name"].as_str().unwrap_or_default();
        desk.call("search", json!({ "text": text }), moment(number))?;
        let input = json!({ "entity": "home", "id": home["id"], "field": "description", "value": format!("Påhittad text {number}."), "was": card["description"] });
        desk.call("save_field", input, moment(number))?;
    }
    hemvist_documents::render(&super::paper::ten_pages())?;
    tell("lists, cards, searches, saves, a paper")?;
    desk.call("match_child", json!({ "id": CHILD }), moment(900))?;
    tell("and a match through the door")
}

/// A line of the kernel's account of this process, in bytes.
fn kept(name: &str) -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|it| it.strip_prefix(name))
        .ok_or("the kernel does not tell")?;
    let kib: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kib * 1024)
}
