//! Leaves to a file: fonts, pages, outline, catalogue, and the check of what came out.

use crate::assemble::{Bookmark, Finish, Overlay, Tree, finish};
use crate::check;
use crate::error::RenderError;
use crate::leaf::Leaf;
use crate::told::Told;
use crate::write::write;
use jiff::civil::Date;
use lopdf::{Document, ObjectId, SaveOptions};
use sha2::{Digest, Sha256};

/// Pages that a file may have; beyond, no reader is comfortable and a court wants volumes.
const PAGES: usize = 200_000;

/// What the file says about itself.
pub(super) struct About<'a> {
    pub(super) title: &'a str,
    /// The proceeding.
    pub(super) subject: &'a str,
    /// BCP 47 tag.
    pub(super) language: &'a str,
    /// The day that it speaks for.
    pub(super) date: Date,
    /// What it tells this program when it is met again.
    pub(super) told: Option<&'a Told>,
    /// A hash of all that went in.
    pub(super) fingerprint: [u8; 32],
}

/// What lies under the ink: one overlay a leaf, in their order; fewer leave the last pages bare.
#[derive(Default)]
pub(super) struct Underlay {
    pub(super) overlays: Vec<Overlay>,
    /// Imported layers and whether they are hidden.
    pub(super) layers: Vec<(ObjectId, bool)>,
}

/// Writes dressed leaves, each of which is given up once it is written; the finished file is read back and checked.
pub(super) fn bind(
    leaves: Vec<Leaf>,
    bookmarks: &[Bookmark],
    about: &About<'_>,
    underlay: impl FnOnce(&[Leaf], &mut Document) -> Underlay,
) -> Result<Vec<u8>, RenderError> {
    let pages = leaves.len();
    if pages > PAGES {
        return Err(RenderError::TooManyPages { pages, limit: PAGES });
    }
    let mut document = Document::with_version("1.7");
    let written = write(&leaves, &mut document)?;
    let tree = Tree::new(&mut document, pages);
    let Underlay { overlays, layers } = underlay(&leaves, &mut document);
    let mut overlays = overlays.into_iter();
    for (number, leaf) in (1..).zip(leaves) {
        let under = overlays.next().unwrap_or_default();
        tree.write(&mut document, number, &leaf, under, &written.content(&leaf), written.fonts);
    }
    let finished = Finish {
        title: about.title,
        subject: about.subject,
        language: about.language,
        date: about.date,
        bookmarks,
        layers: &layers,
        told: about.told,
        id: id(about.fingerprint),
    };
    finish(&mut document, &tree, &finished);
    let bytes = save(document)?;
    check::after_rendering(&bytes, pages).map_err(RenderError::Check)?;
    Ok(bytes)
}

/// Identifier of the file: a hash of the plan, in which originals stand by their hashes, and of this program.
pub(super) fn id(fingerprint: [u8; 32]) -> [u8; 16] {
    let mut hash = Sha256::new();
    hash.update(fingerprint);
    hash.update(env!("CARGO_PKG_VERSION"));
    let digest: [u8; 32] = hash.finalize().into();
    let mut id = [0; 16];
    id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    id
}

fn save(mut document: Document) -> Result<Vec<u8>, RenderError> {
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    // What is not in a stream takes little room; a file that outgrows this grows once.
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let mut bytes = Vec::with_capacity(streams.map(|stream| stream.content.len() + 256).sum());
    document.save_with_options(&mut bytes, options)?;
    Ok(bytes)
}
