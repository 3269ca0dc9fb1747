//! The pieces of an item in one order, so that a part path always leads to the same one.

use std::borrow::Cow;

use super::{
    body,
    item::{Attachment, Item},
};

/// Bytes of rich text that are unpacked to be saved.
const RICH: usize = 64 << 20;

/// A form of the body, or an attachment.
pub(super) struct Piece<'i> {
    pub(super) content_type: Cow<'i, str>,
    pub(super) name: Option<String>,
    pub(super) content_id: Option<String>,
    pub(super) bytes: Cow<'i, [u8]>,
    /// What it is beside the body: `None` for a form of that.
    pub(super) attachment: Option<&'i Attachment>,
}

/// The forms of the body, then the attachments.
pub(super) fn pieces(item: &Item) -> Vec<Piece<'_>> {
    let properties = &item.properties;
    let body = |content_type: &'static str, bytes: Cow<'static, [u8]>| Piece {
        content_type: content_type.into(),
        name: None,
        content_id: None,
        bytes,
        attachment: None,
    };
    let plain = properties.long_text(0x1000).map(|text| body("text/plain", Cow::Owned(text.into_bytes())));
    let html = match properties.bytes(0x1013) {
        Some(bytes) => Some(bytes.to_vec()),
        None => properties.long_text(0x1013).map(String::into_bytes),
    };
    let html = html.map(|bytes| body("text/html", Cow::Owned(bytes)));
    let rich = body::rich(properties, RICH).map(|(bytes, _)| body("text/rtf", Cow::Owned(bytes)));
    let attachments = item.attachments.iter().map(attachment);
    [plain, html, rich].into_iter().flatten().chain(attachments).collect()
}

fn attachment(attachment: &Attachment) -> Piece<'_> {
    let properties = &attachment.properties;
    // PidTagAttachLongFilename, PidTagAttachFilename, PidTagDisplayName; a message is named by its subject.
    let subject = attachment.item.as_ref().and_then(|item| item.properties.text(0x0037));
    let name = properties.first_text(&[0x3707, 0x3704, 0x3001]).or(subject);
    let content_type: Cow<'_, str> = match (&attachment.item, properties.text(0x370E)) {
        (Some(_), _) => "application/vnd.ms-outlook".into(),
        (None, Some(declared)) => declared.to_ascii_lowercase().into(),
        (None, None) => "application/octet-stream".into(),
    };
    let content_id = properties.text(0x3712).map(|id| id.trim_matches(['<', '>']).to_owned());
    Piece {
        content_type,
        name,
        content_id,
        bytes: Cow::Borrowed(&attachment.bytes),
        attachment: Some(attachment),
    }
}
