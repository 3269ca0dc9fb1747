//! Claimants on the way between two copies of a matter: a laptop at a meeting, the office (`docs/transfer.md`).
//!
//! What arrives is a packet like any other and is looked at in the same review; this is what only colleagues need: keys,
//! sealing, and the state of a record that both copies have in common.

mod beside;
mod copy;
mod key;
mod make;
mod paper;
mod state;

pub use beside::Step;
pub use key::{Key, KeyMade, KeyPath, KeyView};
pub use make::{Made, Make};

pub(crate) use beside::{Differing, differing, take};
pub(crate) use key::{read_key, write_key};
pub(crate) use make::make;
pub(crate) use paper::{ELSEWHERE, news, take_papers};
pub(crate) use state::common;
