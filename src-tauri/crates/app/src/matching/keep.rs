//! Possible duplicates of a matter: looked for when a record is entered, and among all.

use std::collections::BTreeSet;

use jiff::civil::Date;
use joinder_domain::claimant::Claimant;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching::{Index, IndexBuilder, Match, Model, Particulars, Search, lookup_keys, search};
use joinder_store::match_pair::{self as pairs, NewPair};
use joinder_store::merge::merged_into;
use joinder_store::{Op, Reader, Write, audit, claimant as store, setting};
use serde::Serialize;

use crate::app::OpenMatter;
use crate::classification::refresh;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

/// From this score on a pair counts as a possible duplicate in the answers.
pub(crate) const THRESHOLD: f64 = 0.95;
/// From this score on a pair is put before a person.
pub(super) const FLOOR: f64 = 0.5;
/// A key that more records share tells nobody apart.
const CROWD: usize = 100;
/// Records that changed during a search and are compared after it.
const CHANGED_MOST: usize = 2_000;
/// The rates that the last search of everybody learned.
const MODEL: &str = "match.model";
/// Records between two reports of progress.
const STEP: usize = 1_000;

/// What a search of everybody found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchSearched"))]
pub struct Searched {
    /// Records that were compared.
    pub claimants: u32,
    /// Pairs that were compared in full.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub compared: u64,
    /// Pairs that wait for a decision.
    pub pairs: usize,
}

pub(crate) fn search_all(context: Context<'_>, _: Nothing) -> Result<Applied<Searched>> {
    let open = context.app.open_matter()?;
    let begun = open.matter.read(audit::last)?;
    let (numbers, index) = everybody(context, &open)?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let watch = |done, total| context.job.step(done, total, "Comparing").is_ok();
    let how = Search { floor: FLOOR, workers, model: None };
    let found = search(&index, how, &watch).map_err(|_| Error::new("cancelled"))?;
    let mut new = new_pairs(&found.matches, &numbers);
    let today = context.app.clock().today();
    let written = open.write(Op("match.search"), context.app.clock().now(), |tx| {
        let before = pairs::all_open(tx, THRESHOLD)?;
        // Whoever was added, changed or taken out while everybody was compared is compared as they are now.
        let changed = audit::claimants_since(tx, begun)?;
        new.retain(|pair| !changed.contains(&pair.a) && !changed.contains(&pair.b));
        pairs::keep(tx, &new, true)?;
        setting::put(tx, MODEL, &found.model)?;
        // More come from an import, which ends with a search of its own.
        for number in changed.into_iter().take(CHANGED_MOST) {
            if merged_into(tx, number)?.is_none()
                && let Some(stored) = store::get(tx, number)?
            {
                look(tx, &[(number, &stored.claimant)])?;
            }
        }
        let after = pairs::all_open(tx, THRESHOLD)?;
        for number in before.symmetric_difference(&after) {
            refresh(tx, &open, *number, today)?;
        }
        Ok(usize::try_from(pairs::waiting(tx)?).unwrap_or(usize::MAX))
    })?;
    let searched = Searched { claimants: index.len(), compared: found.compared, pairs: written.output };
    Ok(Applied::stored(searched, &written.changes))
}

fn everybody(context: Context<'_>, open: &OpenMatter) -> Result<(Vec<ClaimantNumber>, Index)> {
    let (numbers, builder) = records(context, open)?;
    Ok((numbers, builder.finish()))
}

/// Everybody of the matter, to be compared with each other or with others.
pub(super) fn records(
    context: Context<'_>,
    open: &OpenMatter,
) -> Result<(Vec<ClaimantNumber>, IndexBuilder)> {
    let total = open.matter.read(store::total)?;
    let (mut numbers, mut builder, mut last) = (Vec::new(), IndexBuilder::default(), None);
    loop {
        let block = open.matter.read(|reader| store::after(reader, last, STEP))?;
        let Some(end) = block.last() else { break };
        last = Some(end.number);
        for stored in &block {
            builder.push(&Particulars::from(&stored.claimant));
            numbers.push(stored.number);
        }
        context.job.step(numbers.len() as u64, total.max(numbers.len() as u64), "Reading records")?;
    }
    Ok((numbers, builder))
}

/// Pairs by number, without those that only look like one household or one family.
fn new_pairs(found: &[Match], numbers: &[ClaimantNumber]) -> Vec<NewPair> {
    let pair = |found: &Match| {
        let (one, two) = (numbers.get(found.a as usize)?, numbers.get(found.b as usize)?);
        Some(NewPair {
            a: *one.min(two),
            b: *one.max(two),
            score: found.score,
            household: found.household,
            bits: found.bits,
            reasons: found.reasons.clone(),
        })
    };
    found.iter().filter(|found| found.score >= FLOOR && !found.is_of_kin()).filter_map(pair).collect()
}

/// Looks for others like records that were entered or changed, in the transaction that did it; what was open of them
/// before is forgotten. Gives those who are in other pairs than before.
///
/// # Errors
/// Those of the store.
pub(crate) fn look(
    tx: &mut Write<'_>,
    of: &[(ClaimantNumber, &Claimant)],
) -> Result<BTreeSet<ClaimantNumber>> {
    let (mut concerned, mut new) = (BTreeSet::new(), Vec::new());
    for (number, claimant) in of {
        concerned.extend(pairs::forget_open(tx, *number)?);
        for pair in like(tx, *number, claimant)? {
            concerned.extend([pair.a, pair.b]);
            new.push(pair);
        }
    }
    if !new.is_empty() {
        pairs::keep(tx, &new, false)?;
    }
    Ok(concerned)
}

/// Looks for others like a record that was entered or changed, and classifies it and them.
///
/// # Errors
/// Those of the store.
pub(crate) fn look_and_refresh(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    number: ClaimantNumber,
    claimant: &Claimant,
    today: Date,
) -> Result<()> {
    let concerned = look(tx, &[(number, claimant)])?;
    refresh(tx, open, number, today)?;
    let mut others = concerned.into_iter().filter(|other| *other != number);
    others.try_for_each(|other| refresh(tx, open, other, today))
}

pub(super) fn like(reader: &Reader<'_>, number: ClaimantNumber, claimant: &Claimant) -> Result<Vec<NewPair>> {
    let particulars = Particulars::from(claimant);
    let mut others = pairs::sharing(reader, &lookup_keys(&particulars), CROWD)?;
    others.remove(&number);
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let (mut builder, mut numbers) = (IndexBuilder::default(), vec![number]);
    builder.push(&particulars);
    // Like two files: the record against the others, not the others among themselves.
    builder.begin_second();
    for other in others {
        if let Some(stored) = store::get(reader, other)? {
            builder.push(&Particulars::from(&stored.claimant));
            numbers.push(other);
        }
    }
    let index = builder.finish();
    let total = store::total(reader)? as f64;
    let model = match setting::get::<Model>(reader, MODEL) {
        Ok(Some(model)) => model.for_records(total),
        _ => Model::beforehand(total),
    };
    let how = Search { floor: FLOOR, workers: 1, model: Some(&model) };
    let found = search(&index, how, &|_, _| true).map_err(|_| Error::new("cancelled"))?;
    Ok(new_pairs(&found.matches, &numbers))
}
