//! All pages in order, with their numbers.

use super::body::Body;
use super::layer::{Laid, Layer};
use super::settled::{Settled, settle};
use crate::assemble::Bookmark;
use crate::error::RenderError;
use crate::font::Shaper;
use crate::furniture::{self, Behind, Entry, Foot, Furniture, Remarks, Words, margin, setter};
use crate::leaf::{Leaf, Under};
use crate::picture::{Picture, Stand};
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
    pub(super) fn new(
        shaper: &Shaper<'_>,
        plan: &BundlePlan,
        bodies: &[Body],
        layers: &[Option<Layer<'_>>],
    ) -> Result<Self, RenderError> {
        let mut documents: Vec<Vec<Leaf>> = plan
            .documents
            .iter()
            .zip(bodies.iter().zip(layers))
            .enumerate()
            .map(|(number, (document, under))| document_leaves(shaper, plan, number, document, under))
            .collect();
        keep_pages(shaper, plan, &mut documents);
        let Settled { cover, index, entries, remarks } = settle(shaper, plan, bodies, &mut documents)?;
        let layout = Fixed {
            cover: cover.len(),
            index: index.len(),
            documents: documents.iter().map(Vec::len).collect(),
            dividers: entries.iter().filter(|entry| entry.divider.is_some()).count(),
        };
        let index_page = cover.len() + 1;
        let mut leaves = cover;
        leaves.extend(index);
        for (document, entry) in documents.into_iter().zip(&entries) {
            leaves.extend(entry.divider.map(|_| furniture::divider(shaper, entry.section)));
            leaves.extend(document);
        }
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
    (body, layer): (&Body, &Option<Layer<'_>>),
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
            let remarks = body.remarks();
            let behind = match body {
                Body::Missing(reason) => Behind::Nothing(reason),
                _ => Behind::Pages(&remarks),
            };
            let mut leaves = furniture::exhibit_sheet(shaper, plan, exhibit, &behind);
            let mut pages = exhibit_leaves(shaper, number, exhibit, (body, layer));
            for (page, leaf) in (1..).zip(&mut pages) {
                leaf.label = format!("{}-{page}", exhibit.label);
            }
            leaves.append(&mut pages);
            leaves
        }
    }
}

fn exhibit_leaves(
    shaper: &Shaper<'_>,
    number: usize,
    exhibit: &Exhibit,
    (body, layer): (&Body, &Option<Layer<'_>>),
) -> Vec<Leaf> {
    let under = |under, landscape, header, page: usize, area| {
        let mut leaf = Leaf { landscape, under, header, ..Leaf::drawn(Vec::new(), Vec::new()) };
        if let Some(layer) = layer {
            let Laid { ink, searchable } = layer.laid(shaper, page + 1, area, leaf.size().1);
            (leaf.ink, leaf.read) = (ink, searchable);
        }
        leaf
    };
    match body {
        Body::Missing(_) => Vec::new(),
        Body::Pdf(pdf) => {
            let pages = pdf.pages.iter().enumerate();
            pages
                .map(|(page, source)| {
                    let place = Under::Pdf { document: number, page };
                    under(place, source.placement.landscape, false, page, source.area())
                })
                .collect()
        }
        Body::Pictures(pages) => pages
            .iter()
            .map(|picture| {
                let Stand { landscape, rect } = picture.stand();
                under(Under::Picture { document: number }, landscape, true, picture.page, rect)
            })
            .collect(),
        Body::Drawn | Body::Mail(_) => {
            let mut setter = setter(shaper, margin::SIDE);
            if let Body::Mail(pictures) = body {
                let natural = |(sha256, picture): (&String, &Picture)| (sha256.clone(), picture.natural());
                setter.pictures = pictures.iter().map(natural).collect();
            }
            if let ExhibitSource::Mail(blocks) = &exhibit.source {
                setter.blocks(blocks);
            }
            furniture::leaves(setter.flow, margin::SIDE)
        }
    }
}

/// Gives documents the pages that they have in the confidential version; each says that something is left out.
fn keep_pages(shaper: &Shaper<'_>, plan: &BundlePlan, documents: &mut [Vec<Leaf>]) {
    for ((leaves, least), document) in documents.iter_mut().zip(&plan.least).zip(&plan.documents) {
        while leaves.len() < *least {
            let mut page = furniture::left_out(shaper);
            if let DocumentKind::Exhibit(exhibit) = &document.kind {
                page.label = format!("{}-{}", exhibit.label, leaves.len());
            }
            leaves.push(page);
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
            bookmarks.push(leaf(title, entry.divider.unwrap_or(entry.page)));
        }
        if let Some(parent) = bookmarks.last_mut() {
            parent.children.push(leaf(document.bookmark.clone(), entry.page));
        }
    }
    bookmarks
}
