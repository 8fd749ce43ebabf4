//! What the figures read. They write nothing.

use chrono::NaiveDate;

use crate::error::Result;
use crate::placements::{PlacementKind, Regime};
use crate::store::Read;

/// A placement's time, as figures need it.
pub(super) struct Span {
    pub regime: Regime,
    pub kind: PlacementKind,
    pub started_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
    pub day_price_ore: Option<i64>,
}

/// Placements that touch a span of days.
pub(super) fn spans(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Span>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT regime, kind, started_on, ended_on, day_price_ore FROM placement
         WHERE gone_at IS NULL AND started_on <= ?2 AND (ended_on IS NULL OR ended_on >= ?1)",
    )?;
    let rows = statement.query_map([from, to], |row| {
        Ok(Span {
            regime: row.get(0)?,
            kind: row.get(1)?,
            started_on: row.get(2)?,
            ended_on: row.get(3)?,
            day_price_ore: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
