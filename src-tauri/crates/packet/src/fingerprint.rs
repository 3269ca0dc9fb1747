//! A firm's keys as words, for two people to compare on the telephone.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::key::PublicKeys;
use crate::word::WORDS;

/// How many words are shown: 80 bits, far beyond what anybody can find a second pair of keys for.
const SHOWN: usize = 10;

/// Ten words that stand for a firm's two public keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint([&'static str; SHOWN]);

impl Fingerprint {
    /// The words for these keys: the first bytes of a SHA-256 over both, one word for each.
    pub fn of(keys: &PublicKeys) -> Self {
        let digest = Sha256::new()
            .chain_update(b"joinder fingerprint 1\n")
            .chain_update(keys.recipient.to_string())
            .chain_update(b"\n")
            .chain_update(keys.verifying.as_bytes())
            .finalize();
        let mut words = [""; SHOWN];
        for (word, byte) in words.iter_mut().zip(digest) {
            *word = WORDS.get(usize::from(byte)).copied().unwrap_or_default();
        }
        Self(words)
    }

    /// The words, in order.
    pub fn words(&self) -> &[&'static str] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}
