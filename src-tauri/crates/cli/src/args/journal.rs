//! Words for what is written beside a record.

use clap::{Args, ValueEnum};

/// A note to write; lists the notes if nothing is written.
#[derive(Debug, Args)]
pub struct Note {
    /// The claimant's number
    pub number: String,
    /// What is worth remembering; - reads standard input
    pub text: Option<String>,
    /// Only you see it
    #[arg(long, requires = "text")]
    pub personal: bool,
}

/// A task to add or to tick off; lists the tasks if neither is asked for.
#[derive(Debug, Args)]
pub struct Task {
    /// The claimant's number
    pub number: String,
    /// What is to be done; - reads standard input
    pub text: Option<String>,
    /// By when, such as 2026-12-01
    #[arg(long, value_name = "DATE", requires = "text")]
    pub due: Option<String>,
    /// Sign-in name of whoever is to do it
    #[arg(long, value_name = "NAME", requires = "text")]
    pub r#for: Option<String>,
    /// Number of a task that is done
    #[arg(long, value_name = "TASK", conflicts_with = "text")]
    pub done: Option<i64>,
}

/// Correspondence to log, or whose answer came; lists what was logged if neither is asked for.
#[derive(Debug, Args)]
pub struct Correspondence {
    /// The claimant's number
    pub number: String,
    /// What about; - reads standard input
    #[arg(requires = "direction", requires = "on")]
    pub text: Option<String>,
    /// Which way it went
    #[arg(long, value_enum, requires = "text")]
    pub direction: Option<Direction>,
    /// How it went
    #[arg(long, value_enum, default_value_t = Means::Letter)]
    pub by: Means,
    /// With whom
    #[arg(long, value_name = "NAME", default_value = "")]
    pub with: String,
    /// On which day it went, or the answer came, such as 2026-11-25
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// Within what an answer is due
    #[arg(long, value_enum, default_value_t = Reply::None)]
    pub reply: Reply,
    /// Number of an entry whose answer came
    #[arg(long, value_name = "ENTRY", conflicts_with = "text", requires = "on")]
    pub answered: Option<i64>,
}

/// Which way correspondence went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Direction {
    /// From us
    Out,
    /// To us
    In,
}

/// How correspondence went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Means {
    /// Post
    Letter,
    /// Email
    Email,
    /// Telephone
    Phone,
    /// Face to face
    Meeting,
}

/// Within what an answer is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reply {
    /// None is due
    None,
    /// Fourteen days
    FourteenDays,
    /// Thirty days
    ThirtyDays,
    /// A calendar month
    OneMonth,
}
