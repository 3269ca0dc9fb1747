//! A packet's content into the matter: answers, evidence and decision in one transaction, or nothing.

use std::collections::BTreeSet;

use joinder_domain::claimant::Claimant;
use joinder_domain::id::{ClaimantId, ClaimantNumber, EvidenceId, PacketNumber};
use joinder_packet::Opened;
use joinder_store::evidence::{self as items, Added, NewEvidence, State as ItemState};
use joinder_store::packet::{self as store, Decision, State};
use joinder_store::{Op, Write, claimant as claimants};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::approve;
use super::merge::{merge, with_the_firms_own};
use super::review::Case;
use crate::app::OpenMatter;
use crate::claimant::{accepted, label};
use crate::classification::{Shared, refresh_concerned};
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::consensus;
use crate::error::{Error, Result};
use crate::evidence::describe;
use crate::evidence::inspect::{Keys, Lens};
use crate::exchange;
use crate::matching::look_and_refresh;
use crate::restricted;
use crate::text::text;
use crate::transfer::{self, differing};

/// A packet to accept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAccept"))]
pub struct Accept {
    /// Its number.
    pub number: u32,
    /// The claimant whom it is about, when a person says so; else the one of its registration, or a new one.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Option<u32>>"))]
    pub into: Option<u32>,
    /// The version of the claimant that was shown beside the packet.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Option<u32>>"))]
    pub version: Option<u32>,
    /// Fields that stay as they are.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Left>>"))]
    pub leave: Vec<Left>,
    /// The record as it was edited during review; without it, what the packet says.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Option<Claimant>>"))]
    pub claimant: Option<Value>,
}

/// A field of a packet that is turned away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketLeft"))]
pub struct Left {
    /// Which field, as a path.
    pub field: String,
    /// Why; may be empty.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub reason: String,
}

/// A packet was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAccepted"))]
pub struct Accepted {
    /// Whose it became.
    pub claimant: u32,
    /// The number as people see it.
    pub reference: String,
    /// The claimant is new.
    pub new: bool,
    /// Files that became evidence.
    pub evidence: u32,
    /// Files that the matter had already.
    pub already_there: u32,
    /// Of those, the ones that belong to somebody else, such as `E-000012`.
    pub of_others: Vec<String>,
    /// What became of the documents that the claimant approves, one sentence each.
    pub approvals: Vec<String>,
}

pub(crate) fn accept(context: Context<'_>, input: Accept) -> Result<Applied<Accepted>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let number = PacketNumber(input.number);
    let into = input.into.map(ClaimantNumber);
    let case = open.matter.read(|reader| Case::load(reader, &open, number, into))?;
    let accepted = accept_case(&open, clock, &case, &input)?;
    consensus::refresh(&open, clock, context.job, accepted.output.evidence);
    Ok(accepted)
}

/// Takes a packet in; what its evidence changes for others is looked for afterwards, by the caller.
pub(super) fn accept_case(
    open: &OpenMatter,
    clock: Clock,
    case: &Case,
    input: &Accept,
) -> Result<Applied<Accepted>> {
    if case.packet.state.is_final() {
        return Err(Error::new("packet-decided"));
    }
    let record = record(open, clock, case, input)?;
    let reason = reason(input);
    let taken = Taken { case, record: &record, reason: &reason };
    let done = open.write(Op("packet.accept"), clock.now(), |tx| take(tx, open, clock, &taken))?;
    Ok(Applied::stored(done.output, &done.changes))
}

/// The record as it will stand.
fn record(open: &OpenMatter, clock: Clock, case: &Case, input: &Accept) -> Result<Claimant> {
    if let (Some(known), Some(version)) = (&case.known, input.version)
        && known.version != version
    {
        return Err(Error::new("conflict"));
    }
    let nobody = Claimant::default();
    let ours = case.known.as_ref().map_or(&nobody, |known| &known.claimant);
    let writer = case.kept.writer();
    let wished = if case.known.is_none() {
        case.claimant.clone()
    } else {
        let leave: BTreeSet<String> = input.leave.iter().map(|left| left.field.clone()).collect();
        merge(case.base.as_ref(), &case.claimant, ours, &leave, writer)?.claimant
    };
    let wished = with_the_firms_own(&wished, ours, writer);
    let record = match &input.claimant {
        // Whoever edits does not see everything: the rest is as it would have been.
        Some(edited) => restricted::restored(open, accepted(open, clock, edited.clone())?, &wished)?,
        None => wished,
    };
    let document = serde_json::to_value(&record).map_err(|_| Error::new("internal"))?;
    accepted(open, clock, document)
}

