//! The unit's own editions: boundaries, short labels, answer types and risk marks
//! of its own, laid over a shipped form that itself never changes.
//!
//! An edition that has been answered is never changed: a change makes the next.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AnswerType, Instrument, InstrumentKind, all, find, rules, shipped, sql};
use crate::error::{Error, OrNotFound, Reason, Result};
use crate::history::Event;
use crate::store::{Read, Write, unit_settings};

/// What the unit has changed in a shipped form. Empty means as shipped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(rename = "InstrumentChanges")]
pub struct Changes {
    /// A shell's parts in order: which items each holds.
    pub ranges: Vec<ItemRange>,
    /// Labels by part.
    pub part_labels: BTreeMap<String, String>,
    /// Changes by item.
    pub items: BTreeMap<String, ItemChange>,
    /// Labels by a method's result area.
    pub category_labels: BTreeMap<String, String>,
}

/// The items of one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemRange {
    /// First number.
    pub from: u32,
    /// Last number.
    pub to: u32,
}

/// What is changed in one item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ItemChange {
    /// A short label of the unit's own.
    pub label: Option<String>,
    /// Another way to answer.
    pub answer: Option<AnswerType>,
    /// Another risk mark.
    pub risk: Option<bool>,
}

/// One edition of the unit's own.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwnEdition {
    /// Key.
    pub id: String,
    /// Key of the instrument.
    pub instrument: String,
    /// Its number, from 1.
    pub version: u32,
    /// When it was made.
    pub made_on: NaiveDate,
    /// By whom.
    pub made_by: String,
    /// What it changes.
    pub changes: Changes,
    /// Whether it has been answered, and so is never changed.
    pub answered: bool,
}

/// The shelf: what ships, what the unit has made of it and what it uses.
#[derive(Debug, Serialize, TS)]
pub struct InstrumentShelf {
    /// Every form and method in the edition that the unit uses.
    pub instruments: Vec<Instrument>,
    /// The shipped ones.
    pub shipped: &'static [Instrument],
    /// The unit's own editions, the newest first.
    pub editions: Vec<OwnEdition>,
    /// Which edition is used, by instrument; the shipped one when it is not here.
    pub used: BTreeMap<String, String>,
    /// Key of the form for the first assessment.
    pub screening: String,
}

/// Changes to a form, as a new edition or in the latest one while nobody has answered it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveEdition {
    /// Key of the instrument.
    pub instrument: String,
    /// Everything the edition changes.
    pub changes: Changes,
}

/// Which edition to use from now on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UseEdition {
    /// Key of the instrument.
    pub instrument: String,
    /// Key of the edition; nothing goes back to the shipped one.
    pub edition: Option<String>,
}

/// Which form the unit uses for the first assessment of new families.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseScreening {
    /// Key of the instrument.
    pub instrument: String,
}

/// What the unit has chosen, as it is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Chosen {
    screening: Option<String>,
    used: BTreeMap<String, String>,
}

const SETTING: &str = "instruments";
/// The form of a unit that has not chosen, and of families from before there was a choice.
pub const FIRST_SCREENING: &str = "early_screening";

fn chosen(read: &Read<'_>) -> Result<Chosen> {
    Ok(unit_settings::json(read, SETTING)?.unwrap_or_default())
}

/// A shipped form with the changes of an edition.
#[must_use]
pub fn with(base: &Instrument, version: u32, changes: &Changes) -> Instrument {
    let mut res = base.clone();
    res.own_version = Some(version);
    for item in res
        .parts
        .iter_mut()
        .flat_map(|it| &mut it.items)
        .chain(&mut res.loose)
    {
        let Some(change) = changes.items.get(&item.key) else {
            continue;
        };
        if let Some(label) = change.label.as_deref().filter(|it| !it.trim().is_empty()) {
            label.trim().clone_into(&mut item.label);
        }
        item.answer = change.answer.unwrap_or(item.answer);
        item.risk = change.risk.unwrap_or(item.risk);
    }
    for (part, range) in res.parts.iter_mut().zip(&changes.ranges) {
        part.items = res
            .loose
            .iter()
            .filter(|it| (range.from..=range.to).contains(&it.number))
            .cloned()
            .collect();
    }
    if !changes.ranges.is_empty() {
        res.loose.clear();
    }
    for part in &mut res.parts {
        if let Some(label) = changes
            .part_labels
            .get(&part.key)
            .filter(|it| !it.trim().is_empty())
        {
            label.trim().clone_into(&mut part.label);
        }
    }
    for category in &mut res.categories {
        if let Some(label) = changes
            .category_labels
            .get(&category.key)
            .filter(|it| !it.trim().is_empty())
        {
            category.label = Some(label.trim().to_owned());
        }
    }
    res
}

