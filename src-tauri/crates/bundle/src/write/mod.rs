//! Ink to content streams and fonts: printpdf writes the pages that we draw.

mod convert;
mod operation;
mod subset;

use crate::error::RenderError;
use crate::leaf::Leaf;
use lopdf::{Document, ObjectId};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use subset::Subsets;

/// Pages that printpdf holds at once: it keeps every operator in memory until they are written.
const CHUNK: usize = 100;

/// What the ink of all pages became.
pub(crate) struct Written {
    /// The font dictionary that all pages share, in the target document.
    pub(crate) fonts: ObjectId,
    /// One uncompressed content stream for each page.
    pub(crate) contents: Vec<Vec<u8>>,
}

/// Writes the ink of `leaves`; fonts are added to `target`, cut to the glyphs in use.
pub(crate) fn write(leaves: &[Leaf], target: &mut Document) -> Result<Written, RenderError> {
    let subsets = Subsets::of(leaves)?;
    // printpdf maps only the glyphs of the pages in hand back to text: one page with all of them gives the fonts.
    let specimen = to_lopdf(&subsets, vec![subsets.specimen()]);
    let fonts = convert::fonts(&specimen, target);
    let mut contents = Vec::with_capacity(leaves.len());
    for chunk in leaves.chunks(CHUNK) {
        let pages = chunk.iter().map(|leaf| operation::page(leaf, &subsets)).collect();
        contents.extend(convert::contents(to_lopdf(&subsets, pages)));
    }
    Ok(Written { fonts, contents })
}

fn to_lopdf(subsets: &Subsets, pages: Vec<Vec<printpdf::Op>>) -> lopdf_of_printpdf::Document {
    let mut document = PdfDocument::new("");
    document.resources.fonts.map = subsets.fonts();
    document.pages = pages.into_iter().map(|ops| PdfPage::new(Mm(210.0), Mm(297.0), ops)).collect();
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    document.to_lopdf_document(&options, &mut Vec::new())
}
