//! Bad files, read as the program reads them: in a child process.
//!
//! This test is its own child, with the allocator the executables have;
//! therefore it has no test harness.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use hemvist_core::exchange::child::read_in_child_watched;
use hemvist_core::exchange::workbook::SheetErrorKind::*;
use hemvist_core::exchange::{
    CHILD_ARGUMENT, CHILD_MEMORY_LIMIT, Cell, SheetError, Workbook, child_main,
};

#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

/// A child that never answers, and one that takes memory without end.
const SLEEPS: &str = "sleeps";
const GROWS: &str = "grows";

fn main() {
    if std::env::args().nth(1).as_deref() == Some(CHILD_ARGUMENT) {
        ALLOCATOR
            .set_limit(CHILD_MEMORY_LIMIT)
            .expect("nothing is allocated yet");
        std::process::exit(child());
    }
    every_bad_file_has_its_error();
    what_can_be_read_is_read();
    a_child_that_hangs_is_ended();
    a_child_out_of_memory_is_told();
    a_program_that_is_not_there_is_told();
}

/// The real child, but for two inputs that stand for a parser gone wrong.
fn child() -> i32 {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes).expect("standard input");
    if bytes == SLEEPS.as_bytes() {
        std::thread::sleep(Duration::from_secs(60));
    }
    if bytes == GROWS.as_bytes() {
        let mut all = Vec::new();
        loop {
            all.push(vec![1_u8; 1024 * 1024]);
        }
    }
    child_main(bytes.as_slice(), std::io::stdout().lock())
}

fn every_bad_file_has_its_error() {
    let unpacks = UnpacksTooLarge { limit: 209_715_200 };
    for (name, kind, row, column) in [
        ("bomb.xlsx", unpacks, None, None),
        ("lying-sizes.xlsx", Damaged, None, None),
        ("many-parts.xlsx", unpacks, None, None),
        (
            "far-cell.xlsx",
            TooManyRows { limit: 20_000 },
            Some(1_048_576),
            Some("XFD"),
        ),
        (
            "far-column.xlsx",
            TooManyColumns { limit: 200 },
            Some(1),
            Some("XFD"),
        ),
        ("many-sheets.xlsx", TooManySheets { limit: 50 }, None, None),
        (
            "long-cell.xlsx",
            CellTooLong { limit: 32_767 },
            Some(1),
            Some("B"),
        ),
        (
            "shared-text.xlsx",
            TooMuchText { limit: 33_554_432 },
            Some(38),
            Some("I"),
        ),
        ("many-texts.xlsx", unpacks, None, None),
        ("said-texts.xlsx", ReaderStopped, None, None),
        ("laughs.xlsx", ForbiddenContent, None, None),
        ("laughs.ods", ForbiddenContent, None, None),
        ("cut-off.xlsx", Damaged, None, None),
        ("broken-xml.xlsx", Damaged, Some(2), None),
        ("web-page.xlsx", WebPage, None, None),
        ("protected.xlsx", PasswordProtected, None, None),
        ("protected.ods", PasswordProtected, None, None),
        ("old.xls", OldExcel, None, None),
        ("empty.xlsx", EmptyFile, None, None),
        ("empty-workbook.xlsx", NothingInIt, None, None),
        ("picture.csv", NotASpreadsheet, None, None),
        ("paper.csv", NotASpreadsheet, None, None),
        ("letter.ods", NotASpreadsheet, None, None),
        ("broken-letters.csv", BrokenText, Some(3), None),
        (
            "long-line.csv",
            TooManyColumns { limit: 200 },
            Some(2),
            Some("GS"),
        ),
        (
            "repeated-rows.ods",
            TooManyRows { limit: 20_000 },
            Some(20_001),
            Some("A"),
        ),
        (
            "repeated-cells.ods",
            TooManyColumns { limit: 200 },
            Some(1),
            Some("GS"),
        ),
        (
            "repeated-both.ods",
            TooManyCells { limit: 400_000 },
            Some(2_001),
            Some("A"),
        ),
    ] {
        let error = read(name).expect_err(name);
        assert_eq!(
            (error.kind, error.row, error.column.as_deref()),
            (kind, row, column),
            "{name}"
        );
    }
}

