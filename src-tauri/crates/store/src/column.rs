//! How ids, times, digests and documents lie in columns.

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use joinder_domain::audit::canonical;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::error::{Error, Result};

/// A time as it is stored: whole milliseconds.
pub(crate) fn milliseconds(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// A stored time.
pub(crate) fn timestamp(milliseconds: i64) -> Timestamp {
    // Whatever a damaged row holds, a time that no calendar has must not stop the rest from being read.
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A stored digest.
pub(crate) fn digest(bytes: [u8; 32]) -> Digest {
    Digest(bytes)
}

/// A stored id.
pub(crate) fn id(bytes: [u8; 16]) -> Uuid {
    Uuid::from_bytes(bytes)
}

/// A value as a document.
pub(crate) fn document(value: &impl Serialize) -> Result<String> {
    let value = serde_json::to_value(value).map_err(|_| Error::Unreadable("document"))?;
    Ok(canonical(&value))
}

/// The value in a document.
pub(crate) fn read<T: DeserializeOwned>(what: &'static str, document: &str) -> Result<T> {
    serde_json::from_str(document).map_err(|_| Error::Unreadable(what))
}
