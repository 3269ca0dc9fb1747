//! Bronwen at her desk: the program in this process, with a matter open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use joinder_app::{App, Error, Job};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A matter that Bronwen, a coordinator, has open.
pub struct Desk {
    folder: TempDir,
    app: App,
}

impl Desk {
    /// A new matter.
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let app = App::new(folder.path().join("config"));
        let desk = Self { folder, app };
        desk.ask(
            "matter.create",
            json!({
                "folder": desk.path("matter"), "name": "Test", "profile": "labour-2021", "sign_in": "bronwen",
                "full_name": "Bronwen Parry", "passphrase": "correct horse battery staple",
            }),
        );
        desk
    }

    /// A path beside the matter.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Runs a command.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Error> {
        self.watched(name, input, &Job::quiet())
    }

    /// Runs a command that somebody watches, and may stop.
    pub fn watched(&self, name: &str, input: Value, job: &Job) -> Result<Value, Error> {
        self.app.dispatch(name, input, job).map(|mut applied| applied["output"].take())
    }

    /// Runs a command that works.
    #[track_caller]
    pub fn ask(&self, name: &str, input: Value) -> Value {
        self.call(name, input).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Runs a command that is refused.
    #[track_caller]
    pub fn refused(&self, name: &str, input: Value) -> Error {
        match self.call(name, input) {
            Ok(output) => panic!("{name} was not refused: {output}"),
            Err(error) => error,
        }
    }

    /// Takes files in.
    pub fn take(&self, paths: &[&Path]) -> Value {
        self.ask("evidence.add", json!({ "paths": paths }))
    }

    /// Adds a claimant with an email address; gives the number.
    pub fn claimant(&self, surname: &str, address: &str) -> u64 {
        let sheet = self.file("one.csv", format!("forenames,surname,email\nElen,{surname},{address}\n"));
        self.ask("import.claimants", json!({ "path": sheet, "error_file": self.path("errors.csv") }));
        *self.ask("claimant.ids", json!({ "text": surname })).as_array().unwrap()[0]
            .as_u64()
            .as_ref()
            .unwrap()
    }

    /// What was done, newest first.
    pub fn audit(&self) -> Vec<String> {
        let rows = self.ask("audit.list", json!({ "before": null, "limit": 500 }));
        rows.as_array().unwrap().iter().map(|row| row["what"].as_str().unwrap().to_owned()).collect()
    }

    /// Whether the audit holds.
    pub fn verdict(&self) -> String {
        let verdict = self.ask("audit.verify", json!({}));
        assert!(verdict["problems"].as_array().unwrap().is_empty(), "{verdict:#}");
        verdict["verdict"].as_str().unwrap().to_owned()
    }

    /// Changes the database with another program.
    pub fn tamper(&self, sql: &str) {
        self.app.open_matter().unwrap().matter.edit_behind_the_back(sql).unwrap();
    }

    /// Every text and every original in the database, one after the other.
    pub fn everything_stored(&self) -> String {
        self.app.open_matter().unwrap().matter.everything_stored().unwrap()
    }

    /// Names of what lies beside the matter, sorted.
    pub fn beside(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// A file of the sample matter.
pub fn sample(name: &str) -> Vec<u8> {
    // Its pictures take a while to draw.
    static SAMPLE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SAMPLE.get_or_init(joinder_tests::sample::make)[name].clone()
}

/// A plain message that is not the notice.
pub fn letter(to: &str, words: &str) -> String {
    format!(
        "From: Gwen <gwen@example.org>\r\nTo: {to}\r\nSubject: {words}\r\nDate: Thu, 4 Nov 2021 10:00:00 +0000\r\n\
         Message-ID: <{words}@example.org>\r\n\r\nDear friend, {words}.\r\n"
    )
}
