//! The logical structure of a paper: what a screen reader walks through.
//!
//! Elements are made in reading order, so an element's number is also its place
//! in the reading order.

/// Number of an element in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(pub usize);

/// What an element is. The names are those of ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the standard's own names")]
pub enum Role {
    Document,
    H1,
    H2,
    H3,
    P,
    L { ordered: bool },
    Li,
    Lbl,
    LBody,
    Table,
    Caption,
    THead,
    TBody,
    Tr,
    ColumnHeader,
    RowHeader,
    Td,
    Note,
    Figure,
}

impl Role {
    /// Name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::H1 => "H1",
            Self::H2 => "H2",
            Self::H3 => "H3",
            Self::P => "P",
            Self::L { .. } => "L",
            Self::Li => "LI",
            Self::Lbl => "Lbl",
            Self::LBody => "LBody",
            Self::Table => "Table",
            Self::Caption => "Caption",
            Self::THead => "THead",
            Self::TBody => "TBody",
            Self::Tr => "TR",
            Self::ColumnHeader | Self::RowHeader => "TH",
            Self::Td => "TD",
            Self::Note => "Note",
            Self::Figure => "Figure",
        }
    }
}

/// An element and where it stands.
#[derive(Debug)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Elements inside it, in reading order.
    pub children: Vec<ElementId>,
    /// Marked content of its own: page index and number on that page.
    pub content: Vec<(usize, usize)>,
    /// The element it stands in; none for the document.
    pub parent: Option<ElementId>,
    /// What a picture shows, in words.
    pub alternative: Option<String>,
    /// Where a picture stands: left and lower edge, width and height in points.
    pub bounds: Option<[f32; 4]>,
}

impl Element {
    fn new(role: Role, parent: Option<ElementId>) -> Self {
        let (children, content) = (Vec::new(), Vec::new());
        Self {
            role,
            children,
            content,
            parent,
            alternative: None,
            bounds: None,
        }
    }
}

/// All elements of a paper.
#[derive(Debug)]
pub struct Tree {
    /// Invariant: the first is the document; a child comes after its parent.
    elements: Vec<Element>,
}

impl Tree {
    /// A document with nothing in it.
    pub fn new() -> Self {
        let root = Element::new(Role::Document, None);
        Self {
            elements: vec![root],
        }
    }

    /// The document.
    pub const ROOT: ElementId = ElementId(0);

    /// Adds an element last in `parent`.
    pub fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(Element::new(role, Some(parent)));
        self.elements[parent.0].children.push(id);
        id
    }

    /// Says that marked content `mark` on `page` belongs to the element.
    pub fn attach(&mut self, id: ElementId, page: usize, mark: usize) {
        self.elements[id.0].content.push((page, mark));
    }

    /// Says in words what a picture shows.
    pub fn describe(&mut self, id: ElementId, words: String) {
        self.elements[id.0].alternative = Some(words);
    }

    /// Says where a picture stands.
    pub fn bound(&mut self, id: ElementId, bounds: [f32; 4]) {
        self.elements[id.0].bounds = Some(bounds);
    }

    /// An element.
    pub fn get(&self, id: ElementId) -> &Element {
        &self.elements[id.0]
    }

    /// Every element with its number.
    pub fn iter(&self) -> impl Iterator<Item = (ElementId, &Element)> {
        self.elements
            .iter()
            .enumerate()
            .map(|(at, it)| (ElementId(at), it))
    }
}
