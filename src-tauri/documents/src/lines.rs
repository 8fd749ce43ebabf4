//! Breaks text into lines: the best lines for the whole paragraph, with Swedish hyphens.

use hypher::{Lang, hyphenate_bounded};
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_optimal_fit};

use crate::clean::{Letter, letters};
use crate::model::Text;

/// Words shorter than this stay whole.
const SHORTEST_BROKEN_WORD: usize = 7;
/// Letters that must remain before and after a hyphen.
const BOUNDS: (usize, usize) = (3, 3);

/// How text is set.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Type size in points.
    pub size: f32,
    /// Bold throughout.
    pub bold: bool,
    /// Whether words may be broken.
    pub hyphens: bool,
}

/// One line of letters.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The letters, with neither hyphen nor space at the end.
    pub letters: Vec<Letter>,
    /// Ends in the middle of a word.
    pub end: End,
}

/// What is between a line and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// A space, or nothing more.
    Space,
    /// A hyphen that was put there.
    Hyphen,
    /// Nothing: a word too long for its line, or one with its own hyphen.
    Joined,
}

impl Line {
    /// Width in thousandths of the type size, with hyphen.
    pub fn advance(&self) -> u32 {
        let hyphen = if self.end == End::Hyphen {
            self.hyphen().advance
        } else {
            0
        };
        self.letters
            .iter()
            .map(|it| u32::from(it.advance))
            .sum::<u32>()
            + u32::from(hyphen)
    }

    /// Width in points.
    pub fn width(&self, size: f32) -> f32 {
        self.advance() as f32 * size / 1000.0
    }

    /// The hyphen of this line, in the face of its last letter.
    pub fn hyphen(&self) -> Letter {
        Letter::new('-', self.letters.last().is_some_and(|it| it.bold))
    }
}

/// A piece that is never broken. Widths in thousandths of the type size.
#[derive(Debug)]
struct Piece {
    start: usize,
    end: usize,
    width: f64,
    space: f64,
    hyphen: f64,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width / COLUMN
    }
    fn whitespace_width(&self) -> f64 {
        self.space / COLUMN
    }
    fn penalty_width(&self) -> f64 {
        self.hyphen / COLUMN
    }
}

/// The penalties are made for columns of a typewriter: half the type size.
const COLUMN: f64 = 500.0;

/// Sets a text in lines no wider than `width` points.
pub fn set(text: &Text, style: Style, width: f32) -> Vec<Line> {
    let room = f64::from((width * 1000.0 / style.size).max(1000.0));
    let mut res = Vec::new();
    for letters in letters(text, style.bold) {
        paragraph(&mut res, &letters, style, room);
    }
    res
}

fn paragraph(res: &mut Vec<Line>, letters: &[Letter], style: Style, room: f64) {
    let pieces = pieces(letters, style, room);
    let mut penalties = Penalties::new();
    penalties.overflow_penalty = 1_000_000_000;
    penalties.hyphen_penalty = 300;
    penalties.short_last_line_penalty = 200;
    let best = wrap_optimal_fit(&pieces, &[room / COLUMN], &penalties).unwrap_or_default();
    let fits = |line: &&[Piece]| line.len() == 1 || advance(line) <= room + 0.5;
    if !best.is_empty() && best.iter().all(fits) {
        res.extend(best.iter().map(|line| join(letters, line)));
    } else {
        res.extend(
            first_fit(&pieces, room)
                .iter()
                .map(|line| join(letters, line)),
        );
    }
    if let Some(last) = res.last_mut() {
        last.end = End::Space;
    }
}

fn advance(line: &[Piece]) -> f64 {
    let Some(last) = line.last() else { return 0.0 };
    line.iter().map(|it| it.width + it.space).sum::<f64>() - last.space + last.hyphen
}

/// The plain way, for the rare text where the best lines overflow.
fn first_fit(pieces: &[Piece], room: f64) -> Vec<&[Piece]> {
    let (mut res, mut start) = (Vec::new(), 0);
    while start < pieces.len() {
        let mut end = start + 1;
        while end < pieces.len() && advance(&pieces[start..=end]) <= room {
            end += 1;
        }
        res.push(&pieces[start..end]);
        start = end;
    }
    res
}

fn join(letters: &[Letter], line: &[Piece]) -> Line {
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return Line {
            letters: Vec::new(),
            end: End::Space,
        };
    };
    let end = match last {
        it if it.hyphen > 0.0 => End::Hyphen,
        it if it.space > 0.0 => End::Space,
        _ => End::Joined,
    };
    Line {
        letters: letters[first.start..last.end].to_vec(),
        end,
    }
}

fn pieces(letters: &[Letter], style: Style, room: f64) -> Vec<Piece> {
    let mut res = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let end = letters[start..]
            .iter()
            .position(Letter::is_space)
            .map_or(letters.len(), |length| start + length);
        word(&mut res, letters, start, end, style, room);
        if let (Some(last), Some(space)) = (res.last_mut(), letters.get(end)) {
            last.space = f64::from(space.advance);
        }
        start = end + 1;
    }
    res
}

