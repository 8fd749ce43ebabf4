//! Every statement that writes recruitments, and those that read them.

pub(super) mod enquiry;
pub(super) mod investigation;
pub(super) mod meetings;
pub(super) mod settings;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

use super::enquiry::EnquiryFacts;
use super::family::{Answer, Assessment, Reference, Step};
use super::rules::{Adult, StudyFacts};
use super::{
    CloseRecruitment, DecideScreening, HouseholdAssessment, NewReference, RecordStep,
    RecruitmentId, SaveAnswer, SaveAssessment, SaveFollowUp, SaveHouseholdAssessment, Screening,
    methods, screening,
};
use crate::error::Result;
use crate::homes::{self, HomeId, HouseholdRole, checks};
use crate::law;
use crate::store::{Read, Write};

/// The recruitment's own row.
pub(super) struct Base {
    pub source: Option<String>,
    pub owner_id: Option<String>,
    pub enquiry: Option<String>,
    pub next_action: Option<String>,
    pub next_on: Option<NaiveDate>,
    pub dormant_until: Option<NaiveDate>,
    pub override_reason: Option<String>,
    pub closing_code: Option<String>,
    pub closing_text: Option<String>,
    pub return_on: Option<NaiveDate>,
    pub enquiry_facts: EnquiryFacts,
}

pub(super) fn base(read: &Read<'_>, id: &RecruitmentId) -> Result<Option<Base>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT source, owner_id, enquiry, next_action, next_on, dormant_until, override_reason,
                    closing_code, closing_text, return_on,
                    received_how, source_detail, meeting_id, ambassador_id, children_home, thoughts, said_phone, said_email, said_address
             FROM recruitment WHERE id = ?1 AND gone_at IS NULL",
        )?
        .query_row([id], |row| {
            Ok(Base {
                source: row.get(0)?,
                owner_id: row.get(1)?,
                enquiry: row.get(2)?,
                next_action: row.get(3)?,
                next_on: row.get(4)?,
                dormant_until: row.get(5)?,
                override_reason: row.get(6)?,
                closing_code: row.get(7)?,
                closing_text: row.get(8)?,
                return_on: row.get(9)?,
                enquiry_facts: EnquiryFacts {
                    received_how: row.get(10)?,
                    source_detail: row.get(11)?,
                    meeting: row.get(12)?,
                    ambassador: row.get(13)?,
                    children_home: row.get(14)?,
                    thoughts: row.get(15)?,
                    said_phone: row.get(16)?,
                    said_email: row.get(17)?,
                    said_address: row.get(18)?,
                },
            })
        })
        .optional()?)
}

