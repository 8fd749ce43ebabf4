//! The program as a script runs it: exit statuses, JSON, files.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const PASSWORD: &str = "ett rimligt långt lösenord";

struct Scratch(tempfile::TempDir);

impl Scratch {
    fn new() -> Self {
        let it = Self(tempfile::tempdir().expect("a scratch place, and a program that runs"));
        fs::write(it.at("password"), format!("{PASSWORD}\n"))
            .expect("a scratch place, and a program that runs");
        it
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, unit: &str, arguments: &[&str]) -> Output {
        run(
            &[
                &[
                    "--file",
                    self.at(unit)
                        .to_str()
                        .expect("a scratch place, and a program that runs"),
                    "--password-file",
                    self.at("password")
                        .to_str()
                        .expect("a scratch place, and a program that runs"),
                ],
                arguments,
            ]
            .concat(),
            "",
        )
    }

    #[track_caller]
    fn answer(&self, unit: &str, arguments: &[&str]) -> Value {
        let out = self.run(unit, arguments);
        assert_eq!(
            out.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        serde_json::from_slice(&out.stdout).expect("a scratch place, and a program that runs")
    }

    #[track_caller]
    fn refused(&self, unit: &str, arguments: &[&str]) -> Value {
        refusal(&self.run(unit, arguments))
    }
}

fn run(arguments: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hemvist-cli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a scratch place, and a program that runs");
    // A program that refuses at once may not read to the end.
    let _ = child
        .stdin
        .take()
        .expect("a scratch place, and a program that runs")
        .write_all(stdin.as_bytes());
    child
        .wait_with_output()
        .expect("a scratch place, and a program that runs")
}

#[track_caller]
fn refusal(out: &Output) -> Value {
    assert_eq!(
        out.status.code(),
        Some(2),
        "refused: {}",
        String::from_utf8_lossy(&out.stdout)
    );
    assert!(out.stdout.is_empty(), "a refusal answers nothing");
    serde_json::from_slice(&out.stderr).expect("a scratch place, and a program that runs")
}

fn only_file(folder: &Path, ending: &str) -> PathBuf {
    let mut found = fs::read_dir(folder)
        .expect("a scratch place, and a program that runs")
        .map(|it| it.expect("a scratch place, and a program that runs").path())
        .filter(|it| it.to_string_lossy().ends_with(ending));
    let one = found
        .next()
        .expect("a scratch place, and a program that runs");
    assert!(found.next().is_none(), "only one {ending}");
    one
}

#[test]
fn a_unit_is_made_filled_exported_and_taken_into_another() {
    let it = Scratch::new();
    let new = [
        "--user",
        "Prov Provsson",
        "--json",
        "new",
        "--municipality",
        "Björkvik",
        "--committee",
        "Socialnämnden",
    ];
    let paper = it.at("nyckel.pdf");
    let made = it.answer(
        "a.hemvist",
        &[&new[..], &["--paper", paper.to_str().unwrap()]].concat(),
    );
    assert!(
        made["recovery_key"]
            .as_str()
            .unwrap()
            .starts_with("AGE- SECR")
    );
    assert!(fs::read(&paper).unwrap().starts_with(b"%PDF-"));

    let home = it.answer(
        "a.hemvist",
        &["call", "create_home", r#"{"name":"Familjen Rönnbär"}"#],
    );
    assert!(home.is_string(), "the home's key: {home}");
    let exported = it.answer(
        "a.hemvist",
        &["--json", "export", it.at("ut").to_str().unwrap()],
    );
    let bundle = only_file(&it.at("ut"), ".jsonl");
    assert_eq!(exported["path"].as_str(), bundle.to_str());
    assert!(
        fs::read_to_string(&bundle)
            .unwrap()
            .contains("Familjen Rönnbär")
    );
    let sum = fs::read_to_string(only_file(&it.at("ut"), ".sha256")).unwrap();
    assert!(sum.starts_with(exported["sha256"].as_str().unwrap()));
    assert!(it.at("ut").join("bundle.schema.json").is_file());
    assert_eq!(
        it.refused("a.hemvist", &["export", it.at("ut").to_str().unwrap()])["reason"]["code"],
        "file_exists"
    );

    it.answer("b.hemvist", &new);
    let path = bundle.to_str().unwrap();
    let would = it.answer("b.hemvist", &["--json", "import", path, "--dry-run"]);
    assert_eq!(would["added"]["home"], 1);
    assert_eq!(
        it.answer("b.hemvist", &["call", "home_list"])["total"],
        0,
        "a dry run changes nothing"
    );
    assert_eq!(it.answer("b.hemvist", &["--json", "import", path]), would);
    assert_eq!(it.answer("b.hemvist", &["call", "home_list"])["total"], 1);
    let verified = it.answer("b.hemvist", &["--json", "verify"]);
    assert_eq!(
        (&verified["whole"], &verified["file"]),
        (&json!(true), &json!([]))
    );
    assert!(verified["history_lines"].as_u64().unwrap() > 5);
}

#[test]
fn a_practice_unit_takes_another_day_and_a_real_one_does_not() {
    let it = Scratch::new();
    assert_eq!(
        it.answer("p.hemvist", &["--json", "demo"])["status"]["practice"],
        true
    );
    assert_eq!(
        it.answer(
            "p.hemvist",
            &["--today", "2031-02-03", "call", "desk_status"]
        )["today"],
        "2031-02-03"
    );
    assert_eq!(
        it.answer("p.hemvist", &["--json", "due", "--as-of", "2026-12-01"])["as_of"],
        "2026-12-01"
    );
    let report = it.run(
        "p.hemvist",
        &[
            "report",
            "placements",
            "--from",
            "2026-01-01",
            "--to",
            "2026-12-31",
        ],
    );
    assert!(
        String::from_utf8(report.stdout)
            .unwrap()
            .starts_with("Från 2026-01-01 till 2026-12-31\nRegi\tTyp\t")
    );
    it.answer(
        "r.hemvist",
        &[
            "--user",
            "A",
            "--json",
            "new",
            "--municipality",
            "B",
            "--committee",
            "C",
        ],
    );
    assert_eq!(
        it.refused(
            "r.hemvist",
            &["--today", "2031-02-03", "call", "desk_status"]
        )["reason"]["code"],
        "not_practice"
    );
}

#[test]
fn what_is_refused_says_why_with_status_two() {
    let it = Scratch::new();
    it.answer("p.hemvist", &["--json", "demo"]);
    assert_eq!(
        it.refused("p.hemvist", &["call", "no_such_call"])["field"],
        "name"
    );
    assert_eq!(
        it.refused("p.hemvist", &["call", "home_card", "{"])["reason"]["code"],
        "malformed"
    );
    assert_eq!(
        it.refused("p.hemvist", &["match", "nobody"])["kind"],
        "not_found"
    );
    assert_eq!(
        it.refused("p.hemvist", &["demo"])["reason"]["code"],
        "file_exists"
    );
    assert_eq!(
        it.refused("none.hemvist", &["verify"])["reason"]["code"],
        "not_a_unit"
    );
    assert_eq!(
        it.refused("p.hemvist", &["--user", "Någon Annan", "verify"])["reason"]["code"],
        "wrong_password"
    );
    fs::write(it.at("password"), "ett annat långt lösenord").unwrap();
    assert_eq!(
        it.refused("p.hemvist", &["verify"])["reason"]["code"],
        "wrong_password"
    );
}

#[test]
fn the_password_comes_from_a_file_or_standard_input_only() {
    let it = Scratch::new();
    it.answer("p.hemvist", &["--json", "demo"]);
    let unit = it.at("p.hemvist");
    let unit = unit.to_str().unwrap();
    let out = run(
        &["--file", unit, "--password-file", "-", "call", "home_list"],
        PASSWORD,
    );
    assert_eq!(out.status.code(), Some(0));
    assert_eq!(
        refusal(&run(&["--file", unit, "call", "home_list"], ""))["field"],
        "password_file"
    );
    assert_eq!(
        refusal(&run(
            &[
                "--file",
                unit,
                "--password-file",
                "-",
                "call",
                "home_list",
                "-"
            ],
            ""
        ))["field"],
        "password_file"
    );
    assert_eq!(
        refusal(&run(
            &["--file", unit, "--password", PASSWORD, "verify"],
            ""
        ))["field"],
        "arguments"
    );
    let piped = run(
        &[
            "--file",
            unit,
            "--password-file",
            it.at("password").to_str().unwrap(),
            "call",
            "create_home",
            "-",
        ],
        r#"{"name":"Familjen Gran"}"#,
    );
    assert_eq!(piped.status.code(), Some(0));
}

#[test]
fn everything_that_can_be_asked_is_listed_without_a_unit() {
    let out = run(&["--json", "list-calls"], "");
    assert_eq!(out.status.code(), Some(0));
    let list: Value = serde_json::from_slice(&out.stdout).unwrap();
    let call = list
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == "home_list")
        .unwrap();
    assert_eq!(
        (call["hand"].as_str(), call["input"].as_str()),
        (Some("read"), Some("HomeQuery"))
    );
    assert_eq!(run(&["--help"], "").status.code(), Some(0));
    assert_eq!(refusal(&run(&["nonsense"], ""))["kind"], "invalid");
}

#[test]
fn a_paper_is_written_by_its_kind_and_key() {
    let it = Scratch::new();
    it.answer("p.hemvist", &["--json", "demo"]);
    let child = it.answer(
        "p.hemvist",
        &[
            "call",
            "create_child",
            r#"{"given_name":"Lo","care":"familjehem"}"#,
        ],
    );
    let home = it.answer(
        "p.hemvist",
        &["call", "create_home", r#"{"name":"Familjen Gran"}"#],
    );
    let start = json!({ "child": child, "home": home }).to_string();
    let paper = it.answer("p.hemvist", &["call", "start_paper", &start]);
    let (id, out) = (paper.as_str().unwrap(), it.at("placering.pdf"));
    let write = |kind: &str| {
        it.run(
            "p.hemvist",
            &["--json", "paper", kind, id, "--out", out.to_str().unwrap()],
        )
    };
    assert_eq!(refusal(&write("delegation"))["field"], "kind");
    assert_eq!(write("placering").status.code(), Some(0));
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-"));
    assert_eq!(
        refusal(&write("placering"))["reason"]["code"],
        "file_exists"
    );
}

#[test]
fn a_home_s_approval_is_written_as_a_paper_too() {
    let it = Scratch::new();
    it.answer("p.hemvist", &["--json", "demo"]);
    let enquiry = it.answer(
        "p.hemvist",
        &["call", "open_enquiry", r#"{"name":"Familjen Gran"}"#],
    );
    let start = json!({ "recruitment": enquiry }).to_string();
    let paper = it.answer("p.hemvist", &["call", "start_approval_paper", &start]);
    let (id, out) = (paper.as_str().unwrap(), it.at("godkannande.pdf"));
    let written = it.run(
        "p.hemvist",
        &["paper", "godkannande", id, "--out", out.to_str().unwrap()],
    );
    assert_eq!(written.status.code(), Some(0));
    assert!(fs::read(&out).unwrap().starts_with(b"%PDF-"));
}
