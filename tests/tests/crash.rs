//! Killed at any moment: nothing acknowledged is lost, and the file opens.
//!
//! A process of its own saves without end and says each save once it was answered
//! (`src/bin/saver.rs`); it is killed at seeded moments, as by a power switch for one
//! program. A power cut for the whole machine is not tried here: the disk is honest.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};
use std::thread;
use std::time::{Duration, Instant};

use hemvist_core::Desk;
use hemvist_core::accounts::Cost;
use hemvist_tests::{Dice, PASSWORD, USER, Unit, moment};
use serde_json::{Value, json};

/// Units of their own, so that no file grows until its checking takes the time.
const UNITS: u64 = 6;
/// Kills in each.
const ROUNDS: i64 = 50;
/// Far more than a round saves, so that numbers never meet.
const STEP: i64 = 10_000;
const SEED: u64 = 20_261_123;

/// A process that is being started holds what this one has open, for a moment. So none is
/// started (write) while a unit is open here (read): its lock file would seem taken.
static STARTING: RwLock<()> = RwLock::new(());

/// As long as this is held, this process may have units open.
fn opening() -> RwLockReadGuard<'static, ()> {
    STARTING.read().unwrap_or_else(PoisonError::into_inner)
}

/// What was acknowledged, over all rounds.
#[derive(Default)]
struct Said {
    homes: BTreeMap<String, i64>,
    notes: BTreeMap<String, i64>,
    drafts: BTreeMap<String, i64>,
    field: i64,
    lines: u64,
    killed_before_open: u64,
}

impl Said {
    fn hear(&mut self, line: &str) {
        let mut parts = line.split(' ');
        let (Some(kind), Some(number), Some(key)) = (parts.next(), parts.next(), parts.next())
        else {
            panic!("the saver said {line:?}");
        };
        let number: i64 = number.parse().expect("a number");
        match kind {
            "open" => return,
            "home" => drop(self.homes.insert(key.to_owned(), number)),
            "note" => drop(self.notes.insert(key.to_owned(), number)),
            "draft" => drop(self.drafts.insert(key.to_owned(), number)),
            "field" => self.field = number,
            _ => panic!("the saver said {line:?}"),
        }
        self.lines += 1;
    }
}

/// Starts the saver, and gives the whole lines it says.
fn start(unit: &Path, home: &str, first: i64) -> (Child, Receiver<String>) {
    let mut saver = Command::new(env!("CARGO_BIN_EXE_saver"));
    saver.arg(unit).args([home, &first.to_string()]);
    saver.stdin(Stdio::null()).stdout(Stdio::piped());
    let alone = STARTING.write().unwrap_or_else(PoisonError::into_inner);
    let started = saver.spawn();
    drop(alone);
    let mut child = started.expect("the saver was built beside this test");
    let out = BufReader::new(child.stdout.take().expect("piped"));
    let (tell, told) = channel();
    thread::spawn(move || {
        let mut out = out;
        let mut line = String::new();
        // A line without its end was cut by the kill: it was not said.
        while out.read_line(&mut line).is_ok() && line.ends_with('\n') {
            if tell.send(line.trim_end().to_owned()).is_err() {
                break;
            }
            line.clear();
        }
    });
    (child, told)
}

/// Kills at a moment that the dice choose: in every seventh round any time from the
/// start on, otherwise some microseconds after some acknowledged saves.
fn kill(child: &mut Child, told: &Receiver<String>, dice: &mut Dice, round: i64, said: &mut Said) {
    let mut heard = Vec::new();
    if round % 7 == 0 {
        thread::sleep(Duration::from_micros(dice.below(60_000)));
    } else {
        let saves = 1 + dice.below(12);
        for _ in 0..saves {
            let line = told
                .recv_timeout(Duration::from_secs(30))
                .expect("the saver saves");
            heard.push(line);
        }
        // The moment itself, within the save that is under way; no waiting for anything.
        let moment = Instant::now() + Duration::from_micros(dice.below(4_000));
        while Instant::now() < moment {
            std::hint::spin_loop();
        }
    }
    child.kill().expect("our own child");
    let status = child.wait().expect("our own child");
    assert!(!status.success(), "the saver never ends by itself");
    heard.extend(told.iter());
    if heard.is_empty() {
        said.killed_before_open += 1;
    }
    for line in heard {
        said.hear(&line);
    }
}

fn ask(desk: &mut Desk, number: i64, name: &str, input: Value) -> Value {
    let today = "2026-11-23".parse().expect("a day");
    desk.call(name, input, moment(today, number))
        .unwrap_or_else(|e| panic!("{name} after {number}: {e}"))
}

/// The number at the end of a text.
fn number(text: &Value) -> i64 {
    text.as_str()
        .and_then(|it| it.rsplit(' ').next())
        .and_then(|it| it.parse().ok())
        .unwrap_or(0)
}

