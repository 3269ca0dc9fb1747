//! Every pair of a file, or of two, that may be of one person.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use super::block::Blocks;
use super::compare::compare;
use super::field::{Field, Level, Pattern};
use super::index::Index;
use super::model::{Model, learn};
use super::reason::{Reason, reasons};

/// A candidate pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Position of the earlier record.
    pub a: u32,
    /// Position of the later record.
    pub b: u32,
    /// Probability that both are of one person.
    pub score: f64,
    /// Probability that they are of two people of one household.
    pub household: f64,
    /// Weight of all fields together, in bits.
    pub bits: f64,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Match {
    /// Whether both are of people of one family: first names that are not alike and neither a mailbox nor a telephone of
    /// their own in common, as twins have. A parent and a child are told apart by their dates of birth.
    pub fn is_of_kin(&self) -> bool {
        let level =
            |field| self.reasons.iter().find(|reason| reason.field == field).map(|reason| reason.level);
        let agree = |field| matches!(level(field), Some(Level::Exact | Level::Variant));
        level(Field::Given) == Some(Level::Different) && !agree(Field::Email) && !agree(Field::Phone)
    }
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The rates by which pairs were judged.
    pub model: Model,
    /// The pairs, in order of their positions.
    pub matches: Vec<Match>,
    /// How many pairs were compared.
    pub compared: u64,
}

/// The search was asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Told how far a search has come, of how much; answers whether to go on.
pub type Watch<'a> = &'a (dyn Fn(u64, u64) -> bool + Sync);

/// What to search, and how.
#[derive(Clone, Copy)]
pub struct Search<'a> {
    /// Pairs below this score are left out, unless they look like one household.
    pub floor: f64,
    /// How many threads work on it; the answer does not depend on it.
    pub workers: usize,
    /// The model to judge by; learned from the records themselves when there is none.
    pub model: Option<&'a Model>,
}

/// Records that one worker takes at a time.
const STEP: u32 = 512;
/// Records whose candidates the model is learned from, spread evenly over all.
const LEARN_FROM: u32 = 60_000;

/// Finds every pair that may be of one person.
///
/// # Errors
/// [`Stopped`] when `watch` said so.
pub fn search(index: &Index, how: Search<'_>, watch: Watch<'_>) -> Result<Found, Stopped> {
    let blocks = Blocks::of(index);
    let records = index.len();
    let every = records.div_ceil(LEARN_FROM).max(1);
    let total = u64::from(records).saturating_add(u64::from(records / every));
    let watched = Watched { watch, done: AtomicU64::new(0), total, stop: AtomicBool::new(false) };
    let learned = match how.model {
        Some(model) => model.clone(),
        None => {
            let seen = each(how.workers, records / every, &watched, |at, seen: &mut Patterns| {
                let (record, mut partners) = (at.saturating_mul(every), Vec::new());
                blocks.partners(index, record, &mut partners);
                for other in partners {
                    let pattern = compare(index, record, other).pattern;
                    if pattern == Pattern::default() {
                        continue;
                    }
                    let count = seen.0.entry(pattern).or_insert(0);
                    *count = u64::saturating_add(*count, 1);
                }
            })?;
            let mut all = BTreeMap::new();
            for (pattern, count) in seen.into_iter().flat_map(|seen| seen.0) {
                let sum = all.entry(pattern).or_insert(0_u64);
                *sum = sum.saturating_add(count);
            }
            let scaled: Vec<(Pattern, f64)> =
                all.into_iter().map(|(pattern, count)| (pattern, count as f64 * f64::from(every))).collect();
            learn(index, &scaled)
        }
    };
    let parts = each(how.workers, records, &watched, |record, part: &mut Part| {
        let mut partners = std::mem::take(&mut part.partners);
        blocks.partners(index, record, &mut partners);
        for other in &partners {
            let compared = compare(index, record, *other);
            // Two records that have nothing in common to compare say nothing of each other.
            if compared.pattern == Pattern::default() {
                continue;
            }
            let judged = learned.judge(index, &compared);
            if judged.same >= how.floor || (judged.household >= HOUSEHOLD && judged.same >= how.floor / 100.0)
            {
                part.matches.push(Match {
                    a: record,
                    b: *other,
                    score: judged.same,
                    household: judged.household,
                    bits: judged.bits,
                    reasons: reasons(&learned, index, &compared),
                });
            }
        }
        part.compared = part.compared.saturating_add(partners.len() as u64);
        part.partners = partners;
    })?;
    let compared = parts.iter().map(|part| part.compared).sum();
    let mut matches: Vec<Match> = parts.into_iter().flat_map(|part| part.matches).collect();
    matches.sort_by_key(|found| (found.a, found.b));
    Ok(Found { model: learned, matches, compared })
}

/// From this probability on two records look like two people of one household.
const HOUSEHOLD: f64 = 0.5;

#[derive(Default)]
struct Patterns(std::collections::HashMap<Pattern, u64>);

#[derive(Default)]
struct Part {
    matches: Vec<Match>,
    compared: u64,
    partners: Vec<u32>,
}

struct Watched<'a> {
    watch: Watch<'a>,
    done: AtomicU64,
    total: u64,
    stop: AtomicBool,
}

/// Does something for each number below `count` on several threads, each with a state of its own.
fn each<S: Default + Send>(
    workers: usize,
    count: u32,
    watched: &Watched<'_>,
    work: impl Fn(u32, &mut S) + Sync,
) -> Result<Vec<S>, Stopped> {
    let workers = workers.clamp(1, 64);
    let run = |worker: usize| {
        let mut state = S::default();
        let starts = (0..count).step_by(STEP as usize).skip(worker).step_by(workers);
        for start in starts {
            if watched.stop.load(Ordering::Relaxed) {
                break;
            }
            let end = start.saturating_add(STEP).min(count);
            (start..end).for_each(|at| work(at, &mut state));
            let more = u64::from(end.saturating_sub(start));
            let done = watched.done.fetch_add(more, Ordering::Relaxed).saturating_add(more);
            if !(watched.watch)(done, watched.total) {
                watched.stop.store(true, Ordering::Relaxed);
            }
        }
        state
    };
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        for worker in 1..workers {
            let (sender, run) = (sender.clone(), &run);
            scope.spawn(move || sender.send(run(worker)));
        }
        // The channel is open as long as its receiver, which outlives the scope.
        let _ = sender.send(run(0));
        drop(sender);
    });
    if watched.stop.load(Ordering::Relaxed) {
        return Err(Stopped);
    }
    Ok(receiver.into_iter().collect())
}
