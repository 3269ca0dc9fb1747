//! What a person may ask of whoever holds their data, and what the holder owes: access, erasure, an end of keeping, holds.

mod access;
mod due;
mod erase;
mod hold;
mod paper;
mod said;

pub use access::{Access, AccessReport};
pub use due::Due;
pub use erase::{Erase, Erased, Tombstone};
pub use hold::{Hold, HoldView, Release};

pub(crate) use access::access;
pub(crate) use due::due;
pub(crate) use erase::{erase, erased};
pub(crate) use hold::{hold, holds, release};
