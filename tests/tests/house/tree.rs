//! The source tree as the rules see it: relative paths with forward slashes, and text.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file of ours.
pub struct Source {
    /// From the repository's root, with forward slashes.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

impl Source {
    /// The file's name.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// Folders that are not ours.
const FOREIGN: &[&str] = &[
    "node_modules",
    "dist",
    "target",
    "gen",
    ".git",
    "out",
    "shots",
];

/// The repository's root: the parent of the tests' crate.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate lies in the repository")
        .to_owned()
}

/// Every file under `folder` with one of these endings, in order.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut res = Vec::new();
    walk(&root().join(folder), endings, &mut res);
    res.sort_by(|a, b| a.path.cmp(&b.path));
    res
}

fn walk(folder: &Path, endings: &[&str], res: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !FOREIGN.contains(&name.as_str()) {
                walk(&path, endings, res);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let relative = path.strip_prefix(root()).expect("we started at the root");
            res.push(Source {
                path: relative.to_string_lossy().replace('\\', "/"),
                text,
            });
        }
    }
}

/// One file that must be there.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The Rust of the product: without the tests' crate and without files of unit tests.
pub fn product_rust() -> Vec<Source> {
    let mut res = sources("src-tauri", &[".rs"]);
    res.retain(|it| {
        !it.path
            .split('/')
            .any(|part| part == "tests" || part == "tests.rs" || part == "benches")
    });
    res
}
