//! Letters: which there are, what one would say, and writing them.

mod gather;
mod kind;
mod make;
mod plan;
mod sent;

pub use kind::Kind;
pub use make::{LetterFile, LetterReport, Make};
pub use plan::{Ask, CountedView, GapView, LetterView, RestView, Section};
pub use sent::Sent;

pub(crate) use kind::kinds;
pub(crate) use make::make;
pub(crate) use plan::plan;
pub(crate) use sent::sent;
