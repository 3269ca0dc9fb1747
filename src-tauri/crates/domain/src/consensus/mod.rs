//! What all copies of the notice show together: one canonical notice, and how each copy compares with it.
//!
//! Copies from different people corroborate one another (`evidence.md` 5.1 and 5.2). What counts is independence, never the
//! number of files: a forgery that is copied five hundred times is one message. Whoever differs is shown to a person in
//! neutral words; nothing here decides.

mod canonical;
mod compare;
mod copy;
mod diff;
mod family;
mod independent;
mod survey;
mod word;

pub use canonical::{Canonical, Shared};
pub use copy::{Copy, CopySignature};
pub use diff::{DiffRow, DiffSpan, SideBySide, side_by_side};
pub use survey::{
    Against, Compared, Consensus, Counts, Difference, DifferenceKind, ProviderCount, TimeCount, survey,
};
