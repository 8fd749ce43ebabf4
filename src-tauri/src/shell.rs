//! The window's hold of the desk: every request of the page passes here.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use hemvist_core::accounts::Cost;
use hemvist_core::progress::Progress;
use hemvist_core::{Desk, Error, Result};
use serde_json::{Value, json};

use crate::clock;
use crate::desktop::{self, Desktop};
use crate::log::Log;
use crate::papers::Papers;
use crate::recent::Recent;

/// What lives as long as the program does.
pub struct Shell {
    /// One request at a time; the core is synchronous.
    desk: Mutex<Desk>,
    /// Beside the desk, so that it can be asked while a request runs.
    progress: Progress,
    asked_day: Option<NaiveDate>,
    active: Mutex<DateTime<Utc>>,
    closing: AtomicBool,
    /// What only a desktop can do.
    pub desktop: Desktop,
    /// PDFs handed to the system's viewer.
    pub papers: Papers,
    /// Units opened on this desk.
    pub recent: Recent,
    /// Our own faults.
    pub log: Arc<Log>,
}

impl Shell {
    /// A shell with a unit chosen: the asked one, else the one opened last.
    #[must_use]
    pub fn new(file: Option<PathBuf>, asked_day: Option<NaiveDate>, parts: Parts) -> Self {
        let mut desk = Desk::new(Cost::STRONG);
        if let Some(path) = file.or_else(|| parts.recent.existing().into_iter().next()) {
            desk.choose(&path);
        }
        Self {
            progress: desk.progress(),
            desk: Mutex::new(desk),
            asked_day,
            active: Mutex::new(clock::now()),
            closing: AtomicBool::new(false),
            desktop: parts.desktop,
            papers: parts.papers,
            recent: parts.recent,
            log: parts.log,
        }
    }

    /// Answers one request. May take long: never on the window's own thread.
    ///
    /// # Errors
    /// As the door answers; a panic becomes an internal error with a reference.
    pub fn call(&self, name: &str, input: Value) -> Result<Value> {
        // The page asks these by itself; that is nobody's work.
        if !matches!(name, "desk_status" | "desk_progress") {
            *hold(&self.active) = clock::now();
        }
        let answer = caught(name, || match desktop::find(name) {
            Some(call) => (call.run)(self, input),
            None => self.ask_desk(name, input),
        });
        if let Err(err) = &answer {
            self.log.note(name, err);
        }
        answer
    }

    fn ask_desk(&self, name: &str, input: Value) -> Result<Value> {
        if let Some(answer) = self.progress.answer(name, &input) {
            return answer;
        }
        let path = input.get("path").and_then(Value::as_str).map(PathBuf::from);
        let mut answer = hold(&self.desk).call(name, input, clock::moment(self.asked_day))?;
        match (name, path) {
            ("lock", _) => self.papers.clear(),
            ("open_unit" | "create_unit" | "create_practice", Some(path)) => {
                self.recent.note(&path);
            }
            _ => {}
        }
        if let ("desk_status" | "lock" | "open_unit", Some(status)) = (name, answer.as_object_mut())
        {
            // What only this computer knows, beside what the core knows.
            status.insert("recent".into(), json!(self.recent.existing()));
        }
        Ok(answer)
    }

    /// Waits for what runs, then locks. What was handed to the viewer goes.
    pub fn lock(&self) {
        if let Err(err) = caught("lock", || self.ask_desk("lock", json!({}))) {
            self.log.note("lock", &err);
        }
    }

    /// Whether somebody works, and after how many idle minutes the desk shall
    /// lock; nothing while a request runs, since then somebody does.
    #[must_use]
    pub fn open_for_minutes(&self) -> Option<i64> {
        let mut desk = self.desk.try_lock().ok()?;
        let status = desk
            .call("desk_status", json!({}), clock::moment(self.asked_day))
            .ok()?;
        if status["state"] == "open" {
            status["idle_minutes"].as_i64()
        } else {
            None
        }
    }

