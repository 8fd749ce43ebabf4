//! From the register to facts: the child, and one home with everything.
//!
//! Only what a rule reads is loaded; nothing about who the carers are. All
//! homes at once are read by `sweep`, without the words of their answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

use super::facts::{
    Adult, AdultCheck, Animal, Capability, CareKind, CheckRemark, ChildFacts, Evidence, HomeFacts,
    HouseholdChild, Importance, Level, Limits, Measure, Need, NeedArea, NetworkOutcome,
    NetworkPerson, Pause, PlacesTaken, RequiredRegister, SafetyConflict, SafetyKind, Scope,
};
use crate::children::{self, ChildCard};
use crate::error::{Error, Result};
use crate::homes;
use crate::law;
use crate::store::Read;

use super::register::KEPT_SCHOOL;

/// A home as facts with all its answers in words, and the names its sentences need.
pub struct Gathered {
    /// The facts.
    pub facts: HomeFacts,
    /// Names of adults, by key.
    pub people: BTreeMap<String, String>,
}

/// The dated rules on the start day.
///
/// # Errors
/// Our own fault when a rule is missing.
pub fn limits(read: &Read<'_>, on: NaiveDate) -> Result<Limits> {
    let settings = homes::check_settings::on_day(read, on)?;
    let months = settings.register_check_max_age;
    let registers = law::registers()
        .iter()
        .filter(|it| settings.compulsory(&it.key))
        .map(|it| RequiredRegister {
            register: it.key.as_str().into(),
            police: it.police,
            max_age_months: months,
        })
        .collect();
    // Before the ordinance of 2025 there is no such notice in our data.
    let ivo_notice_above = law::limit("ivo_notice_above", on).map_or(u32::MAX, |it| it.value);
    Ok(Limits {
        registers,
        ivo_notice_above,
    })
}

/// The child as facts.
///
/// # Errors
/// Our own fault when a key is no key.
pub fn child(read: &Read<'_>, card: &ChildCard) -> Result<ChildFacts> {
    let today = read.today();
    let needs = card
        .needs
        .iter()
        .map(|it| Need {
            key: it.need_key.as_str().into(),
            area: area(&it.area),
            text: it.text.clone(),
            importance: match it.importance {
                children::Importance::Essential => Importance::Essential,
                children::Importance::Important => Importance::Important,
                children::Importance::Wish => Importance::Wish,
                children::Importance::NotRelevant => Importance::NotRelevant,
            },
            source: it.source.clone().unwrap_or_default(),
            on: it.said_on.unwrap_or(today),
            childs_own_words: it.own_words,
        })
        .collect();
    let network = card
        .network
        .iter()
        .filter_map(|it| {
            let outcome = match it.outcome.unwrap_or(children::NetworkOutcome::NotYet) {
                children::NetworkOutcome::NotYet => NetworkOutcome::NotYet,
                children::NetworkOutcome::Assessed => NetworkOutcome::Assessed,
                children::NetworkOutcome::Declined => NetworkOutcome::Declined,
                children::NetworkOutcome::Unsuitable => NetworkOutcome::Unsuitable,
                children::NetworkOutcome::NoneFound => return None,
            };
            Some(key(&it.id).map(|person| NetworkPerson { person, outcome }))
        })
        .collect::<Result<_>>()?;
    let safety_conflicts = card
        .conflicts
        .iter()
        .map(|it| {
            let kind = match it.kind {
                children::SafetyKind::KnownThreat => SafetyKind::KnownThreat,
                children::SafetyKind::ContactBan => SafetyKind::ContactBan,
                children::SafetyKind::ProtectedAddress => SafetyKind::ProtectedAddress,
            };
            Ok(SafetyConflict {
                home: key(it.home.as_str())?,
                kind,
            })
        })
        .collect::<Result<_>>()?;
    Ok(ChildFacts {
        id: key(card.id.as_str())?,
        birth_date: card.birth_date.unwrap_or(today),
        start_day: card.start_on.filter(|it| *it > today).unwrap_or(today),
        expected_until: None,
        care_kind: care(card.care),
        places_needed: children::places_needed(read, &card.id)?,
        needs,
        network,
        network_none_found: card
            .network
            .iter()
            .any(|it| it.outcome == Some(children::NetworkOutcome::NoneFound)),
        only_placed_child: card.only_child,
        demanding: false,
        allergic_to: if card.pet_allergy {
            vec![
                Animal::Cat,
                Animal::Dog,
                Animal::Horse,
                Animal::Rodent,
                Animal::Bird,
                Animal::Other,
            ]
        } else {
            Vec::new()
        },
        safety_conflicts,
    })
}

