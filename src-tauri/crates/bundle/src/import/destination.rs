//! Where a link of the original leads (ISO 32000-1, 12.3.2 and 12.6.4).

use super::open::{DEPTH, dictionary};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// A place that a link may lead to in the bundle.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Target {
    /// An address on the web or of a mailbox.
    Uri(Vec<u8>),
    /// A page of the same original, from 0.
    Page(usize),
}

/// Programs, files and scripts are not followed.
pub(super) fn of_link(
    document: &Document,
    link: &Dictionary,
    pages: &BTreeMap<ObjectId, usize>,
) -> Option<Target> {
    if let Ok(destination) = link.get_deref(b"Dest", document) {
        return page(document, destination, pages).map(Target::Page);
    }
    let action = dictionary(document, link.get(b"A").ok()?)?;
    match action.get_deref(b"S", document).ok()?.as_name().ok()? {
        b"URI" => {
            let address = action.get_deref(b"URI", document).ok()?.as_str().ok()?;
            let lower = address.to_ascii_lowercase();
            let safe = [&b"http://"[..], b"https://", b"mailto:"].iter().any(|s| lower.starts_with(s));
            safe.then(|| Target::Uri(address.to_vec()))
        }
        b"GoTo" => page(document, action.get_deref(b"D", document).ok()?, pages).map(Target::Page),
        _ => None,
    }
}

fn page(document: &Document, destination: &Object, pages: &BTreeMap<ObjectId, usize>) -> Option<usize> {
    let id = explicit(document, destination)?.first()?.as_reference().ok()?;
    pages.get(&id).copied()
}

/// The array that a destination stands for, itself or by name.
pub(crate) fn explicit<'d>(document: &'d Document, destination: &'d Object) -> Option<&'d [Object]> {
    let array = match destination {
        Object::Name(name) => named(document, name)?,
        Object::String(name, _) => named(document, name)?,
        other => other,
    };
    let array = match array {
        Object::Dictionary(entries) => entries.get_deref(b"D", document).ok()?,
        other => other,
    };
    array.as_array().ok().map(Vec::as_slice)
}

fn named<'d>(document: &'d Document, name: &[u8]) -> Option<&'d Object> {
    let catalog = document.catalog().ok()?;
    let old = catalog.get(b"Dests").ok().and_then(|dests| dictionary(document, dests));
    if let Some(found) = old.and_then(|dests| dests.get_deref(name, document).ok()) {
        return Some(found);
    }
    let names = dictionary(document, catalog.get(b"Names").ok()?)?;
    let tree = dictionary(document, names.get(b"Dests").ok()?)?;
    in_tree(document, tree, name, 0)
}

fn in_tree<'d>(
    document: &'d Document,
    node: &'d Dictionary,
    name: &[u8],
    depth: usize,
) -> Option<&'d Object> {
    if depth > DEPTH {
        return None;
    }
    if let Ok(names) = node.get_deref(b"Names", document).and_then(Object::as_array) {
        let pair = names
            .chunks_exact(2)
            .find(|pair| pair.first().and_then(|key| key.as_str().ok()).is_some_and(|key| key == name));
        if let Some([_, value]) = pair {
            return document.dereference(value).ok().map(|(_, value)| value);
        }
    }
    let kids = node.get_deref(b"Kids", document).and_then(Object::as_array).ok()?;
    kids.iter()
        .filter_map(|kid| dictionary(document, kid))
        .filter(|kid| within(document, kid, name))
        .find_map(|kid| in_tree(document, kid, name, depth + 1))
}

fn within(document: &Document, node: &Dictionary, name: &[u8]) -> bool {
    let Ok(limits) = node.get_deref(b"Limits", document).and_then(Object::as_array) else { return true };
    match limits.as_slice() {
        [low, high] => {
            low.as_str().is_ok_and(|low| low <= name) && high.as_str().is_ok_and(|high| name <= high)
        }
        _ => true,
    }
}
