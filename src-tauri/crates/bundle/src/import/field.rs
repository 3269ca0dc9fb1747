//! Answers in form fields, for fields that do not draw them (ISO 32000-1, 12.7.4).

use super::annotation::ancestors;
use lopdf::{Dictionary, Document, Object};

/// Longest answer printed on an exhibit sheet, in characters.
const LONGEST: usize = 300;

/// Name and answer of a field whose widget has no appearance; `None` where it holds no answer.
pub(super) fn answer(document: &Document, widget: &Dictionary) -> Option<(String, String)> {
    let chain = ancestors(document, widget);
    let inherited = |key: &[u8]| {
        chain.iter().find_map(|node| node.get_deref(key, document).ok().filter(|value| !value.is_null()))
    };
    if inherited(b"FT").and_then(|kind| kind.as_name().ok()) == Some(b"Sig") {
        return None;
    }
    let value = match inherited(b"V")? {
        Object::Name(state) if state == b"Off" => return None,
        Object::Name(state) => String::from_utf8_lossy(state).into_owned(),
        Object::Array(items) => items
            .iter()
            .filter_map(|item| words(document.dereference(item).ok()?.1))
            .collect::<Vec<_>>()
            .join(", "),
        Object::Stream(stream) => {
            let bytes = stream.decompressed_content_with_limit(64 * 1024).ok()?;
            words(&Object::String(bytes, lopdf::StringFormat::Literal))?
        }
        other => words(other)?,
    };
    if value.is_empty() {
        return None;
    }
    let mut name: Vec<String> =
        chain.iter().filter_map(|node| words(node.get_deref(b"T", document).ok()?)).collect();
    name.reverse();
    Some((name.join("."), value))
}

/// A field of words rather than of states.
pub(super) fn is_words(document: &Document, widget: &Dictionary) -> bool {
    let kind = ancestors(document, widget)
        .iter()
        .find_map(|node| node.get_deref(b"FT", document).and_then(Object::as_name).ok());
    matches!(kind, Some(b"Tx" | b"Ch"))
}

/// A text string in words, cut where it is very long; `None` where it is empty.
pub(super) fn words(value: &Object) -> Option<String> {
    let text = lopdf::decode_text_string(value).ok()?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return None;
    }
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Some(short)
}

/// A field for a digital signature that holds none (ISO 32000-1, 12.7.4.5).
pub(super) fn is_unsigned(document: &Document, widget: &Dictionary) -> bool {
    let chain = ancestors(document, widget);
    let held = |key: &[u8]| {
        chain.iter().find_map(|node| node.get_deref(key, document).ok().filter(|value| !value.is_null()))
    };
    held(b"FT").and_then(|kind| kind.as_name().ok()) == Some(b"Sig") && held(b"V").is_none()
}
