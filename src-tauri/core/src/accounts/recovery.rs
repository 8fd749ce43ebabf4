//! The printed recovery key: 32 random bytes written as an age identity.
//!
//! The same text opens backups with the ordinary `age` program one day; its
//! checksum tells a typing error from a wrong key.

use bech32::{Bech32, Hrp};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::{Error, Reason, Result};

/// What age puts before its identities.
const PREFIX: &str = "age-secret-key-";

/// A recovery key in memory; wiped when dropped.
pub struct RecoveryKey(Zeroizing<[u8; 32]>);

impl RecoveryKey {
    /// A new random one.
    #[must_use]
    pub fn new() -> Self {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        getrandom::fill(bytes.as_mut()).expect("the operating system gives random bytes");
        Self(bytes)
    }

    /// As it is printed: capital letters, in groups of four for the eye.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let hrp = Hrp::parse(PREFIX).expect("a valid prefix");
        let text = bech32::encode::<Bech32>(hrp, self.0.as_ref())
            .expect("32 bytes fit")
            .to_uppercase();
        let letters: Vec<char> = text.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|it| it.iter().collect()).collect();
        Zeroizing::new(groups.join(" "))
    }

    /// Reads it back, however it was spaced and in whatever case.
    ///
    /// # Errors
    /// [`Reason::WrongRecoveryKey`] when the checksum does not agree.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::invalid("recovery_key", Reason::WrongRecoveryKey);
        let compact: Zeroizing<String> = Zeroizing::new(
            text.chars()
                .filter(|it| !it.is_whitespace())
                .flat_map(char::to_lowercase)
                .collect(),
        );
        let (hrp, bytes) = bech32::decode(&compact).map_err(|_| wrong())?;
        let bytes = Zeroizing::new(bytes);
        if hrp.to_lowercase() != PREFIX || bytes.len() != 32 {
            return Err(wrong());
        }
        let mut key = Zeroizing::new([0_u8; 32]);
        key.copy_from_slice(&bytes);
        Ok(Self(key))
    }

    /// The key that seals the envelope. 256 random bits need no slow hash.
    pub(super) fn sealing_key(&self) -> Zeroizing<[u8; 32]> {
        let mut hash = Sha256::new();
        hash.update(b"hemvist recovery envelope 1");
        hash.update(self.0.as_ref());
        Zeroizing::new(hash.finalize().into())
    }
}

impl Default for RecoveryKey {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_key_reads_back_in_any_dress() {
        let key = RecoveryKey::new();
        let printed = key.printed();
        assert!(
            printed.starts_with("AGE- SECR ET-K EY-1"),
            "grouped in fours: {}",
            &printed[..19]
        );
        let undressed = printed.replace(' ', "").to_lowercase();
        assert_eq!(*RecoveryKey::parse(&undressed).unwrap().0, *key.0);
    }

    #[test]
    fn an_identity_written_by_age_itself_is_understood() {
        // The example identity in age's own specification and test kit.
        let known = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
        assert!(RecoveryKey::parse(known).is_ok());
    }

    #[test]
    fn a_mistyped_key_is_told_from_a_right_one() {
        let printed = RecoveryKey::new()
            .printed()
            .replace('Q', "P")
            .replace('Z', "X");
        let flipped: String = printed.chars().rev().collect();
        assert!(RecoveryKey::parse(&flipped).is_err());
        assert!(RecoveryKey::parse("").is_err());
    }
}
