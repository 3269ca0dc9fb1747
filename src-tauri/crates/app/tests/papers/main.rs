//! Papers that go out for people: letters, gates, approvals.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "../answers/stage.rs"]
#[allow(dead_code, reason = "each story uses what it needs")]
mod stage;

mod acting;
mod gates;
mod letters;
mod pictures;
mod public;
mod said;
mod sealed;
