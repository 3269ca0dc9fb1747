//! What all copies of the notice in the matter show together.

mod diff;
mod export;
mod gather;
mod known;
mod paper;
mod view;

pub use diff::{DiffOf, DiffView};
pub use export::{Export, Exported, Format};
pub use view::{CanonicalView, DifferenceView, Outlier, TimeView, View};

pub(crate) use diff::diff;
pub(crate) use export::export;
pub(crate) use known::{Known, refresh, run};
pub(crate) use view::get;
