//! What somebody has looked past, and what such an act must have to count.

use uuid::Uuid;

use super::facts::{GateKey, Override};
use super::result::{GateResult, Outcome, RefusedBecause, RefusedOverride};

/// Marks the hinders that somebody has looked past, and tells which overrides
/// have no effect. An override of something that is no longer a hinder is
/// passed over in silence: there is nothing left to look past.
pub fn look_past(
    gates: &mut [GateResult],
    home: Uuid,
    overrides: &[Override],
    refused: &mut Vec<RefusedOverride>,
) {
    for tried in overrides.iter().filter(|it| it.home == home) {
        for gate in gates.iter_mut() {
            let about = gate.gate == tried.gate && gate.subject == tried.subject;
            if gate.outcome != Outcome::Hinder || !about {
                continue;
            }
            if let Some(because) = why_refused(tried, gate) {
                refused.push(RefusedOverride {
                    tried: tried.clone(),
                    because,
                });
                continue;
            }
            let newer = gate
                .overridden
                .as_ref()
                .is_none_or(|held| (held.at, held.by) < (tried.at, tried.by));
            if newer {
                gate.overridden = Some(Box::new(tried.clone()));
            }
        }
    }
}

fn why_refused(tried: &Override, gate: &GateResult) -> Option<RefusedBecause> {
    let Some(lowest) = gate.overridable_by else {
        return Some(RefusedBecause::NotOverridable);
    };
    let measure = tried
        .measure
        .as_ref()
        .filter(|it| !it.text.trim().is_empty());
    if tried.role < lowest {
        Some(RefusedBecause::Role)
    } else if tried.reason.trim().is_empty() {
        Some(RefusedBecause::NoReason)
    } else if gate.gate == GateKey::Scope && measure.is_none_or(|it| it.before.is_none()) {
        Some(RefusedBecause::NoPlan)
    } else if gate.gate == GateKey::Pause && tried.called_on.is_none() {
        Some(RefusedBecause::NoCall)
    } else if gate.gate == GateKey::EssentialNeed && measure.is_none() {
        Some(RefusedBecause::NoMeasure)
    } else {
        None
    }
}
