//! What the tests share: a unit of one's own, asked through the door, with a
//! calendar that is turned by hand.

#[cfg(feature = "window")]
pub mod window;

#[cfg(feature = "bench")]
pub mod bench;
pub mod pdf;
pub mod synthetic;

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, TimeZone, Utc};
use hemvist_core::accounts::Cost;
use hemvist_core::{Desk, Error, Moment};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Long enough to be taken.
pub const PASSWORD: &str = "ett rimligt långt lösenord";

/// The name of the one who works in the tests' units.
pub const USER: &str = "Prov Provsson";

/// A program of ours as this build made it; build it first.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().unwrap_or_default();
    // Tests lie in `deps/` below the programs.
    let folder = own
        .ancestors()
        .find(|it| it.file_name().is_some_and(|it| it != "deps") && it.is_dir());
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    folder.unwrap_or(Path::new("")).join(file)
}

/// The repository's root.
#[must_use]
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate lies in the repository")
}

/// The time of the `number`th request of a day: from noon, a second each.
#[must_use]
pub fn moment(today: NaiveDate, number: i64) -> Moment {
    let noon = today.and_hms_opt(11, 0, 0).expect("noon");
    Moment {
        at: Utc.from_utc_datetime(&noon) + chrono::Duration::seconds(number),
        today,
        asked_day: None,
    }
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele
/// and others, 2014).
pub struct Dice(pub u64);

impl Dice {
    /// The next throw, below `sides`.
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (it ^ (it >> 31)) % sides.max(1)
    }
}

/// A unit in a folder of its own.
pub struct Unit {
    folder: TempDir,
    desk: Desk,
    /// The calendar day; turned by assigning it.
    pub today: NaiveDate,
    seconds: i64,
}

impl Unit {
    /// An empty unit on a day, with a supervisor signed in.
    #[must_use]
    pub fn on(day: &str) -> Self {
        let mut unit = Self::closed(day);
        let path = unit.path();
        unit.ask(
            "create_unit",
            json!({ "path": path, "municipality": "Björkvik", "committee": "Socialnämnden", "user_name": USER, "password": PASSWORD }),
        );
        unit
    }

    /// The practice unit, on its own first day.
    #[must_use]
    pub fn practice() -> Self {
        let mut unit = Self::closed("2026-11-23");
        let path = unit.path();
        unit.ask(
            "create_practice",
            json!({ "path": path, "password": PASSWORD }),
        );
        unit
    }

    fn closed(day: &str) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a scratch folder"),
            desk: Desk::new(Cost::TESTS_ONLY),
            today: day.parse().expect("a day"),
            seconds: 0,
        }
    }

    /// Locks, and signs in again with the usual name and password.
    #[track_caller]
    pub fn lock_and_sign_in(&mut self) {
        self.ask("lock", json!({}));
        self.ask("sign_in", json!({ "name": USER, "password": PASSWORD }));
    }

    /// Where the unit's file lies.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("unit.hemvist")
    }

    /// The folder of the unit's files.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The time of the next request: noon, a second later each time.
    pub fn moment(&mut self) -> Moment {
        self.seconds += 1;
        moment(self.today, self.seconds)
    }

    /// Asks, and may be refused.
    ///
    /// # Errors
    /// As the door answers.
    pub fn call(&mut self, name: &str, input: Value) -> Result<Value, Error> {
        let moment = self.moment();
        self.desk.call(name, input, moment)
    }

    /// Asks what must succeed.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    pub fn ask(&mut self, name: &str, input: Value) -> Value {
        match self.call(name, input) {
            Ok(answer) => answer,
            Err(err) => panic!(
                "{name} was refused: {err} {}",
                serde_json::to_string(&err).unwrap_or_default()
            ),
        }
    }

    /// Asks what must be refused, and gives the refusal as the window gets it.
    ///
    /// # Panics
    /// When it succeeds.
    #[track_caller]
    pub fn refused(&mut self, name: &str, input: Value) -> Value {
        match self.call(name, input) {
            Ok(answer) => panic!("{name} was not refused: {answer}"),
            Err(err) => serde_json::to_value(&err).expect("errors are JSON"),
        }
    }

    /// Saves one field that was `was`.
    #[track_caller]
    pub fn save(
        &mut self,
        entity: &str,
        id: &str,
        field: &str,
        was: Option<&str>,
        value: &str,
    ) -> Value {
        self.ask(
            "save_field",
            json!({ "entity": entity, "id": id, "field": field, "value": value, "was": was }),
        )
    }

    /// The desk itself.
    pub fn desk(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

impl Unit {
    /// A home that is approved and checked for everything, with one carer.
    ///
    /// # Panics
    /// When the door refuses it.
    #[track_caller]
    pub fn approved_home(&mut self, name: &str, number: &str, places: u32) -> String {
        let home = self.ask(
            "create_home",
            json!({ "name": name, "kind": "familjehem", "locality": "Åmåla" }),
        );
        let home = home.as_str().expect("a key").to_owned();
        let person = self.ask(
            "add_person",
            json!({ "home": home, "given_name": "Prov", "family_name": name, "role": "carer", "personal_number": number }),
        );
        for register in [
            "belastningsregistret",
            "misstankeregistret",
            "socialregister_egen",
            "kronofogden",
            "forsakringskassan",
        ] {
            let check = self.ask(
                "ask_check",
                json!({ "person": person, "register": register }),
            );
            let check = check.as_str().expect("a key").to_owned();
            let today = self.today.to_string();
            self.save("register_check", &check, "received_on", None, &today);
            self.save("register_check", &check, "result", None, "no_remark");
        }
        self.ask("add_scope", json!({ "home": home, "care": "familjehem", "age_from": 0, "age_to": 18, "places": places }));
        let today = self.today.to_string();
        self.save("home", &home, "investigated_on", None, &today);
        home
    }

    /// A nine-year-old with two needs and a weighed network.
    ///
    /// # Panics
    /// When the door refuses it.
    #[track_caller]
    pub fn child(&mut self, name: &str) -> String {
        let child = self.ask(
            "create_child",
            json!({ "given_name": name, "family_name": "Provbarn", "personal_number": "20170101-2393", "care": "familjehem", "start_on": "2026-12-01", "case_number": "2026-0417" }),
        );
        let child = child.as_str().expect("a key").to_owned();
        self.ask("add_need", json!({ "child": child, "need_key": "adhd", "importance": "essential", "source": "BUP", "text": "Van vid adhd" }));
        self.ask("add_need", json!({ "child": child, "need_key": "cat", "importance": "wish", "own_words": true, "text": "Jag vill ha med min katt." }));
        self.ask("add_network_person", json!({ "child": child, "name": "Mormor", "relation": "mormor", "outcome": "declined", "reason": "Orkar inte." }));
        child
    }
}
