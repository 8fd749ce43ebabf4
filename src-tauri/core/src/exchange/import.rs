//! Taking the old spreadsheet's homes into the register: look, mend, take in,
//! take back. Nothing is written before the user accepts, and then all in one.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::child::read_in_child_or_stop;
use super::columns::SheetKind;
use super::homes_sheet::{Edits, HomeFields, Preview, RowDraft, RowKey, apply_edits};
use super::values::answers::SheetAnswer;
use super::workbook::MAX_FILE_BYTES;
use super::{Mapping, SheetError, SheetErrorKind, Workbook, guess, sql};
use crate::accounts::Role;
use crate::blocker::Blocker;
use crate::desk::{Desk, Moment};
use crate::error::{Error, Reason, Result};
use crate::history::Event;
use crate::homes::{self, Care, HomeId, HomeKind, HouseholdRole, Similar, SimilarQuery};
use crate::progress::{Doing, Work};
use crate::store::{Read, Write};

/// The file with the user's changes; without a mapping the guess is used.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetInput {
    /// Where the file lies.
    pub path: String,
    /// What each column is.
    pub mapping: Option<Mapping>,
    /// Mended cells and rows left out.
    #[serde(default)]
    pub edits: Edits,
}

/// What would be taken in.
#[derive(Debug, Serialize, TS)]
pub struct SheetPreview {
    /// The file's name without its folder.
    pub file: String,
    /// What each column is taken for.
    pub mapping: Mapping,
    /// The rows.
    pub preview: Preview,
    /// Rows that seem to be in the register already.
    pub doubles: Vec<Double>,
}

/// A row that seems to be in the register already.
#[derive(Debug, Serialize, TS)]
pub struct Double {
    /// Which row.
    pub key: RowKey,
    /// The homes it resembles.
    pub homes: Vec<Similar>,
}

/// An import that was made.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    /// Key, to take it back with.
    pub id: String,
    /// How many homes.
    pub homes: u32,
}

/// Which import.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRef {
    /// Key.
    pub id: String,
}

/// An import in the list.
#[derive(Debug, Serialize, TS)]
pub struct Import {
    /// Key.
    pub id: String,
    /// The file's name.
    pub file: String,
    /// When, RFC 3339.
    pub at: String,
    /// By whom.
    pub user_name: String,
    /// How many homes.
    pub homes: u32,
    /// When it was taken back.
    pub undone_on: Option<String>,
}

/// A workbook that has been read, so that each change of the mapping does not
/// start a new child process. Forgotten when the desk locks.
pub(crate) struct ReadSheet {
    hash: [u8; 32],
    workbook: Workbook,
}

#[cfg(test)]
impl ReadSheet {
    /// A workbook that the test has read itself.
    pub(super) fn for_test(hash: [u8; 32], workbook: Workbook) -> Self {
        Self { hash, workbook }
    }
}

impl Desk {
    pub(crate) fn sheet_preview(
        &mut self,
        input: SheetInput,
        moment: Moment,
    ) -> Result<SheetPreview> {
        let caller = self.caller(moment, Role::Recruiter)?;
        let work = self.progress().begin(Doing::ReadingSheet);
        let (mapping, preview) = self.looked_at(&input, caller.today, &work)?;
        let doubles = self
            .store()?
            .read(&caller, |read| doubles(read, &preview, &work))?;
        Ok(SheetPreview {
            file: file_name(&input.path),
            mapping,
            preview,
            doubles,
        })
    }

    pub(crate) fn sheet_import(&mut self, input: SheetInput, moment: Moment) -> Result<Imported> {
        let caller = self.caller(moment, Role::Recruiter)?;
        let work = self.progress().begin(Doing::ReadingSheet);
        let (_, preview) = self.looked_at(&input, caller.today, &work)?;
        self.store()?.write(&caller, |write| {
            take_in(write, &file_name(&input.path), &preview, &work)
        })
    }

