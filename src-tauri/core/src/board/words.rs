//! Swedish on paper: dates, lists and terms. Terms are shared with the window
//! in `assets/sv/terms.json`.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// 23 november 2026.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!(
        "{} {} {}",
        day.day(),
        MONTHS[day.month0() as usize],
        day.year()
    )
}

/// A term's Swedish word; the code itself when it has none (a test holds that
/// none is missing).
#[must_use]
pub fn term(list: &str, code: &str) -> String {
    terms()[list][code].as_str().unwrap_or(code).to_owned()
}

fn terms() -> &'static Value {
    static TERMS: OnceLock<Value> = OnceLock::new();
    TERMS.get_or_init(|| {
        serde_json::from_str(include_str!("../../../../assets/sv/terms.json"))
            .expect("shipped terms are tested")
    })
}

/// Fills in words in braces.
#[must_use]
pub fn fill(phrase: &str, words: &[(&str, &str)]) -> String {
    let mut text = phrase.to_owned();
    for (name, word) in words {
        text = text.replace(&format!("{{{name}}}"), word);
    }
    // A sentence that lost a part keeps no double spaces.
    text.split(' ')
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// "a, b och c".
#[must_use]
pub fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} och {last}", first.join(", ")),
    }
}

/// With a capital first letter.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_written_in_swedish() {
        assert_eq!(date("2026-11-03".parse().unwrap()), "3 november 2026");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b och c");
        assert_eq!(
            fill("{a} och {b}.", &[("a", "ett"), ("b", "två")]),
            "ett och två."
        );
        assert_eq!(capital("ärendet"), "Ärendet");
    }

    #[test]
    fn every_term_that_papers_use_has_a_word() {
        for (list, codes) in [
            ("paper_care", crate::homes::Care::CODES),
            ("legal_ground", crate::children::LegalGround::CODES),
            ("importance", crate::children::Importance::CODES),
            ("network_outcome", crate::children::NetworkOutcome::CODES),
            ("paper_evidence", crate::homes::Evidence::CODES),
            (
                "band",
                &["possible", "possible_more_to_learn", "only_if", "hindered"],
            ),
            ("role", crate::accounts::Role::CODES),
            ("sent_how", crate::recruitment::SentHow::CODES),
            ("reference_kind", crate::recruitment::ReferenceKind::CODES),
            ("household_role", crate::homes::HouseholdRole::CODES),
            ("paper_level", &["yes", "with_support", "no", "unknown"]),
        ] {
            for code in codes {
                assert!(
                    terms()[list][*code].is_string(),
                    "{list}.{code} has no Swedish word"
                );
            }
        }
    }
}
