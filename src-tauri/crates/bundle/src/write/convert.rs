//! Objects of the lopdf that printpdf is built on, to objects of the lopdf that we assemble with.
//!
//! The one place that knows both versions: raising printpdf may change the first.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use lopdf_of_printpdf as old;
use std::collections::BTreeMap;

/// Copies the font dictionary of the first page, with all that it refers to.
pub(super) fn fonts(document: &old::Document, target: &mut Document) -> ObjectId {
    let fonts = document
        .get_pages()
        .into_values()
        .next()
        .and_then(|page| document.get_dictionary(page).ok())
        .and_then(|page| dictionary_at(document, page, b"Resources"))
        .and_then(|resources| dictionary_at(document, resources, b"Font"));
    let mut copied = BTreeMap::new();
    let converted =
        fonts.map_or_else(Dictionary::new, |fonts| dictionary(document, fonts, target, &mut copied));
    target.add_object(converted)
}

fn dictionary_at<'d>(
    document: &'d old::Document,
    dictionary: &'d old::Dictionary,
    key: &[u8],
) -> Option<&'d old::Dictionary> {
    let value = dictionary.get(key).ok()?;
    document.dereference(value).ok()?.1.as_dict().ok()
}

type Copied = BTreeMap<old::ObjectId, ObjectId>;

fn object(source: &old::Document, value: &old::Object, target: &mut Document, copied: &mut Copied) -> Object {
    match value {
        old::Object::Null => Object::Null,
        old::Object::Boolean(value) => Object::Boolean(*value),
        old::Object::Integer(value) => Object::Integer(*value),
        old::Object::Real(value) => Object::Real(*value),
        old::Object::Name(name) => Object::Name(subset_tag(name)),
        old::Object::String(bytes, old::StringFormat::Literal) => {
            Object::String(bytes.clone(), lopdf::StringFormat::Literal)
        }
        old::Object::String(bytes, old::StringFormat::Hexadecimal) => {
            Object::String(bytes.clone(), lopdf::StringFormat::Hexadecimal)
        }
        old::Object::Array(items) => {
            Object::Array(items.iter().map(|item| object(source, item, target, copied)).collect())
        }
        old::Object::Dictionary(entries) => Object::Dictionary(dictionary(source, entries, target, copied)),
        old::Object::Stream(stream) => {
            let entries = dictionary(source, &stream.dict, target, copied);
            let mut converted = Stream::new(entries, stream.content.clone());
            // Fonts are packed with the rest of the file.
            converted.allows_compression = true;
            Object::Stream(converted)
        }
        old::Object::Reference(id) => Object::Reference(reference(source, *id, target, copied)),
    }
}

fn dictionary(
    source: &old::Document,
    entries: &old::Dictionary,
    target: &mut Document,
    copied: &mut Copied,
) -> Dictionary {
    entries.iter().map(|(key, value)| (key.clone(), object(source, value, target, copied))).collect()
}

fn reference(
    source: &old::Document,
    id: old::ObjectId,
    target: &mut Document,
    copied: &mut Copied,
) -> ObjectId {
    if let Some(id) = copied.get(&id) {
        return *id;
    }
    let new = target.new_object_id();
    copied.insert(id, new);
    let value = source.get_object(id).map_or(Object::Null, |value| object(source, value, target, copied));
    target.set_object(new, value);
    new
}

/// A face cut to its glyphs says so in its name (ISO 32000-1, 9.6.4).
fn subset_tag(name: &[u8]) -> Vec<u8> {
    let ours = crate::font::Face::ALL.iter().any(|face| face.name().as_bytes() == name);
    if ours { [b"JOINDR+", name].concat() } else { name.to_vec() }
}
