//! Measures of the sheet: A4 with room for a punch at the left and a hand at the right.
//!
//! In points, from the top left corner.

use crate::lines::Style;

/// Width of the sheet (210 mm).
pub const WIDTH: f32 = 595.276;
/// Height of the sheet (297 mm).
pub const HEIGHT: f32 = 841.89;
/// Left edge of the text (30 mm).
pub const LEFT: f32 = 85.0;
/// Right edge of the text (27 mm from the edge).
pub const RIGHT: f32 = 518.8;
/// Width of the text.
pub const MEASURE: f32 = RIGHT - LEFT;
/// Where the first page begins, below the marks.
pub const FIRST_TOP: f32 = 62.0;
/// Where the later pages begin, below their running head.
pub const LATER_TOP: f32 = 100.0;
/// Baseline of the running head.
pub const RUNNING: f32 = 64.0;
/// Baseline of the marks (UTKAST).
pub const MARKS: f32 = 40.0;
/// Lowest baseline of the footer.
pub const FOOT: f32 = 806.0;
/// Room between text and footer.
pub const FOOT_GAP: f32 = 20.0;

/// The text.
pub const BODY: Style = Style {
    size: 11.0,
    bold: false,
    hyphens: true,
};
/// Line spacing of the text: 1.36.
pub const BODY_LEAD: f32 = 15.0;
/// Tables and lists of facts.
pub const SMALL: Style = Style {
    size: 10.0,
    bold: false,
    hyphens: true,
};
/// Line spacing of tables.
pub const SMALL_LEAD: f32 = 13.5;
/// Footer, running head, labels.
pub const FINE: Style = Style {
    size: 8.5,
    bold: false,
    hyphens: false,
};
/// Line spacing of the footer.
pub const FINE_LEAD: f32 = 11.0;

/// The same style in bold and without hyphens, as headings and labels are.
pub const fn strong(style: Style) -> Style {
    Style {
        bold: true,
        hyphens: false,
        ..style
    }
}

/// How far below its line's top the baseline stands, centred on the small letters' height.
pub fn baseline(size: f32, lead: f32) -> f32 {
    lead / 2.0 + size * 0.29
}
