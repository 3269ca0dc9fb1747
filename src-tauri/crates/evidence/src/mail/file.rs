//! A file inside a message: listed, and read if it is a message or Outlook's wrapper for files.

use std::borrow::Cow;

use super::{
    decode::cut,
    message::{self, Part, PartKind},
    part_path::PartPath,
    reading::Reading,
    source::message_bytes,
    walk::Content,
};
use crate::{damage::Code, outlook, shape::Shape};

/// Bytes of a file name that are kept.
const NAME: usize = 1_000;

/// A file inside a message, decoded.
pub(crate) struct File<'f> {
    pub(crate) bytes: Cow<'f, [u8]>,
    pub(crate) content_type: &'f str,
    pub(crate) name: Option<&'f str>,
    pub(crate) content_id: Option<&'f str>,
    /// Whether the message says that it is not shown in place.
    pub(crate) attached: bool,
    /// Whether the message says that it is a message itself.
    pub(crate) is_message: bool,
}

/// Lists a file, and reads it if it is a message; `line` is how far the outline is indented here.
pub(crate) fn take(
    file: &File<'_>,
    path: &PartPath,
    (depth, line): (usize, usize),
    content: &mut Content,
    reading: &mut Reading<'_>,
) {
    if !reading.take_decoded(file.bytes.len(), path) {
        return;
    }
    let shape = Shape::of(&file.bytes);
    let sha256 = reading.sha256(&file.bytes);
    let is_message = file.is_message || is_message_file(shape);
    if !reading.words_only {
        content.attachments.push(listed(file, path, shape, &sha256, is_message));
    }
    if !is_message && shape != Shape::Tnef {
        return;
    }
    if depth >= reading.limits.depth {
        reading.damage.add(Code::TooDeep, path);
    } else if reading.parts_left() == 0 {
        reading.damage.add(Code::TooManyParts, path);
    } else if !is_message {
        outlook::unwrap(&file.bytes, path, (depth + 1, line + 1), content, reading);
    } else if shape == Shape::Msg {
        content.nested.extend(outlook::read(&file.bytes, path, depth + 1, reading));
    } else {
        let inner: Cow<'_, [u8]> = message_bytes(&file.bytes);
        // A message without a wrapper is the file, and hashed already.
        let sha256 = if *inner == *file.bytes { sha256 } else { reading.sha256(&inner) };
        content.nested.push(message::read_hashed(&inner, sha256, path, depth + 1, reading));
    }
}

fn listed(file: &File<'_>, path: &PartPath, shape: Shape, sha256: &str, is_message: bool) -> Part {
    let shown = !file.attached && (file.content_id.is_some() || file.content_type.starts_with("image/"));
    Part {
        path: path.clone(),
        kind: match (is_message, shown) {
            (true, _) => PartKind::Message,
            (false, true) => PartKind::Inline,
            (false, false) => PartKind::Attachment,
        },
        name: file.name.map(|name| cut(name.to_owned(), NAME).0),
        content_type: file.content_type.to_owned(),
        shape,
        size: file.bytes.len() as u64,
        sha256: sha256.to_owned(),
        content_id: file.content_id.map(str::to_owned),
    }
}

/// Whether a file that begins so may hold mail; an Outlook message is told from other documents only by all of it.
pub(super) fn may_hold_mail(start: &[u8]) -> bool {
    let shape = Shape::of(start);
    is_message_file(shape) || matches!(shape, Shape::Tnef | Shape::Office)
}

/// Whether bytes of this shape are a message, whatever the message around them says; some webmail attaches one as a plain
/// file.
pub(crate) fn is_message_file(shape: Shape) -> bool {
    matches!(shape, Shape::Eml | Shape::Emlx | Shape::Msg)
}
