//! Taking claimants in, and listing them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What to take in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Claimants from a CSV file
    Claimants {
        /// The file
        file: PathBuf,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
        /// Where to write rows that could not be taken; beside FILE if not given
        #[arg(long, value_name = "FILE")]
        errors: Option<PathBuf>,
    },
    /// Emails, PDFs and pictures
    Evidence {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Whose they are, when that is known
        #[arg(long, value_name = "NUMBER")]
        claimant: Option<String>,
    },
}

/// Which claimants to list.
#[derive(Debug, Args)]
pub struct List {
    /// Words to look for: names, email addresses, numbers
    pub text: Vec<String>,
    /// Status at the incident, by code
    #[arg(long)]
    pub status: Option<String>,
    /// How well the notice is proved, by code
    #[arg(long)]
    pub notice: Option<String>,
    /// Suggested outcome, by code
    #[arg(long)]
    pub outcome: Option<String>,
    /// Flag, by code
    #[arg(long)]
    pub flag: Option<String>,
    /// A condition, such as state=in-review,ready or missing=address or evidence-text="private and confidential"
    #[arg(long = "where", value_name = "ON=VALUES", value_parser = condition)]
    pub conditions: Vec<(String, Vec<String>)>,
    /// File to write the whole list into, ending in .csv or .xlsx
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Order
    #[arg(long, value_enum, default_value_t = Order::Name)]
    pub sort: Order,
    /// At most this many
    #[arg(long, default_value_t = 50)]
    pub limit: usize,
}

/// What a condition looks at and its values; words to look for are one value, whatever is in them.
fn condition(text: &str) -> Result<(String, Vec<String>), String> {
    let (on, any) = text.split_once('=').ok_or("expected ON=VALUES, such as state=ready")?;
    let any = match on {
        "evidence-text" | "tag" => vec![any.to_owned()],
        _ => any.split(',').map(str::to_owned).collect(),
    };
    Ok((on.to_owned(), any))
}

/// Order of a list.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Order {
    /// By surname
    Name,
    /// By number
    Number,
    /// By status
    Status,
    /// By notice
    Notice,
    /// By suggested outcome
    Outcome,
    /// By last change
    Updated,
}
