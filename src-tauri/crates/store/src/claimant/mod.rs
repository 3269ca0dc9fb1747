//! Claimants: a document each, and what lists and searches need of it.

mod change;
mod email;
mod filter;
mod find;
mod fold;
mod hide;
mod history;
mod insert;
mod list;
mod lookup;
mod narrow;
mod query;
mod record;
mod removal;
mod segment;
mod share;
mod walk;

pub use change::{changes, update, update_because};
pub use email::EmailKeys;
pub use find::{how_many, ids, page, page_plan, plan};
pub use fold::fold;
pub use history::{HistoryEntry, earlier, history};
pub use insert::{Arrivals, Imported, Inserted, NewClaimant, Preview, Sharing, insert, insert_many};
pub use list::{Count, Row, Summary, all_counts, counts, missing_counts, rows, total};
pub use query::{Axis, Filter, Overridden, Query, Sort};
pub use record::{
    after, after_all, document, exists, find_by_email, find_by_id, find_by_reference, first_two_at,
    first_two_saying, get, sharing_an_address, sharing_words,
};
pub use removal::take_back;

pub(crate) use hide::{hide, show};
pub(crate) use lookup::{
    Index, LOOKUP_VERSION, Lookup, are_current as lookups_are_current, renew as renew_lookups,
};
pub(crate) use record::{content, text as record_text};
pub(crate) use removal::{removal_contents, removed};

use jiff::Timestamp;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber};

/// A claimant as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// The number.
    pub number: ClaimantNumber,
    /// The id.
    pub id: ClaimantId,
    /// Counts the changes, from 1.
    pub version: u32,
    /// When the record was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// The facts.
    pub claimant: Claimant,
}
