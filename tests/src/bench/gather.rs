//! One child against every home: the matching alone, with the register read, and through the door.

use std::collections::BTreeMap;
use std::io::BufWriter;
use std::path::Path;
use std::time::{Duration, Instant};

use hemvist_core::children;
use hemvist_core::matching::facts::{CareKind, HomeFacts, Level};
use hemvist_core::matching::{FrozenQuestion, MatchingRules, ask, match_child, synthetic};
use hemvist_core::store::{Read, swedish_order};
use serde_json::json;

use super::made::{Made, desk, store};
use super::table::{Table, Target};
use super::times::Times;
use super::{Outcome, TODAY, moment};
use crate::synthetic::CHILD;

/// Times the file is opened to match for the first time.
const OPENINGS: usize = 7;

/// All of it.
pub fn measure(table: &mut Table, made: &Made) -> Outcome<()> {
    let unit = synthetic::unit(made.seed, made.size.homes, made.size.answers, TODAY);
    let pure = Times::of(2, 21, || {
        std::hint::black_box(match_child(&unit.question(swedish_order)));
        Ok(())
    })?;
    let sheet = made.folder.join("homes.csv");
    export(&unit, &sheet)?;
    let filter = Times::of(1, 11, || {
        std::hint::black_box(filtered(&unit, &sheet)?);
        Ok(())
    })?;
    table.add(
        "Match one child, ten needs",
        &pure,
        Some(Target::Median(50.0)),
        &[("filter of a sheet (csv)", &filter)],
    );
    let filter = [("filter of a sheet (csv)", &filter)];
    from_the_file(table, made, &filter)?;
    through_the_door(table, made)
}

/// The list of homes, with what it is made of read from the file or kept since the last.
fn from_the_file(table: &mut Table, made: &Made, beside: &[(&str, &Times)]) -> Outcome<()> {
    let rules = MatchingRules::shipped();
    let (mut first, mut floor) = (Vec::new(), Vec::new());
    let mut next = None;
    for _ in 0..OPENINGS {
        let (file, caller) = store(&made.path)?;
        file.read(&caller, |read| {
            let card = children::card(read, &children::ChildId(CHILD.to_owned()))?;
            let once = || ask::list(read, &card, &rules, &BTreeMap::new());
            let start = Instant::now();
            std::hint::black_box(once()?);
            first.push(start.elapsed());
            next = Some(Times::of(1, 21, || {
                std::hint::black_box(once()?);
                Ok(())
            }));
            Ok(())
        })?;
        drop(file);
        // The same rows in a connection that has read nothing yet, looked at and no more.
        let (file, caller) = store(&made.path)?;
        floor.push(file.read(&caller, |read| bare(read))?);
    }
    let (first, floor) = (Times::from(first)?, Times::from(floor)?);
    let next = next.ok_or("nothing was measured")??;
    table.add(
        "… the first after opening, read from the file",
        &first,
        Some(Target::Median(50.0)),
        &[("a bare SELECT over the same rows", &floor), beside[0]],
    );
    table.add("… the next", &next, Some(Target::Median(50.0)), beside);
    Ok(())
}

/// What a program pays that only steps over the rows that are asked for.
fn bare(read: &Read<'_>) -> hemvist_core::Result<Duration> {
    let start = Instant::now();
    for sql in [
        "SELECT count(said_on) FROM capability WHERE gone_at IS NULL AND need_key IN (SELECT need_key FROM need WHERE child_id = ?1)",
        "SELECT count(received_on) FROM register_check WHERE gone_at IS NULL AND ?1 <> ''",
        "SELECT count(birth_date) FROM person WHERE gone_at IS NULL AND ?1 <> ''",
        "SELECT count(name) FROM home WHERE ended_on IS NULL AND ?1 <> ''",
        "SELECT count(care) FROM scope WHERE gone_at IS NULL AND ?1 <> ''",
        "SELECT count(started_on) FROM placement WHERE gone_at IS NULL AND ?1 <> ''",
    ] {
        let mut statement = read.conn().prepare(sql)?;
        let rows: i64 = statement.query_row([CHILD], |row| row.get(0))?;
        std::hint::black_box(rows);
    }
    Ok(start.elapsed())
}

