//! Passphrases: from a prompt, a file or the environment, never from an argument.

use std::path::Path;

use joinder_app::{Error, Result};

const VARIABLE: &str = "JOINDER_PASSPHRASE";

/// The passphrase of whoever unlocks a matter.
///
/// # Errors
/// `unreadable-file` for a file that cannot be read, `no-passphrase` when there is nobody to ask.
pub fn existing(file: Option<&Path>) -> Result<String> {
    given(file)?.map_or_else(|| ask("Passphrase: "), Ok)
}

/// A new passphrase, asked twice.
///
/// # Errors
/// As [`existing`], and `passphrases-differ`.
pub fn new(file: Option<&Path>) -> Result<String> {
    if let Some(passphrase) = given(file)? {
        return Ok(passphrase);
    }
    asked_twice()
}

/// A new passphrase that the environment does not give, because that one is the old one's.
///
/// # Errors
/// As [`new`].
pub fn another(file: Option<&Path>) -> Result<String> {
    match file {
        Some(file) => first_line(file),
        None => asked_twice(),
    }
}

fn given(file: Option<&Path>) -> Result<Option<String>> {
    match file {
        Some(file) => first_line(file).map(Some),
        None => Ok(std::env::var(VARIABLE).ok()),
    }
}

fn first_line(file: &Path) -> Result<String> {
    let text = std::fs::read_to_string(file).map_err(|_| Error::new("unreadable-file"))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn asked_twice() -> Result<String> {
    let first = ask("New passphrase: ")?;
    if ask("The same again: ")? == first { Ok(first) } else { Err(Error::new("passphrases-differ")) }
}

fn ask(prompt: &str) -> Result<String> {
    rpassword::prompt_password(prompt).map_err(|_| Error::new("no-passphrase"))
}
