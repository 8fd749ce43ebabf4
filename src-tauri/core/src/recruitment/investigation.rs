//! The investigation of a home (utredning del 1): short texts, a second
//! reader, what the family was told and said, and what is proposed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delegation::{self, Body, Delegation};
use super::ending::{self, EarlierFile};
use super::parts::{PartKind, ProposalKind, part_kinds, proposal_kinds};
use super::record::{self, Recorded};
use super::rules::retention::Retention;
use super::{RecruitmentId, sql};
use crate::accounts;
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::{Care, HomeCard, in_order};
use crate::store::fields::{Entity, Field, Kind};
use crate::store::{Read, Write, choice};

choice!(
    /// How the family was given the investigation.
    SentHow {
        /// Read together.
        Meeting = "meeting",
        /// On paper.
        Letter = "letter",
        /// By a secure digital way.
        Digital = "digital",
    }
);

choice!(
    /// What the family did with its right to comment.
    FamilyAnswer {
        /// Said or wrote something; the comments say what.
        Comments = "comments",
        /// Had nothing to add.
        NoComments = "no_comments",
        /// Declined to answer.
        Declined = "declined",
    }
);

/// The investigation. Its key is its recruitment's.
pub const INVESTIGATION: Entity = Entity {
    name: "investigation",
    fields: &[
        Field::new("how", Kind::Text),
        Field::new("household", Kind::Text),
        Field::new("housing", Kind::Text),
        Field::new("everyday", Kind::Text),
        Field::new("own_children", Kind::Text),
        Field::new("interview", Kind::Text),
        Field::new("training", Kind::Text),
        Field::new("strengths", Kind::Text),
        Field::new("vulnerabilities", Kind::Text),
        Field::new("support_needs", Kind::Text),
        Field::new("suits", Kind::Text),
        Field::new("not_suits", Kind::Text),
        Field::new("consulted", Kind::Text),
        Field::new("assessment", Kind::Text),
        Field::new("sent_on", Kind::PastDay),
        Field::new("sent_how", Kind::Choice(SentHow::CODES)),
        Field::new("answer_due", Kind::Day),
        Field::new("answered_on", Kind::PastDay),
        Field::new("answer", Kind::Choice(FamilyAnswer::CODES)),
        Field::new("comments", Kind::Text),
        Field::new("care", Kind::Choice(Care::CODES)),
        Field::new("age_from", Kind::Number(0, 20)),
        Field::new("age_to", Kind::Number(0, 20)),
        Field::new("places", Kind::Number(1, 20)),
        Field::new("conditions", Kind::Text),
        Field::new("review_on", Kind::Day),
    ],
    removable: false,
    parent: None,
    after: investigation_follows,
};

/// What has been decided stands; days and ages come in order; the writer is noted.
fn investigation_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    super::still_open(write, &RecruitmentId(id.to_owned()))?;
    let ordered = |days| in_order(write, "investigation", id, days, field);
    match field {
        "sent_on" | "answer_due" | "answered_on" => {
            ordered(("sent_on", "answer_due"))?;
            ordered(("sent_on", "answered_on"))
        }
        "age_from" | "age_to" => {
            let (from, to) = sql::investigation::ages(&write.as_read(), id)?;
            match (from, to) {
                (Some(from), Some(to)) if to < from => Err(Error::invalid(
                    field,
                    Reason::Before {
                        field: if field == "age_to" {
                            "age_from"
                        } else {
                            "age_to"
                        }
                        .into(),
                    },
                )),
                _ => Ok(()),
            }
        }
        it if part_kinds().iter().any(|kind| kind.key == it) => {
            sql::investigation::set_writer(write, id)
        }
        _ => Ok(()),
    }
}

