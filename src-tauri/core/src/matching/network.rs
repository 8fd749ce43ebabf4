//! Step 0: how far the search in the child's own network has come (SoL 22:1).

use super::facts::{ChildFacts, NetworkOutcome};
use super::result::NetworkState;

/// Where the network search stands. Persons without outcome come before all else.
pub fn state(child: &ChildFacts) -> NetworkState {
    let count = |outcome| {
        let found = child
            .network
            .iter()
            .filter(|it| it.outcome == outcome)
            .count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let without_outcome = count(NetworkOutcome::NotYet);
    if without_outcome > 0 {
        return NetworkState::Unfinished { without_outcome };
    }
    if child.network.is_empty() {
        return if child.network_none_found {
            NetworkState::NoneFound
        } else {
            NetworkState::NotConsidered
        };
    }
    NetworkState::Considered {
        assessed: count(NetworkOutcome::Assessed),
        declined: count(NetworkOutcome::Declined),
        unsuitable: count(NetworkOutcome::Unsuitable),
    }
}
