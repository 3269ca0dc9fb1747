//! The words of the command line.

mod evidence;
mod packet;
mod register;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use evidence::{Consensus, Evidence, Inspect, Which};
pub use packet::{Invite, InviteWhat, Packet};
pub use register::{
    Export as RegisterExport, Kind as RegisterKind, Register, Template as RegisterTemplate,
    Validate as RegisterValidate,
};

/// Takes claimants and their evidence in, classifies them, and prints claim bundles.
#[derive(Debug, Parser)]
#[command(name = "joinder", version, propagate_version = true, after_help = EXIT)]
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
    /// Classify every claimant of the matter again, or those of a JSON file without a matter
    Classify(Classify),
    /// Say otherwise than a computed answer, beside it and never in its place
    #[command(subcommand)]
    Override(Override),
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

/// Where to look for people who are there twice.
#[derive(Debug, Args)]
pub struct Duplicates {
    /// CSV file; nothing of it is kept. The matter's claimants if not given
    pub file: Option<PathBuf>,
    /// List what waits for a decision without searching
    #[arg(long, conflicts_with = "file")]
    pub list: bool,
    /// Another CSV file: find who is in both
    #[arg(long, value_name = "FILE", requires = "file")]
    pub link: Option<PathBuf>,
    /// The least score that is called a match
    #[arg(long, value_name = "SHARE", default_value_t = 0.95)]
    pub threshold: f64,
    /// List pairs below the threshold down to this score too
    #[arg(long, value_name = "SHARE")]
    pub floor: Option<f64>,
    /// What a column means, such as "Nachname=family", or "Nachname=-" to leave it out
    #[arg(long, value_name = "HEADING=MEANING")]
    pub column: Vec<String>,
}

/// Somebody to look for.
#[derive(Debug, Args)]
pub struct Conflict {
    /// Name of a person or organisation
    pub name: Option<String>,
    /// Email address
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    /// Telephone number
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    /// Address or postcode
    #[arg(long, value_name = "TEXT")]
    pub address: Option<String>,
}

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

/// A new matter.
#[derive(Debug, Args)]
pub struct New {
    /// Name of the matter, such as "Labour Party data breach 2021"
    #[arg(long)]
    pub name: String,
    /// What kind of matter it is
    #[arg(long, default_value = "labour-2021")]
    pub profile: String,
    /// Your sign-in name
    #[arg(long, value_name = "NAME")]
    pub sign_in: String,
    /// Your full name, as the audit shows it
    #[arg(long, value_name = "NAME")]
    pub full_name: String,
}

/// What to take in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Claimants from a CSV file
    Claimants {
        /// The file
        file: PathBuf,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
        /// Where to write rows that could not be taken; beside FILE if not given
        #[arg(long, value_name = "FILE")]
        errors: Option<PathBuf>,
    },
    /// Emails, PDFs and pictures
    Evidence {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Whose they are, when that is known
        #[arg(long, value_name = "NUMBER")]
        claimant: Option<String>,
    },
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

/// What to classify, and by which rules.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Classify {
    /// Rules that were adopted, and the answers under them
    #[command(subcommand)]
    pub runs: Option<Runs>,
    /// Claimants as JSON (docs/claimant-json.md); - reads standard input. Nothing is kept
    #[arg(group = "how")]
    pub file: Option<PathBuf>,
    /// Another rule set than the one in force (docs/rule-format.md)
    #[arg(long, value_name = "FILE", requires = "how")]
    pub rules: Option<PathBuf>,
    /// Say who would move under other rules, or with another day of the incident; nothing is changed
    #[arg(long, group = "how")]
    pub what_if: bool,
    /// Put the rules in force and freeze everyone's answers under them
    #[arg(long, group = "how", requires = "reason")]
    pub adopt: bool,
    /// Why they are adopted
    #[arg(long, value_name = "TEXT", requires = "adopt")]
    pub reason: Option<String>,
    /// Write who would move into a CSV file
    #[arg(long, value_name = "FILE", requires = "what_if")]
    pub csv: Option<PathBuf>,
    /// The day of the classification, such as 2026-11-23; today if not given
    #[arg(long, value_name = "DATE", requires = "file")]
    pub today: Option<String>,
    /// Another day of the incident
    #[arg(long, value_name = "DATE", visible_alias = "incident-date", requires = "how")]
    pub incident: Option<String>,
}

