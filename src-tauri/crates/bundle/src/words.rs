//! The words of each page as any reader can take them out, however they got onto it.

use crate::preview::PreviewError;
use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::kurbo::{BezPath, Rect};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

/// Things drawn that are read from one page; a page of print has some five thousand.
const DRAWN: usize = 2_000_000;
/// Bytes of text that are kept of one page.
const TEXT: usize = 4 << 20;

/// Shapes from which on they may be letters; a page with a few lines and boxes has fewer.
const SHAPES: usize = 200;
/// Letters up to which a page has no words to speak of: a stamp of the scanner.
const FEW: usize = 12;

/// What can be read on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageWords {
    /// Its words in the order of drawing, hidden ones included.
    pub text: String,
    /// It shows pictures.
    pub pictures: bool,
    /// It is drawn in so many shapes that they may be letters.
    pub shapes: bool,
    /// It could not be read, or not whole.
    pub unread: bool,
}

/// Reads the words of every page.
///
/// # Errors
///
/// [`PreviewError::NotPdf`] or [`PreviewError::Locked`].
pub fn page_words(bytes: Arc<Vec<u8>>) -> Result<Vec<PageWords>, PreviewError> {
    let pdf = open(bytes)?;
    let cache = InterpreterCache::new();
    let count = catch_unwind(AssertUnwindSafe(|| pdf.pages().len())).unwrap_or(0);
    Ok((0..count).map(|page| read(&pdf, page, &cache)).collect())
}

/// Pages, from 1, that show something and have no words to be found: scans, photographs, letters drawn as shapes.
///
/// # Errors
///
/// [`PreviewError::NotPdf`] or [`PreviewError::Locked`].
pub fn wordless_pages(bytes: Arc<Vec<u8>>) -> Result<Vec<usize>, PreviewError> {
    let wordless = |page: &PageWords| {
        let letters = page.text.chars().filter(|letter| !letter.is_whitespace()).take(FEW + 1).count();
        letters <= FEW && (page.pictures || page.shapes)
    };
    let pages = page_words(bytes)?;
    Ok((1..).zip(&pages).filter(|(_, page)| wordless(page)).map(|(number, _)| number).collect())
}

/// Reads the words of some pages, by index from 0.
///
/// # Errors
///
/// [`PreviewError::NotPdf`] or [`PreviewError::Locked`].
pub(crate) fn words_of(
    bytes: Arc<Vec<u8>>,
    pages: impl Iterator<Item = usize>,
) -> Result<Vec<PageWords>, PreviewError> {
    let pdf = open(bytes)?;
    let cache = InterpreterCache::new();
    Ok(pages.map(|page| read(&pdf, page, &cache)).collect())
}

fn open(bytes: Arc<Vec<u8>>) -> Result<Pdf, PreviewError> {
    let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(bytes))).map_err(|_| PreviewError::NotPdf)?;
    opened.map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => PreviewError::Locked,
        _ => PreviewError::NotPdf,
    })
}

fn read<'p>(pdf: &'p Pdf, index: usize, cache: &InterpreterCache<'p>) -> PageWords {
    let mut reader = Reader { words: PageWords::default(), drawn: 0, paths: 0 };
    let done = catch_unwind(AssertUnwindSafe(|| {
        let page = pdf.pages().get(index)?;
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let view = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(view, bounds, cache, page.xref(), InterpreterSettings::default());
        interpret_page(page, &mut context, &mut reader);
        Some(())
    }));
    reader.words.shapes = reader.paths > SHAPES;
    reader.words.unread = !matches!(done, Ok(Some(())));
    reader.words
}

struct Reader {
    words: PageWords,
    drawn: usize,
    paths: usize,
}

/// Thrown to leave a page that draws without end.
struct Enough;

impl Reader {
    fn count(&mut self) {
        self.drawn += 1;
        if self.drawn > DRAWN || self.words.text.len() > TEXT {
            resume_unwind(Box::new(Enough));
        }
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.count();
        self.paths += 1;
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.count();
            match glyph.as_unicode() {
                Some(BfString::Char(one)) => self.words.text.push(one),
                Some(BfString::String(many)) => self.words.text.push_str(&many),
                None => {}
            }
        }
        self.words.text.push(' ');
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count();
        self.words.pictures = true;
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
