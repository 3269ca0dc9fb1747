//! The audit: entries as stored, their list, and the verification of the whole matter.

mod list;
mod store;
mod verify;

pub use list::{Listed, claimants_since, last, last_change, list, of_claimant, others_since};
pub use verify::{Progress, verify};

pub(crate) use store::{chain, hash_at, store, store_change};
