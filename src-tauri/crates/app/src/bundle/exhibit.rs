//! An evidence item as an exhibit.

mod content;
mod describe;
mod picture;

pub(super) use picture::Pictures;

use joinder_domain::audit::Digest;
use joinder_domain::bundle::claim::{AttachmentView, ExhibitInput, ExhibitKind, HopView, MailView};
use joinder_evidence::{Hop, Inspection, Message, Severity, Shape};
use joinder_store::evidence::Evidence;

use crate::evidence::{damage, view};

/// Headers that are printed, in the order of print; the rest is in the original.
const PRINTED: &[&str] = &[
    "From",
    "To",
    "Cc",
    "Date",
    "Subject",
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "Reply-To",
    "Message-ID",
];

/// The item as an exhibit, from its stored row, what the parser finds in its original, and the words that were read in it.
pub(super) fn exhibit(item: &Evidence, inspection: &Inspection, layer: Option<Digest>) -> ExhibitInput {
    let serious = |severity: Severity| severity == Severity::Serious;
    let reason =
        inspection.damage.iter().find(|damage| serious(damage.severity)).map(|damage| damage.text.clone());
    let kind = match &inspection.message {
        Some(message) => ExhibitKind::Mail(mail(message, &item.sha256.to_string())),
        None => printed_as_it_is(inspection.shape).unwrap_or_else(|| ExhibitKind::Other {
            reason: reason.unwrap_or_else(|| format!("A {} cannot be printed.", inspection.shape.name())),
        }),
    };
    ExhibitInput {
        evidence: item.id,
        sha256: item.sha256.to_string(),
        size: item.size,
        original_name: item.name.clone(),
        received_at: item.received,
        day: inspection.message.as_ref().and_then(describe::day),
        description: describe::described(inspection, &item.name),
        kind,
        grade: item.grade.clone(),
        damage: inspection.damage.iter().map(|damage| damage.text.clone()).collect(),
        layer: layer.map(|layer| layer.to_string()),
    }
}

/// A PDF or picture, which is printed as it is, from what is stored of it alone; `None` for any other item.
pub(super) fn unopened(item: &Evidence, layer: Option<Digest>) -> Option<ExhibitInput> {
    let shape = Shape::named(&item.shape)?;
    Some(ExhibitInput {
        evidence: item.id,
        sha256: item.sha256.to_string(),
        size: item.size,
        original_name: item.name.clone(),
        received_at: item.received,
        day: None,
        description: describe::file(shape, &item.name),
        kind: printed_as_it_is(shape)?,
        grade: item.grade.clone(),
        damage: damage(item),
        layer: layer.map(|layer| layer.to_string()),
    })
}

/// The renderer has the last word on PDFs and pictures: it knows what it can place.
fn printed_as_it_is(shape: Shape) -> Option<ExhibitKind> {
    match shape {
        Shape::Pdf => Some(ExhibitKind::Pdf),
        Shape::Jpeg => Some(ExhibitKind::Jpeg),
        Shape::Png => Some(ExhibitKind::Png),
        Shape::Webp | Shape::Gif | Shape::Tiff | Shape::Heic => Some(ExhibitKind::Picture),
        _ => None,
    }
}

fn printed_headers(message: &Message) -> Vec<(String, String)> {
    let mut headers = Vec::new();
    for name in PRINTED {
        let named = message.headers.iter().filter(|header| header.name().eq_ignore_ascii_case(name));
        headers.extend(named.map(|header| ((*name).to_owned(), header.value().to_owned())));
    }
    headers
}

fn mail(message: &Message, within: &str) -> MailView {
    let attachment = |attachment: view::Attachment| AttachmentView {
        name: attachment.name,
        kind: attachment.kind,
        size: attachment.size,
        sha256: attachment.sha256,
    };
    let hop = |hop: &Hop| HopView {
        from: hop.from.clone().unwrap_or_default(),
        by: hop.by.clone().unwrap_or_default(),
        at: hop.date.raw.clone(),
    };
    let content = content::content(message, within);
    MailView {
        headers: printed_headers(message),
        body: body(message),
        pictures: picture::attached(message, within, &content),
        content,
        attachments: view::attachments(message).into_iter().map(attachment).collect(),
        path: message.received.iter().map(hop).collect(),
        structure: view::structure(message),
        forward_note: forward_note(message),
    }
}

/// The text of a message, then that of every message attached to it, each under its own headers.
fn body(message: &Message) -> String {
    let mut text = message.text_as_read.trim_end().to_owned();
    for nested in &message.nested {
        text.push_str("\n\n—— Attached message ——\n");
        for header in printed_headers(nested) {
            text.push_str(&format!("{}: {}\n", header.0, header.1));
        }
        text.push('\n');
        text.push_str(&body(nested));
    }
    text
}

fn forward_note(message: &Message) -> String {
    let by = message.from.first().map(|from| from.address.as_str()).unwrap_or("an unnamed sender");
    match (message.nested.as_slice(), message.forwards.as_slice()) {
        ([_, ..], _) => format!(
            "The message was passed on as an attachment by {by}; the attached message is the evidence."
        ),
        (_, [_, ..]) => format!(
            "The message was passed on as text by {by}; the headers below are those of the passing on."
        ),
        _ => String::new(),
    }
}

/// The message that the others only carry.
fn innermost(message: &Message) -> &Message {
    message.nested.first().map_or(message, innermost)
}
