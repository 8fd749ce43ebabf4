//! Putting something into the register: a home, and the rows under it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Care, Evidence, HomeId, HomeKind, HouseholdRole, Level, NoteKind, WishStrength, sql};
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::law;
use crate::people::{PersonId, PersonalNumber};
use crate::store::fields::number_reason;
use crate::store::{Write, texts};

/// A home to register. The rest is filled in on its card.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewHome {
    /// Name.
    pub name: String,
    /// Kind; familjehem when absent.
    pub kind: Option<HomeKind>,
    /// Locality.
    pub locality: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// The form's draft to drop once the home stands in the register.
    pub draft: Option<String>,
}

/// A member of the household to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Home.
    pub home: HomeId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Place in the household.
    pub role: HouseholdRole,
    /// Personal or co-ordination number, as written.
    pub personal_number: Option<String>,
}

/// A scope to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // the glossary's words
pub struct NewScope {
    pub home: HomeId,
    pub care: Care,
    pub age_from: Option<u32>,
    pub age_to: Option<u32>,
    pub places: u32,
    pub decided_on: Option<NaiveDate>,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
}

/// A wish to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewWish {
    pub home: HomeId,
    pub strength: WishStrength,
    pub text: String,
    pub said_by: Option<String>,
    pub said_on: Option<NaiveDate>,
}

/// A pause to add.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewPause {
    pub home: HomeId,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
    pub reason: String,
}

/// Places that another municipality uses.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewTakenPlace {
    pub home: HomeId,
    pub municipality: String,
    pub places: u32,
    pub from_day: NaiveDate,
    pub to_day: Option<NaiveDate>,
}

/// A line about what the home can do.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewCapability {
    pub home: HomeId,
    pub need_key: String,
    pub level: Level,
    pub evidence: Evidence,
    pub measure: Option<String>,
    pub text: Option<String>,
    pub source: Option<String>,
    pub said_on: Option<NaiveDate>,
}

/// A note on the timeline.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NewNote {
    pub home: HomeId,
    pub on_day: Option<NaiveDate>,
    pub kind: NoteKind,
    pub text: String,
}

/// A fact about the house, or why there is none.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveHomeFact {
    /// Home.
    pub home: HomeId,
    /// Key in `assets/rules/home_facts.toml`.
    pub key: String,
    /// Value.
    pub value: Option<String>,
    /// `unknown`, `not_asked` or `not_relevant` when there is no value.
    pub gap: Option<String>,
}

/// Registers a home.
///
/// # Errors
/// At `name` and `phone`.
pub fn create_home(write: &Write<'_>, input: NewHome) -> Result<HomeId> {
    let name =
        line("name", &input.name, 120)?.ok_or_else(|| Error::invalid("name", Reason::Required))?;
    let locality = line("locality", input.locality.as_deref().unwrap_or(""), 80)?;
    let phone = match input
        .phone
        .as_deref()
        .map(str::trim)
        .filter(|it| !it.is_empty())
    {
        None => None,
        Some(text) => Some(
            crate::people::phone(text).ok_or_else(|| Error::invalid("phone", Reason::NotAPhone))?,
        ),
    };
    let id = HomeId(write.new_id());
    sql::insert_home(
        write,
        &id,
        &name,
        input.kind.unwrap_or(HomeKind::Familjehem),
        locality.as_deref(),
        phone.as_deref(),
    )?;
    if let Some(draft) = &input.draft {
        texts::drop_draft(write, draft)?;
    }
    write.record(&Event::HomeCreated { id: id.0.clone() })?;
    Ok(id)
}

