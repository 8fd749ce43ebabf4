//! Finding homes, people and children, and homes that resemble one another.

use rusqlite::{Row, params};

use crate::error::Result;
use crate::homes::HomeId;
use crate::homes::search::{Found, FoundChild, FoundHome, FoundPerson, MOST, Similar};
use crate::people::PersonalNumber;
use crate::store::Read;

/// Every name is looked at, so the tables are read as they lie: through an
/// index each row would be fetched by itself.
pub(in crate::homes) fn find_by_name(read: &Read<'_>, text: &str) -> Result<Found> {
    let mut found = Found::default();
    let mut homes = read.conn().prepare_cached(
        "SELECT id, name, CASE WHEN protected THEN NULL ELSE locality END FROM home NOT INDEXED
         WHERE gone_at IS NULL AND (holds(name, ?1) OR (protected = 0 AND holds(coalesce(locality, ''), ?1)))
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
         FROM person p NOT INDEXED JOIN home h ON h.id = p.home_id
         WHERE p.gone_at IS NULL AND h.gone_at IS NULL AND p.protected = 0 AND holds(p.given_name || ' ' || p.family_name, ?1)
         ORDER BY p.given_name COLLATE sv LIMIT ?2",
    )?;
    for person in people.query_map(params![text, MOST], found_person)? {
        found.people.push(person?);
    }
    let mut children = read.conn().prepare_cached(
        "SELECT id, trim(given_name || ' ' || family_name), case_number FROM child NOT INDEXED
         WHERE gone_at IS NULL AND protected = 0 AND holds(given_name || ' ' || family_name, ?1)
         ORDER BY given_name COLLATE sv LIMIT ?2",
    )?;
    for child in children.query_map(params![text, MOST], found_child)? {
        found.children.push(child?);
    }
    Ok(found)
}

pub(in crate::homes) fn find_by_number(
    read: &Read<'_>,
    number: Option<&PersonalNumber>,
    digits: &str,
    text: &str,
) -> Result<Found> {
    let mut found = Found::default();
    let mut homes = read.conn().prepare_cached(
        "SELECT id, name, CASE WHEN protected THEN NULL ELSE locality END FROM home NOT INDEXED
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
         FROM person p NOT INDEXED JOIN home h ON h.id = p.home_id
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

pub(in crate::homes) fn similar(
    read: &Read<'_>,
    words: &[String],
    phone: Option<&str>,
    number: Option<&PersonalNumber>,
    email: Option<&str>,
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
    if let Some(email) = email {
        let mut statement = read.conn().prepare_cached(
            "SELECT h.id, h.name, h.locality FROM home h WHERE h.gone_at IS NULL
               AND (fold(h.email) = fold(?1) OR h.id IN (SELECT home_id FROM person WHERE gone_at IS NULL AND fold(email) = fold(?1)))",
        )?;
        let mut rows = statement.query([email])?;
        while let Some(row) = rows.next()? {
            add(row.get(0)?, row.get(1)?, row.get(2)?, "email");
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
