//! The whole circle between a claimant at home and a firm, in the real window: invitation, registration with vague dates and a
//! notice, a kill and a resumption, packet, review, question, answer, bundle.

use std::fs;
use std::path::{Path, PathBuf};

use joinder_tests::program::Sandbox;
use serde_json::Value;

use crate::evidence::unlocked;
use crate::window::Window;

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
    about_him(&home);
    drop(home);
    // The window was killed in the middle of a page: what was typed is there again.
    let home = places.home(&[]);
    resume(&home);
    when_he_was_with_them(&home);
    what_it_did(&home);
    his_proof(&home);
    consent(&home);
    let receipt = check_and_sign(&home, &places);
    drop(home);

    let office = unlocked(&places.sandbox);
    receive(&office, &places, &receipt);
    ask(&office, &places);
    drop(office);

    let home = places.home(&["--matter", places.folder.to_str().unwrap()]);
    answer(&home, &places);
    drop(home);

    let office = unlocked(&places.sandbox);
    before_and_after(&office, &places);
    drop(office);
    bundle(&places);
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

fn about_him(window: &Window) {
    window.press("Go on");
    page(window, "What is your name?", "reg-name");
    refused(window);
    window.look("reg-name-refused");
    window.fill("First names", "Bernard");
    window.fill("Last name", "Testwick");
    go_on(window);
    page(window, "Is this about you?", "reg-capacity");
    window.answer("Who is this about?", "A person who has died");
    window.see("Only the person who looks after the estate can do this");
    go_on(window);
    page(window, "Who are you?", "reg-acting");
    window.press("Back");
    window.arrive("Is this about you?");
    window.answer("Who is this about?", "Me");
    go_on(window);
    page(window, "Have you had other names?", "reg-other-names");
    window.tick("I have had no other names");
    go_on(window);
    page(window, "When were you born?", "reg-birth");
    window.fill_day("Your date of birth", "29", "February", "1961");
    refused(window);
    window.look("reg-birth-refused");
    window.press("Back");
    window.arrive("Have you had other names?");
    window.press("Go to the list");
    window.arrive("Your answers");
    window.see("Something that you typed is not saved yet.");
    window.press("Go to that page");
    window.arrive("When were you born?");
    assert_eq!(window.typed("Day"), "29", "what was typed is there, although no calendar has it");
    window.fill_day("Your date of birth", "28", "2", "1961");
    go_on(window);
    window.arrive("Your answers");
    window.press("How to reach you");
    page(window, "Which email addresses have you used?", "reg-emails");
    window.fill("Email address", ADDRESS);
    window.see_kept();
}

fn resume(window: &Window) {
    window.arrive("Where do you want to start?");
    window.see("Go on with your answers");
    window.prove("reg-start-again");
    window.press("answers");
    window.arrive("Open your answers");
    window.fill("Passphrase", "not the passphrase");
    window.press("Unlock");
    window.see("Code: ");
    window.prove("reg-unlock");
    window.fill("Passphrase", PASSPHRASE);
    window.press("Unlock");
    window.arrive("Your answers");
    window.press("How to reach you");
    window.arrive("Which email addresses have you used?");
    assert_eq!(window.typed("Email address"), ADDRESS, "what was typed before the kill");
    go_on(window);
    page(window, "What is your phone number?", "reg-phone");
    // With keys alone: to the field, the number, and on.
    window.run("document.querySelector('h1').focus()");
    window.keys("\u{E004}");
    window.keys("07700 900123\u{E007}");
    page(window, "Where do you live?", "reg-address");
    window.fill("House, street and town", "22 Fixture Street\u{E006}Exampleton");
    window.fill("Postcode", "AA1 2AB");
    go_on(window);
    page(window, "How can we reach you safely?", "reg-safety");
    window.fill("What must we not do?", "No voicemail");
    go_on(window);
    page(window, "Must your address stay hidden?", "reg-hide");
    window.tick("Hide my address from papers that others may read");
    window.see("Why should it be hidden?");
    go_on(window);
    page(window, "Do you need help with reading or talking?", "reg-needs");
    go_on(window);
    page(window, "Where did you live on 29 October 2021?", "reg-nation");
    window.answer("Where did you live?", "Scotland");
    window.see("The time limit in Scotland is short");
    window.answer("Where did you live?", "England");
    go_on(window);
    window.arrive("Your answers");
}

fn when_he_was_with_them(window: &Window) {
    window.press("When you were with them");
    page(window, "When were you with the Labour Party?", "reg-episodes");
    window.choose("What were you?", "Member");
    window.fill_date_in_words("When did it begin?", "about 2016");
    window.fill_date_in_words("When did it end?", "mid 2020");
    window.see("Read as:");
    window.choose("How did it end?", "I resigned");
    go_on(window);
    page(window, "Are you with the Labour Party now?", "reg-now");
    window.choose("What are you now?", "Former member (resigned)");
    go_on(window);
    page(window, "Do you do any of these, or did you?", "reg-roles");
    go_on(window);
    page(window, "What did the Labour Party know about you?", "reg-data");
    window.tick("Postal address");
    go_on(window);
    window.arrive("Your answers");
    window.press("What they told you");
    page(window, "Did the Labour Party tell you about the data?", "reg-told");
    window.answer("Were you told?", "Yes");
    go_on(window);
    page(window, "How were you told?", "reg-told-how");
    window.choose("How did it come?", "Email");
    window.answer("Do you still have it?", "Yes");
    go_on(window);
    page(window, "Did they tell you about other lost data before that?", "reg-earlier");
    window.answer("Was there an older message?", "No");
    go_on(window);
    page(window, "Did you ask the Labour Party about your data?", "reg-asked");
    window.press("Add another time");
    window.choose("What did you ask?", "I asked for my data");
    window.fill_date_in_words("When did you ask?", "November 2021");
    window.answer("Did they answer?", "No");
    window.look("reg-asked-one");
    go_on(window);
    window.arrive("Your answers");
}

