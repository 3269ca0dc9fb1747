//! Boxes blacked out for good: the page becomes a picture of itself, in which the box is black.
//!
//! Nothing of what lay under a box is left to find: no text, no vector, no pixel (EB-16). The rest of such a page
//! cannot be searched any more; the index says so. What came out is looked at before it is used.

use crate::picture::picture_preview;
use crate::preview::Preview;
use crate::words::words_of;
use image::{ImageFormat, Rgb, RgbImage};
use joinder_domain::bundle::RedactionBox;
use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

/// Pixels across a blacked-out page: 200 dots to the inch of A4, enough to read small print.
const WIDTH: u32 = 1_654;
/// Points across the same page.
const POINTS: f32 = 595.28;
const BLACK: Rgb<u8> = Rgb([0, 0, 0]);

/// The PDF with its blacked-out pages as pictures.
///
/// # Errors
///
/// A full sentence for the placeholder page: what cannot be blacked out is not shown.
pub(crate) fn burn_pdf(bytes: &[u8], boxes: &[RedactionBox]) -> Result<Vec<u8>, String> {
    let shown = Preview::open(Arc::new(bytes.to_vec())).map_err(|_| UNREADABLE.to_owned())?;
    let (mut document, _) = crate::import::load(bytes).map_err(|_| UNREADABLE.to_owned())?;
    let ids: Vec<ObjectId> = crate::import::pages(&document);
    let pages: BTreeSet<u32> = boxes.iter().map(|one| one.page).collect();
    for page in pages {
        let index = usize::try_from(page).unwrap_or_default().saturating_sub(1);
        let id = *ids.get(index).ok_or_else(|| ELSEWHERE.to_owned())?;
        let png = shown.png(index, WIDTH).map_err(|_| UNREADABLE.to_owned())?;
        let picture = blacked(&png, boxes.iter().filter(|one| one.page == page))?;
        place(&mut document, id, picture);
    }
    document.trailer.remove(b"Encrypt");
    let mut burned = Vec::new();
    document.save_to(&mut burned).map_err(|_| UNREADABLE.to_owned())?;
    prove(&burned, boxes)?;
    Ok(burned)
}

/// Every page of the picture upright, with its boxes black, as PNGs.
///
/// # Errors
///
/// A full sentence for the placeholder page.
pub(crate) fn burn_picture(bytes: &[u8], boxes: &[RedactionBox]) -> Result<Vec<Vec<u8>>, String> {
    let upright = |index| picture_preview(bytes, index, u32::MAX).map_err(|_| UNREADABLE.to_owned());
    let mut shown = upright(0)?;
    let pages = u32::try_from(shown.pages).map_err(|_| UNREADABLE.to_owned())?;
    if boxes.iter().any(|one| !(1..=pages).contains(&one.page)) {
        return Err(ELSEWHERE.to_owned());
    }
    let mut burned = Vec::new();
    for page in 1..=pages {
        if page > 1 {
            shown = upright(burned.len())?;
        }
        let on_page = || boxes.iter().filter(|one| one.page == page);
        let picture = blacked(&shown.png, on_page())?;
        let mut png = Vec::new();
        picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).map_err(|_| UNREADABLE.to_owned())?;
        let read = decoded(&png)?;
        if !on_page().all(|one| is_black(&read, one)) {
            return Err(NOT_BLACK.to_owned());
        }
        burned.push(png);
    }
    Ok(burned)
}

const UNREADABLE: &str =
    "What is to be blacked out on it cannot be, because it cannot be read; so it is not shown at all.";
const ELSEWHERE: &str =
    "A place to be blacked out lies on a page that it does not have; so it is not shown at all.";
const WORDS_LEFT: &str =
    "Words were left on a page of which something was to be blacked out; so it is not shown at all.";
const NOT_BLACK: &str =
    "A place that was to be blacked out did not come out black; so it is not shown at all.";

fn decoded(png: &[u8]) -> Result<RgbImage, String> {
    image::load_from_memory_with_format(png, ImageFormat::Png)
        .map(|picture| picture.to_rgb8())
        .map_err(|_| UNREADABLE.to_owned())
}

