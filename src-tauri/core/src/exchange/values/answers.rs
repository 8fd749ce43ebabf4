//! Yes, no, and what is said after it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An answer with the words it was given in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetAnswer {
    /// Yes or no, when that can be told.
    pub yes: Option<bool>,
    /// What was said besides, as written: "hund".
    pub text: Option<String>,
}

/// Reads "ja", "nej", "x", "ja, hund", "2 katter" (which answers yes when
/// `things_mean_yes`), "röker ej".
pub fn read(text: &str, things_mean_yes: bool) -> SheetAnswer {
    let lower = text.trim().to_lowercase();
    let whole = lower.trim_end_matches(['.', '!']);
    let first = whole
        .split(|it: char| !it.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let rest = text
        .trim()
        .get(first.len()..)
        .unwrap_or_default()
        .trim_matches(|it: char| !it.is_alphanumeric());
    let rest = (!rest.is_empty()).then(|| rest.to_owned());
    let no_words = [
        "nej",
        "ej",
        "inga",
        "ingen",
        "inget",
        "n",
        "nix",
        "rökfritt",
        "0",
    ];
    let yes_words = ["ja", "j", "x", "jo", "japp", "1"];
    let denied = whole.ends_with(" ej") || whole.ends_with(" inte");
    if yes_words.contains(&first) && (first.parse::<u8>().is_err() || rest.is_none()) {
        return SheetAnswer {
            yes: Some(true),
            text: rest,
        };
    }
    if no_words.contains(&first) || denied {
        let text = if no_words.contains(&first) {
            rest
        } else {
            None
        };
        return SheetAnswer {
            yes: Some(false),
            text,
        };
    }
    SheetAnswer {
        yes: things_mean_yes.then_some(true),
        text: Some(text.trim().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers() {
        let check = |text: &str, yes: Option<bool>, rest: Option<&str>| {
            assert_eq!(
                read(text, true),
                SheetAnswer {
                    yes,
                    text: rest.map(str::to_owned)
                },
                "{text}"
            );
        };
        check("Ja", Some(true), None);
        check("JA, hund", Some(true), Some("hund"));
        check("x", Some(true), None);
        check("nej", Some(false), None);
        check("Inga djur", Some(false), Some("djur"));
        check("röker ej", Some(false), None);
        check("2 katter", Some(true), Some("2 katter"));
        check("1 hund", Some(true), Some("1 hund"));
        assert_eq!(
            read("snusar", false),
            SheetAnswer {
                yes: None,
                text: Some("snusar".into())
            }
        );
    }
}
