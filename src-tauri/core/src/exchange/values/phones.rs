//! Telephone numbers, one or several in a cell, with whose they are.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhoneDraft {
    /// Figures only, from the leading zero, or `+` and figures when foreign.
    pub number: String,
    /// What stood beside it: "Eva", "kvällar".
    pub note: Option<String>,
    /// Whether the leading zero was missing and has been put back.
    pub zero_added: bool,
}

/// Shortest and longest Swedish number with its zero: 08-123456 and
/// 0700-1234567 with room for a doubled area code.
const SWEDISH_LENGTH: std::ops::RangeInclusive<usize> = 8..=11;
/// Shortest and longest international number (ITU-T E.164).
const FOREIGN_LENGTH: std::ops::RangeInclusive<usize> = 8..=15;

/// The numbers in a cell, and the parts that are none.
pub fn read(text: &str) -> (Vec<PhoneDraft>, Vec<String>) {
    let (mut numbers, mut rest) = (Vec::<PhoneDraft>::new(), Vec::new());
    for part in split(text) {
        match one(&part) {
            Some(number) => numbers.push(number),
            // "070-… , Eva": a word after a number belongs to it.
            None if !part.chars().any(|it| it.is_ascii_digit())
                && numbers.last().is_some_and(|it| it.note.is_none()) =>
            {
                if let Some(last) = numbers.last_mut() {
                    last.note = Some(bare_note(&part).unwrap_or(part));
                }
            }
            None => rest.push(part),
        }
    }
    (numbers, rest)
}

/// Splits between numbers; a slash inside one ("0370/123 45") does not split.
fn split(text: &str) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    for part in super::parts(text).into_iter().flat_map(by_gap) {
        let figures = |it: &str| it.chars().filter(char::is_ascii_digit).count();
        let area_code_before = res.last().is_some_and(|last| {
            last.starts_with('0') && figures(last) == last.len() && last.len() <= 4
        });
        match res.last_mut() {
            Some(last) if area_code_before && (5..=8).contains(&figures(&part)) => {
                last.push('-');
                last.push_str(&part);
            }
            _ => res.push(part),
        }
    }
    res
}

/// Splits "0701740605 Eva 0701740606 Per" before the second number.
fn by_gap(part: &str) -> Vec<String> {
    let mut res: Vec<String> = Vec::new();
    let mut figures = 0;
    for word in part.split_whitespace() {
        // "06" within a number is no beginning; "070" and "08-" are.
        let starts = (word.starts_with('0') && (word.len() > 2 || word.contains('-')))
            || word.starts_with('+');
        if starts && figures >= 7 {
            figures = 0;
            res.push(word.to_owned());
        } else if let Some(last) = res.last_mut() {
            last.push(' ');
            last.push_str(word);
        } else {
            res.push(word.to_owned());
        }
        figures += word.chars().filter(char::is_ascii_digit).count();
    }
    res
}

fn one(part: &str) -> Option<PhoneDraft> {
    // The number is the run of figures and their usual signs; words around
    // it are its note.
    let start = part.find(|it: char| it.is_ascii_digit() || it == '+')?;
    let start = if part[..start].ends_with('(') {
        start - 1
    } else {
        start
    };
    let length = part[start..]
        .char_indices()
        .find(|(at, it)| {
            !(it.is_ascii_digit()
                || matches!(it, ' ' | '-' | '–' | '‑' | '.' | '+' | '\u{a0}')
                || (matches!(it, '(' | ')') && digit_near(&part[start..], *at)))
        })
        .map_or(part.len() - start, |(at, _)| at);
    let (written, after) = part[start..].split_at(length);
    if after.chars().any(|it| it.is_ascii_digit()) {
        return None;
    }
    let note = bare_note(&format!("{} {}", &part[..start], after));
    let figures: String = written.chars().filter(char::is_ascii_digit).collect();
    let (number, zero_added) = normal(&figures, written.trim_start_matches('(').starts_with('+'))?;
    Some(PhoneDraft {
        number,
        note,
        zero_added,
    })
}

