//! Our own faults, written down in the program's own folder: codes, places in
//! the program and references. Never what somebody has registered.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic::Location;
use std::path::PathBuf;
use std::sync::Mutex;

use hemvist_core::Error;

use crate::clock;

/// When the file has grown past this it becomes the old one, and the older goes.
const LARGEST: u64 = 256 * 1024;

/// The log file; quiet when there is no folder to write in.
pub struct Log {
    path: Option<PathBuf>,
    one_at_a_time: Mutex<()>,
}

impl Log {
    /// A log in a folder, which is made when needed.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self {
            path: folder.map(|it| it.join("hemvist.log")),
            one_at_a_time: Mutex::new(()),
        }
    }

    /// Writes down an internal error of a call; other errors are answers.
    pub fn note(&self, call: &str, err: &Error) {
        if let Error::Internal { reference, detail } = err {
            self.line(&format!("{reference} {call} {detail}"));
        }
    }

    /// Writes down a panic by its place. Its message may hold values and is left out.
    pub fn note_panic(&self, place: Option<&Location<'_>>) {
        let place = place.map_or_else(
            || "unknown place".to_owned(),
            |it| format!("{}:{}", it.file(), it.line()),
        );
        self.line(&format!("panic {place}"));
    }

    fn line(&self, text: &str) {
        let Some(path) = &self.path else { return };
        let _one = self.one_at_a_time.lock();
        // A log that cannot be written must not stop the work.
        let _ = (|| -> std::io::Result<()> {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            if fs::metadata(path).is_ok_and(|it| it.len() > LARGEST) {
                fs::rename(path, path.with_extension("old.log"))?;
            }
            let mut file = OpenOptions::new().create(true).append(true).open(path)?;
            let at = clock::now().format("%Y-%m-%dT%H:%M:%SZ");
            writeln!(file, "{at} {}", text.replace(['\n', '\r'], " "))
        })();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_our_own_faults_and_never_grows_for_ever() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::new(Some(folder.path().join("log")));
        log.note("home_list", &Error::Locked);
        assert!(
            !folder.path().join("log").exists(),
            "a locked desk is an answer, not a fault"
        );
        let fault = Error::internal("sqlite: no such table: home");
        for _ in 0..8_000 {
            log.note("home_list", &fault);
        }
        let size = |name: &str| {
            fs::metadata(folder.path().join("log").join(name))
                .unwrap()
                .len()
        };
        assert!(size("hemvist.log") <= LARGEST + 200);
        assert!(size("hemvist.old.log") <= LARGEST + 200);
        assert_eq!(fs::read_dir(folder.path().join("log")).unwrap().count(), 2);
    }
}
