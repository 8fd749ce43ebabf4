//! Does what was asked: opens the unit, asks the door, tells, locks.

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use hemvist_core::accounts::Cost;
use hemvist_core::exchange::bundle;
use hemvist_core::{Desk, Error, Reason, Result};
use serde_json::{Value, json};

use crate::arguments::{Arguments, Command};
use crate::{clock, tell};

/// Does one command.
///
/// # Errors
/// As the door answers, and for what the command line itself lacks.
pub fn run(arguments: Arguments) -> Result<()> {
    if let Command::ListCalls = arguments.command {
        tell::calls(arguments.json);
        return Ok(());
    }
    let mut door = Door {
        desk: Desk::new(Cost::STRONG),
        arguments,
    };
    let command = std::mem::replace(&mut door.arguments.command, Command::ListCalls);
    let done = door.work(command);
    // Whatever came of it, the file is closed and its keys are gone.
    let _ = door.ask("lock", json!({}));
    done
}

struct Door {
    desk: Desk,
    arguments: Arguments,
}

impl Door {
    fn ask(&mut self, name: &str, input: Value) -> Result<Value> {
        self.desk
            .call(name, input, clock::moment(self.arguments.today))
    }

    fn work(&mut self, command: Command) -> Result<()> {
        let json = self.arguments.json;
        match command {
            Command::New {
                municipality,
                committee,
                paper,
            } => self.new_unit(&municipality, &committee, paper.as_deref()),
            Command::Demo => self.demo(),
            Command::Call { name, input } => {
                let input = self.input(&input)?;
                // Refused before the password is stretched.
                hemvist_core::api::find(&name)?;
                self.enter()?;
                tell::json(&self.ask(&name, input)?);
                Ok(())
            }
            Command::ListCalls => Ok(()),
            Command::Import { path, dry_run } => self.import(&path, dry_run),
            Command::Export { folder } => self.answer(
                "export_bundle",
                json!({ "folder": folder }),
                json,
                tell::exported,
            ),
            Command::Match { child } => {
                // A list on paper or in a pipe has no button for more.
                let all = json!({ "possible": u32::MAX, "possible_more_to_learn": u32::MAX, "only_if": u32::MAX, "hindered": u32::MAX });
                let input = json!({ "id": child, "show": all });
                self.answer("match_child", input, json, tell::matched)
            }
            Command::Due { as_of } => {
                self.answer("due", json!({ "as_of": as_of }), json, tell::due)
            }
            // The funnel has another shape than the tables, and a call of its own.
            Command::Report { name, from, to } if name == "funnel" => self.answer(
                "funnel",
                json!({ "from": from, "to": to }),
                json,
                tell::funnel,
            ),
            Command::Report { name, from, to } => self.answer(
                "report",
                json!({ "name": name, "from": from, "to": to }),
                json,
                tell::report,
            ),
            Command::Paper { kind, id, out } => {
                self.enter()?;
                if self.ask("paper", json!({ "id": id }))?["kind"] != kind.as_str() {
                    return Err(Error::invalid("kind", Reason::NotAChoice));
                }
                let answer = self.ask("paper_pdf", json!({ "id": id }))?;
                write_new(&out, "out", &answer)?;
                tell::done(
                    json,
                    json!({ "path": out }),
                    format_args!("Skrev {}", out.display()),
                );
                Ok(())
            }
            Command::Print {
                kind,
                id,
                register,
                out,
            } => {
                self.enter()?;
                let input = json!({ "kind": kind, "id": id, "register": register });
                let answer = self.ask("print_form", input)?;
                write_new(&out, "out", &answer)?;
                tell::done(
                    json,
                    json!({ "path": out }),
                    format_args!("Skrev {}", out.display()),
                );
                Ok(())
            }
            Command::Verify => self.verify(),
        }
    }

    fn answer(&mut self, name: &str, input: Value, json: bool, words: fn(&Value)) -> Result<()> {
        self.enter()?;
        let answer = self.ask(name, input)?;
        if json {
            tell::json(&answer);
        } else {
            words(&answer);
        }
        Ok(())
    }

    fn new_unit(
        &mut self,
        municipality: &str,
        committee: &str,
        paper: Option<&Path>,
    ) -> Result<()> {
        let (path, password) = (self.path()?, self.password()?);
        let user = self
            .arguments
            .user
            .clone()
            .ok_or_else(|| Error::invalid("user", Reason::Required))?;
        let made = self.ask(
            "create_unit",
            json!({ "path": path, "municipality": municipality, "committee": committee, "user_name": user, "password": password }),
        )?;
        if let Some(paper) = paper {
            let pdf = self.ask("recovery_paper", made.clone())?;
            write_new(paper, "paper", &pdf)?;
        }
        if self.arguments.json {
            tell::json(&made);
        } else {
            tell::made(&made);
        }
        Ok(())
    }

