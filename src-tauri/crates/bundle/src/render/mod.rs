//! The whole way from a plan to a file.

mod body;
mod paginated;
mod rendered;

pub use rendered::{IndexRow, Placeholder, Rendered, Warning};

use crate::assemble::{Finish, Overlay, Tree, finish};
use crate::check;
use crate::error::RenderError;
use crate::font::{Fonts, Shaper};
use crate::import::Target;
use crate::leaf::Under;
use crate::source::Sources;
use crate::write::write;
use body::Body;
use joinder_domain::bundle::BundlePlan;
use lopdf::{Document, ObjectId, SaveOptions};
use paginated::Paginated;
use rendered::Facts;
use sha2::{Digest, Sha256};
use std::io::Write;

/// Pages that a bundle may have; beyond, no reader is comfortable and a court wants volumes.
const PAGES: usize = 200_000;

/// Renders a bundle: equal plans with equal sources give equal bytes.
///
/// An exhibit that cannot be opened becomes a page that names it and says why, and is listed in the result.
/// The finished file is read back and checked before anything is written to `out`.
///
/// # Errors
///
/// See [`RenderError`]; none of them is caused by a single exhibit.
pub fn render(
    plan: &BundlePlan,
    sources: &dyn Sources,
    fonts: &Fonts,
    out: &mut impl Write,
) -> Result<Rendered, RenderError> {
    let shaper = Shaper::new(fonts);
    let mut bodies: Vec<Body> = plan.documents.iter().map(|document| Body::open(document, sources)).collect();
    let mut paginated = Paginated::new(&shaper, plan, &bodies)?;
    if paginated.leaves.len() > PAGES {
        return Err(RenderError::TooManyPages { pages: paginated.leaves.len(), limit: PAGES });
    }
    let facts = Facts::of(plan, &bodies);
    let mut document = Document::with_version("1.7");
    let written = write(&paginated.leaves, &mut document)?;
    let tree = Tree::new(&mut document, paginated.leaves.len());
    let mut layers = Vec::new();
    let mut overlays = overlays(&mut bodies, &paginated, &mut document, &mut layers);
    let pages = paginated.leaves.iter().zip(written.contents).zip(overlays.iter_mut());
    for (number, ((leaf, ink), under)) in (1..).zip(pages) {
        tree.write(&mut document, number, leaf, std::mem::take(under), ink, written.fonts);
    }
    let bookmarks = std::mem::take(&mut paginated.bookmarks);
    finish(&mut document, &tree, &Finish { plan, bookmarks: &bookmarks, layers: &layers, id: id(plan) });

    let bytes = save(document)?;
    check::after_rendering(&bytes, paginated.leaves.len()).map_err(RenderError::Check)?;
    out.write_all(&bytes)?;
    let missing = shaper.missing();
    Ok(Rendered::new(paginated, facts, plan, missing, &bytes))
}

/// What lies under the ink of each page, imported page by page.
fn overlays(
    bodies: &mut [Body],
    paginated: &Paginated,
    document: &mut Document,
    layers: &mut Vec<(ObjectId, bool)>,
) -> Vec<Overlay> {
    let mut overlays: Vec<Overlay> = paginated.leaves.iter().map(|_| Overlay::default()).collect();
    for (index, body) in bodies.iter_mut().enumerate() {
        let first = paginated.leaves.iter().position(|leaf| match leaf.under {
            Under::Pdf { document, .. } | Under::Picture { document } => document == index,
            Under::Nothing => false,
        });
        let Some(first) = first else { continue };
        match body.take() {
            Body::Pdf(imported) => {
                let (pages, hidden) = imported.place(document);
                layers.extend(hidden);
                for (page, overlay) in pages.into_iter().zip(overlays.iter_mut().skip(first)) {
                    let links = page.links.into_iter().map(|link| {
                        let target = match link.target {
                            Target::Page(page) => Target::Page(first + 1 + page),
                            uri @ Target::Uri(_) => uri,
                        };
                        (link.rect, target)
                    });
                    *overlay =
                        Overlay { content: page.content, objects: page.objects, links: links.collect() };
                }
            }
            Body::Picture(picture) => {
                let (content, object) = picture.place(document);
                if let Some(overlay) = overlays.get_mut(first) {
                    *overlay =
                        Overlay { content, objects: vec![("P".to_owned(), object)], links: Vec::new() };
                }
            }
            Body::Drawn | Body::Missing(_) => {}
        }
    }
    overlays
}

/// Identifier of the file: a hash of the plan, in which originals stand by their hashes, and of this program.
fn id(plan: &BundlePlan) -> [u8; 16] {
    let mut hash = Sha256::new();
    hash.update(plan.fingerprint());
    hash.update(env!("CARGO_PKG_VERSION"));
    let digest: [u8; 32] = hash.finalize().into();
    let mut id = [0; 16];
    id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    id
}

fn save(mut document: Document) -> Result<Vec<u8>, RenderError> {
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    let mut bytes = Vec::new();
    document.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}
