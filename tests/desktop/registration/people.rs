//! People of other kinds, each by keyboard alone: a child for whom the mother answers, who was never a member and never told; a
//! member who was expelled and fell ill.

use joinder_tests::program::Sandbox;
use serde_json::Value;

use super::*;
use crate::window::{DOWN, ENTER};

/// Choices in a list, at most.
const CHOICES: usize = 30;

/// Somebody at home, with hands on the keys and no mouse.
struct Keys<'a> {
    window: &'a Window,
}

impl Keys<'_> {
    /// Goes on with Tab to the button with this name, and presses it.
    fn press(&self, name: &str) {
        self.window.reach(name);
        self.window.keys(ENTER);
    }

    /// Types into the field with this label.
    fn put(&self, label: &str, text: &str) {
        self.window.reach(label);
        self.window.keys(text);
    }

    /// Chooses among the radio buttons of which the first has this name.
    fn choose(&self, first: &str, wanted: &str) {
        self.window.reach(first);
        if wanted == first {
            self.window.keys(" ");
        } else {
            self.window.step(DOWN, wanted);
        }
    }

    fn tick(&self, label: &str) {
        self.window.reach(label);
        self.window.keys(" ");
    }

    /// Chooses from the list with this label, by a first letter and the arrow.
    fn pick(&self, label: &str, letter: &str, wanted: &str) {
        let chosen = || {
            let script =
                "const list = document.activeElement; return list.options[list.selectedIndex].text.trim()";
            self.window.run(script).as_str().unwrap().to_owned()
        };
        self.window.reach(label);
        self.window.keys(letter);
        for _ in 0..CHOICES {
            if chosen() == wanted {
                return;
            }
            self.window.keys(DOWN);
        }
        panic!("no way by keys to “{wanted}” in “{label}”: it stands at “{}”", chosen());
    }

    /// Writes a date in words.
    fn date(&self, words: &str) {
        self.choose("A date, or part of one", "In words");
        self.window.keys(TAB);
        self.window.keys(words);
    }

    /// The page with this heading; from the list of tasks, the next one that has something to do.
    fn arrive(&self, heading: &str) {
        let at = self.window.read("//h1");
        if at.contains("Your answers") {
            self.press("Go on");
        }
        self.window.arrive(heading);
        plain(self.window);
    }

    /// Saves the page with this heading, after what is done on it.
    fn page(&self, heading: &str, answers: impl FnOnce(&Self)) {
        self.arrive(heading);
        answers(self);
        self.press("Save and go on");
        self.window.until_other("//h1", heading);
    }

    /// A page that is left as it is.
    fn skip(&self, heading: &str) {
        self.page(heading, |_| {});
    }

    fn begin(&self, invitation: &Path, folder: &Path) {
        self.window.arrive("Where do you want to start?");
        self.press("Open an invitation");
        self.window.arrive("Open your invitation");
        self.put("Your invitation", &format!("{}{ENTER}", invitation.display()));
        self.window.arrive("Is this really the firm?");
        self.press("The words are the same");
        self.window.arrive("Before you start");
        self.press("Go on");
        self.window.arrive("Your folder");
        self.put("A folder for your answers", &folder.display().to_string());
        self.put("A passphrase", PASSPHRASE);
        self.put("The same passphrase again", &format!("{PASSPHRASE}{ENTER}"));
        self.window.arrive("Your recovery key");
        self.tick("I have written it down");
        self.press("Go to your answers");
        self.window.arrive("Your answers");
    }

    /// Agrees to what the firm cannot do without, and to nothing else.
    fn consents(&self) {
        self.press("Go on");
        for (heading, answer) in [
            ("How your information is used", "Yes, I agree"),
            ("You are not yet a client", "Yes, I agree"),
            ("Asking for you", "Yes, I agree"),
            ("Your name may become public", "Yes, I agree"),
            ("You would like to stay anonymous", "No"),
            ("Keep what you have", "Yes, I agree"),
            ("Other firms", "Yes, I agree"),
            ("News from the firm", "No"),
        ] {
            self.window.arrive(heading);
            self.choose("Yes, I agree", answer);
            self.press("Save and go on");
        }
        self.window.arrive("Your answers");
    }

    /// Signs with a typed name, and says that what is blank is blank on purpose.
    fn sign(&self, name: &str, packet: &Path) {
        self.press("Check your answers");
        self.window.arrive("Check your answers");
        self.press("Sign and make the file");
        self.window.arrive("Sign and make the file");
        self.put("Your full name", name);
        self.put("Where to put the file", &packet.display().to_string());
        self.press("Make the file");
        self.window.see("Something is still blank");
        self.window.reach_back("I leave the rest blank, and I know that");
        self.window.keys(" ");
        self.press("Make the file");
        self.window.arrive("Your file is ready");
    }
}

