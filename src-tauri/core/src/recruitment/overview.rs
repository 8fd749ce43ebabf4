//! The board: every open family in the stage its facts put it in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RecruitmentId, Stage, rules, sql, stages};
use crate::error::Result;
use crate::homes::HomeId;
use crate::store::Read;

/// Which families.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BoardQuery {
    /// Only one worker's.
    pub owner: Option<String>,
    /// Also those that are closed or concluded.
    pub ended: bool,
}

/// The board.
#[derive(Debug, Serialize, TS)]
pub struct RecruitmentBoard {
    /// Stages in order.
    pub stages: &'static [Stage],
    /// Families, longest waiting first.
    pub rows: Vec<BoardRow>,
}

/// One family on the board.
#[derive(Debug, Serialize, TS)]
pub struct BoardRow {
    /// Recruitment.
    pub id: RecruitmentId,
    /// Home.
    pub home: HomeId,
    /// The family's name.
    pub name: String,
    /// Locality; nothing for a protected home.
    pub locality: Option<String>,
    /// Key of the stage.
    pub stage: String,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// The day of the latest thing that happened.
    pub latest_on: NaiveDate,
    /// Days since then.
    pub days: i64,
    /// Whether that is more than the stage's limit.
    pub late: bool,
    /// Who has it.
    pub owner: Option<String>,
    /// What is next.
    pub next_action: Option<String>,
    /// When.
    pub next_on: Option<NaiveDate>,
    /// How much is left before the study may be concluded.
    pub left: u32,
    /// Resting until then.
    pub dormant_until: Option<NaiveDate>,
    /// When it was closed without approval.
    pub closed_on: Option<NaiveDate>,
    /// When it was concluded.
    pub concluded_on: Option<NaiveDate>,
}

/// The board.
///
/// # Errors
/// Only the file's own.
pub fn recruitment_board(read: &Read<'_>, query: BoardQuery) -> Result<RecruitmentBoard> {
    let today = read.today();
    let mut rows = Vec::new();
    for it in sql::board(read, &query)? {
        let Some(study) = sql::study(read, &it.id, today)? else {
            continue;
        };
        let blockers = rules::blockers(&study, today);
        let stage = rules::stage(&blockers);
        let latest_on = rules::latest_event(&study);
        let days = (today - latest_on).num_days();
        let limit = stages()
            .iter()
            .find(|it| it.key == stage)
            .map_or(u32::MAX, |it| it.limit_days);
        let resting = it.dormant_until.is_some_and(|until| until > today);
        let open = study.closed_on.is_none() && study.concluded_on.is_none();
        rows.push(BoardRow {
            stage: stage.to_owned(),
            opened_on: study.opened_on,
            latest_on,
            days,
            late: open && !resting && days > i64::from(limit),
            left: u32::try_from(blockers.len()).unwrap_or(u32::MAX),
            closed_on: study.closed_on,
            concluded_on: study.concluded_on,
            home: study.home,
            id: it.id,
            name: it.name,
            locality: it.locality,
            owner: it.owner,
            next_action: it.next_action,
            next_on: it.next_on,
            dormant_until: it.dormant_until,
        });
    }
    rows.sort_by_key(|it| it.latest_on);
    Ok(RecruitmentBoard {
        stages: stages(),
        rows,
    })
}
