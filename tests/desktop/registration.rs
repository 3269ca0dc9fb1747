//! The whole circle between a claimant at home and a firm, in the real window: invitation, registration with vague dates and a
//! notice, a kill and a resumption, packet, review, question, answer, bundle.

mod meeting;
mod office;
mod pages;
mod people;

use std::fs;
use std::path::{Path, PathBuf};

use joinder_tests::program::Sandbox;
use serde_json::Value;

use crate::evidence::unlocked;
use crate::window::{TAB, Window};

const PASSPHRASE: &str = "teapot saddle herring cloud";
const WORDS: &str = "I lay awake for weeks wondering who had my address. I still check the door.";
const NOTICE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/sample/evidence/S-002-notice.eml");
/// The address that the sample notice was sent to.
const ADDRESS: &str = "bernard.testwick@gpost.example";

/// Where things lie: the firm's matter in the sandbox, and the home of Bernard.
struct Places {
    sandbox: Sandbox,
    invitation: PathBuf,
    folder: PathBuf,
    first: PathBuf,
    second: PathBuf,
    request: PathBuf,
}

impl Places {
    fn new() -> Self {
        let sandbox = Sandbox::with_matter();
        let at = |name: &str| sandbox.path(name);
        let (invitation, folder) = (at("example.joinder-invite"), at("home/answers"));
        let (first, second) = (at("first.joinder-packet"), at("second.joinder-packet"));
        let request = at("question.joinder-request");
        fs::create_dir_all(at("home")).unwrap();
        let words = ["invite", "--firm", "Example Solicitors", "--contact", "020 7946 0000"];
        let end = ["--expires", "2099-12-31", "--out", invitation.to_str().unwrap()];
        sandbox.run(words.iter().chain(&end)).succeeds();
        Self { sandbox, invitation, folder, first, second, request }
    }

    /// The window as Bernard has it at home, with settings of his own.
    fn home(&self, words: &[&str]) -> Window {
        Window::open(&self.sandbox.path("home/window"), words)
    }
}

#[test]
fn bernard_registers_at_home_and_the_firm_takes_him_in() {
    let places = Places::new();
    let home = places.home(&[]);
    begin(&home, &places);
    pages::about_him(&home);
    drop(home);
    // The window was killed in the middle of a page: what was typed is there again.
    let home = places.home(&[]);
    pages::resume(&home);
    pages::when_he_was_with_them(&home);
    pages::what_it_did(&home);
    pages::his_proof(&home);
    pages::consent(&home);
    let receipt = check_and_sign(&home, &places);
    drop(home);

    let office = unlocked(&places.sandbox);
    office::receive(&office, &places, &receipt);
    office::ask(&office, &places);
    drop(office);

    let home = places.home(&["--matter", places.folder.to_str().unwrap()]);
    answer(&home, &places);
    drop(home);

    let office = unlocked(&places.sandbox);
    office::before_and_after(&office, &places);
    drop(office);
    office::bundle(&places);
    nothing_in_clear(&places);
}

fn begin(window: &Window, places: &Places) {
    window.arrive("Where do you want to start?");
    window.see("I was affected");
    window.prove("reg-start");
    window.press("Open an invitation");
    window.arrive("Open your invitation");
    window.press("Open");
    window.see("Choose the file that the firm sent you");
    window.prove("reg-invited");
    window.fill("Your invitation", &places.invitation.display().to_string());
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
    window.press("Start");
    window.see("Choose a folder for your answers");
    window.prove("reg-folder");
    window.fill("A folder for your answers", &places.folder.display().to_string());
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
    let page = window.run("return document.querySelector('main').innerText").as_str().unwrap().to_owned();
    for word in ["the person", "The person", "claimant", "Doesn’t know", "Not asked", "organisation"] {
        assert!(!page.contains(word), "“{word}” on a claimant's page:\n{page}");
    }
}

fn page(window: &Window, heading: &str, name: &str) {
    window.arrive(heading);
    plain(window);
    window.prove(name);
}

fn check_and_sign(window: &Window, places: &Places) -> String {
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
    window.fill("Where to put the file", &places.first.display().to_string());
    window.press("Make the file");
    page(window, "Your file is ready", "reg-sent");
    let receipt = window.read("//p[@data-testid='receipt']");
    for (name, start) in [("answers.pdf", "%PDF-"), ("answers.html", "<!doctype html>")] {
        let copy = places.sandbox.path(name);
        window.fill("Where to put the copy", &copy.display().to_string());
        window.press("Save a copy");
        window.see(&format!("Your copy is here: {}", copy.display()));
        assert!(fs::read(&copy).unwrap().starts_with(start.as_bytes()));
    }
    let html = fs::read_to_string(places.sandbox.path("answers.html")).unwrap();
    for said in ["mid 2020", WORDS, &receipt, "When were you with the Labour Party?"] {
        assert!(html.contains(said), "“{said}” is not in the copy");
    }
    receipt
}

fn answer(window: &Window, places: &Places) {
    window.arrive("Open your answers");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Your answers");
    window.press("Open a question from the firm");
    page(window, "What the firm asks", "reg-request");
    window.fill("The file from the firm", &places.request.display().to_string());
    window.press("Open");
    // He lands on just the pages that are asked for, with the firm's words on them.
    page(window, "When were you with the Labour Party?", "reg-asked-page");
    window.see("Do you remember the month in which you left?");
    window.fill_date_in_words("When did it end?", "June 2020");
    window.see("Read as:");
    go_on(window);
    page(window, "What the firm asks", "reg-asked-words");
    window.see("Who told you that others had the email too?");
    window.fill("Your answer", "My neighbour did.");
    go_on(window);
    window.arrive("Check your answers");
    window.see("June 2020");
    window.press("Sign and make the file");
    window.fill("Your full name", "Bernard Testwick");
    window.fill("Where to put the file", &places.second.display().to_string());
    window.press("Make the file");
    window.arrive("Your file is ready");
}

/// His folder, the program's own folders and the packets, searched byte by byte.
fn nothing_in_clear(places: &Places) {
    let planted =
        ["Testwick", ADDRESS, "Fixture Street", "lay awake", "07700 900123", "mid 2020", "neighbour"];
    let mut files = vec![places.first.clone(), places.second.clone(), places.request.clone()];
    files.extend(all_files(&places.folder));
    // Settings, what the webview keeps, and temporary files, of both sides.
    files.extend(all_files(&places.sandbox.path("home/window")));
    files.extend(all_files(&places.sandbox.path("window")));
    files.extend(all_files(&places.sandbox.matter()));
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for word in planted {
            // A webview keeps texts in two bytes a letter.
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for word in [word.as_bytes(), &wide] {
                let found = bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
                assert!(!found, "“{}” stands in {}", String::from_utf8_lossy(word), file.display());
            }
        }
    }
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(all_files(&path)) } else { found.push(path) }
    }
    found
}
