//! Who lives where: dates, law and price; no narrative. One way only to place a
//! child, and it refuses by the rules that must hold before any placement.

mod due;
pub mod rules;
pub(crate) mod sql;
mod studies;
mod today;

pub use due::{Due, DueItem, DueQuery, Subject, Why, due};
pub use today::{Today, today};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::blocker::Blocker;
use crate::children::{ChildId, LegalGround};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::{self, HomeId};
use crate::store::fields::{Entity, Field, Kind};
use crate::store::{Read, Write, choice, id};

id!(
    /// A placement.
    PlacementId
);

choice!(
    /// Whether the home is the municipality's own.
    Regime {
        /// Own.
        Own = "own",
        /// Through a firm.
        External = "external",
    }
);

choice!(
    /// The ten types that placements are counted by (domain.md 10).
    PlacementKind {
        /// Familjehem.
        Familjehem = "familjehem",
        /// Familjehem in the child's network.
        FamiljehemNatverk = "familjehem_natverk",
        /// With kin.
        Slaktinghem = "slaktinghem",
        /// Another private home.
        AnnatEnskilt = "annat_enskilt",
        /// For a short time in the network.
        TillfalligNatverk = "tillfallig_natverk",
        /// Jourhem.
        Jourhem = "jourhem",
        /// Jourhem for a short time.
        TillfalligtJourhem = "tillfalligt_jourhem",
        /// Familjehem supported by a firm.
        KonsulentstottFamiljehem = "konsulentstott_familjehem",
        /// Jourhem supported by a firm.
        KonsulentstottJourhem = "konsulentstott_jourhem",
        /// Treatment family.
        Behandlingsfamilj = "behandlingsfamilj",
    }
);

impl PlacementKind {
    /// Whether the care is temporary (SoL 22:4).
    #[must_use]
    pub fn is_jour(self) -> bool {
        matches!(
            self,
            PlacementKind::Jourhem
                | PlacementKind::TillfalligtJourhem
                | PlacementKind::KonsulentstottJourhem
        )
    }
}

choice!(
    /// How a placement ended.
    EndCause {
        /// As planned.
        Planned = "planned",
        /// Moved home.
        MovedHome = "moved_home",
        /// Moved to another home.
        MovedOn = "moved_on",
        /// Broke down (sammanbrott).
        Breakdown = "breakdown",
        /// Came of age.
        OfAge = "of_age",
    }
);

/// The dates of a placement.
pub const PLACEMENT: Entity = Entity {
    name: "placement",
    fields: &[
        Field::new("investigation_opened_on", Kind::PastDay),
        Field::new("investigation_closed_on", Kind::PastDay),
        Field::new("considered_on", Kind::PastDay),
        Field::new("extended_to", Kind::Day),
        Field::new("day_price_ore", Kind::Number(0, 10_000_000)),
    ],
    removable: false,
    parent: Some("home_id"),
    after: placement_follows,
};

fn placement_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    homes::in_order(
        write,
        "placement",
        id,
        ("investigation_opened_on", "investigation_closed_on"),
        field,
    )
}

/// A placement as lists show it.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct Placement {
    pub id: PlacementId,
    pub child: ChildId,
    /// Nothing for a protected child: the case number is shown instead.
    pub child_name: Option<String>,
    pub case_number: Option<String>,
    pub home: HomeId,
    pub home_name: String,
    pub regime: Regime,
    pub kind: PlacementKind,
    pub legal_ground: LegalGround,
    pub started_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
    pub investigation_opened_on: Option<NaiveDate>,
    pub investigation_closed_on: Option<NaiveDate>,
    pub considered_on: Option<NaiveDate>,
    pub extended_to: Option<NaiveDate>,
    pub day_price_ore: Option<i64>,
}

/// Which placements.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PlacementQuery {
    /// Also those that have ended.
    pub ended: bool,
}

