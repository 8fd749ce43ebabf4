//! PDFs that the system's viewer was asked to show or print: in the program's
//! own folder only, for as long as somebody works, and then gone.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The folder they lie in.
pub struct Papers {
    folder: Option<PathBuf>,
    next: AtomicU32,
}

impl Papers {
    /// The folder, emptied of what a crash may have left.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        let it = Self {
            folder,
            next: AtomicU32::new(1),
        };
        it.clear();
        it
    }

    /// Writes one, under a name that says nothing, readable by its user alone.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn lay(&self, pdf: &[u8]) -> io::Result<PathBuf> {
        let folder = self.folder.as_ref().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        only_for_me(folder, 0o700)?;
        loop {
            let path = folder.join(format!(
                "papper-{}.pdf",
                self.next.fetch_add(1, Ordering::SeqCst)
            ));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                // A viewer that holds the file open may have kept it from going.
                Err(err) if err.kind() == io::ErrorKind::AlreadyExists => {}
                Err(err) => return Err(err),
                Ok(mut file) => {
                    only_for_me(&path, 0o600)?;
                    file.write_all(pdf)?;
                    return Ok(path);
                }
            }
        }
    }

    /// Takes all of them away. What a viewer still holds goes at the next try.
    pub fn clear(&self) {
        let Some(entries) = self.folder.as_ref().and_then(|it| fs::read_dir(it).ok()) else {
            return;
        };
        for entry in entries.flatten() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(unix)]
fn only_for_me(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

/// On Windows the user's own data folder is theirs alone already.
#[cfg(not(unix))]
fn only_for_me(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_gone_after_the_lock_and_after_a_crash() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("papers");
        let papers = Papers::new(Some(inside.clone()));
        let (one, two) = (
            papers.lay(b"%PDF-1.7 a").unwrap(),
            papers.lay(b"%PDF-1.7 b").unwrap(),
        );
        assert_ne!(one, two);
        papers.clear();
        assert_eq!(fs::read_dir(&inside).unwrap().count(), 0);
        papers.lay(b"%PDF-1.7 c").unwrap();
        let _after_a_crash = Papers::new(Some(inside.clone()));
        assert_eq!(fs::read_dir(&inside).unwrap().count(), 0);
    }
}
