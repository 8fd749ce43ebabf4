//! How far long work has come, and whether somebody has said stop.
//!
//! The desk answers one request at a time, so whoever wants to know must not
//! wait for it: [`Progress`] is shared beside the desk, and `desk_progress` and
//! `cancel_work` are answered from it alone. Work asks [`Work::step`] between
//! rows; said stop, it answers [`Error::Cancelled`], the transaction is rolled
//! back and what was written is taken away. What has been committed stays.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::store::choice;

choice!(
    /// What long work is busy with.
    Doing {
        /// Reading a strange spreadsheet, in a process of its own.
        ReadingSheet = "reading_sheet",
        /// Looking for rows that are in the register already.
        ComparingRows = "comparing_rows",
        /// Putting rows into the register.
        TakingIn = "taking_in",
        /// Trying what a bundle would do, without keeping it.
        Trying = "trying",
        /// Following the history's chain.
        CheckingHistory = "checking_history",
        /// Writing rows to a file.
        WritingOut = "writing_out",
    }
);

/// The work that runs, as the window shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Running {
    /// Which work, to say stop to the right one.
    pub work: u32,
    /// What it is busy with.
    pub doing: Doing,
    /// Rows done of `total`.
    pub done: u32,
    /// Rows in all; 0 when nobody can know.
    pub total: u32,
    /// Somebody has said stop; it stops at the next row.
    pub cancelled: bool,
}

/// Which work to stop.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelWork {
    /// As [`Running::work`] said.
    pub work: u32,
}

/// The place where running work tells how far it has come.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    last: u32,
    /// Where the next work is told to stop.
    #[cfg(test)]
    stop_at: Option<u32>,
    /// What was seen, in order.
    #[cfg(test)]
    seen: Vec<(Doing, u32, u32)>,
    running: Option<Running>,
}

impl Progress {
    /// Begins work; it is over when the answer is dropped.
    #[must_use]
    pub fn begin(&self, doing: Doing) -> Work {
        let mut inner = self.hold();
        inner.last = inner.last.wrapping_add(1);
        inner.running = Some(Running {
            work: inner.last,
            doing,
            done: 0,
            total: 0,
            cancelled: false,
        });
        Work {
            progress: Some(self.clone()),
        }
    }

    /// How far it has come; nothing when nothing long runs.
    #[must_use]
    pub fn running(&self) -> Option<Running> {
        self.hold().running.clone()
    }

    /// Says stop. Work that is over already is not touched, nor the next one.
    pub fn cancel(&self, work: u32) {
        if let Some(running) = &mut self.hold().running
            && running.work == work
        {
            running.cancelled = true;
        }
    }

    /// Answers the calls that are asked beside the desk; nothing for all others.
    #[must_use]
    pub fn answer(&self, name: &str, input: &Value) -> Option<Result<Value>> {
        match name {
            "desk_progress" => Some(
                crate::api::read_input::<crate::api::Nothing>(input.clone())
                    .and_then(|_| Ok(serde_json::to_value(self.running())?)),
            ),
            "cancel_work" => Some(
                crate::api::read_input::<CancelWork>(input.clone()).map(|it| {
                    self.cancel(it.work);
                    Value::Null
                }),
            ),
            _ => None,
        }
    }

    /// Says stop when `done` rows are done, as somebody quick would.
    #[cfg(test)]
    pub(crate) fn cancel_at(&self, done: u32) {
        self.hold().stop_at = Some(done);
    }

    /// What every step told.
    #[cfg(test)]
    pub(crate) fn seen(&self) -> Vec<(Doing, u32, u32)> {
        self.hold().seen.clone()
    }

    fn hold(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere must not shut the way to say stop.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
impl Inner {
    fn note(&mut self) {
        if let Some(it) = &mut self.running {
            self.seen.push((it.doing, it.done, it.total));
            it.cancelled |= it.doing != Doing::ComparingRows && self.stop_at == Some(it.done);
        }
    }
}

/// Work that runs.
#[derive(Debug)]
pub struct Work {
    progress: Option<Progress>,
}

impl Work {
    /// Work that nobody looks at and nobody stops.
    #[must_use]
    pub fn unwatched() -> Self {
        Self { progress: None }
    }

    /// Goes on to something else, with `total` rows before it.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn now(&self, doing: Doing, total: usize) -> Result<()> {
        self.with(|it| {
            it.doing = doing;
            it.done = 0;
            it.total = u32::try_from(total).unwrap_or(u32::MAX);
        })
    }

    /// One row is done.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn step(&self) -> Result<()> {
        self.with(|it| it.done = it.done.saturating_add(1))
    }

    /// Whether somebody has said stop.
    ///
    /// # Errors
    /// [`Error::Cancelled`].
    pub fn go_on(&self) -> Result<()> {
        self.with(|_| {})
    }

    fn with(&self, change: impl FnOnce(&mut Running)) -> Result<()> {
        let Some(progress) = &self.progress else {
            return Ok(());
        };
        let mut inner = progress.hold();
        match &mut inner.running {
            Some(running) if running.cancelled => return Err(Error::Cancelled),
            Some(running) => change(running),
            None => return Ok(()),
        }
        #[cfg(test)]
        inner.note();
        Ok(())
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Some(progress) = &self.progress {
            progress.hold().running = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_rises_and_is_gone_when_the_work_is() {
        let progress = Progress::default();
        assert_eq!(progress.running(), None);
        let work = progress.begin(Doing::ReadingSheet);
        work.now(Doing::TakingIn, 2).unwrap();
        work.step().unwrap();
        let seen = progress.running().unwrap();
        assert_eq!((seen.doing, seen.done, seen.total), (Doing::TakingIn, 1, 2));
        drop(work);
        assert_eq!(progress.running(), None);
    }

    #[test]
    fn stop_reaches_the_work_it_was_said_to_and_no_other() {
        let progress = Progress::default();
        let first = progress.begin(Doing::WritingOut);
        let asked = progress.running().unwrap().work;
        drop(first);
        let second = progress.begin(Doing::WritingOut);
        progress.cancel(asked);
        second.step().unwrap();
        progress.cancel(progress.running().unwrap().work);
        assert!(matches!(second.step(), Err(Error::Cancelled)));
    }
}
