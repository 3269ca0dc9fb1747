//! What one evidence item says, for a person to read.

mod html;
mod part;
mod picture;
mod source;

use jiff::{Timestamp, ZonedDateTime};
use joinder_domain::notice::Grade;
use joinder_evidence::{Inspection, Message, Part, PartKind, Shape};
use joinder_store::claimant;
use joinder_store::evidence::State;
use serde::Serialize;

use super::Row;
use super::inspect::{InspectedMessage, Keys, Lens, inspect, one_message};
use super::owner::suggestions;
use crate::clock::uk;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

pub use html::Html;
pub use part::{PartRef, PartText};
pub use picture::{Picture, PictureOf};
pub use source::{Source, SourceOf};

pub(crate) use part::{html, text};
pub(crate) use picture::picture;
pub(crate) use source::source;

/// What one evidence item says, or one message inside it. Everything in it comes from outside and is shown as text,
/// never as markup.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceView"))]
pub struct View {
    /// The item in short.
    pub row: Row,
    /// Which message is shown: `0` for the item itself, else the part that holds the message, such as `2`.
    pub part: String,
    /// The messages that this one lies in, outermost first.
    pub within: Vec<Outer>,
    /// How it can be shown.
    pub shown: Shown,
    /// Its subject; empty when there is none.
    pub subject: String,
    /// Its headers in file order, decoded.
    pub headers: Vec<Header>,
    /// Its text as a person reads it.
    pub body: String,
    /// Whether it has a layout of its own, which `evidence.html` gives.
    pub has_html: bool,
    /// Files inside, attached messages included, those inside attached messages not.
    pub attachments: Vec<Attachment>,
    /// The outline of its parts, indented.
    pub structure: Vec<String>,
    /// How well the item proves that its claimant was told, with every reason and marker.
    pub grade: Option<Grade>,
    /// What the message says, as `evidence.inspect` says it of a file: dates, path, recipients against the claimant's
    /// addresses, stamps, signatures; `null` when the item is no message.
    pub message: Option<InspectedMessage>,
}

/// A message that another one lies in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "OuterMessage"))]
pub struct Outer {
    /// Which part it is; `0` for the item itself.
    pub part: String,
    /// Its subject.
    pub subject: String,
}

/// How an item or a part of one can be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ShownAs"))]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// As a message.
    Message,
    /// As text.
    Text,
    /// As a picture.
    Picture,
    /// As pages, each a picture.
    Pages,
    /// Not at all.
    #[default]
    None,
}

impl Shown {
    pub(super) fn of(shape: Shape) -> Self {
        match shape {
            Shape::Eml | Shape::Emlx => Self::Message,
            Shape::Pdf => Self::Pages,
            shape if shape.is_picture() => Self::Picture,
            Shape::Text | Shape::Html | Shape::Mhtml => Self::Text,
            _ => Self::None,
        }
    }
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
    /// Which part it is.
    pub part: String,
    /// Its name as written.
    pub name: String,
    /// What it is, in words.
    pub kind: String,
    /// How it can be shown.
    pub shown: Shown,
    /// What to do where it cannot be shown; empty where it can.
    pub fix: String,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
}

pub(crate) fn get(context: Context<'_>, input: PartRef) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let opened = part::open(context, &open, &input.id)?;
    let item = opened.item;
    let (suggestions, own, keys) = open.matter.read(|reader| {
        let suggestions = match item.state {
            State::Unassigned => suggestions(reader, &item)?,
            State::Assigned(_) | State::SetAside(_) => Vec::new(),
        };
        let own = match item.state {
            State::Assigned(number) => claimant::get(reader, number)?.map(|stored| stored.claimant),
            State::Unassigned | State::SetAside(_) => None,
        };
        Ok::<_, Error>((suggestions, own, Keys::of_matter(reader, &open.profile)?))
    })?;
    let inspection = inspect(&opened.bytes);
    let grade = item.grade.clone();
    let row = Row::of(item, suggestions);
    let part = input.part.unwrap_or_default();
    let own = own.iter().flat_map(|own| &own.contact.emails).map(|email| email.address.as_str()).collect();
    let lens = Lens { profile: &open.profile, own, keys: &keys };
    let view = match part::message(&inspection, &part)? {
        Some(message) => View {
            message: Some(one_message(&opened.bytes, message, &lens)),
            ..of_message(row, message, part::within(&inspection, message))
        },
        None => of_file(row, &inspection),
    };
    Ok(Applied::unchanged(View { grade, ..view }))
}

fn blank(row: Row) -> View {
    View {
        row,
        part: "0".to_owned(),
        within: Vec::new(),
        shown: Shown::None,
        subject: String::new(),
        headers: Vec::new(),
        body: String::new(),
        has_html: false,
        attachments: Vec::new(),
        structure: Vec::new(),
        grade: None,
        message: None,
    }
}

fn of_message(row: Row, message: &Message, within: Vec<Outer>) -> View {
    View {
        part: message.path.to_string(),
        within,
        shown: Shown::Message,
        subject: message.subject.clone().unwrap_or_default(),
        headers: headers(message),
        body: message.text_as_read.clone(),
        has_html: message.html.as_ref().is_some_and(|html| !html.trim().is_empty()),
        attachments: message.attachments.iter().map(attachment).collect(),
        structure: structure(message),
        ..blank(row)
    }
}

/// An item that is no message: its text where it has one, its look where it can be drawn.
fn of_file(row: Row, inspection: &Inspection) -> View {
    let pdf = inspection.pdf.as_ref().map(|pdf| pdf.text.clone());
    let saved = inspection.saved_text.as_ref().map(|saved| saved.text.clone());
    View { shown: Shown::of(inspection.shape), body: pdf.or(saved).unwrap_or_default(), ..blank(row) }
}

/// A message's headers in file order.
pub fn headers(message: &Message) -> Vec<Header> {
    message
        .headers
        .iter()
        .map(|h| Header { name: h.name().to_owned(), value: h.value().to_owned() })
        .collect()
}

/// The files inside a message, those of nested messages included.
pub fn attachments(message: &Message) -> Vec<Attachment> {
    message.attachments.iter().map(attachment).chain(message.nested.iter().flat_map(attachments)).collect()
}

fn attachment(part: &Part) -> Attachment {
    let shown = if part.kind == PartKind::Message { Shown::Message } else { Shown::of(part.shape) };
    Attachment {
        part: part.path.to_string(),
        name: part.name.clone().unwrap_or_else(|| nameless(part).to_owned()),
        kind: part.shape.name().to_owned(),
        shown,
        fix: part.shape.how_to_convert().filter(|_| shown == Shown::None).unwrap_or_default().to_owned(),
        size: part.size,
        sha256: part.sha256.clone(),
    }
}

fn nameless(part: &Part) -> &'static str {
    match part.kind {
        PartKind::Attachment => "attachment without a name",
        PartKind::Inline => "picture in the text",
        PartKind::Message => "attached message",
    }
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
