//! Saving one field of one record: the mechanism behind "everything saves itself".
//!
//! Each capability lists its records and fields once ([`Entity`]); the column
//! names come from those lists, never from the caller. A save tells what stood
//! there when the user began, so that two windows never overwrite each other
//! silently.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Read, Write, texts};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::people::{self, PersonalNumber, PersonalNumberError};

/// A kind of record whose fields save themselves.
pub struct Entity {
    /// Name at the door and in the history; also its table's name.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
    /// Whether a row can be taken away (and put back).
    pub removable: bool,
    /// The column that says whose row it is.
    pub parent: Option<&'static str>,
    /// What else must hold, and what follows, once a field is written: refuses
    /// at a field, or mends a derived column of the same capability.
    pub after: fn(&Write<'_>, id: &str, field: &str) -> Result<()>,
}

/// Nothing follows.
///
/// # Errors
/// Never.
pub fn nothing_follows(_: &Write<'_>, _: &str, _: &str) -> Result<()> {
    Ok(())
}

/// One field that saves itself. Its name is also its column's.
pub struct Field {
    /// Name and column.
    pub name: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Whether it must never be empty.
    pub required: bool,
}

/// What a field may hold. At the door every value is text, or `null` for none.
#[derive(Clone, Copy)]
pub enum Kind {
    /// One line of at most this many characters.
    Line(u32),
    /// Paragraphs, with earlier versions kept.
    Text,
    /// A day, ISO 8601.
    Day,
    /// A day that has come.
    PastDay,
    /// A whole number in a range.
    Number(i64, i64),
    /// `1` or `0`.
    Flag,
    /// One of these codes.
    Choice(&'static [&'static str]),
    /// A key that a data file knows.
    Key(fn(&str) -> bool),
    /// A personal or co-ordination number.
    PersonalNumber,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Five digits.
    Postcode,
}

/// Longest text taken; far above what a field needs, far below what hurts.
const TEXT_MAX: u32 = 30_000;

impl Field {
    /// A field that may be empty.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
        }
    }

    /// A field that must never be empty.
    #[must_use]
    pub const fn required(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: true,
        }
    }
}

/// One field's new value.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveField {
    /// Kind of record.
    pub entity: String,
    /// Its key.
    pub id: String,
    /// Field.
    pub field: String,
    /// New value, `null` for none.
    pub value: Option<String>,
    /// What stood there when the user began, to tell when somebody was before.
    pub was: Option<String>,
}

/// The value as it was kept (telephone numbers and the like are tidied).
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    /// What stands there now.
    pub value: Option<String>,
    /// Counts the record's changes.
    pub rev: i64,
}

/// A record to take away or put back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowRef {
    /// Kind of record.
    pub entity: String,
    /// Its key.
    pub id: String,
}

/// Saves one field.
///
/// # Errors
/// [`Error::Invalid`] at the field's name, [`Error::Stale`] when somebody was
/// before, [`Error::NotFound`].
pub fn save(write: &Write<'_>, entity: &Entity, input: &SaveField) -> Result<Saved> {
    let field = entity
        .fields
        .iter()
        .find(|it| it.name == input.field)
        .ok_or_else(|| Error::invalid(&input.field, Reason::Unknown))?;
    let current = text_in(&write.as_read(), entity, &input.id, field)?;
    let value = parse(field, input.value.as_deref(), write.today())?;
    let kept = as_text(&value);
    let draft = format!("{}/{}/{}", entity.name, input.id, field.name);
    if current == kept {
        texts::drop_draft(write, &draft)?;
        let rev = touch(write, entity, &input.id, None, &value)?;
        return Ok(Saved { value: kept, rev });
    }
    // What the user saw may be dressed for reading, as personal numbers are.
    let seen = parse(field, input.was.as_deref(), write.today())
        .map(|it| as_text(&it))
        .unwrap_or_default();
    if current != seen && current != blank_as_none(input.was.as_deref()) {
        return Err(Error::Stale {
            mine: input.value.clone(),
            theirs: current,
            by: writer(write, entity, &input.id, field)?,
        });
    }
    if matches!(field.kind, Kind::Text) {
        texts::keep_version(
            write,
            entity.name,
            &input.id,
            field.name,
            current.as_deref(),
        )?;
    }
    let rev = touch(write, entity, &input.id, Some(field), &value)?;
    (entity.after)(write, &input.id, field.name)?;
    texts::drop_draft(write, &draft)?;
    write.record(&Event::FieldChanged {
        entity: entity.name.into(),
        id: owner(write, entity, &input.id)?,
        field: field.name.into(),
    })?;
    Ok(Saved { value: kept, rev })
}

/// Who wrote what stands in a field; nothing when that is not certain.
fn writer(write: &Write<'_>, entity: &Entity, id: &str, field: &Field) -> Result<Option<String>> {
    let read = write.as_read();
    if matches!(field.kind, Kind::Text)
        && let Some(name) = texts::last_writer(&read, entity.name, id, field.name)?
    {
        return Ok(Some(name));
    }
    let event = Event::FieldChanged {
        entity: entity.name.into(),
        id: owner(write, entity, id)?,
        field: field.name.into(),
    };
    crate::history::last_by(&read, &event, entity.parent.is_some())
}

