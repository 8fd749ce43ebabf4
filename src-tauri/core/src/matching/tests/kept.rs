//! The list at the door says what the full match says, and is never stale.
//!
//! The practice unit is changed at random through the door. After each change
//! the kept register's answer is compared with the pure match over every home
//! read anew, one by one, with nothing kept.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::accounts::{Cost, Role};
use crate::children::{self, ChildCard, ChildId};
use crate::error::{Error, Result};
use crate::homes::HomeId;
use crate::matching::rows::row;
use crate::matching::synthetic::Dice;
use crate::matching::{Question, ask as door, gather};
use crate::store::{Read, swedish_order};
use crate::{Desk, Moment};

struct Unit {
    desk: Desk,
    moment: Moment,
    homes: Vec<String>,
    children: Vec<String>,
    _folder: tempfile::TempDir,
}

impl Unit {
    fn practice() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("unit.hemvist");
        let moment = Moment::new("2026-11-23T09:00:00Z".parse().unwrap(), None);
        let mut desk = Desk::new(Cost::TESTS_ONLY);
        let input = json!({ "path": path, "password": "en lång och bra mening" });
        desk.call("create_practice", input, moment).unwrap();
        let keys = |list: Value| -> Vec<String> {
            let rows = list["rows"].as_array().unwrap().iter();
            rows.map(|it| it["id"].as_str().unwrap().to_owned())
                .collect()
        };
        let homes = desk.call("home_list", json!({ "limit": 200 }), moment);
        let children = desk.call("child_list", json!({}), moment);
        Self {
            homes: keys(homes.unwrap()),
            children: keys(children.unwrap()),
            desk,
            moment,
            _folder: folder,
        }
    }

    /// Does it when it may be done; whether it was.
    fn tries(&mut self, name: &str, input: Value) -> bool {
        self.desk.call(name, input, self.moment).is_ok()
    }

    fn compare(&mut self, child: &str, show: u32) {
        let caller = self.desk.caller(self.moment, Role::Recruiter).unwrap();
        let child = ChildId(child.to_owned());
        let store = self.desk.store().unwrap();
        store
            .read(&caller, |read| {
                same(read, &children::card(read, &child)?, show)
            })
            .unwrap();
        let of_write = store.write(&caller, |write| -> Result<()> {
            same(
                &write.as_read(),
                &children::card(&write.as_read(), &child)?,
                show,
            )?;
            Err(Error::internal("undone"))
        });
        assert!(of_write.is_err());
    }
}

/// The door's list and reasons are those of the pure match over homes read one by one.
fn same(read: &Read<'_>, card: &ChildCard, show: u32) -> Result<()> {
    let rules = MatchingRules::shipped();
    let child = gather::child(read, card)?;
    let (mut homes, mut places) = (Vec::new(), BTreeMap::new());
    let mut statement = read
        .conn()
        .prepare("SELECT id, CASE WHEN protected THEN NULL ELSE locality END FROM home")?;
    let mut found = statement.query([])?;
    while let Some(it) = found.next()? {
        let id = gather::key(&it.get::<_, String>(0)?)?;
        if let Some(home) = gather::home(read, &child, id)? {
            homes.push(home.facts);
            places.insert(id, it.get::<_, Option<String>>(1)?);
        }
    }
    let full = match_child(&Question {
        child: &child,
        homes: &homes,
        rules: &rules,
        limits: &gather::limits(read, child.start_day)?,
        overrides: &[],
        measures: &[],
        as_of: read.today(),
        names: swedish_order,
    });
    assert_eq!(
        usize::try_from(door::homes_weighed(read, card)?).unwrap(),
        homes.len()
    );
    let list = door::list(read, card, &rules, &Band::ALL.map(|it| (it, show)).into())?;
    assert_eq!(list.network, full.network);
    let letters: Vec<Uuid> = places.keys().copied().collect();
    for (short, whole) in list.bands.iter().zip(&full.bands) {
        assert_eq!((short.band, short.count), (whole.band, whole.count));
        let mut left = show as usize;
        let mut groups = short.groups.iter();
        for group in &whole.groups {
            let shown = left.min(group.homes.len());
            left -= shown;
            if shown == 0 {
                continue;
            }
            let told = groups.next().expect("the group is told");
            assert_eq!(told.count as usize, group.homes.len());
            let lines: Vec<_> = group.homes[..shown]
                .iter()
                .map(|it| {
                    let letter = letters.binary_search(&it.home).unwrap();
                    row(it.clone(), places[&it.home].clone(), letter as u32)
                })
                .collect();
            assert_eq!(told.homes, lines);
        }
        assert!(groups.next().is_none(), "no group too many");
    }
    for whole in full.homes() {
        let id = HomeId(whole.home.to_string());
        let (one, ..) = door::reasons(read, card, &rules, &id)?.expect("the home is weighed");
        assert_eq!(one, *whole);
    }
    Ok(())
}

