//! The first assessment: answers by number, a judgement of each part with its
//! reason, for each adult and for the household, and how the whole ends.
//!
//! A family keeps the form and edition it began with. Nothing is summed; the
//! outcome is a person's decision with its day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RecruitmentId, sql, still_open};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::instruments::{self, AnswerType, Instrument, own};
use crate::people::PersonId;
use crate::store::{Read, Write};

/// How the first assessment stands, beside the adults' own answers.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Screening {
    /// Judgements of parts for the household as a whole.
    pub household: Vec<HouseholdAssessment>,
    /// Key of the outcome.
    pub outcome: Option<String>,
    /// When it was decided.
    pub outcome_on: Option<NaiveDate>,
    /// By whom.
    pub outcome_by: Option<String>,
    /// Why; always there when the study does not simply go on.
    pub outcome_reason: Option<String>,
}

/// A judgement of one part for the household.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct HouseholdAssessment {
    pub part: String,
    pub level: Option<String>,
    pub reason: Option<String>,
}

/// An assessment of one part for one adult.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAssessment {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Whose.
    pub person: PersonId,
    /// Key of the part.
    pub part: String,
    /// Key of the level; nothing takes it back.
    pub level: Option<String>,
    /// Why; needed above the first level before the study is concluded.
    pub reason: Option<String>,
}

/// An assessment of one part for the household.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveHouseholdAssessment {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Key of the part.
    pub part: String,
    /// Key of the level; nothing takes it back.
    pub level: Option<String>,
    /// Why; needed above the first level before the study is concluded.
    pub reason: Option<String>,
}

/// An answer to one item by one adult.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAnswer {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Whose.
    pub person: PersonId,
    /// Key of the item: `a.3`, or the number alone in a shell.
    pub item: String,
    /// The answer: words, `yes` or `no`, or a number; nothing takes it back.
    pub answer: Option<String>,
}

/// What came out of asking further.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFollowUp {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Whose.
    pub person: PersonId,
    /// Key of the item.
    pub item: String,
    /// The note; nothing takes it back.
    pub text: Option<String>,
}

/// How the first assessment ends.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecideScreening {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// Key of the outcome; nothing takes it back.
    pub outcome: Option<String>,
    /// When it was decided; today when absent.
    pub on: Option<NaiveDate>,
    /// Why; needed unless the study simply goes on.
    pub reason: Option<String>,
}

/// The form that a family is assessed by, in its edition.
///
/// # Errors
/// Only the file's own.
pub(super) fn instrument_of(read: &Read<'_>, id: &RecruitmentId) -> Result<Instrument> {
    let (key, edition) = match sql::screening_form(read, id)? {
        Some(form) => form,
        // Begun before a form could be chosen.
        None if sql::has_answers(read, id)? => (own::FIRST_SCREENING.to_owned(), None),
        None => own::screening(read)?,
    };
    let found = instruments::find(read, &key, edition.as_deref())?;
    found
        .or_else(|| instruments::shipped(&key).cloned())
        .or_not_found("instrument")
}

/// The form, once the family has begun with it and keeps it.
fn begun(write: &Write<'_>, id: &RecruitmentId) -> Result<Instrument> {
    let read = write.as_read();
    let instrument = instrument_of(&read, id)?;
    if sql::screening_form(&read, id)?.is_none() {
        let edition = match instrument.own_version {
            Some(_) => own::used_edition(&read, &instrument.key)?,
            None => None,
        };
        sql::insert_screening(write, id, &instrument.key, edition.as_deref())?;
    }
    Ok(instrument)
}

fn known(instrument: &Instrument, part: &str, level: Option<&str>) -> Result<()> {
    if !instrument.parts.iter().any(|it| it.key == part) {
        return Err(Error::invalid("part", Reason::NotAChoice));
    }
    if level.is_some_and(|level| !instrument.levels.iter().any(|it| it.key == level)) {
        return Err(Error::invalid("level", Reason::NotAChoice));
    }
    Ok(())
}

/// Saves an assessment: a person's judgement with reasons, never a sum.
///
/// # Errors
/// Unknown part or level; somebody else's family member.
pub fn save_assessment(write: &Write<'_>, input: SaveAssessment) -> Result<()> {
    let home = still_open(write, &input.recruitment)?;
    member(write, &input.recruitment, &input.person)?;
    let instrument = begun(write, &input.recruitment)?;
    known(&instrument, &input.part, input.level.as_deref())?;
    sql::upsert_assessment(write, &instrument.key, &input)?;
    write.record(&Event::FieldChanged {
        entity: "assessment".into(),
        id: home.0,
        field: input.part,
    })
}

/// Saves an assessment of the household.
///
/// # Errors
/// Unknown part or level.
pub fn save_household_assessment(write: &Write<'_>, input: SaveHouseholdAssessment) -> Result<()> {
    let home = still_open(write, &input.recruitment)?;
    let instrument = begun(write, &input.recruitment)?;
    known(&instrument, &input.part, input.level.as_deref())?;
    sql::upsert_household_assessment(write, &instrument.key, &input)?;
    write.record(&Event::FieldChanged {
        entity: "household_assessment".into(),
        id: home.0,
        field: input.part,
    })
}

