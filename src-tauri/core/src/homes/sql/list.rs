//! Reading the list: what stands on a day about every home.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, named_params};

use crate::error::Result;
use crate::homes::list::{HomeQuery, HomeSort, StandingFilter};
use crate::homes::rules::StandingFacts;
use crate::homes::{HomeId, HomeKind};
use crate::store::Read;

/// What stands on a day about every home: one row per home. Places are the
/// largest of the scopes that hold, since a home approved for two familjehem
/// places and one jour place has not thereby three beds.
const STANDING: &str = "
    SELECT h.id, h.name, h.kind, h.locality, h.municipality, h.protected, h.ended_on,
        coalesce((SELECT max(s.places) FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
            AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)), 0) AS approved,
        (SELECT min(s.age_from) FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
            AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)) AS age_from,
        (SELECT max(s.age_to) FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
            AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)) AS age_to,
        (SELECT count(*) FROM placement p WHERE p.home_id = h.id AND p.gone_at IS NULL
            AND p.started_on <= :on AND (p.ended_on IS NULL OR p.ended_on > :on))
        + coalesce((SELECT sum(t.places) FROM taken_place t WHERE t.home_id = h.id AND t.gone_at IS NULL
            AND t.from_day <= :on AND (t.to_day IS NULL OR t.to_day >= :on)), 0) AS taken,
        EXISTS (SELECT 1 FROM pause u WHERE u.home_id = h.id AND u.gone_at IS NULL
            AND u.from_day <= :on AND (u.to_day IS NULL OR u.to_day >= :on)) AS paused,
        (SELECT max(u.to_day) FROM pause u WHERE u.home_id = h.id AND u.gone_at IS NULL
            AND u.from_day <= :on AND (u.to_day IS NULL OR u.to_day >= :on)) AS paused_to,
        EXISTS (SELECT 1 FROM recruitment r WHERE r.home_id = h.id AND r.gone_at IS NULL
            AND r.closed_on IS NULL AND r.concluded_on IS NULL) AS in_recruitment,
        (SELECT max(d) FROM (
            SELECT max(w.said_on) AS d FROM wish w WHERE w.home_id = h.id AND w.gone_at IS NULL
            UNION ALL SELECT max(c.said_on) FROM capability c WHERE c.home_id = h.id AND c.gone_at IS NULL)) AS asked_on
    FROM home h WHERE h.gone_at IS NULL";

/// One row of [`STANDING`].
pub(in crate::homes) struct ListRow {
    pub id: HomeId,
    pub name: String,
    pub kind: HomeKind,
    pub locality: Option<String>,
    pub municipality: Option<String>,
    pub protected: bool,
    pub ended_on: Option<NaiveDate>,
    pub approved: u32,
    pub age_from: Option<u32>,
    pub age_to: Option<u32>,
    pub taken: u32,
    pub paused: bool,
    pub paused_to: Option<NaiveDate>,
    pub in_recruitment: bool,
    pub asked_on: Option<NaiveDate>,
}

fn list_row(row: &Row<'_>) -> rusqlite::Result<ListRow> {
    Ok(ListRow {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        locality: row.get("locality")?,
        municipality: row.get("municipality")?,
        protected: row.get("protected")?,
        ended_on: row.get("ended_on")?,
        approved: row.get("approved")?,
        age_from: row.get("age_from")?,
        age_to: row.get("age_to")?,
        taken: row.get("taken")?,
        paused: row.get("paused")?,
        paused_to: row.get("paused_to")?,
        in_recruitment: row.get("in_recruitment")?,
        asked_on: row.get("asked_on")?,
    })
}

/// A page of the list, and what it is a page of.
pub(in crate::homes) struct Page {
    pub rows: Vec<ListRow>,
    pub total: u32,
    pub free: u32,
}

