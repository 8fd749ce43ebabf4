//! What matching is told: one child, and each home as it is known.
//!
//! Facts only, and only those a rule reads. No field says who the carers are
//! by sex, descent, belief, way of living together or the like: such a fact
//! cannot weigh where it does not exist (a test reads these sources for it).
//! What a child needs in language, culture or belief is a need of the child,
//! answered by the home like any other need.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Key;

/// The kind of care that is asked for and that an approval covers.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CareKind {
    /// Familjehem.
    Familjehem,
    /// Jourhem: short stays, SoL 22:4.
    Jourhem,
    /// Nätverkshem or släktinghem: approved for a named child.
    NetworkHome,
    /// Kontaktfamilj.
    ContactFamily,
}

/// How much a need weighs for this child.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Importance {
    /// Nödvändigt.
    Essential,
    /// Viktigt.
    Important,
    /// Önskemål.
    Wish,
    /// Inte aktuellt: changes nothing anywhere.
    NotRelevant,
}

/// BBIC's seven need areas, safety, and practical matters.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NeedArea {
    /// Hälsa.
    Health,
    /// Utbildning.
    Education,
    /// Känslor och beteende.
    EmotionsAndBehaviour,
    /// Identitet.
    Identity,
    /// Familj och sociala relationer.
    FamilyAndRelations,
    /// Socialt uppträdande.
    SocialPresentation,
    /// Klara sig själv.
    SelfCare,
    /// Säkerhet.
    Safety,
    /// Praktiskt.
    Practical,
}

/// One need of the child, from the need sheet.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Need {
    /// Which question to homes this is; unique within the child's sheet.
    pub key: Key,
    /// Where on the sheet it stands.
    pub area: NeedArea,
    /// The need in the worker's words.
    pub text: String,
    /// How much it weighs.
    pub importance: Importance,
    /// Who or what it rests on.
    pub source: String,
    /// When that was said or seen.
    pub on: NaiveDate,
    /// The text is the child's own words.
    pub childs_own_words: bool,
}

/// What came of asking one person in the child's network (SoL 22:1).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NetworkOutcome {
    /// Listed, nothing decided yet.
    NotYet,
    /// Assessed, and a possible home.
    Assessed,
    /// Asked, and said no.
    Declined,
    /// Assessed, and not suitable; the reason stands on the sheet.
    Unsuitable,
}

/// One person in the child's network who has been thought of.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct NetworkPerson {
    /// The person.
    pub person: Uuid,
    /// What came of it.
    pub outcome: NetworkOutcome,
}

/// Animals that a child may be allergic to and a home may keep.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Animal {
    /// Katt.
    Cat,
    /// Hund.
    Dog,
    /// Häst.
    Horse,
    /// Gnagare eller kanin.
    Rodent,
    /// Fågel.
    Bird,
    /// Annat djur.
    Other,
}

/// Why this child may not live in that home, whatever else is true.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SafetyKind {
    /// Known threat.
    KnownThreat,
    /// Contact ban.
    ContactBan,
    /// The home lies where the child's whereabouts must not be known.
    ProtectedAddress,
}

/// A conflict of safety between the child and one home.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct SafetyConflict {
    /// The home concerned.
    pub home: Uuid,
    /// The kind, and nothing more: the circumstances stay in the child's file.
    pub kind: SafetyKind,
}

/// The child and what is asked for.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct ChildFacts {
    /// The child.
    pub id: Uuid,
    /// Ages are reckoned from this day to the start day.
    pub birth_date: NaiveDate,
    /// The day the placement is to start; gates are tried on it.
    pub start_day: NaiveDate,
    /// Last day of the time foreseen; `None`: until further notice.
    pub expected_until: Option<NaiveDate>,
    /// Kind of care asked for.
    pub care_kind: CareKind,
    /// Places needed in one home: siblings who shall live together. At least 1.
    pub places_needed: u32,
    /// The need sheet.
    pub needs: Vec<Need>,
    /// Persons in the network and what came of it.
    pub network: Vec<NetworkPerson>,
    /// The sheet says that nobody was found in the network.
    pub network_none_found: bool,
    /// The child needs to be the only placed child.
    pub only_placed_child: bool,
    /// The child's needs are demanding for a household (the sheet's own mark).
    pub demanding: bool,
    /// Animals the child cannot live with.
    pub allergic_to: Vec<Animal>,
    /// Homes the child may not live in.
    pub safety_conflicts: Vec<SafetyConflict>,
}

