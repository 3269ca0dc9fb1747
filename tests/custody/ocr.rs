//! The text of pictures, with and without Tesseract.

use serde_json::json;

use crate::desk::{Desk, sample};

/// Elen's screenshot of the notice, as the sample has it.
fn screenshot() -> Vec<u8> {
    sample("evidence/S-059-screenshot.png")
}

#[test]
fn a_screenshot_is_read_where_tesseract_is_and_named_unsearchable_where_it_is_not() {
    let desk = Desk::new();
    desk.take(&[&desk.file("screen.png", screenshot())]);
    let status = desk.ask("evidence.ocr_status", json!({}));
    assert_eq!(status["unread"].as_array().unwrap().len(), 1, "{status:#}");
    if status["engine"] == "" {
        eprintln!("without Tesseract");
        assert!(status["message"].as_str().unwrap().contains("Tesseract"), "{status:#}");
        let refused = desk.refused("evidence.ocr", json!({ "which": {} }));
        assert_eq!(refused.code, "no-ocr");
        return;
    }
    eprintln!("with {}", status["engine"]);
    let before = desk.ask("evidence.get", json!({ "id": "1" }))["row"]["tier"].clone();
    let report = desk.ask("evidence.ocr", json!({ "which": {} }));
    assert_eq!((report["read"].as_u64(), report["empty"].as_u64()), (Some(1), Some(0)), "{report:#}");
    let read = desk.ask("evidence.ocr_view", json!({ "id": "E-000001" }));
    assert!(read["ocr"]["text"].as_str().unwrap().to_lowercase().contains("confidential"), "{read:#}");
    assert_eq!(read["ocr"]["engine"], status["engine"], "it says that a machine read it");
    assert_eq!(desk.ask("evidence.get", json!({ "id": "1" }))["row"]["tier"], before, "no grade rises by it");
    assert_eq!(desk.ask("evidence.ocr_status", json!({}))["unread"], json!([]));
    assert_eq!(desk.ask("evidence.find", json!({ "text": "confidential" })).as_array().unwrap().len(), 1);
    assert_eq!(desk.ask("evidence.ocr", json!({ "which": {} }))["read"], 0, "not a second time");
    assert_eq!(desk.verdict(), "intact");
}

#[test]
fn what_bronwen_can_see_in_a_screenshot_counts_and_what_nobody_confirmed_does_not() {
    let desk = Desk::new();
    let elen = desk.claimant("Prawf", "elen@example.com");
    let path = desk.file("screen.png", screenshot());
    desk.ask("evidence.add", json!({ "paths": [path], "claimant": elen }));
    let tier = || desk.ask("evidence.get", json!({ "id": "1" }))["row"]["tier"].as_u64();
    assert_eq!(tier(), Some(1), "a picture alone is an allegation");
    desk.ask("evidence.confirm", json!({ "id": "1", "recipient": "elen@example.com", "date": "2021-11-03" }));
    assert_eq!(tier(), Some(2), "with a visible recipient and date it corroborates");
    desk.ask(
        "evidence.confirm",
        json!({ "id": "1", "recipient": "other@example.net", "date": "2021-11-03" }),
    );
    assert_eq!(tier(), Some(0), "another person's screenshot proves nothing for Elen");
    assert_eq!(desk.audit()[0], "Confirmed what can be read in a picture");
    for (field, value, code) in [("recipient", "elen", "visible-recipient"), ("date", "soon", "visible-date")]
    {
        let mut input = json!({ "id": "1", "recipient": "", "date": "" });
        input[field] = json!(value);
        assert_eq!(desk.refused("evidence.confirm", input).code, code);
    }
    let mail = desk.file("mail.eml", crate::desk::letter("elen@example.com", "mail"));
    desk.take(&[&mail]);
    let refused = desk.refused("evidence.confirm", json!({ "id": "2", "recipient": "", "date": "" }));
    assert_eq!(refused.code, "nothing-visible", "a mail says itself to whom it went");
}
