//! How a claimant gets the original.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn elens_address_says_which_guide_comes_first() {
    let desk = Desk::new();
    let elen = desk.claimant("Prawf", "elen@yahoo.co.uk");
    let guides = desk.ask("howto.list", json!({ "claimant": elen }));
    let first = &guides[0];
    assert_eq!(first["id"], "yahoo");
    assert!(first["suggested"].as_str().unwrap().contains("yahoo.co.uk"), "{first}");
    let ids: Vec<_> = guides.as_array().unwrap().iter().map(|guide| guide["id"].as_str().unwrap()).collect();
    for id in [
        "gmail",
        "outlook-web",
        "outlook-new",
        "outlook-classic",
        "apple-mail",
        "thunderbird",
        "iphone",
        "android",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
    assert_eq!(guides[1]["suggested"], "");
}

#[test]
fn every_guide_has_its_words_and_figures_and_fits_on_one_page() {
    let desk = Desk::new();
    desk.ask("letterhead.put", json!({ "firm": "Achebe & Lowe LLP", "email": "proof@firm.example" }));
    for guide in desk.ask("howto.list", json!({})).as_array().unwrap() {
        let id = guide["id"].as_str().unwrap();
        let view = desk.ask("howto.get", json!({ "id": id }));
        let words = view.to_string();
        assert!(!words.contains("howto-"), "{id} lacks a text: {words}");
        assert!(words.contains("Private and Confidential") && words.contains("3 November 2021"), "{words}");
        let steps = view["steps"].as_array().unwrap();
        assert!(steps.len() >= 3, "{id}");
        let figures: Vec<_> = steps
            .iter()
            .map(|step| step["figure"].as_str().unwrap())
            .filter(|figure| !figure.is_empty())
            .collect();
        assert!(!figures.is_empty(), "{id} has a figure");
        for figure in figures {
            assert!(
                figure.starts_with("<svg ") && figure.ends_with("</svg>") && figure.contains("aria-label=")
            );
            for forbidden in ["<script", "href", "style", "url("] {
                assert!(!figure.contains(forbidden), "{figure}");
            }
        }
        let out = desk.path(&format!("{id}.pdf"));
        let written = desk.ask("howto.write", json!({ "id": id, "out": out }));
        assert_eq!(written["pages"], 1, "{id}: a claimant prints one sheet");
        let pdf = lopdf::Document::load(&out).unwrap();
        let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
        let words = pdf.extract_text(&pages).unwrap();
        assert!(words.contains("original"), "{words}");
    }
    let unknown = desk.refused("howto.get", json!({ "id": "pigeon" }));
    assert!(unknown.code == "no-such-guide" && unknown.fix.contains("gmail"), "{unknown}");
}

#[test]
fn a_guide_on_paper_says_whom_to_send_the_email_to() {
    let desk = Desk::new();
    desk.ask("letterhead.put", json!({ "firm": "Achebe & Lowe LLP", "email": "proof@firm.example" }));
    let out = desk.path("gmail.pdf");
    desk.ask("howto.write", json!({ "id": "gmail", "out": out }));
    let pdf = lopdf::Document::load(&out).unwrap();
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    assert!(pdf.extract_text(&pages).unwrap().contains("proof@firm.example"));
}
