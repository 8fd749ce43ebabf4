//! Every stored schema opens; a newer one is refused; a broken upgrade changes nothing.
//!
//! The file's key is taken out of the key file by a reader of our own, written from the
//! description in security.md 3.1 and not from the program: two that agree.

use std::fs;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hemvist_core::store::SCHEMA_VERSION;
use hemvist_tests::{PASSWORD, USER, Unit, root};
use rusqlite::Connection;
use serde_json::{Value, json};

/// The database's key and salt in SQLCipher's form, out of the only user's box.
fn key(unit: &Path) -> String {
    let keys = unit.with_extension("hemvist.keys");
    let keys: Value = serde_json::from_slice(&fs::read(keys).expect("a key file")).expect("JSON");
    let its = &keys["users"][0];
    let bytes = |it: &Value| STANDARD.decode(it.as_str().expect("text")).expect("base64");
    let number =
        |name: &str| u32::try_from(its["cost"][name].as_u64().expect("a number")).expect("small");
    let cost = Params::new(
        number("memory_kib"),
        number("passes"),
        number("lanes"),
        Some(32),
    );
    let mut stretched = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.expect("a cost"))
        .hash_password_into(PASSWORD.as_bytes(), &bytes(&its["salt"]), &mut stretched)
        .expect("a stretched password");
    let about = format!(
        "{}|{}|{}|{}",
        keys["format"].as_str().expect("text"),
        keys["version"],
        keys["unit"].as_str().expect("text"),
        its["id"].as_str().expect("text")
    );
    let nonce: [u8; 24] = bytes(&its["sealed"]["nonce"]).try_into().expect("24 bytes");
    let text = bytes(&its["sealed"]["text"]);
    let opened = XChaCha20Poly1305::new(&stretched.into())
        .decrypt(
            &XNonce::from(nonce),
            Payload {
                msg: &text,
                aad: about.as_bytes(),
            },
        )
        .expect("the box opens");
    let inside: Value = serde_json::from_slice(&opened).expect("JSON");
    assert_eq!(inside["name"], USER);
    let raw = bytes(&inside["keys"]["file"]);
    assert_eq!(raw.len(), 48, "32 of key and 16 of salt");
    let hex: String = raw.iter().map(|it| format!("{it:02x}")).collect();
    format!("x'{hex}'")
}

/// The register by SQLCipher alone, without the program.
fn raw(unit: &Path) -> Connection {
    let conn = Connection::open(unit).expect("a file");
    conn.pragma_update(None, "key", key(unit)).expect("a key");
    conn.create_collation("sv", |a, b| a.cmp(b))
        .expect("a collation");
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })
    .expect("the key fits");
    conn
}

fn version(unit: &Path) -> i64 {
    raw(unit)
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("a version")
}

fn set_version(unit: &Path, version: i64) {
    raw(unit)
        .pragma_update(None, "user_version", version)
        .expect("set");
}

/// The schema's number and path of every stored database.
fn stored() -> Vec<(usize, PathBuf)> {
    let files = fs::read_dir(root().join("tests/databases")).expect("the stored databases");
    let mut all: Vec<(usize, PathBuf)> = files
        .map(|it| it.expect("a file").path())
        .filter(|it| it.extension().is_some_and(|it| it == "hemvist"))
        .map(|it| {
            let name = it
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let number = name.strip_prefix("schema-").and_then(|it| it.parse().ok());
            (number.expect("schema-N.hemvist"), it)
        })
        .collect();
    all.sort();
    all
}

/// A copy of a unit that may be changed; the stored one never is.
fn copy(unit: &Path, folder: &Path) -> PathBuf {
    let path = folder.join("unit.hemvist");
    fs::copy(unit, &path).expect("a copy");
    fs::copy(
        unit.with_extension("hemvist.keys"),
        path.with_extension("hemvist.keys"),
    )
    .expect("a copy");
    path
}

fn sign_in(desk: &mut Unit, path: &Path) -> Result<Value, hemvist_core::Error> {
    desk.call("open_unit", json!({ "path": path }))?;
    desk.call("sign_in", json!({ "name": USER, "password": PASSWORD }))
}

