//! One part of an item: the item itself, a message inside it, or a file inside a message.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use joinder_evidence::{
    Inspection, Limits, Message, Part, PartPath, Shape, html_to_text, part_bytes, picture_data,
};
use joinder_store::evidence::Evidence;
use serde::{Deserialize, Serialize};

use super::Outer;
use super::html::{self, Html};
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::evidence::{chosen, inspect, original};
use crate::restricted::refuse_item;

/// Pictures of one message that are shown in its text, and characters of them in all.
const PICTURES_MOST: usize = 100;
const PICTURES_LENGTH: usize = 24 * 1024 * 1024;
/// How the address of a picture begins that stands in the page itself.
const DATA: &str = "data:";
/// Widest picture in a text, in pixels.
const PICTURE_WIDTH: u32 = 900;
/// Characters of a text that are shown.
const TEXT_MOST: usize = 400_000;

/// An item, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartRef {
    /// The item.
    pub id: String,
    /// The part, such as `1.2`; the item itself without one.
    #[serde(default)]
    pub part: Option<String>,
}

/// A part as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PartText {
    /// The text.
    pub text: String,
    /// Whether there is more than is shown.
    pub cut: bool,
}

/// An item with its bytes, which were checked against their fingerprint.
pub(super) struct Opened {
    pub(super) item: Evidence,
    pub(super) bytes: Vec<u8>,
}

/// Opens an item, which the audit is told of.
pub(super) fn open(context: Context<'_>, open: &OpenMatter, id: &str) -> Result<Opened> {
    let opened = open.matter.read(|reader| {
        let item = chosen::item(reader, id)?;
        refuse_item(open, &item)?;
        let bytes = original::bytes(reader, &item)?;
        Ok::<_, Error>(Opened { item, bytes })
    })?;
    original::seen(context, open, &opened.item)?;
    Ok(opened)
}

/// The bytes of a part; those of the item itself without one.
pub(super) fn bytes(
    context: Context<'_>,
    open_matter: &OpenMatter,
    id: &str,
    part: Option<&str>,
) -> Result<Vec<u8>> {
    let opened = open(context, open_matter, id)?;
    match part.filter(|part| !part.is_empty() && *part != "0") {
        None => Ok(opened.bytes),
        Some(part) => {
            let path: PartPath = part.parse().map_err(|_| Error::new("no-such-part"))?;
            part_bytes(&opened.bytes, &path, &Limits::default()).ok_or_else(|| Error::new("no-such-part"))
        }
    }
}

/// The message at a part; `None` when the item is no message and no part is named.
pub(super) fn message<'i>(inspection: &'i Inspection, part: &str) -> Result<Option<&'i Message>> {
    let whole = part.is_empty() || part == "0";
    let Some(top) = &inspection.message else {
        return if whole { Ok(None) } else { Err(Error::new("no-such-part")) };
    };
    if whole {
        return Ok(Some(top));
    }
    let found = top.with_nested().into_iter().find(|message| message.path.to_string() == part);
    found.map(Some).ok_or_else(|| Error::new("no-such-part"))
}

/// The messages that a message lies in, outermost first.
pub(super) fn within(inspection: &Inspection, message: &Message) -> Vec<Outer> {
    let mut found = Vec::new();
    let mut at = inspection.message.as_ref();
    while let Some(outer) = at.filter(|outer| outer.path != message.path) {
        found
            .push(Outer { part: outer.path.to_string(), subject: outer.subject.clone().unwrap_or_default() });
        at = outer.nested.iter().find(|inner| message.path.steps().starts_with(inner.path.steps()));
    }
    found
}

pub(crate) fn html(context: Context<'_>, input: PartRef) -> Result<Applied<Html>> {
    let open_matter = context.app.open_matter()?;
    let opened = open(context, &open_matter, &input.id)?;
    let inspection = inspect(&opened.bytes);
    let message = message(&inspection, input.part.as_deref().unwrap_or_default())?;
    let Some(message) = message else { return Err(Error::new("no-such-part")) };
    let Some(source) = &message.html else { return Ok(Applied::unchanged(Html::default())) };
    let (mut pictures, mut length) = (PICTURES_MOST, PICTURES_LENGTH);
    let picture = |id: &str| {
        pictures = pictures.checked_sub(1)?;
        let named = |part: &&Part| part.content_id.as_deref() == Some(id);
        let part = message.attachments.iter().find(named);
        let bytes = match part {
            Some(part) => part_bytes(&opened.bytes, &part.path, &Limits::default())?,
            None => picture_data(id.get(DATA.len()..)?)?,
        };
        let shown = joinder_bundle::picture_preview(&bytes, 0, PICTURE_WIDTH).ok()?;
        let png = STANDARD.encode(shown.png);
        length = length.checked_sub(png.len())?;
        Some(png)
    };
    Ok(Applied::unchanged(html::safe(source, picture)?))
}

pub(crate) fn text(context: Context<'_>, input: PartRef) -> Result<Applied<PartText>> {
    let open_matter = context.app.open_matter()?;
    let bytes = bytes(context, &open_matter, &input.id, input.part.as_deref())?;
    let text = String::from_utf8_lossy(&bytes);
    let text = if Shape::of(&bytes) == Shape::Html { html_to_text(&text) } else { text.into_owned() };
    Ok(Applied::unchanged(match text.char_indices().nth(TEXT_MOST) {
        Some((end, _)) => PartText { text: text.get(..end).unwrap_or_default().to_owned(), cut: true },
        None => PartText { text, cut: false },
    }))
}
