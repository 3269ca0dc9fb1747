//! A picture to write on.

use ab_glyph::{Font as _, FontRef, PxScale, ScaleFont as _, point};
use image::{Rgb, RgbImage};

/// Regular or bold.
#[derive(Clone, Copy)]
pub enum Weight {
    Regular,
    Bold,
}

/// A picture to write on.
pub struct Canvas {
    /// What is drawn so far.
    pub image: RgbImage,
    regular: FontRef<'static>,
    bold: FontRef<'static>,
}

impl Canvas {
    /// An empty picture.
    pub fn new(width: u32, height: u32, colour: [u8; 3]) -> Self {
        let font = |bytes| FontRef::try_from_slice(bytes).expect("the fonts can be read");
        Self {
            image: RgbImage::from_pixel(width, height, Rgb(colour)),
            regular: font(include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf")),
            bold: font(include_bytes!("../../../../assets/fonts/NotoSans-Bold.ttf")),
        }
    }

    /// A filled rectangle.
    pub fn fill(&mut self, (left, top): (u32, u32), (width, height): (u32, u32), colour: [u8; 3]) {
        for y in top..(top + height).min(self.image.height()) {
            for x in left..(left + width).min(self.image.width()) {
                self.image.put_pixel(x, y, Rgb(colour));
            }
        }
    }

    /// Writes `text` from `left`, broken into lines of at most `width`, and returns where the next line begins.
    pub fn write(
        &mut self,
        text: &str,
        (left, top): (f32, f32),
        width: f32,
        size: f32,
        weight: Weight,
        colour: [u8; 3],
    ) -> f32 {
        let mut y = top;
        for line in self.lines(text, width, size, weight) {
            self.write_line(&line, (left, y), size, weight, colour);
            y += size * 1.45;
        }
        y
    }

    fn font(&self, weight: Weight) -> FontRef<'static> {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::Bold => self.bold.clone(),
        }
    }

    fn lines(&self, text: &str, width: f32, size: f32, weight: Weight) -> Vec<String> {
        let font = self.font(weight);
        let scaled = font.as_scaled(PxScale::from(size * 1.36));
        let length = |text: &str| text.chars().map(|c| scaled.h_advance(scaled.glyph_id(c))).sum::<f32>();
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            let last = lines.last_mut().expect("there is a line");
            let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
            if length(&longer) <= width || last.is_empty() {
                *last = longer
            } else {
                lines.push(word.to_owned())
            }
        }
        lines
    }

    fn write_line(
        &mut self,
        text: &str,
        (left, top): (f32, f32),
        size: f32,
        weight: Weight,
        colour: [u8; 3],
    ) {
        let font = self.font(weight);
        let scale = PxScale::from(size * 1.36);
        let scaled = font.as_scaled(scale);
        let mut x = left;
        for c in text.chars() {
            let id = scaled.glyph_id(c);
            let glyph = id.with_scale_and_position(scale, point(x, top + scaled.ascent()));
            x += scaled.h_advance(id);
            let Some(outline) = font.outline_glyph(glyph) else { continue };
            let corner = outline.px_bounds().min;
            outline.draw(|dx, dy, cover| {
                let (px, py) = (corner.x as i64 + i64::from(dx), corner.y as i64 + i64::from(dy));
                let (Ok(px), Ok(py)) = (u32::try_from(px), u32::try_from(py)) else { return };
                if let Some(pixel) = self.image.get_pixel_mut_checked(px, py) {
                    // Few shades: what is drawn compresses better.
                    let cover = (cover * 8.0).round() / 8.0;
                    for (channel, ink) in pixel.0.iter_mut().zip(colour) {
                        *channel =
                            (f32::from(*channel) * (1.0 - cover) + f32::from(ink) * cover).round() as u8;
                    }
                }
            });
        }
    }
}
