//! What an edition of the unit's own must fulfil. Facts in, what is wrong out.

use super::Instrument;
use super::own::{Changes, ItemRange};
use crate::error::{Error, Reason, Result};

/// Longest label, so that it stands on one line of a paper.
const LABEL_MAX: u32 = 120;

/// Checks changes against the shipped form: ranges follow each other, begin at
/// the first item and end at the last; labels and keys exist.
///
/// # Errors
/// At `ranges.3.to`, `part_labels.3`, `items.17.label` and the like.
pub fn check(base: &Instrument, changes: &Changes) -> Result<()> {
    if !changes.ranges.is_empty() {
        ranges(base, &changes.ranges)?;
    }
    for (key, label) in &changes.part_labels {
        if !base.parts.iter().any(|it| it.key == *key) {
            return Err(Error::invalid(
                format!("part_labels.{key}"),
                Reason::Unknown,
            ));
        }
        label_fits(label, &format!("part_labels.{key}"))?;
    }
    for (key, label) in &changes.category_labels {
        if !base.categories.iter().any(|it| it.key == *key) {
            return Err(Error::invalid(
                format!("category_labels.{key}"),
                Reason::Unknown,
            ));
        }
        label_fits(label, &format!("category_labels.{key}"))?;
    }
    for (key, change) in &changes.items {
        if base.item(key).is_none() {
            return Err(Error::invalid(format!("items.{key}"), Reason::Unknown));
        }
        if let Some(label) = &change.label {
            label_fits(label, &format!("items.{key}.label"))?;
        }
    }
    Ok(())
}

fn ranges(base: &Instrument, ranges: &[ItemRange]) -> Result<()> {
    if !base.shell {
        return Err(Error::invalid("ranges", Reason::Unknown));
    }
    let last = u32::try_from(base.loose.len()).unwrap_or(u32::MAX);
    let refuse = |at: usize, end: &str, min: u32, max: u32| {
        let (min, max) = (i64::from(min), i64::from(max));
        Err(Error::invalid(
            format!("ranges.{}.{end}", at + 1),
            Reason::NotANumber { min, max },
        ))
    };
    let mut next = 1;
    for (at, part) in base.parts.iter().enumerate() {
        let Some(range) = ranges.get(at) else {
            return Err(Error::invalid(
                format!("ranges.{}.to", part.key),
                Reason::Required,
            ));
        };
        // Each part that follows needs at least one item.
        let after = u32::try_from(base.parts.len() - at - 1).unwrap_or(0);
        let most = last.saturating_sub(after);
        if range.from != next {
            return refuse(at, "from", next, next);
        }
        let least = if after == 0 { last } else { next };
        if range.to < least || range.to > most {
            return refuse(at, "to", least, most);
        }
        next = range.to + 1;
    }
    if ranges.len() > base.parts.len() {
        return Err(Error::invalid("ranges", Reason::Unknown));
    }
    Ok(())
}

fn label_fits(label: &str, field: &str) -> Result<()> {
    if label.chars().count() > LABEL_MAX as usize {
        return Err(Error::invalid(field, Reason::TooLong { max: LABEL_MAX }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::shipped;

    /// Ranges from the last number of each part.
    fn to(ends: &[u32]) -> Vec<ItemRange> {
        let mut from = 1;
        ends.iter()
            .map(|to| {
                let range = ItemRange { from, to: *to };
                from = to + 1;
                range
            })
            .collect()
    }

    #[track_caller]
    fn refused(ranges: Vec<ItemRange>, expected: &str, reason: Reason) {
        let changes = Changes {
            ranges,
            ..Changes::default()
        };
        match check(shipped("bra_fam").unwrap(), &changes) {
            Err(Error::Invalid { field, reason: got }) => {
                assert_eq!((field.as_str(), got), (expected, reason));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn nine_ranges_that_cover_all_59_are_taken() {
        let changes = Changes {
            ranges: to(&[6, 12, 20, 27, 33, 40, 47, 53, 59]),
            ..Changes::default()
        };
        assert!(check(shipped("bra_fam").unwrap(), &changes).is_ok());
        assert!(check(shipped("bra_fam").unwrap(), &Changes::default()).is_ok());
    }

    #[test]
    fn what_is_wrong_is_told_at_its_end() {
        let number = |min, max| Reason::NotANumber { min, max };
        // The last part ends before the last question.
        refused(
            to(&[6, 12, 20, 27, 33, 40, 47, 53, 58]),
            "ranges.9.to",
            number(59, 59),
        );
        // A part of no questions.
        refused(
            to(&[6, 6, 20, 27, 33, 40, 47, 53, 59]),
            "ranges.2.to",
            number(7, 52),
        );
        // A hole between two parts.
        let mut hole = to(&[6, 12, 20, 27, 33, 40, 47, 53, 59]);
        hole[4].from = 29;
        refused(hole, "ranges.5.from", number(28, 28));
        // Too few parts, and nothing left for those that follow.
        refused(to(&[6, 12]), "ranges.3.to", Reason::Required);
        refused(to(&[59]), "ranges.1.to", number(1, 51));
        refused(
            to(&[6, 12, 20, 27, 33, 40, 47, 53, 59, 60]),
            "ranges",
            Reason::Unknown,
        );
    }

    #[test]
    fn our_own_form_has_its_parts_already() {
        let changes = Changes {
            ranges: to(&[52]),
            ..Changes::default()
        };
        let refused = check(shipped("early_screening").unwrap(), &changes).unwrap_err();
        assert!(matches!(refused, Error::Invalid { field, .. } if field == "ranges"));
    }
}
