//! Bookmarks: each leads to a page and names its number (EB-05).

use super::Rule;
use super::lint::Notes;
use super::opened::Opened;
use lopdf::{Dictionary, Object, ObjectId, decode_text_string};
use std::collections::BTreeSet;

/// Bookmarks followed at most.
const BOOKMARKS: usize = 200_000;

/// A bookmark.
pub(super) struct Bookmark {
    title: String,
    /// The page that it leads to, from 1.
    pub(super) page: Option<usize>,
    /// It leads to another file, as bookmarks of a bundle in several parts do.
    elsewhere: bool,
}

/// Every bookmark, each once.
pub(super) fn read(opened: &Opened, catalog: &Dictionary, notes: &mut Notes) -> Vec<Bookmark> {
    let document = &opened.document;
    let outlines = catalog.get_deref(b"Outlines", document).and_then(Object::as_dict);
    let first = outlines.and_then(|outlines| outlines.get(b"First")).and_then(Object::as_reference);
    let mut waiting: Vec<ObjectId> = first.into_iter().collect();
    let mut seen = BTreeSet::new();
    let mut bookmarks = Vec::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            notes.fault(Rule::Bookmarks, None, None, "The bookmarks lead round in a circle.");
            continue;
        }
        if bookmarks.len() >= BOOKMARKS {
            notes.remark(Rule::Bookmarks, format!("Only the first {BOOKMARKS} bookmarks were read."));
            break;
        }
        let Ok(entry) = document.get_dictionary(id) else { continue };
        let title = entry.get_deref(b"Title", document).ok().and_then(|title| decode_text_string(title).ok());
        let (page, elsewhere) = (page(opened, entry), elsewhere(opened, entry));
        bookmarks.push(Bookmark { title: title.unwrap_or_default(), page, elsewhere });
        for key in [&b"Next"[..], b"First"] {
            waiting.extend(entry.get(key).and_then(Object::as_reference));
        }
    }
    bookmarks
}

fn elsewhere(opened: &Opened, entry: &Dictionary) -> bool {
    let action = entry.get_deref(b"A", &opened.document).and_then(Object::as_dict);
    let kind = action.and_then(|action| action.get_deref(b"S", &opened.document)).and_then(Object::as_name);
    kind.ok() == Some(b"GoToR")
}

fn page(opened: &Opened, entry: &Dictionary) -> Option<usize> {
    let document = &opened.document;
    if let Ok(destination) = entry.get_deref(b"Dest", document) {
        return opened.destination(destination).map(|(page, _)| page);
    }
    let action = entry.get_deref(b"A", document).ok()?.as_dict().ok()?;
    if action.get_deref(b"S", document).and_then(Object::as_name).ok() != Some(b"GoTo") {
        return None;
    }
    opened.destination(action.get_deref(b"D", document).ok()?).map(|(page, _)| page)
}

/// The document that a page is in, by the bookmarks: its title without numbers, and its pages.
pub(super) fn document(
    bookmarks: &[Bookmark],
    page: usize,
    pages: usize,
) -> Option<(String, std::ops::RangeInclusive<usize>)> {
    let placed = || bookmarks.iter().filter_map(|bookmark| Some((bookmark.page?, bookmark)));
    // Of a section and its first document the latter comes last.
    let (first, bookmark) = placed().filter(|(at, _)| *at <= page).fold(
        None,
        |best: Option<(usize, &Bookmark)>, one| match best {
            Some(best) if best.0 > one.0 => Some(best),
            _ => Some(one),
        },
    )?;
    let next = placed().map(|(at, _)| at).filter(|at| *at > page).min().unwrap_or(pages + 1);
    let title = bookmark.title.chars().filter(|sign| sign.is_alphabetic()).collect();
    Some((title, first..=next - 1))
}

/// Holds the bookmarks against the pages, whose numbers begin after `offset`.
pub(super) fn check(bookmarks: &[Bookmark], offset: usize, notes: &mut Notes) {
    if bookmarks.is_empty() {
        notes.fault(Rule::Bookmarks, None, None, "The file has no bookmarks.");
    }
    for (number, bookmark) in (1..).zip(bookmarks) {
        let fault = match bookmark.page {
            None if bookmark.elsewhere => continue,
            None => "leads nowhere",
            Some(_) if bookmark.title.trim().is_empty() => "has no words",
            Some(page) if !names(&bookmark.title, page + offset) => "does not name the page that it leads to",
            Some(_) => continue,
        };
        notes.fault(Rule::Bookmarks, bookmark.page, None, format!("Bookmark {number} {fault}."));
    }
}

/// Whether a number among the words is the page's.
fn names(title: &str, page: usize) -> bool {
    title.split(|c: char| !c.is_ascii_digit()).any(|word| word.parse() == Ok(page))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_page_number_is_found_however_it_is_written() {
        assert!(names("Letter of the bank – page 12", 12));
        assert!(names("Letter of the bank [12]", 12) && names("Letter, p12", 12));
        assert!(!names("Letter of 12 March 2022, page 21", 21 + 1));
        assert!(!names("Letter 112", 12));
    }
}
