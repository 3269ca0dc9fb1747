//! PDFs and pictures: what they say, and what is wrong with them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use common::{codes, facts, fixture};
use joinder_evidence::{Code, Limits, Severity, Shape, inspect};

#[test]
fn ashas_printed_notice_tells_its_pages_text_and_maker() {
    for name in ["notice", "notice-object-streams", "notice-owner-only"] {
        let file = facts(&fixture(&format!("pdf/{name}.pdf")));
        assert_eq!((file.shape, codes(&file)), (Shape::Pdf, vec![]), "{name}");
        let pdf = file.pdf.unwrap();
        assert_eq!((pdf.pages, pdf.opens, pdf.has_text), (Some(2), true, true), "{name}");
        assert_eq!(pdf.encrypted, name == "notice-owner-only", "{name}");
        assert_eq!(pdf.producer.as_deref(), Some("Example Browser PDF printer"), "{name}");
        assert!(pdf.created_raw.unwrap().starts_with("D:20211105093000"), "{name}");
        assert_eq!(pdf.created.unwrap().local.as_deref(), Some("2021-11-05T09:30:00"), "{name}");
        let flat = pdf.text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in ["Dear Sir / Madam", "29 October 2021", "asha.patel@example.com", "Page two"] {
            assert!(flat.contains(words), "{name}: {words:?} is missing from {flat}");
        }
    }
}

#[test]
fn a_pdf_with_a_password_says_what_to_do() {
    let file = facts(&fixture("pdf/notice-password.pdf"));
    let pdf = file.pdf.as_ref().unwrap();
    assert!(pdf.encrypted && !pdf.opens);
    assert_eq!(codes(&file), [Code::PdfEncrypted]);
    assert_eq!(file.damage[0].severity, Severity::Serious);
    assert!(file.damage[0].fix.contains("without one"), "{}", file.damage[0].fix);
}

#[test]
fn a_scanned_page_is_told_from_a_page_of_text() {
    let file = facts(&fixture("pdf/scan.pdf"));
    assert!(!file.pdf.as_ref().unwrap().has_text);
    assert_eq!(codes(&file), [Code::PdfNoText]);
}

#[test]
fn a_pdf_that_stops_early_or_is_none_is_named_as_damage() {
    let whole = fixture("pdf/notice.pdf");
    for part in [whole.len() / 4, whole.len() / 2, whole.len() - 40] {
        let file = facts(&whole[..part]);
        assert_eq!(file.shape, Shape::Pdf);
        assert!(codes(&file).contains(&Code::PdfTruncated), "{part}: {:?}", file.damage);
    }
    let named_only = facts(b"%PDF-1.7\nthis is not a PDF at all\n");
    assert!(codes(&named_only).contains(&Code::PdfUnreadable), "{:?}", named_only.damage);
}

#[test]
fn pictures_tell_size_turning_and_when_they_were_made() {
    let photograph = facts(&fixture("image/photograph.jpg"));
    assert_eq!((photograph.shape, codes(&photograph)), (Shape::Jpeg, vec![]));
    let facts_of = photograph.image.unwrap();
    assert_eq!((facts_of.width, facts_of.height, facts_of.orientation), (60, 40, Some(6)));
    assert_eq!(facts_of.taken_raw.as_deref(), Some("2021:11:03 18:22:01"));
    assert_eq!(facts_of.taken_offset_raw.as_deref(), Some("+00:00"));
    assert_eq!(facts_of.device.as_deref(), Some("Example Phone 9"));
    let screenshot = facts(&fixture("image/screenshot.png"));
    assert_eq!((screenshot.shape, codes(&screenshot)), (Shape::Png, vec![]));
    let facts_of = screenshot.image.unwrap();
    assert_eq!((facts_of.width, facts_of.height), (60, 40));
    assert_eq!(facts_of.software.as_deref(), Some("Example Screenshot Tool"));
}

#[test]
fn every_kind_of_picture_says_what_it_is() {
    for (name, shape, made) in [
        ("photograph.webp", Shape::Webp, true),
        ("lossless.webp", Shape::Webp, false),
        ("scan.tif", Shape::Tiff, true),
        ("screenshot.gif", Shape::Gif, false),
        ("photograph.heic", Shape::Heic, true),
    ] {
        let bytes = fixture(&format!("image/{name}"));
        let file = facts(&bytes);
        assert_eq!((file.shape, codes(&file)), (shape, vec![]), "{name}");
        let picture = file.image.unwrap();
        assert_eq!((picture.width, picture.height, picture.complete), (60, 40, true), "{name}");
        let local = picture.taken.map(|taken| taken.local.unwrap());
        assert_eq!(local.as_deref(), made.then_some("2021-11-03T18:22:01"), "{name}");
        assert_eq!(picture.device.is_some_and(|device| device.starts_with("Example")), made, "{name}");
        for end in 0..bytes.len() {
            facts(&bytes[..end]);
        }
        let cut = facts(&bytes[..bytes.len() / 2]);
        assert!(
            codes(&cut).iter().any(|code| matches!(code, Code::ImageTruncated | Code::ImageUnreadable)),
            "{name}"
        );
    }
}

