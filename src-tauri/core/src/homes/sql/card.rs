//! Reading what lies under one home.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use crate::error::Result;
use crate::homes::card::{
    Capability, HomeFact, Note, Pause, Person, PlacementLine, Scope, TakenPlace, Wish,
};
use crate::homes::check_settings;
use crate::homes::checks::{AskCheck, CheckId, RegisterCheck};
use crate::homes::rules::{CheckFacts, CheckedPerson};
use crate::homes::{CheckResult, HomeId, RemarkDecision};
use crate::law;
use crate::people::{PersonId, PersonalNumber};
use crate::store::Read;

pub(in crate::homes) fn people(read: &Read<'_>, home: &HomeId) -> Result<Vec<Person>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, given_name, family_name, personal_number, birth_date, role, to_check, protected,
                phone, email, occupation, moved_in_on, moved_out_on
         FROM person WHERE home_id = ?1 AND gone_at IS NULL
         ORDER BY CASE role WHEN 'carer' THEN 0 WHEN 'adult' THEN 1 WHEN 'own_child' THEN 2 ELSE 3 END, birth_date, id",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Person {
            id: row.get(0)?,
            given_name: row.get(1)?,
            family_name: row.get(2)?,
            personal_number: row
                .get::<_, Option<PersonalNumber>>(3)?
                .map(|it| it.written()),
            birth_date: row.get(4)?,
            age: None,
            role: row.get(5)?,
            to_check: row.get(6)?,
            checked: row.get(6)?,
            protected: row.get(7)?,
            phone: row.get(8)?,
            email: row.get(9)?,
            occupation: row.get(10)?,
            moved_in_on: row.get(11)?,
            moved_out_on: row.get(12)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn scopes(read: &Read<'_>, home: &HomeId) -> Result<Vec<Scope>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, care, age_from, age_to, places, conditions, decided_on, paragraph, valid_from, valid_to
         FROM scope WHERE home_id = ?1 AND gone_at IS NULL ORDER BY coalesce(decided_on, '') DESC, id",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Scope {
            id: row.get(0)?,
            care: row.get(1)?,
            age_from: row.get(2)?,
            age_to: row.get(3)?,
            places: row.get(4)?,
            conditions: row.get(5)?,
            decided_on: row.get(6)?,
            paragraph: row.get(7)?,
            valid_from: row.get(8)?,
            valid_to: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn wishes(read: &Read<'_>, home: &HomeId) -> Result<Vec<Wish>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, strength, text, said_by, said_on FROM wish WHERE home_id = ?1 AND gone_at IS NULL ORDER BY said_on DESC, id",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Wish {
            id: row.get(0)?,
            strength: row.get(1)?,
            text: row.get(2)?,
            said_by: row.get(3)?,
            said_on: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn pauses(read: &Read<'_>, home: &HomeId) -> Result<Vec<Pause>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT id, from_day, to_day, reason FROM pause WHERE home_id = ?1 AND gone_at IS NULL ORDER BY from_day DESC, id")?;
    let rows = statement.query_map([home], |row| {
        Ok(Pause {
            id: row.get(0)?,
            from_day: row.get(1)?,
            to_day: row.get(2)?,
            reason: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn taken_places(read: &Read<'_>, home: &HomeId) -> Result<Vec<TakenPlace>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, municipality, places, from_day, to_day FROM taken_place WHERE home_id = ?1 AND gone_at IS NULL ORDER BY from_day DESC, id",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(TakenPlace {
            id: row.get(0)?,
            municipality: row.get(1)?,
            places: row.get(2)?,
            from_day: row.get(3)?,
            to_day: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn facts(read: &Read<'_>, home: &HomeId) -> Result<Vec<HomeFact>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT key, value, gap FROM home_fact WHERE home_id = ?1")?;
    let known: Vec<HomeFact> = statement
        .query_map([home], |row| {
            Ok(HomeFact {
                key: row.get(0)?,
                value: row.get(1)?,
                gap: row.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    // Every fact that is asked about has a line, also when nobody has asked.
    Ok(law::home_facts()
        .iter()
        .map(|kind| {
            known
                .iter()
                .find(|it| it.key == kind.key)
                .cloned()
                .unwrap_or(HomeFact {
                    key: kind.key.clone(),
                    value: None,
                    gap: None,
                })
        })
        .collect())
}

pub(in crate::homes) fn capabilities(read: &Read<'_>, home: &HomeId) -> Result<Vec<Capability>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, need_key, level, evidence, measure, text, source, said_on
         FROM capability WHERE home_id = ?1 AND gone_at IS NULL ORDER BY said_on DESC, id DESC",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Capability {
            id: row.get(0)?,
            need_key: row.get(1)?,
            level: row.get(2)?,
            evidence: row.get(3)?,
            measure: row.get(4)?,
            text: row.get(5)?,
            source: row.get(6)?,
            said_on: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn notes(read: &Read<'_>, home: &HomeId) -> Result<Vec<Note>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT n.id, n.on_day, n.kind, n.text, coalesce(u.name, '')
         FROM note n LEFT JOIN user u ON u.id = n.user_id
         WHERE n.home_id = ?1 AND n.gone_at IS NULL ORDER BY n.on_day DESC, n.id DESC LIMIT 500",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Note {
            id: row.get(0)?,
            on_day: row.get(1)?,
            kind: row.get(2)?,
            text: row.get(3)?,
            user_name: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn placement_lines(
    read: &Read<'_>,
    home: &HomeId,
) -> Result<Vec<PlacementLine>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT p.id, p.child_id, upper(substr(c.given_name, 1, 1) || substr(c.family_name, 1, 1)),
                CAST(substr(c.birth_date, 1, 4) AS INTEGER), p.kind, p.started_on, p.ended_on
         FROM placement p JOIN child c ON c.id = p.child_id
         WHERE p.home_id = ?1 AND p.gone_at IS NULL ORDER BY p.started_on DESC",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(PlacementLine {
            id: row.get(0)?,
            child: row.get(1)?,
            initials: row.get(2)?,
            birth_year: row.get(3)?,
            kind: row.get(4)?,
            started_on: row.get(5)?,
            ended_on: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn latest_recruitment(
    read: &Read<'_>,
    home: &HomeId,
) -> Result<Option<String>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT id FROM recruitment WHERE home_id = ?1 AND gone_at IS NULL ORDER BY opened_on DESC, id DESC LIMIT 1")?
        .query_row([home], |row| row.get(0))
        .optional()?)
}

pub(in crate::homes) fn checks(read: &Read<'_>, home: &HomeId) -> Result<Vec<RegisterCheck>> {
    let months = check_settings::on_day(read, read.today())?.register_check_max_age;
    let mut statement = read.conn().prepare_cached(
        "SELECT c.id, c.person_id, c.register, c.consent_on, c.asked_on, c.received_on, c.read_by, c.result,
                c.assessment, c.decision, c.extract, c.extract_on, c.decided_by, c.decided_on
         FROM register_check c JOIN person p ON p.id = c.person_id
         WHERE p.home_id = ?1 AND c.gone_at IS NULL AND p.gone_at IS NULL
         ORDER BY coalesce(c.received_on, c.asked_on, '9999') DESC, c.id DESC",
    )?;
    let rows = statement.query_map([home], |row| {
        let received_on: Option<NaiveDate> = row.get(5)?;
        Ok(RegisterCheck {
            id: row.get(0)?,
            person: row.get(1)?,
            register: row.get(2)?,
            consent_on: row.get(3)?,
            asked_on: row.get(4)?,
            received_on,
            read_by: row.get(6)?,
            result: row.get(7)?,
            assessment: row.get(8)?,
            decision: row.get(9)?,
            extract: row.get(10)?,
            extract_on: row.get(11)?,
            decided_by: row.get(12)?,
            decided_on: row.get(13)?,
            valid_to: received_on.map(|it| law::months_after(it, months)),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(in crate::homes) fn people_to_check(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
    limit_day: NaiveDate,
) -> Result<Vec<CheckedPerson>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT p.id, trim(p.given_name || ' ' || p.family_name), c.register, c.received_on, c.result, c.decision,
                trim(coalesce(c.assessment, '')) <> ''
         FROM person p LEFT JOIN register_check c ON c.person_id = p.id AND c.gone_at IS NULL
         WHERE p.home_id = ?1 AND p.gone_at IS NULL AND (p.to_check = 1 OR p.birth_date <= ?3)
           AND (p.moved_out_on IS NULL OR p.moved_out_on > ?2)
         ORDER BY p.id",
    )?;
    let mut people: Vec<CheckedPerson> = Vec::new();
    let mut rows = statement.query(params![home, on.to_string(), limit_day.to_string()])?;
    while let Some(row) = rows.next()? {
        let person: PersonId = row.get(0)?;
        if people.last().is_none_or(|it| it.person != person) {
            people.push(CheckedPerson {
                person,
                name: row.get(1)?,
                checks: Vec::new(),
            });
        }
        if let Some(register) = row.get::<_, Option<String>>(2)? {
            let result: Option<CheckResult> = row.get(4)?;
            let decision: Option<RemarkDecision> = row.get(5)?;
            let check = CheckFacts {
                register,
                received_on: row.get(3)?,
                read: result.is_some(),
                remark: result == Some(CheckResult::Remark),
                assessed: row.get(6)?,
                accepted: decision.map(|it| it == RemarkDecision::Accepted),
            };
            if let Some(last) = people.last_mut() {
                last.checks.push(check);
            }
        }
    }
    Ok(people)
}

/// Which facts a check has, to tell what is wrong at a field.
pub(in crate::homes) struct CheckState {
    pub register: String,
    pub consent: bool,
    pub asked: bool,
    pub received: bool,
    pub read: bool,
    pub result: bool,
    pub assessed: bool,
    pub decided: bool,
    pub extract: bool,
}

pub(in crate::homes) fn check_state(read: &Read<'_>, id: &str) -> Result<CheckState> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT register, consent_on IS NOT NULL, asked_on IS NOT NULL, received_on IS NOT NULL,
                    trim(coalesce(read_by, '')) <> '', result IS NOT NULL, trim(coalesce(assessment, '')) <> '',
                    decision IS NOT NULL, extract IS NOT NULL
             FROM register_check WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(CheckState {
                register: row.get(0)?,
                consent: row.get(1)?,
                asked: row.get(2)?,
                received: row.get(3)?,
                read: row.get(4)?,
                result: row.get(5)?,
                assessed: row.get(6)?,
                decided: row.get(7)?,
                extract: row.get(8)?,
            })
        })?)
}

/// A check of the person in the register that waits for its question, with
/// the consent noted on it.
pub(in crate::homes) fn waiting_check(
    read: &Read<'_>,
    input: &AskCheck,
) -> Result<Option<(CheckId, Option<NaiveDate>)>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT id, consent_on FROM register_check
             WHERE person_id = ?1 AND register = ?2 AND gone_at IS NULL AND asked_on IS NULL AND received_on IS NULL
             ORDER BY consent_on DESC, id LIMIT 1",
        )?
        .query_row(params![input.person, input.register], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
