//! What is missing, expired or contradictory in a paper as of the meeting day.
//! Facts in, blockers out; the paper prints anyway, with a line at each gap.

use super::facts::PlacementFacts;
use super::template::PaperKind;
use crate::blocker::Blocker;

/// Everything, with what the home's own rules found on that day.
#[must_use]
pub fn blockers(facts: &PlacementFacts, kind: &PaperKind, home: Vec<Blocker>) -> Vec<Blocker> {
    let mut found = Vec::new();
    let blank = |it: &Option<String>| it.as_deref().is_none_or(|text| text.trim().is_empty());
    if blank(&facts.child.own_words) && blank(&facts.child.not_asked_reason) {
        found.push(Blocker::ChildNotHeard);
    }
    if facts.network == "missing" {
        found.push(Blocker::NetworkNotWeighed);
    }
    for field in kind.fields.iter().filter(|it| it.compulsory) {
        if facts
            .texts
            .get(&field.name)
            .is_none_or(|it| it.trim().is_empty())
        {
            found.push(Blocker::FieldMissing {
                field: field.name.clone(),
            });
        }
    }
    for table in kind.tables.iter().filter(|it| it.compulsory) {
        let filled = |row: &[String; 4]| row.iter().any(|it| !it.trim().is_empty());
        if !facts
            .tables
            .get(&table.part)
            .is_some_and(|rows| rows.iter().any(filled))
        {
            found.push(Blocker::FieldMissing {
                field: table.part.clone(),
            });
        }
    }
    found.extend(home);
    if facts.children_after > facts.ivo_limit {
        found.push(Blocker::NoticeToIvo {
            children: facts.children_after,
        });
    }
    if let Some(municipality) = &facts.home.other_municipality {
        found.push(Blocker::OtherMunicipality {
            municipality: municipality.clone(),
        });
    }
    found
}
