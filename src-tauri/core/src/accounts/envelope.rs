//! The key file beside the register: each user's sealed copy of the keys.
//!
//! A password becomes a key by Argon2id; that key opens a small box with the
//! file's own random key (and later others, by name). Changing a password
//! seals a hundred bytes again; nothing else is re-encrypted.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, engine::general_purpose::STANDARD};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{RecoveryKey, UserId};
use crate::error::{Error, Reason, Result};

const FORMAT: &str = "hemvist-keys";
const VERSION: u32 = 1;
/// Name of the database's key among a box's keys. `reg` and `skydd` are to come.
const FILE: &str = "file";

/// What guessing a password costs; stored with each box and raised over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// security.md row 1: 256 MiB, three passes, four lanes; about a second.
    pub const STRONG: Cost = Cost {
        memory_kib: 256 * 1024,
        passes: 3,
        lanes: 4,
    };
    /// For tests that make hundreds of units: RFC 9106's least memory.
    pub const TESTS_ONLY: Cost = Cost {
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };
}

/// The database's raw key and explicit salt. Wiped when dropped.
#[derive(Clone)]
pub struct FileKey(Zeroizing<[u8; 48]>);

impl FileKey {
    /// A new random one.
    #[must_use]
    pub fn new() -> Self {
        let mut bytes = Zeroizing::new([0_u8; 48]);
        getrandom::fill(bytes.as_mut()).expect("the operating system gives random bytes");
        Self(bytes)
    }

    /// SQLCipher's form: x'<64 hex digits of key><32 of salt>'.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(99));
        text.push_str("x'");
        for byte in self.0.iter() {
            for nibble in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(nibble), 16).expect("below sixteen"));
            }
        }
        text.push('\'');
        text
    }
}

impl Default for FileKey {
    fn default() -> Self {
        Self::new()
    }
}

/// What a box holds.
#[derive(Clone)]
pub struct Keys {
    /// Whose box it was; nobody's for the recovery key's.
    pub user: Option<UserId>,
    /// Name to type at sign-in; sealed, so that the file tells nobody who works here.
    pub name: String,
    /// The database's key.
    pub file: FileKey,
}