/// A firm with an invitation, and where somebody's things lie.
struct Person {
    sandbox: Sandbox,
    invitation: PathBuf,
    folder: PathBuf,
    packet: PathBuf,
}

impl Person {
    fn new() -> Self {
        let sandbox = Sandbox::with_matter();
        let invitation = sandbox.path("example.joinder-invite");
        let (folder, packet) = (sandbox.path("home/answers"), sandbox.path("one.joinder-packet"));
        fs::create_dir_all(sandbox.path("home")).unwrap();
        let words = ["invite", "--firm", "Example Solicitors", "--contact", "020 7946 0000"];
        let end = ["--expires", "2099-12-31", "--out", invitation.to_str().unwrap()];
        sandbox.run(words.iter().chain(&end)).succeeds();
        Self { sandbox, invitation, folder, packet }
    }

    /// Opens the packet in the window of the office, and accepts it; gives the record.
    fn received(&self, name: &str, says: &[&str]) -> Value {
        let office = unlocked(&self.sandbox);
        office.go("Packets");
        office.arrive("Packets");
        office.fill("A packet, or a folder with packets", &self.packet.display().to_string());
        office.press("Receive");
        office.see("1 received");
        office.press("P-000001");
        office.arrive(name);
        let page = office.run("return document.querySelector('main').innerText");
        let page = page.as_str().unwrap();
        for words in says {
            assert!(page.contains(words), "“{words}” is not in the review:\n{page}");
        }
        office.press("Accept");
        office.see("Took the answers of a packet");
        drop(office);
        self.sandbox.run(["--json", "show", "1"]).succeeds().json()
    }
}

