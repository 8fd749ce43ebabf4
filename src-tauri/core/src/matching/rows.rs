//! The match as a list: one short line a home, in bands and groups of equals.
//!
//! What a line says is picked out of the home's whole result, so that list and
//! reasons can never differ. All reasons of a home are asked for when it is opened.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::facts::GateKey;
use super::result::{
    Band, BandReason, Coverage, Cure, Essentials, Fit, GateFact, HomeResult, NetworkState, Outcome,
    RefusedOverride,
};

/// All homes of the unit for one child, as a list.
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct MatchList {
    /// The version of the rules that counted.
    pub rule_version: u32,
    /// The day answers were aged to.
    pub as_of: NaiveDate,
    /// The day the gates were tried on.
    pub start_day: NaiveDate,
    /// The search in the network.
    pub network: NetworkState,
    /// The four bands, always all four, best first.
    pub bands: Vec<MatchBand>,
    /// Overrides without effect.
    pub refused_overrides: Vec<RefusedOverride>,
}

/// One band, as far as it is shown.
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct MatchBand {
    /// The band.
    pub band: Band,
    /// Number of homes in it, shown or not.
    pub count: u32,
    /// Groups of equal homes, most suitable first, until as many homes as were asked for.
    pub groups: Vec<MatchGroup>,
}

/// Homes that are equal in the material (likvärdiga i underlaget).
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct MatchGroup {
    /// Number of homes in it, shown or not.
    pub count: u32,
    /// In turn order, which is not a merit. Never empty.
    pub homes: Vec<MatchRow>,
}

/// One home in the list.
#[derive(Debug, PartialEq, Serialize, TS)]
pub struct MatchRow {
    /// The home.
    pub home: Uuid,
    /// Its name.
    pub name: String,
    /// Where it lies; nothing for a protected one.
    pub locality: Option<String>,
    /// Its place among the keys of all homes, from 0: for a letter in the
    /// name's stead that says nothing of the home's place in the list.
    pub letter: u32,
    /// Its band.
    pub band: Band,
    /// Why it stands there.
    pub lead: MatchLead,
    /// `None`: no need is known.
    pub fit: Option<Fit>,
    /// `None`: there is no need to weigh.
    pub coverage: Option<Coverage>,
    /// Counts of essential needs.
    pub essentials: Essentials,
    /// Warnings of the gates and of the household that tell this home from
    /// others; that no home is assessed for the child yet is said of every one.
    pub warnings: u32,
}

/// What leads among a home's reasons.
#[derive(Debug, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MatchLead {
    /// A hinder that nobody has looked past.
    Hinder {
        /// The facts.
        fact: GateFact,
        /// How it can be lifted; `None`: it cannot.
        cure: Option<Cure>,
        /// Further hinders.
        more: u32,
    },
    /// Nothing hinders, but it is not in the first band.
    Reason {
        /// Why.
        reason: BandReason,
        /// Further reasons.
        more: u32,
    },
    /// Nothing is in the way.
    Clear,
}

/// The line of one home.
pub fn row(result: HomeResult, locality: Option<String>, letter: u32) -> MatchRow {
    let lead = lead(&result);
    let warned = result
        .gates
        .iter()
        .filter(|it| it.outcome == Outcome::Warn && it.gate != GateKey::ChildAssessment);
    MatchRow {
        warnings: number(warned.count() + result.warnings.len()),
        home: result.home,
        name: result.name,
        locality,
        letter,
        band: result.band,
        lead,
        fit: result.fit,
        coverage: result.coverage,
        essentials: result.essentials,
    }
}

fn lead(result: &HomeResult) -> MatchLead {
    let mut hinders = result.gates.iter().filter(|it| it.stands());
    if let Some(first) = hinders.next() {
        return MatchLead::Hinder {
            fact: first.fact.clone(),
            cure: first.cure.clone(),
            more: number(hinders.count()),
        };
    }
    match result.reasons.split_first() {
        Some((reason, more)) => MatchLead::Reason {
            reason: reason.clone(),
            more: number(more.len()),
        },
        None => MatchLead::Clear,
    }
}

impl MatchList {
    /// Every home that is shown, in reading order.
    pub fn rows(&self) -> impl Iterator<Item = &MatchRow> {
        self.bands
            .iter()
            .flat_map(|band| &band.groups)
            .flat_map(|group| &group.homes)
    }

    /// The people that the lines speak of.
    pub fn people(&self) -> BTreeSet<Uuid> {
        let of_fact = |fact: &GateFact| match fact {
            GateFact::CheckMissing { person, .. }
            | GateFact::CheckTooOld { person, .. }
            | GateFact::CheckRemark { person, .. } => Some(*person),
            _ => None,
        };
        // A cure speaks of the same person as its finding.
        self.rows()
            .filter_map(|it| match &it.lead {
                MatchLead::Hinder { fact, .. } => of_fact(fact),
                _ => None,
            })
            .collect()
    }
}

/// A count as the door sends it.
pub fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
