//! The unit's own limits, names and compulsory steps, over those that are shipped.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::sql;
use super::stages::{Stage, StepKind, stages, step_kinds};
use crate::api::Nothing;
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::law;
use crate::store::{Read, Write};

/// Limits in `assets/rules/limits.toml` that the unit sets here.
const LIMITS: &[&str] = &["enquiry_reply_days", "funnel_caution_below"];

/// Longest limit in days that can be set: a year and a half.
const MOST_DAYS: u32 = 550;

/// What can be set, what is shipped and what the unit has.
#[derive(Debug, Serialize, TS)]
pub struct RecruitmentSettings {
    /// Stages in order.
    pub stages: Vec<StageSetting>,
    /// Steps the unit decides about.
    pub steps: Vec<StepSetting>,
    /// Single numbers.
    pub limits: Vec<LimitSetting>,
}

/// A stage as the unit has it.
#[derive(Debug, Serialize, TS)]
pub struct StageSetting {
    /// As it is used.
    pub stage: Stage,
    /// As it is shipped.
    pub shipped: Stage,
}

/// A step as the unit has it.
#[derive(Debug, Serialize, TS)]
pub struct StepSetting {
    /// As it is used.
    pub step: StepKind,
    /// Whether it is shipped as compulsory.
    pub shipped: bool,
}

/// A number as the unit has it.
#[derive(Debug, Serialize, TS)]
pub struct LimitSetting {
    /// Key.
    pub key: String,
    /// What it says, in Swedish.
    pub description: String,
    /// As it is used.
    pub value: u32,
    /// As it is shipped.
    pub shipped: u32,
    /// Where the shipped one comes from.
    pub source: String,
}

/// One thing to set.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRecruitmentSetting {
    /// `stage.<key>.limit_days`, `stage.<key>.label`, `step.<key>.compulsory` or `limit.<key>`.
    pub key: String,
    /// The value (`1` or `0` for compulsory); nothing goes back to what is shipped.
    pub value: Option<String>,
}

/// What can be set.
///
/// # Errors
/// Only the file's own.
pub fn recruitment_settings(read: &Read<'_>, _: Nothing) -> Result<RecruitmentSettings> {
    let limits = LIMITS
        .iter()
        .map(|key| {
            let shipped = law::limit(key, read.today())?;
            let description = law::limits()
                .iter()
                .find(|it| it.key == *key)
                .map_or(String::new(), |it| it.description.clone());
            Ok(LimitSetting {
                key: (*key).to_owned(),
                description,
                value: limit_of_unit(read, key)?,
                shipped: shipped.value,
                source: shipped.source,
            })
        })
        .collect::<Result<_>>()?;
    Ok(RecruitmentSettings {
        stages: stages_of_unit(read)?
            .into_iter()
            .zip(stages())
            .map(|(stage, shipped)| StageSetting {
                stage,
                shipped: shipped.clone(),
            })
            .collect(),
        steps: steps_of_unit(read)?
            .into_iter()
            .zip(step_kinds())
            .filter(|(_, shipped)| shipped.optional)
            .map(|(step, shipped)| StepSetting {
                step,
                shipped: shipped.compulsory,
            })
            .collect(),
        limits,
    })
}

/// Sets one thing, or takes it back to what is shipped.
///
/// # Errors
/// [`Reason::Unknown`] at `key`; at `value`.
pub fn save_recruitment_setting(write: &Write<'_>, input: SaveRecruitmentSetting) -> Result<()> {
    let value = input
        .value
        .as_deref()
        .map(str::trim)
        .filter(|it| !it.is_empty());
    check(&input.key, value)?;
    sql::settings::set(write, &input.key, value)?;
    write.record(&Event::SettingChanged { key: input.key })
}

fn check(key: &str, value: Option<&str>) -> Result<()> {
    let days = || match value.map(str::parse::<u32>) {
        None | Some(Ok(1..=MOST_DAYS)) => Ok(()),
        _ => Err(Error::invalid(
            "value",
            Reason::NotANumber {
                min: 1,
                max: MOST_DAYS.into(),
            },
        )),
    };
    let parts: Vec<&str> = key.split('.').collect();
    match parts.as_slice() {
        ["stage", stage, "limit_days"]
            if stages()
                .iter()
                .any(|it| it.key == *stage && it.limit_days.is_some()) =>
        {
            days()
        }
        ["stage", stage, "label"] if stages().iter().any(|it| it.key == *stage) => {
            if value.is_some_and(|it| it.chars().count() > 60) {
                return Err(Error::invalid("value", Reason::TooLong { max: 60 }));
            }
            Ok(())
        }
        ["step", step, "compulsory"]
            if step_kinds().iter().any(|it| it.key == *step && it.optional) =>
        {
            match value {
                None | Some("0" | "1") => Ok(()),
                Some(_) => Err(Error::invalid("value", Reason::NotAChoice)),
            }
        }
        ["limit", limit] if LIMITS.contains(limit) => days(),
        _ => Err(Error::invalid("key", Reason::Unknown)),
    }
}

/// Stages as the unit has them.
///
/// # Errors
/// Only the file's own.
pub fn stages_of_unit(read: &Read<'_>) -> Result<Vec<Stage>> {
    let mut res = stages().to_vec();
    for (key, value) in sql::settings::all(read)? {
        let Some((stage, what)) = key.strip_prefix("stage.").and_then(|it| it.split_once('.'))
        else {
            continue;
        };
        let Some(stage) = res.iter_mut().find(|it| it.key == stage) else {
            continue;
        };
        match what {
            "label" => stage.label = value,
            _ => stage.limit_days = value.parse().ok().or(stage.limit_days),
        }
    }
    Ok(res)
}

/// Steps as the unit has them.
///
/// # Errors
/// Only the file's own.
pub fn steps_of_unit(read: &Read<'_>) -> Result<Vec<StepKind>> {
    let mut res = step_kinds().to_vec();
    for (key, value) in sql::settings::all(read)? {
        let step = key
            .strip_prefix("step.")
            .and_then(|it| it.strip_suffix(".compulsory"));
        if let Some(step) = res
            .iter_mut()
            .find(|it| it.optional && Some(it.key.as_str()) == step)
        {
            step.compulsory = value == "1";
        }
    }
    Ok(res)
}

/// One of the numbers as the unit has it.
///
/// # Errors
/// Our own fault when the limit is unknown.
pub fn limit_of_unit(read: &Read<'_>, key: &str) -> Result<u32> {
    let own = sql::settings::one(read, &format!("limit.{key}"))?.and_then(|it| it.parse().ok());
    own.map_or_else(|| law::limit(key, read.today()).map(|it| it.value), Ok)
}
