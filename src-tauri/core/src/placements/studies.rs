//! What falls due about homes and families beside placements: reviews of
//! approved homes, answers of families, files whose time is out.

use chrono::NaiveDate;

use super::due::{DueItem, HORIZON_DAYS, Subject, Why};
use super::sql;
use crate::error::Result;
use crate::homes::HomeId;
use crate::recruitment;
use crate::store::Read;

/// Adds the lines within the horizon.
pub(super) fn due(read: &Read<'_>, as_of: NaiveDate, items: &mut Vec<DueItem>) -> Result<()> {
    let until = as_of + chrono::Days::new(HORIZON_DAYS);
    for (id, name) in sql::homes_in_use(read, as_of)? {
        let home = HomeId(id);
        let Some(next) = recruitment::next_review(read, &home)? else {
            continue;
        };
        if next.on <= until {
            let why = Why::SetOn { on: next.set_on };
            items.push(line(
                "home_review",
                next.on,
                why,
                as_of,
                ("home", home.0, name),
            ));
        }
    }
    for it in sql::families_to_answer(read, until)? {
        let why = Why::Asked {
            on: it.sent_on,
            of: "family".into(),
        };
        let about = ("recruitment", it.id, it.name);
        items.push(line("family_answer", it.due, why, as_of, about));
    }
    for (id, name, it) in recruitment::retention_due(read, until)? {
        let why = Why::CountedFrom {
            from: it.from,
            count: it.months,
            unit: "months".into(),
        };
        let mut item = line("retention", it.on, why, as_of, ("recruitment", id.0, name));
        item.rule = Some(it.source);
        item.late = it.latest < as_of;
        items.push(item);
    }
    Ok(())
}

fn line(
    what: &str,
    on: NaiveDate,
    why: Why,
    as_of: NaiveDate,
    (kind, id, name): (&str, String, String),
) -> DueItem {
    DueItem {
        what: what.into(),
        on: Some(on),
        why,
        rule: None,
        subject: Subject {
            kind: kind.into(),
            id,
            name,
        },
        late: on < as_of,
    }
}