/// The investigation, with everything that stands beside it.
#[derive(Debug, Serialize, TS)]
pub struct Investigation {
    /// Whether there is something to write in.
    pub begun: bool,
    /// The texts with the recorded facts beside each.
    pub parts: Vec<Part>,
    /// The fields of the proposal, as data.
    pub proposal: &'static [ProposalKind],
    /// Who wrote last.
    pub written_by: Option<String>,
    /// When.
    pub written_on: Option<NaiveDate>,
    /// Who read it.
    pub read_by: Option<String>,
    /// When.
    pub read_on: Option<NaiveDate>,
    /// What the reader said.
    pub read_comment: Option<String>,
    /// Whether the one who asks may be the second reader.
    pub may_read: bool,
    /// Whether a text was changed after the reading.
    pub changed_since_read: bool,
    /// Whether a text was changed after the family was sent it.
    pub changed_since_sent: bool,
    /// When the family was sent it.
    pub sent_on: Option<NaiveDate>,
    /// How.
    pub sent_how: Option<SentHow>,
    /// When their answer is due.
    pub answer_due: Option<NaiveDate>,
    /// When they answered.
    pub answered_on: Option<NaiveDate>,
    /// What they did.
    pub answer: Option<FamilyAnswer>,
    /// What they said.
    pub comments: Option<String>,
    /// Care that is proposed.
    pub care: Option<Care>,
    /// Youngest age.
    pub age_from: Option<u32>,
    /// Oldest age.
    pub age_to: Option<u32>,
    /// Places.
    pub places: Option<u32>,
    /// On what conditions.
    pub conditions: Option<String>,
    /// When the approval is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Who approves such a home by the unit's table.
    pub delegation: Option<Delegation>,
    /// Whether the one who asks may approve it in the program.
    pub may_approve: bool,
    /// The paper to the body that decides, the latest.
    pub paper: Option<ApprovalPaper>,
    /// Who let it through although something was missing.
    pub override_by: Option<String>,
    /// Title.
    pub override_title: Option<String>,
    /// When.
    pub override_on: Option<NaiveDate>,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// By whom.
    pub decided_by: Option<String>,
    /// What kind of body.
    pub decided_body: Option<Body>,
    /// Paragraph of the minutes, or point of the delegation.
    pub decided_point: Option<String>,
    /// When a family that was turned down was told.
    pub told_on: Option<NaiveDate>,
    /// How.
    pub told_how: Option<String>,
    /// What.
    pub told_text: Option<String>,
    /// When a closed file is due to be destroyed.
    pub retention: Option<Retention>,
    /// Earlier files of the home; told to the one who has the case only.
    pub earlier: Vec<EarlierFile>,
}

/// A text and what is recorded about its matter.
#[derive(Debug, Serialize, TS)]
pub struct Part {
    /// Name, help and length.
    pub kind: &'static PartKind,
    /// What is written.
    pub value: Option<String>,
    /// Recorded facts: they print by themselves.
    pub facts: Vec<Recorded>,
}

/// The paper that leads to the decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApprovalPaper {
    /// Key.
    pub id: String,
    /// Whether a supervisor has let it through.
    pub released: bool,
    /// Whether it is issued.
    pub issued: bool,
    /// When it was decided.
    pub decided_on: Option<NaiveDate>,
    /// Code of the decision.
    pub decision: Option<String>,
    /// Paragraph.
    pub paragraph: Option<String>,
    /// The body it is written to, when it is another than the committee.
    pub body: Option<String>,
}

impl ApprovalPaper {
    /// Whether the body sent it back, so that another paper is needed.
    pub(super) fn sent_back(&self) -> bool {
        self.decision.as_deref() == Some("sent_back")
    }
}

/// Which recruitment.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InvestigationRef {
    /// Recruitment.
    pub recruitment: RecruitmentId,
}

/// A second reading.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordReading {
    /// Recruitment.
    pub recruitment: RecruitmentId,
    /// What the reader says.
    pub comment: Option<String>,
    /// Takes the reading back.
    #[serde(default)]
    pub take_back: bool,
}

