//! Classification of a claimant whose facts change, in the transaction that changes them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::{GradedNotice, GroupFacts, Input, classify};
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::Inserted;
use joinder_store::classification::{Keeper, Packer, Standing, standing};
use joinder_store::evidence::Which;
use joinder_store::merge::merged_into;
use joinder_store::{Reader, Write, claimant as store, evidence as items, match_pair as pairs};
use serde_json::json;

use super::group::{self, Shared};
use super::lanes::in_order;
use crate::app::OpenMatter;
use crate::error::Result;
use crate::evidence::best_grade;
use crate::matching::THRESHOLD;

/// Grades a claimant's evidence and classifies the claimant; a record that went into another one has no answer of its own.
pub(crate) fn refresh(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    number: ClaimantNumber,
    today: Date,
) -> Result<()> {
    if merged_into(tx, number)?.is_some() {
        return Ok(());
    }
    let Some(stored) = store::get(tx, number)? else { return Ok(()) };
    let evidence = graded(tx, open, &stored.claimant, number)?;
    for item in &evidence {
        items::grade(tx, item.evidence, Some(&item.grade))?;
    }
    let group = group::facts(tx, number, &stored.claimant)?;
    let input = Input { claimant: &stored.claimant, evidence: &evidence, today, group };
    let answer = Packer::default().pack(classify(&input, &open.profile))?;
    let standing = standing(tx, number, &answer)?;
    if standing != Standing::Same {
        let mut keeper = Keeper::new(tx);
        keeper.keep(number, &answer, standing)?;
        keeper.finish(json!({ "claimant": number.0 }))?;
    }
    Ok(())
}

/// Classifies those whose answers may change because what a claimant can share did. `before` is empty for a new
/// claimant.
pub(crate) fn refresh_concerned(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    changed: ClaimantNumber,
    before: &BTreeSet<Shared>,
    after: &BTreeSet<Shared>,
    today: Date,
) -> Result<()> {
    for number in group::concerned(tx, changed, before, after)? {
        refresh(tx, open, number, today)?;
    }
    Ok(())
}

/// What a claimant holds, graded against the claimant's own addresses, which may just have changed.
pub(crate) fn graded(
    reader: &Reader<'_>,
    open: &OpenMatter,
    claimant: &Claimant,
    number: ClaimantNumber,
) -> Result<Vec<GradedNotice>> {
    let items = items::list(reader, Which::Of(number))?;
    let against = if items.is_empty() { None } else { open.consensus().against(reader)? };
    let graded = items.iter().filter_map(|item| {
        let grade = best_grade(item, claimant, &open.profile, against.as_deref())?;
        Some(GradedNotice { evidence: item.id, grade })
    });
    Ok(graded.collect())
}

/// Classifies new claimants, who have no evidence yet, in the transaction that added them; and those who were there
/// and now share something with one of them, or are `concerned` for another reason.
pub(crate) fn classify_new(
    tx: &mut Write<'_>,
    open: &OpenMatter,
    new: &[(ClaimantNumber, &Claimant)],
    inserted: &Inserted,
    concerned: &BTreeSet<ClaimantNumber>,
    today: Date,
) -> Result<()> {
    let Some((first, _)) = new.first() else { return Ok(()) };
    let duplicates = pairs::all_open(tx, THRESHOLD)?;
    let facts = inserted.sharing.iter().zip(new).map(|(sharing, (number, _))| GroupFacts {
        possible_duplicate: duplicates.contains(number),
        mailbox_shared: sharing.address,
        similar_words: sharing.words,
    });
    let facts: Vec<GroupFacts> = facts.collect();
    let mut earlier = inserted.earlier.clone();
    earlier.extend(concerned.iter().filter(|number| *number < first));
    let with_facts: Vec<_> = new.iter().zip(&facts).collect();
    let mut keeper = Keeper::new(tx);
    in_order(
        &with_facts,
        |packer: &mut Packer, block| {
            let pack = |((number, claimant), group): &(&(ClaimantNumber, &Claimant), &GroupFacts)| {
                let input = Input { claimant, evidence: &[], today, group: **group };
                Ok((*number, packer.pack(classify(&input, &open.profile))?))
            };
            block.iter().map(pack).collect()
        },
        |(number, answer)| Ok(keeper.keep(number, &answer, Standing::First)?),
    )?;
    keeper.finish(json!({ "claimants": new.len() }))?;
    for number in earlier {
        refresh(tx, open, number, today)?;
    }
    Ok(())
}