/// One change, whatever comes up; some are refused, which changes nothing.
fn change(unit: &mut Unit, dice: &mut Dice) -> bool {
    let (home, child) = (pick(dice, &unit.homes), pick(dice, &unit.children));
    let some_day = dice.days_before(day("2027-06-01"), 500).to_string();
    let needs = ["kept_school", "adhd", "cat", "home_after_school"];
    let need = dice.pick(&needs);
    match dice.below(9) {
        0 | 1 => {
            let level = dice.pick(&["yes", "with_support", "no"]);
            let evidence = dice.pick(&["seen", "assessed", "stated"]);
            let measure = dice.percent(50).then_some("Påhittad åtgärd");
            let said = dice.days_before(day(TODAY), 900).to_string();
            unit.tries("add_capability", json!({ "home": home, "need_key": need, "level": level, "evidence": evidence, "measure": measure, "said_on": said }))
        }
        2 => unit.tries("add_pause", json!({ "home": home, "from_day": some_day, "reason": "Påhittat" })),
        3 => unit.tries("add_scope", json!({ "home": home, "care": "familjehem", "age_from": 0, "age_to": 18, "places": 1 + dice.below(3), "decided_on": "2026-01-01", "valid_from": "2026-01-01" })),
        4 => unit.tries("add_taken_place", json!({ "home": home, "municipality": "Storhult", "places": 1, "from_day": some_day })),
        5 => unit.tries("remove_row", json!({ "entity": "home", "id": home })),
        6 => unit.tries("restore_row", json!({ "entity": "home", "id": home })),
        7 => unit.tries("place_child", json!({ "child": child, "home": home, "regime": "own", "kind": "familjehem", "legal_ground": "sol", "started_on": TODAY, "decided_on": TODAY })),
        _ => {
            let importance = dice.pick(&["essential", "important", "wish", "not_relevant"]);
            unit.tries("add_need", json!({ "child": child, "need_key": need, "importance": importance, "text": "Påhittat", "own_words": false }))
        }
    }
}

fn pick(dice: &mut Dice, from: &[String]) -> String {
    from[dice.below(from.len() as u64) as usize].clone()
}

#[test]
fn the_list_is_that_of_the_full_match_whatever_changes() {
    for seed in 1..=3 {
        let mut unit = Unit::practice();
        let mut dice = Dice::new(seed);
        let mut done = 0;
        for round in 0..24 {
            done += usize::from(change(&mut unit, &mut dice));
            let child = pick(&mut dice, &unit.children);
            unit.compare(&child, if round % 3 == 0 { 2 } else { 1000 });
        }
        assert!(done >= 8, "enough was changed: {done}");
    }
}

#[test]
fn the_calendar_turns_what_is_kept() {
    let mut unit = Unit::practice();
    let children = unit.children.clone();
    for days in [0, -400, 200, 30, -30, 0] {
        let at = unit.moment.at;
        unit.moment = Moment::new(at + chrono::Duration::days(days), None);
        for child in &children {
            unit.compare(child, 1000);
        }
        unit.moment = Moment::new(at, None);
    }
}

#[test]
fn what_is_not_saved_is_neither_kept_nor_overlooked() {
    let mut unit = Unit::practice();
    let (child, home) = (ChildId(unit.children[0].clone()), unit.homes[0].clone());
    unit.compare(&child.0, 1000);
    let caller = unit.desk.caller(unit.moment, Role::Recruiter).unwrap();
    let store = unit.desk.store().unwrap();
    let undone = store.write(&caller, |write| -> Result<()> {
        write.conn().execute(
            "UPDATE home SET ended_on = '2020-01-01' WHERE id = ?1",
            [&home],
        )?;
        same(
            &write.as_read(),
            &children::card(&write.as_read(), &child)?,
            1000,
        )?;
        Err(Error::internal("undone"))
    });
    assert!(undone.is_err());
    unit.compare(&child.0, 1000);
}
