//! A firm whose invitation went out, and the homes of those who answer it.

use std::fs;
use std::path::{Path, PathBuf};

use joinder_tests::program::Sandbox;
use serde_json::Value;

use super::office;
use crate::evidence::unlocked;
use crate::window::Window;

/// The firm's matter, and the invitation that went out from it.
pub(super) struct Firm {
    pub(super) sandbox: Sandbox,
    pub(super) invitation: PathBuf,
}

impl Firm {
    pub(super) fn new() -> Self {
        let sandbox = Sandbox::with_matter();
        let invitation = sandbox.path("example.joinder-invite");
        fs::create_dir_all(sandbox.path("home")).unwrap();
        let words = ["invite", "--firm", "Example Solicitors", "--contact", "020 7946 0000"];
        let end = ["--expires", "2099-12-31", "--out", invitation.to_str().unwrap()];
        sandbox.run(words.iter().chain(&end)).succeeds();
        Self { sandbox, invitation }
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.sandbox.path(name)
    }

    /// Where somebody has their answers.
    pub(super) fn folder(&self) -> PathBuf {
        self.at("home/answers")
    }

    /// The window as somebody has it at home, with settings of their own.
    pub(super) fn home(&self, words: &[&str]) -> Window {
        Window::open(&self.at("home/window"), words)
    }

    /// Seals what somebody says for the firm.
    pub(super) fn seal(&self, claimant: &Value, name: &str) -> PathBuf {
        let (out, answers) = (self.at(name), self.sandbox.file("said.json", claimant.to_string()));
        let [invitation, answers, file] =
            [&self.invitation, &answers, &out].map(|path| path.to_str().unwrap());
        let words = ["packet", "seal", "--signed-by", "Nia Enghraifft", "--out", file];
        self.sandbox.run(words.iter().chain(&["--invitation", invitation, "--claimant", answers])).succeeds();
        out
    }

    /// Opens somebody's packet in the window of the office, where these words stand in the review, and accepts it; gives the
    /// record.
    pub(super) fn received(&self, packet: &Path, name: &str, says: &[&str]) -> Value {
        let office = unlocked(&self.sandbox);
        office::open(&office, packet);
        office.see("1 received");
        office.press("P-000001");
        office.arrive(name);
        let page = office.said();
        for words in says {
            assert!(page.contains(words), "“{words}” is not in the review:\n{page}");
        }
        office.press("Accept");
        office.see("Took the answers of a packet");
        drop(office);
        self.sandbox.run(["--json", "show", "1"]).succeeds().json()
    }
}
