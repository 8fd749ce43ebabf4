//! Every statement that writes investigations and reviews, and those that read them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use crate::error::Result;
use crate::homes::{Care, HomeId};
use crate::recruitment::conclude::Decided;
use crate::recruitment::delegation::{self, Body};
use crate::recruitment::investigation::{ApprovalPaper, FamilyAnswer, RecordReading, SentHow};
use crate::recruitment::parts::{part_kinds, proposal_kinds};
use crate::recruitment::rules::investigation::InvestigationFacts;
use crate::recruitment::study::{HomeReview, NewReview};
use crate::recruitment::{CloseRecruitment, RecruitmentId};
use crate::store::{Read, Write};

/// The investigation's own row, without its texts.
#[derive(Debug, Default)]
pub(in crate::recruitment) struct Investigated {
    pub written_by: Option<String>,
    pub written_on: Option<NaiveDate>,
    pub read_by: Option<String>,
    pub read_on: Option<NaiveDate>,
    pub read_comment: Option<String>,
    pub sent_on: Option<NaiveDate>,
    pub sent_how: Option<SentHow>,
    pub answer_due: Option<NaiveDate>,
    pub answered_on: Option<NaiveDate>,
    pub answer: Option<FamilyAnswer>,
    pub comments: Option<String>,
    pub care: Option<Care>,
    pub age_from: Option<u32>,
    pub age_to: Option<u32>,
    pub places: Option<u32>,
    pub conditions: Option<String>,
    pub review_on: Option<NaiveDate>,
    pub override_by: Option<String>,
    pub override_title: Option<String>,
    pub override_on: Option<NaiveDate>,
    pub decided_on: Option<NaiveDate>,
    pub decided_by: Option<String>,
    pub decided_body: Option<Body>,
    pub decided_point: Option<String>,
}

fn investigated(row: &Row<'_>) -> rusqlite::Result<Investigated> {
    Ok(Investigated {
        written_by: row.get("written_by")?,
        written_on: row.get("written_on")?,
        read_by: row.get("read_by")?,
        read_on: row.get("read_on")?,
        read_comment: row.get("read_comment")?,
        sent_on: row.get("sent_on")?,
        sent_how: row.get("sent_how")?,
        answer_due: row.get("answer_due")?,
        answered_on: row.get("answered_on")?,
        answer: row.get("answer")?,
        comments: row.get("comments")?,
        care: row.get("care")?,
        age_from: row.get("age_from")?,
        age_to: row.get("age_to")?,
        places: row.get("places")?,
        conditions: row.get("conditions")?,
        review_on: row.get("review_on")?,
        override_by: row.get("override_by")?,
        override_title: row.get("override_title")?,
        override_on: row.get("override_on")?,
        decided_on: row.get("decided_on")?,
        decided_by: row.get("decided_by")?,
        decided_body: row.get("decided_body")?,
        decided_point: row.get("decided_point")?,
    })
}

pub(in crate::recruitment) fn row(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<Option<Investigated>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT written_by, written_on, read_by, read_on, read_comment, sent_on, sent_how, answer_due, answered_on, answer, comments,
                    care, age_from, age_to, places, conditions, review_on, override_by, override_title, override_on,
                    decided_on, decided_by, decided_body, decided_point
             FROM investigation WHERE id = ?1",
        )?
        .query_row([id], investigated)
        .optional()?)
}

/// The texts that are written, by part.
pub(in crate::recruitment) fn texts(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<BTreeMap<String, String>> {
    // Part keys are our own file's, held by a test against the table.
    let keys: Vec<&str> = part_kinds().iter().map(|it| it.key.as_str()).collect();
    let sql = format!(
        "SELECT {} FROM investigation WHERE id = ?1",
        keys.join(", ")
    );
    let mut found = BTreeMap::new();
    read.conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| {
            for (place, key) in keys.iter().enumerate() {
                if let Some(text) = row.get::<_, Option<String>>(place)?
                    && !text.trim().is_empty()
                {
                    found.insert((*key).to_owned(), text);
                }
            }
            Ok(())
        })
        .optional()?;
    Ok(found)
}

