//! Bronwen was at a meeting with a copy of the matter on her laptop: what she did there comes to the office, in the real window.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use joinder_tests::program::{PASSPHRASE, Sandbox};
use serde_json::{Value, json};

use crate::evidence::unlocked;
use crate::window::Window;

/// A record of the matter in this folder, as the command line gives it.
fn call(sandbox: &Sandbox, folder: &Path, name: &str, input: &Value) -> Value {
    let words = ["--json", "--matter", folder.to_str().unwrap(), "call", name, &input.to_string()];
    sandbox.run(words).succeeds().json()
}

fn put(sandbox: &Sandbox, folder: &Path, fields: &[(&str, &str)]) {
    let record = call(sandbox, folder, "claimant.get", &json!({ "number": 1 }));
    let mut claimant = record["claimant"].clone();
    for (field, value) in fields {
        *claimant.pointer_mut(field).unwrap() = json!(value);
    }
    let edit = json!({ "number": 1, "version": record["version"], "claimant": claimant });
    call(sandbox, folder, "claimant.edit", &edit);
}

/// Nia in the office's matter, and a laptop with a copy of its folder; both have changed her record since.
fn two_copies() -> (Sandbox, PathBuf) {
    let sandbox = Sandbox::with_matter();
    let nia = json!({
        "identity": { "forenames": "Nia", "surname": "Enghraifft", "no_other_names": true },
        "contact": { "emails": [{ "address": "nia.enghraifft@gpost.example" }], "mobile": "07700 900123" },
        "consequence": { "own_words": "I still check the door." },
    });
    call(&sandbox, &sandbox.matter(), "claimant.add", &json!({ "claimant": nia }));
    let laptop = sandbox.path("laptop");
    assert!(Command::new("cp").arg("-r").arg(sandbox.matter()).arg(&laptop).status().unwrap().success());
    put(&sandbox, &sandbox.matter(), &[("/contact/mobile", "07700 900111")]);
    let said =
        [("/contact/mobile", "07700 900222"), ("/consequence/own_words", "I moved house because of it.")];
    put(&sandbox, &laptop, &said);
    (sandbox, laptop)
}

#[test]
fn what_bronwen_wrote_at_the_meeting_is_looked_at_in_the_office() {
    let (sandbox, laptop) = two_copies();
    let (key, stick) = (sandbox.path("office.joinder-key"), sandbox.path("stick"));

    let office = unlocked(&sandbox);
    office.go("Packets");
    office.arrive("Packets");
    office.press("Write the key");
    office.see("Choose a file to write");
    office.fill("Where to write the key of this copy", &key.display().to_string());
    office.press("Write the key");
    office.see("Wrote ");
    let words = office.read("//p[@data-testid='key-words']");
    drop(office);

    let window = Window::open(&sandbox.path("laptop-window"), &["--matter", laptop.to_str().unwrap()]);
    window.arrive("Unlock the matter");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Today");
    window.go("Claimants");
    window.see("C-000001");
    window.click("//tr[contains(., 'C-000001')]//input");
    window.press("Send to a colleague");
    window.see("Send one claimant to a colleague");
    window.look("transfer-key");
    window.fill("Your colleague’s key", &key.display().to_string());
    window.press("Look at the key");
    window.see("The key of Bronwen Parry’s copy of “Test”.");
    assert!(window.read("//dialog").contains(&words), "both see the same words");
    window.fill("Folder for the sealed files", &stick.display().to_string());
    window.press("Seal");
    window.see("One sealed file is in");
    window.look("transfer-sealed");
    drop(window);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1);

    let office = unlocked(&sandbox);
    office.go("Packets");
    office.fill("A packet, or a folder with packets", &stick.display().to_string());
    office.press("Receive");
    office.see("1 received");
    office.see("Sent by Bronwen Parry");
    office.press("P-000001");
    office.arrive("Nia Enghraifft");
    office.see("What would change for Nia Enghraifft");
    office.see("Changed here too since both agreed");
    office.see("Compare these words with Bronwen Parry");
    office.click("//tr[contains(., '07700 900222')]//label[contains(., 'Leave it')]");
    office.fill("Why? (optional)", "She rang yesterday");
    office.prove("packet-sent");
    office.press("Accept");
    // Only the record has a history of its own: what is said beside it stood on the page before, too.
    office.see("Took the answers of a packet");
    office.see("I moved house because of it.");
    office.see("07700 900111");
    // The reason stands with the packet.
    office.go("Packets");
    office.press("P-000001");
    office.see("She rang yesterday");
    drop(office);

    // The next evening she sends a note too. Nothing was changed in both places, and her key is known by now.
    let note = json!({ "kind": "note", "text": "Prefers to be rung in the evening", "personal": false });
    call(&sandbox, &laptop, "journal.add", &json!({ "number": 1, "entry": note }));
    put(&sandbox, &laptop, &[("/consequence/own_words", "I moved house because of it, twice.")]);
    let again = sandbox.path("second-stick");
    let wish = json!({ "key": key, "numbers": [1], "out": again });
    call(&sandbox, &laptop, "transfer.make", &wish);
    let office = unlocked(&sandbox);
    office.go("Packets");
    office.fill("A packet, or a folder with packets", &again.display().to_string());
    office.press("Receive");
    office.see("1 received");
    office.press("P-000002");
    office.see("Prefers to be rung in the evening");
    office.look("transfer-beside");
    office.press("Back");
    office.arrive("Packets");
    office.press("Take in what colleagues sent");
    office.see("One packet changes nothing that was changed here too.");
    office.look("sent-all");
    office.press("Take in");
    office.see("One packet was taken in.");
    office.press("Close");
    drop(office);
    let journal = call(&sandbox, &sandbox.matter(), "journal.list", &json!({ "number": 1 }));
    assert_eq!(journal[0]["entry"]["text"], "Prefers to be rung in the evening");
    assert_eq!(journal[0]["who"], "Bronwen Parry");
}

