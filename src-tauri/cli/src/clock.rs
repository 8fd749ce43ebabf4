//! The only place in the command line that looks at a clock.

use chrono::{NaiveDate, Utc};
use hemvist_core::Moment;

/// The time of a request; `asked_day` is what `--today` said.
#[must_use]
#[allow(clippy::disallowed_methods)] // this is the edge
pub fn moment(asked_day: Option<NaiveDate>) -> Moment {
    Moment::new(Utc::now(), asked_day)
}
