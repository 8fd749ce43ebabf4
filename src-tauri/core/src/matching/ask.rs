//! Matching at the door: the list of homes in bands, and all reasons of the
//! homes somebody opens.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::facts::{ChildFacts, Limits, Measure};
use super::register::{Placed, Register};
use super::result::{Band, HomeResult};
use super::rows::{MatchBand, MatchGroup, MatchList, MatchRow, number, row};
use super::rules::Placing;
use super::{Key, MatchingRules, Question, gather, network};
use crate::blocker::Blocker;
use crate::children::{self, ChildCard, ChildId, ChildRef};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::HomeId;
use crate::store::{Read, Write, swedish_order};

/// Homes shown of each band when nothing else is asked for.
const FIRST: u32 = 100;

/// Homes whose reasons can be asked for at once: more cannot be compared.
const MOST: usize = 4;

/// Which child, and how much of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MatchQuery {
    /// The child.
    pub id: ChildId,
    /// How many homes of a band at most, where it is not the first hundred.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub show: BTreeMap<Band, u32>,
}

/// A match as the window lists it.
#[derive(Debug, Serialize, TS)]
pub struct Matched {
    /// The child, with the own words and the need sheet.
    pub child: ChildCard,
    /// Every home in one of four bands, a line each.
    pub result: MatchList,
    /// Names of the people that the lines speak of, by key.
    pub people: BTreeMap<String, String>,
    /// Warnings about the sheet itself: not locked, the child not heard, the network not weighed.
    pub warnings: Vec<Blocker>,
}

/// Some homes for one child.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReasonsQuery {
    /// The child.
    pub child: ChildId,
    /// The homes, one to four.
    pub homes: Vec<HomeId>,
}

/// Everything that put some homes where they stand.
#[derive(Debug, Serialize, TS)]
pub struct MatchReasons {
    /// The homes, as they were asked for.
    pub homes: Vec<HomeResult>,
    /// Names of the people that gates speak of, by key.
    pub people: BTreeMap<String, String>,
    /// Measures that the homes' answers rest on, by the answer's key.
    pub measures: BTreeMap<String, Measure>,
}

/// One child against all homes.
///
/// # Errors
/// `NotFound`.
pub fn match_homes(write: &Write<'_>, input: MatchQuery) -> Result<Matched> {
    let read = write.as_read();
    let child = children::open_child(write, ChildRef { id: input.id })?;
    let rules = MatchingRules::shipped();
    let result = list(&read, &child, &rules, &input.show)?;
    record(write, &child, &rules)?;
    Ok(Matched {
        warnings: sheet_warnings(&child, &result),
        people: gather::names(&read, result.people())?,
        child,
        result,
    })
}

/// All reasons of one to four homes.
///
/// # Errors
/// `NotFound`, also for a home whose assignment has ended; `Invalid` for none
/// or more than four.
pub fn match_reasons(write: &Write<'_>, input: ReasonsQuery) -> Result<MatchReasons> {
    if input.homes.is_empty() {
        return Err(Error::invalid("homes", Reason::Required));
    }
    if input.homes.len() > MOST {
        let detail = format!("more than {MOST} homes");
        return Err(Error::invalid("homes", Reason::Malformed { detail }));
    }
    let child = children::open_child(write, ChildRef { id: input.child })?;
    let rules = MatchingRules::shipped();
    let mut res = MatchReasons {
        homes: Vec::new(),
        people: BTreeMap::new(),
        measures: BTreeMap::new(),
    };
    for home in &input.homes {
        let found = reasons(&write.as_read(), &child, &rules, home)?;
        let (result, people, measures) = found.or_not_found("home")?;
        res.homes.push(result);
        res.people.extend(people);
        res.measures.extend(measures);
    }
    record(write, &child, &rules)?;
    Ok(res)
}

fn record(write: &Write<'_>, child: &ChildCard, rules: &MatchingRules) -> Result<()> {
    write.record_reading(&Event::Matched {
        child: child.id.0.clone(),
        rule_version: rules.version().to_string(),
    })
}

/// What a question is made of, for as long as it is asked.
struct Asked<'a> {
    child: ChildFacts,
    limits: Limits,
    rules: &'a MatchingRules,
    as_of: NaiveDate,
}

impl<'a> Asked<'a> {
    fn new(read: &Read<'_>, child: &ChildCard, rules: &'a MatchingRules) -> Result<Self> {
        let child = gather::child(read, child)?;
        Ok(Self {
            limits: gather::limits(read, child.start_day)?,
            child,
            rules,
            as_of: read.today(),
        })
    }