/// What the rules ask of the investigation.
pub(in crate::recruitment) fn facts(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<InvestigationFacts> {
    let row = row(read, id)?.unwrap_or_default();
    let filled = |key: &str| match key {
        "care" => row.care.is_some(),
        "age_from" => row.age_from.is_some(),
        "age_to" => row.age_to.is_some(),
        "places" => row.places.is_some(),
        "conditions" => row.conditions.is_some(),
        _ => row.review_on.is_some(),
    };
    let paper = paper(read, id)?.filter(|it| !it.sent_back());
    let said = row
        .comments
        .as_deref()
        .is_some_and(|it| !it.trim().is_empty());
    Ok(InvestigationFacts {
        written: texts(read, id)?.into_keys().collect(),
        proposed: proposal_kinds()
            .iter()
            .filter(|it| filled(&it.key))
            .map(|it| it.key.clone())
            .collect(),
        answered: match row.answer {
            None => false,
            Some(FamilyAnswer::Declined) => true,
            Some(FamilyAnswer::NoComments) => row.answered_on.is_some(),
            Some(FamilyAnswer::Comments) => row.answered_on.is_some() && said,
        },
        body: match row.care {
            Some(care) => delegation::of_care(read, care)?.and_then(|it| it.body),
            None => None,
        },
        care: row.care,
        sent_on: row.sent_on,
        answer_due: row.answer_due,
        answered_on: row.answered_on,
        read_on: row.read_on,
        paper_issued: paper.as_ref().is_some_and(|it| it.issued),
        board_decided: paper.is_some_and(|it| it.decided_on.is_some()),
    })
}

pub(in crate::recruitment) fn ages(
    read: &Read<'_>,
    id: &str,
) -> Result<(Option<u32>, Option<u32>)> {
    Ok(read
        .conn()
        .prepare_cached("SELECT age_from, age_to FROM investigation WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The latest paper about the home's approval.
pub(in crate::recruitment) fn paper(
    read: &Read<'_>,
    id: &RecruitmentId,
) -> Result<Option<ApprovalPaper>> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT p.id, p.released_at IS NOT NULL, EXISTS (SELECT 1 FROM issued_paper i WHERE i.paper_id = p.id),
                    p.decided_on, p.decision, p.paragraph, p.body
             FROM paper p WHERE p.recruitment_id = ?1 AND p.gone_at IS NULL ORDER BY p.id DESC LIMIT 1",
        )?
        .query_row([id], |row| {
            Ok(ApprovalPaper {
                id: row.get(0)?,
                released: row.get(1)?,
                issued: row.get(2)?,
                decided_on: row.get(3)?,
                decision: row.get(4)?,
                paragraph: row.get(5)?,
                body: row.get(6)?,
            })
        })
        .optional()?)
}

pub(in crate::recruitment) fn owner(read: &Read<'_>, id: &RecruitmentId) -> Result<Option<String>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT owner_id FROM recruitment WHERE id = ?1 AND gone_at IS NULL")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .flatten())
}

/// What a family that was turned down was told.
#[derive(Debug, Default)]
pub(in crate::recruitment) struct Told {
    pub on: Option<NaiveDate>,
    pub how: Option<String>,
    pub text: Option<String>,
}

pub(in crate::recruitment) fn told(read: &Read<'_>, id: &RecruitmentId) -> Result<Told> {
    Ok(read
        .conn()
        .prepare_cached("SELECT told_on, told_how, told_text FROM recruitment WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(Told {
                on: row.get(0)?,
                how: row.get(1)?,
                text: row.get(2)?,
            })
        })
        .optional()?
        .unwrap_or_default())
}

pub(in crate::recruitment) fn insert(write: &Write<'_>, id: &RecruitmentId) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO investigation (id) VALUES (?1)")?
        .execute([id])?;
    Ok(())
}

