//! Time limits: of one claimant with the arithmetic, and the matter's calendar.

mod calendar;
mod entry;
mod export;
mod ics;
mod one;
mod paper;
mod table;

pub use calendar::{CalendarView, Which};
pub use entry::EntryView;
pub use export::{Export, Exported};

pub(crate) use calendar::{Calendar, calendar, claimants};
pub(crate) use export::export;
pub(crate) use one::get;
