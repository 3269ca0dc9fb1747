//! What the whole group shows: lists that were planted are found, chance is not, and small numbers stay hidden.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod counts;
mod crowd;
mod hidden;
mod lists;
mod waiting;
