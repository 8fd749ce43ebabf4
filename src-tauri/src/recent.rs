//! Which units were opened on this desk: paths in a plain file, nothing more.

use std::fs;
use std::path::{Path, PathBuf};

/// Most paths that are kept.
const MOST: usize = 8;

/// The list, latest first.
pub struct Recent {
    file: Option<PathBuf>,
}

impl Recent {
    /// The list kept in this file; none is kept without one.
    #[must_use]
    pub fn new(file: Option<PathBuf>) -> Self {
        Self { file }
    }

    /// The units that are still there, latest first.
    #[must_use]
    pub fn existing(&self) -> Vec<PathBuf> {
        self.all().into_iter().filter(|it| it.is_file()).collect()
    }

    /// Puts a unit first.
    pub fn note(&self, path: &Path) {
        let Some(file) = &self.file else { return };
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let mut all = self.all();
        all.retain(|it| *it != path);
        all.insert(0, path);
        all.truncate(MOST);
        let Ok(text) = serde_json::to_string_pretty(&all) else {
            return;
        };
        if let Some(folder) = file.parent() {
            let _ = fs::create_dir_all(folder);
        }
        // Forgetting it costs a click; it must not stop the opening.
        let _ = fs::write(file, text);
    }

    fn all(&self) -> Vec<PathBuf> {
        let text = self
            .file
            .as_ref()
            .and_then(|it| fs::read(it).ok())
            .unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_is_first_and_what_is_gone_is_not_shown() {
        let folder = tempfile::tempdir().unwrap();
        let recent = Recent::new(Some(folder.path().join("settings").join("recent.json")));
        let path = |name: &str| folder.path().join(name);
        for name in ["a", "b", "a"] {
            fs::write(path(name), "").unwrap();
            recent.note(&path(name));
        }
        assert_eq!(recent.existing(), [path("a"), path("b")]);
        fs::remove_file(path("a")).unwrap();
        assert_eq!(recent.existing(), [path("b")]);
    }

    #[test]
    fn a_broken_list_is_an_empty_list() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("recent.json");
        fs::write(&file, "{{").unwrap();
        assert_eq!(Recent::new(Some(file)).existing(), Vec::<PathBuf>::new());
    }
}
