//! Nested bookmarks: sections, and the documents in them (EB-05).

use super::text_string;
use super::tree::Tree;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A bookmark with the bookmarks under it.
#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    pub(crate) title: String,
    /// The page's number, from 1.
    pub(crate) page: usize,
    pub(crate) children: Vec<Bookmark>,
}

/// Writes the outline and returns its root.
pub(super) fn write(document: &mut Document, tree: &Tree, bookmarks: &[Bookmark]) -> ObjectId {
    let root = document.new_object_id();
    let (mut entries, shown) = level(document, tree, bookmarks, root);
    entries.set("Type", Object::Name(b"Outlines".to_vec()));
    entries.set("Count", Object::Integer(shown));
    document.set_object(root, Object::Dictionary(entries));
    root
}

/// Writes the bookmarks under `parent`: the entries that point to the first and last, and how many show.
fn level(
    document: &mut Document,
    tree: &Tree,
    bookmarks: &[Bookmark],
    parent: ObjectId,
) -> (Dictionary, i64) {
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| document.new_object_id()).collect();
    let mut shown = 0;
    for (index, bookmark) in bookmarks.iter().enumerate() {
        let Some(id) = ids.get(index).copied() else { continue };
        let (mut entries, below) = level(document, tree, &bookmark.children, id);
        if below > 0 {
            entries.set("Count", Object::Integer(below));
        }
        shown += 1 + below;
        entries.set("Title", text_string(&format!("{} – page {}", bookmark.title, bookmark.page)));
        entries.set("Parent", Object::Reference(parent));
        if let Some(destination) = tree.destination(bookmark.page) {
            entries.set("Dest", destination);
        }
        if let Some(before) = index.checked_sub(1).and_then(|before| ids.get(before)) {
            entries.set("Prev", Object::Reference(*before));
        }
        if let Some(after) = ids.get(index + 1) {
            entries.set("Next", Object::Reference(*after));
        }
        document.set_object(id, Object::Dictionary(entries));
    }
    let mut entries = Dictionary::new();
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        entries.set("First", Object::Reference(*first));
        entries.set("Last", Object::Reference(*last));
    }
    (entries, shown)
}
