//! What can be wrong with a file that travels. No error holds what the file says.

use std::io;

/// A refusal of a file that came in, or a failure to write one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The file is no invitation.
    #[error("this is not an invitation")]
    NotAnInvitation,
    /// The invitation's signature does not fit its content.
    #[error("this invitation was altered, or damaged on its way")]
    AlteredInvitation,
    /// The file is no sealed file of Joinder's, as far as can be seen.
    #[error("this is not a sealed file")]
    NotSealed,
    /// The file was sealed for another key, or its first bytes were altered.
    #[error("this file was sealed for another key")]
    OtherKey,
    /// The file holds something else than was expected, such as a request where a packet should be.
    #[error("this sealed file is of another kind")]
    OtherKind,
    /// A newer program made the file.
    #[error("this file has version {found} of its format, and this program knows {known}")]
    Newer {
        /// The version of the file.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// Bytes were altered since the file was sealed.
    #[error("this file was altered since it was sealed")]
    Altered,
    /// The file ends too early.
    #[error("this file is not whole")]
    Truncated,
    /// The file is larger than any that Joinder makes.
    #[error("this file is larger than {limit} bytes")]
    TooLarge {
        /// Bytes that it may have.
        limit: u64,
    },
    /// What the file says of itself is not in the form of this version.
    #[error("what this file says of itself cannot be read")]
    Malformed,
    /// A file inside is not the one that was announced.
    #[error("file {at} inside is not the one that was announced")]
    FileDiffers {
        /// Its place, from 0.
        at: usize,
    },
    /// The signature of a request does not fit its content or is not the firm's.
    #[error("this request was not signed by the firm that sent the invitation")]
    NotSigned,
    /// The file is no key of a colleague.
    #[error("this is not a key")]
    NotAKey,
    /// The signature of a colleague's key does not fit its content.
    #[error("this key was altered, or damaged on its way")]
    AlteredKey,
    /// The signature of a packet from a colleague does not fit its content.
    #[error("this packet was not signed by the colleague whom it names")]
    TransferNotSigned,
    /// A key cannot be read.
    #[error("a key cannot be read")]
    BadKey,
    /// Reading or writing failed.
    #[error("reading or writing failed ({0})")]
    Io(io::ErrorKind),
}

impl Error {
    /// A stable short name; what people read is found under it.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAnInvitation => "not-an-invitation",
            Self::AlteredInvitation => "invitation-altered",
            Self::NotSealed => "not-sealed",
            Self::OtherKey => "sealed-for-other-key",
            Self::OtherKind => "sealed-other-kind",
            Self::Newer { .. } => "sealed-newer",
            Self::Altered => "sealed-altered",
            Self::Truncated => "sealed-truncated",
            Self::TooLarge { .. } => "sealed-too-large",
            Self::Malformed => "sealed-malformed",
            Self::FileDiffers { .. } => "sealed-file-differs",
            Self::NotSigned => "request-not-signed",
            Self::NotAKey => "not-a-key",
            Self::AlteredKey => "key-altered",
            Self::TransferNotSigned => "transfer-not-signed",
            Self::BadKey => "internal",
            Self::Io(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => "disk-full",
            Self::Io(_) => "sealed-io",
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Io(error.kind())
    }
}

/// The result of reading or writing a file that travels.
pub type Result<T, E = Error> = std::result::Result<T, E>;
