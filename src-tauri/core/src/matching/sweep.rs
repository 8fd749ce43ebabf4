//! Reads the whole register for matching, each table once and in the order it
//! lies in: looking homes up one by one would decrypt the same pages many times.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Row;
use uuid::Uuid;

use super::Keys;
use super::answers::Said;
use super::facts::{Adult, AdultCheck, HomeFacts, HouseholdChild, Level, Pause, PlacesTaken};
use super::gather::{animals, evidence, key, law_says_ageless, level, remark, scope};
use super::register::{Kept, Register};
use crate::error::{Error, Result};
use crate::homes;
use crate::store::{Read, swedish_order};

/// Fills an empty register with every home that is not removed.
///
/// # Errors
/// Only the file's own.
pub fn homes(read: &Read<'_>, register: &mut Register) -> Result<()> {
    let rows = base(read, register)?;
    names(read, register, &rows)?;
    pets(read, register)?;
    scopes(read, register)?;
    pauses(read, register)?;
    household(read, register)?;
    places(read, register)
}

/// The answers to one need, in the order of the homes; of one home in the order of keys.
///
/// # Errors
/// Only the file's own.
pub fn answers(
    read: &Read<'_>,
    need: &str,
    places: &HashMap<Uuid, u32>,
) -> Result<Vec<(u32, Said)>> {
    let ageless = law_says_ageless(need);
    let mut statement = read.conn().prepare_cached(
        "SELECT home_id, id, level, evidence, said_on, measure FROM capability
         WHERE need_key = ?1 AND gone_at IS NULL",
    )?;
    let mut rows = statement.query([need])?;
    let mut res: Vec<(u32, Said)> = Vec::new();
    let mut last = (String::new(), None);
    while let Some(row) = rows.next()? {
        // The rows lie home by home.
        let home = text(row, 0)?;
        if last.0 != home {
            last = (home.to_owned(), places.get(&key(home)?).copied());
        }
        let Some(at) = last.1 else { continue };
        let level = level(row.get(2)?);
        let said = Said {
            id: key(text(row, 1)?)?,
            level,
            evidence: evidence(row.get(3)?),
            on: day(row, 4)?,
            ageless,
            measure_written: level == Level::WithSupport && written(row, 5)?,
        };
        res.push((at, said));
    }
    res.sort_by_key(|(at, said)| (*at, said.id));
    Ok(res)
}

/// The homes themselves, by key; gives each one's row.
fn base(read: &Read<'_>, register: &mut Register) -> Result<HashMap<i64, u32>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, name, investigated_on, ended_on, CASE WHEN protected THEN NULL ELSE locality END, rowid
         FROM home WHERE gone_at IS NULL",
    )?;
    let mut rows = statement.query([])?;
    let mut found: Vec<(i64, Kept)> = Vec::new();
    while let Some(row) = rows.next()? {
        let mut home = Kept::new(HomeFacts {
            id: key(text(row, 0)?)?,
            name: row.get(1)?,
            investigated_on: optional_day(row, 2)?,
            scopes: Vec::new(),
            adults: Vec::new(),
            pauses: Vec::new(),
            taken: PlacesTaken::default(),
            children: Vec::new(),
            animals: None,
            free_bedrooms: None,
            planned_changes: Vec::new(),
            assessed_children: Vec::new(),
            keeps_school: None,
            last_request_on: None,
            requests_last_year: 0,
            capabilities: Vec::new(),
        });
        home.ended_on = optional_day(row, 3)?;
        home.locality = row.get::<_, Option<String>>(4)?.map(Into::into);
        found.push((row.get(5)?, home));
    }
    found.sort_by_key(|(_, it)| it.facts.id);
    let mut rows = HashMap::with_capacity(found.len());
    for (at, (row, home)) in (0..).zip(found) {
        rows.insert(row, at);
        register.places.insert(home.facts.id, at);
        register.homes.push(home);
    }
    Ok(rows)
}

