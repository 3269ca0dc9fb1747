//! Spans of text to lines of shaped runs.

mod clean;
mod fit;
mod line;
mod pieces;
mod wrap;

pub(crate) use fit::fit;
pub(crate) use line::{Line, Piece};
pub(crate) use wrap::{Setting, wrap};
