//! Framed text: gaps that must be seen, notes that stand beside the matter.

use crate::flow::{AIR, Flow, run};
use crate::lines::{Style, set};
use crate::model::Text;
use crate::sheet::{BODY, BODY_LEAD, LEFT, MEASURE, SMALL, SMALL_LEAD, baseline, strong};
use crate::slice::{Mark, Slice, TextRun, tie};
use crate::tree::{Role, Tree};

/// Room between frame and text.
const PAD: f32 = 6.0;
/// A frame lower than this is not broken.
const WHOLE: f32 = 320.0;

/// How a frame is drawn.
struct Frame {
    /// Thickness of the line around.
    line: f32,
    /// Thickness of the bar at the left.
    bar: f32,
    /// 0 is black.
    grey: f32,
}

/// Writes that something is missing: a black frame with a mark, clear when photocopied.
pub fn gap(flow: &mut Flow, text: &str) {
    let style = strong(BODY);
    let indent = 30.0;
    let lines = set(&text.into(), style, MEASURE - indent - PAD);
    if lines.is_empty() {
        return;
    }
    let element = flow.tree.add(Tree::ROOT, Role::P);
    let mut slices: Vec<Slice> =
        crate::flow::stack(lines, style.size, BODY_LEAD, LEFT + indent, element);
    tie(&mut slices);
    if let Some(sign) = set(&"!".into(), style, 20.0).pop() {
        let x = LEFT + 14.0 - sign.width(14.0) / 2.0 + 1.5;
        let y = baseline(14.0, BODY_LEAD);
        let run = TextRun {
            x,
            y,
            size: 14.0,
            line: sign,
            element: None,
            cell: None,
        };
        slices[0].marks.push(Mark::Text(run));
    }
    frame(
        &mut slices,
        &Frame {
            line: 1.0,
            bar: 4.0,
            grey: 0.0,
        },
    );
    slices[0].before = AIR;
    flow.together(slices, WHOLE);
    flow.slices.push(Slice {
        before: 2.0,
        ..Slice::default()
    });
}

/// Writes a note: small text in a thin frame.
pub fn note(flow: &mut Flow, title: Option<&str>, text: &Text) {
    let mut words = Text::default();
    if let Some(title) = title {
        words = words.bold(title).plain("\n");
    }
    words.0.extend(text.0.iter().cloned());
    let style = Style { size: 9.5, ..SMALL };
    let indent = 12.0;
    let lines = set(&words, style, MEASURE - indent - PAD - 4.0);
    if lines.is_empty() {
        return;
    }
    let element = flow.tree.add(Tree::ROOT, Role::Note);
    let mut slices: Vec<Slice> = lines
        .into_iter()
        .map(|line| Slice {
            height: SMALL_LEAD,
            marks: vec![run(line, style.size, SMALL_LEAD, LEFT + indent, element)],
            ..Slice::default()
        })
        .collect();
    tie(&mut slices);
    frame(
        &mut slices,
        &Frame {
            line: 0.5,
            bar: 2.0,
            grey: 0.35,
        },
    );
    slices[0].before = AIR + 1.0;
    flow.together(slices, WHOLE);
    flow.slices.push(Slice {
        before: 2.0,
        ..Slice::default()
    });
}

/// Draws a frame around slices, whole on every page they come to stand on.
fn frame(slices: &mut [Slice], frame: &Frame) {
    let last = slices.len() - 1;
    let grey = frame.grey;
    for (at, slice) in slices.iter_mut().enumerate() {
        if at == 0 {
            slice.height += PAD;
            for mark in &mut slice.marks {
                match mark {
                    Mark::Text(run) => run.y += PAD,
                    Mark::Fill { y, .. } | Mark::Picture { y, .. } => *y += PAD,
                }
            }
            let top = Mark::Fill {
                x: LEFT,
                y: 0.0,
                width: MEASURE,
                height: frame.line,
                grey,
            };
            slice.marks.insert(0, top);
        }
        if at == last {
            slice.height += PAD;
            let y = slice.height - frame.line;
            slice.marks.insert(
                0,
                Mark::Fill {
                    x: LEFT,
                    y,
                    width: MEASURE,
                    height: frame.line,
                    grey,
                },
            );
        }
        let height = slice.height;
        let right = LEFT + MEASURE - frame.line;
        slice.marks.insert(
            0,
            Mark::Fill {
                x: LEFT,
                y: 0.0,
                width: frame.bar,
                height,
                grey,
            },
        );
        slice.marks.insert(
            0,
            Mark::Fill {
                x: right,
                y: 0.0,
                width: frame.line,
                height,
                grey,
            },
        );
    }
}
