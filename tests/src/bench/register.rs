//! Opening, listing, searching and saving, beside plain SQLite and a bare disk.

use std::fs::OpenOptions;
use std::io::{Seek, Write};
use std::path::Path;
use std::time::Instant;

use hemvist_core::Desk;
use hemvist_core::accounts::{Cost, Envelope, FileKey, Keys, UserId};
use hemvist_core::matching::synthetic::Dice;
use rusqlite::Connection;
use serde_json::{Value, json};

use super::made::{Made, desk, first_homes, store};
use super::table::{Table, Target};
use super::times::Times;
use super::{Outcome, moment};
use crate::PASSWORD;

/// All of it.
pub fn measure(table: &mut Table, made: &Made) -> Outcome<()> {
    opening(table, made)?;
    let mut desk = desk(&made.path)?;
    let homes = first_homes(&mut desk)?;
    let typed = typed(&homes, made.seed);
    let list = Times::of(2, 40, || ask(&mut desk, "home_list", json!({})))?;
    let free = Times::of(2, 20, || {
        let query = json!({ "free_only": true, "sort": "free", "age": 9 });
        ask(&mut desk, "home_list", query)
    })?;
    let mut texts = typed.iter();
    let search = Times::of(5, typed.len() - 5, || {
        let text = texts.next().ok_or("too few prefixes")?;
        ask(&mut desk, "search", json!({ "text": text }))
    })?;
    let save = saving(&mut desk, &homes)?;
    drop(desk);
    beside(table, made, &typed, &[list, free, search, save])
}

fn ask(desk: &mut Desk, name: &str, input: Value) -> Outcome<()> {
    desk.call(name, input, moment(4))?;
    Ok(())
}

/// From the right password to the first list, with a key that costs nothing to
/// come by: the price of guessing is set on purpose and stands by itself.
fn opening(table: &mut Table, made: &Made) -> Outcome<()> {
    let open = |path: &Path, times: usize| -> Outcome<Times> {
        let mut taken = Vec::new();
        for _ in 0..times {
            let mut desk = Desk::new(Cost::TESTS_ONLY);
            desk.call("open_unit", json!({ "path": path }), moment(0))?;
            let start = Instant::now();
            desk.call("sign_in_alone", json!({ "password": PASSWORD }), moment(1))?;
            desk.call("home_list", json!({}), moment(2))?;
            taken.push(start.elapsed());
        }
        Times::from(taken)
    };
    table.add(
        "Open, to the first list",
        &open(&made.path, 11)?,
        Some(Target::Median(1000.0)),
        &[("an empty file", &open(&made.empty, 11)?)],
    );
    let keys = Keys {
        user: Some(UserId("somebody".to_owned())),
        name: "Prov Provsson".to_owned(),
        file: FileKey::new(),
    };
    let mut envelope = Envelope::new("a unit");
    envelope.seal(&keys, PASSWORD, Cost::STRONG)?;
    let key = Times::of(0, 5, || {
        envelope.open_only(PASSWORD)?;
        Ok(())
    })?;
    table.add(
        "Password to key (Argon2id, meant to be slow)",
        &key,
        None,
        &[],
    );
    Ok(())
}

/// What people type: beginnings of names, places, telephones and numbers.
fn typed(homes: &[Value], seed: u64) -> Vec<String> {
    let mut dice = Dice::new(seed);
    let mut res = Vec::new();
    while res.len() < 405 {
        let whole = match dice.below(6) {
            0 => format!("0123-{:03} {:02}", dice.below(100), dice.below(100)),
            1 => format!("19{:02}{:02}", 50 + dice.below(40), 1 + dice.below(12)),
            2 => dice
                .pick(&["Alva", "Örjan", "Åke", "Wiking", "Björn"])
                .to_owned(),
            3 => "finns inte alls".to_owned(),
            _ if homes.is_empty() => "Familjen".to_owned(),
            _ => {
                let home = &homes[dice.below(homes.len() as u64) as usize];
                let field = dice.pick(&["name", "name", "locality"]);
                let text = home[field].as_str().unwrap_or("Familjen");
                text.trim_start_matches("Familjen ").to_owned()
            }
        };
        let letters = 2 + dice.below(8) as usize;
        res.push(whole.chars().take(letters).collect());
    }
    res
}