/// Everything about the investigation of one recruitment.
pub(super) fn of_family(
    read: &Read<'_>,
    id: &RecruitmentId,
    card: &HomeCard,
    study: &super::rules::StudyFacts,
) -> Result<Investigation> {
    let row = sql::investigation::row(read, id)?;
    let begun = row.is_some();
    let row = row.unwrap_or_default();
    let texts = sql::investigation::texts(read, id)?;
    let facts = record::recorded(read, id, card)?;
    let parts = part_kinds()
        .iter()
        .filter(|it| study.own_children || !it.only_with_own_children)
        .map(|kind| Part {
            kind,
            value: texts.get(&kind.key).cloned(),
            facts: facts
                .iter()
                .filter(|it| kind.facts.iter().any(|wanted| wanted == it.group()))
                .cloned()
                .collect(),
        })
        .collect();
    let told = sql::investigation::told(read, id)?;
    let delegation = match row.care {
        Some(care) => delegation::of_care(read, care)?,
        None => None,
    };
    let caller = read.caller();
    let mine = sql::investigation::owner(read, id)?.as_deref() == Some(caller.user.as_str());
    Ok(Investigation {
        begun,
        parts,
        proposal: proposal_kinds(),
        may_read: begun && !mine && row.written_by.as_deref() != Some(caller.user.as_str()),
        may_approve: super::conclude::may_approve(caller, delegation.as_ref()),
        changed_since_read: later(row.written_on, row.read_on),
        changed_since_sent: later(row.written_on, row.sent_on),
        written_by: name_of(read, row.written_by)?,
        written_on: row.written_on,
        read_by: name_of(read, row.read_by)?,
        read_on: row.read_on,
        read_comment: row.read_comment,
        sent_on: row.sent_on,
        sent_how: row.sent_how,
        answer_due: row.answer_due,
        answered_on: row.answered_on,
        answer: row.answer,
        comments: row.comments,
        care: row.care,
        age_from: row.age_from,
        age_to: row.age_to,
        places: row.places,
        conditions: row.conditions,
        review_on: row.review_on,
        delegation,
        paper: sql::investigation::paper(read, id)?,
        override_by: row.override_by,
        override_title: row.override_title,
        override_on: row.override_on,
        decided_on: row.decided_on,
        decided_by: row.decided_by,
        decided_body: row.decided_body,
        decided_point: row.decided_point,
        told_on: told.on,
        told_how: told.how,
        told_text: told.text,
        retention: ending::retention_of(read, study)?,
        earlier: if mine && study.closed_on.is_none() {
            ending::earlier_files(read, id, &study.home)?
        } else {
            Vec::new()
        },
    })
}

fn later(a: Option<NaiveDate>, b: Option<NaiveDate>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a > b)
}

fn name_of(read: &Read<'_>, user: Option<String>) -> Result<Option<String>> {
    let Some(user) = user else { return Ok(None) };
    Ok(accounts::user(read, &accounts::UserId(user))?.map(|it| it.name))
}

/// Gives a recruitment its investigation, if it has none: one that came in from
/// an older export. What the one text and the one step held is carried over.
///
/// # Errors
/// `NotFound`; already ended.
pub fn begin_investigation(write: &Write<'_>, input: InvestigationRef) -> Result<()> {
    let home = super::still_open(write, &input.recruitment)?;
    if sql::investigation::row(&write.as_read(), &input.recruitment)?.is_some() {
        write.note_recorded();
        return Ok(());
    }
    sql::investigation::carry_over(write, &input.recruitment)?;
    write.record(&Event::RowAdded {
        entity: "investigation".into(),
        id: input.recruitment.0,
        parent: Some(home.0),
    })
}

/// Notes that the one who is signed in has read the investigation; never the writer.
///
/// # Errors
/// [`Reason::SameAsWriter`] for the writer and for the one who has the case.
pub fn record_reading(write: &Write<'_>, input: RecordReading) -> Result<()> {
    let home = super::still_open(write, &input.recruitment)?;
    let read = write.as_read();
    let row = sql::investigation::row(&read, &input.recruitment)?.or_not_found("investigation")?;
    let me = write.caller().user.as_str();
    let owner = sql::investigation::owner(&read, &input.recruitment)?;
    if !input.take_back && (row.written_by.as_deref() == Some(me) || owner.as_deref() == Some(me)) {
        return Err(Error::invalid("reader", Reason::SameAsWriter));
    }
    sql::investigation::set_reading(write, &input)?;
    write.record(&Event::FieldChanged {
        entity: "investigation".into(),
        id: home.0,
        field: "read_on".into(),
    })
}
