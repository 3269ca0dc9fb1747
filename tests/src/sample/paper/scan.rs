//! A page that is nothing but a picture.

use lopdf::{Stream, dictionary};

use super::page::Document;
use crate::sample::person::Person;
use crate::sample::picture;

/// The scan of a membership card.
pub fn card(person: &Person) -> Vec<u8> {
    let episode = person.episode.last().expect("there is an episode");
    let jpeg = picture::card(&person.full_name(), &episode.membership_number, &episode.start);
    let mut document = Document::new("Scan", "SampleScan 2", "D:20260405141500+01'00'");
    let image = document.pdf.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(picture::SCAN_WIDTH), "Height" => i64::from(picture::SCAN_HEIGHT),
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
        },
        jpeg,
    ));
    let content =
        document.pdf.add_object(Stream::new(dictionary! {}, b"q 595 0 0 842 0 0 cm /Scan Do Q".to_vec()));
    document.add(dictionary! {
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Contents" => content,
        "Resources" => dictionary! { "XObject" => dictionary! { "Scan" => image } },
    });
    document.bytes()
}
