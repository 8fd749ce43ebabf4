//! From slices to pages: where to break, and what stands on every page.

use crate::flow::{Flow, one_line};
use crate::lines::{Line, set};
use crate::model::Paper;
use crate::sheet::{
    FINE, FINE_LEAD, FIRST_TOP, FOOT, FOOT_GAP, LATER_TOP, LEFT, MARKS, MEASURE, RIGHT, RUNNING,
    SMALL, WIDTH, strong,
};
use crate::slice::{Mark, Slice, TextRun};
use crate::tree::{ElementId, Role, Tree};

/// A footer of more lines than this becomes the last paragraph instead.
const FOOTER_LINES: usize = 5;
/// A header higher than this is not drawn again.
const HEADER: f32 = 200.0;

/// A page: marks with places on the sheet, counted from its top left corner.
#[derive(Debug, Default)]
pub struct Page {
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// Headings that stand here: level, words, top edge.
    pub headings: Vec<(u8, String, f32)>,
    /// Words drawn large and light behind the text.
    pub behind: Option<String>,
}

/// What stands on every page.
pub struct Furniture {
    marks: Option<(Line, ElementId)>,
    running: Option<Line>,
    secrecy: Option<Line>,
    footer: Vec<Line>,
    footer_element: ElementId,
    behind: Option<String>,
}

impl Furniture {
    /// What is read before the letterhead.
    pub fn new(flow: &mut Flow, paper: &Paper) -> Self {
        let words: Vec<String> = paper
            .marks
            .iter()
            .map(|it| crate::clean::plain(it))
            .filter(|it| !it.is_empty())
            .collect();
        let marks = one_line(&words.join("  ·  "), strong(SMALL), MEASURE - 90.0)
            .map(|line| (line, flow.tree.add(Tree::ROOT, Role::P)));
        let secrecy = paper.secrecy.as_deref().unwrap_or("");
        Self {
            marks,
            running: one_line(&paper.running, FINE, MEASURE - 60.0),
            secrecy: one_line(secrecy, strong(FINE), MEASURE),
            footer: Vec::new(),
            footer_element: Tree::ROOT,
            behind: words.into_iter().next(),
        }
    }

    /// What is read after the text.
    pub fn footer(&mut self, flow: &mut Flow, lines: &[String]) {
        let mut footer = set(&lines.join("\n").into(), FINE, MEASURE);
        if footer.is_empty() {
            return;
        }
        self.footer_element = flow.tree.add(Tree::ROOT, Role::P);
        if footer.len() > FOOTER_LINES {
            let rest = std::mem::take(&mut footer);
            flow.stacked(rest, FINE, FINE_LEAD, LEFT, self.footer_element, 20.0);
        }
        self.footer = footer;
    }

    fn bottom(&self) -> f32 {
        FOOT - FINE_LEAD * self.footer.len() as f32 - FOOT_GAP
    }

    fn draw(&self, page: &mut Page, at: usize, count: usize) {
        let mut text = |line: &Line, size: f32, x: f32, y: f32, element: Option<ElementId>| {
            page.marks.push(Mark::Text(TextRun {
                x,
                y,
                size,
                line: line.clone(),
                element,
                cell: None,
            }));
        };
        let first = at == 0;
        if let Some(number) = one_line(&format!("{} ({count})", at + 1), FINE, 80.0) {
            let x = RIGHT - number.width(FINE.size);
            text(
                &number,
                FINE.size,
                x,
                if first { MARKS } else { RUNNING },
                None,
            );
        }
        if !first {
            if let Some(line) = &self.running {
                text(line, FINE.size, LEFT, RUNNING, None);
            }
            if let Some(line) = &self.secrecy {
                text(line, FINE.size, LEFT, RUNNING + FINE_LEAD, None);
            }
        }
        let top = FOOT - FINE_LEAD * self.footer.len().saturating_sub(1) as f32;
        for (at, line) in self.footer.iter().enumerate() {
            let y = top + FINE_LEAD * at as f32;
            text(
                line,
                FINE.size,
                LEFT,
                y,
                first.then_some(self.footer_element),
            );
        }
        if let Some((line, element)) = &self.marks {
            let width = line.width(SMALL.size);
            let x = (WIDTH - width) / 2.0;
            text(line, SMALL.size, x, MARKS, first.then_some(*element));
            boxed(&mut page.marks, x - 8.0, MARKS - 11.5, width + 16.0, 16.0);
        }
        if !first {
            page.marks.push(rule(
                RUNNING
                    + 7.0
                    + if self.secrecy.is_some() {
                        FINE_LEAD
                    } else {
                        0.0
                    },
            ));
        }
        if !self.footer.is_empty() {
            page.marks.push(rule(top - FINE_LEAD));
        }
        page.behind.clone_from(&self.behind);
    }
}