    fn demo(&mut self) -> Result<()> {
        let (path, password) = (self.path()?, self.password()?);
        let made = self.ask(
            "create_practice",
            json!({ "path": path, "password": password }),
        )?;
        let told = json!({ "name": made["name"], "status": made["status"] });
        tell::done(
            self.arguments.json,
            told,
            format_args!(
                "Övningsenheten är skapad. Logga in som {}.",
                made["name"].as_str().unwrap_or_default()
            ),
        );
        Ok(())
    }

    fn import(&mut self, path: &Path, dry_run: bool) -> Result<()> {
        let mut first = Vec::new();
        fs::File::open(path)
            .and_then(|it| it.take(64 * 1024).read_to_end(&mut first))
            .map_err(|_| Error::invalid("path", Reason::FileTrouble))?;
        let (look, take) = (
            tell::would_import as fn(&Value),
            tell::imported as fn(&Value),
        );
        // A bundle of whatever version says so in its first line; the rest is the old register.
        if is_bundle(&first) {
            let input = json!({ "path": path, "dry_run": dry_run });
            self.answer(
                "import_bundle",
                input,
                self.arguments.json,
                if dry_run { look } else { take },
            )
        } else if dry_run {
            self.answer(
                "sheet_preview",
                json!({ "path": path }),
                self.arguments.json,
                tell::sheet_preview,
            )
        } else {
            self.answer(
                "sheet_import",
                json!({ "path": path }),
                self.arguments.json,
                tell::sheet_imported,
            )
        }
    }

    fn verify(&mut self) -> Result<()> {
        self.enter()?;
        let found = self.ask("verify", json!({}))?;
        if self.arguments.json {
            tell::json(&found);
        } else {
            tell::verified(&found);
        }
        if found["whole"] == true {
            return Ok(());
        }
        let line = found["history_damaged_at"]
            .as_u64()
            .and_then(|it| u32::try_from(it).ok())
            .unwrap_or(0);
        Err(Error::invalid("unit", Reason::Damaged { line }))
    }

    fn enter(&mut self) -> Result<()> {
        let (path, password) = (self.path()?, self.password()?);
        self.ask("open_unit", json!({ "path": path }))?;
        match self.arguments.user.clone() {
            Some(name) => self.ask("sign_in", json!({ "name": name, "password": password }))?,
            None => self
                .ask("sign_in_alone", json!({ "password": password }))
                .map_err(|err| match err {
                    // Told by the name of what can be written here.
                    Error::Invalid { field, reason } if field == "name" => Error::Invalid {
                        field: "user".into(),
                        reason,
                    },
                    other => other,
                })?,
        };
        Ok(())
    }

    fn path(&self) -> Result<String> {
        let path = self
            .arguments
            .file
            .as_ref()
            .ok_or_else(|| Error::invalid("file", Reason::Required))?;
        path.to_str()
            .map(str::to_owned)
            .ok_or_else(|| Error::invalid("file", Reason::FileTrouble))
    }

    fn password(&self) -> Result<String> {
        let path = self
            .arguments
            .password_file
            .as_ref()
            .ok_or_else(|| Error::invalid("password_file", Reason::Required))?;
        let mut text = String::new();
        let read = if is_dash(path) {
            std::io::stdin().read_to_string(&mut text).map(drop)
        } else {
            fs::read_to_string(path).map(|it| text = it)
        };
        read.map_err(|_| Error::invalid("password_file", Reason::FileTrouble))?;
        // An editor ends the line; the password does not.
        Ok(text.trim_end_matches(['\n', '\r']).to_owned())
    }

    fn input(&self, text: &str) -> Result<Value> {
        let malformed = |_| {
            Error::invalid(
                "input",
                Reason::Malformed {
                    detail: "not JSON".into(),
                },
            )
        };
        if text != "-" {
            return serde_json::from_str(text).map_err(malformed);
        }
        if self.arguments.password_file.as_deref().is_some_and(is_dash) {
            // Standard input can hold one of them.
            return Err(Error::invalid("password_file", Reason::AlreadyThere));
        }
        serde_json::from_reader(std::io::stdin()).map_err(malformed)
    }
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn is_bundle(first: &[u8]) -> bool {
    bundle::looks_like_bundle(first)
        || matches!(
            bundle::header(first),
            Err(Error::Invalid {
                reason: Reason::FromTheFuture,
                ..
            })
        )
}

/// Writes a PDF that was answered, never over another file.
fn write_new(path: &Path, field: &str, answer: &Value) -> Result<()> {
    let pdf = answer["pdf"]
        .as_str()
        .and_then(|it| STANDARD.decode(it).ok())
        .ok_or_else(|| Error::internal("a paper without bytes"))?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|err| {
            let reason = if err.kind() == std::io::ErrorKind::AlreadyExists {
                Reason::FileExists
            } else {
                Reason::FileTrouble
            };
            Error::invalid(field, reason)
        })?;
    file.write_all(&pdf)
        .map_err(|_| Error::invalid(field, Reason::FileTrouble))
}
