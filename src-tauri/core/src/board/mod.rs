//! Papers for the board: facts are gathered once, a template gives the order,
//! the pages are laid out, a supervisor releases, and the issued paper is locked.

pub mod approval;
pub mod facts;
mod gather;
mod head;
pub mod outline;
pub mod rules;
mod settings;
pub(crate) mod sql;
pub mod template;
pub mod words;

pub use approval::{StartApprovalPaper, start_approval_paper};
pub use head::Head;
pub use settings::{LetterheadSettings, SaveSetting, save_delegation, save_setting, settings};

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::archive::{self, Issued, ToIssue};
use crate::blocker::Blocker;
use crate::children::ChildId;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::HomeId;
use crate::recruitment::RecruitmentId;
use crate::store::fields::{Entity, Field, Kind};
use crate::store::{Read, Write, choice, id};
use template::{FieldKind, TableKind};

id!(
    /// A paper.
    PaperId
);

choice!(
    /// What the board decided.
    Decision {
        /// As proposed.
        AsProposed = "as_proposed",
        /// Something else; the text says what.
        Otherwise = "otherwise",
        /// Sent back (återremiss).
        SentBack = "sent_back",
    }
);

/// The paper's own fields.
pub const PAPER: Entity = Entity {
    name: "paper",
    fields: &[
        Field::required("template", Kind::Key(is_template)),
        Field::new("case_number", Kind::Line(40)),
        Field::new("meeting_on", Kind::Day),
        Field::new("body", Kind::Line(120)),
        Field::new("started_on", Kind::Day),
        Field::new("goal", Kind::Text),
        Field::new("consent", Kind::Text),
        Field::new("child_opinion", Kind::Text),
        Field::new("guardian_opinion", Kind::Text),
        Field::new("analysis", Kind::Text),
        Field::new("assessment", Kind::Text),
        Field::new("why_home", Kind::Text),
        Field::new("parents_work", Kind::Text),
        Field::new("contact", Kind::Text),
        Field::new("school_plan", Kind::Text),
        Field::new("expected", Kind::Text),
        Field::new("home_plan", Kind::Text),
        Field::new("economy", Kind::Text),
    ],
    removable: true,
    parent: None,
    after: paper_follows,
};

/// A row of one of the paper's tables.
pub const PAPER_ROW: Entity = Entity {
    name: "paper_row",
    fields: &[
        Field::new("a", Kind::Line(300)),
        Field::new("b", Kind::Line(600)),
        Field::new("c", Kind::Line(600)),
        Field::new("d", Kind::Line(200)),
    ],
    removable: true,
    parent: Some("paper_id"),
    after: row_follows,
};

fn is_template(key: &str) -> bool {
    template::template(key).is_some()
}

/// A change takes the release back: what a supervisor has read is what is issued.
fn paper_follows(write: &Write<'_>, id: &str, _: &str) -> Result<()> {
    not_issued(&write.as_read(), id)?;
    sql::clear_release(write, id)
}

fn row_follows(write: &Write<'_>, id: &str, _: &str) -> Result<()> {
    let paper = sql::paper_of_row(&write.as_read(), id)?.or_not_found("paper_row")?;
    paper_follows(write, &paper, "")
}

fn not_issued(read: &Read<'_>, paper: &str) -> Result<()> {
    match archive::of_paper(read, paper)? {
        Some(_) => Err(Error::Blocked {
            blockers: vec![Blocker::PaperIssued],
        }),
        None => Ok(()),
    }
}

/// Which paper.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperRef {
    /// Key.
    pub id: PaperId,
}

/// A paper to begin.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartPaper {
    /// The child it is about.
    pub child: ChildId,
    /// The home that is proposed.
    pub home: HomeId,
    /// Key of the template; the unit's own when absent.
    pub template: Option<String>,
}

/// A row to add.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPaperRow {
    /// Paper.
    pub paper: PaperId,
    /// Key of the table.
    pub part: String,
}

/// What the board decided.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnterDecision {
    /// Paper.
    pub id: PaperId,
    /// Paragraph of the minutes.
    pub paragraph: String,
    /// Day.
    pub decided_on: NaiveDate,
    /// As proposed or not.
    pub decision: Decision,
    /// What was decided instead.
    pub text: Option<String>,
}

