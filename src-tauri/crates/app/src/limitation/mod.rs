//! The matter's calendar of time limits; those of one claimant stand in the record.

mod calendar;
mod entry;
mod export;
mod ics;
mod paper;
mod table;

pub use calendar::{CalendarView, Which};
pub use entry::EntryView;
pub use export::{Export, Exported};

pub(crate) use calendar::{Calendar, calendar, claimants};
pub(crate) use export::export;
