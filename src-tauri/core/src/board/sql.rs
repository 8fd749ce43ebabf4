//! Every statement that writes papers, and those that read them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::template::{FieldKind, TableKind};
use super::{Decision, EnterDecision, PaperId, PaperRow, PaperState, PaperTableRow, StartPaper};
use crate::children::ChildId;
use crate::error::Result;
use crate::homes::HomeId;
use crate::recruitment::RecruitmentId;
use crate::store::{Read, Write};

/// The paper's own row.
pub(super) struct Base {
    pub id: PaperId,
    pub kind: String,
    pub template: String,
    pub child: Option<ChildId>,
    pub child_name: Option<String>,
    pub home: Option<HomeId>,
    pub home_name: Option<String>,
    pub case_number: Option<String>,
    pub meeting_on: Option<NaiveDate>,
    pub body: Option<String>,
    pub started_on: Option<NaiveDate>,
    pub released_by: Option<String>,
    pub released_at: Option<String>,
    pub paragraph: Option<String>,
    pub decided_on: Option<NaiveDate>,
    pub decision: Option<Decision>,
    pub decision_text: Option<String>,
    pub issued: bool,
    pub recruitment: Option<RecruitmentId>,
}

impl Base {
    pub(super) fn state(&self) -> PaperState {
        match (
            self.decided_on.is_some(),
            self.issued,
            self.released_by.is_some(),
        ) {
            (true, ..) => PaperState::Decided,
            (_, true, _) => PaperState::Issued,
            (.., true) => PaperState::Released,
            _ => PaperState::Draft,
        }
    }

    pub(super) fn row(self) -> PaperRow {
        PaperRow {
            state: self.state(),
            id: self.id,
            kind: self.kind,
            child: self.child,
            child_name: self.child_name,
            case_number: self.case_number,
            home_name: self.home_name,
            meeting_on: self.meeting_on,
            missing: 0,
        }
    }
}

const COLUMNS: &str = "
    SELECT p.id, p.kind, p.template, p.child_id, CASE WHEN c.protected THEN NULL ELSE trim(c.given_name || ' ' || c.family_name) END,
           p.home_id, CASE WHEN h.protected OR c.protected THEN NULL ELSE h.name END, coalesce(p.case_number, c.case_number), p.meeting_on,
           p.body, p.started_on, p.released_by, p.released_at, p.paragraph, p.decided_on, p.decision, p.decision_text,
           EXISTS (SELECT 1 FROM issued_paper i WHERE i.paper_id = p.id), p.recruitment_id
    FROM paper p LEFT JOIN child c ON c.id = p.child_id LEFT JOIN home h ON h.id = p.home_id
    WHERE p.gone_at IS NULL";

fn row(row: &Row<'_>) -> rusqlite::Result<Base> {
    Ok(Base {
        id: row.get(0)?,
        kind: row.get(1)?,
        template: row.get(2)?,
        child: row.get(3)?,
        child_name: row.get(4)?,
        home: row.get(5)?,
        home_name: row.get(6)?,
        case_number: row.get(7)?,
        meeting_on: row.get(8)?,
        body: row.get(9)?,
        started_on: row.get(10)?,
        released_by: row.get(11)?,
        released_at: row.get(12)?,
        paragraph: row.get(13)?,
        decided_on: row.get(14)?,
        decision: row.get(15)?,
        decision_text: row.get(16)?,
        issued: row.get(17)?,
        recruitment: row.get(18)?,
    })
}

pub(super) fn base(read: &Read<'_>, id: &PaperId) -> Result<Option<Base>> {
    Ok(read
        .conn()
        .prepare_cached(&format!("{COLUMNS} AND p.id = ?1"))?
        .query_row([id], row)
        .optional()?)
}

pub(super) fn list(read: &Read<'_>) -> Result<Vec<Base>> {
    let mut statement = read.conn().prepare_cached(&format!(
        "{COLUMNS} ORDER BY p.decided_on IS NOT NULL, p.meeting_on NULLS FIRST, p.id DESC LIMIT 300"
    ))?;
    Ok(statement
        .query_map([], row)?
        .collect::<rusqlite::Result<_>>()?)
}

