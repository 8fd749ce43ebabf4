//! The unit's own choices about register checks: whom, how far back, how old.
//!
//! What is not chosen follows the dated rules in `assets/rules`. The police
//! registers are demanded by the ordinance and cannot be turned off.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::law;
use crate::store::{Read, Write, unit_settings};

const KEY: &str = "register_checks";

/// Each choice: its key, which is also its limit's, and what it may be.
const CHOICES: [(&str, u32, u32); 5] = [
    ("check_household_from_age", 15, 18),
    ("social_register_years", 1, 20),
    ("insurance_look_back_years", 1, 10),
    ("register_check_max_age", 1, 12),
    ("register_check_renewal", 1, 60),
];

/// What the unit has chosen; absent keys follow the rules.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Chosen {
    numbers: BTreeMap<String, u32>,
    compulsory: BTreeMap<String, bool>,
}

/// What holds in this unit on a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckSettings {
    /// From this age everybody in the household is checked.
    pub check_household_from_age: u32,
    /// Years back that social registers are asked about.
    pub social_register_years: u32,
    /// Years back that Försäkringskassan is asked about.
    pub insurance_look_back_years: u32,
    /// Months an answer counts.
    pub register_check_max_age: u32,
    /// Months after which a home in use is checked again.
    pub register_check_renewal: u32,
    /// The registers in order, and which must be asked.
    pub registers: Vec<RegisterChoice>,
}

/// Whether a register must be asked.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegisterChoice {
    /// Key.
    pub key: String,
    /// Must be asked.
    pub compulsory: bool,
    /// Demanded by the ordinance: the unit cannot choose.
    pub fixed: bool,
}

/// One choice.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCheckSetting {
    /// A number's key, or a register's.
    pub key: String,
    /// The number; `1` or `0` for a register. Nothing goes back to the rule.
    pub value: Option<u32>,
}

impl CheckSettings {
    /// Whoever was born on this day or before is old enough on a day.
    #[must_use]
    pub fn limit_day(&self, on: NaiveDate) -> NaiveDate {
        let year = on.year() - i32::try_from(self.check_household_from_age).unwrap_or(18);
        // Somebody born on 29 February is a year older on 1 March of a common year.
        NaiveDate::from_ymd_opt(year, on.month(), on.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
            .unwrap_or(on)
    }

    /// The first day on which somebody born on a day is old enough: the mirror
    /// of [`Self::limit_day`].
    #[must_use]
    pub fn first_day(&self, born: NaiveDate) -> NaiveDate {
        let year = born.year() + i32::try_from(self.check_household_from_age).unwrap_or(18);
        NaiveDate::from_ymd_opt(year, born.month(), born.day())
            .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
            .unwrap_or(born)
    }

    /// Whether a register must be asked.
    #[must_use]
    pub fn compulsory(&self, register: &str) -> bool {
        self.registers
            .iter()
            .any(|it| it.key == register && it.compulsory)
    }
}

/// What holds on a day.
///
/// # Errors
/// Our own fault when a rule is missing.
pub fn on_day(read: &Read<'_>, on: NaiveDate) -> Result<CheckSettings> {
    let chosen: Chosen = unit_settings::json(read, KEY)?.unwrap_or_default();
    let number = |key: &str| -> Result<u32> {
        match chosen.numbers.get(key) {
            Some(number) => Ok(*number),
            None => Ok(law::limit(key, on)?.value),
        }
    };
    Ok(CheckSettings {
        check_household_from_age: number("check_household_from_age")?,
        social_register_years: number("social_register_years")?,
        insurance_look_back_years: number("insurance_look_back_years")?,
        register_check_max_age: number("register_check_max_age")?,
        register_check_renewal: number("register_check_renewal")?,
        registers: law::registers()
            .iter()
            .map(|it| RegisterChoice {
                key: it.key.clone(),
                compulsory: it.police
                    || chosen
                        .compulsory
                        .get(&it.key)
                        .copied()
                        .unwrap_or(it.compulsory),
                fixed: it.police,
            })
            .collect(),
    })
}

/// What holds today, for the screen.
///
/// # Errors
/// As [`on_day`].
pub fn check_settings(read: &Read<'_>, _: crate::api::Nothing) -> Result<CheckSettings> {
    on_day(read, read.today())
}

/// Saves one choice.
///
/// # Errors
/// Unknown key; a number out of range; a police register.
pub fn save_check_setting(write: &Write<'_>, input: SaveCheckSetting) -> Result<()> {
    let mut chosen: Chosen = unit_settings::json(&write.as_read(), KEY)?.unwrap_or_default();
    if let Some((key, least, most)) = CHOICES.iter().find(|it| it.0 == input.key) {
        match input.value {
            None => drop(chosen.numbers.remove(*key)),
            Some(number) if (*least..=*most).contains(&number) => {
                chosen.numbers.insert((*key).to_owned(), number);
            }
            Some(_) => {
                let (min, max) = (i64::from(*least), i64::from(*most));
                return Err(Error::invalid("value", Reason::NotANumber { min, max }));
            }
        }
    } else {
        let register = law::registers()
            .iter()
            .find(|it| it.key == input.key)
            .ok_or_else(|| Error::invalid("key", Reason::Unknown))?;
        match input.value {
            _ if register.police => return Err(Error::invalid("value", Reason::NotAChoice)),
            None => drop(chosen.compulsory.remove(&register.key)),
            Some(it @ (0 | 1)) => {
                chosen.compulsory.insert(register.key.clone(), it == 1);
            }
            Some(_) => return Err(Error::invalid("value", Reason::NotAChoice)),
        }
    }
    unit_settings::keep(write, KEY, &chosen)?;
    write.record(&Event::SettingChanged { key: input.key })
}
