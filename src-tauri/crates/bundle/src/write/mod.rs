//! Ink to content streams and fonts: printpdf embeds the faces, the operators are written here.

mod content;
mod convert;
mod show;
mod subset;

pub(crate) use show::{Strings, is_level, length, uneven, utf16};

use crate::error::RenderError;
use crate::leaf::Leaf;
use lopdf::{Document, ObjectId};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use subset::Subsets;

/// What the ink of all pages became.
pub(crate) struct Written {
    /// The font dictionary that all pages share, in the target document.
    pub(crate) fonts: ObjectId,
    subsets: Subsets,
}

impl Written {
    /// The content of one page, not packed.
    pub(crate) fn content(&self, leaf: &Leaf) -> String {
        content::page(leaf, &self.subsets)
    }
}

/// Writes the ink of `leaves`; fonts are added to `target`, cut to the glyphs in use.
pub(crate) fn write(leaves: &[Leaf], target: &mut Document) -> Result<Written, RenderError> {
    let subsets = Subsets::of(leaves)?;
    // A page with every glyph is enough to embed the faces and to map glyphs back to text.
    let fonts = convert::fonts(&specimen(&subsets), target);
    Ok(Written { fonts, subsets })
}

fn specimen(subsets: &Subsets) -> lopdf_of_printpdf::Document {
    let mut document = PdfDocument::new("");
    document.resources.fonts.map = subsets.fonts();
    document.pages = vec![PdfPage::new(Mm(210.0), Mm(297.0), subsets.specimen())];
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    document.to_lopdf_document(&options, &mut Vec::new())
}
