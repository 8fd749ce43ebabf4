//! Step 1: the gates. Every finding with its facts; no home disappears.

use chrono::NaiveDate;

use super::Key;
use super::calendar::{months_after, next_day, whole_years};
use super::facts::{
    Adult, CheckRemark, ChildFacts, GateKey, GateSubject, HomeFacts, Importance, Level, Limits,
    OverrideRole, RequiredRegister, Scope,
};
use super::result::{Cure, GateFact, GateResult, NeedResult, Outcome};

/// All findings of all gates, in the order of the gates; one passing line for
/// a gate that found nothing.
pub fn all(
    child: &ChildFacts,
    home: &HomeFacts,
    limits: &Limits,
    needs: &[NeedResult],
) -> Vec<GateResult> {
    let mut res = Vec::with_capacity(8);
    gate(&mut res, GateKey::Scope, |res| scope(res, child, home));
    gate(&mut res, GateKey::Checks, |res| {
        checks(res, child, home, limits);
    });
    gate(&mut res, GateKey::Pause, |res| pause(res, child, home));
    gate(&mut res, GateKey::Room, |res| {
        room(res, child, home, limits);
    });
    gate(&mut res, GateKey::Safety, |res| safety(res, child, home));
    gate(&mut res, GateKey::EssentialNeed, |res| {
        essential(res, needs);
    });
    gate(&mut res, GateKey::ChildAssessment, |res| {
        child_assessment(res, child, home);
    });
    res
}

fn gate(res: &mut Vec<GateResult>, key: GateKey, find: impl FnOnce(&mut Vec<GateResult>)) {
    let before = res.len();
    find(res);
    if res.len() == before {
        res.push(finding(key, Outcome::Pass, GateFact::Clear, None, None));
    }
}

fn finding(
    gate: GateKey,
    outcome: Outcome,
    fact: GateFact,
    cure: Option<Cure>,
    overridable_by: Option<OverrideRole>,
) -> GateResult {
    let subject = match &fact {
        GateFact::CheckMissing { person, register }
        | GateFact::CheckTooOld {
            person, register, ..
        }
        | GateFact::CheckRemark {
            person, register, ..
        } => GateSubject::Check {
            person: *person,
            register: register.clone(),
        },
        GateFact::EssentialNo { need, .. } => GateSubject::Need { need: need.clone() },
        _ => GateSubject::Home,
    };
    GateResult {
        gate,
        outcome,
        subject,
        fact,
        cure,
        overridable_by,
        overridden: None,
    }
}

/// G1. A network home is approved for a named child. A home nobody has
/// investigated has nothing to stand on (SoL 22:2).
fn scope(res: &mut Vec<GateResult>, child: &ChildFacts, home: &HomeFacts) {
    let age = whole_years(child.birth_date, child.start_day);
    let found = if home.investigated_on.is_none_or(|day| day > child.start_day) {
        Some((GateFact::NotInvestigated, Cure::Investigate))
    } else {
        uncovered(child, home, age).map(|fact| (fact, Cure::ChangeApproval))
    };
    if let Some((fact, cure)) = found {
        let by = Some(OverrideRole::Supervisor);
        res.push(finding(
            GateKey::Scope,
            Outcome::Hinder,
            fact,
            Some(cure),
            by,
        ));
    }
}

fn in_force(scope: &Scope, day: NaiveDate) -> bool {
    scope.valid_from <= day && scope.valid_to.is_none_or(|to| day <= to)
}

fn covers_child(scope: &Scope, child: &ChildFacts) -> bool {
    scope.named_child.is_none_or(|named| named == child.id)
}

/// Whole years outside the approved ages; 0 is inside.
fn years_outside(scope: &Scope, age: u32) -> u32 {
    let below = scope
        .age_from
        .map_or(0, |from| u32::from(from).saturating_sub(age));
    let above = scope
        .age_to
        .map_or(0, |to| age.saturating_sub(u32::from(to)));
    below.max(above)
}

