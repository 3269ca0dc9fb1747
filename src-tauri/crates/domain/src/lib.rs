//! The words of Joinder and their rules: pure, no clock, no randomness, no files.

pub mod bundle;
