//! What matching answers: every home in one band, with all its reasons.
//!
//! Codes and facts, never Swedish: the window and the paper write the
//! sentences. Shares are whole hundredths, so that what is shown adds up.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Key;
use super::facts::{
    Animal, CareKind, ChangeKind, CheckRemark, Evidence, GateKey, GateSubject, Importance, Level,
    Measure, Override, OverrideRole, SafetyKind, WarningKey,
};

/// The four bands, best first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// 1: Möjligt hem.
    Possible,
    /// 2: Möjligt hem – mer att ta reda på.
    PossibleMoreToLearn,
    /// 3: Möjligt endast om …
    OnlyIf,
    /// 4: Hindrat.
    Hindered,
}

impl Band {
    /// The code that is sent, and the key of its Swedish words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::PossibleMoreToLearn => "possible_more_to_learn",
            Self::OnlyIf => "only_if",
            Self::Hindered => "hindered",
        }
    }

    /// All four, in reading order.
    pub const ALL: [Self; 4] = [
        Self::Possible,
        Self::PossibleMoreToLearn,
        Self::OnlyIf,
        Self::Hindered,
    ];
}

/// How a gate came out.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing in the way.
    Pass,
    /// In the way.
    Hinder,
    /// Not in the way, but to be seen to.
    Warn,
}

/// The facts for a gate's sentence.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GateFact {
    /// Nothing found.
    Clear,
    /// G1: no socialnämnd has concluded an investigation by the start day.
    NotInvestigated,
    /// G1: no approval is in force on the start day.
    NoApproval,
    /// G1: the approval is for other kinds of care.
    CareKindNotCovered {
        /// What is asked for.
        care_kind: CareKind,
    },
    /// G1: the approval is for another, named child.
    NamedForAnotherChild,
    /// G1: the child's age is outside the approval that comes nearest.
    AgeNotCovered {
        /// Whole years on the start day.
        age: u32,
        /// Lowest age approved.
        age_from: Option<u8>,
        /// Highest age approved.
        age_to: Option<u8>,
    },
    /// G2: no adult to check is known.
    NoAdults,
    /// G2: no result by the start day.
    CheckMissing {
        /// The adult.
        person: Uuid,
        /// The register.
        register: Key,
    },
    /// G2: the newest result is too old on the start day.
    CheckTooOld {
        /// The adult.
        person: Uuid,
        /// The register.
        register: Key,
        /// Day of the result.
        result_on: NaiveDate,
        /// Last day it counted.
        valid_to: NaiveDate,
    },
    /// G2: there is a remark that is not accepted, or not assessed.
    CheckRemark {
        /// The adult.
        person: Uuid,
        /// The register.
        register: Key,
        /// The assessment.
        remark: CheckRemark,
    },
    /// G3: paused on the start day.
    Paused {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: Option<NaiveDate>,
    },
    /// G4: approved − placed − reserved is less than needed.
    NoRoom {
        /// Places approved.
        approved: u32,
        /// Placed children, all municipalities.
        placed: u32,
        /// Reserved places.
        reserved: u32,
        /// Places needed.
        needed: u32,
    },
    /// G4, warning: so many placed children that IVO is to be told (SoF 16:2).
    IvoNotice {
        /// Placed children with this placement.
        children: u32,
        /// More than this is notified.
        limit: u32,
    },
    /// G5: a conflict of safety.
    SafetyConflict {
        /// The kind.
        conflict: SafetyKind,
    },
    /// G5: the child is allergic to an animal of the home.
    Allergy {
        /// The animal.
        animal: Animal,
    },
    /// G5, warning: the child has an allergy and the home's animals are not known.
    AnimalsNotKnown,
    /// G6: an essential need answered no.
    EssentialNo {
        /// The need.
        need: Key,
        /// Day of the answer.
        on: NaiveDate,
        /// What it rests on.
        evidence: Evidence,
    },
    /// G7: the completing investigation for this child is not made.
    ChildNotAssessed,
}

/// How a hinder or warning can be lifted.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Cure {
    /// Conclude the investigation of the home.
    Investigate,
    /// Widen or renew the approval.
    ChangeApproval,
    /// Register the home's adults.
    RegisterAdults,
    /// Ask for a new extract.
    RequestCheck {
        /// The adult.
        person: Uuid,
        /// The register.
        register: Key,
    },
    /// Assess the remark.
    AssessRemark {
        /// The adult.
        person: Uuid,
        /// The register.
        register: Key,
    },
    /// Start the day after the pause.
    StartAfter {
        /// First possible day.
        day: NaiveDate,
    },
    /// Call the home about the pause.
    CallHome,
    /// Release reserved places.
    ReleaseReservation {
        /// How many.
        places: u32,
    },
    /// Approve more places.
    ApprovePlaces {
        /// How many more.
        places: u32,
    },
    /// Prepare the notice to IVO.
    NotifyIvo,
    /// Ask about animals.
    AskAboutAnimals,
    /// Agree on a measure for the need.
    AgreeMeasure {
        /// The need.
        need: Key,
    },
    /// Make the completing investigation.
    AssessForChild,
}

