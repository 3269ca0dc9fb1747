//! Words for originals: looked at, checked, written out, removed.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// What to do with evidence.
#[derive(Debug, Subcommand)]
pub enum Evidence {
    /// Say what files say, without a matter: dates, path, recipients, signatures, marks and grade
    Inspect(Inspect),
    /// Show what all copies of the notice in the matter prove together
    Consensus(Consensus),
    /// List evidence
    List {
        /// Words to look for in names, headers, texts and what OCR read
        text: Vec<String>,
        /// That of a claimant
        #[arg(long, value_name = "NUMBER")]
        claimant: Option<String>,
        /// unassigned or set-aside
        #[arg(long, value_name = "STATE", conflicts_with = "claimant")]
        state: Option<String>,
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// Open an original: check it, audit that it was opened, and say what it says
    Show {
        /// The item, such as E-000012
        item: String,
    },
    /// Look through a mailbox and list what bears on the matter; takes nothing
    Scan {
        /// Mailbox file (mbox), Maildir folder, or ZIP archive with mailboxes in it
        mailbox: PathBuf,
        /// Another domain of the other side; may be given more than once
        #[arg(long, value_name = "DOMAIN")]
        domain: Vec<String>,
    },
    /// Take messages of a mailbox: those with the marks of the notice, or those that are chosen
    Take {
        /// The mailbox, as for scan
        mailbox: PathBuf,
        /// A message by its place in the mailbox, as scan lists it; may be given more than once
        #[arg(long = "message", value_name = "N", conflicts_with = "listed")]
        messages: Vec<u64>,
        /// Everything that scan lists
        #[arg(long)]
        listed: bool,
        /// Another domain of the other side; may be given more than once
        #[arg(long, value_name = "DOMAIN")]
        domain: Vec<String>,
        /// Whose they are, when that is known
        #[arg(long, value_name = "NUMBER")]
        claimant: Option<String>,
    },
    /// Check originals against the fingerprints taken when they were received
    Verify(Which),
    /// Write originals with SHA256SUMS, a manifest and a custody report
    Export {
        /// Which originals
        #[command(flatten)]
        which: Which,
        /// Folder to write; it must be new or empty
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Keep DKIM keys in the matter and check signatures with them; none is ever looked up
    #[command(subcommand)]
    Key(Key),
    /// Read the text of pictures and scans, where Tesseract is installed
    Ocr(Which),
    /// Say what a person can see in a picture or print
    Confirm {
        /// The item, such as E-000012
        item: String,
        /// The recipient's address that can be seen
        #[arg(long, default_value = "")]
        recipient: String,
        /// The day that can be seen, such as 2021-11-03
        #[arg(long, default_value = "")]
        date: String,
    },
    /// Remove for good an item that was taken in by mistake and set aside
    Remove {
        /// The item, such as E-000012
        item: String,
        /// Why; this is kept
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// List what is left of removed items
    Removed,
}

/// What to do with keys.
#[derive(Debug, Subcommand)]
pub enum Key {
    /// Add the keys in a text, and check signatures again
    Add {
        /// A text file with DKIM keys: TXT records as a zone file or a look-up tool gives them
        #[arg(value_name = "TXT")]
        file: PathBuf,
        /// The signing domain, for a record that does not name it
        #[arg(long, default_value = "")]
        domain: String,
        /// The selector, for a record that does not name it
        #[arg(long, default_value = "")]
        selector: String,
        /// The first day on which it is known to have been published, such as 2021-10-01
        #[arg(long, value_name = "DAY", default_value = "")]
        from: String,
        /// The last such day
        #[arg(long, value_name = "DAY", default_value = "")]
        until: String,
        /// Where it was kept, such as "the exhibit of a witness statement"
        #[arg(long, value_name = "TEXT", default_value = "")]
        source: String,
    },
    /// List the keys that were added to the matter
    List,
    /// Take a key out of the matter, and check signatures again
    Remove {
        /// The signing domain
        domain: String,
        /// The selector
        selector: String,
    },
}

/// Which items.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Which {
    /// Items, such as E-000012
    #[arg(value_name = "ITEM")]
    pub items: Vec<String>,
    /// Those of a claimant
    #[arg(long, value_name = "NUMBER")]
    pub claimant: Option<String>,
    /// Every item
    #[arg(long)]
    pub all: bool,
}

/// What all copies of the notice show together.
#[derive(Debug, Args)]
pub struct Consensus {
    /// Show this evidence item beside the canonical notice
    #[arg(long, value_name = "ID")]
    pub diff: Option<String>,
    /// Write an annex for a witness statement (.pdf) or a table (.csv)
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Work the canonical notice out again first, and grade by it
    #[arg(long)]
    pub run: bool,
}

/// Files to look at.
#[derive(Debug, Args)]
pub struct Inspect {
    /// Emails, PDFs, pictures, or folders of them
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// An address that the claimant declared; may be given several times, or several with commas
    #[arg(long, value_name = "ADDR", value_delimiter = ',')]
    pub address: Vec<String>,
    /// A text file with DKIM keys (TXT records); may be given several times
    #[arg(long, value_name = "TXT")]
    pub key_file: Vec<PathBuf>,
    /// The profile whose marks are looked for
    #[arg(long, default_value = "labour-2021")]
    pub profile: String,
}