/// What the approvals lack, told from the one that comes nearest; `None`: covered.
fn uncovered(child: &ChildFacts, home: &HomeFacts, age: u32) -> Option<GateFact> {
    let in_force = || {
        home.scopes
            .iter()
            .filter(|it| in_force(it, child.start_day))
    };
    let of_kind = || in_force().filter(|it| it.care_kinds.contains(&child.care_kind));
    let for_child = || of_kind().filter(|it| covers_child(it, child));
    if in_force().next().is_none() {
        return Some(GateFact::NoApproval);
    }
    if of_kind().next().is_none() {
        return Some(GateFact::CareKindNotCovered {
            care_kind: child.care_kind,
        });
    }
    let nearest = for_child().min_by_key(|it| (years_outside(it, age), it.age_from, it.age_to));
    match nearest {
        None => Some(GateFact::NamedForAnotherChild),
        Some(it) if years_outside(it, age) > 0 => Some(GateFact::AgeNotCovered {
            age,
            age_from: it.age_from,
            age_to: it.age_to,
        }),
        Some(_) => None,
    }
}

/// G2. Each adult and each required register, on the start day.
fn checks(res: &mut Vec<GateResult>, child: &ChildFacts, home: &HomeFacts, limits: &Limits) {
    if home.adults.is_empty() && !limits.registers.is_empty() {
        let cure = Some(Cure::RegisterAdults);
        res.push(finding(
            GateKey::Checks,
            Outcome::Hinder,
            GateFact::NoAdults,
            cure,
            None,
        ));
    }
    for adult in &home.adults {
        for required in &limits.registers {
            let Some((fact, cure)) = check(adult, required, child.start_day) else {
                continue;
            };
            let by = if required.police {
                None
            } else {
                Some(OverrideRole::Supervisor)
            };
            res.push(finding(GateKey::Checks, Outcome::Hinder, fact, cure, by));
        }
    }
}

/// What is wrong with one adult's check; the newest result by the day counts,
/// and of two on one day the graver.
fn check(
    adult: &Adult,
    required: &RequiredRegister,
    day: NaiveDate,
) -> Option<(GateFact, Option<Cure>)> {
    let person = adult.person;
    let register = || required.register.clone();
    let gravity = |remark| match remark {
        CheckRemark::None => 0,
        CheckRemark::Accepted => 1,
        CheckRemark::NotAssessed => 2,
        CheckRemark::NotAccepted => 3,
    };
    let newest = adult
        .checks
        .iter()
        .filter(|it| it.register == required.register && it.result_on <= day)
        .max_by_key(|it| (it.result_on, gravity(it.remark)));
    let request = || {
        Some(Cure::RequestCheck {
            person,
            register: register(),
        })
    };
    let Some(it) = newest else {
        return Some((
            GateFact::CheckMissing {
                person,
                register: register(),
            },
            request(),
        ));
    };
    let remark = |cure| {
        Some((
            GateFact::CheckRemark {
                person,
                register: register(),
                remark: it.remark,
            },
            cure,
        ))
    };
    match it.remark {
        CheckRemark::NotAccepted => return remark(None),
        CheckRemark::NotAssessed => {
            return remark(Some(Cure::AssessRemark {
                person,
                register: register(),
            }));
        }
        CheckRemark::None | CheckRemark::Accepted => {}
    }
    let valid_to = months_after(it.result_on, required.max_age_months);
    if day <= valid_to {
        return None;
    }
    let fact = GateFact::CheckTooOld {
        person,
        register: register(),
        result_on: it.result_on,
        valid_to,
    };
    Some((fact, request()))
}

/// G3. Of several pauses on the start day the one that ends last.
fn pause(res: &mut Vec<GateResult>, child: &ChildFacts, home: &HomeFacts) {
    let day = child.start_day;
    let last = home
        .pauses
        .iter()
        .filter(|it| it.from <= day && it.to.is_none_or(|to| day <= to))
        .max_by_key(|it| (it.to.unwrap_or(NaiveDate::MAX), it.from));
    if let Some(it) = last {
        let fact = GateFact::Paused {
            from: it.from,
            to: it.to,
        };
        let cure = it
            .to
            .map_or(Cure::CallHome, |to| Cure::StartAfter { day: next_day(to) });
        let by = Some(OverrideRole::Recruiter);
        res.push(finding(
            GateKey::Pause,
            Outcome::Hinder,
            fact,
            Some(cure),
            by,
        ));
    }
}

