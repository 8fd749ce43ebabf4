//! Writes a made-up paper, to be looked at and judged:
//! `cargo run -p hemvist-documents --example sample -- OUT.pdf [placement|key|empty|hostile]`.

#[path = "../tests/common/mod.rs"]
mod common;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let out = args.next().ok_or("say where the paper should be written")?;
    let paper = match args.next().as_deref() {
        None | Some("placement") => common::placement(),
        Some("key") => common::recovery_key(),
        Some("empty") => common::empty(),
        Some("hostile") => common::hostile::hostile(),
        Some(other) => return Err(format!("no such paper: {other}").into()),
    };
    std::fs::write(out, hemvist_documents::render(&paper)?.bytes)?;
    Ok(())
}
