//! Every dependency stands once, with its reason.

use serde_json::Value;

use crate::tree::{Source, read, sources};

/// Entries of `[workspace.dependencies]` that no comment gives a reason for.
fn without_reason(manifest: &str) -> Vec<String> {
    let section = manifest
        .split("\n[workspace.dependencies]\n")
        .nth(1)
        .unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    let mut res = Vec::new();
    let mut name = String::new();
    for line in section.lines() {
        let starts = line.starts_with(|it: char| it.is_ascii_alphabetic());
        if starts {
            name = line
                .split([' ', '=', '.'])
                .next()
                .unwrap_or_default()
                .to_owned();
        }
        // An entry over several lines has its reason where it ends.
        let ends = (starts && !line.trim_end().ends_with('[')) || line.starts_with(']');
        let ours = line.contains("path = ");
        let reason = line
            .split_once("# ")
            .is_some_and(|(_, reason)| reason.trim().len() >= 3);
        if ends && !ours && !reason {
            res.push(name.clone());
        }
    }
    res
}

/// Dependencies in a member's manifest that bring their own version.
fn own_versions(file: &Source) -> Vec<String> {
    let mut inside = false;
    let mut res = Vec::new();
    for line in file.text.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if inside
            && line.contains('=')
            && !line.trim_start().starts_with('#')
            && !line.contains("workspace = true")
        {
            res.push(format!("{}: {line}", file.path));
        }
    }
    res
}

/// npm packages that `ui/dependencies.md` does not name.
fn packages_without_reason(package: &Value, reasons: &str) -> Vec<String> {
    let groups = ["dependencies", "devDependencies"]
        .iter()
        .filter_map(|it| package[it].as_object());
    let names = groups.flat_map(|it| it.keys());
    // A family may share a line: `@fkui/vue, design, …`.
    let named = |name: &str| {
        let last = name.rsplit('/').next().unwrap_or(name);
        let rows = reasons.lines().filter(|line| line.starts_with('|'));
        rows.flat_map(|row| row.split('|').nth(1))
            .any(|cell| cell.contains(name) || cell.split([' ', ',']).any(|it| it == last))
    };
    names.filter(|name| !named(name)).cloned().collect()
}

#[test]
fn every_crate_has_a_reason() {
    crate::none(
        "no comment says why it is here",
        &without_reason(&read("Cargo.toml")),
    );
}

#[test]
fn versions_stand_in_the_root_only() {
    let mut files = sources("src-tauri", &["Cargo.toml"]);
    files.extend(sources("tests", &["Cargo.toml"]));
    let wrong: Vec<String> = files.iter().flat_map(own_versions).collect();
    crate::none("a member takes its versions from the workspace", &wrong);
}

#[test]
fn every_package_has_a_reason() {
    let package = serde_json::from_str(&read("ui/package.json")).expect("package.json is JSON");
    crate::none(
        "ui/dependencies.md does not name it",
        &packages_without_reason(&package, &read("ui/dependencies.md")),
    );
}

#[cfg(test)]
mod doctored {
    use super::*;

    #[test]
    fn a_crate_without_reason_is_seen() {
        let manifest = "[workspace]\n\n[workspace.dependencies]\nours = { path = \"x\" }\na = \"1\" # reads a\nb = \"2\"\nc = { version = \"1\", features = [\n    \"x\",\n] } # does c\nd = { version = \"1\", features = [\n    \"x\",\n] }\n\n[profile.dev]\ndebug = 1\n";
        assert_eq!(without_reason(manifest), ["b", "d"]);
    }

    #[test]
    fn a_version_of_its_own_is_seen() {
        let text = "[dependencies]\nserde.workspace = true\ntoml = { workspace = true }\ncsv = \"1\"\n[lints]\nx = 1\n";
        assert_eq!(
            own_versions(&Source {
                path: "a".to_owned(),
                text: text.to_owned()
            }),
            ["a: csv = \"1\""]
        );
    }

    #[test]
    fn a_package_without_reason_is_seen() {
        let package = serde_json::json!({ "dependencies": { "vue": "3", "@fkui/date": "6" }, "devDependencies": { "left-pad": "1" } });
        assert_eq!(
            packages_without_reason(&package, "| vue | window |\n| @fkui/vue, date | fields |\n"),
            ["left-pad"]
        );
    }
}
