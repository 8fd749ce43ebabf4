//! What only a desktop can do: choose a file, save a PDF, hand one to the
//! system's viewer. The page asks for these by the same command as for
//! everything else; `ui/src/api/desktop.ts` has the same list.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_core::{Error, Reason, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::dialogs::{Dialogs, Purpose};
use crate::shell::{Shell, hold};

/// One thing the page can ask of the desktop.
pub struct DesktopCall {
    /// Its name; never one of the core's.
    pub name: &'static str,
    /// What answers it.
    pub run: fn(&Shell, Value) -> Result<Value>,
}

/// LIST: everything that can be asked of the desktop.
pub const DESKTOP_CALLS: &[DesktopCall] = &[
    DesktopCall {
        name: "choose_file",
        run: choose_file,
    },
    DesktopCall {
        name: "save_pdf",
        run: save_pdf,
    },
    DesktopCall {
        name: "print_pdf",
        run: print_pdf,
    },
    DesktopCall {
        name: "recent_units",
        run: recent_units,
    },
    DesktopCall {
        name: "still_here",
        run: still_here,
    },
];

/// The desktop call with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static DesktopCall> {
    DESKTOP_CALLS.iter().find(|it| it.name == name)
}

/// The desktop, and which paths a person has chosen on it.
pub struct Desktop {
    dialogs: Dialogs,
    /// Invariant: only what a person chose in a dialog for saving a PDF.
    chosen: Mutex<HashSet<PathBuf>>,
}

impl Desktop {
    /// A desktop that asks by these dialogs.
    #[must_use]
    pub fn new(dialogs: Dialogs) -> Self {
        Self {
            dialogs,
            chosen: Mutex::new(HashSet::new()),
        }
    }

