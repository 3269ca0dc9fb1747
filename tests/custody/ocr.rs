//! The text of pictures, with and without Tesseract.

use joinder_app::Job;
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

#[test]
fn the_words_of_elens_screenshot_are_read_for_her_bundle_once_and_kept() {
    let desk = Desk::new();
    let elen = desk.claimant("Prawf", "elen@example.com");
    let path = desk.file("screen.png", screenshot());
    desk.ask("evidence.add", json!({ "paths": [path], "claimant": elen }));
    let make = |out: &str, ocr: bool| {
        let out = desk.path(out);
        let report = desk.ask("bundle.make", json!({ "numbers": [elen], "out": &out, "ocr": ocr }));
        let file = out.join(report["files"][0]["file"].as_str().unwrap());
        (report, std::fs::read(file).unwrap())
    };
    let (plain, before) = make("plain", false);
    assert_eq!(plain["pictures"][0]["number"], elen, "what no search finds is listed: {plain:#}");
    let (report, read) = make("read", true);
    if desk.ask("evidence.ocr_status", json!({}))["engine"] == "" {
        eprintln!("without Tesseract");
        assert!(read == before && report["pictures"] == plain["pictures"]);
        return;
    }
    assert!(report["pictures"].as_array().unwrap().is_empty(), "{report:#}");
    let words = found_by_a_reader(&read);
    assert!(words.to_lowercase().contains("confidential"), "{words}");
    let readings = || desk.audit().iter().filter(|what| *what == "Read the text of a picture").count();
    assert_eq!(readings(), 1);
    let (_, again) = make("again", true);
    assert!(again == read, "the second bundle is the first one");
    assert_eq!(readings(), 1, "and nothing was read for it");
    let (_, kept) = make("kept", false);
    assert!(kept == read, "what was read stays, also where nobody asks for reading");
    desk.ask("evidence.ocr", json!({ "which": {} }));
    let item = desk.ask("evidence.ocr_view", json!({ "id": "1" }));
    assert!(item["ocr"]["text"].as_str().unwrap().to_lowercase().contains("confidential"));
    assert!(desk.everything_stored().contains("tesseract"), "the words lie in the encrypted matter");
    assert_eq!(desk.beside().iter().filter(|name| name.ends_with(".png")).count(), 1, "and nowhere else");
    assert_eq!(desk.verdict(), "intact");
}

#[test]
fn what_cannot_be_drawn_is_tried_once_for_elens_bundles_and_again_when_somebody_asks() {
    let desk = Desk::new();
    if desk.ask("evidence.ocr_status", json!({}))["engine"] == "" {
        eprintln!("without Tesseract");
        return;
    }
    let elen = desk.claimant("Prawf", "elen@example.com");
    let path = desk.file("torn.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
    desk.ask("evidence.add", json!({ "paths": [path], "claimant": elen }));
    let readings = || desk.audit().iter().filter(|what| *what == "Read the text of a picture").count();
    for out in ["first", "second"] {
        let out = desk.path(out);
        let report = desk.ask("bundle.make", json!({ "numbers": [elen], "out": out, "ocr": true }));
        assert_eq!(report["placeholders"].as_array().unwrap().len(), 1, "{report:#}");
        assert_eq!(readings(), 1, "once, and that is remembered");
    }
}

#[test]
fn reading_is_stopped_at_once_and_leaves_nothing_behind() {
    let desk = Desk::new();
    let elen = desk.claimant("Prawf", "elen@example.com");
    let path = desk.file("screen.png", screenshot());
    desk.ask("evidence.add", json!({ "paths": [path], "claimant": elen }));
    if desk.ask("evidence.ocr_status", json!({}))["engine"] == "" {
        eprintln!("without Tesseract");
        return;
    }
    let before = desk.audit();
    let job = Job::quiet();
    job.cancel();
    for (command, input) in [
        ("evidence.ocr", json!({ "which": {} })),
        ("bundle.make", json!({ "numbers": [elen], "out": desk.path("bundles"), "ocr": true })),
    ] {
        match desk.watched(command, input, &job) {
            Ok(report) => assert_eq!(report["cancelled"], true, "{command}: {report:#}"),
            Err(error) => assert_eq!(error.code, "cancelled", "{command}"),
        }
        assert_eq!(desk.audit(), before, "{command} wrote nothing");
    }
    assert_eq!(desk.ask("evidence.ocr_status", json!({}))["unread"].as_array().unwrap().len(), 1);
    assert_eq!(desk.ask("evidence.ocr", json!({ "which": {} }))["read"], 1, "and it can begin anew");
}

/// Every word that pdftotext finds.
fn found_by_a_reader(bundle: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bundle.pdf");
    std::fs::write(&file, bundle).unwrap();
    let output = std::process::Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}
