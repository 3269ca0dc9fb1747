//! Possible duplicates: found, explained, and left to a person to decide.

mod column;
mod file;
mod given;
mod words;

pub use given::{ColumnView, Given, Matches, PairView};
pub use words::{Looks, ReasonView};

pub(crate) use given::given;
