//! The one way in: data, audit entries and the list of changes, together or not at all.

use std::ops::Deref;

use jiff::Timestamp;
use joinder_domain::audit::{Actor, Chain, Change as FieldChange, Digest, Entry, Subject};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::noun::Noun;
use rusqlite::Connection;
use serde_json::Value;

use crate::audit;
use crate::column::{milliseconds, timestamp};
use crate::error::{Error, Result};

/// What is being done, for the audit: a noun, a dot, a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Op(pub &'static str);

/// What a reader should load again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// The kind of thing.
    pub noun: Noun,
    /// The claimant whom it concerns; `None` when many changed.
    pub claimant: Option<ClaimantNumber>,
}

/// A committed write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied<T> {
    /// What the work returned.
    pub output: T,
    /// What to load again, each once.
    pub changes: Vec<Change>,
    /// How many audit entries were written.
    pub entries: u64,
    /// Hash of the chain's last entry.
    pub head: Digest,
}

/// A consistent view of the matter.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
}

/// A transaction that writes. Reading through it sees what it has written.
pub struct Write<'a> {
    reader: Reader<'a>,
    op: Op,
    actor: Actor,
    now: Timestamp,
    chain: Chain,
    changes: Vec<Change>,
    entries: u64,
    written: u64,
}

// Past this many, one change without a number says the same and is cheaper to act on.
const CHANGES_MOST: usize = 64;

impl<'a> Write<'a> {
    pub(crate) fn begin(conn: &'a Connection, op: Op, actor: &Actor, now: Timestamp) -> Result<Self> {
        let reader = Reader { conn };
        let chain = audit::chain(&reader)?;
        let now = timestamp(milliseconds(now));
        let written = conn.total_changes();
        Ok(Self { reader, op, actor: actor.clone(), now, chain, changes: Vec::new(), entries: 0, written })
    }

    /// The moment of the write, to the millisecond.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// What is being done.
    pub(crate) fn op(&self) -> Op {
        self.op
    }

    /// Who writes.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The number of the next audit entry.
    pub(crate) fn next_seq(&self) -> u64 {
        self.chain.seq().saturating_add(1)
    }

    /// Records something that changes no content: an export, a bundle, a copy that leaves the machine.
    ///
    /// # Errors
    /// Those of the database.
    pub fn note(&mut self, subject: Subject, claimant: Option<ClaimantNumber>, detail: Value) -> Result<()> {
        self.append(Entered { subject, claimant, detail, change: None, content: None })
    }

    /// Records what happened to a subject.
    pub(crate) fn append(&mut self, entered: Entered<'_>) -> Result<()> {
        let Entered { subject, claimant, detail, change, content } = entered;
        let mut salt = [0; 16];
        if change.is_some() {
            crate::key::fill(&mut salt)?;
        }
        let link = self.chain.append(Entry {
            seq: 0,
            at: self.now,
            actor: self.actor.clone(),
            op: self.op.0.to_owned(),
            subject,
            claimant,
            detail,
            change: change.map(|change| change.digest(&salt)),
            content,
        });
        audit::store(self, &link)?;
        if let Some(change) = change {
            audit::store_change(self, link.entry.seq, salt, change)?;
        }
        self.entries = self.entries.saturating_add(1);
        Ok(())
    }

    /// Adds to the list of what changed.
    pub(crate) fn touch(&mut self, noun: Noun, claimant: Option<ClaimantNumber>) {
        let (change, all) = (Change { noun, claimant }, Change { noun, claimant: None });
        if self.changes.contains(&change) || self.changes.contains(&all) {
            return;
        }
        if claimant.is_none() || self.changes.len() >= CHANGES_MOST {
            self.changes.retain(|known| known.noun != noun);
            self.changes.push(all);
        } else {
            self.changes.push(change);
        }
    }

    pub(crate) fn finish<T>(self, output: T) -> Result<Applied<T>> {
        if self.entries == 0 && self.conn.total_changes() != self.written {
            return Err(Error::Unaudited);
        }
        Ok(Applied { output, changes: self.changes, entries: self.entries, head: self.chain.head() })
    }
}

impl<'a> Deref for Write<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

/// What an audit entry says beside who and when.
pub(crate) struct Entered<'a> {
    pub(crate) subject: Subject,
    pub(crate) claimant: Option<ClaimantNumber>,
    pub(crate) detail: Value,
    pub(crate) change: Option<&'a FieldChange>,
    pub(crate) content: Option<Digest>,
}
