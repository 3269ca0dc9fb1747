//! What went wrong, in words that say what to do.

use serde::Serialize;

use crate::text::{self, Values};

/// A refusal or failure: a code, what is wrong, and what to do about it.
///
/// The texts come from `assets/locale`; they hold no personal data unless the person just typed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AppError"))]
#[error("{message} {fix}")]
pub struct Error {
    /// A stable short name, such as `wrong-passphrase`.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
    /// Fields to correct, when a form was refused.
    pub problems: Vec<Problem>,
}

/// One thing to correct or to look at in a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProblemView"))]
pub struct Problem {
    /// Where: a path such as `contact.emails[0].address`.
    pub field: String,
    /// A stable short name.
    pub code: String,
    /// Whether it stops the record from being saved.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub fix: String,
}

/// Whether a problem stops a record from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ProblemSeverity"))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It cannot be saved.
    Error,
    /// It is saved, and shown.
    Warning,
}

impl Error {
    /// The error `code`, in the words of the catalogue.
    pub fn new(code: &str) -> Self {
        Self::with(code, &[])
    }

    /// The error `code`, its words completed by `values`.
    pub fn with(code: &str, values: &[(&str, &str)]) -> Self {
        Self {
            code: code.to_owned(),
            message: text::text(&format!("err-{code}"), values),
            fix: text::text(&format!("fix-{code}"), values),
            problems: Vec::new(),
        }
    }

    /// A form that was refused because of `problems`.
    pub fn refused(problems: Vec<Problem>) -> Self {
        Self { problems, ..Self::new("not-valid") }
    }
}

impl Problem {
    /// A problem of `field` in the words of the catalogue.
    pub fn new(field: &str, code: &str, severity: Severity, values: &Values) -> Self {
        let text = |prefix: &str| {
            let key = format!("{prefix}-{code}");
            text::find(&key, values).unwrap_or(key)
        };
        Self {
            field: field.to_owned(),
            code: code.to_owned(),
            severity,
            message: text("err"),
            fix: text("fix"),
        }
    }
}

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<joinder_store::Error> for Error {
    fn from(error: joinder_store::Error) -> Self {
        Self::new(error.code())
    }
}
