//! What one evidence item says, for a person to read.

use jiff::{Timestamp, ZonedDateTime};
use joinder_evidence::{Inspection, Message, PartKind};
use serde::Serialize;
use serde_json::Value;

use super::Row;
use crate::clock::uk;

/// What one evidence item says. Everything in it comes from outside and is shown as text, never as markup.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceView"))]
pub struct View {
    /// The item in short.
    pub row: Row,
    /// Its headers in file order, decoded.
    pub headers: Vec<Header>,
    /// Its text as a person reads it.
    pub body: String,
    /// Files inside.
    pub attachments: Vec<Attachment>,
    /// The path that it took, oldest hop first.
    pub path: Vec<Hop>,
    /// The outline of its parts, indented.
    pub structure: Vec<String>,
    /// Everything that the parser found, as data.
    #[cfg_attr(feature = "ts", ts(type = "unknown"))]
    pub facts: Value,
}

/// One header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailHeader"))]
pub struct Header {
    /// Its name as written.
    pub name: String,
    /// Its value, decoded.
    pub value: String,
}

/// A file inside a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Attachment {
    /// Its name as written.
    pub name: String,
    /// What it is, in words.
    pub kind: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
}

/// One server on a message's path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailHop"))]
pub struct Hop {
    /// The server that received it.
    pub by: String,
    /// The server that it came from.
    pub from: String,
    /// The time as written.
    pub at_raw: String,
    /// The time in the United Kingdom; empty when it cannot be read.
    pub at_uk: String,
    /// Seconds since the hop before; negative when a clock was wrong or the line was put in.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub skew_seconds: Option<i64>,
}

/// The item `row` as `inspection` found it.
pub fn view(row: Row, inspection: &Inspection) -> View {
    let facts = serde_json::to_value(inspection).unwrap_or_default();
    let empty = View {
        row,
        headers: Vec::new(),
        body: String::new(),
        attachments: Vec::new(),
        path: Vec::new(),
        structure: Vec::new(),
        facts,
    };
    if let Some(message) = &inspection.message {
        return View {
            headers: headers(message),
            body: message.text_as_read.clone(),
            attachments: attachments(message),
            path: path(message),
            structure: structure(message),
            ..empty
        };
    }
    let pdf = inspection.pdf.as_ref().map(|pdf| pdf.text.clone());
    let saved = inspection.saved_text.as_ref().map(|saved| saved.text.clone());
    View { body: pdf.or(saved).unwrap_or_default(), ..empty }
}

/// A message's headers in file order.
pub fn headers(message: &Message) -> Vec<Header> {
    message.headers.iter().map(|h| Header { name: h.name.clone(), value: h.value.clone() }).collect()
}

/// The files inside a message, those of nested messages included.
pub fn attachments(message: &Message) -> Vec<Attachment> {
    let own = message.attachments.iter().map(|part| Attachment {
        name: part.name.clone().unwrap_or_else(|| part.kind_name().to_owned()),
        kind: part.shape.name().to_owned(),
        size: part.size,
        sha256: part.sha256.clone(),
    });
    own.chain(message.nested.iter().flat_map(attachments)).collect()
}

/// The path that a message took, oldest hop first.
pub fn path(message: &Message) -> Vec<Hop> {
    let hop = |hop: &joinder_evidence::Hop| Hop {
        by: hop.by.clone().unwrap_or_default(),
        from: hop.from.clone().unwrap_or_default(),
        at_raw: hop.date.raw.clone(),
        at_uk: hop.date.seconds.map(in_uk).unwrap_or_default(),
        skew_seconds: hop.seconds_since_previous,
    };
    message.received.iter().map(hop).collect()
}

/// The outline of a message's parts, indented by two spaces for each level.
pub fn structure(message: &Message) -> Vec<String> {
    let line = |line: &joinder_evidence::StructureLine| {
        let indent = "  ".repeat(usize::try_from(line.depth).unwrap_or_default());
        let name = line.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
        format!("{indent}{}{name}, {} bytes", line.content_type, line.size)
    };
    message.structure.iter().map(line).collect()
}

/// A moment on a UK clock, such as `3 November 2021, 15:42:10 GMT`; empty when it is out of range.
pub fn in_uk(seconds: i64) -> String {
    let Ok(at) = Timestamp::from_second(seconds) else { return String::new() };
    ZonedDateTime::new(at, uk()).strftime("%-d %B %Y, %H:%M:%S %Z").to_string()
}

trait KindName {
    fn kind_name(&self) -> &'static str;
}

impl KindName for joinder_evidence::Part {
    fn kind_name(&self) -> &'static str {
        match self.kind {
            PartKind::Attachment => "attachment without a name",
            PartKind::Inline => "picture in the text",
            PartKind::Message => "attached message",
        }
    }
}
