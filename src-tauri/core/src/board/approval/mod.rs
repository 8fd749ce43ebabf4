//! The paper "Godkännande av familjehem": one home, no child named. It is made
//! from the investigation; the writer fills in only what the paper itself needs.

pub mod facts;
pub(super) mod gather;
mod guard;
pub mod outline;

use serde::Deserialize;
use ts_rs::TS;

use super::{PaperId, settings, sql, template};
use crate::blocker::Blocker;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::recruitment::{self, FamilyRef, RecruitmentId};
use crate::store::{Read, Write};

/// The kind's code.
pub const KIND: &str = "godkannande";

/// A paper about a home's approval, to begin.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartApprovalPaper {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Key of the template; the unit's own when absent.
    pub template: Option<String>,
}

/// Begins the paper from the investigation.
///
/// # Errors
/// Unknown template; [`Reason::AlreadyThere`] when one is not decided yet; the
/// recruitment has ended.
pub fn start_approval_paper(write: &Write<'_>, input: StartApprovalPaper) -> Result<PaperId> {
    let read = write.as_read();
    let chosen = match &input.template {
        Some(key) => key.clone(),
        None => settings(&read, crate::api::Nothing {})?.template,
    };
    if !super::is_template(&chosen) {
        return Err(Error::invalid("template", Reason::NotAChoice));
    }
    let family = recruitment::recruitment_family(
        &read,
        FamilyRef {
            id: input.recruitment.clone(),
        },
    )?;
    if let Some(on) = family.closed_on.or(family.concluded_on) {
        return Err(Error::Blocked {
            blockers: vec![Blocker::RecruitmentClosed { on }],
        });
    }
    let waiting = family.investigation.paper.as_ref();
    if waiting.is_some_and(|it| it.decided_on.is_none()) {
        return Err(Error::invalid("recruitment", Reason::AlreadyThere));
    }
    let id = PaperId(write.new_id());
    sql::insert_approval(write, &id, &input.recruitment, &family.home.id, &chosen)?;
    if let Some(on) = family.investigation.written_on {
        let row = write.new_id();
        let name = template::godkannande()
            .phrases
            .get("listed_study")
            .map_or("", String::as_str);
        let day = super::words::date(on);
        sql::insert_row(write, &row, &id, "listed", 0, (name, &day))?;
    }
    write.record(&Event::PaperStarted { id: id.0.clone() })?;
    Ok(id)
}

/// Everything missing, expired or leaking as of the meeting day.
pub(super) fn blockers(read: &Read<'_>, id: &PaperId) -> Result<Vec<Blocker>> {
    let paper = sql::base(read, id)?.or_not_found("paper")?;
    let recruitment = paper.recruitment.or_not_found("recruitment")?;
    let facts = gather::approval(read, id)?;
    let mut found = recruitment::approval_blockers(
        read,
        &recruitment,
        facts.head.meeting_on.unwrap_or(facts.head.written_on),
    )?;
    found.extend(
        facts
            .withheld
            .iter()
            .map(|part| Blocker::ProtectedInText { part: part.clone() }),
    );
    found.extend(
        facts
            .other_municipality
            .iter()
            .filter(|_| !facts.texts.contains_key("consulted"))
            .map(|municipality| Blocker::OtherMunicipality {
                municipality: municipality.clone(),
            }),
    );
    Ok(found)
}
