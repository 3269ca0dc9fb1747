//! What the whole group shows: who was told and who was not, which list fits, how long data was kept, what was never
//! answered, what people lost.
//!
//! A [`Group`] holds each claimant as a few small facts; everything else is counted from it. Nothing here decides
//! anything about a person, and every number can name the claimants behind it.

mod bits;
mod group;
mod loss;
mod person;
mod provider;
mod retention;
mod silence;
mod spread;
pub mod statistic;
mod table;
mod which_list;
mod withhold;

/// The fields of a record that a [`Group`] counts by.
pub const FIELDS: &[&str] = &[
    "aftermath.requests",
    "aftermath.erasure_asked_before",
    "consequence.descriptors",
    "consequence.no_distress",
    "contact.emails",
    "contact.nation_at_incident",
    "episodes.kind",
    "episodes.start",
    "episodes.end",
    "episodes.ending",
    "episodes.union",
    "losses",
    "time_spent",
];

pub use group::{Group, Told};
pub use loss::{DescriptorCount, HeadTotal, Losses, losses};
pub use person::{Attribute, Leaving, Person, Place, Position};
pub use provider::provider;
pub use retention::{Retention, retention};
pub use silence::{KindOfRequest, Silence, Waiting, silence};
pub use spread::Spread;
pub use table::{Row, Table, TableKind, by_notice, by_told};
pub use which_list::{ALPHA, Counts, Explained, Join, Part, Rule, Separation, Test, WhichList, which_list};
pub use withhold::{Network, Withheld, losses_shown, margins, table_shown};
