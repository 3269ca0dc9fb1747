//! What is wrong with a profile's files.

use std::fmt;

use thiserror::Error;

/// One mistake in a profile's file: where, and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProfileProblem {
    /// Name of the file.
    pub file: String,
    /// Line, counting from 1; 0 when it is about the file as a whole.
    pub line: usize,
    /// Column in characters, counting from 1; 0 when it is about the file as a whole.
    pub column: usize,
    /// The key, or the name of the table.
    pub key: String,
    /// What was expected and what was found.
    pub message: String,
}

impl fmt::Display for ProfileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        if !self.key.is_empty() {
            write!(f, ": key \"{}\"", self.key)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// A profile that cannot be used, with everything that is wrong with it, by file and line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ProfileError {
    /// At least one problem.
    pub problems: Vec<ProfileProblem>,
}
