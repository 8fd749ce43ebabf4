//! How many checks passed and failed, read from what the test runners print.

use std::fmt;
use std::iter::Sum;
use std::ops::AddAssign;

/// Passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    /// A check that is one piece and went well.
    pub const PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };
    /// A check that is one piece and did not.
    pub const FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), |mut sum, it| {
            sum += it;
            sum
        })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Cargo's output: per test program (crate and file) its count.
pub fn cargo(output: &str) -> Vec<(String, Count)> {
    let mut res: Vec<(String, Count)> = Vec::new();
    let mut name = String::new();
    for line in output.lines().map(plain) {
        let line = line.trim();
        if let Some(path) = line.strip_prefix("Running ") {
            name = program(path);
        } else if let Some(crate_name) = line.strip_prefix("Doc-tests ") {
            name = format!("{crate_name} doc");
        } else if let Some(result) = line.strip_prefix("test result: ") {
            let count = Count {
                passed: before(result, "passed"),
                failed: before(result, "failed"),
            };
            if count != Count::default() {
                res.push((name.clone(), count));
            }
        }
    }
    res
}

/// `unittests src/lib.rs (target/debug/deps/hemvist_core-0123)` as `hemvist_core src/lib.rs`.
fn program(path: &str) -> String {
    let (file, binary) = path.split_once(" (").unwrap_or((path, ""));
    let file = file.trim_start_matches("unittests ");
    let binary = binary
        .trim_end_matches(')')
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default();
    let crate_name = binary.rsplit_once('-').map_or(binary, |(name, _)| name);
    if file.starts_with("tests/") || file.starts_with("tests\\") {
        file.to_owned()
    } else {
        format!("{crate_name} {file}")
    }
}

/// Vitest's `Tests  1 failed | 11 passed (12)`; `None` when the line is missing.
pub fn vitest(output: &str) -> Option<Count> {
    let line = output
        .lines()
        .map(plain)
        .rfind(|line| line.trim().starts_with("Tests "))?;
    Some(Count {
        passed: before(&line, "passed"),
        failed: before(&line, "failed"),
    })
}

/// The number right before a word; 0 when it is not there.
fn before(text: &str, word: &str) -> u32 {
    let words: Vec<&str> = text
        .split([' ', ';', '|', ','])
        .filter(|it| !it.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

/// A line without the terminal's colours.
fn plain(line: &str) -> String {
    let mut res = String::new();
    let mut colour = false;
    for it in line.chars() {
        match it {
            '\u{1b}' => colour = true,
            'm' if colour => colour = false,
            _ if colour => {}
            _ => res.push(it),
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_counts_stand_under_their_program() {
        let output = "     Running unittests src/lib.rs (target/debug/deps/hemvist_core-01ab)
test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
     Running tests/journeys.rs (target/debug/deps/journeys-02cd)
test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.50s
   Doc-tests hemvist_core
test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
";
        let expected = [
            (
                "hemvist_core src/lib.rs".to_owned(),
                Count {
                    passed: 12,
                    failed: 0,
                },
            ),
            (
                "tests/journeys.rs".to_owned(),
                Count {
                    passed: 3,
                    failed: 1,
                },
            ),
        ];
        assert_eq!(cargo(output), expected);
    }

    #[test]
    fn vitest_counts_are_found_in_colour() {
        let line = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m11 passed\u{1b}[39m (12)";
        assert_eq!(
            vitest(line),
            Some(Count {
                passed: 11,
                failed: 1
            })
        );
        assert_eq!(vitest("no tests"), None);
    }
}
