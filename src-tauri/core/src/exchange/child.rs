//! Reads a strange file in a process of its own, which may die.
//!
//! The program starts itself with [`CHILD_ARGUMENT`]: bytes on standard
//! input, the workbook as JSON on standard output. The child has no key, no
//! database and no more memory than [`CHILD_MEMORY_LIMIT`], and is ended
//! after [`TIME_LIMIT`]. Whatever happens to it is a typed error here.
//!
//! The executables own the allocator, so they must set the limit themselves,
//! first of all in `main`:
//!
//! ```ignore
//! #[global_allocator]
//! static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);
//!
//! if std::env::args().nth(1).as_deref() == Some(CHILD_ARGUMENT) {
//!     let _ = ALLOCATOR.set_limit(CHILD_MEMORY_LIMIT);
//!     std::process::exit(child_main(std::io::stdin().lock(), std::io::stdout().lock()));
//! }
//! ```

use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::sheet;
use super::workbook::{MAX_FILE_BYTES, SheetError, SheetErrorKind, Workbook};
use crate::error::Error;
use crate::progress::Work;

/// The hidden argument that makes an executable a reader.
pub const CHILD_ARGUMENT: &str = "--read-sheet";
/// What the child may hold, in bytes. With the program itself it stays under
/// the 300 MB promised.
pub const CHILD_MEMORY_LIMIT: usize = 250 * 1024 * 1024;
/// How long the child may read. The largest allowed file takes a few seconds.
pub const TIME_LIMIT: Duration = Duration::from_secs(30);

/// How often the child's keeper looks whether it is still wanted.
const LOOK: Duration = Duration::from_millis(100);

/// Most bytes of answer taken. The limits on cells and text keep an honest
/// answer under it.
const MAX_ANSWER_BYTES: u64 = 96 * 1024 * 1024;

/// What the child says.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Read(Workbook),
    Refused(SheetError),
}

/// The child's whole work. Returns the exit status: 0 answered, 1 could not
/// answer.
pub fn child_main(stdin: impl Read, stdout: impl Write) -> i32 {
    let mut bytes = Vec::new();
    // One byte more than allowed, so that too large is seen as such.
    if stdin
        .take(MAX_FILE_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .is_err()
    {
        return 1;
    }
    // A fault in a parser must not look like a fault in the file.
    let answer = match catch_unwind(AssertUnwindSafe(|| sheet::read(&bytes))) {
        Ok(Ok(workbook)) => Answer::Read(workbook),
        Ok(Err(error)) => Answer::Refused(error),
        Err(_) => Answer::Refused(SheetErrorKind::ReaderFailed.into()),
    };
    drop(bytes);
    let mut stdout = std::io::BufWriter::new(stdout);
    match serde_json::to_writer(&mut stdout, &answer).map(|()| stdout.flush()) {
        Ok(Ok(())) => 0,
        _ => 1,
    }
}

/// Reads `bytes` in a child started from `exe`, which must call
/// [`child_main`] when its first argument is [`CHILD_ARGUMENT`]. Blocks up to
/// [`TIME_LIMIT`]: call it away from the window's thread.
///
/// # Errors
/// What the child refused, or that it took too long, stopped, or could not
/// be started.
pub fn read_in_child(exe: &Path, bytes: Vec<u8>) -> Result<Workbook, SheetError> {
    read_in_child_watched(exe, bytes, TIME_LIMIT, |_| {})
}

/// As [`read_in_child`], ended when somebody says stop.
///
/// # Errors
/// As [`read_in_child`]; [`Error::Cancelled`].
pub(crate) fn read_in_child_or_stop(
    exe: &Path,
    bytes: Vec<u8>,
    work: &Work,
) -> crate::error::Result<Workbook> {
    let read = read_in(exe, bytes, TIME_LIMIT, |_| {}, work);
    // Ended by us, the child has nothing to say about the file.
    work.go_on()?;
    read.map_err(Error::from)
}

/// As [`read_in_child`] with another time limit; `started` is told the
/// child's process number, for measuring it.
///
/// # Errors
/// As [`read_in_child`].
pub fn read_in_child_watched(
    exe: &Path,
    bytes: Vec<u8>,
    limit: Duration,
    started: impl FnOnce(u32),
) -> Result<Workbook, SheetError> {
    read_in(exe, bytes, limit, started, &Work::unwatched())
}

fn read_in(
    exe: &Path,
    bytes: Vec<u8>,
    limit: Duration,
    started: impl FnOnce(u32),
    work: &Work,
) -> Result<Workbook, SheetError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(SheetErrorKind::FileTooLarge {
            limit: MAX_FILE_BYTES as u32,
        }
        .into());
    }
    let mut child = Command::new(exe)
        .arg(CHILD_ARGUMENT)
        // Dying of too little memory, it must not read its own symbols first.
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // What a dying parser says may hold the file's text; nobody reads it.
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| SheetErrorKind::ReaderNotStarted)?;
    started(child.id());
    let answer = talk(&mut child, bytes, limit, work);
    // Also after an answer: nothing of ours may stay behind.
    let _ = child.kill();
    let _ = child.wait();
    match serde_json::from_slice(&answer?) {
        Ok(Answer::Read(workbook)) => Ok(workbook),
        Ok(Answer::Refused(error)) => Err(error),
        // It ended without a whole answer: an allocation was refused.
        Err(_) => Err(SheetErrorKind::ReaderStopped.into()),
    }
}

/// Sends and receives on threads of their own, since either pipe may fill and
/// neither may hold up the clock.
fn talk(
    child: &mut Child,
    bytes: Vec<u8>,
    limit: Duration,
    work: &Work,
) -> Result<Vec<u8>, SheetErrorKind> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(SheetErrorKind::ReaderNotStarted);
    };
    // A child that has refused early closes its end; that is no error here.
    thread::spawn(move || drop(stdin.write_all(&bytes)));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut answer = Vec::new();
        let whole = stdout.take(MAX_ANSWER_BYTES + 1).read_to_end(&mut answer);
        drop(sender.send(whole.map(|_| answer)));
    });
    let mut left = limit;
    let received = loop {
        let wait = left.min(LOOK);
        match receiver.recv_timeout(wait) {
            // Somebody may have said stop meanwhile.
            Err(mpsc::RecvTimeoutError::Timeout) if left > wait => {
                if work.go_on().is_err() {
                    return Err(SheetErrorKind::ReaderStopped);
                }
                left -= wait;
            }
            other => break other,
        }
    };
    match received {
        Ok(Ok(answer)) if answer.len() as u64 <= MAX_ANSWER_BYTES => Ok(answer),
        Err(mpsc::RecvTimeoutError::Timeout) => {
            let limit = u32::try_from(limit.as_secs()).unwrap_or(u32::MAX);
            Err(SheetErrorKind::TookTooLong { limit })
        }
        Ok(_) | Err(mpsc::RecvTimeoutError::Disconnected) => Err(SheetErrorKind::ReaderStopped),
    }
}
