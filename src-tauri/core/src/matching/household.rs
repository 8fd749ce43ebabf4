//! Step 5: what the household should be asked about before a placement.
//!
//! Warnings only. Children near in age are named by the interviews as a cause
//! of breakdown; the number of years is Hemvist's own. An own child near in
//! age is warned of whether older or younger, and the fact tells which: the
//! specification's rule says younger, its worked example has an older one.

use uuid::Uuid;

use super::MatchingRules;
use super::calendar::{whole_years, within_years};
use super::facts::{ChildFacts, HomeFacts, HouseholdMeasure, Measure, WarningKey};
use super::result::{HouseholdWarning, WarningFact};

/// Every warning for this child in this home, with its measure when written.
pub fn warnings(
    child: &ChildFacts,
    home: &HomeFacts,
    rules: &MatchingRules,
    measures: &[HouseholdMeasure],
) -> Vec<HouseholdWarning> {
    let mut res = Vec::new();
    let mut warn = |warning, person: Option<Uuid>, fact| {
        let measure = written(measures, home.id, warning, person);
        res.push(HouseholdWarning {
            warning,
            person,
            fact,
            measure,
        });
    };
    for it in &home.children {
        if !within_years(child.birth_date, it.birth_date, rules.age_gap_years) {
            continue;
        }
        let age = whole_years(it.birth_date, child.start_day);
        if it.placed {
            warn(
                WarningKey::PlacedChildClose,
                Some(it.person),
                WarningFact::PlacedChildClose { age },
            );
        } else {
            let younger = it.birth_date > child.birth_date;
            warn(
                WarningKey::OwnChildClose,
                Some(it.person),
                WarningFact::OwnChildClose { age, younger },
            );
        }
    }
    let listed = count(home.children.iter().filter(|it| it.placed).count());
    let placed = home
        .taken
        .own
        .saturating_add(home.taken.other_municipalities)
        .max(listed);
    if child.only_placed_child && placed > 0 {
        warn(
            WarningKey::OnlyPlacedChild,
            None,
            WarningFact::OthersPlaced { placed },
        );
    }
    for it in home
        .children
        .iter()
        .filter(|it| it.placed && it.only_placed_child)
    {
        warn(
            WarningKey::OnlyPlacedChild,
            Some(it.person),
            WarningFact::HousemateNeedsToBeOnly,
        );
    }
    let demanding =
        home.children.iter().filter(|it| it.demanding).count() + usize::from(child.demanding);
    if child.demanding && count(demanding) >= rules.demanding_children {
        warn(
            WarningKey::DemandingNeeds,
            None,
            WarningFact::DemandingNeeds {
                children: count(demanding),
            },
        );
    }
    let needed = child.places_needed.max(1);
    match home.free_bedrooms {
        None => warn(WarningKey::Bedroom, None, WarningFact::BedroomsNotKnown),
        Some(free) if free < needed => {
            warn(
                WarningKey::Bedroom,
                None,
                WarningFact::BedroomsShort { free, needed },
            );
        }
        Some(_) => {}
    }
    for it in &home.planned_changes {
        if it.on >= child.start_day && child.expected_until.is_none_or(|until| it.on <= until) {
            warn(
                WarningKey::PlannedChange,
                None,
                WarningFact::PlannedChange {
                    change: it.change,
                    on: it.on,
                },
            );
        }
    }
    res
}

fn written(
    measures: &[HouseholdMeasure],
    home: Uuid,
    warning: WarningKey,
    person: Option<Uuid>,
) -> Option<Measure> {
    let found = measures
        .iter()
        .find(|it| it.home == home && it.warning == warning && it.person == person)?;
    Some(found.measure.clone())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
