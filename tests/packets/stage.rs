//! Bronwen's matter, her invitation, and what Nia seals for it.

use std::path::{Path, PathBuf};

use joinder_tests::program::{Ended, Sandbox};
use serde_json::{Value, json};

pub const NOTICE: &str = "Received: from mx.gpost.example by mail.gpost.example; Wed, 3 Nov 2021 17:02:11 +0000\r\n\
From: Labour Party <noreply@labour.org.uk>\r\nTo: nia.enghraifft@gpost.example\r\n\
Date: Wed, 3 Nov 2021 17:02:10 +0000\r\nMessage-ID: <nia-1@labour.org.uk>\r\n\
Subject: A data incident\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
We are writing to you about an incident at a third party that handles data on our behalf.\r\n";

/// A matter from which an invitation went out.
pub struct Stage {
    pub sandbox: Sandbox,
    pub invitation: PathBuf,
}

impl Stage {
    pub fn new() -> Self {
        let sandbox = Sandbox::with_matter();
        let invitation = sandbox.path("example.joinder-invite");
        let stage = Self { sandbox, invitation };
        stage.invite("2099-12-31").succeeds();
        stage
    }

    pub fn invite(&self, expires: &str) -> Ended {
        let out = self.invitation.to_str().unwrap();
        self.sandbox.run([
            "--json",
            "invite",
            "--out",
            out,
            "--firm",
            "Example Solicitors",
            "--contact",
            "020 7946 0000",
            "--expires",
            expires,
        ])
    }

    /// Seals what somebody says for an invitation, with files.
    pub fn seal(&self, name: &str, claimant: &Value, files: &[&Path]) -> PathBuf {
        let (out, ended) = self.seal_for(&self.invitation, name, claimant, files);
        ended.succeeds();
        out
    }

    /// The same for the invitation in this file, whatever comes of it.
    pub fn seal_for(
        &self,
        invitation: &Path,
        name: &str,
        claimant: &Value,
        files: &[&Path],
    ) -> (PathBuf, Ended) {
        let out = self.sandbox.path(&format!("{name}.joinder-packet"));
        let answers = self.sandbox.file(&format!("{name}.json"), claimant.to_string());
        let [invitation, said, to] = [invitation, &answers, &out].map(|path| path.to_str().unwrap());
        let words = ["--json", "packet", "seal", "--signed-by", "Nia Enghraifft", "--out", to];
        let words = words.into_iter().chain(["--invitation", invitation, "--claimant", said]);
        let ended = self.sandbox.run(words.chain(files.iter().map(|file| file.to_str().unwrap())));
        (out, ended)
    }

    pub fn receive(&self, path: &Path) -> Ended {
        self.sandbox.run(["--json", "packet", "receive", path.to_str().unwrap()])
    }

    /// What receiving this one file says of it.
    pub fn received(&self, path: &Path) -> Value {
        self.receive(path).json()["items"][0].take()
    }

    pub fn show(&self, number: u64) -> Value {
        self.sandbox.run(["--json", "packet", "show", &number.to_string()]).succeeds().json()
    }
}

/// Nia's answers.
pub fn nia() -> Value {
    json!({
        "identity": { "forenames": "Nia", "surname": "Enghraifft", "capacity": "own", "no_other_names": true },
        "contact": { "emails": [{ "address": "nia.enghraifft@gpost.example" }], "mobile": "07700 900123" },
        "episodes": [{ "kind": "member", "start": "spring 2019", "end": "about June 2020", "ending": "resigned" }],
        "notification": { "received": true },
        "consequence": { "own_words": "I lay awake for weeks wondering who had my address. I still check the door." },
    })
}
