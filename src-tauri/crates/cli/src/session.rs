//! The program with a matter open, as the options of the command line ask.

use std::path::{Path, PathBuf};

use joinder_app::{App, Error, Job, Result};
use serde_json::{Value, json};

use crate::args::Common;
use crate::{passphrase, progress};

/// The program, with a job that shows its progress.
pub struct Session {
    app: App,
    job: Job,
}

impl Session {
    /// The program without a matter.
    pub fn new() -> Self {
        Self { app: App::new(config_folder()), job: progress::job() }
    }

    /// The program with the matter of `common` open.
    ///
    /// # Errors
    /// `no-matter` when none is named, and whatever unlocking refuses.
    pub fn open(common: &Common) -> Result<Self> {
        let folder = common.matter.as_deref().ok_or_else(|| Error::new("no-matter"))?;
        let session = Self::new();
        let sign_in = session.sign_in(folder, common.person.as_deref())?;
        let passphrase = passphrase::existing(common.passphrase_file.as_deref())?;
        session.call(
            "matter.unlock",
            json!({ "folder": folder, "sign_in": sign_in, "passphrase": passphrase }),
        )?;
        Ok(session)
    }

    /// Runs a command and gives its output.
    ///
    /// # Errors
    /// Whatever the command refuses.
    pub fn call(&self, name: &str, payload: Value) -> Result<Value> {
        // Until a matter is open there is nothing to put away, and a question for a passphrase is left at once.
        if !name.starts_with("matter.") {
            progress::stop_on_request(&self.job);
        }
        let mut applied = self.app.dispatch(name, payload, &self.job)?;
        Ok(applied.get_mut("output").map(Value::take).unwrap_or_default())
    }

    /// Who opens a matter, where only one person can or one is named.
    ///
    /// # Errors
    /// `which-person`; those of reading the folder.
    pub fn sign_in(&self, folder: &Path, given: Option<&str>) -> Result<String> {
        if let Some(given) = given {
            return Ok(given.to_owned());
        }
        let holders = self.call("matter.keyholders", json!({ "folder": folder }))?;
        match holders.as_array().map(Vec::as_slice) {
            Some([only]) => Ok(only.get("sign_in").and_then(Value::as_str).unwrap_or_default().to_owned()),
            _ => Err(Error::new("which-person")),
        }
    }
}

/// Where settings are kept: the XDG configuration folder, or the platform's own.
fn config_folder() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("JOINDER_CONFIG")
        .or_else(|| variable("XDG_CONFIG_HOME").map(|home| home.join("joinder")))
        .or_else(|| variable("APPDATA").map(|home| home.join("joinder")))
        .or_else(|| variable("HOME").map(|home| home.join(".config").join("joinder")))
        .unwrap_or_else(|| PathBuf::from(".joinder"))
}
