//! Bundles in the real window: made for many, sealed, looked at.

use std::path::Path;

use joinder_tests::program::Sandbox;
use joinder_tests::sample;
use serde_json::json;

use crate::evidence::unlocked;

#[test]
fn bronwen_makes_and_seals_bundles_and_sees_what_became_of_each() {
    let sandbox = Sandbox::with_matter();
    for (forenames, surname) in [("Ngozi", "Eze"), ("Aled", "Parry"), ("Siân", "Testwick")] {
        let claimant = json!({ "claimant": {
            "identity": { "forenames": forenames, "surname": surname, "date_of_birth": "1984-02-29" },
        }});
        sandbox.run(["call", "claimant.add", &claimant.to_string()]).succeeds();
    }
    let files = sample::make();
    let letter = sandbox.file("letter.pdf", &files["evidence/S-012-letter.pdf"]);
    let bad = sandbox.file("scan.pdf", b"%PDF-1.4\nnothing more");
    for (number, path) in [(1, &letter), (2, &bad)] {
        sandbox
            .run(["call", "evidence.add", &json!({ "paths": [path], "claimant": number }).to_string()])
            .succeeds();
    }
    let out = sandbox.path("bundles");
    let window = unlocked(&sandbox);

    make(&window, &out);
    window.see("3 bundles were made");
    window.see("Exhibits with a placeholder page");
    window.see("Sealed");
    window.look("bundle-report");
    window.look_large("bundle-report-large");
    assert!(out.join("Batch report.csv").is_file());

    window.press("Ngozi Eze");
    window.arrive("Bundle of Ngozi Eze");
    window.attribute("//img[starts-with(@alt, 'Page 1 of')]", "alt");
    window.press("Back");
}

fn make(window: &crate::window::Window, out: &Path) {
    window.go("Bundles");
    window.arrive("Make bundles");
    window.answer("What for", "For the claimant to approve: the very file that will be issued");
    window.tick("Seal them: page numbers stand for good");
    window.fill("Folder for the bundles", &out.display().to_string());
    window.look("bundle-make");
    window.press("Make bundles");
}
