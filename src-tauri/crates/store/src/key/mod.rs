//! The key of the database, and how it is wrapped for each person.

mod passphrase;
mod recovery;
mod wrap;

pub use passphrase::{Passphrase, WorkFactor};
pub use recovery::RecoveryKey;

pub(crate) use wrap::{Holder, recover, unwrap, wrap, wrap_for_recovery};

use std::fmt::Write as _;

use zeroize::Zeroizing;

use crate::error::{Error, Result};

/// The random 256-bit key of a matter's database.
#[derive(Clone)]
pub(crate) struct MatterKey(Zeroizing<[u8; 32]>);

impl MatterKey {
    pub(crate) fn random() -> Result<Self> {
        let mut key = Zeroizing::new([0; 32]);
        fill(key.as_mut())?;
        Ok(Self(key))
    }

    /// The key as SQLCipher takes a raw one: `x'…'`, with which it derives nothing from a passphrase.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in self.0.iter() {
            write!(text, "{byte:02x}").ok();
        }
        text.push('\'');
        text
    }
}

/// Random bytes of the operating system.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|_| Error::Io(std::io::ErrorKind::Other))
}
