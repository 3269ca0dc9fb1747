//! Reports: a title, blocks, bookmarks from their headings.

use super::bind::{About, Underlay, bind};
use super::body::hex;
use super::rendered::{Warning, boxes};
use crate::assemble::Bookmark;
use crate::error::RenderError;
use crate::flow::Heading;
use crate::font::{Fonts, Shaper};
use crate::furniture::{Foot, Furniture, Words, report_leaves};
use joinder_domain::report::Report;
use sha2::{Digest, Sha256};
use std::io::Write;

/// A finished report, described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedReport {
    /// Number of pages.
    pub pages: usize,
    /// Its headings, as they are bookmarked.
    pub headings: Vec<ReportHeading>,
    /// What a person should look at before the report goes out.
    pub warnings: Vec<Warning>,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// Length of the file in bytes.
    pub bytes: u64,
}

/// A heading of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportHeading {
    /// 1 to 3.
    pub level: u8,
    /// The words.
    pub text: String,
    /// The page that it stands on, from 1.
    pub page: usize,
}

/// Renders a report on A4: equal reports give equal bytes.
///
/// The finished file is read back and checked, as a bundle is, before anything is written to `out`.
///
/// # Errors
///
/// See [`RenderError`].
pub fn render_report(
    report: &Report,
    fonts: &Fonts,
    out: &mut impl Write,
) -> Result<RenderedReport, RenderError> {
    let shaper = Shaper::new(fonts);
    let mut leaves = report_leaves(&shaper, report);
    let words = Words {
        title: &report.case_title,
        reference: report.reference.as_deref().unwrap_or(&report.title),
        foot: Foot::Marked { marking: &report.marking, pages: leaves.len() },
    };
    let furniture = Furniture::new(&shaper, &words);
    let mut headings = Vec::new();
    for (page, leaf) in (1..).zip(&mut leaves) {
        furniture.dress(leaf, page);
        let found = std::mem::take(&mut leaf.headings).into_iter();
        headings.extend(found.map(|Heading { level, text }| ReportHeading { level, text, page }));
    }
    let title = match &report.reference {
        Some(reference) => format!("{} ({reference})", report.title),
        None => report.title.clone(),
    };
    let about = About {
        title: &title,
        subject: &report.case_title,
        language: &report.language,
        date: report.as_at,
        told: None,
        fingerprint: report.fingerprint(),
    };
    let pages = leaves.len();
    let bytes = bind(leaves, &bookmarks(&report.title, &headings), &about, |_, _| Underlay::default())?;
    out.write_all(&bytes)?;
    Ok(RenderedReport {
        pages,
        headings,
        warnings: boxes(&shaper.missing()).into_iter().collect(),
        sha256: hex(&Sha256::digest(&bytes)),
        bytes: bytes.len() as u64,
    })
}

/// The title, then the headings, each under the last heading above its level.
fn bookmarks(title: &str, headings: &[ReportHeading]) -> Vec<Bookmark> {
    let mut bookmarks = vec![Bookmark { title: title.to_owned(), page: 1, children: Vec::new() }];
    let mut above: Vec<u8> = Vec::new();
    for heading in headings {
        while above.last().is_some_and(|level| *level >= heading.level) {
            above.pop();
        }
        let bookmark = Bookmark { title: heading.text.clone(), page: heading.page, children: Vec::new() };
        hang(&mut bookmarks, above.len(), bookmark);
        above.push(heading.level);
    }
    bookmarks
}

/// Adds a bookmark at the end, under the last one of each level above it.
fn hang(list: &mut Vec<Bookmark>, depth: usize, bookmark: Bookmark) {
    match list.last_mut() {
        Some(last) if depth > 0 => hang(&mut last.children, depth - 1, bookmark),
        _ => list.push(bookmark),
    }
}
