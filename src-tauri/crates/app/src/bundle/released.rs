//! A public file is searched before it is released: what no non-party may read keeps it back.

use std::sync::Arc;

use joinder_bundle::{IndexRow, page_words, words_beside};
use joinder_domain::bundle::Section;
use joinder_domain::bundle::claim::{Identifier, PublicSearch};

use crate::error::{Error, Result};
use crate::text::text;

/// Places that are named; more tell nothing new.
const NAMED: usize = 12;

/// Searches text, metadata, bookmarks, annotations, attachments and the name of a finished public file.
///
/// # Errors
/// `public-holds` with each kind of detail and its place; `public-unread` when a page cannot be searched.
pub(super) fn search(
    bytes: &Arc<Vec<u8>>,
    index: &[IndexRow],
    file_name: &str,
    search: &PublicSearch,
) -> Result<()> {
    let unread = |_| Error::with("public-unread", &[("pages", "")]);
    let pages = page_words(Arc::clone(bytes)).map_err(unread)?;
    let mut found: Vec<String> = Vec::new();
    let mut blind: Vec<String> = Vec::new();
    for (number, page) in (1..).zip(&pages) {
        let number: usize = number;
        if page.unread {
            blind.push(number.to_string());
        }
        let place = text("public-place-page", &[("page", &number.to_string())]);
        let kinds =
            if is_ours(index, number) { search.find_on_page(&page.text) } else { search.find(&page.text) };
        found.extend(kinds.into_iter().map(|kind| named(kind, &place)));
    }
    for (_, words) in words_beside(bytes).map_err(unread)? {
        let place = text("public-place-beside", &[]);
        found.extend(search.find(&words).into_iter().map(|kind| named(kind, &place)));
    }
    let place = text("public-place-name", &[]);
    found.extend(search.find(file_name).into_iter().map(|kind| named(kind, &place)));
    found.dedup();
    if !found.is_empty() {
        found.truncate(NAMED);
        return Err(Error::with("public-holds", &[("found", &found.join("; "))]));
    }
    if !blind.is_empty() {
        return Err(Error::with("public-unread", &[("pages", &blind.join(", "))]));
    }
    Ok(())
}

/// Whether a page is one that Joinder writes from the record, and no original.
fn is_ours(index: &[IndexRow], page: usize) -> bool {
    let ours = |row: &&IndexRow| matches!(row.section, Section::Claimant | Section::Statement);
    index.iter().filter(ours).any(|row| (row.page..row.page + row.pages).contains(&page))
}

fn named(kind: Identifier, place: &str) -> String {
    let what = text(&format!("identifier-{}", kind.code()), &[]);
    format!("{what}, {place}")
}
