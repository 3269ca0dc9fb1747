//! Claimants from a spreadsheet: looked at, asked about, corrected, and then taken in as one change that can be undone.

mod ahead;
mod column;
mod doubt;
mod fault;
mod like;
mod list;
mod plan;
mod reading;
mod report;
mod row;
mod run;
mod sheet;
mod undo;
mod value;
mod view;

pub use doubt::{Answer, Doubt, Example, Kind, Way, WayView};
pub use fault::{Faults, FaultsWritten};
pub use list::{BatchView, Which};
pub use plan::{Chosen, Correction, Key, Plan, RowTaken, Take};
pub use report::{ColumnView, Report, RowChange, RowMatch, RowProblem};
pub use run::Import;
pub use undo::ImportUndone;
pub use view::{HeadingView, SheetOf, SheetView};

pub(crate) use fault::write as write_faults;
pub(crate) use list::{get, list};
pub(crate) use run::{check, claimants};
pub(crate) use sheet::delimiter;
pub(crate) use undo::{remove, take_back, undo};
pub(crate) use view::read;