/// Each name's place in Swedish order, out of the index that is kept in it.
fn names(read: &Read<'_>, register: &mut Register, rows: &HashMap<i64, u32>) -> Result<()> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT rowid FROM home WHERE gone_at IS NULL ORDER BY name COLLATE sv")?;
    let mut found = statement.query([])?;
    let (mut place, mut last): (u32, Option<u32>) = (0, None);
    while let Some(row) = found.next()? {
        let Some(at) = rows.get(&row.get(0)?).copied() else {
            continue;
        };
        let name = |at: u32| register.homes[at as usize].facts.name.as_str();
        if last.is_some_and(|last| swedish_order(name(last), name(at)).is_ne()) {
            place += 1;
        }
        last = Some(at);
        register.homes[at as usize].name_place = place;
    }
    Ok(())
}

fn pets(read: &Read<'_>, register: &mut Register) -> Result<()> {
    let sql = "SELECT home_id, value FROM home_fact WHERE key = 'pets' AND value IS NOT NULL";
    each(read, sql, register, |row, home| {
        home.facts.animals = Some(animals(text(row, 1)?));
        Ok(())
    })
}

fn scopes(read: &Read<'_>, register: &mut Register) -> Result<()> {
    let sql = "SELECT home_id, care, age_from, age_to, places, child_id, coalesce(valid_from, decided_on, '1900-01-01'), valid_to
               FROM scope WHERE gone_at IS NULL";
    each(read, sql, register, |row, home| {
        home.facts.scopes.push(scope(row)?);
        Ok(())
    })
}

fn pauses(read: &Read<'_>, register: &mut Register) -> Result<()> {
    let sql = "SELECT home_id, from_day, to_day FROM pause WHERE gone_at IS NULL";
    each(read, sql, register, |row, home| {
        home.facts.pauses.push(Pause {
            from: day(row, 1)?,
            to: optional_day(row, 2)?,
        });
        Ok(())
    })
}

/// Adults to be checked with their checks, and own children.
fn household(read: &Read<'_>, register: &mut Register) -> Result<()> {
    let sql = "SELECT home_id, id, to_check, role = 'own_child', birth_date, moved_out_on
               FROM person WHERE gone_at IS NULL AND (to_check = 1 OR birth_date IS NOT NULL)";
    let settings = homes::check_settings::on_day(read, read.today())?;
    each(read, sql, register, |row, home| {
        let (person, left) = (key(text(row, 1)?)?, optional_day(row, 5)?);
        let since = match (row.get(2)?, optional_day(row, 4)?) {
            (true, _) => Some(NaiveDate::MIN),
            (false, day) => day.map(|it| settings.first_day(it)),
        };
        if let Some(since) = since {
            let checks = Vec::new();
            home.dated
                .adults
                .push((since, left, Adult { person, checks }));
        }
        if let Some(birth_date) = optional_day(row, 4)?
            && row.get(3)?
        {
            home.dated.own.push((
                left,
                HouseholdChild {
                    person,
                    birth_date,
                    placed: false,
                    only_placed_child: false,
                    demanding: false,
                },
            ));
        }
        Ok(())
    })?;
    let mut adults: HashMap<Uuid, (u32, u32)> = HashMap::new();
    for (at, home) in (0..).zip(&mut register.homes) {
        home.dated.adults.sort_by_key(|(.., it)| it.person);
        home.dated.own.sort_by_key(|(_, it)| it.person);
        for (place, (.., adult)) in (0..).zip(&home.dated.adults) {
            adults.insert(adult.person, (at, place));
        }
    }
    let mut keys = Keys::default();
    let mut statement = read.conn().prepare_cached(
        "SELECT person_id, register, received_on, result, decision
         FROM register_check WHERE gone_at IS NULL AND received_on IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let Some((at, place)) = adults.get(&key(text(row, 0)?)?) else {
            continue;
        };
        let (.., adult) = &mut register.homes[*at as usize].dated.adults[*place as usize];
        adult.checks.push(AdultCheck {
            register: keys.key(text(row, 1)?),
            result_on: day(row, 2)?,
            remark: remark(row.get(3)?, row.get(4)?),
        });
    }
    Ok(())
}

