//! A matter with a few people in it, driven as the window drives it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::path::PathBuf;

use joinder_app::{App, Clock, Error, Job};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "four unrelated short words";

pub struct Stage {
    pub temp: TempDir,
    pub app: App,
}

/// A matter that Imogen, its coordinator, has just made; on 23 November 2026.
pub fn stage() -> Stage {
    let temp = tempfile::tempdir().unwrap();
    let at = "2026-11-23T09:00:00Z".parse().unwrap();
    let app = App::at(temp.path().join("config"), Clock::Fixed(at));
    let stage = Stage { temp, app };
    stage.call(
        "matter.create",
        json!({
            "folder": stage.folder(), "name": "Labour 2021", "profile": "labour-2021", "sign_in": "imogen",
            "full_name": "Imogen Achebe", "passphrase": PASSPHRASE,
        }),
    );
    stage
}

impl Stage {
    pub fn folder(&self) -> PathBuf {
        self.temp.path().join("matter")
    }

    /// What a command answers.
    #[track_caller]
    pub fn call(&self, name: &str, input: Value) -> Value {
        self.refuse(name, input).unwrap_or_else(|error| panic!("{name}: {} {:?}", error.code, error.problems))
    }

    /// What a command answers, or why it refuses.
    pub fn refuse(&self, name: &str, input: Value) -> Result<Value, Error> {
        Ok(self.app.dispatch(name, input, &Job::quiet())?["output"].take())
    }

    /// Unlocks the matter as Imogen.
    #[track_caller]
    pub fn unlock(&self) {
        let unlock = json!({ "folder": self.folder(), "sign_in": "imogen", "passphrase": PASSPHRASE });
        self.call("matter.unlock", unlock);
    }

    /// Adds a claimant and gives the number.
    #[track_caller]
    pub fn add(&self, claimant: Value) -> u64 {
        self.call("claimant.add", json!({ "claimant": claimant }))["number"].as_u64().unwrap()
    }

    /// Everything about one claimant.
    #[track_caller]
    pub fn get(&self, number: u64) -> Value {
        self.call("claimant.get", json!({ "number": number }))
    }

    /// Changes a claimant's record.
    #[track_caller]
    pub fn edit(&self, number: u64, change: impl FnOnce(&mut Value)) {
        let record = self.get(number);
        let mut claimant = record["claimant"].clone();
        change(&mut claimant);
        self.call(
            "claimant.edit",
            json!({ "number": number, "version": record["version"], "claimant": claimant }),
        );
    }

    /// The flags of a claimant's answer.
    #[track_caller]
    pub fn flags(&self, number: u64) -> Vec<String> {
        let record = self.get(number);
        let flags = record["classification"]["flags"].as_array().unwrap();
        flags.iter().map(|flag| flag.as_str().unwrap().to_owned()).collect()
    }
}

/// A member since 2015 with this name and address.
pub fn member(forenames: &str, surname: &str, email: &str) -> Value {
    json!({
        "identity": { "forenames": forenames, "surname": surname, "date_of_birth": "1984-05-07" },
        "contact": { "emails": [{ "address": email }], "nation_at_incident": "england" },
        "episodes": [{ "kind": "member", "start": date("March 2015"), "ongoing": true }],
    })
}

/// A date as a person says it.
pub fn date(text: &str) -> Value {
    json!(text)
}