    /// When something was last asked for.
    #[must_use]
    pub fn active_at(&self) -> DateTime<Utc> {
        *hold(&self.active)
    }

    /// True the first time only: closing has begun.
    #[must_use]
    pub fn begin_closing(&self) -> bool {
        !self.closing.swap(true, Ordering::SeqCst)
    }
}

/// What a shell is made of besides the desk.
pub struct Parts {
    /// What only a desktop can do.
    pub desktop: Desktop,
    /// PDFs handed to the system's viewer.
    pub papers: Papers,
    /// Units opened on this desk.
    pub recent: Recent,
    /// Our own faults.
    pub log: Arc<Log>,
}

/// Runs something of the core's and makes an internal error of a panic.
///
/// A transaction that was under way is rolled back while the stack unwinds,
/// so the file is whole and the desk can go on.
fn caught(name: &str, act: impl FnOnce() -> Result<Value>) -> Result<Value> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(act))
        .unwrap_or_else(|_| Err(Error::internal(format_args!("panic in {name}"))))
}

/// A lock that a panic elsewhere does not shut for ever.
pub fn hold<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use hemvist_core::progress::Doing;

    use super::*;

    #[test]
    fn a_panic_becomes_an_internal_error_with_a_reference() {
        let quiet = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| {}));
        let answer = caught("home_list", || panic!("with a name in it"));
        std::panic::set_hook(quiet);
        let sent = serde_json::to_value(answer.unwrap_err()).unwrap();
        assert_eq!(sent["kind"], "internal");
        assert_eq!(sent["reference"].as_str().unwrap().len(), 8);
        assert!(!sent.to_string().contains("name in it"));
    }

    fn shell(folder: &std::path::Path) -> Shell {
        let parts = Parts {
            desktop: Desktop::without_window(),
            papers: Papers::new(Some(folder.join("papers"))),
            recent: Recent::new(Some(folder.join("recent.json"))),
            log: Arc::new(Log::new(None)),
        };
        Shell::new(None, None, parts)
    }

    #[test]
    fn how_far_work_has_come_is_told_while_the_desk_is_busy() {
        let folder = tempfile::tempdir().unwrap();
        let it = shell(folder.path());
        let busy = hold(&it.desk);
        let work = it.progress.begin(Doing::TakingIn);
        work.now(Doing::TakingIn, 3).unwrap();
        work.step().unwrap();
        let told = it.call("desk_progress", json!({})).unwrap();
        assert_eq!(
            (&told["doing"], &told["done"], &told["total"]),
            (&json!("taking_in"), &json!(1), &json!(3))
        );
        it.call("cancel_work", json!({ "work": told["work"] }))
            .unwrap();
        assert!(work.step().is_err(), "it stops at the next row");
        drop(work);
        drop(busy);
        assert_eq!(it.call("desk_progress", json!({})).unwrap(), Value::Null);
    }

    #[test]
    fn a_chosen_unit_is_remembered_by_its_path_only() {
        let folder = tempfile::tempdir().unwrap();
        let it = shell(folder.path());
        assert_eq!(
            it.call("desk_status", json!({})).unwrap()["state"],
            "no_file"
        );
        let path = folder.path().join("ovning.hemvist");
        it.call(
            "create_practice",
            json!({ "path": path, "password": "ett rimligt långt lösenord" }),
        )
        .unwrap();
        assert_eq!(it.open_for_minutes(), Some(5));
        it.lock();
        assert_eq!(it.open_for_minutes(), None, "nobody works");
        assert_eq!(
            it.call("home_list", json!({})).unwrap_err().to_string(),
            "locked"
        );
        assert_eq!(it.call("recent_units", json!({})).unwrap(), json!([path]));
        assert_eq!(
            shell(folder.path()).call("desk_status", json!({})).unwrap()["state"],
            "locked",
            "the last unit is chosen at the next start"
        );
    }
}
