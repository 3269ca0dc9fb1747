//! What Joinder does: use cases over the store, behind one command table.
//!
//! A window, a script and a test all come in through [`App::dispatch`].

mod app;
pub mod audit;
pub mod backup;
pub mod bundle;
pub mod claimant;
pub mod claimant_file;
pub mod classification;
mod clock;
pub mod command;
pub mod consensus;
pub mod date;
pub mod draft;
mod error;
pub mod evidence;
mod exchange;
pub mod howto;
pub mod import;
pub mod insight;
pub mod invitation;
mod job;
pub mod journal;
mod label;
pub mod letter;
pub mod letterhead;
pub mod limitation;
pub mod matching;
pub mod matter;
mod outfile;
pub mod overrides;
pub mod packet;
pub mod person;
pub mod profile;
pub mod ready;
pub mod redaction;
pub mod register;
pub mod registration;
mod restricted;
pub mod right;
pub mod rules;
pub mod run;
pub mod saved_view;
mod session;
pub mod setting;
mod spreadsheet_cell;
pub mod text;
pub mod today;
pub mod transfer;
pub mod undo;
pub mod whatif;
pub mod work;

pub use app::{App, OpenMatter};
pub use clock::Clock;
pub use error::{Error, Problem, Result, Severity};
pub use job::{Job, Progress};
