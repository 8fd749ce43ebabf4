//! Made-up units of any size, for benchmarks and tests: same seed, same unit.
//!
//! Nothing here is taken from life. Every kind of gate, answer and household
//! occurs, in proportions a unit could have.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::facts::{
    Adult, AdultCheck, Animal, Capability, CareKind, CheckRemark, ChildFacts, Evidence, HomeFacts,
    HouseholdChild, Importance, Level, Limits, Measure, Need, NeedArea, NetworkOutcome,
    NetworkPerson, Pause, PlacesTaken, RequiredRegister, Scope,
};
use super::rules::FrozenQuestion;
use super::{Key, Keys, MatchingRules};

/// Keys of the four registers in the made-up limits; the first two are the police's.
pub const REGISTERS: [&str; 4] = [
    "belastningsregistret",
    "misstankeregistret",
    "socialregister",
    "kronofogden",
];

/// One child with ten needs, and `homes` homes with `lines` answers each.
pub fn unit(seed: u64, homes: u32, lines: u32, as_of: NaiveDate) -> FrozenQuestion {
    let mut dice = Dice::new(seed);
    let child = child(&mut dice, as_of);
    let homes = (0..homes)
        .map(|number| home(&mut dice, number, lines, &child, as_of))
        .collect();
    FrozenQuestion {
        child,
        homes,
        rules: MatchingRules::shipped(),
        limits: limits(),
        overrides: Vec::new(),
        measures: Vec::new(),
        as_of,
    }
}

/// Limits as a unit could have them: six months for extracts, IVO above three.
pub fn limits() -> Limits {
    let register = |(at, key): (usize, &&str)| RequiredRegister {
        register: Key::from(*key),
        police: at < 2,
        max_age_months: 6,
    };
    Limits {
        registers: REGISTERS.iter().enumerate().map(register).collect(),
        ivo_notice_above: 3,
    }
}

/// SplitMix64: small, published, the same on every machine.
pub struct Dice {
    state: u64,
    keys: Keys,
}

impl Dice {
    /// Dice that always fall the same way for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            state: seed,
            keys: Keys::default(),
        }
    }

    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.state;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number from 0, below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    fn small(&mut self, end: u8) -> u8 {
        // Below `end`, so it fits.
        self.below(u64::from(end)) as u8
    }

    /// True `chance` times in a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    /// One of several, which are at least one.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        // Below the length, so it fits.
        from[self.below(from.len() as u64) as usize]
    }

    fn need_key(&mut self, number: u64) -> Key {
        self.keys.key(&format!("behov_{number:02}"))
    }

    fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(), self.roll())
    }

    /// A day at most `most` - 1 days before `day`.
    pub fn days_before(&mut self, day: NaiveDate, most: u64) -> NaiveDate {
        day.checked_sub_days(Days::new(self.below(most)))
            .unwrap_or(day)
    }
}

fn child(dice: &mut Dice, as_of: NaiveDate) -> ChildFacts {
    use Importance::{Essential, Important, Wish};
    let weights = [
        Essential, Important, Wish, Essential, Important, Wish, Important, Important, Wish, Wish,
    ];
    let need = |(number, importance): (u64, &Importance)| Need {
        key: dice.need_key(number),
        area: NeedArea::Practical,
        text: format!("Påhittat behov {number}"),
        importance: *importance,
        source: "Påhittad källa".into(),
        on: as_of,
        childs_own_words: false,
    };
    let needs = (0..).zip(&weights).map(need).collect();
    ChildFacts {
        id: dice.id(),
        birth_date: dice.days_before(as_of, 6_000),
        start_day: as_of,
        expected_until: None,
        care_kind: CareKind::Familjehem,
        places_needed: 1,
        needs,
        network: vec![NetworkPerson {
            person: dice.id(),
            outcome: NetworkOutcome::Declined,
        }],
        network_none_found: false,
        only_placed_child: dice.percent(20),
        demanding: dice.percent(30),
        allergic_to: if dice.percent(20) {
            vec![Animal::Cat]
        } else {
            Vec::new()
        },
        safety_conflicts: Vec::new(),
    }
}

