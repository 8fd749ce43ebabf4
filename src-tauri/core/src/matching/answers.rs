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
use uuid::Uuid;

use super::MatchingRules;
use super::calendar::months_after;
use super::facts::{Capability, Evidence, Level};
use super::key::KeySet;
use super::result::AnswerAge;

/// What an answer weighs by, without its words: small, since a unit has many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    pub id: Uuid,
    pub level: Level,
    pub evidence: Evidence,
    pub on: NaiveDate,
    pub ageless: bool,
    /// A measure is written, which only an answer `with_support` can have.
    pub measure_written: bool,
}

impl From<&Capability> for Said {
    fn from(line: &Capability) -> Self {
        let written = line
            .measure
            .as_ref()
            .is_some_and(|it| !it.text.trim().is_empty());
        Self {
            id: line.id,
            level: line.level,
            evidence: line.evidence,
            on: line.on,
            ageless: line.ageless,
            measure_written: line.level == Level::WithSupport && written,
        }
    }
}

/// The answer that counts for one need, while others may still come.
#[derive(Clone, Copy)]
pub struct InEffect {
    pub line: Said,
    /// Counts as said by the home.
    pub stated: bool,
    pub contradicted: bool,
}

impl InEffect {
    /// The answer that counts, now that this one is known too.
    pub fn weigh(held: Option<Self>, line: Said, as_of: NaiveDate, rules: &MatchingRules) -> Self {
        let found = Self {
            line,
            stated: counts_as_said(&line, as_of, rules),
            contradicted: false,
        };
        let Some(held) = held else { return found };
        let contradicted = held.contradicted || held.line.level != line.level;
        let winner = if found.precedence() > held.precedence() {
            found
        } else {
            held
        };
        Self {
            contradicted,
            ..winner
        }
    }

    fn precedence(&self) -> impl Ord + use<> {
        let caution = match (self.line.level, self.line.measure_written) {
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

/// Fills `chosen` with the answer in effect for each need, in the order of `needs`.
///
/// The buffer is the caller's, so that a whole unit is matched in one.
pub fn choose(
    chosen: &mut Vec<Option<InEffect>>,
    needs: &KeySet,
    lines: &[Capability],
    as_of: NaiveDate,
    rules: &MatchingRules,
) {
    chosen.clear();
    chosen.resize(needs.keys().len(), None);
    for line in lines {
        let Some(at) = needs.position(&line.need) else {
            continue;
        };
        chosen[at] = Some(InEffect::weigh(chosen[at], line.into(), as_of, rules));
    }
}

/// The level that counts at this age.
pub fn level_at(line: &Said, age: AnswerAge) -> Level {
    if matches!(age, AnswerAge::Aged { .. }) {
        Level::Unknown
    } else {
        line.level
    }
}

/// From which day an answer counts as said by the home.
///
/// Seen and assessed count as said, freshly, from the day they turn
/// `ageing.seen_as_stated` months.
fn said_from(line: &Said, rules: &MatchingRules) -> NaiveDate {
    if line.evidence == Evidence::Stated {
        line.on
    } else {
        months_after(line.on, rules.seen_months)
    }
}

fn counts_as_said(line: &Said, as_of: NaiveDate, rules: &MatchingRules) -> bool {
    line.evidence == Evidence::Stated || (!line.ageless && as_of >= said_from(line, rules))
}

/// How old an answer is, and whether it counts as said by the home by now. A
/// limit is reached on its day.
pub fn aged(line: &Said, as_of: NaiveDate, rules: &MatchingRules) -> (AnswerAge, bool) {
    let said = counts_as_said(line, as_of, rules);
    if line.ageless {
        return (AnswerAge::Ageless, said);
    }
    if !said {
        return (AnswerAge::Fresh, false);
    }
    let since = said_from(line, rules);
    let amber = months_after(since, rules.amber_months);
    if as_of < amber {
        return (AnswerAge::Fresh, true);
    }
    let unknown = months_after(since, rules.unknown_months);
    if as_of < unknown {
        return (AnswerAge::Amber { since: amber }, true);
    }
    (AnswerAge::Aged { since: unknown }, true)
}
