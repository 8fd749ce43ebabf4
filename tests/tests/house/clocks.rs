//! Clocks are looked at in files named `clock.rs` only: everything else is told the day.

use crate::rust::split;
use crate::tree::{Source, product_rust};

const CLOCKS: &[&str] = &[
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "Date::now",
    "now_v7(",
];

/// Lines that look at a clock.
fn looks(file: &Source) -> Vec<String> {
    if file.name() == "clock.rs" {
        return Vec::new();
    }
    let code = split(&file.text).code;
    let lines = code
        .lines()
        .enumerate()
        .filter(|(_, line)| CLOCKS.iter().any(|clock| line.contains(clock)));
    lines
        .map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim()))
        .collect()
}

#[test]
fn clocks_are_looked_at_in_clock_rs() {
    let wrong: Vec<String> = product_rust().iter().flat_map(looks).collect();
    crate::none("pass `today` and `at` in", &wrong);
}

#[test]
fn a_clock_elsewhere_is_seen() {
    let file = |path: &str| Source {
        path: path.to_owned(),
        text: "fn a() { let t = chrono::Utc::now(); }".to_owned(),
    };
    assert_eq!(looks(&file("src-tauri/core/src/homes/mod.rs")).len(), 1);
    assert_eq!(looks(&file("src-tauri/src/clock.rs")).len(), 0);
    let comment = Source {
        path: "a.rs".to_owned(),
        text: "// never Utc::now()".to_owned(),
    };
    assert_eq!(looks(&comment).len(), 0);
}
