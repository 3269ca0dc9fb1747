//! Pictures that are denser than a bundle may show them, drawn anew at 300 dots to the inch (EB-09).
//!
//! The original stays in the matter as it was received; the exhibit sheet says that the print is coarser.

use super::opened::decode;
use super::{DPI, Picture, image_dictionary, named_space};
use crate::pack;
use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;
use lopdf::{Object, Stream};

/// Quality of a photograph that is packed anew: no loss that shows on paper.
const QUALITY: u8 = 90;

/// The same picture at 300 dots to the inch where it has more and can be decoded; otherwise as it was.
pub(super) fn thin(bytes: &[u8], picture: Picture) -> Picture {
    if !picture.too_dense() {
        return picture;
    }
    match decode(bytes) {
        Some(decoded) => thinned(picture, &decoded),
        None => picture,
    }
}

/// The same of a picture that is decoded already.
pub(super) fn thinned(picture: Picture, decoded: &DynamicImage) -> Picture {
    if !picture.too_dense() || (decoded.width(), decoded.height()) != (picture.width, picture.height) {
        return picture;
    }
    let density = picture.density();
    let share = DPI / density;
    let size = |pixels: u32| ((pixels as f32 * share).round() as u32).max(1);
    let (width, height) = (size(picture.width), size(picture.height));
    let small = decoded.thumbnail_exact(width, height);
    let photograph = picture.stream.dict.get(b"Filter").and_then(Object::as_name).ok() == Some(b"DCTDecode");
    let Some((stream, mask)) = (if photograph { jpeg(&small) } else { Some(flat(&small)) }) else {
        return picture;
    };
    let mut remarks = picture.remarks;
    remarks.push(format!(
        "The picture is printed at 300 dots to the inch; the original, which is kept unchanged, has {density:.0} at \
         this size."
    ));
    Picture { stream, mask, width, height, orientation: picture.orientation, page: picture.page, remarks }
}

/// A photograph packed anew as a JPEG.
pub(super) fn jpeg(picture: &DynamicImage) -> Option<(Stream, Option<Stream>)> {
    let grey = picture.color().channel_count() < 3;
    let picture = if grey { DynamicImage::from(picture.to_luma8()) } else { picture.to_rgb8().into() };
    let mut packed = Vec::new();
    picture.write_with_encoder(JpegEncoder::new_with_quality(&mut packed, QUALITY)).ok()?;
    let space = named_space(if grey { 1 } else { 3 });
    let mut entries = image_dictionary(picture.width(), picture.height(), 8, space);
    entries.set("Filter", Object::Name(b"DCTDecode".to_vec()));
    Some((Stream::new(entries, packed).with_compression(false), None))
}

/// Colours as they are, and the mask of what is transparent.
pub(super) fn flat(picture: &DynamicImage) -> (Stream, Option<Stream>) {
    let (width, height) = (picture.width(), picture.height());
    let grey = picture.color().channel_count() < 3;
    let colours = if grey { picture.to_luma8().into_raw() } else { picture.to_rgb8().into_raw() };
    let space = named_space(if grey { 1 } else { 3 });
    let mask = picture.color().has_alpha().then(|| {
        let opacity = picture.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect::<Vec<u8>>();
        (opacity.iter().any(|opacity| *opacity != 255))
            .then(|| pack(Stream::new(image_dictionary(width, height, 8, named_space(1)), opacity)))
    });
    (pack(Stream::new(image_dictionary(width, height, 8, space), colours)), mask.flatten())
}
