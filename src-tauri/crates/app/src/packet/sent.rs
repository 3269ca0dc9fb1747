//! A packet that a colleague sent from another copy of the matter: who, what happened there, what to look at.

use jiff::Timestamp;
use joinder_domain::date::show;
use joinder_domain::id::ClaimantId;
use joinder_domain::journal::Entry;
use joinder_packet::{SentPaper, Transfer};
use joinder_store::packet::{self as store, Packet};
use joinder_store::{Reader, erasure};
use serde::Serialize;

use super::finding::{PacketFinding, of};
use super::kept::Kept;
use super::review::Case;
use crate::app::OpenMatter;
use crate::claimant::{HistoryEntry, what};
use crate::clock::uk;
use crate::error::Result;
use crate::exchange;
use crate::invitation::words;
use crate::text::text;
use crate::transfer::{Differing, Step, differing, news};

/// Who sends a claimant from another copy of the matter, and what happened there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketTransfer"))]
pub struct TransferView {
    /// Who sends it.
    pub person: String,
    /// The claimant's number there.
    pub reference: String,
    /// The words of the sender's key, to compare with the sender's.
    pub fingerprint: Vec<String>,
    /// Something that was signed with this key was accepted before, or it is the key of this matter.
    pub known_sender: bool,
    /// Entries in the audit there.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub entries: u64,
    /// Hash of the last of them.
    pub head: String,
    /// What the audit there says of the claimant, the latest first.
    pub history: Vec<HistoryEntry>,
    /// Notes, tasks and correspondence that would be taken, the earliest first.
    pub beside: Vec<BesideView>,
    /// Papers that would be taken, and what the claimant said of each, in sentences.
    pub papers: Vec<String>,
}

/// A note, a task or correspondence that a colleague sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferBeside"))]
pub struct BesideView {
    /// What becomes of it.
    pub step: Step,
    /// What it is, and what becomes of it, in words.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub who: String,
    /// When, RFC 3339.
    pub at: String,
}

/// Who sends a packet; `None` for what a claimant sealed. `known_sender` says whether somebody here has trusted the key.
pub(super) fn view(
    reader: &Reader<'_>,
    open: &OpenMatter,
    case: &Case,
    known_sender: bool,
) -> Result<Option<TransferView>> {
    let Case { packet, kept, .. } = case;
    let Some(transfer) = &kept.manifest.transfer else { return Ok(None) };
    let known = case.known.as_ref().map(|known| known.number);
    let open_yet = !packet.state.is_final();
    let beside = if open_yet { differing(reader, transfer, known)? } else { Vec::new() };
    let papers = if open_yet { news(reader, transfer, known)? } else { Vec::new() };
    let history = transfer.history.iter().rev().map(|event| {
        let shown = HistoryEntry {
            seq: event.seq,
            at: event.at.to_string(),
            who: event.who.clone(),
            what: what(&event.op, &event.subject),
            ..HistoryEntry::default()
        };
        shown.with(open, event.fields.0.clone())
    });
    Ok(Some(TransferView {
        person: transfer.person.clone(),
        reference: transfer.reference.clone(),
        fingerprint: kept.manifest.sender().as_ref().map(words).unwrap_or_default(),
        known_sender,
        entries: transfer.entries,
        head: transfer.head.to_string(),
        history: history.collect(),
        beside: beside.iter().map(BesideView::of).collect(),
        papers: papers.into_iter().flat_map(sentences).collect(),
    }))
}

impl BesideView {
    fn of(one: &Differing<'_>) -> Self {
        let (kind, step) = (one.theirs.entry.kind(), one.step);
        let done = matches!(&one.theirs.entry, Entry::Task(task) if task.done);
        let step_code = match step {
            Step::New => "new",
            Step::Changed => "changed",
            Step::Removed => "removed",
            Step::Both => "both",
        };
        let done = if done && step != Step::Removed { "-done" } else { "" };
        Self {
            step,
            label: text(&format!("sent-{kind}-{step_code}{done}"), &[]),
            text: one.theirs.entry.text().to_owned(),
            who: one.theirs.who.clone(),
            at: one.theirs.made.to_string(),
        }
    }
}