/// Saves an answer.
///
/// # Errors
/// Unknown item; an answer of another kind than the item's.
pub fn save_answer(write: &Write<'_>, input: SaveAnswer) -> Result<()> {
    let home = still_open(write, &input.recruitment)?;
    member(write, &input.recruitment, &input.person)?;
    let instrument = begun(write, &input.recruitment)?;
    let item = instrument
        .item(&input.item)
        .ok_or_else(|| Error::invalid("item", Reason::NotAChoice))?;
    answer_fits(item.answer, input.answer.as_deref())?;
    sql::upsert_answer(write, &instrument.key, &input)?;
    write.record(&Event::FieldChanged {
        entity: "answer".into(),
        id: home.0,
        field: input.item,
    })
}

/// Longest answer or note; what is longer belongs in the investigation.
const ANSWER_MAX: u32 = 2000;

/// Refuses an answer of another kind than asked for.
pub(super) fn answer_fits(kind: AnswerType, answer: Option<&str>) -> Result<()> {
    let Some(answer) = answer else {
        return Ok(());
    };
    match kind {
        AnswerType::Text if answer.chars().count() > ANSWER_MAX as usize => Err(Error::invalid(
            "answer",
            Reason::TooLong { max: ANSWER_MAX },
        )),
        AnswerType::YesNo if !["yes", "no"].contains(&answer) => {
            Err(Error::invalid("answer", Reason::NotAChoice))
        }
        AnswerType::Number if !answer.parse().is_ok_and(|it: u32| it <= 999) => Err(
            Error::invalid("answer", Reason::NotANumber { min: 0, max: 999 }),
        ),
        _ => Ok(()),
    }
}

/// Saves what came out of asking further about an item.
///
/// # Errors
/// Unknown item; a note that is too long.
pub fn save_follow_up(write: &Write<'_>, input: SaveFollowUp) -> Result<()> {
    let home = still_open(write, &input.recruitment)?;
    member(write, &input.recruitment, &input.person)?;
    let instrument = begun(write, &input.recruitment)?;
    if instrument.item(&input.item).is_none() {
        return Err(Error::invalid("item", Reason::NotAChoice));
    }
    if input
        .text
        .as_deref()
        .is_some_and(|it| it.chars().count() > ANSWER_MAX as usize)
    {
        return Err(Error::invalid("text", Reason::TooLong { max: ANSWER_MAX }));
    }
    sql::upsert_follow_up(write, &instrument.key, &input)?;
    write.record(&Event::FieldChanged {
        entity: "answer".into(),
        id: home.0,
        field: input.item,
    })
}

/// Decides how the first assessment ends. Nothing is refused or closed by it:
/// that is done by whoever closes the recruitment.
///
/// # Errors
/// Unknown outcome; a day that has not come or lies before the enquiry; no reason
/// when the study does not simply go on.
pub fn decide_screening(write: &Write<'_>, input: DecideScreening) -> Result<()> {
    let home = still_open(write, &input.recruitment)?;
    let instrument = begun(write, &input.recruitment)?;
    if let Some(key) = &input.outcome {
        let outcome = instrument
            .outcome(key)
            .ok_or_else(|| Error::invalid("outcome", Reason::NotAChoice))?;
        let on = input.on.unwrap_or(write.today());
        if on > write.today() {
            return Err(Error::invalid("on", Reason::InFuture));
        }
        if sql::opened_on(&write.as_read(), &input.recruitment)?.is_some_and(|it| on < it) {
            return Err(Error::invalid(
                "on",
                Reason::Before {
                    field: "opened_on".into(),
                },
            ));
        }
        let reason = input.reason.as_deref().unwrap_or_default().trim();
        if reason.is_empty() && !outcome.goes_on {
            return Err(Error::invalid("reason", Reason::Required));
        }
        if reason.chars().count() > ANSWER_MAX as usize {
            return Err(Error::invalid(
                "reason",
                Reason::TooLong { max: ANSWER_MAX },
            ));
        }
    }
    sql::set_outcome(write, &input)?;
    write.record(&Event::FieldChanged {
        entity: "screening".into(),
        id: home.0,
        field: "outcome".into(),
    })
}

/// Refuses a person who does not live in the family's home.
pub(super) fn member(write: &Write<'_>, id: &RecruitmentId, person: &PersonId) -> Result<()> {
    if sql::is_member(&write.as_read(), id, person)? {
        Ok(())
    } else {
        Err(Error::invalid("person", Reason::NotAChoice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_of_its_items_kind() {
        let refused = |kind, answer: &str| answer_fits(kind, Some(answer)).is_err();
        assert!(!refused(AnswerType::YesNo, "yes"));
        assert!(refused(AnswerType::YesNo, "ja"));
        assert!(!refused(AnswerType::Number, "999"));
        assert!(refused(AnswerType::Number, "1000"));
        assert!(refused(AnswerType::Number, "-1"));
        assert!(!refused(AnswerType::Text, &"å".repeat(2000)));
        assert!(refused(AnswerType::Text, &"å".repeat(2001)));
        assert!(answer_fits(AnswerType::YesNo, None).is_ok());
    }
}
