//! Who did what, to what, when: entries chained by hashes, so that a later alteration shows.
//!
//! An entry holds ids, counts and digests, never a claimant's data. What an edit changed is a [`Change`], kept
//! beside the chain: the entry carries its salted digest, so that content can be erased while the chain still verifies.

mod canonical;
mod chain;
mod change;
mod digest;
mod entry;

pub use canonical::canonical;
pub use chain::{Chain, Fault, Link, Verdict};
pub use change::{Change, Pair};
pub use digest::Digest;
pub use entry::{Actor, Entry, Subject, SubjectKind};

#[cfg(test)]
mod tests;
