//! What a home's card shows of its recruitment after the approval: the study
//! that led to it, and the later looks at the home.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delegation::Body;
use super::parts;
use super::record::{self, Recorded};
use super::{RecruitmentId, sql};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::homes::{self, Care, HomeId, HomeRef, home_card};
use crate::store::fields::{Entity, Field, Kind};
use crate::store::{Read, Write};

/// A later look at a home that was approved.
pub const HOME_REVIEW: Entity = Entity {
    name: "home_review",
    fields: &[
        Field::required("done_on", Kind::PastDay),
        Field::new("done_by", Kind::Line(120)),
        Field::new("text", Kind::Text),
        Field::new("next_on", Kind::Day),
    ],
    removable: true,
    parent: Some("home_id"),
    after: review_follows,
};

fn review_follows(write: &Write<'_>, id: &str, field: &str) -> Result<()> {
    homes::in_order(write, "home_review", id, ("done_on", "next_on"), field)
}

/// A review to note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewReview {
    /// Home.
    pub home: HomeId,
    /// When it was made.
    pub done_on: NaiveDate,
    /// What was seen, in short.
    pub text: Option<String>,
    /// When the next one is.
    pub next_on: Option<NaiveDate>,
}

/// A review.
#[derive(Debug, Clone, Serialize, TS)]
#[allow(missing_docs)] // the glossary's words
pub struct HomeReview {
    pub id: String,
    pub done_on: Option<NaiveDate>,
    pub done_by: Option<String>,
    pub text: Option<String>,
    pub next_on: Option<NaiveDate>,
}

/// The home's studies and reviews.
#[derive(Debug, Serialize, TS)]
pub struct HomeStudies {
    /// Studies that led to an approval, the latest first.
    pub studies: Vec<HomeStudy>,
    /// A recruitment that is open.
    pub open: Option<RecruitmentId>,
    /// Reviews, the latest first.
    pub reviews: Vec<HomeReview>,
    /// When the next review is, if it is set.
    pub next_on: Option<NaiveDate>,
}

/// A study that led to an approval.
#[derive(Debug, Serialize, TS)]
pub struct HomeStudy {
    /// Recruitment.
    pub id: RecruitmentId,
    /// When the family first called.
    pub opened_on: NaiveDate,
    /// When it was concluded.
    pub concluded_on: NaiveDate,
    /// When the home was approved.
    pub decided_on: Option<NaiveDate>,
    /// By whom.
    pub decided_by: Option<String>,
    /// What kind of body.
    pub decided_body: Option<Body>,
    /// Paragraph or point of the delegation.
    pub decided_point: Option<String>,
    /// Why it was concluded although something was missing.
    pub override_reason: Option<String>,
    /// Care that was proposed.
    pub care: Option<Care>,
    /// Conditions.
    pub conditions: Option<String>,
    /// Texts, with their labels.
    pub texts: Vec<(String, String)>,
    /// Steps, references and methods: what is recorded.
    pub facts: Vec<Recorded>,
    /// The paper, when there is one.
    pub paper: Option<String>,
}

/// The studies and reviews of one home.
///
/// # Errors
/// `NotFound`.
pub fn home_studies(read: &Read<'_>, input: HomeRef) -> Result<HomeStudies> {
    let card = home_card(
        read,
        HomeRef {
            id: input.id.clone(),
        },
    )?;
    let mut studies = Vec::new();
    let mut open = None;
    for it in sql::investigation::of_home(read, &input.id)? {
        let Some(concluded_on) = it.concluded_on else {
            if it.closed_on.is_none() {
                open = Some(it.id);
            }
            continue;
        };
        let row = sql::investigation::row(read, &it.id)?.unwrap_or_default();
        let texts = sql::investigation::texts(read, &it.id)?;
        studies.push(HomeStudy {
            facts: record::recorded(read, &it.id, &card)?
                .into_iter()
                // The household, the house and the checks stand on the card itself.
                .filter(|it| {
                    !["adult", "child", "house", "check", "elsewhere"].contains(&it.group())
                })
                .collect(),
            texts: parts::part_kinds()
                .iter()
                .filter_map(|kind| Some((kind.label.clone(), texts.get(&kind.key)?.clone())))
                .collect(),
            paper: sql::investigation::paper(read, &it.id)?.map(|it| it.id),
            id: it.id,
            opened_on: it.opened_on,
            concluded_on,
            decided_on: row.decided_on,
            decided_by: row.decided_by,
            decided_body: row.decided_body,
            decided_point: row.decided_point,
            override_reason: it.override_reason,
            care: row.care,
            conditions: row.conditions,
        });
    }
    Ok(HomeStudies {
        studies,
        open,
        reviews: sql::investigation::reviews(read, &input.id)?,
        next_on: next_review(read, &input.id)?.map(|it| it.on),
    })
}

/// A review that is to come, and the day that set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextReview {
    /// When it is due.
    pub on: NaiveDate,
    /// The approval or the review that said so.
    pub set_on: NaiveDate,
}

/// When a home is looked at again: as the latest review said, else as the
/// approval did.
///
/// # Errors
/// Only the file's own.
pub fn next_review(read: &Read<'_>, home: &HomeId) -> Result<Option<NextReview>> {
    let both = |on: Option<NaiveDate>, set_on: Option<NaiveDate>| {
        Some(NextReview {
            on: on?,
            set_on: set_on?,
        })
    };
    if let Some(latest) = sql::investigation::reviews(read, home)?.first() {
        return Ok(both(latest.next_on, latest.done_on));
    }
    for it in sql::investigation::of_home(read, home)? {
        if it.concluded_on.is_some() {
            let row = sql::investigation::row(read, &it.id)?.unwrap_or_default();
            return Ok(both(row.review_on, row.decided_on.or(it.concluded_on)));
        }
    }
    Ok(None)
}

/// Notes that a home has been looked at again, and when the next time is.
///
/// # Errors
/// A day that has not come; the next before this one; `NotFound`.
pub fn add_home_review(write: &Write<'_>, input: NewReview) -> Result<String> {
    if input.done_on > write.today() {
        return Err(Error::invalid("done_on", Reason::InFuture));
    }
    if input.next_on.is_some_and(|it| it < input.done_on) {
        return Err(Error::invalid(
            "next_on",
            Reason::Before {
                field: "done_on".into(),
            },
        ));
    }
    homes::base(&write.as_read(), &input.home)?.or_not_found("home")?;
    let id = write.new_id();
    sql::investigation::insert_review(write, &id, &input)?;
    write.record(&Event::RowAdded {
        entity: "home_review".into(),
        id: id.clone(),
        parent: Some(input.home.0),
    })?;
    Ok(id)
}