pub(super) fn texts(
    read: &Read<'_>,
    id: &PaperId,
    fields: &[FieldKind],
) -> Result<BTreeMap<String, String>> {
    if fields.is_empty() {
        return Ok(BTreeMap::new());
    }
    // Field names are our own template's, held by a test against the table.
    let names: Vec<&str> = fields.iter().map(|it| it.name.as_str()).collect();
    let sql = format!("SELECT {} FROM paper WHERE id = ?1", names.join(", "));
    let mut found = BTreeMap::new();
    read.conn().prepare_cached(&sql)?.query_row([id], |row| {
        for (place, name) in names.iter().enumerate() {
            if let Some(text) = row.get::<_, Option<String>>(place)? {
                found.insert((*name).to_owned(), text);
            }
        }
        Ok(())
    })?;
    Ok(found)
}

pub(super) fn rows(read: &Read<'_>, id: &PaperId, table: &TableKind) -> Result<Vec<PaperTableRow>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT id, a, b, c, d FROM paper_row WHERE paper_id = ?1 AND part = ?2 AND gone_at IS NULL ORDER BY position, id")?;
    let columns = table.columns.len().min(4);
    let rows = statement.query_map(params![id, table.part], |row| {
        let cells = (1..=columns)
            .map(|at| row.get(at))
            .collect::<rusqlite::Result<_>>()?;
        Ok(PaperTableRow {
            id: row.get(0)?,
            cells,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn paper_of_row(read: &Read<'_>, id: &str) -> Result<Option<String>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT paper_id FROM paper_row WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

pub(super) fn next_place(read: &Read<'_>, paper: &PaperId, part: &str) -> Result<usize> {
    let count: i64 = read
        .conn()
        .prepare_cached("SELECT coalesce(max(position) + 1, 0) FROM paper_row WHERE paper_id = ?1 AND part = ?2")?
        .query_row(params![paper, part], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(0))
}

pub(super) fn insert_paper(
    write: &Write<'_>,
    id: &PaperId,
    input: &StartPaper,
    template: &str,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO paper (id, kind, template, child_id, home_id) VALUES (?1, 'placering', ?2, ?3, ?4)")?
        .execute(params![id, template, input.child, input.home])?;
    Ok(())
}

pub(super) fn insert_approval(
    write: &Write<'_>,
    id: &PaperId,
    recruitment: &RecruitmentId,
    home: &HomeId,
    template: &str,
) -> Result<()> {
    write
        .conn()
        .prepare_cached("INSERT INTO paper (id, kind, template, recruitment_id, home_id) VALUES (?1, 'godkannande', ?2, ?3, ?4)")?
        .execute(params![id, template, recruitment, home])?;
    Ok(())
}

pub(super) fn insert_row(
    write: &Write<'_>,
    id: &str,
    paper: &PaperId,
    part: &str,
    place: usize,
    (a, b): (&str, &str),
) -> Result<()> {
    let filled = |text: &str| Some(text.to_owned()).filter(|it| !it.is_empty());
    write
        .conn()
        .prepare_cached("INSERT INTO paper_row (id, paper_id, part, position, a, b) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![id, paper, part, i64::try_from(place).unwrap_or(0), filled(a), filled(b)])?;
    Ok(())
}

pub(super) fn clear_release(write: &Write<'_>, paper: &str) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE paper SET released_by = NULL, released_at = NULL WHERE id = ?1")?
        .execute([paper])?;
    Ok(())
}

pub(super) fn set_released(write: &Write<'_>, id: &PaperId) -> Result<()> {
    write
        .conn()
        .prepare_cached(
            "UPDATE paper SET released_by = ?2, released_at = ?3, rev = rev + 1 WHERE id = ?1",
        )?
        .execute(params![
            id,
            write.caller().name,
            write.caller().at.to_rfc3339()
        ])?;
    Ok(())
}

pub(super) fn set_decision(write: &Write<'_>, input: &EnterDecision) -> Result<()> {
    write
        .conn()
        .prepare_cached("UPDATE paper SET paragraph = ?2, decided_on = ?3, decision = ?4, decision_text = ?5, rev = rev + 1 WHERE id = ?1")?
        .execute(params![input.id, input.paragraph.trim(), input.decided_on, input.decision, input.text])?;
    Ok(())
}
