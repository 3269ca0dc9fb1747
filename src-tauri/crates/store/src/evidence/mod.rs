//! Evidence: originals as received, what is known of them, and whose they are.

mod add;
mod assign;
mod bytes;
mod get;
mod origin;
mod remove;

pub use add::{Added, NewEvidence, add};
pub use assign::{Description, assign, describe, grade, restrict, set_aside, unassign};
pub use bytes::{bytes, copy};

pub(crate) use bytes::walk;
pub use get::{
    Evidence, State, Which, find, find_by_number, find_by_sha256, get, holders, ids, list, strongest,
    total_size,
};
pub use origin::{Container, Origin};
pub use remove::{Removal, find_removal, removals, remove};

pub(crate) use get::content;
pub(crate) use remove::removal_content;
