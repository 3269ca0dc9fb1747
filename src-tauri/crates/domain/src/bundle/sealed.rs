//! A sealed bundle goes on at its end: pages that have been cited keep their numbers (outputs.md 4.1, EB-12).

use super::{BundlePlan, Document, DocumentKind, Section};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Pages that a sealed version fixed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fixed {
    /// Pages of the cover.
    pub cover: usize,
    /// Pages of the index behind it.
    pub index: usize,
    /// Pages of each document, in the order of the plan.
    pub documents: Vec<usize>,
    /// Pages between them that bear the letters of sections.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub dividers: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl Fixed {
    /// Pages in all.
    pub fn pages(&self) -> usize {
        self.cover + self.index + self.dividers + self.documents.iter().sum::<usize>()
    }
}

/// What was added to a sealed bundle at one time; a page of its own lists it, before the documents themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Additions {
    /// The day that they speak for, in words.
    pub on: String,
    /// The documents that follow.
    pub added: Vec<Added>,
    /// Earlier documents that are not relied on any more, by their place in the plan.
    pub withdrawn: Vec<usize>,
}

/// A document that came late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// Its place in the plan.
    pub document: usize,
    /// The place of the document that it takes over from; the earlier one stays where it is.
    pub replaces: Option<usize>,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Letter of its section and number in it, such as "C3".
    pub number: String,
    /// Its first page, from 1.
    pub first: usize,
    /// Its last page.
    pub last: usize,
}

/// What makes two documents of different versions the same document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Label(String),
    /// The section's letter and the place in it.
    Place(char, usize),
    Title(String),
}

impl BundlePlan {
    /// The plan of the next version: everything as it was sealed, then what `now` holds beyond it.
    ///
    /// A document that changed is added again and says which one it takes over from. Nothing is added where nothing
    /// changed, so the sealed version can be made again, byte by byte.
    pub fn continued(&self, fixed: Fixed, now: &BundlePlan) -> BundlePlan {
        let mut next = BundlePlan { marking: now.marking.clone(), fixed: Some(fixed), ..self.clone() };
        let (standing, withdrawn) = self.standing();
        let mut met = BTreeSet::new();
        let mut late = Vec::new();
        for (key, document) in keyed(&now.documents) {
            let before = standing.get(&key).copied();
            let unchanged = before.and_then(|at| self.documents.get(at)).is_some_and(|at| same(at, document));
            // What was withdrawn and is relied on again is said by adding it again.
            if !unchanged || before.is_some_and(|at| withdrawn.contains(&at)) {
                late.push((document, before));
            }
            met.insert(key);
        }
        let gone: Vec<usize> = standing
            .into_iter()
            .filter(|(key, at)| !met.contains(key) && !withdrawn.contains(at))
            .map(|(_, at)| at)
            .collect();
        if late.is_empty() && gone.is_empty() {
            return next;
        }
        next.prepared = now.prepared;
        let first = self.documents.len() + 1;
        let added = late.iter().enumerate();
        let added = added.map(|(at, (_, replaces))| Added { document: first + at, replaces: *replaces });
        let additions = Additions { on: now.prepared_on.clone(), added: added.collect(), withdrawn: gone };
        next.documents.push(list(additions));
        next.documents.extend(late.into_iter().map(|(document, replaces)| Document {
            section: Section::Late,
            date: match (&document.date, replaces) {
                (date, Some(_)) if date.is_empty() => format!("as of {}", now.prepared_on),
                (date, _) => date.clone(),
            },
            ..document.clone()
        }));
        next
    }

    /// Where each document of a sealed version stands; empty for a plan that was never rendered.
    pub fn places(&self) -> Vec<Place> {
        let Some(fixed) = &self.fixed else { return Vec::new() };
        let mut first = fixed.cover + fixed.index + 1;
        let mut numbers: BTreeMap<char, usize> = BTreeMap::new();
        let place = |(at, (document, pages)): (usize, (&Document, &usize))| {
            first += usize::from(self.has_divider(at));
            let number = numbers.entry(document.section.letter()).or_default();
            *number += 1;
            let place = Place {
                number: format!("{}{number}", document.section.letter()),
                first,
                last: first + pages.saturating_sub(1),
            };
            first += pages;
            place
        };
        self.documents.iter().zip(&fixed.documents).enumerate().map(place).collect()
    }

    /// Lists of what was added, the earliest first, each with its place in the plan.
    pub fn additions(&self) -> impl Iterator<Item = (usize, &Additions)> {
        self.documents.iter().enumerate().filter_map(|(at, document)| match &document.kind {
            DocumentKind::Added(additions) => Some((at, additions)),
            _ => None,
        })
    }

    /// Where the latest form of each document stands, and which documents are withdrawn.
    fn standing(&self) -> (BTreeMap<Key, usize>, BTreeSet<usize>) {
        let first = self.additions().next().map_or(self.documents.len(), |(at, _)| at);
        let original = self.documents.get(..first).unwrap_or_default();
        let mut keys: BTreeMap<usize, Key> =
            keyed(original).enumerate().map(|(at, (key, _))| (at, key)).collect();
        let mut standing: BTreeMap<Key, usize> = keys.iter().map(|(at, key)| (key.clone(), *at)).collect();
        let mut withdrawn = BTreeSet::new();
        for (_, additions) in self.additions() {
            withdrawn.extend(additions.withdrawn.iter().copied());
            for Added { document, replaces } in &additions.added {
                let own = self.documents.get(*document).map(own);
                let Some(key) = replaces.and_then(|at| keys.get(&at).cloned()).or(own) else { continue };
                keys.insert(*document, key.clone());
                standing.insert(key, *document);
            }
        }
        (standing, withdrawn)
    }
}

/// Documents of a plan that was never sealed, each with what it is known by.
fn keyed(documents: &[Document]) -> impl Iterator<Item = (Key, &Document)> {
    let mut places: BTreeMap<char, usize> = BTreeMap::new();
    documents.iter().map(move |document| {
        let place = places.entry(document.section.letter()).or_default();
        *place += 1;
        let key = match &document.kind {
            DocumentKind::Exhibit(exhibit) => Key::Label(exhibit.label.clone()),
            _ => Key::Place(document.section.letter(), *place),
        };
        (key, document)
    })
}

/// What a late document without a forerunner is known by.
fn own(document: &Document) -> Key {
    match &document.kind {
        DocumentKind::Exhibit(exhibit) => Key::Label(exhibit.label.clone()),
        _ => Key::Title(document.title.clone()),
    }
}

/// Whether a reader of both would find the same pages. What an exhibit's sheet says may change without it: a grade
/// that was worked out again is no reason to bind five hundred pages twice.
fn same(earlier: &Document, later: &Document) -> bool {
    match (&earlier.kind, &later.kind) {
        (DocumentKind::Exhibit(earlier), DocumentKind::Exhibit(later)) => {
            earlier.source == later.source && earlier.redactions == later.redactions
        }
        (earlier, later) => earlier == later,
    }
}

fn list(additions: Additions) -> Document {
    let title = format!("Documents added on {}", additions.on);
    Document {
        bookmark: title.clone(),
        title,
        date: additions.on.clone(),
        section: Section::Late,
        kind: DocumentKind::Added(additions),
    }
}
