//! Papers in the real window: a letter written, a bundle approved and sealed, a late document, a place blacked out.

use std::path::Path;

use joinder_tests::program::Sandbox;
use joinder_tests::sample;
use serde_json::json;

use crate::evidence::unlocked;
use crate::window::Window;

const NAME: &str = "Ngozi Eze";

#[test]
fn ngozis_papers_go_from_the_first_letter_to_a_sealed_bundle_with_a_late_document() {
    let sandbox = Sandbox::with_matter();
    let ngozi = json!({ "claimant": {
        "identity": { "forenames": "Ngozi", "surname": "Eze", "date_of_birth": "1984-02-29" },
        "contact": { "emails": [{ "address": "ngozi.eze@example.org" }] },
        "proceedings": { "other_firm": "no" },
        "consents": [{ "kind": "joined-as-claimant", "given": true, "at": "2026-10-05T10:00:00Z", "how": "On paper" }],
    }});
    sandbox.run(["call", "claimant.add", &ngozi.to_string()]).succeeds();
    let files = sample::make();
    let letter = sandbox.file("letter.pdf", &files["evidence/S-012-letter.pdf"]);
    let late = sandbox.file("screen.png", &files["evidence/S-059-screenshot.png"]);
    let add = json!({ "paths": [letter], "claimant": 1 });
    sandbox.run(["call", "evidence.add", &add.to_string()]).succeeds();
    let window = unlocked(&sandbox);
    write_a_letter(&window, &sandbox.path("letters"));
    approve_and_seal(&window, &sandbox.path("bundles"));
    add_a_late_document(&window, &late, &sandbox.path("bundles"));
    black_out(&window);
}

fn write_a_letter(window: &Window, out: &Path) {
    window.go("Letters");
    window.arrive("Letters");
    window.fill("For whom", "1");
    window.see("Rests on");
    window.look("letter");
    window.fill("Folder for the letters", &out.display().to_string());
    window.press("Write letters");
    window.see("What was written");
    window.look("letter-written");
    let written: Vec<String> = std::fs::read_dir(out)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(written.iter().any(|name| name.ends_with(".pdf")), "{written:?}");
    assert!(written.iter().any(|name| name.ends_with(".docx")), "{written:?}");
}

fn make(window: &Window, out: &Path) {
    window.go("Bundles");
    window.arrive("Make bundles");
    window.answer("What for", "For the claimant to approve: the very file that will be issued");
    window.fill("Folder for the bundles", &out.display().to_string());
}

fn approve_and_seal(window: &Window, out: &Path) {
    make(window, out);
    window.tick("Seal them: page numbers stand for good");
    window.press("Make bundles");
    window.see("One bundle was made");
    window.go("Ready to issue");
    window.see("0 of 1 claimants are ready.");
    window.look("ready");
    window.press(NAME);
    window.arrive(NAME);
    window.see("Ready to issue?");
    window.press("Record approval");
    window.fill_day("On which day", "5", "10", "2026");
    window.fill("How", "By email");
    window.look("ready-approve");
    window.click("//dialog//button[@type='submit']");
    window.see("Sign off");
    window.press("Sign off");
    window.see("authorised person");
    window.look("ready-approved");
}

fn add_a_late_document(window: &Window, late: &Path, out: &Path) {
    window.press("Add evidence");
    window.fill("Or type paths of files or folders, one on each line", &late.display().to_string());
    window.press("Add these paths");
    window.see("One file was added.");
    window.press("Back");
    window.arrive(NAME);
    window.see("The record has changed since");
    make(window, out);
    window.press("Make bundles");
    window.see("One bundle was made");
    window.press(NAME);
    window.arrive(&format!("Bundle of {NAME}"));
    window.press("Back");
    window.go("Claimants");
    window.click(&format!("//*[normalize-space(.)='{NAME}']"));
    window.keys(crate::ENTER);
    window.arrive(NAME);
    window.see("Sealed versions");
    window.click("//summary[contains(normalize-space(.), 'Which page is which')]");
    window.see("the page before the section");
    window.see("Documents added on");
    window.look("versions");
    window.look_large("versions-large");
}

fn black_out(window: &Window) {
    window.press("Black out in letter.pdf");
    window.arrive("Black out in letter.pdf");
    for (label, percent) in [("Left", "10"), ("Top", "20"), ("Width", "35"), ("Height", "4")] {
        window.fill(label, percent);
    }
    window.press("Black out this place");
    window.see("10 % from the left, 20 % from the top, 35 by 4 %");
    window.look("redaction");
    window.press("Back");
    window.see("One place is blacked out");
}
