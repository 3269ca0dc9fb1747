//! What a finished bundle tells the program that made it, so that a batch which goes on can say it again (page-piece
//! dictionary, ISO 32000-1, 14.5).

use crate::assemble::text_string;
use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object};

/// Under which name it stands there.
const PROGRAM: &str = "Joinder";

/// What a bundle tells about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Number of pages.
    pub pages: usize,
    /// Pages without searchable text, from 1 (EB-06).
    pub pictures: Vec<usize>,
    /// Exhibits that could not be printed: mark and reason.
    pub placeholders: Vec<(String, String)>,
}

/// The entry `PieceInfo` of the catalogue.
pub(crate) fn piece(told: &Told, date: Date) -> Object {
    let pictures = told.pictures.iter().filter_map(|page| i64::try_from(*page).ok()).map(Object::Integer);
    let placeholders = told
        .placeholders
        .iter()
        .map(|(label, reason)| Object::Array(vec![text_string(label), text_string(reason)]));
    let mut private = Dictionary::new();
    private.set("Pictures", Object::Array(pictures.collect()));
    private.set("Placeholders", Object::Array(placeholders.collect()));
    let mut piece = Dictionary::new();
    let day = format!("D:{:04}{:02}{:02}000000Z", date.year(), date.month(), date.day());
    piece.set("LastModified", text_string(&day));
    piece.set("Private", Object::Dictionary(private));
    let mut pieces = Dictionary::new();
    pieces.set(PROGRAM, Object::Dictionary(piece));
    Object::Dictionary(pieces)
}

/// What the catalogue tells; `None` in a file that is none of ours.
pub(crate) fn read(document: &Document, pages: usize) -> Option<Told> {
    let entry = |of: &'_ Dictionary, key: &[u8]| of.get_deref(key, document).cloned().ok();
    let dictionary = |object: Object| object.as_dict().cloned().ok();
    let pieces = entry(document.catalog().ok()?, b"PieceInfo").and_then(dictionary)?;
    let piece = entry(&pieces, PROGRAM.as_bytes()).and_then(dictionary)?;
    let private = entry(&piece, b"Private").and_then(dictionary)?;
    let list =
        |key: &[u8]| entry(&private, key).and_then(|list| list.as_array().cloned().ok()).unwrap_or_default();
    let page =
        |item: &Object| usize::try_from(item.as_i64().ok()?).ok().filter(|page| (1..=pages).contains(page));
    let words = |item: Option<&Object>| lopdf::decode_text_string(item?).ok();
    let placeholder = |item: &Object| {
        let pair = item.as_array().ok()?;
        Some((words(pair.first())?, words(pair.get(1))?))
    };
    Some(Told {
        pages,
        pictures: list(b"Pictures").iter().filter_map(page).collect(),
        placeholders: list(b"Placeholders").iter().filter_map(placeholder).collect(),
    })
}
