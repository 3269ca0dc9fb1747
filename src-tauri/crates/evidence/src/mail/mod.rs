//! Email: headers, path, text, files and messages inside.

mod authentication;
mod base64;
mod client;
mod date;
mod decode;
mod embedded;
mod encoded_word;
mod entity;
mod field;
mod file;
mod forward;
mod header;
mod html;
mod lookalike;
mod markup;
mod message;
mod oddity;
mod organisation;
mod page;
mod parameters;
mod part_path;
mod path;
mod provider;
mod quote;
mod reading;
mod received;
mod signed;
mod source;
mod stamp;
mod value;
mod walk;

pub use authentication::{AuthenticationResults, MethodResult};
pub use client::Client;
pub use forward::{ForwardStyle, InlineForward, inline_forwards};
pub use header::Header;
pub use html::html_to_text;
pub use message::{Delivered, Message, Part, PartKind, StructureLine};
pub use oddity::{DateOddity, OddityCode};
pub use organisation::organisation;
pub use page::{PictureSource, Piece, page_pieces, picture_data};
pub use part_path::{PartPath, PartPathError};
pub use path::{HopJudgement, Order, PathCode, PathFinding, PathJudgement, Place, duration_in_words};
pub use provider::Provider;
pub use quote::{ReplyQuote, reply_quote};
pub use received::Hop;
pub use source::LineEndings;
pub use stamp::StampJudgement;
pub use value::{MailDate, Mailbox};

pub(crate) use decode::{cut, text_in, text_of};
pub(crate) use field::{Field, Line, lines, name_bytes, name_of, value_of};
pub(crate) use file::{File, take as take_file};
pub(crate) use message::read as read_message;
pub(crate) use reading::Reading;
pub(crate) use source::{is_bare, is_recoded, looks_like_mail, mail_shape};
pub(crate) use value::{decoded, mailboxes};
pub(crate) use walk::Content;

use std::borrow::Cow;

use crate::{damage::DamageLog, limits::Limits, outlook, shape::Shape};
use entity::Entity;

/// Reads a file that is mail.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> (Message, DamageLog) {
    let mut reading = Reading::new(limits);
    let source = source::message_bytes(bytes);
    let message = message::read(&source, &PartPath::root(), 0, &mut reading);
    (message, reading.damage)
}

/// Reads of a file that is mail the words alone.
pub(crate) fn skim(bytes: &[u8], limits: &Limits) -> Message {
    message::read(&source::message_bytes(bytes), &PartPath::root(), 0, &mut Reading::of_words(limits))
}

/// Reads a file that Outlook wrote; `None` if it cannot be opened.
pub(crate) fn read_outlook(bytes: &[u8], limits: &Limits) -> (Option<Message>, DamageLog) {
    let mut reading = Reading::new(limits);
    let message = outlook::read(bytes, &PartPath::root(), 0, &mut reading);
    (message, reading.damage)
}

/// The message's own bytes, without what mail programs put around it in a file; of an Outlook file only the headers are
/// as they were sent.
pub(crate) fn message_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    match outlook::headers(bytes) {
        Some(headers) => Cow::Owned(headers),
        None => source::message_bytes(bytes),
    }
}

/// The decoded bytes of a part of the file's message: an attachment, a picture, or a whole nested message.
///
/// `None` if the file is not mail, there is no such part, or it lies beyond the limits. The root gives the body's bytes if
/// the message is a single part.
pub fn part_bytes(bytes: &[u8], path: &PartPath, limits: &Limits) -> Option<Vec<u8>> {
    if bytes.len() as u64 > limits.item_bytes || path.steps().len() > limits.depth.saturating_add(2) {
        return None;
    }
    if matches!(Shape::of(bytes), Shape::Msg | Shape::Tnef) {
        return outlook::part(bytes, path.steps(), limits);
    }
    let source = source::message_bytes(bytes);
    find(&source, path.steps(), limits)
}

/// The part at some steps inside a file that is a message or Outlook's wrapper.
pub(crate) fn find_inside(
    bytes: &[u8],
    says_message: bool,
    steps: &[u32],
    limits: &Limits,
) -> Option<Vec<u8>> {
    if bytes.len() as u64 > limits.decoded_bytes {
        return None;
    }
    let shape = Shape::of(bytes);
    let (&step, rest) = steps.split_first()?;
    match shape {
        Shape::Tnef => outlook::part(bytes, steps, limits),
        // The only step into a nested message is its own top part.
        _ if step != 1 || !(says_message || file::is_message_file(shape)) => None,
        Shape::Msg => outlook::part(bytes, rest, limits),
        _ => find(&source::message_bytes(bytes), rest, limits),
    }
}

fn find(message: &[u8], steps: &[u32], limits: &Limits) -> Option<Vec<u8>> {
    find_part(message, ("text/plain", true), steps, limits)
}

/// The part at some steps inside an entity; `top` is that it is not a part among others.
fn find_part(bytes: &[u8], (kind, top): (&str, bool), steps: &[u32], limits: &Limits) -> Option<Vec<u8>> {
    let entity = Entity::read(bytes, kind, limits.headers);
    let Some((&step, rest)) = steps.split_first() else {
        let (decoded, _) = entity.decoded();
        return (decoded.len() as u64 <= limits.decoded_bytes).then(|| decoded.into_owned());
    };
    let index = usize::try_from(step).ok()?.checked_sub(1)?;
    let parts = if entity.is_multipart() { entity.parts(limits.parts).parts } else { Vec::new() };
    if !parts.is_empty() {
        return find_part(parts.get(index)?, (entity.child_kind(), false), rest, limits);
    }
    let (inner, _) = entity.decoded();
    if signed::is_wrapper(&entity.kind)
        && let Some(content) = signed::content(&inner)
    {
        return if step == 1 { find_part(&content, ("text/plain", false), rest, limits) } else { None };
    }
    if entity.is_multipart() || (entity.is_body(top) && entity.kind != "text/html") {
        let file = embedded::files(&inner).into_iter().nth(index)?;
        return if rest.is_empty() {
            Some(file.bytes)
        } else {
            find_inside(&file.bytes, false, rest, limits)
        };
    }
    find_inside(&inner, entity.is_message(), steps, limits)
}
