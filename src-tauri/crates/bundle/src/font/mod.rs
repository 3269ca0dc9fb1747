//! The faces that drawn pages are set in, built into the program (see `assets/fonts/README.md`).

mod shape;

pub(crate) use shape::{Glyph, Run, Shaper};

use harfrust::{Font, GlyphId, ShaperFont};
use joinder_domain::bundle::Style;

/// One face of the set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
    Mono,
    Arabic,
    Hebrew,
    Gurmukhi,
    Bengali,
    Tamil,
    Gujarati,
    Symbols,
}

impl Face {
    pub(crate) const ALL: [Self; 11] = [
        Self::Regular,
        Self::Bold,
        Self::Italic,
        Self::Mono,
        Self::Arabic,
        Self::Hebrew,
        Self::Gurmukhi,
        Self::Bengali,
        Self::Tamil,
        Self::Gujarati,
        Self::Symbols,
    ];

    /// Where a character is looked for when the style's own face lacks it.
    const FALLBACK: [Self; 8] = [
        Self::Regular,
        Self::Arabic,
        Self::Hebrew,
        Self::Gurmukhi,
        Self::Bengali,
        Self::Tamil,
        Self::Gujarati,
        Self::Symbols,
    ];

    pub(crate) fn of_style(style: Style) -> Self {
        match style {
            Style::Plain => Self::Regular,
            Style::Bold => Self::Bold,
            Style::Italic => Self::Italic,
            Style::Mono => Self::Mono,
        }
    }

    /// PostScript name, also the name of the resource on a page.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Regular => "NotoSans-Regular",
            Self::Bold => "NotoSans-Bold",
            Self::Italic => "NotoSans-Italic",
            Self::Mono => "IBMPlexMono",
            Self::Arabic => "Vazirmatn-Regular",
            Self::Hebrew => "NotoSansHebrew-Regular",
            Self::Gurmukhi => "NotoSansGurmukhi-Regular",
            Self::Bengali => "NotoSansBengali-Regular",
            Self::Tamil => "NotoSansTamil-Regular",
            Self::Gujarati => "NotoSansGujarati-Regular",
            Self::Symbols => "NotoSansSymbols2-Regular",
        }
    }

    pub(crate) fn data(self) -> &'static [u8] {
        macro_rules! font {
            ($file:literal) => {
                include_bytes!(concat!("../../../../../assets/fonts/", $file)) as &'static [u8]
            };
        }
        match self {
            Self::Regular => font!("NotoSans-Regular.ttf"),
            Self::Bold => font!("NotoSans-Bold.ttf"),
            Self::Italic => font!("NotoSans-Italic.ttf"),
            Self::Mono => font!("IBMPlexMono-Regular.ttf"),
            Self::Arabic => font!("Vazirmatn-Regular.ttf"),
            Self::Hebrew => font!("NotoSansHebrew-Regular.ttf"),
            Self::Gurmukhi => font!("NotoSansGurmukhi-Regular.ttf"),
            Self::Bengali => font!("NotoSansBengali-Regular.ttf"),
            Self::Tamil => font!("NotoSansTamil-Regular.ttf"),
            Self::Gujarati => font!("NotoSansGujarati-Regular.ttf"),
            Self::Symbols => font!("NotoSansSymbols2-Regular-subset.ttf"),
        }
    }

    /// Space above and below the baseline that a line with this face needs, in ems.
    pub(crate) fn extent(self) -> (f32, f32) {
        match self {
            Self::Arabic => (1.05, 0.55),
            Self::Gurmukhi | Self::Bengali | Self::Tamil | Self::Gujarati => (1.0, 0.45),
            _ => (0.95, 0.3),
        }
    }
}

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
        Face::FALLBACK.into_iter().find(|face| self.glyph(*face, character).is_some())
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
