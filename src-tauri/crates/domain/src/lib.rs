//! The words of Joinder and their rules: pure, no clock, no randomness, no files.
//!
//! One folder is one noun of the house (see `ARCHITECTURE.md`); what varies between matters is data, in a
//! profile.

pub mod audit;
pub mod bundle;
pub mod check;
pub mod claimant;
pub mod classification;
pub mod code;
pub mod completeness;
pub mod consensus;
pub mod contact;
pub mod date;
pub mod finding;
pub mod icalendar;
pub mod id;
pub mod insight;
pub mod journal;
pub mod letter;
pub mod limitation;
pub mod matching;
pub mod notice;
pub mod noun;
pub mod overrides;
pub mod profile;
pub mod ready;
pub mod register;
pub mod report;
pub mod restricted;
pub mod rules;
pub mod timeline;
pub mod workflow;
