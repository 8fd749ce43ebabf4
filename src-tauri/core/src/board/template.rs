//! What a paper is made of, as data: the kind's fields, tables and sentences,
//! and a municipality's order and headings. A template can reorder, rename and
//! leave out; it cannot reach a fact that was not gathered.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperKind {
    /// Title with words to fill in.
    pub title: String,
    /// Texts the writer fills in.
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldKind>,
    /// Tables the writer fills in.
    #[serde(rename = "table")]
    pub tables: Vec<TableKind>,
    /// Sentences made from facts.
    pub phrases: BTreeMap<String, String>,
    /// Headings of leaves, where a template has none of its own.
    #[serde(default)]
    pub headings: BTreeMap<String, String>,
}

/// A text the writer fills in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PaperFieldKind")]
pub struct FieldKind {
    /// Column and key.
    pub name: String,
    /// Swedish label.
    pub label: String,
    /// What belongs here.
    pub help: String,
    /// Soft limit in characters.
    pub max: u32,
    /// Whether the paper is incomplete without it.
    pub compulsory: bool,
}

/// A table the writer fills in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PaperTableKind")]
pub struct TableKind {
    /// Key.
    pub part: String,
    /// Swedish label.
    pub label: String,
    /// What belongs here.
    pub help: String,
    /// Headings of its two to four columns.
    pub columns: Vec<String>,
    /// Whether the paper is incomplete without a row.
    pub compulsory: bool,
}

/// A municipality's order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Key.
    pub key: String,
    /// Swedish name.
    pub title: String,
    /// Counts its changes; an issued paper keeps it.
    pub version: u32,
    /// Whose order it is.
    pub source: String,
    /// What the paper is called in the letterhead.
    pub kind: String,
    /// What the case number is called.
    pub case_label: String,
    /// Heading of the distribution list.
    pub distribution: String,
    /// Headings of parts that stand inside others.
    pub headings: BTreeMap<String, String>,
    /// Parts of "Placering" in order.
    #[serde(rename = "part")]
    pub parts: Vec<TemplatePart>,
    /// Parts of "Godkännande" in order.
    #[serde(rename = "approval_part")]
    pub approval_parts: Vec<TemplatePart>,
}

/// A part of the paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplatePart {
    /// Key.
    pub key: String,
    /// Heading.
    pub heading: String,
    /// Parts that stand inside; none when the part is a leaf.
    #[serde(default)]
    pub parts: Vec<String>,
}

/// The leaves that a template can order: nothing else exists to print.
pub const LEAVES: &[&str] = &[
    "proposal",
    "summary",
    "listed",
    "best_interests",
    "own_words",
    "child_opinion",
    "guardian_opinion",
    "goal",
    "consent",
    "earlier",
    "network",
    "alternatives",
    "why_home",
    "needs",
    "checks",
    "children_after",
    "consult",
    "goals",
    "expected",
    "home_plan",
    "contact",
    "parents_work",
    "school_plan",
    "risks",
    "analysis",
    "assessment",
    "economy",
];

/// The leaves of "Godkännande" that a template can order.
pub const APPROVAL_LEAVES: &[&str] = &[
    "proposal",
    "summary",
    "listed",
    "best_interests",
    "how",
    "household",
    "housing",
    "own_children",
    "everyday",
    "checks",
    "references",
    "interview",
    "training",
    "strengths",
    "vulnerabilities",
    "support_needs",
    "suits",
    "not_suits",
    "consulted",
    "communication",
    "second_reader",
    "assessment",
    "basis",
    "override",
];

/// The kind "Godkännande".
#[must_use]
pub fn godkannande() -> &'static PaperKind {
    static KIND: OnceLock<PaperKind> = OnceLock::new();
    KIND.get_or_init(|| {
        toml::from_str(include_str!(
            "../../../../assets/documents/godkannande.toml"
        ))
        .expect("shipped papers are tested")
    })
}

/// The kind with this code.
#[must_use]
pub fn kind(code: &str) -> &'static PaperKind {
    if code == super::approval::KIND {
        godkannande()
    } else {
        placering()
    }
}

/// The kind "Placering".
#[must_use]
pub fn placering() -> &'static PaperKind {
    static KIND: OnceLock<PaperKind> = OnceLock::new();
    KIND.get_or_init(|| {
        toml::from_str(include_str!("../../../../assets/documents/placering.toml"))
            .expect("shipped papers are tested")
    })
}

/// Every template.
#[must_use]
pub fn templates() -> &'static [Template] {
    static ALL: OnceLock<Vec<Template>> = OnceLock::new();
    ALL.get_or_init(|| {
        [
            include_str!("../../../../assets/documents/jonkoping.toml"),
            include_str!("../../../../assets/documents/huddinge.toml"),
            include_str!("../../../../assets/documents/neutral.toml"),
        ]
        .into_iter()
        .map(|text| toml::from_str(text).expect("shipped templates are tested"))
        .collect()
    })
}

/// A template by its key.
#[must_use]
pub fn template(key: &str) -> Option<&'static Template> {
    templates().iter().find(|it| it.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_prints_every_leaf_of_an_approval_once() {
        for template in templates() {
            let mut printed: Vec<&str> = Vec::new();
            for part in &template.approval_parts {
                if part.parts.is_empty() {
                    printed.push(&part.key);
                }
                printed.extend(part.parts.iter().map(String::as_str));
            }
            printed.sort_unstable();
            let mut all = APPROVAL_LEAVES.to_vec();
            all.sort_unstable();
            assert_eq!(printed, all, "{}", template.key);
        }
    }

    #[test]
    fn every_part_of_the_investigation_is_a_leaf() {
        for part in crate::recruitment::part_kinds() {
            assert!(APPROVAL_LEAVES.contains(&part.key.as_str()), "{}", part.key);
        }
    }

    #[test]
    fn a_template_orders_only_what_exists_and_leaves_no_compulsory_field_out() {
        for template in templates() {
            let mut printed: Vec<&str> = Vec::new();
            for part in &template.parts {
                if part.parts.is_empty() {
                    printed.push(&part.key);
                }
                printed.extend(part.parts.iter().map(String::as_str));
            }
            for leaf in &printed {
                assert!(
                    LEAVES.contains(leaf),
                    "{}: {leaf} does not exist",
                    template.key
                );
            }
            let kind = placering();
            let needed = kind
                .fields
                .iter()
                .filter(|it| it.compulsory)
                .map(|it| it.name.as_str());
            for name in needed.chain(kind.tables.iter().map(|it| it.part.as_str())) {
                assert_eq!(
                    printed.iter().filter(|it| **it == name).count(),
                    1,
                    "{}: {name}",
                    template.key
                );
            }
        }
    }
}
