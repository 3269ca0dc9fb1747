//! What came out.

use super::body::{Body, hex};
use super::paginated::Paginated;
use crate::furniture::Entry;
use crate::told::Told;
use joinder_domain::bundle::{BundlePlan, DocumentKind, Fixed, Section};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// A finished bundle, described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Number of pages.
    pub pages: usize,
    /// How many of them each part has: what a sealed version fixes.
    pub layout: Fixed,
    /// The index as printed.
    pub index: Vec<IndexRow>,
    /// Exhibits that could not be printed.
    pub placeholders: Vec<Placeholder>,
    /// What a person should look at before the bundle goes out.
    pub warnings: Vec<Warning>,
    /// Pages without searchable text, from 1 (EB-06).
    pub image_only_pages: Vec<usize>,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// Length of the file in bytes.
    pub bytes: u64,
}

/// A row of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexRow {
    /// Letter of the section and number within it, such as "C3".
    pub number: String,
    /// Description.
    pub title: String,
    /// Date in words; may be empty.
    pub date: String,
    /// The part of the bundle.
    pub section: Section,
    /// First page, from 1.
    pub page: usize,
    /// Number of pages, the exhibit sheet included.
    pub pages: usize,
}

/// An exhibit that could not be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// The exhibit's mark.
    pub label: String,
    /// Why, as printed on its page.
    pub reason: String,
    /// Page of the exhibit's sheet, from 1.
    pub page: usize,
}

/// Something about one exhibit, or about the whole bundle, that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The exhibit's mark; empty where it concerns the whole bundle.
    pub label: String,
    /// A full sentence.
    pub text: String,
}

impl Rendered {
    pub(super) fn new(paginated: Paginated, facts: Facts, missing: BTreeSet<char>, bytes: &[u8]) -> Self {
        let Facts { placeholders, mut warnings } = facts;
        warnings.extend(boxes(&missing));
        let layout = paginated.layout;
        let index = paginated
            .entries
            .into_iter()
            .zip(layout.documents.iter().copied())
            .map(|(entry, pages)| IndexRow {
                number: entry.number,
                title: entry.title,
                date: entry.date,
                section: entry.section,
                page: entry.page,
                pages,
            })
            .collect();
        Self {
            pages: layout.pages(),
            layout,
            index,
            placeholders,
            warnings,
            image_only_pages: paginated.remarks.image_only,
            sha256: hex(&Sha256::digest(bytes)),
            bytes: bytes.len() as u64,
        }
    }
}

/// What must be told of characters that no font of ours can draw.
pub(super) fn boxes(missing: &BTreeSet<char>) -> Option<Warning> {
    let list: Vec<String> =
        missing.iter().take(20).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    let text =
        format!("Characters that no font of ours can draw are printed as numbers: {}.", list.join(", "));
    (!missing.is_empty()).then_some(Warning { label: String::new(), text })
}

/// What must be told of the originals, noted before they are used up.
pub(super) struct Facts {
    placeholders: Vec<Placeholder>,
    warnings: Vec<Warning>,
}

impl Facts {
    pub(super) fn of(plan: &BundlePlan, bodies: &[Body], entries: &[Entry]) -> Self {
        let mut facts = Self { placeholders: Vec::new(), warnings: Vec::new() };
        for ((document, body), entry) in plan.documents.iter().zip(bodies).zip(entries) {
            let DocumentKind::Exhibit(exhibit) = &document.kind else { continue };
            if let Body::Missing(reason) = body {
                let (label, reason) = (exhibit.label.clone(), reason.clone());
                facts.placeholders.push(Placeholder { label, reason, page: entry.page });
            }
            let mut texts = body.remarks();
            if let Body::Pictures(pages) = body
                && let Some(picture) = pages.iter().find(|picture| picture.too_dense())
            {
                let dots = picture.density().round();
                texts.push(format!(
                    "The picture has {dots} dots to the inch as placed, more than the 300 of the guidance; \
                     it is printed as it was received."
                ));
            }
            facts
                .warnings
                .extend(texts.into_iter().map(|text| Warning { label: exhibit.label.clone(), text }));
        }
        facts
    }

    /// What the bundle tells of itself.
    pub(super) fn told(&self, paginated: &Paginated) -> Told {
        let placeholder = |one: &Placeholder| (one.label.clone(), one.reason.clone());
        Told {
            pages: paginated.leaves.len(),
            pictures: paginated.remarks.image_only.clone(),
            placeholders: self.placeholders.iter().map(placeholder).collect(),
        }
    }
}
