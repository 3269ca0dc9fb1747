//! Classification of one claimant when facts change, and of all on request.

use jiff::civil::Date;
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::{Classification, GradedNotice, GroupFacts, Input, classify};
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{EmailKeys, find_by_email};
use joinder_store::evidence::Which;
use joinder_store::{Op, Reader, Write, claimant as store, classification as kept, evidence as items};
use serde::Serialize;
use serde_json::json;

use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing, Noun};
use crate::error::Result;
use crate::evidence::best_grade;

/// Claimants that are classified in one transaction.
const CHUNK: usize = 5_000;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ClassificationRan"))]
pub struct Ran {
    /// Claimants classified.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub classified: u64,
    /// Those whose classification differs from before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub changed: u64,
}

/// Grades a claimant's evidence and classifies the claimant, in the transaction that changed the facts.
pub(crate) fn refresh(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    number: ClaimantNumber,
    today: Date,
) -> Result<()> {
    let Some(stored) = store::get(tx, number)? else { return Ok(()) };
    let graded = regrade(tx, open, &stored.claimant, number)?;
    let classification = one(tx, open, &stored.claimant, &graded, number, today)?;
    if kept::get(tx, number)?.as_ref() != Some(&classification) {
        kept::put_many(tx, &[(number, &classification)], json!({ "claimant": number.0 }))?;
    }
    Ok(())
}

/// Grades what a claimant holds against the claimant's own addresses, which may just have changed.
fn regrade(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    claimant: &Claimant,
    number: ClaimantNumber,
) -> Result<Vec<GradedNotice>> {
    let mut graded = Vec::new();
    for item in items::list(tx, Which::Of(number))? {
        let Some(grade) = best_grade(&item, claimant, &open.profile) else { continue };
        items::grade(tx, item.id, Some(&grade))?;
        graded.push(GradedNotice { evidence: item.id, grade });
    }
    Ok(graded)
}

fn one(
    reader: &Reader<'_>,
    open: &OpenMatter,
    claimant: &Claimant,
    evidence: &[GradedNotice],
    number: ClaimantNumber,
    today: Date,
) -> Result<Classification> {
    let mut mailbox_shared = false;
    for keys in claimant.contact.emails.iter().filter_map(|email| EmailKeys::of(&email.address)) {
        mailbox_shared |=
            find_by_email(reader, &keys)?.iter().any(|(other, exact)| *exact && *other != number);
    }
    let group = GroupFacts { mailbox_shared, ..GroupFacts::default() };
    Ok(classify(&Input { claimant, evidence, today, group }, &open.profile))
}

/// Classifies new claimants, who have no evidence yet, in the transaction that added them.
pub(crate) fn classify_new(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    new: &[(ClaimantNumber, &Claimant)],
    today: Date,
) -> Result<()> {
    let found = new
        .iter()
        .map(|(number, claimant)| Ok((*number, one(tx, open, claimant, &[], *number, today)?)))
        .collect::<Result<Vec<_>>>()?;
    let run: Vec<(ClaimantNumber, &Classification)> = found.iter().map(|(number, c)| (*number, c)).collect();
    if !run.is_empty() {
        kept::put_many(tx, &run, json!({ "claimants": run.len() }))?;
    }
    Ok(())
}

pub(crate) fn run(context: Context<'_>, _: Nothing) -> Result<Applied<Ran>> {
    let open = context.app.open_matter()?;
    let (now, today) = (context.app.clock().now(), context.app.clock().today());
    let total = open.matter.read(store::total)?;
    let mut ran = Ran::default();
    let mut after = None;
    loop {
        context.job.step(ran.classified, total, "Classifying")?;
        let done = open.write(Op("classification.run"), now, |tx| {
            let stored = store::after(tx, after, CHUNK)?;
            let last = stored.last().map(|stored| stored.number);
            let mut found = Vec::with_capacity(stored.len());
            for stored in &stored {
                let graded = regrade(tx, &open, &stored.claimant, stored.number)?;
                found.push((stored.number, one(tx, &open, &stored.claimant, &graded, stored.number, today)?));
            }
            let run: Vec<(ClaimantNumber, &Classification)> = found.iter().map(|(n, c)| (*n, c)).collect();
            let outcome = match run.is_empty() {
                true => kept::Outcome::default(),
                false => kept::put_many(tx, &run, json!({ "claimants": run.len() }))?,
            };
            Ok((last, outcome))
        })?;
        let (last, outcome) = done.output;
        let Some(last) = last else { break };
        ran.classified += outcome.changed + outcome.unchanged;
        ran.changed += outcome.changed;
        after = Some(last);
    }
    context.job.step(ran.classified, ran.classified, "Classifying")?;
    Ok(Applied::changed(ran, Noun::Classification, None).and(Noun::Audit, None))
}
