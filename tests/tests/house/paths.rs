//! Whether paths exist.

use crate::tree::root;

/// Those that do not exist. What is made and not committed is not asked for.
pub fn missing(paths: &[String]) -> Vec<String> {
    let made = |path: &str| {
        ["out/", "target/", "ui/dist", "ui/node_modules"]
            .iter()
            .any(|it| path.starts_with(it))
    };
    paths
        .iter()
        .filter(|path| !made(path) && !root().join(path).exists())
        .cloned()
        .collect()
}
