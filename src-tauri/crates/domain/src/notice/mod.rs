//! The notification that an evidence item carries, and how well it is proved (`evidence.md` 5.1, `incident.md` 1.3).

mod address;
mod facts;
mod grade;
mod judge;
mod key;
mod rules;
mod step;
mod words;

pub use address::{AddressMatch, Comparison, compare};
pub use facts::{
    AddressHeader, BodyHash, HeaderAddress, NoticeFacts, NoticeShape, ReceivedChain, SignatureCheck,
};
pub use grade::{Effect, Grade, GradeKind, MarkerResult, MarkerState, Reason};
pub use judge::{anti_marks, grade};
pub use key::ArchivedKey;
pub use rules::{AntiMarker, Marker, NoticeRules};
pub use words::without_prefixes;
