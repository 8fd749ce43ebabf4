//! From pages to the back end's drawing operations, every one of them marked:
//! either as content of an element or as decoration.

use std::collections::BTreeMap;

use printpdf::{
    Color, CurTransMat, DictItem, FontId, Greyscale, Mm, Op, PaintMode, PdfDocument, PdfFontHandle,
    PdfPage, Pt, Rect, TextItem, TextMatrix,
};

use crate::clean::Letter;
use crate::face::face;
use crate::lines::{End, Line, set};
use crate::pages::Page;
use crate::sheet::{HEIGHT, WIDTH, strong};
use crate::slice::{Mark, TextRun};
use crate::tree::Tree;

/// Names of the two faces in the file.
const FONTS: [&str; 2] = ["HR", "HB"];
/// Name of the logo in the file.
pub const LOGO: &str = "Logo";

/// Draws all pages, and tells the tree which content belongs to which element.
pub fn document(pages: &[Page], tree: &mut Tree) -> PdfDocument {
    let mut res = PdfDocument::new("");
    for bold in [false, true] {
        let id = FontId(FONTS[usize::from(bold)].to_owned());
        let font = printpdf::font::PdfFont::new(face(bold).parsed.clone());
        res.resources.fonts.map.insert(id, font);
    }
    for (at, page) in pages.iter().enumerate() {
        let ops = operations(page, at, tree);
        let mut page = PdfPage::new(Mm(210.0), Mm(297.0), ops);
        for edges in [&mut page.media_box, &mut page.trim_box, &mut page.crop_box] {
            *edges = rect(0.0, 0.0, WIDTH, HEIGHT);
        }
        res.pages.push(page);
    }
    res
}

fn operations(page: &Page, index: usize, tree: &mut Tree) -> Vec<Op> {
    let mut ops = Vec::new();
    decoration(&mut ops, |ops| {
        if let Some(words) = &page.behind {
            behind(ops, words);
        }
        for mark in &page.marks {
            if let Mark::Fill {
                x,
                y,
                width,
                height,
                grey,
            } = *mark
            {
                ink(ops, grey);
                let rectangle = rect(x, HEIGHT - y - height, width, height);
                ops.push(Op::DrawRectangle { rectangle });
            }
        }
        ink(ops, 0.0);
    });
    let mut number = 0;
    for mark in &page.marks {
        if let Mark::Picture {
            x,
            y,
            width,
            height,
            element,
        } = *mark
        {
            let place = [x, HEIGHT - y - height, width, height].map(round);
            let mcid = ("MCID".to_owned(), DictItem::Int(number as i64));
            marked(&mut ops, "Figure".to_owned(), mcid, |ops| {
                picture(ops, place);
            });
            tree.attach(element, index, number);
            tree.bound(element, place);
            number += 1;
        }
    }
    let mut runs: Vec<&TextRun> = page
        .marks
        .iter()
        .filter_map(|mark| {
            if let Mark::Text(run) = mark {
                Some(run)
            } else {
                None
            }
        })
        .collect();
    // Reading order: elements are numbered in it. The sort is stable, so the
    // lines of an element stay in theirs. Decoration comes first.
    runs.sort_by_key(|run| run.element);
    for group in runs.chunk_by(|a, b| a.element == b.element) {
        match group[0].element {
            Some(element) => {
                let tag = tree.get(element).role.name().to_owned();
                let mcid = ("MCID".to_owned(), DictItem::Int(number as i64));
                marked(&mut ops, tag, mcid, |ops| text(ops, group));
                tree.attach(element, index, number);
                number += 1;
            }
            None => decoration(&mut ops, |ops| text(ops, group)),
        }
    }
    ops
}

fn decoration(ops: &mut Vec<Op>, draw: impl FnOnce(&mut Vec<Op>)) {
    ops.push(Op::BeginMarkedContent {
        tag: "Artifact".to_owned(),
    });
    draw(ops);
    ops.push(Op::EndMarkedContent);
}

fn marked(
    ops: &mut Vec<Op>,
    tag: String,
    property: (String, DictItem),
    draw: impl FnOnce(&mut Vec<Op>),
) {
    let properties = DictItem::Dict {
        map: BTreeMap::from([property]),
    };
    ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
    draw(ops);
    ops.push(Op::EndMarkedContent);
}

fn text(ops: &mut Vec<Op>, runs: &[&TextRun]) {
    ops.push(Op::StartTextSection);
    for run in runs {
        let (x, y) = (Pt(round(run.x)), Pt(round(HEIGHT - run.y)));
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Translate(x, y),
        });
        line(ops, &run.line, run.size, run.cell);
    }
    ops.push(Op::EndTextSection);
}

