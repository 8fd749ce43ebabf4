//! The two faces that papers are set in, and what their letters measure.
//!
//! Parsed once per process. Advances are whole thousandths of the type size, so
//! that sums are exact and the same on every machine.

use std::sync::OnceLock;

use printpdf::ParsedFont;
use ttf_parser::Face as Outlines;

/// Shown for a letter that the face lacks.
pub const UNKNOWN: char = '□';

static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/HemvistSans-Regular.ttf");
static BOLD: &[u8] = include_bytes!("../../../assets/fonts/HemvistSans-Bold.ttf");

/// Letters above this are looked up as missing; both faces stop well below.
const LAST: usize = 0x2800;

/// One face.
pub struct Face {
    /// What the back end embeds.
    pub parsed: ParsedFont,
    /// Invariant: `LAST` long; advance in thousandths, or `None` when the face lacks the letter.
    advances: Vec<Option<u16>>,
    /// Invariant: `LAST` long; the letter that stands for all letters of the same
    /// drawing, because a file can name only one letter per drawing.
    same: Vec<char>,
}

impl Face {
    fn new(name: &'static str, bytes: &'static [u8]) -> Self {
        let outlines = Outlines::parse(bytes, 0).expect("the face is shipped with the program");
        let mut parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new())
            .expect("the face is shipped with the program");
        parsed.font_name = Some(name.to_owned());
        let em = u32::from(outlines.units_per_em());
        let (mut advances, mut same) = (vec![None; LAST], vec![UNKNOWN; LAST]);
        let mut first = std::collections::BTreeMap::new();
        for code in 0x20..LAST as u32 {
            let Some(letter) = char::from_u32(code) else {
                continue;
            };
            let Some(glyph) = outlines.glyph_index(letter) else {
                continue;
            };
            let advance = outlines.glyph_hor_advance(glyph).unwrap_or(0);
            advances[code as usize] = u16::try_from(u32::from(advance) * 1000 / em).ok();
            same[code as usize] = *first.entry(glyph.0).or_insert(letter);
        }
        Self {
            parsed,
            advances,
            same,
        }
    }

    /// Advance in thousandths of the type size, if the face has the letter.
    pub fn advance(&self, letter: char) -> Option<u16> {
        self.advances.get(letter as usize).copied().flatten()
    }

    /// The letter to write for `letter`: the one that shares its drawing.
    pub fn stand_in(&self, letter: char) -> char {
        self.same.get(letter as usize).copied().unwrap_or(UNKNOWN)
    }
}

/// The plain or the bold face.
pub fn face(bold: bool) -> &'static Face {
    static FACES: OnceLock<[Face; 2]> = OnceLock::new();
    let faces = FACES.get_or_init(|| {
        [
            Face::new("HemvistSans-Regular", REGULAR),
            Face::new("HemvistSans-Bold", BOLD),
        ]
    });
    &faces[usize::from(bold)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_and_neighbours_have_their_letters() {
        for letter in "ÅÄÖåäöéüæøßŁőșğŞıđćčžñþÐŋŧ–—”’…·•−×½§€→✓✗□".chars()
        {
            for bold in [false, true] {
                assert!(face(bold).advance(letter).is_some(), "{letter} bold={bold}");
            }
        }
    }

    #[test]
    fn figures_are_of_equal_width_so_that_columns_line_up() {
        for bold in [false, true] {
            let zero = face(bold).advance('0');
            assert!(('0'..='9').all(|figure| face(bold).advance(figure) == zero));
        }
    }

    #[test]
    fn a_hard_space_is_written_as_a_space() {
        assert_eq!(face(false).stand_in('\u{a0}'), ' ');
    }
}
