//! The paper with the recovery key, for the sealed envelope.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, NaiveDate, Utc};
use hemvist_documents::{Block, Fact, Letterhead, Meta, Paper, Text, render};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecoveryKey;
use crate::desk::Unit;
use crate::error::{Error, Result};

/// The paper's words.
const WORDS: &str = include_str!("../../../../assets/documents/recovery.toml");

/// The key to print.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintRecoveryKey {
    /// As it was shown when the unit was made.
    pub recovery_key: String,
}

/// A PDF.
#[derive(Serialize, TS)]
pub struct PdfBytes {
    /// The file in base64.
    pub pdf: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    kind: String,
    practice_mark: String,
    title: String,
    subject: String,
    heading: String,
    intro: String,
    use_heading: String,
    steps: Vec<String>,
    keep_heading: String,
    keep: Vec<String>,
}

/// Sets the paper.
///
/// # Errors
/// [`crate::Reason::WrongRecoveryKey`] when the key is mistyped.
pub(crate) fn recovery_paper(
    input: &PrintRecoveryKey,
    unit: &Unit,
    today: NaiveDate,
    at: DateTime<Utc>,
    practice: bool,
) -> Result<PdfBytes> {
    let key = RecoveryKey::parse(&input.recovery_key)?;
    let words: Words = toml::from_str(WORDS)
        .map_err(|err| Error::internal(format_args!("recovery.toml: {}", err.message())))?;
    let groups: Vec<String> = key.printed().split(' ').map(str::to_owned).collect();
    let list = |it: Vec<String>, ordered| Block::List {
        ordered,
        items: it.into_iter().map(Text::from).collect(),
    };
    let heading = |level, text| Block::Heading { level, text };
    let paper = Paper {
        meta: Meta {
            title: words.title.clone(),
            author: unit.municipality.clone(),
            subject: words.subject,
            created: at,
        },
        letterhead: Letterhead {
            unit: vec![unit.municipality.clone(), unit.committee.clone()],
            kind: words.kind,
            facts: vec![Fact::new("Datum", today.to_string())],
            ..Letterhead::default()
        },
        running: words.title,
        secrecy: None,
        footer: Vec::new(),
        marks: practice
            .then_some(words.practice_mark)
            .into_iter()
            .collect(),
        blocks: vec![
            heading(1, words.heading),
            Block::Paragraph(words.intro.into()),
            // Five groups a line: the eye keeps its place.
            Block::Code(groups.chunks(5).map(|it| it.join(" ")).collect()),
            heading(2, words.use_heading),
            list(words.steps, true),
            heading(2, words.keep_heading),
            list(words.keep, false),
        ],
    };
    let rendered =
        render(&paper).map_err(|err| Error::internal(format_args!("recovery paper: {err}")))?;
    Ok(PdfBytes {
        pdf: STANDARD.encode(rendered.bytes),
    })
}
