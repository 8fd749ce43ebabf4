//! From pasted text to letters that can be set.
//!
//! Nothing is lost: a letter that the face lacks is shown as an empty square and
//! keeps its identity for copying and screen readers. Only what has no meaning on
//! paper disappears: control characters, direction marks.

use unicode_normalization::UnicodeNormalization;

use crate::face::{UNKNOWN, face};
use crate::model::{Inline, Text};

/// One letter on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// What is drawn.
    pub shown: char,
    /// What was meant, when the face lacks it.
    pub meant: Option<char>,
    /// Which face.
    pub bold: bool,
    /// Advance in thousandths of the type size.
    pub advance: u16,
    /// A space or hyphen where the line must not be broken.
    pub sticky: bool,
    /// The writer put a soft hyphen after it: the best place to break the word.
    pub soft: bool,
}

impl Letter {
    /// The letter as drawn in a face, or the empty square.
    pub fn new(letter: char, bold: bool) -> Self {
        let known = face(bold).advance(letter);
        let shown = if known.is_some() {
            face(bold).stand_in(letter)
        } else {
            UNKNOWN
        };
        let advance = known.or_else(|| face(bold).advance(UNKNOWN)).unwrap_or(0);
        let sticky = matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{2011}');
        Self {
            shown,
            meant: known.is_none().then_some(letter),
            bold,
            advance,
            sticky,
            soft: false,
        }
    }

    /// Whether the line may be broken at this space.
    pub fn is_space(&self) -> bool {
        self.shown.is_whitespace() && !self.sticky
    }
}

/// Letters of a text, one list for each line that the writer ended.
pub fn letters(text: &Text, bold: bool) -> Vec<Vec<Letter>> {
    let mut lines: Vec<Vec<Letter>> = vec![Vec::new()];
    for inline in &text.0 {
        let (words, bold) = match inline {
            Inline::Plain(words) => (words, bold),
            Inline::Bold(words) => (words, true),
        };
        for letter in words.nfc().filter_map(readable) {
            if letter == '\n' {
                lines.push(Vec::new());
                continue;
            }
            let line = lines.last_mut().expect("there is always a line");
            if letter == SOFT_HYPHEN {
                if let Some(last) = line.last_mut() {
                    last.soft = true;
                }
                continue;
            }
            let letter = Letter::new(letter, bold);
            let doubled = line.last().is_none_or(Letter::is_space);
            if !(letter.is_space() && doubled) {
                line.push(letter);
            }
        }
    }
    for line in &mut lines {
        while line.last().is_some_and(Letter::is_space) {
            line.pop();
        }
    }
    lines.retain(|line| !line.is_empty());
    for line in &mut lines {
        glue(line);
    }
    lines
}

/// Words that stay with the number before them.
const UNITS: [&str; 17] = [
    "%", "§", "§§", "kap", "kr", "kronor", "öre", "tkr", "mnkr", "km", "m", "kg", "år", "dygn",
    "procent", "st", "min",
];
/// Months stay with their day.
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
const SOFT_HYPHEN: char = '\u{ad}';

/// Ties what Swedish does not part: numbers to their unit or month, chapters to sections.
fn glue(line: &mut [Letter]) {
    let spaces: Vec<usize> = (0..line.len()).filter(|&at| line[at].is_space()).collect();
    for (index, &at) in spaces.iter().enumerate() {
        let start = index.checked_sub(1).map_or(0, |it| spaces[it] + 1);
        let end = spaces.get(index + 1).copied().unwrap_or(line.len());
        let word = |from: usize, to: usize| -> String {
            // What matters is short; the rest of a long word does not.
            line[from..to].iter().take(12).map(|it| it.shown).collect()
        };
        let (before, after) = (word(start, at), word(at + 1, end));
        let after = after.trim_end_matches(['.', ',', ';', ':', ')', '”']);
        let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        let number = before.ends_with(|it: char| it.is_ascii_digit());
        let thousands = after.len() == 3 && before.len() <= 3 && digits(after) && digits(&before);
        line[at].sticky = number && (UNITS.contains(&after) || MONTHS.contains(&after))
            || (before == "kap." || before == "§") && digits(after)
            || thousands;
    }
}

/// Plain text as it will be written into titles and metadata.
pub fn plain(words: &str) -> String {
    let spaced: String = words
        .nfc()
        .filter_map(readable)
        .filter(|&letter| letter != SOFT_HYPHEN)
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .collect();
    spaced
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The letter to set for one that was typed or pasted, if any.
fn readable(letter: char) -> Option<char> {
    match letter {
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        // Word's own bullets, from its private symbol face.
        '\u{f0b7}' => Some('•'),
        '\u{f0a7}' => Some('▪'),
        '\u{f0e0}' => Some('→'),
        // Joiners, direction marks, selectors, byte order mark.
        '\u{34f}' | '\u{61c}' | '\u{feff}' => None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' => None,
        // Not characters at all, and forbidden in the metadata's XML.
        '\u{fffe}' | '\u{ffff}' | '\u{fdd0}'..='\u{fdef}' => None,
        _ if letter.is_control() => None,
        _ => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, shown: &str) {
        let lines = letters(&typed.into(), false);
        let lines: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|it| it.shown).collect())
            .collect();
        assert_eq!(lines.join("|"), shown, "{typed:?}");
    }

    #[test]
    fn text_from_anywhere_becomes_letters() {
        check("  två   ord \t här ", "två ord här");
        check("rad\r\nrad\n\n\u{b}rad", "rad|rad|rad");
        check("a\u{30a}ngstro\u{308}m", "ångström");
        check("bryt\u{ad}punkt\u{200b}", "brytpunkt");
        check("\u{f0b7} punkt", "• punkt");
        check("noll\0tecken\u{7}", "nolltecken");
        check("\u{202e}שלום 👪", "□□□□ □");
    }

    #[test]
    fn a_missing_letter_keeps_what_was_meant() {
        let lines = letters(&"\u{5e9}".into(), false);
        assert_eq!(lines[0][0].meant, Some('\u{5e9}'));
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        for (text, ties) in [
            ("den 7 december 2026", 1),
            ("enligt 22 kap. 1 § socialtjänstlagen", 3),
            ("1 231 kr, därefter", 2),
            ("den 7 barn", 0),
            ("telefon 0123-45 60 00", 0),
        ] {
            let line = letters(&text.into(), false).concat();
            assert_eq!(line.iter().filter(|it| it.sticky).count(), ties, "{text}");
        }
    }

    #[test]
    fn titles_are_one_line() {
        assert_eq!(plain("Rad ett\nrad\u{a0}två\u{1}"), "Rad ett rad två");
    }
}
