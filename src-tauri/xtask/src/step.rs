//! One step: a child process whose output is passed through and whose failure names the step.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::tree::Tree;

/// A command with a name that a person recognises when it fails.
pub struct Step {
    name: String,
    command: Command,
}

impl Step {
    /// `program` run in the repository's root.
    pub fn new(tree: &Tree, name: &str, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.current_dir(&tree.root);
        for (key, _) in std::env::vars_os() {
            // Cargo told these to xtask; a nested cargo must not see them as its caller's wishes.
            let key_text = key.to_string_lossy();
            if key_text.starts_with("CARGO_PKG_") || key_text.starts_with("CARGO_MANIFEST_") {
                command.env_remove(key);
            }
        }
        Self {
            name: name.to_owned(),
            command,
        }
    }

    /// Cargo, the one that started us, with the lock file held as it is.
    pub fn cargo(tree: &Tree, name: &str, args: &[&str]) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::new(tree, name, cargo).args(args)
    }

    /// npm in `ui/`.
    pub fn npm(tree: &Tree, name: &str, args: &[&str]) -> Self {
        // On Windows npm is a script, which only its full name starts.
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        Self::new(tree, name, npm).folder(&tree.ui()).args(args)
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, args: &[S]) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable.
    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Runs somewhere else than in the root.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs with our own output and input.
    pub fn run(mut self) -> Result<(), String> {
        let status = self
            .command
            .status()
            .map_err(|e| not_started(&self.name, &self.command, &e))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("{}: failed ({status})", self.name))
        }
    }

    /// Runs, passes all output through as it comes and returns it; true when it went well.
    pub fn tee(mut self) -> Result<(bool, String), String> {
        // One pipe for both streams keeps cargo's headings in place among the tests' lines.
        let (reader, writer) =
            std::io::pipe().map_err(|e| format!("{}: no pipe: {e}", self.name))?;
        let errors = writer
            .try_clone()
            .map_err(|e| format!("{}: no pipe: {e}", self.name))?;
        self.command
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(errors);
        let mut child = self
            .command
            .spawn()
            .map_err(|e| not_started(&self.name, &self.command, &e))?;
        // The command keeps our end of the pipe open until it is gone.
        drop(self.command);
        let mut text = String::new();
        for line in BufReader::new(reader).split(b'\n') {
            let line = line.map_err(|e| format!("{}: output broke off: {e}", self.name))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
        std::io::stdout()
            .flush()
            .map_err(|e| format!("{}: {e}", self.name))?;
        let status = child.wait().map_err(|e| format!("{}: {e}", self.name))?;
        Ok((status.success(), text))
    }

    /// Runs silently and returns what it answered; `None` when it failed or is not there.
    pub fn answer(mut self) -> Option<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(text)
    }

    /// As [`Step::answer`], but takes what it said even when it failed.
    pub fn answer_anyway(mut self) -> Option<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

fn not_started(name: &str, command: &Command, error: &std::io::Error) -> String {
    format!(
        "{name}: `{}` did not start: {error}",
        command.get_program().to_string_lossy()
    )
}
