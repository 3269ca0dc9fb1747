//! Claimants: the list, one record, and changes to it.

mod export;
mod history;
mod list;
mod query;
mod ranges;
mod record;
mod save;

pub use export::{Column, Export, Exported};
pub use history::{FieldChange, HistoryEntry};
pub use list::{Count, Numbers, Row};
pub use query::{Filter, On, Page, Query, Sort};
pub use record::{Completeness, Record};
pub use save::{Added, Check, Edit, Edited};

pub(crate) use export::export;
pub(crate) use history::{called, history, label, said, what};
pub(crate) use list::{counts, names, rows, state_of};
pub(crate) use query::{ME, how_many, ids, page};
pub(crate) use ranges::ranges;
pub(crate) use record::get;
pub(crate) use save::{accepted, add, check, edit, in_words, problems, replace};

use serde::{Deserialize, Serialize};

/// A claimant's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClaimantRef"))]
pub struct Number {
    /// The number, from 1.
    pub number: u32,
}