/// As the migration does for a whole file: the one text, and the one step.
pub(in crate::recruitment) fn carry_over(write: &Write<'_>, id: &RecruitmentId) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "INSERT INTO investigation (id, assessment, sent_on, answered_on, answer, comments)
             SELECT r.id, r.summary, s.done_on, s.done_on,
                    CASE WHEN s.done_on IS NULL THEN NULL WHEN coalesce(s.text, '') = '' THEN 'no_comments' ELSE 'comments' END, s.text
             FROM recruitment r
             LEFT JOIN step s ON s.id = (SELECT id FROM step WHERE recruitment_id = r.id AND step = 'told_family' AND done_on IS NOT NULL
                                         AND gone_at IS NULL ORDER BY done_on DESC, id DESC LIMIT 1)
             WHERE r.id = ?1",
        )?
        .execute([id])?;
    write
        .conn()
        .prepare_cached("UPDATE step SET gone_at = ?2, rev = rev + 1 WHERE recruitment_id = ?1 AND step = 'told_family' AND gone_at IS NULL")?
        .execute(params![id, write.caller().at.to_rfc3339()])?;
    write
        .conn()
        .prepare_cached("UPDATE recruitment SET summary = NULL, rev = rev + 1 WHERE id = ?1 AND summary IS NOT NULL")?
        .execute([id])?;
    Ok(())
}

pub(in crate::recruitment) fn set_writer(write: &Write<'_>, id: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE investigation SET written_by = ?2, written_on = ?3 WHERE id = ?1")?
        .execute(params![id, write.caller().user, write.today()])?;
    Ok(())
}

pub(in crate::recruitment) fn set_reading(write: &Write<'_>, input: &RecordReading) -> Result<()> {
    let (by, on, comment) = if input.take_back {
        (None, None, None)
    } else {
        (
            Some(write.caller().user.as_str()),
            Some(write.today()),
            input
                .comment
                .as_deref()
                .map(str::trim)
                .filter(|it| !it.is_empty()),
        )
    };
    write
        .conn()
        .prepare_cached("UPDATE investigation SET read_by = ?2, read_on = ?3, read_comment = ?4, rev = rev + 1 WHERE id = ?1")?
        .execute(params![input.recruitment, by, on, comment])?;
    Ok(())
}

pub(in crate::recruitment) fn set_proposal(
    write: &Write<'_>,
    id: &RecruitmentId,
    care: Option<Care>,
    ages: (Option<u32>, Option<u32>),
    places: Option<u32>,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE investigation SET care = coalesce(?2, care), age_from = coalesce(?3, age_from), age_to = coalesce(?4, age_to),
                    places = coalesce(?5, places), rev = rev + 1 WHERE id = ?1",
        )?
        .execute(params![id, care, ages.0, ages.1, places])?;
    Ok(())
}

/// Notes a supervisor's reason; none takes it back.
pub(in crate::recruitment) fn set_override(
    write: &Write<'_>,
    id: &RecruitmentId,
    reason: Option<&str>,
    title: &str,
) -> Result<()> {
    let given = reason.is_some();
    write
        .conn()
        .prepare_cached("UPDATE recruitment SET override_reason = ?2, rev = rev + 1 WHERE id = ?1")?
        .execute(params![id, reason])?;
    write
        .conn()
        .prepare_cached("UPDATE investigation SET override_by = ?2, override_title = ?3, override_on = ?4, rev = rev + 1 WHERE id = ?1")?
        .execute(params![
            id,
            given.then_some(write.caller().name.as_str()),
            given.then_some(title),
            given.then_some(write.today())
        ])?;
    Ok(())
}

pub(in crate::recruitment) fn set_decided(
    write: &Write<'_>,
    id: &RecruitmentId,
    decided: &Decided,
) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE investigation SET decided_on = ?2, decided_by = ?3, decided_body = ?4, decided_point = ?5, rev = rev + 1 WHERE id = ?1",
        )?
        .execute(params![id, decided.on, decided.by, decided.body, decided.point])?;
    write
        .conn()
        .prepare_cached("UPDATE recruitment SET concluded_on = ?2, concluded_by = ?3, rev = rev + 1 WHERE id = ?1")?
        .execute(params![id, write.today(), write.caller().name])?;
    Ok(())
}