/// One finding of one gate. A gate with nothing to say is one line that passes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct GateResult {
    /// The gate.
    pub gate: GateKey,
    /// How it came out, whether or not somebody has looked past it.
    pub outcome: Outcome,
    /// What it is about.
    pub subject: GateSubject,
    /// The facts.
    pub fact: GateFact,
    /// How it can be lifted; `None`: it cannot.
    pub cure: Option<Cure>,
    /// Lowest role that may look past it; `None`: nobody.
    pub overridable_by: Option<OverrideRole>,
    /// Who looked past it.
    pub overridden: Option<Box<Override>>,
}

impl GateResult {
    /// In the way still: a hinder that nobody has looked past.
    pub fn stands(&self) -> bool {
        self.outcome == Outcome::Hinder && self.overridden.is_none()
    }
}

/// How old an answer is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AnswerAge {
    /// Does not age.
    Ageless,
    /// Counts as it stands.
    Fresh,
    /// Still counts; should be asked again.
    Amber {
        /// Since when.
        since: NaiveDate,
    },
    /// Counts as unknown; the home is to be called.
    Aged {
        /// Since when.
        since: NaiveDate,
    },
}

/// The answer a need was weighed on, as the home's card has it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[ts(rename = "MatchAnswer")]
pub struct Answer {
    /// The capability line.
    pub capability: Uuid,
    /// Level as recorded.
    pub level: Level,
    /// Evidence as recorded.
    pub evidence: Evidence,
    /// When.
    pub on: NaiveDate,
    /// How old it is.
    pub age: AnswerAge,
    /// The home has another answer that says otherwise.
    pub contradicted: bool,
}

/// How one need is met by one home.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct NeedResult {
    /// The need.
    pub need: Key,
    /// Its importance.
    pub importance: Importance,
    /// Its weight.
    pub weight: u32,
    /// The answer used; `None`: the home has none.
    pub answer: Option<Answer>,
    /// Level after ageing.
    pub level: Level,
    /// Counts as said by the home, after ageing.
    pub counts_as_stated: bool,
    /// A measure is written (only for `with_support`).
    pub measure_written: bool,
    /// Value in hundredths; `None`: unknown.
    pub value: Option<u32>,
    /// Weight × value, in hundredths; `None`: unknown. Sums to `Fit::points`.
    pub points: Option<u32>,
    /// Its part of the shown fit, in hundredths. Sums to `Fit::hundredths`.
    pub share: Option<u32>,
}

/// fit = Σ w·f over known needs / Σ w over known needs, exactly.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
pub struct Fit {
    /// Σ w·f in hundredths.
    pub points: u32,
    /// Σ w over known needs.
    pub weight: u32,
    /// points / weight, rounded half up: 58 is 0.58.
    pub hundredths: u32,
    /// The same rounded half up to tenths, from the exact number: orders the homes.
    pub tenths: u32,
}

/// coverage = Σ w over known needs / Σ w over all needs, exactly.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
pub struct Coverage {
    /// Σ w over known needs.
    pub known: u32,
    /// Σ w over all needs, above 0.
    pub total: u32,
    /// Rounded half up to hundredths.
    pub hundredths: u32,
    /// Rounded half up to tenths: orders the homes.
    pub tenths: u32,
}

/// The essential needs, counted.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
pub struct Essentials {
    /// Yes.
    pub met: u32,
    /// With support, and the measure is written.
    pub with_measure: u32,
    /// With support without a measure, or no.
    pub open: u32,
    /// Not known.
    pub unknown: u32,
}

/// Why a home without a standing hinder is not in the first band.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BandReason {
    /// The sheet has no need to weigh, so nothing is known to fit.
    NoNeeds,
    /// An essential need is unknown.
    EssentialUnknown {
        /// The need.
        need: Key,
    },
    /// An essential need would be met with support, and no measure is written.
    EssentialLacksMeasure {
        /// The need.
        need: Key,
    },
    /// An essential need is answered no, and somebody has looked past it.
    EssentialNoOverridden {
        /// The need.
        need: Key,
    },
    /// Too little is known.
    CoverageLow {
        /// Coverage in hundredths, rounded; the exact number is below the limit.
        hundredths: u32,
        /// The limit in hundredths.
        limit: u32,
    },
}

