//! Finding: by name, telephone, personal number and case number only
//! (förordning 2001:637, 15 §), and looking before a home is registered twice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HomeId, sql};
use crate::error::Result;
use crate::people::{self, PersonId, PersonalNumber, digits, fold};
use crate::store::Read;

/// What was typed in the search box.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchText {
    /// Name, telephone, personal number or case number.
    pub text: String,
}

/// What was found: never more than who and where to open it.
#[derive(Debug, Default, Serialize, TS)]
pub struct Found {
    /// Homes by name or locality.
    pub homes: Vec<FoundHome>,
    /// People in homes.
    pub people: Vec<FoundPerson>,
    /// Children.
    pub children: Vec<FoundChild>,
}

/// A home.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FoundHome {
    pub id: HomeId,
    pub name: String,
    pub locality: Option<String>,
}

/// Somebody in a home.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FoundPerson {
    pub id: PersonId,
    pub home: HomeId,
    pub name: String,
    pub home_name: String,
}

/// A child. A protected one is found by number or case number only, and shown
/// without a name.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FoundChild {
    pub id: String,
    pub name: Option<String>,
    pub case_number: Option<String>,
}

/// Who might be in the register already.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SimilarQuery {
    /// Name as typed so far.
    pub name: String,
    /// Telephone as typed so far.
    pub phone: String,
    /// Personal number as typed so far.
    pub personal_number: String,
    /// E-mail address as typed so far.
    pub email: String,
}

/// A home that looks like the one being typed.
#[derive(Debug, Serialize, TS)]
pub struct Similar {
    /// Key.
    pub id: HomeId,
    /// Name.
    pub name: String,
    /// Locality.
    pub locality: Option<String>,
    /// What agrees: `name`, `phone`, `personal_number`, `email`.
    pub because: Vec<String>,
}

/// How many of each kind are shown.
pub(super) const MOST: u32 = 12;

/// Finds homes, people and children.
///
/// # Errors
/// Only the file's own.
pub fn search(read: &Read<'_>, input: SearchText) -> Result<Found> {
    let text = input.text.trim();
    if text.chars().count() < 2 {
        return Ok(Found::default());
    }
    let looks_numeric = text.chars().filter(char::is_ascii_digit).count() >= 4;
    if looks_numeric {
        let number = PersonalNumber::parse(text, read.today()).ok();
        sql::find_by_number(read, number.as_ref(), &digits(text), text)
    } else {
        sql::find_by_name(read, &fold(text))
    }
}

/// Homes that might be the same as the one being typed.
///
/// # Errors
/// Only the file's own.
pub fn similar_homes(read: &Read<'_>, input: SimilarQuery) -> Result<Vec<Similar>> {
    let number = PersonalNumber::parse(&input.personal_number, read.today()).ok();
    let phone = digits(&input.phone);
    let words: Vec<String> = fold(&input.name)
        .split(|it: char| !it.is_alphanumeric())
        // Words every family's name has say nothing.
        .filter(|it| {
            it.chars().count() >= 3
                && !matches!(
                    *it,
                    "familjen" | "familj" | "och" | "hemmet" | "jourhem" | "familjehem"
                )
        })
        .map(ToOwned::to_owned)
        .collect();
    sql::similar(
        read,
        &words,
        (phone.len() >= 8).then_some(phone.as_str()),
        number.as_ref(),
        people::is_email(input.email.trim()).then(|| input.email.trim()),
    )
}
