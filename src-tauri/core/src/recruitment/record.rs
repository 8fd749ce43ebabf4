//! What is recorded about a home and prints by itself: who lives there, visits
//! and talks with their days, checks without details, references by kind.
//! Nothing here comes from a child's file or from an instrument's answers.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RecruitmentId, ReferenceKind, sql};
use crate::error::Result;
use crate::homes::{CheckResult, HomeCard, HouseholdRole, Person, RemarkDecision};
use crate::law;
use crate::store::Read;

/// One recorded fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Recorded {
    /// An adult of the household.
    Adult {
        /// Key, to tell two of the same name apart.
        person: String,
        /// Shown name.
        name: String,
        /// Age today.
        age: Option<u32>,
        /// Work.
        occupation: Option<String>,
        /// Code of the place in the household.
        role: HouseholdRole,
    },
    /// A child of the family: the age only.
    Child {
        /// Age today.
        age: Option<u32>,
    },
    /// A step that was done.
    Done {
        /// `contact`, `visit`, `interview` or `talk`.
        group: String,
        /// Key of the step.
        step: String,
        /// Its Swedish name.
        label: String,
        /// When.
        on: NaiveDate,
        /// By whom.
        by: Option<String>,
        /// With whom, for steps per adult.
        with: Option<String>,
    },
    /// The early screening, by method and not by answer.
    Screened {
        /// Its Swedish name.
        title: String,
        /// How many adults have been assessed in some part.
        adults: u32,
    },
    /// Registers that were asked about one person: never a detail.
    Checked {
        /// Key, to tell two of the same name apart.
        person: String,
        /// Shown name.
        name: String,
        /// Swedish names of the registers that have answered.
        registers: Vec<String>,
        /// The oldest of the latest answers.
        oldest_on: NaiveDate,
        /// Whether any had a remark.
        remark: bool,
        /// Whether every remark has been assessed and accepted.
        accepted: bool,
    },
    /// References of one kind.
    References {
        /// From where.
        from: ReferenceKind,
        /// How many.
        count: u32,
        /// The latest.
        latest_on: NaiveDate,
    },
    /// A fact about the house.
    House {
        /// Swedish name of the fact.
        label: String,
        /// Value as it is chosen or written.
        value: String,
    },
    /// Places that another municipality uses now.
    Elsewhere {
        /// Which.
        municipality: String,
        /// How many.
        places: u32,
    },
}

impl Recorded {
    /// The group that a part of the investigation asks for.
    pub fn group(&self) -> &str {
        match self {
            Self::Adult { .. } => "adult",
            Self::Child { .. } => "child",
            Self::Done { group, .. } => group,
            Self::Screened { .. } => "screening",
            Self::Checked { .. } => "check",
            Self::References { .. } => "reference",
            Self::House { .. } => "house",
            Self::Elsewhere { .. } => "elsewhere",
        }
    }
}

/// Everything recorded, in the order it is told.
///
/// # Errors
/// Only the file's own.
pub fn recorded(read: &Read<'_>, id: &RecruitmentId, card: &HomeCard) -> Result<Vec<Recorded>> {
    let today = read.today();
    let here: Vec<&Person> = card
        .people
        .iter()
        .filter(|it| it.moved_out_on.is_none_or(|out| out > today))
        .collect();
    let mut found = Vec::new();
    household(&mut found, &here);
    done(&mut found, read, id, &card.people)?;
    screened(&mut found, read, id)?;
    references(&mut found, read, id)?;
    for person in &here {
        checked(&mut found, card, person);
    }
    house(&mut found, card);
    found.extend(
        card.taken_places
            .iter()
            .filter(|it| it.from_day <= today && it.to_day.is_none_or(|to| to >= today))
            .map(|it| Recorded::Elsewhere {
                municipality: it.municipality.clone(),
                places: it.places,
            }),
    );
    Ok(found)
}

fn name(person: &Person) -> String {
    format!("{} {}", person.given_name, person.family_name)
        .trim()
        .to_owned()
}

