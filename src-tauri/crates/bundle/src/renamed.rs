//! Values of one document as values of another: every reference gets the name that it has there.

use lopdf::{Dictionary, Object, ObjectId};

/// A value with its references renamed by `name`; entries with a key in `dropped` are left out at every depth.
pub(crate) fn value(value: Object, dropped: &[&[u8]], name: &mut dyn FnMut(ObjectId) -> ObjectId) -> Object {
    match value {
        Object::Reference(id) => Object::Reference(name(id)),
        Object::Array(items) => {
            Object::Array(items.into_iter().map(|item| self::value(item, dropped, name)).collect())
        }
        Object::Dictionary(entries) => Object::Dictionary(dictionary(entries, dropped, name)),
        Object::Stream(mut stream) => {
            stream.dict = dictionary(std::mem::take(&mut stream.dict), dropped, name);
            Object::Stream(stream)
        }
        plain => plain,
    }
}

/// The same of a dictionary.
pub(crate) fn dictionary(
    mut entries: Dictionary,
    dropped: &[&[u8]],
    name: &mut dyn FnMut(ObjectId) -> ObjectId,
) -> Dictionary {
    for key in dropped {
        entries.remove(key);
    }
    for (_, entry) in entries.iter_mut() {
        *entry = value(std::mem::replace(entry, Object::Null), dropped, name);
    }
    entries
}