/// One home with everything, as on the child's start day; nothing when it is
/// removed or its assignment has ended by then.
///
/// # Errors
/// Only the file's own.
pub fn home(read: &Read<'_>, child: &ChildFacts, id: Uuid) -> Result<Option<Gathered>> {
    let id = id.to_string();
    let Some(mut facts) = base(read, child, &id)? else {
        return Ok(None);
    };
    facts.scopes = all(
        read,
        "SELECT home_id, care, age_from, age_to, places, child_id, coalesce(valid_from, decided_on, '1900-01-01'), valid_to
         FROM scope WHERE gone_at IS NULL AND home_id = ?1",
        [&id],
        scope,
    )?;
    facts.pauses = all(
        read,
        "SELECT from_day, to_day FROM pause WHERE gone_at IS NULL AND home_id = ?1",
        [&id],
        |row| {
            Ok(Pause {
                from: row.get(0)?,
                to: row.get(1)?,
            })
        },
    )?;
    let start = child.start_day.to_string();
    let people = adults(read, &mut facts, &id, child.start_day)?;
    household(read, &mut facts, &id, &start)?;
    capabilities(read, &mut facts, &id, child)?;
    Ok(Some(Gathered { facts, people }))
}

/// How many homes are weighed for a child who moves that day.
///
/// # Errors
/// Only the file's own.
pub fn count(read: &Read<'_>, start_day: NaiveDate) -> Result<u32> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*) FROM home WHERE gone_at IS NULL AND (ended_on IS NULL OR ended_on > ?1)",
    )?;
    Ok(statement.query_row([start_day], |row| row.get(0))?)
}

/// The names of people who stand in the sentences.
///
/// # Errors
/// Only the file's own.
pub fn names(
    read: &Read<'_>,
    people: impl IntoIterator<Item = Uuid>,
) -> Result<BTreeMap<String, String>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT trim(given_name || ' ' || family_name) FROM person WHERE id = ?1",
    )?;
    let mut res = BTreeMap::new();
    for person in people {
        let id = person.to_string();
        if !res.contains_key(&id)
            && let Some(name) = statement.query_row([&id], |row| row.get(0)).optional()?
        {
            res.insert(id, name);
        }
    }
    Ok(res)
}

/// All rows that a statement gives.
fn all<T>(
    read: &Read<'_>,
    sql: &str,
    about: impl rusqlite::Params,
    mut one: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = read.conn().prepare_cached(sql)?;
    let mut rows = statement.query(about)?;
    let mut res = Vec::new();
    while let Some(row) = rows.next()? {
        res.push(one(row)?);
    }
    Ok(res)
}

fn base(read: &Read<'_>, child: &ChildFacts, id: &str) -> Result<Option<HomeFacts>> {
    let found = all(
        read,
        "SELECT h.name, h.investigated_on, f.value
         FROM home h LEFT JOIN home_fact f ON f.home_id = h.id AND f.key = 'pets'
         WHERE h.id = ?1 AND h.gone_at IS NULL AND (h.ended_on IS NULL OR h.ended_on > ?2)",
        (id, child.start_day),
        |row| {
            let pets: Option<String> = row.get(2)?;
            Ok(HomeFacts {
                id: key(id)?,
                name: row.get(0)?,
                investigated_on: row.get(1)?,
                scopes: Vec::new(),
                adults: Vec::new(),
                pauses: Vec::new(),
                taken: PlacesTaken::default(),
                children: Vec::new(),
                animals: pets.as_deref().map(animals),
                free_bedrooms: None,
                planned_changes: Vec::new(),
                assessed_children: Vec::new(),
                keeps_school: None,
                last_request_on: None,
                requests_last_year: 0,
                capabilities: Vec::new(),
            })
        },
    )?;
    Ok(found.into_iter().next())
}

