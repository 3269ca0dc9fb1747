//! Words for what people may ask of whoever holds their data.

use std::path::PathBuf;

use clap::Subcommand;

/// What people may ask, and what keeps or ends a record.
#[derive(Debug, Subcommand)]
pub enum Rights {
    /// Write everything held about one person into a folder: a PDF, and files for programs
    Access {
        /// The claimant's number
        number: String,
        /// Folder to write: new or empty
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Put the firm's own assessment in as well
        #[arg(long)]
        with_assessment: bool,
    },
    /// List whose time is over by the retention rules of the profile; nothing goes by itself
    Due,
    /// Keep a record, or every one, until the hold is ended; lists the holds if no reason is given
    Hold {
        /// The claimant's number; everybody if not given
        number: Option<String>,
        /// Why
        #[arg(long, value_name = "TEXT", requires = "review")]
        reason: Option<String>,
        /// Day on which somebody looks again
        #[arg(long, value_name = "DATE")]
        review: Option<String>,
    },
    /// End a hold
    Release {
        /// The hold's number
        id: u32,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Erase a person for good; a number, a reason and the audit's hashes stay. Lists who was erased if nobody is named
    Erase {
        /// The claimant's number
        #[arg(requires = "reason", requires = "confirm")]
        number: Option<String>,
        /// Why; it is kept, so it should not repeat what the record said
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        /// The reference once more, such as C-000012
        #[arg(long, value_name = "REFERENCE")]
        confirm: Option<String>,
    },
}
