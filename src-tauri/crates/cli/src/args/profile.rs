//! Profiles: what is particular to a kind of matter.

use std::path::PathBuf;

use clap::Subcommand;

/// What to do with profiles.
#[derive(Debug, Subcommand)]
pub enum Profile {
    /// Write a built-in profile out as files, to make another of
    Write {
        /// A new or empty folder
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The built-in profile
        #[arg(long, value_name = "NAME", default_value = "labour-2021")]
        from: String,
    },
    /// Say what is wrong with a profile: file, line, key, what was expected and what was found
    Check {
        /// Its folder, or the name of a built-in one
        #[arg(value_name = "DIR")]
        profile: PathBuf,
    },
}