fn rule(y: f32) -> Mark {
    Mark::Fill {
        x: LEFT,
        y,
        width: MEASURE,
        height: 0.4,
        grey: 0.4,
    }
}

fn boxed(marks: &mut Vec<Mark>, x: f32, y: f32, width: f32, height: f32) {
    for (x, y, width, height) in [
        (x, y, width, 1.0),
        (x, y + height - 1.0, width, 1.0),
        (x, y, 1.0, height),
        (x + width - 1.0, y, 1.0, height),
    ] {
        marks.push(Mark::Fill {
            x,
            y,
            width,
            height,
            grey: 0.0,
        });
    }
}

/// Stacks slices into pages and draws what stands on every page.
pub fn paginate(slices: &[Slice], furniture: &Furniture) -> Vec<Page> {
    let bottom = furniture.bottom();
    let mut pages = Vec::new();
    let mut start = 0;
    while start < slices.len() || pages.is_empty() {
        let top = if pages.is_empty() {
            FIRST_TOP
        } else {
            LATER_TOP
        };
        let end = page_end(slices, start, top, bottom);
        pages.push(fill(&slices[start..end], top));
        start = end;
    }
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        furniture.draw(page, at, count);
    }
    pages
}

/// The slice that begins the next page.
fn page_end(slices: &[Slice], start: usize, top: f32, bottom: f32) -> usize {
    let mut y = top
        + slices
            .get(start)
            .and_then(repeated)
            .map_or(0.0, |it| it.height);
    for at in start..slices.len() {
        let slice = &slices[at];
        let first = at == start;
        if slice.new_page && !first {
            return at;
        }
        let need = slice.height + if first { 0.0 } else { slice.before };
        if y + need > bottom && !first && !slice.marks.is_empty() {
            let free = (start + 1..=at).rev().find(|&it| !slices[it - 1].keep);
            return free.unwrap_or(at);
        }
        y += need;
    }
    slices.len()
}

fn repeated(slice: &Slice) -> Option<&Slice> {
    slice.header.as_deref().filter(|it| it.height < HEADER)
}

fn fill(slices: &[Slice], top: f32) -> Page {
    let mut page = Page::default();
    let mut y = top;
    for (at, slice) in slices.iter().enumerate() {
        if at == 0 {
            if let Some(header) = repeated(slice) {
                page.marks
                    .extend(header.marks.iter().map(|it| moved(it, y)));
                y += header.height;
            }
        } else {
            y += slice.before;
        }
        page.marks.extend(slice.marks.iter().map(|it| moved(it, y)));
        if let Some((level, words)) = &slice.heading {
            page.headings.push((*level, words.clone(), y));
        }
        y += slice.height;
    }
    page
}

fn moved(mark: &Mark, down: f32) -> Mark {
    let mut mark = mark.clone();
    match &mut mark {
        Mark::Text(run) => run.y += down,
        Mark::Fill { y, .. } | Mark::Picture { y, .. } => *y += down,
    }
    mark
}
