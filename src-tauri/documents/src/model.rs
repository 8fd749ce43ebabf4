//! What a paper consists of, whatever draws it.
//!
//! The model knows blocks, columns and letterheads; it knows nothing of PDF, so
//! that the back end can be replaced, and nothing of social services. All words
//! come from the caller. It can be stored (serde) beside the bytes it became.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// One paper: facts in the order they are to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// What the file says about itself.
    pub meta: Meta,
    /// Top of the first page.
    pub letterhead: Letterhead,
    /// Short line at the top of the later pages: case number and title.
    pub running: String,
    /// Secrecy line, on every page.
    pub secrecy: Option<String>,
    /// Address lines at the foot of every page.
    pub footer: Vec<String>,
    /// Words such as UTKAST or ÖVNING, on every page.
    pub marks: Vec<String>,
    /// The text itself.
    pub blocks: Vec<Block>,
}

/// What the file says about itself. Nothing here is taken from a clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Shown in the reader's title bar.
    pub title: String,
    /// The unit that answers for the paper.
    pub author: String,
    /// One line on what the paper is about.
    pub subject: String,
    /// The instant the facts were gathered.
    pub created: DateTime<Utc>,
}

/// Top of the first page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Top left, above the unit.
    pub logo: Option<Logo>,
    /// Left: municipality and unit. The first line is bold.
    pub unit: Vec<String>,
    /// Right: what kind of paper it is, in bold (Tjänsteskrivelse).
    pub kind: String,
    /// Right: short facts such as Datum, Dnr, Handläggare.
    pub facts: Vec<Fact>,
    /// Under the rule: whom the paper is for.
    pub recipient: Vec<String>,
}

/// A picture that says whose paper it is. Choose one that is clear in black and white.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Logo {
    /// What it shows, for those who cannot see it ("Exempelköpings kommun").
    pub alternative: String,
    /// The PNG file. Transparent parts become white.
    #[serde(with = "crate::logo::base64")]
    pub png: Vec<u8>,
    /// Width on paper in millimetres; made smaller if it would be higher than 18 mm.
    pub width: f32,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Short label.
    pub label: String,
    /// The value.
    pub value: Text,
}

impl Fact {
    /// A label and its value.
    pub fn new(label: impl Into<String>, value: impl Into<Text>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

/// Running text. A line break inside it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Inline>);

impl Text {
    /// Adds bold words.
    #[must_use]
    pub fn bold(mut self, words: impl Into<String>) -> Self {
        self.0.push(Inline::Bold(words.into()));
        self
    }

    /// Adds plain words.
    #[must_use]
    pub fn plain(mut self, words: impl Into<String>) -> Self {
        self.0.push(Inline::Plain(words.into()));
        self
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self(vec![Inline::Plain(words.to_owned())])
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self(vec![Inline::Plain(words)])
    }
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Ordinary words.
    Plain(String),
    /// Bold words.
    Bold(String),
}

/// A part of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading, level 1 to 3. Stays with what follows, becomes a bookmark.
    Heading {
        /// 1, 2 or 3. A skipped level is closed up, as accessible papers ask.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A list with dashes or numbers.
    List {
        /// Numbers instead of dashes.
        ordered: bool,
        /// One text a point.
        items: Vec<Text>,
    },
    /// A table that may break between rows.
    Table(Table),
    /// Labels in the left column, values in the right.
    Facts(Vec<Fact>),
    /// A framed line where something is missing. The caller words it.
    Gap(String),
    /// Small framed text, for what stands beside the matter.
    Note {
        /// Bold first words.
        title: Option<String>,
        /// The text.
        text: Text,
    },
    /// Blocks to sign in, two side by side.
    Signatures(Vec<Signature>),
    /// Large figures and letters of equal width, to be read aloud or typed.
    Code(Vec<String>),
    /// A label with empty lines below, for a hand to write on.
    Write {
        /// What belongs there; stays with the first line. Nothing for more of the same.
        label: Text,
        /// How many lines; none draws only the label.
        lines: u8,
    },
    /// A thin line across the page.
    Rule,
    /// Empty room, in points.
    Space(f32),
    /// What follows starts on a new page.
    PageBreak,
    /// Blocks that stand on one page when one page can hold them.
    KeepTogether(Vec<Block>),
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Bold line above the table.
    pub caption: Option<String>,
    /// Columns from the left.
    pub columns: Vec<Column>,
    /// Rows. A short row is filled with empty cells; what is too much goes to the last cell.
    pub rows: Vec<Vec<Text>>,
    /// Whether the first cell of a row is its header.
    pub row_headers: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Header words, repeated on later pages.
    pub header: String,
    /// Share of the width, against the other columns' shares.
    pub width: f32,
    /// How the cells stand.
    pub align: Align,
}

impl Column {
    /// A column of text.
    pub fn left(header: impl Into<String>, width: f32) -> Self {
        Self {
            header: header.into(),
            width,
            align: Align::Left,
        }
    }

    /// A column of numbers.
    pub fn right(header: impl Into<String>, width: f32) -> Self {
        Self {
            header: header.into(),
            width,
            align: Align::Right,
        }
    }
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Text.
    Left,
    /// Numbers.
    Right,
}

/// One who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Name in print.
    pub name: String,
    /// Title under the name.
    pub title: String,
}