/// Takes a row away: it stays in the file, marked as gone.
///
/// # Errors
/// [`Error::NotFound`]; [`Reason::Unknown`] for a kind that cannot be removed.
pub fn remove(write: &Write<'_>, entity: &Entity, id: &str) -> Result<()> {
    set_gone(write, entity, id, true)?;
    write.record(&Event::RowRemoved {
        entity: entity.name.into(),
        id: owner(write, entity, id)?,
    })
}

/// Puts a row back.
///
/// # Errors
/// As [`remove`].
pub fn restore(write: &Write<'_>, entity: &Entity, id: &str) -> Result<()> {
    set_gone(write, entity, id, false)?;
    write.record(&Event::RowRestored {
        entity: entity.name.into(),
        id: owner(write, entity, id)?,
    })
}

fn set_gone(write: &Write<'_>, entity: &Entity, id: &str, gone: bool) -> Result<()> {
    if !entity.removable {
        return Err(Error::invalid("entity", Reason::Unknown));
    }
    let at = gone.then(|| write.caller().at.to_rfc3339());
    let sql = format!(
        "UPDATE {} SET gone_at = ?2, rev = rev + 1 WHERE id = ?1 AND (gone_at IS NULL) = ?3",
        entity.name
    );
    match write
        .conn()
        .prepare_cached(&sql)?
        .execute(rusqlite::params![id, at, gone])?
    {
        0 => Err(Error::NotFound {
            what: entity.name.into(),
        }),
        _ => Ok(()),
    }
}

/// The record that a change is told about: the row's own, or its parent's.
fn owner(write: &Write<'_>, entity: &Entity, id: &str) -> Result<String> {
    let Some(parent) = entity.parent else {
        return Ok(id.to_owned());
    };
    let sql = format!("SELECT {parent} FROM {} WHERE id = ?1", entity.name);
    let owner: Option<String> = write
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?;
    owner.or_not_found(entity.name)
}

fn touch(
    write: &Write<'_>,
    entity: &Entity,
    id: &str,
    field: Option<&Field>,
    value: &Value,
) -> Result<i64> {
    let sql = match field {
        Some(field) => format!(
            "UPDATE {} SET {} = ?2, rev = rev + 1 WHERE id = ?1 RETURNING rev",
            entity.name, field.name
        ),
        None => {
            // Nothing changed: still a request that was answered, so it is told
            // as such, and the count stands.
            write.note_recorded();
            let sql = format!("SELECT rev FROM {} WHERE id = ?1", entity.name);
            return Ok(write
                .conn()
                .prepare_cached(&sql)?
                .query_row([id], |row| row.get(0))?);
        }
    };
    let rev: Option<i64> = write
        .conn()
        .prepare_cached(&sql)?
        .query_row(rusqlite::params![id, value], |row| row.get(0))
        .optional()?;
    rev.or_not_found(entity.name)
}

fn text_in(read: &Read<'_>, entity: &Entity, id: &str, field: &Field) -> Result<Option<String>> {
    let gone = if entity.removable {
        "AND gone_at IS NULL"
    } else {
        ""
    };
    let sql = format!(
        "SELECT {} FROM {} WHERE id = ?1 {gone}",
        field.name, entity.name
    );
    let value: Option<Value> = read
        .conn()
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(as_text(&value.or_not_found(entity.name)?))
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}

fn blank_as_none(text: Option<&str>) -> Option<String> {
    text.filter(|it| !it.is_empty()).map(ToOwned::to_owned)
}

