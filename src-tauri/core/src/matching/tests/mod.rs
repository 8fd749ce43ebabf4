//! Proof of the whole: worked example, boundaries, the ten properties.

mod boundaries;
mod gates;
mod household;
mod kept;
mod properties;
mod source;
mod worked_example;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::facts::*;
use super::result::*;
use super::{FrozenQuestion, Key, MatchingRules, match_child, synthetic};

const TODAY: &str = "2026-11-23";
const CHILD: Uuid = Uuid::from_u128(0xC);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn instant() -> DateTime<Utc> {
    "2026-11-20T09:30:00Z".parse().unwrap()
}

/// A child of nine with these needs, and nothing else that could be in the way.
fn child(needs: &[(&str, Importance)]) -> ChildFacts {
    ChildFacts {
        id: CHILD,
        birth_date: day("2017-05-01"),
        start_day: day(TODAY),
        expected_until: None,
        care_kind: CareKind::Familjehem,
        places_needed: 1,
        needs: needs
            .iter()
            .map(|(key, importance)| need(key, *importance))
            .collect(),
        network: Vec::new(),
        network_none_found: true,
        only_placed_child: false,
        demanding: false,
        allergic_to: Vec::new(),
        safety_conflicts: Vec::new(),
    }
}

fn need(key: &str, importance: Importance) -> Need {
    Need {
        key: Key::from(key),
        area: NeedArea::Practical,
        text: format!("behovet {key}"),
        importance,
        source: "Behovsbladet".into(),
        on: day("2026-11-01"),
        childs_own_words: false,
    }
}

fn check(register: &str, result_on: &str) -> AdultCheck {
    AdultCheck {
        register: Key::from(register),
        result_on: day(result_on),
        remark: CheckRemark::None,
    }
}

/// A home that passes every gate for [`child`], draws no warning and has answered nothing.
fn home(name: &str) -> HomeFacts {
    HomeFacts {
        id: Uuid::from_bytes(std::array::from_fn(|at| {
            name.as_bytes().get(at).copied().unwrap_or(0)
        })),
        name: name.into(),
        investigated_on: Some(day("2024-03-01")),
        scopes: vec![Scope {
            care_kinds: vec![CareKind::Familjehem],
            age_from: None,
            age_to: None,
            places: 2,
            named_child: None,
            valid_from: day("2024-03-01"),
            valid_to: None,
        }],
        adults: vec![Adult {
            person: Uuid::from_u128(0xA),
            checks: synthetic::REGISTERS
                .map(|register| check(register, "2026-10-01"))
                .into(),
        }],
        pauses: Vec::new(),
        taken: PlacesTaken::default(),
        children: Vec::new(),
        animals: Some(Vec::new()),
        free_bedrooms: Some(4),
        planned_changes: Vec::new(),
        assessed_children: vec![CHILD],
        keeps_school: None,
        last_request_on: None,
        requests_last_year: 0,
        capabilities: Vec::new(),
    }
}

fn with(mut home: HomeFacts, change: impl FnOnce(&mut HomeFacts)) -> HomeFacts {
    change(&mut home);
    home
}

/// The home with one more answer, of this day.
fn says_on(home: HomeFacts, need: &str, level: Level, evidence: Evidence, on: &str) -> HomeFacts {
    with(home, |it| {
        it.capabilities.push(Capability {
            id: Uuid::from_u128(it.capabilities.len() as u128 + 1),
            need: Key::from(need),
            level,
            evidence,
            text: format!("svar om {need}"),
            source: "Hembesök".into(),
            on: day(on),
            ageless: false,
            measure: None,
        });
    })
}

/// The home with one more answer, fresh.
fn says(home: HomeFacts, need: &str, level: Level, evidence: Evidence) -> HomeFacts {
    says_on(home, need, level, evidence, "2026-10-01")
}

/// The home with a measure written on its latest answer.
fn measure(home: HomeFacts, text: &str) -> HomeFacts {
    let measure = Measure {
        text: text.into(),
        owner: "Kommunen".into(),
        before: Some(day("2026-12-01")),
    };
    with(home, |it| {
        it.capabilities.last_mut().unwrap().measure = Some(Box::new(measure));
    })
}

fn question(child: &ChildFacts, homes: &[HomeFacts]) -> FrozenQuestion {
    FrozenQuestion {
        child: child.clone(),
        homes: homes.to_vec(),
        rules: MatchingRules::shipped(),
        limits: synthetic::limits(),
        overrides: Vec::new(),
        measures: Vec::new(),
        as_of: day(TODAY),
    }
}

fn ask(question: &FrozenQuestion) -> MatchResult {
    match_child(&question.question(str::cmp))
}

fn run(child: &ChildFacts, homes: &[HomeFacts]) -> MatchResult {
    ask(&question(child, homes))
}

/// The bands as a line to compare with: `1: Ek = Ask, Lind · 2: Bok · 3: · 4:`.
fn picture(result: &MatchResult) -> String {
    let band = |(at, list): (usize, &BandList)| {
        let names = |group: &Group| {
            group
                .homes
                .iter()
                .map(|it| it.name.as_str())
                .collect::<Vec<_>>()
                .join(" = ")
        };
        let groups: Vec<_> = list.groups.iter().map(names).collect();
        format!("{}: {}", at + 1, groups.join(", "))
            .trim()
            .to_owned()
    };
    result
        .bands
        .iter()
        .enumerate()
        .map(band)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The band of the one home, and the facts of what is in its way.
fn verdict(child: &ChildFacts, home: HomeFacts) -> (u8, Vec<GateFact>) {
    let result = run(child, &[home]);
    let it = result.homes().next().unwrap();
    let facts = it
        .gates
        .iter()
        .filter(|gate| gate.outcome != Outcome::Pass)
        .map(|gate| gate.fact.clone());
    (it.band as u8 + 1, facts.collect())
}
