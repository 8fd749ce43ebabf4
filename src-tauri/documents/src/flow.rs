//! From blocks to slices: the text of the paper, in reading order.

use crate::lines::{End, Line, Style, set};
use crate::model::{Block, Text};
use crate::sheet::{BODY, BODY_LEAD, LEFT, MEASURE, SMALL, SMALL_LEAD, baseline, strong};
use crate::slice::{Mark, Slice, TextRun, height, tie, tie_all};
use crate::tree::{ElementId, Role, Tree};
use crate::{frame, hand, sign, table};

/// Air between paragraphs: a little more than half a line.
pub const AIR: f32 = 8.0;

/// What is higher than this is not held together: no page might hold it.
const ONE_PAGE: f32 = 560.0;

/// What is being written.
pub struct Flow {
    /// Structure so far.
    pub tree: Tree,
    /// Slices so far.
    pub slices: Vec<Slice>,
    /// Level of the last heading, to close up skipped levels.
    level: u8,
}

impl Flow {
    /// Nothing written.
    pub fn new() -> Self {
        Self {
            tree: Tree::new(),
            slices: Vec::new(),
            level: 0,
        }
    }

    /// Writes blocks one after the other.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => self.paragraph(text),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table(it) => table::table(self, it),
            Block::Facts(facts) => table::facts(self, facts),
            Block::Gap(text) => frame::gap(self, text),
            Block::Note { title, text } => frame::note(self, title.as_deref(), text),
            Block::Signatures(people) => sign::signatures(self, people),
            Block::Code(lines) => sign::code(self, lines),
            Block::Write { label, lines } => hand::write(self, label, *lines),
            Block::Rule => self.rule(),
            Block::Space(points) => self.space(*points),
            Block::PageBreak => self.slices.push(Slice {
                new_page: true,
                ..Slice::default()
            }),
            Block::KeepTogether(blocks) => {
                let from = self.slices.len();
                self.blocks(blocks);
                if height(&self.slices[from..]) < ONE_PAGE {
                    tie_all(&mut self.slices[from..]);
                }
            }
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let level = level.clamp(1, 3).min(self.level + 1);
        let (size, lead, before, after) = match level {
            1 => (19.0, 23.0, 16.0, 5.0),
            2 => (13.5, 17.5, 17.0, 2.5),
            _ => (11.0, 15.0, 12.0, 0.0),
        };
        let style = Style {
            size,
            bold: true,
            hyphens: false,
        };
        let lines = set(&text.into(), style, MEASURE);
        if lines.is_empty() {
            return;
        }
        self.level = level;
        let role = [Role::H1, Role::H2, Role::H3][usize::from(level) - 1];
        let element = self.tree.add(Tree::ROOT, role);
        let mut slices = stack(lines, size, lead, LEFT, element);
        for slice in &mut slices {
            slice.keep = true;
        }
        slices[0].before = before;
        slices[0].heading = Some((level, crate::clean::plain(text)));
        if let Some(last) = slices.last_mut() {
            last.height += after;
        }
        self.slices.extend(slices);
    }

    fn paragraph(&mut self, text: &Text) {
        let lines = set(text, BODY, MEASURE);
        if lines.is_empty() {
            return;
        }
        let element = self.tree.add(Tree::ROOT, Role::P);
        let before = if self.after_heading() { 0.0 } else { AIR };
        self.stacked(lines, BODY, BODY_LEAD, LEFT, element, before);
    }

    fn list(&mut self, ordered: bool, items: &[Text]) {
        let widest = if ordered {
            8.0 + 6.0 * items.len().to_string().len() as f32
        } else {
            8.0
        };
        let indent = widest + 8.0;
        let lines: Vec<_> = items
            .iter()
            .map(|it| set(it, BODY, MEASURE - indent))
            .collect();
        if lines.iter().all(Vec::is_empty) {
            return;
        }
        let list = self.tree.add(Tree::ROOT, Role::L { ordered });
        let (mut number, mut before) = (0, if self.after_heading() { 1.0 } else { AIR });
        for lines in lines.into_iter().filter(|it| !it.is_empty()) {
            number += 1;
            let item = self.tree.add(list, Role::Li);
            let label = self.tree.add(item, Role::Lbl);
            let body = self.tree.add(item, Role::LBody);
            let words = if ordered {
                format!("{number}.")
            } else {
                "–".to_owned()
            };
            let from = self.slices.len();
            self.stacked(lines, BODY, BODY_LEAD, LEFT + indent, body, before);
            let label_line = set(&words.into(), BODY, 100.0).remove(0);
            let run = run(label_line, BODY.size, BODY_LEAD, LEFT, label);
            self.slices[from].marks.insert(0, run);
            before = 3.0;
        }
    }

    fn rule(&mut self) {
        let line = Mark::Fill {
            x: LEFT,
            y: 0.0,
            width: MEASURE,
            height: 0.5,
            grey: 0.3,
        };
        self.slices.push(Slice {
            height: 0.5,
            before: 12.0,
            marks: vec![line],
            ..Slice::default()
        });
    }

    fn space(&mut self, points: f32) {
        let before = if points.is_finite() {
            points.clamp(0.0, 400.0)
        } else {
            0.0
        };
        self.slices.push(Slice {
            before,
            ..Slice::default()
        });
    }

    /// Whether the last thing written is a heading.
    pub fn after_heading(&self) -> bool {
        self.slices.last().is_some_and(|it| it.keep)
    }

    /// Adds lines of running text with no line left alone.
    pub fn stacked(
        &mut self,
        lines: Vec<Line>,
        style: Style,
        lead: f32,
        x: f32,
        element: ElementId,
        before: f32,
    ) {
        let mut slices = stack(lines, style.size, lead, x, element);
        tie(&mut slices);
        if let Some(first) = slices.first_mut() {
            first.before = before;
        }
        self.slices.extend(slices);
    }

    /// Adds slices that stand on one page if they take less than `limit` points.
    pub fn together(&mut self, mut slices: Vec<Slice>, limit: f32) {
        if height(&slices) < limit {
            tie_all(&mut slices);
        }
        self.slices.extend(slices);
    }

    /// A bold line over a table.
    pub fn caption(&mut self, table: ElementId, words: &str, before: f32) -> bool {
        let style = strong(SMALL);
        let lines = set(&words.into(), style, MEASURE);
        if lines.is_empty() {
            return false;
        }
        let element = self.tree.add(table, Role::Caption);
        let mut slices = stack(lines, style.size, SMALL_LEAD, LEFT, element);
        for slice in &mut slices {
            slice.keep = true;
        }
        slices[0].before = before;
        if let Some(last) = slices.last_mut() {
            last.height += 3.0;
        }
        self.slices.extend(slices);
        true
    }
}

/// One slice a line.
pub fn stack(lines: Vec<Line>, size: f32, lead: f32, x: f32, element: ElementId) -> Vec<Slice> {
    lines
        .into_iter()
        .map(|line| Slice {
            height: lead,
            marks: vec![run(line, size, lead, x, element)],
            ..Slice::default()
        })
        .collect()
}

/// A line of text at the top of its slice.
pub fn run(line: Line, size: f32, lead: f32, x: f32, element: ElementId) -> Mark {
    let y = baseline(size, lead);
    Mark::Text(TextRun {
        x,
        y,
        size,
        line,
        element: Some(element),
        cell: None,
    })
}

/// A text on one line, cut with an ellipsis if it must: only for what repeats words
/// that stand whole elsewhere.
pub fn one_line(words: &str, style: Style, width: f32) -> Option<Line> {
    let mut lines = set(&crate::clean::plain(words).into(), style, width);
    if lines.len() > 1 {
        lines = set(
            &crate::clean::plain(words).into(),
            style,
            width - style.size,
        );
        let mut first = lines.swap_remove(0);
        first
            .letters
            .push(crate::clean::Letter::new('…', style.bold));
        first.end = End::Space;
        return Some(first);
    }
    lines.pop()
}
