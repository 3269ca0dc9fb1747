//! The chain of entries, and whether it holds.

use super::{Digest, Entry};
use crate::id::MatterId;

/// An entry with the hash that was stored for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The entry.
    pub entry: Entry,
    /// Its hash as stored.
    pub hash: Digest,
}

/// Something that shows an alteration.
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Fault {
    /// Entries are gone.
    #[error("audit entries {first} to {last} are absent")]
    Absent {
        /// The first one that is not there.
        first: u64,
        /// The last one that is not there.
        last: u64,
    },
    /// An entry, or the hash stored with it, is not what it was.
    #[error("audit entry {0} has been altered")]
    Entry(u64),
    /// The change kept beside an entry is not what it was.
    #[error("the change kept with audit entry {0} has been altered")]
    Change(u64),
    /// The change that belongs to an entry is gone.
    #[error("the change kept with audit entry {0} is absent")]
    ChangeAbsent(u64),
    /// What a subject holds is not what its last entry says.
    #[error("{kind} {id} has been altered outside Joinder")]
    Content {
        /// The kind of thing.
        kind: &'static str,
        /// Which one.
        id: String,
    },
    /// A subject that the audit names is gone.
    #[error("{kind} {id} is absent")]
    Subject {
        /// The kind of thing.
        kind: &'static str,
        /// Which one.
        id: String,
    },
    /// A subject is there that no entry accounts for.
    #[error("{kind} {id} is in no audit entry")]
    Unaccounted {
        /// The kind of thing.
        kind: &'static str,
        /// Which one.
        id: String,
    },
    /// An original's bytes are not what was received.
    #[error("the original of evidence {0} has been altered")]
    Original(String),
    /// A page of the database fails its check.
    #[error("page {0} of the database file is damaged or was altered")]
    Page(u64),
    /// The database's own check fails.
    #[error("the database's structure is damaged")]
    Structure,
}

/// The answer of a verification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything is as the audit says.
    Intact {
        /// Entries in the chain.
        entries: u64,
        /// Hash of the last one; it stands on whatever was exported.
        head: Digest,
    },
    /// Something is not.
    Tampered {
        /// What, in order of finding.
        faults: Vec<Fault>,
    },
    /// There is no entry.
    NothingToCheck,
}

/// A walk along the chain, entry by entry, from its start.
#[derive(Clone, Debug)]
pub struct Chain {
    seq: u64,
    head: Digest,
}

impl Chain {
    /// The chain of a matter before its first entry. The matter's id is its root, so no other matter's entries fit.
    pub fn new(matter: MatterId) -> Self {
        Self { seq: 0, head: Digest::salted(b"joinder audit 1", matter.0.as_bytes()) }
    }

    /// The chain after the entry `seq` with this hash.
    pub fn at(seq: u64, head: Digest) -> Self {
        Self { seq, head }
    }

    /// The number of the last entry; 0 before the first.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The hash of the last entry.
    pub fn head(&self) -> Digest {
        self.head
    }

    /// Adds an entry: gives it its number and returns it with its hash.
    pub fn append(&mut self, mut entry: Entry) -> Link {
        entry.seq = self.seq.saturating_add(1);
        let hash = entry.hash(&self.head);
        (self.seq, self.head) = (entry.seq, hash);
        Link { entry, hash }
    }

    /// Walks over a stored entry, and tells what is wrong with it. The walk goes on from the hash as stored, so
    /// that one alteration is reported once.
    pub fn walk(&mut self, link: &Link) -> Option<Fault> {
        let expected = self.seq.saturating_add(1);
        let fault = if link.entry.seq > expected {
            Some(Fault::Absent { first: expected, last: link.entry.seq.saturating_sub(1) })
        } else if link.entry.seq < expected || link.entry.hash(&self.head) != link.hash {
            Some(Fault::Entry(link.entry.seq))
        } else {
            None
        };
        (self.seq, self.head) = (link.entry.seq, link.hash);
        fault
    }
}