pub(in crate::homes) fn list(read: &Read<'_>, query: &HomeQuery, on: NaiveDate) -> Result<Page> {
    // The filters that need no sums stand inside, so that sums are made for
    // few homes; the others outside.
    let mut inner = String::from(STANDING);
    let mut outer = Vec::new();
    let mut values: Vec<(&str, Value)> = vec![(":on", Value::Text(on.to_string()))];
    if let Some(text) = query
        .text
        .as_deref()
        .map(str::trim)
        .filter(|it| !it.is_empty())
    {
        inner.push_str(
            " AND (instr(fold(h.name), :text) OR (h.protected = 0 AND instr(fold(coalesce(h.locality, '')), :text))
               OR h.id IN (SELECT home_id FROM person WHERE gone_at IS NULL AND instr(fold(given_name || ' ' || family_name), :text)))",
        );
        values.push((":text", Value::Text(crate::people::fold(text))));
    }
    if !query.kinds.is_empty() {
        // Codes are our own words, never the caller's.
        let codes: Vec<String> = query
            .kinds
            .iter()
            .map(|it| format!("'{}'", it.code()))
            .collect();
        inner.push_str(&format!(" AND h.kind IN ({})", codes.join(", ")));
    }
    if let Some(place) = query.municipality.as_deref().filter(|it| !it.is_empty()) {
        inner.push_str(" AND h.municipality = :municipality AND h.protected = 0");
        values.push((":municipality", Value::Text(place.to_owned())));
    }
    if query.care.is_some() || query.age.is_some() {
        let mut scope = String::from(
            " AND EXISTS (SELECT 1 FROM scope s WHERE s.home_id = h.id AND s.gone_at IS NULL
               AND (s.valid_from IS NULL OR s.valid_from <= :on) AND (s.valid_to IS NULL OR s.valid_to >= :on)",
        );
        if let Some(care) = query.care {
            scope.push_str(&format!(" AND s.care = '{}'", care.code()));
        }
        if let Some(age) = query.age {
            scope.push_str(&format!(
                " AND coalesce(s.age_from, 0) <= {age} AND coalesce(s.age_to, 20) >= {age}"
            ));
        }
        scope.push(')');
        inner.push_str(&scope);
    }
    if query.free_only {
        outer.push(
            "approved > taken AND NOT paused AND (ended_on IS NULL OR ended_on > :on)".to_owned(),
        );
    }
    outer.push(standings(&query.standings));
    let from = format!("FROM ({inner}) WHERE {}", outer.join(" AND "));
    let direction = if query.descending { "DESC" } else { "ASC" };
    let order = match query.sort {
        HomeSort::Name => format!("name COLLATE sv {direction}, id"),
        HomeSort::Locality => format!(
            "CASE WHEN protected THEN NULL ELSE locality END COLLATE sv {direction} NULLS LAST, name COLLATE sv"
        ),
        HomeSort::Kind => format!("kind {direction}, name COLLATE sv"),
        HomeSort::Free => {
            let back = if query.descending { "ASC" } else { "DESC" };
            format!(
                "CASE WHEN paused OR ended_on <= :on THEN 0 ELSE max(approved - taken, 0) END {back}, name COLLATE sv"
            )
        }
    };
    let limit = if query.limit == 0 {
        100
    } else {
        query.limit.min(200)
    };
    let named: Vec<(&str, &dyn rusqlite::ToSql)> = values
        .iter()
        .map(|(name, value)| (*name, value as &dyn rusqlite::ToSql))
        .collect();
    let (total, free) = read.conn().prepare_cached(&format!(
        "SELECT count(*), coalesce(sum(CASE WHEN paused OR ended_on <= :on THEN 0 ELSE max(approved - taken, 0) END), 0) {from}"
    ))?.query_row(named.as_slice(), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let sql = format!(
        "SELECT * {from} ORDER BY {order} LIMIT {limit} OFFSET {}",
        query.offset
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement
        .query_map(named.as_slice(), list_row)?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Page { rows, total, free })
}

fn standings(wanted: &[StandingFilter]) -> String {
    let ended = "(ended_on IS NOT NULL AND ended_on <= :on)";
    if wanted.is_empty() {
        return format!("NOT {ended}");
    }
    let each: Vec<String> = wanted
        .iter()
        .map(|it| match it {
            StandingFilter::Approved => format!("(approved > 0 AND NOT paused AND NOT {ended})"),
            StandingFilter::Paused => format!("(approved > 0 AND paused AND NOT {ended})"),
            StandingFilter::InRecruitment => {
                format!("(approved = 0 AND in_recruitment AND NOT {ended})")
            }
            StandingFilter::NotApproved => {
                format!("(approved = 0 AND NOT in_recruitment AND NOT {ended})")
            }
            StandingFilter::Ended => ended.to_owned(),
        })
        .collect();
    format!("({})", each.join(" OR "))
}

pub(in crate::homes) fn standing_facts(
    read: &Read<'_>,
    id: &HomeId,
    on: NaiveDate,
) -> Result<Option<StandingFacts>> {
    let sql = format!("{STANDING} AND h.id = :id");
    Ok(read
        .conn()
        .prepare_cached(&sql)?
        .query_row(named_params! {":on": on.to_string(), ":id": id}, list_row)
        .optional()?
        .map(|it| StandingFacts {
            ended_on: it.ended_on,
            in_recruitment: it.in_recruitment,
            approved: it.approved,
            taken: it.taken,
            paused: it.paused,
        }))
}
