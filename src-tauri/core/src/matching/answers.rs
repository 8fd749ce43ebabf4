//! Which of a home's answers counts for a need, and how old it is.
//!
//! When a home has several answers to one need: the better evidence counts
//! (seen or assessed before said, judged after ageing); at equal evidence the
//! newest; of two on one day the one that keeps longer, and then the more
//! cautious. The choice is made before an answer is dropped for age, so a no
//! that has grown too old leaves a question and never lets an older yes back
//! in. An answer "unknown" counts as said.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::MatchingRules;
use super::calendar::months_after;
use super::facts::{Capability, Evidence, Level};
use super::key::KeySet;
use super::result::AnswerAge;

/// The answer that counts for one need.
#[derive(Clone, Copy)]
pub struct InEffect<'a> {
    pub line: &'a Capability,
    pub age: AnswerAge,
    /// Counts as said by the home.
    pub stated: bool,
    pub contradicted: bool,
}

impl InEffect<'_> {
    /// The level that counts today.
    pub fn level(&self) -> Level {
        if matches!(self.age, AnswerAge::Aged { .. }) {
            Level::Unknown
        } else {
            self.line.level
        }
    }

    fn precedence(&self) -> impl Ord + use<> {
        let caution = match (self.line.level, measure_written(self.line)) {
            (Level::Unknown, _) => 0,
            (Level::No, _) => 1,
            (Level::WithSupport, false) => 2,
            (Level::WithSupport, true) => 3,
            (Level::Yes, _) => 4,
        };
        let said = self.stated || self.line.level == Level::Unknown;
        // What keeps longer never depends on the day. Were the cautious first,
        // raising one answer could hand the need to another that is too old.
        let keeps = (self.line.ageless, self.line.evidence != Evidence::Stated);
        (!said, self.line.on, keeps, Reverse(caution), self.line.id)
    }
}

/// A measure is written, which only an answer `with_support` can have.
pub fn measure_written(line: &Capability) -> bool {
    let written = line
        .measure
        .as_ref()
        .is_some_and(|it| !it.text.trim().is_empty());
    line.level == Level::WithSupport && written
}

/// Fills `chosen` with the answer in effect for each need, in the order of `needs`.
///
/// The buffer is the caller's, so that a whole unit is matched in one.
pub fn choose<'a>(
    chosen: &mut Vec<Option<InEffect<'a>>>,
    needs: &KeySet,
    lines: &'a [Capability],
    as_of: NaiveDate,
    rules: &MatchingRules,
) {
    chosen.clear();
    chosen.resize(needs.keys().len(), None);
    for line in lines {
        let Some(at) = needs.position(&line.need) else {
            continue;
        };
        let (age, stated) = aged(line, as_of, rules);
        let found = InEffect {
            line,
            age,
            stated,
            contradicted: false,
        };
        let next = match chosen[at] {
            None => found,
            Some(held) => {
                let contradicted = held.contradicted || held.line.level != line.level;
                let winner = if found.precedence() > held.precedence() {
                    found
                } else {
                    held
                };
                InEffect {
                    contradicted,
                    ..winner
                }
            }
        };
        chosen[at] = Some(next);
    }
}

/// How old an answer is, and whether it counts as said by the home by now.
///
/// Seen and assessed count as said, freshly, from the day they turn
/// `ageing.seen_as_stated` months. A limit is reached on its day.
pub fn aged(line: &Capability, as_of: NaiveDate, rules: &MatchingRules) -> (AnswerAge, bool) {
    let said = line.evidence == Evidence::Stated;
    if line.ageless {
        return (AnswerAge::Ageless, said);
    }
    let said_from = if said {
        line.on
    } else {
        months_after(line.on, rules.seen_months)
    };
    if !said && as_of < said_from {
        return (AnswerAge::Fresh, false);
    }
    let amber = months_after(said_from, rules.amber_months);
    if as_of < amber {
        return (AnswerAge::Fresh, true);
    }
    let unknown = months_after(said_from, rules.unknown_months);
    if as_of < unknown {
        return (AnswerAge::Amber { since: amber }, true);
    }
    (AnswerAge::Aged { since: unknown }, true)
}
