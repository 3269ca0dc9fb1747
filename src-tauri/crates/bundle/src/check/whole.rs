//! Judgments that need all pages: copies (EB-17), pages that moved (EB-12), pictures without text (EB-06), and the rest.

use super::index;
use super::lint::Notes;
use super::outline::{self, Bookmark};
use super::page::{Facts, Search};
use super::sheet::Turn;
use super::{Rule, stamp};
use crate::furniture::ranges;
use std::collections::HashMap;

/// Holds each page against EB-06, EB-07, EB-09, EB-16.
pub(super) fn pages(pages: &[Facts], notes: &mut Notes) {
    let listed = index::listed_pictures(pages);
    let mut thin = Vec::new();
    let mut listed_here = Vec::new();
    for (number, page) in (1..).zip(pages) {
        if !page.readable {
            notes.fault(Rule::Opens, Some(number), None, format!("Page {number} cannot be read."));
            continue;
        }
        if page.cut {
            notes.remark(
                Rule::Opens,
                format!("Page {number} draws so much that only a part of it was judged."),
            );
        }
        let picture = match page.search {
            Search::Can => None,
            Search::Picture => Some("is a picture without text"),
            Search::Shapes => Some("is drawn in shapes, without text"),
            Search::Unknown => Some("has words that no search finds"),
        };
        match picture {
            Some(_) if listed.contains(&number) => listed_here.push(number),
            Some(what) => {
                let text = format!("Page {number} {what}, and no note at the front lists it.");
                notes.fault(Rule::Searchable, Some(number), None, text);
            }
            None => {}
        }
        if let Some(turn) = page.turned {
            let way = match turn {
                Turn::Over => "stand upside down",
                Turn::Down => "run downwards",
                Turn::Up | Turn::Upright => "run upwards",
            };
            notes.fault(Rule::Upright, Some(number), None, format!("The words of page {number} {way}."));
        }
        for (area, density) in &page.dense {
            let text = format!("A picture on page {number} has {density:.0} dots to the inch.");
            notes.fault(Rule::Density, Some(number), Some(*area), text);
        }
        thin.extend(page.thin.is_some().then_some(number));
        for (area, count) in &page.covers {
            let text =
                format!("{count} characters lie under a black box on page {number} and can be copied out.");
            notes.fault(Rule::Redacted, Some(number), Some(*area), text);
        }
    }
    if !thin.is_empty() {
        let text = format!(
            "Pictures of fewer than 200 dots to the inch fill these pages, and may be hard to read: {}.",
            ranges(&thin)
        );
        notes.remark(Rule::Density, text);
    }
    if !listed_here.is_empty() {
        let text = format!(
            "These pages are pictures, and the front of the bundle says so: {}.",
            ranges(&listed_here)
        );
        notes.remark(Rule::Searchable, text);
    }
    let text = "Whether a picture was blacked out before it was put in cannot be seen from the file.";
    notes.remark(Rule::Redacted, text);
}

/// Numbers and what they cover; the second is known only where there are numbers.
pub(super) fn numbers(
    pages: &[Facts],
    offset: usize,
    notes: &mut Notes,
    clear: impl Fn(usize, super::Area) -> Option<bool>,
) {
    let seen: Vec<Vec<stamp::Seen>> = pages.iter().map(|page| page.numbers.clone()).collect();
    let chosen = stamp::chosen(&seen, offset);
    stamp::check(&chosen, pages, offset, notes);
    let mut unsure = Vec::new();
    for (number, seen) in (1..).zip(&chosen) {
        let Some(seen) = seen else { continue };
        let what = match seen.over {
            stamp::Over::Nothing => continue,
            stamp::Over::Words => "words",
            stamp::Over::Shape => "a drawing",
            stamp::Over::Picture => match clear(number, seen.area) {
                Some(true) => continue,
                Some(false) => "a picture",
                None => {
                    unsure.push(number);
                    continue;
                }
            },
        };
        let text = format!("The number of page {number} stands on {what}.");
        notes.fault(Rule::NumberClear, Some(number), Some(seen.area), text);
    }
    if !unsure.is_empty() {
        let text = format!("Numbers stand on pictures that could not be drawn: {}.", ranges(&unsure));
        notes.remark(Rule::NumberClear, text);
    }
    if chosen.iter().all(Option::is_none) {
        notes.unchecked(Rule::NumberClear, "No page bears a number.");
    }
}

/// Runs of pages that repeat earlier ones.
pub(super) fn copies(pages: &[Facts], bookmarks: &[Bookmark], notes: &mut Notes) {
    let mut first: HashMap<u64, usize> = HashMap::new();
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for (number, page) in (1..).zip(pages) {
        let Some(print) = page.print else { continue };
        match first.get(&print) {
            None => {
                first.insert(print, number);
            }
            Some(earlier) => match runs.last_mut() {
                Some((start, from, length)) if *start + *length == number && *from + *length == *earlier => {
                    *length += 1;
                }
                _ => runs.push((number, *earlier, 1)),
            },
        }
    }
    for (start, from, length) in runs {
        let of = |page| outline::document(bookmarks, page, pages.len());
        // A later form of a document repeats those of its pages that did not change.
        if let (Some((earlier, _)), Some((later, whole))) = (of(from), of(start))
            && earlier == later
            && !earlier.is_empty()
            && length < whole.count()
        {
            let text = format!("Page {start} is as page {from}, in a later form of the same document.");
            notes.remark(Rule::NoCopies, text);
            continue;
        }
        let text = match length {
            1 => format!("Page {start} shows the same as page {from}."),
            _ => format!(
                "Pages {start} to {} show the same as pages {from} to {}.",
                start + length - 1,
                from + length - 1
            ),
        };
        notes.fault(Rule::NoCopies, Some(start), None, text);
    }
    notes.remark(Rule::NoCopies, "Whether letters stand in the order of their dates was not judged.");
}

/// Holds a later version against an earlier one, page by page.
pub(super) fn moved(pages: &[Facts], earlier: &[Facts], notes: &mut Notes) {
    if pages.len() < earlier.len() {
        let text = format!("The earlier version has {} pages, this one {}.", earlier.len(), pages.len());
        notes.fault(Rule::LateAtEnd, None, None, text);
    }
    let places: HashMap<u64, usize> =
        pages.iter().enumerate().rev().filter_map(|(place, page)| Some((page.print?, place + 1))).collect();
    let (mut same, mut changed, mut unread) = (0, Vec::new(), Vec::new());
    for (number, before) in (1..).zip(earlier) {
        let Some(print) = before.print else {
            unread.push(number);
            continue;
        };
        if pages.get(number - 1).and_then(|page| page.print) == Some(print) {
            same += 1;
            continue;
        }
        match places.get(&print) {
            Some(now) => {
                let text = format!("What was page {number} of the earlier version is page {now} now.");
                notes.fault(Rule::LateAtEnd, Some(*now), None, text);
            }
            None => changed.push(number),
        }
    }
    let of = earlier.len();
    notes.remark(Rule::LateAtEnd, format!("{same} of {of} pages of the earlier version are as they were."));
    for (pages, what) in [(changed, "show something else now"), (unread, "could not be compared")] {
        if !pages.is_empty() {
            notes.remark(Rule::LateAtEnd, format!("These pages of it {what}: {}.", ranges(&pages)));
        }
    }
}