/// Cuts a word where it may be broken; a word too long for any line, anywhere.
fn word(
    res: &mut Vec<Piece>,
    letters: &[Letter],
    start: usize,
    end: usize,
    style: Style,
    room: f64,
) {
    let mut from = start;
    for (at, hyphenated) in breaks(&letters[start..end], style.hyphens) {
        let bold = letters[start + at - 1].bold;
        let hyphen = if hyphenated {
            Letter::new('-', bold).advance
        } else {
            0
        };
        push(res, letters, from, start + at, f64::from(hyphen), room);
        from = start + at;
    }
    push(res, letters, from, end, 0.0, room);
}

fn push(
    res: &mut Vec<Piece>,
    letters: &[Letter],
    start: usize,
    end: usize,
    hyphen: f64,
    room: f64,
) {
    let (mut from, mut width) = (start, 0.0);
    for (at, letter) in letters.iter().enumerate().take(end).skip(start) {
        let advance = f64::from(letter.advance);
        let last = if at + 1 == end { hyphen } else { 0.0 };
        if at > from && width + advance + last > room {
            res.push(Piece {
                start: from,
                end: at,
                width,
                space: 0.0,
                hyphen: 0.0,
            });
            (from, width) = (at, 0.0);
        }
        width += advance;
    }
    if from < end {
        res.push(Piece {
            start: from,
            end,
            width,
            space: 0.0,
            hyphen,
        });
    }
}

/// Places inside a word where it may be broken, and whether a hyphen is then put there.
fn breaks(word: &[Letter], hyphens: bool) -> Vec<(usize, bool)> {
    let mut res = Vec::new();
    let mut start = 0;
    while start < word.len() {
        let length = word[start..]
            .iter()
            .take_while(|it| it.shown.is_alphabetic())
            .count();
        let end = start + length;
        // A month is not parted: its day stands before it.
        let tied = start > 0 && word[start - 1].sticky;
        let soft = (start..end).filter(|&at| word[at].soft).map(|at| at + 1);
        let soft: Vec<usize> = soft.filter(|&at| at < end).collect();
        if !soft.is_empty() {
            res.extend(soft.into_iter().map(|at| (at, true)));
        } else if hyphens && length >= SHORTEST_BROKEN_WORD && !tied {
            let part: String = word[start..end].iter().map(|it| it.shown).collect();
            let capitals = part.chars().all(char::is_uppercase);
            let mut at = start;
            if !capitals {
                let mut syllables = hyphenate_bounded(&part, Lang::Swedish, BOUNDS.0, BOUNDS.1);
                let count = syllables.len();
                for syllable in syllables.by_ref().take(count.saturating_sub(1)) {
                    at += syllable.chars().count();
                    res.push((at, true));
                }
            }
        }
        let joint = word.get(end).filter(|it| !it.sticky).map(|it| it.shown);
        let letter_after = word.get(end + 1).is_some_and(|it| it.shown.is_alphabetic());
        if length > 1 && letter_after && matches!(joint, Some('-' | '–' | '/' | '‐')) {
            res.push((end + 1, false));
        }
        start = end + 1;
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Style = Style {
        size: 10.0,
        bold: false,
        hyphens: true,
    };

    fn lines(text: &str, width: f32) -> Vec<String> {
        set(&text.into(), BODY, width)
            .iter()
            .map(|line| {
                let mut words: String = line.letters.iter().map(|it| it.shown).collect();
                if line.end == End::Hyphen {
                    words.push('\u{2010}');
                }
                words
            })
            .collect()
    }

    #[test]
    fn long_words_break_as_swedish_does() {
        let set = lines(
            "Familjehemsutredningen beskriver anknytningssvårigheter",
            70.0,
        );
        let whole = set.concat().replace('\u{2010}', "");
        assert_eq!(
            whole.replace(' ', ""),
            "Familjehemsutredningenbeskriveranknytningssvårigheter"
        );
        assert!(set.iter().any(|line| line.ends_with('\u{2010}')), "{set:?}");
    }

    #[test]
    fn a_month_is_not_parted_from_its_day_nor_in_itself() {
        for width in 60..140 {
            let set = lines("placeras från och med den 7 december 2026", width as f32);
            assert!(
                set.iter().any(|line| line.contains("7 december")),
                "{width}: {set:?}"
            );
        }
    }

    #[test]
    fn the_writers_own_hyphens_come_first() {
        let set = lines("familjehems\u{ad}sekreterare", 75.0);
        assert_eq!(set, ["familjehems\u{2010}", "sekreterare"]);
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text = "Ett ord med oavbruten".to_owned() + &"x".repeat(400) + " och slut";
        for width in [30.0, 80.0, 200.0, 431.0] {
            for line in set(&text.as_str().into(), BODY, width) {
                assert!(
                    line.width(10.0) <= width + 0.01,
                    "{} > {width}",
                    line.width(10.0)
                );
            }
        }
    }

    #[test]
    fn dates_numbers_and_sums_stay_whole() {
        for text in ["2026-11-23", "19121212-1212", "1\u{a0}231\u{a0}kr"] {
            let filled = format!("ord ord ord ord ord {text} ord ord");
            assert!(
                lines(&filled, 90.0)
                    .iter()
                    .any(|line| line.contains(&text.replace('\u{a0}', " "))),
                "{text}: {:?}",
                lines(&filled, 90.0)
            );
        }
    }
}
