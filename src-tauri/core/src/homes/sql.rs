//! Every statement that writes the register of homes; those that read stand in
//! the files beside.

mod card;
mod find;
mod list;
mod renewals;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::add::{NewCapability, NewNote, NewPause, NewScope, NewTakenPlace, NewWish};
use super::checks::{AskCheck, CheckId};
use super::{Address, Contact, HomeId, HomeKind, HouseholdRole};
use crate::error::Result;
use crate::people::{PersonId, PersonalNumber};
use crate::store::{Read, Write};

pub(super) use card::{
    capabilities, check_state, checks, facts, latest_recruitment, notes, pauses, people,
    people_to_check, placement_lines, scopes, taken_places, waiting_check, wishes,
};
pub(super) use find::{find_by_name, find_by_number, similar};
pub(super) use list::{list, standing_facts};
pub(super) use renewals::{homes_with_checks, questions};

/// The home's own row.
#[allow(missing_docs)] // the register's columns
pub struct HomeBase {
    pub rev: i64,
    pub name: String,
    pub kind: HomeKind,
    pub street: Option<String>,
    pub postcode: Option<String>,
    pub locality: Option<String>,
    pub municipality: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub protected: bool,
    pub investigated_on: Option<NaiveDate>,
    pub investigated_by: Option<String>,
    pub ended_on: Option<NaiveDate>,
    pub ended_reason: Option<String>,
    pub description: Option<String>,
}

pub(super) fn home(read: &Read<'_>, id: &HomeId) -> Result<Option<HomeBase>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT rev, name, kind, street, postcode, locality, municipality, phone, email, protected,
                    investigated_on, investigated_by, ended_on, ended_reason, description
             FROM home WHERE id = ?1 AND gone_at IS NULL",
        )?
        .query_row([id], |row| {
            Ok(HomeBase {
                rev: row.get(0)?,
                name: row.get(1)?,
                kind: row.get(2)?,
                street: row.get(3)?,
                postcode: row.get(4)?,
                locality: row.get(5)?,
                municipality: row.get(6)?,
                phone: row.get(7)?,
                email: row.get(8)?,
                protected: row.get(9)?,
                investigated_on: row.get(10)?,
                investigated_by: row.get(11)?,
                ended_on: row.get(12)?,
                ended_reason: row.get(13)?,
                description: row.get(14)?,
            })
        })
        .optional()?)
}

pub(super) fn birth_date_from_number(write: &Write<'_>, person: &str) -> Result<()> {
    let number: Option<PersonalNumber> = write
        .conn()
        .prepare_cached("SELECT personal_number FROM person WHERE id = ?1")?
        .query_row([person], |row| row.get(0))?;
    if let Some(number) = number {
        write
            .conn()
            .prepare_cached("UPDATE person SET birth_date = ?2 WHERE id = ?1")?
            .execute(params![person, number.birth_date().to_string()])?;
    }
    Ok(())
}

pub(super) fn days_out_of_order(
    write: &Write<'_>,
    table: &str,
    id: &str,
    days: (&str, &str),
) -> Result<bool> {
    let sql = format!("SELECT {} > {} FROM {table} WHERE id = ?1", days.0, days.1);
    Ok(write
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get::<_, Option<bool>>(0))?
        .unwrap_or(false))
}

pub(super) fn insert_home(
    write: &Write<'_>,
    id: &HomeId,
    name: &str,
    kind: HomeKind,
    locality: Option<&str>,
    phone: Option<&str>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO home (id, name, kind, locality, phone) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![id, name, kind, locality, phone])?;
    Ok(())
}

/// Writes where a home is found in the columns that are empty.
pub(super) fn fill_contact(write: &Write<'_>, home: &HomeId, it: &Contact<'_>) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE home SET phone = coalesce(nullif(phone, ''), ?2), email = coalesce(nullif(email, ''), ?3),
                    street = coalesce(nullif(street, ''), ?4), postcode = coalesce(nullif(postcode, ''), ?5),
                    locality = coalesce(nullif(locality, ''), ?6), rev = rev + 1
             WHERE id = ?1",
        )?
        .execute(params![home, it.phone, it.email, it.street, it.postcode, it.locality])?;
    Ok(())
}

