//! Everything "Godkännande" is made from. What is not here cannot be printed:
//! no address, no telephone, no child in care, no answer to an instrument.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::board::Head;
use crate::recruitment::Recorded;

/// The facts of "Godkännande".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ApprovalFacts {
    /// What every paper has.
    pub head: Head,
    /// The family's name; nothing for a protected home.
    pub home: Option<String>,
    /// Municipality, when it is another than our own and may be told.
    pub other_municipality: Option<String>,
    /// When the family first called.
    pub opened_on: NaiveDate,
    /// Code of the care that is proposed.
    pub care: Option<String>,
    /// Youngest age.
    pub age_from: Option<u32>,
    /// Oldest age.
    pub age_to: Option<u32>,
    /// Places.
    pub places: Option<u32>,
    /// Conditions.
    pub conditions: Option<String>,
    /// When the approval is looked at again.
    pub review_on: Option<NaiveDate>,
    /// Whether the family has children of its own at home.
    pub own_children: bool,
    /// What is recorded; people of a protected home without their names.
    pub recorded: Vec<Recorded>,
    /// Adults who should be checked and have no answer at all.
    pub unchecked: Vec<String>,
    /// Texts by part.
    pub texts: BTreeMap<String, String>,
    /// Parts whose text names what is protected, and is left out.
    pub withheld: Vec<String>,
    /// What the family was told and said.
    pub communication: Communication,
    /// Who read it besides the writer, and when.
    pub second_reader: Option<(String, Option<NaiveDate>)>,
    /// Why it is proposed although something is missing.
    pub overridden: Option<Overridden>,
    /// Rows by table.
    pub tables: BTreeMap<String, Vec<[String; 4]>>,
}

/// What the family was told and said.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Communication {
    /// When it was sent.
    pub sent_on: Option<NaiveDate>,
    /// Code of how.
    pub sent_how: Option<String>,
    /// When they answered.
    pub answered_on: Option<NaiveDate>,
    /// Code of the answer.
    pub answer: Option<String>,
    /// What they said.
    pub comments: Option<String>,
}

/// A supervisor's reason.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Overridden {
    /// Name.
    pub by: String,
    /// Title.
    pub title: String,
    /// Day.
    pub on: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}
