//! What was read from the file and is kept in memory until the file changes.
//!
//! Fresh by proof and not by care: SQLite counts every row that this
//! connection changes and tells when another has changed any. What is kept has
//! both numbers as they were when it was read, and is used only while they are
//! the same. Lines of history are taken out of the count, since looking at a
//! record leaves one. Locking the desk closes the store, and this with it.

use std::any::Any;
use std::cell::{Cell, RefCell};

use rusqlite::Connection;

use crate::error::Result;

/// The one thing that is kept, and which state of the file it was read from.
#[derive(Default)]
pub(super) struct Kept {
    slot: RefCell<Option<(State, Box<dyn Any + Send>)>>,
    /// Lines added to the history by this store.
    lines: Cell<u64>,
}

/// Which state of the file: changes by others, and by ourselves.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    others: i64,
    ours: u64,
}

impl Kept {
    /// Rows that this store has changed since it was opened, the history's not
    /// counted. Never goes back: a change that was undone is counted too.
    pub(super) fn changes(&self, writer: &Connection) -> u64 {
        writer.total_changes() - self.lines.get()
    }

    pub(super) fn note_line(&self) {
        self.lines.set(self.lines.get() + 1);
    }

    /// A hand that may use what is kept, unless it sees what is not saved.
    pub(super) fn hand<'a>(&'a self, writer: &'a Connection, saved: bool) -> Hand<'a> {
        Hand {
            kept: self,
            writer,
            saved,
        }
    }
}

/// Lends what is kept to one reading.
pub(super) struct Hand<'a> {
    kept: &'a Kept,
    writer: &'a Connection,
    saved: bool,
}

impl Hand<'_> {
    pub(super) fn with<T: Default + Send + 'static, R>(
        &self,
        ask: impl FnOnce(&mut T) -> Result<R>,
    ) -> Result<R> {
        if !self.saved {
            return ask(&mut T::default());
        }
        let now = State {
            others: self
                .writer
                .pragma_query_value(None, "data_version", |row| row.get(0))?,
            ours: self.kept.changes(self.writer),
        };
        // Taken out meanwhile: what is half read when `ask` fails is not kept.
        let mut it: Box<T> = self
            .kept
            .slot
            .take()
            .filter(|(state, _)| *state == now)
            .and_then(|(_, it)| it.downcast().ok())
            .unwrap_or_default();
        let answer = ask(&mut it)?;
        *self.kept.slot.borrow_mut() = Some((now, it));
        Ok(answer)
    }
}
