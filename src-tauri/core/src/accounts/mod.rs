//! Who may sign in, what role they have, and the keys they hold.

mod envelope;
mod recovery;
mod recovery_paper;
pub(crate) mod sql;

pub use envelope::{Cost, Envelope, FileKey, Keys};
pub use recovery::RecoveryKey;
pub(crate) use recovery_paper::recovery_paper;
pub use recovery_paper::{PdfBytes, PrintRecoveryKey};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::store::fields::{Entity, Field, Kind};
use crate::store::{Read, Write, choice, id};

id!(
    /// Somebody who signs in.
    UserId
);

choice!(
    /// What a person may do. More roles come with the accounts' own issue; the
    /// stored code stays.
    Role {
        /// Reads aggregated figures only.
        Reader = "reader",
        /// Takes enquiries, investigates, matches, writes papers.
        Recruiter = "recruiter",
        /// Everything a recruiter may, and releases, overrides, adds users.
        Supervisor = "supervisor",
    }
);

impl Role {
    /// Whether somebody with this role may do what `needed` may.
    #[must_use]
    pub fn may(self, needed: Role) -> bool {
        self >= needed
    }
}

/// Fewest characters of a password: OWASP ASVS 5.0 6.2.1 recommends 15.
pub const PASSWORD_MIN: usize = 15;

/// Refuses a password that is too short; length is what counts.
///
/// # Errors
/// [`Reason::TooShort`] at `password`.
pub fn check_password(password: &str) -> Result<()> {
    if password.chars().count() < PASSWORD_MIN {
        let min = u32::try_from(PASSWORD_MIN).expect("small");
        return Err(Error::invalid("password", Reason::TooShort { min }));
    }
    Ok(())
}

/// A user as others see them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct User {
    /// Key.
    pub id: UserId,
    /// Shown name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Title on papers, such as "familjehemshandläggare".
    pub title: Option<String>,
    /// Work telephone, for letterheads.
    pub phone: Option<String>,
    /// Work e-mail, for letterheads.
    pub email: Option<String>,
}

/// What others see of a user and papers show. Name and role are not here: the
/// name is typed at sign-in, and the role decides what one may.
pub const USER: Entity = Entity {
    name: "user",
    fields: &[
        Field::new("title", Kind::Line(80)),
        Field::new("phone", Kind::Phone),
        Field::new("email", Kind::Email),
    ],
    removable: false,
    parent: None,
    after: own_or_supervisor,
};

/// One's own, or anybody's for a supervisor.
fn own_or_supervisor(write: &Write<'_>, id: &str, _: &str) -> Result<()> {
    let caller = write.caller();
    if caller.user.as_str() == id || caller.role.may(Role::Supervisor) {
        return Ok(());
    }
    Err(Error::Forbidden {
        needs: Role::Supervisor,
    })
}

/// What is told about a new user.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// Shown name, also typed at sign-in.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their first password.
    pub password: String,
}

/// Everybody who works here.
///
/// # Errors
/// Only the file's own.
pub fn users(read: &Read<'_>, _: ()) -> Result<Vec<User>> {
    sql::users(read)
}

/// Municipality and committee.
///
/// # Errors
/// Only the file's own.
pub fn unit(read: &Read<'_>) -> Result<(String, String)> {
    sql::unit(read)
}

/// One user.
///
/// # Errors
/// Only the file's own.
pub fn user(read: &Read<'_>, id: &UserId) -> Result<Option<User>> {
    sql::user(read, id)
}

/// Adds a user's row. The envelope is the desk's to write.
pub(crate) fn add_user(write: &Write<'_>, id: &UserId, name: &str, role: Role) -> Result<()> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::invalid("name", Reason::Required));
    }
    if sql::users(&write.as_read())?
        .iter()
        .any(|it| it.name.eq_ignore_ascii_case(name))
    {
        return Err(Error::invalid("name", Reason::AlreadyThere));
    }
    sql::insert_user(write, id, name, role)?;
    write.record(&Event::UserAdded { id: id.0.clone() })
}
