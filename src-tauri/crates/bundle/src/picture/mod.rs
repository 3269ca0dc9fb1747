//! Pictures as they were received: not repacked unless PDF cannot hold them as they are, or they are too dense to be sent.

mod exif;
mod jpeg;
mod opened;
mod other;
mod png;
mod shown;
mod thin;
mod tiff;

pub use shown::{Shown, picture_pages, picture_preview};

use crate::import::{Matrix, Rect, number, sheet};
use crate::leaf::BAND;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::sync::Arc;

/// Pixels that a picture may have; a phone camera of 200 megapixels stays below.
const PIXELS: u64 = 250_000_000;

/// Highest density of a placed picture without a remark (EB-09).
const DPI: f32 = 300.0;

/// A picture ready to be placed.
#[derive(Debug)]
pub(crate) struct Picture {
    /// Image XObject, without its mask.
    stream: Stream,
    /// Its transparency.
    mask: Option<Stream>,
    width: u32,
    height: u32,
    orientation: Orientation,
    /// Which page of its file it is, from 0.
    pub(crate) page: usize,
    /// What the reader of the exhibit must be told.
    pub(crate) remarks: Vec<String>,
}

/// How the stored rows must be turned to stand upright: the values of the EXIF tag (EXIF 2.32, 4.6.4.A).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Orientation(u8);

impl Orientation {
    const UPRIGHT: Self = Self(1);

    fn turned(self) -> bool {
        self.0 >= 5
    }

    /// From the stored unit square to the upright one.
    fn matrix(self) -> Matrix {
        Matrix(match self.0 {
            2 => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            3 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            4 => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            5 => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            6 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
            7 => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            8 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        })
    }
}

/// Opens a JPEG.
///
/// # Errors
///
/// A full sentence for the placeholder page.
pub(crate) fn jpeg(bytes: Arc<Vec<u8>>) -> Result<Picture, String> {
    let mut picture = thin::thin(&bytes, jpeg::open(&bytes)?);
    if picture.stream.content.is_empty() {
        picture.stream.set_content(Arc::unwrap_or_clone(bytes));
    }
    Ok(picture)
}

/// Opens a PNG.
///
/// # Errors
///
/// A full sentence for the placeholder page.
pub(crate) fn png(bytes: &[u8]) -> Result<Picture, String> {
    png::open(bytes).map(|picture| thin::thin(bytes, picture))
}

/// Opens a WebP, GIF or HEIC, or every page of a TIFF.
///
/// # Errors
///
/// A full sentence for the placeholder page.
pub(crate) fn other(bytes: &[u8]) -> Result<Vec<Picture>, String> {
    other::open(bytes)
}

/// Opens a picture of any kind that can be drawn; of several pages the first.
pub(crate) fn any(bytes: Arc<Vec<u8>>) -> Option<Picture> {
    let opened = match bytes.as_slice() {
        [0xff, 0xd8, ..] => jpeg(bytes),
        [0x89, b'P', b'N', b'G', ..] => png(&bytes),
        _ => return other(&bytes).ok()?.into_iter().next(),
    };
    opened.ok()
}

/// Refuses a picture of no size or of a size that no reader will open.
fn check_size(width: u32, height: u32) -> Result<(), String> {
    if width == 0 || height == 0 {
        return Err("The picture is damaged: it has no size.".to_owned());
    }
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(format!(
            "The picture claims to be {width} by {height} pixels, which is too large to open."
        ));
    }
    Ok(())
}

/// Space around a picture, in points; the running header stands above.
const SIDE: f32 = 40.0;
const ABOVE: f32 = 60.0;

/// Where a picture stands on its sheet.
pub(crate) struct Stand {
    pub(crate) landscape: bool,
    pub(crate) rect: Rect,
}

impl Picture {
    fn upright_size(&self) -> (f32, f32) {
        let (width, height) = (self.width as f32, self.height as f32);
        if self.orientation.turned() { (height, width) } else { (width, height) }
    }

    /// As large as the sheet allows, but no pixel larger than a 96th of an inch.
    pub(crate) fn stand(&self) -> Stand {
        let (width, height) = self.upright_size();
        let (landscape, sheet_width, sheet_height) = sheet(width > height * 1.15);
        let room = (sheet_width - 2.0 * SIDE, sheet_height - ABOVE - BAND - 14.0);
        let scale = (room.0 / width).min(room.1 / height).min(0.75);
        let (width, height) = (width * scale, height * scale);
        let x0 = (sheet_width - width) / 2.0;
        let y0 = BAND + 8.0 + (room.1 - height) / 2.0;
        Stand { landscape, rect: Rect { x0, y0, x1: x0 + width, y1: y0 + height } }
    }

    /// Dots to the inch as placed.
    pub(crate) fn density(&self) -> f32 {
        let (width, _) = self.upright_size();
        width / (self.stand().rect.width() / 72.0)
    }

    /// Whether it is placed more densely than EB-09 asks for.
    pub(crate) fn too_dense(&self) -> bool {
        self.density() > DPI + 1.0
    }

    /// Width and height that it has upright at 96 pixels to the inch, in points.
    pub(crate) fn natural(&self) -> (f32, f32) {
        let (width, height) = self.upright_size();
        (width * 0.75, height * 0.75)
    }

    /// Adds the picture to the bundle: the operators that draw it alone on its page, and what they name.
    pub(crate) fn place(self, target: &mut Document) -> (Vec<u8>, ObjectId) {
        let rect = self.stand().rect;
        let frame = format!(
            "q 0.7 G 0.4 w {} {} {} {} re S Q\n",
            number(rect.x0 - 0.5),
            number(rect.y0 - 0.5),
            number(rect.width() + 1.0),
            number(rect.height() + 1.0)
        );
        let placed = self.embed(target);
        (format!("{frame}{}", placed.drawn("P", rect)).into_bytes(), placed.id)
    }

    /// Adds the picture to the bundle once, to be drawn wherever it stands.
    pub(crate) fn embed(mut self, target: &mut Document) -> Embedded {
        if let Some(mask) = self.mask.take() {
            let id = target.add_object(mask);
            self.stream.dict.set("SMask", Object::Reference(id));
        }
        Embedded { id: target.add_object(self.stream), orientation: self.orientation }
    }
}

/// A picture that is in the bundle already.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Embedded {
    pub(crate) id: ObjectId,
    orientation: Orientation,
}

impl Embedded {
    /// The operators that draw it upright into a rectangle, by the name that it has on the page.
    pub(crate) fn drawn(self, name: &str, rect: Rect) -> String {
        let fit = Matrix([rect.width(), 0.0, 0.0, rect.height(), rect.x0, rect.y0]);
        format!("q {} /{name} Do Q\n", self.orientation.matrix().then(fit).operator())
    }
}

/// The entries that all image XObjects share.
fn image_dictionary(width: u32, height: u32, bits: u8, space: Object) -> Dictionary {
    let mut entries = Dictionary::new();
    entries.set("Type", Object::Name(b"XObject".to_vec()));
    entries.set("Subtype", Object::Name(b"Image".to_vec()));
    entries.set("Width", Object::Integer(i64::from(width)));
    entries.set("Height", Object::Integer(i64::from(height)));
    entries.set("ColorSpace", space);
    entries.set("BitsPerComponent", Object::Integer(i64::from(bits)));
    entries
}

fn named_space(channels: u8) -> Object {
    Object::Name(match channels {
        1 => b"DeviceGray".to_vec(),
        4 => b"DeviceCMYK".to_vec(),
        _ => b"DeviceRGB".to_vec(),
    })
}
