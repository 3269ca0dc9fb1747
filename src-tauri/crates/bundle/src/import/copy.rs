//! Objects of the original to objects of the bundle, by reach from what a page draws with.

use super::layer::Layers;
use crate::renamed;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// Entries that lead away from what is drawn, or say more than the bundle should.
const DROPPED: [&[u8]; 13] = [
    b"Parent",
    b"StructParent",
    b"StructParents",
    b"AA",
    b"AF",
    b"PieceInfo",
    b"Metadata",
    b"LastModified",
    b"OpenAction",
    b"JavaScript",
    b"Thumb",
    b"OPI",
    b"Alternates",
];

/// Types of object that no drawing needs.
const REFUSED: [&[u8]; 8] =
    [b"Page", b"Pages", b"Catalog", b"StructElem", b"StructTreeRoot", b"Annot", b"Filespec", b"Action"];

/// Moves objects from one original into the bundle, each once.
pub(super) struct Copier<'d> {
    pub(super) source: &'d mut Document,
    pub(super) target: &'d mut Document,
    copied: BTreeMap<ObjectId, ObjectId>,
    waiting: Vec<(ObjectId, ObjectId)>,
    /// Layers met: their new objects, and whether they are hidden.
    pub(super) layers: Vec<(ObjectId, bool)>,
}

impl<'d> Copier<'d> {
    pub(super) fn new(source: &'d mut Document, target: &'d mut Document) -> Self {
        Self { source, target, copied: BTreeMap::new(), waiting: Vec::new(), layers: Vec::new() }
    }

    /// A value with its references renamed; what they refer to is copied by [`Self::finish`].
    pub(super) fn value(&mut self, value: Object) -> Object {
        renamed::value(value, &DROPPED, &mut |id| self.reference(id))
    }

    pub(super) fn dictionary(&mut self, entries: Dictionary) -> Dictionary {
        renamed::dictionary(entries, &DROPPED, &mut |id| self.reference(id))
    }

    pub(super) fn reference(&mut self, id: ObjectId) -> ObjectId {
        if let Some(new) = self.copied.get(&id) {
            return *new;
        }
        let new = self.target.new_object_id();
        self.copied.insert(id, new);
        self.waiting.push((id, new));
        new
    }

    /// Moves over everything that was referred to. Bytes of streams are moved, not copied or repacked.
    pub(super) fn finish(&mut self, layers: &Layers) {
        while let Some((old, new)) = self.waiting.pop() {
            let object = match self.source.objects.remove(&old) {
                Some(object) if !is_refused(&object) => object,
                _ => Object::Null,
            };
            if is_type(&object, b"OCG") {
                self.layers.push((new, layers.hides(old)));
            }
            let object = self.value(object);
            self.target.set_object(new, object);
        }
    }
}

fn is_refused(object: &Object) -> bool {
    REFUSED.iter().any(|name| is_type(object, name))
}

fn is_type(object: &Object, name: &[u8]) -> bool {
    match object {
        Object::Dictionary(entries) => entries.get(b"Type").and_then(Object::as_name).ok() == Some(name),
        _ => false,
    }
}