/// Opens what was left and gives what is lost of what was acknowledged.
fn lost(path: &Path, home: &str, said: &Said, at: i64, whole: bool) -> Vec<String> {
    let _open = opening();
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    ask(&mut desk, at, "open_unit", json!({ "path": path }));
    ask(
        &mut desk,
        at,
        "sign_in",
        json!({ "name": USER, "password": PASSWORD }),
    );
    let verified = ask(&mut desk, at, "verify", json!({}));
    assert_eq!(verified["whole"], true, "after {at}: {verified}");
    let card = ask(&mut desk, at, "home_card", json!({ "id": home }));
    let mut lost = Vec::new();
    let stands = number(&card["description"]);
    if stands < said.field {
        lost.push(format!("the field's save {}: {stands} stands", said.field));
    }
    let drafts = ask(&mut desk, at, "drafts", json!({ "prefix": "prov/" }));
    for (key, wanted) in &said.drafts {
        let text = drafts.as_array().into_iter().flatten();
        let stands = text
            .filter(|it| it["key"] == key.as_str())
            .map(|it| number(&it["text"]))
            .max();
        if stands.is_none_or(|it| it < *wanted) {
            lost.push(format!("draft {key} {wanted}: {stands:?} stands"));
        }
    }
    let notes: Vec<&str> = card["timeline"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["note"]["id"].as_str())
        .collect();
    for key in said.notes.keys().filter(|it| !notes.contains(&it.as_str())) {
        lost.push(format!("note {key}"));
    }
    for (key, wanted) in &said.homes {
        // Between the rounds only what the latest round made; at the end everything.
        if !whole && *wanted < at - STEP {
            continue;
        }
        let card = ask(&mut desk, at, "home_card", json!({ "id": key }));
        if number(&card["name"]) != *wanted {
            lost.push(format!("home {key} {wanted}"));
        }
    }
    lost
}

/// Rounds in a unit of their own: what was said, and what of it is lost.
fn rounds(seed: u64) -> (Said, Vec<String>) {
    let open = opening();
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Gran" }));
    let home = home.as_str().expect("a key").to_owned();
    unit.ask("lock", json!({}));
    drop(open);
    let path = unit.path();
    let mut dice = Dice(seed);
    let mut said = Said::default();
    let mut all_lost = Vec::new();
    for round in 1..=ROUNDS {
        let first = round * STEP;
        let (mut child, told) = start(&path, &home, first);
        kill(&mut child, &told, &mut dice, round, &mut said);
        let found = lost(&path, &home, &said, first + STEP - 1, round == ROUNDS);
        all_lost.extend(
            found
                .into_iter()
                .map(|it| format!("unit {seed}, round {round}: {it}")),
        );
    }
    (said, all_lost)
}

#[test]
fn nothing_acknowledged_is_lost_in_three_hundred_kills() {
    let begun = Instant::now();
    let units: Vec<u64> = (0..UNITS).map(|it| SEED + it).collect();
    let done: Vec<(Said, Vec<String>)> = thread::scope(|scope| {
        // Each round waits for the disk most of the time.
        let all: Vec<_> = units.iter().map(|it| scope.spawn(|| rounds(*it))).collect();
        let all = all.into_iter().map(|it| it.join().expect("the rounds run"));
        all.collect()
    });
    let sum = |of: fn(&Said) -> u64| done.iter().map(|(said, _)| of(said)).sum::<u64>();
    let lost: Vec<&String> = done.iter().flat_map(|(_, lost)| lost).collect();
    let saves = sum(|it| it.lines);
    // The figures are wanted each time, also when all is well.
    let figures = format!(
        "crash: {} kills, {} before the unit was open; {saves} saves acknowledged ({} homes, {} notes), {} lost; {} s",
        done.len() as i64 * ROUNDS,
        sum(|it| it.killed_before_open),
        sum(|it| it.homes.len() as u64),
        sum(|it| it.notes.len() as u64),
        lost.len(),
        begun.elapsed().as_secs(),
    );
    writeln!(std::io::stdout(), "{figures}").expect("an output");
    assert_eq!(lost, Vec::<&String>::new());
    assert!(saves > 1_000, "the kills came among saves: {saves}");
}

#[test]
fn a_lost_save_would_be_seen() {
    let open = opening();
    let mut unit = Unit::on("2026-11-23");
    let home = unit.ask("create_home", json!({ "name": "Familjen Gran" }));
    let home = home.as_str().expect("a key").to_owned();
    unit.save("home", &home, "description", None, "Beskrivning 4");
    unit.ask("lock", json!({}));
    drop(open);
    let mut said = Said::default();
    for line in [
        "field 4 -",
        "draft 7 prov/0",
        "note 6 018f0000-0000-7000-8000-000000000000",
    ] {
        said.hear(line);
    }
    let found = lost(&unit.path(), &home, &said, 9, true);
    assert_eq!(
        found.len(),
        2,
        "the draft and the note were never saved: {found:?}"
    );
}
