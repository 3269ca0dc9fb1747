//! All pages in order, with their numbers.

use super::body::Body;
use crate::assemble::Bookmark;
use crate::error::RenderError;
use crate::font::Shaper;
use crate::furniture::{self, Behind, Entry, Foot, Furniture, Remarks, Words, cover, index, margin, setter};
use crate::leaf::{Leaf, Under};
use joinder_domain::bundle::{BundlePlan, Document, DocumentKind, Exhibit, ExhibitSource, Section};
use std::collections::BTreeMap;

/// The pages of a bundle, set but not written.
pub(super) struct Paginated {
    pub(super) leaves: Vec<Leaf>,
    pub(super) entries: Vec<Entry>,
    /// Pages of each document, in the order of the plan.
    pub(super) counts: Vec<usize>,
    pub(super) remarks: Remarks,
    pub(super) bookmarks: Vec<Bookmark>,
}

/// How often the index is set before giving up.
const ATTEMPTS: usize = 6;

impl Paginated {
    pub(super) fn new(shaper: &Shaper<'_>, plan: &BundlePlan, bodies: &[Body]) -> Result<Self, RenderError> {
        let documents: Vec<Vec<Leaf>> = plan
            .documents
            .iter()
            .zip(bodies)
            .enumerate()
            .map(|(number, (document, body))| document_leaves(shaper, plan, number, document, body))
            .collect();
        let counts: Vec<usize> = documents.iter().map(Vec::len).collect();
        let mut leaves = cover(shaper, plan);
        let index_page = leaves.len() + 1;
        let (index, entries, remarks) = settle(shaper, plan, bodies, &documents, leaves.len())?;
        leaves.extend(index);
        leaves.extend(documents.into_iter().flatten());
        let foot = Foot::BackTo { index: index_page, marking: &plan.marking };
        let words = Words { title: &plan.case_title, reference: &plan.reference, foot };
        let furniture = Furniture::new(shaper, &words);
        for (number, leaf) in (1..).zip(&mut leaves) {
            furniture.dress(leaf, number);
        }
        let bookmarks = bookmarks(plan, &entries, index_page);
        Ok(Self { leaves, entries, counts, remarks, bookmarks })
    }
}

/// Sets the index until the numbers in it agree with its own length.
fn settle(
    shaper: &Shaper<'_>,
    plan: &BundlePlan,
    bodies: &[Body],
    documents: &[Vec<Leaf>],
    before: usize,
) -> Result<(Vec<Leaf>, Vec<Entry>, Remarks), RenderError> {
    let mut length = 1;
    for _ in 0..ATTEMPTS {
        let entries = entries(plan, documents, before + length);
        let remarks = remarks(plan, bodies, documents, &entries);
        let leaves = index(shaper, &entries, &remarks);
        if leaves.len() == length {
            return Ok((leaves, entries, remarks));
        }
        length = leaves.len();
    }
    Err(RenderError::IndexUnsettled)
}

fn entries(plan: &BundlePlan, documents: &[Vec<Leaf>], before: usize) -> Vec<Entry> {
    let mut page = before + 1;
    let mut numbers: BTreeMap<Section, usize> = BTreeMap::new();
    plan.documents
        .iter()
        .zip(documents)
        .map(|(document, leaves)| {
            let number = numbers.entry(document.section).or_default();
            *number += 1;
            let entry = Entry {
                number: format!("{}{number}", document.section.letter()),
                title: document.title.clone(),
                date: document.date.clone(),
                section: document.section,
                page,
            };
            page += leaves.len();
            entry
        })
        .collect()
}

fn remarks(plan: &BundlePlan, bodies: &[Body], documents: &[Vec<Leaf>], entries: &[Entry]) -> Remarks {
    let mut remarks = Remarks::default();
    let all = plan.documents.iter().zip(bodies).zip(documents).zip(entries);
    for (((document, body), leaves), entry) in all {
        for (page, leaf) in (entry.page..).zip(leaves) {
            let silent = match (leaf.under, body) {
                (Under::Pdf { page, .. }, Body::Pdf(pdf)) => {
                    pdf.pages.get(page).is_some_and(|page| page.image_only)
                }
                (Under::Picture { .. }, _) => true,
                _ => false,
            };
            if silent {
                remarks.image_only.push(page);
            }
        }
        if let (Body::Missing(_), DocumentKind::Exhibit(exhibit)) = (body, &document.kind) {
            remarks.placeholders.push((exhibit.label.clone(), entry.page));
        }
    }
    remarks
}

fn document_leaves(
    shaper: &Shaper<'_>,
    plan: &BundlePlan,
    number: usize,
    document: &Document,
    body: &Body,
) -> Vec<Leaf> {
    match &document.kind {
        DocumentKind::Drawn(blocks) => {
            let left = if document.section == Section::Statement { margin::STATEMENT } else { margin::SIDE };
            let mut setter = setter(shaper, left);
            setter.blocks(blocks);
            furniture::leaves(setter.flow, left)
        }
        DocumentKind::Letter(letter) => furniture::letter_leaves(shaper, letter),
        DocumentKind::Exhibit(exhibit) => {
            let behind = match body {
                Body::Missing(reason) => Behind::Nothing(reason),
                _ => Behind::Pages(body.remarks()),
            };
            let mut leaves = furniture::exhibit_sheet(shaper, plan, exhibit, &behind);
            let mut pages = exhibit_leaves(shaper, number, exhibit, body);
            for (page, leaf) in (1..).zip(&mut pages) {
                leaf.label = format!("{}-{page}", exhibit.label);
            }
            leaves.append(&mut pages);
            leaves
        }
    }
}

fn exhibit_leaves(shaper: &Shaper<'_>, number: usize, exhibit: &Exhibit, body: &Body) -> Vec<Leaf> {
    let under =
        |under, landscape, header| Leaf { landscape, under, header, ..Leaf::drawn(Vec::new(), Vec::new()) };
    match body {
        Body::Missing(_) => Vec::new(),
        Body::Pdf(pdf) => {
            let pages = pdf.pages.iter().enumerate();
            pages
                .map(|(page, source)| {
                    under(Under::Pdf { document: number, page }, source.placement.landscape, false)
                })
                .collect()
        }
        Body::Picture(picture) => {
            vec![under(Under::Picture { document: number }, picture.stand().landscape, true)]
        }
        Body::Drawn => {
            let mut setter = setter(shaper, margin::SIDE);
            if let ExhibitSource::Mail(blocks) = &exhibit.source {
                setter.blocks(blocks);
            }
            furniture::leaves(setter.flow, margin::SIDE)
        }
    }
}

/// Cover, index, and the sections with their documents.
fn bookmarks(plan: &BundlePlan, entries: &[Entry], index_page: usize) -> Vec<Bookmark> {
    let leaf = |title: String, page| Bookmark { title, page, children: Vec::new() };
    let mut bookmarks = vec![leaf("Cover".to_owned(), 1), leaf("Index".to_owned(), index_page)];
    let mut section = None;
    for (document, entry) in plan.documents.iter().zip(entries) {
        if section != Some(document.section) {
            section = Some(document.section);
            let title = format!("{} {}", document.section.letter(), document.section.title());
            bookmarks.push(leaf(title, entry.page));
        }
        if let Some(parent) = bookmarks.last_mut() {
            parent.children.push(leaf(document.bookmark.clone(), entry.page));
        }
    }
    bookmarks
}
