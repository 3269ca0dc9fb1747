//! Answers, the rules behind them, and what people say beside them.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What to classify, and by which rules.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Classify {
    /// Rules that were adopted, and the answers under them
    #[command(subcommand)]
    pub runs: Option<Runs>,
    /// Claimants as JSON (docs/claimant-json.md); - reads standard input. Nothing is kept
    #[arg(group = "how")]
    pub file: Option<PathBuf>,
    /// Another rule set than the one in force (docs/rule-format.md)
    #[arg(long, value_name = "FILE", requires = "how")]
    pub rules: Option<PathBuf>,
    /// Say who would move under other rules, or with another day of the incident; nothing is changed
    #[arg(long, group = "how")]
    pub what_if: bool,
    /// Put the rules in force and freeze everyone's answers under them
    #[arg(long, group = "how", requires = "reason")]
    pub adopt: bool,
    /// Why they are adopted
    #[arg(long, value_name = "TEXT", requires = "adopt")]
    pub reason: Option<String>,
    /// Write who would move into a workbook (.xlsx) or a CSV file
    #[arg(long, value_name = "FILE", visible_alias = "csv", requires = "what_if")]
    pub out: Option<PathBuf>,
    /// The day of the classification, such as 2026-11-23; today if not given
    #[arg(long, value_name = "DATE", requires = "file")]
    pub today: Option<String>,
    /// Another day of the incident
    #[arg(long, value_name = "DATE", visible_alias = "incident-date", requires = "how")]
    pub incident: Option<String>,
}

/// Rules that were adopted.
#[derive(Debug, Subcommand)]
pub enum Runs {
    /// List the rules that were adopted, or show one run
    Runs {
        /// The run's number
        id: Option<u32>,
        /// Show this claimant's answer as it was in the run
        #[arg(long, value_name = "NUMBER", requires = "id")]
        claimant: Option<String>,
    },
}

/// What people say beside an answer.
#[derive(Debug, Subcommand)]
pub enum Override {
    /// Say otherwise than the computed answer
    Set {
        /// The claimant's number
        number: String,
        /// status, notice, cohort or outcome
        axis: String,
        /// A code of that axis, such as HOLD_REVIEW
        code: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Agree, as the second person, that a claimant is declined
    Confirm {
        /// The claimant's number
        number: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Take back what was said
    Withdraw {
        /// The claimant's number
        number: String,
        /// status, notice, cohort or outcome
        axis: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// List claimants of whom something is said
    List {
        /// Only what a second person has to confirm
        #[arg(long, conflicts_with = "fresh_look")]
        second_person: bool,
        /// Only where the answer has changed since
        #[arg(long)]
        fresh_look: bool,
    },
}
