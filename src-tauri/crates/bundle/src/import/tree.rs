//! The pages of a document in their order, as readers walk to them (ISO 32000-1, 7.7.3).

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeSet;

/// Levels of the tree, pages and nodes that are followed at most.
const DEPTH: usize = 256;
const PAGES: usize = 200_000;
const NODES: usize = 1_000_000;

/// Types of object that are dictionaries and nothing else.
const DICTIONARIES: [&[u8]; 8] =
    [b"Catalog", b"Pages", b"Page", b"Font", b"FontDescriptor", b"ExtGState", b"Annot", b"Encoding"];

/// Makes dictionaries of what is one by its type, and was written as an empty stream, and objects of pages that stand
/// in their node itself; readers see no difference.
pub(super) fn settle(document: &mut Document) {
    let direct = |(id, object): (&ObjectId, &Object)| {
        let kids = object.as_dict().ok()?.get(b"Kids").ok()?.as_array().ok()?;
        kids.iter().any(|kid| kid.as_dict().is_ok()).then_some(*id)
    };
    for node in document.objects.iter().filter_map(direct).collect::<Vec<_>>() {
        let kids = document.get_dictionary(node).and_then(|node| node.get(b"Kids")).cloned();
        let Ok(Object::Array(mut kids)) = kids else { continue };
        for kid in kids.iter_mut().filter(|kid| kid.as_dict().is_ok()) {
            let page = std::mem::replace(kid, Object::Null);
            *kid = Object::Reference(document.add_object(page));
        }
        if let Ok(node) = document.get_object_mut(node).and_then(Object::as_dict_mut) {
            node.set("Kids", Object::Array(kids));
        }
    }
    for object in document.objects.values_mut() {
        let Object::Stream(Stream { dict, .. }) = object else { continue };
        if dict.get_type().is_ok_and(|name| DICTIONARIES.contains(&name)) {
            let mut entries = std::mem::take(dict);
            entries.remove(b"Length");
            *object = Object::Dictionary(entries);
        }
    }
}

/// Every page, as often as it is listed; a node that lists itself, or one above it, ends there.
///
/// What is listed counts as a page unless it says that it is a node: so do other readers, and no page is lost over a wrong
/// type.
pub(crate) fn pages(document: &Document) -> Vec<ObjectId> {
    let mut pages = Vec::new();
    let root = document.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok());
    let Some(root) = root.and_then(|root| document.dereference(root).ok()?.0) else { return pages };
    let mut above = BTreeSet::from([root]);
    let mut waiting = vec![(root, kids(document, root))];
    let mut met = 0;
    while let Some((node, rest)) = waiting.last_mut() {
        let Some((kid, others)) = rest.split_first() else {
            above.remove(node);
            waiting.pop();
            continue;
        };
        *rest = others;
        met += 1;
        if met > NODES || pages.len() >= PAGES {
            break;
        }
        let Ok(id) = kid.as_reference() else { continue };
        if document.get_dictionary(id).is_ok_and(|entries| is_node(document, entries)) {
            if waiting.len() < DEPTH && above.insert(id) {
                waiting.push((id, kids(document, id)));
            }
        } else {
            pages.push(id);
        }
    }
    pages
}

fn kids(document: &Document, node: ObjectId) -> &[Object] {
    let list = document.get_dictionary(node).and_then(|node| node.get_deref(b"Kids", document));
    list.and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn is_node(document: &Document, entries: &Dictionary) -> bool {
    match entries.get_deref(b"Type", document).and_then(Object::as_name) {
        Ok(name) => name == b"Pages",
        Err(_) => entries.has(b"Kids") && !entries.has(b"MediaBox"),
    }
}

/// Whether one of them is a page for sure: a dictionary that says so, or has a content or a box.
pub(super) fn any_real(document: &Document, pages: &[ObjectId]) -> bool {
    pages
        .iter()
        .filter_map(|page| document.get_dictionary(*page).ok())
        .any(|entries| entries.has_type(b"Page") || entries.has(b"Contents") || entries.has(b"MediaBox"))
}
