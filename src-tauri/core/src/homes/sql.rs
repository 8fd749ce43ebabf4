//! Every statement that writes the register of homes, and those that read it.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, named_params, params};

use super::add::{NewCapability, NewNote, NewPause, NewScope, NewTakenPlace, NewWish};
use super::card::{
    Capability, HomeFact, Note, Pause, Person, PlacementLine, Scope, TakenPlace, Wish,
};
use super::checks::{AskCheck, CheckId, RegisterCheck};
use super::list::{HomeQuery, HomeSort, StandingFilter};
use super::rules::{CheckFacts, CheckedPerson, StandingFacts};
use super::search::{Found, FoundChild, FoundHome, FoundPerson, MOST, Similar};
use super::{CheckResult, HomeId, HomeKind, HouseholdRole, RemarkDecision};
use crate::error::Result;
use crate::law;
use crate::people::{PersonId, PersonalNumber};
use crate::store::{Read, Write};

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

/// What stands on a day about every home: one row per home. Places are the
/// largest of the scopes that hold, since a home approved for two familjehem
/// places and one jour place has not thereby three beds.
const STANDING: &str = "
    SELECT h.id, h.name, h.kind, h.locality, h.municipality, h.protected, h.ended_on,
        coalesce((SELECT max(s.places) FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
            AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)), 0) AS approved,
        (SELECT min(s.age_from) FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
            AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)) AS age_from,
        (SELECT max(s.age_to) FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
            AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)) AS age_to,
        (SELECT count(*) FROM placement p WHERE p.home_id = h.id AND p.gone_at IS NULL
            AND p.started_on <= :on AND (p.ended_on IS NULL OR p.ended_on > :on))
        + coalesce((SELECT sum(t.places) FROM taken_place t WHERE t.home_id = h.id AND t.gone_at IS NULL
            AND t.from_day <= :on AND (t.to_day IS NULL OR t.to_day >= :on)), 0) AS taken,
        EXISTS (SELECT 1 FROM pause u WHERE u.home_id = h.id AND u.gone_at IS NULL
            AND u.from_day <= :on AND (u.to_day IS NULL OR u.to_day >= :on)) AS paused,
        (SELECT max(u.to_day) FROM pause u WHERE u.home_id = h.id AND u.gone_at IS NULL
            AND u.from_day <= :on AND (u.to_day IS NULL OR u.to_day >= :on)) AS paused_to,
        EXISTS (SELECT 1 FROM recruitment r WHERE r.home_id = h.id AND r.gone_at IS NULL
            AND r.closed_on IS NULL AND r.concluded_on IS NULL) AS in_recruitment,
        (SELECT max(d) FROM (
            SELECT max(w.said_on) AS d FROM wish w WHERE w.home_id = h.id AND w.gone_at IS NULL
            UNION ALL SELECT max(c.said_on) FROM capability c WHERE c.home_id = h.id AND c.gone_at IS NULL)) AS asked_on
    FROM home h WHERE h.gone_at IS NULL";

/// One row of [`STANDING`].
pub(super) struct ListRow {
    pub id: HomeId,
    pub name: String,
    pub kind: HomeKind,
    pub locality: Option<String>,
    pub municipality: Option<String>,
    pub protected: bool,
    pub ended_on: Option<NaiveDate>,
    pub approved: u32,
    pub age_from: Option<u32>,
    pub age_to: Option<u32>,
    pub taken: u32,
    pub paused: bool,
    pub paused_to: Option<NaiveDate>,
    pub in_recruitment: bool,
    pub asked_on: Option<NaiveDate>,
}

fn list_row(row: &Row<'_>) -> rusqlite::Result<ListRow> {
    Ok(ListRow {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        locality: row.get("locality")?,
        municipality: row.get("municipality")?,
        protected: row.get("protected")?,
        ended_on: row.get("ended_on")?,
        approved: row.get("approved")?,
        age_from: row.get("age_from")?,
        age_to: row.get("age_to")?,
        taken: row.get("taken")?,
        paused: row.get("paused")?,
        paused_to: row.get("paused_to")?,
        in_recruitment: row.get("in_recruitment")?,
        asked_on: row.get("asked_on")?,
    })
}

/// A page of the list, and what it is a page of.
pub(super) struct Page {
    pub rows: Vec<ListRow>,
    pub total: u32,
    pub free: u32,
}