fn line(ops: &mut Vec<Op>, line: &Line, size: f32, cell: Option<f32>) {
    let same = |a: &Letter, b: &Letter| a.bold == b.bold && a.meant.is_some() == b.meant.is_some();
    let mut parts = line.letters.chunk_by(same).peekable();
    while let Some(part) = parts.next() {
        let font = PdfFontHandle::External(FontId(FONTS[usize::from(part[0].bold)].to_owned()));
        ops.push(Op::SetFont {
            font,
            size: Pt(size),
        });
        let space = parts.peek().is_none() && line.end == End::Space;
        let items = items(part, size, cell, space);
        if part[0].meant.is_some() {
            let mut meant: String = part.iter().filter_map(|it| it.meant).collect();
            if space {
                meant.push(' ');
            }
            replaced(ops, &meant, items);
        } else {
            ops.push(Op::ShowText { items });
        }
    }
    if line.end == End::Hyphen {
        replaced(ops, "\u{ad}", vec![TextItem::Text("-".to_owned())]);
    }
}

fn items(part: &[Letter], size: f32, cell: Option<f32>, space: bool) -> Vec<TextItem> {
    let mut res = Vec::new();
    match cell {
        Some(cell) => {
            for letter in part {
                let slack = cell * 1000.0 / size - f32::from(letter.advance);
                res.push(TextItem::Offset(-(slack / 2.0).round()));
                res.push(TextItem::Text(letter.shown.to_string()));
                res.push(TextItem::Offset(-(slack / 2.0).round()));
            }
        }
        None => res.push(TextItem::Text(part.iter().map(|it| it.shown).collect())),
    }
    if space {
        match res.last_mut() {
            Some(TextItem::Text(words)) => words.push(' '),
            _ => res.push(TextItem::Text(" ".to_owned())),
        }
    }
    res
}

/// Text that reads otherwise than it looks.
fn replaced(ops: &mut Vec<Op>, meant: &str, items: Vec<TextItem>) {
    let mut data = vec![0xfe, 0xff];
    data.extend(meant.encode_utf16().flat_map(u16::to_be_bytes));
    let words = (
        "ActualText".to_owned(),
        DictItem::String {
            data,
            literal: false,
        },
    );
    marked(ops, "Span".to_owned(), words, |ops| {
        ops.push(Op::ShowText { items });
    });
}

/// A word across the sheet, light enough to read through and dark enough to copy.
fn behind(ops: &mut Vec<Op>, words: &str) {
    let Some(line) = set(&words.into(), strong(crate::sheet::BODY), 5000.0)
        .into_iter()
        .next()
    else {
        return;
    };
    // 56 degrees, along the sheet's diagonal; as constants, because sine and
    // cosine differ in the last digit between machines.
    let (cosine, sine) = (0.559_f32, 0.829_f32);
    let size = (640_000.0 / line.advance().max(1) as f32).min(150.0);
    let half = line.width(size) / 2.0;
    let sink = size * 0.33;
    let x = WIDTH / 2.0 - half * cosine + sink * sine;
    let y = HEIGHT / 2.0 - half * sine - sink * cosine;
    ink(ops, 0.93);
    ops.push(Op::StartTextSection);
    let matrix = TextMatrix::Raw([cosine, sine, -sine, cosine, round(x), round(y)]);
    ops.push(Op::SetTextMatrix { matrix });
    crate::ops::line(ops, &line, round(size), None);
    ops.push(Op::EndTextSection);
}

/// Draws the logo: left edge, lower edge, width, height.
fn picture(ops: &mut Vec<Op>, [x, y, width, height]: [f32; 4]) {
    ops.push(Op::SaveGraphicsState);
    let matrix = CurTransMat::Raw([width, 0.0, 0.0, height, x, y]);
    ops.push(Op::SetTransformationMatrix { matrix });
    let value = vec![DictItem::Name(LOGO.as_bytes().to_vec())];
    ops.push(Op::Unknown {
        key: "Do".to_owned(),
        value,
    });
    ops.push(Op::RestoreGraphicsState);
}

fn ink(ops: &mut Vec<Op>, grey: f32) {
    let col = Color::Greyscale(Greyscale {
        percent: grey,
        icc_profile: None,
    });
    ops.push(Op::SetFillColor { col });
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect {
        x: Pt(round(x)),
        y: Pt(round(y)),
        width: Pt(round(width)),
        height: Pt(round(height)),
        mode: Some(PaintMode::Fill),
        winding_order: None,
    }
}

/// Hundredths of a point: finer than any printer, and short in the file.
fn round(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
