//! Notes, tasks and correspondence on the way between two copies of a matter.
//!
//! An entry is known by its random number, and its states by their digests. What only the other copy changed is taken; where
//! both did, both stand, each as an entry of its own, so that nobody's words are lost.

use std::collections::BTreeSet;

use joinder_domain::audit::{Digest, SubjectKind, canonical};
use joinder_domain::id::{ClaimantNumber, PersonId};
use joinder_domain::journal::Entry;
use joinder_packet::{Beside, Transfer};
use joinder_store::journal::{self as store, Brought, Kept};
use joinder_store::{Reader, Write, audit, merge, person};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::{Error, Result};

/// What becomes of an entry of the other copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "TransferStep"))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// It is not known here, and is added.
    New,
    /// It was changed there only: the change is taken.
    Changed,
    /// It was taken away there only, and is taken away here.
    Removed,
    /// It was changed there and here: theirs is added, ours stays.
    Both,
}

/// An entry that differs from what stands here.
pub(crate) struct Differing<'a> {
    pub(crate) step: Step,
    pub(crate) theirs: &'a Beside,
    ours: Option<Kept>,
}

/// Everything beside a record but what only its writer sees, the earliest first.
pub(super) fn gather(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<Beside>> {
    let found = kept(reader, number)?.into_iter().filter(|(kept, _)| !kept.entry.is_personal());
    let beside = found.map(|(kept, mut states)| {
        states.pop();
        Beside {
            mark: kept.mark(),
            made: kept.made,
            person: kept.person,
            who: kept.person_name,
            entry: kept.entry,
            removed: kept.removed,
            states,
        }
    });
    Ok(beside.collect())
}

/// The entries of the other copy that differ from what stands beside the record here; all of them for somebody new.
pub(crate) fn differing<'a>(
    reader: &Reader<'_>,
    transfer: &'a Transfer,
    number: Option<ClaimantNumber>,
) -> Result<Vec<Differing<'a>>> {
    let known = number.map_or_else(|| Ok(Vec::new()), |number| kept(reader, number))?;
    let marks: BTreeSet<Uuid> = known.iter().map(|(kept, _)| kept.mark()).collect();
    let steps = transfer.beside.iter().filter_map(|theirs| {
        let ours = known.iter().find(|(kept, _)| kept.mark() == theirs.mark);
        let step = match ours {
            None if theirs.removed => return None,
            None => Step::New,
            Some((kept, _)) if kept.entry.kind() != theirs.entry.kind() => Step::Both,
            Some((_, states)) => step(theirs, states)?,
        };
        let ours = ours.filter(|_| step != Step::Both).map(|(kept, _)| kept.clone());
        // What came in before stands here already, as what it was or as the twin of what ours became.
        let stands = |(kept, _): &(Kept, Vec<Digest>)| is_the_same(kept, theirs);
        let there = match step {
            Step::New => known.iter().any(stands),
            Step::Both => marks.contains(&twin(theirs)) || known.iter().any(stands),
            Step::Changed | Step::Removed => false,
        };
        (!there).then_some(Differing { step, theirs, ours })
    });
    Ok(steps.collect())
}

/// What becomes of an entry that has had these states here; `None` when it is no news.
fn step(theirs: &Beside, ours: &[Digest]) -> Option<Step> {
    let (last, state) = (ours.last()?, digest(&state(&theirs.entry, theirs.removed)));
    let taken = Some(if theirs.removed { Step::Removed } else { Step::Changed });
    match (ours.contains(&state), theirs.states.contains(last)) {
        _ if *last == state => None,
        (false, true) => taken,
        (true, false) => None,
        // To and fro, as with a task that is done and opened again: the one who changed it more often has the last word.
        (true, true) => taken.filter(|_| theirs.states.len() >= ours.len()),
        // Nothing is lost where only their copy was taken away.
        (false, false) => (!theirs.removed).then_some(Step::Both),
    }
}

