//! Marks of what is blacked out.

use clap::Args;

/// What is blacked out of a claimant's originals in the public version.
#[derive(Debug, Args)]
pub struct Redact {
    /// The claimant's number
    pub number: String,
    /// The evidence item, by its id or the beginning of it; lists the marks if neither an item nor --end is given
    #[arg(long, value_name = "ID", requires = "reason")]
    pub item: Option<String>,
    /// The page, from 1
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub page: u32,
    /// The place: left, top, width and height in percent of the page, such as 10,20,35,4
    #[arg(long = "box", value_name = "L,T,W,H", conflicts_with = "clear", requires = "item")]
    pub place: Option<String>,
    /// Say that a person looked through it and found nothing to black out
    #[arg(long, requires = "item")]
    pub clear: bool,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Take a mark back, by its number in the list
    #[arg(long, value_name = "MARK", conflicts_with = "item")]
    pub end: Option<i64>,
}
