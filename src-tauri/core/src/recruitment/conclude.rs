//! The decision: a home is approved by whoever the unit's table says, with
//! everything in place, or with a supervisor's reason that prints.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::delegation::{self, Body, Delegation};
use super::{RecruitmentId, rules, sql};
use crate::accounts::{self, Role};
use crate::blocker::Blocker;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::{self, Care, NewScope};
use crate::store::{Caller, Read, Write};

/// Approves the home for what the investigation proposes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConcludeStudy {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Care, when it was decided otherwise than proposed.
    pub care: Option<Care>,
    /// Youngest age, likewise.
    pub age_from: Option<u32>,
    /// Oldest age, likewise.
    pub age_to: Option<u32>,
    /// Places, likewise.
    pub places: Option<u32>,
    /// Who decided, when it was entered by another.
    pub decided_by: Option<String>,
    /// When; today when absent.
    pub decided_on: Option<NaiveDate>,
    /// Point in the rules of delegation, or paragraph.
    pub point: Option<String>,
    /// A supervisor's reason for concluding although something is missing.
    pub override_reason: Option<String>,
}

/// A supervisor's reason to let the study through although something is missing.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OverrideStudy {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Why; nothing takes it back.
    pub reason: Option<String>,
}

/// A decision as it is kept.
#[derive(Debug)]
pub(super) struct Decided {
    pub on: NaiveDate,
    pub by: String,
    pub body: Option<Body>,
    pub point: Option<String>,
}

fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
}

/// Whether somebody may approve a home in the program: the delegate whom the
/// table names, or a supervisor, who enters what another has decided.
pub(super) fn may_approve(caller: &Caller, delegation: Option<&Delegation>) -> bool {
    caller.role.may(Role::Supervisor)
        || delegation.is_some_and(|it| {
            it.body == Some(Body::Delegate) && it.user.as_deref() == Some(caller.user.as_str())
        })
}

/// Concludes the study and approves the home, or says all that is missing.
///
/// # Errors
/// [`Error::Blocked`] with everything, unless a supervisor overrides; nobody
/// overrides the police registers, or decides in the place of elected members.
/// [`Error::Forbidden`] for one who is neither the delegate nor a supervisor.
pub fn conclude_home_study(write: &Write<'_>, input: ConcludeStudy) -> Result<()> {
    let id = &input.recruitment;
    if super::still_open(write, id).is_ok()
        && sql::investigation::row(&write.as_read(), id)?.is_none()
    {
        sql::investigation::carry_over(write, id)?;
    }
    let ages = (input.age_from, input.age_to);
    sql::investigation::set_proposal(write, id, input.care, ages, input.places)?;
    if let Some(reason) = filled(input.override_reason.as_deref()) {
        set_override(write, id, Some(&reason))?;
    }
    let read = write.as_read();
    let row = sql::investigation::row(&read, id)?.unwrap_or_default();
    let delegation = match row.care {
        Some(care) => delegation::of_care(&read, care)?,
        None => None,
    };
    if !may_approve(write.caller(), delegation.as_ref()) {
        return Err(Error::Forbidden {
            needs: Role::Supervisor,
        });
    }
    if input.decided_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("decided_on", Reason::InFuture));
    }
    let paper = sql::investigation::paper(&read, id)?;
    let decided = match paper.filter(|it| !it.sent_back()) {
        Some(paper) if paper.decided_on.is_some() => Decided {
            on: paper.decided_on.unwrap_or(write.today()),
            by: body_of(&read, paper.body, delegation.as_ref())?,
            body: delegation.as_ref().and_then(|it| it.body),
            point: paper.paragraph,
        },
        _ => Decided {
            on: input.decided_on.unwrap_or(write.today()),
            by: filled(input.decided_by.as_deref()).unwrap_or_else(|| write.caller().name.clone()),
            body: delegation.as_ref().and_then(|it| it.body),
            point: filled(input.point.as_deref())
                .or_else(|| filled(delegation.as_ref().map(|it| it.point.as_str()))),
        },
    };
    conclude(write, id, &decided)
}

