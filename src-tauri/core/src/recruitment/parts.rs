//! The parts of an investigation, read from `assets/rules/investigation.toml`.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text of the investigation.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartKind {
    /// Key, and the column it is kept in.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// What belongs there.
    pub help: String,
    /// Soft length in characters.
    pub max: u32,
    /// Whether the study cannot be concluded without it.
    pub compulsory: bool,
    /// Whether it is asked for only when there are own children.
    #[serde(default)]
    pub only_with_own_children: bool,
    /// Kinds of recorded facts that stand beside it and print by themselves.
    pub facts: Vec<String>,
}

/// A field of what is proposed to be approved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalKind {
    /// Key, and the column it is kept in.
    pub key: String,
    /// Swedish name.
    pub label: String,
    /// Whether the study cannot be concluded without it.
    pub compulsory: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    part: Vec<PartKind>,
    proposal: Vec<ProposalKind>,
}

fn file() -> &'static File {
    static FILE: OnceLock<File> = OnceLock::new();
    FILE.get_or_init(|| {
        toml::from_str(include_str!("../../../../assets/rules/investigation.toml"))
            .expect("shipped rules are tested")
    })
}

/// The texts, in the order they are written.
#[must_use]
pub fn part_kinds() -> &'static [PartKind] {
    &file().part
}

/// The fields of the proposal.
#[must_use]
pub fn proposal_kinds() -> &'static [ProposalKind] {
    &file().proposal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recruitment::INVESTIGATION;

    #[test]
    fn every_part_has_its_own_saved_field() {
        let keys = part_kinds()
            .iter()
            .map(|it| &it.key)
            .chain(proposal_kinds().iter().map(|it| &it.key));
        for key in keys {
            assert_eq!(
                INVESTIGATION
                    .fields
                    .iter()
                    .filter(|it| it.name == key)
                    .count(),
                1,
                "{key}"
            );
        }
    }
}
