//! Reads a paper back from its bytes, knowing nothing of how it was made.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Text drawn in one go.
#[derive(Debug, Clone)]
pub struct Run {
    /// Page, from 0.
    pub page: usize,
    /// Number of its marked content; none for decoration.
    pub mark: Option<i64>,
    /// Left edge in points.
    pub x: f32,
    /// Baseline in points, from the bottom.
    pub y: f32,
    /// Width in points.
    pub width: f32,
    /// Type size.
    pub size: f32,
    /// What it reads as.
    pub text: String,
    /// Whether it is written across the sheet.
    pub slanted: bool,
}

/// An element of the structure, with the text of its own content.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Depth under the document.
    pub depth: usize,
    /// Role in the file.
    pub role: String,
    /// Its own text, without soft hyphens, spaces made single.
    pub text: String,
    /// Pages that it has content on, with the number of lines there.
    pub lines: BTreeMap<usize, usize>,
}

struct Font {
    letters: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f32>,
}

/// A paper that has been read.
pub struct Reading {
    /// The document.
    pub doc: Document,
    /// All text in drawing order.
    pub runs: Vec<Run>,
    /// The structure in reading order.
    pub nodes: Vec<Node>,
}

/// Reads a paper.
pub fn read(bytes: &[u8]) -> Reading {
    let doc = Document::load_mem(bytes).unwrap();
    let pages: Vec<ObjectId> = doc.get_pages().into_values().collect();
    let runs = pages
        .iter()
        .enumerate()
        .flat_map(|(at, &id)| page_runs(&doc, at, id))
        .collect();
    let mut res = Reading {
        doc,
        runs,
        nodes: Vec::new(),
    };
    let root = res
        .doc
        .catalog()
        .unwrap()
        .get(b"StructTreeRoot")
        .unwrap()
        .as_reference()
        .unwrap();
    let first = res
        .doc
        .get_dictionary(root)
        .unwrap()
        .get(b"K")
        .unwrap()
        .as_reference()
        .unwrap();
    let mut nodes = Vec::new();
    walk(&res, &pages, first, 0, &mut nodes);
    res.nodes = nodes;
    res
}

impl Reading {
    /// All text in reading order, an element a line.
    pub fn text(&self) -> String {
        let texts = self
            .nodes
            .iter()
            .map(|it| it.text.as_str())
            .filter(|it| !it.is_empty());
        texts.collect::<Vec<_>>().join("\n")
    }

    /// Number of pages.
    pub fn pages(&self) -> usize {
        self.doc.get_pages().len()
    }
}

fn walk(res: &Reading, pages: &[ObjectId], id: ObjectId, depth: usize, nodes: &mut Vec<Node>) {
    let element = res.doc.get_dictionary(id).unwrap();
    let role = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
    let place = nodes.len();
    nodes.push(Node {
        depth,
        role,
        text: String::new(),
        lines: BTreeMap::new(),
    });
    let mut text = String::new();
    for kid in element.get(b"K").unwrap().as_array().unwrap() {
        match kid {
            Object::Reference(child) => walk(res, pages, *child, depth + 1, nodes),
            Object::Dictionary(content) => {
                let page = content.get(b"Pg").unwrap().as_reference().unwrap();
                let page = pages.iter().position(|it| *it == page).unwrap();
                let mark = content.get(b"MCID").unwrap().as_i64().unwrap();
                let mut heights = Vec::new();
                for run in res
                    .runs
                    .iter()
                    .filter(|it| it.page == page && it.mark == Some(mark))
                {
                    text.push_str(&run.text);
                    if !heights.contains(&run.y) {
                        heights.push(run.y);
                    }
                }
                nodes[place].lines.insert(page, heights.len());
            }
            other => panic!("unexpected kid {other:?}"),
        }
    }
    let text = text.replace('\u{ad}', "");
    nodes[place].text = text.split_whitespace().collect::<Vec<_>>().join(" ");
}

