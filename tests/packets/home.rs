//! Nia at home: her folder, and what she does in it.

use std::path::PathBuf;

use joinder_tests::program::Ended;
use serde_json::{Value, json};

use crate::stage::Stage;

/// Nia's folder, begun from the firm's invitation.
pub struct Home<'a> {
    pub stage: &'a Stage,
}

impl<'a> Home<'a> {
    pub fn begin(stage: &'a Stage) -> Self {
        let home = Self { stage };
        home.run(&["packet", "begin", "--invitation", stage.invitation.to_str().unwrap()]).succeeds();
        home
    }

    pub fn folder(&self) -> PathBuf {
        self.stage.sandbox.path("home/registration")
    }

    pub fn run(&self, words: &[&str]) -> Ended {
        let folder = self.folder();
        let on: Vec<&str> = ["--json", "--matter", folder.to_str().unwrap()]
            .into_iter()
            .chain(words.iter().copied())
            .collect();
        self.stage.sandbox.run(on)
    }

    pub fn call(&self, name: &str, input: &Value) -> Value {
        self.run(&["call", name, &input.to_string()]).succeeds().json()
    }

    pub fn get(&self) -> Value {
        self.call("registration.get", &json!({}))
    }

    pub fn answer(&self, claimant: &Value) {
        let version = self.get()["version"].clone();
        self.call("claimant.edit", &json!({ "number": 1, "version": version, "claimant": claimant }));
    }

    pub fn consent_to_all(&self) {
        for consent in self.get()["consents"].as_array().unwrap() {
            let given = consent["required"].as_bool().unwrap();
            self.call("registration.consent", &json!({ "code": consent["code"], "given": given }));
        }
    }

    /// Seals only when nothing was left blank.
    pub fn seal_strictly(&self, name: &str) -> (PathBuf, Ended) {
        let out = self.stage.sandbox.path(name);
        let words = ["packet", "seal", "--signed-by", "Nia Enghraifft", "--out", out.to_str().unwrap()];
        let ended = self.run(&words);
        (out, ended)
    }

    pub fn seal(&self, name: &str) -> (PathBuf, Ended) {
        let out = self.stage.sandbox.path(name);
        let words = [
            "packet",
            "seal",
            "--with-blanks",
            "--signed-by",
            "Nia Enghraifft",
            "--out",
            out.to_str().unwrap(),
        ];
        let ended = self.run(&words);
        (out, ended)
    }
}

/// What Nia says once the folder keeps her consents too.
pub fn with(home: &Home<'_>, field: &str, value: &str) -> Value {
    let mut claimant = home.get()["claimant"].take();
    *claimant.pointer_mut(field).unwrap() = json!(value);
    claimant
}
