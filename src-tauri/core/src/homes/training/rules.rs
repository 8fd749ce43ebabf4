//! What training is owed, and from what day it is late. Facts and a day in.
//!
//! Not modelled: that the law has the municipality provide the training without
//! obliging the home to attend; the unit chooses whether and when to ask for it.

use chrono::NaiveDate;

use super::RequiredBefore;
use crate::law;

/// What a home's training is reckoned from.
#[derive(Debug, Clone)]
pub struct TrainingFacts {
    /// When it must be done, as the unit has chosen.
    pub required_before: Option<RequiredBefore>,
    /// Months from the approval.
    pub months: u32,
    /// Homes approved before this day are not asked.
    pub from: Option<NaiveDate>,
    /// When the home was investigated and approved.
    pub approved_on: Option<NaiveDate>,
    /// When a child first moved in.
    pub first_placed_on: Option<NaiveDate>,
}

/// The day by which the training should be done, for a home that has meetings left.
/// `Some(None)` says that it is asked for but has no day yet.
#[must_use]
pub fn due_on(facts: &TrainingFacts) -> Option<Option<NaiveDate>> {
    let approved_on = facts.approved_on?;
    if facts.from.is_some_and(|from| approved_on < from) {
        return None;
    }
    match facts.required_before? {
        RequiredBefore::Approval => Some(Some(approved_on)),
        RequiredBefore::FirstPlacement => Some(facts.first_placed_on),
        RequiredBefore::WithinNMonths => Some(Some(law::months_after(approved_on, facts.months))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(required: Option<RequiredBefore>, from: Option<&str>, expected: Option<Option<&str>>) {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let facts = TrainingFacts {
            required_before: required,
            months: 6,
            from: from.map(day),
            approved_on: Some(day("2026-08-31")),
            first_placed_on: Some(day("2026-10-01")),
        };
        assert_eq!(due_on(&facts), expected.map(|it| it.map(day)));
    }

    #[test]
    fn the_day_follows_the_units_choice() {
        use RequiredBefore::{Approval, FirstPlacement, WithinNMonths};
        check(None, None, None);
        check(Some(Approval), None, Some(Some("2026-08-31")));
        check(Some(FirstPlacement), None, Some(Some("2026-10-01")));
        // Clamped to the end of February.
        check(Some(WithinNMonths), None, Some(Some("2027-02-28")));
        check(
            Some(WithinNMonths),
            Some("2026-08-31"),
            Some(Some("2027-02-28")),
        );
        check(Some(WithinNMonths), Some("2026-09-01"), None);
    }

    #[test]
    fn a_home_that_is_not_approved_or_has_no_child_has_no_day() {
        let facts = TrainingFacts {
            required_before: Some(RequiredBefore::FirstPlacement),
            months: 6,
            from: None,
            approved_on: None,
            first_placed_on: None,
        };
        assert_eq!(due_on(&facts), None);
        let approved = TrainingFacts {
            approved_on: "2026-08-31".parse().ok(),
            ..facts
        };
        assert_eq!(due_on(&approved), Some(None));
    }
}
