//! Pages, outline, labels and catalogue to one file.

mod catalog;
mod outline;
mod tree;
mod xmp;

pub(crate) use catalog::{Finish, finish};
pub(crate) use outline::Bookmark;
pub(crate) use tree::{Overlay, Tree};
pub(crate) use xmp::xmp;

use lopdf::{Object, StringFormat};

/// A text string: PDFDocEncoding where ASCII is enough, UTF-16 otherwise (ISO 32000-1, 7.9.2.2).
pub(crate) fn text_string(text: &str) -> Object {
    let bytes = if text.is_ascii() {
        text.as_bytes().to_vec()
    } else {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
    };
    Object::String(bytes, StringFormat::Literal)
}

pub(crate) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}
