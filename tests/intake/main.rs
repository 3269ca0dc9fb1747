//! Claimants from a spreadsheet, as the command line takes them.

mod accepted;
mod journal;
mod narrowed;
mod refused;
mod sheet;
mod workbook;
