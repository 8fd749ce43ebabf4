//! The made-up unit as a file, made once and kept beside the program, and an empty one.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use hemvist_core::Desk;
use hemvist_core::accounts::{Cost, Envelope};
use hemvist_core::store::{Caller, SCHEMA_VERSION, Store};
use serde_json::{Value, json};

use super::{Outcome, TODAY, moment};
use crate::PASSWORD;
use crate::synthetic::{self, Size};

/// A unit on disk, and an empty one in the same folder.
pub struct Made {
    /// Where both lie.
    pub folder: PathBuf,
    /// The large one.
    pub path: PathBuf,
    /// The one with nothing in it.
    pub empty: PathBuf,
    /// Its size.
    pub size: Size,
    /// The seed of everything.
    pub seed: u64,
    /// How it came to be, in a sentence.
    pub told: String,
}

impl Made {
    /// The unit of this size, made now unless it lies there or shall be made anew.
    pub fn unit(size: Size, seed: u64, fresh: bool) -> Outcome<Self> {
        let program = std::env::current_exe()?;
        let folder = program.with_file_name("bench-units");
        fs::create_dir_all(&folder)?;
        let name = format!(
            "{}-{}-{}-{seed}-schema{SCHEMA_VERSION}.hemvist",
            size.homes, size.answers, size.history
        );
        let path = folder.join(name);
        let empty = folder.join("empty.hemvist");
        let finished = path.with_extension("finished");
        let told = if finished.exists() && !fresh {
            "It lay there since an earlier run.".to_owned()
        } else {
            remove(&path)?;
            let start = Instant::now();
            make(&path, size, seed)?;
            fs::write(&finished, "")?;
            format!(
                "Made through the bundle in {:.0} s.",
                start.elapsed().as_secs_f64()
            )
        };
        remove(&empty)?;
        let mut desk = Desk::new(Cost::TESTS_ONLY);
        desk.call("create_unit", json!({ "path": empty, "municipality": "Björkvik", "committee": "Socialnämnden", "user_name": "Prov Provsson", "password": PASSWORD }), moment(0))?;
        let bytes = fs::metadata(&path)?.len();
        let told = format!("{told} The file is {} MB.", bytes / 1_000_000);
        Ok(Self {
            folder,
            path,
            empty,
            size,
            seed,
            told,
        })
    }
}

fn make(path: &Path, size: Size, seed: u64) -> Outcome<()> {
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    desk.call(
        "create_practice",
        json!({ "path": path, "password": PASSWORD }),
        moment(0),
    )?;
    let bundle = path.with_extension("jsonl");
    let mut out = BufWriter::new(fs::File::create(&bundle)?);
    synthetic::write(&mut out, seed, size, TODAY)?;
    out.flush()?;
    desk.call("import_bundle", json!({ "path": bundle }), moment(1))?;
    desk.call("lock", json!({}), moment(2))?;
    fs::remove_file(bundle)?;
    Ok(())
}

/// A unit's file and what lies beside it.
fn remove(path: &Path) -> Outcome<()> {
    let mut beside: Vec<PathBuf> = Vec::new();
    for ending in ["", ".keys", ".lock", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        beside.push(name.into());
    }
    for it in beside {
        if it.exists() {
            fs::remove_file(it)?;
        }
    }
    Ok(())
}

/// A desk where somebody works with this unit.
pub fn desk(path: &Path) -> Outcome<Desk> {
    let mut desk = Desk::new(Cost::TESTS_ONLY);
    desk.call("open_unit", json!({ "path": path }), moment(0))?;
    desk.call("sign_in_alone", json!({ "password": PASSWORD }), moment(1))?;
    Ok(desk)
}

/// The file itself, past the door: for what is compared inside one connection.
pub fn store(path: &Path) -> Outcome<(Store, Caller)> {
    let mut keys = path.as_os_str().to_owned();
    keys.push(".keys");
    let keys = Envelope::load(Path::new(&keys))?.open_only(PASSWORD)?;
    let caller = Caller {
        user: keys.user.clone().ok_or("a box without a user")?,
        name: keys.name.clone(),
        role: hemvist_core::accounts::Role::Supervisor,
        today: TODAY,
        at: moment(2).at,
    };
    Ok((Store::open(path, &keys.file)?, caller))
}

/// The homes of the list's first page.
pub fn first_homes(desk: &mut Desk) -> Outcome<Vec<Value>> {
    let list = desk.call("home_list", json!({ "limit": 200 }), moment(3))?;
    Ok(list["rows"].as_array().cloned().unwrap_or_default())
}
