//! Taking claimants in, and listing them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What to take in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Claimants from a CSV file or workbook: all rows that are right, as one change (docs/import.md)
    Claimants(Sheet),
    /// Emails, PDFs and pictures
    Evidence {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Whose they are, when that is known
        #[arg(long, value_name = "NUMBER")]
        claimant: Option<String>,
    },
    /// List the imports that were made, or show one
    List {
        /// The import's number
        id: Option<i64>,
    },
    /// Take an import back, as far as nobody has worked on its claimants since
    Undo {
        /// The import's number
        id: i64,
    },
}

/// A spreadsheet of claimants, and how it is taken.
#[derive(Debug, Args)]
pub struct Sheet {
    /// The CSV file or workbook
    pub file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    pub dry_run: bool,
    /// Where to write what is to be corrected; beside FILE if not given
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
    /// Where to write the rows to correct in the columns of FILE, to be imported again
    #[arg(long, value_name = "FILE")]
    pub faults: Option<PathBuf>,
    /// The sheet of a workbook
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What a column means, such as "Joined=episode 1 start", or "Notes=-" to leave it out
    #[arg(long, value_name = "HEADING=MEANING", value_parser = pair)]
    pub column: Vec<(String, String)>,
    /// What to do about damage by spreadsheets, such as zero-lost=mend; COLUMN:KIND=WAY for one column
    #[arg(long, value_name = "KIND=WAY", value_parser = pair)]
    pub doubt: Vec<(String, String)>,
    /// Put right whatever damage by spreadsheets can be put right
    #[arg(long)]
    pub mend: bool,
    /// Change claimants who are there already, found by this
    #[arg(long, value_enum, value_name = "KEY")]
    pub update_by: Option<UpdateBy>,
}

/// By what rows find claimants who are there already.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum UpdateBy {
    /// By the reference of whoever supplied the record
    Reference,
    /// By the claimant's number
    Number,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
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
