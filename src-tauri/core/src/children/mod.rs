//! The child's own file: who the child is, the child's own words, the need
//! sheet and the network. Apart from every home's file; opening it is noted.

mod card;
pub(crate) mod sql;

pub use card::{
    ChildCard, ChildList, ChildRef, ChildRow, NeedLine, NetworkLine, child_list, open_child,
};

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::HomeId;
use crate::law;
use crate::people::PersonalNumber;
use crate::store::fields::{Entity, Field, Kind, nothing_follows, number_reason};
use crate::store::{Read, Write, choice, id, texts};

id!(
    /// A child.
    ChildId
);

choice!(
    /// On what ground the child is cared for.
    LegalGround {
        /// With consent.
        Sol = "sol",
        /// Because of the home.
        Lvu2 = "lvu2",
        /// Because of own behaviour.
        Lvu3 = "lvu3",
        /// Taken into care at once.
        Lvu6 = "lvu6",
        /// Placed by the parents, with medgivande.
        Medgivande = "medgivande",
    }
);

choice!(
    /// How much a need weighs.
    Importance {
        /// Must be met.
        Essential = "essential",
        /// Should be met.
        Important = "important",
        /// Would be good.
        Wish = "wish",
        /// Changes nothing anywhere.
        NotRelevant = "not_relevant",
    }
);

choice!(
    /// What came of weighing somebody in the network.
    NetworkOutcome {
        /// Nothing yet.
        NotYet = "not_yet",
        /// Assessed as possible.
        Assessed = "assessed",
        /// Said no.
        Declined = "declined",
        /// Not suitable, with the reason.
        Unsuitable = "unsuitable",
        /// Nobody was found.
        NoneFound = "none_found",
    }
);

choice!(
    /// Why a home can never take a child.
    SafetyKind {
        /// A known threat.
        KnownThreat = "known_threat",
        /// A contact ban.
        ContactBan = "contact_ban",
        /// The child's address is protected from there.
        ProtectedAddress = "protected_address",
    }
);

/// The child.
pub const CHILD: Entity = Entity {
    name: "child",
    fields: &[
        Field::new("given_name", Kind::Line(80)),
        Field::new("family_name", Kind::Line(80)),
        Field::new("personal_number", Kind::PersonalNumber),
        Field::new("birth_date", Kind::PastDay),
        Field::new("case_number", Kind::Line(40)),
        Field::new("protected", Kind::Flag),
        Field::new("legal_ground", Kind::Choice(LegalGround::CODES)),
        Field::required("care", Kind::Choice(crate::homes::Care::CODES)),
        Field::new("start_on", Kind::Day),
        Field::new("municipality", Kind::Line(80)),
        Field::new("school", Kind::Line(120)),
        Field::new("only_child", Kind::Flag),
        Field::new("pet_allergy", Kind::Flag),
        Field::new("sibling_group", Kind::Line(40)),
        Field::new("own_words", Kind::Text),
        Field::new("own_words_on", Kind::PastDay),
        Field::new("not_asked_reason", Kind::Text),
        Field::new("background", Kind::Text),
        Field::new("social_worker", Kind::Line(120)),
    ],
    removable: true,
    parent: None,
    after: child_follows,
};

fn child_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    if matches!(field, "personal_number" | "birth_date") {
        sql::birth_date_from_number(write, id)?;
    }
    Ok(())
}

/// A line of the need sheet.
pub const NEED: Entity = Entity {
    name: "need",
    fields: &[
        Field::new("text", Kind::Line(500)),
        Field::required("importance", Kind::Choice(Importance::CODES)),
        Field::new("source", Kind::Line(120)),
        Field::new("said_on", Kind::PastDay),
        Field::new("own_words", Kind::Flag),
    ],
    removable: true,
    parent: Some("child_id"),
    after: need_follows,
};

fn need_follows(write: &Write<'_>, id: &str, _: &str) -> Result<()> {
    sql::mark_after_lock(write, id)
}

/// Somebody in the child's network.
pub const NETWORK_PERSON: Entity = Entity {
    name: "network_person",
    fields: &[
        Field::new("name", Kind::Line(120)),
        Field::new("relation", Kind::Line(80)),
        Field::new("outcome", Kind::Choice(NetworkOutcome::CODES)),
        Field::new("reason", Kind::Line(500)),
        Field::new("weighed_on", Kind::PastDay),
    ],
    removable: true,
    parent: Some("child_id"),
    after: nothing_follows,
};

/// A home that can never take this child.
pub const SAFETY_CONFLICT: Entity = Entity {
    name: "safety_conflict",
    fields: &[Field::required("kind", Kind::Choice(SafetyKind::CODES))],
    removable: true,
    parent: Some("child_id"),
    after: nothing_follows,
};

/// A child to register.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewChild {
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: Option<String>,
    /// Personal or co-ordination number, as written.
    pub personal_number: Option<String>,
    /// Day of birth, when there is no number.
    pub birth_date: Option<NaiveDate>,
    /// The care that is looked for.
    pub care: crate::homes::Care,
    /// From when.
    pub start_on: Option<NaiveDate>,
    /// Case number.
    pub case_number: Option<String>,
    /// The form's draft to drop.
    pub draft: Option<String>,
}

