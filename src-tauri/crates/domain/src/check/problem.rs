//! What a check found: where, which rule, how bad.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::date::DateProblem;

/// One thing that is wrong or doubtful in a claimant's record. Nothing is put right by itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Problem {
    /// The field, as a path into the record: `contact.emails[0].address`.
    pub field: String,
    /// The code: `err-` and `fix-` before it name the two texts in the Fluent catalogue `check.ftl`.
    pub code: &'static str,
    /// Whether the record can be saved.
    pub severity: ProblemSeverity,
    /// Named values that stand in the texts; may hold what the person wrote, so never logged.
    pub args: BTreeMap<String, String>,
}

/// Whether a record with the problem can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ProblemSeverity {
    /// It cannot be saved like this.
    Error,
    /// It is saved, and the problem is shown.
    Warning,
}

impl Problem {
    /// A date as written that cannot be read; the record cannot be saved with it.
    pub fn date(field: impl Into<String>, problem: &DateProblem) -> Self {
        let severity = ProblemSeverity::Error;
        Self { field: field.into(), code: problem.code(), severity, args: problem.args() }
    }

    /// The record cannot be saved like this.
    pub fn is_error(&self) -> bool {
        self.severity == ProblemSeverity::Error
    }
}

/// Collects problems under a path.
pub(super) struct Problems {
    found: Vec<Problem>,
}

impl Problems {
    pub fn new() -> Self {
        Self { found: Vec::new() }
    }

    pub fn error(&mut self, field: impl Into<String>, code: &'static str, args: &[(&str, String)]) {
        self.add(field.into(), code, ProblemSeverity::Error, args);
    }

    pub fn warn(&mut self, field: impl Into<String>, code: &'static str, args: &[(&str, String)]) {
        self.add(field.into(), code, ProblemSeverity::Warning, args);
    }

    fn add(&mut self, field: String, code: &'static str, severity: ProblemSeverity, args: &[(&str, String)]) {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.found.push(Problem { field, code, severity, args });
    }

    pub fn into_sorted(mut self) -> Vec<Problem> {
        self.found.sort_by(|a, b| (a.severity, &a.field, a.code).cmp(&(b.severity, &b.field, b.code)));
        self.found.dedup();
        self.found
    }
}
