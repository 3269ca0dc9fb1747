//! Where the bytes of exhibits come from.

use joinder_domain::bundle::TextLayer;
use std::sync::Arc;

/// Gives the original bytes of an evidence item.
pub trait Sources {
    /// The bytes whose lower-case hexadecimal SHA-256 is `sha256`.
    ///
    /// # Errors
    ///
    /// Bytes that are absent or cannot be read; the exhibit then becomes a placeholder page.
    fn bytes(&self, sha256: &str) -> Result<Arc<Vec<u8>>, SourceError>;

    /// Whether [`Self::bytes`] has held the bytes against their hash, so that nobody needs to do it again.
    fn is_checked(&self) -> bool {
        false
    }

    /// The words that a program read in an original, by the lower-case hexadecimal SHA-256 of the layer; `None` leaves
    /// its pages as pictures.
    fn layer(&self, _sha256: &str) -> Option<Arc<TextLayer>> {
        None
    }

    /// The bytes of a picture inside a message; both are named by their lower-case hexadecimal SHA-256.
    ///
    /// # Errors
    ///
    /// As for [`Sources::bytes`]; the page then says in words that there is a picture.
    fn inside(&self, _within: &str, _sha256: &str) -> Result<Arc<Vec<u8>>, SourceError> {
        Err(SourceError::Absent)
    }

    /// Whether to go on; it is asked between exhibits, and before a file is written.
    fn go_on(&self) -> bool {
        true
    }
}

/// An original cannot be fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// Nothing is kept under this hash.
    #[error("the original is not in the matter")]
    Absent,
    /// It is kept, but reading failed.
    #[error("the original cannot be read: {0}")]
    Unreadable(String),
}

/// Originals held in memory, by SHA-256.
impl Sources for std::collections::BTreeMap<String, Arc<Vec<u8>>> {
    fn bytes(&self, sha256: &str) -> Result<Arc<Vec<u8>>, SourceError> {
        self.get(sha256).map(Arc::clone).ok_or(SourceError::Absent)
    }

    fn inside(&self, _: &str, sha256: &str) -> Result<Arc<Vec<u8>>, SourceError> {
        self.bytes(sha256)
    }
}