/// A paper, and what the claimant said of it.
fn sentences(paper: &SentPaper) -> Vec<String> {
    let day = |at: Timestamp| show::long(uk().to_datetime(at).date());
    let pages = paper.pages.to_string();
    let made = text("sent-paper", &[("pages", &pages), ("day", &day(paper.made)), ("who", &paper.who)]);
    let said = paper.approvals.iter().map(|one| {
        let key = if one.ended.is_some() { "sent-approval-ended" } else { "sent-approval" };
        let (reason, day) = (one.ended.as_deref().unwrap_or_default(), show::long(one.day));
        let values = [("name", one.name.as_str()), ("how", &one.how), ("reason", reason), ("day", &day)];
        text(key, &values)
    });
    std::iter::once(made).chain(said).collect()
}

/// What to look at before deciding about what a colleague sent.
pub(super) fn findings(
    reader: &Reader<'_>,
    packet: &Packet,
    transfer: &Transfer,
    known_sender: bool,
    found: &mut Vec<PacketFinding>,
) -> Result<()> {
    if !known_sender {
        found.push(of("transfer-unknown-sender", &[], &[]));
    }
    let others = others(reader, packet, transfer)?;
    let numbers = |is: &dyn Fn(&Packet, &Transfer) -> bool| -> Vec<u32> {
        others.iter().filter(|(other, sent)| is(other, sent)).map(|(other, _)| other.number.0).collect()
    };
    let newer = numbers(&|other, sent| is_newer(other, sent, packet, transfer));
    if !newer.is_empty() {
        found.push(of("transfer-newer", &newer, &[]));
    }
    let same = numbers(&|other, sent| sent.copy == transfer.copy && sequence(other) == sequence(packet));
    if !same.is_empty() {
        found.push(of("transfer-same-sequence", &same, &[]));
    }
    let erased = erasure::list(reader)?;
    if let Some(gone) = erased.iter().find(|one| one.id == ClaimantId(transfer.claimant)) {
        found.push(of("transfer-erased", &[], &[gone.number.0]));
    }
    Ok(())
}

/// A later packet about the same claimant; `None` for what a claimant sealed.
pub(super) fn newer(reader: &Reader<'_>, packet: &Packet, kept: &Kept) -> Result<Option<u32>> {
    let Some(transfer) = &kept.manifest.transfer else { return Ok(None) };
    let others = others(reader, packet, transfer)?;
    let newer = others.iter().rfind(|(other, sent)| is_newer(other, sent, packet, transfer));
    Ok(newer.map(|(other, _)| other.number.0))
}

/// The other packets in which a colleague sends this claimant.
fn others(reader: &Reader<'_>, packet: &Packet, transfer: &Transfer) -> Result<Vec<(Packet, Transfer)>> {
    let mut others = Vec::new();
    for other in store::sent_of(reader, transfer.claimant)? {
        if other.number != packet.number
            && let Some(sent) = Kept::of(&other)?.manifest.transfer
        {
            others.push((other, sent));
        }
    }
    Ok(others)
}

/// Whether the other packet was sealed later: the audit that it comes from holds the sending of this one, or one copy counts so.
fn is_newer(other: &Packet, sent: &Transfer, packet: &Packet, transfer: &Transfer) -> bool {
    sent.knows(transfer) || (sent.copy == transfer.copy && sequence(other) > sequence(packet))
}

fn sequence(packet: &Packet) -> u32 {
    packet.opened.as_ref().map(|opened| opened.sequence).unwrap_or_default()
}

/// Whether a person here has trusted the key of whoever sends it before; nobody has to trust a claimant's.
pub(super) fn is_known(reader: &Reader<'_>, kept: &Kept) -> Result<bool> {
    let Some(transfer) = &kept.manifest.transfer else { return Ok(false) };
    let own =
        exchange::known(reader)?.is_some_and(|key| key.public().verifying_text() == transfer.verifying_key);
    Ok(own || store::accepted_from(reader, &transfer.verifying_key)?)
}
