//! The register: homes with their household, approved scope apart from wishes,
//! pauses, places and timeline. Free places are computed, never stored.

mod add;
mod card;
pub mod check_settings;
pub mod checks;
mod list;
pub mod renewals;
pub mod rules;
mod search;
mod sql;
pub mod training;

pub use add::{
    NewCapability, NewHome, NewNote, NewPause, NewPerson, NewScope, NewTakenPlace, NewWish,
    SaveHomeFact, add_capability, add_note, add_pause, add_person, add_scope, add_taken_place,
    add_wish, create_home, save_home_fact,
};
pub use card::{
    Capability, HomeCard, HomeFact, HomeRef, Note, Pause, Person, Scope, TakenPlace, TimelineItem,
    Wish, home_card,
};
pub use checks::RegisterCheck;
pub use list::{Checks, HomeList, HomeQuery, HomeRow, HomeSort, home_list};
pub use search::{Found, SearchText, Similar, SimilarQuery, search, similar_homes};
pub use sql::HomeBase;

use chrono::NaiveDate;

use crate::error::{Error, Reason, Result};
use crate::people::PersonId;
use crate::store::fields::{Entity, Field, Kind, nothing_follows};
use crate::store::{Read, Write, choice, id};

id!(
    /// A home.
    HomeId
);

choice!(
    /// What kind of home it is (product.md; jourhem in Huddinge's three categories).
    HomeKind {
        /// Lasting care.
        Familjehem = "familjehem",
        /// Jourhem with a fee also when empty.
        JourhemKontrakterat = "jourhem_kontrakterat",
        /// Jourhem with a standing agreement.
        JourhemAvtal = "jourhem_avtal",
        /// Jourhem without commitment.
        JourhemFritt = "jourhem_fritt",
        /// From the child's own network.
        Natverkshem = "natverkshem",
        /// Kin.
        Slaktinghem = "slaktinghem",
        /// Supplied and supported by a firm.
        Konsulentstott = "konsulentstott",
        /// Private placement with medgivande.
        AnnatEnskilt = "annat_enskilt",
        /// Weekend and relief family.
        Kontaktfamilj = "kontaktfamilj",
    }
);

impl HomeKind {
    /// Whether it takes children for temporary care.
    #[must_use]
    pub fn is_jourhem(self) -> bool {
        matches!(
            self,
            HomeKind::JourhemKontrakterat | HomeKind::JourhemAvtal | HomeKind::JourhemFritt
        )
    }
}

choice!(
    /// The care a scope covers.
    Care {
        /// Lasting.
        Familjehem = "familjehem",
        /// Temporary.
        Jourhem = "jourhem",
        /// For one child of the network.
        Natverk = "natverk",
        /// Relief.
        Kontaktfamilj = "kontaktfamilj",
    }
);

choice!(
    /// Somebody's place in the household.
    HouseholdRole {
        /// Takes the assignment.
        Carer = "carer",
        /// Another adult who lives there.
        Adult = "adult",
        /// The family's own child.
        OwnChild = "own_child",
        /// Rents a room.
        Lodger = "lodger",
    }
);

choice!(
    /// How strong a wish is.
    WishStrength {
        /// A limit.
        Limit = "limit",
        /// Could imagine.
        CouldImagine = "could_imagine",
    }
);

choice!(
    /// How well the home can meet a need.
    Level {
        /// Can.
        Yes = "yes",
        /// Can with support.
        WithSupport = "with_support",
        /// Cannot.
        No = "no",
    }
);

choice!(
    /// How we know.
    Evidence {
        /// Seen in an earlier placement or at a visit.
        Seen = "seen",
        /// By an instrument or a reference.
        Assessed = "assessed",
        /// The home says so.
        Stated = "stated",
    }
);

choice!(
    /// What a note on the timeline is about.
    NoteKind {
        /// Telephone.
        Call = "call",
        /// Visit.
        Visit = "visit",
        /// Meeting.
        Meeting = "meeting",
        /// Letter or e-mail.
        Letter = "letter",
        /// Anything else.
        Other = "other",
    }
);

choice!(
    /// Whether a check says nothing or something.
    CheckResult {
        /// Without remark.
        NoRemark = "no_remark",
        /// With remark; assessed apart.
        Remark = "remark",
    }
);

choice!(
    /// What was decided about a remark.
    RemarkDecision {
        /// Accepted with reasons.
        Accepted = "accepted",
        /// Not accepted.
        NotAccepted = "not_accepted",
    }
);

choice!(
    /// What became of the extract.
    Extract {
        /// Given back.
        Returned = "returned",
        /// Destroyed.
        Destroyed = "destroyed",
        /// Kept in the file.
        Kept = "kept",
    }
);

/// The home's own row.
///
/// # Errors
/// Only the file's own.
pub fn base(read: &Read<'_>, id: &HomeId) -> Result<Option<HomeBase>> {
    sql::home(read, id)
}

