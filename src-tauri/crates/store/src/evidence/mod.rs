//! Evidence: originals as received, what is known of them, and whose they are.

mod add;
mod assign;
mod bytes;
mod get;

pub use add::{Added, NewEvidence, add};
pub use assign::{Description, assign, describe, grade, set_aside, unassign};
pub use bytes::{bytes, copy};

pub(crate) use bytes::walk;
pub use get::{Evidence, State, Which, find_by_sha256, get, ids, list};

pub(crate) use get::content;
