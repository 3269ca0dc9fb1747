//! Long lists on paper, written page by page: what is in memory does not grow with the list.
//!
//! A register of 100,000 claimants is some ten thousand pages. They are laid out, packed and written one after the
//! other, so that only the offsets of the objects, the bookmarks and the glyphs in use are kept.

mod face;
mod file;
mod page;
mod text;

use crate::font::{Fonts, Shaper};
use face::Faces;
use file::{About, File};
use joinder_domain::register::{ListRow, Listing};
use page::{Layout, Page, paper};
use std::collections::BTreeSet;
use std::io::Write;

/// Pages that a file may have; beyond, no reader is comfortable.
const PAGES: u32 = 200_000;
/// Pages after which shaped words are forgotten.
const REMEMBERED: u32 = 200;

/// A list cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// Somebody stopped it.
    #[error("the work was stopped")]
    Stopped,
    /// It has too many pages.
    #[error("the list has more than {PAGES} pages; print it in parts")]
    TooManyPages,
    /// A face cannot be cut down to the glyphs in use.
    #[error("the font {face} cannot be embedded: {reason}")]
    Font {
        /// PostScript name.
        face: &'static str,
        /// The library's words.
        reason: String,
    },
    /// The output cannot be written.
    #[error("the list cannot be written: {0}")]
    Write(#[from] std::io::Error),
}

/// A finished list, described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedList {
    /// Number of pages.
    pub pages: u32,
    /// Number of rows.
    pub rows: u64,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// Length of the file in bytes.
    pub bytes: u64,
    /// Characters that no built-in face can draw.
    pub missing: BTreeSet<char>,
}

/// A place to go to.
struct Part {
    title: String,
    page: u32,
}

/// Prints a list on A4 lying on its side, on A3 where it has many columns. `step` is told of every row and says whether to go on.
///
/// Equal lists give equal bytes. Each page bears its number, and the parts of the list are bookmarks.
///
/// # Errors
///
/// See [`ListError`].
pub fn render_list(
    listing: &Listing,
    rows: &mut dyn Iterator<Item = ListRow>,
    fonts: &Fonts,
    out: &mut impl Write,
    step: &mut dyn FnMut(u64) -> bool,
) -> Result<RenderedList, ListError> {
    let mut file = File::begin(out, paper(listing))?;
    let mut faces = Faces::default();
    let mut missing = BTreeSet::new();
    let mut parts = vec![Part { title: listing.title.clone(), page: 1 }];
    let mut shaper = Shaper::new(fonts);
    let mut layout = Layout::new(listing, &shaper);
    let mut page = Page::first(&layout, &shaper, listing, &mut faces);
    let (mut number, mut done) = (1, 0);
    let mut within = String::new();
    for row in rows {
        if !step(done) {
            return Err(ListError::Stopped);
        }
        done += 1;
        if !row.part.is_empty() {
            within.clone_from(&row.part);
        }
        let mut rest = layout.row(&shaper, &row, &within);
        while let Some(next) = page.take(&layout, rest, &mut faces) {
            rest = next;
            page.finish(&layout, &shaper, number, &mut faces);
            file.page(page.content())?;
            number += 1;
            if number > PAGES {
                return Err(ListError::TooManyPages);
            }
            if number.is_multiple_of(REMEMBERED) {
                missing.extend(shaper.missing());
                shaper = Shaper::new(fonts);
                layout = Layout::new(listing, &shaper);
            }
            page = Page::next(&layout, &mut faces);
        }
        if !row.part.is_empty() {
            parts.push(Part { title: row.part, page: number });
        }
    }
    page.finish(&layout, &shaper, number, &mut faces);
    file.page(page.content())?;
    missing.extend(shaper.missing());
    let about = About {
        title: &listing.title,
        subject: &listing.case_title,
        language: &listing.language,
        date: listing.as_at,
        fingerprint: &listing.fingerprint,
    };
    let (sha256, bytes) = file.finish(&about, &parts, &faces)?;
    Ok(RenderedList { pages: number, rows: done, sha256, bytes, missing })
}
