//! Papers that have been issued; they never change. They are opened as they
//! were, never made again.

mod sql;

use serde::Serialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::error::Result;
use crate::store::{Read, Write};

/// An issued paper without its bytes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Issued {
    /// Key.
    pub id: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// When, RFC 3339.
    pub issued_at: String,
    /// By whom.
    pub issued_by: String,
    /// Template and its version.
    pub template: String,
}

/// A paper to issue.
pub struct ToIssue<'a> {
    /// The paper it was written as.
    pub paper: &'a str,
    /// Kind.
    pub kind: &'a str,
    /// Every fact it was made from.
    pub facts: &'a serde_json::Value,
    /// The PDF.
    pub bytes: &'a [u8],
    /// Template and its version.
    pub template: &'a str,
}

/// Stores a paper for ever.
///
/// # Errors
/// Only the file's own.
pub fn issue(write: &Write<'_>, it: &ToIssue<'_>) -> Result<Issued> {
    let issued = Issued {
        id: write.new_id(),
        sha256: sha256(it.bytes),
        issued_at: write.caller().at.to_rfc3339(),
        issued_by: write.caller().name.clone(),
        template: it.template.to_owned(),
    };
    sql::insert(write, &issued, it)?;
    Ok(issued)
}

/// The issued form of a paper, if there is one.
///
/// # Errors
/// Only the file's own.
pub fn of_paper(read: &Read<'_>, paper: &str) -> Result<Option<Issued>> {
    sql::of_paper(read, paper)
}

/// The stored bytes.
///
/// # Errors
/// Only the file's own.
pub fn bytes(read: &Read<'_>, paper: &str) -> Result<Option<Vec<u8>>> {
    sql::bytes(read, paper)
}

/// Counts the issued papers, and names those whose bytes no longer agree.
///
/// # Errors
/// Only the file's own.
pub fn verify(read: &Read<'_>) -> Result<(u64, Vec<String>)> {
    let mut count = 0;
    let mut wrong = Vec::new();
    sql::each(read, |id, bytes, stored| {
        count += 1;
        if sha256(bytes) != stored {
            wrong.push(id.to_owned());
        }
    })?;
    Ok((count, wrong))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect()
}