/// G4. Places approved are those of the approval that covers the child, or
/// else of any in force: G1 tells what that one lacks. All municipalities'
/// children are counted.
fn room(res: &mut Vec<GateResult>, child: &ChildFacts, home: &HomeFacts, limits: &Limits) {
    let age = whole_years(child.birth_date, child.start_day);
    let covers = |it: &Scope| {
        it.care_kinds.contains(&child.care_kind)
            && covers_child(it, child)
            && years_outside(it, age) == 0
    };
    let (_, approved) = home
        .scopes
        .iter()
        .filter(|it| in_force(it, child.start_day))
        .map(|it| (covers(it), it.places))
        .max()
        .unwrap_or((false, 0));
    let needed = child.places_needed.max(1);
    let placed = home
        .taken
        .own
        .saturating_add(home.taken.other_municipalities);
    let reserved = home.taken.reserved;
    let free = i64::from(approved) - i64::from(placed) - i64::from(reserved);
    let lacking = i64::from(needed) - free;
    if lacking > 0 {
        let places = u32::try_from(lacking).unwrap_or(u32::MAX);
        let cure = if places <= reserved {
            Cure::ReleaseReservation { places }
        } else {
            Cure::ApprovePlaces { places }
        };
        let fact = GateFact::NoRoom {
            approved,
            placed,
            reserved,
            needed,
        };
        let by = Some(OverrideRole::Supervisor);
        res.push(finding(
            GateKey::Room,
            Outcome::Hinder,
            fact,
            Some(cure),
            by,
        ));
    }
    let children = placed.saturating_add(needed);
    if children > limits.ivo_notice_above {
        let fact = GateFact::IvoNotice {
            children,
            limit: limits.ivo_notice_above,
        };
        res.push(finding(
            GateKey::Room,
            Outcome::Warn,
            fact,
            Some(Cure::NotifyIvo),
            None,
        ));
    }
}

/// G5. Nobody may look past safety, and nothing lifts it from here.
fn safety(res: &mut Vec<GateResult>, child: &ChildFacts, home: &HomeFacts) {
    for it in child
        .safety_conflicts
        .iter()
        .filter(|it| it.home == home.id)
    {
        let fact = GateFact::SafetyConflict { conflict: it.kind };
        res.push(finding(GateKey::Safety, Outcome::Hinder, fact, None, None));
    }
    match &home.animals {
        Some(animals) => {
            for animal in child.allergic_to.iter().filter(|it| animals.contains(it)) {
                let fact = GateFact::Allergy { animal: *animal };
                res.push(finding(GateKey::Safety, Outcome::Hinder, fact, None, None));
            }
        }
        None if !child.allergic_to.is_empty() => {
            let cure = Some(Cure::AskAboutAnimals);
            res.push(finding(
                GateKey::Safety,
                Outcome::Warn,
                GateFact::AnimalsNotKnown,
                cure,
                None,
            ));
        }
        None => {}
    }
}

/// G6. A no that still counts, to a need the child cannot do without.
fn essential(res: &mut Vec<GateResult>, needs: &[NeedResult]) {
    for it in needs {
        if it.importance != Importance::Essential || it.level != Level::No {
            continue;
        }
        if let Some(answer) = &it.answer {
            let need: Key = it.need.clone();
            let cure = Some(Cure::AgreeMeasure { need: need.clone() });
            let fact = GateFact::EssentialNo {
                need,
                on: answer.on,
                evidence: answer.evidence,
            };
            let by = Some(OverrideRole::Supervisor);
            res.push(finding(
                GateKey::EssentialNeed,
                Outcome::Hinder,
                fact,
                cure,
                by,
            ));
        }
    }
}

/// G7. "Kompletterande utredning krävs": a warning, so that the home is seen.
fn child_assessment(res: &mut Vec<GateResult>, child: &ChildFacts, home: &HomeFacts) {
    if !home.assessed_children.contains(&child.id) {
        let cure = Some(Cure::AssessForChild);
        let fact = GateFact::ChildNotAssessed;
        res.push(finding(
            GateKey::ChildAssessment,
            Outcome::Warn,
            fact,
            cure,
            None,
        ));
    }
}