#[test]
fn every_stored_schema_opens_verifies_and_answers() {
    let all = stored();
    assert!(!all.is_empty(), "tests/databases holds no database");
    for (number, unit) in all {
        assert!(
            number <= SCHEMA_VERSION,
            "schema {number} is from the future"
        );
        assert_eq!(
            version(&unit),
            i64::try_from(number).expect("small"),
            "as its name says"
        );
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = copy(&unit, folder.path());
        let mut desk = Unit::on("2026-11-24");
        sign_in(&mut desk, &path).unwrap_or_else(|e| panic!("schema {number}: {e}"));
        assert_eq!(
            desk.ask("verify", json!({}))["whole"],
            true,
            "schema {number}"
        );
        let list = desk.ask("home_list", json!({ "free_only": true }));
        assert_eq!(
            list["rows"][0]["name"], "Rönnbär",
            "schema {number}: {list}"
        );
        assert_eq!(list["rows"][0]["free"], 2);
        let card = desk.ask("home_card", json!({ "id": list["rows"][0]["id"] }));
        assert_eq!(card["description"], "Bor vid ån.");
        assert_eq!(
            desk.ask("recruitment_board", json!({}))["rows"][0]["name"],
            "Familjen Ask"
        );
        assert_eq!(
            desk.ask("paper_list", json!({}))[0]["child_name"],
            "Lo Provbarn"
        );
        assert_eq!(
            desk.ask("drafts", json!({ "prefix": "new_" }))[0]["text"],
            "Familjen B"
        );
        desk.ask("create_home", json!({ "name": "Nytt hem" }));
        desk.ask("lock", json!({}));
        assert_eq!(
            version(&path),
            i64::try_from(SCHEMA_VERSION).expect("small"),
            "brought up to date"
        );
        let kept = folder
            .path()
            .join(format!("unit.hemvist.schema-{number}.copy"));
        assert_eq!(
            kept.exists(),
            number < SCHEMA_VERSION,
            "a copy was laid beside before the upgrade"
        );
    }
}

#[test]
fn a_file_from_the_future_is_refused_and_left_as_it_was() {
    let mut unit = Unit::on("2026-11-23");
    unit.ask("create_home", json!({ "name": "Familjen Gran" }));
    unit.ask("lock", json!({}));
    let future = i64::try_from(SCHEMA_VERSION).expect("small") + 1;
    set_version(&unit.path(), future);
    let before = fs::read(unit.path()).expect("the register");
    let refused = unit.refused("sign_in", json!({ "name": USER, "password": PASSWORD }));
    assert_eq!(
        refused,
        json!({ "kind": "invalid", "field": "path", "reason": { "code": "from_the_future" } })
    );
    assert_eq!(unit.refused("home_list", json!({}))["kind"], "locked");
    assert_eq!(version(&unit.path()), future);
    assert!(
        fs::read(unit.path()).expect("the register") == before,
        "not a byte has changed"
    );
    set_version(&unit.path(), future - 1);
    unit.ask("sign_in", json!({ "name": USER, "password": PASSWORD }));
    assert_eq!(unit.ask("home_list", json!({}))["total"], 1);

    let keys = unit.path().with_extension("hemvist.keys");
    let text = fs::read_to_string(&keys).expect("the keys");
    fs::write(&keys, text.replace("\"version\": 1", "\"version\": 2")).expect("our own file");
    unit.ask("lock", json!({}));
    let refused = unit.refused("sign_in", json!({ "name": USER, "password": PASSWORD }));
    assert_eq!(
        refused["reason"]["code"], "from_the_future",
        "newer keys: {refused}"
    );
}

#[test]
fn a_broken_upgrade_leaves_every_row_where_it_was() {
    let mut unit = Unit::on("2026-11-23");
    unit.ask("create_home", json!({ "name": "Familjen Gran" }));
    unit.ask("lock", json!({}));
    // The last migration cannot run: what it makes is there already.
    let latest = i64::try_from(SCHEMA_VERSION).expect("small");
    set_version(&unit.path(), latest - 1);
    let refused = unit.refused("sign_in", json!({ "name": USER, "password": PASSWORD }));
    assert_eq!(refused["kind"], "internal", "{refused}");
    assert!(
        refused.get("detail").is_none(),
        "only a reference is told: {refused}"
    );
    assert_eq!(version(&unit.path()), latest - 1, "still the old schema");
    let kept = unit
        .folder()
        .join(format!("unit.hemvist.schema-{}.copy", latest - 1));
    assert!(kept.is_file(), "the copy lies beside");
    set_version(&unit.path(), latest);
    unit.ask("sign_in", json!({ "name": USER, "password": PASSWORD }));
    let verified = unit.ask("verify", json!({}));
    assert_eq!(verified["whole"], true);
    assert_eq!(
        unit.ask("home_list", json!({}))["rows"][0]["name"],
        "Familjen Gran"
    );
}
