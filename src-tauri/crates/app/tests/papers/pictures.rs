//! Pictures that people attach to a letter in plain text.

use std::fs;
use std::sync::Arc;

use joinder_bundle::page_words;
use serde_json::json;

use crate::stage::{Stage, member, stage};

/// A red square of 24 by 24 pixels.
const SQUARE: &str = "iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAAH0lEQVR42mM4ISdHFcQwatCoQaMGjRo0atCoQQNvEADGtUkfLD52BgAAAABJRU5ErkJggg==";

/// The words of a bundle, and how many pictures are in it.
fn bundle(stage: &Stage, number: u64, audience: &str) -> (String, usize) {
    let out = stage.temp.path().join(audience);
    let report = stage.call("bundle.make", json!({ "numbers": [number], "out": out, "audience": audience }));
    let bytes = fs::read(out.join(report["files"][0]["file"].as_str().unwrap())).unwrap();
    let bare: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b' ').collect();
    let pictures = bare.windows(14).filter(|some| some == b"/Subtype/Image").count();
    let pages = page_words(Arc::new(bytes)).unwrap();
    (pages.iter().map(|page| page.text.replace([' ', '\n'], "")).collect(), pictures)
}

#[test]
fn the_card_that_dina_sent_with_a_line_of_text_is_printed_with_it() {
    let stage = stage();
    let dina = stage.add(member("Dina", "Marsh", "dina@example.org"));
    let letter = stage.temp.path().join("card.eml");
    let mail = |parts: &str| {
        format!(
            "From: dina@example.org\r\nTo: gwen@example.com\r\nDate: Thu, 4 Nov 2021 10:00:00 +0000\r\nSubject: My card\r\n\
             Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHere is my card.\r\n{parts}--b--\r\n"
        )
    };
    let card = format!(
        "--b\r\nContent-Type: image/png; name=card.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{SQUARE}\r\n"
    );
    // The same picture twice is printed once.
    fs::write(&letter, mail(&format!("{card}{card}"))).unwrap();
    stage.call("evidence.add", json!({ "paths": [letter], "claimant": dina }));
    let (words, pictures) = bundle(&stage, dina, "confidential");
    assert!(words.contains("Picturesthatcamewithit") && words.contains("[Picture:card.png]"), "{words}");
    assert_eq!(pictures, 1);
    let (words, pictures) = bundle(&stage, dina, "public");
    assert!(words.contains("printedintheconfidentialversiononly"), "{words}");
    assert_eq!(pictures, 0);
}
