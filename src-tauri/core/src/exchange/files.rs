//! The open format as files, and whether a unit is whole.

use std::fs;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::bundle::{self, BundleReport};
use crate::accounts::Role;
use crate::api::Nothing;
use crate::desk::{Desk, Moment};
use crate::error::{Error, Reason, Result};
use crate::history::{self, Event};
use crate::progress::Doing;
use crate::store::Read;

/// The format's description, laid beside every export.
const SCHEMA: &str = include_str!("../../../../assets/bundle.schema.json");

/// Largest bundle that is taken in, in bytes. A unit of ten thousand homes
/// with a million history lines stays under it.
const LARGEST: u64 = 1 << 30;

/// Where everything shall go.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportBundle {
    /// A folder; made when it is not there.
    pub folder: String,
}

/// What an export left.
#[derive(Debug, Serialize, TS)]
pub struct BundleExported {
    /// The bundle's path.
    pub path: String,
    /// Rows in it.
    pub rows: u64,
    /// SHA-256 of the file, in hexadecimal; also in the file beside it.
    pub sha256: String,
}

/// What shall come in.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportBundle {
    /// The bundle's path.
    pub path: String,
    /// Only tell what would happen.
    #[serde(default)]
    pub dry_run: bool,
}

/// Whether a unit is whole.
#[derive(Debug, Serialize, TS)]
pub struct Verified {
    /// Nothing was found.
    pub whole: bool,
    /// What the file's own checks say.
    pub file: Vec<String>,
    /// Lines of history that were walked.
    pub history_lines: u64,
    /// First line of a chain that does not follow from the one before.
    pub history_damaged_at: Option<u32>,
    /// Issued papers that were hashed.
    pub papers: u64,
    /// Those whose bytes no longer have the hash they were issued with.
    pub papers_damaged: Vec<String>,
    /// SHA-256 over all rows as they would be exported.
    pub digest: String,
}

impl Desk {
    /// Writes the bundle, its SHA-256 and the format's description into a folder.
    ///
    /// # Errors
    /// [`Reason::FileExists`], [`Reason::FileTrouble`] at `folder`;
    /// [`Error::Cancelled`], and then nothing is left in the folder.
    pub(crate) fn export_bundle(
        &mut self,
        input: ExportBundle,
        moment: Moment,
    ) -> Result<BundleExported> {
        let caller = self.caller(moment, Role::Supervisor)?;
        let trouble = |_| Error::invalid("folder", Reason::FileTrouble);
        let folder = PathBuf::from(required("folder", &input.folder)?);
        let made = !folder.exists();
        fs::create_dir_all(&folder).map_err(trouble)?;
        let name = format!("hemvist-{}.jsonl", caller.today);
        let path = folder.join(&name);
        if path.exists() {
            return Err(Error::invalid("folder", Reason::FileExists));
        }
        let part = folder.join(format!("{name}.part"));
        let work = self.progress().begin(Doing::WritingOut);
        let exported = self.store()?.write(&caller, |write| {
            let mut out = Hashed {
                file: BufWriter::new(fs::File::create(&part).map_err(trouble)?),
                hash: Sha256::new(),
            };
            let rows = bundle::export_watched(&write.as_read(), &mut out, &work)?;
            let sha256 = hex(&out.hash.finalize());
            out.file
                .into_inner()
                .map_err(|_| Error::invalid("folder", Reason::FileTrouble))?
                .sync_all()
                .map_err(trouble)?;
            // The line comes after the rows: a file cannot hold its own hash.
            write.record(&Event::Exported { rows })?;
            Ok(BundleExported {
                path: path.to_string_lossy().into_owned(),
                rows,
                sha256,
            })
        });
        let finished = exported.and_then(|it| {
            fs::write(
                folder.join(format!("{name}.sha256")),
                format!("{}  {name}\n", it.sha256),
            )
            .map_err(trouble)?;
            fs::write(folder.join("bundle.schema.json"), SCHEMA).map_err(trouble)?;
            fs::rename(&part, &path).map_err(trouble)?;
            Ok(it)
        });
        if finished.is_err() {
            let _ = fs::remove_file(&part);
            if made {
                // Refused by the system when somebody has laid something there.
                let _ = fs::remove_dir(&folder);
            }
        }
        finished
    }

