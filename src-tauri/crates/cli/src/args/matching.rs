//! Who is there twice, and who stands in the way.

use std::path::PathBuf;

use clap::Args;

/// Where to look for people who are there twice.
#[derive(Debug, Args)]
pub struct Duplicates {
    /// CSV file; nothing of it is kept. The matter's claimants if not given
    pub file: Option<PathBuf>,
    /// List what waits for a decision without searching
    #[arg(long, conflicts_with = "file")]
    pub list: bool,
    /// Another CSV file: find who is in both
    #[arg(long, value_name = "FILE", requires = "file")]
    pub link: Option<PathBuf>,
    /// The least score that is called a match
    #[arg(long, value_name = "SHARE", default_value_t = 0.95)]
    pub threshold: f64,
    /// List pairs below the threshold down to this score too
    #[arg(long, value_name = "SHARE")]
    pub floor: Option<f64>,
    /// What a column means, such as "Nachname=family", or "Nachname=-" to leave it out
    #[arg(long, value_name = "HEADING=MEANING")]
    pub column: Vec<String>,
}

/// Somebody to look for.
#[derive(Debug, Args)]
pub struct Conflict {
    /// Name of a person or organisation
    pub name: Option<String>,
    /// Email address
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Telephone number
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// Address or postcode
    #[arg(long, value_name = "TEXT")]
    pub address: Option<String>,
}
