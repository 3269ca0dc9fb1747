//! Claimants from a spreadsheet.

mod column;
mod file;
mod report;
mod row;
mod run;
mod value;

pub use report::{ColumnView, Report, RowProblem};
pub use run::{Check, Import};

pub(crate) use run::{check, claimants};
