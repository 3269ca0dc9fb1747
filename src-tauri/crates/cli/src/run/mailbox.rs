//! Whole mailboxes: looked through, and what was chosen taken.

use std::path::Path;

use joinder_app::Result;
use serde_json::{Value, json};

use super::import::print_evidence;
use super::{count, list, number, strings, text};
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

/// Which of the listed messages to take.
pub(super) enum Which {
    /// Those that are proposed: they have the marks of the notice.
    Proposed,
    /// All that are listed.
    Listed,
    /// Those at these places in the mailbox.
    Places(Vec<u64>),
}

impl Which {
    /// What the options of the command line ask for.
    pub(super) fn of(places: Vec<u64>, listed: bool) -> Self {
        match (listed, places.is_empty()) {
            (true, _) => Self::Listed,
            (false, true) => Self::Proposed,
            (false, false) => Self::Places(places),
        }
    }

    fn takes(&self, candidate: &Value) -> bool {
        let can = candidate.get("too_large") != Some(&Value::Bool(true));
        can && match self {
            Self::Proposed => candidate.get("proposed") == Some(&Value::Bool(true)),
            Self::Listed => true,
            Self::Places(places) => places.contains(&count(candidate, "position")),
        }
    }
}

pub(super) fn scan(common: &Common, mailbox: &Path, domains: &[String]) -> Result<Ending> {
    let session = Session::open(common)?;
    let scanned = look(&session, mailbox, domains)?;
    if common.json {
        screen::json(&scanned);
    } else {
        print(&scanned);
    }
    Ok(if candidates(&scanned).is_empty() { Ending::Nothing } else { Ending::Done })
}

pub(super) fn take(
    common: &Common,
    mailbox: &Path,
    which: &Which,
    domains: &[String],
    claimant: Option<&str>,
) -> Result<Ending> {
    let claimant = claimant.map(number).transpose()?;
    let session = Session::open(common)?;
    let scanned = look(&session, mailbox, domains)?;
    let chosen: Vec<&Value> = candidates(&scanned).iter().filter(|one| which.takes(one)).collect();
    if chosen.is_empty() {
        screen::line("There is nothing to take. See what is listed with “joinder evidence scan”.");
        return Ok(Ending::Nothing);
    }
    let ticked = |one: &Value| {
        let field = |key: &str| one.get(key).cloned().unwrap_or_default();
        json!({ "path": field("path"), "offset": field("offset"), "position": field("position"), "sha256": field("sha256") })
    };
    let messages: Vec<Value> = chosen.into_iter().map(ticked).collect();
    let mailbox = std::path::absolute(mailbox).unwrap_or_else(|_| mailbox.to_owned());
    let input =
        json!({ "scan": scanned.get("scan"), "path": mailbox, "messages": messages, "claimant": claimant });
    let report = session.call("evidence.take", input)?;
    if common.json {
        screen::json(&report);
    } else {
        print_evidence(&report);
        let rest = count(&scanned, "seen").saturating_sub(messages.len() as u64);
        screen::line(&format!("{rest} other messages were seen and not taken; nothing of them was kept."));
    }
    Ok(Ending::Done)
}

fn look(session: &Session, mailbox: &Path, domains: &[String]) -> Result<Value> {
    let mailbox = std::path::absolute(mailbox).unwrap_or_else(|_| mailbox.to_owned());
    session.call("evidence.scan", json!({ "path": mailbox, "domains": domains }))
}

fn candidates(scanned: &Value) -> &[Value] {
    scanned.get("candidates").map(list).unwrap_or_default()
}

fn print(scanned: &Value) {
    screen::line(&format!(
        "{}: {} messages seen, {} with the marks of the notice, {} later from or to {}, {} earlier, {} unreadable.",
        text(scanned, "name"),
        count(scanned, "seen"),
        count(scanned, "notices"),
        count(scanned, "related"),
        strings(scanned, "domains").join(", "),
        count(scanned, "earlier"),
        count(scanned, "unreadable")
    ));
    screen::line(&format!("SHA-256 {}", text(scanned, "sha256")));
    let cells = |one: &Value| {
        let tick = if one.get("proposed") == Some(&Value::Bool(true)) { "*" } else { "" };
        let mut cells = vec![tick.to_owned(), count(one, "position").to_string()];
        cells.extend(["dated_uk", "from", "subject"].map(|key| text(one, key).to_owned()));
        cells.push(strings(one, "why").first().cloned().unwrap_or_default());
        cells
    };
    let rows: Vec<Vec<String>> = candidates(scanned).iter().map(cells).collect();
    screen::table(&["", "Message", "Date", "From", "Subject", "Why"], &rows);
    screen::line("");
    screen::line(
        "Nothing was taken. “joinder evidence take” takes those with a star, or those that you name.",
    );
}
