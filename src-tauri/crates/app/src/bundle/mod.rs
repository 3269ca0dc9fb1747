//! Claim bundles: made into a folder, or looked at in memory.

mod exhibit;
mod export;
mod gather;
mod preview;

pub use export::{BundleFile, Failure, Make, PlaceholderPage, Report};
pub use preview::{Page, PageOf, Preview, PreviewCache, Title};

pub(crate) use export::{make, out_error, render_error};
pub(crate) use preview::{page, preview};
