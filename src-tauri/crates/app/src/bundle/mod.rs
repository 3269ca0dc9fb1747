//! Claim bundles: made into a folder, looked at in memory, held against the rules.

mod batch_report;
mod check;
mod exhibit;
mod export;
mod file;
mod find;
mod form;
mod found;
mod gather;
mod ledger;
mod pictures;
mod plan;
mod preview;
mod released;
mod report;
mod sealed;
mod space;
mod split;

pub use check::{AreaView, Check, Checked, FaultView, Verdict};
pub use export::Make;
pub use find::{Find, Found, FoundPage};
pub use form::Form;
pub use plan::{Ask, PlanRow, PlanView};
pub use preview::{Page, PageOf, Preview, PreviewCache, Title};
pub use report::{BundleFile, Failure, PicturePages, PlaceholderPage, Report};
pub use sealed::{PageRow, VersionRow, Versions};
pub use split::{PartFile, Split, SplitReport};

pub(crate) use check::check;
pub(crate) use export::{make, once};
pub(crate) use file::{out_error, render_error};
pub(crate) use find::find;
pub(crate) use form::KIND;
pub(crate) use gather::{Gathered, Originals, with_bundle};
pub(crate) use plan::plan;
pub(crate) use preview::{page, preview};
pub(crate) use sealed::versions;
pub(crate) use split::split;
