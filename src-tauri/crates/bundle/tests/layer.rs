//! Words that a program read in pictures: found where they can be seen, never seen themselves, and gone under black boxes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use joinder_bundle::{Rule, SourceError, Sources, page_words, preview, wordless_pages};
use joinder_domain::bundle::*;
use std::sync::Arc;
use support::{FIRST, Files, document, exhibit, keep, plan};

/// Originals with one layer of words.
struct Read {
    files: Files,
    layer: TextLayer,
}

impl Sources for Read {
    fn bytes(&self, sha256: &str) -> Result<Arc<Vec<u8>>, SourceError> {
        self.files.bytes(sha256)
    }

    fn layer(&self, sha256: &str) -> Option<Arc<TextLayer>> {
        (self.layer.sha256().to_string() == sha256).then(|| Arc::new(self.layer.clone()))
    }
}

const LINES: [&str; 4] = [
    "To: elen.prawf@example.com",
    "We are writing to let you know that a third party",
    "has been subject to a cyber incident, and your data",
    "مرحبا Łukasz Żak ☒ \u{e000}",
];

/// The lines one under the other, from a tenth of the page down.
fn layer(page: u32) -> TextLayer {
    let line = |(at, text): (u16, &str)| {
        let words = (0..).zip(text.split(' '));
        let words = words.map(|(at, text)| LayerWord {
            x: 1000 + at * 700,
            width: 600,
            text: text.to_owned(),
            y: None,
        });
        LayerLine { y: 1000 + at * 300, height: 200, block: false, words: words.collect() }
    };
    let lines = (0..).zip(LINES).map(line).collect();
    TextLayer { engine: "tesseract 5.3.0".to_owned(), pages: vec![LayerPage { page, lines }] }
}

/// The bundle of one exhibit, with a layer and with what is blacked out.
fn bundle(
    bytes: Vec<u8>,
    source: impl Fn(String) -> ExhibitSource,
    layer: &TextLayer,
    boxes: Vec<RedactionBox>,
) -> (joinder_bundle::Rendered, Vec<u8>) {
    let mut files = Files::new();
    let sha256 = keep(&mut files, bytes);
    let mut kind = exhibit("AXL1", "A screenshot", source(sha256));
    if let DocumentKind::Exhibit(exhibit) = &mut kind {
        exhibit.layer = Some(layer.sha256().to_string());
        exhibit.redactions = boxes;
    }
    let plan = plan(vec![document(Section::Exhibits, "AXL1: a screenshot", "", kind)]);
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    let mut out = Vec::new();
    let sources = Read { files, layer: layer.clone() };
    (joinder_bundle::render(&plan, &sources, &fonts, &mut out).unwrap(), out)
}

fn screenshot() -> Vec<u8> {
    std::fs::read(support::fixture("screenshot.png")).unwrap()
}

fn png(sha256: String) -> ExhibitSource {
    ExhibitSource::Png { sha256 }
}

fn found(bundle: &[u8], page: usize) -> String {
    page_words(Arc::new(bundle.to_vec())).unwrap()[page - 1].text.clone()
}

#[test]
fn a_screenshot_of_elens_is_found_by_its_words_and_looks_as_it_did() {
    let (rendered, with) = bundle(screenshot(), png, &layer(1), Vec::new());
    let (bare, without) = bundle(screenshot(), png, &TextLayer::default(), Vec::new());
    assert_eq!(
        (rendered.image_only_pages.as_slice(), bare.image_only_pages.as_slice()),
        (&[][..], &[FIRST][..])
    );
    let text = found(&with, FIRST);
    // From right to left as the eye meets the letters, as everywhere.
    for word in ["elen.prawf@example.com", "incident,", "Łukasz", "ابحرم"] {
        assert!(text.contains(word), "{word} in {text}");
    }
    assert!(!found(&without, FIRST).contains("incident"));
    assert!(rendered.warnings.is_empty(), "a sign that no face has is no box: {:?}", rendered.warnings);
    let drawn = |bundle: &[u8]| preview(bundle, FIRST - 1, 600).unwrap();
    assert!(drawn(&with) == drawn(&without), "not a dot of the page is another one");
    let (again, same) = bundle(screenshot(), png, &layer(1), Vec::new());
    assert!(again == rendered && same == with, "equal layers give equal bytes");
    let lint = support::lint(&with);
    let must = [Rule::Searchable, Rule::NumberClear, Rule::Redacted, Rule::Numbered, Rule::IndexLinks];
    let faults: Vec<_> = lint.faults().filter(|(rule, _)| must.contains(rule)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(found(&with, 2).contains("A program read the words"), "the index says who read it");
}

#[test]
fn what_is_blacked_out_is_not_in_the_words_either() {
    let covered = RedactionBox { page: 1, x: 900, y: 1050, width: 8_000, height: 100 };
    let (_, out) = bundle(screenshot(), png, &layer(1), vec![covered]);
    let text = found(&out, FIRST);
    assert!(!text.contains("elen.prawf") && !text.contains("To:"), "{text}");
    assert!(text.contains("incident,"), "the rest is found: {text}");
    let hidden = out.windows(8).any(|bytes| bytes == b"example.");
    assert!(!hidden, "nor anywhere else in the file");
}

/// A page with words before one that is a scan; both name the same font.
fn letter_and_scan() -> Vec<u8> {
    let words = support::pdf::text(60, 700, "A page with enough words of its own");
    let bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> \
         /XObject << /I 8 0 R >> >> >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>".to_owned(),
        support::pdf::stream("", &words),
        "<< /Type /Page /Parent 2 0 R /Rotate 90 /Contents 7 0 R >>".to_owned(),
        support::pdf::stream("", "q 595 0 0 842 0 0 cm /I Do Q"),
        support::pdf::stream(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            "w",
        ),
    ];
    support::pdf::file(&bodies)
}

#[test]
fn of_a_letter_with_a_scan_behind_it_only_the_scan_is_read() {
    let original = letter_and_scan();
    assert_eq!(wordless_pages(Arc::new(original.clone())).unwrap(), [2]);
    let pdf = |sha256| ExhibitSource::Pdf { sha256 };
    let (bare, _) = bundle(original.clone(), pdf, &TextLayer::default(), Vec::new());
    assert_eq!(bare.image_only_pages, [FIRST + 1], "a font within reach makes no scan searchable");
    let (read, out) = bundle(original, pdf, &layer(2), Vec::new());
    assert!(read.image_only_pages.is_empty());
    assert!(found(&out, FIRST + 1).contains("incident,"));
    assert!(!found(&out, FIRST).contains("incident,"));
}