pub(in crate::recruitment) fn set_told(write: &Write<'_>, input: &CloseRecruitment) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE recruitment SET told_on = ?2, told_how = ?3, told_text = ?4 WHERE id = ?1",
        )?
        .execute(params![
            input.recruitment,
            input.told_on,
            input.told_how,
            input.told_text
        ])?;
    Ok(())
}

pub(in crate::recruitment) fn set_reopened(write: &Write<'_>, id: &RecruitmentId) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE recruitment SET closed_on = NULL, closed_by = NULL, closing_code = NULL, closing_text = NULL, return_on = NULL,
                    told_on = NULL, told_how = NULL, told_text = NULL, rev = rev + 1 WHERE id = ?1",
        )?
        .execute([id])?;
    Ok(())
}

/// Recruitments of a home, the latest first: key, when opened, how it ended.
pub(in crate::recruitment) struct Ended {
    pub id: RecruitmentId,
    pub opened_on: NaiveDate,
    pub concluded_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub closing_code: Option<String>,
    pub closing_text: Option<String>,
    pub override_reason: Option<String>,
}

pub(in crate::recruitment) fn of_home(read: &Read<'_>, home: &HomeId) -> Result<Vec<Ended>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, opened_on, concluded_on, closed_on, closing_code, closing_text, override_reason
         FROM recruitment WHERE home_id = ?1 AND gone_at IS NULL ORDER BY opened_on DESC, id DESC",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(Ended {
            id: row.get(0)?,
            opened_on: row.get(1)?,
            concluded_on: row.get(2)?,
            closed_on: row.get(3)?,
            closing_code: row.get(4)?,
            closing_text: row.get(5)?,
            override_reason: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Files closed before a day, with the family's name.
pub(in crate::recruitment) fn closed_before(
    read: &Read<'_>,
    day: NaiveDate,
) -> Result<Vec<(RecruitmentId, String)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT r.id, h.name FROM recruitment r JOIN home h ON h.id = r.home_id
         WHERE r.gone_at IS NULL AND h.gone_at IS NULL AND r.closed_on < ?1 AND r.concluded_on IS NULL ORDER BY r.closed_on, r.id",
    )?;
    Ok(statement
        .query_map([day], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Whether a closed file has been followed by another recruitment of the home.
pub(in crate::recruitment) fn followed(read: &Read<'_>, id: &RecruitmentId) -> Result<bool> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM recruitment r JOIN recruitment later ON later.home_id = r.home_id AND later.id <> r.id
                            AND later.gone_at IS NULL AND later.closed_on IS NULL AND later.opened_on >= r.closed_on
             WHERE r.id = ?1 AND r.closed_on IS NOT NULL)",
        )?
        .query_row([id], |row| row.get(0))?)
}

/// The latest note about the home, and whether a child ever lived there.
pub(in crate::recruitment) fn last_note_and_child(
    read: &Read<'_>,
    home: &HomeId,
) -> Result<(Option<NaiveDate>, bool)> {
    Ok(read
        .conn()
        .prepare_cached(
            "SELECT (SELECT max(on_day) FROM note WHERE home_id = ?1 AND gone_at IS NULL),
                    EXISTS (SELECT 1 FROM placement WHERE home_id = ?1 AND gone_at IS NULL)",
        )?
        .query_row([home], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

pub(in crate::recruitment) fn insert_review(
    write: &Write<'_>,
    id: &str,
    input: &NewReview,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO home_review (id, home_id, done_on, done_by, text, next_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            id,
            input.home,
            input.done_on,
            write.caller().name,
            input.text,
            input.next_on
        ])?;
    Ok(())
}

pub(in crate::recruitment) fn reviews(read: &Read<'_>, home: &HomeId) -> Result<Vec<HomeReview>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, done_on, done_by, text, next_on FROM home_review
         WHERE home_id = ?1 AND gone_at IS NULL ORDER BY done_on DESC, id DESC",
    )?;
    let rows = statement.query_map([home], |row| {
        Ok(HomeReview {
            id: row.get(0)?,
            done_on: row.get(1)?,
            done_by: row.get(2)?,
            text: row.get(3)?,
            next_on: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
