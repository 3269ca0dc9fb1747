//! The body of an item, which Outlook keeps in up to three forms.

use super::{
    item::Item,
    lzfu,
    property::{self, Properties, Value},
};
use crate::{
    mail::{cut, html_to_text},
    rtf::{self, RichText},
};

/// The forms in which a body is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bodies {
    pub(crate) plain: Option<String>,
    pub(crate) html: Option<String>,
    /// Words of a body that is rich text and nothing else.
    pub(crate) rich: Option<String>,
    /// Whether something of it was left out.
    pub(crate) was_cut: bool,
    /// Whether a form of it is damaged.
    pub(crate) damaged: bool,
}

impl Bodies {
    /// The body of an item, each form at most `most` bytes.
    pub(super) fn of(item: &Item, most: usize) -> Self {
        let properties = &item.properties;
        let mut found = Self::default();
        let mut keep = |text: String| {
            let (text, was_cut) = cut(text.replace("\r\n", "\n").replace('\0', ""), most);
            found.was_cut |= was_cut;
            text
        };
        let plain = properties.long_text(0x1000).map(&mut keep);
        let html = html(properties).map(&mut keep);
        (found.plain, found.html) = (plain.filter(|text| !text.trim().is_empty()), html);
        let Some((rich, whole)) = rich(properties, most.saturating_mul(4)) else { return found };
        found.damaged |= !whole;
        if found.html.is_none() {
            let (text, was_cut) = rtf::read(&rich, most);
            found.was_cut |= was_cut;
            match text {
                RichText::Html(html) => found.html = Some(html),
                RichText::Plain(text) if !text.trim().is_empty() => found.rich = Some(text),
                RichText::Plain(_) => {}
            }
        }
        found
    }

    /// The text as a person reads it.
    pub(crate) fn as_read(&self, most: usize) -> String {
        let read = match (&self.plain, &self.html, &self.rich) {
            (Some(plain), ..) => plain.clone(),
            (None, Some(html), _) => html_to_text(html),
            (None, None, rich) => rich.clone().unwrap_or_default(),
        };
        cut(read.trim_end().to_owned(), most).0
    }
}

/// The page of an item: in Unicode, or in the code page that PidTagInternetCodepage names.
fn html(properties: &Properties) -> Option<String> {
    let page = properties.number(0x3FDE).and_then(|page| u32::try_from(page).ok()).or(properties.code_page);
    let text = match properties.get(0x1013)? {
        Value::Text(text) => text.clone(),
        Value::Binary(bytes) | Value::Bytes8(bytes) => property::decoded(bytes, page),
        Value::Number(_) | Value::Time(_) => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// The rich text of an item, and whether all of it is there.
pub(super) fn rich(properties: &Properties, most: usize) -> Option<(Vec<u8>, bool)> {
    lzfu::decompressed(properties.bytes(0x1009)?, most)
}
