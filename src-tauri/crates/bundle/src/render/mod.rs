//! The whole way from a plan to a file.

mod bind;
mod body;
mod layer;
mod letter;
mod paginated;
mod rendered;
mod report;
mod settled;

pub use letter::{RenderedLetter, render_letter};
pub use rendered::{IndexRow, Placeholder, Rendered, Warning};
pub use report::{RenderedReport, ReportHeading, render_report};

use crate::assemble::Overlay;
use crate::error::RenderError;
use crate::font::{Fonts, Shaper};
use crate::import::{Rect, Target};
use crate::ink::Ink;
use crate::leaf::{Leaf, Under};
use crate::picture::Embedded;
use crate::source::Sources;
use bind::{About, Underlay, bind};
pub(crate) use body::hex;
use body::{Body, Pictures};
use joinder_domain::bundle::{BundlePlan, Fixed};
use layer::Layer;
use lopdf::Document;
use paginated::Paginated;
use rendered::Facts;
use std::collections::BTreeMap;
use std::io::Write;
use std::rc::Rc;

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
    let go_on = || if sources.go_on() { Ok(()) } else { Err(RenderError::Stopped) };
    let mut bodies = opened(plan, sources)?;
    let layers: Vec<_> = plan.documents.iter().map(|document| Layer::of(document, sources)).collect();
    let mut paginated = Paginated::new(&shaper, plan, &bodies, &layers)?;
    go_on()?;
    let facts = Facts::of(plan, &bodies, &paginated.entries);
    let bookmarks = std::mem::take(&mut paginated.bookmarks);
    let mut title = format!("{} – {}", plan.title, plan.claimant_name);
    if !plan.reference.is_empty() && plan.reference != plan.claimant_name {
        title.push_str(&format!(" ({})", plan.reference));
    }
    let told = facts.told(&paginated);
    let leaves = std::mem::take(&mut paginated.leaves);
    let about = About {
        title: &title,
        subject: &plan.case_title,
        language: &plan.language,
        date: plan.prepared,
        told: Some(&told),
        fingerprint: plan.fingerprint(),
    };
    let bytes = bind(leaves, &bookmarks, &about, |leaves, document| underlay(&mut bodies, leaves, document))?;
    go_on()?;
    out.write_all(&bytes)?;
    let missing = shaper.missing();
    Ok(Rendered::new(paginated, facts, missing, &bytes))
}

/// How many pages each part of a bundle has, without writing it.
///
/// # Errors
///
/// See [`RenderError`]; none of them is caused by a single exhibit.
pub fn layout(plan: &BundlePlan, sources: &dyn Sources, fonts: &Fonts) -> Result<Fixed, RenderError> {
    let shaper = Shaper::new(fonts);
    let bodies = opened(plan, sources)?;
    let layers: Vec<_> = plan.documents.iter().map(|document| Layer::of(document, sources)).collect();
    Ok(Paginated::new(&shaper, plan, &bodies, &layers)?.layout)
}

/// What stands behind the sheets, opened.
fn opened(plan: &BundlePlan, sources: &dyn Sources) -> Result<Vec<Body>, RenderError> {
    let open = |document| {
        if sources.go_on() { Ok(Body::open(document, sources)) } else { Err(RenderError::Stopped) }
    };
    plan.documents.iter().map(open).collect()
}

/// The identifier in the trailer of the file that [`render`] makes from this plan.
pub fn file_id(plan: &BundlePlan) -> [u8; 16] {
    bind::id(plan.fingerprint())
}

/// What lies under the ink of each page, imported page by page.
fn underlay(bodies: &mut [Body], leaves: &[Leaf], document: &mut Document) -> Underlay {
    let mut layers = Vec::new();
    let mut overlays: Vec<Overlay> = leaves.iter().map(|_| Overlay::default()).collect();
    let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
    for (place, leaf) in leaves.iter().enumerate() {
        if let Under::Pdf { document, .. } | Under::Picture { document } = leaf.under {
            firsts.entry(document).or_insert(place);
        }
    }
    among_words(bodies, leaves, &mut overlays, document);
    for (index, body) in bodies.iter_mut().enumerate() {
        let Some(first) = firsts.get(&index).copied() else { continue };
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
                    *overlay = Overlay {
                        content: page.content,
                        objects: page.objects,
                        links: links.collect(),
                        group: page.group,
                    };
                }
            }
            Body::Pictures(pictures) => {
                for (picture, overlay) in pictures.into_iter().zip(overlays.iter_mut().skip(first)) {
                    let (content, object) = picture.place(document);
                    *overlay =
                        Overlay { content, objects: vec![("P".to_owned(), object)], ..Overlay::default() };
                }
            }
            Body::Drawn | Body::Mail(_) | Body::Missing(_) => {}
        }
    }
    Underlay { overlays, layers }
}

/// Draws the pictures that stand among the words of messages; each is in the file once.
fn among_words(bodies: &mut [Body], leaves: &[Leaf], overlays: &mut [Overlay], document: &mut Document) {
    let mut waiting = Pictures::new();
    for body in bodies {
        if let Body::Mail(pictures) = body {
            waiting.append(pictures);
        }
    }
    let mut embedded: BTreeMap<Rc<str>, Embedded> = BTreeMap::new();
    for (leaf, overlay) in leaves.iter().zip(overlays) {
        for ink in &leaf.ink {
            let Ink::Picture { at: (x, y), size: (width, height), sha256 } = ink else { continue };
            if let Some(picture) = waiting.remove(&**sha256) {
                embedded.insert(Rc::clone(sha256), picture.embed(document));
            }
            let Some(picture) = embedded.get(sha256).copied() else { continue };
            let top = leaf.size().1 - y;
            let rect = Rect { x0: *x, y0: top - height, x1: x + width, y1: top };
            let name = format!("I{}", overlay.objects.len());
            overlay.content.extend(picture.drawn(&name, rect).into_bytes());
            overlay.objects.push((name, picture.id));
        }
    }
}
