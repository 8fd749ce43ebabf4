//! The funnel: enquiries by source, the stages they reached, how long that took
//! and how they ended.
//!
//! A stage is reached when the family, reckoned again day by day from the days on
//! what was done, has stood in it or in a later one. Days in a stage are counted
//! for those who have left it. A coded reason is shown as a number only: a list of
//! names by reason would be a register of sensitive data.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::StudyFacts;
use super::settings::{limit_of_unit, stages_of_unit};
use super::stages::{closings, phases, sources, stages};
use super::{RecruitmentId, sql, standing};
use crate::accounts::Role;
use crate::error::{Error, Reason, Result};
use crate::store::Read;

/// Over which time: enquiries that came from a day to a day.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct FunnelQuery {
    /// First day; the year of today when absent.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// The funnel.
#[derive(Debug, Serialize, TS)]
pub struct Funnel {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Fewer cases than this are too few to draw conclusions from.
    pub caution_below: u32,
    /// Keys and names of the columns of `sources`: the phases, in order.
    pub phases: Vec<FunnelColumn>,
    /// One row for each source that occurs, and for none told.
    pub sources: Vec<SourceRow>,
    /// All sources together.
    pub total: SourceRow,
    /// Each stage.
    pub stages: Vec<StageRow>,
    /// Why families stopped, in the order of the list.
    pub reasons: Vec<ReasonRow>,
    /// Median days from enquiry to conclusion.
    pub days_to_approval: Option<u32>,
    /// The families behind the numbers; empty for a reader.
    pub families: Vec<FunnelFamily>,
}

/// A key with its Swedish words.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FunnelColumn {
    pub key: String,
    pub label: String,
}

/// A number, and the keys of the families behind it (none for a reader).
#[derive(Debug, Default, Serialize, TS)]
pub struct FunnelCell {
    /// The number.
    pub count: u32,
    /// Keys among `families`.
    pub behind: Vec<RecruitmentId>,
}

/// What became of the enquiries from one source.
#[derive(Debug, Serialize, TS)]
pub struct SourceRow {
    /// Key; nothing when no source was told, or for the total.
    pub source: Option<String>,
    /// All of them.
    pub enquiries: FunnelCell,
    /// How many reached each phase.
    pub reached: Vec<FunnelCell>,
    /// Concluded and approved.
    pub approved: FunnelCell,
    /// Still going on.
    pub open: FunnelCell,
    /// Broken off by the family.
    pub by_family: FunnelCell,
    /// Ended by the unit.
    pub by_unit: FunnelCell,
}

/// One stage.
#[derive(Debug, Serialize, TS)]
pub struct StageRow {
    /// Key.
    pub key: String,
    /// Name as the unit has it.
    pub label: String,
    /// Who reached it.
    pub reached: FunnelCell,
    /// Who ended while standing in it.
    pub ended: FunnelCell,
    /// How many have stood in it and left it.
    pub left: u32,
    /// Median days of those.
    pub median_days: Option<u32>,
    /// The longest.
    pub longest_days: Option<u32>,
    /// The unit's limit.
    pub limit_days: Option<u32>,
}

/// A coded reason: a number only.
#[derive(Debug, Serialize, TS)]
pub struct ReasonRow {
    /// Key.
    pub key: String,
    /// Swedish words.
    pub label: String,
    /// `family` or `unit`.
    pub by: String,
    /// How many.
    pub count: u32,
}

/// A family behind a number. Why it ended is not told here.
#[derive(Debug, Serialize, TS)]
pub struct FunnelFamily {
    /// Recruitment.
    pub id: RecruitmentId,
    /// Name.
    pub name: String,
    /// When the enquiry came.
    pub opened_on: NaiveDate,
    /// The stage where it stands or ended.
    pub stage: String,
    /// When it ended, in any way.
    pub ended_on: Option<NaiveDate>,
}

/// One enquiry as the funnel counts it.
struct Case {
    id: RecruitmentId,
    name: String,
    source: Option<String>,
    closing: Option<String>,
    opened_on: NaiveDate,
    end: End,
    /// Place of the farthest stage, and of the one it stands or ended in.
    farthest: usize,
    last: usize,
    /// Days in the stages that have been left, by place.
    days: BTreeMap<usize, i64>,
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Open,
    Approved(NaiveDate),
    Family(NaiveDate),
    Unit(NaiveDate),
}

