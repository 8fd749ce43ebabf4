//! What is asked of the door itself, and what it answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::{Role, UserId};

/// How the door stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeskState {
    /// No unit has been chosen.
    NoFile,
    /// A unit is chosen, nobody is signed in.
    Locked,
    /// Somebody works.
    Open,
}

/// Everything the frame of the window shows.
#[derive(Debug, Serialize, TS)]
pub struct DeskStatus {
    /// How the door stands.
    pub state: DeskState,
    /// The chosen file's name, without its folder.
    pub file: Option<String>,
    /// Whether the unit is made up.
    pub practice: bool,
    /// Which unit; nothing while locked.
    pub unit: Option<Unit>,
    /// Who works; nothing while locked.
    pub user: Option<SignedIn>,
    /// The unit's calendar day.
    pub today: NaiveDate,
    /// The program's version.
    pub version: String,
    /// Minutes without a key before the desk locks itself.
    pub idle_minutes: u32,
}

/// Which unit this is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Unit {
    /// Municipality.
    pub municipality: String,
    /// Name of the committee.
    pub committee: String,
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedIn {
    /// Key.
    pub id: UserId,
    /// Shown name.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// A new unit.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateUnit {
    /// Where the file will lie.
    pub path: String,
    /// Municipality.
    pub municipality: String,
    /// Name of the committee.
    pub committee: String,
    /// The first user, a supervisor.
    pub user_name: String,
    /// At least fifteen characters.
    pub password: String,
}

/// Answer to making a unit.
#[derive(Serialize, TS)]
pub struct UnitCreated {
    /// Shown once and printed; nobody can make it again.
    pub recovery_key: String,
}

/// A practice unit to make.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreatePractice {
    /// Where the file will lie.
    pub path: String,
    /// The password to open it with; a known one when absent.
    pub password: Option<String>,
}

/// A practice unit that was made, and is open.
#[derive(Serialize, TS)]
pub struct PracticeCreated {
    /// Name to sign in with next time.
    pub name: String,
    /// Password to sign in with next time. No secret: nobody in it exists.
    pub password: String,
    /// The door, open.
    pub status: DeskStatus,
}

/// A file to choose.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenUnit {
    /// Its path.
    pub path: String,
}

/// Name and password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Name as it was given.
    pub name: String,
    /// Password.
    pub password: String,
}

/// The only user's password, where nobody is there to say a name.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignInAlone {
    /// Password.
    pub password: String,
}

/// When the password is forgotten.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignInWithRecoveryKey {
    /// Who one is.
    pub name: String,
    /// The printed key.
    pub recovery_key: String,
    /// What the password shall be from now on.
    pub new_password: String,
}

/// A change of one's own password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// As it is.
    pub password: String,
    /// As it shall be.
    pub new_password: String,
}