fn what_can_be_read_is_read() {
    for (name, second_row) in [
        (
            "really-csv.xlsx",
            vec![Cell::Text("Alm".into()), Cell::Text("070-174 06 05".into())],
        ),
        ("really-xlsx.csv", vec![Cell::Text("Alm".into())]),
        (
            "formulas.xlsx",
            vec![
                Cell::Text("Alm".into()),
                Cell::Number(2.0),
                Cell::Broken("=".into()),
                Cell::Text("=cmd|x".into()),
            ],
        ),
    ] {
        let workbook = read(name).expect(name);
        assert_eq!(workbook.sheets[0].rows[1].cells, second_row, "{name}");
    }
    assert!(read("dates-1904.xlsx").expect("dates").dates_from_1904);
    let spaces = read("repeated-spaces.ods").expect("spaces");
    assert!(spaces.sheets[0].rows[0].cells[0].text().len() <= 1_002);
}

fn a_child_that_hangs_is_ended() {
    let started = Instant::now();
    let error = read_in_child_watched(
        &this_program(),
        SLEEPS.into(),
        Duration::from_secs(1),
        |_| {},
    )
    .expect_err("sleeps");
    assert_eq!(error.kind, TookTooLong { limit: 1 });
    assert!(started.elapsed() < Duration::from_secs(5));
}

fn a_child_out_of_memory_is_told() {
    let (result, memory) = watched(GROWS.into());
    assert_eq!(result.map(|_| ()), Err(SheetError::from(ReaderStopped)));
    assert_small(GROWS, memory);
}

fn a_program_that_is_not_there_is_told() {
    let error = read_in_child_watched(
        Path::new("no-such-program"),
        b"x".to_vec(),
        Duration::from_secs(1),
        |_| {},
    );
    assert_eq!(error.map(|_| ()), Err(ReaderNotStarted.into()));
}

/// Reads a file within five seconds and 300 MB.
fn read(name: &str) -> Result<Workbook, SheetError> {
    let bytes = std::fs::read(folder().join(name)).expect(name);
    let started = Instant::now();
    let (result, memory) = watched(bytes);
    assert!(
        started.elapsed() < Duration::from_secs(5),
        "{name} took {:?}",
        started.elapsed()
    );
    assert_small(name, memory);
    result
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/sheets/bad")
}

fn this_program() -> PathBuf {
    std::env::current_exe().expect("this test has a path")
}

fn assert_small(name: &str, kilobytes: u64) {
    assert!(
        kilobytes < 300 * 1024,
        "{name}: the child held {kilobytes} kB"
    );
    if cfg!(target_os = "linux") {
        assert!(kilobytes > 0, "{name}: nothing was measured");
    }
}

/// Reads in a child and measures the most memory it held, in kB; 0 where the
/// system does not tell.
fn watched(bytes: Vec<u8>) -> (Result<Workbook, SheetError>, u64) {
    let (sender, receiver) = std::sync::mpsc::channel();
    let result =
        read_in_child_watched(&this_program(), bytes, Duration::from_secs(30), |process| {
            let first = most_memory(process);
            std::thread::spawn(move || {
                let mut most = first.unwrap_or(0);
                while let Some(now) = most_memory(process) {
                    most = most.max(now);
                    std::thread::sleep(Duration::from_millis(1));
                }
                let _ = sender.send(most);
            });
        });
    (result, receiver.recv().unwrap_or(0))
}

#[cfg(target_os = "linux")]
fn most_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(not(target_os = "linux"))]
fn most_memory(_process: u32) -> Option<u64> {
    None
}
