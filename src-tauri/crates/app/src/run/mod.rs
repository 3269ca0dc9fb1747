//! Rule sets that were adopted: everyone's answers under each, frozen.

mod adopt;
mod list;

pub use adopt::{Adopt, Adopted};
pub use list::{Answer, AnswerOf, Id, Row, View};

pub(crate) use adopt::{adopt, in_force};
pub(crate) use list::{answer, get, list};