/// A need to put on the sheet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewNeed {
    /// Child.
    pub child: ChildId,
    /// Key in `assets/rules/needs.toml`.
    pub need_key: String,
    /// In own words.
    pub text: Option<String>,
    /// How much it weighs.
    pub importance: Importance,
    /// Who said it.
    pub source: Option<String>,
    /// When.
    pub said_on: Option<NaiveDate>,
    /// Whether these are the child's own words.
    #[serde(default)]
    pub own_words: bool,
}

/// Somebody to weigh.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewNetworkPerson {
    /// Child.
    pub child: ChildId,
    /// Name; may be empty when nobody was found.
    pub name: String,
    /// Relation to the child.
    pub relation: Option<String>,
    /// What came of it.
    pub outcome: NetworkOutcome,
    /// Why.
    pub reason: Option<String>,
}

/// A home that can never take this child.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSafetyConflict {
    /// Child.
    pub child: ChildId,
    /// Home.
    pub home: HomeId,
    /// Why; the circumstances stay out of both files.
    pub kind: SafetyKind,
}

/// Registers a child.
///
/// # Errors
/// At the names, the number and the day of birth.
pub fn create_child(write: &Write<'_>, input: NewChild) -> Result<ChildId> {
    if input.given_name.trim().is_empty() {
        return Err(Error::invalid("given_name", Reason::Required));
    }
    let number = match input
        .personal_number
        .as_deref()
        .map(str::trim)
        .filter(|it| !it.is_empty())
    {
        None => None,
        Some(text) => Some(
            PersonalNumber::parse(text, write.today())
                .map_err(|err| Error::invalid("personal_number", number_reason(err)))?,
        ),
    };
    let born = number
        .as_ref()
        .map(PersonalNumber::birth_date)
        .or(input.birth_date);
    if born.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("birth_date", Reason::InFuture));
    }
    let id = ChildId(write.new_id());
    sql::insert_child(write, &id, &input, number.as_ref(), born)?;
    if let Some(draft) = &input.draft {
        texts::drop_draft(write, draft)?;
    }
    write.record(&Event::ChildCreated { id: id.0.clone() })?;
    Ok(id)
}

/// Puts a need on the sheet; after the lock it is marked as added later.
///
/// # Errors
/// Unknown need; the same need twice.
pub fn add_need(write: &Write<'_>, input: NewNeed) -> Result<String> {
    let kind = law::needs()
        .iter()
        .find(|it| it.key == input.need_key)
        .ok_or_else(|| Error::invalid("need_key", Reason::NotAChoice))?;
    if sql::has_need(&write.as_read(), &input.child, &input.need_key)? {
        return Err(Error::invalid("need_key", Reason::AlreadyThere));
    }
    if input.said_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("said_on", Reason::InFuture));
    }
    let id = write.new_id();
    sql::insert_need(write, &id, &input, &kind.area)?;
    sql::mark_after_lock(write, &id)?;
    added(write, "need", &id, &input.child)?;
    Ok(id)
}

/// Notes somebody in the network, with what came of it.
///
/// # Errors
/// Without a name, unless nobody was found.
pub fn add_network_person(write: &Write<'_>, input: NewNetworkPerson) -> Result<String> {
    if input.name.trim().is_empty() && input.outcome != NetworkOutcome::NoneFound {
        return Err(Error::invalid("name", Reason::Required));
    }
    let id = write.new_id();
    sql::insert_network_person(write, &id, &input)?;
    added(write, "network_person", &id, &input.child)?;
    Ok(id)
}

/// Notes that a home can never take this child.
///
/// # Errors
/// Only the file's own.
pub fn add_safety_conflict(write: &Write<'_>, input: NewSafetyConflict) -> Result<String> {
    let id = write.new_id();
    sql::insert_safety_conflict(write, &id, &input)?;
    added(write, "safety_conflict", &id, &input.child)?;
    Ok(id)
}

/// Locks the need sheet, so that the list of homes cannot shape the needs.
///
/// # Errors
/// A sheet without needs.
pub fn lock_need_sheet(write: &Write<'_>, input: ChildRef) -> Result<()> {
    if !sql::has_any_need(&write.as_read(), &input.id)? {
        return Err(Error::invalid("needs", Reason::Required));
    }
    sql::set_locked(write, &input.id)?;
    write.record(&Event::NeedSheetLocked { id: input.id.0 })
}

/// How many places the child needs in one home: siblings without a home who
/// are to live together, this one included.
///
/// # Errors
/// Only the file's own.
pub fn places_needed(read: &Read<'_>, child: &ChildId) -> Result<u32> {
    sql::places_needed(read, child)
}

/// A child's card without its history, for matching and papers: the one who
/// asks leaves the trace.
///
/// # Errors
/// `NotFound`.
pub fn card(read: &Read<'_>, id: &ChildId) -> Result<ChildCard> {
    let card = sql::card(read, id)?.or_not_found("child")?;
    Ok(ChildCard {
        age: card.birth_date.map(|birth| law::age(birth, read.today())),
        needs: sql::needs(read, id)?,
        network: sql::network(read, id)?,
        conflicts: sql::conflicts(read, id)?,
        placements: sql::placements(read, id)?,
        papers: sql::papers(read, id)?,
        ..card
    })
}

fn added(write: &Write<'_>, entity: &str, id: &str, child: &ChildId) -> Result<()> {
    write.record(&Event::RowAdded {
        entity: entity.into(),
        id: id.into(),
        parent: Some(child.0.clone()),
    })
}