/// The same as the window asks it: with its line of history and as JSON.
fn through_the_door(table: &mut Table, made: &Made) -> Outcome<()> {
    let ask =
        |desk: &mut hemvist_core::Desk| desk.call("match_child", json!({ "id": CHILD }), moment(6));
    let mut first = Vec::new();
    for _ in 0..OPENINGS {
        let mut desk = desk(&made.path)?;
        let start = Instant::now();
        ask(&mut desk)?;
        first.push(start.elapsed());
    }
    table.add(
        "… the first, through the door",
        &Times::from(first)?,
        None,
        &[],
    );
    let mut desk = desk(&made.path)?;
    let next = Times::of(2, 21, || Ok(drop(ask(&mut desk)?)))?;
    table.add(
        "… the next, through the door",
        &next,
        Some(Target::Median(50.0)),
        &[],
    );
    let list = ask(&mut desk)?;
    let home = &list["result"]["bands"][3]["groups"][0]["homes"][0]["home"];
    let opened = Times::of(1, 21, || {
        let input = json!({ "child": CHILD, "homes": [home] });
        Ok(drop(desk.call("match_reasons", input, moment(7))?))
    })?;
    table.add(
        "… all reasons of one home, through the door",
        &opened,
        None,
        &[],
    );
    Ok(())
}

/// The sheet a unit would keep: a row a home, a column a need.
fn export(unit: &FrozenQuestion, path: &Path) -> Outcome<()> {
    let mut out = csv::Writer::from_writer(BufWriter::new(std::fs::File::create(path)?));
    let needs = unit.homes.first().map_or(0, |it| it.capabilities.len());
    let mut head: Vec<String> = ["hem", "vård", "från", "till", "platser", "upptagna", "paus"]
        .map(str::to_owned)
        .to_vec();
    head.extend((0..needs).map(|it| format!("behov_{it:02}")));
    out.write_record(&head)?;
    for home in &unit.homes {
        out.write_record(row(home))?;
    }
    out.flush()?;
    Ok(())
}

fn row(home: &HomeFacts) -> Vec<String> {
    let scope = home.scopes.first();
    let number = |it: Option<u8>| it.map(|it| it.to_string()).unwrap_or_default();
    let mut res = vec![
        home.name.clone(),
        scope.map_or("", |it| word(&it.care_kinds)).to_owned(),
        number(scope.and_then(|it| it.age_from)),
        number(scope.and_then(|it| it.age_to)),
        scope.map_or(0, |it| it.places).to_string(),
        home.taken.own.to_string(),
        if home.pauses.is_empty() { "" } else { "ja" }.to_owned(),
    ];
    res.extend(home.capabilities.iter().map(|it| {
        match it.level {
            Level::Yes => "ja",
            Level::WithSupport => "med stöd",
            Level::No => "nej",
            Level::Unknown => "",
        }
        .to_owned()
    }));
    res
}

fn word(kinds: &[CareKind]) -> &'static str {
    if kinds.contains(&CareKind::Familjehem) {
        "familjehem"
    } else {
        "jourhem"
    }
}

/// What a person does there: reads the sheet in and sets one filter a column.
fn filtered(unit: &FrozenQuestion, path: &Path) -> Outcome<usize> {
    let mut rows = csv::Reader::from_path(path)?;
    let needs = unit.child.needs.len();
    let mut left = 0;
    for row in rows.records() {
        let row = row?;
        let cell = |at: usize| row.get(at).unwrap_or_default();
        let number = |at: usize| cell(at).parse::<u32>().unwrap_or(0);
        let fits = cell(1) == "familjehem"
            && (number(2)..=number(3)).contains(&9)
            && number(4) > number(5)
            && cell(6).is_empty()
            && (7..7 + needs).all(|at| cell(at) != "nej");
        left += usize::from(fits);
    }
    Ok(left)
}