fn household(found: &mut Vec<Recorded>, people: &[&Person]) {
    for it in people {
        found.push(match it.role {
            HouseholdRole::OwnChild => Recorded::Child { age: it.age },
            role => Recorded::Adult {
                person: it.id.0.clone(),
                name: name(it),
                age: it.age,
                occupation: it.occupation.clone(),
                role,
            },
        });
    }
}

fn done(
    found: &mut Vec<Recorded>,
    read: &Read<'_>,
    id: &RecruitmentId,
    people: &[Person],
) -> Result<()> {
    for it in sql::steps(read, id)? {
        let Some(on) = it.done_on else { continue };
        let Some(kind) = super::step_kinds().iter().find(|kind| kind.key == it.step) else {
            continue;
        };
        let group = match it.step.as_str() {
            "own_children" => "talk",
            "interview" | "interpretation" => "interview",
            step if step.starts_with("home_visit") => "visit",
            _ => "contact",
        };
        found.push(Recorded::Done {
            group: group.into(),
            label: kind.label.clone(),
            step: it.step,
            on,
            by: it.done_by,
            with: it
                .person
                .and_then(|id| people.iter().find(|one| one.id == id))
                .map(name),
        });
    }
    Ok(())
}

fn screened(found: &mut Vec<Recorded>, read: &Read<'_>, id: &RecruitmentId) -> Result<()> {
    let people: std::collections::BTreeSet<_> = sql::assessments(read, id)?
        .into_iter()
        .map(|it| it.person)
        .collect();
    if !people.is_empty() {
        found.push(Recorded::Screened {
            title: super::screening::instrument_of(read, id)?.title,
            adults: u32::try_from(people.len()).unwrap_or(u32::MAX),
        });
    }
    Ok(())
}

fn references(found: &mut Vec<Recorded>, read: &Read<'_>, id: &RecruitmentId) -> Result<()> {
    let mut kinds: BTreeMap<ReferenceKind, (u32, NaiveDate)> = BTreeMap::new();
    for it in sql::references(read, id)? {
        if let Some(on) = it.taken_on {
            let entry = kinds.entry(it.kind).or_insert((0, on));
            *entry = (entry.0 + 1, entry.1.max(on));
        }
    }
    found.extend(
        kinds
            .into_iter()
            .map(|(from, (count, latest_on))| Recorded::References {
                from,
                count,
                latest_on,
            }),
    );
    Ok(())
}

fn checked(found: &mut Vec<Recorded>, card: &HomeCard, person: &Person) {
    let latest: Vec<_> = law::registers()
        .iter()
        .filter_map(|register| {
            card.checks
                .iter()
                .filter(|it| it.person == person.id && it.register == register.key)
                .filter(|it| it.received_on.is_some())
                .max_by_key(|it| it.received_on)
                .map(|it| (register, it))
        })
        .collect();
    let Some(oldest_on) = latest.iter().filter_map(|(_, it)| it.received_on).min() else {
        return;
    };
    let remarks: Vec<_> = latest
        .iter()
        .filter(|(_, it)| it.result == Some(CheckResult::Remark))
        .collect();
    found.push(Recorded::Checked {
        person: person.id.0.clone(),
        name: name(person),
        registers: latest.iter().map(|(it, _)| it.name.clone()).collect(),
        oldest_on,
        remark: !remarks.is_empty(),
        accepted: remarks
            .iter()
            .all(|(_, it)| it.decision == Some(RemarkDecision::Accepted)),
    });
}

fn house(found: &mut Vec<Recorded>, card: &HomeCard) {
    for kind in law::home_facts() {
        let value = card
            .facts
            .iter()
            .find(|it| it.key == kind.key)
            .and_then(|it| it.value.clone())
            .filter(|it| !it.trim().is_empty());
        found.extend(value.map(|value| Recorded::House {
            label: kind.label.clone(),
            value,
        }));
    }
}