/// How far a paper has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperState {
    /// Being written.
    Draft,
    /// Read and let through by a supervisor.
    Released,
    /// Locked.
    Issued,
    /// Decided.
    Decided,
}

/// A paper in the list.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct PaperRow {
    pub id: PaperId,
    pub kind: String,
    pub child: Option<ChildId>,
    /// Nothing for a protected child.
    pub child_name: Option<String>,
    pub case_number: Option<String>,
    pub home_name: Option<String>,
    pub meeting_on: Option<NaiveDate>,
    pub state: PaperState,
    /// How much is missing as of the meeting day.
    pub missing: u32,
}

/// A paper with all that is written in it.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PaperView {
    pub id: PaperId,
    pub kind: String,
    pub state: PaperState,
    pub template: String,
    pub templates: Vec<TemplateChoice>,
    pub child: Option<ChildId>,
    pub child_name: Option<String>,
    pub home: Option<HomeId>,
    pub home_name: Option<String>,
    /// The recruitment that a paper about a home's approval belongs to.
    pub recruitment: Option<RecruitmentId>,
    pub case_number: Option<String>,
    pub meeting_on: Option<NaiveDate>,
    pub body: Option<String>,
    pub started_on: Option<NaiveDate>,
    pub fields: Vec<PaperField>,
    pub tables: Vec<PaperTable>,
    /// Everything missing, expired or contradictory as of the meeting day.
    pub blockers: Vec<Blocker>,
    pub released_by: Option<String>,
    pub issued: Option<Issued>,
    pub paragraph: Option<String>,
    pub decided_on: Option<NaiveDate>,
    pub decision: Option<Decision>,
    pub decision_text: Option<String>,
}

/// A template to choose.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct TemplateChoice {
    pub key: String,
    pub title: String,
}

/// A text with its label and what stands there.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PaperField {
    pub kind: &'static FieldKind,
    pub value: Option<String>,
}

/// A table with its label and rows.
#[derive(Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PaperTable {
    pub kind: &'static TableKind,
    pub rows: Vec<PaperTableRow>,
}

/// A row: as many cells as the table has columns, at most four.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)]
pub struct PaperTableRow {
    pub id: String,
    pub cells: Vec<Option<String>>,
}

/// A PDF.
#[derive(Debug, Serialize, TS)]
pub struct Pdf {
    /// The bytes, base64.
    pub pdf: String,
    /// How many pages.
    pub pages: u32,
    /// Letters that the face lacks; they print as squares.
    pub unknown: Vec<String>,
}

/// Papers, the next meeting first.
///
/// # Errors
/// Only the file's own.
pub fn paper_list(read: &Read<'_>, _: crate::api::Nothing) -> Result<Vec<PaperRow>> {
    sql::list(read)?
        .into_iter()
        .map(|base| {
            let missing = if base.state() == PaperState::Draft {
                blockers(read, &base.id)?.len()
            } else {
                0
            };
            Ok(PaperRow {
                missing: u32::try_from(missing).unwrap_or(u32::MAX),
                ..base.row()
            })
        })
        .collect()
}

/// One paper.
///
/// # Errors
/// `NotFound`.
pub fn paper(read: &Read<'_>, input: PaperRef) -> Result<PaperView> {
    let base = sql::base(read, &input.id)?.or_not_found("paper")?;
    let kind = template::kind(&base.kind);
    let texts = sql::texts(read, &input.id, &kind.fields)?;
    let fields = kind
        .fields
        .iter()
        .map(|it| PaperField {
            kind: it,
            value: texts.get(&it.name).cloned(),
        })
        .collect();
    let mut tables = Vec::new();
    for it in &kind.tables {
        tables.push(PaperTable {
            kind: it,
            rows: sql::rows(read, &input.id, it)?,
        });
    }
    Ok(PaperView {
        state: base.state(),
        templates: template::templates()
            .iter()
            .map(|it| TemplateChoice {
                key: it.key.clone(),
                title: it.title.clone(),
            })
            .collect(),
        fields,
        tables,
        blockers: if base.issued {
            Vec::new()
        } else {
            blockers(read, &input.id)?
        },
        issued: archive::of_paper(read, input.id.as_str())?,
        kind: base.kind,
        template: base.template,
        child: base.child,
        child_name: base.child_name,
        home: base.home,
        home_name: base.home_name,
        recruitment: base.recruitment,
        case_number: base.case_number,
        meeting_on: base.meeting_on,
        body: base.body,
        started_on: base.started_on,
        released_by: base.released_by,
        paragraph: base.paragraph,
        decided_on: base.decided_on,
        decision: base.decision,
        decision_text: base.decision_text,
        id: input.id,
    })
}

