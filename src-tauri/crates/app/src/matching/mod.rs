//! Possible duplicates: found, explained, and left to a person to decide; and searches for conflicts of interest.

mod column;
mod conflict;
mod file;
mod given;
mod keep;
mod like;
mod merge;
mod pair;
mod words;

pub use conflict::{Found as ConflictFound, Searched as ConflictSearch};
pub use given::{ColumnView, Given, Matches, PairView};
pub use keep::Searched;
pub use merge::{Merge, MergeRow, Merged, Unmerge};
pub use pair::{Decide, DifferenceView, List, Of, Row, Sides};
pub use words::{Looks, ReasonView};

pub(crate) use conflict::{list as conflict_searches, search as conflict_search};
pub(crate) use given::given;
pub(crate) use keep::{THRESHOLD, look, look_and_refresh, search_all};
pub(crate) use like::{Against, Alike, alike};
pub(crate) use merge::{after_merge, list as merges, merge, unmerge};
pub(crate) use pair::{count, decide, get, list};
