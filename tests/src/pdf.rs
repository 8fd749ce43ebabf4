//! Reading a paper back, for the tests of what it says.

// One reader for both crates' tests; it is test code, and may unwrap.
#[allow(clippy::unwrap_used, dead_code, missing_docs, unreachable_pub)]
#[path = "../../src-tauri/documents/tests/common/extract.rs"]
mod extract;

/// The words in reading order, with furniture, all pages.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    let read = extract::read(bytes);
    let mut text = read.text();
    for run in read.runs.iter().filter(|it| it.mark.is_none()) {
        text.push('\n');
        text.push_str(&run.text);
    }
    text
}

/// Everything drawn on each page.
#[must_use]
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let read = extract::read(bytes);
    let mut pages = vec![String::new(); read.pages()];
    for run in &read.runs {
        pages[run.page].push_str(&run.text);
        pages[run.page].push(' ');
    }
    pages
}

/// The headings of one level, in order.
#[must_use]
pub fn headings(bytes: &[u8], level: u8) -> Vec<String> {
    let role = format!("H{level}");
    extract::read(bytes)
        .nodes
        .into_iter()
        .filter(|it| it.role == role)
        .map(|it| it.text)
        .collect()
}
