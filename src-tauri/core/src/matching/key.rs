//! A short name out of a list kept as data: a kind of need, a register.
//!
//! Matching compares a child's few needs with every answer of every home.
//! A key carries its hash, so that an answer to another question is passed
//! over without following a pointer; equal hashes are still compared in full,
//! unless both keys came from one [`Keys`].

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A key such as `adhd` or `belastningsregistret`. Cheap to clone.
///
/// Invariant: `hash` is the FNV-1a hash of `text`.
#[derive(Clone, Deserialize, Serialize, TS)]
#[serde(from = "String", into = "String")]
#[ts(type = "string")]
pub struct Key {
    hash: u64,
    text: Arc<str>,
}

impl Key {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn bit(&self) -> u64 {
        1 << (self.hash >> 58)
    }
}

/// The published FNV-1a constants; any hash that is the same everywhere would do.
fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self {
            hash: fnv1a(text),
            text: text.into(),
        }
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.text.as_ref().to_owned()
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && (Arc::ptr_eq(&self.text, &other.text) || self.text == other.text)
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

/// Few keys, checked against by many.
pub(super) struct KeySet {
    keys: Vec<Key>,
    /// One bit per key, by its hash: most strangers are turned away here.
    bits: u64,
}

impl KeySet {
    pub(super) fn new(keys: Vec<Key>) -> Self {
        let bits = keys.iter().fold(0, |bits, key| bits | key.bit());
        Self { keys, bits }
    }

    pub(super) fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Place of the key in the set.
    pub(super) fn position(&self, key: &Key) -> Option<usize> {
        if self.bits & key.bit() == 0 {
            return None;
        }
        self.keys.iter().position(|it| it == key)
    }
}

/// Hands out the same key for the same text: a reader of many answers makes
/// its keys here, and comparing them never has to look at the text.
#[derive(Default)]
pub struct Keys(HashMap<String, Key>);

impl Keys {
    /// The key for a text.
    pub fn key(&mut self, text: &str) -> Key {
        if let Some(key) = self.0.get(text) {
            return key.clone();
        }
        let key = Key::from(text);
        self.0.insert(text.to_owned(), key.clone());
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // Test vectors from the FNV reference: "" and "foobar".
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn a_key_is_plain_text_outside() {
        let key: Key = serde_json::from_str("\"adhd\"").unwrap();
        assert_eq!(key, Key::from("adhd"));
        assert_ne!(key, Key::from("ADHD"));
        assert_eq!(serde_json::to_string(&key).unwrap(), "\"adhd\"");
    }

    #[test]
    fn a_set_knows_its_own_keys_whoever_made_them() {
        let mut keys = Keys::default();
        let set = KeySet::new(["adhd", "skola", "katt"].map(|it| keys.key(it)).into());
        assert_eq!(set.position(&keys.key("skola")), Some(1));
        assert_eq!(set.position(&Key::from("katt")), Some(2));
        for stranger in ["", "hund", "Adhd", "skol"] {
            assert_eq!(set.position(&keys.key(stranger)), None, "{stranger}");
        }
    }
}
