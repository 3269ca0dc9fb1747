//! The head of a sealed file that says who wrote it: a text, and its signature.

use ed25519_dalek::VerifyingKey;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::key::{ExchangeKey, signed};
use crate::manifest::FileEntry;

/// A signed text, in the place where a claimant's packet has its manifest.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    payload: String,
    signature: String,
    /// The files that follow, where a form names them beside what was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) files: Option<Vec<FileEntry>>,
}

impl Head {
    /// What `payload` says, signed with `key` as this kind of thing, as bytes.
    pub(crate) fn signed(
        payload: &impl Serialize,
        kind: &str,
        key: &ExchangeKey,
        files: Option<Vec<FileEntry>>,
    ) -> Result<Vec<u8>> {
        let payload = serde_json::to_string(payload).map_err(|_| Error::Malformed)?;
        let signature = key.sign(kind, &payload);
        serde_json::to_vec(&Self { payload, signature, files }).map_err(|_| Error::Malformed)
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        serde_json::from_slice(bytes).map_err(|_| Error::Malformed)
    }

    /// What was signed, whoever signed it.
    pub(crate) fn payload<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.payload).map_err(|_| Error::Malformed)
    }

    /// Whether the signature is that of `key`.
    pub(crate) fn is_of(&self, key: &VerifyingKey, kind: &str) -> bool {
        signed(key, kind, &self.payload, &self.signature)
    }
}
