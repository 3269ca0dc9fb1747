//! Copies of the matter, and what people may ask, in the real window.

use joinder_app::{App, Job};
use joinder_tests::program::{PASSPHRASE, Sandbox};
use serde_json::{Value, json};

use crate::window::Window;

/// Puts a matter into the sandbox: Imogen coordinates, Gosia and Lee are claimants.
fn matter(sandbox: &Sandbox) {
    let app = App::new(sandbox.path("config"));
    call(
        &app,
        "matter.create",
        json!({
            "folder": sandbox.matter(), "name": "Data incident of 2021", "profile": "labour-2021",
            "sign_in": "imogen", "full_name": "Imogen Achebe", "passphrase": PASSPHRASE,
        }),
    );
    for forenames in ["Gosia", "Lee"] {
        let claimant = json!({
            "identity": { "forenames": forenames, "surname": "Sample", "date_of_birth": "1984-05-07" },
            "contact": { "emails": [{ "address": format!("{}@example.org", forenames.to_lowercase()) }] },
            "episodes": [{ "kind": "member", "start": "2015", "ongoing": true }],
        });
        call(&app, "claimant.add", json!({ "claimant": claimant }));
    }
    call(&app, "matter.lock", json!({}));
}

fn call(app: &App, name: &str, input: Value) -> Value {
    let answer = app.dispatch(name, input, &Job::quiet());
    answer.unwrap_or_else(|error| panic!("{name}: {} {:?}", error.code, error.problems))["output"].take()
}

fn open(sandbox: &Sandbox) -> Window {
    let matter = sandbox.matter().display().to_string();
    let window = Window::open(&sandbox.path("window"), &["--matter", &matter]);
    window.arrive("Unlock the matter");
    window.choose("Sign-in", "imogen");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Today");
    window
}

#[test]
fn imogen_copies_the_matter_and_sees_that_the_copy_opens() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    let window = open(&sandbox);
    window.go("Copies");
    window.arrive("Copies of the matter");
    window.press("Make a copy now");
    window.see("No folder was chosen for copies.");
    let place = sandbox.path("disk");
    window.fill("Folder for copies", &place.display().to_string());
    window.press("Make a copy now");
    window.see("The copy was made, opened and found to be whole.");
    window.see("Nothing was entered since the newest copy.");
    window.look("backup");
    let copy = window.read("//tbody/tr[1]//button");
    assert!(copy.contains("joinder-backup-"), "{copy}");
    window.click("//tbody/tr[1]//button");
    window.fill("Sign-in", "imogen");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Open and check");
    window.see("The copy opens and is whole.");
    window.look("backup-rehearsed");
    window.fill("New folder for the matter", &sandbox.path("back").display().to_string());
    window.press("Bring it back");
    window.see("It was brought back.");
    assert!(sandbox.path("back").join("matter.db").is_file());
}

#[test]
fn gosia_gets_her_copy_and_is_erased_when_no_hold_keeps_her() {
    let sandbox = Sandbox::new();
    matter(&sandbox);
    let window = open(&sandbox);
    window.go("Data rights");
    window.arrive("Data rights");
    window.look("right");
    window.fill("Number of the claimant", "C-000001");
    let out = sandbox.path("for-gosia");
    window.fill("New folder for the copy", &out.display().to_string());
    window.press("Write the copy");
    window.see("The copy was written. Before it goes out:");
    assert!(out.join("subject-access.pdf").is_file());

    window.click("//summary[contains(., 'Put records on hold')]");
    window.fill("Whose record?", "1");
    window.fill("Why is it kept?", "the court may want the file");
    window.fill("When will somebody look again?", "1/6/2031");
    window.press("Set the hold");
    window.see("the court may want the file");
    window.press("Erase this person…");
    window.fill("Why? This is kept, so do not repeat what the record said", "asked on 20 November");
    window.fill("Type the reference once more", "C-000001");
    window.press("Erase for good");
    window.see("A hold keeps this record.");
    window.look("right-held");
    window.press("Cancel");

    window.press("End this hold");
    window.fill("Why does it end?", "the file was closed");
    window.press("End this hold");
    window.see("the file was closed");
    window.press("Erase this person…");
    window.fill("Why? This is kept, so do not repeat what the record said", "asked on 20 November");
    window.fill("Type the reference once more", "C-000001");
    window.press("Erase for good");
    window.see("Erased: C-000001");
    window.look("right-erased");
    window.go("Claimants");
    window.arrive("Claimants");
    window.see("Lee Sample");
    assert!(!window.read("//main").contains("Gosia"));
}
