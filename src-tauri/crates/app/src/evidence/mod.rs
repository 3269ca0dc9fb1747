//! Evidence: taken in, read, graded, given to whoever's it is.

mod add;
mod archive;
mod batch;
mod chosen;
mod collect;
mod copy;
mod export;
mod facts;
mod find;
mod inbox;
pub mod inspect;
mod item;
mod mailbox;
mod name;
mod ocr;
mod original;
mod owner;
mod place;
mod remove;
mod verify;
pub(crate) mod view;

pub use add::{Add, AddedItem, ItemState, Report};
pub use chosen::{Chosen, Id};
pub use export::{Export, Exported};
pub use find::Find;
pub use inbox::Ids;
pub use item::{DamageView, Origin, Row, Suggestion};
pub use mailbox::{Candidate, CandidateKind, MailboxTaken, Scan, Scanned, Take, Ticked};
pub use ocr::{Confirm, Failure, Ocr, OcrReport, OcrText, OcrView, Status};
pub use place::{Assign, SetAside};
pub use remove::{Removal, Remove, Removed};
pub use verify::Verdict;
pub use view::{Html, PartRef, PartText, Picture, PictureOf, Source, SourceOf, View};

pub(crate) use add::add;
pub(crate) use export::export;
pub(crate) use find::find;
pub(crate) use inbox::{rows, unassigned};
pub(crate) use inspect::{inspect, inspect_files};
pub(crate) use item::{best_grade, copies, is_complete};
pub(crate) use mailbox::{scan, take};
pub(crate) use ocr::{confirm, ocr, ocr_status, ocr_view};
pub(crate) use place::{assign, set_aside};
pub(crate) use remove::{remove, removed};
pub(crate) use verify::verify;
pub(crate) use view::{get, html, picture, source, text};
