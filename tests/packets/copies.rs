//! Two copies of one matter, in the office and on a laptop, and what goes from one to the other.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use joinder_tests::program::{Ended, Sandbox};
use serde_json::{Value, json};

use crate::stage::nia;

/// The office with Nia in its matter, and a laptop with a copy of its folder.
pub struct Two {
    pub sandbox: Sandbox,
    laptop: PathBuf,
}

/// One of the two.
pub struct Copy<'a> {
    sandbox: &'a Sandbox,
    pub folder: PathBuf,
}

impl Two {
    pub fn new() -> Self {
        Self::after(|_| {})
    }

    /// The same, after something was done in the office before the folder was copied.
    pub fn after(work: impl FnOnce(&Copy<'_>)) -> Self {
        let sandbox = Sandbox::with_matter();
        let laptop = sandbox.path("laptop");
        let two = Self { sandbox, laptop };
        two.office().call("claimant.add", &json!({ "claimant": nia() }));
        work(&two.office());
        two.office().copied_to(&two.laptop);
        two
    }

    pub fn office(&self) -> Copy<'_> {
        Copy { sandbox: &self.sandbox, folder: self.sandbox.matter() }
    }

    /// The copy in another folder.
    pub fn at(&self, folder: &str) -> Copy<'_> {
        Copy { sandbox: &self.sandbox, folder: self.sandbox.path(folder) }
    }

    pub fn laptop(&self) -> Copy<'_> {
        Copy { sandbox: &self.sandbox, folder: self.laptop.clone() }
    }
}

impl Copy<'_> {
    /// Copies the folder, as a person would.
    pub fn copied_to(&self, folder: &Path) {
        let copied = Command::new("cp").arg("-r").arg(&self.folder).arg(folder).status().unwrap();
        assert!(copied.success());
    }

    pub fn run(&self, words: &[&str]) -> Ended {
        let on = ["--json", "--matter", self.folder.to_str().unwrap()];
        self.sandbox.run(on.iter().chain(words))
    }

    pub fn call(&self, name: &str, input: &Value) -> Value {
        self.run(&["call", name, &input.to_string()]).succeeds().json()
    }

    pub fn record(&self, number: u32) -> Value {
        self.run(&["show", &number.to_string()]).succeeds().json()
    }

    /// Changes one field of a record.
    pub fn put(&self, number: u32, field: &str, value: &str) {
        let record = self.call("claimant.get", &json!({ "number": number }));
        let mut claimant = record["claimant"].clone();
        *claimant.pointer_mut(field).unwrap() = json!(value);
        let edit = json!({ "number": number, "version": record["version"], "claimant": claimant });
        self.call("claimant.edit", &edit);
    }

    /// Writes the key of this copy.
    pub fn key(&self, name: &str) -> PathBuf {
        let out = self.sandbox.path(name);
        self.run(&["transfer", "key", "--out", out.to_str().unwrap()]).succeeds();
        out
    }

    /// Seals claimants for a key, and gives the files.
    pub fn send(&self, key: &Path, folder: &str, claimants: &[&str]) -> Vec<PathBuf> {
        let out = self.sandbox.path(folder);
        let words = ["transfer", "make", "--to", key.to_str().unwrap(), "--out", out.to_str().unwrap()];
        self.run(&words.iter().chain(claimants).copied().collect::<Vec<_>>()).succeeds();
        let mut files: Vec<PathBuf> = fs::read_dir(out).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    pub fn receive(&self, path: &Path) -> Value {
        self.run(&["packet", "receive", path.to_str().unwrap()]).json()["items"][0].take()
    }

    pub fn packet(&self, number: u32) -> Value {
        self.run(&["packet", "show", &number.to_string()]).succeeds().json()
    }

    pub fn accept(&self, number: u32) -> Value {
        self.run(&["packet", "accept", &number.to_string()]).succeeds().json()
    }

    pub fn intact(&self) {
        let verdict = self.run(&["audit", "verify"]).succeeds().json();
        assert_eq!(verdict["verdict"], "intact", "{verdict}");
    }
}

/// The codes of what is to be looked at.
pub fn codes(view: &Value) -> Vec<&str> {
    let findings = view["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

/// What would change: the field, before, after, and whether both changed it.
pub fn moves(view: &Value) -> Vec<(&str, &str, &str, bool)> {
    let text = |one: &'_ Value, key: &str| one[key].as_str().map(str::to_owned).unwrap();
    view["moves"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert!(!text(one, "label").is_empty());
            let (field, before, after) = (&one["field"], &one["before"], &one["after"]);
            (
                field.as_str().unwrap(),
                before.as_str().unwrap(),
                after.as_str().unwrap(),
                one["conflict"].as_bool().unwrap(),
            )
        })
        .collect()
}