    fn question(&self) -> Question<'_> {
        Question {
            child: &self.child,
            homes: &[],
            rules: self.rules,
            limits: &self.limits,
            overrides: &[],
            measures: &[],
            as_of: self.as_of,
            names: swedish_order,
        }
    }

    /// Asks the register with what this question needs in it.
    fn register<R>(
        &self,
        read: &Read<'_>,
        ask: impl FnOnce(&mut Register, &Question<'_>) -> R,
    ) -> Result<R> {
        let question = self.question();
        let needs: Vec<Key> = Placing::new(&question).keys().to_vec();
        read.with_kept(|register: &mut Register| {
            register.read(read, &needs)?;
            Ok(ask(register, &question))
        })
    }
}

/// All homes in their bands, without a trace; the caller leaves it. Of each
/// band as many lines as `show` says, or the first hundred.
///
/// # Errors
/// Only the file's own.
pub fn list(
    read: &Read<'_>,
    child: &ChildCard,
    rules: &MatchingRules,
    show: &BTreeMap<Band, u32>,
) -> Result<MatchList> {
    let asked = Asked::new(read, child, rules)?;
    let (bands, refused_overrides) = asked.register(read, |register, question| {
        let (placed, refused) = register.placed(question);
        let mut letters: Vec<u32> = placed.iter().map(|it| it.at).collect();
        letters.sort_unstable();
        let mut bands = Vec::with_capacity(Band::ALL.len());
        for band in Band::ALL {
            let from = placed.partition_point(|it| it.band < band);
            let to = placed.partition_point(|it| it.band <= band);
            let most = show.get(&band).map_or(FIRST, |it| *it) as usize;
            bands.push(MatchBand {
                band,
                count: number(to - from),
                groups: groups(register, question, &placed[from..to], most, &letters),
            });
        }
        (bands, refused)
    })?;
    Ok(MatchList {
        rule_version: rules.version(),
        as_of: asked.as_of,
        start_day: asked.child.start_day,
        network: network::state(&asked.child),
        bands,
        refused_overrides,
    })
}

/// The first `most` homes of a band, equal ones as groups.
fn groups(
    register: &mut Register,
    question: &Question<'_>,
    band: &[Placed],
    most: usize,
    letters: &[u32],
) -> Vec<MatchGroup> {
    let mut left = most.min(band.len());
    let mut rows = rows(register, question, &band[..left], letters).into_iter();
    let mut res = Vec::new();
    for group in band.chunk_by(|one, other| one.merit == other.merit) {
        if left == 0 {
            break;
        }
        let shown = left.min(group.len());
        left -= shown;
        res.push(MatchGroup {
            count: number(group.len()),
            homes: rows.by_ref().take(shown).collect(),
        });
    }
    res
}

fn rows(
    register: &mut Register,
    question: &Question<'_>,
    shown: &[Placed],
    letters: &[u32],
) -> Vec<MatchRow> {
    let mut wanted: Vec<u32> = shown.iter().map(|it| it.at).collect();
    wanted.sort_unstable();
    let results = register.results(question, &wanted);
    let mut rows: Vec<Option<MatchRow>> = wanted
        .iter()
        .zip(results)
        .map(|(at, result)| {
            let home = &register.homes[*at as usize];
            let letter = letters.partition_point(|it| it < at);
            let locality = home.locality.as_deref().map(ToOwned::to_owned);
            Some(row(result, locality, number(letter)))
        })
        .collect();
    // Back from the order of the homes to the order of the list.
    shown
        .iter()
        .filter_map(|it| rows[wanted.binary_search(&it.at).ok()?].take())
        .collect()
}

/// What one home answers, with the names and the measures its sentences need.
pub type Reasons = (
    HomeResult,
    BTreeMap<String, String>,
    BTreeMap<String, Measure>,
);

/// All reasons of one home, without a trace; nothing when it is not weighed.
///
/// # Errors
/// Only the file's own.
pub fn reasons(
    read: &Read<'_>,
    child: &ChildCard,
    rules: &MatchingRules,
    home: &HomeId,
) -> Result<Option<Reasons>> {
    let asked = Asked::new(read, child, rules)?;
    let Ok(id) = Uuid::parse_str(home.as_str()) else {
        return Ok(None);
    };
    let Some(gathered) = gather::home(read, &asked.child, id)? else {
        return Ok(None);
    };
    let question = asked.question();
    let placing = Placing::new(&question);
    let mut chosen = Vec::new();
    placing.choose(&mut chosen, &gathered.facts);
    let result = placing.place(&gathered.facts, &chosen, &mut Vec::new());
    let measures = gathered
        .facts
        .capabilities
        .iter()
        .filter_map(|line| Some((line.id.to_string(), line.measure.as_deref()?.clone())))
        .collect();
    Ok(Some((result, gathered.people, measures)))
}

/// How many homes are weighed for a child.
///
/// # Errors
/// Only the file's own.
pub fn homes_weighed(read: &Read<'_>, child: &ChildCard) -> Result<u32> {
    gather::count(read, gather::child(read, child)?.start_day)
}

/// What is wrong with the sheet itself. Warnings: nothing hinders the work.
#[must_use]
pub fn sheet_warnings(child: &ChildCard, result: &MatchList) -> Vec<Blocker> {
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