    fn looked_at(
        &mut self,
        input: &SheetInput,
        today: chrono::NaiveDate,
        work: &Work,
    ) -> Result<(Mapping, Preview)> {
        let bytes = read_file(Path::new(&input.path))?;
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        if self.sheet.as_ref().is_none_or(|it| it.hash != hash) {
            let reader = self.reader()?;
            self.sheet = Some(ReadSheet {
                hash,
                workbook: read_in_child_or_stop(&reader, bytes, work)?,
            });
        }
        let workbook = &self
            .sheet
            .as_ref()
            .ok_or_else(|| Error::internal("a sheet that was just read"))?
            .workbook;
        let mapping = input.mapping.clone().unwrap_or_else(|| guess(workbook));
        let preview = apply_edits(workbook, &mapping, &input.edits, today);
        Ok((mapping, preview))
    }

    /// The program that reads strange files in a process of its own.
    fn reader(&self) -> Result<PathBuf> {
        match &self.reader {
            Some(path) => Ok(path.clone()),
            None => std::env::current_exe()
                .map_err(|_| Error::internal("the program does not know where it lies")),
        }
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>> {
    let trouble = |_| Error::invalid("path", Reason::FileTrouble);
    let size = std::fs::metadata(path).map_err(trouble)?.len();
    // Looked at before it is read: a huge file never comes into memory.
    if size > MAX_FILE_BYTES as u64 {
        return Err(SheetError::from(SheetErrorKind::FileTooLarge {
            limit: u32::try_from(MAX_FILE_BYTES).unwrap_or(u32::MAX),
        })
        .into());
    }
    std::fs::read(path).map_err(trouble)
}

fn file_name(path: &str) -> String {
    Path::new(path)
        .file_name()
        .map(|it| it.to_string_lossy().into_owned())
        .unwrap_or_default()
}

impl From<SheetError> for Error {
    fn from(error: SheetError) -> Self {
        Error::Sheet { error }
    }
}

/// Rows that agree with a home in the register by number, telephone or whole name.
fn doubles(read: &Read<'_>, preview: &Preview, work: &Work) -> Result<Vec<Double>> {
    work.now(Doing::ComparingRows, preview.rows.len())?;
    let mut found = Vec::new();
    for row in &preview.rows {
        work.step()?;
        if row.left_out {
            continue;
        }
        let fields = &row.fields;
        let query = SimilarQuery {
            name: fields.name.clone(),
            phone: fields
                .phones
                .first()
                .map(|it| it.number.clone())
                .unwrap_or_default(),
            personal_number: fields
                .carers
                .iter()
                .find_map(|it| it.personal_number.clone())
                .unwrap_or_default(),
            ..SimilarQuery::default()
        };
        let wanted = crate::people::fold(&fields.name);
        let homes: Vec<Similar> = homes::similar_homes(read, query)?
            .into_iter()
            .filter(|it| {
                it.because.iter().any(|why| why != "name")
                    || crate::people::fold(&it.name) == wanted
            })
            .collect();
        if !homes.is_empty() {
            found.push(Double {
                key: row.key,
                homes,
            });
        }
    }
    Ok(found)
}

fn take_in(write: &Write<'_>, file: &str, preview: &Preview, work: &Work) -> Result<Imported> {
    let rows: Vec<&RowDraft> = preview.rows.iter().filter(|it| !it.left_out).collect();
    let nameless = rows.iter().filter(|it| title(&it.fields).is_none()).count();
    if nameless > 0 {
        let rows = u32::try_from(nameless).unwrap_or(u32::MAX);
        return Err(Error::Blocked {
            blockers: vec![Blocker::RowsWithErrors { rows }],
        });
    }
    if rows.is_empty() {
        return Err(Error::invalid("rows", Reason::Required));
    }
    let id = write.new_id();
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    sql::insert_import(write, &id, file, count)?;
    let mut made = Vec::new();
    work.now(Doing::TakingIn, rows.len())?;
    for row in rows {
        home(write, row, file, &mut made)?;
        work.step()?;
    }
    for (entity, row) in &made {
        sql::note_row(write, &id, entity, row)?;
    }
    let rows = u64::try_from(made.len()).unwrap_or(u64::MAX);
    write.record(&Event::Imported {
        id: id.clone(),
        rows,
    })?;
    Ok(Imported { id, homes: count })
}

/// What the home is called: its own name, or its carers'.
fn title(fields: &HomeFields) -> Option<String> {
    let carers: Vec<&str> = fields
        .carers
        .iter()
        .map(|it| it.name.trim())
        .filter(|it| !it.is_empty())
        .collect();
    [fields.name.trim().to_owned(), carers.join(" och ")]
        .into_iter()
        .find(|it| !it.is_empty())
}

/// One row becomes a home with its people, scope and facts; what has no field
/// stands word for word in the description.
fn home(
    write: &Write<'_>,
    row: &RowDraft,
    file: &str,
    made: &mut Vec<(&'static str, String)>,
) -> Result<()> {
    let fields = &row.fields;
    let name: String = title(fields)
        .unwrap_or_default()
        .chars()
        .take(120)
        .collect();
    let home = homes::create_home(
        write,
        homes::NewHome {
            name,
            kind: Some(kind(fields.kind)),
            locality: fields.locality.clone(),
            phone: fields.phones.first().map(|it| it.number.clone()),
            draft: None,
        },
    )?;
    made.push(("home", home.0.clone()));
    let address = homes::Address {
        street: fields.street.as_deref(),
        postcode: fields.postcode.as_deref(),
        municipality: fields.municipality.as_deref(),
        email: fields.emails.first().map(String::as_str),
    };
    homes::set_address(write, &home, &address, &description(row, file))?;
    for carer in &fields.carers {
        let (given, family) = split_name(&carer.name);
        if given.is_empty() && family.is_empty() && carer.personal_number.is_none() {
            continue;
        }
        let given = if given.is_empty() && family.is_empty() {
            "–".to_owned()
        } else {
            given
        };
        let new = homes::NewPerson {
            home: home.clone(),
            given_name: given,
            family_name: family,
            role: HouseholdRole::Carer,
            personal_number: carer.personal_number.clone(),
        };
        made.push(("person", homes::add_person(write, new)?.0));
    }
    let approved_on = fields
        .approved_on
        .as_ref()
        .map(|it| it.date)
        .filter(|it| *it <= write.today());
    if fields.places.is_some() || approved_on.is_some() {
        let ages = (fields.age_from.map(u32::from), fields.age_to.map(u32::from));
        let (age_from, age_to) = match ages {
            (Some(from), Some(to)) if to < from => (Some(to), Some(from)),
            other => other,
        };
        let scope = homes::NewScope {
            home: home.clone(),
            care: if kind(fields.kind).is_jourhem() {
                Care::Jourhem
            } else {
                Care::Familjehem
            },
            age_from: age_from.map(|it| it.min(20)),
            age_to: age_to.map(|it| it.min(20)),
            places: u32::from(fields.places.unwrap_or(1)).min(20),
            decided_on: approved_on,
            valid_from: approved_on,
            valid_to: None,
        };
        made.push(("scope", homes::add_scope(write, scope)?));
    }
    if let Some(places) = fields.placed_now.filter(|it| *it > 0) {
        let taken = homes::NewTakenPlace {
            home: home.clone(),
            municipality: String::new(),
            places: u32::from(places).min(20),
            from_day: write.today(),
            to_day: None,
        };
        made.push(("taken_place", homes::add_taken_place(write, taken)?));
    }
    facts(write, &home, fields)
}

fn facts(write: &Write<'_>, home: &HomeId, fields: &HomeFields) -> Result<()> {
    let plain = |it: &Option<SheetAnswer>, yes: &str| -> Option<String> {
        let it = it.as_ref()?;
        match (it.yes, &it.text) {
            (Some(false), _) => Some("nej".to_owned()),
            (_, Some(text)) if yes.is_empty() => Some(text.clone()),
            (Some(true), _) if !yes.is_empty() => Some(yes.to_owned()),
            (Some(true), None) => Some("ja".to_owned()),
            _ => None,
        }
    };
    let languages = (!fields.languages.is_empty()).then(|| fields.languages.join(", "));
    for (key, value) in [
        ("rooms", fields.rooms.map(|it| it.to_string())),
        ("pets", plain(&fields.pets, "")),
        (
            "smoking",
            plain(&fields.smoking, "")
                .filter(|it| matches!(it.as_str(), "nej" | "utomhus" | "inomhus")),
        ),
        ("car", plain(&fields.car, "ja")),
        ("languages", languages),
    ] {
        if let Some(value) = value {
            let value: String = value.chars().take(200).collect();
            homes::save_home_fact(
                write,
                homes::SaveHomeFact {
                    home: home.clone(),
                    key: key.into(),
                    value: Some(value),
                    gap: None,
                },
            )?;
        }
    }
    Ok(())
}

/// Notes, and every cell that found no field, with its heading.
fn description(row: &RowDraft, file: &str) -> String {
    let fields = &row.fields;
    let mut lines: Vec<String> = fields.notes.clone();
    let mut add = |label: &str, text: String| lines.push(format!("{label}: {text}"));
    for phone in &fields.phones {
        if let Some(note) = &phone.note {
            add("Telefon", format!("{} ({note})", phone.number));
        }
    }
    for phone in fields.phones.iter().skip(1).filter(|it| it.note.is_none()) {
        add("Telefon", phone.number.clone());
    }
    for email in fields.emails.iter().skip(1) {
        add("E-post", email.clone());
    }
    if let Some(on) = &fields.approved_on {
        // An approval is told, an investigation is not: somebody who has seen
        // the papers enters that (SoL 22:2).
        add("Godkänt enligt listan", on.date.to_string());
    }
    if let Some(on) = &fields.register_checked_on {
        // When is said, but not which registers nor with what result.
        add("Registerkontroll enligt listan", on.date.to_string());
    }
    if let Some(text) = &fields.pause {
        add("Paus enligt listan", text.clone());
    }
    if let Some(places) = fields.placed_now.filter(|it| *it > 0) {
        add("Placerade barn enligt listan", places.to_string());
    }
    if fields.kind == Some(SheetKind::Jourhem) {
        add("Jourhem", "kategori inte angiven i listan".into());
    }
    if let Some(text) = fields.smoking.as_ref().and_then(|it| it.text.clone()) {
        add("Rökning", text);
    }
    for it in &row.leftover {
        let heading = if it.heading.trim().is_empty() {
            "Övrigt"
        } else {
            it.heading.trim()
        };
        add(heading, it.text.clone());
    }
    lines.push(format!("Hämtat ur {file}, rad {}.", row.key.row));
    lines.join("\n")
}

fn kind(kind: Option<SheetKind>) -> HomeKind {
    kind.and_then(SheetKind::home_kind)
        .unwrap_or(if kind == Some(SheetKind::Jourhem) {
            HomeKind::JourhemFritt
        } else {
            HomeKind::Familjehem
        })
}

fn split_name(name: &str) -> (String, String) {
    match name.trim().rsplit_once(' ') {
        Some((given, family)) => (
            given.chars().take(80).collect(),
            family.chars().take(80).collect(),
        ),
        None => (name.trim().chars().take(80).collect(), String::new()),
    }
}

/// Takes a whole import back, unless somebody has worked with its homes since.
///
/// # Errors
/// [`Blocker::ChangedSinceImport`]; `NotFound`; already taken back.
pub fn undo_import(write: &Write<'_>, input: ImportRef) -> Result<()> {
    let homes = sql::homes_of_import(&write.as_read(), &input.id)?;
    if homes.is_empty() {
        return Err(Error::NotFound {
            what: "import".into(),
        });
    }
    let changed = sql::changed_since(&write.as_read(), &input.id)?;
    if changed > 0 {
        return Err(Error::Blocked {
            blockers: vec![Blocker::ChangedSinceImport { rows: changed }],
        });
    }
    let rows = sql::take_back(write, &input.id)?;
    write.record(&Event::ImportUndone { id: input.id, rows })
}

/// Imports, the latest first.
///
/// # Errors
/// Only the file's own.
pub fn imports(read: &Read<'_>, _: crate::api::Nothing) -> Result<Vec<Import>> {
    sql::imports(read)
}
