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

/// What of the internet is not WebKit's own talk with its driver: one ear on this machine, opened
/// because a driver asks for it, and calls to that same ear. Nothing when that is all.
///
/// Every socket must be accounted for by what it was bound or connected to.
#[must_use]
pub fn beyond_the_driver(record: &str) -> Vec<&str> {
    let all = internet(record);
    let ear = all
        .iter()
        .filter(|line| line.contains(" bind("))
        .find_map(|line| line.split_once("sin_port=")?.1.split_once('}'))
        .map(|(address, _)| address)
        .filter(|address| address.ends_with("sin_addr=inet_addr(\"127.0.0.1\")"));
    let (made, used): (Vec<&str>, Vec<&str>) = all
        .iter()
        .partition(|line| line.contains(" socket(AF_INET,"));
    let (own, strange): (Vec<&str>, Vec<&str>) = used
        .into_iter()
        .partition(|line| ear.is_some_and(|it| line.contains(it)));
    if strange.is_empty() && made.len() == own.len() {
        Vec::new()
    } else {
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRIVEN: &str = "7  socket(AF_UNIX, SOCK_STREAM, 0) = 3
7  socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 8
7  bind(8, {sa_family=AF_INET, sin_port=htons(36611), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0
9  socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 22
9  connect(22, {sa_family=AF_INET, sin_port=htons(36611), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = -1
";

    #[test]
    fn the_drivers_talk_is_told_from_everything_else() {
        assert_eq!(beyond_the_driver(DRIVEN), Vec::<&str>::new());
        for strange in [
            "9  socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = 30",
            "9  socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 30",
            "9  connect(30, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0",
            "9  connect(30, {sa_family=AF_INET, sin_port=htons(36611), sin_addr=inet_addr(\"192.0.2.1\")}, 16) = 0",
        ] {
            let record = format!("{DRIVEN}{strange}\n");
            assert!(!beyond_the_driver(&record).is_empty(), "{strange}");
        }
    }
}
