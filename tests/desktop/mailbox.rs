//! A whole mailbox, and how to get a better copy, in the real window.

use std::fs;

use joinder_tests::program::Sandbox;
use joinder_tests::sample;

use crate::evidence::unlocked;
use crate::window::Window;

#[test]
fn gwen_looks_through_a_mailbox_and_sends_a_guide() {
    let sandbox = Sandbox::with_matter();
    let mailbox = sandbox.file("in/mail.mbox", mailbox());
    let window = unlocked(&sandbox);

    look_through(&window, &mailbox.display().to_string());
    get_the_original(&window, &sandbox);
}

/// Two notices among private mail.
fn mailbox() -> Vec<u8> {
    let files = sample::make();
    let mut mailbox = Vec::new();
    for number in 0..40 {
        mailbox.extend_from_slice(
            format!(
                "From friend@elsewhere.example Wed Nov  3 16:00:00 2021\nFrom: friend@elsewhere.example\n\
                 To: nerys@fernline.example\nSubject: Dinner {number}\nDate: Wed, 03 Nov 2021 16:00:00 +0000\n\
                 Message-ID: <dinner-{number}@elsewhere.example>\n\nSee you on Sunday.\n\n"
            )
            .as_bytes(),
        );
    }
    for name in ["evidence/S-065-notice.eml", "evidence/S-072-notice.eml"] {
        mailbox.extend_from_slice(b"From notices@party.example Wed Nov  3 16:00:00 2021\n");
        mailbox.extend_from_slice(&files[name]);
        mailbox.extend_from_slice(b"\n\n");
    }
    mailbox
}

fn look_through(window: &Window, mailbox: &str) {
    window.go("Unassigned evidence");
    window.press("Look through a mailbox");
    window.arrive("Look through a mailbox");
    window.look("mailbox");
    window.fill("Mailbox file or folder (mbox, Maildir, or a ZIP of them)", mailbox);
    window.press("Look through it");
    window.see("Not kept");
    window.look("mailbox-found");
    window.press("Take 2 messages");
    window.arrive("What was taken in");
    window.see("2 files were added.");
}

fn get_the_original(window: &Window, sandbox: &Sandbox) {
    window.go("Getting originals");
    window.arrive("How to get the original of an email");
    window.see("What to do");
    window.look("howto");
    window.look_large("howto");
    let out = sandbox.path("guides");
    fs::create_dir(&out).unwrap();
    window.fill("Folder for the PDF", &out.display().to_string());
    window.press("Save as PDF");
    window.see("Saved to");
    let guide = fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    assert!(fs::read(guide).unwrap().starts_with(b"%PDF-"));
}
