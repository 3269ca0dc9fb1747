//! Rule sets: in force, or given as a file.

use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;

use joinder_domain::code::Code;
use joinder_domain::profile::{Profile, ProfileError, ProfileProblem};
use joinder_domain::rules::words::{self, CodeExplained, Difference, RuleSentences};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::date;
use crate::error::{Error, Problem, Result, Severity};
use crate::profile;

/// The profile that is used while no matter is open.
const BUILT_IN: &str = "labour-2021";

/// A rule set of some hundred rules takes a hundred kilobytes.
const BYTES_MOST: u64 = 4 * 1024 * 1024;

/// A rule set as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleFile {
    /// The file's name, as errors show it.
    pub name: String,
    /// Its text (TOML).
    pub text: String,
}

/// Where a rule set lies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RulePath"))]
pub struct RulePath {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
}

/// Reads a file that a person chose, as it is: whether it is a rule set is for whoever uses it to say.
///
/// # Errors
/// `rules-unreadable`.
pub(crate) fn read(_: Context<'_>, input: RulePath) -> Result<Applied<RuleFile>> {
    let unreadable = |_| Error::new("rules-unreadable");
    let mut text = String::new();
    let mut file = File::open(&input.path).map_err(unreadable)?.take(BYTES_MOST + 1);
    file.read_to_string(&mut text).map_err(unreadable)?;
    if file.limit() == 0 {
        return Err(Error::new("rules-unreadable"));
    }
    let name = input.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Applied::unchanged(RuleFile { name, text }))
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
            field: place(problem),
            code: "bad-rules".to_owned(),
            severity: Severity::Error,
            message: problem.message.clone(),
            fix: String::new(),
        })
        .collect();
    error
}

fn place(problem: &ProfileProblem) -> String {
    match (problem.line, problem.key.as_str()) {
        (0, key) => key.to_owned(),
        (line, "") => format!("line {line}, column {}", problem.column),
        (line, key) => format!("line {line}, column {}, {key}", problem.column),
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

/// A rule set to show; without a file, the one in force.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RulesWanted"))]
pub struct Wanted {
    /// The rule set.
    #[serde(default)]
    pub rules: Option<RuleFile>,
}

/// A rule set to check.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RulesCheck"))]
pub struct Check {
    /// The rule set.
    pub rules: RuleFile,
}

/// Two rule sets to compare; without a first one, the one in force.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RulesCompare"))]
pub struct Compare {
    /// The first.
    #[serde(default)]
    pub before: Option<RuleFile>,
    /// The second; the one in force when it is absent.
    #[serde(default)]
    pub after: Option<RuleFile>,
}

/// A code to explain.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RulesExplain"))]
pub struct Explain {
    /// A status, flag, tag, outcome, fact or the identifier of a rule.
    pub code: String,
    /// The rule set; without a file, the one in force.
    #[serde(default)]
    pub rules: Option<RuleFile>,
}

/// What a check of a rule set found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RulesChecked"))]
pub struct Checked {
    /// Identifier; empty when it cannot be used.
    pub id: Code,
    /// Version; 0 when it cannot be used.
    pub version: u32,
    /// SHA-256 of its content and of the data of the profile that it uses; empty when it cannot be used.
    pub sha256: String,
    /// How many rules it has.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub rules: u64,
    /// Every mistake, by line.
    pub problems: Vec<RuleProblem>,
}

/// A mistake in a rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleProblem {
    /// Line, from 1; 0 when it is about the file as a whole.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub line: u64,
    /// Column in characters, from 1; 0 when it is about the file as a whole.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub column: u64,
    /// The key, or the name of the table.
    pub key: String,
    /// What was expected and what was found.
    pub message: String,
}

fn in_sentences(context: Context<'_>, rules: Option<&RuleFile>) -> Result<RuleSentences> {
    let profile = profile_with(context, rules)?;
    Ok(words::sentences(&profile.rules, &profile, &crate::text::text))
}

pub(crate) fn sentences(context: Context<'_>, input: Wanted) -> Result<Applied<RuleSentences>> {
    Ok(Applied::unchanged(in_sentences(context, input.rules.as_ref())?))
}

pub(crate) fn check(context: Context<'_>, input: Check) -> Result<Applied<Checked>> {
    let profile = profile(context)?;
    let file = &input.rules;
    let checked = match profile.read_rules(&file.name, &file.text) {
        Ok(rules) => Checked {
            id: rules.id.clone(),
            version: rules.version,
            sha256: rules.sha256.clone(),
            rules: words::sentences(&rules, &profile, &crate::text::text)
                .sections
                .iter()
                .map(|section| section.rules.len() as u64)
                .sum(),
            problems: Vec::new(),
        },
        Err(found) => Checked {
            id: Code::default(),
            version: 0,
            sha256: String::new(),
            rules: 0,
            problems: found.problems.into_iter().map(in_place).collect(),
        },
    };
    Ok(Applied::unchanged(checked))
}

fn in_place(problem: ProfileProblem) -> RuleProblem {
    let ProfileProblem { line, column, key, message, .. } = problem;
    RuleProblem { line: line as u64, column: column as u64, key, message }
}

pub(crate) fn diff(context: Context<'_>, input: Compare) -> Result<Applied<Vec<Difference>>> {
    let before = in_sentences(context, input.before.as_ref())?;
    let after = in_sentences(context, input.after.as_ref())?;
    Ok(Applied::unchanged(words::differences(&before, &after, &crate::text::text)))
}

pub(crate) fn explain(context: Context<'_>, input: Explain) -> Result<Applied<CodeExplained>> {
    let sentences = in_sentences(context, input.rules.as_ref())?;
    let found = sentences.explain(&input.code);
    found.map(Applied::unchanged).ok_or_else(|| Error::with("no-such-code", &[("code", &input.code)]))
}
