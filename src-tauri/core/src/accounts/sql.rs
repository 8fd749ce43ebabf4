//! Every statement that writes users and the unit's own row.

use rusqlite::{OptionalExtension, params};

use super::{Role, User, UserId};
use crate::error::Result;
use crate::store::{Read, Write};

pub(crate) fn insert_unit(
    write: &Write<'_>,
    id: &str,
    municipality: &str,
    committee: &str,
    practice: bool,
    calendar_days: i64,
) -> Result<()> {
    write.conn().execute(
        "INSERT INTO unit (id, municipality, committee, practice, calendar_days, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id,
            municipality,
            committee,
            practice,
            calendar_days,
            write.caller().at.to_rfc3339()
        ],
    )?;
    Ok(())
}

pub(crate) fn unit(read: &Read<'_>) -> Result<(String, String)> {
    Ok(read
        .conn()
        .query_row("SELECT municipality, committee FROM unit", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?)
}

pub(crate) fn insert_user(write: &Write<'_>, id: &UserId, name: &str, role: Role) -> Result<()> {
    write.conn().execute(
        "INSERT INTO user (id, name, role) VALUES (?1, ?2, ?3)",
        params![id, name, role],
    )?;
    Ok(())
}

pub(crate) fn users(read: &Read<'_>) -> Result<Vec<User>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, name, role, title, phone, email FROM user WHERE left_on IS NULL ORDER BY name COLLATE sv",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(User {
            id: row.get(0)?,
            name: row.get(1)?,
            role: row.get(2)?,
            title: row.get(3)?,
            phone: row.get(4)?,
            email: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<std::result::Result<_, _>>()?)
}

pub(crate) fn user(read: &Read<'_>, id: &UserId) -> Result<Option<User>> {
    Ok(read
        .conn()
        .prepare_cached("SELECT id, name, role, title, phone, email FROM user WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(User {
                id: row.get(0)?,
                name: row.get(1)?,
                role: row.get(2)?,
                title: row.get(3)?,
                phone: row.get(4)?,
                email: row.get(5)?,
            })
        })
        .optional()?)
}
