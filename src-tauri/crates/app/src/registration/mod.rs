//! A claimant's own folder: begun from an invitation, answered page by page, sealed when it is whole, sealed again after a
//! change.
//!
//! It is a matter folder with one claimant, so that answers are saved as they are typed, evidence is read and graded, and a
//! power cut takes nothing. A setting says that it is a registration and keeps the invitation.

mod begin;
mod consent;
mod get;
mod kept;
mod request;
mod seal;

pub use begin::{Begin, Begun};
pub use consent::{ConsentView, Consenting};
pub use get::{RequestView, SealedRow, Task, TaskState, View};
pub use request::{Answering, QuestionView};
pub use seal::Seal;

pub(crate) use begin::begin;
pub(crate) use consent::consent;
pub(crate) use get::get;
pub(crate) use kept::is_registration;
pub(crate) use request::{answer, open_request};
pub(crate) use seal::seal;

use joinder_domain::id::ClaimantNumber;

/// The one claimant of a registration.
pub(crate) const SELF: ClaimantNumber = ClaimantNumber(1);