pub(super) fn insert_person(
    write: &Write<'_>,
    id: &PersonId,
    home: &HomeId,
    (given, family): (&str, &str),
    number: Option<&PersonalNumber>,
    role: HouseholdRole,
    to_check: bool,
) -> Result<()> {
    let born = number.map(|it| it.birth_date().to_string());
    write
        .conn()
        .prepare_cached(
            "INSERT INTO person (id, home_id, given_name, family_name, personal_number, birth_date, role, to_check)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![id, home, given, family, number, born, role, to_check])?;
    Ok(())
}

pub(super) fn insert_scope(write: &Write<'_>, id: &str, input: &NewScope) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO scope (id, home_id, care, age_from, age_to, places, decided_on, valid_from, valid_to)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![id, input.home, input.care, input.age_from, input.age_to, input.places, input.decided_on, input.valid_from, input.valid_to])?;
    Ok(())
}

pub(super) fn set_scope_terms(
    write: &Write<'_>,
    id: &str,
    conditions: Option<&str>,
    paragraph: Option<&str>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE scope SET conditions = ?2, paragraph = ?3 WHERE id = ?1")?
        .execute(params![id, conditions, paragraph])?;
    Ok(())
}

pub(super) fn insert_wish(write: &Write<'_>, id: &str, input: &NewWish) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO wish (id, home_id, strength, text, said_by, said_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![id, input.home, input.strength, input.text, input.said_by, input.said_on])?;
    Ok(())
}

pub(super) fn insert_pause(write: &Write<'_>, id: &str, input: &NewPause) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO pause (id, home_id, from_day, to_day, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            id,
            input.home,
            input.from_day,
            input.to_day,
            input.reason.trim()
        ])?;
    Ok(())
}

pub(super) fn insert_taken_place(write: &Write<'_>, id: &str, input: &NewTakenPlace) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO taken_place (id, home_id, municipality, places, from_day, to_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![id, input.home, input.municipality.trim(), input.places, input.from_day, input.to_day])?;
    Ok(())
}

pub(super) fn insert_capability(
    write: &Write<'_>,
    id: &str,
    input: &NewCapability,
    said_on: NaiveDate,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO capability (id, home_id, need_key, level, evidence, measure, text, source, said_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![id, input.home, input.need_key, input.level, input.evidence, input.measure, input.text, input.source, said_on])?;
    Ok(())
}

pub(super) fn insert_note(
    write: &Write<'_>,
    id: &str,
    input: &NewNote,
    on: NaiveDate,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO note (id, home_id, on_day, kind, text, user_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![id, input.home, on, input.kind, input.text, write.caller().user])?;
    Ok(())
}

pub(super) fn upsert_fact(
    write: &Write<'_>,
    home: &HomeId,
    key: &str,
    value: Option<&str>,
    gap: Option<&str>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO home_fact (id, home_id, key, value, gap) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (home_id, key) DO UPDATE SET value = excluded.value, gap = excluded.gap, rev = rev + 1",
        )?
        .execute(params![write.new_id(), home, key, value, gap])?;
    Ok(())
}

pub(super) fn insert_check(write: &Write<'_>, id: &CheckId, input: &AskCheck) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO register_check (id, person_id, register, asked_on, consent_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, input.person, input.register, input.asked_on, input.consent_on])?;
    Ok(())
}

/// The question that a noted consent waited for.
pub(super) fn set_asked(write: &Write<'_>, id: &CheckId, input: &AskCheck) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE register_check SET asked_on = ?2, consent_on = coalesce(?3, consent_on), rev = rev + 1 WHERE id = ?1")?
        .execute(params![id, input.asked_on, input.consent_on])?;
    Ok(())
}

pub(super) fn home_of_person(read: &Read<'_>, person: &PersonId) -> Result<Option<HomeId>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT home_id FROM person WHERE id = ?1 AND gone_at IS NULL")?
        .query_row([person], |row| row.get(0))
        .optional()?)
}

/// Whoever notes a result has read it, until somebody else is named.
pub(super) fn set_read_by_caller(write: &Write<'_>, id: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE register_check SET read_by = ?2 WHERE id = ?1")?
        .execute(params![id, write.caller().name])?;
    Ok(())
}

/// Who decided about a remark, and when; taken away with the decision.
pub(super) fn set_decided(write: &Write<'_>, id: &str, decided: bool) -> Result<()> {
    let by = decided.then(|| write.caller().name.clone());
    let on = decided.then(|| write.today());
    write
        .conn()
        .prepare_cached("UPDATE register_check SET decided_by = ?2, decided_on = ?3 WHERE id = ?1")?
        .execute(params![id, by, on])?;
    Ok(())
}

/// The approved scope and day that a concluded study gives a home.
pub(super) fn set_investigated(
    write: &Write<'_>,
    home: &HomeId,
    on: NaiveDate,
    by: &str,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE home SET investigated_on = ?2, investigated_by = ?3, rev = rev + 1 WHERE id = ?1")?
        .execute(params![home, on, by])?;
    Ok(())
}

pub(super) fn set_address(
    write: &Write<'_>,
    home: &HomeId,
    it: &Address<'_>,
    description: &str,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE home SET street = ?2, postcode = ?3, municipality = ?4, email = ?5, description = ?6
             WHERE id = ?1",
        )?
        .execute(params![home, it.street, it.postcode, it.municipality, it.email, description])?;
    Ok(())
}