fn adults(
    read: &Read<'_>,
    facts: &mut HomeFacts,
    home: &str,
    start: NaiveDate,
) -> Result<BTreeMap<String, String>> {
    let limit_day = homes::check_settings::on_day(read, start)?.limit_day(start);
    let (start, limit_day) = (start.to_string(), limit_day.to_string());
    let mut people = BTreeMap::new();
    all(
        read,
        "SELECT p.id, trim(p.given_name || ' ' || p.family_name), c.register, c.received_on, c.result, c.decision
         FROM person p LEFT JOIN register_check c ON c.person_id = p.id AND c.gone_at IS NULL AND c.received_on IS NOT NULL
         WHERE p.home_id = ?1 AND p.gone_at IS NULL AND (p.to_check = 1 OR p.birth_date <= ?3) AND (p.moved_out_on IS NULL OR p.moved_out_on > ?2)
         ORDER BY p.id",
        (home, start, limit_day),
        |row| {
            let text: String = row.get(0)?;
            let person = key(&text)?;
            if facts.adults.last().is_none_or(|it| it.person != person) {
                people.insert(text, row.get(1)?);
                let checks = Vec::new();
                facts.adults.push(Adult { person, checks });
            }
            if let Some(register) = row.get::<_, Option<String>>(2)?
                && let Some(adult) = facts.adults.last_mut()
            {
                adult.checks.push(AdultCheck {
                    register: register.into(),
                    result_on: row.get(3)?,
                    remark: remark(row.get(4)?, row.get(5)?),
                });
            }
            Ok(())
        },
    )?;
    Ok(people)
}

/// Children who live in the home on the start day, and the places they take.
fn household(read: &Read<'_>, facts: &mut HomeFacts, home: &str, start: &str) -> Result<()> {
    facts.children = all(
        read,
        "SELECT id, birth_date FROM person
         WHERE home_id = ?1 AND gone_at IS NULL AND role = 'own_child' AND birth_date IS NOT NULL
           AND (moved_out_on IS NULL OR moved_out_on > ?2)
         ORDER BY id",
        (home, start),
        |row| {
            Ok(HouseholdChild {
                person: key(&row.get::<_, String>(0)?)?,
                birth_date: row.get(1)?,
                placed: false,
                only_placed_child: false,
                demanding: false,
            })
        },
    )?;
    all(
        read,
        "SELECT c.id, c.birth_date, c.only_child FROM placement p JOIN child c ON c.id = p.child_id
         WHERE p.home_id = ?1 AND p.gone_at IS NULL AND p.started_on <= ?2 AND (p.ended_on IS NULL OR p.ended_on > ?2)
         ORDER BY c.id",
        (home, start),
        |row| {
            facts.taken.own += 1;
            if let Some(birth_date) = row.get::<_, Option<NaiveDate>>(1)? {
                facts.children.push(HouseholdChild {
                    person: key(&row.get::<_, String>(0)?)?,
                    birth_date,
                    placed: true,
                    only_placed_child: row.get(2)?,
                    demanding: false,
                });
            }
            Ok(())
        },
    )?;
    let taken: Vec<u32> = all(
        read,
        "SELECT places FROM taken_place
         WHERE home_id = ?1 AND gone_at IS NULL AND from_day <= ?2 AND (to_day IS NULL OR to_day >= ?2)",
        (home, start),
        |row| Ok(row.get(0)?),
    )?;
    facts.taken.other_municipalities = taken.iter().sum();
    Ok(())
}

fn capabilities(
    read: &Read<'_>,
    facts: &mut HomeFacts,
    home: &str,
    child: &ChildFacts,
) -> Result<()> {
    for need in &child.needs {
        // A need that is not relevant changes nothing, the school not either.
        let known = facts.capabilities.iter().any(|it| it.need == need.key);
        if need.importance == Importance::NotRelevant || known {
            continue;
        }
        let ageless = law_says_ageless(need.key.as_str());
        let lines = all(
            read,
            "SELECT id, level, evidence, measure, text, source, said_on FROM capability
             WHERE need_key = ?1 AND home_id = ?2 AND gone_at IS NULL ORDER BY id",
            (need.key.as_str(), home),
            |row| {
                let measure: Option<String> = row.get(3)?;
                Ok(Capability {
                    id: key(&row.get::<_, String>(0)?)?,
                    need: need.key.clone(),
                    level: level(row.get(1)?),
                    evidence: evidence(row.get(2)?),
                    text: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
                    source: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                    on: row.get(6)?,
                    ageless,
                    measure: measure_of(measure.as_deref()).map(Box::new),
                })
            },
        )?;
        if need.key.as_str() == KEPT_SCHOOL
            && let Some(last) = lines.last()
        {
            facts.keeps_school = Some(last.level == Level::Yes);
        }
        facts.capabilities.extend(lines);
    }
    Ok(())
}

