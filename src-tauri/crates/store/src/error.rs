//! What can go wrong, in words that say what to do. No error holds personal data.

use std::io;

use rusqlite::ErrorCode;

/// A refusal or failure of the store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The passphrase does not open this person's key.
    #[error("that passphrase is not right; check the keyboard and try again, or use the recovery key")]
    WrongPassphrase,
    /// The recovery key does not open this matter.
    #[error("that recovery key is not right; copy it again from where it was written down")]
    WrongRecoveryKey,
    /// A passphrase that is too easy to guess.
    #[error("that passphrase is too short; use at least {least} characters")]
    WeakPassphrase {
        /// Characters that it must have.
        least: usize,
    },
    /// No present person has that sign-in name.
    #[error("nobody with that sign-in name can open this matter; choose one from the list")]
    NoSuchPerson,
    /// The sign-in name is in use.
    #[error("that sign-in name is taken; choose another one")]
    PersonExists,
    /// Without this person nobody could run the matter.
    #[error("this is the last person who can run the matter; add another coordinator first")]
    LastPerson,
    /// The sign-in name has characters that it must not have.
    #[error(
        "a sign-in name has 2 to 32 lower-case letters, digits, dots or hyphens and begins with a letter"
    )]
    BadSignIn,
    /// Another process holds the matter.
    #[error("this matter is open in another window or program; close it there first")]
    OpenElsewhere,
    /// The matter was made by a newer program.
    #[error("this matter has schema {found} and this program knows {supported}; install the newest Joinder")]
    NewerMatter {
        /// Schema of the matter.
        found: u32,
        /// Newest schema that this program knows.
        supported: u32,
    },
    /// The matter was made by a program whose schema has the same number and another content.
    #[error(
        "step {number} of this matter's schema is not the one that this program knows; use the Joinder that made it"
    )]
    OtherSchema {
        /// The migration that differs.
        number: u32,
    },
    /// Stored bytes fail their check. Nothing was changed or deleted.
    #[error("the {what} is damaged and was left as it is; copy the folder, then restore the newest backup")]
    Damaged {
        /// Which part: "database", "key file" and the like.
        what: &'static str,
    },
    /// Whoever asked for it stopped the work.
    #[error("stopped; nothing was changed")]
    Stopped,
    /// There is no room.
    #[error("the disk is full; nothing that was saved is lost: free some space and do the last step again")]
    DiskFull,
    /// The place cannot be written.
    #[error("the folder cannot be written; ask for the right to write there, or copy the matter elsewhere")]
    ReadOnly,
    /// The folder is gone while it is open: moved, deleted, or on a stick that was pulled out.
    #[error("the folder is no longer where it was; put it back, or plug the disk in again, then try again")]
    Gone,
    /// The folder holds no matter.
    #[error("there is no matter in that folder; choose the folder that contains matter.db")]
    NotAMatter,
    /// Making the matter was interrupted.
    #[error("the making of this matter was interrupted; make it again in the same folder")]
    Unfinished,
    /// A new matter needs a folder of its own.
    #[error("that folder is not empty; choose a new or empty one")]
    FolderNotEmpty,
    /// Somebody saved the record in the meantime.
    #[error("the record is at version {found} and the change was made to version {expected}; load it again")]
    Conflict {
        /// The version that is stored.
        found: u32,
        /// The version that was edited.
        expected: u32,
    },
    /// Another claimant has the reference.
    #[error("another claimant has that external reference; give each one a reference of its own")]
    ReferenceTaken,
    /// No claimant has that number.
    #[error("there is no claimant with that number; load the list again")]
    NoSuchClaimant,
    /// No evidence has that id.
    #[error("there is no such evidence; load the list again")]
    NoSuchEvidence,
    /// An item that belongs to somebody, or may, is not removed.
    #[error("this evidence is in use; set it aside with a reason first")]
    EvidenceInUse,
    /// No look through a mailbox has that number.
    #[error("there is no such look through a mailbox; look through it again")]
    NoSuchMailboxScan,
    /// No packet has that number.
    #[error("there is no packet with that number; load the list again")]
    NoSuchPacket,
    /// Somebody decided about the packet in the meantime.
    #[error("this packet was decided already; load the list again")]
    PacketDecided,
    /// Sealed bytes are not those that came in.
    #[error("the sealed file is no longer the one that came in; do not rely on it and verify the audit")]
    AlteredPacket,
    /// No such pair or merge.
    #[error("there is no such pair of records, or it was decided already; load the list again")]
    NoSuchMatch,
    /// No such note, task or correspondence.
    #[error("there is no such entry, or it was taken away; load the record again")]
    NoSuchEntry,
    /// The record went into another one.
    #[error("this record is part of another one; work on that one, or undo the merge first")]
    MergedAlready,
    /// The record that would go into another one holds a place on the register.
    #[error(
        "the record that would go into the other is on the register; keep that record, or end its place first"
    )]
    OnRegister,
    /// What was filed with a court is kept.
    #[error(
        "this claimant stands on the register; end the place and ask an authorised person what has to be kept"
    )]
    RegisterKeeps,
    /// A hold keeps the record.
    #[error("a hold keeps this record; end the hold first, with a reason")]
    Held,
    /// No hold has that number, or it has ended.
    #[error("there is no such hold, or it has ended; load the list again")]
    NoSuchHold,
    /// An original does not match its fingerprint.
    #[error("the stored original no longer matches its fingerprint; do not rely on it and verify the audit")]
    AlteredEvidence,
    /// A rule of the database was broken: a fault of the program.
    #[error("the database refused the change ({0}); nothing was saved")]
    Constraint(String),
    /// Data was written without an audit entry: a fault of the program.
    #[error("the change has no audit entry and was not saved")]
    Unaudited,
    /// A stored document cannot be read by this program.
    #[error("a stored {0} cannot be read by this program; use the Joinder that wrote it")]
    Unreadable(&'static str),
    /// The system could not read or write a file.
    #[error("the matter could not be read or written ({0}); check the disk and try again")]
    Io(io::ErrorKind),
    /// The database could not do it.
    #[error("the matter could not be read or written (SQLite {0}); check the disk and try again")]
    Database(i32),
}

