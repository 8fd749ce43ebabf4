//! Debian and Ubuntu: asks dpkg what is missing and installs it, or prints the one line to run.

use super::For;
use crate::step::Step;
use crate::tree::Tree;

/// A need; the first name is installed when none of them is there.
type Need = &'static [&'static str];

/// The window is WebKit; SQLCipher's OpenSSL is built from source with perl, make and a C compiler.
const RUNNING: &[Need] = &[
    &["libwebkit2gtk-4.1-dev"],
    &["pkg-config", "pkgconf"],
    &["perl"],
    &["make"],
    &["gcc"],
    &["g++"],
];

/// A window nobody sees and a hand on it; the paper judge; a look at sockets.
const TESTING: &[Need] = &[
    &["webkit2gtk-driver"],
    &["xvfb"],
    &["xauth"],
    &["strace"],
    &["poppler-utils"],
    &["libjaxb-java"],
    &[
        "default-jdk-headless",
        "openjdk-17-jdk-headless",
        "openjdk-21-jdk-headless",
        "openjdk-25-jdk-headless",
    ],
    &["python3-pip"],
];

/// On Ubuntu the package only points at a snap, which containers cannot run; a browser
/// that is there under another name serves as well (see `shots`).
const PICTURES: &[Need] = &[&["chromium", "chromium-browser", "google-chrome-stable"]];

/// True on Debian and everything that calls itself like it.
pub fn is_here() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|text| {
        text.lines()
            .filter_map(|line| {
                line.strip_prefix("ID=")
                    .or_else(|| line.strip_prefix("ID_LIKE="))
            })
            .any(|ids| {
                ids.trim_matches('"')
                    .split(' ')
                    .any(|id| id == "debian" || id == "ubuntu")
            })
    })
}

/// Installs what is missing as root or with passwordless sudo; otherwise says the one line.
pub fn install(tree: &Tree, what_for: For) -> Result<(), String> {
    let mut needs = RUNNING.to_vec();
    if what_for != For::Running {
        needs.extend(TESTING);
    }
    if what_for == For::Pictures {
        needs.extend(PICTURES);
    }
    let missing = missing(tree, &needs);
    if missing.is_empty() {
        return Ok(());
    }
    println!("setup: missing system packages: {}", missing.join(" "));
    let Some(prefix) = root_prefix(tree) else {
        return Err(format!(
            "setup: run this line once, then the same command again:\n  sudo apt-get update && sudo apt-get install --no-install-recommends -y {}",
            missing.join(" ")
        ));
    };
    let apt = |name: &str, args: &[&str]| {
        let mut line = prefix.clone();
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        line.extend(args);
        Step::new(tree, name, line[0]).args(&line[1..])
    };
    // The lists of a fresh machine are empty or old, and an old list names files that are gone.
    apt("setup: apt-get update", &["update", "-q"]).run()?;
    let mut args = vec!["install", "-q", "-y", "--no-install-recommends"];
    args.extend(&missing);
    apt("setup: apt-get install", &args).run()
}

/// The first name of every need that no installed package meets.
fn missing(tree: &Tree, needs: &[Need]) -> Vec<&'static str> {
    // dpkg-query fails when one name is unknown, but has then answered for the others.
    let answer = Step::new(tree, "setup: dpkg-query", "dpkg-query")
        .args(&["-W", "-f=${Package} ${db:Status-Status}\n"])
        .args(&needs.concat())
        .answer_anyway()
        .unwrap_or_default();
    missing_by(&answer, needs)
}

fn missing_by(answer: &str, needs: &[Need]) -> Vec<&'static str> {
    let here: Vec<&str> = answer
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    needs
        .iter()
        .filter(|need| !need.iter().any(|name| here.contains(name)))
        .map(|need| need[0])
        .collect()
}

/// What makes a command root's: nothing, or sudo that asks no password; `None` when neither.
fn root_prefix(tree: &Tree) -> Option<Vec<&'static str>> {
    let id = Step::new(tree, "setup: id", "id").args(&["-u"]).answer()?;
    if id.trim() == "0" {
        return Some(Vec::new());
    }
    Step::new(tree, "setup: sudo", "sudo")
        .args(&["-n", "true"])
        .answer()
        .map(|_| vec!["sudo", "-n"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_package_is_missing_and_an_alternative_is_enough() {
        let answer = "perl installed\nxvfb config-files\nopenjdk-21-jdk-headless installed\n";
        let needs: &[Need] = &[
            &["perl"],
            &["xvfb"],
            &["default-jdk-headless", "openjdk-21-jdk-headless"],
            &["make"],
        ];
        assert_eq!(missing_by(answer, needs), ["xvfb", "make"]);
    }
}
