//! Pages of somebody else's PDF, taken over so that they keep their look and nothing else.
//!
//! Only what a page needs in order to be drawn is copied: scripts, actions, attachments, form logic and metadata
//! of the original never enter the bundle. Each page becomes a form XObject, so that whatever it leaves undone
//! in its graphics state ends with it.

mod annotation;
mod appearance;
mod content;
mod copy;
mod destination;
mod field;
mod geometry;
mod layer;
mod load;
mod open;
mod page;
mod remark;
mod rescue;
mod salvage;
mod tree;

pub(crate) use destination::{Target, explicit};
pub(crate) use geometry::{Matrix, Rect, number, sheet};
pub(crate) use load::{bounded, load};
pub(crate) use open::{Imported, inherited, open};
pub(crate) use tree::pages;

/// Bytes that any one stream may unpack to.
pub(crate) const STREAM_LIMIT: usize = 256 * 1024 * 1024;
