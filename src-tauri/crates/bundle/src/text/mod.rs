//! Spans of text to lines of shaped runs.

mod clean;
mod line;
mod pieces;
mod wrap;

pub(crate) use line::{Line, Piece};
pub(crate) use wrap::{Setting, wrap};
