//! Pages that are pictures: their words are read before a bundle is bound, so that it can be searched.

use joinder_domain::audit::Digest;
use joinder_domain::bundle::{Document, DocumentKind};
use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence as items;

use super::gather::Gathered;
use crate::app::OpenMatter;
use crate::error::Result;
use crate::evidence::Reading;
use crate::ready;

/// Reads what the plan prints and nobody has read; says whether there is anything new.
///
/// A file that was approved must come out as it was approved, so nothing is read for it any more; and what is sealed
/// stays as it was sealed.
///
/// # Errors
/// `cancelled`; those of the store. What cannot be read stays a picture.
pub(super) fn read(
    open: &OpenMatter,
    reading: &Reading<'_>,
    gathered: &Gathered,
    step: &dyn Fn() -> Result<()>,
) -> Result<bool> {
    if ready::is_waiting(open, ClaimantNumber(gathered.number))? {
        return Ok(false);
    }
    let sealed = gathered.sealed.as_ref().map_or(0, |sealed| sealed.plan.documents.len());
    let mut new = false;
    for sha256 in gathered.plan.documents.iter().skip(sealed).filter_map(unread) {
        let Some(item) = open.matter.read(|reader| items::find_by_sha256(reader, sha256))? else { continue };
        if !reading.may_read(&item)? {
            continue;
        }
        match reading.layer(&item, false, &|_, _| step()) {
            Ok(layer) => new |= layer.words() > 0,
            Err(error) if error.code == "cancelled" => return Err(error),
            Err(_) => {}
        }
    }
    Ok(new)
}

/// The original behind an exhibit whose words nobody has read.
fn unread(document: &Document) -> Option<Digest> {
    match &document.kind {
        DocumentKind::Exhibit(exhibit) if exhibit.layer.is_none() => exhibit.source.sha256()?.parse().ok(),
        _ => None,
    }
}
