//! Every screen, looked at for barriers and kept as a picture in two sizes for docs/screens.md.

use joinder_tests::program::Sandbox;
use serde_json::json;

use crate::ENTER;
use crate::evidence::{sent_in, unlocked};
use crate::window::{CTRL, ESCAPE, Window};

/// Pages that the navigation leads to: what stands there, their heading, and the name of the picture.
const PAGES: &[(&str, &str, &str)] = &[
    ("Today", "Today", "today"),
    ("Claimants", "Claimants", "claimants"),
    ("Unassigned evidence", "Unassigned evidence", "unassigned"),
    ("Packets", "Packets", "packets"),
    ("Possible duplicates", "Possible duplicates", "duplicates"),
    ("All copies together", "What all copies prove together", "consensus"),
    ("Getting originals", "How to get the original of an email", "howto"),
    ("Import", "Import claimants", "import"),
    ("Bundles", "Make bundles", "bundles"),
    ("Letters", "Letters", "letters"),
    ("Ready to issue", "Ready to issue", "ready"),
    ("Register", "Register", "register"),
    ("Rules", "Rules", "rules"),
    ("What if", "What if", "whatif"),
    ("Time limits", "Time limits", "limits"),
    ("Who was affected", "Who was affected", "insight"),
    ("Conflict search", "Conflict search", "conflict"),
    ("People", "People", "people"),
    ("Audit", "Audit", "audit"),
    ("Copies", "Copies of the matter", "backup"),
    ("Data rights", "Data rights", "right"),
    ("Settings", "Settings", "settings"),
];

fn see(window: &Window, name: &str) {
    window.resize(1280, 800);
    window.look(&format!("all-{name}"));
    window.show(name);
}

#[test]
fn every_screen_can_be_used_by_everybody_and_is_shown_in_two_sizes() {
    let sandbox = Sandbox::with_matter();
    let evidence = sent_in(&sandbox, &["S-001", "S-002", "S-003", "S-059"], &[]);
    sandbox.run(["import".as_ref(), "evidence".as_ref(), evidence.as_os_str()]).succeeds();
    twice(&sandbox);
    let window = unlocked(&sandbox);
    for (item, heading, name) in PAGES {
        window.go(item);
        window.arrive(heading);
        see(&window, name);
    }
    window.keys(&format!("{CTRL}k"));
    window.see("An action, a kept view or a claimant");
    see(&window, "palette");
    window.keys(ESCAPE);
    window.keys("?");
    window.see("Keyboard shortcuts");
    see(&window, "shortcuts");
    window.keys(ESCAPE);
    record(&window);
    form(&window);
}

/// Somebody who is there under two numbers.
fn twice(sandbox: &Sandbox) {
    for (reference, email) in [("T-1", "nia.testwick@post.example"), ("T-2", "nia.t@fernline.example")] {
        let claimant = json!({ "claimant": {
            "external_reference": reference,
            "identity": { "forenames": "Nia", "surname": "Testwick", "date_of_birth": "1984-02-29" },
            "contact": { "mobile": "07700 900321", "emails": [{ "address": email }] },
            "episodes": [{ "kind": "member", "start": "about 2015", "ongoing": true }],
        }});
        sandbox.run(["call", "claimant.add", &claimant.to_string()]).succeeds();
    }
}

/// A record with something written beside it, a part of it that is changed in place, and its papers.
fn record(window: &Window) {
    window.go("Claimants");
    window.fill("Search claimants", "testwick");
    window.see("Nia Testwick");
    window.keys(ENTER);
    window.keys(ENTER);
    window.arrive("Testwick");
    for (key, words) in [("n", "Prefers to be called after six."), ("k", "Ask when the membership began.")] {
        window.keys(key);
        window.see("Discard");
        window.keys(words);
        window.keys(&format!("{CTRL}{ENTER}"));
        window.see(words);
    }
    window.run("document.querySelector('main .page').scrollTo(0, 0)");
    see(window, "record");
    window.keys("l");
    window.see("What about");
    see(window, "record-correspondence");
    window.press("Discard");
    window.click("//div[h3[contains(., 'How to reach the person')]]//button");
    window.see("Mobile");
    see(window, "record-change");
    window.press("Done");
    window.press("Preview bundle");
    window.attribute("//img[starts-with(@alt, 'Page 1 of')]", "alt");
    see(window, "preview");
}

fn form(window: &Window) {
    window.go("Claimants");
    window.arrive("Claimants");
    window.press("New claimant");
    window.arrive("New claimant");
    see(window, "claimant-form");
}
