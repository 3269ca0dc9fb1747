//! The firm's side of the circle: a packet received, asked about, looked at again, and a bundle.

use std::path::Path;

use super::*;

/// Opens a packet, or a folder with packets.
pub(super) fn open(window: &Window, packets: &Path) {
    window.go("Packets");
    window.arrive("Packets");
    window.fill("A packet, or a folder with packets", &packets.display().to_string());
    window.press("Receive");
}

pub(super) fn receive(window: &Window, packet: &Path, receipt: &str) {
    open(window, packet);
    window.see("1 received");
    window.see(receipt);
    window.prove("packets");
    window.press("P-000001");
    window.arrive("Bernard Testwick");
    window.see("about 2016");
    window.see(WORDS);
    window.prove("packet-review");
    window.press("Accept");
    window.see("mid 2020");
    window.see("Evidence (1)");
}

pub(super) fn ask(window: &Window, request: &Path) {
    window.go("Packets");
    window.press("P-000001");
    window.arrive("Bernard Testwick");
    window.fill("What to say first", "Thank you. One thing is not clear to us yet.");
    window.fill("What to ask, in your words", "Do you remember the month in which you left?");
    window.choose("Which page to answer again", "When were you with the Labour Party?");
    window.press("Add another question");
    window.fill_last("What to ask, in your words", "Who told you that others had the email too?");
    window.prove("packet-ask");
    window.fill("Where to write the request", &request.display().to_string());
    window.press("Write the request");
    window.see("Wrote ");
}

pub(super) fn before_and_after(window: &Window, packet: &Path) {
    open(window, packet);
    window.see("1 received");
    window.press("P-000002");
    window.arrive("Bernard Testwick");
    window.see("What would change for Bernard Testwick");
    window.see("My neighbour did.");
    let page = window.said();
    assert!(
        !page.contains("Not answered in this packet"),
        "a page that was answered anew is an answer: {page}"
    );
    let moves = window.read("//table[caption[contains(., 'What would change')]]/tbody");
    assert!(moves.contains("mid 2020") && moves.contains("June 2020"), "before and after: {moves}");
    assert!(!moves.contains("mobile") && !moves.contains("consents"), "nothing else moved: {moves}");
    window.prove("packet-moves");
    window.press("Accept");
    window.see("Took the answers of a packet");
    window.see("June 2020");
}

pub(super) fn bundle(firm: &Firm) {
    let out = firm.at("bundles");
    firm.sandbox.run(["bundle", "1", "--out", out.to_str().unwrap()]).succeeds();
    let made = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    let made: Vec<PathBuf> = made.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
    assert!(fs::read(&made[0]).unwrap().starts_with(b"%PDF-"), "{made:?}");
    let shown: Value = firm.sandbox.run(["--json", "packet", "show", "2"]).succeeds().json();
    assert_eq!(shown["packet"]["state"], "accepted");
}
