//! `cargo xtask run`: opens Hemvist, or does the same job headless where there is no display.

use std::path::{Path, PathBuf};

use crate::setup::{self, For};
use crate::step::Step;
use crate::tree::Tree;

/// The headless unit is made up and thrown away, so its password is no secret.
const PRACTICE_PASSWORD: &str = "sju blåa cyklar vid kanalen";

/// Sets up, builds and opens the window; `args` go to the program.
pub fn run(tree: &Tree, args: &[String]) -> Result<(), String> {
    setup::setup(tree, For::Running)?;
    if display() {
        Step::cargo(tree, "run: build", &["build", "--locked", "-p", "hemvist"]).run()?;
        return Step::new(tree, "run: hemvist", tree.program("hemvist"))
            .args(args)
            .run();
    }
    println!(
        "run: no display (DISPLAY and WAYLAND_DISPLAY are unset): doing the same job headless."
    );
    headless(tree)
}

/// Only X and Wayland tell whether anybody can see a window.
fn display() -> bool {
    let set = |key: &str| std::env::var_os(key).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A practice unit, an old spreadsheet brought in, a child matched, the board's paper as a PDF.
fn headless(tree: &Tree) -> Result<(), String> {
    Step::cargo(
        tree,
        "run: build",
        &["build", "--locked", "-p", "hemvist-cli"],
    )
    .run()?;
    let unit = Unit::new(tree)?;
    unit.step("demo unit", &["demo"])?;
    let sheet = tree.root.join("tests/sheets/familjehem.xlsx");
    unit.step(
        "import a spreadsheet",
        &["import", &sheet.to_string_lossy()],
    )?;
    let child = unit.first_id("child_list")?;
    unit.step("match a child", &["match", &child])?;
    let paper_id = unit.first_id("paper_list")?;
    let paper = unit.folder.join("placering.pdf");
    unit.step(
        "board paper",
        &[
            "paper",
            "placering",
            &paper_id,
            "--out",
            &paper.to_string_lossy(),
        ],
    )?;
    unit.step("verify", &["verify"])?;
    if !paper.is_file() {
        return Err("run: board paper: no PDF was left".to_owned());
    }
    println!(
        "\nThe board paper:   {}\nThe practice unit: {}",
        paper.display(),
        unit.file.display()
    );
    Ok(())
}

/// The practice unit in `out/` and the program that asks it.
struct Unit<'a> {
    tree: &'a Tree,
    folder: PathBuf,
    file: PathBuf,
    password: PathBuf,
}

impl<'a> Unit<'a> {
    fn new(tree: &'a Tree) -> Result<Self, String> {
        let folder = tree.out()?.join("headless");
        // Yesterday's practice unit is in the way of today's, and is nobody's work.
        if folder.exists() {
            std::fs::remove_dir_all(&folder)
                .map_err(|e| format!("run: {}: {e}", folder.display()))?;
        }
        std::fs::create_dir_all(&folder).map_err(|e| format!("run: {}: {e}", folder.display()))?;
        let (file, password) = (folder.join("ovning.hemvist"), folder.join("losenord.txt"));
        std::fs::write(&password, PRACTICE_PASSWORD)
            .map_err(|e| format!("run: {}: {e}", password.display()))?;
        Ok(Self {
            tree,
            folder,
            file,
            password,
        })
    }

    fn command(&self, name: &str, args: &[&str]) -> Step {
        Step::new(
            self.tree,
            &format!("run: {name}"),
            self.tree.program("hemvist-cli"),
        )
        .args(&[
            Path::new("--file"),
            &self.file,
            Path::new("--password-file"),
            &self.password,
        ])
        .args(args)
    }

    fn step(&self, name: &str, args: &[&str]) -> Result<(), String> {
        println!("\nrun: {name}");
        self.command(name, args).run()
    }

    /// The first `"id"` in what a list answers.
    fn first_id(&self, call: &str) -> Result<String, String> {
        let answer = self.command(call, &["call", call, "{}"]).answer();
        let answer = answer.ok_or_else(|| format!("run: `{call}` was refused"))?;
        first_id(&answer)
            .map(str::to_owned)
            .ok_or_else(|| format!("run: `{call}` names no id"))
    }
}

fn first_id(json: &str) -> Option<&str> {
    let (_, after) = json.split_once("\"id\"")?;
    let value = after
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    value.split_once('"').map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_id_is_found_whatever_the_spacing() {
        assert_eq!(
            first_id(r#"[{"id":"a1","name":"x"},{"id":"b2"}]"#),
            Some("a1")
        );
        assert_eq!(
            first_id("{ \"rows\": [ { \"id\" : \"c3\" } ] }"),
            Some("c3")
        );
        assert_eq!(first_id("[]"), None);
    }
}
