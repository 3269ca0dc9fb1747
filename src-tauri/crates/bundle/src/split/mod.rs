//! A finished bundle in several files with one pagination: printed numbers stay, labels and bookmarks go with their
//! pages, and a link to a page in another file opens that file (outputs.md 4.1, EB-14).

mod cut;
mod part;
mod weight;

use cut::cuts;
use lopdf::ObjectId;
use part::Parts;
use std::panic::{AssertUnwindSafe, catch_unwind};
use weight::Weights;

/// How large a part may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartLimit {
    /// Bytes of each file: 36,000,000 by mail to justice.gov.uk, 150,000,000 by e-judiciary, 500,000,000 elsewhere.
    Bytes(u64),
    /// Pages of each file.
    Pages(usize),
}

/// One file of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Number of its first page.
    pub first: usize,
    /// Number of its last page.
    pub last: usize,
    /// It is larger than was asked for, because one page alone is.
    pub too_large: bool,
}

/// A bundle cannot be split.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SplitError {
    /// It is not a PDF that can be read, or it is locked.
    #[error("the file is not a PDF that can be read")]
    NotPdf,
    /// A limit of nothing.
    #[error("a part must hold at least one page")]
    NoRoom,
    /// The parts cannot be written.
    #[error("the parts cannot be written")]
    Write,
    /// Every part would repeat so much that all of them would be far larger than the file.
    #[error(
        "its pages share so much that the parts would be far larger than the file; allow more pages or bytes in each"
    )]
    TooMuch,
    /// The caller wanted no more.
    #[error("the work was stopped")]
    Stopped,
}

/// What all parts may weigh together: what every page needs, such as fonts, is in each of them.
const GROWTH: usize = 8;
const ROOM: usize = 256 << 20;
/// Times that a bundle is cut anew when a part comes out larger than was reckoned.
const ATTEMPTS: u32 = 8;

/// Splits a bundle; where it fits into one file, that one is returned. `name` gives the file name of part 1, 2, 3 …,
/// which links between the parts are written with.
///
/// A part ends where a document ends, unless that would leave it less than half full. `step` hears of the pages that are
/// done out of all, and stops the work by returning `false`.
///
/// # Errors
///
/// See [`SplitError`].
pub fn split(
    bytes: &[u8],
    limit: PartLimit,
    name: &dyn Fn(usize) -> String,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<Part>, SplitError> {
    // The file may be anybody's: what ends the library is a file that cannot be read.
    catch_unwind(AssertUnwindSafe(|| parts(bytes, limit, name, step))).unwrap_or(Err(SplitError::NotPdf))
}

fn parts(
    bytes: &[u8],
    limit: PartLimit,
    name: &dyn Fn(usize) -> String,
    step: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<Part>, SplitError> {
    let whole = |last| Part { bytes: bytes.to_vec(), first: 1, last, too_large: false };
    if matches!(limit, PartLimit::Bytes(0) | PartLimit::Pages(0)) {
        return Err(SplitError::NoRoom);
    }
    let document = crate::import::bounded(bytes, None).map_err(|_| SplitError::NotPdf)?;
    let pages: Vec<ObjectId> = crate::import::pages(&document);
    if pages.is_empty() || document.is_encrypted() {
        return Err(SplitError::NotPdf);
    }
    match limit {
        PartLimit::Bytes(most) if bytes.len() as u64 <= most => return Ok(vec![whole(pages.len())]),
        PartLimit::Pages(most) if pages.len() <= most => return Ok(vec![whole(pages.len())]),
        _ => {}
    }
    let weights = Weights::of(&document, &pages).ok_or(SplitError::TooMuch)?;
    let parts = Parts::new(&document, &pages);
    let starts = parts.document_starts();
    let mut target = limit;
    for _ in 0..ATTEMPTS {
        let ranges = cuts(&weights, &starts, target);
        let mut made = Vec::with_capacity(ranges.len());
        let mut room = bytes.len().saturating_mul(GROWTH).saturating_add(ROOM);
        for (number, range) in (1..).zip(&ranges) {
            if !step(range.start, pages.len()) {
                return Err(SplitError::Stopped);
            }
            let part = parts.write(number, &ranges, name).map_err(|_| SplitError::Write)?;
            room = room.checked_sub(part.len()).ok_or(SplitError::TooMuch)?;
            let large = matches!(limit, PartLimit::Bytes(most) if part.len() as u64 > most);
            let (first, last) = (range.start + 1, range.end);
            made.push(Part { bytes: part, first, last, too_large: large });
        }
        let again = made.iter().any(|part| part.too_large && part.first < part.last);
        match target {
            // What a part weighs is reckoned before it is packed; a tenth less the next time.
            PartLimit::Bytes(most) if again => target = PartLimit::Bytes(most - most.div_ceil(10)),
            _ => return Ok(made),
        }
    }
    Err(SplitError::Write)
}