fn findings(record: &Value) -> Vec<&str> {
    let findings = record["classification"]["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn nerys_answers_for_her_child_who_was_never_a_member_and_never_told() {
    let person = Person::new();
    let window = Window::open(&person.sandbox.path("home/window"), &[]);
    let keys = Keys { window: &window };
    keys.begin(&person.invitation, &person.folder);
    keys.page("What is your name?", |keys| {
        keys.put("First names", "Osian");
        keys.put("Last name", "Plentyn");
    });
    keys.page("Is this about you?", |keys| {
        keys.choose("Me", "A child, or a person who cannot decide alone");
        keys.window.see("You may be able to act as a “litigation friend”.");
    });
    keys.page("Who are you?", |keys| keys.put("Your full name", "Nerys Plentyn"));
    keys.page("Have you had other names?", |keys| keys.tick("I have had no other names"));
    keys.page("When were you born?", |keys| {
        keys.put("Day", "1");
        keys.put("Month", "5");
        keys.put("Year", "2012");
    });
    keys.page("Which email addresses have you used?", |keys| {
        keys.put("Email address", "nerys@mailbox.example")
    });
    keys.skip("What is your phone number?");
    keys.skip("Where do you live?");
    keys.skip("How can we reach you safely?");
    keys.skip("Must your address stay hidden?");
    keys.skip("Do you need help with reading or talking?");
    keys.page("Where did you live on 29 October 2021?", |keys| keys.choose("England", "Wales"));
    keys.page("When were you with the Labour Party?", |keys| {
        keys.pick("What were you?", "S", "Signed a petition, came to an event or wrote to the party");
        keys.date("summer 2021");
    });
    keys.skip("Are you with the Labour Party now?");
    keys.skip("Do you do any of these, or did you?");
    keys.skip("What did the Labour Party know about you?");
    keys.page("Did the Labour Party tell you about the data?", |keys| keys.choose("Yes", "No"));
    // Whoever was not told is not asked how.
    keys.skip("Did they tell you about other lost data before that?");
    keys.skip("Did you ask the Labour Party about your data?");
    keys.page("How has it affected you, if it has?", |keys| {
        keys.put("In your own words", "He asked me whether strangers know where we live now.");
    });
    keys.skip("Do you worry about what may come of it?");
    keys.skip("Did you feel any of these?");
    keys.skip("Did you see a doctor about it?");
    keys.skip("Has your data been used in a wrong way?");
    keys.skip("Did you lose or spend money?");
    keys.skip("Did it cost you time?");
    keys.page("Has another law firm acted for you in this?", |keys| keys.choose("Yes", "No"));
    keys.page("Have you made a claim about this before?", |keys| keys.choose("Yes", "No"));
    keys.consents();
    keys.sign("Nerys Plentyn", &person.packet);
    drop(window);

    let record = person.received(
        "Osian Plentyn",
        &["Nerys Plentyn", "A child, or a person who cannot decide alone", "summer 2021"],
    );
    assert_eq!(record["claimant"]["identity"]["capacity"], "litigation-friend");
    assert_eq!(record["claimant"]["notification"]["received"], "no");
    let found = findings(&record);
    assert!(found.contains(&"MINOR_NOW") && found.contains(&"PROTECTED_PARTY"), "{found:?}");
    assert_eq!(record["classification"]["outcome"], "HOLD_REVIEW", "a person looks; nothing is declined");
}

#[test]
fn deio_was_expelled_and_fell_ill_of_it() {
    let person = Person::new();
    let window = Window::open(&person.sandbox.path("home/window"), &[]);
    let keys = Keys { window: &window };
    keys.begin(&person.invitation, &person.folder);
    keys.page("What is your name?", |keys| {
        keys.put("First names", "Deio");
        keys.put("Last name", "Undebwr");
    });
    keys.page("Is this about you?", |keys| keys.choose("Me", "Me"));
    keys.page("Have you had other names?", |keys| keys.tick("I have had no other names"));
    keys.page("When were you born?", |keys| {
        keys.put("Day", "2");
        keys.put("Month", "January");
        keys.put("Year", "1970");
    });
    keys.page("Which email addresses have you used?", |keys| {
        keys.put("Email address", "deio@mailbox.example")
    });
    keys.skip("What is your phone number?");
    keys.skip("Where do you live?");
    keys.page("How can we reach you safely?", |keys| keys.put("What must we not do?", "No calls at work"));
    keys.skip("Must your address stay hidden?");
    keys.skip("Do you need help with reading or talking?");
    keys.page("Where did you live on 29 October 2021?", |keys| {
        keys.choose("England", "Scotland");
        keys.window.see("The time limit in Scotland is short");
    });
    keys.page("When were you with the Labour Party?", |keys| {
        keys.pick("What were you?", "M", "Member");
        keys.date("May 1997");
        keys.date("about October 2020");
        keys.pick("How did it end?", "I", "I was expelled");
    });
    keys.skip("Are you with the Labour Party now?");
    keys.skip("Do you do any of these, or did you?");
    keys.skip("What did the Labour Party know about you?");
    keys.page("Did the Labour Party tell you about the data?", |keys| keys.choose("Yes", "Yes"));
    keys.page("How were you told?", |keys| keys.pick("How did it come?", "E", "Email"));
    keys.skip("Did they tell you about other lost data before that?");
    keys.skip("Did you ask the Labour Party about your data?");
    keys.page("How has it affected you, if it has?", |keys| {
        keys.put(
            "In your own words",
            "They threw me out and kept my address. I could not sleep and had to see my doctor.",
        );
    });
    keys.skip("Do you worry about what may come of it?");
    keys.page("Did you feel any of these?", |keys| keys.choose("Not at all", "Very much"));
    keys.page("Did you see a doctor about it?", |keys| {
        keys.choose("Yes", "Yes");
        keys.window.see("The time limit for an illness is short");
        keys.put("Who did you see, and when?", "My own doctor, in spring 2022");
    });
    keys.skip("Has your data been used in a wrong way?");
    keys.skip("Did you lose or spend money?");
    keys.skip("Did it cost you time?");
    keys.page("Has another law firm acted for you in this?", |keys| keys.choose("Yes", "I don’t know"));
    keys.skip("Have you made a claim about this before?");
    keys.consents();
    keys.sign("Deio Undebwr", &person.packet);
    drop(window);

    let record = person.received(
        "Deio Undebwr",
        &["I was expelled", "about October 2020", "My own doctor, in spring 2022", "No calls at work"],
    );
    assert_eq!(record["claimant"]["consequence"]["diagnosis"], "yes");
    assert_eq!(record["claimant"]["episodes"][0]["ending"], "expelled");
    let found = findings(&record);
    assert!(found.contains(&"PI_LIMIT_PASSED") && found.contains(&"SCOTLAND_PRESCRIPTION"), "{found:?}");
}
