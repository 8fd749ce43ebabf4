//! Facts in, PDF out: papers that can be archived (PDF/A-2a) and read by all (PDF/UA-1).
//!
//! [`render`] takes a [`Paper`] and gives its bytes. The same paper gives the same
//! bytes on any day and any machine. The way there: [`model`] (what a paper is) →
//! `flow`, `table`, `frame`, `sign`, `letterhead` (blocks to slices) → `pages` (slices
//! to pages) → `ops` (pages to the back end's operations) → `tags` (structure,
//! bookmarks, metadata). Only the last two know PDF.

mod clean;
mod face;
mod flow;
mod frame;
mod hand;
mod letterhead;
mod lines;
mod logo;
pub mod model;
mod ops;
mod outline;
mod pages;
mod sheet;
mod sign;
mod slice;
mod table;
mod tags;
mod tree;
mod xmp;

pub use model::{
    Align, Block, Column, Fact, Inline, Letterhead, Logo, Meta, Paper, Signature, Table, Text,
};

use printpdf::PdfSaveOptions;
use std::collections::BTreeSet;

/// A paper in its final form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// Letters that the faces lack, in order. They are shown as empty squares and
    /// keep their identity for copying; the writer should be told.
    pub unknown: Vec<char>,
}

/// Why no paper came out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The letterhead's logo is no PNG that can be printed.
    #[error("the logo is not a PNG picture that can be printed")]
    Logo,
    /// The back end's document was not as expected.
    #[error("the paper's structure could not be written")]
    Structure(#[from] lopdf::Error),
    /// The bytes could not be put together.
    #[error("the paper's bytes could not be written")]
    Write(#[from] std::io::Error),
}

/// Sets a paper and writes it.
pub fn render(paper: &Paper) -> Result<Rendered, Error> {
    let logo = paper
        .letterhead
        .logo
        .as_ref()
        .map(|it| logo::decode(&it.png))
        .transpose()?;
    let (pages, mut tree) = lay_out(paper, logo.as_ref());
    let pdf = ops::document(&pages, &mut tree);
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // The back end holds drawing a picture for unknown; nothing else of the kind is written.
        secure: false,
        ..Default::default()
    };
    let mut doc = pdf.to_lopdf_document(&options, &mut Vec::new());
    tags::finish(&mut doc, &paper.meta, &pages, &tree, logo)?;
    let mut bytes = Vec::with_capacity(160_000);
    doc.save_to(&mut bytes)?;
    Ok(Rendered {
        bytes,
        pages: pages.len(),
        unknown: unknown(&pages),
    })
}

fn lay_out(paper: &Paper, logo: Option<&logo::Picture>) -> (Vec<pages::Page>, tree::Tree) {
    let mut flow = flow::Flow::new();
    let mut furniture = pages::Furniture::new(&mut flow, paper);
    letterhead::letterhead(&mut flow, paper, logo);
    flow.blocks(&paper.blocks);
    furniture.footer(&mut flow, &paper.footer);
    let pages = pages::paginate(&flow.slices, &furniture);
    (pages, flow.tree)
}

fn unknown(pages: &[pages::Page]) -> Vec<char> {
    let letters: BTreeSet<char> = pages
        .iter()
        .flat_map(|page| &page.marks)
        .filter_map(|mark| {
            if let slice::Mark::Text(run) = mark {
                Some(run)
            } else {
                None
            }
        })
        .flat_map(|run| run.line.letters.iter().filter_map(|it| it.meant))
        .collect();
    letters.into_iter().collect()
}
