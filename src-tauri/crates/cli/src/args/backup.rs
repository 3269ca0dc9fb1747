//! Words for copies of the matter.

use std::path::PathBuf;

use clap::Subcommand;

/// Copies of the matter.
#[derive(Debug, Subcommand)]
pub enum Backup {
    /// Copy the matter into a folder of its own, encrypted as it is, and open the copy to check it
    Make {
        /// Folder in which the copy gets its folder; the place that was chosen if not given
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// List the copies, and say where this machine puts them
    List,
    /// Say where this machine puts copies
    Place {
        /// Folder, on another disk if you can
        folder: PathBuf,
        /// Make a copy each time the window is closed
        #[arg(long)]
        on_close: bool,
    },
    /// Rehearse: open a copy with a passphrase and check every page, original and audit entry in it
    Check {
        /// The copy's folder
        copy: PathBuf,
    },
    /// Bring a copy back into a new or empty folder; the copy stays as it is
    Restore {
        /// The copy's folder
        copy: PathBuf,
        /// Folder for the matter
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
}
