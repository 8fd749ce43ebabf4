//! Stages, steps, sources and closing reasons, read from `assets/rules/stages.toml`.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stretch of the way: a column of the board.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
}

/// A stage on the way.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// Key of its phase.
    pub phase: String,
    /// Days a family should at most stand here; nothing where it may stay.
    pub limit_days: Option<u32>,
}

/// Something that is done on the way.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepKind {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// The stage it belongs to.
    pub stage: String,
    /// Whether the study cannot be concluded without it.
    pub compulsory: bool,
    /// Whether the unit may say that it is compulsory, or is not.
    #[serde(default)]
    pub optional: bool,
    /// Whether it is done with each adult.
    #[serde(default)]
    pub per_adult: bool,
    /// Whether it is asked for only when there are own children.
    #[serde(default)]
    pub only_with_own_children: bool,
    /// What it follows from, so that nobody notes it twice: `method`.
    #[serde(default)]
    pub follows_from: Option<String>,
    /// Key of the short form that its notes are taken by.
    #[serde(default)]
    pub form: Option<String>,
}

/// Why a recruitment is closed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Key.
    pub key: String,
    /// Swedish words.
    pub label: String,
    /// `family` or `unit`.
    pub by: String,
}

/// Where an enquiry came from.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Key.
    pub key: String,
    /// Swedish words.
    pub label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    phase: Vec<Phase>,
    stage: Vec<Stage>,
    step: Vec<StepKind>,
    closing: Vec<Closing>,
    source: Vec<Source>,
}

fn file() -> &'static File {
    static FILE: OnceLock<File> = OnceLock::new();
    FILE.get_or_init(|| {
        toml::from_str(include_str!("../../../../assets/rules/stages.toml"))
            .expect("shipped rules are tested")
    })
}

/// Phases in order.
#[must_use]
pub fn phases() -> &'static [Phase] {
    &file().phase
}

/// Stages in order, as they are shipped.
#[must_use]
pub fn stages() -> &'static [Stage] {
    &file().stage
}

/// Steps in order, as they are shipped.
#[must_use]
pub fn step_kinds() -> &'static [StepKind] {
    &file().step
}

/// Closing reasons.
#[must_use]
pub fn closings() -> &'static [Closing] {
    &file().closing
}

/// Sources of enquiries.
#[must_use]
pub fn sources() -> &'static [Source] {
    &file().source
}

pub(super) fn is_source(key: &str) -> bool {
    sources().iter().any(|it| it.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_belongs_to_a_phase_and_phases_lie_in_order() {
        let mut at = 0;
        for stage in stages() {
            let place = phases().iter().position(|it| it.key == stage.phase);
            let place = place.unwrap_or_else(|| panic!("{} has no phase", stage.key));
            assert!(place == at || place == at + 1, "{} lies apart", stage.key);
            at = place;
        }
        assert_eq!(at + 1, phases().len(), "every phase has a stage");
    }

    #[test]
    fn every_step_belongs_to_a_stage() {
        for step in step_kinds() {
            assert!(
                stages().iter().any(|it| it.key == step.stage),
                "{}",
                step.key
            );
            assert!(
                step.form
                    .as_deref()
                    .is_none_or(|it| crate::instruments::shipped(it).is_some()),
                "{}",
                step.key
            );
        }
    }
}
