//! People: personal and co-ordination numbers, telephone numbers, folding for search.
//!
//! What is personal does not print: `Debug` shows the type and nothing more.

mod number;
mod phone;

pub use number::{PersonalNumber, PersonalNumberError};
pub use phone::{is_email, phone, postcode};

crate::store::id!(
    /// A member of a household.
    PersonId
);

/// Lower case without marks (å → a, é → e), for finding and comparing names.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    for letter in text.chars() {
        // Most letters, and a search folds every name there is.
        if letter.is_ascii() {
            res.push(letter.to_ascii_lowercase());
        } else {
            res.extend(letter.to_lowercase().map(plain));
        }
    }
    res
}

/// Whether `fold(text)` has `folded` in it; most texts are looked through
/// without making a folded copy.
#[must_use]
pub fn holds(text: &str, folded: &str) -> bool {
    if !text.is_ascii() {
        return fold(text).contains(folded);
    }
    let (text, wanted) = (text.as_bytes(), folded.as_bytes());
    let Some(first) = wanted.first() else {
        return true;
    };
    let starts = text.len().checked_sub(wanted.len()).map(|last| 0..=last);
    starts.into_iter().flatten().any(|at| {
        text[at].eq_ignore_ascii_case(first)
            && text[at..at + wanted.len()].eq_ignore_ascii_case(wanted)
    })
}

fn plain(letter: char) -> char {
    match letter {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'ą' | 'æ' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
        'é' | 'è' | 'ê' | 'ë' | 'ę' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ý' | 'ÿ' => 'y',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' | 'ń' => 'n',
        'š' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        other => other,
    }
}

/// The digits alone, with a leading +46 or 0046 read as 0.
#[must_use]
pub fn digits(text: &str) -> String {
    let all: String = text.chars().filter(char::is_ascii_digit).collect();
    let trimmed = text.trim_start();
    if trimmed.starts_with("+46") {
        format!("0{}", all[2..].trim_start_matches('0'))
    } else if let Some(rest) = all.strip_prefix("0046") {
        format!("0{rest}")
    } else {
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_a_text_is_what_its_folded_form_holds() {
        for text in ["", "a", "Björn Åkerö", "FAMILJEN Berg 12", "Ærø", "ab"] {
            for wanted in [
                "", "a", "ab", "b", "bjorn", "berg 1", "ake", "ro", "12", "x",
            ] {
                assert_eq!(
                    holds(text, wanted),
                    fold(text).contains(wanted),
                    "{wanted:?} in {text:?}"
                );
            }
        }
    }

    #[test]
    fn names_fold_to_plain_letters() {
        assert_eq!(fold("BJÖRN Åkesdotter-Élise"), "bjorn akesdotter-elise");
    }

    #[test]
    fn telephone_digits_agree_however_they_are_written() {
        for text in [
            "070-123 45 67",
            "+46 70 123 45 67",
            "0046701234567",
            "+46 (0)70-1234567",
        ] {
            assert_eq!(digits(text), "0701234567", "{text}");
        }
    }
}
