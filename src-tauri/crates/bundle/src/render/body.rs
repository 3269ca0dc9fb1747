//! What stands behind the sheet of an exhibit, opened.

use crate::import::{self, Imported};
use crate::picture::{self, Picture};
use crate::redact::{burn_pdf, burn_picture};
use crate::source::{SourceError, Sources};
use joinder_domain::bundle::{Block, Document, DocumentKind, ExhibitSource};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The pages of a document, before they are placed.
pub(super) enum Body {
    /// All blocks of the plan.
    Drawn,
    /// Blocks, and the pictures that stand among them, by their hashes.
    Mail(Pictures),
    Pdf(Box<Imported>),
    /// One picture a page.
    Pictures(Vec<Picture>),
    /// A page that says why.
    Missing(String),
}

/// Pictures of a message that can be drawn, by the lower-case hexadecimal SHA-256 of their bytes.
pub(super) type Pictures = BTreeMap<String, Picture>;

impl Body {
    /// Opens the original of an exhibit; whatever is wrong with it becomes a reason to print.
    pub(super) fn open(document: &Document, sources: &dyn Sources) -> Self {
        let DocumentKind::Exhibit(exhibit) = &document.kind else { return Self::Drawn };
        let boxes = exhibit.redactions.as_slice();
        let opened = match &exhibit.source {
            ExhibitSource::Mail(blocks) => Ok(Self::Mail(pictures(blocks, sources))),
            ExhibitSource::Placeholder { reason } => Err(reason.clone()),
            ExhibitSource::Pdf { sha256 } => original(sources, sha256)
                .and_then(|bytes| {
                    // What is blacked out is burned into a picture before anything of the original is placed.
                    if boxes.is_empty() {
                        Ok(bytes)
                    } else {
                        guarded(|| burn_pdf(&bytes, boxes)).map(Arc::new)
                    }
                })
                .and_then(|bytes| guarded(|| import::open(&bytes)))
                .map(|pdf| Self::Pdf(Box::new(pdf))),
            ExhibitSource::Jpeg { sha256 }
            | ExhibitSource::Png { sha256 }
            | ExhibitSource::Picture { sha256 }
                if !boxes.is_empty() =>
            {
                let burned =
                    original(sources, sha256).and_then(|bytes| guarded(|| burn_picture(&bytes, boxes)));
                // Each is a page of the original, whose words are known by its place.
                let page = |(page, png): (usize, &Vec<u8>)| {
                    let mut picture = guarded(|| picture::png(png))?;
                    picture.page = page;
                    Ok(picture)
                };
                burned.and_then(|pages| pages.iter().enumerate().map(page).collect()).map(Self::Pictures)
            }
            ExhibitSource::Jpeg { sha256 } => original(sources, sha256)
                .and_then(|bytes| guarded(|| picture::jpeg(bytes)))
                .map(|picture| Self::Pictures(vec![picture])),
            ExhibitSource::Png { sha256 } => original(sources, sha256)
                .and_then(|bytes| guarded(|| picture::png(&bytes)))
                .map(|picture| Self::Pictures(vec![picture])),
            ExhibitSource::Picture { sha256 } => original(sources, sha256)
                .and_then(|bytes| guarded(|| picture::other(&bytes)))
                .map(Self::Pictures),
        };
        opened.unwrap_or_else(Self::Missing)
    }

    /// What the exhibit sheet must tell.
    pub(super) fn remarks(&self) -> Vec<String> {
        match self {
            Self::Pdf(imported) => imported.remarks.clone(),
            Self::Pictures(pages) => {
                let mut remarks: Vec<String> = Vec::new();
                for remark in pages.iter().flat_map(|page| &page.remarks) {
                    if !remarks.contains(remark) {
                        remarks.push(remark.clone());
                    }
                }
                remarks
            }
            Self::Drawn | Self::Mail(_) | Self::Missing(_) => Vec::new(),
        }
    }

    /// The body itself, leaving nothing to draw behind.
    pub(super) fn take(&mut self) -> Self {
        match self {
            Self::Missing(reason) => Self::Missing(reason.clone()),
            _ => std::mem::replace(self, Self::Drawn),
        }
    }
}

/// The pictures of a message that are there and can be drawn; of the others the words are printed.
fn pictures(blocks: &[Block], sources: &dyn Sources) -> Pictures {
    let mut opened = Pictures::new();
    for block in blocks {
        let Block::Picture(picture) = block else { continue };
        if opened.contains_key(&picture.sha256) {
            continue;
        }
        let bytes = sources.inside(&picture.within, &picture.sha256).ok();
        let bytes = bytes.filter(|bytes| hex(&Sha256::digest(&**bytes)) == picture.sha256);
        let open = |bytes: Arc<Vec<u8>>| guarded(|| picture::any(bytes).ok_or_else(String::new)).ok();
        if let Some(found) = bytes.and_then(open) {
            opened.insert(picture.sha256.clone(), found);
        }
    }
    opened
}

/// Runs a reader of foreign files: a panic in a library costs one exhibit, not the bundle.
fn guarded<T>(open: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(open))
        .unwrap_or_else(|_| Err("The file is damaged in a way that no program of ours can read.".to_owned()))
}

/// Fetches an original and makes sure that it is the one named.
fn original(sources: &dyn Sources, sha256: &str) -> Result<Arc<Vec<u8>>, String> {
    let bytes = sources.bytes(sha256).map_err(|error| match error {
        SourceError::Absent => "The original is not in the matter any more.".to_owned(),
        SourceError::Unreadable(_) => "The original could not be read from the matter.".to_owned(),
    })?;
    if !sources.is_checked() && hex(&Sha256::digest(&*bytes)) != sha256 {
        return Err(
            "The original in the matter is not the file that was received: its hash differs.".to_owned()
        );
    }
    Ok(bytes)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
