//! Pages as pictures, for the window.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Widest picture drawn, and highest, in pixels.
const LARGEST: f32 = 8_000.0;

/// A page cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PreviewError {
    /// The bytes are not a PDF that can be read.
    #[error("the file is not a PDF that can be shown")]
    NotPdf,
    /// The file needs a password.
    #[error("the PDF is locked with a password")]
    Locked,
    /// There are fewer pages.
    #[error("the PDF has {pages} pages, so there is no page at index {index}")]
    NoSuchPage {
        /// Index asked for, from 0.
        index: usize,
        /// Pages that there are.
        pages: usize,
    },
    /// Drawing failed.
    #[error("the page cannot be drawn")]
    Undrawable,
}

/// An opened PDF, whose pages can be drawn one by one.
pub struct Preview {
    pdf: Pdf,
}

impl Preview {
    /// Opens a PDF; pages are read when they are drawn.
    ///
    /// # Errors
    ///
    /// [`PreviewError::NotPdf`] or [`PreviewError::Locked`].
    pub fn open(bytes: Arc<Vec<u8>>) -> Result<Self, PreviewError> {
        match guarded(|| Pdf::new(bytes)).ok_or(PreviewError::NotPdf)? {
            Ok(pdf) => Ok(Self { pdf }),
            Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => Err(PreviewError::Locked),
            Err(_) => Err(PreviewError::NotPdf),
        }
    }

    /// Number of pages.
    pub fn pages(&self) -> usize {
        guarded(|| self.pdf.pages().len()).unwrap_or(0)
    }

    /// Draws the page at `index`, from 0, as a PNG `width` pixels wide.
    ///
    /// # Errors
    ///
    /// [`PreviewError::NoSuchPage`] or [`PreviewError::Undrawable`].
    pub fn png(&self, index: usize, width: u32) -> Result<Vec<u8>, PreviewError> {
        let pages = self.pages();
        if index >= pages {
            return Err(PreviewError::NoSuchPage { index, pages });
        }
        guarded(|| {
            let page = self.pdf.pages().get(index)?;
            let (page_width, page_height) = page.render_dimensions();
            if !(page_width > 0.0 && page_height > 0.0) {
                return None;
            }
            let wide = (width as f32).clamp(1.0, LARGEST) / page_width;
            let scale = wide.min(LARGEST / page_height);
            let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
            let settings = InterpreterSettings::default();
            let drawn = render(page, &RenderCache::new(), &settings, &RenderSettings::default(), &pixmap);
            drawn.into_png().ok()
        })
        .flatten()
        .ok_or(PreviewError::Undrawable)
    }
}

/// Runs a reader of foreign files; a panic in it must not end the program.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}

/// Draws one page of a PDF as a PNG; see [`Preview::png`].
///
/// # Errors
///
/// See [`PreviewError`].
pub fn preview(bytes: &[u8], index: usize, width: u32) -> Result<Vec<u8>, PreviewError> {
    Preview::open(Arc::new(bytes.to_vec()))?.png(index, width)
}

/// Number of pages of a PDF.
///
/// # Errors
///
/// See [`PreviewError`].
pub fn page_count(bytes: &[u8]) -> Result<usize, PreviewError> {
    Preview::open(Arc::new(bytes.to_vec())).map(|preview| preview.pages())
}
