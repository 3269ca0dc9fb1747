//! A claimant's own folder: begun from an invitation, answered page by page, sealed when it is whole, sealed again after a
//! change.
//!
//! It is a matter folder with one claimant, so that answers are saved as they are typed, evidence is read and graded, and a
//! power cut takes nothing. A setting says that it is a registration and keeps the invitation.

mod answer;
mod begin;
mod consent;
mod copy;
mod get;
mod html;
mod kept;
mod meeting;
mod note;
mod proof;
mod question;
mod request;
mod save;
mod seal;

pub use begin::{Begin, Begun};
pub use consent::{ConsentView, Consenting};
pub use copy::{Copied, Copy};
pub use get::{Answered, SealedRow, Task, TaskState, View};
pub use meeting::Meet;
pub use note::Helper;
pub use proof::Proof;
pub use request::{Answering, Document, QuestionView, RequestView, Save};
pub use save::SavePage;
pub use seal::Seal;

pub(crate) use answer::lines;
pub(crate) use begin::begin;
pub(crate) use consent::consent;
pub(crate) use copy::copy;
pub(crate) use get::get;
pub(crate) use kept::is_registration;
pub(crate) use meeting::{forget, meet};
pub(crate) use note::helper;
pub(crate) use question::{QUESTIONS, asked, facts};
pub(crate) use request::{answer, document, open_request};
pub(crate) use save::save;
pub(crate) use seal::seal;

use joinder_domain::id::ClaimantNumber;

/// The one claimant of a registration.
pub(crate) const SELF: ClaimantNumber = ClaimantNumber(1);