fn body_of(
    read: &Read<'_>,
    paper: Option<String>,
    delegation: Option<&Delegation>,
) -> Result<String> {
    Ok(match filled(paper.as_deref()) {
        Some(body) => body,
        None => match filled(delegation.map(|it| it.title.as_str())) {
            Some(title) => title,
            None => accounts::unit(read)?.1,
        },
    })
}

/// Notes a supervisor's reason, or takes it back.
///
/// # Errors
/// `NotFound`; already ended.
pub fn override_study(write: &Write<'_>, input: OverrideStudy) -> Result<()> {
    let home = super::still_open(write, &input.recruitment)?;
    set_override(
        write,
        &input.recruitment,
        filled(input.reason.as_deref()).as_deref(),
    )?;
    write.record(&Event::FieldChanged {
        entity: "recruitment".into(),
        id: home.0,
        field: "override_reason".into(),
    })
}

fn set_override(write: &Write<'_>, id: &RecruitmentId, reason: Option<&str>) -> Result<()> {
    let caller = write.caller();
    if !caller.role.may(Role::Supervisor) {
        return Err(Error::Forbidden {
            needs: Role::Supervisor,
        });
    }
    let title = accounts::user(&write.as_read(), &caller.user)?
        .and_then(|it| it.title)
        .unwrap_or_default();
    sql::investigation::set_override(write, id, reason, &title)
}

/// What a body of elected members decided as proposed leads to: the study is
/// concluded at once when nothing is left, else it waits for what is missing.
///
/// # Errors
/// `NotFound`.
pub fn decided_by_board(write: &Write<'_>, id: &RecruitmentId) -> Result<bool> {
    let read = write.as_read();
    let Some(paper) = sql::investigation::paper(&read, id)? else {
        return Ok(false);
    };
    let row = sql::investigation::row(&read, id)?.unwrap_or_default();
    let delegation = match row.care {
        Some(care) => delegation::of_care(&read, care)?,
        None => None,
    };
    let decided = Decided {
        on: paper.decided_on.unwrap_or(write.today()),
        by: body_of(&read, paper.body, delegation.as_ref())?,
        body: delegation.and_then(|it| it.body),
        point: paper.paragraph,
    };
    match conclude(write, id, &decided) {
        Ok(()) => Ok(true),
        // The decision stands on the paper; the page says what is left.
        Err(Error::Blocked { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}

fn conclude(write: &Write<'_>, id: &RecruitmentId, decided: &Decided) -> Result<()> {
    let today = write.today();
    let read = write.as_read();
    let study = sql::study(&read, id, today)?.or_not_found("recruitment")?;
    let blockers = rules::blockers(&study, today);
    let reason = sql::base(&read, id)?
        .or_not_found("recruitment")?
        .override_reason;
    if !blockers.is_empty() && (reason.is_none() || blockers.iter().any(rules::nobody_may_override))
    {
        return Err(Error::Blocked { blockers });
    }
    let overridden = !blockers.is_empty();
    if !overridden && reason.is_some() {
        // A reason that was not needed in the end is not printed for ever.
        sql::investigation::set_override(write, id, None, "")?;
    }
    let row = sql::investigation::row(&read, id)?.unwrap_or_default();
    let (Some(care), Some(places)) = (row.care, row.places) else {
        let part = if row.care.is_none() { "care" } else { "places" };
        return Err(Error::Blocked {
            blockers: vec![Blocker::InvestigationPartMissing { part: part.into() }],
        });
    };
    sql::investigation::set_decided(write, id, decided)?;
    let (_, committee) = accounts::unit(&read)?;
    homes::set_investigated(write, &study.home, decided.on, &committee)?;
    let scope = homes::add_scope(
        write,
        NewScope {
            home: study.home.clone(),
            care,
            age_from: row.age_from,
            age_to: row.age_to,
            places,
            decided_on: Some(decided.on),
            valid_from: Some(decided.on),
            valid_to: None,
        },
    )?;
    homes::set_scope_terms(
        write,
        &scope,
        row.conditions.as_deref(),
        decided.point.as_deref(),
    )?;
    write.record(&Event::HomeStudyConcluded {
        id: id.0.clone(),
        home: study.home.0,
        overridden,
    })
}
