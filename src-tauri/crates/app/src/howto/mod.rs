//! How a claimant gets the original of an email out of a mailbox: short guides, in the window and on paper.

mod figure;
mod guide;
mod paper;
mod svg;
mod view;

pub use paper::{Write, Written};
pub use view::{For, Ref, Row, StepView, View};

pub(crate) use paper::write;
pub(crate) use view::{get, list};