/// Adds a member of the household. Adults are to be checked from the start.
///
/// # Errors
/// At `personal_number` and the names.
pub fn add_person(write: &Write<'_>, input: NewPerson) -> Result<PersonId> {
    let given = line("given_name", &input.given_name, 80)?.unwrap_or_default();
    let family = line("family_name", &input.family_name, 80)?.unwrap_or_default();
    if given.is_empty() && family.is_empty() {
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
    let adult = matches!(
        input.role,
        HouseholdRole::Carer | HouseholdRole::Adult | HouseholdRole::Lodger
    );
    let id = PersonId(write.new_id());
    sql::insert_person(
        write,
        &id,
        &input.home,
        (&given, &family),
        number.as_ref(),
        input.role,
        adult,
    )?;
    added(write, "person", &id.0, &input.home)?;
    Ok(id)
}

/// Adds an approved scope.
///
/// # Errors
/// Ages or days in the wrong order; more than twenty places.
pub fn add_scope(write: &Write<'_>, input: NewScope) -> Result<String> {
    for (field, value) in [
        ("age_from", input.age_from),
        ("age_to", input.age_to),
        ("places", Some(input.places)),
    ] {
        if value.is_some_and(|it| it > 20) {
            return Err(Error::invalid(
                field,
                Reason::NotANumber { min: 0, max: 20 },
            ));
        }
    }
    if let (Some(from), Some(to)) = (input.age_from, input.age_to)
        && to < from
    {
        return Err(Error::invalid(
            "age_to",
            Reason::Before {
                field: "age_from".into(),
            },
        ));
    }
    ordered(input.valid_from, input.valid_to, ("valid_from", "valid_to"))?;
    let id = write.new_id();
    sql::insert_scope(write, &id, &input)?;
    added(write, "scope", &id, &input.home)?;
    Ok(id)
}

/// Adds a wish.
///
/// # Errors
/// At `text`.
pub fn add_wish(write: &Write<'_>, input: NewWish) -> Result<String> {
    let text =
        line("text", &input.text, 500)?.ok_or_else(|| Error::invalid("text", Reason::Required))?;
    let id = write.new_id();
    sql::insert_wish(
        write,
        &id,
        &NewWish {
            text,
            said_on: input.said_on.or(Some(write.today())),
            ..input.clone()
        },
    )?;
    added(write, "wish", &id, &input.home)?;
    Ok(id)
}

/// Adds a pause.
///
/// # Errors
/// An end before its beginning.
pub fn add_pause(write: &Write<'_>, input: NewPause) -> Result<String> {
    ordered(Some(input.from_day), input.to_day, ("from_day", "to_day"))?;
    let id = write.new_id();
    sql::insert_pause(write, &id, &input)?;
    added(write, "pause", &id, &input.home)?;
    Ok(id)
}

/// Adds places that others use.
///
/// # Errors
/// An end before its beginning; no places.
pub fn add_taken_place(write: &Write<'_>, input: NewTakenPlace) -> Result<String> {
    if !(1..=20).contains(&input.places) {
        return Err(Error::invalid(
            "places",
            Reason::NotANumber { min: 1, max: 20 },
        ));
    }
    ordered(Some(input.from_day), input.to_day, ("from_day", "to_day"))?;
    let id = write.new_id();
    sql::insert_taken_place(write, &id, &input)?;
    added(write, "taken_place", &id, &input.home)?;
    Ok(id)
}

/// Adds a line about what the home can do. Lines are added, never overwritten:
/// what was said when stays to be read.
///
/// # Errors
/// Unknown need; a day that has not come.
pub fn add_capability(write: &Write<'_>, input: NewCapability) -> Result<String> {
    if !law::is_need(&input.need_key) {
        return Err(Error::invalid("need_key", Reason::NotAChoice));
    }
    let said_on = input.said_on.unwrap_or(write.today());
    if said_on > write.today() {
        return Err(Error::invalid("said_on", Reason::InFuture));
    }
    let id = write.new_id();
    sql::insert_capability(write, &id, &input, said_on)?;
    added(write, "capability", &id, &input.home)?;
    Ok(id)
}

/// Adds a note.
///
/// # Errors
/// A day that has not come.
pub fn add_note(write: &Write<'_>, input: NewNote) -> Result<String> {
    let on = input.on_day.unwrap_or(write.today());
    if on > write.today() {
        return Err(Error::invalid("on_day", Reason::InFuture));
    }
    let id = write.new_id();
    sql::insert_note(write, &id, &input, on)?;
    added(write, "note", &id, &input.home)?;
    Ok(id)
}

/// Saves a fact about the house, or why there is none.
///
/// # Errors
/// Unknown key or gap; both a value and a gap.
pub fn save_home_fact(write: &Write<'_>, input: SaveHomeFact) -> Result<()> {
    let fact = law::home_facts()
        .iter()
        .find(|it| it.key == input.key)
        .ok_or_else(|| Error::invalid("key", Reason::Unknown))?;
    let value = line(&input.key, input.value.as_deref().unwrap_or(""), 200)?;
    if let Some(value) = &value {
        match fact.kind.as_str() {
            "number" if !value.parse::<u32>().is_ok_and(|it| it <= 99) => {
                return Err(Error::invalid(
                    &input.key,
                    Reason::NotANumber { min: 0, max: 99 },
                ));
            }
            "choice" if !fact.choices.contains(value) => {
                return Err(Error::invalid(&input.key, Reason::NotAChoice));
            }
            _ => {}
        }
    }
    if input
        .gap
        .as_deref()
        .is_some_and(|it| !matches!(it, "unknown" | "not_asked" | "not_relevant"))
        || (value.is_some() && input.gap.is_some())
    {
        return Err(Error::invalid("gap", Reason::NotAChoice));
    }
    sql::upsert_fact(
        write,
        &input.home,
        &input.key,
        value.as_deref(),
        input.gap.as_deref(),
    )?;
    write.record(&Event::FieldChanged {
        entity: "home_fact".into(),
        id: input.home.0,
        field: input.key,
    })
}

fn added(write: &Write<'_>, entity: &str, id: &str, home: &HomeId) -> Result<()> {
    write.record(&Event::RowAdded {
        entity: entity.into(),
        id: id.into(),
        parent: Some(home.0.clone()),
    })
}

fn line(field: &str, text: &str, max: u32) -> Result<Option<String>> {
    let text: String = text.chars().filter(|it| !it.is_control()).collect();
    let text = text.trim();
    if text.chars().count() > max as usize {
        return Err(Error::invalid(field, Reason::TooLong { max }));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

fn ordered(from: Option<NaiveDate>, to: Option<NaiveDate>, names: (&str, &str)) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Error::invalid(
            names.1,
            Reason::Before {
                field: names.0.to_owned(),
            },
        )),
        _ => Ok(()),
    }
}
