//! Blocks to sign in, and codes to type from paper.

use crate::clean::Letter;
use crate::flow::{AIR, Flow};
use crate::lines::{End, Line, Style, set};
use crate::model::{Align, Signature};
use crate::sheet::{LEFT, MEASURE, SMALL, SMALL_LEAD, baseline, strong};
use crate::slice::{Mark, Slice, TextRun, tie_all};
use crate::table::{Cell, slices};
use crate::tree::{Role, Tree};

/// Room between the two blocks.
const BETWEEN: f32 = 32.0;
/// This many lines of text come along to the page of the signatures.
const COMPANY: usize = 3;
/// Room for a hand above the line.
const HAND: f32 = 46.0;

/// Writes blocks to sign in, two side by side, name over title. They do not part.
pub fn signatures(flow: &mut Flow, people: &[Signature]) {
    let width = (MEASURE - BETWEEN) / 2.0;
    // A hand's line on a page of its own could belong to any paper.
    let from = flow.slices.len().saturating_sub(COMPANY);
    for slice in &mut flow.slices[from..] {
        slice.keep = true;
    }
    for pair in people.chunks(2) {
        let mut cells = Vec::new();
        let mut hand = Slice {
            height: HAND,
            before: 10.0,
            keep: true,
            ..Slice::default()
        };
        for (at, person) in pair.iter().enumerate() {
            let x = LEFT + at as f32 * (width + BETWEEN);
            hand.marks.push(Mark::Fill {
                x,
                y: HAND - 3.0,
                width,
                height: 0.6,
                grey: 0.0,
            });
            let name = set(&person.name.as_str().into(), strong(SMALL), width);
            let title = set(&person.title.as_str().into(), SMALL, width);
            let element = Some(flow.tree.add(Tree::ROOT, Role::P));
            let lines = name.into_iter().chain(title).collect();
            cells.push(Cell {
                lines,
                element,
                x,
                width,
                align: Align::Left,
                style: SMALL,
            });
        }
        let mut below = slices(&cells, SMALL_LEAD, 0.0);
        tie_all(&mut below);
        flow.slices.push(hand);
        flow.slices.extend(below);
    }
}

/// Writes codes in large letters of equal width.
pub fn code(flow: &mut Flow, lines: &[String]) {
    let style = Style {
        size: 20.0,
        bold: true,
        hyphens: false,
    };
    let longest = lines
        .iter()
        .map(|it| it.chars().count())
        .max()
        .unwrap_or(0)
        .max(1);
    let cell = (MEASURE / longest as f32).clamp(7.0, 14.0);
    let size = (cell * 1.4).min(style.size);
    let lead = size * 1.6;
    let fits = ((MEASURE / cell) as usize).max(1);
    let mut before = AIR;
    for words in lines {
        let letters = crate::clean::letters(&words.as_str().into(), true).concat();
        if letters.is_empty() {
            continue;
        }
        let element = flow.tree.add(Tree::ROOT, Role::P);
        let rows = letters.chunks(fits).count();
        for (at, part) in letters.chunks(fits).enumerate() {
            let run = TextRun {
                x: LEFT,
                y: baseline(size, lead),
                size,
                line: line(part.to_vec()),
                element: Some(element),
                cell: Some(cell),
            };
            flow.slices.push(Slice {
                height: lead,
                before,
                keep: at + 1 < rows,
                marks: vec![Mark::Text(run)],
                ..Slice::default()
            });
            before = 0.0;
        }
    }
}

fn line(letters: Vec<Letter>) -> Line {
    Line {
        letters,
        end: End::Joined,
    }
}
