//! Faces cut down to the glyphs in use.

use crate::error::RenderError;
use crate::font::{Face, Run};
use crate::ink::Ink;
use crate::leaf::Leaf;
use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The glyphs of one face in use.
struct Subset {
    remapper: GlyphRemapper,
    /// Characters behind each glyph of the subset.
    text: BTreeMap<u16, String>,
    font: PdfFont,
}

/// The characters behind a glyph.
#[derive(Clone, Copy, Default)]
struct Known<'r> {
    text: &'r str,
    sole: bool,
}

/// The faces in use.
pub(super) struct Subsets(BTreeMap<Face, Subset>);

impl Subsets {
    pub(super) fn of(leaves: &[Leaf]) -> Result<Self, RenderError> {
        let mut used: BTreeMap<Face, BTreeMap<u16, Known>> = BTreeMap::new();
        for ink in leaves.iter().flat_map(|leaf| &leaf.ink) {
            let (Ink::Run { run, .. } | Ink::Unseen { run, .. }) = ink else { continue };
            let glyphs = used.entry(run.face).or_default();
            for glyph in &run.glyphs {
                let text = run.text.get(glyph.text.clone()).unwrap_or_default();
                let known = glyphs.entry(glyph.id).or_default();
                // A letter that is drawn alone names the glyph better than one that is drawn with an accent.
                if known.text.is_empty() || (glyph.sole && !known.sole) {
                    *known = Known { text, sole: glyph.sole };
                }
            }
        }
        let mut subsets = BTreeMap::new();
        for (face, glyphs) in used {
            subsets.insert(face, Subset::new(face, &glyphs)?);
        }
        Ok(Self(subsets))
    }

    /// The glyph's number in the embedded face.
    pub(super) fn glyph(&self, face: Face, glyph: u16) -> u16 {
        self.0.get(&face).and_then(|subset| subset.remapper.get(glyph)).unwrap_or(0)
    }

    /// Whether a reader that goes glyph by glyph finds the run's own characters.
    pub(super) fn reads_back(&self, run: &Run) -> bool {
        let Some(subset) = self.0.get(&run.face) else { return false };
        run.glyphs.iter().all(|glyph| {
            let known = subset.remapper.get(glyph.id).and_then(|id| subset.text.get(&id));
            // Glyph 0 is the box that stands for every character without a glyph.
            glyph.id != 0 && known.map(String::as_str) == run.text.get(glyph.text.clone())
        })
    }

    pub(super) fn fonts(&self) -> BTreeMap<FontId, PdfFont> {
        self.0.iter().map(|(face, subset)| (FontId(face.name().to_owned()), subset.font.clone())).collect()
    }

    /// A page with every glyph and the characters behind it.
    pub(super) fn specimen(&self) -> Vec<Op> {
        let mut ops = vec![Op::StartTextSection];
        for (face, subset) in &self.0 {
            let font = PdfFontHandle::External(FontId(face.name().to_owned()));
            let glyphs = subset
                .text
                .iter()
                .map(|(glyph, text)| Codepoint::with_cid(*glyph, 0.0, text.clone()))
                .collect();
            ops.push(Op::SetFont { font, size: Pt(1.0) });
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
        }
        ops.push(Op::EndTextSection);
        ops
    }
}

impl Subset {
    fn new(face: Face, glyphs: &BTreeMap<u16, Known<'_>>) -> Result<Self, RenderError> {
        let failed = |reason: String| RenderError::Font { face: face.name(), reason };
        let remapper = GlyphRemapper::new_from_glyphs(&glyphs.keys().copied().collect::<Vec<_>>());
        let program =
            subsetter::subset(face.data(), 0, &remapper).map_err(|error| failed(error.to_string()))?;
        let parsed = ParsedFont::from_bytes(&program, 0, &mut Vec::new())
            .ok_or_else(|| failed("the cut face cannot be parsed".to_owned()))?;
        let text = glyphs
            .iter()
            .filter_map(|(glyph, known)| Some((remapper.get(*glyph)?, known.text.to_owned())))
            .collect();
        Ok(Self { remapper, text, font: PdfFont::new(parsed) })
    }
}
