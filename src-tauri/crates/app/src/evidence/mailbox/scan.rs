//! The first of two steps: a mailbox is looked through, and what bears on the matter is listed. Nothing is taken yet.

use std::path::PathBuf;

use joinder_domain::audit::Digest;
use joinder_store::mailbox_scan::{self, NewMailboxScan};
use joinder_store::{Op, evidence as store};
use serde::{Deserialize, Serialize};

use super::domain::other_side;
use super::judge::{Bearing, Judge};
use super::look::{Hit, Look};
use super::source::Source;
use crate::app::OpenMatter;
use crate::command::{Applied, Context};
use crate::error::Result;
use crate::evidence::view::in_uk;
use crate::text::text;

/// More candidates than this are no list that anybody reads.
const LISTED: usize = 20_000;
/// Recipients shown of one message.
const RECIPIENTS: usize = 3;

/// A mailbox to look through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailboxScan"))]
pub struct Scan {
    /// A mailbox file (mbox), a Maildir folder, or a ZIP archive with mailbox files in it.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// Domains of the other side, beside those that the matter knows; addresses are cut to their domains.
    #[serde(default)]
    pub domains: Vec<String>,
}

/// What was seen in a mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailboxScanned"))]
pub struct Scanned {
    /// The look, for taking messages because of it.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub scan: i64,
    /// The mailbox's name.
    pub name: String,
    /// SHA-256 of the mailbox, lower-case hex.
    pub sha256: String,
    /// Its bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Messages seen.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub seen: u64,
    /// Of these, those with the marks of the notice.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub notices: u64,
    /// Of these, later mail from or to the other side.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub related: u64,
    /// Of these, mail from or to the other side that is older than the notice; it is not listed.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub earlier: u64,
    /// Of these, those that could not be read.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub unreadable: u64,
    /// Domains of the other side that were looked for.
    pub domains: Vec<String>,
    /// What bears on the matter, in the mailbox's order.
    pub candidates: Vec<Candidate>,
    /// Whether there is more than the list holds.
    pub more: bool,
}

/// A message that bears on the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailboxCandidate"))]
pub struct Candidate {
    /// Path inside the folder or archive; empty in a single mailbox file.
    pub path: String,
    /// Where it begins in its file, in bytes from 0.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub offset: u64,
    /// Which message it is, from 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub position: u64,
    /// Its bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the message, lower-case hex.
    pub sha256: String,
    /// Its subject.
    pub subject: String,
    /// Its sender.
    pub from: String,
    /// Its first recipients.
    pub to: Vec<String>,
    /// Its date as written.
    pub dated: String,
    /// Its date in the United Kingdom; empty when it cannot be read.
    pub dated_uk: String,
    /// Why it is listed.
    pub kind: CandidateKind,
    /// The same in words.
    pub why: Vec<String>,
    /// Whether it is proposed to be taken.
    pub proposed: bool,
    /// Whether the matter has it already.
    pub already_there: bool,
    /// Whether it is larger than an item may be, and cannot be taken.
    pub too_large: bool,
}

/// Why a message is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CandidateKind {
    /// It has the marks of the notice.
    Notice,
    /// It came later from the other side.
    From,
    /// It went later to the other side.
    To,
}

pub(crate) fn scan(context: Context<'_>, input: Scan) -> Result<Applied<Scanned>> {
    let open = context.app.open_matter()?;
    let started = context.app.clock().now();
    let judge = Judge::new(&open.profile, other_side(&open, &input.domains)?);
    let source = Source::open(&input.path)?;
    let (mut candidates, mut more) = (Vec::new(), false);
    let mut found = |hit: Hit| {
        if candidates.len() < LISTED {
            candidates.push(candidate(&open, hit)?)
        } else {
            more = true
        }
        Ok(())
    };
    let total = source.total();
    let mut step = |done| context.job.step(done, total.max(done), "Looking through the mailbox");
    let seen = source.look(&judge, &mut step, &mut found)?;
    let name = source.name();
    let new =
        NewMailboxScan { name: &name, sha256: seen.sha256, size: seen.size, started, found: seen.counts };
    let done = open.write(Op("evidence.scan"), context.app.clock().now(), |tx| {
        // Taking begins with a look too: what was just looked through is not written down twice.
        match mailbox_scan::find_same(tx, &new)? {
            Some(known) => Ok::<_, crate::Error>(known),
            None => Ok(mailbox_scan::add(tx, &new)?),
        }
    })?;
    let Look { counts, earlier, sha256, size } = seen;
    let scanned = Scanned {
        scan: done.output.0,
        name,
        sha256: sha256.to_string(),
        size,
        seen: counts.seen,
        notices: counts.notices,
        related: counts.related,
        earlier,
        unreadable: counts.unreadable,
        domains: judge.domains().to_vec(),
        candidates,
        more,
    };
    Ok(Applied::stored(scanned, &done.changes))
}

fn candidate(open: &OpenMatter, hit: Hit) -> Result<Candidate> {
    let Hit { letter, bearing, glance } = hit;
    let sha256 = Digest::of(&letter.bytes);
    let already_there = open.matter.read(|reader| store::find_by_sha256(reader, sha256))?.is_some();
    let (kind, why) = match bearing {
        Bearing::Notice(marks) => (CandidateKind::Notice, marks),
        Bearing::To(domain) => (CandidateKind::To, vec![text("mailbox-to", &[("domain", &domain)])]),
        Bearing::From(domain) => (CandidateKind::From, vec![text("mailbox-from", &[("domain", &domain)])]),
        Bearing::None | Bearing::Unreadable | Bearing::Earlier => (CandidateKind::From, Vec::new()),
    };
    let date = glance.date.as_ref();
    Ok(Candidate {
        path: letter.path,
        offset: letter.offset,
        position: letter.position,
        size: letter.size,
        sha256: sha256.to_string(),
        subject: glance.subject.unwrap_or_default(),
        from: glance.from.into_iter().next().map(|from| from.address).unwrap_or_default(),
        to: glance.to.into_iter().take(RECIPIENTS).map(|to| to.address).collect(),
        dated: date.map(|date| date.raw.clone()).unwrap_or_default(),
        dated_uk: date.and_then(|date| date.seconds).map(in_uk).unwrap_or_default(),
        kind,
        why,
        proposed: kind == CandidateKind::Notice && letter.whole && !already_there,
        already_there,
        too_large: !letter.whole,
    })
}
