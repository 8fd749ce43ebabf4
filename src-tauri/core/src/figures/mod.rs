//! Figures the board asks for: counted from placements each time, with the
//! list behind every number.

mod sql;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, Reason, Result};
use crate::placements::{PlacementKind, Regime};
use crate::store::Read;

/// Which report, over which time.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportQuery {
    /// `placements` or `day_price`.
    pub name: String,
    /// First day; the year of today when absent.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// A table of figures.
#[derive(Debug, Serialize, TS)]
pub struct Report {
    /// Which.
    pub name: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Headings of the columns of numbers: years, or one word.
    pub columns: Vec<String>,
    /// Rows by regime and type, in their fixed order; only those that occur.
    pub rows: Vec<ReportRow>,
    /// Sums of the columns where they mean something.
    pub total: Option<Vec<i64>>,
}

/// A row of figures.
#[derive(Debug, Serialize, TS)]
pub struct ReportRow {
    /// Own or external.
    pub regime: Regime,
    /// Type.
    pub kind: PlacementKind,
    /// One number a column.
    pub values: Vec<i64>,
}

/// A report.
///
/// # Errors
/// Unknown name; an end before its beginning.
pub fn report(read: &Read<'_>, query: ReportQuery) -> Result<Report> {
    use chrono::Datelike;
    let this_year = |month, day| {
        NaiveDate::from_ymd_opt(read.today().year(), month, day).unwrap_or(read.today())
    };
    let from = query.from.unwrap_or_else(|| this_year(1, 1));
    let to = query.to.unwrap_or_else(|| this_year(12, 31));
    if to < from {
        return Err(Error::invalid(
            "to",
            Reason::Before {
                field: "from".into(),
            },
        ));
    }
    match query.name.as_str() {
        "placements" => placements(read, from, to),
        "day_price" => day_price(read, from, to),
        _ => Err(Error::invalid("name", Reason::NotAChoice)),
    }
}

/// Placements by regime × type × year. A placement that touches several years
/// counts once in each; placements are counted, not children.
fn placements(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Report> {
    use chrono::Datelike;
    let years: Vec<i32> = (from.year()..=to.year()).collect();
    let spans = sql::spans(read, from, to)?;
    let rows = grouped(|regime, kind| {
        let mine: Vec<_> = spans
            .iter()
            .filter(|it| it.regime == regime && it.kind == kind)
            .collect();
        years
            .iter()
            .map(|year| {
                let touches = |it: &&&sql::Span| {
                    it.started_on.year() <= *year
                        && it.ended_on.is_none_or(|end| end.year() >= *year)
                };
                i64::try_from(mine.iter().filter(touches).count()).unwrap_or(i64::MAX)
            })
            .collect()
    });
    let total = (0..years.len())
        .map(|at| rows.iter().map(|row| row.values[at]).sum())
        .collect();
    Ok(Report {
        name: "placements".into(),
        from,
        to,
        columns: years.iter().map(ToString::to_string).collect(),
        rows,
        total: Some(total),
    })
}

/// Number of placements that run on the last day, and the mean of their day
/// prices in whole kronor (half upwards).
fn day_price(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Report> {
    let spans = sql::spans(read, to, to)?;
    let rows = grouped(|regime, kind| {
        let prices: Vec<i64> = spans
            .iter()
            .filter(|it| it.regime == regime && it.kind == kind)
            .filter_map(|it| it.day_price_ore)
            .collect();
        let count = i64::try_from(prices.len()).unwrap_or(i64::MAX);
        let mean = if count == 0 {
            0
        } else {
            (prices.iter().sum::<i64>() + 50 * count) / (100 * count)
        };
        vec![count, mean]
    });
    Ok(Report {
        name: "day_price".into(),
        from,
        to,
        columns: vec!["placements".into(), "mean_day_price_sek".into()],
        rows,
        total: None,
    })
}

fn grouped(values: impl Fn(Regime, PlacementKind) -> Vec<i64>) -> Vec<ReportRow> {
    let mut rows = Vec::new();
    for regime in [Regime::External, Regime::Own] {
        for kind in PlacementKind::ALL {
            let values = values(regime, *kind);
            if values.iter().any(|it| *it != 0) {
                rows.push(ReportRow {
                    regime,
                    kind: *kind,
                    values,
                });
            }
        }
    }
    rows
}
