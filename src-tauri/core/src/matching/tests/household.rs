//! The household check: who is near in age, who needs to be alone, what is coming.

use super::*;

fn housemate(birth: &str, placed: bool) -> HouseholdChild {
    HouseholdChild {
        person: Uuid::from_u128(0xB),
        birth_date: day(birth),
        placed,
        only_placed_child: false,
        demanding: false,
    }
}

fn facts(child: &ChildFacts, home: HomeFacts) -> Vec<WarningFact> {
    let result = run(child, &[home]);
    let it = result.homes().next().unwrap();
    it.warnings
        .iter()
        .map(|warning| warning.fact.clone())
        .collect()
}

#[test]
fn near_in_age_is_two_years_to_the_day() {
    // The child is born 2017-05-01 and is placed on 2026-11-23.
    let cases = [
        (
            "2019-05-01",
            true,
            Some(WarningFact::PlacedChildClose { age: 7 }),
        ),
        ("2019-05-02", true, None),
        (
            "2015-05-01",
            true,
            Some(WarningFact::PlacedChildClose { age: 11 }),
        ),
        ("2015-04-30", true, None),
        (
            "2019-05-01",
            false,
            Some(WarningFact::OwnChildClose {
                age: 7,
                younger: true,
            }),
        ),
        ("2019-05-02", false, None),
        (
            "2015-05-01",
            false,
            Some(WarningFact::OwnChildClose {
                age: 11,
                younger: false,
            }),
        ),
        (
            "2017-05-01",
            false,
            Some(WarningFact::OwnChildClose {
                age: 9,
                younger: false,
            }),
        ),
    ];
    for (birth, placed, expected) in cases {
        let home = with(home("Ek"), |it| it.children.push(housemate(birth, placed)));
        assert_eq!(
            facts(&child(&[]), home),
            Vec::from_iter(expected),
            "born {birth}, placed {placed}"
        );
    }
}

#[test]
fn a_child_who_needs_to_be_the_only_one_is_noticed_both_ways() {
    let mut alone = child(&[]);
    alone.only_placed_child = true;
    let other_unit = with(home("Ek"), |it| it.taken.other_municipalities = 1);
    assert_eq!(
        facts(&alone, other_unit),
        [WarningFact::OthersPlaced { placed: 1 }]
    );
    assert_eq!(facts(&alone, home("Ek")), []);
    let already = with(home("Ek"), |it| {
        it.children.push(HouseholdChild {
            only_placed_child: true,
            ..housemate("2010-01-01", true)
        });
    });
    assert_eq!(
        facts(&child(&[]), already),
        [WarningFact::HousemateNeedsToBeOnly]
    );
}

#[test]
fn demanding_needs_are_summed_with_this_child() {
    let mut demanding = child(&[]);
    demanding.demanding = true;
    let busy = with(home("Ek"), |it| {
        it.children.push(HouseholdChild {
            demanding: true,
            ..housemate("2010-01-01", false)
        });
    });
    assert_eq!(
        facts(&demanding, busy.clone()),
        [WarningFact::DemandingNeeds { children: 2 }]
    );
    assert_eq!(facts(&demanding, home("Ek")), []);
    assert_eq!(facts(&child(&[]), busy), []);
}

#[test]
fn bedrooms_short_or_not_asked_about() {
    let mut siblings = child(&[]);
    siblings.places_needed = 2;
    let rooms = |free| with(home("Ek"), |it| it.free_bedrooms = free);
    assert_eq!(facts(&siblings, rooms(Some(2))), []);
    assert_eq!(
        facts(&siblings, rooms(Some(1))),
        [WarningFact::BedroomsShort { free: 1, needed: 2 }]
    );
    assert_eq!(
        facts(&siblings, rooms(None)),
        [WarningFact::BedroomsNotKnown]
    );
}

#[test]
fn a_change_counts_from_the_first_to_the_last_expected_day() {
    let mut limited = child(&[]);
    limited.expected_until = Some(day("2027-06-30"));
    let cases = [
        ("2026-11-22", 0),
        ("2026-11-23", 1),
        ("2027-06-30", 1),
        ("2027-07-01", 0),
    ];
    for (on, expected) in cases {
        let change = PlannedChange {
            change: ChangeKind::Move,
            on: day(on),
        };
        let home = with(home("Ek"), |it| it.planned_changes.push(change));
        assert_eq!(facts(&limited, home).len(), expected, "{on}");
    }
}

#[test]
fn a_written_measure_stands_beside_its_warning() {
    let home = with(home("Ek"), |it| {
        it.children.push(housemate("2018-01-01", true));
    });
    let mut question = question(&child(&[]), std::slice::from_ref(&home));
    let measure = Measure {
        text: "Egna rum".into(),
        owner: "Hemmet".into(),
        before: None,
    };
    question.measures.push(HouseholdMeasure {
        home: home.id,
        warning: WarningKey::PlacedChildClose,
        person: Some(Uuid::from_u128(0xB)),
        measure: measure.clone(),
    });
    assert_eq!(
        ask(&question).homes().next().unwrap().warnings[0].measure,
        Some(measure)
    );
    question.measures[0].person = None;
    assert_eq!(
        ask(&question).homes().next().unwrap().warnings[0].measure,
        None
    );
}
