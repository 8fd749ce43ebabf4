//! Everything a paper is made from, gathered once. What is not here cannot be
//! printed: no address, no telephone, no other child.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::head::Head;

/// The facts of "Placering".
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlacementFacts {
    /// Municipality.
    pub municipality: String,
    /// Name of the committee.
    pub committee: String,
    /// The unit's lines in the letterhead.
    pub unit: Vec<String>,
    /// Lines in the footer.
    pub footer: Vec<String>,
    /// Who wrote it.
    pub officer: Officer,
    /// Who signs, two at most.
    pub signatures: Vec<(String, String)>,
    /// To whom the decision is sent.
    pub distribution: Vec<String>,
    /// Day of writing; law references are those of the decision day.
    pub written_on: NaiveDate,
    /// The instant it was written, for the file's own date.
    pub written_at: DateTime<Utc>,
    /// Meeting.
    pub meeting_on: Option<NaiveDate>,
    /// The body that decides.
    pub body: String,
    /// Case number.
    pub case_number: Option<String>,
    /// Made up.
    pub practice: bool,
    /// Released by a supervisor.
    pub released_by: Option<String>,
    /// The child.
    pub child: ChildFacts,
    /// The home.
    pub home: HomeFacts,
    /// First day.
    pub start_on: NaiveDate,
    /// Code of the care.
    pub care: String,
    /// Code of the ground.
    pub ground: String,
    /// Network: `none`, `listed` or `missing`, and the persons.
    pub network: String,
    /// Name or relation, outcome code, reason.
    pub network_rows: Vec<(String, String, String)>,
    /// Needs with what the home can do.
    pub needs: Vec<NeedFacts>,
    /// Needs changed after the sheet was locked.
    pub needs_after_lock: Vec<String>,
    /// How many homes were weighed.
    pub homes_weighed: u32,
    /// Register checks, a line a person.
    pub checks: Vec<CheckLine>,
    /// Children in the home after the placement, of all municipalities.
    pub children_after: u32,
    /// Above so many, IVO is told.
    pub ivo_limit: u32,
    /// Texts by field.
    pub texts: std::collections::BTreeMap<String, String>,
    /// Rows by table.
    pub tables: std::collections::BTreeMap<String, Vec<[String; 4]>>,
}

impl PlacementFacts {
    /// What every paper is headed and ended with.
    pub(super) fn head(&self) -> Head {
        Head {
            municipality: self.municipality.clone(),
            committee: self.committee.clone(),
            unit: self.unit.clone(),
            footer: self.footer.clone(),
            officer: self.officer.clone(),
            signatures: self.signatures.clone(),
            distribution: self.distribution.clone(),
            written_on: self.written_on,
            written_at: self.written_at,
            meeting_on: self.meeting_on,
            body: self.body.clone(),
            case_number: self.case_number.clone(),
            practice: self.practice,
            released_by: self.released_by.clone(),
        }
    }
}

/// Who wrote the paper.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Officer {
    /// Name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Telephone at work.
    pub phone: String,
    /// E-mail at work.
    pub email: String,
}

/// The child, as papers may name it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ChildFacts {
    /// Name; nothing for a protected child.
    pub name: Option<String>,
    /// Age on the day of writing.
    pub age: Option<u32>,
    /// Own words.
    pub own_words: Option<String>,
    /// Why the child was not asked.
    pub not_asked_reason: Option<String>,
}

/// The home, as papers may name it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HomeFacts {
    /// Name; nothing for a protected home, or when the child is protected.
    pub name: Option<String>,
    /// Municipality, when it is another than our own and may be told.
    pub other_municipality: Option<String>,
    /// Whether nothing about the place may be told.
    pub protected: bool,
    /// When a socialnämnd had investigated it.
    pub investigated_on: Option<NaiveDate>,
}

/// A need and what the home can do.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NeedFacts {
    /// Swedish label.
    pub label: String,
    /// In own words.
    pub text: String,
    /// Code of the importance.
    pub importance: String,
    /// Code of the level.
    pub level: String,
    /// Code of the evidence.
    pub evidence: Option<String>,
    /// When it was said or seen.
    pub on: Option<NaiveDate>,
    /// The measure that it rests on.
    pub measure: Option<String>,
}

/// One person's checks: never a detail.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckLine {
    /// Name, or role for a protected person.
    pub person: String,
    /// Swedish names of the registers.
    pub registers: Vec<String>,
    /// The oldest of the latest answers.
    pub oldest_on: Option<NaiveDate>,
    /// Whether any had a remark.
    pub remark: bool,
    /// Whether every remark is accepted.
    pub accepted: bool,
}
