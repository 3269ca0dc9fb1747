//! What colleagues sent, taken in at once where nothing is for a person to choose.

use std::collections::BTreeSet;

use joinder_domain::id::PacketNumber;
use joinder_domain::noun::Noun;
use joinder_store::Reader;
use joinder_store::packet as store;
use serde::{Deserialize, Serialize};

use super::accept::{Accept, accept_case};
use super::finding::findings;
use super::likely::likely;
use super::merge::merge;
use super::review::Case;
use super::sent;
use crate::app::OpenMatter;
use crate::claimant::problems;
use crate::clock::Clock;
use crate::command::{Applied, Context};
use crate::consensus;
use crate::error::{Error, Result, Severity};
use crate::job::Job;
use crate::text::text;
use crate::transfer::{Step, differing};

/// Packets of colleagues to take in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAcceptSent"))]
pub struct AcceptSent {
    /// Only say what would be taken in and what would be left.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub check: bool,
}

/// What was taken in, or would be, and what waits for a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketAcceptedSent"))]
pub struct AcceptedSent {
    /// Packets that were taken in, or would be.
    pub accepted: u32,
    /// Of those, packets about somebody who was not known here.
    pub new: u32,
    /// Packets that wait for a person.
    pub left: Vec<Waiting>,
}

/// A packet that waits for a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PacketWaiting"))]
pub struct Waiting {
    /// Its number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Whose record it holds.
    pub name: String,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

pub(crate) fn accept_sent(context: Context<'_>, input: AcceptSent) -> Result<Applied<AcceptedSent>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let numbers = open.matter.read(store::sent_waiting)?;
    let mut report = AcceptedSent::default();
    let mut evidence = 0_u32;
    let taken = numbers.iter().enumerate().try_for_each(|(at, number)| {
        context.job.step(at as u64, numbers.len() as u64, "Taking in packets")?;
        evidence = evidence.saturating_add(one(&open, clock, *number, input.check, &mut report)?);
        Ok::<_, Error>(())
    });
    // What was taken in before somebody stopped it stays. What follows from it is looked for again with the next evidence.
    consensus::refresh(&open, clock, &Job::quiet(), evidence);
    taken?;
    if input.check || report.accepted == 0 {
        return Ok(Applied::unchanged(report));
    }
    let nouns = [Noun::Claimant, Noun::Evidence, Noun::Journal, Noun::Paper, Noun::Audit];
    Ok(nouns
        .into_iter()
        .fold(Applied::changed(report, Noun::Packet, None), |done, noun| done.and(noun, None)))
}

/// Takes one packet in where nothing stands against it; how many files became evidence.
fn one(
    open: &OpenMatter,
    clock: Clock,
    number: PacketNumber,
    check: bool,
    report: &mut AcceptedSent,
) -> Result<u32> {
    let (case, reasons) = open.matter.read(|reader| {
        let case = Case::load(reader, open, number, None)?;
        let reasons = against(reader, open, clock, &case)?;
        Ok::<_, Error>((case, reasons))
    })?;
    if !reasons.is_empty() {
        report.left.push(Waiting {
            number: number.0,
            reference: number.to_string(),
            name: case.claimant.identity.full_name(),
            reasons,
        });
        return Ok(0);
    }
    report.accepted += 1;
    report.new += u32::from(case.known.is_none());
    if check {
        return Ok(0);
    }
    let version = case.known.as_ref().map(|known| known.version);
    let input = Accept { number: number.0, into: None, version, leave: Vec::new(), claimant: None };
    Ok(accept_case(open, clock, &case, &input)?.output.evidence)
}

/// Why a person has to look at a packet, one sentence each.
fn against(reader: &Reader<'_>, open: &OpenMatter, clock: Clock, case: &Case) -> Result<Vec<String>> {
    let Case { packet, kept, claimant, known, base } = case;
    let number = known.as_ref().map(|known| known.number);
    let known_sender = sent::is_known(reader, kept)?;
    let found = findings(reader, packet, kept, claimant, number.map(|number| number.0), known_sender)?;
    let mut reasons: Vec<String> = found.into_iter().map(|finding| finding.text).collect();
    if let Some(known) = known {
        let merged = merge(base.as_ref(), claimant, &known.claimant, &BTreeSet::new(), kept.writer())?;
        if merged.moves.iter().any(|field| field.conflict) {
            reasons.push(text("sent-left-conflict", &[]));
        }
        // Without a state in common nobody knows which of two is the newer.
        if base.is_none() && !merged.moves.is_empty() {
            reasons.push(text("sent-left-apart", &[]));
        }
    } else if !likely(reader, claimant, None)?.is_empty() {
        reasons.push(text("sent-left-likely", &[]));
    }
    let wrong = problems(open, clock, claimant);
    if wrong.iter().any(|problem| problem.severity == Severity::Error) {
        reasons.push(text("sent-left-problem", &[]));
    }
    if let Some(transfer) = &kept.manifest.transfer {
        let both = |step: Step| step == Step::Both;
        if differing(reader, transfer, number)?.iter().any(|one| both(one.step)) {
            reasons.push(text("sent-left-both", &[]));
        }
    }
    Ok(reasons)
}
