//! What comes in from outside: licences, banned crates and sources, by the lists in `deny.toml`.
//!
//! cargo-deny takes minutes to install and is not on every machine; these are the same
//! questions asked of `cargo metadata`. Beyond that, no program of ours may hold a
//! network library at all, whoever brings it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

/// The programs that people install, and what they are made of.
const PROGRAMS: &[&str] = &["hemvist", "hemvist-cli"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate lies in the repository")
}

/// Cargo's whole graph, every feature, every system. Asked once: cargo locks its folders.
fn metadata() -> &'static Value {
    static GRAPH: OnceLock<Value> = OnceLock::new();
    GRAPH.get_or_init(|| {
        // The same desks as cargo-deny looks at.
        let platforms = texts(&lists()["graph"]["targets"]);
        let output = Command::new(env!("CARGO"))
            .current_dir(root())
            .args([
                "metadata",
                "--format-version",
                "1",
                "--locked",
                "--all-features",
            ])
            .args(
                platforms
                    .iter()
                    .flat_map(|it| ["--filter-platform", it.as_str()]),
            )
            .output()
            .expect("cargo runs its own tests");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).expect("cargo answers in JSON")
    })
}

fn lists() -> toml::Table {
    std::fs::read_to_string(root().join("deny.toml"))
        .expect("deny.toml is there")
        .parse()
        .expect("deny.toml is TOML")
}

fn texts(value: &toml::Value) -> Vec<String> {
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it.as_str().map(str::to_owned))
        .collect()
}

/// A licence expression that the allowed licences do not satisfy.
fn refused(expression: &str, allowed: &[String]) -> bool {
    let named = |it: &LicenseReq| allowed.iter().any(|name| *name == it.to_string());
    Expression::parse_mode(expression, ParseMode::LAX).map_or(true, |it| !it.evaluate(named))
}

/// A source that is neither the one registry nor the repository itself.
fn strange(source: Option<&str>, registries: &[String]) -> bool {
    source.is_some_and(|it| {
        !registries
            .iter()
            .any(|registry| it == format!("registry+{registry}"))
    })
}

/// Who depends on whom, by name; a name stands for all its versions.
fn uses(metadata: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let names: BTreeMap<&str, &str> = list(&metadata["packages"])
        .map(|it| {
            (
                it["id"].as_str().unwrap_or_default(),
                it["name"].as_str().unwrap_or_default(),
            )
        })
        .collect();
    let mut res = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        let own = names[node["id"].as_str().unwrap_or_default()];
        let deps = list(&node["deps"]).filter(|dep| {
            // What only tests need is in no program.
            own == "hemvist-tests" || list(&dep["dep_kinds"]).any(|it| it["kind"] != "dev")
        });
        let theirs = deps.map(|dep| names[dep["pkg"].as_str().unwrap_or_default()].to_owned());
        res.entry(own.to_owned())
            .or_insert_with(BTreeSet::new)
            .extend(theirs);
    }
    res
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Uses of a banned crate by somebody who is not its wrapper.
fn banned_uses(
    uses: &BTreeMap<String, BTreeSet<String>>,
    bans: &[(String, Vec<String>)],
) -> Vec<String> {
    let mut res = Vec::new();
    for (user, theirs) in uses {
        for (banned, wrappers) in bans.iter().filter(|(banned, _)| theirs.contains(banned)) {
            if !wrappers.contains(user) {
                res.push(format!("{user} uses {banned}"));
            }
        }
    }
    res
}

/// Everything a program is made of.
fn made_of(program: &str, uses: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut res = BTreeSet::new();
    let mut next = vec![program.to_owned()];
    while let Some(name) = next.pop() {
        if res.insert(name.clone()) {
            next.extend(uses.get(&name).into_iter().flatten().cloned());
        }
    }
    res
}