/// The key file's content.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    format: String,
    version: u32,
    unit: String,
    users: Vec<UserBox>,
    recovery: Option<Sealed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UserBox {
    id: UserId,
    cost: Cost,
    salt: String,
    sealed: Sealed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sealed {
    nonce: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Inside {
    name: String,
    keys: BTreeMap<String, String>,
}

impl Envelope {
    /// An empty one for a unit.
    #[must_use]
    pub fn new(unit: &str) -> Self {
        Self {
            format: FORMAT.into(),
            version: VERSION,
            unit: unit.into(),
            users: Vec::new(),
            recovery: None,
        }
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// [`Reason::KeyFileMissing`], [`Reason::NotAUnit`], [`Reason::FromTheFuture`].
    pub fn load(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).map_err(|_| Error::invalid("path", Reason::KeyFileMissing))?;
        let this: Self =
            serde_json::from_slice(&bytes).map_err(|_| Error::invalid("path", Reason::NotAUnit))?;
        if this.format != FORMAT {
            return Err(Error::invalid("path", Reason::NotAUnit));
        }
        if this.version > VERSION {
            return Err(Error::invalid("path", Reason::FromTheFuture));
        }
        Ok(this)
    }

    /// Writes the key file: a new file first, then renamed over the old one,
    /// so that a power cut leaves the one or the other whole.
    ///
    /// # Errors
    /// [`Reason::FileTrouble`].
    pub fn save(&self, path: &Path) -> Result<()> {
        let trouble = |_| Error::invalid("path", Reason::FileTrouble);
        let bytes = serde_json::to_vec_pretty(self)?;
        let fresh = crate::store::beside(path, "new");
        let mut file = fs::File::create(&fresh).map_err(trouble)?;
        file.write_all(&bytes).map_err(trouble)?;
        file.sync_all().map_err(trouble)?;
        drop(file);
        fs::rename(&fresh, path).map_err(trouble)?;
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
            // Makes the rename durable where folders can be opened (not on Windows).
            if let Ok(folder) = fs::File::open(folder) {
                let _ = folder.sync_all();
            }
        }
        Ok(())
    }

    /// Seals the keys for one user under a password, replacing an older box.
    ///
    /// # Errors
    /// Our own only.
    pub fn seal(&mut self, keys: &Keys, password: &str, cost: Cost) -> Result<()> {
        let user = keys
            .user
            .clone()
            .ok_or_else(|| Error::internal("a user's box without a user"))?;
        let mut salt = [0_u8; 16];
        getrandom::fill(&mut salt).expect("the operating system gives random bytes");
        let kek = stretch(password, &salt, cost)?;
        let sealed = seal(&kek, &self.about(user.as_str()), keys)?;
        self.users.retain(|it| it.id != user);
        self.users.push(UserBox {
            id: user,
            cost,
            salt: STANDARD.encode(salt),
            sealed,
        });
        Ok(())
    }

    /// Seals the keys under the recovery key.
    ///
    /// # Errors
    /// Our own only.
    pub fn seal_for_recovery(&mut self, keys: &Keys, recovery: &RecoveryKey) -> Result<()> {
        self.recovery = Some(seal(
            &recovery.sealing_key(),
            &self.about("recovery"),
            keys,
        )?);
        Ok(())
    }

    /// Opens the box that name and password fit.
    ///
    /// Names are sealed, so boxes are tried in turn; a unit has a handful.
    ///
    /// # Errors
    /// [`Reason::WrongPassword`], the same whatever was wrong.
    pub fn open(&self, name: &str, password: &str) -> Result<Keys> {
        for it in &self.users {
            let Ok(salt) = STANDARD.decode(&it.salt) else {
                continue;
            };
            let kek = stretch(password, &salt, it.cost)?;
            if let Some(keys) = unseal(&kek, &self.about(it.id.as_str()), &it.sealed)
                && crate::people::fold(keys.name.trim()) == crate::people::fold(name.trim())
            {
                return Ok(Keys {
                    user: Some(it.id.clone()),
                    ..keys
                });
            }
        }
        Err(Error::invalid("password", Reason::WrongPassword))
    }

    /// Opens the only user's box, without knowing the name.
    ///
    /// # Errors
    /// [`Reason::Required`] at `name` when there are several users (names are
    /// sealed, so nobody can be suggested), [`Reason::WrongPassword`].
    pub fn open_only(&self, password: &str) -> Result<Keys> {
        let [it] = self.users.as_slice() else {
            return Err(Error::invalid("name", Reason::Required));
        };
        let wrong = || Error::invalid("password", Reason::WrongPassword);
        let salt = STANDARD.decode(&it.salt).map_err(|_| wrong())?;
        let kek = stretch(password, &salt, it.cost)?;
        let keys = unseal(&kek, &self.about(it.id.as_str()), &it.sealed).ok_or_else(wrong)?;
        Ok(Keys {
            user: Some(it.id.clone()),
            ..keys
        })
    }

    /// Opens the box of the printed recovery key.
    ///
    /// # Errors
    /// [`Reason::WrongRecoveryKey`].
    pub fn open_with_recovery_key(&self, recovery: &RecoveryKey) -> Result<Keys> {
        self.recovery
            .as_ref()
            .and_then(|it| unseal(&recovery.sealing_key(), &self.about("recovery"), it))
            .ok_or_else(|| Error::invalid("recovery_key", Reason::WrongRecoveryKey))
    }

    /// The weakest cost among the boxes, to be raised at the next sign-in.
    #[must_use]
    pub fn cost_of(&self, user: &UserId) -> Option<Cost> {
        self.users
            .iter()
            .find(|it| it.id == *user)
            .map(|it| it.cost)
    }

    /// What a box is bound to: moved to another unit or user it does not open.
    fn about(&self, whose: &str) -> String {
        format!("{FORMAT}|{VERSION}|{}|{whose}", self.unit)
    }
}

fn stretch(password: &str, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; 32]>> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .map_err(|err| Error::internal(format_args!("argon2: {err}")))?;
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, key.as_mut())
        .map_err(|err| Error::internal(format_args!("argon2: {err}")))?;
    Ok(key)
}

fn seal(key: &[u8; 32], about: &str, keys: &Keys) -> Result<Sealed> {
    let inside = Inside {
        name: keys.name.clone(),
        keys: BTreeMap::from([(FILE.to_owned(), STANDARD.encode(keys.file.0.as_ref()))]),
    };
    let plain = Zeroizing::new(serde_json::to_vec(&inside)?);
    let mut nonce = [0_u8; 24];
    getrandom::fill(&mut nonce).expect("the operating system gives random bytes");
    let cipher = XChaCha20Poly1305::new(key.into());
    let text = cipher
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: &plain,
                aad: about.as_bytes(),
            },
        )
        .map_err(|_| Error::internal("sealing failed"))?;
    Ok(Sealed {
        nonce: STANDARD.encode(nonce),
        text: STANDARD.encode(text),
    })
}

