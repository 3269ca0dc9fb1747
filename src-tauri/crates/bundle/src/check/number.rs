//! The number printed on a page of ours: the last words that its own content shows, because the foot is drawn last.
//!
//! "7" in a bundle, "7 of 9" in a report.

use super::Rule;
use super::lint::Notes;
use super::opened::Opened;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};
use std::collections::HashMap;

/// Bytes that the content of a page, or the map of a font, may unpack to.
const LIMIT: usize = 64 * 1024 * 1024;

/// Reads printed numbers; maps of fonts are read once.
pub(super) struct Numbers<'d> {
    document: &'d Document,
    encodings: HashMap<ObjectId, Option<Encoding<'d>>>,
}

impl<'d> Numbers<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self { document, encodings: HashMap::new() }
    }

    /// Holds the number on a page of ours against its place.
    pub(super) fn check(&mut self, opened: &Opened, number: usize, notes: &mut Notes) {
        let Some(id) = number.checked_sub(1).and_then(|place| opened.pages.get(place)) else { return };
        let text = match self.printed(*id) {
            Some(printed)
                if printed == number.to_string()
                    || printed == format!("{number} of {}", opened.pages.len()) =>
            {
                return;
            }
            Some(printed) => format!("page {number} bears the number {printed}"),
            None => format!("page {number} bears no number"),
        };
        notes.fault(Rule::Numbered, Some(number), None, text);
    }

    /// `None` where the page shows no words of its own.
    fn printed(&mut self, page: ObjectId) -> Option<String> {
        let content = self.document.get_page_content_with_limit(page, LIMIT).ok()?;
        let operations = Content::decode(&content).ok()?.operations;
        let shown =
            operations.iter().rposition(|operation| matches!(operation.operator.as_str(), "Tj" | "TJ"))?;
        let font = operations.iter().take(shown).rfind(|operation| operation.operator == "Tf")?;
        let font = self.font(page, font.operands.first()?.as_name().ok()?)?;
        let encoding = self.encoding(font)?;
        let text = Document::decode_text(encoding, &shown_bytes(operations.get(shown)?)).ok()?;
        Some(text.trim().to_owned())
    }

    fn font(&self, page: ObjectId, name: &[u8]) -> Option<ObjectId> {
        let entry = |dictionary: &'d Dictionary, key: &[u8]| {
            dictionary.get_deref(key, self.document).and_then(Object::as_dict).ok()
        };
        let resources = entry(self.document.get_dictionary(page).ok()?, b"Resources")?;
        entry(resources, b"Font")?.get(name).and_then(Object::as_reference).ok()
    }

    fn encoding(&mut self, font: ObjectId) -> Option<&Encoding<'d>> {
        let document = self.document;
        let read = || {
            let font = document.get_dictionary(font).ok()?;
            font.get_font_encoding_with_limit(document, LIMIT).ok()
        };
        self.encodings.entry(font).or_insert_with(read).as_ref()
    }
}

/// The bytes of all strings that an operator shows.
fn shown_bytes(operation: &Operation) -> Vec<u8> {
    let strings = |object: &Object| object.as_str().unwrap_or_default().to_vec();
    match operation.operands.first() {
        Some(Object::Array(items)) => items.iter().flat_map(strings).collect(),
        Some(string) => strings(string),
        None => Vec::new(),
    }
}
