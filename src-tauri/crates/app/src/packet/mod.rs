//! Packets: sealed by a claimant, opened, looked at and decided by a firm.

mod accept;
mod accept_sent;
mod approve;
mod ask;
mod decide;
mod entry;
mod finding;
mod inspect;
mod kept;
mod likely;
mod list;
mod merge;
mod receive;
mod review;
mod seal;
mod sent;
mod signal;
mod verify;

pub use accept::{Accept, Accepted, Left};
pub use accept_sent::{AcceptSent, AcceptedSent, Waiting};
pub use ask::{Ask, AskQuestion, Asked};
pub use decide::{Paper, Reject};
pub use finding::PacketFinding;
pub use inspect::{Inspect, Inspection};
pub use likely::Likely;
pub use list::{Count, Numbers, Query, Row, Which};
pub use receive::{Item, ItemState, Receive, Report};
pub use review::{
    AnsweredView, BesideView, FieldMove, FileView, Known, Look, SignatureView, TransferView, View,
};
pub use seal::{Seal, Sealed};

pub(crate) use accept::accept;
pub(crate) use accept_sent::accept_sent;
pub(crate) use ask::ask;
pub(crate) use decide::{begin, reject, see_paper};
pub(crate) use entry::of_item;
pub(crate) use inspect::inspect;
pub(crate) use kept::transferred;
pub(crate) use list::{counts, numbers, rows};
pub(crate) use receive::receive;
pub(crate) use review::get;
pub(crate) use seal::{TRUTH, capacity, program, put, seal};
