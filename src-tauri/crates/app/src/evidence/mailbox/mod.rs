//! Whole mailboxes, of which only what bears on the matter is taken.
//!
//! A mailbox holds a life. It is read in a stream; of a message that is not taken, nothing is kept, not even an address:
//! the record says only how many there were.

mod domain;
mod judge;
mod letters;
mod look;
mod scan;
mod source;
mod take;
mod whole;

pub use scan::{Candidate, CandidateKind, Scan, Scanned};
pub use take::{Take, Ticked};
pub use whole::MailboxTaken;

pub(super) use letters::{Hashed, MaildirLetters};
pub(crate) use scan::scan;
pub(super) use source::fingerprint;
pub(crate) use take::take;
pub(super) use whole::{take_archived, take_mailbox};
