//! A made-up unit of any size, written as a bundle: same seed, same bytes.
//!
//! Nothing in it is taken from life. Names are plainly invented, personal
//! numbers have the birth numbers of Skatteverket's published test series, and
//! every line of history follows from the one before, so that
//! `exchange::bundle::import` takes the whole as it takes any other unit.

use std::io::{self, Write};

use chrono::{Datelike, Days, NaiveDate};
use hemvist_core::history;
use hemvist_core::law;
use hemvist_core::matching::synthetic::Dice;
use serde_json::{Value, json};

/// How large a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Homes, each with a household, checks, a scope and facts.
    pub homes: u32,
    /// Answers about needs that each home has given.
    pub answers: u32,
    /// Lines of history.
    pub history: u32,
}

/// Key of the child whose needs are matched: ten of them, not placed.
pub const CHILD: &str = "00000000-0000-7000-8000-000000000001";
/// The chain that the made-up history stands in.
const CHAIN: &str = "00000000-0000-7000-8000-00000000c4a1";
const USER: &str = "00000000-0000-7000-8000-000000000002";

const FIRST: &[&str] = &[
    "Påhitt", "Låtsas", "Exempel", "Prov", "Sago", "Dikt", "Fabel", "Fantasi", "Skrock", "Myt",
    "Drömme", "Lek", "Gåt", "Under", "Över", "Trolle", "Älve", "Tomte", "Vätte", "Åsk",
];
const SECOND: &[&str] = &[
    "berg", "ström", "kvist", "lund", "gren", "dal", "mark", "sjö", "holm", "blad", "backe",
    "vall", "hed", "åker", "näs", "vik", "stig", "äng", "rot", "sten", "fors", "hammar", "löv",
    "by", "torp", "skog", "lid", "moss", "ö", "ås",
];
const GIVEN: &[&str] = &[
    "Alva", "Björn", "Cilla", "Disa", "Egon", "Frej", "Gun", "Hilma", "Ivar", "Jorun", "Kåre",
    "Liv", "Måns", "Nora", "Orvar", "Pia", "Rut", "Sixten", "Tyra", "Ulf", "Vera", "Wiking",
    "Yrsa", "Åke", "Ärla", "Örjan",
];
const PLACES: &[&str] = &[
    "Åmåla",
    "Björkvik",
    "Lillsjön",
    "Storhult",
    "Övertorp",
    "Ängsby",
    "Norrdal",
    "Söderfors",
    "Västermo",
    "Östanå",
    "Granliden",
    "Talludden",
];
const TEST_BIRTH_NUMBERS: &[&str] = &["238", "239", "980", "981", "982"];

/// Writes the bundle of a unit as it stands on `today`.
///
/// # Errors
/// Only the output's.
pub fn write(out: &mut dyn Write, seed: u64, size: Size, today: NaiveDate) -> io::Result<()> {
    let mut unit = Writer {
        out,
        dice: Dice::new(seed),
        today,
        ids: 0x10,
    };
    writeln!(
        unit.out,
        "{}",
        json!({ "format": "hemvist-bundle", "version": 1, "practice": true, "municipality": "Björkvik", "committee": "Socialnämnden" })
    )?;
    unit.row(
        "user",
        json!({ "id": USER, "rev": 1, "name": "Sture Syntetsson", "role": "recruiter" }),
    )?;
    unit.matched_child()?;
    let mut homes = Vec::with_capacity(size.homes as usize);
    for number in 0..size.homes {
        homes.push(unit.home(number, size.answers)?);
    }
    unit.history(size.history, &homes)
}

struct Writer<'a> {
    out: &'a mut dyn Write,
    dice: Dice,
    today: NaiveDate,
    ids: u64,
}

