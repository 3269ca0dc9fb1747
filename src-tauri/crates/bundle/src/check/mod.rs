//! A PDF, ours or another program's, read back and held against the rules.
//!
//! Structure is read with one library and what pages show with another, so that a file that deceives one of them
//! is noticed. Nothing that stands on a page is ever repeated in what a check says.

mod file;
mod index;
mod label;
mod link;
mod lint;
mod name;
mod number;
mod opened;
mod outline;
mod page;
mod rule;
mod sheet;
mod stamp;
mod structure;
mod whole;

pub use lint::{Area, Fault, Lint, State, Verdict};
pub use rule::Rule;

use crate::told::Told;
use jiff::civil::Date;
use lint::Notes;
use number::Numbers;
use opened::Opened;
use page::Facts;
use sheet::{Sheets, Unreadable};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A file that cannot be checked at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// It is not a PDF that can be read.
    #[error("the file is not a PDF that can be read")]
    NotPdf,
    /// It needs a password (EB-01).
    #[error("the PDF is locked with a password")]
    Locked,
    /// The caller wanted no more.
    #[error("the check was stopped")]
    Stopped,
}

/// What is known of a bundle beside its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Name of the file without its extension (EB-13).
    pub stem: Option<&'a str>,
    /// Day of the hearing.
    pub hearing: Option<Date>,
    /// The version before, for EB-12.
    pub earlier: Option<&'a Arc<Vec<u8>>>,
}

/// Holds a bundle against EB-01 to EB-17; every page is read. `step` hears of each page out of all, and stops the
/// check by returning `false`.
///
/// # Errors
///
/// [`CheckError::NotPdf`] or [`CheckError::Stopped`]; a locked file is judged, since it breaks a rule.
pub fn check(
    bytes: &Arc<Vec<u8>>,
    asked: &Asked<'_>,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Lint, CheckError> {
    // The file may be anybody's: what ends a reader is a file that cannot be read.
    catch_unwind(AssertUnwindSafe(|| judged(bytes, asked, step))).unwrap_or(Err(CheckError::NotPdf))
}

fn judged(
    bytes: &Arc<Vec<u8>>,
    asked: &Asked<'_>,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Lint, CheckError> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if !head.windows(5).any(|window| window == b"%PDF-") {
        return Err(CheckError::NotPdf);
    }
    let mut notes = Notes::default();
    file::sendable(bytes.len() as u64, &mut notes);
    match asked.stem {
        Some(stem) => name::check(stem, asked.hearing, &mut notes),
        None => notes.unchecked(Rule::FileName, "The name of the file is not known here."),
    }
    notes.unchecked(
        Rule::OneBundle,
        "One file does not show whether there are others for the same hearing, or where the authorities are.",
    );
    let sheets = match Sheets::open(bytes) {
        Ok(sheets) => sheets,
        Err(why) => return unreadable(bytes, why, notes),
    };
    let opened = structured(bytes, &sheets, &mut notes)?;
    let pages = read(&sheets, step)?;
    let structure = opened.as_ref().map(|opened| structure::check(opened, &mut notes)).unwrap_or_default();
    whole::pages(&pages, &mut notes);
    whole::numbers(&pages, structure.offset, &mut notes, |number, area| sheets.blank(number, area));
    whole::copies(&pages, &structure.bookmarks, &mut notes);
    if let Some(opened) = &opened {
        file::packed(opened, bytes, &mut notes);
        file::repeated(bytes, &mut notes);
        file::traces(opened, &mut notes);
        links(opened, &sheets, &pages, &structure, &mut notes);
    }
    match asked.earlier.map(|earlier| Sheets::open(earlier).map_err(|_| CheckError::NotPdf)) {
        Some(earlier) => whole::moved(&pages, &read(&earlier?, step)?, &mut notes),
        None => notes.unchecked(Rule::LateAtEnd, "No earlier version was given to compare with."),
    }
    Ok(notes.into_lint(pages.len()))
}

/// Structure, where it can be read; where not, the rules that rest on it are said to be unchecked.
fn structured(bytes: &[u8], sheets: &Sheets, notes: &mut Notes) -> Result<Option<Opened>, CheckError> {
    let opened = match Opened::new(bytes) {
        Ok(opened) if opened.pages.len() == sheets.len() => Some(opened),
        Ok(opened) => {
            let text = format!(
                "Programs do not agree how many pages the file has: {} or {}.",
                opened.pages.len(),
                sheets.len()
            );
            notes.fault(Rule::Opens, None, None, text);
            None
        }
        Err(_) => {
            notes.fault(Rule::Opens, None, None, "The file is damaged; not every program can open it.");
            None
        }
    };
    match &opened {
        Some(opened) => file::opens(opened, opened.document.was_encrypted(), notes),
        None => {
            for rule in [Rule::Labels, Rule::IndexLinks, Rule::Bookmarks, Rule::Zoom, Rule::Packed] {
                notes.unchecked(rule, "The structure of the file cannot be read.");
            }
        }
    }
    Ok(opened)
}

