//! The screens: npm packages by the lock file, and the built pages that the window carries.

use std::time::SystemTime;

use crate::step::Step;
use crate::tree::{Tree, newest};

/// What lies in `ui/` and is not a source of the built pages. The packages count through
/// their lock file.
const NOT_SOURCES: &[&str] = &["node_modules", "dist", "tests", "shots"];

/// `npm ci` when the lock file is newer than what is installed; a build when a source is newer.
pub fn prepare(tree: &Tree) -> Result<(), String> {
    let lock = newest(&tree.ui().join("package-lock.json"));
    if lock.is_none() {
        return Err(
            "setup: ui/package-lock.json is missing; is the copy of the repository whole?"
                .to_owned(),
        );
    }
    let installed = newest(&tree.ui().join("node_modules/.package-lock.json"));
    let packages_old = installed < lock;
    let built = newest(&tree.ui().join("dist/index.html"));
    let pages_old = packages_old || newest_source(tree) > built;
    if packages_old || pages_old {
        super::node(tree)?;
    }
    if packages_old {
        println!("setup: npm packages");
        // Packages' own scripts are other people's programs; none of ours needs one.
        Step::npm(
            tree,
            "setup: npm ci",
            &["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        )
        .run()?;
    }
    if pages_old {
        println!("setup: building the screens");
        Step::npm(tree, "setup: UI build", &["run", "build"]).run()?;
    }
    Ok(())
}

/// The last change to a source: Swedish terms, fonts and handbook come from `assets/`.
fn newest_source(tree: &Tree) -> Option<SystemTime> {
    let entries = std::fs::read_dir(tree.ui()).ok()?;
    let ours = entries
        .flatten()
        .filter(|entry| !NOT_SOURCES.iter().any(|name| entry.file_name() == *name))
        .filter_map(|entry| newest(&entry.path()));
    ours.chain(newest(&tree.root.join("assets"))).max()
}
