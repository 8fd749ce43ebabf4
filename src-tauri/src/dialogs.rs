//! The system's own dialogs and viewer, opened from Rust so that the page
//! never gets to the file system.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::DialogExt;

/// Why a file is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Where a new unit shall lie.
    NewUnit,
    /// A unit to open.
    OpenUnit,
    /// The old register.
    OpenSheet,
    /// An export to bring in.
    OpenBundle,
    /// Where a paper shall be saved.
    SavePdf,
    /// Where an export shall lie.
    ExportFolder,
}

enum Kind {
    Save,
    Open,
    Folder,
}

impl Purpose {
    /// Kind of dialog, its title, and what it shows. The system draws these
    /// dialogs, so their words stand here and not among the page's.
    fn dialog(self) -> (Kind, &'static str, &'static str, &'static [&'static str]) {
        match self {
            Purpose::NewUnit => (
                Kind::Save,
                "Var ska enheten ligga?",
                "Hemvist-enhet",
                &["hemvist"],
            ),
            Purpose::OpenUnit => (Kind::Open, "Öppna enhet", "Hemvist-enhet", &["hemvist"]),
            Purpose::OpenSheet => (
                Kind::Open,
                "Välj det gamla registret",
                "Kalkylblad",
                &["xlsx", "ods", "csv"],
            ),
            Purpose::OpenBundle => (
                Kind::Open,
                "Välj export att hämta in",
                "Hemvist-export",
                &["jsonl"],
            ),
            Purpose::SavePdf => (Kind::Save, "Spara handlingen", "PDF", &["pdf"]),
            Purpose::ExportFolder => (Kind::Folder, "Var ska exporten ligga?", "", &[]),
        }
    }
}

/// Who answers.
pub enum Dialogs {
    /// A person, in the system's dialogs.
    Native(AppHandle),
    /// A test, beforehand: one path for every purpose, or paths by purpose.
    /// Nothing is then handed to a viewer either.
    Answered(Value),
}

impl Dialogs {
    /// Whom `HEMVIST_TEST` and `HEMVIST_PICK` name: native dialogs cannot be
    /// driven by a test, so a test answers in their place.
    #[must_use]
    pub fn of(app: &AppHandle) -> Self {
        if !under_test() {
            return Self::Native(app.clone());
        }
        let pick = std::env::var("HEMVIST_PICK").unwrap_or_default();
        let by_purpose = serde_json::from_str(&pick).ok().filter(Value::is_object);
        Self::Answered(by_purpose.unwrap_or(Value::String(pick)))
    }

    /// Asks for a file or a folder. Waits for the person: not on the window's thread.
    #[must_use]
    pub fn choose(&self, purpose: Purpose, suggested: Option<&str>) -> Option<PathBuf> {
        match self {
            Self::Native(app) => ask(app, purpose, suggested),
            Self::Answered(Value::String(path)) if !path.is_empty() => Some(path.into()),
            Self::Answered(paths) => {
                let key = serde_json::to_value(purpose).ok()?;
                paths.get(key.as_str()?)?.as_str().map(PathBuf::from)
            }
        }
    }

    /// Shows a file in the system's viewer.
    ///
    /// # Errors
    /// When the system has none.
    pub fn show(&self, path: &Path) -> std::io::Result<()> {
        match self {
            Self::Native(_) => open::that_detached(path),
            Self::Answered(_) => Ok(()),
        }
    }
}

/// Whether this run is a test of the whole program.
#[must_use]
pub fn under_test() -> bool {
    std::env::var_os("HEMVIST_TEST").is_some_and(|it| it == "1")
}

fn ask(app: &AppHandle, purpose: Purpose, suggested: Option<&str>) -> Option<PathBuf> {
    let (kind, title, filter, endings) = purpose.dialog();
    let mut dialog = app.dialog().file().set_title(title);
    if let Some(window) = app.get_webview_window("main") {
        dialog = dialog.set_parent(&window);
    }
    if !endings.is_empty() {
        dialog = dialog.add_filter(filter, endings);
    }
    // Only a name: where it shall lie is the person's to say.
    if let Some(name) = suggested.and_then(|it| Path::new(it).file_name()) {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    let chosen = match kind {
        Kind::Save => dialog.blocking_save_file(),
        Kind::Open => dialog.blocking_pick_file(),
        Kind::Folder => dialog.blocking_pick_folder(),
    };
    let path = chosen?.into_path().ok()?;
    Some(match (kind, endings.first()) {
        // Not every system's dialog adds the ending by itself.
        (Kind::Save, Some(ending)) if path.extension().is_none() => path.with_extension(ending),
        _ => path,
    })
}
