//! No program of ours opens a network socket: the kernel tells, through strace.
//!
//! The window runs here without its driver, which is a network user itself.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use hemvist_tests::window::sockets::{internet, watched};
use hemvist_tests::window::{Display, program};

const LIMIT: Duration = Duration::from_secs(120);
/// How long the window is watched; its first screen is there after one second.
const WATCHED: Duration = Duration::from_secs(8);

/// Waits for the end; ends it when it takes too long.
fn finish(mut child: Child, limit: Duration) -> bool {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("our own child") {
            return status.success();
        }
        if start.elapsed() > limit {
            // strace hands a polite end on to what it watches.
            let id = child.id().to_string();
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .expect("kill is there");
            thread::sleep(Duration::from_millis(500));
            // It may have ended by now, which is as good.
            let _ended = child.kill();
            let _ended = child.wait();
            return false;
        }
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_socket_would_be_seen() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let record = folder.path().join("record");
    let mut command = watched(&record, Path::new("bash"));
    command.args(["-c", ": > /dev/udp/127.0.0.1/9"]);
    assert!(finish(command.spawn().expect("strace is installed"), LIMIT));
    let record = std::fs::read_to_string(&record).expect("strace wrote");
    let found = internet(&record);
    // Made, and then connected.
    assert_eq!(found.len(), 2, "{record}");
    assert!(found[0].contains("socket(AF_INET"), "{record}");
}

#[test]
fn the_command_line_opens_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (unit, password) = (
        folder.path().join("unit.hemvist"),
        folder.path().join("password"),
    );
    std::fs::write(&password, "sju blåa cyklar vid kanalen").expect("a file in our own folder");
    for (number, work) in [vec!["demo"], vec!["due"], vec!["verify"]]
        .into_iter()
        .enumerate()
    {
        let record = folder.path().join(format!("record-{number}"));
        let mut command = watched(&record, &program("hemvist-cli"));
        command
            .arg("--file")
            .arg(&unit)
            .arg("--password-file")
            .arg(&password)
            .args(&work);
        let child = command
            .stdout(Stdio::null())
            .spawn()
            .expect("strace is installed");
        assert!(
            finish(child, LIMIT) && unit.is_file(),
            "{work:?} did its work"
        );
        let record = std::fs::read_to_string(&record).expect("strace wrote");
        assert!(internet(&record).is_empty(), "{work:?}: {record}");
    }
}

#[test]
fn the_window_opens_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let display = Display::start().expect("Xvfb is installed");
    let record = folder.path().join("record");
    let mut command = watched(&record, &program("hemvist"));
    command.env("DISPLAY", display.name());
    for key in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
        command.env(key, folder.path());
    }
    let child = command.spawn().expect("strace is installed");
    finish(child, WATCHED);
    let record = std::fs::read_to_string(&record).expect("strace wrote");
    // A window talks to its display through a socket of the other kind: it did start.
    assert!(
        record.contains("socket(AF_UNIX"),
        "the window did not start: {record}"
    );
    assert!(internet(&record).is_empty(), "{record}");
}
