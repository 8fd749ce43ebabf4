//! What the kernel tells, through strace, about a program's sockets.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where strace lies, for one that does not search for it.
pub fn place() -> Result<PathBuf, String> {
    std::env::var_os("PATH")
        .iter()
        .flat_map(std::env::split_paths)
        .map(|it| it.join("strace"))
        .find(|it| it.is_file())
        .ok_or_else(|| "strace is not installed".to_owned())
}

/// strace's own arguments: it follows every process the program starts.
pub fn strace(record: &Path) -> Vec<String> {
    let mut all: Vec<String> = [
        "-f",
        "-qq",
        "-I2",
        "--seccomp-bpf",
        "-e",
        "trace=socket,bind,connect",
        "-o",
    ]
    .map(str::to_owned)
    .into();
    all.push(record.to_string_lossy().into_owned());
    all
}

/// `program` under strace.
#[must_use]
pub fn watched(record: &Path, program: &Path) -> Command {
    let mut command = Command::new("strace");
    command.args(strace(record)).arg(program);
    command.stdin(Stdio::null());
    command
}

/// Lines of the record that have to do with the internet: a socket made, bound or connected.
#[must_use]
pub fn internet(record: &str) -> Vec<&str> {
    record
        .lines()
        .filter(|line| line.contains("AF_INET"))
        .collect()
}