fn page_runs(doc: &Document, page: usize, id: ObjectId) -> Vec<Run> {
    let fonts: BTreeMap<Vec<u8>, Font> = doc
        .get_page_fonts(id)
        .unwrap()
        .into_iter()
        .map(|(name, it)| (name, font(doc, it)))
        .collect();
    let content = Content::decode(&doc.get_page_content(id)).unwrap();
    let mut res: Vec<Run> = Vec::new();
    let (mut matrix, mut moved, mut size, mut name) =
        ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], 0.0, 0.0, vec![]);
    // Open marked content: its number, its own words, whether they are written already.
    let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
    for Operation { operator, operands } in &content.operations {
        match operator.as_str() {
            "BMC" => open.push((None, None)),
            "BDC" => open.push(properties(operands)),
            "EMC" => drop(open.pop().expect("content is closed as often as opened")),
            "Tm" => {
                matrix = std::array::from_fn(|at| number(&operands[at]));
                moved = 0.0;
            }
            "Tf" => {
                name = operands[0].as_name().unwrap().to_vec();
                size = number(&operands[1]);
            }
            "Tj" | "TJ" => {
                assert!(!open.is_empty(), "text outside of marked content");
                let single = [operands[0].clone()];
                let items = operands[0].as_array().map_or(&single[..], Vec::as_slice);
                let (mut text, mut width) = (String::new(), 0.0);
                for item in items {
                    if let Object::String(bytes, _) = item {
                        for code in bytes.chunks(2).map(|it| u16::from_be_bytes([it[0], it[1]])) {
                            assert_ne!(code, 0, "a letter without drawing");
                            text.push_str(&fonts[&name].letters[&code]);
                            width += fonts[&name].widths[&code] * size / 1000.0;
                        }
                    } else {
                        width -= number(item) * size / 1000.0;
                    }
                }
                if let Some(own) = open.iter().rev().find_map(|it| it.1.clone()) {
                    text = own;
                }
                let mark = open.iter().rev().find_map(|it| it.0);
                let (x, y, slanted) = (matrix[4] + moved, matrix[5], matrix[1] != 0.0);
                res.push(Run {
                    page,
                    mark,
                    x,
                    y,
                    width,
                    size,
                    text,
                    slanted,
                });
                moved += width;
            }
            "re" => assert!(!open.is_empty(), "drawing outside of marked content"),
            _ => {}
        }
    }
    assert!(open.is_empty(), "content is opened as often as closed");
    res
}

fn properties(operands: &[Object]) -> (Option<i64>, Option<String>) {
    let Ok(it) = operands[1].as_dict() else {
        return (None, None);
    };
    let own = it
        .get(b"ActualText")
        .ok()
        .map(|it| utf16(it.as_str().unwrap()));
    (it.get(b"MCID").and_then(Object::as_i64).ok(), own)
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|it| u16::from_be_bytes([it[0], it[1]]))
        .collect();
    String::from_utf16(&units)
        .unwrap()
        .trim_start_matches('\u{feff}')
        .to_owned()
}

fn number(it: &Object) -> f32 {
    it.as_float()
        .unwrap_or_else(|_| it.as_i64().unwrap() as f32)
}

fn font(doc: &Document, font: &Dictionary) -> Font {
    let map = doc
        .get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap())
        .unwrap();
    let map = map.as_stream().unwrap();
    let map = map
        .decompressed_content()
        .unwrap_or_else(|_| map.content.clone());
    let inner = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0]
        .as_dict()
        .unwrap();
    let mut widths = BTreeMap::new();
    for pair in inner.get(b"W").unwrap().as_array().unwrap().chunks(2) {
        let first = pair[0].as_i64().unwrap() as u16;
        for (at, width) in pair[1].as_array().unwrap().iter().enumerate() {
            widths.insert(first + at as u16, number(width));
        }
    }
    Font {
        letters: letters(&String::from_utf8(map).unwrap()),
        widths,
    }
}

fn letters(map: &str) -> BTreeMap<u16, String> {
    let mut res = BTreeMap::new();
    let mut ranges = false;
    for line in map.lines() {
        if line.contains("beginbf") {
            ranges = line.contains("beginbfrange");
        }
        let codes: Vec<Vec<u8>> = line
            .split('<')
            .skip(1)
            .filter_map(|it| it.split('>').next())
            .map(|it| {
                (0..it.len() / 2)
                    .map(|at| u8::from_str_radix(&it[2 * at..2 * at + 2], 16).unwrap())
                    .collect()
            })
            .collect();
        let code = |at: usize| u16::from_be_bytes([codes[at][0], codes[at][1]]);
        match codes.len() {
            2 if !ranges && codes[0].len() == 2 => {
                res.insert(code(0), utf16(&codes[1]));
            }
            3 if ranges => {
                for step in 0..=code(1) - code(0) {
                    let letter = char::from_u32(u32::from(code(2) + step)).unwrap();
                    res.insert(code(0) + step, letter.to_string());
                }
            }
            _ => {}
        }
    }
    res
}
