//! The parts of a message.

use joinder_evidence::{Message, PartKind};
use serde::Serialize;

/// One line of the outline of a message's parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedStructure {
    /// How deep it stands, from 0.
    pub depth: u32,
    /// The part, such as `1.2`; `0` for the message itself.
    pub path: String,
    /// Its kind as declared, such as `multipart/alternative`.
    pub content_type: String,
    /// Its file name as written; empty when it has none.
    pub name: String,
    /// Bytes as they stand in the message, before decoding.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
}

/// A file inside a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedPart {
    /// The part, such as `1.2`.
    pub path: String,
    /// `attachment`, `inline` or `message`.
    pub is: String,
    /// Its file name as written; empty when it has none.
    pub name: String,
    /// Its kind as declared.
    pub content_type: String,
    /// Its kind by its content, in words.
    pub kind: String,
    /// Decoded bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the decoded bytes, lower-case hex.
    pub sha256: String,
}

pub(super) fn structure(message: &Message) -> Vec<InspectedStructure> {
    let line = |line: &joinder_evidence::StructureLine| InspectedStructure {
        depth: line.depth,
        path: line.path.to_string(),
        content_type: line.content_type.clone(),
        name: line.name.clone().unwrap_or_default(),
        size: line.size,
    };
    message.structure.iter().map(line).collect()
}

pub(super) fn parts(message: &Message) -> Vec<InspectedPart> {
    let part = |part: &joinder_evidence::Part| InspectedPart {
        path: part.path.to_string(),
        is: match part.kind {
            PartKind::Attachment => "attachment",
            PartKind::Inline => "inline",
            PartKind::Message => "message",
        }
        .to_owned(),
        name: part.name.clone().unwrap_or_default(),
        content_type: part.content_type.clone(),
        kind: part.shape.name().to_owned(),
        size: part.size,
        sha256: part.sha256.clone(),
    };
    message.attachments.iter().map(part).collect()
}
