//! Catalogue, labels and outline.

use super::{Lint, Opened};
use lopdf::{Dictionary, Document, Object, decode_text_string};

/// Bookmarks followed at most.
const BOOKMARKS: usize = 1_000_000;

pub(super) fn check(opened: &Opened, lint: &mut Lint) {
    let document = &opened.document;
    let Ok(catalog) = document.catalog() else {
        lint.note("EB-01", None, "the file has no catalogue");
        return;
    };
    if catalog.get_deref(b"PageMode", document).and_then(Object::as_name).ok() != Some(b"UseOutlines") {
        lint.note("EB-05", None, "the bookmarks are not shown when the file is opened");
    }
    labels(document, catalog, lint);
    open_action(opened, catalog, lint);
    let outlines = catalog.get_deref(b"Outlines", document).and_then(Object::as_dict);
    match outlines.and_then(|outlines| outlines.get_deref(b"First", document)).and_then(Object::as_dict) {
        Ok(first) => bookmarks(opened, first, lint),
        Err(_) => lint.note("EB-05", None, "the file has no bookmarks"),
    }
}

fn labels(document: &Document, catalog: &Dictionary, lint: &mut Lint) {
    let Ok(labels) = catalog.get_deref(b"PageLabels", document).and_then(Object::as_dict) else { return };
    let range =
        labels.get_deref(b"Nums", document).and_then(Object::as_array).ok().and_then(|nums| {
            match nums.as_slice() {
                [Object::Integer(0), range] => document.dereference(range).ok()?.1.as_dict().ok(),
                _ => None,
            }
        });
    let plain = range.is_some_and(|range| {
        range.get(b"S").and_then(Object::as_name).ok() == Some(b"D")
            && range.get(b"St").and_then(Object::as_i64).unwrap_or(1) == 1
            && !range.has(b"P")
    });
    if !plain {
        lint.note("EB-03", None, "the page labels are not 1, 2, 3 from the first page on");
    }
}

fn open_action(opened: &Opened, catalog: &Dictionary, lint: &mut Lint) {
    let action = catalog.get_deref(b"OpenAction", &opened.document).ok();
    let good = action.and_then(|action| opened.destination(action)).is_some_and(|(page, rest)| {
        let zoom = rest.get(3).and_then(|zoom| zoom.as_float().ok());
        page == 1 && rest.first().and_then(|kind| kind.as_name().ok()) == Some(b"XYZ") && zoom == Some(1.0)
    });
    if !good {
        lint.note("EB-08", None, "the file does not open on page 1 at 100 %");
    }
}

/// Each bookmark must lead to the page whose number it names.
fn bookmarks(opened: &Opened, first: &Dictionary, lint: &mut Lint) {
    let document = &opened.document;
    let below = |entry: &Dictionary, key: &[u8]| {
        entry.get(key).and_then(Object::as_reference).and_then(|id| document.get_dictionary(id)).ok().cloned()
    };
    let mut waiting = vec![first.clone()];
    let mut left = BOOKMARKS;
    while let Some(entry) = waiting.pop() {
        left -= 1;
        if left == 0 {
            lint.note("EB-05", None, "the bookmarks do not end");
            return;
        }
        let title = entry.get_deref(b"Title", document).ok().and_then(|title| decode_text_string(title).ok());
        let title = title.unwrap_or_default();
        let page = entry.get_deref(b"Dest", document).ok().and_then(|dest| opened.destination(dest));
        match page {
            Some((page, _)) if title.ends_with(&format!(" page {page}")) => {}
            Some((page, _)) => {
                lint.note(
                    "EB-05",
                    Some(page),
                    format!("the bookmark “{title}” does not end in its page number"),
                );
            }
            None => lint.note("EB-05", None, format!("the bookmark “{title}” leads nowhere")),
        }
        waiting.extend(below(&entry, b"Next"));
        waiting.extend(below(&entry, b"First"));
    }
}
