//! Page labels (ISO 32000-1, 12.4.2), held against the numbers of the pages (EB-03).

use super::Rule;
use super::lint::Notes;
use super::opened::Opened;
use lopdf::{Dictionary, Document, Object, decode_text_string};
use std::collections::BTreeMap;

/// Ranges read at most, and levels of the tree that holds them.
const RANGES: usize = 100_000;
const DEPTH: usize = 32;

/// Holds the labels against the numbers; returns how many pages of the bundle are in files before this one.
pub(super) fn check(opened: &Opened, catalog: &Dictionary, notes: &mut Notes) -> usize {
    let document = &opened.document;
    let Ok(tree) = catalog.get_deref(b"PageLabels", document).and_then(Object::as_dict) else {
        notes.remark(Rule::Labels, "The file has no page labels; readers count the pages themselves.");
        return 0;
    };
    let mut ranges = BTreeMap::new();
    read(document, tree, 0, &mut ranges);
    let offset = before(document, &ranges);
    if offset > 0 {
        let text = format!("The file is a part of a bundle: its labels begin at page {}.", offset + 1);
        notes.remark(Rule::Labels, text);
    }
    let mut range = None;
    for place in 0..opened.pages.len() {
        if let Some(next) = ranges.get(&place) {
            range = Some((place, next));
        }
        let label = range.map(|(start, range)| label(document, range, place - start)).unwrap_or_default();
        let number = place + 1 + offset;
        if label != number.to_string() {
            let text = if label.is_empty() {
                format!("Page {number} has no label.")
            } else {
                format!("Page {number} has another label than {number}.")
            };
            notes.fault(Rule::Labels, Some(place + 1), None, text);
        }
    }
    offset
}

/// Only one plain series of figures that begins later than at 1 says that there are files before.
fn before(document: &Document, ranges: &BTreeMap<usize, &Dictionary>) -> usize {
    let Some(range) = ranges.get(&0).filter(|range| ranges.len() == 1 && !range.has(b"P")) else { return 0 };
    let figures = range.get_deref(b"S", document).and_then(Object::as_name).ok() == Some(b"D");
    let start = range.get_deref(b"St", document).and_then(Object::as_i64).unwrap_or(1);
    if figures { usize::try_from(start).unwrap_or(1).saturating_sub(1) } else { 0 }
}

fn read<'d>(
    document: &'d Document,
    node: &'d Dictionary,
    depth: usize,
    ranges: &mut BTreeMap<usize, &'d Dictionary>,
) {
    if depth > DEPTH || ranges.len() > RANGES {
        return;
    }
    if let Ok(pairs) = node.get_deref(b"Nums", document).and_then(Object::as_array) {
        for pair in pairs.chunks_exact(2) {
            let [start, range] = pair else { continue };
            let start = document.dereference(start).ok().and_then(|(_, start)| start.as_i64().ok());
            let range = document.dereference(range).ok().and_then(|(_, range)| range.as_dict().ok());
            if let (Some(start), Some(range)) = (start.and_then(|n| usize::try_from(n).ok()), range) {
                ranges.insert(start, range);
            }
        }
    }
    let kids = node.get_deref(b"Kids", document).and_then(Object::as_array);
    for kid in kids.into_iter().flatten() {
        if let Ok((_, Object::Dictionary(kid))) = document.dereference(kid) {
            read(document, kid, depth + 1, ranges);
        }
    }
}

fn label(document: &Document, range: &Dictionary, offset: usize) -> String {
    let prefix = range.get_deref(b"P", document).ok().and_then(|prefix| decode_text_string(prefix).ok());
    let mut label = prefix.unwrap_or_default();
    let start = range.get_deref(b"St", document).and_then(Object::as_i64).unwrap_or(1);
    let number = usize::try_from(start).unwrap_or(1).saturating_add(offset);
    match range.get_deref(b"S", document).and_then(Object::as_name) {
        Ok(b"D") => label.push_str(&number.to_string()),
        // Letters and Roman figures are never equal to a number in figures.
        Ok(_) => label.push('?'),
        Err(_) => {}
    }
    label
}
