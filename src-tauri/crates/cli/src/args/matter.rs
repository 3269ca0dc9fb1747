//! A new matter, who works on it, and its audit.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// A new matter.
#[derive(Debug, Args)]
pub struct New {
    /// Name of the matter, such as "Labour Party data breach 2021"
    #[arg(long)]
    pub name: String,
    /// What kind of matter it is: a built-in profile, or a folder that holds one
    #[arg(long, default_value = "labour-2021")]
    pub profile: String,
    /// Your sign-in name
    #[arg(long, value_name = "NAME")]
    pub sign_in: String,
    /// Your full name, as the audit shows it
    #[arg(long, value_name = "NAME")]
    pub full_name: String,
}

/// Who works on the matter.
#[derive(Debug, Subcommand)]
pub enum People {
    /// List them
    List,
    /// Let another person in; asks for their first passphrase
    Add {
        /// Their sign-in name
        sign_in: String,
        /// Their full name
        #[arg(long)]
        full_name: String,
        /// paralegal, coordinator, authorised-person or auditor
        #[arg(long, default_value = "paralegal")]
        role: String,
        /// File whose first line is their first passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// End a person's access
    Remove {
        /// Their sign-in name
        sign_in: String,
    },
    /// Change your own passphrase
    Passphrase {
        /// File whose first line is the new passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
}

/// Looking after the audit.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check that nothing was altered behind Joinder's back
    Verify,
    /// List who did what, newest first
    List {
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
}
