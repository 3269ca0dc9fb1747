//! What stands behind the sheet of an exhibit, opened.

use crate::import::{self, Imported};
use crate::picture::{self, Picture};
use crate::redact::{burn_pdf, burn_picture};
use crate::source::{SourceError, Sources};
use joinder_domain::bundle::{Document, DocumentKind, ExhibitSource, RedactionBox};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Blacks boxes out of an original.
type Burn = fn(&[u8], &[RedactionBox]) -> Result<Vec<u8>, String>;

/// The pages of a document, before they are placed.
pub(super) enum Body {
    /// All blocks of the plan.
    Drawn,
    Pdf(Box<Imported>),
    Picture(Box<Picture>),
    /// A page that says why.
    Missing(String),
}

impl Body {
    /// Opens the original of an exhibit; whatever is wrong with it becomes a reason to print.
    pub(super) fn open(document: &Document, sources: &dyn Sources) -> Self {
        let DocumentKind::Exhibit(exhibit) = &document.kind else { return Self::Drawn };
        let boxes = exhibit.redactions.as_slice();
        // What is blacked out is burned into a picture before anything of the original is placed.
        let read = |sha256: &str, burn: Burn| {
            let bytes = original(sources, sha256)?;
            if boxes.is_empty() { Ok(bytes) } else { guarded(|| burn(&bytes, boxes)).map(Into::into) }
        };
        let opened = match &exhibit.source {
            ExhibitSource::Mail(_) => Ok(Self::Drawn),
            ExhibitSource::Placeholder { reason } => Err(reason.clone()),
            ExhibitSource::Pdf { sha256 } => read(sha256, burn_pdf)
                .and_then(|bytes| guarded(|| import::open(&bytes)))
                .map(|pdf| Self::Pdf(Box::new(pdf))),
            ExhibitSource::Jpeg { sha256 } if boxes.is_empty() => original(sources, sha256)
                .and_then(|bytes| guarded(|| picture::jpeg(&bytes)))
                .map(|picture| Self::Picture(Box::new(picture))),
            ExhibitSource::Picture { sha256 } if boxes.is_empty() => original(sources, sha256)
                .and_then(|bytes| guarded(|| picture::other(&bytes)))
                .map(|picture| Self::Picture(Box::new(picture))),
            ExhibitSource::Jpeg { sha256 }
            | ExhibitSource::Png { sha256 }
            | ExhibitSource::Picture { sha256 } => read(sha256, burn_picture)
                .and_then(|bytes| guarded(|| picture::png(&bytes)))
                .map(|picture| Self::Picture(Box::new(picture))),
        };
        opened.unwrap_or_else(Self::Missing)
    }

    /// What the exhibit sheet must tell.
    pub(super) fn remarks(&self) -> &[String] {
        match self {
            Self::Pdf(imported) => &imported.remarks,
            Self::Picture(picture) => &picture.remarks,
            Self::Drawn | Self::Missing(_) => &[],
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

/// Runs a reader of foreign files: a panic in a library costs one exhibit, not the bundle.
fn guarded<T>(open: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(open))
        .unwrap_or_else(|_| Err("The file is damaged in a way that no program of ours can read.".to_owned()))
}

/// Fetches an original and makes sure that it is the one named.
fn original(sources: &dyn Sources, sha256: &str) -> Result<Arc<[u8]>, String> {
    let bytes = sources.bytes(sha256).map_err(|error| match error {
        SourceError::Absent => "The original is not in the matter any more.".to_owned(),
        SourceError::Unreadable(_) => "The original could not be read from the matter.".to_owned(),
    })?;
    if hex(&Sha256::digest(&bytes)) != sha256 {
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
