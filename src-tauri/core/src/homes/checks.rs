//! Register checks of the people in a home: asked, received, assessed, due again.
//!
//! What an extract says has no field anywhere.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{CheckRule, CheckedPerson, check_blockers};
use super::{CheckResult, Extract, HomeId, RemarkDecision, check_settings, sql};
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
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// What became of the extract.
    pub extract: Option<Extract>,
    /// When.
    pub extract_on: Option<NaiveDate>,
    /// Last day it counts, by the unit's own limit.
    pub valid_to: Option<NaiveDate>,
}

/// A check to begin.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskCheck {
    /// Whose.
    pub person: PersonId,
    /// Register key.
    pub register: String,
    /// When it was asked for; nothing when the answer is already here.
    pub asked_on: Option<NaiveDate>,
    /// When the person agreed, where that is the basis; nothing when it is noted already.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub consent_on: Option<NaiveDate>,
}

/// Many checks at once: all are begun, or none.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskChecks {
    /// Each check; a fault is told at `checks.N.field`.
    pub checks: Vec<AskCheck>,
}

/// Most checks begun at once: every register for a large household.
const MOST: u32 = 200;

/// Begins a check: asks one register about one person. A consent that waits
/// for its question is used; otherwise the check is a new one.
///
/// # Errors
/// Unknown register; a day that has not come; asked before, or without, the
/// consent that is its basis.
pub fn ask_check(write: &Write<'_>, input: AskCheck) -> Result<CheckId> {
    let register = law::registers()
        .iter()
        .find(|it| it.key == input.register)
        .ok_or_else(|| Error::invalid("register", Reason::NotAChoice))?;
    for (field, day) in [
        ("asked_on", input.asked_on),
        ("consent_on", input.consent_on),
    ] {
        if day.is_some_and(|it| it > write.today()) {
            return Err(Error::invalid(field, Reason::InFuture));
        }
    }
    let waiting = sql::waiting_check(&write.as_read(), &input)?;
    let noted = waiting.as_ref().and_then(|it| it.1);
    if let (true, Some(asked)) = (register.consent, input.asked_on) {
        match input.consent_on.or(noted) {
            None => return Err(Error::invalid("consent_on", Reason::Required)),
            Some(consent) if asked < consent => {
                let field = "consent_on".to_owned();
                return Err(Error::invalid("asked_on", Reason::Before { field }));
            }
            Some(_) => {}
        }
    }
    let id = match waiting {
        Some((id, _)) => {
            sql::set_asked(write, &id, &input)?;
            id
        }
        None => {
            let id = CheckId(write.new_id());
            sql::insert_check(write, &id, &input)?;
            id
        }
    };
    write.record(&Event::CheckAsked { id: input.person.0 })?;
    Ok(id)
}

/// Begins many checks.
///
/// # Errors
/// As [`ask_check`], with the place in the list; more than two hundred.
pub fn ask_checks(write: &Write<'_>, input: AskChecks) -> Result<Vec<CheckId>> {
    if input.checks.is_empty() {
        return Err(Error::invalid("checks", Reason::Required));
    }
    if input.checks.len() > MOST as usize {
        return Err(Error::invalid("checks", Reason::TooLong { max: MOST }));
    }
    let mut ids = Vec::new();
    for (place, check) in input.checks.into_iter().enumerate() {
        ids.push(ask_check(write, check).map_err(|err| match err {
            Error::Invalid { field, reason } => Error::Invalid {
                field: format!("checks.{place}.{field}"),
                reason,
            },
            other => other,
        })?);
    }
    Ok(ids)
}

/// What must hold once a field of a check is written, and what follows.
pub(super) fn follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    let order = |days| super::in_order(write, "register_check", id, days, field);
    let check = sql::check_state(&write.as_read(), id)?;
    let consent = law::registers()
        .iter()
        .any(|it| it.key == check.register && it.consent);
    match field {
        "consent_on" | "asked_on" | "received_on" => {
            order(("asked_on", "received_on"))?;
            if consent {
                order(("consent_on", "asked_on"))?;
                order(("consent_on", "received_on"))?;
                if check.asked && !check.consent {
                    return Err(Error::invalid("consent_on", Reason::Required));
                }
            }
            if check.result && !check.received {
                return Err(Error::invalid("received_on", Reason::Required));
            }
            if field == "received_on" {
                order(("received_on", "extract_on"))?;
            }
            Ok(())
        }
        // A result is somebody's reading of an answer that has come.
        "result" if check.result => {
            if !check.received {
                return Err(Error::invalid("received_on", Reason::Required));
            }
            if check.read {
                return Ok(());
            }
            sql::set_read_by_caller(write, id)
        }
        "read_by" if check.result && !check.read => {
            Err(Error::invalid("read_by", Reason::Required))
        }
        "decision" if check.decided => {
            if !check.assessed {
                return Err(Error::invalid("assessment", Reason::Required));
            }
            sql::set_decided(write, id, true)
        }
        "decision" => sql::set_decided(write, id, false),
        "assessment" if check.decided && !check.assessed => {
            Err(Error::invalid("assessment", Reason::Required))
        }
        "extract" | "extract_on" => {
            if check.extract && !check.received {
                return Err(Error::invalid("received_on", Reason::Required));
            }
            order(("received_on", "extract_on"))
        }
        _ => Ok(()),
    }
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
    let rules = rules_on(read, on, every)?;
    for person in people_to_check(read, home, on)? {
        check_blockers(&mut found, &person, &rules, on);
    }
    Ok(found)
}

/// The registers that must be asked, with their limits on a day.
///
/// # Errors
/// Our own fault when a rule is missing.
pub fn rules_on(read: &Read<'_>, on: NaiveDate, every: bool) -> Result<Vec<CheckRule<'static>>> {
    let settings = check_settings::on_day(read, on)?;
    Ok(law::registers()
        .iter()
        .filter(|it| settings.compulsory(&it.key) && (every || it.police))
        .map(|it| CheckRule {
            register: &it.key,
            months: settings.register_check_max_age,
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
    let limit_day = check_settings::on_day(read, on)?.limit_day(on);
    sql::people_to_check(read, home, on, limit_day)
}