/// Takes what differs.
pub(crate) fn take(tx: &mut Write<'_>, number: ClaimantNumber, differing: &[Differing<'_>]) -> Result<()> {
    let people: BTreeSet<PersonId> = person::list(tx)?.into_iter().map(|person| person.id).collect();
    for one in differing {
        let entry = readable(one.theirs.entry.clone(), &people)?;
        if let Some(ours) = &one.ours {
            store::put(tx, ours.id, ours.version, &entry, one.theirs.removed)?;
            continue;
        }
        let mark = if one.step == Step::Both { twin(one.theirs) } else { one.theirs.mark };
        let Beside { made, person, who, .. } = one.theirs;
        let new = Brought { mark, made: *made, person: *person, person_name: who.clone(), entry };
        store::bring(tx, number, &new)?;
    }
    Ok(())
}

/// The entry as it can stand here: a task for somebody who does not work on this copy is for whoever comes to it.
fn readable(entry: Entry, people: &BTreeSet<PersonId>) -> Result<Entry> {
    let mut entry = entry.checked().map_err(|_| Error::new("sealed-malformed"))?;
    match &mut entry {
        Entry::Task(task) => task.assignee = task.assignee.filter(|person| people.contains(person)),
        // Nobody else could look at what is for its writer alone.
        Entry::Note(note) => note.personal = false,
        Entry::Correspondence(_) => {}
    }
    Ok(entry)
}

/// The entries of a record and of those that went into it, each with the digests of its states, the earliest first.
fn kept(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<(Kept, Vec<Digest>)>> {
    let mut found = Vec::new();
    for number in inside(reader, number)? {
        let entries = store::all_of(reader, number)?;
        if entries.is_empty() {
            continue;
        }
        let history = audit::of_claimant(reader, number)?;
        for kept in entries {
            let subject = format!("{} {}", number.0, kept.id);
            let mut now = state(&kept.entry, kept.removed);
            let mut states = vec![digest(&now)];
            let written = history.iter().filter(|listed| {
                let of = &listed.link.entry.subject;
                of.kind == SubjectKind::Journal && of.id == subject
            });
            for change in written.filter_map(|listed| listed.change.as_ref()) {
                now = without_null(change.undo(&now));
                states.push(digest(&now));
            }
            // Before it was written it said nothing: that is no state of it.
            if now.is_null() && states.len() > 1 {
                states.pop();
            }
            states.reverse();
            found.push((kept, states));
        }
    }
    Ok(found)
}

/// A record and those that went into it, through as many merges as there were.
fn inside(reader: &Reader<'_>, number: ClaimantNumber) -> Result<Vec<ClaimantNumber>> {
    let (mut all, mut at) = (vec![number], 0);
    while let Some(next) = all.get(at).copied() {
        let lost = merge::lost_into(reader, next)?;
        all.extend(lost.into_iter().filter(|lost| !all.contains(lost)).collect::<Vec<_>>());
        at += 1;
    }
    Ok(all)
}

/// What an entry says, as its states are compared; nothing for one that was taken away.
fn state(entry: &Entry, removed: bool) -> Value {
    if removed { Value::Null } else { without_null(json!(entry)) }
}

/// A blank field and one that is not there are one to the history.
fn without_null(mut value: Value) -> Value {
    if let Some(fields) = value.as_object_mut() {
        fields.retain(|_, field| !field.is_null());
    }
    value
}

fn digest(state: &Value) -> Digest {
    Digest::of(canonical(state).as_bytes())
}

/// The number under which an entry stands that both changed: the same whenever it comes in again.
fn twin(theirs: &Beside) -> Uuid {
    let state = digest(&state(&theirs.entry, theirs.removed));
    let both = Digest::of([theirs.mark.as_bytes().as_slice(), &state.0].concat().as_slice());
    Uuid::from_bytes(both.0.first_chunk().copied().unwrap_or_default())
}

/// Whether the same words of the same moment stand here under another number.
fn is_the_same(kept: &Kept, theirs: &Beside) -> bool {
    !kept.removed
        && (kept.made, kept.person) == (theirs.made, theirs.person)
        && state(&kept.entry, false) == state(&theirs.entry, false)
}