fn bans() -> Vec<(String, Vec<String>)> {
    let lists = lists();
    let deny = lists["bans"]["deny"].as_array().expect("a list of bans");
    let name = |it: &toml::Value| {
        it["crate"]
            .as_str()
            .expect("a ban names a crate")
            .to_owned()
    };
    deny.iter()
        .map(|it| (name(it), it.get("wrappers").map(texts).unwrap_or_default()))
        .collect()
}

#[test]
fn every_crate_has_an_allowed_licence() {
    let allowed = texts(&lists()["licenses"]["allow"]);
    let metadata = metadata();
    let wrong: Vec<String> = list(&metadata["packages"])
        .filter(|it| refused(it["license"].as_str().unwrap_or_default(), &allowed))
        .map(|it| format!("{} {}: {}", it["name"], it["version"], it["license"]))
        .collect();
    assert!(
        wrong.is_empty(),
        "not in deny.toml:\n  {}",
        wrong.join("\n  ")
    );
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    let registries = texts(&lists()["sources"]["allow-registry"]);
    let metadata = metadata();
    let wrong: Vec<&Value> = list(&metadata["packages"])
        .filter(|it| strange(it["source"].as_str(), &registries))
        .map(|it| &it["id"])
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn nobody_brings_a_banned_crate() {
    let wrong = banned_uses(&uses(metadata()), &bans());
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn no_program_holds_a_network_library() {
    let uses = uses(metadata());
    for program in PROGRAMS {
        let parts = made_of(program, &uses);
        assert!(
            parts.contains("hemvist-core"),
            "{program} is in the graph: {parts:?}"
        );
        let wrong: Vec<String> = bans()
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| parts.contains(name) && name != LINKED_ONLY)
            .collect();
        assert!(wrong.is_empty(), "{program} holds {wrong:?}");
    }
}

/// The dialog's plug-in links this one for its types.
const LINKED_ONLY: &str = "tauri-plugin-fs";

#[test]
fn the_linked_plug_in_is_neither_registered_nor_allowed() {
    for folder in ["src-tauri/src", "src-tauri/capabilities"] {
        for entry in std::fs::read_dir(root().join(folder)).expect("the window's own folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("a text");
            let named = text.contains("tauri_plugin_fs") || text.contains("\"fs:");
            assert!(!named, "{} brings the plug-in in", path.display());
        }
    }
}

#[test]
fn a_licence_that_is_not_allowed_is_seen() {
    let allowed = [
        "MIT".to_owned(),
        "Apache-2.0".to_owned(),
        "Apache-2.0 WITH LLVM-exception".to_owned(),
    ];
    for good in [
        "MIT",
        "MIT OR GPL-3.0",
        "MIT/Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
        "MIT AND (Apache-2.0 OR ISC)",
    ] {
        assert!(!refused(good, &allowed), "{good}");
    }
    for bad in [
        "",
        "GPL-3.0-only",
        "MIT AND GPL-3.0-only",
        "ISC",
        "No such licence",
    ] {
        assert!(refused(bad, &allowed), "{bad}");
    }
}

#[test]
fn a_strange_source_is_seen() {
    let one = ["https://registry.example/index".to_owned()];
    assert!(
        !strange(None, &one) && !strange(Some("registry+https://registry.example/index"), &one)
    );
    assert!(
        strange(Some("git+https://code.example/x"), &one)
            && strange(Some("registry+https://other.example/"), &one)
    );
}

#[test]
fn a_banned_crate_is_seen() {
    let set = |names: &[&str]| {
        names
            .iter()
            .map(|it| (*it).to_owned())
            .collect::<BTreeSet<_>>()
    };
    let uses = BTreeMap::from([
        ("program".to_owned(), set(&["driver"])),
        ("driver".to_owned(), set(&["hyper"])),
        ("stranger".to_owned(), set(&["hyper"])),
    ]);
    let bans = [("hyper".to_owned(), vec!["driver".to_owned()])];
    assert_eq!(banned_uses(&uses, &bans), ["stranger uses hyper"]);
    assert!(made_of("program", &uses).contains("hyper"));
}