fn blacked<'b>(png: &[u8], boxes: impl Iterator<Item = &'b RedactionBox>) -> Result<RgbImage, String> {
    let mut picture = decoded(png)?;
    for one in boxes {
        let (left, top, right, bottom) = pixels(&picture, one);
        for y in top..bottom {
            for x in left..right {
                picture.put_pixel(x, y, BLACK);
            }
        }
    }
    Ok(picture)
}

/// Left, top, right and bottom of a box in pixels, its edges rounded outwards.
fn pixels(picture: &RgbImage, place: &RedactionBox) -> (u32, u32, u32, u32) {
    let whole = u64::from(RedactionBox::WHOLE);
    let down = |part: u16, of: u32| u64::from(part) * u64::from(of) / whole;
    let up = |part: u32, of: u32| (u64::from(part) * u64::from(of)).div_ceil(whole).min(u64::from(of));
    let (width, height) = picture.dimensions();
    let right = u32::from(place.x) + u32::from(place.width);
    let bottom = u32::from(place.y) + u32::from(place.height);
    let narrow = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    (
        narrow(down(place.x, width)),
        narrow(down(place.y, height)),
        narrow(up(right, width)),
        narrow(up(bottom, height)),
    )
}

/// Every pixel of the box but its edge is black.
fn is_black(picture: &RgbImage, place: &RedactionBox) -> bool {
    let (left, top, right, bottom) = pixels(picture, place);
    let dark = |pixel: &Rgb<u8>| pixel.0.iter().all(|value| *value < 24);
    let inside = |from: u32, to: u32| from.saturating_add(1)..to.saturating_sub(1);
    inside(top, bottom).all(|y| inside(left, right).all(|x| dark(picture.get_pixel(x, y))))
}

/// Puts the picture in the place of everything that the page had.
fn place(document: &mut Document, page: ObjectId, picture: RgbImage) {
    let (width, height) = picture.dimensions();
    let points = POINTS * height as f32 / width.max(1) as f32;
    let image = Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width), "Height" => i64::from(height),
            "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8,
        },
        picture.into_raw(),
    );
    let image = document.add_object(crate::pack(image));
    let content = format!("q {POINTS} 0 0 {points} 0 0 cm /Burned Do Q").into_bytes();
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let parent = document.get_dictionary(page).ok().and_then(|page| page.get(b"Parent").ok()).cloned();
    let mut fresh = dictionary! {
        "Type" => "Page", "Contents" => content, "Rotate" => 0,
        "MediaBox" => vec![0.into(), 0.into(), POINTS.into(), points.into()],
        "CropBox" => vec![0.into(), 0.into(), POINTS.into(), points.into()],
        "UserUnit" => 1,
        "Resources" => dictionary! { "XObject" => dictionary! { "Burned" => image } },
    };
    if let Some(parent) = parent {
        fresh.set("Parent", parent);
    }
    document.objects.insert(page, Object::Dictionary(fresh));
}

/// Looks at every box of the finished file, and for words that can be taken out of its page by any reader.
fn prove(burned: &[u8], boxes: &[RedactionBox]) -> Result<(), String> {
    let burned = Arc::new(burned.to_vec());
    let shown = Preview::open(Arc::clone(&burned)).map_err(|_| UNREADABLE.to_owned())?;
    let pages: BTreeSet<u32> = boxes.iter().map(|one| one.page).collect();
    let index = |page: u32| usize::try_from(page).unwrap_or_default().saturating_sub(1);
    let words = words_of(burned, pages.iter().map(|page| index(*page))).map_err(|_| UNREADABLE.to_owned())?;
    if words.iter().any(|page| page.unread || !page.text.trim().is_empty()) {
        return Err(WORDS_LEFT.to_owned());
    }
    for page in pages {
        let index = index(page);
        let png = shown.png(index, WIDTH).map_err(|_| UNREADABLE.to_owned())?;
        let picture = decoded(&png)?;
        if !boxes.iter().filter(|one| one.page == page).all(|one| is_black(&picture, one)) {
            return Err(NOT_BLACK.to_owned());
        }
    }
    Ok(())
}
