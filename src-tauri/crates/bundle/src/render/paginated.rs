//! All pages in order, with their numbers.

use super::body::Body;
use super::settled::{Settled, settle};
use crate::assemble::Bookmark;
use crate::error::RenderError;
use crate::font::Shaper;
use crate::furniture::{self, Behind, Entry, Foot, Furniture, Remarks, Words, margin, setter};
use crate::leaf::{Leaf, Under};
use joinder_domain::bundle::{BundlePlan, Document, DocumentKind, Exhibit, ExhibitSource, Fixed, Section};

/// The pages of a bundle, set but not written.
pub(super) struct Paginated {
    pub(super) leaves: Vec<Leaf>,
    pub(super) entries: Vec<Entry>,
    /// How many pages each part has.
    pub(super) layout: Fixed,
    pub(super) remarks: Remarks,
    pub(super) bookmarks: Vec<Bookmark>,
}

impl Paginated {
    pub(super) fn new(shaper: &Shaper<'_>, plan: &BundlePlan, bodies: &[Body]) -> Result<Self, RenderError> {
        let mut documents: Vec<Vec<Leaf>> = plan
            .documents
            .iter()
            .zip(bodies)
            .enumerate()
            .map(|(number, (document, body))| document_leaves(shaper, plan, number, document, body))
            .collect();
        let Settled { cover, index, entries, remarks } = settle(shaper, plan, bodies, &mut documents)?;
        let layout = Fixed {
            cover: cover.len(),
            index: index.len(),
            documents: documents.iter().map(Vec::len).collect(),
        };
        let index_page = cover.len() + 1;
        let mut leaves = cover;
        leaves.extend(index);
        leaves.extend(documents.into_iter().flatten());
        let foot = Foot::BackTo { index: index_page, marking: &plan.marking };
        let words = Words { title: &plan.case_title, reference: &plan.reference, foot };
        let furniture = Furniture::new(shaper, &words);
        for (number, leaf) in (1..).zip(&mut leaves) {
            furniture.dress(leaf, number);
        }
        let bookmarks = bookmarks(plan, &entries, index_page);
        Ok(Self { leaves, entries, layout, remarks, bookmarks })
    }
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
        // Set when the numbers of the pages are known.
        DocumentKind::Added(_) => Vec::new(),
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