/// One field of one home, over and over, each time another text.
fn saving(desk: &mut Desk, homes: &[Value]) -> Outcome<Times> {
    let home = homes.first().ok_or("a unit without homes")?["id"].clone();
    let card = desk.call("home_card", json!({ "id": home }), moment(5))?;
    let mut was = card["description"].clone();
    let mut number = 0;
    Times::of(5, 200, || {
        number += 1;
        let text = format!("Påhittad beskrivning nummer {number}.");
        let input = json!({ "entity": "home", "id": home, "field": "description", "value": text, "was": was });
        desk.call("save_field", input, moment(10 + number))?;
        was = text.into();
        Ok(())
    })
}

fn beside(table: &mut Table, made: &Made, typed: &[String], ours: &[Times; 4]) -> Outcome<()> {
    let [list, free, search, save] = ours;
    let (store, caller) = store(&made.path)?;
    let bare = store.read(&caller, |read| {
        let count = |sql: &str, text: Option<&str>| -> Outcome<()> {
            let mut statement = read.conn().prepare_cached(sql)?;
            let mut rows = match text {
                Some(text) => statement.query([text])?,
                None => statement.query(())?,
            };
            while rows.next()?.is_some() {}
            Ok(())
        };
        let measured = || -> Outcome<[Times; 3]> {
            let nothing = Times::of(5, 400, || count("SELECT 1", None))?;
            let list = Times::of(2, 40, || {
                count("SELECT id, name, kind, locality, municipality FROM home WHERE gone_at IS NULL ORDER BY name COLLATE sv LIMIT 100", None)
            })?;
            let mut texts = typed.iter();
            let search = Times::of(5, typed.len() - 5, || {
                let text = texts.next().ok_or("too few prefixes")?;
                count("SELECT id, name FROM home WHERE gone_at IS NULL AND (name LIKE '%' || ?1 || '%' OR locality LIKE '%' || ?1 || '%') LIMIT 12", Some(text))?;
                count("SELECT id, given_name FROM person WHERE gone_at IS NULL AND given_name || ' ' || family_name LIKE '%' || ?1 || '%' LIMIT 12", Some(text))
            })?;
            Ok([nothing, list, search])
        };
        Ok(measured())
    })??;
    let [nothing, plain_list, plain_search] = &bare;
    let (disk, plain_save) = (disk(&made.folder)?, plain_save(&made.folder)?);
    table.add(
        "List of homes, first page",
        list,
        None,
        &[("plain SELECT", plain_list), ("SELECT 1", nothing)],
    );
    table.add("List, free places for a nine-year-old", free, None, &[]);
    table.add(
        "Search as typed",
        search,
        Some(Target::P95(30.0)),
        &[("plain LIKE", plain_search), ("SELECT 1", nothing)],
    );
    table.add(
        "Save one field, durable",
        save,
        Some(Target::P95(30.0)),
        &[
            ("plain SQLite, unencrypted", &plain_save),
            ("write and fsync of 4 kB", &disk),
        ],
    );
    Ok(())
}

/// What no save can be faster than.
fn disk(folder: &Path) -> Outcome<Times> {
    let path = folder.join("bare");
    let mut file = OpenOptions::new()
        .create(true)
        .truncate(true)
        .write(true)
        .open(&path)?;
    let times = Times::of(5, 200, || {
        file.rewind()?;
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        Ok(())
    });
    std::fs::remove_file(path)?;
    times
}

/// The same text into one row of a file without encryption, history or rules.
fn plain_save(folder: &Path) -> Outcome<Times> {
    let folder = tempfile::tempdir_in(folder)?;
    let conn = Connection::open(folder.path().join("plain"))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO plain VALUES (1, '');",
    )?;
    let mut number = 0;
    Times::of(5, 200, || {
        number += 1;
        let text = format!("Påhittad beskrivning nummer {number}.");
        conn.prepare_cached("UPDATE plain SET text = ?1 WHERE id = 1")?
            .execute([text])?;
        Ok(())
    })
}
