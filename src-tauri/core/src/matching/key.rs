//! A short name out of a list kept as data: a kind of need, a register.
//!
//! Matching compares a child's few needs with every answer of every home.
//! A key carries its hash, so that an answer to another question is passed
//! over without following a pointer; equal hashes are still compared in full.

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
        self.hash == other.hash && self.text == other.text
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
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
}
