//! Bundles, letters and packs; checking and splitting what is finished.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// Which bundles to write.
#[derive(Debug, Args)]
pub struct Bundle {
    /// Claimants' numbers
    #[arg(required_unless_present_any = ["all", "kinds", "view"])]
    pub numbers: Vec<String>,
    /// Every claimant
    #[arg(long, conflicts_with = "numbers")]
    pub all: bool,
    /// Claimants of a view that you keep, by its name
    #[arg(long, value_name = "NAME", conflicts_with_all = ["numbers", "all"])]
    pub view: Option<String>,
    /// Folder to write into; a batch that was stopped goes on where it stopped
    #[arg(long, value_name = "DIR", required_unless_present_any = ["plan", "kinds", "versions"])]
    pub out: Option<PathBuf>,
    /// What to write: claim, or a letter; see --kinds
    #[arg(long, default_value = "claim")]
    pub kind: String,
    /// List what can be written
    #[arg(long)]
    pub kinds: bool,
    /// Only show what it would hold, what is missing, and what each statement rests on
    #[arg(long, conflicts_with = "out")]
    pub plan: bool,
    /// What a claim bundle is made for
    #[arg(long, value_enum, default_value_t = Form::Draft)]
    pub form: Form,
    /// The public version of a claim bundle: nothing in it tells where the claimant lives
    #[arg(long)]
    pub public: bool,
    /// Make its page numbers stand for good: later documents go to the end; what is issued is always sealed
    #[arg(long)]
    pub seal: bool,
    /// Make files anew that are there already
    #[arg(long)]
    pub again: bool,
    /// Leave pages that are pictures as they are, even where Tesseract could read their words
    #[arg(long)]
    pub no_ocr: bool,
    /// Show the sealed versions of a claim bundle, and which page is which in them
    #[arg(long, conflicts_with_all = ["out", "plan"])]
    pub versions: bool,
    /// Write a letter as DOCX too, to be edited
    #[arg(long)]
    pub docx: bool,
    /// Write a letter as a pack too, with its schedules and exhibits
    #[arg(long)]
    pub pack: bool,
    /// The day of a letter, such as 2026-11-25; today if not given
    #[arg(long, value_name = "DATE")]
    pub dated: Option<String>,
}

/// What a claim bundle is made for.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Form {
    /// To be looked at; marked as a draft
    Draft,
    /// For the claimant to approve
    Approval,
    /// To be issued: every gate must be met
    Issue,
}

/// A bundle that is too large to be sent in one file.
#[derive(Debug, Args)]
pub struct Split {
    /// The PDF
    pub file: PathBuf,
    /// Largest file: 36 for mail to justice.gov.uk, 150 for e-judiciary, 500 elsewhere
    #[arg(long, value_name = "MB", required_unless_present = "pages")]
    pub megabytes: Option<u64>,
    /// Most pages in a file
    #[arg(long, value_name = "N", conflicts_with = "megabytes")]
    pub pages: Option<usize>,
    /// Folder to write into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// What to hold against its rules.
#[derive(Debug, Subcommand)]
pub enum Check {
    /// Hold a PDF against EB-01 to EB-17 (docs/check-bundle.md); status 4 where a rule is broken
    Bundle {
        /// The PDF
        file: PathBuf,
        /// The version that went out before: its pages must not have moved
        #[arg(long, value_name = "FILE")]
        earlier: Option<PathBuf>,
        /// The day of the hearing, such as 2026-12-01
        #[arg(long, value_name = "DATE")]
        hearing: Option<String>,
        /// Write the report as a PDF, to go out with the bundle
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
}
