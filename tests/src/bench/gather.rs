//! One child against every home: the matching alone, with the register read, and through the door.

use std::io::BufWriter;
use std::path::Path;

use hemvist_core::matching::facts::{CareKind, HomeFacts, Level};
use hemvist_core::matching::{FrozenQuestion, MatchingRules, ask, match_child, synthetic};
use hemvist_core::{children, store::swedish_order};
use serde_json::json;

use super::made::{Made, desk, store};
use super::table::{Table, Target};
use super::times::Times;
use super::{Outcome, TODAY, moment};
use crate::synthetic::CHILD;

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
    let (file, caller) = store(&made.path)?;
    let gathered = file.read(&caller, |read| {
        let card = children::card(read, &children::ChildId(CHILD.to_owned()))?;
        let rules = MatchingRules::shipped();
        Ok(Times::of(2, 11, || {
            std::hint::black_box(ask::run(read, &card, &rules)?);
            Ok(())
        }))
    })??;
    drop(file);
    table.add(
        "… with the homes read from the file",
        &gathered,
        None,
        &[("filter of a sheet (csv)", &filter)],
    );
    let mut desk = desk(&made.path)?;
    let door = Times::of(1, 5, || {
        desk.call("match_child", json!({ "id": CHILD }), moment(6))?;
        Ok(())
    })?;
    table.add(
        "… and answered as JSON, with its line of history",
        &door,
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
