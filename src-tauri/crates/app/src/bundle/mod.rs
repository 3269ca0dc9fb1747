//! Claim bundles: made into a folder, looked at in memory, held against the rules.

mod check;
mod exhibit;
mod export;
mod gather;
mod plan;
mod preview;
mod released;
mod split;

pub use check::{AreaView, Check, Checked, FaultView, Verdict};
pub use export::{BundleFile, Failure, Form, Make, PlaceholderPage, Report};
pub use plan::{Ask, PlanRow, PlanView};
pub use preview::{Page, PageOf, Preview, PreviewCache, Title};
pub use split::{PartFile, Split, SplitReport};

pub(crate) use check::check;
pub(crate) use export::{KIND, make, out_error, render_error};
pub(crate) use gather::{Gathered, Originals, with_bundle};
pub(crate) use plan::plan;
pub(crate) use preview::{page, preview};
pub(crate) use split::split;
