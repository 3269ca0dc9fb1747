//! Photographs and screenshots as exhibits.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_domain::bundle::{Block, DocumentKind, ExhibitSource, PagePicture, RedactionBox, Section, plain};
use lopdf::{Document, Object, Stream};
use support::look::Page;
use support::{FIRST, Files, document, exhibit, fixture, keep, plan, render, with_exhibit};

fn with_jpeg(bytes: Vec<u8>) -> (joinder_bundle::Rendered, Vec<u8>) {
    with_exhibit(bytes, |sha256| ExhibitSource::Jpeg { sha256 })
}

fn with_png(bytes: Vec<u8>) -> (joinder_bundle::Rendered, Vec<u8>) {
    with_exhibit(bytes, |sha256| ExhibitSource::Png { sha256 })
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(fixture(name)).unwrap()
}

/// The pictures in a bundle, masks left out.
fn pictures(bundle: &[u8]) -> Vec<Stream> {
    let document = Document::load_mem(bundle).unwrap();
    let masks: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok()?.dict.get(b"SMask").ok()?.as_reference().ok())
        .collect();
    document
        .objects
        .into_iter()
        .filter(|(id, _)| !masks.contains(id))
        .filter_map(|(_, object)| match object {
            Object::Stream(stream)
                if stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image") =>
            {
                Some(stream)
            }
            _ => None,
        })
        .collect()
}

/// The middle of a picture that is 40 by 30 pixels, and so 30 by 22.5 points, on a landscape sheet.
const MIDDLE: (f32, f32) = (0.5, 0.52);

#[test]
fn a_photograph_is_kept_byte_for_byte_and_turned_upright() {
    let bytes = read("photo-orientation-6.jpg");
    let (rendered, bundle) = with_jpeg(bytes.clone());
    let pictures = pictures(&bundle);
    assert_eq!(pictures.len(), 1);
    assert!(pictures[0].content == bytes, "the evidence is not repacked");
    assert_eq!(rendered.image_only_pages, [FIRST]);
    let page = Page::of(&bundle, FIRST);
    assert!(page.landscape(), "a tall file that is marked as lying is a wide picture");
    let (top, bottom) = (page.at(0.5, 0.42), page.at(0.5, 0.62));
    assert!(top[2] > top[0] && bottom[0] > bottom[2], "blue above, orange below: {top:?} {bottom:?}");
}

#[test]
fn printers_ink_is_not_turned_inside_out() {
    let (_, bundle) = with_jpeg(read("cmyk.jpg"));
    let decode = pictures(&bundle)[0].dict.get(b"Decode").unwrap().as_array().unwrap().len();
    assert_eq!(decode, 8);
    let [red, green, blue] = Page::of(&bundle, FIRST).at(MIDDLE.0, MIDDLE.1);
    assert!(red > 150 && green < 90 && blue < 90, "red stays red: {red} {green} {blue}");
}

#[test]
fn a_progressive_jpeg_is_shown() {
    let (rendered, bundle) = with_jpeg(read("progressive.jpg"));
    assert!(rendered.placeholders.is_empty() && rendered.warnings.is_empty());
    assert_eq!(pictures(&bundle)[0].content, read("progressive.jpg"));
}

#[test]
fn a_photograph_that_ends_early_is_shown_with_a_remark() {
    let mut bytes = read("photo-orientation-6.jpg");
    bytes.truncate(bytes.len() - 1500);
    let (rendered, _) = with_jpeg(bytes);
    assert!(rendered.warnings[0].text.contains("ends early"));
    assert_eq!(rendered.warnings[0].label, "AXL1");
}

#[test]
fn a_plain_png_keeps_its_packed_rows() {
    let bytes = read("palette.png");
    let (rendered, bundle) = with_png(bytes.clone());
    assert!(rendered.placeholders.is_empty());
    let picture = &pictures(&bundle)[0];
    assert!(bytes.windows(picture.content.len()).any(|window| window == picture.content));
    assert!(picture.dict.has(b"DecodeParms"));
    let page = Page::of(&bundle, FIRST);
    let [red, green, _] = page.at(0.49, 0.505);
    assert!(red > 200 && green < 60, "the red corner is red");
}

#[test]
fn every_kind_of_png_is_shown() {
    for name in ["grey16.png", "interlaced.png", "screenshot.png", "transparent.png"] {
        let (rendered, bundle) = with_png(read(name));
        assert!(rendered.placeholders.is_empty() && rendered.warnings.is_empty(), "{name}");
        let page = Page::of(&bundle, FIRST);
        assert!(page.ink_in(0.2..0.8, 0.1..0.9), "{name} is drawn");
    }
}

