//! What must be true of the investigation itself: written, told to the family,
//! read by another, and decided by whoever the unit's table says.

use chrono::NaiveDate;

use crate::blocker::Blocker;
use crate::homes::Care;
use crate::recruitment::delegation::Body;
use crate::recruitment::parts::{part_kinds, proposal_kinds};

/// What the investigation holds.
#[derive(Debug, Clone, Default)]
pub struct InvestigationFacts {
    /// Keys of parts with a text.
    pub written: Vec<String>,
    /// Keys of the proposal's fields that are filled in.
    pub proposed: Vec<String>,
    /// The care that is proposed.
    pub care: Option<Care>,
    /// When the family was sent it.
    pub sent_on: Option<NaiveDate>,
    /// When their answer is due.
    pub answer_due: Option<NaiveDate>,
    /// Whether they have answered, or declined to.
    pub answered: bool,
    /// When they did.
    pub answered_on: Option<NaiveDate>,
    /// When another than the writer had read it.
    pub read_on: Option<NaiveDate>,
    /// Who approves such a home by the unit's table; nothing when it is not set.
    pub body: Option<Body>,
    /// Whether the paper has been issued and not sent back.
    pub paper_issued: bool,
    /// Whether a body of elected members has decided on it.
    pub board_decided: bool,
}

/// Adds what is missing.
pub fn blockers(found: &mut Vec<Blocker>, facts: &InvestigationFacts, own_children: bool) {
    for part in part_kinds() {
        let asked = part.compulsory && (own_children || !part.only_with_own_children);
        if asked && !facts.written.contains(&part.key) {
            found.push(Blocker::InvestigationPartMissing {
                part: part.key.clone(),
            });
        }
    }
    for field in proposal_kinds().iter().filter(|it| it.compulsory) {
        if !facts.proposed.contains(&field.key) {
            found.push(Blocker::InvestigationPartMissing {
                part: field.key.clone(),
            });
        }
    }
    if facts.sent_on.is_none() {
        found.push(Blocker::FamilyNotTold);
    } else if !facts.answered {
        found.push(Blocker::FamilyAnswerMissing {
            due: facts.answer_due,
        });
    }
    if facts.read_on.is_none() {
        found.push(Blocker::SecondReaderMissing);
    }
    if let Some(care) = facts.care {
        undecided(found, facts, care);
    }
}

fn undecided(found: &mut Vec<Blocker>, facts: &InvestigationFacts, care: Care) {
    match facts.body {
        None => found.push(Blocker::DelegationNotSet {
            care: care.code().to_owned(),
        }),
        Some(Body::Board | Body::Section) if facts.board_decided => {}
        Some(Body::Board | Body::Section) if facts.paper_issued => {
            found.push(Blocker::BoardDecisionMissing);
        }
        Some(Body::Board | Body::Section) => found.push(Blocker::ApprovalPaperNotIssued),
        Some(Body::Delegate) => {}
    }
}

/// Hinders that a supervisor's reason cannot replace: what is to be approved
/// must be said, and nobody decides in the place of elected members.
#[must_use]
pub fn nobody_may_override(blocker: &Blocker) -> bool {
    match blocker {
        Blocker::InvestigationPartMissing { part } => ["care", "places"].contains(&part.as_str()),
        Blocker::ApprovalPaperNotIssued | Blocker::BoardDecisionMissing => true,
        _ => false,
    }
}

/// What stands between a complete investigation and its decision: the paper
/// that leads to the decision does not ask for it.
#[must_use]
pub fn is_about_the_decision(blocker: &Blocker) -> bool {
    matches!(
        blocker,
        Blocker::DelegationNotSet { .. }
            | Blocker::ApprovalPaperNotIssued
            | Blocker::BoardDecisionMissing
    )
}

/// The stage a blocker of the investigation belongs to; nothing for others.
#[must_use]
pub fn stage_of(blocker: &Blocker) -> Option<&'static str> {
    match blocker {
        Blocker::InvestigationPartMissing { .. } => Some("writing"),
        Blocker::FamilyNotTold | Blocker::FamilyAnswerMissing { .. } => Some("communication"),
        Blocker::SecondReaderMissing => Some("review"),
        it if is_about_the_decision(it) => Some("decision"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete(body: Option<Body>) -> InvestigationFacts {
        let day: Option<NaiveDate> = "2026-11-10".parse().ok();
        InvestigationFacts {
            written: part_kinds().iter().map(|it| it.key.clone()).collect(),
            proposed: proposal_kinds().iter().map(|it| it.key.clone()).collect(),
            care: Some(Care::Familjehem),
            sent_on: day,
            answer_due: None,
            answered: true,
            answered_on: day,
            read_on: day,
            body,
            paper_issued: false,
            board_decided: false,
        }
    }

    #[track_caller]
    fn check(facts: &InvestigationFacts, children: bool, expected: &[Blocker]) {
        let mut found = Vec::new();
        blockers(&mut found, facts, children);
        assert_eq!(found, expected);
    }

    #[test]
    fn a_delegate_needs_no_paper_and_a_board_needs_one_and_then_its_decision() {
        check(&complete(Some(Body::Delegate)), true, &[]);
        let mut facts = complete(Some(Body::Section));
        check(&facts, true, &[Blocker::ApprovalPaperNotIssued]);
        facts.paper_issued = true;
        check(&facts, true, &[Blocker::BoardDecisionMissing]);
        facts.board_decided = true;
        check(&facts, true, &[]);
    }

    #[test]
    fn a_unit_that_has_not_said_who_approves_is_asked_to() {
        let care = "familjehem".to_owned();
        check(&complete(None), true, &[Blocker::DelegationNotSet { care }]);
    }

    #[test]
    fn own_children_are_asked_about_only_where_there_are_any() {
        let mut facts = complete(Some(Body::Delegate));
        facts.written.retain(|it| it != "own_children");
        check(&facts, false, &[]);
        let part = "own_children".to_owned();
        check(&facts, true, &[Blocker::InvestigationPartMissing { part }]);
    }

    #[test]
    fn each_compulsory_part_is_missed_alone() {
        let asked = part_kinds()
            .iter()
            .filter(|it| it.compulsory)
            .map(|it| &it.key)
            .chain(
                proposal_kinds()
                    .iter()
                    .filter(|it| it.compulsory)
                    .map(|it| &it.key),
            );
        let mut tried = 0;
        for key in asked {
            let mut facts = complete(Some(Body::Delegate));
            facts.written.retain(|it| it != key);
            facts.proposed.retain(|it| it != key);
            check(
                &facts,
                true,
                &[Blocker::InvestigationPartMissing { part: key.clone() }],
            );
            tried += 1;
        }
        assert_eq!(
            tried,
            10 + 5,
            "ten texts and five fields, by the list in the file"
        );
    }
}