/// The facts for a household warning.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WarningFact {
    /// Another placed child is near in age.
    PlacedChildClose {
        /// Whole years that child is on the start day.
        age: u32,
    },
    /// The household's own child is near in age.
    OwnChildClose {
        /// Whole years that child is on the start day.
        age: u32,
        /// Younger than the placed child: the case the interviews warn of most.
        younger: bool,
    },
    /// This child needs to be the only placed one, and others are placed.
    OthersPlaced {
        /// How many.
        placed: u32,
    },
    /// A child already placed there needs to be the only one.
    HousemateNeedsToBeOnly,
    /// Children with demanding needs, this one counted.
    DemandingNeeds {
        /// How many.
        children: u32,
    },
    /// Fewer free bedrooms than children to place.
    BedroomsShort {
        /// Free.
        free: u32,
        /// Needed.
        needed: u32,
    },
    /// Bedrooms not asked about.
    BedroomsNotKnown,
    /// A change inside the expected time.
    PlannedChange {
        /// What.
        change: ChangeKind,
        /// When.
        on: NaiveDate,
    },
}

/// A warning of the household check. Never moves a home to another band.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct HouseholdWarning {
    /// The kind.
    pub warning: WarningKey,
    /// The child in the household it is about.
    pub person: Option<Uuid>,
    /// The facts.
    pub fact: WarningFact,
    /// What is done about it, when written.
    pub measure: Option<Measure>,
}

/// One home, placed in its band with everything that put it there.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct HomeResult {
    /// The home.
    pub home: Uuid,
    /// Its name.
    pub name: String,
    /// Its band.
    pub band: Band,
    /// Every finding of every gate, in the order of the gates.
    pub gates: Vec<GateResult>,
    /// Why not the first band, beside the hinders.
    pub reasons: Vec<BandReason>,
    /// One per relevant need, in the order of the sheet.
    pub needs: Vec<NeedResult>,
    /// `None`: no need is known.
    pub fit: Option<Fit>,
    /// `None`: there is no need to weigh.
    pub coverage: Option<Coverage>,
    /// Counts of essential needs.
    pub essentials: Essentials,
    /// The child keeps its school, as far as is known.
    pub keeps_school: bool,
    /// Household warnings.
    pub warnings: Vec<HouseholdWarning>,
    /// Last request, which gives the turn order among equals.
    pub last_request_on: Option<NaiveDate>,
    /// Requests in the last twelve months.
    pub requests_last_year: u32,
}

impl HomeResult {
    /// Needs to ask the home about: not known, or answered too long ago.
    pub fn to_ask(&self) -> impl Iterator<Item = &NeedResult> {
        self.needs.iter().filter(|it| it.level == Level::Unknown)
    }
}

/// Homes that are equal in the material (likvärdiga i underlaget).
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Group {
    /// In turn order, which is not a merit. Never empty.
    pub homes: Vec<HomeResult>,
}

/// One band with its homes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct BandList {
    /// The band.
    pub band: Band,
    /// Number of homes in it.
    pub count: u32,
    /// Groups of equal homes, most suitable first.
    pub groups: Vec<Group>,
}

/// How far the search in the child's network has come (SoL 22:1).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NetworkState {
    /// Nobody is listed, and it is not said that nobody was found.
    NotConsidered,
    /// Persons are listed without an outcome: the sheet is not ready.
    Unfinished {
        /// How many.
        without_outcome: u32,
    },
    /// Nobody was found.
    NoneFound,
    /// Everybody listed has an outcome.
    Considered {
        /// Possible homes.
        assessed: u32,
        /// Said no.
        declined: u32,
        /// Not suitable.
        unsuitable: u32,
    },
}

impl NetworkState {
    /// The sheet may be marked ready. A line in the paper, never a lock on working.
    pub fn ready(self) -> bool {
        matches!(self, Self::NoneFound | Self::Considered { .. })
    }
}

/// Why an override has no effect.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RefusedBecause {
    /// Nobody may look past this.
    NotOverridable,
    /// The role is too low.
    Role,
    /// No reason is written.
    NoReason,
    /// G1 needs a plan with a date.
    NoPlan,
    /// G3 needs a logged call.
    NoCall,
    /// G6 needs a measure.
    NoMeasure,
}

/// An override that was tried and has no effect.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct RefusedOverride {
    /// The override.
    pub tried: Override,
    /// Why it has no effect.
    pub because: RefusedBecause,
}

/// All homes of the unit for one child.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct MatchResult {
    /// The child.
    pub child: Uuid,
    /// The version of the rules that counted.
    pub rule_version: u32,
    /// The day answers were aged to.
    pub as_of: NaiveDate,
    /// The day the gates were tried on.
    pub start_day: NaiveDate,
    /// The search in the network.
    pub network: NetworkState,
    /// The four bands, always all four, best first.
    pub bands: Vec<BandList>,
    /// Overrides without effect.
    pub refused_overrides: Vec<RefusedOverride>,
}

impl MatchResult {
    /// Every home, in reading order.
    pub fn homes(&self) -> impl Iterator<Item = &HomeResult> {
        self.bands
            .iter()
            .flat_map(|band| &band.groups)
            .flat_map(|group| &group.homes)
    }

    /// One home's result.
    pub fn home(&self, id: Uuid) -> Option<&HomeResult> {
        self.homes().find(|it| it.home == id)
    }
}
