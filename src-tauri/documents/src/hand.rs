//! Empty lines for a hand to write on.

use crate::flow::{AIR, Flow, stack};
use crate::lines::set;
use crate::model::Text;
use crate::sheet::{BODY, BODY_LEAD, LEFT, MEASURE};
use crate::slice::{Mark, Slice};
use crate::tree::{Role, Tree};

/// From line to line: 8.5 mm, as on ruled paper.
const BETWEEN: f32 = 24.0;
/// How far above the slice's end the line lies, so that the next label stands clear of it.
const CLEAR: f32 = 2.0;

/// Writes a label and the lines below it. The label stays with the first line;
/// the lines are decoration and are not read aloud.
pub fn write(flow: &mut Flow, label: &Text, lines: u8) {
    let before = if flow.after_heading() { 0.0 } else { AIR };
    let words = set(label, BODY, MEASURE);
    let labelled = !words.is_empty();
    if labelled {
        let element = flow.tree.add(Tree::ROOT, Role::P);
        let mut slices = stack(words, BODY.size, BODY_LEAD, LEFT, element);
        for slice in &mut slices {
            slice.keep = lines > 0;
        }
        slices[0].before = before;
        flow.slices.extend(slices);
    }
    for at in 0..lines {
        let rule = Mark::Fill {
            x: LEFT,
            y: BETWEEN - CLEAR - 0.5,
            width: MEASURE,
            height: 0.5,
            grey: 0.3,
        };
        flow.slices.push(Slice {
            height: BETWEEN,
            before: if at == 0 && !labelled { before } else { 0.0 },
            marks: vec![rule],
            ..Slice::default()
        });
    }
}