/// What a home is approved for (godkänd omfattning), apart from its wishes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Scope {
    /// Kinds of care.
    pub care_kinds: Vec<CareKind>,
    /// Lowest age in whole years; `None`: from birth.
    pub age_from: Option<u8>,
    /// Highest age in whole years, that whole year included; `None`: no limit.
    pub age_to: Option<u8>,
    /// Number of places.
    pub places: u32,
    /// Approved for this child only.
    pub named_child: Option<Uuid>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; `None`: until further notice.
    pub valid_to: Option<NaiveDate>,
}

/// How a register extract was assessed. The content is never kept here.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CheckRemark {
    /// Utan anmärkning.
    None,
    /// Med anmärkning, godtas.
    Accepted,
    /// Med anmärkning, godtas inte.
    NotAccepted,
    /// Med anmärkning, not assessed yet.
    NotAssessed,
}

/// One answered register check of one adult.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct AdultCheck {
    /// The register's key.
    pub register: Key,
    /// The day of the result.
    pub result_on: NaiveDate,
    /// The assessment.
    pub remark: CheckRemark,
}

/// An adult in the home who is to be checked.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Adult {
    /// The person.
    pub person: Uuid,
    /// All checks with a result, in any order.
    pub checks: Vec<AdultCheck>,
}

/// A time when the home takes no child.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Pause {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None`: until further notice.
    pub to: Option<NaiveDate>,
}

/// Places in use on the start day.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize, TS)]
pub struct PlacesTaken {
    /// By the unit's own children.
    pub own: u32,
    /// By children of other municipalities.
    pub other_municipalities: u32,
    /// Promised but not moved in.
    pub reserved: u32,
}

/// A child who lives in the home on the start day.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct HouseholdChild {
    /// The person.
    pub person: Uuid,
    /// Birth date.
    pub birth_date: NaiveDate,
    /// Placed there, as against the household's own child.
    pub placed: bool,
    /// Placed, and needs to be the only placed child.
    pub only_placed_child: bool,
    /// Has needs that are demanding for the household.
    pub demanding: bool,
}

/// A change the home expects.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A baby.
    Baby,
    /// A move.
    Move,
    /// Retirement.
    Retirement,
    /// Anything else; the words stand on the home's card.
    Other,
}

/// A change the home expects, with its day.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct PlannedChange {
    /// What.
    pub change: ChangeKind,
    /// When.
    pub on: NaiveDate,
}

/// Can the home meet the need?
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "MatchLevel")]
pub enum Level {
    /// Yes.
    Yes,
    /// Yes, given a measure.
    WithSupport,
    /// No.
    No,
    /// Asked, and not known.
    Unknown,
}

/// What an answer rests on.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Seen in an earlier placement or on a visit.
    Seen,
    /// Assessed with an instrument or a reference.
    Assessed,
    /// Said by the home.
    Stated,
}

/// Something that is arranged so that it will do.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Measure {
    /// What is done.
    pub text: String,
    /// Who sees to it.
    pub owner: String,
    /// Before which day.
    pub before: Option<NaiveDate>,
}

/// A home's answer to one need.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Capability {
    /// The line on the home's card.
    pub id: Uuid,
    /// Which need.
    pub need: Key,
    /// The answer.
    pub level: Level,
    /// What it rests on.
    pub evidence: Evidence,
    /// The answer in words.
    pub text: String,
    /// Who or what said so.
    pub source: String,
    /// When.
    pub on: NaiveDate,
    /// The fact does not age (distance, rooms).
    pub ageless: bool,
    /// The written measure of an answer `with_support`.
    /// Boxed, since few have one and a unit's answers are gone through in a row.
    pub measure: Option<Box<Measure>>,
}

