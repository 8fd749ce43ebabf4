//! Steps 2 and 3: fit per need, and three numbers, never one.
//!
//! All sums are whole numbers: a value is in hundredths, so points are too.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::answers::{InEffect, aged, level_at};
use super::facts::{Importance, Level, Need};
use super::result::{Answer, Coverage, Essentials, Fit, NeedResult};
use super::{Key, MatchingRules};

/// How one need is met by the answer in effect.
pub fn need(
    need: &Need,
    key: &Key,
    answer: Option<&InEffect>,
    as_of: NaiveDate,
    rules: &MatchingRules,
) -> NeedResult {
    let answer = answer.map(|it| (it, aged(&it.line, as_of, rules).0));
    let level = answer.map_or(Level::Unknown, |(it, age)| level_at(&it.line, age));
    let counts_as_stated = answer.is_some_and(|(it, _)| it.stated);
    let measure_written = answer.is_some_and(|(it, _)| it.line.measure_written);
    let weight = rules.weight(need.importance);
    let value = rules.value(level, counts_as_stated, measure_written);
    NeedResult {
        need: key.clone(),
        importance: need.importance,
        weight,
        answer: answer.map(|(it, age)| Answer {
            capability: it.line.id,
            level: it.line.level,
            evidence: it.line.evidence,
            on: it.line.on,
            age,
            contradicted: it.contradicted,
        }),
        level,
        counts_as_stated,
        measure_written,
        value,
        points: value.map(|value| weight * value),
        share: None,
    }
}

/// The fit of the known needs, and each need's share of the number shown.
pub fn fit(needs: &mut [NeedResult]) -> Option<Fit> {
    let weight: u32 = known(needs);
    if weight == 0 {
        return None;
    }
    let points: u32 = needs.iter().filter_map(|it| it.points).sum();
    let hundredths = rounded(points, weight);
    share_out(needs, weight, hundredths);
    Some(Fit {
        points,
        weight,
        hundredths,
        tenths: rounded(points, weight * 10),
    })
}

/// How much of the sheet is known; `None` when it has no need to weigh.
pub fn coverage(needs: &[NeedResult]) -> Option<Coverage> {
    let total: u32 = needs.iter().map(|it| it.weight).sum();
    if total == 0 {
        return None;
    }
    let known = known(needs);
    Some(Coverage {
        known,
        total,
        hundredths: rounded(known * 100, total),
        tenths: rounded(known * 10, total),
    })
}

/// The four counts.
pub fn essentials(needs: &[NeedResult]) -> Essentials {
    let mut res = Essentials::default();
    for it in needs
        .iter()
        .filter(|it| it.importance == Importance::Essential)
    {
        match it.level {
            Level::Yes => res.met += 1,
            Level::WithSupport if it.measure_written => res.with_measure += 1,
            Level::WithSupport | Level::No => res.open += 1,
            Level::Unknown => res.unknown += 1,
        }
    }
    res
}

fn known(needs: &[NeedResult]) -> u32 {
    needs
        .iter()
        .filter(|it| it.value.is_some())
        .map(|it| it.weight)
        .sum()
}

/// a / b rounded half up.
fn rounded(a: u32, b: u32) -> u32 {
    (2 * a + b) / (2 * b)
}

/// Splits the shown fit on the known needs so that the parts add up to it:
/// each gets its whole hundredths, the rest goes to the largest remainders.
fn share_out(needs: &mut [NeedResult], weight: u32, hundredths: u32) {
    let mut left = hundredths;
    for it in needs.iter_mut() {
        it.share = it.points.map(|points| points / weight);
        left -= it.share.unwrap_or(0);
    }
    // Remainder first, then the order of the sheet; each need gets at most one.
    let rank =
        |at: usize, it: &NeedResult| (it.points.map_or(0, |points| points % weight), Reverse(at));
    let mut last = None;
    for _ in 0..left {
        let waiting = needs.iter().enumerate().map(|(at, it)| rank(at, it));
        last = waiting
            .filter(|it| last.is_none_or(|last| *it < last))
            .max();
        let Some((_, Reverse(at))) = last else { break };
        needs[at].share = needs[at].share.map(|share| share + 1);
    }
}
