//! A file read for its structure, without the bytes of its pictures.

use super::CheckError;
use crate::import;
use lopdf::{Document, Object, ObjectId};
use std::collections::BTreeMap;

/// A file read back.
pub(super) struct Opened {
    pub(super) document: Document,
    pub(super) pages: Vec<ObjectId>,
    /// Places of the pages, from 0.
    places: BTreeMap<ObjectId, usize>,
}

impl Opened {
    pub(super) fn new(bytes: &[u8]) -> Result<Self, CheckError> {
        let document = import::bounded(bytes, Some(without_pictures)).map_err(|error| match error {
            lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_) => CheckError::Locked,
            _ => CheckError::NotPdf,
        })?;
        if document.is_encrypted() {
            return Err(CheckError::Locked);
        }
        let pages: Vec<ObjectId> = import::pages(&document);
        let mut places = BTreeMap::new();
        for (place, id) in pages.iter().enumerate() {
            places.entry(*id).or_insert(place);
        }
        Ok(Self { document, pages, places })
    }

    /// The page that a destination leads to, from 1, with the rest of the destination.
    pub(super) fn destination<'d>(&'d self, destination: &'d Object) -> Option<(usize, &'d [Object])> {
        let array = import::explicit(&self.document, destination)?;
        let (first, rest) = array.split_first()?;
        let place = match first {
            Object::Reference(id) => *self.places.get(id)?,
            // Some programs count pages instead; ISO 32000-1 allows it for other files only, but readers follow.
            other => usize::try_from(other.as_i64().ok()?).ok().filter(|place| *place < self.pages.len())?,
        };
        Some((place + 1, rest))
    }
}

/// The library keeps what is left in `object`, and for objects out of an object stream what is returned: streams,
/// which are never in one, need no copy.
fn without_pictures(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    let Object::Stream(stream) = object else { return Some((id, object.clone())) };
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
    if kind == b"Image" || kind == b"Form" {
        stream.content = Vec::new();
    }
    Some((id, Object::Null))
}
