//! The list of homes: free places computed on a day, filters on capacity only.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{self, Standing, StandingFacts};
use super::{Care, HomeId, HomeKind, checks, sql};
use crate::blocker::Blocker;
use crate::error::{Error, Reason, Result};
use crate::store::Read;

/// What to list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct HomeQuery {
    /// Part of a name, locality or a person's name.
    pub text: Option<String>,
    /// Kinds of home; empty for all.
    pub kinds: Vec<HomeKind>,
    /// Only homes with a free place.
    pub free_only: bool,
    /// Only homes approved for this care.
    pub care: Option<Care>,
    /// Only homes approved for a child of this age.
    pub age: Option<u32>,
    /// Only homes in this municipality.
    pub municipality: Option<String>,
    /// How the home stands; empty for all but ended ones.
    pub standings: Vec<StandingFilter>,
    /// On which day; today when absent.
    pub on: Option<NaiveDate>,
    /// Order.
    pub sort: HomeSort,
    /// Backwards.
    pub descending: bool,
    /// First row, from 0.
    pub offset: u32,
    /// Rows a page, at most 200; 100 when 0.
    pub limit: u32,
}

/// Standings that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StandingFilter {
    /// Approved and not paused.
    Approved,
    /// Paused.
    Paused,
    /// On its way.
    InRecruitment,
    /// Neither approved nor on its way.
    NotApproved,
    /// Ended.
    Ended,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HomeSort {
    /// Swedish order.
    #[default]
    Name,
    /// Locality, then name.
    Locality,
    /// Most free places first.
    Free,
    /// Kind, then name.
    Kind,
}

/// How a home's register checks stand, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Checks {
    /// All valid.
    Valid,
    /// Valid, but one runs out within sixty days.
    Soon,
    /// One is too old.
    TooOld,
    /// One is missing, or a remark is undecided.
    Missing,
    /// Nobody is to be checked.
    Nobody,
}

/// One home in the list: only capacity, dates and states (lag 2001:454, 7 a §).
#[derive(Debug, Clone, Serialize, TS)]
pub struct HomeRow {
    /// Key.
    pub id: HomeId,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: HomeKind,
    /// Locality; nothing for a protected home.
    pub locality: Option<String>,
    /// Municipality; nothing for a protected home.
    pub municipality: Option<String>,
    /// How it stands.
    pub standing: Standing,
    /// Approved places.
    pub approved: u32,
    /// Children placed, of all municipalities.
    pub taken: u32,
    /// Free places.
    pub free: u32,
    /// Youngest age.
    pub age_from: Option<u32>,
    /// Oldest age.
    pub age_to: Option<u32>,
    /// Register checks.
    pub checks: Checks,
    /// When the pause ends, if it has an end.
    pub paused_to: Option<NaiveDate>,
    /// Day of the latest answer about what the home wants or can.
    pub asked_on: Option<NaiveDate>,
    /// Protected identity.
    pub protected: bool,
}

/// A page of the list.
#[derive(Debug, Serialize, TS)]
pub struct HomeList {
    /// The rows.
    pub rows: Vec<HomeRow>,
    /// How many there are in all.
    pub total: u32,
    /// The day it was computed on.
    pub on: NaiveDate,
    /// Free places in all the homes that were asked for.
    pub free_in_all: u32,
}

/// A page of homes.
///
/// # Errors
/// [`Reason::NotANumber`] at `age`.
pub fn home_list(read: &Read<'_>, query: HomeQuery) -> Result<HomeList> {
    if query.age.is_some_and(|it| it > 20) {
        return Err(Error::invalid(
            "age",
            Reason::NotANumber { min: 0, max: 20 },
        ));
    }
    let on = query.on.unwrap_or(read.today());
    let page = sql::list(read, &query, on)?;
    let rules = checks::rules_on(read, on, true)?;
    let soon = on + chrono::Days::new(60);
    let mut rows = Vec::with_capacity(page.rows.len());
    for row in page.rows {
        let facts = StandingFacts {
            ended_on: row.ended_on,
            in_recruitment: row.in_recruitment,
            approved: row.approved,
            taken: row.taken,
            paused: row.paused,
        };
        let people = checks::people_to_check(read, &row.id, on)?;
        let state = if people.is_empty() {
            Checks::Nobody
        } else {
            let on_day = |day| {
                let mut found = Vec::new();
                for person in &people {
                    rules::check_blockers(&mut found, person, &rules, day);
                }
                found
            };
            state_of(&on_day(on), &on_day(soon))
        };
        let shown = |it: Option<String>| it.filter(|_| !row.protected);
        rows.push(HomeRow {
            standing: rules::standing(&facts, on),
            free: rules::free_places(&facts, on),
            id: row.id,
            name: row.name,
            kind: row.kind,
            locality: shown(row.locality),
            municipality: shown(row.municipality),
            approved: row.approved,
            taken: row.taken,
            age_from: row.age_from,
            age_to: row.age_to,
            checks: state,
            paused_to: row.paused_to,
            asked_on: row.asked_on,
            protected: row.protected,
        });
    }
    Ok(HomeList {
        rows,
        total: page.total,
        on,
        free_in_all: page.free,
    })
}

fn state_of(now: &[Blocker], soon: &[Blocker]) -> Checks {
    if now
        .iter()
        .any(|it| !matches!(it, Blocker::CheckTooOld { .. }))
    {
        Checks::Missing
    } else if !now.is_empty() {
        Checks::TooOld
    } else if soon.is_empty() {
        Checks::Valid
    } else {
        Checks::Soon
    }
}

/// How a home's checks stand on a day.
///
/// # Errors
/// Only the file's own.
pub fn checks_of(read: &Read<'_>, home: &HomeId, on: NaiveDate) -> Result<Checks> {
    if checks::people_to_check(read, home, on)?.is_empty() {
        return Ok(Checks::Nobody);
    }
    let soon = on + chrono::Days::new(60);
    Ok(state_of(
        &checks::blockers(read, home, on, true)?,
        &checks::blockers(read, home, soon, true)?,
    ))
}
