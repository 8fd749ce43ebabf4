//! Every statement that writes records of methods and notes by short forms, and
//! those that read them.

use rusqlite::{OptionalExtension, params};

use super::rules::{self, RecordFacts};
use super::{
    FormAnswer, MethodArea, MethodRecord, NewMethodRecord, SaveFormAnswer, SaveMethodArea,
};
use crate::error::Result;
use crate::instruments;
use crate::recruitment::RecruitmentId;
use crate::store::{Read, Write};

pub(super) fn records(read: &Read<'_>, id: &RecruitmentId) -> Result<Vec<MethodRecord>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, person_id, method, edition, planned_on, interview_on, interview_2_on, interviewer_1, interviewer_2,
                vignette_set, interpreter, interpreted_on, interpreter_reason, feedback_on,
                strengths, vulnerabilities, support_needs, suits, does_not_suit
         FROM method_record WHERE recruitment_id = ?1 AND gone_at IS NULL
         ORDER BY coalesce(interview_on, planned_on, '9999'), id",
    )?;
    let mut records: Vec<MethodRecord> = statement
        .query_map([id], |row| {
            Ok(MethodRecord {
                id: row.get(0)?,
                person: row.get(1)?,
                method: row.get(2)?,
                edition: row.get(3)?,
                planned_on: row.get(4)?,
                interview_on: row.get(5)?,
                interview_2_on: row.get(6)?,
                interviewer_1: row.get(7)?,
                interviewer_2: row.get(8)?,
                vignette_set: row.get(9)?,
                interpreter: row.get(10)?,
                interpreted_on: row.get(11)?,
                interpreter_reason: row.get(12)?,
                interpreter_interviewed: false,
                feedback_on: row.get(13)?,
                strengths: row.get(14)?,
                vulnerabilities: row.get(15)?,
                support_needs: row.get(16)?,
                suits: row.get(17)?,
                does_not_suit: row.get(18)?,
                areas: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    for it in &mut records {
        let facts = facts(it, String::new());
        it.interpreter_interviewed = facts.interpreted && rules::interpreter_interviewed(&facts);
        it.areas = areas(read, &it.id)?;
    }
    Ok(records)
}

fn areas(read: &Read<'_>, record: &str) -> Result<Vec<MethodArea>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT category, lit, note FROM method_area WHERE method_record_id = ?1 ORDER BY category",
    )?;
    let rows = statement.query_map([record], |row| {
        Ok(MethodArea {
            category: row.get(0)?,
            lit: row.get(1)?,
            note: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the study rests on, with the adult's shown name.
pub(in crate::recruitment) fn facts(record: &MethodRecord, name: String) -> RecordFacts {
    RecordFacts {
        person: (record.person.clone(), name),
        interview_on: record.interview_on,
        interviewers: record
            .interviewer_1
            .iter()
            .chain(&record.interviewer_2)
            .cloned()
            .collect(),
        interpreted: instruments::shipped(&record.method).is_some_and(|it| it.interpreted),
        interpreter: record.interpreter.clone(),
        interpreted_on: record.interpreted_on,
        reason: record.interpreter_reason.clone(),
    }
}

/// The facts of every record.
pub(in crate::recruitment) fn record_facts(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<Vec<RecordFacts>> {
    Ok(records(read, id)?
        .iter()
        .map(|it| facts(it, String::new()))
        .collect())
}

pub(super) fn notes(read: &Read<'_>, id: &RecruitmentId) -> Result<Vec<FormAnswer>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT f.step_id, f.reference_id, f.form, f.item, f.answer
         FROM form_answer f LEFT JOIN step s ON s.id = f.step_id LEFT JOIN reference r ON r.id = f.reference_id
         WHERE coalesce(s.recruitment_id, r.recruitment_id) = ?1 AND f.answer IS NOT NULL ORDER BY f.id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(FormAnswer {
            step: row.get(0)?,
            reference: row.get(1)?,
            form: row.get(2)?,
            item: row.get(3)?,
            answer: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn interviewers(read: &Read<'_>, id: &str) -> Result<(String, String)> {
    Ok(read
        .conn()
        .prepare_cached("SELECT coalesce(interviewer_1, ''), coalesce(interviewer_2, '') FROM method_record WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// How many sets the record's method has, and which was used.
pub(super) fn vignette_set(read: &Read<'_>, id: &str) -> Result<(u32, Option<u32>)> {
    let (method, set): (String, Option<u32>) = read
        .conn()
        .prepare_cached("SELECT method, vignette_set FROM method_record WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((instruments::shipped(&method).map_or(0, |it| it.sets), set))
}

/// The recruitment and the method of a record.
pub(super) fn owner(read: &Read<'_>, id: &str) -> Result<Option<(RecruitmentId, String)>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT recruitment_id, method FROM method_record WHERE id = ?1 AND gone_at IS NULL",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The recruitment of the step or reference that a note is about.
pub(super) fn recruitment_of(
    read: &Read<'_>,
    input: &SaveFormAnswer,
) -> Result<Option<RecruitmentId>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT recruitment_id FROM step WHERE id = ?1 AND gone_at IS NULL
             UNION ALL SELECT recruitment_id FROM reference WHERE id = ?2 AND gone_at IS NULL",
        )?
        .query_row(params![input.step, input.reference], |row| row.get(0))
        .optional()?)
}

pub(super) fn insert_record(
    write: &Write<'_>,
    id: &str,
    input: &NewMethodRecord,
    edition: Option<&str>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO method_record (id, recruitment_id, person_id, method, edition, planned_on, interview_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![id, input.recruitment, input.person, input.method, edition, input.planned_on, input.interview_on])?;
    Ok(())
}

pub(super) fn upsert_area(write: &Write<'_>, input: &SaveMethodArea) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO method_area (id, method_record_id, category, lit, note) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (method_record_id, category) DO UPDATE SET lit = excluded.lit, note = excluded.note, rev = rev + 1",
        )?
        .execute(params![write.new_id(), input.record, input.category, input.lit, input.note])?;
    Ok(())
}

pub(super) fn upsert_note(
    write: &Write<'_>,
    input: &SaveFormAnswer,
    edition: Option<&str>,
) -> Result<()> {
    // The two unique keys are partial, so the row is looked for by hand.
    let changed = write
        .conn()
        .prepare_cached(
            "UPDATE form_answer SET answer = ?5, edition = ?6, rev = rev + 1
             WHERE step_id IS ?1 AND reference_id IS ?2 AND form = ?3 AND item = ?4",
        )?
        .execute(params![
            input.step,
            input.reference,
            input.form,
            input.item,
            input.answer,
            edition
        ])?;
    if changed == 0 {
        write
            .conn()
            .prepare_cached("INSERT INTO form_answer (id, step_id, reference_id, form, item, answer, edition) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![write.new_id(), input.step, input.reference, input.form, input.item, input.answer, edition])?;
    }
    Ok(())
}
