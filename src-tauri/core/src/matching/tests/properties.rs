//! The ten properties of the specification (5.7), over generated units.
//!
//! Property 9 is in `source`. Small ranges on purpose: homes shall meet, tie,
//! contradict themselves and stand on the very day of a limit.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use chrono::Days;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;

use super::*;
use crate::matching::lines::{Line, lines};
use crate::matching::{answers, bands};

const NEEDS: u8 = 5;

fn key(number: u8) -> Key {
    Key::from(format!("behov_{number}"))
}

fn any_importance() -> impl Strategy<Value = Importance> {
    use Importance::*;
    prop::sample::select(vec![Essential, Important, Wish, NotRelevant])
}

fn any_level() -> impl Strategy<Value = Level> {
    use Level::*;
    prop::sample::select(vec![Yes, Yes, WithSupport, WithSupport, No, Unknown])
}

fn any_evidence() -> impl Strategy<Value = Evidence> {
    use Evidence::*;
    prop::sample::select(vec![Seen, Assessed, Stated, Stated])
}

/// Days and limits of all kinds: whole months back, and a day to either side.
fn any_past_day() -> impl Strategy<Value = NaiveDate> {
    let months = prop::sample::select(vec![0_u32, 1, 6, 12, 13, 24, 25, 30, 36, 40]);
    (months, 0_u64..3).prop_map(|(months, days)| {
        let back = day(TODAY)
            .checked_sub_months(chrono::Months::new(months))
            .unwrap();
        back.checked_add_days(Days::new(1))
            .unwrap()
            .checked_sub_days(Days::new(days))
            .unwrap()
    })
}

fn any_capability() -> impl Strategy<Value = Capability> {
    let parts = (
        0..NEEDS,
        any_level(),
        any_evidence(),
        any_past_day(),
        prop::bool::weighted(0.1),
        any::<bool>(),
    );
    (parts, any::<u128>()).prop_map(|((need, level, evidence, on, ageless, measure), id)| {
        Capability {
            id: Uuid::from_u128(id),
            need: key(need),
            level,
            evidence,
            text: "svar".into(),
            source: "källa".into(),
            on,
            ageless,
            measure: measure.then(|| {
                Box::new(Measure {
                    text: "stöd".into(),
                    owner: "enheten".into(),
                    before: None,
                })
            }),
        }
    })
}

prop_compose! {
    fn any_home()(
        id in any::<u128>(),
        name in "[a-dåäö]{1,2}",
        lines in prop::collection::vec(any_capability(), 0..9),
        // Most homes pass most gates, or every band but the last would be empty.
        hinders in prop::array::uniform6(prop::bool::weighted(0.12)),
        keeps_school in any::<Option<bool>>(),
        asked in prop::option::of(0_u64..3),
        housemate_years in prop::option::of(1_i32..16),
    ) -> HomeFacts {
        let [paused, full, no_police, no_local, narrow, unchecked] = hinders;
        let mut it = home(&name);
        it.id = Uuid::from_u128(id);
        it.capabilities = lines;
        it.keeps_school = keeps_school;
        it.last_request_on = asked.map(|days| day("2026-09-01") + Days::new(days));
        if paused { it.pauses.push(Pause { from: day("2026-11-01"), to: None }); }
        if full { it.taken.own = 2; }
        if no_police { it.adults[0].checks.remove(0); }
        if no_local { it.adults[0].checks.pop(); }
        if narrow { it.scopes[0].age_to = Some(8); }
        if unchecked { it.assessed_children.clear(); }
        if let Some(years) = housemate_years {
            it.children.push(HouseholdChild {
                person: Uuid::from_u128(id ^ 1),
                birth_date: NaiveDate::from_ymd_opt(2026 - years, 5, 1).unwrap(),
                placed: years % 2 == 0,
                only_placed_child: false,
                demanding: years % 3 == 0,
            });
        }
        it
    }
}

fn any_child() -> impl Strategy<Value = ChildFacts> {
    prop::collection::vec(any_importance(), 0..=usize::from(NEEDS)).prop_map(|importances| {
        let mut it = child(&[]);
        it.needs = (0..NEEDS)
            .zip(importances)
            .map(|(at, importance)| need(key(at).as_str(), importance))
            .collect();
        it
    })
}

/// An override of whatever home and gate, complete or not.
fn any_override() -> impl Strategy<Value = (Index, GateKey, u8, OverrideRole, [bool; 3])> {
    use GateKey::*;
    let gates = prop::sample::select(vec![
        Scope,
        Checks,
        Pause,
        Room,
        Safety,
        EssentialNeed,
        EssentialNeed,
    ]);
    let roles = prop::sample::select(vec![
        OverrideRole::Recruiter,
        OverrideRole::Supervisor,
        OverrideRole::Supervisor,
    ]);
    (
        any::<Index>(),
        gates,
        0..NEEDS,
        roles,
        prop::array::uniform3(prop::bool::weighted(0.8)),
    )
}

