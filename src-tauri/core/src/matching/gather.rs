//! From the register to facts: what matching is told, read in one sweep.
//!
//! Only what a rule reads is loaded; nothing about who the carers are.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::Keys;
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

/// Homes as facts, with the names their sentences need.
pub struct Homes {
    /// One for each home of the unit.
    pub facts: Vec<HomeFacts>,
    /// Names of adults, by key.
    pub people: BTreeMap<String, String>,
    /// Localities, by home.
    pub localities: BTreeMap<String, String>,
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

/// Every home of the unit whose assignment has not ended.
///
/// # Errors
/// Only the file's own.
pub fn homes(read: &Read<'_>, child: &ChildFacts) -> Result<Homes> {
    let mut gathered = base(read, child)?;
    let places: HashMap<String, usize> = gathered
        .facts
        .iter()
        .enumerate()
        .map(|(at, it)| (it.id.to_string(), at))
        .collect();
    let start = child.start_day.to_string();
    let home = |facts: &mut Homes, id: &str, put: &mut dyn FnMut(&mut HomeFacts)| {
        if let Some(at) = places.get(id) {
            put(&mut facts.facts[*at]);
        }
    };
    let mut scopes = read.conn().prepare_cached(
        "SELECT home_id, care, age_from, age_to, places, child_id, coalesce(valid_from, decided_on, '1900-01-01'), valid_to FROM scope WHERE gone_at IS NULL",
    )?;
    let mut rows = scopes.query([])?;
    while let Some(row) = rows.next()? {
        let named: Option<String> = row.get(5)?;
        let scope = Scope {
            care_kinds: vec![care(row.get(1)?)],
            age_from: row.get(2)?,
            age_to: row.get(3)?,
            places: row.get(4)?,
            named_child: named.as_deref().map(key).transpose()?,
            valid_from: row.get(6)?,
            valid_to: row.get(7)?,
        };
        home(
            &mut gathered,
            row.get_ref(0)?.as_str().unwrap_or_default(),
            &mut |it| it.scopes.push(scope.clone()),
        );
    }
    adults(read, &mut gathered, &places, &start)?;
    let mut pauses = read
        .conn()
        .prepare_cached("SELECT home_id, from_day, to_day FROM pause WHERE gone_at IS NULL")?;
    let mut rows = pauses.query([])?;
    while let Some(row) = rows.next()? {
        let pause = Pause {
            from: row.get(1)?,
            to: row.get(2)?,
        };
        home(
            &mut gathered,
            row.get_ref(0)?.as_str().unwrap_or_default(),
            &mut |it| it.pauses.push(pause.clone()),
        );
    }
    household(read, &mut gathered, &places, &start)?;
    capabilities(read, &mut gathered, &places, child)?;
    Ok(gathered)
}

fn base(read: &Read<'_>, child: &ChildFacts) -> Result<Homes> {
    let mut statement = read.conn().prepare_cached(
        "SELECT h.id, h.name, h.investigated_on, CASE WHEN h.protected THEN NULL ELSE h.locality END, f.value, f.gap
         FROM home h LEFT JOIN home_fact f ON f.home_id = h.id AND f.key = 'pets'
         WHERE h.gone_at IS NULL AND (h.ended_on IS NULL OR h.ended_on > ?1)",
    )?;
    let mut rows = statement.query([child.start_day])?;
    let mut gathered = Homes {
        facts: Vec::new(),
        people: BTreeMap::new(),
        localities: BTreeMap::new(),
    };
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        if let Some(place) = row.get::<_, Option<String>>(3)? {
            gathered.localities.insert(id.clone(), place);
        }
        let pets: Option<String> = row.get(4)?;
        gathered.facts.push(HomeFacts {
            id: key(&id)?,
            name: row.get(1)?,
            investigated_on: row.get(2)?,
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
        });
    }
    Ok(gathered)
}

fn adults(
    read: &Read<'_>,
    gathered: &mut Homes,
    places: &HashMap<String, usize>,
    start: &str,
) -> Result<()> {
    let mut keys = Keys::default();
    let checked = homes::check_settings::CHECKED;
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT p.home_id, p.id, trim(p.given_name || ' ' || p.family_name), c.register, c.received_on, c.result, c.decision
         FROM person p LEFT JOIN register_check c ON c.person_id = p.id AND c.gone_at IS NULL AND c.received_on IS NOT NULL
         WHERE p.gone_at IS NULL AND {checked} AND (p.moved_out_on IS NULL OR p.moved_out_on > ?1)
         ORDER BY p.home_id, p.id",
    ))?;
    let day: NaiveDate = start
        .parse()
        .map_err(|_| Error::internal("a start day that is no day"))?;
    let limit_day = homes::check_settings::on_day(read, day)?.limit_day(day);
    let mut rows = statement.query([start, &limit_day.to_string()])?;
    while let Some(row) = rows.next()? {
        let Some(at) = places.get(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        let text: String = row.get(1)?;
        let person = key(&text)?;
        let adults = &mut gathered.facts[*at].adults;
        if adults.last().is_none_or(|it| it.person != person) {
            gathered.people.insert(text, row.get(2)?);
            adults.push(Adult {
                person,
                checks: Vec::new(),
            });
        }
        if let Some(register) = row.get::<_, Option<String>>(3)? {
            let result: Option<homes::CheckResult> = row.get(5)?;
            let decision: Option<homes::RemarkDecision> = row.get(6)?;
            let remark = match (result, decision) {
                (Some(homes::CheckResult::Remark), Some(homes::RemarkDecision::Accepted)) => {
                    CheckRemark::Accepted
                }
                (Some(homes::CheckResult::Remark), Some(homes::RemarkDecision::NotAccepted)) => {
                    CheckRemark::NotAccepted
                }
                (Some(homes::CheckResult::Remark), None) => CheckRemark::NotAssessed,
                _ => CheckRemark::None,
            };
            let check = AdultCheck {
                register: keys.key(&register),
                result_on: row.get(4)?,
                remark,
            };
            if let Some(adult) = adults.last_mut() {
                adult.checks.push(check);
            }
        }
    }
    Ok(())
}

