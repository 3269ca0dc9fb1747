//! Pages read one by one.

use super::super::lint::Area;
use super::Sheet;
use super::device::{Enough, Prints, Reader};
use hayro::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use hayro::kurbo::{Affine, Rect};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Longest side of a page that is drawn, in pixels.
const LARGEST: f32 = 4_000.0;
/// Points around a number that must be of one colour.
const RING: f32 = 3.0;

/// Why pages cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Unreadable {
    Locked,
    Damaged,
}

/// A file whose pages can be read.
pub(in super::super) struct Sheets {
    pdf: Pdf,
}

impl Sheets {
    pub(in super::super) fn open(bytes: &Arc<Vec<u8>>) -> Result<Self, Unreadable> {
        let opened = catch_unwind(AssertUnwindSafe(|| Pdf::new(Arc::clone(bytes))));
        match opened.map_err(|_| Unreadable::Damaged)? {
            Ok(pdf) => Ok(Self { pdf }),
            Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => Err(Unreadable::Locked),
            Err(_) => Err(Unreadable::Damaged),
        }
    }

    pub(in super::super) fn len(&self) -> usize {
        catch_unwind(AssertUnwindSafe(|| self.pdf.pages().len())).unwrap_or(0)
    }

    /// Reads every page in turn; `None` stands for a page that cannot be read.
    pub(in super::super) fn each<E>(
        &self,
        mut page: impl FnMut(usize, Option<Sheet>) -> Result<(), E>,
    ) -> Result<(), E> {
        let cache = InterpreterCache::new();
        let mut prints = Prints::new();
        for place in 0..self.len() {
            page(place + 1, self.sheet(place, &cache, &mut prints))?;
        }
        Ok(())
    }

    /// From the units of page `number` to points from its top left corner.
    pub(in super::super) fn view(&self, number: usize) -> Option<Affine> {
        let view = || Some(self.pdf.pages().get(number.checked_sub(1)?)?.initial_transform(true).to_kurbo());
        catch_unwind(AssertUnwindSafe(view)).ok().flatten()
    }

    /// Whether the picture under `area` of page `number` is of one colour around what is printed there.
    pub(in super::super) fn blank(&self, number: usize, area: Area) -> Option<bool> {
        let drawn = || {
            let page = self.pdf.pages().get(number.checked_sub(1)?)?;
            let (width, height) = page.render_dimensions();
            let scale = (LARGEST / width.max(height)).min(2.0);
            let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
            let settings = InterpreterSettings::default();
            let drawn = render(page, &RenderCache::new(), &settings, &RenderSettings::default(), &pixmap);
            Some(is_plain(&drawn, area, scale))
        };
        catch_unwind(AssertUnwindSafe(drawn)).ok().flatten()
    }

    fn sheet<'p>(&'p self, place: usize, cache: &InterpreterCache<'p>, prints: &mut Prints) -> Option<Sheet> {
        let page = catch_unwind(AssertUnwindSafe(|| self.pdf.pages().get(place))).ok()??;
        let (width, height) = page.render_dimensions();
        if !(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite()) {
            return None;
        }
        let mut reader = Reader::new(width, height, std::mem::take(prints));
        let read = catch_unwind(AssertUnwindSafe(|| {
            let view = page.initial_transform(true).to_kurbo();
            let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let settings = InterpreterSettings::default();
            let mut context = Context::new(view, bounds, cache, page.xref(), settings);
            interpret_page(page, &mut context, &mut reader);
        }));
        let (sheet, kept) = reader.into_parts();
        *prints = kept;
        match read {
            Ok(()) => Some(sheet),
            Err(panic) if panic.is::<Enough>() => Some(sheet),
            Err(_) => None,
        }
    }
}

/// Whether a ring around an area is of one colour, but for the grain of a scan.
fn is_plain(drawn: &Pixmap, area: Area, scale: f32) -> bool {
    let (width, height) = (usize::from(drawn.width()), usize::from(drawn.height()));
    let outer = area.grown(RING);
    let pixel = |value: f32, most: usize| ((value * scale).max(0.0) as usize).min(most.saturating_sub(1));
    let (left, right) = (pixel(outer.left, width), pixel(outer.right, width));
    let (top, bottom) = (pixel(outer.top, height), pixel(outer.bottom, height));
    let mut shades = Vec::new();
    for row in top..=bottom {
        for column in left..=right {
            let inside = row > pixel(area.top, height)
                && row < pixel(area.bottom, height)
                && column > pixel(area.left, width)
                && column < pixel(area.right, width);
            if !inside && let Some(dot) = drawn.data().get(row * width + column) {
                shades.push((u32::from(dot.r) + u32::from(dot.g) + u32::from(dot.b)) / 3);
            }
        }
    }
    shades.sort_unstable();
    let Some(middle) = shades.get(shades.len() / 2).copied() else { return true };
    let other = shades.iter().filter(|shade| shade.abs_diff(middle) > 60).count();
    other * 50 <= shades.len()
}