prop_compose! {
    fn any_question()(
        child in any_child(),
        homes in prop::collection::vec(any_home(), 1..6),
        overrides in prop::collection::vec(any_override(), 0..8),
    ) -> FrozenQuestion {
        let mut it = question(&child, &homes);
        for (home, gate, about, role, [reason, measure, called]) in overrides {
            let subject = match gate {
                GateKey::EssentialNeed => GateSubject::Need { need: key(about) },
                GateKey::Checks => GateSubject::Check {
                    person: Uuid::from_u128(0xA),
                    register: synthetic::REGISTERS[usize::from(about) % 4].into(),
                },
                _ => GateSubject::Home,
            };
            let plan = Measure { text: "stöd".into(), owner: "enheten".into(), before: Some(day(TODAY)) };
            it.overrides.push(Override {
                home: home.get(&homes).id,
                gate,
                subject,
                by: Uuid::from_u128(0xF),
                role,
                reason: if reason { "skäl".into() } else { String::new() },
                at: instant(),
                measure: measure.then_some(plan),
                called_on: called.then(|| day(TODAY)),
            });
        }
        it
    }
}

fn bytes(result: &MatchResult) -> String {
    serde_json::to_string(result).unwrap()
}

fn fresh_yes(need: Key) -> Capability {
    let mut it = says(home("x"), need.as_str(), Level::Yes, Evidence::Stated)
        .capabilities
        .remove(0);
    it.id = Uuid::from_u128(u128::MAX);
    it
}