/// The edition of an instrument that the unit uses now: its key, if it is the unit's own.
///
/// # Errors
/// Only the file's own.
pub fn used_edition(read: &Read<'_>, key: &str) -> Result<Option<String>> {
    Ok(chosen(read)?.used.remove(key))
}

/// The form that new families are assessed by, and its edition.
///
/// # Errors
/// Only the file's own.
pub fn screening(read: &Read<'_>) -> Result<(String, Option<String>)> {
    let mut chosen = chosen(read)?;
    let key = chosen
        .screening
        .unwrap_or_else(|| FIRST_SCREENING.to_owned());
    let edition = chosen.used.remove(&key);
    Ok((key, edition))
}

/// The shelf.
///
/// # Errors
/// Only the file's own.
pub fn shelf(read: &Read<'_>, _: crate::api::Nothing) -> Result<InstrumentShelf> {
    let chosen = chosen(read)?;
    let mut instruments = Vec::new();
    for it in all() {
        let own = chosen.used.get(&it.key).map(String::as_str);
        instruments.push(find(read, &it.key, own)?.unwrap_or_else(|| it.clone()));
    }
    Ok(InstrumentShelf {
        instruments,
        shipped: all(),
        editions: sql::editions(read)?,
        screening: chosen
            .screening
            .unwrap_or_else(|| FIRST_SCREENING.to_owned()),
        used: chosen.used,
    })
}

/// Keeps changes: in the latest edition while nobody has answered it, else in a
/// new one. Either is used from now on.
///
/// # Errors
/// At the changes' own fields; [`Reason::Unknown`] at `instrument`.
pub fn save_edition(write: &Write<'_>, input: SaveEdition) -> Result<String> {
    let base =
        shipped(&input.instrument).ok_or_else(|| Error::invalid("instrument", Reason::Unknown))?;
    rules::check(base, &input.changes)?;
    let read = write.as_read();
    let latest = sql::editions(&read)?
        .into_iter()
        .find(|it| it.instrument == base.key);
    let in_screening = screening(&read)?.0 == base.key;
    if base.shell && in_screening && input.changes.ranges.is_empty() {
        return Err(Error::invalid("ranges.1.to", Reason::Required));
    }
    let id = match latest {
        Some(it) if !it.answered => {
            sql::change_edition(write, &it.id, &input.changes)?;
            it.id
        }
        latest => {
            let id = write.new_id();
            let version = latest.map_or(1, |it| it.version + 1);
            sql::insert_edition(write, &id, &base.key, version, &input.changes)?;
            id
        }
    };
    let mut now = chosen(&read)?;
    now.used.insert(base.key.clone(), id.clone());
    unit_settings::keep(write, SETTING, &now)?;
    write.record(&Event::SettingChanged {
        key: format!("{SETTING}/{}", base.key),
    })?;
    Ok(id)
}

/// Uses another edition from now on, or the shipped one again. Families that
/// have begun keep theirs.
///
/// # Errors
/// `NotFound`; [`Reason::Required`] at `edition` for a shell in use for the
/// first assessment, whose shipped edition has no boundaries.
pub fn use_edition(write: &Write<'_>, input: UseEdition) -> Result<()> {
    let read = write.as_read();
    let found = find(&read, &input.instrument, input.edition.as_deref())?
        .or_not_found("instrument_edition")?;
    let mut now = chosen(&read)?;
    if !found.loose.is_empty() && screening(&read)?.0 == input.instrument {
        return Err(Error::invalid("edition", Reason::Required));
    }
    match input.edition {
        Some(id) => now.used.insert(input.instrument.clone(), id),
        None => now.used.remove(&input.instrument),
    };
    unit_settings::keep(write, SETTING, &now)?;
    write.record(&Event::SettingChanged {
        key: format!("{SETTING}/{}", input.instrument),
    })
}

/// Chooses the form for the first assessment of families from now on.
///
/// # Errors
/// [`Reason::NotAChoice`] at `instrument`; [`Reason::Required`] at `ranges.1.to`
/// for a shell whose parts have no boundaries.
pub fn choose_screening(write: &Write<'_>, input: ChooseScreening) -> Result<()> {
    let read = write.as_read();
    let mut now = chosen(&read)?;
    let own = now.used.get(&input.instrument).map(String::as_str);
    let found = find(&read, &input.instrument, own)?
        .filter(|it| it.kind == InstrumentKind::Screening)
        .ok_or_else(|| Error::invalid("instrument", Reason::NotAChoice))?;
    if !found.loose.is_empty() {
        return Err(Error::invalid("ranges.1.to", Reason::Required));
    }
    now.screening = Some(input.instrument);
    unit_settings::keep(write, SETTING, &now)?;
    write.record(&Event::SettingChanged {
        key: SETTING.into(),
    })
}
