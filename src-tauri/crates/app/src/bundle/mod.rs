//! Claim bundles: made into a folder, or looked at in memory.

mod exhibit;
mod export;
mod gather;
mod plan;
mod preview;
mod released;

pub use export::{BundleFile, Failure, Form, Make, PlaceholderPage, Report};
pub use plan::{Ask, PlanRow, PlanView};
pub use preview::{Page, PageOf, Preview, PreviewCache, Title};

pub(crate) use export::{KIND, make, out_error, render_error};
pub(crate) use gather::{Gathered, Originals, with_bundle};
pub(crate) use plan::plan;
pub(crate) use preview::{page, preview};
