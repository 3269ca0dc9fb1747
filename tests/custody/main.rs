//! Originals stay what they were, and whatever is done with them is known.

mod archive;
mod desk;
mod export;
mod howto;
mod key;
mod mailbox;
mod ocr;
mod removal;
