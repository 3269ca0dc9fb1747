//! What must stand before a claim is issued for somebody: for one claimant, and for all.

mod approve;
mod paper;
mod view;

pub use approve::{Approve, SignOff, Withdraw};
pub use view::{GateCount, GateView, PaperView, Ready, ReadyList, ReadyRow, Which};

pub(crate) use approve::{approve, sign_off, withdraw};
pub(crate) use paper::{is_approved, is_approved_plan, is_current, is_waiting, missing};
pub(crate) use view::{get, list, unmet};
