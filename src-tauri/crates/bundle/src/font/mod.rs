//! The faces that drawn pages are set in, built into the program (see `assets/fonts/README.md`).

mod face;
mod shape;

pub(crate) use face::Face;
pub(crate) use shape::{Glyph, Run, Shaper};

use harfrust::{Font, GlyphId, ShaperFont};

/// The parsed faces: load once, share between threads.
#[derive(Clone)]
pub struct Fonts {
    faces: Vec<Font>,
}

impl Fonts {
    /// Parses the faces that are built into the program.
    ///
    /// # Errors
    ///
    /// A face that cannot be parsed, which means that the program itself is damaged.
    pub fn embedded() -> Result<Self, FontError> {
        let faces = Face::ALL
            .iter()
            .map(|face| Font::new(face.data(), 0).ok_or(FontError { face: face.name() }))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { faces })
    }

    fn font(&self, face: Face) -> Option<&Font> {
        self.faces.get(face as usize)
    }

    pub(crate) fn shaper_font(&self, face: Face) -> Option<ShaperFont<'_, '_>> {
        self.font(face).map(ShaperFont::new)
    }

    fn glyph(&self, face: Face, character: char) -> Option<GlyphId> {
        self.font(face)?.charmap().map_unicode(character).filter(|glyph| glyph.to_u32() != 0)
    }

    /// The first face that can draw `character`, beginning with `preferred`.
    pub(crate) fn cover(&self, preferred: Face, character: char) -> Option<Face> {
        if self.glyph(preferred, character).is_some() {
            return Some(preferred);
        }
        let unstyled = Face::ALL.iter().filter(|face| !face.is_styled());
        unstyled.copied().find(|face| self.glyph(*face, character).is_some())
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.faces.len()).finish()
    }
}

/// A built-in face cannot be parsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the built-in font {face} cannot be read; install the program again")]
pub struct FontError {
    face: &'static str,
}

/// Characters that leave no mark of their own: joiners, marks of direction, selectors and tags.
pub(crate) fn is_silent(character: char) -> bool {
    matches!(
        character,
        '\u{34f}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
