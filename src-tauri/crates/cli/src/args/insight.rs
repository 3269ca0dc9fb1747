//! What the whole group shows.

use std::path::PathBuf;

use clap::Args;

/// What the whole group shows.
#[derive(Debug, Args)]
pub struct Insight {
    /// Folder to write a PDF, a workbook and CSV files into; small numbers are withheld in them
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Count a notice only where it is proved or supported, not where it is claimed
    #[arg(long)]
    pub proved: bool,
    /// Withhold numbers from 1 to below this in what is written
    #[arg(long, value_name = "N", default_value_t = 5, requires = "out")]
    pub threshold: u64,
    /// Leave out the claimants' numbers behind each figure
    #[arg(long, requires = "out")]
    pub without_claimants: bool,
}