/// Reads a value for a field; an empty one is none.
///
/// # Errors
/// [`Error::Invalid`] at the field's name.
pub fn parse(field: &Field, text: Option<&str>, today: NaiveDate) -> Result<Value> {
    let refuse = |reason| Err(Error::invalid(field.name, reason));
    let text = match (field.kind, text) {
        (Kind::Text, Some(text)) => clean(text, true),
        (_, Some(text)) => clean(text, false).trim().to_owned(),
        (_, None) => String::new(),
    };
    if text.is_empty() {
        return match (field.required, field.kind) {
            (true, _) => refuse(Reason::Required),
            // Columns of these kinds have a value always.
            (false, Kind::Flag) => Ok(Value::Integer(0)),
            (false, _) => Ok(Value::Null),
        };
    }
    match field.kind {
        Kind::Line(_) | Kind::Text if text.chars().count() > max_of(field.kind) as usize => {
            refuse(Reason::TooLong {
                max: max_of(field.kind),
            })
        }
        Kind::Line(_) | Kind::Text => Ok(Value::Text(text)),
        Kind::Day | Kind::PastDay => match day(&text) {
            None => refuse(Reason::NotADate),
            Some(day) if day > today && matches!(field.kind, Kind::PastDay) => {
                refuse(Reason::InFuture)
            }
            Some(day) => Ok(Value::Text(day.to_string())),
        },
        Kind::Number(min, max) => match text.parse::<i64>() {
            Ok(number) if (min..=max).contains(&number) => Ok(Value::Integer(number)),
            _ => refuse(Reason::NotANumber { min, max }),
        },
        Kind::Flag => match text.as_str() {
            "1" | "true" => Ok(Value::Integer(1)),
            "0" | "false" => Ok(Value::Integer(0)),
            _ => refuse(Reason::NotAChoice),
        },
        Kind::Choice(codes) if codes.contains(&text.as_str()) => Ok(Value::Text(text)),
        Kind::Key(known) if known(&text) => Ok(Value::Text(text)),
        Kind::Choice(_) | Kind::Key(_) => refuse(Reason::NotAChoice),
        Kind::PersonalNumber => match PersonalNumber::parse(&text, today) {
            Ok(number) => Ok(Value::Text(number.as_str().to_owned())),
            Err(err) => refuse(number_reason(err)),
        },
        Kind::Phone => {
            people::phone(&text).map_or_else(|| refuse(Reason::NotAPhone), |it| Ok(Value::Text(it)))
        }
        Kind::Email if people::is_email(&text) => Ok(Value::Text(text)),
        Kind::Email => refuse(Reason::NotAnEmail),
        Kind::Postcode => people::postcode(&text)
            .map_or_else(|| refuse(Reason::NotAPostcode), |it| Ok(Value::Text(it))),
    }
}

fn max_of(kind: Kind) -> u32 {
    if let Kind::Line(max) = kind {
        max
    } else {
        TEXT_MAX
    }
}

/// Why a personal number was not taken, as the door says it.
#[must_use]
pub fn number_reason(err: PersonalNumberError) -> Reason {
    match err {
        PersonalNumberError::Empty => Reason::Required,
        PersonalNumberError::WrongLength => Reason::WrongLength,
        PersonalNumberError::NotADate => Reason::NotADate,
        PersonalNumberError::WrongCheckDigit => Reason::WrongCheckDigit,
        PersonalNumberError::InFuture => Reason::InFuture,
    }
}

/// Reads an ISO day in a century that a register can speak of.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    use chrono::Datelike;
    let day: NaiveDate = text.parse().ok()?;
    (text.len() == 10 && (1850..=2200).contains(&day.year())).then_some(day)
}

/// Control characters cannot be seen, so they are not kept.
fn clean(text: &str, paragraphs: bool) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|it| !it.is_control() || (paragraphs && matches!(it, '\n' | '\t')))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: Kind, text: &str, expected: Result<&str, Reason>) {
        let field = Field::new("field", kind);
        let got = parse(&field, Some(text), "2026-11-23".parse().unwrap());
        match (got, expected) {
            (Ok(value), Ok(text)) => assert_eq!(as_text(&value).unwrap_or_default(), text),
            (Err(Error::Invalid { reason, .. }), Err(expected)) => assert_eq!(reason, expected),
            (got, expected) => panic!("{text}: {got:?} instead of {expected:?}"),
        }
    }

    #[test]
    fn each_kind_takes_what_it_should_and_says_why_not() {
        check(Kind::Line(5), "  abc ", Ok("abc"));
        check(Kind::Line(5), "abcdef", Err(Reason::TooLong { max: 5 }));
        check(Kind::Line(5), "a\u{7}b\nc", Ok("abc"));
        check(Kind::Text, "rad ett\r\nrad två", Ok("rad ett\nrad två"));
        check(Kind::Day, "2026-02-29", Err(Reason::NotADate));
        check(Kind::Day, "2028-02-29", Ok("2028-02-29"));
        check(Kind::Day, "23/11", Err(Reason::NotADate));
        check(Kind::PastDay, "2026-11-23", Ok("2026-11-23"));
        check(Kind::PastDay, "2026-11-24", Err(Reason::InFuture));
        check(
            Kind::Number(0, 20),
            "21",
            Err(Reason::NotANumber { min: 0, max: 20 }),
        );
        check(
            Kind::Number(0, 20),
            "tre",
            Err(Reason::NotANumber { min: 0, max: 20 }),
        );
        check(Kind::Flag, "1", Ok("1"));
        check(Kind::Choice(&["a"]), "b", Err(Reason::NotAChoice));
        check(
            Kind::PersonalNumber,
            "19121212-1213",
            Err(Reason::WrongCheckDigit),
        );
        check(Kind::Phone, "0701234567", Ok("070-123 45 67"));
        check(Kind::Email, "a@b", Err(Reason::NotAnEmail));
        check(Kind::Postcode, "55321", Ok("553 21"));
    }

    #[test]
    fn an_empty_required_field_is_refused() {
        let field = Field::required("name", Kind::Line(10));
        assert!(parse(&field, Some("  "), "2026-11-23".parse().unwrap()).is_err());
    }
}
