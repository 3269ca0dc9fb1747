//! Somebody at home, with hands on the keys and no mouse.

use std::path::Path;

use super::{CONSENTS, PASSPHRASE, plain};
use crate::window::{DOWN, ENTER, TAB, Window};

/// Choices in a list, at most.
const CHOICES: usize = 30;

pub(super) struct Keys<'a> {
    pub(super) window: &'a Window,
}

/// What somebody does on the page with this heading.
pub(super) type Answer<'a> = (&'a str, &'a dyn Fn(&Keys<'_>));

impl Keys<'_> {
    /// Goes on with Tab to the button with this name, and presses it.
    pub(super) fn press(&self, name: &str) {
        self.window.reach(name);
        self.window.keys(ENTER);
    }

    /// Types into the field with this label.
    pub(super) fn put(&self, label: &str, text: &str) {
        self.window.reach(label);
        self.window.keys(text);
    }

    /// Chooses among the radio buttons of which the first has this name.
    pub(super) fn choose(&self, first: &str, wanted: &str) {
        self.window.reach(first);
        if wanted == first {
            self.window.keys(" ");
        } else {
            self.window.step(DOWN, wanted);
        }
    }

    pub(super) fn tick(&self, label: &str) {
        self.window.reach(label);
        self.window.keys(" ");
    }

    /// Chooses from the list with this label, by a first letter and the arrow.
    pub(super) fn pick(&self, label: &str, letter: &str, wanted: &str) {
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
    pub(super) fn date(&self, words: &str) {
        self.choose("A date, or part of one", "In words");
        self.window.keys(TAB);
        self.window.keys(words);
    }

    /// From the invitation to the list of tasks of a folder.
    pub(super) fn begin(&self, invitation: &Path, folder: &Path) {
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

    /// The question; above it stands which page of the task it is.
    fn heading(&self) -> String {
        let script = "return [...document.querySelector('h1').childNodes].at(-1).textContent.trim()";
        self.window.run(script).as_str().unwrap().to_owned()
    }

    /// Goes through every page up to the consents: on those that are named somebody answers, the others are left as they
    /// are. Gives the headings of all, in order.
    pub(super) fn walk(&self, answers: &[Answer<'_>]) -> Vec<String> {
        let mut passed: Vec<String> = Vec::new();
        loop {
            let whole = self.window.read("//h1");
            let heading = self.heading();
            if heading == "Your answers" {
                self.press("Go on");
            } else if heading == CONSENTS[0].0 {
                break;
            } else {
                plain(self.window);
                if let Some((_, answer)) = answers.iter().find(|(name, _)| *name == heading) {
                    answer(self);
                }
                self.press("Save and go on");
                passed.push(heading);
            }
            self.window.until_other("//h1", &whole);
        }
        for (name, _) in answers {
            assert!(passed.iter().any(|heading| heading == name), "“{name}” was not asked: {passed:#?}");
        }
        passed
    }

    /// Agrees to what the firm cannot do without, and to nothing else.
    pub(super) fn consent(&self) {
        for (heading, agrees) in CONSENTS {
            self.window.arrive(heading);
            self.choose("Yes, I agree", if agrees { "Yes, I agree" } else { "No" });
            self.press("Save and go on");
        }
        self.window.arrive("Your answers");
    }

    /// Signs with a typed name, and says that what is blank is blank on purpose.
    pub(super) fn sign(&self, name: &str, packet: &Path) {
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
