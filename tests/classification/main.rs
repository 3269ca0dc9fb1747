//! Claimants given as JSON, as the command line and the window classify them.

mod document;
mod given;
mod rules;
mod situation;
