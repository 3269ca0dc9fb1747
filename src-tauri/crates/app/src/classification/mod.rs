//! Classification: of one claimant when facts change, of all on request.

mod everyone;
mod explain;
mod group;
mod lanes;
mod one;
mod run;

pub use run::Ran;

pub(crate) use everyone::{each, everyone};
pub(crate) use explain::explain;
pub(crate) use group::{Shared, facts as group_facts};
pub(crate) use lanes::in_order;
pub(crate) use one::{classify_new, graded, refresh, refresh_concerned};
pub(crate) use run::{STEP, keep_everyone, run};
