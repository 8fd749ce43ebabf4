//! How a recruitment ends without approval, how a mistake is undone, how long
//! the file is kept, and who may see it when the family returns.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::{self, Recorded};
use super::rules::StudyFacts;
use super::rules::retention::{Retention, RetentionFacts, retention};
use super::{RecruitmentId, closings, parts, rules, sql};
use crate::accounts::{self, Role};
use crate::blocker::Blocker;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::{self, HomeId, HomeRef, HouseholdRole, home_card};
use crate::store::{Read, Write, choice};

choice!(
    /// How a family that is turned down was told.
    ToldHow {
        /// At a meeting.
        Meeting = "meeting",
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Letter = "letter",
    }
);

/// How a recruitment ends without approval.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseRecruitment {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Coded reason.
    pub code: String,
    /// In short.
    pub text: Option<String>,
    /// When to ask again, if ever.
    pub return_on: Option<NaiveDate>,
    /// When the family was told.
    pub told_on: Option<NaiveDate>,
    /// How.
    pub told_how: Option<ToldHow>,
    /// What they were told.
    pub told_text: Option<String>,
}

/// A file of the same home from before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EarlierFile {
    /// Recruitment.
    pub id: RecruitmentId,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was concluded.
    pub concluded_on: Option<NaiveDate>,
    /// When it was closed without approval.
    pub closed_on: Option<NaiveDate>,
}

/// Which earlier file, and for which case it is read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenEarlier {
    /// The open recruitment of the same home.
    pub recruitment: RecruitmentId,
    /// The earlier one.
    pub earlier: RecruitmentId,
}

/// What an earlier file says.
#[derive(Debug, Serialize, TS)]
pub struct EarlierContent {
    /// When it was opened and how it ended.
    pub file: EarlierFile,
    /// What was said at first.
    pub enquiry: Option<String>,
    /// What is recorded and prints by itself.
    pub facts: Vec<Recorded>,
    /// Texts of the investigation, with their labels.
    pub texts: Vec<(String, String)>,
    /// Key of the closing reason.
    pub closing_code: Option<String>,
    /// In short.
    pub closing_text: Option<String>,
    /// When the family was told.
    pub told_on: Option<NaiveDate>,
    /// What.
    pub told_text: Option<String>,
}

/// Closes a recruitment with a coded reason.
///
/// # Errors
/// Unknown reason; told on a day that has not come; already closed.
pub fn close_recruitment(write: &Write<'_>, input: CloseRecruitment) -> Result<()> {
    let closing = closings()
        .iter()
        .find(|it| it.key == input.code)
        .ok_or_else(|| Error::invalid("code", Reason::NotAChoice))?;
    if input.told_on.is_some_and(|it| it > write.today()) {
        return Err(Error::invalid("told_on", Reason::InFuture));
    }
    super::still_open(write, &input.recruitment)?;
    sql::set_closed(write, &input, &closing.by)?;
    sql::investigation::set_told(write, &input)?;
    write.record(&Event::RecruitmentClosed {
        id: input.recruitment.0,
    })
}

/// Undoes a closing that was a mistake. The history keeps both.
///
/// # Errors
/// It is not closed; another recruitment of the home is open; somebody other
/// than the one who has the case, or a supervisor.
pub fn reopen_recruitment(
    write: &Write<'_>,
    input: super::investigation::InvestigationRef,
) -> Result<()> {
    let id = input.recruitment;
    let read = write.as_read();
    let study = sql::study(&read, &id, write.today())?.or_not_found("recruitment")?;
    if let Some(on) = study.concluded_on {
        return Err(Error::Blocked {
            blockers: vec![Blocker::RecruitmentClosed { on }],
        });
    }
    if study.closed_on.is_none() || sql::has_open(&read, &study.home)? {
        return Err(Error::invalid("recruitment", Reason::AlreadyThere));
    }
    let caller = write.caller();
    let owner = sql::investigation::owner(&read, &id)?;
    if owner.is_some_and(|it| it != caller.user.as_str()) && !caller.role.may(Role::Supervisor) {
        return Err(Error::Forbidden {
            needs: Role::Supervisor,
        });
    }
    sql::investigation::set_reopened(write, &id)?;
    write.record(&Event::RecruitmentReopened { id: id.0 })
}