/// Whether a bracket stands around figures: "(0)70", "(070)".
fn digit_near(text: &str, at: usize) -> bool {
    match text[at..].strip_prefix('(') {
        Some(inside) => inside.starts_with(|it: char| it.is_ascii_digit()),
        None => text[..at].ends_with(|it: char| it.is_ascii_digit()),
    }
}

fn normal(figures: &str, plus: bool) -> Option<(String, bool)> {
    let international = figures.strip_prefix("00").or(plus.then_some(figures));
    if let Some(rest) = international {
        if let Some(national) = rest.strip_prefix("46") {
            return swedish(&format!("0{}", national.trim_start_matches('0')), false);
        }
        return FOREIGN_LENGTH
            .contains(&rest.len())
            .then(|| (format!("+{rest}"), false));
    }
    if figures.starts_with('0') {
        return swedish(figures, false);
    }
    // A number cell has lost its zero, or its plus.
    if figures.len() == 11 && figures.starts_with("46") {
        return swedish(&format!("0{}", &figures[2..]), true);
    }
    swedish(&format!("0{figures}"), true)
}

fn swedish(number: &str, zero_added: bool) -> Option<(String, bool)> {
    let fits = SWEDISH_LENGTH.contains(&number.len()) && !number.starts_with("00");
    fits.then(|| (number.to_owned(), zero_added))
}

fn bare_note(text: &str) -> Option<String> {
    let note: String = text
        .trim_matches(|it: char| !it.is_alphanumeric())
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let lower = note.to_lowercase();
    let empty = ["", "tel", "tfn", "mobil", "mob", "telefon"].contains(&lower.as_str());
    (!empty).then_some(note)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<&str>, bool)]) {
        let (numbers, rest) = read(text);
        let numbers: Vec<_> = numbers
            .iter()
            .map(|it| (it.number.as_str(), it.note.as_deref(), it.zero_added))
            .collect();
        assert_eq!(numbers, expected, "{text}");
        assert!(rest.is_empty(), "{text}: {rest:?}");
    }

    #[test]
    fn a_number_however_written() {
        for text in [
            "070-174 06 05",
            "0701740605",
            "070 1740605",
            "070-1740605",
            "+46 70 174 06 05",
            "+46 (0)70-174 06 05",
            "0046701740605",
            "(070) 174 06 05",
            "Tel: 070-1740605",
            "070.174.06.05",
        ] {
            check(text, &[("0701740605", None, false)]);
        }
        check("08-465 004 00", &[("0846500400", None, false)]);
        check("+47 22 12 34 56", &[("+4722123456", None, false)]);
    }

    #[test]
    fn a_lost_zero_is_put_back_and_told() {
        check("701740605", &[("0701740605", None, true)]);
        check("70-174 06 05", &[("0701740605", None, true)]);
        check("846500400", &[("0846500400", None, true)]);
        check("46701740605", &[("0701740605", None, true)]);
    }

    #[test]
    fn several_numbers_with_whose_they_are() {
        check("070-1740605 (Eva)", &[("0701740605", Some("Eva"), false)]);
        check(
            "Eva 070-1740605, Per 070-1740606",
            &[
                ("0701740605", Some("Eva"), false),
                ("0701740606", Some("Per"), false),
            ],
        );
        check(
            "0701740605 Eva 0701740606 Per",
            &[
                ("0701740605", Some("Eva"), false),
                ("0701740606", Some("Per"), false),
            ],
        );
        check(
            "070-1740605/070-1740606",
            &[("0701740605", None, false), ("0701740606", None, false)],
        );
        check("0980/319200", &[("0980319200", None, false)]);
    }

    #[test]
    fn words_beside_a_number_are_not_lost() {
        let (numbers, rest) = read("070-1740605\nring efter 17");
        assert_eq!(numbers[0].number, "0701740605");
        assert_eq!(rest, ["ring efter 17"]);
    }

    #[test]
    fn what_is_no_number_is_kept_apart() {
        for text in [
            "finns i pärmen",
            "112",
            "070-17",
            "070-174 06 05 06 07 08",
            "1",
        ] {
            let (numbers, rest) = read(text);
            assert!(
                numbers.is_empty() && rest == [text],
                "{text}: {numbers:?} {rest:?}"
            );
        }
    }
}
