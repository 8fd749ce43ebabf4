//! The unit's own words on papers: letterhead, signatures, distribution.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::template;
use crate::error::{Error, Reason, Result};
use crate::history::{self, Event};
use crate::recruitment::{Delegation, delegation, delegations};
use crate::store::{Read, Write, unit_settings};

/// What stands on every paper of the unit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LetterheadSettings {
    /// Lines under the municipality.
    pub unit_lines: String,
    /// Address lines at the foot.
    pub footer: String,
    /// First who signs: name.
    pub sign1_name: String,
    /// Title.
    pub sign1_title: String,
    /// Second who signs: name.
    pub sign2_name: String,
    /// Title.
    pub sign2_title: String,
    /// To whom decisions are sent, a line each.
    pub distribution: String,
    /// Key of the template.
    pub template: String,
}

impl Default for LetterheadSettings {
    fn default() -> Self {
        Self {
            unit_lines: "Familjehemsenheten".into(),
            footer: String::new(),
            sign1_name: String::new(),
            sign1_title: "Socialdirektör".into(),
            sign2_name: String::new(),
            sign2_title: "Enhetschef".into(),
            distribution: "Familjehemsenheten\nAnsvarig socialsekreterare".into(),
            template: "neutral".into(),
        }
    }
}

/// One of the settings.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSetting {
    /// Name of a field of [`LetterheadSettings`].
    pub key: String,
    /// Its value.
    pub value: String,
    /// What stood there when the user began, to tell when somebody was before.
    pub was: String,
}

const KEY: &str = "letterhead";

/// What stands on the unit's papers.
///
/// # Errors
/// Only the file's own.
pub fn settings(read: &Read<'_>, _: crate::api::Nothing) -> Result<LetterheadSettings> {
    Ok(unit_settings::json(read, KEY)?.unwrap_or_default())
}

/// Saves one of them.
///
/// # Errors
/// Unknown key or template; longer than 500 characters; [`Error::Stale`] when
/// somebody was before.
pub fn save_setting(write: &Write<'_>, input: SaveSetting) -> Result<()> {
    let now = settings(&write.as_read(), crate::api::Nothing {})?;
    let mut json = serde_json::to_value(&now)?;
    if json.get(&input.key).is_none() {
        return Err(Error::invalid("key", Reason::Unknown));
    }
    if input.value.chars().count() > 500 {
        return Err(Error::invalid(&input.key, Reason::TooLong { max: 500 }));
    }
    if input.key == "template" && template::template(&input.value).is_none() {
        return Err(Error::invalid("template", Reason::NotAChoice));
    }
    let current = json[&input.key].as_str().unwrap_or_default();
    if current == input.value {
        write.note_recorded();
        return Ok(());
    }
    let event = Event::SettingChanged {
        key: input.key.clone(),
    };
    if current != input.was {
        return Err(Error::Stale {
            mine: Some(input.value),
            theirs: Some(current.to_owned()),
            by: history::last_by(&write.as_read(), &event, false)?,
        });
    }
    json[&input.key] = input.value.into();
    unit_settings::keep(write, KEY, &json)?;
    write.record(&event)
}

/// Saves who approves homes for one kind of care.
///
/// # Errors
/// Longer than the field takes; an officer who does not work here.
pub fn save_delegation(write: &Write<'_>, input: Delegation) -> Result<()> {
    for (field, text, max) in [("title", &input.title, 120), ("point", &input.point, 60)] {
        if text.chars().count() > max as usize {
            return Err(Error::invalid(field, Reason::TooLong { max }));
        }
    }
    let read = write.as_read();
    if let Some(user) = &input.user
        && crate::accounts::user(&read, &crate::accounts::UserId(user.clone()))?.is_none()
    {
        return Err(Error::invalid("user", Reason::NotAChoice));
    }
    let mut rows = delegations(&read, crate::api::Nothing {})?;
    for row in &mut rows {
        if row.care == input.care {
            *row = input.clone();
        }
    }
    unit_settings::keep(write, delegation::SETTING, &rows)?;
    write.record(&Event::SettingChanged {
        key: delegation::SETTING.into(),
    })
}
