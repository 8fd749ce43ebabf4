//! Everything about one home, in one answer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::checks::{self, RegisterCheck};
use super::list::{Checks, checks_of};
use super::rules::{self, Standing};
use super::training::{Training, training};
use super::{Care, Evidence, HomeId, HomeKind, HouseholdRole, Level, NoteKind, WishStrength, sql};
use crate::blocker::Blocker;
use crate::error::{OrNotFound, Result};
use crate::history::{self, HistoryLine};
use crate::law;
use crate::people::PersonId;
use crate::store::Read;

/// Which home.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HomeRef {
    /// Key.
    pub id: HomeId,
}

/// One home.
#[derive(Debug, Serialize, TS)]
pub struct HomeCard {
    /// Key.
    pub id: HomeId,
    /// Counts its changes.
    pub rev: i64,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: HomeKind,
    /// Street; shown only to those who open the card, masked on papers.
    pub street: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Locality.
    pub locality: Option<String>,
    /// Municipality.
    pub municipality: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Protected identity.
    pub protected: bool,
    /// When a socialnämnd had investigated it.
    pub investigated_on: Option<NaiveDate>,
    /// Which.
    pub investigated_by: Option<String>,
    /// When the assignment ended.
    pub ended_on: Option<NaiveDate>,
    /// Why.
    pub ended_reason: Option<String>,
    /// In short.
    pub description: Option<String>,
    /// How it stands today.
    pub standing: Standing,
    /// Places approved today.
    pub approved: u32,
    /// Children placed today, of all municipalities.
    pub taken: u32,
    /// Free places today.
    pub free: u32,
    /// Register checks in a word.
    pub checks_state: Checks,
    /// What is wrong with them today.
    pub check_blockers: Vec<Blocker>,
    /// A recruitment that is open, or the latest.
    pub recruitment: Option<String>,
    /// The household.
    pub people: Vec<Person>,
    /// Approved scope.
    pub scopes: Vec<Scope>,
    /// Wishes, apart from scope.
    pub wishes: Vec<Wish>,
    /// Pauses.
    pub pauses: Vec<Pause>,
    /// Places used by others.
    pub taken_places: Vec<TakenPlace>,
    /// Facts about the house, every one that the unit asks about.
    pub facts: Vec<HomeFact>,
    /// What the home can do.
    pub capabilities: Vec<Capability>,
    /// Register checks.
    pub checks: Vec<RegisterCheck>,
    /// Placements here, with initials and dates only: the child's file is elsewhere.
    pub placements: Vec<PlacementLine>,
    /// Notes and dated facts, newest first.
    pub timeline: Vec<TimelineItem>,
    /// Latest changes.
    pub history: Vec<HistoryLine>,
    /// Basic training, mentor home and supervision.
    pub training: Training,
}

/// A member of the household.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Person {
    /// Key.
    pub id: PersonId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// `ÅÅÅÅMMDD-NNNN`.
    pub personal_number: Option<String>,
    /// Day of birth.
    pub birth_date: Option<NaiveDate>,
    /// Whole years today.
    pub age: Option<u32>,
    /// Place in the household.
    pub role: HouseholdRole,
    /// Whether registers are asked.
    pub to_check: bool,
    /// Whether the person is checked today: as noted, or by age.
    pub checked: bool,
    /// Protected identity.
    pub protected: bool,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Work or studies.
    pub occupation: Option<String>,
    /// First day in the household.
    pub moved_in_on: Option<NaiveDate>,
    /// Last day in the household.
    pub moved_out_on: Option<NaiveDate>,
}

/// What the home is approved for.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words; see the table's columns
pub struct Scope {
    pub id: String,
    pub care: Care,
    pub age_from: Option<u32>,
    pub age_to: Option<u32>,
    pub places: u32,
    pub conditions: Option<String>,
    pub decided_on: Option<NaiveDate>,
    pub paragraph: Option<String>,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
}

/// A wish, with speaker and day.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Wish {
    pub id: String,
    pub strength: WishStrength,
    pub text: String,
    pub said_by: Option<String>,
    pub said_on: Option<NaiveDate>,
}

/// A pause.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Pause {
    pub id: String,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
    pub reason: String,
}

/// Places another municipality uses.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct TakenPlace {
    pub id: String,
    pub municipality: String,
    pub places: u32,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
}

/// A fact about the house: a value, or why there is none.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HomeFact {
    /// Key in `assets/rules/home_facts.toml`.
    pub key: String,
    /// Value.
    pub value: Option<String>,
    /// `unknown`, `not_asked` or `not_relevant`.
    pub gap: Option<String>,
}

/// What the home can do for a need.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Capability {
    pub id: String,
    pub need_key: String,
    pub level: Level,
    pub evidence: Evidence,
    pub measure: Option<String>,
    pub text: Option<String>,
    pub source: Option<String>,
    pub said_on: NaiveDate,
}

/// A note.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct Note {
    pub id: String,
    pub on_day: NaiveDate,
    pub kind: NoteKind,
    pub text: String,
    pub user_name: String,
}

/// A child in the home, by initials; no other content crosses between the files.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct PlacementLine {
    pub id: String,
    pub child: String,
    pub initials: String,
    pub birth_year: Option<i32>,
    pub kind: String,
    pub started_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

