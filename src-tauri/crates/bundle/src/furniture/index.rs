//! The index: every document with its date and page, each row a link (EB-04).

use super::{leaves, margin, setter};
use crate::flow::{Look, RowLook, Side, Strip, line_ink, size};
use crate::font::Shaper;
use crate::ink::{Ink, Link, Tone};
use crate::leaf::Leaf;
use crate::text::{Setting, wrap};
use joinder_domain::bundle::{Column, NoteKind, Section, Span, Style, plain};

/// A row of the index.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Letter of the section and number within it, such as "C3".
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) date: String,
    pub(crate) section: Section,
    /// First page, from 1.
    pub(crate) page: usize,
    /// The page before it that bears the letter of its section.
    pub(crate) divider: Option<usize>,
}

/// What a reader of the index must know beside the pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remarks {
    /// Pages without searchable text (EB-06).
    pub(crate) image_only: Vec<usize>,
    /// Pages whose words a program read in pictures.
    pub(crate) read: Vec<usize>,
    /// Exhibits that could not be printed: label and page.
    pub(crate) placeholders: Vec<(String, usize)>,
    /// Where the documents are listed that this index does not hold.
    pub(crate) more: Option<usize>,
}

/// Sets the index; its own number of pages does not depend on the numbers printed as long as they are set alike.
pub(crate) fn index(shaper: &Shaper<'_>, entries: &[Entry], remarks: &Remarks) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    setter.heading(1, "Index");
    let columns = [
        Column::left("No.", 8),
        Column::left("Document", 56),
        Column::left("Date", 21),
        Column::right("Page", 15),
    ];
    let head = setter.table_head(&columns);
    let mut section = None;
    for entry in entries {
        if section != Some(entry.section) {
            section = Some(entry.section);
            section_row(&mut setter, entry);
        }
        let cells = [
            plain(&entry.number),
            plain(&entry.title),
            plain(&entry.date),
            plain(format!("page {}", entry.page)),
        ];
        setter.table_row(&columns, &cells, head, RowLook { bold_first: false, page: Some(entry.page) });
    }
    for (label, page) in &remarks.placeholders {
        let text = format!("Exhibit {label} could not be printed; page {page} says why.");
        setter.note(NoteKind::Warning, &plain(text));
    }
    if !remarks.image_only.is_empty() {
        let text =
            format!("Pages that are pictures and cannot be searched: {}.", ranges(&remarks.image_only));
        setter.note(NoteKind::Info, &plain(text));
    }
    if !remarks.read.is_empty() {
        let text = format!(
            "A program read the words in the pictures on these pages, so that a search finds them. It may have misread \
             some: what the pictures show is the evidence. Pages {}.",
            ranges(&remarks.read)
        );
        setter.note(NoteKind::Info, &plain(text));
    }
    if let Some(page) = remarks.more {
        let text = format!("Documents that were added later are listed on page {page}.");
        setter.note(NoteKind::Info, &plain(text));
    }
    leaves(setter.flow, margin::SIDE)
}

/// The section's letter and title; where a page bears them, that page too, as a link.
fn section_row(setter: &mut crate::flow::Setter<'_, '_>, entry: &Entry) {
    setter.space(9.0);
    let words = [Span::plain(format!("{}   {}", entry.section.letter(), entry.section.title()))];
    let start = setter.flow.strips.len();
    setter.text(&words, Look { indent: 5.0, ..Look::bold(size::BODY) });
    let width = setter.width;
    if let (Some(page), Some(strip)) = (entry.divider, setter.flow.strips.get_mut(start)) {
        let words = plain(format!("page {page}"));
        let setting = Setting { size: size::TABLE, width, style: Style::Plain };
        let line = wrap(setter.shaper, &words, setting).into_iter().next().unwrap_or_default();
        strip.ink.extend(line_ink(&line, 0.0, 1.5, width - 5.0, Side::Right, Tone::Black));
        strip.links.push(Link { area: [0.0, 0.0, width, strip.height], page });
    }
    setter.keep_last();
    let rule = Ink::rule((0.0, 2.0), (setter.width, 2.0), 0.5, Tone::Black);
    setter.push(Strip { height: 2.0, keep: true, ink: vec![rule], ..Strip::default() });
}

/// "3, 5–7, 9" for a rising list.
pub fn ranges(pages: &[usize]) -> String {
    pages
        .chunk_by(|a, b| a + 1 == *b)
        .filter_map(|run| match run {
            [only] => Some(only.to_string()),
            [first, .., last] => Some(format!("{first}–{last}")),
            [] => None,
        })
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn neighbouring_pages_are_named_as_a_range() {
        assert_eq!(ranges(&[3, 5, 6, 7, 9, 10]), "3, 5–7, 9–10");
        assert_eq!(ranges(&[]), "");
    }
}