/// The people of the household, without their ages.
///
/// # Errors
/// Only the file's own.
pub fn people(read: &Read<'_>, id: &HomeId) -> Result<Vec<Person>> {
    sql::people(read, id)
}

/// The home whose household a person belongs to.
///
/// # Errors
/// Only the file's own.
pub fn home_of_person(read: &Read<'_>, person: &PersonId) -> Result<Option<HomeId>> {
    sql::home_of_person(read, person)
}

/// Every register check of a home's people, the latest first.
///
/// # Errors
/// Only the file's own.
pub fn checks_of_home(read: &Read<'_>, id: &HomeId) -> Result<Vec<RegisterCheck>> {
    sql::checks(read, id)
}

/// Notes that a socialnämnd has investigated the home. The one who concludes
/// the study leaves the trace.
///
/// # Errors
/// Only the file's own.
pub fn set_investigated(write: &Write<'_>, id: &HomeId, on: NaiveDate, by: &str) -> Result<()> {
    sql::set_investigated(write, id, on, by)
}

/// Fills in a new scope's conditions and paragraph. The one who added the scope
/// leaves the trace.
///
/// # Errors
/// Only the file's own.
pub fn set_scope_terms(
    write: &Write<'_>,
    scope: &str,
    conditions: Option<&str>,
    paragraph: Option<&str>,
) -> Result<()> {
    sql::set_scope_terms(write, scope, conditions, paragraph)
}

/// How a home is reached, as somebody has just told it.
#[derive(Default)]
#[allow(missing_docs)] // the register's columns
pub struct Contact<'a> {
    pub phone: Option<&'a str>,
    pub email: Option<&'a str>,
    pub street: Option<&'a str>,
    pub postcode: Option<&'a str>,
    pub locality: Option<&'a str>,
}

/// Writes how a home is reached where nothing stands; never over what does. The
/// one who calls leaves the trace.
///
/// # Errors
/// Only the file's own.
pub fn fill_contact(write: &Write<'_>, id: &HomeId, contact: &Contact<'_>) -> Result<()> {
    sql::fill_contact(write, id, contact)
}

/// Where a home is found, as an old register tells it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Address<'a> {
    /// Street.
    pub street: Option<&'a str>,
    /// Postcode.
    pub postcode: Option<&'a str>,
    /// Municipality.
    pub municipality: Option<&'a str>,
    /// E-mail.
    pub email: Option<&'a str>,
}

/// Fills in a new home's address and description. The one who made the home
/// leaves the trace.
///
/// # Errors
/// Only the file's own.
pub fn set_address(
    write: &Write<'_>,
    id: &HomeId,
    address: &Address<'_>,
    description: &str,
) -> Result<()> {
    sql::set_address(write, id, address, description)
}

/// When a socialnämnd had investigated the home; `None` outside for no home.
///
/// # Errors
/// Only the file's own.
pub fn investigated_on(read: &Read<'_>, id: &HomeId) -> Result<Option<Option<NaiveDate>>> {
    Ok(sql::home(read, id)?.map(|it| it.investigated_on))
}

/// What the home's standing on a day follows from.
///
/// # Errors
/// Only the file's own.
pub fn standing_on(
    read: &Read<'_>,
    id: &HomeId,
    on: NaiveDate,
) -> Result<Option<rules::StandingFacts>> {
    sql::standing_facts(read, id, on)
}

/// The home itself.
pub const HOME: Entity = Entity {
    name: "home",
    fields: &[
        Field::required("name", Kind::Line(120)),
        Field::required("kind", Kind::Choice(HomeKind::CODES)),
        Field::new("street", Kind::Line(120)),
        Field::new("postcode", Kind::Postcode),
        Field::new("locality", Kind::Line(80)),
        Field::new("municipality", Kind::Line(80)),
        Field::new("phone", Kind::Phone),
        Field::new("email", Kind::Email),
        Field::new("protected", Kind::Flag),
        Field::new("investigated_on", Kind::PastDay),
        Field::new("investigated_by", Kind::Line(120)),
        Field::new("ended_on", Kind::Day),
        Field::new("ended_reason", Kind::Line(300)),
        Field::new("description", Kind::Text),
    ],
    removable: true,
    parent: None,
    after: nothing_follows,
};

/// A member of the household.
pub const PERSON: Entity = Entity {
    name: "person",
    fields: &[
        Field::new("given_name", Kind::Line(80)),
        Field::new("family_name", Kind::Line(80)),
        Field::new("personal_number", Kind::PersonalNumber),
        Field::new("birth_date", Kind::PastDay),
        Field::required("role", Kind::Choice(HouseholdRole::CODES)),
        Field::new("to_check", Kind::Flag),
        Field::new("protected", Kind::Flag),
        Field::new("phone", Kind::Phone),
        Field::new("email", Kind::Email),
        Field::new("occupation", Kind::Line(120)),
        Field::new("moved_in_on", Kind::Day),
        Field::new("moved_out_on", Kind::Day),
    ],
    removable: true,
    parent: Some("home_id"),
    after: person_follows,
};

