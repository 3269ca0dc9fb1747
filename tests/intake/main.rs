//! Claimants from a spreadsheet, as the command line takes them.

mod accepted;
mod narrowed;
mod refused;
mod sheet;
mod workbook;