fn read(sheets: &Sheets, step: &mut dyn FnMut(usize, usize) -> bool) -> Result<Vec<Facts>, CheckError> {
    let count = sheets.len();
    let mut pages = Vec::with_capacity(count.min(100_000));
    sheets.each(|number, sheet| {
        pages.push(sheet.map_or_else(Facts::default, |sheet| Facts::of(number, &sheet)));
        step(number, count).then_some(()).ok_or(CheckError::Stopped)
    })?;
    Ok(pages)
}

/// Links of all pages, rows of the index, and bookmarks to what the index names.
fn links(
    opened: &Opened,
    sheets: &Sheets,
    pages: &[Facts],
    structure: &structure::Structure,
    notes: &mut Notes,
) {
    let mut areas = Vec::new();
    for number in 1..=opened.pages.len() {
        let links = link::read(opened, number);
        link::check(&links, number, notes);
        file::unapplied(opened, number, notes);
        if number <= page::FRONT {
            let view = sheets.view(number);
            areas.extend(
                links.iter().filter_map(|link| Some((number, sheet::shown(view?, link.rect), link.page?))),
            );
        }
    }
    if structure.offset > 0 {
        notes.unchecked(Rule::IndexLinks, "The index is in another part of the bundle.");
        return;
    }
    let bookmarks = &structure.bookmarks;
    let Some(rows) = index::rows(pages) else {
        let text = "None of the first pages is headed as an index or as contents.";
        notes.fault(Rule::IndexLinks, None, None, text);
        return;
    };
    if rows.is_empty() {
        notes.remark(Rule::IndexLinks, "No row of the index ends in the number of a page.");
    }
    index::check(&rows, &areas, notes);
    for row in &rows {
        if !bookmarks.is_empty() && !bookmarks.iter().any(|bookmark| bookmark.page == Some(row.names)) {
            let text = format!("The document on page {} is in the index and has no bookmark.", row.names);
            notes.fault(Rule::Bookmarks, Some(row.names), None, text);
        }
    }
}

/// A file that no page can be read of.
fn unreadable(bytes: &[u8], why: Unreadable, mut notes: Notes) -> Result<Lint, CheckError> {
    let locked = why == Unreadable::Locked || matches!(Opened::new(bytes), Err(CheckError::Locked));
    if !locked && Opened::new(bytes).is_err() {
        return Err(CheckError::NotPdf);
    }
    let text =
        if locked { "The file is locked with a password." } else { "The pages of the file cannot be read." };
    notes.fault(Rule::Opens, None, None, text);
    let known = [Rule::Opens, Rule::OneBundle, Rule::FileName, Rule::Sendable];
    for rule in Rule::ALL.into_iter().filter(|rule| !known.contains(rule)) {
        notes.unchecked(rule, "The file cannot be opened.");
    }
    Ok(notes.into_lint(0))
}

/// Pages read when a bundle has just been rendered.
const SAMPLE: usize = 12;

/// What a bundle of ours tells about itself; `None` for a file that is none.
pub fn told(bytes: &[u8]) -> Option<Told> {
    let opened = Opened::new(bytes).ok()?;
    crate::told::read(&opened.document, opened.pages.len())
}

/// The same in short for a file of our own: its structure, and the numbers on some of its pages.
pub(crate) fn after_rendering(bytes: &[u8], pages: usize) -> Result<(), String> {
    let opened = Opened::new(bytes).map_err(|error| error.to_string())?;
    if opened.pages.len() != pages {
        return Err(format!("{} pages were planned and {} are there", pages, opened.pages.len()));
    }
    let mut notes = Notes::default();
    structure::check(&opened, &mut notes);
    let step = (pages / SAMPLE).max(1);
    let mut numbers = Numbers::new(&opened.document);
    for number in (1..=pages).step_by(step).chain([pages]) {
        numbers.check(&opened, number, &mut notes);
        link::check(&link::read(&opened, number), number, &mut notes);
    }
    notes.first().map_or(Ok(()), Err)
}
