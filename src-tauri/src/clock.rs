//! The only place in the window that looks at a clock.

use chrono::{DateTime, NaiveDate, Utc};
use hemvist_core::Moment;

/// The instant, by the machine's clock.
#[must_use]
#[allow(clippy::disallowed_methods)] // this is the edge
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// The time of a request; `asked_day` is what `--today` said.
#[must_use]
pub fn moment(asked_day: Option<NaiveDate>) -> Moment {
    Moment::new(now(), asked_day)
}