pub(super) fn list(read: &Read<'_>, query: &HomeQuery, on: NaiveDate) -> Result<Page> {
    // The filters that need no sums stand inside, so that sums are made for
    // few homes; the others outside.
    let mut inner = String::from(STANDING);
    let mut outer = Vec::new();
    let mut values: Vec<(&str, Value)> = vec![(":on", Value::Text(on.to_string()))];
    if let Some(text) = query
        .text
        .as_deref()
        .map(str::trim)
        .filter(|it| !it.is_empty())
    {
        inner.push_str(
            " AND (instr(fold(h.name), :text) OR (h.protected = 0 AND instr(fold(coalesce(h.locality, '')), :text))
               OR h.id IN (SELECT home_id FROM person WHERE gone_at IS NULL AND instr(fold(given_name || ' ' || family_name), :text)))",
        );
        values.push((":text", Value::Text(crate::people::fold(text))));
    }
    if !query.kinds.is_empty() {
        // Codes are our own words, never the caller's.
        let codes: Vec<String> = query
            .kinds
            .iter()
            .map(|it| format!("'{}'", it.code()))
            .collect();
        inner.push_str(&format!(" AND h.kind IN ({})", codes.join(", ")));
    }
    if let Some(place) = query.municipality.as_deref().filter(|it| !it.is_empty()) {
        inner.push_str(" AND h.municipality = :municipality AND h.protected = 0");
        values.push((":municipality", Value::Text(place.to_owned())));
    }
    if query.care.is_some() || query.age.is_some() {
        let mut scope = String::from(
            " AND EXISTS (SELECT 1 FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
               AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)",
        );
        if let Some(care) = query.care {
            scope.push_str(&format!(" AND s.care = '{}'", care.code()));
        }
        if let Some(age) = query.age {
            scope.push_str(&format!(
                " AND coalesce(s.age_from, 0) <= {age} AND coalesce(s.age_to, 20) >= {age}"
            ));
        }
        scope.push(')');
        inner.push_str(&scope);
    }
    if query.free_only {
        outer.push(
            "approved > taken AND NOT paused AND (ended_on IS NULL OR ended_on > :on)".to_owned(),
        );
    }
    outer.push(standings(&query.standings));
    let from = format!("FROM ({inner}) WHERE {}", outer.join(" AND "));
    let direction = if query.descending { "DESC" } else { "ASC" };
    let order = match query.sort {
        HomeSort::Name => format!("name COLLATE sv {direction}, id"),
        HomeSort::Locality => format!(
            "CASE WHEN protected THEN NULL ELSE locality END COLLATE sv {direction} NULLS LAST, name COLLATE sv"
        ),
        HomeSort::Kind => format!("kind {direction}, name COLLATE sv"),
        HomeSort::Free => {
            let back = if query.descending { "ASC" } else { "DESC" };
            format!(
                "CASE WHEN paused OR ended_on <= :on THEN 0 ELSE max(approved - taken, 0) END {back}, name COLLATE sv"
            )
        }
    };
    let limit = if query.limit == 0 {
        100
    } else {
        query.limit.min(200)
    };
    let named: Vec<(&str, &dyn rusqlite::ToSql)> = values
        .iter()
        .map(|(name, value)| (*name, value as &dyn rusqlite::ToSql))
        .collect();
    let (total, free) = read.conn().prepare_cached(&format!(
        "SELECT count(*), coalesce(sum(CASE WHEN paused OR ended_on <= :on THEN 0 ELSE max(approved - taken, 0) END), 0) {from}"
    ))?.query_row(named.as_slice(), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let sql = format!(
        "SELECT * {from} ORDER BY {order} LIMIT {limit} OFFSET {}",
        query.offset
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement
        .query_map(named.as_slice(), list_row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Page { rows, total, free })
}

fn standings(wanted: &[StandingFilter]) -> String {
    let ended = "(ended_on IS NOT NULL AND ended_on <= :on)";
    if wanted.is_empty() {
        return format!("NOT {ended}");
    }
    let each: Vec<String> = wanted
        .iter()
        .map(|it| match it {
            StandingFilter::Approved => format!("(approved > 0 AND NOT paused AND NOT {ended})"),
            StandingFilter::Paused => format!("(approved > 0 AND paused AND NOT {ended})"),
            StandingFilter::InRecruitment => {
                format!("(approved = 0 AND in_recruitment AND NOT {ended})")
            }
            StandingFilter::NotApproved => {
                format!("(approved = 0 AND NOT in_recruitment AND NOT {ended})")
            }
            StandingFilter::Ended => ended.to_owned(),
        })
        .collect();
    format!("({})", each.join(" OR "))
}

pub(super) fn standing_facts(
    read: &Read<'_>,
    id: &HomeId,
    on: NaiveDate,
) -> Result<Option<StandingFacts>> {
    let sql = format!("{STANDING} AND h.id = :id");
    Ok(read
        .conn()
        .prepare_cached(&sql)?
        .query_row(named_params! {":on": on.to_string(), ":id": id}, list_row)
        .optional()?
        .map(|it| StandingFacts {
            ended_on: it.ended_on,
            in_recruitment: it.in_recruitment,
            approved: it.approved,
            taken: it.taken,
            paused: it.paused,
        }))
}

pub(super) fn people(read: &Read<'_>, home: &HomeId) -> Result<Vec<Person>> {
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

pub(super) fn scopes(read: &Read<'_>, home: &HomeId) -> Result<Vec<Scope>> {
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

pub(super) fn wishes(read: &Read<'_>, home: &HomeId) -> Result<Vec<Wish>> {
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

pub(super) fn pauses(read: &Read<'_>, home: &HomeId) -> Result<Vec<Pause>> {
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

pub(super) fn taken_places(read: &Read<'_>, home: &HomeId) -> Result<Vec<TakenPlace>> {
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

pub(super) fn facts(read: &Read<'_>, home: &HomeId) -> Result<Vec<HomeFact>> {
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

pub(super) fn capabilities(read: &Read<'_>, home: &HomeId) -> Result<Vec<Capability>> {
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

pub(super) fn notes(read: &Read<'_>, home: &HomeId) -> Result<Vec<Note>> {
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

pub(super) fn placement_lines(read: &Read<'_>, home: &HomeId) -> Result<Vec<PlacementLine>> {
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

pub(super) fn latest_recruitment(read: &Read<'_>, home: &HomeId) -> Result<Option<String>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT id FROM recruitment WHERE home_id = ?1 AND gone_at IS NULL ORDER BY opened_on DESC, id DESC LIMIT 1")?
        .query_row([home], |row| row.get(0))
        .optional()?)
}

pub(super) fn checks(read: &Read<'_>, home: &HomeId) -> Result<Vec<RegisterCheck>> {
    let months = law::limit("register_check_max_age", read.today())?.value;
    let mut statement = read.conn().prepare_cached(
        "SELECT c.id, c.person_id, c.register, c.consent_on, c.asked_on, c.received_on, c.read_by, c.result,
                c.assessment, c.decision, c.extract, c.extract_on
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
            valid_to: received_on.map(|it| law::months_after(it, months)),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn people_to_check(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
) -> Result<Vec<CheckedPerson>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT p.id, trim(p.given_name || ' ' || p.family_name), c.register, c.received_on, c.result, c.decision
         FROM person p LEFT JOIN register_check c ON c.person_id = p.id AND c.gone_at IS NULL
         WHERE p.home_id = ?1 AND p.gone_at IS NULL AND p.to_check = 1
           AND (p.moved_out_on IS NULL OR p.moved_out_on > ?2)
         ORDER BY p.id",
    )?;
    let mut people: Vec<CheckedPerson> = Vec::new();
    let mut rows = statement.query(params![home, on.to_string()])?;
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
                remark: result == Some(CheckResult::Remark),
                accepted: decision.map(|it| it == RemarkDecision::Accepted),
            };
            if let Some(last) = people.last_mut() {
                last.checks.push(check);
            }
        }
    }
    Ok(people)
}

pub(super) fn find_by_name(read: &Read<'_>, text: &str) -> Result<Found> {
    let mut found = Found::default();
    let mut homes = read.conn().prepare_cached(
        "SELECT id, name, CASE WHEN protected THEN NULL ELSE locality END FROM home
         WHERE gone_at IS NULL AND (instr(fold(name), ?1) OR (protected = 0 AND instr(fold(coalesce(locality, '')), ?1)))
         ORDER BY instr(fold(name), ?1) <> 1, name COLLATE sv LIMIT ?2",
    )?;
    for home in homes.query_map(params![text, MOST], |row| {
        Ok(FoundHome {
            id: row.get(0)?,
            name: row.get(1)?,
            locality: row.get(2)?,
        })
    })? {
        found.homes.push(home?);
    }
    let mut people = read.conn().prepare_cached(
        "SELECT p.id, p.home_id, trim(p.given_name || ' ' || p.family_name), h.name
         FROM person p JOIN home h ON h.id = p.home_id
         WHERE p.gone_at IS NULL AND h.gone_at IS NULL AND p.protected = 0 AND instr(fold(p.given_name || ' ' || p.family_name), ?1)
         ORDER BY p.given_name COLLATE sv LIMIT ?2",
    )?;
    for person in people.query_map(params![text, MOST], found_person)? {
        found.people.push(person?);
    }
    let mut children = read.conn().prepare_cached(
        "SELECT id, trim(given_name || ' ' || family_name), case_number FROM child
         WHERE gone_at IS NULL AND protected = 0 AND instr(fold(given_name || ' ' || family_name), ?1)
         ORDER BY given_name COLLATE sv LIMIT ?2",
    )?;
    for child in children.query_map(params![text, MOST], found_child)? {
        found.children.push(child?);
    }
    Ok(found)
}

pub(super) fn find_by_number(
    read: &Read<'_>,
    number: Option<&PersonalNumber>,
    digits: &str,
    text: &str,
) -> Result<Found> {
    let mut found = Found::default();
    let mut homes = read.conn().prepare_cached(
        "SELECT id, name, CASE WHEN protected THEN NULL ELSE locality END FROM home
         WHERE gone_at IS NULL AND phone IS NOT NULL AND instr(digits(phone), ?1) ORDER BY name COLLATE sv LIMIT ?2",
    )?;
    for home in homes.query_map(params![digits, MOST], |row| {
        Ok(FoundHome {
            id: row.get(0)?,
            name: row.get(1)?,
            locality: row.get(2)?,
        })
    })? {
        found.homes.push(home?);
    }
    let mut people = read.conn().prepare_cached(
        "SELECT p.id, p.home_id, trim(p.given_name || ' ' || p.family_name), h.name
         FROM person p JOIN home h ON h.id = p.home_id
         WHERE p.gone_at IS NULL AND h.gone_at IS NULL
           AND (p.personal_number = ?1 OR (p.phone IS NOT NULL AND instr(digits(p.phone), ?2))) LIMIT ?3",
    )?;
    for person in people.query_map(params![number, digits, MOST], found_person)? {
        found.people.push(person?);
    }
    let mut children = read.conn().prepare_cached(
        "SELECT id, CASE WHEN protected THEN NULL ELSE trim(given_name || ' ' || family_name) END, case_number FROM child
         WHERE gone_at IS NULL AND (personal_number = ?1 OR instr(fold(coalesce(case_number, '')), fold(?2))) LIMIT ?3",
    )?;
    for child in children.query_map(params![number, text, MOST], found_child)? {
        found.children.push(child?);
    }
    Ok(found)
}

fn found_person(row: &Row<'_>) -> rusqlite::Result<FoundPerson> {
    Ok(FoundPerson {
        id: row.get(0)?,
        home: row.get(1)?,
        name: row.get(2)?,
        home_name: row.get(3)?,
    })
}

fn found_child(row: &Row<'_>) -> rusqlite::Result<FoundChild> {
    Ok(FoundChild {
        id: row.get(0)?,
        name: row.get(1)?,
        case_number: row.get(2)?,
    })
}

pub(super) fn similar(
    read: &Read<'_>,
    words: &[String],
    phone: Option<&str>,
    number: Option<&PersonalNumber>,
) -> Result<Vec<Similar>> {
    let mut found: Vec<Similar> = Vec::new();
    let mut add = |id: HomeId, name: String, locality: Option<String>, why: &str| match found
        .iter_mut()
        .find(|it| it.id == id)
    {
        Some(known) if known.because.iter().any(|it| it == why) => {}
        Some(known) => known.because.push(why.to_owned()),
        None => found.push(Similar {
            id,
            name,
            locality,
            because: vec![why.to_owned()],
        }),
    };
    if let Some(number) = number {
        let mut statement = read.conn().prepare_cached(
            "SELECT h.id, h.name, h.locality FROM person p JOIN home h ON h.id = p.home_id
             WHERE p.personal_number = ?1 AND p.gone_at IS NULL AND h.gone_at IS NULL",
        )?;
        let mut rows = statement.query([number])?;
        while let Some(row) = rows.next()? {
            add(row.get(0)?, row.get(1)?, row.get(2)?, "personal_number");
        }
    }
    if let Some(phone) = phone {
        let mut statement = read.conn().prepare_cached(
            "SELECT h.id, h.name, h.locality FROM home h WHERE h.gone_at IS NULL
               AND (digits(h.phone) = ?1 OR h.id IN (SELECT home_id FROM person WHERE gone_at IS NULL AND digits(phone) = ?1))",
        )?;
        let mut rows = statement.query([phone])?;
        while let Some(row) = rows.next()? {
            add(row.get(0)?, row.get(1)?, row.get(2)?, "phone");
        }
    }
    for word in words {
        let mut statement = read.conn().prepare_cached(
            "SELECT h.id, h.name, h.locality FROM home h WHERE h.gone_at IS NULL
               AND (instr(fold(h.name), ?1) OR h.id IN (SELECT home_id FROM person WHERE gone_at IS NULL AND fold(family_name) = ?1))
             ORDER BY h.name COLLATE sv LIMIT 5",
        )?;
        let mut rows = statement.query([word])?;
        while let Some(row) = rows.next()? {
            add(row.get(0)?, row.get(1)?, row.get(2)?, "name");
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.because.len()));
    found.truncate(5);
    Ok(found)
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
        .prepare_cached("INSERT INTO register_check (id, person_id, register, asked_on) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, input.person, input.register, input.asked_on])?;
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
