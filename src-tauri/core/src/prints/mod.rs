//! The unit's own forms and letters: consents, requests, the visit sheet, the
//! screening form, the letter to a family that is turned down, the checks list.
//!
//! They are made anew each time and kept nowhere; that one left is a line in
//! the history. Their words are data in `assets/documents/prints.toml`.

mod checks;
mod family;
mod sheet;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::board::Pdf;
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::store::{Read, Write};

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PrintKind {
    /// One adult's consent; `id` is the person.
    Consent,
    /// A request to one register about one person; `id` is the person.
    Request,
    /// What is known and what is open before a visit; `id` is the recruitment.
    Visit,
    /// The screening form, empty; `id` is the recruitment.
    ScreeningEmpty,
    /// The screening form, filled; `id` is the recruitment.
    Screening,
    /// The letter to a family that is turned down; `id` is the recruitment.
    Refusal,
    /// The home's register checks, days and results; `id` is the home.
    Checks,
}

/// Which print.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintRef {
    /// Kind.
    pub kind: PrintKind,
    /// The record it is about, as the kind says.
    pub id: String,
    /// The register of a request.
    #[serde(default)]
    #[ts(optional)]
    pub register: Option<String>,
    /// The letter's free paragraph; its usual words when absent.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
}

/// Longest free paragraph: a letter is one page.
const TEXT_MAX: u32 = 1_500;

/// The very bytes that would be printed now.
///
/// # Errors
/// `NotFound`; an unknown register; a text that is too long; a letter to a
/// family that is not turned down.
pub fn print_preview(read: &Read<'_>, input: PrintRef) -> Result<Pdf> {
    if input
        .text
        .as_ref()
        .is_some_and(|it| it.chars().count() > TEXT_MAX as usize)
    {
        return Err(Error::invalid("text", Reason::TooLong { max: TEXT_MAX }));
    }
    let (_, paper) = made(read, &input)?;
    let rendered = hemvist_documents::render(&paper)
        .map_err(|err| Error::internal(format_args!("print: {err}")))?;
    Ok(Pdf {
        pdf: STANDARD.encode(&rendered.bytes),
        pages: u32::try_from(rendered.pages).unwrap_or(u32::MAX),
        unknown: rendered.unknown.iter().map(ToString::to_string).collect(),
    })
}

/// The bytes to save or print; leaves a line.
///
/// # Errors
/// As [`print_preview`].
pub fn print_form(write: &Write<'_>, input: PrintRef) -> Result<Pdf> {
    let pdf = print_preview(&write.as_read(), input.clone())?;
    let (home, _) = made(&write.as_read(), &input)?;
    write.record(&Event::FormPrinted {
        id: home,
        form: input.kind,
    })?;
    Ok(pdf)
}

/// The home it is about, and the paper.
fn made(read: &Read<'_>, input: &PrintRef) -> Result<(String, hemvist_documents::Paper)> {
    match input.kind {
        PrintKind::Consent => checks::consent(read, &input.id),
        PrintKind::Request => checks::request(read, &input.id, input.register.as_deref()),
        PrintKind::Checks => checks::status(read, &input.id),
        PrintKind::Visit => family::visit(read, &input.id),
        PrintKind::ScreeningEmpty => family::screening(read, &input.id, false),
        PrintKind::Screening => family::screening(read, &input.id, true),
        PrintKind::Refusal => family::refusal(read, &input.id, input.text.as_deref()),
    }
}
