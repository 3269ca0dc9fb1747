//! What is missing before claims are issued, and who stands behind a file.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What is missing, and who stands behind a file.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Ready {
    /// Record somebody's word
    #[command(subcommand)]
    pub word: Option<Word>,
    /// Claimants' numbers; every claimant if none is given
    pub numbers: Vec<String>,
}

/// Somebody's word for a file.
#[derive(Debug, Subcommand)]
pub enum Word {
    /// Record that a claimant approved a file that was made for approval
    Approve {
        /// The claimant's number
        number: String,
        /// The file
        file: PathBuf,
        /// Who approved it; the claimant, or whoever acts for the claimant
        #[arg(long, value_name = "NAME")]
        by: String,
        /// On which day, such as 2026-11-25
        #[arg(long, value_name = "DATE")]
        on: String,
        /// How: signed on paper, by email, by telephone
        #[arg(long, value_name = "TEXT")]
        how: String,
    },
    /// Sign a file off; only an authorised person can
    SignOff {
        /// The claimant's number
        number: String,
        /// SHA-256 of the file
        sha256: String,
    },
    /// Take an approval or a sign-off back
    Withdraw {
        /// The claimant's number
        number: String,
        /// SHA-256 of the file
        sha256: String,
        /// Whose word: claimant or authorised-person
        #[arg(long, default_value = "claimant")]
        role: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}
