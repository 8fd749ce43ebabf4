//! From pasted text to letters that can be set.
//!
//! Nothing is lost: a letter that the face lacks is shown as an empty square and
//! keeps its identity for copying and screen readers. Only what has no meaning on
//! paper disappears: control characters, direction marks, soft hyphens.

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
    /// A space where the line must not be broken.
    pub sticky: bool,
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
        }
    }

    /// Whether the line may be broken at this space.
    pub fn is_space(&self) -> bool {
        self.shown.is_whitespace() && !self.sticky
    }
}

/// Letters of a text, one list for each line that the writer ended.
pub fn letters(text: &Text, bold: bool) -> Vec<Vec<Letter>> {
    let mut lines = vec![Vec::new()];
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
    lines
}

/// Plain text as it will be written into titles and metadata.
pub fn plain(words: &str) -> String {
    let spaced: String = words
        .nfc()
        .filter_map(readable)
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
        // Soft hyphen, joiners, direction marks, selectors, byte order mark.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{feff}' => None,
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
    fn titles_are_one_line() {
        assert_eq!(plain("Rad ett\nrad\u{a0}två\u{1}"), "Rad ett rad två");
    }
}