fn home(
    dice: &mut Dice,
    number: u32,
    lines: u32,
    child: &ChildFacts,
    as_of: NaiveDate,
) -> HomeFacts {
    let since = dice.days_before(as_of, 4_000);
    let age_from = dice.small(8);
    let own = u32::from(dice.small(2));
    HomeFacts {
        id: dice.id(),
        name: format!("Påhittat hem {number:05}"),
        investigated_on: dice.percent(97).then_some(since),
        scopes: vec![Scope {
            care_kinds: if dice.percent(85) {
                vec![CareKind::Familjehem]
            } else {
                vec![CareKind::Jourhem]
            },
            age_from: Some(age_from),
            age_to: Some(age_from + 6 + dice.small(8)),
            places: 1 + u32::from(dice.small(3)),
            named_child: None,
            valid_from: since,
            valid_to: None,
        }],
        adults: (0..=dice.below(2)).map(|_| adult(dice, as_of)).collect(),
        pauses: if dice.percent(8) {
            vec![Pause {
                from: as_of,
                to: None,
            }]
        } else {
            Vec::new()
        },
        taken: PlacesTaken {
            own,
            other_municipalities: 0,
            reserved: u32::from(dice.percent(10)),
        },
        children: (0..dice.below(3))
            .map(|_| household_child(dice, as_of))
            .collect(),
        animals: dice.percent(90).then(|| {
            if dice.percent(30) {
                vec![Animal::Cat]
            } else {
                Vec::new()
            }
        }),
        free_bedrooms: dice.percent(90).then(|| u32::from(dice.small(3))),
        planned_changes: Vec::new(),
        assessed_children: if dice.percent(5) {
            vec![child.id]
        } else {
            Vec::new()
        },
        keeps_school: dice.percent(60).then(|| dice.percent(20)),
        last_request_on: dice.percent(80).then(|| dice.days_before(as_of, 700)),
        requests_last_year: u32::from(dice.small(6)),
        capabilities: (0..u64::from(lines))
            .map(|need| capability(dice, need, as_of))
            .collect(),
    }
}

fn adult(dice: &mut Dice, as_of: NaiveDate) -> Adult {
    let mut checks = Vec::with_capacity(REGISTERS.len());
    for register in REGISTERS {
        let most = if dice.percent(90) { 170 } else { 400 };
        let remark = if dice.percent(97) {
            CheckRemark::None
        } else {
            CheckRemark::Accepted
        };
        checks.push(AdultCheck {
            register: dice.keys.key(register),
            result_on: dice.days_before(as_of, most),
            remark,
        });
    }
    Adult {
        person: dice.id(),
        checks,
    }
}

fn household_child(dice: &mut Dice, as_of: NaiveDate) -> HouseholdChild {
    HouseholdChild {
        person: dice.id(),
        birth_date: dice.days_before(as_of, 6_500),
        placed: dice.percent(30),
        only_placed_child: false,
        demanding: dice.percent(20),
    }
}

fn capability(dice: &mut Dice, need: u64, as_of: NaiveDate) -> Capability {
    use Level::{No, Unknown, WithSupport, Yes};
    let level = dice.pick(&[
        Yes,
        Yes,
        Yes,
        Yes,
        Yes,
        WithSupport,
        WithSupport,
        WithSupport,
        No,
        Unknown,
    ]);
    let measure = (level == WithSupport && dice.percent(50)).then(|| {
        Box::new(Measure {
            text: "Påhittad åtgärd".into(),
            owner: "Påhittad ansvarig".into(),
            before: Some(as_of),
        })
    });
    Capability {
        id: dice.id(),
        need: dice.need_key(need),
        level,
        evidence: dice.pick(&[
            Evidence::Seen,
            Evidence::Assessed,
            Evidence::Stated,
            Evidence::Stated,
        ]),
        text: "Påhittat svar".into(),
        source: "Påhittad källa".into(),
        on: dice.days_before(as_of, 500),
        ageless: dice.percent(10),
        measure,
    }
}
