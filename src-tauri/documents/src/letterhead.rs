//! Top of the first page: unit at the left, facts at the right, then secrecy and recipient.

use crate::clean::plain;
use crate::flow::{Flow, run};
use crate::lines::{Line, Style, set};
use crate::logo::Picture;
use crate::model::{Letterhead, Logo, Paper};
use crate::sheet::{BODY, BODY_LEAD, LEFT, MEASURE, RIGHT, SMALL, SMALL_LEAD, strong};
use crate::slice::{Mark, Slice};
use crate::tree::{ElementId, Role, Tree};

/// Left edge of the right half.
const HALF: f32 = LEFT + MEASURE * 0.52;
/// Width of the labels in the right half.
const LABELS: f32 = 70.0;
/// Unit and facts.
const TEXT: Style = Style {
    size: 9.5,
    bold: false,
    hyphens: false,
};

/// A millimetre in points.
const MILLIMETRE: f32 = 72.0 / 25.4;
/// Greatest width of the logo.
const WIDEST: f32 = HALF - LEFT - 16.0;
/// Greatest height of the logo (18 mm).
const HIGHEST: f32 = 51.0;

/// A line, its type size, where it begins, what it belongs to.
type Placed = (Line, f32, f32, ElementId);

/// Writes the letterhead.
pub fn letterhead(flow: &mut Flow, paper: &Paper, logo: Option<&Picture>) {
    let picture = paper.letterhead.logo.as_ref().zip(logo);
    let picture = picture.map(|(logo, picture)| place(flow, logo, picture));
    let mut left = unit(flow, &paper.letterhead.unit);
    if let Some((_, height)) = &picture {
        // The unit begins under the logo; the facts stand beside it.
        let rows = ((height + 8.0) / SMALL_LEAD).ceil() as usize;
        left.splice(0..0, (0..rows).map(|_| Vec::new()));
    }
    let begin = flow.slices.len();
    let right = facts(flow, &paper.letterhead);
    let count = left.len().max(right.len());
    for at in 0..count {
        let cells = left.get(at).into_iter().chain(right.get(at)).flatten();
        let marks = cells
            .map(|(line, size, x, element)| run(line.clone(), *size, SMALL_LEAD, *x, *element))
            .collect();
        flow.slices.push(Slice {
            height: SMALL_LEAD,
            marks,
            ..Slice::default()
        });
    }
    if let (Some((mark, _)), Some(first)) = (picture, flow.slices.get_mut(begin)) {
        first.marks.push(mark);
    }
    if count > 0 {
        let rule = Mark::Fill {
            x: LEFT,
            y: 7.0,
            width: MEASURE,
            height: 0.8,
            grey: 0.0,
        };
        flow.slices.push(Slice {
            height: 9.0,
            marks: vec![rule],
            ..Slice::default()
        });
    }
    if let Some(secrecy) = &paper.secrecy {
        let style = Style {
            size: 9.5,
            ..strong(SMALL)
        };
        let lines = set(&secrecy.as_str().into(), style, MEASURE);
        if !lines.is_empty() {
            let element = flow.tree.add(Tree::ROOT, Role::P);
            flow.stacked(lines, style, SMALL_LEAD, LEFT, element, 2.0);
        }
    }
    let recipient = paper.letterhead.recipient.join("\n");
    let lines = set(
        &recipient.into(),
        Style {
            hyphens: false,
            ..BODY
        },
        MEASURE,
    );
    if !lines.is_empty() {
        let element = flow.tree.add(Tree::ROOT, Role::P);
        flow.stacked(lines, BODY, BODY_LEAD, LEFT, element, 14.0);
    }
}

/// The logo in its place, and its height.
fn place(flow: &mut Flow, logo: &Logo, picture: &Picture) -> (Mark, f32) {
    let element = flow.tree.add(Tree::ROOT, Role::Figure);
    flow.tree.describe(element, plain(&logo.alternative));
    let ratio = picture.height as f32 / picture.width as f32;
    let wish = if logo.width.is_finite() {
        logo.width.max(5.0) * MILLIMETRE
    } else {
        WIDEST
    };
    let width = wish.min(WIDEST).min(HIGHEST / ratio);
    let height = width * ratio;
    (
        Mark::Picture {
            x: LEFT,
            y: 0.0,
            width,
            height,
            element,
        },
        height,
    )
}

fn unit(flow: &mut Flow, unit: &[String]) -> Vec<Vec<Placed>> {
    let mut res = Vec::new();
    for (at, words) in unit.iter().enumerate() {
        let style = if at == 0 {
            Style {
                size: 11.5,
                ..strong(TEXT)
            }
        } else {
            TEXT
        };
        let lines = set(&words.as_str().into(), style, HALF - LEFT - 16.0);
        if lines.is_empty() {
            continue;
        }
        let element = flow.tree.add(Tree::ROOT, Role::P);
        res.extend(
            lines
                .into_iter()
                .map(|line| vec![(line, style.size, LEFT, element)]),
        );
    }
    res
}

fn facts(flow: &mut Flow, letterhead: &Letterhead) -> Vec<Vec<Placed>> {
    let mut res = Vec::new();
    let style = Style {
        size: 11.5,
        ..strong(TEXT)
    };
    let kind = set(&letterhead.kind.as_str().into(), style, RIGHT - HALF);
    if !kind.is_empty() {
        let element = flow.tree.add(Tree::ROOT, Role::P);
        res.extend(
            kind.into_iter()
                .map(|line| vec![(line, style.size, HALF, element)]),
        );
    }
    for fact in &letterhead.facts {
        let label = set(&fact.label.as_str().into(), strong(TEXT), LABELS - 6.0);
        let value = set(&fact.value, TEXT, RIGHT - HALF - LABELS);
        let count = label.len().max(value.len());
        if count == 0 {
            continue;
        }
        let element = flow.tree.add(Tree::ROOT, Role::P);
        let label = label
            .into_iter()
            .map(|line| (line, TEXT.size, HALF, element));
        let value = value
            .into_iter()
            .map(|line| (line, TEXT.size, HALF + LABELS, element));
        let (label, value): (Vec<_>, Vec<_>) = (label.collect(), value.collect());
        for at in 0..count {
            res.push(
                label
                    .get(at)
                    .into_iter()
                    .chain(value.get(at))
                    .cloned()
                    .collect(),
            );
        }
    }
    res
}
