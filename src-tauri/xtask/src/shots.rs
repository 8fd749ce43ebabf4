//! `cargo xtask shots`: pictures of every screen, from the real window and from Chromium.

use crate::setup::{self, For};
use crate::step::Step;
use crate::test;
use crate::tree::{Tree, files};

/// Leaves the pictures in `out/shots` and says so.
pub fn shots(tree: &Tree) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err(
            "shots: the real window is driven by WebKit's driver, which exists on Linux only."
                .to_owned(),
        );
    }
    setup::setup(tree, For::Pictures)?;
    test::build(tree)?;
    let folder = tree.out()?.join("shots");
    Step::new(tree, "shots", tree.program("shots"))
        .env("HEMVIST_SHOTS", &folder)
        .run()?;
    // Faults that axe finds are told there; the pictures are what one came for.
    let chromium = Step::new(tree, "shots in Chromium", "node")
        .folder(&tree.ui())
        .args(&["shots.mjs"])
        .env("HEMVIST_SHOTS", folder.join("chromium"))
        .run();
    let pictures = files(&folder, "png").len();
    if pictures == 0 {
        return Err(format!(
            "shots: no picture was left in {}",
            folder.display()
        ));
    }
    println!("{pictures} pictures in {}", folder.display());
    chromium
}
