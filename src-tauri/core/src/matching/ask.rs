//! Matching at the door: gathers what is known about the child and the homes,
//! and adds the names the sentences need.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::facts::Measure;
use super::{MatchResult, MatchingRules, Question, gather, match_child};
use crate::blocker::Blocker;
use crate::children::{self, ChildCard, ChildRef};
use crate::error::Result;
use crate::history::Event;
use crate::store::{Read, Write, swedish_order};

/// A match as the window shows it.
#[derive(Debug, Serialize, TS)]
pub struct Matched {
    /// The child, with the own words and the need sheet.
    pub child: ChildCard,
    /// Every home in one of four bands.
    pub result: MatchResult,
    /// Names of the people that gates speak of, by key.
    pub people: BTreeMap<String, String>,
    /// Where each home lies; nothing for a protected one.
    pub localities: BTreeMap<String, String>,
    /// Measures that homes' answers rest on, by the answer's key.
    pub measures: BTreeMap<String, Measure>,
    /// Warnings about the sheet itself: not locked, the child not heard, the network not weighed.
    pub warnings: Vec<Blocker>,
}

/// One child against all homes.
///
/// # Errors
/// `NotFound`.
pub fn match_homes(write: &Write<'_>, input: ChildRef) -> Result<Matched> {
    let child = children::open_child(write, input)?;
    let rules = MatchingRules::shipped();
    let (result, people, localities, measures) = run(&write.as_read(), &child, &rules)?;
    write.record_reading(&Event::Matched {
        child: child.id.0.clone(),
        rule_version: rules.version().to_string(),
    })?;
    Ok(Matched {
        warnings: sheet_warnings(&child, &result),
        child,
        result,
        people,
        localities,
        measures,
    })
}

type Ran = (
    MatchResult,
    BTreeMap<String, String>,
    BTreeMap<String, String>,
    BTreeMap<String, Measure>,
);

/// Gathers and matches, without a trace; the caller leaves it.
///
/// # Errors
/// Only the file's own.
pub fn run(read: &Read<'_>, child: &ChildCard, rules: &MatchingRules) -> Result<Ran> {
    let facts = gather::child(read, child)?;
    let limits = gather::limits(read, facts.start_day)?;
    let homes = gather::homes(read, &facts)?;
    let result = match_child(&Question {
        child: &facts,
        homes: &homes.facts,
        rules,
        limits: &limits,
        overrides: &[],
        measures: &[],
        as_of: read.today(),
        names: swedish_order,
    });
    let measures = homes
        .facts
        .iter()
        .flat_map(|home| &home.capabilities)
        .filter_map(|line| Some((line.id.to_string(), line.measure.as_deref()?.clone())))
        .collect();
    Ok((result, homes.people, homes.localities, measures))
}

/// What is wrong with the sheet itself. Warnings: nothing hinders the work.
#[must_use]
pub fn sheet_warnings(child: &ChildCard, result: &MatchResult) -> Vec<Blocker> {
    let mut found = Vec::new();
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|it| it.trim().is_empty());
    if blank(&child.own_words)
        && blank(&child.not_asked_reason)
        && !child.needs.iter().any(|it| it.own_words)
    {
        found.push(Blocker::ChildNotHeard);
    }
    if !result.network.ready() {
        found.push(Blocker::NetworkNotWeighed);
    }
    if child.sheet_locked_at.is_none() {
        found.push(Blocker::SheetNotLocked);
    }
    found
}