/// Everything a conclusion rests on.
pub(super) fn study(
    read: &Read<'_>,
    id: &RecruitmentId,
    today: NaiveDate,
) -> Result<Option<StudyFacts>> {
    type Row = (HomeId, NaiveDate, Option<NaiveDate>, Option<NaiveDate>);
    let base: Option<Row> = read
        .conn()
        .prepare_cached(
            "SELECT home_id, opened_on, closed_on, concluded_on
             FROM recruitment WHERE id = ?1 AND gone_at IS NULL",
        )?
        .query_row([id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((home, opened_on, closed_on, concluded_on)) = base else {
        return Ok(None);
    };
    let people: Vec<_> = homes::people(read, &home)?
        .into_iter()
        .filter(|it| it.moved_out_on.is_none_or(|out| out > today))
        .collect();
    let adults: Vec<Adult> = people
        .iter()
        .filter(|it| it.role == HouseholdRole::Carer || it.to_check)
        .map(|it| Adult {
            person: it.id.clone(),
            name: format!("{} {}", it.given_name, it.family_name)
                .trim()
                .to_owned(),
            identified: it.birth_date.is_some(),
            carer: it.role == HouseholdRole::Carer,
            moved_in_on: it.moved_in_on,
        })
        .collect();
    let mut records = methods::sql::record_facts(read, id)?;
    for it in &mut records {
        let adult = adults.iter().find(|one| one.person == it.person.0);
        it.person.1 = adult.map_or_else(String::new, |one| one.name.clone());
    }
    let mut steps: Vec<_> = steps(read, id)?
        .into_iter()
        .filter_map(|it| Some((it.step, it.person, it.done_on?)))
        .collect();
    steps.extend(records.iter().flat_map(methods::rules::steps_done));
    let instrument = screening::instrument_of(read, id)?;
    let stands = screening_of(read, id)?;
    let household_without_reason = stands
        .household
        .iter()
        .filter(|it| {
            let reason = it.reason.as_deref().unwrap_or_default();
            let level = it.level.as_deref();
            reason.trim().is_empty() && level.is_some_and(|level| instrument.needs_reason(level))
        })
        .map(|it| it.part.clone())
        .collect();
    let references = references(read, id)?
        .into_iter()
        .filter_map(|it| it.taken_on)
        .collect();
    let assessments = assessments(read, id)?
        .into_iter()
        .filter_map(|it| {
            let reason = it.reason.is_some_and(|text| !text.trim().is_empty());
            Some((it.part, it.person, it.level?, reason))
        })
        .collect();
    let asked_home = home.clone();
    let (training_required, trained_on) = homes::training::finished(read, &home, today)?;
    Ok(Some(StudyFacts {
        own_children: people.iter().any(|it| it.role == HouseholdRole::OwnChild),
        checked: checks::people_to_check(read, &home, today)?,
        registers: checks::rules_on(read, today, true)?,
        references_needed: law::limit("references_needed", today)?.value,
        training_owed: homes::training::owed_before_approval(read, &home, today)?,
        outcome: stands.outcome,
        outcome_on: stands.outcome_on,
        household_without_reason,
        instrument,
        records,
        home,
        opened_on,
        closed_on,
        concluded_on,
        adults,
        steps,
        references,
        assessments,
        investigation: investigation::facts(read, id)?,
        step_kinds: super::settings::steps_of_unit(read)?,
        asked: asked(read, &asked_home)?,
        assessed_on: assessed_on(read, id)?,
        training_required,
        trained_on,
    }))
}

/// When each part was assessed the first time, where that is known.
fn assessed_on(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<Vec<(String, crate::people::PersonId, NaiveDate)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT part, person_id, assessed_on FROM assessment
         WHERE recruitment_id = ?1 AND level IS NOT NULL AND assessed_on IS NOT NULL",
    )?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Extracts that have been asked for and not come.
fn asked(read: &Read<'_>, home: &HomeId) -> Result<Vec<(crate::people::PersonId, String)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT k.person_id, k.register FROM register_check k JOIN person p ON p.id = k.person_id
         WHERE p.home_id = ?1 AND p.gone_at IS NULL AND k.gone_at IS NULL
           AND k.asked_on IS NOT NULL AND k.received_on IS NULL",
    )?;
    let rows = statement.query_map([home], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn steps(read: &Read<'_>, id: &RecruitmentId) -> Result<Vec<Step>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, step, person_id, planned_on, done_on, done_by, text FROM step
         WHERE recruitment_id = ?1 AND gone_at IS NULL ORDER BY coalesce(done_on, planned_on, '9999'), id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(Step {
            id: row.get(0)?,
            step: row.get(1)?,
            person: row.get(2)?,
            planned_on: row.get(3)?,
            done_on: row.get(4)?,
            done_by: row.get(5)?,
            text: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn references(read: &Read<'_>, id: &RecruitmentId) -> Result<Vec<Reference>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, kind, given_by, phone, taken_on, text FROM reference
         WHERE recruitment_id = ?1 AND gone_at IS NULL ORDER BY coalesce(taken_on, '9999'), id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(Reference {
            id: row.get(0)?,
            kind: row.get(1)?,
            given_by: row.get(2)?,
            phone: row.get(3)?,
            taken_on: row.get(4)?,
            text: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn assessments(read: &Read<'_>, id: &RecruitmentId) -> Result<Vec<Assessment>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT person_id, part, level, reason FROM assessment WHERE recruitment_id = ?1 AND level IS NOT NULL ORDER BY part")?;
    let rows = statement.query_map([id], |row| {
        Ok(Assessment {
            person: row.get(0)?,
            part: row.get(1)?,
            level: row.get(2)?,
            reason: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn answers(read: &Read<'_>, id: &RecruitmentId) -> Result<Vec<Answer>> {
    let mut statement =
        read.conn().prepare_cached("SELECT person_id, item, answer, follow_up FROM answer WHERE recruitment_id = ?1 AND (answer IS NOT NULL OR follow_up IS NOT NULL) ORDER BY item")?;
    let rows = statement.query_map([id], |row| {
        Ok(Answer {
            person: row.get(0)?,
            item: row.get(1)?,
            answer: row.get(2)?,
            follow_up: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A row of the board before its stage is derived.
pub(super) struct BoardBase {
    pub id: RecruitmentId,
    pub name: String,
    pub locality: Option<String>,
    pub owner_id: Option<String>,
    pub owner: Option<String>,
    pub next_action: Option<String>,
    pub next_on: Option<NaiveDate>,
    pub dormant_until: Option<NaiveDate>,
    pub closed_by: Option<String>,
    pub investigated_on: Option<NaiveDate>,
}

/// An enquiry as the funnel reads it.
pub(super) struct FunnelBase {
    pub id: RecruitmentId,
    pub name: String,
    pub source: Option<String>,
    pub closed_by: Option<String>,
    pub closing_code: Option<String>,
}

/// Enquiries that came from a day to a day.
pub(super) fn between(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<FunnelBase>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, h.name, r.source, r.closed_by, r.closing_code
         FROM recruitment r JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND h.gone_at IS NULL AND r.opened_on BETWEEN ?1 AND ?2
         ORDER BY r.opened_on, r.id",
    )?;
    let rows = statement.query_map([from, to], |row| {
        Ok(FunnelBase {
            id: row.get(0)?,
            name: row.get(1)?,
            source: row.get(2)?,
            closed_by: row.get(3)?,
            closing_code: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Families, the latest first.
pub(super) fn board(read: &Read<'_>, owner: Option<&str>) -> Result<Vec<BoardBase>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, h.name, CASE WHEN h.protected THEN NULL ELSE h.locality END, r.owner_id, u.name,
                r.next_action, r.next_on, r.dormant_until, r.closed_by, h.investigated_on
         FROM recruitment r JOIN home h ON h.id = r.home_id LEFT JOIN user u ON u.id = r.owner_id
         WHERE r.gone_at IS NULL AND h.gone_at IS NULL AND (?1 IS NULL OR r.owner_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM recruitment later WHERE r.closed_on IS NOT NULL AND later.home_id = r.home_id AND later.id <> r.id
               AND later.gone_at IS NULL AND later.closed_on IS NULL AND later.opened_on >= r.closed_on)
         ORDER BY r.opened_on DESC LIMIT 1000",
    )?;
    let rows = statement.query_map([owner], |row| {
        Ok(BoardBase {
            id: row.get(0)?,
            name: row.get(1)?,
            locality: row.get(2)?,
            owner_id: row.get(3)?,
            owner: row.get(4)?,
            next_action: row.get(5)?,
            next_on: row.get(6)?,
            dormant_until: row.get(7)?,
            closed_by: row.get(8)?,
            investigated_on: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn has_open(read: &Read<'_>, home: &HomeId) -> Result<bool> {
    Ok(read
        .conn()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM recruitment WHERE home_id = ?1 AND gone_at IS NULL AND closed_on IS NULL AND concluded_on IS NULL)")?
        .query_row([home], |row| row.get(0))?)
}

pub(super) fn home_and_end(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<Option<(HomeId, Option<NaiveDate>)>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT home_id, coalesce(closed_on, concluded_on) FROM recruitment WHERE id = ?1 AND gone_at IS NULL")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn insert_step(write: &Write<'_>, id: &str, input: &RecordStep) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO step (id, recruitment_id, step, person_id, planned_on, done_on, done_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![id, input.recruitment, input.step, input.person, input.planned_on, input.done_on, write.caller().name])?;
    Ok(())
}

pub(super) fn insert_reference(write: &Write<'_>, id: &str, input: &NewReference) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO reference (id, recruitment_id, kind, given_by, taken_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, input.recruitment, input.kind, input.given_by.trim(), input.taken_on])?;
    Ok(())
}

pub(super) fn upsert_assessment(
    write: &Write<'_>,
    instrument: &str,
    input: &SaveAssessment,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO assessment (id, recruitment_id, instrument, person_id, part, level, reason, assessed_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (recruitment_id, instrument, person_id, part)
             DO UPDATE SET level = excluded.level, reason = excluded.reason, rev = rev + 1,
                 assessed_on = CASE WHEN level IS NULL THEN excluded.assessed_on ELSE assessed_on END",
        )?
        .execute(params![write.new_id(), input.recruitment, instrument, input.person, input.part, input.level, input.reason, write.today()])?;
    Ok(())
}

pub(super) fn upsert_answer(write: &Write<'_>, instrument: &str, input: &SaveAnswer) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO answer (id, recruitment_id, instrument, person_id, item, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (recruitment_id, instrument, person_id, item) DO UPDATE SET answer = excluded.answer, rev = rev + 1",
        )?
        .execute(params![write.new_id(), input.recruitment, instrument, input.person, input.item, input.answer])?;
    Ok(())
}

pub(super) fn set_closed(write: &Write<'_>, input: &CloseRecruitment, by: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE recruitment SET closed_on = ?2, closed_by = ?3, closing_code = ?4, closing_text = ?5, return_on = ?6, rev = rev + 1 WHERE id = ?1",
        )?
        .execute(params![input.recruitment, write.today(), by, input.code, input.text, input.return_on])?;
    Ok(())
}

/// The form and edition that a family has begun with.
pub(super) fn screening_form(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<Option<(String, Option<String>)>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT instrument, edition FROM screening WHERE recruitment_id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn has_answers(read: &Read<'_>, id: &RecruitmentId) -> Result<bool> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM answer WHERE recruitment_id = ?1)
                 OR EXISTS (SELECT 1 FROM assessment WHERE recruitment_id = ?1)",
        )?
        .query_row([id], |row| row.get(0))?)
}

pub(super) fn screening_of(read: &Read<'_>, id: &RecruitmentId) -> Result<Screening> {
    let stands = read
        .conn()
        .prepare_cached("SELECT outcome, outcome_on, outcome_by, outcome_reason FROM screening WHERE recruitment_id = ?1")?
        .query_row([id], |row| {
            Ok(Screening {
                household: Vec::new(),
                outcome: row.get(0)?,
                outcome_on: row.get(1)?,
                outcome_by: row.get(2)?,
                outcome_reason: row.get(3)?,
            })
        })
        .optional()?;
    let mut statement = read.conn().prepare_cached(
        "SELECT part, level, reason FROM household_assessment WHERE recruitment_id = ?1 AND level IS NOT NULL ORDER BY part",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(HouseholdAssessment {
            part: row.get(0)?,
            level: row.get(1)?,
            reason: row.get(2)?,
        })
    })?;
    Ok(Screening {
        household: rows.collect::<rusqlite::Result<_>>()?,
        ..stands.unwrap_or_default()
    })
}

pub(super) fn opened_on(read: &Read<'_>, id: &RecruitmentId) -> Result<Option<NaiveDate>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT opened_on FROM recruitment WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

pub(super) fn is_member(
    read: &Read<'_>,
    id: &RecruitmentId,
    person: &crate::people::PersonId,
) -> Result<bool> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM person p JOIN recruitment r ON r.home_id = p.home_id
             WHERE r.id = ?1 AND p.id = ?2 AND p.gone_at IS NULL)",
        )?
        .query_row(params![id, person], |row| row.get(0))?)
}

pub(super) fn insert_screening(
    write: &Write<'_>,
    id: &RecruitmentId,
    instrument: &str,
    edition: Option<&str>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO screening (id, recruitment_id, instrument, edition) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![write.new_id(), id, instrument, edition])?;
    Ok(())
}

pub(super) fn set_outcome(write: &Write<'_>, input: &DecideScreening) -> Result<()> {
    let decided = input.outcome.is_some();
    let on = decided.then(|| input.on.unwrap_or(write.today()));
    let by = decided.then(|| write.caller().name.as_str());
    let reason = input
        .reason
        .as_deref()
        .map(str::trim)
        .filter(|it| decided && !it.is_empty());
    write
        .conn()
        .prepare_cached(
            "UPDATE screening SET outcome = ?2, outcome_on = ?3, outcome_by = ?4, outcome_reason = ?5, rev = rev + 1 WHERE recruitment_id = ?1",
        )?
        .execute(params![input.recruitment, input.outcome, on, by, reason])?;
    Ok(())
}

pub(super) fn upsert_household_assessment(
    write: &Write<'_>,
    instrument: &str,
    input: &SaveHouseholdAssessment,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO household_assessment (id, recruitment_id, instrument, part, level, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (recruitment_id, instrument, part)
             DO UPDATE SET level = excluded.level, reason = excluded.reason, rev = rev + 1",
        )?
        .execute(params![write.new_id(), input.recruitment, instrument, input.part, input.level, input.reason])?;
    Ok(())
}

pub(super) fn upsert_follow_up(
    write: &Write<'_>,
    instrument: &str,
    input: &SaveFollowUp,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO answer (id, recruitment_id, instrument, person_id, item, follow_up) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (recruitment_id, instrument, person_id, item) DO UPDATE SET follow_up = excluded.follow_up, rev = rev + 1",
        )?
        .execute(params![write.new_id(), input.recruitment, instrument, input.person, input.item, input.text])?;
    Ok(())
}
