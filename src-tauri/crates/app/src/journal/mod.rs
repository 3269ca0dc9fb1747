//! Notes, tasks and correspondence beside a claimant's record.

mod view;
mod write;

pub use view::{EntryView, ReplyView};
pub use write::{Added, Edit, Edited, New, Remove};

pub(crate) use view::{due, list, replies};
pub(crate) use write::{add, edit, letter_sent, remove};
