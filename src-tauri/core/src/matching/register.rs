//! All homes of the unit in little room: read in sweeps, kept until the file
//! changes, and turned to the day that a child is to move.
//!
//! Holds what bands are made of and no words of answers: those are read for the
//! homes that somebody opens (`gather`). Answers lie need by need, in the order
//! of the homes, so that a match walks beside them and reads only what the
//! child's sheet asks for.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::answers::{InEffect, Said};
use super::calendar::next_day;
use super::facts::{Adult, HomeFacts, HouseholdChild, Level};
use super::result::{Band, HomeResult, RefusedOverride};
use super::rules::{self, Placing, Question};
use super::{Key, bands, sweep};
use crate::error::Result;
use crate::store::Read;

/// The need whose answer also parts equal homes.
pub const KEPT_SCHOOL: &str = "kept_school";

/// The homes, and the answers to the needs that somebody has asked about.
#[derive(Default)]
pub struct Register {
    /// By key, so that answers can be walked through beside them.
    pub homes: Vec<Kept>,
    /// Place of each home.
    pub places: HashMap<Uuid, u32>,
    answers: HashMap<String, Vec<(u32, Said)>>,
    read: bool,
}

/// One home as it is kept.
pub struct Kept {
    /// As on a day between `from` and `to`; without answers.
    pub facts: HomeFacts,
    /// Last day of the assignment's own end; `None`: goes on.
    pub ended_on: Option<NaiveDate>,
    /// Where it lies; nothing for a protected one.
    pub locality: Option<Box<str>>,
    /// Place among all names in Swedish order; equal names have equal ones.
    pub name_place: u32,
    /// What comes and goes with the days.
    pub dated: Dated,
    from: NaiveDate,
    to: NaiveDate,
}

/// What counts on some days only.
#[derive(Default)]
pub struct Dated {
    /// From the day somebody is to be checked, until the day they moved out.
    pub adults: Vec<(NaiveDate, Option<NaiveDate>, Adult)>,
    /// Until the day somebody moved out.
    pub own: Vec<(Option<NaiveDate>, HouseholdChild)>,
    /// From a day, before a day; without a birth date only the place counts.
    pub placed: Vec<(NaiveDate, Option<NaiveDate>, Option<HouseholdChild>)>,
    /// From a day, to a day with that day: places of other municipalities.
    pub taken: Vec<(NaiveDate, Option<NaiveDate>, u32)>,
}

/// One home placed: all that its place in the list rests on.
pub struct Placed {
    /// Where in [`Register::homes`].
    pub at: u32,
    /// The band.
    pub band: Band,
    /// What it is ordered by, and equal by.
    pub merit: bands::Merit,
    /// Turn order among equals: never asked, then longest since asked, then name.
    pub turn: (Option<NaiveDate>, u32, u32),
}

impl Kept {
    /// A home of which only the undated is known yet.
    pub fn new(facts: HomeFacts) -> Self {
        Self {
            facts,
            ended_on: None,
            locality: None,
            name_place: 0,
            dated: Dated::default(),
            from: NaiveDate::MAX,
            to: NaiveDate::MIN,
        }
    }

    /// Makes the facts those of `day`, if they are not.
    fn turn_to(&mut self, day: NaiveDate) {
        if self.from <= day && day < self.to {
            return;
        }
        let dated = &self.dated;
        let stays = |left: &Option<NaiveDate>| left.is_none_or(|it| it > day);
        let facts = &mut self.facts;
        facts.adults.clear();
        facts.children.clear();
        let adults = dated.adults.iter();
        let adults = adults.filter(|(since, left, _)| *since <= day && stays(left));
        facts.adults.extend(adults.map(|(.., it)| it.clone()));
        let own = dated.own.iter().filter(|(left, _)| stays(left));
        facts.children.extend(own.map(|(_, it)| it.clone()));
        facts.taken.own = 0;
        for (from, to, child) in &dated.placed {
            if *from <= day && stays(to) {
                facts.taken.own += 1;
                facts.children.extend(child.clone());
            }
        }
        facts.taken.other_municipalities = dated
            .taken
            .iter()
            .filter(|(from, to, _)| *from <= day && to.is_none_or(|it| it >= day))
            .map(|(_, _, places)| *places)
            .sum();
        // Good for every day until the next on which something comes or goes.
        (self.from, self.to) = (NaiveDate::MIN, NaiveDate::MAX);
        for it in dated.days() {
            if it <= day {
                self.from = self.from.max(it);
            } else {
                self.to = self.to.min(it);
            }
        }
    }
}

