//! Words for the register of claimants.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// What to do with the register.
#[derive(Debug, Subcommand)]
pub enum Register {
    /// Say how the register stands: claim forms, sealed versions, template
    Status,
    /// Enter claimants who are ready; numbers are given once and never again
    Build {
        /// Claimants' numbers; everybody if none is named
        numbers: Vec<String>,
        /// Also enter those who have consented and are not ready otherwise; the audit says what was missing
        #[arg(long)]
        unready: bool,
    },
    /// List the register as it stands, or a sealed version of it
    List {
        /// A sealed version
        #[arg(long, value_name = "N")]
        version: Option<u32>,
    },
    /// End a claimant's time on the register; the number and the line stay
    End {
        /// The claimant's number
        number: String,
        /// The last day, such as 2026-11-03
        #[arg(long, value_name = "DAY", required_unless_present = "undo")]
        on: Option<String>,
        /// Why; this is kept
        #[arg(long, value_name = "TEXT", required_unless_present = "undo", default_value = "")]
        reason: String,
        /// Take it back
        #[arg(long, conflicts_with = "on")]
        undo: bool,
    },
    /// Write something beside claimants
    Mark {
        /// Claimants' numbers
        #[arg(required = true)]
        numbers: Vec<String>,
        /// The cipher that the court allowed in place of the name
        #[arg(long, value_name = "TEXT")]
        cipher: Option<String>,
        /// Issues relied on
        #[arg(long, value_name = "TEXT")]
        issues: Option<String>,
        /// Value band
        #[arg(long, value_name = "TEXT")]
        value_band: Option<String>,
        /// Special features that anybody may read
        #[arg(long, value_name = "TEXT")]
        special_features: Option<String>,
    },
    /// Keep the court's number and day of issue of a claim form
    Form {
        /// The claim form, from 1
        form: u32,
        /// The court's claim number
        #[arg(long, value_name = "TEXT", default_value = "")]
        claim_number: String,
        /// Day of issue, such as 2026-11-03
        #[arg(long, value_name = "DAY")]
        issued: Option<String>,
    },
    /// Change settings of the register
    Settings {
        /// Claimants on one claim form
        #[arg(long, value_name = "N")]
        form_size: Option<u32>,
        /// The solicitor
        #[arg(long, value_name = "TEXT")]
        firm: Option<String>,
        /// Issues that everybody relies on
        #[arg(long, value_name = "TEXT")]
        issues: Option<String>,
        /// The court, as the title of proceedings names it
        #[arg(long, value_name = "TEXT")]
        court: Option<String>,
        /// Its division
        #[arg(long, value_name = "TEXT")]
        division: Option<String>,
        /// The defendant as a party, with the capacity in which it is sued
        #[arg(long, value_name = "TEXT")]
        defendant: Option<String>,
    },
    /// Take the lead firm's template, show it, or say what its columns hold
    Template(Template),
    /// Hold the register against the template before it goes out
    Check {
        /// A sealed version
        #[arg(long, value_name = "N")]
        version: Option<u32>,
    },
    /// Hold a register of another firm against a template; needs no matter
    Validate(Validate),
    /// Keep the register as it stands, for good
    Seal {
        /// What for, such as "Filed on 3 November"
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Say what differs between two versions
    Diff {
        /// The earlier sealed version; 0 for an empty register
        from: u32,
        /// The later one; the register as it stands if none is named
        to: Option<u32>,
    },
    /// Write the register or a list that goes with it
    Export(Export),
}

/// A template.
#[derive(Debug, Args)]
pub struct Template {
    /// The workbook; shows the one in use if not given
    pub file: Option<PathBuf>,
    /// Its sheet, where there are several
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The row that holds its headings, from 1, where it cannot be told
    #[arg(long, value_name = "N")]
    pub header_row: Option<u32>,
    /// What a column holds; "HEADING=" leaves it empty; may be given several times
    #[arg(long, value_name = "HEADING=FIELD")]
    pub map: Vec<String>,
    /// What the template says for a value of Joinder's; may be given several times
    #[arg(long, value_name = "HEADING:OURS=THEIRS")]
    pub value: Vec<String>,
    /// Go back to columns of Joinder's own
    #[arg(long, conflicts_with_all = ["file", "map", "value"])]
    pub forget: bool,
}

/// A register to check.
#[derive(Debug, Args)]
pub struct Validate {
    /// The register: .xlsx or .csv
    pub file: PathBuf,
    /// The lead firm's template, .xlsx; the one of the matter if not given
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// The template's sheet, where there are several
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The row that holds the template's headings, from 1, where it cannot be told
    #[arg(long, value_name = "N")]
    pub header_row: Option<u32>,
    /// The row that holds the register's headings, from 1, where it cannot be told
    #[arg(long, value_name = "N")]
    pub register_header_row: Option<u32>,
}

/// A list to write.
#[derive(Debug, Args)]
pub struct Export {
    /// What to write
    #[arg(value_enum, default_value_t = Kind::Register)]
    pub kind: Kind,
    /// File to write, ending in .xlsx, .csv or .pdf
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// The version that anybody may read; usual for schedules
    #[arg(long, conflicts_with = "confidential")]
    pub public: bool,
    /// The version for the court and the parties; usual for the register
    #[arg(long)]
    pub confidential: bool,
    /// A sealed version; the register as it stands if none is named
    #[arg(long, value_name = "N")]
    pub version: Option<u32>,
    /// For changes: the earlier sealed version
    #[arg(long, value_name = "N")]
    pub from: Option<u32>,
}

/// A list that goes with the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// The register, in the lead firm's template where there is one
    Register,
    /// The schedule of claimants
    Schedule,
    /// The schedule of information
    Information,
    /// A funder's bordereau: counts alone
    Bordereau,
    /// What differs from an earlier version
    Changes,
}
