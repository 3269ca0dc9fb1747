//! The whole circle between a claimant at home and a firm, in the real window: invitation, registration with vague dates and a
//! notice, a kill and a resumption, packet, review, question, answer, bundle.

mod clear;
mod firm;
mod keys;
mod meeting;
mod office;
mod pages;
mod people;
mod refused;
mod trouble;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::evidence::unlocked;
use crate::window::Window;
use clear::{all_files, nothing_of};
use firm::Firm;

const PASSPHRASE: &str = "teapot saddle herring cloud";
const WORDS: &str = "I lay awake for weeks wondering who had my address. I still check the door.";
const NOTICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/sample/evidence/S-002-notice.eml");
/// The address that the sample notice was sent to.
const ADDRESS: &str = "bernard.testwick@gpost.example";

/// What is asked for one by one, in order, and whether people agree who agree to no more than the firm cannot do without.
const CONSENTS: [(&str, bool); 8] = [
    ("How your information is used", true),
    ("You are not yet a client", true),
    ("Asking for you", true),
    ("Your name may become public", true),
    ("You would like to stay anonymous", false),
    ("Keep what you have", true),
    ("Other firms", true),
    ("News from the firm", false),
];

#[test]
fn bernard_registers_at_home_and_the_firm_takes_him_in() {
    let firm = Firm::new();
    let (first, second) = (firm.at("first.joinder-packet"), firm.at("second.joinder-packet"));
    let request = firm.at("question.joinder-request");
    let home = firm.home(&[]);
    begin(&home, &firm);
    pages::about_him(&home);
    drop(home);
    // The window was killed in the middle of a page: what was typed is there again.
    let home = firm.home(&[]);
    pages::resume(&home);
    pages::when_he_was_with_them(&home);
    pages::what_it_did(&home);
    pages::his_proof(&home);
    pages::consent_back_and_forth(&home);
    pages::consent(&home);
    home.prove("reg-tasks-done");
    let receipt = check_and_sign(&home, &firm, &first);
    drop(home);

    let office = unlocked(&firm.sandbox);
    office::receive(&office, &first, &receipt);
    office::ask(&office, &request);
    drop(office);

    let home = firm.home(&["--matter", firm.folder().to_str().unwrap()]);
    question(&home, &request);
    drop(home);
    // The window was killed before he went on: his words to the firm are there again too.
    let home = firm.home(&["--matter", firm.folder().to_str().unwrap()]);
    answer(&home, &second);
    drop(home);

    let office = unlocked(&firm.sandbox);
    office::before_and_after(&office, &second);
    drop(office);
    office::bundle(&firm);
    nothing_in_clear(&firm, &[first, second, request]);
}

fn begin(window: &Window, firm: &Firm) {
    window.arrive("Where do you want to start?");
    window.see("I was affected");
    window.prove("reg-start");
    window.press("Open an invitation");
    window.arrive("Open your invitation");
    window.prove("reg-invited");
    window.press("Open");
    window.see("Choose the file that the firm sent you");
    window.look("reg-invited-refused");
    window.fill("Your invitation", &firm.invitation.display().to_string());
    window.press("Open");
    window.arrive("Is this really the firm?");
    window.see("Example Solicitors");
    window.prove("reg-firm");
    window.look_large("reg-firm");
    let words = window.run("return document.querySelectorAll('[data-testid=fingerprint] li').length");
    assert_eq!(words, 10, "ten words to compare");
    window.press("The words are the same");
    window.arrive("Before you start");
    window.see("There are time limits in law");
    window.see("Taking part does not mean that you will get money");
    window.prove("reg-know");
    window.press("Go on");
    window.arrive("Your folder");
    window.prove("reg-folder");
    window.press("Start");
    window.see("Choose a folder for your answers");
    window.look("reg-folder-refused");
    window.fill("A folder for your answers", &firm.folder().display().to_string());
    window.fill("A passphrase", PASSPHRASE);
    window.fill("The same passphrase again", PASSPHRASE);
    window.press("Start");
    window.arrive("Your recovery key");
    window.tick("I have written it down");
    window.prove("reg-key");
    window.press("Go to your answers");
    window.arrive("Your answers");
    window.prove("reg-tasks-new");
}

fn go_on(window: &Window) {
    window.press_on("Save and go on");
}

/// Going on is refused, with a summary of what to put right.
fn refused(window: &Window) {
    window.press("Save and go on");
    window.read("//div[contains(@class, 'govuk-error-summary')]");
}