    /// A desktop where nobody answers.
    #[cfg(test)]
    pub fn without_window() -> Self {
        Self::new(Dialogs::Answered(Value::Null))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChooseFile {
    purpose: Purpose,
    suggested: Option<String>,
}

fn choose_file(shell: &Shell, value: Value) -> Result<Value> {
    let asked: ChooseFile = input(value)?;
    let path = shell
        .desktop
        .dialogs
        .choose(asked.purpose, asked.suggested.as_deref());
    if let (Purpose::SavePdf, Some(path)) = (asked.purpose, &path) {
        hold(&shell.desktop.chosen).insert(path.clone());
    }
    Ok(json!({ "path": path }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SavePdf {
    path: PathBuf,
    pdf: String,
}

/// Writes where a person said, once per choice: a script in the page cannot
/// choose a place by itself.
fn save_pdf(shell: &Shell, value: Value) -> Result<Value> {
    let asked: SavePdf = input(value)?;
    let pdf = decoded(&asked.pdf)?;
    if !hold(&shell.desktop.chosen).remove(&asked.path) {
        return Err(Error::invalid("path", Reason::NotAChoice));
    }
    whole_or_not_at_all(&asked.path, &pdf)
        .map_err(|_| Error::invalid("path", Reason::FileTrouble))?;
    Ok(json!({}))
}

fn whole_or_not_at_all(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = fs::write(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintPdf {
    pdf: String,
}

fn print_pdf(shell: &Shell, value: Value) -> Result<Value> {
    let asked: PrintPdf = input(value)?;
    let pdf = decoded(&asked.pdf)?;
    let path = shell
        .papers
        .lay(&pdf)
        .map_err(|_| Error::invalid("pdf", Reason::FileTrouble))?;
    shell
        .desktop
        .dialogs
        .show(&path)
        .map_err(|_| Error::invalid("pdf", Reason::FileTrouble))?;
    Ok(json!({}))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

fn recent_units(shell: &Shell, value: Value) -> Result<Value> {
    let Nothing {} = input(value)?;
    Ok(json!(shell.recent.existing()))
}

/// The page tells, at most once a minute, that somebody types or points there:
/// reading a long text is work too. Being asked is all that counts.
fn still_here(_: &Shell, value: Value) -> Result<Value> {
    let Nothing {} = input(value)?;
    Ok(json!({}))
}

fn input<T: DeserializeOwned>(value: Value) -> Result<T> {
    // The reader's message may quote values, so only the fault is told.
    let malformed = || {
        Error::invalid(
            "input",
            Reason::Malformed {
                detail: String::new(),
            },
        )
    };
    if !value.is_object() {
        return Err(malformed());
    }
    serde_json::from_value(value).map_err(|_| malformed())
}

fn decoded(base64: &str) -> Result<Vec<u8>> {
    let bytes = STANDARD.decode(base64).unwrap_or_default();
    if bytes.starts_with(b"%PDF-") {
        Ok(bytes)
    } else {
        Err(Error::invalid(
            "pdf",
            Reason::Malformed {
                detail: "not a PDF".into(),
            },
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::Parts;
    use crate::{log::Log, papers::Papers, recent::Recent};

    fn shell(folder: &Path, answers: Value) -> Shell {
        let parts = Parts {
            desktop: Desktop::new(Dialogs::Answered(answers)),
            papers: Papers::new(Some(folder.join("papers"))),
            recent: Recent::new(None),
            log: std::sync::Arc::new(Log::new(None)),
        };
        Shell::new(None, None, parts)
    }

    #[test]
    fn a_pdf_is_saved_only_where_a_person_chose() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("beslut.pdf");
        let it = shell(folder.path(), json!({ "save_pdf": path }));
        let save = || {
            it.call(
                "save_pdf",
                json!({ "path": path, "pdf": STANDARD.encode("%PDF-1.7") }),
            )
        };
        assert!(save().is_err(), "nobody has chosen");
        assert!(!path.exists());
        let chosen = it
            .call(
                "choose_file",
                json!({ "purpose": "save_pdf", "suggested": "beslut.pdf" }),
            )
            .unwrap();
        assert_eq!(chosen, json!({ "path": path }));
        assert!(
            it.call(
                "save_pdf",
                json!({ "path": path, "pdf": STANDARD.encode("<html>") })
            )
            .is_err(),
            "not a PDF"
        );
        assert_eq!(save().unwrap(), json!({}));
        assert_eq!(fs::read(&path).unwrap(), b"%PDF-1.7");
        assert!(save().is_err(), "one choice, one file");
        assert_eq!(
            it.call(
                "choose_file",
                json!({ "purpose": "open_unit", "suggested": null })
            )
            .unwrap(),
            json!({ "path": null })
        );
    }

    #[test]
    fn what_was_handed_to_the_viewer_goes_at_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let it = shell(folder.path(), Value::Null);
        it.call("print_pdf", json!({ "pdf": STANDARD.encode("%PDF-1.7") }))
            .unwrap();
        let left = || fs::read_dir(folder.path().join("papers")).unwrap().count();
        assert_eq!(left(), 1);
        it.lock();
        assert_eq!(left(), 0);
    }

    #[test]
    fn malformed_input_is_refused_and_never_our_own_fault() {
        let folder = tempfile::tempdir().unwrap();
        let it = shell(folder.path(), Value::Null);
        for call in DESKTOP_CALLS {
            for input in [
                json!(null),
                json!(7),
                json!([]),
                json!({ "x": 1 }),
                json!({ "path": 3, "pdf": [] }),
                json!({ "purpose": "everything" }),
            ] {
                let err = it.call(call.name, input.clone()).expect_err("refused");
                assert_eq!(
                    serde_json::to_value(&err).unwrap()["kind"],
                    "invalid",
                    "{} {input}",
                    call.name
                );
            }
        }
    }

    #[test]
    fn the_page_knows_the_same_calls_and_the_core_has_none_of_them() {
        let page = include_str!("../../ui/src/api/desktop.ts");
        let list = page
            .split("DESKTOP_CALLS = [")
            .nth(1)
            .and_then(|it| it.split(']').next())
            .expect("the list");
        let names: Vec<&str> = list
            .split(',')
            .map(|it| it.trim().trim_matches('"'))
            .filter(|it| !it.is_empty())
            .collect();
        let ours: Vec<&str> = DESKTOP_CALLS.iter().map(|it| it.name).collect();
        assert_eq!(names, ours);
        for call in DESKTOP_CALLS {
            assert!(
                hemvist_core::api::find(call.name).is_err(),
                "{} is the core's",
                call.name
            );
            assert!(
                page.contains(&format!("  {}: {{", call.name)),
                "{} has its types",
                call.name
            );
        }
    }
}
