//! Pictures of kinds that PDF does not know: decoded, and held without loss; photographs of iPhones as JPEG.

use super::opened::{is_heic, upright};
use super::thin::{flat, jpeg, thinned};
use super::tiff::Pages;
use super::{Orientation, Picture, check_size};
use std::panic::catch_unwind;

/// Pages of a TIFF that are printed; a longer one is better turned into a PDF.
const PAGES: usize = 500;

/// Every page; those of a TIFF that cannot be opened are named on the first.
pub(super) fn open(bytes: &[u8]) -> Result<Vec<Picture>, String> {
    let mut file = Pages::of(bytes);
    let pages = file.count();
    let mut opened = Vec::new();
    let mut refused = Vec::new();
    for page in 0..pages.min(PAGES) {
        match one(file.alone(page)) {
            Ok(picture) => opened.push(Picture { page, ..picture }),
            Err(reason) => refused.push((page + 1, reason)),
        }
    }
    let mut remarks: Vec<String> = refused
        .iter()
        .take(10)
        .map(|(page, _)| format!("Page {page} of the picture cannot be opened and is left out."))
        .collect();
    if pages > PAGES {
        remarks.push(format!("Of the {pages} pages of the picture the first {PAGES} are printed."));
    }
    match (opened.first_mut(), refused.into_iter().next()) {
        (Some(first), _) => first.remarks.extend(remarks),
        (None, Some((_, reason))) => return Err(reason),
        (None, None) => return one(bytes).map(|picture| vec![picture]),
    }
    Ok(opened)
}

fn one(bytes: &[u8]) -> Result<Picture, String> {
    let damaged = || "The picture is damaged, too large, or of a kind that cannot be opened here.".to_owned();
    let decoded = catch_unwind(|| upright(bytes)).ok().flatten().ok_or_else(damaged)?;
    let (width, height) = (decoded.width(), decoded.height());
    check_size(width, height)?;
    let mut remarks = Vec::new();
    let packed = if is_heic(bytes) {
        remarks.push(
            "The picture is of a kind that PDF does not know and is printed as a JPEG; the original is kept unchanged."
                .to_owned(),
        );
        jpeg(&decoded)
    } else {
        None
    };
    let (stream, mask) = packed.unwrap_or_else(|| flat(&decoded));
    if bytes.starts_with(b"GIF8") {
        remarks.push("Of a picture that moves, the first is printed.".to_owned());
    }
    let picture =
        Picture { stream, mask, width, height, orientation: Orientation::UPRIGHT, page: 0, remarks };
    Ok(thinned(picture, &decoded))
}