impl Dated {
    /// The first day of each new state.
    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let since = self.adults.iter().map(|it| it.0);
        let left = self.adults.iter().filter_map(|it| it.1);
        let own = self.own.iter().filter_map(|it| it.0);
        let placed = self
            .placed
            .iter()
            .flat_map(|it| [Some(it.0), it.1])
            .flatten();
        let taken = self
            .taken
            .iter()
            .flat_map(|it| [Some(it.0), it.1.map(next_day)])
            .flatten();
        since.chain(left).chain(own).chain(placed).chain(taken)
    }
}

impl Register {
    /// Reads what is not there yet: the homes, and the answers to these needs.
    ///
    /// # Errors
    /// Only the file's own.
    pub fn read(&mut self, read: &Read<'_>, needs: &[Key]) -> Result<()> {
        if !self.read {
            sweep::homes(read, self)?;
            self.read = true;
        }
        for need in needs {
            if !self.answers.contains_key(need.as_str()) {
                let answers = sweep::answers(read, need.as_str(), &self.places)?;
                self.answers.insert(need.as_str().to_owned(), answers);
            }
        }
        Ok(())
    }

    /// Every home whose assignment has not ended by the start day, in reading
    /// order: bands, merit, turn; and the overrides without effect. The
    /// question's needs must have been read.
    pub fn placed(&mut self, question: &Question<'_>) -> (Vec<Placed>, Vec<RefusedOverride>) {
        let mut res = Vec::with_capacity(self.homes.len());
        let mut refused = self.walk(question, None, |at, home, result| {
            res.push(Placed {
                at,
                band: result.band,
                merit: bands::merit(&result),
                turn: (home.facts.last_request_on, home.name_place, at),
            });
        });
        res.sort_unstable_by_key(|it| (it.band, it.merit, it.turn));
        rules::by_key(&mut refused);
        (res, refused)
    }

    /// The results of some homes, given by rising place.
    pub fn results(&mut self, question: &Question<'_>, wanted: &[u32]) -> Vec<HomeResult> {
        let mut res = Vec::with_capacity(wanted.len());
        self.walk(question, Some(wanted), |_, _, result| res.push(result));
        res
    }

    /// Places homes one after the other, answers walked through beside them.
    fn walk(
        &mut self,
        question: &Question<'_>,
        wanted: Option<&[u32]>,
        mut take: impl FnMut(u32, &Kept, HomeResult),
    ) -> Vec<RefusedOverride> {
        let Self { homes, answers, .. } = self;
        let placing = Placing::new(question);
        let day = question.child.start_day;
        // A need that stands twice on the sheet is answered where it stands first.
        let mut columns: Vec<&[(u32, Said)]> = Vec::new();
        for (at, key) in placing.keys().iter().enumerate() {
            let first = !placing.keys()[..at].contains(key);
            let answers = answers.get(key.as_str()).filter(|_| first);
            columns.push(answers.map_or(&[], Vec::as_slice));
        }
        let school = placing
            .keys()
            .iter()
            .position(|it| it.as_str() == KEPT_SCHOOL);
        let all = 0..u32::try_from(homes.len()).unwrap_or(u32::MAX);
        let visited: &mut dyn Iterator<Item = u32> = match wanted {
            Some(it) => &mut it.iter().copied(),
            None => &mut all.into_iter(),
        };
        let mut chosen = vec![None; columns.len()];
        let mut refused = Vec::new();
        for at in visited {
            let home = &mut homes[at as usize];
            home.facts.keeps_school = None;
            for (need, (column, chosen)) in columns.iter_mut().zip(&mut chosen).enumerate() {
                *chosen = None;
                if wanted.is_some() {
                    *column = &column[column.partition_point(|it| it.0 < at)..];
                }
                while let Some(((whose, said), rest)) = column.split_first()
                    && *whose == at
                {
                    let (as_of, rules) = (question.as_of, question.rules);
                    *chosen = Some(InEffect::weigh(*chosen, *said, as_of, rules));
                    if school == Some(need) {
                        home.facts.keeps_school = Some(said.level == Level::Yes);
                    }
                    *column = rest;
                }
            }
            if home.ended_on.is_some_and(|it| it <= day) {
                continue;
            }
            home.turn_to(day);
            let result = placing.place(&home.facts, &chosen, &mut refused);
            take(at, home, result);
        }
        refused
    }
}
