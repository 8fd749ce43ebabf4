//! Step 4: which band, why, and which homes are equal.

use std::cmp::{Ordering, Reverse};

use super::MatchingRules;
use super::facts::{GateKey, GateSubject, Importance, Level};
use super::result::{
    Band, BandList, BandReason, Coverage, GateResult, Group, HomeResult, NeedResult,
};

/// Everything beside a hinder that keeps a home out of the first band.
pub fn reasons(
    needs: &[NeedResult],
    coverage: Option<Coverage>,
    gates: &[GateResult],
    rules: &MatchingRules,
) -> Vec<BandReason> {
    let mut res = Vec::new();
    for it in needs
        .iter()
        .filter(|it| it.importance == Importance::Essential)
    {
        let need = || it.need.clone();
        match it.level {
            Level::Yes => {}
            Level::WithSupport if it.measure_written => {}
            Level::WithSupport => res.push(BandReason::EssentialLacksMeasure { need: need() }),
            Level::Unknown => res.push(BandReason::EssentialUnknown { need: need() }),
            // The hinder speaks for itself until somebody looks past it.
            Level::No if looked_past(gates, it) => {
                res.push(BandReason::EssentialNoOverridden { need: need() });
            }
            Level::No => {}
        }
    }
    match coverage {
        None => res.push(BandReason::NoNeeds),
        Some(it) if it.known * 100 < it.total * rules.coverage_hundredths => {
            res.push(BandReason::CoverageLow {
                hundredths: it.hundredths,
                limit: rules.coverage_hundredths,
            });
        }
        Some(_) => {}
    }
    res
}

fn looked_past(gates: &[GateResult], need: &NeedResult) -> bool {
    gates.iter().any(|it| {
        it.gate == GateKey::EssentialNeed
            && it.overridden.is_some()
            && matches!(&it.subject, GateSubject::Need { need: about } if *about == need.need)
    })
}

/// The band. A hinder that somebody has looked past no longer decides it.
pub fn band(gates: &[GateResult], reasons: &[BandReason]) -> Band {
    let mut standing = gates.iter().filter(|it| it.stands()).peekable();
    if standing.peek().is_some() {
        let final_word = standing.any(|it| it.overridable_by.is_none());
        return if final_word {
            Band::Hindered
        } else {
            Band::OnlyIf
        };
    }
    if reasons.is_empty() {
        Band::Possible
    } else {
        Band::PossibleMoreToLearn
    }
}

/// What homes in a band are equal or ordered by, best first: fewest open
/// essentials, fit in tenths, coverage in tenths, kept school. A home of which
/// nothing is known has no fit and comes after those that have one.
pub type Merit = (u32, Reverse<Option<u32>>, Reverse<Option<u32>>, bool);

/// The home's merit.
pub fn merit(home: &HomeResult) -> Merit {
    (
        home.essentials.open,
        Reverse(home.fit.map(|it| it.tenths)),
        Reverse(home.coverage.map(|it| it.tenths)),
        !home.keeps_school,
    )
}

/// Turn order among equals: never asked, then longest since asked, then name.
fn turn(one: &HomeResult, other: &HomeResult, names: fn(&str, &str) -> Ordering) -> Ordering {
    one.last_request_on
        .cmp(&other.last_request_on)
        .then_with(|| names(&one.name, &other.name))
        .then_with(|| one.home.cmp(&other.home))
}

/// All homes in their bands, equal ones as groups.
pub fn arrange(homes: Vec<HomeResult>, names: fn(&str, &str) -> Ordering) -> Vec<BandList> {
    // Places are sorted, not the wide results themselves.
    let mut order: Vec<_> = (0..homes.len())
        .map(|at| (homes[at].band, merit(&homes[at]), at))
        .collect();
    order.sort_unstable_by(|one, other| {
        let by_turn = || turn(&homes[one.2], &homes[other.2], names);
        (one.0, &one.1).cmp(&(other.0, &other.1)).then_with(by_turn)
    });
    let mut homes: Vec<_> = homes.into_iter().map(Some).collect();
    let mut bands: Vec<BandList> = Band::ALL
        .map(|band| BandList {
            band,
            count: 0,
            groups: Vec::new(),
        })
        .into();
    for home in order.iter().filter_map(|it| homes[it.2].take()) {
        let list = &mut bands[home.band as usize];
        list.count += 1;
        match list.groups.last_mut() {
            Some(group) if merit(&group.homes[0]) == merit(&home) => group.homes.push(home),
            _ => list.groups.push(Group { homes: vec![home] }),
        }
    }
    bands
}