/// A row of `scope`: home, care, ages, places, named child, first and last day.
pub fn scope(row: &Row<'_>) -> Result<Scope> {
    let named: Option<String> = row.get(5)?;
    Ok(Scope {
        care_kinds: vec![care(row.get(1)?)],
        age_from: row.get(2)?,
        age_to: row.get(3)?,
        places: row.get(4)?,
        named_child: named.as_deref().map(key).transpose()?,
        valid_from: row.get(6)?,
        valid_to: row.get(7)?,
    })
}

/// How an answered check was assessed.
pub fn remark(
    result: Option<homes::CheckResult>,
    decision: Option<homes::RemarkDecision>,
) -> CheckRemark {
    match (result, decision) {
        (Some(homes::CheckResult::Remark), Some(homes::RemarkDecision::Accepted)) => {
            CheckRemark::Accepted
        }
        (Some(homes::CheckResult::Remark), Some(homes::RemarkDecision::NotAccepted)) => {
            CheckRemark::NotAccepted
        }
        (Some(homes::CheckResult::Remark), None) => CheckRemark::NotAssessed,
        _ => CheckRemark::None,
    }
}

/// The level of an answer.
pub fn level(level: homes::Level) -> Level {
    match level {
        homes::Level::Yes => Level::Yes,
        homes::Level::WithSupport => Level::WithSupport,
        homes::Level::No => Level::No,
    }
}

/// What an answer rests on.
pub fn evidence(evidence: homes::Evidence) -> Evidence {
    match evidence {
        homes::Evidence::Seen => Evidence::Seen,
        homes::Evidence::Assessed => Evidence::Assessed,
        homes::Evidence::Stated => Evidence::Stated,
    }
}

/// The measure, when one is written.
pub fn measure_of(text: Option<&str>) -> Option<Measure> {
    let text = text.filter(|it| !it.trim().is_empty())?;
    Some(Measure {
        text: text.to_owned(),
        owner: String::new(),
        before: None,
    })
}

/// The answer to this need does not age.
pub fn law_says_ageless(need: &str) -> bool {
    law::needs().iter().any(|it| it.key == need && it.ageless)
}

/// A key as the file has it.
///
/// # Errors
/// Our own fault.
pub fn key(text: &str) -> Result<Uuid> {
    Uuid::parse_str(text).map_err(|_| Error::internal("a key that is no UUID"))
}

fn care(care: homes::Care) -> CareKind {
    match care {
        homes::Care::Familjehem => CareKind::Familjehem,
        homes::Care::Jourhem => CareKind::Jourhem,
        homes::Care::Natverk => CareKind::NetworkHome,
        homes::Care::Kontaktfamilj => CareKind::ContactFamily,
    }
}

fn area(code: &str) -> NeedArea {
    match code {
        "health" => NeedArea::Health,
        "education" => NeedArea::Education,
        "emotions_and_behaviour" => NeedArea::EmotionsAndBehaviour,
        "identity" => NeedArea::Identity,
        "family_and_relations" => NeedArea::FamilyAndRelations,
        "social_presentation" => NeedArea::SocialPresentation,
        "self_care" => NeedArea::SelfCare,
        "safety" => NeedArea::Safety,
        _ => NeedArea::Practical,
    }
}

/// Reads "katt, två hundar"; "inga djur" and "nej" are none.
pub fn animals(text: &str) -> Vec<Animal> {
    let plain = crate::people::fold(text);
    let known = [
        ("katt", Animal::Cat),
        ("hund", Animal::Dog),
        ("hast", Animal::Horse),
        ("kanin", Animal::Rodent),
        ("marsvin", Animal::Rodent),
        ("fagel", Animal::Bird),
        ("hons", Animal::Bird),
    ];
    let mut found: Vec<Animal> = known
        .iter()
        .filter(|(word, _)| plain.contains(word))
        .map(|(_, animal)| *animal)
        .collect();
    let none = plain.trim().is_empty()
        || ["inga", "nej", "inget", "nix"]
            .iter()
            .any(|it| plain.trim_start().starts_with(it));
    if found.is_empty() && !none {
        found.push(Animal::Other);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn animals_are_read_as_people_write_them() {
        assert_eq!(
            animals("Två katter och en hund"),
            [Animal::Cat, Animal::Dog]
        );
        assert_eq!(animals("inga djur"), []);
        assert_eq!(animals("Sköldpadda"), [Animal::Other]);
    }

    #[test]
    fn every_shipped_need_has_an_area_of_its_own_kind() {
        for need in law::needs() {
            let known = area(&need.area);
            assert!(
                known != NeedArea::Practical || need.area == "practical",
                "{} has an unknown area",
                need.key
            );
        }
    }
}