fn person_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    match field {
        // The number knows the day; a day typed beside it cannot say otherwise.
        "personal_number" | "birth_date" => sql::birth_date_from_number(write, id),
        "moved_in_on" | "moved_out_on" => {
            in_order(write, "person", id, ("moved_in_on", "moved_out_on"), field)
        }
        _ => Ok(()),
    }
}

/// A later day must not come before an earlier one.
pub(crate) fn in_order(
    write: &Write<'_>,
    table: &str,
    id: &str,
    days: (&str, &str),
    field: &str,
) -> Result<()> {
    if sql::days_out_of_order(write, table, id, days)? {
        let other = if field == days.0 { days.1 } else { days.0 };
        return Err(Error::invalid(
            field,
            Reason::Before {
                field: other.to_owned(),
            },
        ));
    }
    Ok(())
}

/// What the home is approved for.
pub const SCOPE: Entity = Entity {
    name: "scope",
    fields: &[
        Field::required("care", Kind::Choice(Care::CODES)),
        Field::new("age_from", Kind::Number(0, 20)),
        Field::new("age_to", Kind::Number(0, 20)),
        Field::required("places", Kind::Number(0, 20)),
        Field::new("conditions", Kind::Text),
        Field::new("decided_on", Kind::PastDay),
        Field::new("paragraph", Kind::Line(40)),
        Field::new("valid_from", Kind::Day),
        Field::new("valid_to", Kind::Day),
    ],
    removable: true,
    parent: Some("home_id"),
    after: scope_follows,
};

fn scope_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    match field {
        "valid_from" | "valid_to" => {
            in_order(write, "scope", id, ("valid_from", "valid_to"), field)
        }
        "age_from" | "age_to" => in_order(write, "scope", id, ("age_from", "age_to"), field),
        _ => Ok(()),
    }
}

/// What the home has said that it wants.
pub const WISH: Entity = Entity {
    name: "wish",
    fields: &[
        Field::required("strength", Kind::Choice(WishStrength::CODES)),
        Field::new("text", Kind::Line(500)),
        Field::new("said_by", Kind::Line(80)),
        Field::new("said_on", Kind::PastDay),
    ],
    removable: true,
    parent: Some("home_id"),
    after: nothing_follows,
};

/// A time when the home takes no children.
pub const PAUSE: Entity = Entity {
    name: "pause",
    fields: &[
        Field::required("from_day", Kind::Day),
        Field::new("to_day", Kind::Day),
        Field::new("reason", Kind::Line(300)),
    ],
    removable: true,
    parent: Some("home_id"),
    after: pause_follows,
};

fn pause_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    in_order(write, "pause", id, ("from_day", "to_day"), field)
}

/// Places used by others.
pub const TAKEN_PLACE: Entity = Entity {
    name: "taken_place",
    fields: &[
        Field::new("municipality", Kind::Line(80)),
        Field::required("places", Kind::Number(1, 20)),
        Field::required("from_day", Kind::Day),
        Field::new("to_day", Kind::Day),
    ],
    removable: true,
    parent: Some("home_id"),
    after: taken_follows,
};

fn taken_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    in_order(write, "taken_place", id, ("from_day", "to_day"), field)
}

/// A line about what the home can do for a need.
pub const CAPABILITY: Entity = Entity {
    name: "capability",
    fields: &[
        Field::required("need_key", Kind::Key(crate::law::is_need)),
        Field::required("level", Kind::Choice(Level::CODES)),
        Field::required("evidence", Kind::Choice(Evidence::CODES)),
        Field::new("measure", Kind::Line(300)),
        Field::new("text", Kind::Line(500)),
        Field::new("source", Kind::Line(120)),
        Field::required("said_on", Kind::PastDay),
    ],
    removable: true,
    parent: Some("home_id"),
    after: nothing_follows,
};

/// A note on the timeline.
pub const NOTE: Entity = Entity {
    name: "note",
    fields: &[
        Field::required("on_day", Kind::PastDay),
        Field::required("kind", Kind::Choice(NoteKind::CODES)),
        Field::new("text", Kind::Text),
    ],
    removable: true,
    parent: Some("home_id"),
    after: nothing_follows,
};

/// A register check of one person in one register.
pub const REGISTER_CHECK: Entity = Entity {
    name: "register_check",
    fields: &[
        Field::new("consent_on", Kind::PastDay),
        Field::new("asked_on", Kind::PastDay),
        Field::new("received_on", Kind::PastDay),
        Field::new("read_by", Kind::Line(80)),
        Field::new("result", Kind::Choice(CheckResult::CODES)),
        Field::new("assessment", Kind::Text),
        Field::new("decision", Kind::Choice(RemarkDecision::CODES)),
        Field::new("extract", Kind::Choice(Extract::CODES)),
        Field::new("extract_on", Kind::PastDay),
    ],
    removable: true,
    parent: Some("person_id"),
    after: checks::follows,
};
