//! Claimants given as JSON, as the command line and the window classify them.

mod document;
mod given;
mod profile;
mod rules;
mod situation;