/// Begins a paper from the match: the proposed home, and the strongest
/// alternatives as rows for the writer to give reasons for.
///
/// # Errors
/// Unknown template; `NotFound`.
pub fn start_paper(write: &Write<'_>, input: StartPaper) -> Result<PaperId> {
    let read = write.as_read();
    let chosen = match &input.template {
        Some(key) => key.clone(),
        None => settings(&read, crate::api::Nothing {})?.template,
    };
    if !is_template(&chosen) {
        return Err(Error::invalid("template", Reason::NotAChoice));
    }
    let id = PaperId(write.new_id());
    sql::insert_paper(write, &id, &input, &chosen)?;
    for (place, (name, weighed)) in gather::alternatives(&read, &input.child, &input.home)?
        .into_iter()
        .enumerate()
    {
        sql::insert_row(
            write,
            &write.new_id(),
            &id,
            "alternatives",
            place,
            (&name, &weighed),
        )?;
    }
    write.record(&Event::PaperStarted { id: id.0.clone() })?;
    Ok(id)
}

/// Adds an empty row to one of the paper's tables.
///
/// # Errors
/// Unknown table; the paper is issued.
pub fn add_paper_row(write: &Write<'_>, input: NewPaperRow) -> Result<String> {
    let base = sql::base(&write.as_read(), &input.paper)?.or_not_found("paper")?;
    if !template::kind(&base.kind)
        .tables
        .iter()
        .any(|it| it.part == input.part)
    {
        return Err(Error::invalid("part", Reason::NotAChoice));
    }
    not_issued(&write.as_read(), input.paper.as_str())?;
    let id = write.new_id();
    let place = sql::next_place(&write.as_read(), &input.paper, &input.part)?;
    sql::insert_row(write, &id, &input.paper, &input.part, place, ("", ""))?;
    sql::clear_release(write, input.paper.as_str())?;
    write.record(&Event::RowAdded {
        entity: "paper_row".into(),
        id: id.clone(),
        parent: Some(input.paper.0),
    })?;
    Ok(id)
}

/// The very bytes that would be saved or printed now.
///
/// # Errors
/// `NotFound`.
pub fn paper_preview(read: &Read<'_>, input: PaperRef) -> Result<Pdf> {
    if let Some(bytes) = archive::bytes(read, input.id.as_str())? {
        return Ok(Pdf {
            pdf: STANDARD.encode(bytes),
            pages: 0,
            unknown: Vec::new(),
        });
    }
    let rendered = made(read, &input.id)?.rendered;
    Ok(Pdf {
        pdf: STANDARD.encode(&rendered.bytes),
        pages: u32::try_from(rendered.pages).unwrap_or(u32::MAX),
        unknown: rendered.unknown.iter().map(ToString::to_string).collect(),
    })
}

/// A paper made from its facts: the facts as they are kept, and the pages.
struct Made {
    facts: serde_json::Value,
    kind: String,
    released: bool,
    template: &'static template::Template,
    rendered: hemvist_documents::Rendered,
}

fn made(read: &Read<'_>, id: &PaperId) -> Result<Made> {
    let base = sql::base(read, id)?.or_not_found("paper")?;
    let template = template::template(&base.template)
        .ok_or_else(|| Error::internal("a paper without a template"))?;
    let (facts, outline) = if base.kind == approval::KIND {
        let facts = approval::gather::approval(read, id)?;
        let outline = approval::outline::approval(&facts, template);
        (serde_json::to_value(&facts)?, outline)
    } else {
        let facts = gather::placement(read, id)?;
        let outline = outline::placement(&facts, template);
        (serde_json::to_value(&facts)?, outline)
    };
    let rendered = hemvist_documents::render(&outline)
        .map_err(|err| Error::internal(format_args!("paper: {err}")))?;
    Ok(Made {
        facts,
        kind: base.kind,
        released: base.released_by.is_some(),
        template,
        rendered,
    })
}

