//! The audit: verified, and read.

use std::ops::ControlFlow;

use joinder_domain::audit::{Link, Verdict as Found};
use joinder_store::{Matter, audit as store};
use serde::{Deserialize, Serialize};

use crate::claimant::what;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::job::Job;

const ROWS_MOST: usize = 500;

/// The answer of a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AuditVerdict"))]
pub struct Verdict {
    /// Intact, tampered, or nothing to check.
    pub verdict: Answer,
    /// Entries in the chain.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Hash of the last entry; it stands on whatever was exported.
    pub head: String,
    /// What is wrong, one sentence each.
    pub problems: Vec<String>,
}

/// Whether the audit holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AuditAnswer"))]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Everything is as the audit says.
    Intact,
    /// Something is not.
    Tampered,
    /// There is no entry.
    NothingToCheck,
}

/// Which part of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AuditList"))]
pub struct List {
    /// Entries before this one; `null` begins with the last.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub before: Option<u64>,
    /// At most this many, and never more than 500.
    pub limit: u32,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "AuditRow"))]
pub struct Row {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub seq: u64,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, in words.
    pub what: String,
    /// About what: a claimant's reference, or a kind of thing.
    pub subject: String,
}

pub(crate) fn verify(context: Context<'_>, _: Nothing) -> Result<Applied<Verdict>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(verdict(&open.matter, context.job)?))
}

/// Whether everything in a matter is as its audit says.
pub(crate) fn verdict(matter: &Matter, job: &Job) -> Result<Verdict> {
    let mut progress = |done, total| match job.step(done, total, "Verifying") {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    };
    let found = store::verify(matter, &mut progress)?.ok_or_else(|| Error::new("cancelled"))?;
    Ok(match found {
        Found::Intact { entries, head } => {
            Verdict { verdict: Answer::Intact, entries, head: head.to_string(), problems: Vec::new() }
        }
        Found::Tampered { faults } => Verdict {
            verdict: Answer::Tampered,
            entries: 0,
            head: String::new(),
            problems: faults.iter().map(|fault| format!("{fault}.")).collect(),
        },
        Found::NothingToCheck => {
            Verdict { verdict: Answer::NothingToCheck, entries: 0, head: String::new(), problems: Vec::new() }
        }
    })
}

pub(crate) fn list(context: Context<'_>, input: List) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let limit = usize::try_from(input.limit).unwrap_or(ROWS_MOST).min(ROWS_MOST);
    let links = open.matter.read(|reader| store::list(reader, input.before, limit))?;
    let row = |link: Link| {
        let entry = link.entry;
        let kind = entry.subject.kind.code();
        Row {
            seq: entry.seq,
            at: entry.at.to_string(),
            who: entry.actor.name,
            what: what(&entry.op, kind),
            subject: entry.claimant.map_or_else(|| kind.to_owned(), |number| number.to_string()),
        }
    };
    Ok(Applied::unchanged(links.into_iter().map(row).collect()))
}
