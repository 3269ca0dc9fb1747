//! A paralegal's day: whose files, how far, what is missing, and what can be taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[cfg(test)]
mod backup;
#[cfg(test)]
mod import;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod list;
#[cfg(test)]
mod names;
#[cfg(test)]
mod power;
#[cfg(test)]
mod restricted;
#[cfg(test)]
#[allow(dead_code, reason = "the stage is that of the answers, who use more of it")]
#[path = "../answers/stage.rs"]
mod stage;
#[cfg(test)]
mod tangle;
#[cfg(test)]
mod today;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod work;