/// One home, as known on the day of matching.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct HomeFacts {
    /// The home.
    pub id: Uuid,
    /// For display, and for the very last tie-break.
    pub name: String,
    /// When a socialnämnd concluded an investigation of the home (SoL 22:2).
    pub investigated_on: Option<NaiveDate>,
    /// Approvals.
    pub scopes: Vec<Scope>,
    /// Adults to be checked.
    pub adults: Vec<Adult>,
    /// Pauses.
    pub pauses: Vec<Pause>,
    /// Places in use.
    pub taken: PlacesTaken,
    /// Children in the household.
    pub children: Vec<HouseholdChild>,
    /// Animals; `None`: not asked.
    pub animals: Option<Vec<Animal>>,
    /// Bedrooms free for placed children; `None`: not asked.
    pub free_bedrooms: Option<u32>,
    /// Changes to come.
    pub planned_changes: Vec<PlannedChange>,
    /// Children for whom the completing investigation (del 2) has been made.
    pub assessed_children: Vec<Uuid>,
    /// The child keeps its school from here; `None`: not known.
    pub keeps_school: Option<bool>,
    /// Last time the home was asked to take a child; `None`: never.
    pub last_request_on: Option<NaiveDate>,
    /// Times asked in the last twelve months. Shown, never weighed.
    pub requests_last_year: u32,
    /// Answers to needs. Lines about needs this child has not are passed over.
    pub capabilities: Vec<Capability>,
}

/// Who may look past a hinder.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OverrideRole {
    /// Recruiter.
    Recruiter,
    /// Supervisor; may do what the recruiter may.
    Supervisor,
}

/// The seven gates G1–G7.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GateKey {
    /// G1: the approval.
    Scope,
    /// G2: register checks.
    Checks,
    /// G3: a pause.
    Pause,
    /// G4: places.
    Room,
    /// G5: safety.
    Safety,
    /// G6: an essential need answered no.
    EssentialNeed,
    /// G7: the investigation for this child.
    ChildAssessment,
}

/// What within a gate a finding or an override is about.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GateSubject {
    /// The home as a whole.
    Home,
    /// One need.
    Need {
        /// The need.
        need: Key,
    },
    /// One register check of one adult.
    Check {
        /// The adult.
        person: Uuid,
        /// The register.
        register: Key,
    },
}

/// Somebody has looked past a hinder, and answers for it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Override {
    /// The home.
    pub home: Uuid,
    /// The gate.
    pub gate: GateKey,
    /// Exactly what was looked past: a later finding is not covered.
    pub subject: GateSubject,
    /// Who.
    pub by: Uuid,
    /// In what role.
    pub role: OverrideRole,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Plan with date (G1) or measure (G6).
    pub measure: Option<Measure>,
    /// The day of the logged call (G3).
    pub called_on: Option<NaiveDate>,
}

/// A warning of the household check, by kind.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WarningKey {
    /// Another placed child near in age.
    PlacedChildClose,
    /// The household's own child near in age.
    OwnChildClose,
    /// This child, or a child already placed, needs to be the only one.
    OnlyPlacedChild,
    /// Many demanding needs under one roof.
    DemandingNeeds,
    /// Too few bedrooms, or not known.
    Bedroom,
    /// A change inside the expected time.
    PlannedChange,
}

/// The measure a worker has written against a household warning.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct HouseholdMeasure {
    /// The home.
    pub home: Uuid,
    /// The warning.
    pub warning: WarningKey,
    /// The child in the household it concerns, where the warning names one.
    pub person: Option<Uuid>,
    /// The measure.
    pub measure: Measure,
}

/// A register that must be answered for each adult.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct RequiredRegister {
    /// The register's key.
    pub register: Key,
    /// Belastnings- or misstankeregistret (SoF 3:3): nobody may look past it.
    pub police: bool,
    /// How old a result may be on the start day, in months: dated rule.
    pub max_age_months: u32,
}

/// Limits that are law or local routine on the start day: dated rules, passed in.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize, TS)]
pub struct Limits {
    /// Registers that must be answered for each adult.
    pub registers: Vec<RequiredRegister>,
    /// More placed children than this in one home are notified to IVO (SoF 16:2).
    pub ivo_notice_above: u32,
}
