//! What many copies prove together, in the real window.

use std::fs;

use joinder_tests::program::Sandbox;

use crate::evidence::{sent_in, unlocked};
use crate::window::Window;

/// Notices of one campaign, Leopold's with a name put in among them.
const COPIES: &[&str] = &["S-001", "S-004", "S-006", "S-007", "S-011", "S-012", "S-015", "S-017", "S-060"];

#[test]
fn gwen_shows_what_the_copies_prove_together() {
    let sandbox = Sandbox::with_matter();
    let folder = sent_in(&sandbox, COPIES, &[]);
    sandbox.run(["import".as_ref(), "evidence".as_ref(), folder.as_os_str()]).succeeds();
    let window = unlocked(&sandbox);

    compare(&window, &sandbox);
}

fn compare(window: &Window, sandbox: &Sandbox) {
    window.go("All copies together");
    window.arrive("What all copies prove together");
    window.see("independent copies agree");
    window.look("consensus");
    window.look_large("consensus");
    window.press("S-060-notice.eml");
    window.arrive("Beside the shared notice");
    window.see("Leopold");
    window.look("diff");
    window.press("Back");
    window.press("Export");
    let out = sandbox.path("annex");
    fs::create_dir(&out).unwrap();
    window.fill("Folder", &out.display().to_string());
    window.press("Write files");
    window.see("Written to");
    window.press("Close");
    let annex = fs::read(out.join("Copies of the notice.pdf")).unwrap();
    assert!(annex.starts_with(b"%PDF-"));
}