/// The funnel.
///
/// # Errors
/// An end before its beginning.
pub fn funnel(read: &Read<'_>, query: FunnelQuery) -> Result<Funnel> {
    let today = read.today();
    let of_year = |month, day| NaiveDate::from_ymd_opt(today.year(), month, day).unwrap_or(today);
    let from = query.from.unwrap_or_else(|| of_year(1, 1));
    let to = query.to.unwrap_or_else(|| of_year(12, 31));
    if to < from {
        let field = "from".into();
        return Err(Error::invalid("to", Reason::Before { field }));
    }
    let mut cases = Vec::new();
    for base in sql::between(read, from, to)? {
        if let Some(study) = sql::study(read, &base.id, today)? {
            cases.push(case(base, &study, today));
        }
    }
    let named = read.caller().role != Role::Reader;
    let count = |wanted: &dyn Fn(&Case) -> bool| cell(&cases, named, wanted);
    let source_row = |source: Option<&str>, every: bool| {
        let mine = |it: &Case| every || it.source.as_deref() == source;
        SourceRow {
            source: source.map(ToOwned::to_owned),
            enquiries: count(&|it| mine(it)),
            reached: phases()
                .iter()
                .map(|phase| {
                    let first = stages().iter().position(|it| it.phase == phase.key);
                    count(&|it| mine(it) && first.is_some_and(|first| it.farthest >= first))
                })
                .collect(),
            approved: count(&|it| mine(it) && matches!(it.end, End::Approved(_))),
            open: count(&|it| mine(it) && it.end == End::Open),
            by_family: count(&|it| mine(it) && matches!(it.end, End::Family(_))),
            by_unit: count(&|it| mine(it) && matches!(it.end, End::Unit(_))),
        }
    };
    let mut rows: Vec<SourceRow> = sources()
        .iter()
        .map(|it| source_row(Some(&it.key), false))
        .collect();
    rows.push(source_row(None, false));
    rows.retain(|it| it.enquiries.count > 0);
    let stage_rows = stages_of_unit(read)?
        .into_iter()
        .enumerate()
        .map(|(place, stage)| {
            let days: Vec<i64> = cases
                .iter()
                .filter_map(|it| it.days.get(&place).copied())
                .collect();
            let closed = |it: &Case| matches!(it.end, End::Family(_) | End::Unit(_));
            StageRow {
                key: stage.key,
                label: stage.label,
                reached: count(&|it| it.farthest >= place),
                ended: count(&|it| closed(it) && it.last == place),
                left: u32::try_from(days.len()).unwrap_or(u32::MAX),
                longest_days: days.iter().max().and_then(|it| u32::try_from(*it).ok()),
                median_days: median(days),
                limit_days: stage.limit_days,
            }
        })
        .collect();
    let reasons = closings()
        .iter()
        .map(|it| ReasonRow {
            key: it.key.clone(),
            label: it.label.clone(),
            by: it.by.clone(),
            count: count(&|case| case.closing.as_ref() == Some(&it.key)).count,
        })
        .filter(|it| it.count > 0)
        .collect();
    let to_approval = cases
        .iter()
        .filter_map(|it| match it.end {
            End::Approved(on) => Some((on - it.opened_on).num_days()),
            _ => None,
        })
        .collect();
    Ok(Funnel {
        from,
        to,
        caution_below: limit_of_unit(read, "funnel_caution_below")?,
        phases: phases()
            .iter()
            .map(|it| FunnelColumn {
                key: it.key.clone(),
                label: it.label.clone(),
            })
            .collect(),
        sources: rows,
        total: source_row(None, true),
        stages: stage_rows,
        reasons,
        days_to_approval: median(to_approval),
        families: if named { families(cases) } else { Vec::new() },
    })
}

fn families(cases: Vec<Case>) -> Vec<FunnelFamily> {
    cases
        .into_iter()
        .map(|it| FunnelFamily {
            stage: stages()
                .get(it.last)
                .map_or(String::new(), |stage| stage.key.clone()),
            ended_on: match it.end {
                End::Open => None,
                End::Approved(on) | End::Family(on) | End::Unit(on) => Some(on),
            },
            id: it.id,
            name: it.name,
            opened_on: it.opened_on,
        })
        .collect()
}

fn case(base: sql::FunnelBase, study: &StudyFacts, today: NaiveDate) -> Case {
    let place = |key: &str| stages().iter().position(|it| it.key == key).unwrap_or(0);
    let stays = standing::way(study, today);
    let mut days = BTreeMap::new();
    for pair in stays.windows(2) {
        if let [stay, next] = pair {
            *days.entry(place(&stay.stage)).or_insert(0) += (next.from - stay.from).num_days();
        }
    }
    let last = stays.last().map_or(0, |it| place(&it.stage));
    // A stage to which the family has come back is not left.
    days.remove(&last);
    Case {
        farthest: stays.iter().map(|it| place(&it.stage)).max().unwrap_or(0),
        last,
        days,
        opened_on: study.opened_on,
        end: match (study.closed_on, study.concluded_on) {
            (Some(on), _) if base.closed_by.as_deref() == Some("family") => End::Family(on),
            (Some(on), _) => End::Unit(on),
            (None, Some(on)) => End::Approved(on),
            (None, None) => End::Open,
        },
        id: base.id,
        name: base.name,
        source: base.source,
        closing: base.closing_code,
    }
}

fn cell(cases: &[Case], named: bool, wanted: &dyn Fn(&Case) -> bool) -> FunnelCell {
    let mine: Vec<&Case> = cases.iter().filter(|it| wanted(it)).collect();
    FunnelCell {
        count: u32::try_from(mine.len()).unwrap_or(u32::MAX),
        behind: if named {
            mine.iter().map(|it| it.id.clone()).collect()
        } else {
            Vec::new()
        },
    }
}

/// The middle one; of an even number the mean of the two in the middle, halves upwards.
fn median(mut days: Vec<i64>) -> Option<u32> {
    days.sort_unstable();
    let middle = days.len() / 2;
    let value = if days.len() % 2 == 1 {
        *days.get(middle)?
    } else {
        (days.get(middle.checked_sub(1)?)? + days.get(middle)? + 1) / 2
    };
    u32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![30, 1, 2]), Some(2));
        assert_eq!(median(vec![1, 2]), Some(2), "one and a half, upwards");
        assert_eq!(median(vec![10, 20, 30, 40]), Some(25));
    }
}