/// One step better, in level or in evidence; `None` when it is the best already.
fn raised(line: &Capability, in_level: bool) -> Option<Capability> {
    let mut it = line.clone();
    match (in_level, line.level, line.evidence) {
        (true, Level::No, _) => it.level = Level::WithSupport,
        (true, Level::WithSupport, _) => it.level = Level::Yes,
        (false, _, Evidence::Stated) => it.evidence = Evidence::Assessed,
        (false, _, Evidence::Assessed) => it.evidence = Evidence::Seen,
        _ => return None,
    }
    Some(it)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn p1_an_unknown_need_never_helps_and_a_yes_never_harms(
        before in any_question(),
        importance in any_importance(),
    ) {
        let was = ask(&before);
        let mut more = before.clone();
        more.child.needs.push(need("nytt", importance));
        let now = ask(&more);
        for it in was.homes() {
            prop_assert!(now.home(it.home).unwrap().band >= it.band);
        }
        for (at, home) in before.homes.iter().enumerate() {
            let old = was.home(home.id).unwrap();
            for unknown in old.to_ask() {
                let mut answered = before.clone();
                let lines = &mut answered.homes[at].capabilities;
                lines.retain(|line| line.need != unknown.need);
                lines.push(fresh_yes(unknown.need.clone()));
                prop_assert!(ask(&answered).home(home.id).unwrap().band <= old.band);
            }
        }
    }

    #[test]
    fn p2_raising_a_known_answer_never_lowers_a_home(before in any_question(), in_level in any::<bool>()) {
        let was = ask(&before);
        for (at, home) in before.homes.iter().enumerate() {
            let old = was.home(home.id).unwrap();
            for known in old.needs.iter().filter(|it| it.value.is_some()) {
                let used = known.answer.as_ref().unwrap().capability;
                let mut better = before.clone();
                let line = better.homes[at].capabilities.iter_mut().find(|it| it.id == used).unwrap();
                let Some(raised) = raised(line, in_level) else { continue };
                *line = raised;
                let result = ask(&better);
                let new = result.home(home.id).unwrap();
                prop_assert!((new.band, bands::merit(new)) <= (old.band, bands::merit(old)));
                for other in was.homes().filter(|it| it.home != home.id) {
                    prop_assert_eq!(result.home(other.home).unwrap(), other);
                }
            }
        }
    }

    #[test]
    fn p3_neither_order_of_entry_nor_names_matter(before in any_question(), turn in any::<usize>()) {
        let was = ask(&before);
        let mut turned = before.clone();
        turned.homes.reverse();
        let places = turn % turned.homes.len();
        turned.homes.rotate_left(places);
        for it in &mut turned.homes {
            it.capabilities.reverse();
        }
        prop_assert_eq!(bytes(&ask(&turned)), bytes(&was));
        let mut renamed = before;
        for (number, it) in renamed.homes.iter_mut().enumerate() {
            it.name = format!("annat namn {}", number ^ 1);
        }
        let sets = |result: &MatchResult| -> Vec<Vec<BTreeSet<Uuid>>> {
            let ids = |group: &Group| group.homes.iter().map(|it| it.home).collect();
            result.bands.iter().map(|it| it.groups.iter().map(ids).collect()).collect()
        };
        prop_assert_eq!(sets(&ask(&renamed)), sets(&was));
        for group in was.bands.iter().flat_map(|it| &it.groups) {
            for pair in group.homes.windows(2) {
                let turn = (pair[0].last_request_on, &pair[0].name) <= (pair[1].last_request_on, &pair[1].name);
                prop_assert!(turn && bands::merit(&pair[0]).cmp(&bands::merit(&pair[1])) == Ordering::Equal);
            }
        }
        for list in &was.bands {
            for pair in list.groups.windows(2) {
                prop_assert!(bands::merit(&pair[0].homes[0]) < bands::merit(&pair[1].homes[0]));
            }
        }
    }

    #[test]
    fn p4_shown_contributions_sum_to_the_shown_fit(question in any_question()) {
        for it in ask(&question).homes() {
            let points: u32 = it.needs.iter().filter_map(|need| need.points).sum();
            let shares: u32 = it.needs.iter().filter_map(|need| need.share).sum();
            let weight: u32 = it.needs.iter().filter(|need| need.value.is_some()).map(|need| need.weight).sum();
            let Some(fit) = it.fit else {
                prop_assert_eq!((weight, points, shares), (0, 0, 0));
                continue;
            };
            prop_assert_eq!((points, weight, shares), (fit.points, fit.weight, fit.hundredths));
            // The shown number is the nearest hundredth.
            prop_assert!((2 * fit.hundredths * weight).abs_diff(2 * points) <= weight);
            for need in &it.needs {
                let exact = need.points.map(|points| points.div_ceil(weight));
                prop_assert!(need.share <= exact, "a part is rounded by less than one");
            }
        }
    }

    #[test]
    fn p5_every_home_is_in_one_band(question in any_question()) {
        let result = ask(&question);
        let found: Vec<Uuid> = result.homes().map(|it| it.home).collect();
        let asked: BTreeSet<Uuid> = question.homes.iter().map(|it| it.id).collect();
        prop_assert_eq!(found.len(), question.homes.len());
        prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), asked);
        for list in &result.bands {
            let homes = || list.groups.iter().flat_map(|it| &it.homes);
            prop_assert_eq!(homes().count(), list.count as usize);
            prop_assert!(homes().all(|it| it.band == list.band));
        }
        let bands: Vec<Band> = result.bands.iter().map(|it| it.band).collect();
        prop_assert_eq!(bands, Band::ALL.to_vec());
    }

    #[test]
    fn p6_a_hinder_has_its_reason_and_an_override_its_person(question in any_question()) {
        let result = ask(&question);
        for it in result.homes() {
            let facts = question.homes.iter().find(|home| home.id == it.home).unwrap();
            let standing = lines(&question.child, facts, it)
                .iter()
                .filter(|line| matches!(line, Line::Gate { finding } if finding.stands()))
                .count();
            prop_assert_eq!(standing > 0, it.band >= Band::OnlyIf);
            prop_assert_eq!(it.band == Band::PossibleMoreToLearn, standing == 0 && !it.reasons.is_empty());
            for gate in &it.gates {
                prop_assert_eq!(gate.outcome == Outcome::Pass, gate.fact == GateFact::Clear);
                if let Some(by) = &gate.overridden {
                    prop_assert!(!by.reason.is_empty() && Some(by.role) >= gate.overridable_by);
                    let written = serde_json::to_value(by).unwrap();
                    for field in ["by", "role", "reason", "at"] {
                        prop_assert!(written[field].as_str().is_some_and(|it| !it.is_empty()), "{}", field);
                    }
                }
            }
        }
    }

    #[test]
    fn p7_a_frozen_record_gives_the_same_bytes_again(question in any_question()) {
        let frozen = serde_json::to_string(&question).unwrap();
        let thawed: FrozenQuestion = serde_json::from_str(&frozen).unwrap();
        prop_assert_eq!(serde_json::to_string(&thawed).unwrap(), frozen);
        let (first, again) = (ask(&question), ask(&thawed));
        prop_assert_eq!(bytes(&again), bytes(&first));
        let read: MatchResult = serde_json::from_str(&bytes(&first)).unwrap();
        prop_assert_eq!(read, first);
    }

    #[test]
    fn p8_a_need_that_is_not_relevant_changes_nothing(before in any_question(), at in any::<Index>()) {
        let told = |question: &FrozenQuestion| {
            let result = ask(question);
            let lines: Vec<_> = question
                .homes
                .iter()
                .map(|home| lines(&question.child, home, result.home(home.id).unwrap()))
                .collect();
            (bytes(&result), serde_json::to_string(&lines).unwrap())
        };
        let mut without = before.clone();
        without.child.needs.retain(|it| it.importance != Importance::NotRelevant);
        prop_assert_eq!(told(&without), told(&before));
        if before.child.needs.is_empty() {
            return Ok(());
        }
        let place = at.index(before.child.needs.len());
        let (mut unset, mut removed) = (before.clone(), before);
        unset.child.needs[place].importance = Importance::NotRelevant;
        removed.child.needs.remove(place);
        prop_assert_eq!(told(&unset), told(&removed));
    }

    #[test]
    fn p10_ageing_changes_what_the_rule_says_and_nothing_else(mut question in any_question(), ahead in 0_u64..500) {
        question.as_of = day(TODAY) + Days::new(ahead);
        let was = ask(&question);
        let yesterday = question.as_of;
        question.as_of = yesterday + Days::new(1);
        let now = ask(&question);
        for (home, old) in question.homes.iter().map(|it| (it, was.home(it.id).unwrap())) {
            let new = now.home(home.id).unwrap();
            prop_assert_eq!(&new.warnings, &old.warnings);
            let other_gates = |it: &HomeResult| -> Vec<GateResult> {
                it.gates.iter().filter(|gate| gate.gate != GateKey::EssentialNeed).cloned().collect()
            };
            prop_assert_eq!(other_gates(new), other_gates(old));
            for (before, after) in old.needs.iter().zip(&new.needs) {
                let Some(answer) = &before.answer else {
                    prop_assert_eq!(after, before);
                    continue;
                };
                let line = home.capabilities.iter().find(|it| it.id == answer.capability).unwrap();
                let due = |on| answers::aged(&line.into(), on, &question.rules);
                if due(yesterday) == due(question.as_of) && home.capabilities.len() == 1 {
                    let strip = |it: &NeedResult| NeedResult { share: None, ..it.clone() };
                    prop_assert_eq!(strip(after), strip(before), "an answer of the same age counts the same");
                }
                if matches!(due(question.as_of).0, AnswerAge::Aged { .. }) {
                    prop_assert_eq!(after.level, Level::Unknown, "a question, never a yes");
                    prop_assert_eq!(after.value, None);
                }
            }
        }
    }

    #[test]
    fn ageing_is_what_the_table_says(line in any_capability(), ahead in 0_u64..500) {
        let as_of = day(TODAY) + Days::new(ahead);
        // Said anew, month by month, the plain way.
        let full_months = |from: NaiveDate| {
            (1..).take_while(|it| from + chrono::Months::new(*it) <= as_of).last().unwrap_or(0)
        };
        let stated = line.evidence == Evidence::Stated;
        let downgraded = !stated && full_months(line.on) >= 24;
        let said_for = if stated { full_months(line.on) } else { full_months(line.on + chrono::Months::new(24)) };
        let expected = match (line.ageless, stated || downgraded, said_for) {
            (true, _, _) => ("ageless", stated),
            (_, false, _) => ("fresh", false),
            (_, _, 0..6) => ("fresh", true),
            (_, _, 6..12) => ("amber", true),
            _ => ("aged", true),
        };
        let (age, counts_as_stated) = answers::aged(&(&line).into(), as_of, &MatchingRules::shipped());
        let kind = serde_json::to_value(age).unwrap()["kind"].as_str().unwrap().to_owned();
        prop_assert_eq!((kind.as_str(), counts_as_stated), expected);
    }
}