/// Everything missing, expired or contradictory as of the meeting day.
///
/// # Errors
/// `NotFound`.
pub fn blockers(read: &Read<'_>, id: &PaperId) -> Result<Vec<Blocker>> {
    if sql::base(read, id)?.or_not_found("paper")?.kind == approval::KIND {
        return approval::blockers(read, id);
    }
    let facts = gather::placement(read, id)?;
    let home = gather::home_blockers(read, id, &facts)?;
    Ok(rules::blockers(&facts, template::placering(), home))
}

/// A supervisor has read the paper and lets it through, gaps and all.
///
/// # Errors
/// The paper is issued.
pub fn release_paper(write: &Write<'_>, input: PaperRef) -> Result<()> {
    not_issued(&write.as_read(), input.id.as_str())?;
    sql::set_released(write, &input.id)?;
    write.record(&Event::PaperReleased { id: input.id.0 })
}

/// Issues the paper: bytes, facts and hash are stored and never change.
///
/// # Errors
/// [`Blocker::NotReleased`]; already issued.
pub fn issue_paper(write: &Write<'_>, input: PaperRef) -> Result<Issued> {
    let read = write.as_read();
    not_issued(&read, input.id.as_str())?;
    let Made {
        facts,
        kind,
        released,
        template,
        rendered,
    } = made(&read, &input.id)?;
    if !released {
        return Err(Error::Blocked {
            blockers: vec![Blocker::NotReleased],
        });
    }
    let version = format!("{} {}", template.key, template.version);
    let issued = archive::issue(
        write,
        &ToIssue {
            paper: input.id.as_str(),
            kind: &kind,
            facts: &facts,
            bytes: &rendered.bytes,
            template: &version,
        },
    )?;
    write.record(&Event::PaperIssued {
        id: input.id.0,
        sha256: issued.sha256.clone(),
    })?;
    Ok(issued)
}

/// The paper's bytes to save or print; leaves a line.
///
/// # Errors
/// `NotFound`.
pub fn paper_pdf(write: &Write<'_>, input: PaperRef) -> Result<Pdf> {
    let pdf = paper_preview(
        &write.as_read(),
        PaperRef {
            id: input.id.clone(),
        },
    )?;
    let sha256 = archive::of_paper(&write.as_read(), input.id.as_str())?
        .map_or_else(String::new, |it| it.sha256);
    write.record(&Event::PaperPrinted {
        id: input.id.0,
        sha256,
    })?;
    Ok(pdf)
}

/// Enters what the board decided.
///
/// # Errors
/// The paper is not issued; a decision otherwise without a text; a day to come.
pub fn enter_decision(write: &Write<'_>, input: EnterDecision) -> Result<()> {
    if archive::of_paper(&write.as_read(), input.id.as_str())?.is_none() {
        return Err(Error::Blocked {
            blockers: vec![Blocker::PaperNotIssued],
        });
    }
    if input.paragraph.trim().is_empty() {
        return Err(Error::invalid("paragraph", Reason::Required));
    }
    if input.decided_on > write.today() {
        return Err(Error::invalid("decided_on", Reason::InFuture));
    }
    if input.decision == Decision::Otherwise
        && input.text.as_deref().is_none_or(|it| it.trim().is_empty())
    {
        return Err(Error::invalid("text", Reason::Required));
    }
    sql::set_decision(write, &input)?;
    let base = sql::base(&write.as_read(), &input.id)?.or_not_found("paper")?;
    write.record(&Event::DecisionEntered { id: input.id.0 })?;
    // What was decided otherwise is read by a person before the home is changed.
    if let (Some(recruitment), Decision::AsProposed) = (base.recruitment, input.decision) {
        crate::recruitment::decided_by_board(write, &recruitment)?;
    }
    Ok(())
}