fn unseal(key: &[u8; 32], about: &str, sealed: &Sealed) -> Option<Keys> {
    let nonce: [u8; 24] = STANDARD.decode(&sealed.nonce).ok()?.try_into().ok()?;
    let text = STANDARD.decode(&sealed.text).ok()?;
    let cipher = XChaCha20Poly1305::new(key.into());
    let plain = Zeroizing::new(
        cipher
            .decrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: &text,
                    aad: about.as_bytes(),
                },
            )
            .ok()?,
    );
    let inside: Inside = serde_json::from_slice(&plain).ok()?;
    let bytes = Zeroizing::new(STANDARD.decode(inside.keys.get(FILE)?).ok()?);
    let mut file = Zeroizing::new([0_u8; 48]);
    if bytes.len() != file.len() {
        return None;
    }
    file.copy_from_slice(&bytes);
    Some(Keys {
        user: None,
        name: inside.name,
        file: FileKey(file),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(name: &str) -> Keys {
        Keys {
            user: Some(UserId(format!("id-{}", name.len()))),
            name: name.into(),
            file: FileKey::new(),
        }
    }

    #[test]
    fn a_box_opens_with_its_own_name_and_password_only() {
        let keys = keys("Åsa Prov");
        let mut envelope = Envelope::new("unit");
        envelope
            .seal(&keys, "en lång och bra mening", Cost::TESTS_ONLY)
            .unwrap();
        assert_eq!(
            *envelope
                .open("åsa prov ", "en lång och bra mening")
                .unwrap()
                .file
                .0,
            *keys.file.0
        );
        assert!(
            envelope
                .open("Åsa Prov", "en lång och dålig mening")
                .is_err()
        );
        assert!(
            envelope
                .open("Örjan Prov", "en lång och bra mening")
                .is_err()
        );
    }

    #[test]
    fn the_only_user_need_not_say_who_they_are() {
        let keys = keys("A");
        let mut envelope = Envelope::new("unit");
        envelope
            .seal(&keys, "en lång och bra mening", Cost::TESTS_ONLY)
            .unwrap();
        assert_eq!(
            envelope.open_only("en lång och bra mening").unwrap().name,
            "A"
        );
        assert!(envelope.open_only("en lång och dålig mening").is_err());
        let other = Keys {
            user: Some(UserId("other".into())),
            name: "B".into(),
            file: FileKey::new(),
        };
        envelope
            .seal(&other, "en annan bra mening", Cost::TESTS_ONLY)
            .unwrap();
        assert!(
            envelope.open_only("en lång och bra mening").is_err(),
            "two users: who?"
        );
    }

    #[test]
    fn a_box_moved_to_another_unit_does_not_open() {
        let mut envelope = Envelope::new("unit");
        envelope
            .seal(&keys("A"), "en lång och bra mening", Cost::TESTS_ONLY)
            .unwrap();
        envelope.unit = "other".into();
        assert!(envelope.open("A", "en lång och bra mening").is_err());
    }

    #[test]
    fn the_recovery_key_opens_what_a_forgotten_password_cannot() {
        let keys = keys("A");
        let recovery = RecoveryKey::new();
        let mut envelope = Envelope::new("unit");
        envelope.seal_for_recovery(&keys, &recovery).unwrap();
        assert_eq!(
            *envelope.open_with_recovery_key(&recovery).unwrap().file.0,
            *keys.file.0
        );
        assert!(
            envelope
                .open_with_recovery_key(&RecoveryKey::new())
                .is_err()
        );
    }

    #[test]
    fn neither_names_nor_keys_stand_in_the_key_file() {
        let mut envelope = Envelope::new("unit");
        envelope
            .seal(
                &keys("Kanariefågel"),
                "en lång och bra mening",
                Cost::TESTS_ONLY,
            )
            .unwrap();
        let text = serde_json::to_string(&envelope).unwrap();
        assert!(!text.contains("Kanarie"), "the name is sealed");
    }

    #[test]
    fn argon2id_gives_the_known_answer() {
        // RFC 9106 uses secret and associated data, which the plain call lacks;
        // this vector is the reference implementation's own test (phc-winner-argon2,
        // test.c: argon2id v=19 t=2 m=2^16 p=1 "password" "somesalt").
        let params = Cost {
            memory_kib: 65536,
            passes: 2,
            lanes: 1,
        };
        let key = stretch("password", b"somesalt", params).unwrap();
        let hex: String = key.iter().map(|it| format!("{it:02x}")).collect();
        assert_eq!(
            hex,
            "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
        );
    }
}