impl Error {
    /// A stable short name; what people read is found under it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongPassphrase => "wrong-passphrase",
            Self::WrongRecoveryKey => "wrong-recovery-key",
            Self::WeakPassphrase { .. } => "weak-passphrase",
            Self::NoSuchPerson => "no-such-person",
            Self::PersonExists => "person-exists",
            Self::LastPerson => "last-person",
            Self::BadSignIn => "bad-sign-in",
            Self::OpenElsewhere => "open-elsewhere",
            Self::NewerMatter { .. } | Self::OtherSchema { .. } | Self::Unreadable(_) => "newer-matter",
            Self::Damaged { .. } => "damaged",
            Self::Stopped => "cancelled",
            Self::DiskFull => "disk-full",
            Self::ReadOnly => "read-only",
            Self::Gone => "folder-gone",
            Self::NotAMatter | Self::Unfinished => "not-a-matter",
            Self::FolderNotEmpty => "folder-not-empty",
            Self::Conflict { .. } => "conflict",
            Self::ReferenceTaken => "reference-taken",
            Self::NoSuchClaimant => "no-such-claimant",
            Self::NoSuchEvidence => "no-such-evidence",
            Self::EvidenceInUse => "evidence-in-use",
            Self::NoSuchMailboxScan => "no-such-mailbox-scan",
            Self::NoSuchPacket => "no-such-packet",
            Self::PacketDecided => "packet-decided",
            Self::AlteredPacket => "altered-packet",
            Self::NoSuchMatch => "no-such-match",
            Self::NoSuchEntry => "no-such-entry",
            Self::MergedAlready => "merged-already",
            Self::OnRegister => "on-register",
            Self::RegisterKeeps => "register-keeps",
            Self::Held => "on-hold",
            Self::NoSuchHold => "no-such-hold",
            Self::AlteredEvidence => "altered-evidence",
            Self::Constraint(_) | Self::Unaudited => "internal",
            Self::Io(_) | Self::Database(_) => "store",
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = error else {
            // What remains is a query that does not fit its table.
            return Self::Database(rusqlite::ffi::SQLITE_MISMATCH);
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            // The index of the log has no room: on a full disk not even reading begins.
            ErrorCode::SystemIoFailure if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => {
                Self::DiskFull
            }
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged { what: "database" },
            // The message names tables and columns, or is a trigger's own: never a value.
            ErrorCode::ConstraintViolation => Self::Constraint(message.unwrap_or_default()),
            _ => Self::Database(failure.extended_code),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            kind => Self::Io(kind),
        }
    }
}

/// The result of an operation of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;
