//! The errand itself: one child against all homes, step by step.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answers::InEffect;
use super::facts::{ChildFacts, HomeFacts, HouseholdMeasure, Importance, Limits, Need, Override};
use super::key::KeySet;
use super::result::{HomeResult, MatchResult, RefusedOverride};
use super::{Key, MatchingRules, answers, bands, fit, gates, household, network, overrides};

/// Everything a match depends on.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The child.
    pub child: &'a ChildFacts,
    /// All homes of the unit, in any order.
    pub homes: &'a [HomeFacts],
    /// The weights.
    pub rules: &'a MatchingRules,
    /// Dated rules on the start day.
    pub limits: &'a Limits,
    /// Hinders that somebody has looked past.
    pub overrides: &'a [Override],
    /// Measures written against household warnings.
    pub measures: &'a [HouseholdMeasure],
    /// The day of matching: answers are aged to it.
    pub as_of: NaiveDate,
    /// How names are ordered, which is used for the very last tie-break only.
    pub names: fn(&str, &str) -> Ordering,
}

/// The same, owned: what a frozen record keeps so that it can be run again.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct FrozenQuestion {
    /// The child.
    pub child: ChildFacts,
    /// All homes of the unit.
    pub homes: Vec<HomeFacts>,
    /// The weights, with their sources.
    pub rules: MatchingRules,
    /// Dated rules on the start day.
    pub limits: Limits,
    /// Hinders that somebody had looked past.
    pub overrides: Vec<Override>,
    /// Measures written against household warnings.
    pub measures: Vec<HouseholdMeasure>,
    /// The day of matching.
    pub as_of: NaiveDate,
}

impl FrozenQuestion {
    /// The question to ask again, with the order of names that is in use.
    pub fn question(&self, names: fn(&str, &str) -> Ordering) -> Question<'_> {
        Question {
            child: &self.child,
            homes: &self.homes,
            rules: &self.rules,
            limits: &self.limits,
            overrides: &self.overrides,
            measures: &self.measures,
            as_of: self.as_of,
            names,
        }
    }
}

/// Places every home in one of the four bands, with all reasons.
pub fn match_child(question: &Question<'_>) -> MatchResult {
    let placing = Placing::new(question);
    let mut chosen = Vec::with_capacity(placing.keys().len());
    let mut refused = Vec::new();
    let mut homes = Vec::with_capacity(question.homes.len());
    for home in question.homes {
        placing.choose(&mut chosen, home);
        homes.push(placing.place(home, &chosen, &mut refused));
    }
    by_key(&mut refused);
    MatchResult {
        child: question.child.id,
        rule_version: question.rules.version(),
        as_of: question.as_of,
        start_day: question.child.start_day,
        network: network::state(question.child),
        bands: bands::arrange(homes, question.names),
        refused_overrides: refused,
    }
}

/// Independent of the order the homes came in.
pub fn by_key(refused: &mut [RefusedOverride]) {
    refused.sort_by_key(|it| (it.tried.home, it.tried.gate, it.tried.at, it.tried.by));
}

/// Places one home after the other for the same child: what is the same for
/// all of them is looked up once.
pub struct Placing<'a> {
    question: Question<'a>,
    needs: Vec<&'a Need>,
    keys: KeySet,
}

impl<'a> Placing<'a> {
    /// For this question; its `homes` are not read here.
    pub fn new(question: &Question<'a>) -> Self {
        let needs: Vec<&Need> = question
            .child
            .needs
            .iter()
            .filter(|it| it.importance != Importance::NotRelevant)
            .collect();
        let keys = KeySet::new(needs.iter().map(|it| it.key.clone()).collect());
        Self {
            question: *question,
            needs,
            keys,
        }
    }

    /// The needs that are weighed, in the order of the sheet.
    pub fn keys(&self) -> &[Key] {
        self.keys.keys()
    }

    /// Fills `chosen` with the answers in effect of a home that has its answers with it.
    pub fn choose(&self, chosen: &mut Vec<Option<InEffect>>, home: &HomeFacts) {
        let Question { as_of, rules, .. } = self.question;
        answers::choose(chosen, &self.keys, &home.capabilities, as_of, rules);
    }

    /// One home in its band; `chosen` has the answer in effect for each of [`Self::keys`].
    pub fn place(
        &self,
        home: &HomeFacts,
        chosen: &[Option<InEffect>],
        refused: &mut Vec<RefusedOverride>,
    ) -> HomeResult {
        let Question {
            child,
            rules,
            limits,
            as_of,
            ..
        } = self.question;
        let mut lines = Vec::with_capacity(self.needs.len());
        for ((need, key), answer) in self.needs.iter().zip(self.keys()).zip(chosen) {
            lines.push(fit::need(need, key, answer.as_ref(), as_of, rules));
        }
        let mut gates = gates::all(child, home, limits, &lines);
        overrides::look_past(&mut gates, home.id, self.question.overrides, refused);
        let fit = fit::fit(&mut lines);
        let coverage = fit::coverage(&lines);
        let reasons = bands::reasons(&lines, coverage, &gates, rules);
        HomeResult {
            home: home.id,
            name: home.name.clone(),
            band: bands::band(&gates, &reasons),
            gates,
            reasons,
            fit,
            coverage,
            essentials: fit::essentials(&lines),
            needs: lines,
            keeps_school: home.keeps_school == Some(true),
            warnings: household::warnings(child, home, rules, self.question.measures),
            last_request_on: home.last_request_on,
            requests_last_year: home.requests_last_year,
        }
    }
}
