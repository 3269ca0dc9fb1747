//! The form of small files that go out in clear and signed: JSON with a format, a version, the signed text and its signature.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::key::ExchangeKey;

const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    payload: String,
    signature: String,
}

/// What is looked at first, whatever else the file holds.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// What a kind of such file is called, and what is said when one is not as it should be.
pub(crate) struct Form {
    pub(crate) format: &'static str,
    /// What is signed begins with this: the format and its version.
    pub(crate) kind: &'static str,
    pub(crate) most: u64,
    pub(crate) foreign: Error,
    pub(crate) altered: Error,
}

impl Form {
    /// Writes what `payload` says, signed with `key`.
    pub(crate) fn write(
        &self,
        payload: &impl Serialize,
        key: &ExchangeKey,
        target: &mut impl Write,
    ) -> Result<()> {
        let payload = serde_json::to_string(payload).map_err(|_| Error::Malformed)?;
        let signature = key.sign(self.kind, &payload);
        let file = File { format: self.format.to_owned(), version: VERSION, payload, signature };
        let text = serde_json::to_string_pretty(&file).map_err(|_| Error::Malformed)?;
        target.write_all(text.as_bytes())?;
        Ok(target.write_all(b"\n")?)
    }

    /// The text that was signed, and its signature, which is still to be checked.
    pub(crate) fn read(&self, source: impl Read) -> Result<(String, String)> {
        let mut bytes = Vec::new();
        source.take(self.most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > self.most {
            return Err(Error::TooLarge { limit: self.most });
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| self.foreign)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let head: Head = serde_json::from_str(text).map_err(|_| self.foreign)?;
        if head.format != self.format {
            return Err(self.foreign);
        }
        if head.version > VERSION {
            return Err(Error::Newer { found: head.version, known: VERSION });
        }
        let file: File = serde_json::from_str(text).map_err(|_| self.altered)?;
        Ok((file.payload, file.signature))
    }
}
