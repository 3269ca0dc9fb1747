//! What people say beside an answer: with reason, author and date, never in its place.

mod say;
mod view;

pub use say::{Confirm, Set, Withdraw};
pub use view::{Short, Signed, View};

pub(crate) use say::{confirm, set, withdraw};
pub(crate) use view::{short, views};