/// Rules that were adopted.
#[derive(Debug, Subcommand)]
pub enum Runs {
    /// List the rules that were adopted, or show one run
    Runs {
        /// The run's number
        id: Option<u32>,
        /// Show this claimant's answer as it was in the run
        #[arg(long, value_name = "NUMBER", requires = "id")]
        claimant: Option<String>,
    },
}

/// What people say beside an answer.
#[derive(Debug, Subcommand)]
pub enum Override {
    /// Say otherwise than the computed answer
    Set {
        /// The claimant's number
        number: String,
        /// status, notice, cohort or outcome
        axis: String,
        /// A code of that axis, such as HOLD_REVIEW
        code: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Agree, as the second person, that a claimant is declined
    Confirm {
        /// The claimant's number
        number: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Take back what was said
    Withdraw {
        /// The claimant's number
        number: String,
        /// status, notice, cohort or outcome
        axis: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// List claimants of whom something is said
    List {
        /// Only what a second person has to confirm
        #[arg(long, conflicts_with = "fresh_look")]
        second_person: bool,
        /// Only where the answer has changed since
        #[arg(long)]
        fresh_look: bool,
    },
}

/// Which bundles to write.
#[derive(Debug, Args)]
pub struct Bundle {
    /// Claimants' numbers
    #[arg(required_unless_present_any = ["all", "kinds"])]
    pub numbers: Vec<String>,
    /// Every claimant
    #[arg(long, conflicts_with = "numbers")]
    pub all: bool,
    /// Folder to write into
    #[arg(long, value_name = "DIR", required_unless_present_any = ["plan", "kinds"])]
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

/// What is missing, and who stands behind a file.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Ready {
    /// Record somebody's word
    #[command(subcommand)]
    pub word: Option<Word>,
    /// Claimants' numbers; every claimant if none is given
    pub numbers: Vec<String>,
}

/// Somebody's word for a file.
#[derive(Debug, Subcommand)]
pub enum Word {
    /// Record that a claimant approved a file that was made for approval
    Approve {
        /// The claimant's number
        number: String,
        /// The file
        file: PathBuf,
        /// Who approved it; the claimant, or whoever acts for the claimant
        #[arg(long, value_name = "NAME")]
        by: String,
        /// On which day, such as 2026-11-25
        #[arg(long, value_name = "DATE")]
        on: String,
        /// How: signed on paper, by email, by telephone
        #[arg(long, value_name = "TEXT")]
        how: String,
    },
    /// Sign a file off; only an authorised person can
    SignOff {
        /// The claimant's number
        number: String,
        /// SHA-256 of the file
        sha256: String,
    },
    /// Take an approval or a sign-off back
    Withdraw {
        /// The claimant's number
        number: String,
        /// SHA-256 of the file
        sha256: String,
        /// Whose word: claimant or authorised-person
        #[arg(long, default_value = "claimant")]
        role: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
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

/// What to do with rule sets.
#[derive(Debug, Subcommand)]
pub enum Rules {
    /// Print a rule set as plain sentences
    Show {
        /// The file; the rule set in force if not given
        file: Option<PathBuf>,
    },
    /// Say what is wrong with a rule set: line, column, key, what was expected and what was found
    Check {
        /// The file
        file: PathBuf,
    },
    /// Say what differs between two rule sets, rule by rule
    Diff {
        /// The first
        before: PathBuf,
        /// The second; the rule set in force if not given
        after: Option<PathBuf>,
    },
    /// Explain a status, flag, tag, outcome, fact or rule, with its source
    Explain {
        /// The code
        code: String,
        /// Another rule set than the one in force
        #[arg(long, value_name = "FILE")]
        rules: Option<PathBuf>,
    },
}
