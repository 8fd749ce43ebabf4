//! Ages and counts as people write them.

use super::super::columns::ages_of;

/// An age span, in whole years, both ends meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// Lowest age.
    pub from: u8,
    /// Highest age.
    pub to: u8,
    /// Said with a word, whose meaning was assumed.
    pub by_word: bool,
}

/// Highest age taken: care under LVU may last until 21 (see the rule data);
/// anything higher in this column is not an age of a child.
const HIGHEST: u8 = 21;

/// "0–6", "7-12 år", "3 till 10", "0-6 (helst småbarn)" is refused, "tonåring".
pub fn read_ages(text: &str) -> Option<Ages> {
    if let Some((from, to)) = ages_of(text) {
        return Some(Ages {
            from,
            to,
            by_word: true,
        });
    }
    let text = text.to_lowercase();
    let text = text
        .trim()
        .trim_end_matches('.')
        .trim_end_matches("års")
        .trim_end_matches("år")
        .trim();
    let (from, to) = ["-", "–", "—", " till ", " t o m ", " t.o.m. "]
        .iter()
        .find_map(|it| text.split_once(it))?;
    let from = age(from.trim().trim_end_matches("år"))?;
    let to = age(to)?;
    (from <= to).then_some(Ages {
        from,
        to,
        by_word: false,
    })
}

/// One age in whole years.
pub fn age(text: &str) -> Option<u8> {
    let text = text.trim().trim_end_matches("år").trim();
    let age: u8 = text.parse().ok()?;
    (age <= HIGHEST).then_some(age)
}

/// Numbers said with words.
const WORDS: [&str; 7] = ["noll", "en", "två", "tre", "fyra", "fem", "sex"];

/// A count of something, up to 99: "2", "2 st", "två", "2 barn", "2 platser".
pub fn count(text: &str) -> Option<u8> {
    let text = text.to_lowercase();
    let first = ["st", "st.", "barn", "platser", "plats", "rum", "pl"]
        .iter()
        .find_map(|unit| text.trim().strip_suffix(unit))
        .unwrap_or(&text)
        .trim();
    if first == "ett" {
        return Some(1);
    }
    if let Some(at) = WORDS.iter().position(|word| *word == first) {
        return u8::try_from(at).ok();
    }
    first.parse().ok().filter(|it| *it < 100)
}

/// "1-2": the span of a count.
pub fn count_span(text: &str) -> Option<(u8, u8)> {
    let (low, high) = text.split_once(['-', '–'])?;
    let (low, high) = (count(low)?, count(high)?);
    (low <= high).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_and_words() {
        for (text, from, to, by_word) in [
            ("0-6", 0, 6, false),
            ("0–6 år", 0, 6, false),
            ("7 - 12 ÅR", 7, 12, false),
            ("3 år till 10 år", 3, 10, false),
            ("Tonåring", 13, 17, true),
            ("alla åldrar", 0, 17, true),
            ("skolbarn", 6, 15, true),
        ] {
            assert_eq!(read_ages(text), Some(Ages { from, to, by_word }), "{text}");
        }
        for text in [
            "",
            "12-7",
            "0-",
            "från 12",
            "0-99",
            "7",
            "ej tonåring",
            "0-6 eller 10-12",
            "-5",
        ] {
            assert_eq!(read_ages(text), None, "{text}");
        }
    }

    #[test]
    fn counts() {
        for (text, expected) in [
            ("2", Some(2)),
            ("2 st", Some(2)),
            ("Två", Some(2)),
            ("1 barn", Some(1)),
            ("ett barn", Some(1)),
            ("0", Some(0)),
            ("3 platser", Some(3)),
            ("2+1", None),
            ("", None),
            ("200", None),
            ("-1", None),
            ("1,5", None),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
        assert_eq!(count_span("1-2"), Some((1, 2)));
        assert_eq!(count_span("2-1"), None);
    }
}
