//! Slices: what pages are stacked from. A slice is never broken.
//!
//! Heights and places are in points, counted downwards from the slice's top and
//! rightwards from the paper's left edge.

use std::rc::Rc;

use crate::lines::Line;
use crate::tree::ElementId;

/// Something drawn in a slice.
#[derive(Debug, Clone)]
pub enum Mark {
    /// A line of text. Without an element it is decoration, such as a repeated header.
    Text(TextRun),
    /// A filled rectangle: rules, frames, tints.
    Fill {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// 0 is black, 1 is white.
        grey: f32,
    },
    /// The logo.
    Picture {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// What it belongs to.
        element: ElementId,
    },
}

/// A line of text and where it stands.
#[derive(Debug, Clone)]
pub struct TextRun {
    /// Left edge.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Type size.
    pub size: f32,
    /// The letters.
    pub line: Line,
    /// What it belongs to.
    pub element: Option<ElementId>,
    /// Advance of every letter, where they are to be of equal width.
    pub cell: Option<f32>,
}

/// A piece of the paper that stays whole.
#[derive(Debug, Clone, Default)]
pub struct Slice {
    /// Its height.
    pub height: f32,
    /// Empty room above it, unless it comes first on a page.
    pub before: f32,
    /// Whether it must stand on the same page as the next slice.
    pub keep: bool,
    /// Whether it must begin a page.
    pub new_page: bool,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// What is drawn again above it when it comes first on a page: a table's header.
    pub header: Option<Rc<Slice>>,
    /// The heading it is, for the bookmarks: level and words.
    pub heading: Option<(u8, String)>,
}

/// Ties slices so that no line is left alone: two lines at least on each side of a break.
pub fn tie(slices: &mut [Slice]) {
    let count = slices.len();
    for (at, slice) in slices.iter_mut().enumerate() {
        slice.keep = at + 1 < count && (at == 0 || at + 2 == count);
    }
}

/// Ties all slices to each other; the last one is free.
pub fn tie_all(slices: &mut [Slice]) {
    let count = slices.len();
    for slice in slices.iter_mut().take(count.saturating_sub(1)) {
        slice.keep = true;
    }
}

/// Height of slices on top of each other.
pub fn height(slices: &[Slice]) -> f32 {
    slices.iter().map(|it| it.before + it.height).sum()
}
