//! The notification that an evidence item carries, and how well it is proved (`evidence.md` 5.1, `incident.md` 1.3).

mod facts;
mod grade;

pub use facts::{AddressHeader, BodyHash, HeaderAddress, NoticeFacts, NoticeShape, ReceivedChain};
pub use grade::{Effect, Grade, GradeKind, MarkerResult, MarkerState, Reason};