#[test]
fn a_picture_that_is_not_drawn_says_what_to_do() {
    let mut coded_otherwise = fixture("image/photograph.heic");
    let at = coded_otherwise.windows(4).position(|kind| kind == b"hvc1").unwrap();
    coded_otherwise[at..at + 4].copy_from_slice(b"av01");
    let file = facts(&coded_otherwise);
    assert_eq!(codes(&file), [Code::PictureNotPlaced]);
    assert!(file.damage[0].fix.contains("JPEG"));
}

#[test]
fn the_time_a_picture_was_taken_is_an_instant_only_with_its_zone() {
    let taken = facts(&fixture("image/photograph.heic")).image.unwrap().taken.unwrap();
    assert_eq!((taken.utc.as_deref(), taken.offset_minutes), (Some("2021-11-03T18:22:01Z"), Some(0)));
    let taken = facts(&fixture("image/scan.tif")).image.unwrap().taken.unwrap();
    assert_eq!((taken.raw.as_str(), taken.utc, taken.offset_minutes), ("2021:11:03 18:22:01", None, None));
}

#[test]
fn a_picture_too_large_to_place_is_damage_and_is_never_decoded() {
    let mut png = fixture("image/screenshot.png");
    png[16..24].copy_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    let bomb = facts(&png);
    assert_eq!(bomb.image.as_ref().map(|image| (image.width, image.height)), Some((65_535, 65_535)));
    assert_eq!(codes(&bomb), [Code::ImageTooLarge]);
    let mut jpeg = fixture("image/photograph.jpg");
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(codes(&facts(&jpeg)), [Code::ImageTooLarge]);
}

#[test]
fn a_picture_that_stops_early_is_told_apart_from_one_that_cannot_be_read() {
    for name in ["image/photograph.jpg", "image/screenshot.png"] {
        let whole = fixture(name);
        assert_eq!(codes(&facts(&whole[..whole.len() - 20])), [Code::ImageTruncated], "{name}");
        assert_eq!(codes(&facts(&whole[..12])), [Code::ImageUnreadable], "{name}");
    }
}

#[test]
fn content_decides_the_kind_and_each_kind_not_read_says_how_to_convert_it() {
    let outlook = ["\u{D0}".as_bytes()[..0].to_vec(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()].concat();
    for (bytes, shape, word) in
        [(outlook, Shape::Office, "print it to PDF"), (b"!BDN\0\0\0\0".to_vec(), Shape::Pst, "Outlook")]
    {
        let file = facts(&bytes);
        assert_eq!(file.shape, shape);
        assert_eq!(codes(&file), [Code::NotReadHere], "{shape:?}");
        assert!(file.damage[0].fix.contains(word), "{shape:?}: {}", file.damage[0].fix);
    }
}

#[test]
fn text_without_headers_is_not_mail_but_its_words_are_kept() {
    let printed = "From: The Example Party\nSent: 03 November 2021 15:42\nTo: asha.patel@example.com\nSubject: Private and Confidential\n\nDear Sir / Madam,\n";
    let file = facts(printed.as_bytes());
    assert_eq!((file.shape, codes(&file)), (Shape::Text, vec![Code::NotMail]));
    let text = file.saved_text.unwrap();
    assert_eq!(text.forwards[0].day.as_deref(), Some("2021-11-03"));
    assert_eq!(text.forwards[0].text, "Dear Sir / Madam,");
    let page = facts(b"<!DOCTYPE html><html><body><p>Dear Sir / Madam,</p></body></html>");
    assert_eq!((page.shape, page.saved_text.unwrap().text.as_str()), (Shape::Html, "Dear Sir / Madam,"));
    let saved = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mail.example.com/\r\nSubject: Inbox\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Dear Sir / Madam,</p>";
    let saved = facts(saved);
    assert_eq!((saved.shape, saved.message), (Shape::Mhtml, None));
    assert!(saved.damage.iter().any(|damage| damage.code == Code::SavedWebPage));
}

#[test]
fn a_file_over_the_limit_is_hashed_and_recognised_but_not_read() {
    let limits = Limits { item_bytes: 100, ..Limits::default() };
    let file = inspect(&fixture("mail/gmail-original.eml"), &limits);
    assert_eq!((file.shape, codes(&file)), (Shape::Eml, vec![Code::TooLarge]));
    assert_eq!((file.sha256.len(), file.message), (64, None));
}