#[test]
fn transparency_is_kept() {
    let (_, bundle) = with_png(read("transparent.png"));
    assert!(pictures(&bundle)[0].dict.has(b"SMask"));
    let page = Page::of(&bundle, FIRST);
    assert!(page.dark_at(0.49, 0.505), "what was black is black");
    assert!(!page.dark_at(0.51, 0.53), "what was clear shows the paper");
}

#[test]
fn a_picture_of_a_hundred_thousand_by_a_hundred_thousand_is_not_opened() {
    let mut png = read("palette.png");
    png[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let mut jpeg = read("progressive.jpg");
    let frame = jpeg.windows(2).position(|pair| pair == [0xff, 0xc2]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    for (rendered, _) in [with_png(png), with_jpeg(jpeg)] {
        assert!(rendered.placeholders[0].reason.contains("too large"), "{}", rendered.placeholders[0].reason);
    }
}

#[test]
fn files_that_are_not_the_picture_they_are_kept_as_are_named() {
    let html = b"<html>Sign in to see this picture</html>".to_vec();
    let no_rows = read("palette.png")[..60].to_vec();
    for (rendered, part) in [
        (with_jpeg(html.clone()).0, "not a JPEG"),
        (with_jpeg(read("palette.png")).0, "not a JPEG"),
        (with_png(html).0, "not a PNG"),
        (with_png(read("cmyk.jpg")).0, "not a PNG"),
        (with_png(no_rows).0, "damaged"),
        (with_png(Vec::new()).0, "not a PNG"),
    ] {
        let reason = &rendered.placeholders[0].reason;
        assert!(reason.contains(part), "{part}: {reason}");
    }
}

#[test]
fn a_cut_png_shows_the_rows_that_are_left() {
    let mut bytes = read("screenshot.png");
    bytes.truncate(bytes.len() / 2);
    let (rendered, _) = with_png(bytes);
    assert!(rendered.placeholders.is_empty());
    assert!(rendered.warnings[0].text.contains("lower part is missing"));
}

/// A strip of 400 by 3,200 pixels from Anwen's scanner, which a page shows at some 311 dots to the inch.
fn photograph(encode: impl Fn(&image::DynamicImage, &mut Vec<u8>)) -> Vec<u8> {
    let picture =
        image::RgbImage::from_fn(400, 3200, |x, y| image::Rgb([(x * 5 / 8) as u8, (y / 13) as u8, 90]));
    let mut bytes = Vec::new();
    encode(&picture.into(), &mut bytes);
    bytes
}

#[test]
fn a_picture_that_is_too_dense_is_printed_at_three_hundred_dots_and_says_so() {
    use image::codecs::jpeg::JpegEncoder;
    use image::codecs::png::PngEncoder;
    let jpeg = photograph(|picture, out| {
        picture.write_with_encoder(JpegEncoder::new_with_quality(out, 70)).unwrap();
    });
    let png = photograph(|picture, out| picture.write_with_encoder(PngEncoder::new(out)).unwrap());
    for (rendered, bundle) in [with_jpeg(jpeg), with_png(png)] {
        let lint = support::lint(&bundle);
        assert_eq!(lint.verdict(joinder_bundle::Rule::Density).unwrap().faults, []);
        let width = pictures(&bundle)[0].dict.get(b"Width").unwrap().as_i64().unwrap();
        assert!((380..392).contains(&width), "{width}");
        assert!(
            rendered.warnings[0].text.contains("printed at 300 dots to the inch"),
            "{:?}",
            rendered.warnings
        );
        let page = Page::of(&bundle, FIRST);
        let (left, right) = (page.at(0.44, 0.5), page.at(0.56, 0.5));
        assert!(left[0] < 90 && right[0] > 160, "the picture itself is as it was: {left:?} {right:?}");
    }
}

#[test]
fn a_picture_of_a_kind_that_pdf_does_not_know_is_shown() {
    let picture =
        image::RgbaImage::from_fn(40, 30, |x, _| image::Rgba([200, 20, 20, if x < 20 { 255 } else { 0 }]));
    let picture = image::DynamicImage::from(picture);
    let mut webp = Vec::new();
    picture.write_with_encoder(image::codecs::webp::WebPEncoder::new_lossless(&mut webp)).unwrap();
    let mut gif = Vec::new();
    image::codecs::gif::GifEncoder::new(&mut gif)
        .encode_frame(image::Frame::new(picture.to_rgba8()))
        .unwrap();
    for bytes in [webp, gif] {
        let (rendered, bundle) = with_exhibit(bytes, |sha256| ExhibitSource::Picture { sha256 });
        assert!(rendered.placeholders.is_empty());
        let page = Page::of(&bundle, FIRST);
        let (left, right) = (page.at(0.49, MIDDLE.1), page.at(0.515, MIDDLE.1));
        assert!(left[0] > 150 && left[1] < 90, "red at the left: {left:?}");
        assert!(right[1] > 200, "nothing at the right: {right:?}");
    }
    let (rendered, _) = with_exhibit(b"GIF89a\xff\xff".to_vec(), |sha256| ExhibitSource::Picture { sha256 });
    assert!(rendered.placeholders[0].reason.contains("damaged"));
}

#[test]
fn a_photograph_of_an_iphone_and_a_fax_are_printed() {
    let picture = |name: &str| with_exhibit(read(name), |sha256| ExhibitSource::Picture { sha256 });
    for name in ["photograph.heic", "turned.tif"] {
        let (rendered, bundle) = picture(name);
        assert!(rendered.placeholders.is_empty(), "{name}: {:?}", rendered.placeholders);
        let page = Page::of(&bundle, FIRST);
        let (top, bottom) = (page.at(0.5, MIDDLE.1 - 0.012), page.at(0.5, MIDDLE.1 + 0.012));
        assert!(
            top[2] > top[0] && bottom[0] > bottom[2],
            "{name}: blue above, orange below: {top:?} {bottom:?}"
        );
    }
    let (rendered, bundle) = picture("fax.tif");
    assert!(rendered.placeholders.is_empty(), "{:?}", rendered.placeholders);
    let page = Page::of(&bundle, FIRST);
    assert!(page.ink_in(0.3..0.7, 0.2..0.45) && !page.ink_in(0.35..0.65, 0.55..0.7), "a bar near the top");
}

#[test]
fn a_few_bytes_that_claim_to_be_an_enormous_picture_are_not_opened() {
    let mut heic = read("photograph.heic");
    let size = heic.windows(4).position(|kind| kind == b"ispe").unwrap() + 8;
    heic[size..size + 8].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let mut tiff = read("fax.tif");
    let first = u32::from_le_bytes(tiff[4..8].try_into().unwrap()) as usize;
    for entry in 0..2 {
        // Width and length are the first entries of a directory; each as a long.
        let at = first + 2 + entry * 12;
        tiff[at + 2..at + 4].copy_from_slice(&[4, 0]);
        tiff[at + 8..at + 12].copy_from_slice(&[0xff, 0xff, 0, 0]);
    }
    for bytes in [heic, tiff] {
        let (rendered, _) = with_exhibit(bytes, |sha256| ExhibitSource::Picture { sha256 });
        assert!(rendered.placeholders[0].reason.contains("too large"), "{:?}", rendered.placeholders);
    }
}

/// A TIFF with a page of each shade, grey and as large as a stamp; `small` marks small copies of the page before them.
fn tiff(shades: &[(u8, bool)]) -> Vec<u8> {
    const SIDE: u32 = 40;
    let mut file = b"II*\0\0\0\0\0".to_vec();
    let mut link = 4;
    for (shade, small) in shades {
        let pixels = file.len() as u32;
        file.extend(std::iter::repeat_n(*shade, (SIDE * SIDE) as usize));
        let directory = file.len() as u32;
        file[link..link + 4].copy_from_slice(&directory.to_le_bytes());
        let entries: [(u16, u32); 10] = [
            (254, u32::from(*small)),
            (256, SIDE),
            (257, SIDE),
            (258, 8),
            (259, 1),
            (262, 1),
            (273, pixels),
            (277, 1),
            (278, SIDE),
            (279, SIDE * SIDE),
        ];
        file.extend((entries.len() as u16).to_le_bytes());
        for (tag, value) in entries {
            file.extend(tag.to_le_bytes());
            file.extend([4, 0, 1, 0, 0, 0]);
            file.extend(value.to_le_bytes());
        }
        link = file.len();
        file.extend([0; 4]);
    }
    file
}

#[test]
fn every_page_of_a_fax_is_printed_and_shown() {
    let fax = tiff(&[(10, false), (200, true), (120, false), (230, false)]);
    let (rendered, bundle) = with_exhibit(fax.clone(), |sha256| ExhibitSource::Picture { sha256 });
    assert_eq!((rendered.pages, rendered.placeholders.len()), (FIRST + 2, 0));
    for (index, shade) in [10_u8, 120, 230].into_iter().enumerate() {
        let at = Page::of(&bundle, FIRST + index).at(0.5, MIDDLE.1);
        assert!(at[0].abs_diff(shade) < 12, "page {index}: {at:?} for {shade}");
        let shown = joinder_bundle::picture_preview(&fax, index, 100).unwrap();
        assert_eq!((shown.width, shown.height, shown.pages), (40, 40, 3));
    }
    assert!(joinder_bundle::picture_preview(&fax, 3, 100).is_err());
}

#[test]
fn a_page_that_is_broken_costs_itself_and_a_chain_that_bites_its_tail_ends() {
    let mut broken = tiff(&[(10, false), (120, false)]);
    let kind = broken.windows(4).rposition(|entry| entry == [3, 1, 4, 0]).unwrap();
    broken[kind + 8] = 99;
    let (rendered, _) = with_exhibit(broken, |sha256| ExhibitSource::Picture { sha256 });
    assert_eq!((rendered.pages, rendered.placeholders.len()), (FIRST, 0));
    assert!(rendered.warnings.iter().any(|warning| warning.text.starts_with("Page 2 of the picture")));

    let mut round = tiff(&[(10, false)]);
    let first: [u8; 4] = round[4..8].try_into().unwrap();
    let end = round.len() - 4;
    round[end..].copy_from_slice(&first);
    let (rendered, _) = with_exhibit(round, |sha256| ExhibitSource::Picture { sha256 });
    assert_eq!((rendered.pages, rendered.placeholders.len()), (FIRST, 0));
}

#[test]
fn a_box_blacks_out_its_own_page_of_a_fax_and_no_other() {
    let fax = tiff(&[(200, false), (220, false)]);
    let whole = RedactionBox { page: 2, x: 0, y: 0, width: RedactionBox::WHOLE, height: RedactionBox::WHOLE };
    let with = |boxes: Vec<RedactionBox>| {
        let mut files = Files::new();
        let sha256 = keep(&mut files, fax.clone());
        let mut kind = exhibit("AXL1", "A fax", ExhibitSource::Picture { sha256 });
        if let DocumentKind::Exhibit(paper) = &mut kind {
            paper.redactions = boxes;
        }
        render(&plan(vec![document(Section::Exhibits, "AXL1: a fax", "", kind)]), &files)
    };
    let (rendered, bundle) = with(vec![whole]);
    assert_eq!(rendered.pages, FIRST + 1);
    let shade = |page| Page::of(&bundle, page).at(0.5, MIDDLE.1)[0];
    assert!(shade(FIRST) > 180 && shade(FIRST + 1) < 24);
    let (rendered, _) = with(vec![RedactionBox { page: 3, ..whole }]);
    assert!(rendered.placeholders[0].reason.contains("a page that it does not have"));
}

#[test]
fn pictures_stand_among_the_words_of_a_mail_and_words_stand_for_those_that_cannot_be_drawn() {
    let red = image::RgbImage::from_pixel(300, 200, image::Rgb([200, 20, 20]));
    let mut png = Vec::new();
    red.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let mut files = Files::new();
    let photograph = keep(&mut files, png);
    let broken = keep(&mut files, b"\x89PNG and no more".to_vec());
    let picture = |sha256: &str, words: &str| {
        Block::Picture(PagePicture {
            sha256: sha256.to_owned(),
            words: words.to_owned(),
            ..PagePicture::default()
        })
    };
    let mail = vec![
        Block::Paragraph(plain("Here is my card:")),
        picture(&photograph, "[Picture: card.png]"),
        picture(&broken, "[Picture: broken.png]"),
        picture(&"00".repeat(32), "[Picture: gone.png]"),
        picture(&photograph, "[Picture: card.png]"),
    ];
    let kind = exhibit("AXL1", "A mail", ExhibitSource::Mail(mail));
    let (rendered, bundle) =
        render(&plan(vec![document(Section::Exhibits, "AXL1: a mail", "", kind)]), &files);
    assert_eq!((rendered.pages, rendered.placeholders.len()), (FIRST, 0));
    let page = Page::of(&bundle, FIRST);
    let red = |at: [u8; 3]| at[0] > 150 && at[1] < 90;
    assert!(red(page.at(0.2, 0.2)), "the first: {:?}", page.at(0.2, 0.2));
    let text = joinder_bundle::page_words(bundle.clone().into()).unwrap();
    let text = &text[FIRST - 1].text;
    for words in ["card.png", "broken.png", "gone.png"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(pictures(&bundle).len(), 1, "drawn twice and held once");
}