#[test]
fn an_answer_is_put_right_before_it_is_taken_and_the_signed_paper_is_seen() {
    let sandbox = Sandbox::with_matter();
    let packet = on_paper(&sandbox);
    let office = unlocked(&sandbox);
    office.go("Packets");
    office.fill("A packet, or a folder with packets", &packet.display().to_string());
    office.press("Receive");
    office.see("1 received");
    office.press("P-000001");
    office.arrive("Nia Enghraifft");
    office.see("The statement of truth was signed on paper, and the paper is not in the packet.");
    office.prove("packet-paper");
    office.fill("Who has seen the signed paper?", "Gwen Price");
    office.press("The paper was seen");
    office.see("The signed paper was seen by Gwen Price");
    office.press("Edit before accepting");
    office.arrive("Edit what came in for Nia Enghraifft");
    office.fill("Mobile number", "07700 900456");
    office.prove_at("packet-edit", 1280);
    office.press("Accept with these changes");
    office.arrive("Nia Enghraifft");
    office.see("07700 900456");
}

/// Nia's packet, signed on paper.
fn on_paper(sandbox: &Sandbox) -> PathBuf {
    let (invitation, folder) = (sandbox.path("i.joinder-invite"), sandbox.path("home"));
    let out = sandbox.path("nia.joinder-packet");
    let words = ["invite", "--firm", "Example Solicitors", "--contact", "020 7946 0000", "--expires"];
    let end = ["2099-12-31", "--out", invitation.to_str().unwrap()];
    sandbox.run(words.iter().chain(&end)).succeeds();
    let begin = json!({ "invitation": invitation, "folder": folder, "passphrase": PASSPHRASE });
    sandbox.run(["call", "registration.begin", &begin.to_string()]).succeeds();
    let nia = json!({
        "identity": { "forenames": "Nia", "surname": "Enghraifft", "capacity": "own", "no_other_names": true },
        "contact": { "emails": [{ "address": "nia.enghraifft@gpost.example" }], "mobile": "07700 900123" },
        "notification": { "received": true },
    });
    let edit = json!({ "number": 1, "version": 1, "claimant": nia });
    call(sandbox, &folder, "claimant.edit", &edit);
    let view = call(sandbox, &folder, "registration.get", &json!({}));
    for consent in view["consents"].as_array().unwrap() {
        let given = json!({ "code": consent["code"], "given": consent["required"] });
        call(sandbox, &folder, "registration.consent", &given);
    }
    let wish = json!({ "out": out, "signed_by": "Nia Enghraifft", "how": "paper", "blanks_known": true });
    call(sandbox, &folder, "registration.seal", &wish);
    out
}
