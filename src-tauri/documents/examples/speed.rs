//! Measures a paper of about ten pages:
//! `cargo run --release -p hemvist-documents --example speed`.

#[path = "../tests/common/mod.rs"]
mod common;

use std::io::Write;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paper = common::placement();
    paper.blocks = [paper.blocks.clone(), paper.blocks.clone(), paper.blocks].concat();
    let first = Instant::now();
    let rendered = hemvist_documents::render(&paper)?;
    let first = first.elapsed();
    let again = Instant::now();
    for _ in 0..20 {
        hemvist_documents::render(&paper)?;
    }
    let (pages, size) = (rendered.pages, rendered.bytes.len() / 1000);
    let again = again.elapsed() / 20;
    writeln!(
        std::io::stdout(),
        "{pages} pages, {size} kB: first {first:.1?}, then {again:.1?}"
    )?;
    Ok(())
}
