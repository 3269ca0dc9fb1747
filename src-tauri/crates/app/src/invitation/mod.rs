//! Invitations: made by a firm, read by whoever got one.

mod make;
mod read;

pub use make::{Made, Make, Row};
pub use read::{Path, View};

pub(crate) use make::{list, make, words};
pub(crate) use read::{load, read, view};