/// A child to place.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceChild {
    /// Child.
    pub child: ChildId,
    /// Home.
    pub home: HomeId,
    /// Own or through a firm.
    pub regime: Regime,
    /// Type.
    pub kind: PlacementKind,
    /// Ground.
    pub legal_ground: LegalGround,
    /// First day.
    pub started_on: NaiveDate,
    /// Day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// The paper it was decided from.
    pub paper: Option<String>,
    /// A supervisor's reason when something stands in the way.
    pub override_reason: Option<String>,
}

/// The end of a placement.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndPlacement {
    /// Placement.
    pub id: PlacementId,
    /// Last day.
    pub ended_on: NaiveDate,
    /// How.
    pub cause: EndCause,
}

/// Placements, the latest first.
///
/// # Errors
/// Only the file's own.
pub fn placements(read: &Read<'_>, query: PlacementQuery) -> Result<Vec<Placement>> {
    sql::placements(read, query.ended)
}

/// Places a child, or says all that stands in the way.
///
/// # Errors
/// [`Error::Blocked`]; a supervisor may override all but the police registers
/// and a placement that already runs.
pub fn place_child(write: &Write<'_>, input: PlaceChild) -> Result<PlacementId> {
    if input.decided_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("decided_on", Reason::InFuture));
    }
    let blockers = blockers(&write.as_read(), &input)?;
    let may_override = input
        .override_reason
        .as_deref()
        .is_some_and(|it| !it.trim().is_empty())
        && write.caller().role.may(crate::accounts::Role::Supervisor);
    if !blockers.is_empty() && (!may_override || blockers.iter().any(rules::nobody_may_override)) {
        return Err(Error::Blocked { blockers });
    }
    let id = PlacementId(write.new_id());
    sql::insert_placement(write, &id, &input)?;
    write.record(&Event::PlacementStarted {
        id: id.0.clone(),
        child: input.child.0,
        home: input.home.0,
    })?;
    Ok(id)
}

/// What stands in the way of placing a child in a home on a day (domain.md 14,
/// rules 1 and 3, and the places).
///
/// # Errors
/// `NotFound`.
pub fn blockers(read: &Read<'_>, input: &PlaceChild) -> Result<Vec<Blocker>> {
    let on = input.started_on;
    let investigated = homes::investigated_on(read, &input.home)?.or_not_found("home")?;
    let facts = homes::standing_on(read, &input.home, on)?.or_not_found("home")?;
    let mut found = Vec::new();
    if investigated.is_none_or(|it| it > on) {
        found.push(Blocker::NotInvestigated);
    }
    found.extend(police_blockers(read, &input.home, on)?);
    if let Some(since) = sql::current_since(read, &input.child)? {
        found.push(Blocker::AlreadyPlaced { since });
    }
    if facts.paused {
        found.push(Blocker::Paused { until: None });
    }
    if facts.taken >= facts.approved {
        found.push(Blocker::NoFreePlace {
            approved: facts.approved,
            taken: facts.taken,
        });
    }
    Ok(found)
}

/// What is wrong with a home's police checks before a placement decision on a
/// day: missing, too old, undecided, or already the basis of an earlier
/// decision (SoF 3:3: a check before each).
///
/// # Errors
/// Only the file's own.
pub fn police_blockers(read: &Read<'_>, home: &HomeId, on: NaiveDate) -> Result<Vec<Blocker>> {
    let mut found = homes::checks::blockers(read, home, on, false)?;
    let Some(placed_on) = sql::latest_placed_on(read, home, on)? else {
        return Ok(found);
    };
    let rules = homes::checks::rules_on(read, on, false)?;
    for person in homes::checks::people_to_check(read, home, on)? {
        found.extend(rules::used_before(&person, &rules, placed_on, on));
    }
    Ok(found)
}

/// Ends a placement.
///
/// # Errors
/// At `ended_on`; `NotFound`.
pub fn end_placement(write: &Write<'_>, input: EndPlacement) -> Result<()> {
    let started = sql::started_on(&write.as_read(), &input.id)?.or_not_found("placement")?;
    if input.ended_on < started {
        return Err(Error::invalid(
            "ended_on",
            Reason::Before {
                field: "started_on".into(),
            },
        ));
    }
    sql::set_ended(write, &input)?;
    write.record(&Event::PlacementEnded { id: input.id.0 })
}
