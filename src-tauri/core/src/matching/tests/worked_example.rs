//! The example of the specification (5.5), to the digit. Its people are invented.

use super::*;
use Evidence::{Assessed, Seen, Stated};
use Importance::{Essential, Important, Wish};
use Level::{No, WithSupport, Yes};

fn sheet() -> ChildFacts {
    child(&[
        ("skola", Essential),
        ("adhd", Essential),
        ("jämnåriga", Important),
        ("hemma", Important),
        ("katt", Wish),
    ])
}

fn ek() -> HomeFacts {
    let it = says(home("Ek"), "skola", Yes, Seen);
    let it = says(it, "adhd", WithSupport, Stated);
    let it = says(it, "jämnåriga", No, Seen);
    let it = says(it, "hemma", Yes, Stated);
    let it = says(it, "katt", Yes, Stated);
    with(it, |it| {
        it.children.push(HouseholdChild {
            person: Uuid::from_u128(10),
            birth_date: day("2016-09-01"),
            placed: false,
            only_placed_child: false,
            demanding: false,
        });
    })
}

fn lind() -> HomeFacts {
    let it = measure(
        says(home("Lind"), "skola", WithSupport, Assessed),
        "Taxi är avtalad",
    );
    let it = says(it, "adhd", Yes, Seen);
    let it = says(it, "jämnåriga", Yes, Assessed);
    let it = measure(
        says(it, "hemma", WithSupport, Assessed),
        "Deltid med arvode",
    );
    says(it, "katt", No, Stated)
}

fn ask_home() -> HomeFacts {
    let it = says(home("Ask"), "skola", Yes, Stated);
    let it = says(it, "jämnåriga", Yes, Assessed);
    let it = says(it, "hemma", No, Stated);
    says(it, "katt", Yes, Stated)
}

/// points, weight, shown fit, coverage known, coverage total, shown coverage.
fn numbers(result: &MatchResult, name: &str) -> [u32; 6] {
    let it = result.homes().find(|it| it.name == name).unwrap();
    let (fit, coverage) = (it.fit.unwrap(), it.coverage.unwrap());
    [
        fit.points,
        fit.weight,
        fit.hundredths,
        coverage.known,
        coverage.total,
        coverage.hundredths,
    ]
}

fn parts(result: &MatchResult, name: &str) -> (Vec<Option<u32>>, Vec<Option<u32>>) {
    let it = result.homes().find(|it| it.name == name).unwrap();
    it.needs
        .iter()
        .map(|need| (need.points, need.share))
        .unzip()
}

#[test]
fn the_three_homes_come_out_as_the_specification_says() {
    let result = run(&sheet(), &[ek(), lind(), ask_home()]);
    // (6+1.8+0+2.4+0.8)/19, (3.6+6+3+1.8+0)/19, (4.8+3+0+0.8)/13.
    assert_eq!(numbers(&result, "Ek"), [1100, 19, 58, 19, 19, 100]);
    assert_eq!(numbers(&result, "Lind"), [1440, 19, 76, 19, 19, 100]);
    assert_eq!(numbers(&result, "Ask"), [860, 13, 66, 13, 19, 68]);
    // Ask has no open essential (it is unknown); Ek has one.
    assert_eq!(picture(&result), "1: Lind · 2: Ask, Ek · 3: · 4:");
}

#[test]
fn shown_parts_add_up_to_the_shown_number() {
    let result = run(&sheet(), &[ek(), lind(), ask_home()]);
    let some = |it: [u32; 5]| it.map(Some).to_vec();
    // By hand: 600/19 = 31 r 11, 180/19 = 9 r 9, 240/19 = 12 r 12, 80/19 = 4 r 4; two left over.
    assert_eq!(
        parts(&result, "Ek"),
        (some([600, 180, 0, 240, 80]), some([32, 9, 0, 13, 4]))
    );
    // 18 r 18, 31 r 11, 15 r 15, 9 r 9; three left over.
    assert_eq!(
        parts(&result, "Lind"),
        (some([360, 600, 300, 180, 0]), some([19, 32, 16, 9, 0]))
    );
    // 480/13 = 36 r 12, 300/13 = 23 r 1, 80/13 = 6 r 2; one left over.
    let ask_points = vec![Some(480), None, Some(300), Some(0), Some(80)];
    assert_eq!(
        parts(&result, "Ask"),
        (ask_points, vec![Some(37), None, Some(23), Some(0), Some(6)])
    );
}

#[test]
fn each_band_has_its_reason() {
    let result = run(&sheet(), &[ek(), lind(), ask_home()]);
    let of = |name: &str| result.homes().find(|it| it.name == name).unwrap();
    let adhd = || Key::from("adhd");
    assert_eq!(
        of("Ek").reasons,
        [BandReason::EssentialLacksMeasure { need: adhd() }]
    );
    assert_eq!(of("Lind").reasons, []);
    assert_eq!(
        of("Ask").reasons,
        [
            BandReason::EssentialUnknown { need: adhd() },
            BandReason::CoverageLow {
                hundredths: 68,
                limit: 80
            }
        ]
    );
    let essentials = |met, with_measure, open, unknown| Essentials {
        met,
        with_measure,
        open,
        unknown,
    };
    assert_eq!(of("Ek").essentials, essentials(1, 0, 1, 0));
    assert_eq!(of("Lind").essentials, essentials(1, 1, 0, 0));
    assert_eq!(of("Ask").essentials, essentials(1, 0, 0, 1));
    let facts: Vec<_> = of("Ek").warnings.iter().map(|it| it.fact.clone()).collect();
    assert_eq!(
        facts,
        [WarningFact::OwnChildClose {
            age: 10,
            younger: false
        }]
    );
    assert_eq!(
        (of("Lind").warnings.len(), of("Ask").warnings.len()),
        (0, 0)
    );
}

#[test]
fn the_lines_follow_by_themselves() {
    use crate::matching::lines::{Line, lines};
    let homes = [ek(), lind(), ask_home()];
    let result = run(&sheet(), &homes);
    let of = |at: usize| lines(&sheet(), &homes[at], result.home(homes[at].id).unwrap());
    let kinds = |at: usize| {
        let kind = |line: &Line| {
            serde_json::to_value(line).unwrap()["kind"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        of(at).iter().map(kind).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(kinds(0), "met with_support not_met met met household");
    assert_eq!(kinds(1), "with_support met met with_support not_met");
    assert_eq!(kinds(2), "met unknown met not_met met");
    let against = |at: usize| of(at).iter().filter(|line| line.speaks_against()).count();
    assert_eq!([against(0), against(1), against(2)], [3, 1, 2]);
    let Line::WithSupport {
        measure: Some(measure),
        ground,
        need_text,
        ..
    } = &of(1)[0]
    else {
        panic!("the school needs a taxi: {:?}", of(1)[0]);
    };
    assert_eq!(
        (measure.text.as_str(), ground.source.as_str()),
        ("Taxi är avtalad", "Hembesök")
    );
    assert_eq!(
        (need_text.as_str(), ground.on),
        ("behovet skola", day("2026-10-01"))
    );
}
