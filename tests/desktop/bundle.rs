//! Bundles in the real window: made for many, sealed, gone on with; an original blacked out for the public version.

use std::fs;
use std::path::Path;

use joinder_tests::program::Sandbox;
use joinder_tests::sample;
use serde_json::json;

use crate::evidence::unlocked;

#[test]
fn bronwen_seals_bundles_and_a_late_letter_moves_no_page() {
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
    let late = sandbox.file("statement.pdf", &files["evidence/S-007-statement.pdf"]);
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
    drop(window);

    let more = json!({ "paths": [late], "claimant": 1 });
    sandbox.run(["call", "evidence.add", &more.to_string()]).succeeds();
    let window = unlocked(&sandbox);
    make(&window, &out);
    window.see("version 2");
    window.go("Claimants");
    window.press("Ngozi Eze");
    window.arrive("Ngozi Eze");
    window.see("Sealed versions");
    window.click("//summary[contains(normalize-space(.), 'Which page is which')]");
    window.see("takes over from it");
    window.look("bundle-versions");

    black_out(&window);
    let pdfs = fs::read_dir(&out).unwrap().filter(|entry| {
        entry.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "pdf")
    });
    assert!(pdfs.count() >= 4, "the first version of Ngozi's bundle stays beside the second");
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

fn black_out(window: &crate::window::Window) {
    window.see("Not looked through");
    window.press("letter.pdf");
    window.arrive("Black out in letter.pdf");
    for (label, part) in [("Left", "10"), ("Top", "10"), ("Width", "60"), ("Height", "12,5")] {
        window.fill(label, part);
    }
    window.press("Black out this place");
    window.see("10.0 % from the left, 10.0 % from the top, 60.0 by 12.5 %");
    window.look("redaction");
    window.look_large("redaction-large");
    window.press("Take back");
    window.see("If you have looked through every page");
    window.press("Nothing to black out");
    window.press("Back");
    window.see("Nothing to black out");
}