    /// Takes a bundle in, all or nothing; or only tells what it would do.
    ///
    /// # Errors
    /// As [`bundle::import`]; [`Reason::FileTrouble`] at `path`.
    pub(crate) fn import_bundle(
        &mut self,
        input: ImportBundle,
        moment: Moment,
    ) -> Result<BundleReport> {
        let caller = self.caller(moment, Role::Supervisor)?;
        let bytes = bounded(Path::new(&required("path", &input.path)?))?;
        let (doing, work) = (
            if input.dry_run {
                Doing::Trying
            } else {
                Doing::TakingIn
            },
            self.progress().begin(Doing::Trying),
        );
        let mut report = None;
        let done = self.store()?.write(&caller, |write| {
            report = Some(bundle::import_watched(write, &bytes, doing, &work)?);
            // Turned back by an error that nobody sees: nothing is committed.
            if input.dry_run {
                Err(Error::Locked)
            } else {
                Ok(())
            }
        });
        match (report, done) {
            (Some(report), Err(Error::Locked)) if input.dry_run => Ok(report),
            (Some(report), Ok(())) => Ok(report),
            (_, Err(err)) => Err(err),
            (None, Ok(())) => Err(Error::internal("an import without a report")),
        }
    }

    /// Checks file, history and issued papers, and finds everything.
    ///
    /// # Errors
    /// Only those that keep the checks from running.
    pub(crate) fn verify(&mut self, _: Nothing, moment: Moment) -> Result<Verified> {
        let caller = self.caller(moment, Role::Recruiter)?;
        let store = self.store()?;
        let file = store.check()?;
        store.read(&caller, |read| {
            let (history_lines, history_damaged_at) = match history::verify(read) {
                Ok(lines) => (lines, None),
                Err(Error::Invalid {
                    reason: Reason::Damaged { line },
                    ..
                }) => (0, Some(line)),
                Err(err) => return Err(err),
            };
            let (papers, papers_damaged) = papers(read)?;
            let whole =
                file.is_empty() && history_damaged_at.is_none() && papers_damaged.is_empty();
            Ok(Verified {
                whole,
                file,
                history_lines,
                history_damaged_at,
                papers,
                papers_damaged,
                digest: bundle::digest(read)?,
            })
        })
    }
}

fn papers(read: &Read<'_>) -> Result<(u64, Vec<String>)> {
    let mut statement = read
        .conn()
        .prepare("SELECT id, bytes, sha256 FROM issued_paper ORDER BY id")?;
    let mut rows = statement.query([])?;
    let (mut count, mut damaged) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        let (id, bytes, sha256): (String, Vec<u8>, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        count += 1;
        if hex(&Sha256::digest(&bytes)) != sha256 {
            damaged.push(id);
        }
    }
    Ok((count, damaged))
}

fn bounded(path: &Path) -> Result<Vec<u8>> {
    let trouble = |_| Error::invalid("path", Reason::FileTrouble);
    let found = fs::metadata(path).map_err(trouble)?;
    if !found.is_file() {
        return Err(Error::invalid("path", Reason::FileTrouble));
    }
    if found.len() > LARGEST {
        return Err(Error::invalid(
            "path",
            Reason::Malformed {
                detail: "larger than any unit".into(),
            },
        ));
    }
    fs::read(path).map_err(trouble)
}

struct Hashed {
    file: BufWriter<fs::File>,
    hash: Sha256,
}

impl std::io::Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write_all(bytes)?;
        self.hash.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|it| format!("{it:02x}")).collect()
}

fn required(field: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        Err(Error::invalid(field, Reason::Required))
    } else {
        Ok(text.to_owned())
    }
}
