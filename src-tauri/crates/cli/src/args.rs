//! The words of the command line.

mod backup;
mod bundle;
mod claimant;
mod classify;
mod evidence;
mod insight;
mod journal;
mod matching;
mod matter;
mod packet;
mod profile;
mod ready;
mod redact;
mod register;
mod right;
mod rules;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use backup::Backup;
pub use bundle::{Bundle, Check, Form, Split};
pub use claimant::{Import, List, Order, Sheet, UpdateBy};
pub use classify::{Classify, Override, Runs};
pub use evidence::{Consensus, Evidence, Inspect, Key, Which};
pub use insight::Insight;
pub use journal::{Correspondence, Note, Task};
pub use matching::{Conflict, Duplicates};
pub use matter::{Audit, New, People};
pub use packet::{Invite, InviteWhat, Packet, Transfer};
pub use profile::Profile;
pub use ready::{Ready, Word};
pub use redact::Redact;
pub use register::{
    Export as RegisterExport, Kind as RegisterKind, Register, Template as RegisterTemplate,
    Validate as RegisterValidate,
};
pub use right::Rights;
pub use rules::Rules;

/// Takes claimants and their evidence in, classifies them, and prints claim bundles.
#[derive(Debug, Parser)]
#[command(name = "joinder", version, after_help = EXIT)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT: &str = "\
Exit statuses:
  0  done
  1  refused or failed; the message says what to do
  2  the command line was not understood
  3  the matter could not be unlocked
  4  done in part: some rows, files or bundles need attention
  5  the audit found that something was altered
  6  there was nothing to check or to do
  7  stopped on request

The passphrase comes from a prompt, from --passphrase-file or from the environment
variable JOINDER_PASSPHRASE; never from an argument, which other users could read.";

/// Options of every command.
#[derive(Debug, Args)]
pub struct Common {
    /// Folder of the matter
    #[arg(long, global = true, env = "JOINDER_MATTER", value_name = "DIR")]
    pub matter: Option<PathBuf>,
    /// Your sign-in name; not needed when only one person can open the matter
    #[arg(long, global = true, env = "JOINDER_PERSON", value_name = "NAME")]
    pub person: Option<String>,
    /// File whose first line is the passphrase
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Print JSON instead of text
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new matter and print its recovery key once
    New(New),
    /// Take claimants or evidence in
    #[command(subcommand)]
    Import(Import),
    /// List claimants
    List(List),
    /// Show one claimant with classification and reasons
    Show {
        /// The claimant's number
        number: String,
    },
    /// Write a note beside a record, or list its notes
    Note(Note),
    /// Add a task to a record, tick one off, or list them
    Task(Task),
    /// Log a letter, mail or call beside a record, note that the answer came, or list what was logged
    Correspondence(Correspondence),
    /// Classify every claimant of the matter again, or those of a JSON file without a matter
    Classify(Classify),
    /// Say otherwise than a computed answer, beside it and never in its place
    #[command(subcommand)]
    Override(Override),
    /// Make a profile for another matter, and say what is wrong with one (docs/profile.md)
    #[command(subcommand)]
    Profile(Profile),
    /// Read, check and compare rule sets (docs/rule-format.md)
    #[command(subcommand)]
    Rules(Rules),
    /// Show every time limit of the matter by day and cause, or write it as a calendar
    Calendar {
        /// File to write, ending in .ics, .pdf or .csv
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write claim bundles, letters and packs, or show what one would hold
    Bundle(Bundle),
    /// Show what is missing before claims are issued, and record who stands behind a file
    Ready(Ready),
    /// Number claimants, check the register, seal it, compare it, write it out (docs/register.md)
    #[command(subcommand)]
    Register(Register),
    /// Mark what is blacked out of an original in the public version, take marks back, or list them
    Redact(Redact),
    /// Write a finished bundle as several files with one pagination
    Split(Split),
    /// Hold finished papers, ours or another program's, against the rules for them
    #[command(subcommand)]
    Check(Check),
    /// Look at evidence, check it, write it out
    #[command(subcommand)]
    Evidence(Evidence),
    /// Write an invitation for claimants to register with
    Invite(Invite),
    /// Seal, receive, look at and decide about packets (docs/packet.md)
    #[command(subcommand)]
    Packet(Packet),
    /// Send claimants between two copies of a matter: a laptop at a meeting, the office (docs/transfer.md)
    #[command(subcommand)]
    Transfer(Transfer),
    /// Say how to get the original of an email, or write it as a PDF to send to a claimant
    Howto {
        /// Mail program or provider, such as gmail; lists them if not given
        provider: Option<String>,
        /// Write a PDF
        #[arg(long, value_name = "FILE", requires = "provider")]
        out: Option<PathBuf>,
        /// List first what suits this address
        #[arg(long, value_name = "ADDRESS", conflicts_with = "provider")]
        r#for: Option<String>,
    },
    /// Find people who are there twice: in the matter, in a CSV file, or between two files (docs/duplicates.md)
    Duplicates(Duplicates),
    /// Make two records one; `joinder unmerge` makes them two again at any time
    Merge {
        /// Number of the record that is kept
        kept: String,
        /// Number of the record that goes into it
        lost: String,
        /// Field on which the other's word is taken, such as identity.surname
        #[arg(long, value_name = "FIELD")]
        take: Vec<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Make merged records two again, or list what was merged
    Unmerge {
        /// The merge's number; lists them if not given
        #[arg(requires = "reason")]
        id: Option<u32>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Say that two records are of two people; it is not asked again
    NotSame {
        /// Number of the one
        a: String,
        /// Number of the other
        b: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// Ask again after all
        #[arg(long)]
        reopen: bool,
    },
    /// Look for somebody among everybody in the matter and keep the search; lists the searches if nobody is named
    Conflict(Conflict),
    /// Show who was told and who was not, which list fits, what was never answered, what people lost
    Insight(Insight),
    /// Look after the audit
    #[command(subcommand)]
    Audit(Audit),
    /// Copy the matter, see whether a copy can be relied on, bring one back (docs/rights.md)
    #[command(subcommand)]
    Backup(Backup),
    /// Write what is held about one person, list whose time is over, hold, erase (docs/rights.md)
    #[command(subcommand)]
    Rights(Rights),
    /// See and change who works on the matter
    #[command(subcommand)]
    People(People),
    /// Take the fictional sample matter through the whole job
    Demo {
        /// Folder to work in; DIR/matter and DIR/bundles are made
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Run any command of the program with JSON
    Call {
        /// Its name, such as claimant.get; see --list
        #[arg(required_unless_present = "list")]
        name: Option<String>,
        /// Its input as JSON; - reads standard input
        #[arg(default_value = "{}")]
        input: String,
        /// List every command
        #[arg(long)]
        list: bool,
    },
    /// Print shell completions
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Write the manual pages
    Man {
        /// Folder to write them into
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    #[test]
    fn no_word_of_the_command_line_stands_for_two_things() {
        Cli::command().debug_assert();
    }
}