/// Children who live in each home on the start day, and the places they take.
fn household(
    read: &Read<'_>,
    gathered: &mut Homes,
    places: &HashMap<String, usize>,
    start: &str,
) -> Result<()> {
    let mut own = read.conn().prepare_cached(
        "SELECT home_id, id, birth_date FROM person
         WHERE gone_at IS NULL AND role = 'own_child' AND birth_date IS NOT NULL AND (moved_out_on IS NULL OR moved_out_on > ?1)",
    )?;
    let mut rows = own.query([start])?;
    while let Some(row) = rows.next()? {
        let Some(at) = places.get(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        let child = HouseholdChild {
            person: key(row.get_ref(1)?.as_str().unwrap_or_default())?,
            birth_date: row.get(2)?,
            placed: false,
            only_placed_child: false,
            demanding: false,
        };
        gathered.facts[*at].children.push(child);
    }
    let mut placed = read.conn().prepare_cached(
        "SELECT p.home_id, c.id, c.birth_date, c.only_child FROM placement p JOIN child c ON c.id = p.child_id
         WHERE p.gone_at IS NULL AND p.started_on <= ?1 AND (p.ended_on IS NULL OR p.ended_on > ?1)",
    )?;
    let mut rows = placed.query([start])?;
    while let Some(row) = rows.next()? {
        let Some(at) = places.get(row.get_ref(0)?.as_str().unwrap_or_default()) else {
            continue;
        };
        let home = &mut gathered.facts[*at];
        home.taken.own += 1;
        if let Some(birth_date) = row.get::<_, Option<NaiveDate>>(2)? {
            home.children.push(HouseholdChild {
                person: key(row.get_ref(1)?.as_str().unwrap_or_default())?,
                birth_date,
                placed: true,
                only_placed_child: row.get(3)?,
                demanding: false,
            });
        }
    }
    let mut taken = read.conn().prepare_cached(
        "SELECT home_id, sum(places) FROM taken_place
         WHERE gone_at IS NULL AND from_day <= ?1 AND (to_day IS NULL OR to_day >= ?1) GROUP BY home_id",
    )?;
    let mut rows = taken.query([start])?;
    while let Some(row) = rows.next()? {
        if let Some(at) = places.get(row.get_ref(0)?.as_str().unwrap_or_default()) {
            gathered.facts[*at].taken.other_municipalities = row.get(1)?;
        }
    }
    Ok(())
}

fn capabilities(
    read: &Read<'_>,
    gathered: &mut Homes,
    places: &HashMap<String, usize>,
    child: &ChildFacts,
) -> Result<()> {
    let mut keys = Keys::default();
    // Answers to questions this child does not put are not read at all.
    let mut statement = read.conn().prepare_cached(
        "SELECT home_id, id, level, evidence, measure, text, source, said_on FROM capability WHERE need_key = ?1 AND gone_at IS NULL",
    )?;
    for need in &child.needs {
        let key_of_need = keys.key(need.key.as_str());
        let ageless = law::needs()
            .iter()
            .any(|it| it.key == need.key.as_str() && it.ageless);
        let school = need.key.as_str() == "kept_school";
        let mut rows = statement.query([need.key.as_str()])?;
        while let Some(row) = rows.next()? {
            let Some(at) = places.get(row.get_ref(0)?.as_str().unwrap_or_default()) else {
                continue;
            };
            let level = match row.get::<_, homes::Level>(2)? {
                homes::Level::Yes => Level::Yes,
                homes::Level::WithSupport => Level::WithSupport,
                homes::Level::No => Level::No,
            };
            let evidence = match row.get::<_, homes::Evidence>(3)? {
                homes::Evidence::Seen => Evidence::Seen,
                homes::Evidence::Assessed => Evidence::Assessed,
                homes::Evidence::Stated => Evidence::Stated,
            };
            let measure: Option<String> = row.get(4)?;
            let home = &mut gathered.facts[*at];
            if school {
                home.keeps_school = Some(level == Level::Yes);
            }
            home.capabilities.push(Capability {
                id: key(row.get_ref(1)?.as_str().unwrap_or_default())?,
                need: key_of_need.clone(),
                level,
                evidence,
                text: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                source: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
                on: row.get(7)?,
                ageless,
                measure: measure.filter(|it| !it.trim().is_empty()).map(|text| {
                    Box::new(Measure {
                        text,
                        owner: String::new(),
                        before: None,
                    })
                }),
            });
        }
    }
    Ok(())
}

fn key(text: &str) -> Result<Uuid> {
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
fn animals(text: &str) -> Vec<Animal> {
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
