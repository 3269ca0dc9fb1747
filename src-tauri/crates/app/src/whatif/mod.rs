//! What-if: another rule set, or another day of the incident, over everyone, without changing anything.

mod candidate;
mod export;
mod labels;
mod moves;
mod places;
mod run;
mod tally;

pub use candidate::Rules;
pub use export::{Export, Exported};
pub use moves::{Row, Rows, Which};
pub use places::Place;
pub use run::{Run, WhatIf};
pub use tally::{MoveCount, MoveView, RuleView};

pub(crate) use candidate::{Candidate, with_rules};
pub(crate) use export::export;
pub(crate) use moves::{ids, rows};
pub(crate) use run::run;
pub(crate) use tally::Tried;
