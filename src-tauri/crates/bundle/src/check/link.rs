//! Links of a page: where they stand and where they lead.

use super::Rule;
use super::lint::Notes;
use super::opened::Opened;
use crate::import::Rect;
use lopdf::{Dictionary, Object};

/// Links read on one page at most.
const LINKS: usize = 20_000;

/// A link inside the file.
pub(super) struct PageLink {
    /// In the page's own units.
    pub(super) rect: Rect,
    /// The page that it leads to, from 1.
    pub(super) page: Option<usize>,
}

/// The links of page `number` that stay inside the file.
pub(super) fn read(opened: &Opened, number: usize) -> Vec<PageLink> {
    let document = &opened.document;
    let page = number.checked_sub(1).and_then(|place| opened.pages.get(place));
    let Some(page) = page.and_then(|id| document.get_dictionary(*id).ok()) else { return Vec::new() };
    let annotations = page.get_deref(b"Annots", document).and_then(Object::as_array);
    let links = annotations.into_iter().flatten().take(LINKS).filter_map(|annotation| {
        let link = document.dereference(annotation).ok()?.1.as_dict().ok()?;
        inside(opened, link)
    });
    links.collect()
}

fn inside(opened: &Opened, link: &Dictionary) -> Option<PageLink> {
    let document = &opened.document;
    let named = |entry: &Dictionary, key: &[u8]| {
        entry.get_deref(key, document).and_then(Object::as_name).unwrap_or_default().to_vec()
    };
    if named(link, b"Subtype") != b"Link" {
        return None;
    }
    let action = link.get_deref(b"A", document).and_then(Object::as_dict).ok();
    if action.is_some_and(|action| named(action, b"S") != b"GoTo") {
        return None;
    }
    let destination = match action {
        Some(action) => action.get_deref(b"D", document),
        None => link.get_deref(b"Dest", document),
    };
    let page = destination.ok().and_then(|destination| opened.destination(destination)).map(|(page, _)| page);
    let rect = link.get(b"Rect").ok().and_then(|rect| Rect::read(document, rect));
    Some(PageLink { rect: rect.unwrap_or(Rect { x0: 0.0, y0: 0.0, x1: 0.0, y1: 0.0 }), page })
}

/// A link that leads nowhere is a fault wherever it stands.
pub(super) fn check(links: &[PageLink], number: usize, notes: &mut Notes) {
    for _ in links.iter().filter(|link| link.page.is_none()) {
        notes.fault(Rule::IndexLinks, Some(number), None, format!("A link on page {number} leads nowhere."));
    }
}
