//! Rule sets.

use std::path::PathBuf;

use clap::Subcommand;

/// What to do with rule sets.
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Print a rule set as plain sentences
    Show {
        /// The file; the rule set in force if not given
        file: Option<PathBuf>,
    },
    /// Say what is wrong with a rule set: line, column, key, what was expected and what was found
    Check {
        /// The file
        file: PathBuf,
    },
    /// Say what differs between two rule sets, rule by rule
    Diff {
        /// The first
        before: PathBuf,
        /// The second; the rule set in force if not given
        after: Option<PathBuf>,
    },
    /// Explain a status, flag, tag, outcome, fact or rule, with its source
    Explain {
        /// The code
        code: String,
        /// Another rule set than the one in force
        #[arg(long, value_name = "FILE")]
        rules: Option<PathBuf>,
    },
}