/// Nothing on a page is asked in the words of the office.
fn plain(window: &Window) {
    let page = window.said();
    for word in ["the person", "The person", "claimant", "Doesn’t know", "Not asked", "organisation"] {
        assert!(!page.contains(word), "“{word}” on a claimant's page:\n{page}");
    }
}

fn page(window: &Window, heading: &str, name: &str) {
    window.arrive(heading);
    plain(window);
    window.prove(name);
}

fn check_and_sign(window: &Window, firm: &Firm, packet: &Path) -> String {
    window.press("Check your answers");
    page(window, "Check your answers", "reg-check");
    window.see("mid 2020");
    window.press("Change What is your phone number?");
    window.arrive("What is your phone number?");
    window.fill("Phone at home", "020 7946 0001");
    go_on(window);
    window.arrive("Check your answers");
    window.see("020 7946 0001");
    window.press("Sign and make the file");
    page(window, "Sign and make the file", "reg-sign");
    window.answer("How do you want to sign?", "I draw my name");
    window.see("Draw your name here");
    window.look("reg-sign-drawn");
    window.answer("How do you want to sign?", "I sign on paper");
    window.see("Save your answers as a PDF and print it");
    window.answer("How do you want to sign?", "I type my name");
    window.press("Make the file");
    window.see("Give your name");
    window.look("reg-sign-refused");
    window.fill("Your full name", "Bernard Testwick");
    window.fill("Where to put the file", &packet.display().to_string());
    window.press("Make the file");
    page(window, "Your file is ready", "reg-sent");
    let receipt = window.read("//p[@data-testid='receipt']");
    for (name, start) in [("answers.pdf", "%PDF-"), ("answers.html", "<!doctype html>")] {
        let copy = firm.at(name);
        window.fill("Where to put the copy", &copy.display().to_string());
        window.press("Save a copy");
        window.see(&format!("Your copy is here: {}", copy.display()));
        assert!(fs::read(&copy).unwrap().starts_with(start.as_bytes()));
    }
    let html = fs::read_to_string(firm.at("answers.html")).unwrap();
    for said in ["mid 2020", WORDS, &receipt, "When were you with the Labour Party?"] {
        assert!(html.contains(said), "“{said}” is not in the copy");
    }
    receipt
}

fn unlock(window: &Window) {
    window.arrive("Open your answers");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Your answers");
}

/// He lands on just the pages that are asked for, with the firm's words on them.
fn question(window: &Window, request: &Path) {
    unlock(window);
    window.press("Open a question from the firm");
    page(window, "What the firm asks", "reg-request");
    window.fill("The file from the firm", &request.display().to_string());
    window.press("Open");
    page(window, "When were you with the Labour Party?", "reg-asked-page");
    window.see("Do you remember the month in which you left?");
    window.fill_date_in_words("When did it end?", "June 2020");
    window.see("Read as:");
    go_on(window);
    page(window, "What the firm asks", "reg-asked-words");
    window.see("Who told you that others had the email too?");
    window.fill("Your answer", "My neighbour did.");
    window.see_kept();
}

fn answer(window: &Window, packet: &Path) {
    unlock(window);
    window.press("Answer what the firm asks");
    window.arrive("When were you with the Labour Party?");
    go_on(window);
    window.arrive("What the firm asks");
    assert_eq!(window.typed("Your answer"), "My neighbour did.", "what was typed before the kill");
    // Nor does it go when he goes back and forth.
    window.press("Back");
    window.arrive("When were you with the Labour Party?");
    go_on(window);
    window.arrive("What the firm asks");
    assert_eq!(window.typed("Your answer"), "My neighbour did.");
    go_on(window);
    window.arrive("Check your answers");
    window.see("June 2020");
    window.press("Sign and make the file");
    window.fill("Your full name", "Bernard Testwick");
    window.fill("Where to put the file", &packet.display().to_string());
    window.press("Make the file");
    window.arrive("Your file is ready");
}

/// His folder, the program's own folders of both sides and what travelled, searched byte by byte.
fn nothing_in_clear(firm: &Firm, travelled: &[PathBuf]) {
    let planted =
        ["Testwick", ADDRESS, "Fixture Street", "lay awake", "07700 900123", "mid 2020", "neighbour"];
    // Settings, what the webview keeps, and temporary files.
    let folders = [firm.folder(), firm.at("home/window"), firm.at("window"), firm.sandbox.matter()];
    let files = folders.iter().flat_map(|folder| all_files(folder)).chain(travelled.iter().cloned());
    nothing_of(&planted, files);
}
