//! Where things lie: the repository's root, the build folder and what leaves them.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The repository on this machine.
pub struct Tree {
    /// The folder with the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's build folder, `target/` unless `CARGO_TARGET_DIR` says otherwise.
    pub target: PathBuf,
}

impl Tree {
    /// Looks upwards from this crate (as cargo names it) or from the current folder.
    pub fn find() -> Result<Self, String> {
        let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
            Some(dir) => PathBuf::from(dir),
            None => std::env::current_dir().map_err(|e| format!("no current folder: {e}"))?,
        };
        let root = start
            .ancestors()
            .find(|dir| {
                dir.join(".cargo/config.toml").is_file() && dir.join("Cargo.lock").is_file()
            })
            .ok_or("this is not inside Hemvist's repository")?
            .to_owned();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// `ui/`.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// `out/`, ignored by git: everything that is left for people to look at.
    pub fn out(&self) -> Result<PathBuf, String> {
        let out = self.root.join("out");
        std::fs::create_dir_all(&out).map_err(|e| format!("cannot make {}: {e}", out.display()))?;
        Ok(out)
    }

    /// A program of ours in the debug build.
    pub fn program(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// When the newest file at or under `path` was changed; `None` when there is none.
pub fn newest(path: &Path) -> Option<SystemTime> {
    let data = std::fs::metadata(path).ok()?;
    if data.is_file() {
        return data.modified().ok();
    }
    let entries = std::fs::read_dir(path).ok()?;
    entries
        .flatten()
        .filter_map(|entry| newest(&entry.path()))
        .max()
}

/// Every file under `path` whose name ends in `.ext`, in order.
pub fn files(path: &Path, ext: &str) -> Vec<PathBuf> {
    let mut res = Vec::new();
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            res.extend(files(&path, ext));
        } else if path
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case(ext))
        {
            res.push(path);
        }
    }
    res.sort();
    res
}