fn what_it_did(window: &Window) {
    window.press("What it did to you");
    page(window, "What did it do to you?", "reg-words");
    window.fill("In your own words", WORDS);
    go_on(window);
    page(window, "Do you worry about what may come of it?", "reg-fear");
    go_on(window);
    page(window, "Did you feel any of these?", "reg-descriptors");
    window.answer("Disturbed sleep", "Quite a lot");
    go_on(window);
    page(window, "Did you see a doctor about it?", "reg-diagnosis");
    window.answer("Did a doctor tell you that you were ill from it?", "Yes");
    window.see("The time limit for an illness is short");
    window.answer("Did a doctor tell you that you were ill from it?", "No");
    go_on(window);
    window.arrive("Your answers");
    window.press("Money, time and misuse");
    page(window, "Has your data been used in a wrong way?", "reg-misuse");
    go_on(window);
    page(window, "Did you lose or spend money?", "reg-money");
    window.press("Add a cost");
    window.choose("What was it for?", "Something else");
    window.fill("How much, in pounds?", "twelve");
    refused(window);
    window.look("reg-money-refused");
    window.fill("How much, in pounds?", "12.50");
    go_on(window);
    page(window, "Did it cost you time?", "reg-time");
    go_on(window);
    window.arrive("Your answers");
    window.press("Other firms");
    page(window, "Has another law firm acted for you in this?", "reg-other-firm");
    window.answer("Another firm?", "No");
    go_on(window);
    page(window, "Have you made a claim about this before?", "reg-earlier-claim");
    window.answer("Did you make a claim?", "No");
    go_on(window);
    window.arrive("Your answers");
}

fn his_proof(window: &Window) {
    window.press("Your proof");
    window.arrive("Your proof");
    window.see("You have added no files");
    page(window, "Your proof", "reg-proof-none");
    let letter = std::env::temp_dir().join(format!("joinder-shopping-{}.txt", std::process::id()));
    fs::write(&letter, "Bread, tea, milk").unwrap();
    window.fill("Or type where the file is", &letter.display().to_string());
    window.press("Add this file");
    window.see("What we found");
    window.press(&format!("Take out {}", letter.file_name().unwrap().to_string_lossy()));
    window.see("was taken out");
    fs::remove_file(letter).unwrap();
    window.fill("Or type where the file is", NOTICE);
    window.press("Add this file");
    window.see(&format!("It was sent to {ADDRESS}, an address that you gave."));
    window.see("The email itself, saved as a file, would show more.");
    page(window, "Your proof", "reg-proof");
    window.press("How to save the email itself");
    window.arrive("How to save the email itself");
    window.prove("reg-howto");
    window.press("Back to your proof");
    go_on(window);
    window.arrive("Your answers");
}

fn consent(window: &Window) {
    window.press("What you agree to");
    window.arrive("How your information is used");
    window.press("Save and go on");
    window.see("Choose yes or no");
    page(window, "How your information is used", "reg-consent");
    for heading in [
        "How your information is used",
        "You are not yet a client",
        "Asking for you",
        "Your name may become public",
    ] {
        window.arrive(heading);
        window.answer("Do you agree?", "Yes, I agree");
        go_on(window);
    }
    window.arrive("You would like to stay anonymous");
    window.answer("Do you agree?", "No");
    go_on(window);
    for heading in ["Keep what you have", "Other firms"] {
        window.arrive(heading);
        window.answer("Do you agree?", "Yes, I agree");
        go_on(window);
    }
    window.arrive("News from the firm");
    window.answer("Do you agree?", "No");
    go_on(window);
    window.arrive("Your answers");
    window.prove("reg-tasks-done");
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

fn receive(window: &Window, places: &Places, receipt: &str) {
    window.go("Packets");
    window.arrive("Packets");
    window.fill("A packet, or a folder with packets", &places.first.display().to_string());
    window.press("Receive");
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

fn ask(window: &Window, places: &Places) {
    window.go("Packets");
    window.press("P-000001");
    window.arrive("Bernard Testwick");
    window.fill("What to say first", "Thank you. One thing is not clear to us yet.");
    window.fill("What to ask, in your words", "Do you remember the month in which you left?");
    window.choose("Which page to answer again", "When were you with the Labour Party?");
    window.press("Add another question");
    window.fill_last("What to ask, in your words", "Who told you that others had the email too?");
    window.prove("packet-ask");
    window.fill("Where to write the request", &places.request.display().to_string());
    window.press("Write the request");
    window.see("Wrote ");
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

fn before_and_after(window: &Window, places: &Places) {
    window.go("Packets");
    window.fill("A packet, or a folder with packets", &places.second.display().to_string());
    window.press("Receive");
    window.see("1 received");
    window.press("P-000002");
    window.arrive("Bernard Testwick");
    window.see("What would change for Bernard Testwick");
    window.see("My neighbour did.");
    let page = window.run("return document.querySelector('main').innerText").as_str().unwrap().to_owned();
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

fn bundle(places: &Places) {
    let out = places.sandbox.path("bundles");
    let words = ["bundle", "1", "--out", out.to_str().unwrap()];
    places.sandbox.run(words).succeeds();
    let made = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path());
    let made: Vec<PathBuf> = made.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
    assert!(fs::read(&made[0]).unwrap().starts_with(b"%PDF-"), "{made:?}");
    let shown: Value = places.sandbox.run(["--json", "packet", "show", "2"]).succeeds().json();
    assert_eq!(shown["packet"]["state"], "accepted");
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
