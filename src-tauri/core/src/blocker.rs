//! LIST: every reason to refuse or warn, with the facts its sentence needs.
//!
//! The checklist, the greyed button, the refused command, the pre-print check
//! and the printed paper all show these; the Swedish is in `ui/src/sv` and
//! `assets/sv/terms.json`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::people::PersonId;

/// One thing that stands in the way, or is worth a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Blocker {
    /// The recruitment is closed already.
    RecruitmentClosed {
        /// When.
        on: NaiveDate,
    },
    /// A compulsory step has no date.
    StepMissing {
        /// Key of the step in `assets/rules/stages.toml`.
        step: String,
    },
    /// A compulsory step lacks a date for one adult.
    PersonStepMissing {
        /// Key of the step.
        step: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// The home has no adult.
    NoAdult,
    /// An adult lacks a personal number or birth date, so nothing can be asked for.
    PersonNumberMissing {
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// A compulsory register has not been answered for one adult.
    CheckMissing {
        /// Register key.
        register: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// The answer is older than the rule allows on the day in question.
    CheckTooOld {
        /// Register key.
        register: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
        /// When it was received.
        received_on: NaiveDate,
        /// Last day it counts.
        valid_to: NaiveDate,
        /// Rule key.
        rule: String,
    },
    /// An answer has come, but nobody has noted what it says: with or without remark.
    CheckUnread {
        /// Register key.
        register: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// The check was the basis of an earlier placement decision: a new one is
    /// made before each.
    CheckUsedBefore {
        /// Register key.
        register: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
        /// When it was received.
        received_on: NaiveDate,
        /// When the latest placement began.
        placed_on: NaiveDate,
    },
    /// There is a remark but no decision about it in words.
    RemarkUndecided {
        /// Register key.
        register: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// The remark was judged not acceptable.
    RemarkNotAccepted {
        /// Register key.
        register: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// Fewer references than asked for.
    ReferencesMissing {
        /// How many there are.
        have: u32,
        /// How many are needed.
        need: u32,
    },
    /// An instrument part has no assessment for one adult.
    AssessmentMissing {
        /// Instrument key.
        instrument: String,
        /// How many parts are left.
        parts: u32,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// An assessment above "no known risk" has no reason.
    AssessmentReasonMissing {
        /// Instrument key.
        instrument: String,
        /// Part key.
        part: String,
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// A paper's field is empty.
    FieldMissing {
        /// Key of the field in the paper's outline.
        field: String,
    },
    /// The network has not been weighed (SoL 22:1).
    NetworkNotWeighed,
    /// The child's own words are missing, and so is the reason.
    ChildNotHeard,
    /// The home is not investigated by a socialnämnd (SoL 22:2, 22:4).
    NotInvestigated,
    /// No approved scope covers the child on the day.
    ScopeDoesNotCover,
    /// The home has no free place on the day.
    NoFreePlace {
        /// Places approved.
        approved: u32,
        /// Places taken.
        taken: u32,
    },
    /// The home is paused on the day.
    Paused {
        /// To, when known.
        until: Option<NaiveDate>,
    },
    /// More placed children than the notice limit (SoF 16:2).
    NoticeToIvo {
        /// How many there would be.
        children: u32,
    },
    /// The home is in another municipality; it must be consulted first (SoL 22:6).
    OtherMunicipality {
        /// Which.
        municipality: String,
    },
    /// The paper has not been released by a supervisor.
    NotReleased,
    /// The paper is issued and can no longer be changed.
    PaperIssued,
    /// A decision is entered on an issued paper only.
    PaperNotIssued,
    /// The sheet is not locked, so the list may have shaped the needs.
    SheetNotLocked,
    /// The child is placed already.
    AlreadyPlaced {
        /// Since.
        since: NaiveDate,
    },
    /// Rows that have been worked with since they were imported.
    ChangedSinceImport {
        /// How many.
        rows: u32,
    },
    /// Rows with the same key but other content stand in the unit.
    RowsDiffer {
        /// Which kind of row.
        table: String,
        /// How many.
        rows: u32,
    },
    /// Rows that still have errors.
    RowsWithErrors {
        /// How many.
        rows: u32,
    },
    /// Nobody has decided that the study goes on after the first assessment.
    ScreeningNotDecided {
        /// What was decided instead.
        outcome: Option<String>,
    },
    /// An assessment of the household above "no known risk" has no reason.
    HouseholdReasonMissing {
        /// Instrument key.
        instrument: String,
        /// Part key.
        part: String,
    },
    /// The one who interpreted an interview also made it, and no reason is written.
    InterpreterInterviewed {
        /// Whose interview.
        person: PersonId,
        /// Shown name.
        name: String,
    },
    /// An adult has meetings of the basic training left.
    TrainingMissing {
        /// Whose.
        person: PersonId,
        /// Shown name.
        name: String,
        /// How many.
        left: u32,
    },
    /// A part of the investigation, or of what it proposes, is empty.
    InvestigationPartMissing {
        /// Key in `assets/rules/investigation.toml`.
        part: String,
    },
    /// The family has not been given the investigation.
    FamilyNotTold,
    /// The family has neither answered nor declined to.
    FamilyAnswerMissing {
        /// When the answer is due.
        due: Option<NaiveDate>,
    },
    /// Nobody but the writer has read it.
    SecondReaderMissing,
    /// The unit has not said who approves such a home.
    DelegationNotSet {
        /// Code of the care.
        care: String,
    },
    /// Elected members decide, and their paper is not issued.
    ApprovalPaperNotIssued,
    /// Elected members have their paper, and have not decided.
    BoardDecisionMissing,
    /// A text on a paper names what is protected; it is left out.
    ProtectedInText {
        /// Key of the part.
        part: String,
    },
}
