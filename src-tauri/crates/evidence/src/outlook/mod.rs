//! What Outlook writes: messages as files (`.msg`) and its wrapper for attachments (winmail.dat).

mod body;
mod item;
mod lzfu;
mod msg;
mod piece;
mod property;
mod reading;
mod tnef;

pub(crate) use body::Bodies;
pub(crate) use property::decoded;
pub(crate) use reading::{headers, part, read, unwrap};
