//! Step 6: the facts of each explanation line, for one home at a time.
//!
//! The sentence is written in the window and by the paper's template. Made on
//! demand: texts and sources are copied only for homes somebody looks at. The
//! line that a home was set aside is the worker's own; [`Line::speaks_against`]
//! picks what it may be built on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Key;
use super::facts::{ChildFacts, Evidence, HomeFacts, Level, Measure};
use super::result::{AnswerAge, GateResult, HomeResult, HouseholdWarning, NeedResult, Outcome};

/// What a line about a need rests on.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Ground {
    /// The answer in words.
    pub text: String,
    /// Who or what said so.
    pub source: String,
    /// When.
    pub on: NaiveDate,
    /// Evidence as recorded.
    pub evidence: Evidence,
    /// How old it is.
    pub age: AnswerAge,
}

/// One explanation line.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Line {
    /// Uppfylls.
    Met {
        /// The need.
        need: Key,
        /// In the sheet's words.
        need_text: String,
        /// The ground.
        ground: Ground,
    },
    /// Med stöd.
    WithSupport {
        /// The need.
        need: Key,
        /// In the sheet's words.
        need_text: String,
        /// What is arranged; `None`: no measure is written yet.
        measure: Option<Measure>,
        /// The ground.
        ground: Ground,
    },
    /// Uppfylls inte.
    NotMet {
        /// The need.
        need: Key,
        /// In the sheet's words.
        need_text: String,
        /// The ground.
        ground: Ground,
    },
    /// Okänt: a question to the home.
    Unknown {
        /// The need.
        need: Key,
        /// In the sheet's words.
        need_text: String,
        /// The answer that has grown too old, if there was one.
        formerly: Option<Ground>,
    },
    /// A hinder or a warning of a gate.
    Gate {
        /// The finding.
        finding: GateResult,
    },
    /// A warning of the household check.
    Household {
        /// The warning.
        warning: HouseholdWarning,
    },
}

impl Line {
    /// The line may be a reason for setting the home aside.
    pub fn speaks_against(&self) -> bool {
        match self {
            Self::Met { .. } => false,
            Self::WithSupport { measure, .. } => measure.is_none(),
            Self::NotMet { .. } | Self::Unknown { .. } | Self::Household { .. } => true,
            Self::Gate { finding } => finding.stands(),
        }
    }
}

/// The lines of one home: gates, needs in the order of the sheet, household.
///
/// `home` and `result` must be the same home, matched for `child`.
pub fn lines(child: &ChildFacts, home: &HomeFacts, result: &HomeResult) -> Vec<Line> {
    let gates = result.gates.iter().filter(|it| it.outcome != Outcome::Pass);
    let mut res: Vec<Line> = gates
        .map(|it| Line::Gate {
            finding: it.clone(),
        })
        .collect();
    res.extend(result.needs.iter().map(|it| need_line(child, home, it)));
    res.extend(result.warnings.iter().map(|it| Line::Household {
        warning: it.clone(),
    }));
    res
}

fn need_line(child: &ChildFacts, home: &HomeFacts, result: &NeedResult) -> Line {
    let need = result.need.clone();
    let sheet = child.needs.iter().find(|it| it.key == need);
    let need_text = sheet.map(|it| it.text.clone()).unwrap_or_default();
    let answer = result.answer.as_ref();
    let used = answer.and_then(|it| {
        home.capabilities
            .iter()
            .find(|line| line.id == it.capability)
    });
    let ground = answer.zip(used).map(|(answer, line)| Ground {
        text: line.text.clone(),
        source: line.source.clone(),
        on: line.on,
        evidence: line.evidence,
        age: answer.age,
    });
    match (result.level, ground) {
        (Level::Yes, Some(ground)) => Line::Met {
            need,
            need_text,
            ground,
        },
        (Level::No, Some(ground)) => Line::NotMet {
            need,
            need_text,
            ground,
        },
        (Level::WithSupport, Some(ground)) => {
            let written = used.filter(|_| result.measure_written);
            let measure = written.and_then(|line| line.measure.as_deref().cloned());
            Line::WithSupport {
                need,
                need_text,
                measure,
                ground,
            }
        }
        (_, formerly) => Line::Unknown {
            need,
            need_text,
            formerly,
        },
    }
}
