//! Writes the made-up sample paper, to be looked at:
//! `cargo run -p hemvist-documents --example sample -- OUT.pdf`.

#[path = "../tests/common/mod.rs"]
mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args_os()
        .nth(1)
        .ok_or("say where the paper should be written")?;
    let rendered = hemvist_documents::render(&common::placement())?;
    std::fs::write(out, rendered.bytes)?;
    Ok(())
}