/// What was turned away of the packet, and why, a line for each field.
fn reason(input: &Accept) -> String {
    let lines = input.leave.iter().map(|left| {
        let values = [("field", label(&left.field)), ("reason", left.reason.trim().to_owned())];
        let code = if left.reason.trim().is_empty() { "packet-left" } else { "packet-left-because" };
        text(code, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What is taken of a packet.
struct Taken<'a> {
    case: &'a Case,
    record: &'a Claimant,
    reason: &'a str,
}

fn take(tx: &mut Write<'_>, open: &OpenMatter, clock: Clock, taken: &Taken<'_>) -> Result<Accepted> {
    let Taken { case, record, reason } = *taken;
    let mut approvals = Vec::new();
    let mut changed = true;
    let (number, before) = match &case.known {
        Some(known) => {
            let reference = case.packet.number.to_string();
            approvals = approve::record(tx, clock, known.number, &case.kept, &reference)?;
            // An answer that changes nothing leaves the record as it was approved.
            changed = *record != known.claimant;
            if changed {
                claimants::update(tx, known.number, known.version, record)?;
            }
            (known.number, Shared::of(&known.claimant))
        }
        None => {
            // A colleague's claimant keeps the id, so that later packets find the record again.
            let sent = case.kept.manifest.transfer.as_ref().map(|transfer| ClaimantId(transfer.claimant));
            let free = match sent {
                Some(id) => claimants::find_by_id(tx, id)?.is_none(),
                None => false,
            };
            let id = sent.filter(|_| free).unwrap_or_else(|| ClaimantId(clock.id()));
            (claimants::insert(tx, id, record)?, BTreeSet::new())
        }
    };
    let mut accepted = Accepted {
        claimant: number.0,
        reference: number.to_string(),
        new: case.known.is_none(),
        evidence: 0,
        already_there: 0,
        of_others: Vec::new(),
        approvals,
    };
    let keys = Keys::of_matter(tx, &open.profile)?;
    let lens = Lens { profile: &open.profile, own: Vec::new(), keys: &keys };
    let key = exchange::known(tx)?.ok_or_else(|| Error::new("packet-refused"))?;
    let mut packet = Opened::packet(store::open_bytes(tx, case.packet.number)?, &key)?;
    while let Some(entry) = packet.next() {
        let (name, modified) = (entry.name.clone(), entry.modified);
        let mut bytes = Vec::new();
        packet.read_next(&mut bytes)?;
        if bytes.is_empty() {
            continue;
        }
        let new = NewEvidence {
            id: EvidenceId(clock.id()),
            bytes: &bytes,
            name: &name,
            modified,
            source: "packet",
            origin: None,
        };
        match items::add(tx, new)? {
            Added::New(item) => {
                items::describe(tx, item.id, &describe(&bytes, &lens))?;
                items::assign(tx, item.id, number, None)?;
                accepted.evidence += 1;
            }
            Added::AlreadyThere(item) => {
                accepted.already_there += 1;
                match item.state {
                    ItemState::Unassigned => items::assign(tx, item.id, number, None)?,
                    ItemState::Assigned(owner) if owner != number => {
                        accepted.of_others.push(item.number.to_string());
                    }
                    ItemState::Assigned(_) | ItemState::SetAside(_) => {}
                }
            }
        }
    }
    packet.finish()?;
    if changed || accepted.evidence > 0 {
        look_and_refresh(tx, open, number, record, clock.today())?;
        refresh_concerned(tx, open, number, &before, &Shared::of(record), clock.today())?;
    }
    if let Some(transfer) = &case.kept.manifest.transfer {
        let differing = differing(tx, transfer, Some(number))?;
        transfer::take(tx, number, &differing)?;
        transfer::take_papers(tx, transfer, number)?;
    }
    let decision = Decision { state: State::Accepted, claimant: Some(number), reason };
    store::decide(tx, case.packet.number, decision)?;
    Ok(accepted)
}