/// Children placed there, and places that other municipalities use.
fn places(read: &Read<'_>, register: &mut Register) -> Result<()> {
    let sql = "SELECT p.home_id, c.id, c.birth_date, c.only_child, p.started_on, p.ended_on
               FROM placement p JOIN child c ON c.id = p.child_id
               WHERE p.gone_at IS NULL AND p.started_on IS NOT NULL";
    each(read, sql, register, |row, home| {
        let child = match optional_day(row, 2)? {
            Some(birth_date) => Some(HouseholdChild {
                person: key(text(row, 1)?)?,
                birth_date,
                placed: true,
                only_placed_child: row.get(3)?,
                demanding: false,
            }),
            None => None,
        };
        let days = (day(row, 4)?, optional_day(row, 5)?);
        home.dated.placed.push((days.0, days.1, child));
        Ok(())
    })?;
    for home in &mut register.homes {
        let person = |it: &Option<HouseholdChild>| it.as_ref().map(|it| it.person);
        home.dated.placed.sort_by_key(|(_, _, it)| person(it));
    }
    let sql = "SELECT home_id, places, from_day, to_day FROM taken_place WHERE gone_at IS NULL";
    each(read, sql, register, |row, home| {
        let days = (day(row, 2)?, optional_day(row, 3)?);
        home.dated.taken.push((days.0, days.1, row.get(1)?));
        Ok(())
    })
}

/// Every row about a home, whose key is the first column, with that home.
fn each(
    read: &Read<'_>,
    sql: &str,
    register: &mut Register,
    mut put: impl FnMut(&Row<'_>, &mut Kept) -> Result<()>,
) -> Result<()> {
    let mut statement = read.conn().prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = register.places.get(&key(text(row, 0)?)?) {
            put(row, &mut register.homes[*at as usize])?;
        }
    }
    Ok(())
}

fn text<'a>(row: &'a Row<'_>, at: usize) -> Result<&'a str> {
    row.get_ref(at)?
        .as_str()
        .map_err(|_| Error::internal("a column that is no text"))
}

fn day(row: &Row<'_>, at: usize) -> Result<NaiveDate> {
    parsed(text(row, at)?).ok_or_else(|| Error::internal("a day that is no day"))
}

fn optional_day(row: &Row<'_>, at: usize) -> Result<Option<NaiveDate>> {
    match row.get_ref(at)?.as_str_or_null() {
        Ok(None) => Ok(None),
        _ => day(row, at).map(Some),
    }
}

fn written(row: &Row<'_>, at: usize) -> Result<bool> {
    let text = row.get_ref(at)?.as_str_or_null();
    Ok(matches!(text, Ok(Some(it)) if !it.trim().is_empty()))
}

/// "2026-11-23", as the file's own checks keep days. A general reader of dates
/// takes longer than everything else that is done with a row.
fn parsed(text: &str) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |part: &[u8]| {
        part.iter().try_fold(0_u32, |sum, it| {
            it.is_ascii_digit().then(|| sum * 10 + u32::from(it - b'0'))
        })
    };
    if bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = i32::try_from(number(&bytes[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&bytes[5..7])?, number(&bytes[8..])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_the_library_reads_them() {
        for text in [
            "2026-11-23",
            "2024-02-29",
            "2025-02-29",
            "0001-01-01",
            "2026-13-01",
            "2026-1-01",
            "2026-11-2x",
            "2026/11/23",
            "",
        ] {
            let strict = text.len() == 10;
            let known = text.parse().ok().filter(|_| strict);
            assert_eq!(parsed(text), known, "{text}");
        }
    }
}
