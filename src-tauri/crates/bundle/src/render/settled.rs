//! Pages whose length depends on the numbers printed on them: the index, and lists of what was added.

use super::body::Body;
use crate::error::RenderError;
use crate::font::Shaper;
use crate::furniture::{Entry, Remarks, added, cover, filler, index};
use crate::leaf::{Leaf, Under};
use joinder_domain::bundle::{Additions, BundlePlan, DocumentKind, Fixed, Section};
use std::collections::BTreeMap;

/// How often they are set before giving up.
const ATTEMPTS: usize = 6;

/// The front of a bundle, and where everything stands.
pub(super) struct Settled {
    pub(super) cover: Vec<Leaf>,
    pub(super) index: Vec<Leaf>,
    pub(super) entries: Vec<Entry>,
    pub(super) remarks: Remarks,
}

/// Sets them until the numbers agree with their own length; in a sealed bundle they keep the length that they had.
pub(super) fn settle(
    shaper: &Shaper<'_>,
    plan: &BundlePlan,
    bodies: &[Body],
    documents: &mut [Vec<Leaf>],
) -> Result<Settled, RenderError> {
    let front = front(shaper, plan)?;
    let mut length = plan.fixed.as_ref().map_or(1, |fixed| fixed.index);
    for _ in 0..ATTEMPTS {
        hold(shaper, plan, documents)?;
        let entries = entries(plan, documents, front.len() + length);
        let changed = lists(shaper, plan, documents, &entries);
        let remarks = remarks(plan, bodies, documents, &entries);
        let index = match &plan.fixed {
            None => Some(index(shaper, &entries, &remarks)),
            Some(fixed) => fitting(shaper, plan, fixed, &entries, &remarks),
        };
        let index = index.ok_or_else(|| RenderError::Moved { what: "Index".to_owned() })?;
        if index.len() == length && !changed {
            return Ok(Settled { cover: front, index, entries, remarks });
        }
        length = index.len();
    }
    Err(RenderError::IndexUnsettled)
}

fn front(shaper: &Shaper<'_>, plan: &BundlePlan) -> Result<Vec<Leaf>, RenderError> {
    let day = plan.additions().last().map(|(_, additions)| additions.on.as_str());
    let whole = cover(shaper, plan, day);
    match &plan.fixed {
        Some(fixed) if whole.len() != fixed.cover => {
            let bare = cover(shaper, plan, None);
            let fits = bare.len() == fixed.cover;
            fits.then_some(bare).ok_or_else(|| RenderError::Moved { what: "Cover".to_owned() })
        }
        _ => Ok(whole),
    }
}

/// Gives documents of a sealed version the number of pages that they had.
fn hold(shaper: &Shaper<'_>, plan: &BundlePlan, documents: &mut [Vec<Leaf>]) -> Result<(), RenderError> {
    let Some(fixed) = &plan.fixed else { return Ok(()) };
    for ((leaves, count), document) in documents.iter_mut().zip(&fixed.documents).zip(&plan.documents) {
        if leaves.len() > *count {
            return Err(RenderError::Moved { what: document.title.clone() });
        }
        while leaves.len() < *count {
            leaves.push(filler(shaper));
        }
    }
    Ok(())
}

/// Sets the lists of what was added; says whether one of them changed its length.
fn lists(shaper: &Shaper<'_>, plan: &BundlePlan, documents: &mut [Vec<Leaf>], entries: &[Entry]) -> bool {
    let mut changed = false;
    for (at, additions) in plan.additions() {
        let Some(leaves) = documents.get_mut(at) else { continue };
        let before = leaves.len();
        let earlier: Vec<&Additions> =
            plan.additions().take_while(|(other, _)| *other < at).map(|(_, additions)| additions).collect();
        let whole = added(shaper, additions, &earlier, entries, at);
        // A list that was sealed before it named the earlier ones keeps its length.
        let room = plan.fixed.as_ref().and_then(|fixed| fixed.documents.get(at));
        *leaves = match room.is_some_and(|room| whole.len() > *room) {
            true => added(shaper, additions, &[], entries, at),
            false => whole,
        };
        changed |= leaves.len() != before;
    }
    changed
}

/// The fullest index that has the length of the sealed one: with everything that was added; else with as much as leaves
/// room to say where the rest is listed; else as it was.
fn fitting(
    shaper: &Shaper<'_>,
    plan: &BundlePlan,
    fixed: &Fixed,
    entries: &[Entry],
    remarks: &Remarks,
) -> Option<Vec<Leaf>> {
    let mut cuts: Vec<usize> = plan.additions().map(|(at, _)| at).collect();
    cuts.reverse();
    // The newest list names everything that came late.
    let newest = cuts.first().and_then(|at| entries.get(*at)).map(|entry| entry.page);
    let whole = std::iter::once((entries.len(), false));
    // No index leaves a late document out without a word, unless even the first had no room for it.
    let said = cuts.clone().into_iter().map(|at| (at, true));
    let silent = cuts.into_iter().map(|at| (at, false));
    whole.chain(said).chain(silent).find_map(|(count, say)| {
        let next = entries.get(count).map(|entry| entry.page);
        let within = |page: &usize| next.is_none_or(|next| *page < next);
        let part = Remarks {
            image_only: remarks.image_only.iter().copied().filter(within).collect(),
            read: remarks.read.iter().copied().filter(within).collect(),
            placeholders: remarks.placeholders.iter().filter(|(_, page)| within(page)).cloned().collect(),
            more: newest.filter(|_| say),
        };
        let leaves = index(shaper, entries.get(..count)?, &part);
        (leaves.len() == fixed.index).then_some(leaves)
    })
}

fn entries(plan: &BundlePlan, documents: &[Vec<Leaf>], before: usize) -> Vec<Entry> {
    let mut page = before + 1;
    let mut numbers: BTreeMap<Section, usize> = BTreeMap::new();
    plan.documents
        .iter()
        .zip(documents)
        .enumerate()
        .map(|(at, (document, leaves))| {
            let divider = plan.has_divider(at).then_some(page);
            page += usize::from(divider.is_some());
            let number = numbers.entry(document.section).or_default();
            *number += 1;
            let entry = Entry {
                number: format!("{}{number}", document.section.letter()),
                title: document.title.clone(),
                date: document.date.clone(),
                section: document.section,
                page,
                divider,
            };
            page += leaves.len();
            entry
        })
        .collect()
}

fn remarks(plan: &BundlePlan, bodies: &[Body], documents: &[Vec<Leaf>], entries: &[Entry]) -> Remarks {
    let mut remarks = Remarks::default();
    let all = plan.documents.iter().zip(bodies).zip(documents).zip(entries);
    for (((document, body), leaves), entry) in all {
        for (page, leaf) in (entry.page..).zip(leaves) {
            let silent = match (leaf.under, body) {
                (Under::Pdf { page, .. }, Body::Pdf(pdf)) => {
                    pdf.pages.get(page).is_some_and(|page| page.image_only)
                }
                (Under::Picture { .. }, _) => true,
                _ => false,
            };
            if leaf.read {
                remarks.read.push(page);
            } else if silent {
                remarks.image_only.push(page);
            }
        }
        if let (Body::Missing(_), DocumentKind::Exhibit(exhibit)) = (body, &document.kind) {
            remarks.placeholders.push((exhibit.label.clone(), entry.page));
        }
    }
    remarks
}
