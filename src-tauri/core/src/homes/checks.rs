//! Register checks of the people in a home: asked, received, assessed, due again.
//!
//! What an extract says has no field anywhere.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{CheckRule, CheckedPerson, check_blockers};
use super::{CheckResult, Extract, HomeId, RemarkDecision, sql};
use crate::blocker::Blocker;
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::law;
use crate::people::PersonId;
use crate::store::{Read, Write, id};

id!(
    /// One check of one person in one register.
    CheckId
);

/// A check as the screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegisterCheck {
    /// Key.
    pub id: CheckId,
    /// Whose.
    pub person: PersonId,
    /// Register key.
    pub register: String,
    /// When the person agreed, where that is the basis.
    pub consent_on: Option<NaiveDate>,
    /// When it was asked for.
    pub asked_on: Option<NaiveDate>,
    /// When the answer came.
    pub received_on: Option<NaiveDate>,
    /// Who read it.
    pub read_by: Option<String>,
    /// Without or with remark.
    pub result: Option<CheckResult>,
    /// Why a remark is, or is not, accepted.
    pub assessment: Option<String>,
    /// Accepted or not.
    pub decision: Option<RemarkDecision>,
    /// What became of the extract.
    pub extract: Option<Extract>,
    /// When.
    pub extract_on: Option<NaiveDate>,
    /// Last day it counts, by the unit's own limit.
    pub valid_to: Option<NaiveDate>,
}

/// A check to begin.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskCheck {
    /// Whose.
    pub person: PersonId,
    /// Register key.
    pub register: String,
    /// When it was asked for; nothing when the answer is already here.
    pub asked_on: Option<NaiveDate>,
}

/// Begins a check: asks one register about one person.
///
/// # Errors
/// Unknown register; a day that has not come.
pub fn ask_check(write: &Write<'_>, input: AskCheck) -> Result<CheckId> {
    if !law::registers().iter().any(|it| it.key == input.register) {
        return Err(Error::invalid("register", Reason::NotAChoice));
    }
    if input.asked_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("asked_on", Reason::InFuture));
    }
    let id = CheckId(write.new_id());
    sql::insert_check(write, &id, &input)?;
    write.record(&Event::CheckAsked { id: input.person.0 })?;
    Ok(id)
}

/// Everything wrong with the checks of a home's people on a day. `every`
/// includes the registers that the unit asks by routine; without it only the
/// police's, which the ordinance demands.
///
/// # Errors
/// Only the file's own.
pub fn blockers(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
    every: bool,
) -> Result<Vec<Blocker>> {
    let mut found = Vec::new();
    let rules = rules_on(on, every)?;
    for person in people_to_check(read, home, on)? {
        check_blockers(&mut found, &person, &rules, on);
    }
    Ok(found)
}

/// The registers that must be asked, with their limits on a day.
///
/// # Errors
/// Our own fault when a rule is missing.
pub fn rules_on(on: NaiveDate, every: bool) -> Result<Vec<CheckRule<'static>>> {
    let months = law::limit("register_check_max_age", on)?.value;
    Ok(law::registers()
        .iter()
        .filter(|it| it.compulsory && (every || it.police))
        .map(|it| CheckRule {
            register: &it.key,
            months,
            rule: "register_check_max_age",
        })
        .collect())
}

/// The people of a home who are to be checked, with their checks.
///
/// # Errors
/// Only the file's own.
pub fn people_to_check(
    read: &Read<'_>,
    home: &HomeId,
    on: NaiveDate,
) -> Result<Vec<CheckedPerson>> {
    sql::people_to_check(read, home, on)
}