impl Writer<'_> {
    fn row(&mut self, table: &str, columns: Value) -> io::Result<()> {
        let text = columns.to_string();
        // The table's name first, as an export has it.
        writeln!(self.out, "{{\"table\":\"{table}\",{}", &text[1..])
    }

    /// A UUID of version 7 whose time part grows with each.
    fn id(&mut self) -> String {
        self.ids += 1;
        let (time, chance) = (0x0180_0000_0000 + self.ids, self.dice.roll());
        format!(
            "{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}",
            time >> 16,
            time & 0xffff,
            chance & 0xfff,
            chance >> 12 & 0xfff,
            chance >> 24 & 0xffff_ffff_ffff
        )
    }

    fn surname(&mut self) -> String {
        format!("{}{}", self.dice.pick(FIRST), self.dice.pick(SECOND))
    }

    fn day(&mut self, most: u64) -> String {
        self.dice.days_before(self.today, most).to_string()
    }

    /// Twelve digits: a birth date, a birth number of the test series, a check digit.
    fn number(&mut self, born: NaiveDate) -> String {
        let twelve = format!(
            "{:04}{:02}{:02}{}",
            born.year(),
            born.month(),
            born.day(),
            self.dice.pick(TEST_BIRTH_NUMBERS)
        );
        // Luhn over the nine digits after the century.
        let sum: u32 = twelve
            .chars()
            .skip(2)
            .filter_map(|it| it.to_digit(10))
            .zip([2, 1].into_iter().cycle())
            .map(|(digit, times)| digit * times)
            .map(|it| it / 10 + it % 10)
            .sum();
        format!("{twelve}{}", (10 - sum % 10) % 10)
    }

    fn born(&mut self, least: u64, spread: u64) -> NaiveDate {
        let born = self.dice.days_before(self.today, spread * 365);
        born.checked_sub_days(Days::new(least * 365))
            .unwrap_or(born)
    }

    fn matched_child(&mut self) -> io::Result<()> {
        let born = self.born(8, 1);
        let number = self.number(born);
        let start = self.today + Days::new(8);
        self.row("child", json!({ "id": CHILD, "rev": 1, "given_name": "Prova", "family_name": "Provbarn", "personal_number": number, "birth_date": born.to_string(), "case_number": "2026-0417", "care": "familjehem", "legal_ground": "sol", "start_on": start.to_string(), "protected": 0, "only_child": 0, "pet_allergy": 0, "own_words": "Jag vill gå kvar i min skola." }))?;
        let weights = ["essential", "important", "wish"];
        for (place, need) in law::needs().iter().take(10).enumerate() {
            let id = self.id();
            let said = self.day(60);
            self.row("need", json!({ "id": id, "rev": 1, "child_id": CHILD, "area": need.area, "need_key": need.key, "text": "Påhittat behov", "importance": weights[place % 3], "source": "Påhittad källa", "said_on": said, "own_words": 0, "after_lock": 0 }))?;
        }
        let id = self.id();
        let weighed = self.day(30);
        self.row("network_person", json!({ "id": id, "rev": 1, "child_id": CHILD, "name": "Påhittad mormor", "relation": "mormor", "outcome": "declined", "reason": "Orkar inte.", "weighed_on": weighed }))
    }

    fn home(&mut self, number: u32, answers: u32) -> io::Result<String> {
        let id = self.id();
        let surname = self.surname();
        let place = self.dice.pick(PLACES);
        let since = self.day(4_000);
        let kind = if self.dice.percent(85) {
            "familjehem"
        } else {
            "jourhem_kontrakterat"
        };
        let ended = self.dice.percent(3).then(|| self.day(300));
        let tail = self.dice.below(100);
        self.row("home", json!({ "id": id, "rev": 1, "name": format!("Familjen {surname} {number}"), "kind": kind, "street": format!("Påhittsvägen {tail}"), "postcode": "123 45", "locality": place, "municipality": "Björkvik", "phone": format!("0123-{:03} {:02}", number / 100 % 1000, number % 100), "protected": 0, "investigated_on": since, "ended_on": ended, "description": "Ett påhittat hem med plats för barn och en lugn vardag." }))?;
        self.household(&id, &surname)?;
        let scope = self.id();
        let age = self.dice.below(8);
        let (to, places) = (age + 6 + self.dice.below(6), 1 + self.dice.below(3));
        let care = if kind == "familjehem" {
            "familjehem"
        } else {
            "jourhem"
        };
        self.row("scope", json!({ "id": scope, "rev": 1, "home_id": id, "care": care, "age_from": age, "age_to": to, "places": places, "decided_on": since, "valid_from": since }))?;
        self.sometimes(&id)?;
        let pets = self
            .dice
            .pick(&["inga", "katt", "hund", "två katter och en hund"]);
        let fact = self.id();
        self.row(
            "home_fact",
            json!({ "id": fact, "rev": 1, "home_id": id, "key": "pets", "value": pets }),
        )?;
        for answer in 0..answers {
            self.answer(&id, answer)?;
        }
        Ok(id)
    }

    fn household(&mut self, home: &str, surname: &str) -> io::Result<()> {
        for _ in 0..=self.dice.below(2) {
            let (person, born) = (self.id(), self.born(28, 40));
            let number = self.number(born);
            let (name, tail) = (self.dice.pick(GIVEN), self.dice.below(10_000));
            self.row("person", json!({ "id": person, "rev": 1, "home_id": home, "given_name": name, "family_name": surname, "personal_number": number, "birth_date": born.to_string(), "role": "carer", "to_check": 1, "protected": 0, "phone": format!("070-174 {tail:04}") }))?;
            for register in law::registers().iter().filter(|it| it.compulsory) {
                let (check, most) = (self.id(), if self.dice.percent(90) { 170 } else { 400 });
                let received = self.day(most);
                self.row("register_check", json!({ "id": check, "rev": 1, "person_id": person, "register": register.key, "asked_on": received, "received_on": received, "result": "no_remark" }))?;
            }
        }
        for _ in 0..self.dice.below(3) {
            let (person, born) = (self.id(), self.born(0, 18));
            let name = self.dice.pick(GIVEN);
            self.row("person", json!({ "id": person, "rev": 1, "home_id": home, "given_name": name, "family_name": surname, "birth_date": born.to_string(), "role": "own_child", "to_check": 0, "protected": 0 }))?;
        }
        Ok(())
    }

    /// What some homes have: a pause, a wish, others' children, a child of ours, a note.
    fn sometimes(&mut self, home: &str) -> io::Result<()> {
        if self.dice.percent(8) {
            let (id, from) = (self.id(), self.day(60));
            self.row("pause", json!({ "id": id, "rev": 1, "home_id": home, "from_day": from, "reason": "Påhittad semester" }))?;
        }
        if self.dice.percent(50) {
            let (id, said) = (self.id(), self.day(700));
            self.row("wish", json!({ "id": id, "rev": 1, "home_id": home, "strength": "could_imagine", "text": "Påhittat önskemål", "said_on": said }))?;
        }
        if self.dice.percent(10) {
            let (id, from) = (self.id(), self.day(900));
            self.row("taken_place", json!({ "id": id, "rev": 1, "home_id": home, "municipality": "Storhult", "places": 1, "from_day": from }))?;
        }
        if self.dice.percent(40) {
            let (child, born) = (self.id(), self.born(1, 17));
            let (name, surname, case) = (
                self.dice.pick(GIVEN),
                self.surname(),
                self.dice.below(9_999),
            );
            self.row("child", json!({ "id": child, "rev": 1, "given_name": name, "family_name": surname, "birth_date": born.to_string(), "case_number": format!("2025-{case:04}"), "care": "familjehem", "protected": 0, "only_child": 0, "pet_allergy": 0 }))?;
            let (id, from) = (self.id(), self.day(900));
            self.row("placement", json!({ "id": id, "rev": 1, "child_id": child, "home_id": home, "regime": "own", "kind": "familjehem", "legal_ground": "sol", "decided_on": from, "started_on": from }))?;
        }
        if self.dice.percent(60) {
            let (id, on) = (self.id(), self.day(400));
            self.row("note", json!({ "id": id, "rev": 1, "home_id": home, "on_day": on, "kind": "call", "text": "Påhittat samtal om hur det går.", "user_id": USER }))?;
        }
        Ok(())
    }

    /// The needs in turn, so that a home with more answers than there are needs has older ones too.
    fn answer(&mut self, home: &str, number: u32) -> io::Result<()> {
        let needs = law::needs();
        let need = &needs[number as usize % needs.len()];
        let (id, said) = (self.id(), self.day(900));
        let level = self.dice.pick(&["yes", "yes", "yes", "with_support", "no"]);
        let evidence = self.dice.pick(&["seen", "assessed", "stated", "stated"]);
        let measure =
            (level == "with_support" && self.dice.percent(50)).then_some("Påhittad handledning");
        self.row("capability", json!({ "id": id, "rev": 1, "home_id": home, "need_key": need.key, "level": level, "evidence": evidence, "measure": measure, "text": "Påhittat svar", "source": "Påhittad källa", "said_on": said }))
    }

    /// One chain of its own, evenly over ten years, about the homes.
    fn history(&mut self, lines: u32, homes: &[String]) -> io::Result<()> {
        let mut previous: Vec<u8> = Vec::new();
        let fields = ["phone", "street", "locality", "description"];
        for seq in 1..=i64::from(lines) {
            let back = (i64::from(lines) - seq) * 3_650 / i64::from(lines.max(1));
            let day = self.today - Days::new(back.unsigned_abs());
            let seconds = seq % 28_800;
            let at = format!(
                "{day}T{:02}:{:02}:{:02}.000Z",
                7 + seconds / 3600,
                seconds / 60 % 60,
                seconds % 60
            );
            let home = if homes.is_empty() {
                CHILD
            } else {
                let place = self.dice.below(homes.len() as u64) as usize;
                homes[place].as_str()
            };
            let field = self.dice.pick(&fields);
            let event =
                json!({ "kind": "field_changed", "entity": "home", "id": home, "field": field })
                    .to_string();
            let today = day.to_string();
            let hash = history::link(&previous, CHAIN, seq, &at, &today, USER, &event);
            let line = json!({ "chain": CHAIN, "seq": seq, "at": at, "today": today, "user_id": USER, "subject": home, "event": event, "hash": base64(&hash) });
            self.row("history", line)?;
            previous = hash.to_vec();
        }
        Ok(())
    }
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::Unit;

    const SMALL: Size = Size {
        homes: 12,
        answers: 30,
        history: 50,
    };

    fn bundle(seed: u64) -> Vec<u8> {
        let mut out = Vec::new();
        write(&mut out, seed, SMALL, "2026-11-23".parse().unwrap()).unwrap();
        out
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        assert_eq!(bundle(1), bundle(1));
        assert_ne!(bundle(1), bundle(2));
    }

    #[test]
    fn a_unit_takes_it_in_and_finds_itself_whole() {
        let mut unit = Unit::practice();
        let path = unit.folder().join("synthetic.jsonl");
        std::fs::write(&path, bundle(1)).unwrap();
        let report = unit.ask("import_bundle", json!({ "path": path }));
        assert_eq!(report["added"]["home"], 12);
        assert_eq!(report["added"]["capability"], 12 * 30);
        assert_eq!(report["added"]["history"], 50);
        assert_eq!(unit.ask("verify", json!({}))["whole"], true);
        let matched = unit.ask("match_child", json!({ "id": CHILD }));
        let homes: u64 = matched["result"]["bands"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["count"].as_u64().unwrap())
            .sum();
        assert!(homes >= 11, "nearly every home is weighed: {homes}");
    }

    #[test]
    fn numbers_are_of_the_test_series_with_a_right_check_digit() {
        let text = String::from_utf8(bundle(1)).unwrap();
        let today = "2026-11-23".parse().unwrap();
        let numbers: Vec<&str> = text
            .split("\"personal_number\":\"")
            .skip(1)
            .map(|it| &it[..12])
            .collect();
        assert!(numbers.len() > 12);
        for number in numbers {
            assert!(TEST_BIRTH_NUMBERS.contains(&&number[8..11]), "{number}");
            assert!(
                hemvist_core::people::PersonalNumber::parse(number, today).is_ok(),
                "{number}"
            );
        }
    }
}