#[test]
fn the_generator_fills_every_band_and_makes_ties() {
    let mut seen = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..300 {
        let question = any_question().new_tree(&mut runner).unwrap().current();
        let result = ask(&question);
        for list in result.bands.iter().filter(|it| it.count > 0) {
            seen.insert(format!("{:?}", list.band));
            if list.groups.iter().any(|it| it.homes.len() > 1) {
                seen.insert("tie".into());
            }
        }
        if result
            .homes()
            .flat_map(|it| &it.gates)
            .any(|it| it.overridden.is_some())
        {
            seen.insert("override".into());
        }
        if result
            .homes()
            .flat_map(|it| &it.needs)
            .filter_map(|it| it.answer.as_ref())
            .any(|it| it.contradicted)
        {
            seen.insert("contradiction".into());
        }
    }
    let expected = [
        "Hindered",
        "OnlyIf",
        "Possible",
        "PossibleMoreToLearn",
        "contradiction",
        "override",
        "tie",
    ];
    assert_eq!(
        seen.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn a_made_up_unit_is_the_same_for_the_same_seed_and_fills_every_band() {
    let unit = |seed| synthetic::unit(seed, 200, 20, day(TODAY));
    assert_eq!(unit(1), unit(1));
    assert_ne!(unit(1), unit(2));
    let counts: Vec<u32> = ask(&unit(1)).bands.iter().map(|it| it.count).collect();
    assert_eq!(counts.iter().sum::<u32>(), 200);
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
}
