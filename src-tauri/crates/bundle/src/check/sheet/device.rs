//! Receives what a page draws.

use super::super::lint::Area;
use super::{Glyph, Picture, Sheet, Turn};
use hayro::hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::resume_unwind;

/// Things drawn that are read from one page; a page of print has some five thousand.
const DRAWN: usize = 2_000_000;
/// Of each kind kept.
const GLYPHS: usize = 200_000;
const PICTURES: usize = 20_000;
const MARKS: usize = 20_000;
const COVERS: usize = 2_000;

/// Thrown to leave a page that draws without end.
pub(super) struct Enough;

/// Fingerprints of pictures by their objects' numbers, so that each is read once.
pub(super) type Prints = HashMap<(u32, i32), u64>;

pub(super) struct Reader {
    sheet: Sheet,
    clips: Vec<Area>,
    opacity: Vec<f32>,
    drawn: usize,
    prints: Prints,
}

impl Reader {
    pub(super) fn new(width: f32, height: f32, prints: Prints) -> Self {
        let sheet = Sheet {
            width,
            height,
            text: String::new(),
            glyphs: Vec::new(),
            pictures: Vec::new(),
            marks: Vec::new(),
            covers: Vec::new(),
            cut: false,
        };
        let clips = vec![sheet.area()];
        Self { sheet, clips, opacity: Vec::new(), drawn: 0, prints }
    }

    pub(super) fn into_parts(self) -> (Sheet, Prints) {
        (self.sheet, self.prints)
    }

    fn count(&mut self) {
        self.drawn += 1;
        if self.drawn > DRAWN {
            self.sheet.cut = true;
            resume_unwind(Box::new(Enough));
        }
    }

    fn clip(&self) -> Area {
        self.clips.last().copied().unwrap_or_else(|| self.sheet.area())
    }

    fn push_clip_area(&mut self, area: Area) {
        self.count();
        let clip = self.clip().common(area);
        self.clips.push(clip);
    }

    /// What shows of an area, if anything does.
    fn showing(&self, area: Area) -> Option<Area> {
        let shown = area.common(self.clip());
        (shown.left <= shown.right && shown.top <= shown.bottom).then_some(shown)
    }

    fn opaque(&self) -> bool {
        self.opacity.iter().all(|opacity| *opacity > 0.95)
    }

    fn shape(&mut self, bounds: Rect, boxed: bool, props: &DrawProps<'_>, mode: &DrawMode) {
        self.count();
        let Some(area) = self.showing(area(props.transform.transform_rect_bbox(bounds))) else { return };
        let color = match &props.paint {
            Paint::Color(color) => Some(color.to_rgba().to_rgba8()),
            Paint::Pattern(_) => None,
        };
        let white = color.is_some_and(|[r, g, b, a]| a < 13 || r.min(g).min(b) > 245);
        if !white && !matches!(mode, DrawMode::Invisible) && self.sheet.marks.len() < MARKS {
            self.sheet.marks.push(area);
        }
        let filled = matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..));
        let dark = color.is_some_and(|[r, g, b, a]| a > 242 && r.max(g).max(b) < 64);
        let plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        if filled && boxed && dark && plain && self.opaque() {
            self.cover(area);
        }
    }

    /// Words that were drawn before a dark box and lie under it.
    fn cover(&mut self, area: Area) {
        if self.sheet.covers.len() >= COVERS {
            return;
        }
        let under = self.sheet.glyphs.iter().filter(|glyph| {
            let covered = glyph.area.common(area);
            !self.sheet.characters(glyph).trim().is_empty()
                && covered.width() > 0.6 * glyph.area.width()
                && covered.height() > 0.75 * glyph.area.height()
        });
        let count = under.count();
        if count > 0 {
            self.sheet.covers.push((area, count));
        }
    }
}

fn area(rect: Rect) -> Area {
    Area { left: rect.x0 as f32, top: rect.y0 as f32, right: rect.x1 as f32, bottom: rect.y1 as f32 }
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let bounds = path.bounding_box();
        let boxed = path.area().abs() > 0.9 * bounds.area();
        self.shape(bounds, boxed, &props, mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.shape(*rect, true, &props, mode);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.push_clip_area(area(clip.path.bounding_box()));
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.push_clip_area(area(*rect));
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, mode: BlendMode) {
        self.count();
        let plain = mask.is_none() && mode == BlendMode::Normal;
        self.opacity.push(if plain { opacity } else { 0.0 });
    }

    fn pop_transparency_group(&mut self) {
        self.opacity.pop();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            self.count();
            if self.sheet.glyphs.len() >= GLYPHS {
                self.sheet.cut = true;
                return;
            }
            let transform = props.transform * glyph.transform();
            let advance = match &**glyph {
                Drawn::Outline(outline) => outline.advance_width(),
                Drawn::Type3(drawn) => drawn.advance_width(),
            };
            self.glyph(glyph.as_unicode(), transform, advance.unwrap_or(500.0));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.count();
        let pixels = (image.width(), image.height());
        let bounds = Rect::new(0.0, 0.0, f64::from(pixels.0), f64::from(pixels.1));
        let whole = area(props.transform.transform_rect_bbox(bounds));
        let Some(area) = self.showing(whole).filter(|area| area.size() > 0.0) else { return };
        if self.sheet.pictures.len() >= PICTURES {
            return;
        }
        let [a, b, c, d, ..] = props.transform.as_coeffs();
        let pixel = a.hypot(b).min(c.hypot(d)).max(1e-6);
        let stream = match &image {
            Image::Stencil(image) => image.stream(),
            Image::Raster(image) => image.stream(),
        };
        let id = stream.obj_id();
        let print = *self.prints.entry((id.obj_number, id.gen_number)).or_insert_with(|| {
            let mut hash = DefaultHasher::new();
            stream.raw_data().hash(&mut hash);
            hash.finish()
        });
        self.sheet.pictures.push(Picture { area, pixels, density: (72.0 / pixel) as f32, print });
    }
}

impl Reader {
    fn glyph(&mut self, unicode: Option<BfString>, transform: Affine, advance: f32) {
        let corner = |x: f64, y: f64| {
            let Point { x, y } = transform * Point::new(x, y);
            Area { left: x as f32, top: y as f32, right: x as f32, bottom: y as f32 }
        };
        let advance = f64::from(advance);
        let [a, b, c, d, e, f] = transform.as_coeffs();
        if ![a, b, c, d, e, f].iter().all(|n| n.is_finite()) {
            return;
        }
        let box_ = corner(0.0, -200.0).around(corner(advance, 750.0));
        let box_ = box_.around(corner(0.0, 750.0)).around(corner(advance, -200.0));
        let Some(shown) = self.showing(box_).filter(|shown| shown.size() > 0.25 * box_.size()) else {
            return;
        };
        let start = self.sheet.text.len();
        match &unicode {
            Some(BfString::Char(character)) => self.sheet.text.push(*character),
            Some(BfString::String(characters)) => self.sheet.text.push_str(characters),
            None => self.sheet.text.push('\u{fffd}'),
        }
        self.sheet.glyphs.push(Glyph {
            start,
            end: self.sheet.text.len(),
            known: unicode.is_some(),
            area: shown,
            baseline: (e as f32, f as f32),
            size: (c.hypot(d) * 1000.0) as f32,
            turn: Turn::of(a as f32, b as f32),
        });
    }
}
