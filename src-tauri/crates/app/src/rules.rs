//! Rule sets: in force, or given as a file.

use joinder_domain::profile::{Profile, ProfileError};
use serde::Deserialize;

use crate::command::Context;
use crate::date;
use crate::error::{Error, Problem, Result, Severity};
use crate::profile;

/// The profile that is used while no matter is open.
const BUILT_IN: &str = "labour-2021";

/// A rule set as a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleFile {
    /// The file's name, as errors show it.
    pub name: String,
    /// Its text (TOML).
    pub text: String,
}

/// The open matter's profile, or the built-in one.
pub(crate) fn profile(context: Context<'_>) -> Result<Profile> {
    match context.app.open_matter() {
        Ok(open) => Ok(open.profile.clone()),
        Err(_) => profile::read(profile::built_in(BUILT_IN)?),
    }
}

/// The same with another rule set in force.
///
/// # Errors
/// `bad-rules` with every mistake.
pub(crate) fn profile_with(context: Context<'_>, rules: Option<&RuleFile>) -> Result<Profile> {
    let profile = profile(context)?;
    match rules {
        None => Ok(profile),
        Some(file) => {
            let rules =
                profile.read_rules(&file.name, &file.text).map_err(|found| refused(&file.name, &found))?;
            Ok(profile.with_rules(rules))
        }
    }
}

/// A rule set that cannot be used, with everything that is wrong with it.
pub(crate) fn refused(name: &str, found: &ProfileError) -> Error {
    let mut error = Error::with("bad-rules", &[("file", name), ("count", &found.problems.len().to_string())]);
    error.problems = found
        .problems
        .iter()
        .map(|problem| Problem {
            field: place(problem.line, &problem.key),
            code: "bad-rules".to_owned(),
            severity: Severity::Error,
            message: problem.message.clone(),
            fix: String::new(),
        })
        .collect();
    error
}

fn place(line: usize, key: &str) -> String {
    match (line, key) {
        (0, key) => key.to_owned(),
        (line, "") => format!("line {line}"),
        (line, key) => format!("line {line}, {key}"),
    }
}

/// A day as it is typed: `2026-11-23`, or the words of a form.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn day(typed: &str) -> Result<jiff::civil::Date> {
    let words = joinder_domain::date::DateWords::default();
    joinder_domain::date::PartialDate::parse_day(typed, &words).map_err(|problem| {
        let (message, fix) = date::explain(&problem);
        Error { code: problem.code().to_owned(), message, fix, problems: Vec::new() }
    })
}