/// Something dated about the home.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TimelineItem {
    Note {
        on: NaiveDate,
        note: Note,
    },
    Investigated {
        on: NaiveDate,
    },
    ScopeDecided {
        on: NaiveDate,
        care: Care,
        places: u32,
    },
    PauseBegan {
        on: NaiveDate,
        to: Option<NaiveDate>,
    },
    PlacementBegan {
        on: NaiveDate,
        initials: String,
    },
    PlacementEnded {
        on: NaiveDate,
        initials: String,
    },
    MovedIn {
        on: NaiveDate,
        name: String,
    },
    MovedOut {
        on: NaiveDate,
        name: String,
    },
    Ended {
        on: NaiveDate,
    },
}

impl TimelineItem {
    fn on(&self) -> NaiveDate {
        match self {
            TimelineItem::Note { on, .. }
            | TimelineItem::Investigated { on }
            | TimelineItem::ScopeDecided { on, .. }
            | TimelineItem::PauseBegan { on, .. }
            | TimelineItem::PlacementBegan { on, .. }
            | TimelineItem::PlacementEnded { on, .. }
            | TimelineItem::MovedIn { on, .. }
            | TimelineItem::MovedOut { on, .. }
            | TimelineItem::Ended { on } => *on,
        }
    }
}

/// One home with everything about it.
///
/// # Errors
/// `NotFound`.
pub fn home_card(read: &Read<'_>, input: HomeRef) -> Result<HomeCard> {
    let today = read.today();
    let id = input.id;
    let base = sql::home(read, &id)?.or_not_found("home")?;
    let facts = sql::standing_facts(read, &id, today)?.or_not_found("home")?;
    let limit_day = super::check_settings::on_day(read, today)?.limit_day(today);
    let people: Vec<Person> = sql::people(read, &id)?
        .into_iter()
        .map(|it| Person {
            age: it.birth_date.map(|born| law::age(born, today)),
            checked: it.to_check || it.birth_date.is_some_and(|born| born <= limit_day),
            ..it
        })
        .collect();
    let scopes = sql::scopes(read, &id)?;
    let pauses = sql::pauses(read, &id)?;
    let placements = sql::placement_lines(read, &id)?;
    let timeline = timeline(
        &base,
        sql::notes(read, &id)?,
        &scopes,
        &pauses,
        &placements,
        &people,
    );
    Ok(HomeCard {
        standing: rules::standing(&facts, today),
        approved: facts.approved,
        taken: facts.taken,
        free: rules::free_places(&facts, today),
        checks_state: checks_of(read, &id, today)?,
        check_blockers: checks::blockers(read, &id, today, true)?,
        recruitment: sql::latest_recruitment(read, &id)?,
        wishes: sql::wishes(read, &id)?,
        taken_places: sql::taken_places(read, &id)?,
        facts: sql::facts(read, &id)?,
        capabilities: sql::capabilities(read, &id)?,
        checks: sql::checks(read, &id)?,
        training: training(read, &id)?,
        history: history::of_subject(read, id.as_str(), 30)?,
        people,
        scopes,
        pauses,
        placements,
        timeline,
        rev: base.rev,
        name: base.name,
        kind: base.kind,
        street: base.street,
        postcode: base.postcode,
        locality: base.locality,
        municipality: base.municipality,
        phone: base.phone,
        email: base.email,
        protected: base.protected,
        investigated_on: base.investigated_on,
        investigated_by: base.investigated_by,
        ended_on: base.ended_on,
        ended_reason: base.ended_reason,
        description: base.description,
        id,
    })
}

fn timeline(
    base: &sql::HomeBase,
    notes: Vec<Note>,
    scopes: &[Scope],
    pauses: &[Pause],
    placements: &[PlacementLine],
    people: &[Person],
) -> Vec<TimelineItem> {
    let mut items: Vec<TimelineItem> = notes
        .into_iter()
        .map(|note| TimelineItem::Note {
            on: note.on_day,
            note,
        })
        .collect();
    items.extend(
        base.investigated_on
            .map(|on| TimelineItem::Investigated { on }),
    );
    items.extend(base.ended_on.map(|on| TimelineItem::Ended { on }));
    items.extend(scopes.iter().filter_map(|it| {
        Some(TimelineItem::ScopeDecided {
            on: it.decided_on?,
            care: it.care,
            places: it.places,
        })
    }));
    items.extend(pauses.iter().map(|it| TimelineItem::PauseBegan {
        on: it.from_day,
        to: it.to_day,
    }));
    for it in placements {
        items.push(TimelineItem::PlacementBegan {
            on: it.started_on,
            initials: it.initials.clone(),
        });
        items.extend(it.ended_on.map(|on| TimelineItem::PlacementEnded {
            on,
            initials: it.initials.clone(),
        }));
    }
    for it in people {
        items.extend(it.moved_in_on.map(|on| TimelineItem::MovedIn {
            on,
            name: it.given_name.clone(),
        }));
        items.extend(it.moved_out_on.map(|on| TimelineItem::MovedOut {
            on,
            name: it.given_name.clone(),
        }));
    }
    items.sort_by_key(|it| std::cmp::Reverse(it.on()));
    items
}