/// When a closed file is due; nothing while it is open or when it led to a home.
pub(super) fn retention_of(read: &Read<'_>, study: &StudyFacts) -> Result<Option<Retention>> {
    let (Some(closed_on), None) = (study.closed_on, study.concluded_on) else {
        return Ok(None);
    };
    let (note_on, placed_child) = sql::investigation::last_note_and_child(read, &study.home)?;
    let last = rules::latest_event(study).max(closed_on);
    Ok(retention(&RetentionFacts {
        last_note_on: note_on.map_or(last, |it| it.max(last)),
        studied: rules::studied(study),
        placed_child,
        born: homes::people(read, &study.home)?
            .into_iter()
            .filter(|it| it.role != HouseholdRole::OwnChild)
            .filter_map(|it| it.birth_date)
            .collect(),
        municipality: accounts::unit(read)?.0,
    }))
}

/// Closed files that are due to be destroyed by a day and that nothing holds,
/// with the family's name; never why they were closed.
///
/// # Errors
/// Only the file's own.
pub fn retention_due(
    read: &Read<'_>,
    until: NaiveDate,
) -> Result<Vec<(RecruitmentId, String, Retention)>> {
    let mut found = Vec::new();
    for (id, name) in sql::investigation::closed_before(read, until)? {
        let Some(study) = sql::study(read, &id, until)? else {
            continue;
        };
        if let Some(it) = retention_of(read, &study)?
            && it.on <= until
            && it.holds.is_empty()
        {
            found.push((id, name, it));
        }
    }
    Ok(found)
}

/// Earlier files of the home that a new recruitment was opened for.
pub(super) fn earlier_files(
    read: &Read<'_>,
    now: &RecruitmentId,
    home: &HomeId,
) -> Result<Vec<EarlierFile>> {
    Ok(sql::investigation::of_home(read, home)?
        .into_iter()
        .filter(|it| it.id != *now && (it.closed_on.is_some() || it.concluded_on.is_some()))
        .map(|it| EarlierFile {
            id: it.id,
            opened_on: it.opened_on,
            concluded_on: it.concluded_on,
            closed_on: it.closed_on,
        })
        .collect())
}

/// A closed file whose family has returned is read through the new case only.
pub(super) fn not_hidden(read: &Read<'_>, id: &RecruitmentId) -> Result<()> {
    if sql::investigation::followed(read, id)? {
        return Err(Error::NotFound {
            what: "recruitment".into(),
        });
    }
    Ok(())
}

/// Opens an earlier file for the one who has the new case; leaves a line.
///
/// # Errors
/// [`Error::Forbidden`] for anybody else; `NotFound` when the two are not of one home.
pub fn open_earlier_file(write: &Write<'_>, input: OpenEarlier) -> Result<EarlierContent> {
    let home = super::still_open(write, &input.recruitment)?;
    let read = write.as_read();
    let owner = sql::investigation::owner(&read, &input.recruitment)?;
    if owner.as_deref() != Some(write.caller().user.as_str()) {
        return Err(Error::Forbidden {
            needs: Role::Recruiter,
        });
    }
    let ended = sql::investigation::of_home(&read, &home)?
        .into_iter()
        .find(|it| it.id == input.earlier && it.id != input.recruitment)
        .or_not_found("recruitment")?;
    let base = sql::base(&read, &input.earlier)?.or_not_found("recruitment")?;
    let card = home_card(&read, HomeRef { id: home })?;
    let texts = sql::investigation::texts(&read, &input.earlier)?;
    let told = sql::investigation::told(&read, &input.earlier)?;
    write.record_reading(&Event::EarlierFileOpened {
        id: input.earlier.0.clone(),
    })?;
    Ok(EarlierContent {
        enquiry: base.enquiry,
        // The household and the house are today's and stand on the page already.
        facts: record::recorded(&read, &input.earlier, &card)?
            .into_iter()
            .filter(|it| {
                [
                    "contact",
                    "visit",
                    "interview",
                    "talk",
                    "screening",
                    "reference",
                ]
                .contains(&it.group())
            })
            .collect(),
        texts: parts::part_kinds()
            .iter()
            .filter_map(|it| Some((it.label.clone(), texts.get(&it.key)?.clone())))
            .collect(),
        closing_code: ended.closing_code,
        closing_text: ended.closing_text,
        told_on: told.on,
        told_text: told.text,
        file: EarlierFile {
            id: ended.id,
            opened_on: ended.opened_on,
            concluded_on: ended.concluded_on,
            closed_on: ended.closed_on,
        },
    })
}
