//! The board: every family in the stage its facts put it in.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{self, StudyFacts};
use super::settings::{limit_of_unit, stages_of_unit, steps_of_unit};
use super::stages::{Phase, Stage, StepKind, phases};
use super::standing::{self, SideState};
use super::{RecruitmentId, sql};
use crate::blocker::Blocker;
use crate::error::Result;
use crate::homes::HomeId;
use crate::store::Read;

/// Which families.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BoardQuery {
    /// Only one worker's.
    pub owner: Option<String>,
    /// Only those of whom this is said.
    pub state: Option<SideState>,
    /// Also those that are closed or concluded.
    pub ended: bool,
}

/// The board.
#[derive(Debug, Serialize, TS)]
pub struct RecruitmentBoard {
    /// Columns in order.
    pub phases: &'static [Phase],
    /// Stages in order, as the unit has them.
    pub stages: Vec<Stage>,
    /// Steps that can be noted, as the unit has them.
    pub step_kinds: Vec<StepKind>,
    /// Families, longest in their stage first.
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
    /// Key of the stage; for a closed family the one it ended in.
    pub stage: String,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// The day the family came to the stage, from the days on what was done.
    pub since: NaiveDate,
    /// The day of the latest thing that happened.
    pub latest_on: NaiveDate,
    /// Days in the stage; until the end for a family that has ended.
    pub days: i64,
    /// Days it should at most stand there.
    pub limit_days: Option<u32>,
    /// Whether it has stood there longer.
    pub late: bool,
    /// What is said of it beside the stage.
    pub states: Vec<SideState>,
    /// By when the family is to be contacted, until it has been.
    pub reply: Option<ReplyClock>,
    /// Key of who has it.
    pub owner_id: Option<String>,
    /// Who has it.
    pub owner: Option<String>,
    /// What is next.
    pub next_action: Option<String>,
    /// When.
    pub next_on: Option<NaiveDate>,
    /// What is left before the study may be concluded; nothing for one that has ended.
    pub missing: Vec<Blocker>,
    /// The adults of the household, for steps per adult.
    pub adults: Vec<BoardAdult>,
    /// Resting until then.
    pub dormant_until: Option<NaiveDate>,
    /// When it was closed without approval.
    pub closed_on: Option<NaiveDate>,
    /// When it was concluded.
    pub concluded_on: Option<NaiveDate>,
}

/// An adult who takes the assignment.
#[derive(Debug, Serialize, TS)]
pub struct BoardAdult {
    /// Key.
    pub id: crate::people::PersonId,
    /// Shown name.
    pub name: String,
}

/// By when a family that has made an enquiry is to be contacted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReplyClock {
    /// The day the enquiry came.
    pub from: NaiveDate,
    /// Days given: the unit's own routine.
    pub days: u32,
    /// Last day.
    pub on: NaiveDate,
    /// Whether it has passed.
    pub late: bool,
}

/// The board.
///
/// # Errors
/// Only the file's own.
pub fn recruitment_board(read: &Read<'_>, query: BoardQuery) -> Result<RecruitmentBoard> {
    let today = read.today();
    let stages = stages_of_unit(read)?;
    let reply_days = limit_of_unit(read, "enquiry_reply_days")?;
    let mut rows = Vec::new();
    for base in sql::board(read, query.owner.as_deref())? {
        let Some(study) = sql::study(read, &base.id, today)? else {
            continue;
        };
        let row = row(base, study, &stages, reply_days, today);
        // An approved home stays on the board for as long as training is owed.
        let ended = row.closed_on.is_some() || (row.concluded_on.is_some() && row.stage == "bank");
        let asked_for = query.ended || query.state.is_some();
        if (ended && !asked_for) || query.state.is_some_and(|it| !row.states.contains(&it)) {
            continue;
        }
        rows.push(row);
    }
    rows.sort_by(|a, b| (a.since, &a.name).cmp(&(b.since, &b.name)));
    Ok(RecruitmentBoard {
        phases: phases(),
        step_kinds: steps_of_unit(read)?,
        stages,
        rows,
    })
}

/// By when open families are to be contacted: recruitment, name, clock.
///
/// # Errors
/// Only the file's own.
pub fn reply_clocks(
    read: &Read<'_>,
    today: NaiveDate,
) -> Result<Vec<(RecruitmentId, String, ReplyClock)>> {
    let days = limit_of_unit(read, "enquiry_reply_days")?;
    Ok(sql::enquiry::unanswered(read, today)?
        .into_iter()
        .map(|(id, name, from)| (id, name, reply_clock(from, days, today)))
        .collect())
}

fn reply_clock(from: NaiveDate, days: u32, today: NaiveDate) -> ReplyClock {
    let on = from + Days::new(days.into());
    ReplyClock {
        from,
        days,
        on,
        late: on < today,
    }
}

fn row(
    base: sql::BoardBase,
    study: StudyFacts,
    stages: &[Stage],
    reply_days: u32,
    today: NaiveDate,
) -> BoardRow {
    let open = study.closed_on.is_none() && study.concluded_on.is_none();
    let missing = if open {
        rules::blockers(&study, today)
    } else {
        Vec::new()
    };
    let way = standing::way(&study, today);
    let (stage, since) = way.last().map_or_else(
        || (String::new(), study.opened_on),
        |it| (it.stage.clone(), it.from),
    );
    let until = study.closed_on.unwrap_or(today);
    let days = (until - since).num_days();
    let limit_days = stages
        .iter()
        .find(|it| it.key == stage)
        .and_then(|it| it.limit_days);
    let states = states(&base, &study, &missing, &stage, today);
    let resting = states.contains(&SideState::Resting);
    let contacted = study.steps.iter().any(|(step, ..)| step == FIRST_CONTACT);
    BoardRow {
        latest_on: rules::latest_event(&study),
        late: study.closed_on.is_none()
            && !resting
            && limit_days.is_some_and(|limit| days > i64::from(limit)),
        reply: (open && !contacted && !resting)
            .then(|| reply_clock(study.opened_on, reply_days, today)),
        adults: study
            .adults
            .iter()
            .filter(|it| it.carer)
            .map(|it| BoardAdult {
                id: it.person.clone(),
                name: it.name.clone(),
            })
            .collect(),
        opened_on: study.opened_on,
        closed_on: study.closed_on,
        concluded_on: study.concluded_on,
        home: study.home,
        id: base.id,
        name: base.name,
        locality: base.locality,
        owner_id: base.owner_id,
        owner: base.owner,
        next_action: base.next_action,
        next_on: base.next_on,
        dormant_until: base.dormant_until,
        stage,
        since,
        days,
        limit_days,
        states,
        missing,
    }
}

/// The step that answers an enquiry.
pub(super) const FIRST_CONTACT: &str = "first_contact";

fn states(
    base: &sql::BoardBase,
    study: &StudyFacts,
    missing: &[Blocker],
    stage: &str,
    today: NaiveDate,
) -> Vec<SideState> {
    if study.closed_on.is_some() {
        return vec![match base.closed_by.as_deref() {
            Some("family") => SideState::EndedByFamily,
            _ => SideState::EndedByUnit,
        }];
    }
    if study.concluded_on.is_some() {
        return vec![SideState::Approved];
    }
    let mut res = Vec::new();
    if base.dormant_until.is_some_and(|until| until > today) {
        res.push(SideState::Resting);
    }
    if standing::awaits_extracts(study, missing, stage) {
        res.push(SideState::AwaitingExtracts);
    }
    if base.investigated_on.is_some_and(|it| it <= study.opened_on) {
        res.push(SideState::ReExamined);
    }
    res
}
