//! What a person types.

use std::fmt;

use age::secrecy::SecretString;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::{Error, Result};

const LEAST: usize = 12;

/// A passphrase that a person chose; wiped from memory when it is dropped.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase to protect a key with.
    ///
    /// # Errors
    /// [`Error::WeakPassphrase`] when it has fewer than 12 characters.
    pub fn new(text: &str) -> Result<Self> {
        if text.chars().count() < LEAST {
            return Err(Error::WeakPassphrase { least: LEAST });
        }
        Ok(Self::typed(text))
    }

    /// A passphrase as typed to unlock something: whatever it is, it may be right.
    ///
    /// It is brought to Unicode form C (RFC 8265, OpaqueString), since keyboards differ in how they compose letters.
    pub fn typed(text: &str) -> Self {
        let mut composed = Zeroizing::new(String::with_capacity(text.len().saturating_mul(2)));
        composed.extend(text.nfc());
        Self(composed)
    }

    pub(crate) fn secret(&self) -> SecretString {
        SecretString::from(self.0.as_str().to_owned())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// How much work unlocking costs: scrypt with N = 2 to this power (RFC 7914), r = 8 and p = 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkFactor(pub(crate) u8);

impl WorkFactor {
    /// For matters: as much work as keeps unlocking below a second on a slow machine.
    pub const STANDARD: Self = Self(16);
    /// Almost none: for tests and for keys that are random themselves.
    pub const QUICK: Self = Self(4);
    /// More than this is refused: a crafted key file must not keep the machine busy.
    pub(crate) const MOST: u8 = 20;
}

impl Default for WorkFactor {
    fn default() -> Self {
        Self::STANDARD
    }
}
