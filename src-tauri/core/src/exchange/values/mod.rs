//! What people write in one cell, read as values.
//!
//! Every reader answers with the value, with what it had to assume, or with
//! why it could not; none of them guesses silently.

pub mod address;
pub mod ages;
pub mod answers;
pub mod dates;
pub mod identity;
pub mod names;
pub mod phones;

/// Whether a text only says that nothing is known or nothing applies.
pub fn says_nothing(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "–" | "—" | "--" | "/" | ".")
}

/// A text's parts between the separators people use for two things in a cell.
pub(super) fn parts(text: &str) -> Vec<&str> {
    text.split([',', ';', '/', '\n', '|'])
        .flat_map(|part| part.split(" och "))
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(" eller "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}
