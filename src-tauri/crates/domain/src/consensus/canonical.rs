//! The canonical notice: what independent strong copies share.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::compare::Measure;
use super::word::{Personal, hosts, words};
use super::{Copy, family};

/// Independent copies that must agree before the canonical notice is relied on.
const ENOUGH: u32 = 3;
/// Hours from the middle of all copies within which the window of sending lies.
const WINDOW: i64 = 48;

/// What independent strong copies share, each with how many have it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Canonical {
    /// Enough independent copies agree, and they are more than half of them.
    pub established: bool,
    /// Independent strong copies from which it was built.
    pub of: u32,
    /// The copy whose text stands for all: that which has most in common with the others.
    pub from: String,
    /// That text.
    pub text: String,
    /// Addresses and names in it that are its recipient's.
    pub personal: (Vec<String>, Vec<String>),
    /// Domain of the sender's address.
    pub sender_domain: Shared,
    /// Subject without prefixes.
    pub subject: Shared,
    /// Domain of the Message-ID.
    pub message_id_domain: Shared,
    /// How the left side of the Message-ID is made.
    pub message_id_pattern: Shared,
    /// Domain of the DKIM signature.
    pub dkim_domain: Shared,
    /// Its selector.
    pub dkim_selector: Shared,
    /// Hosts of the web addresses in the text.
    pub hosts: Vec<String>,
    /// When it was sent, in UK time: the first and the last of the copies that agree.
    pub window: Option<(DateTime, DateTime)>,
}

/// A value that most copies have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "SharedValue"))]
#[serde(default)]
pub struct Shared {
    /// The value; empty when no copy has one.
    pub value: String,
    /// Independent copies that have it.
    pub agree: u32,
    /// Independent copies that have any.
    pub of: u32,
}

impl Shared {
    /// The value that most of the copies have; of equally many, the first in order of the alphabet.
    fn of<'v>(values: impl Iterator<Item = Option<&'v str>>) -> Self {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for value in values.flatten().filter(|value| !value.is_empty()) {
            *counts.entry(value).or_default() += 1;
        }
        let of = counts.values().sum();
        let best = counts.iter().max_by_key(|(value, count)| (**count, std::cmp::Reverse(**value)));
        best.map(|(value, agree)| Self { value: (*value).to_owned(), agree: *agree, of }).unwrap_or_default()
    }

    /// Whether a copy with this value differs from what more than half of the others have.
    pub(super) fn excludes(&self, value: &str) -> bool {
        !value.is_empty() && !self.value.is_empty() && 2 * self.agree > self.of && self.value != value
    }

    /// Whether a copy with this value differs from what nearly all of the others have, for what varies by chance.
    pub(super) fn nearly_all_have_another(&self, value: &str) -> bool {
        self.excludes(value)
            && self.agree >= ENOUGH
            && self.agree.saturating_mul(10) >= self.of.saturating_mul(9)
    }
}

/// A copy's words, compared by key, and whether it speaks for its group.
pub(super) struct Read {
    pub(super) keys: Vec<u64>,
    pub(super) group: usize,
}

/// A copy's text as keys, personal details told apart.
pub(super) fn keys(copy: &Copy) -> Vec<u64> {
    let personal = Personal::new(&copy.recipients, &copy.names);
    words(&copy.body, &personal).iter().map(|word| word.key).collect()
}

/// The same of the canonical text.
pub(super) fn canonical_keys(canonical: &Canonical) -> Vec<u64> {
    let (addresses, names) = &canonical.personal;
    words(&canonical.text, &Personal::new(addresses, names)).iter().map(|word| word.key).collect()
}

/// Builds the canonical notice; `None` when there is no strong copy.
pub(super) fn build(copies: &[Copy], read: &[Read]) -> Option<Canonical> {
    // One copy speaks for each group: the strongest, and of these the first.
    let mut speakers: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, (copy, read)) in copies.iter().zip(read).enumerate() {
        if !copy.is_strong() || read.keys.is_empty() {
            continue;
        }
        let speaker = speakers.entry(read.group).or_insert(at);
        if copies.get(*speaker).is_some_and(|known| known.tier < copy.tier) {
            *speaker = at;
        }
    }
    let mut chosen: Vec<usize> = speakers.into_values().collect();
    // Where there are enough of the strongest kind, the others need not be asked.
    let strongest: Vec<usize> =
        chosen.iter().copied().filter(|at| copies.get(*at).is_some_and(|copy| copy.tier >= 5)).collect();
    if strongest.len() as u64 >= u64::from(ENOUGH) {
        chosen = strongest;
    }
    let best = most_typical(&chosen, read)?;
    let copy = copies.get(best)?;
    let measure = Measure::new(read.get(best)?.keys.clone());
    let agreeing: Vec<&Copy> = chosen
        .iter()
        .filter(|at| read.get(**at).is_some_and(|read| measure.likeness(&read.keys).whole))
        .filter_map(|at| copies.get(*at))
        .collect();
    let (agree, of) = (count(agreeing.len()), count(chosen.len()));
    let shared = |value: fn(&Copy) -> Option<String>| {
        let values: Vec<Option<String>> = agreeing.iter().map(|copy| value(copy)).collect();
        Shared::of(values.iter().map(Option::as_deref))
    };
    Some(Canonical {
        established: agree >= ENOUGH && 2 * agree > of,
        of,
        from: copy.id.clone(),
        text: copy.body.clone(),
        personal: (copy.recipients.clone(), copy.names.clone()),
        sender_domain: shared(|copy| Some(copy.sender_domain.clone())),
        subject: shared(|copy| Some(copy.subject.clone())),
        message_id_domain: shared(|copy| Some(family::domain(&copy.message_id))),
        message_id_pattern: shared(|copy| Some(family::pattern(&copy.message_id))),
        dkim_domain: shared(|copy| signature(copy).map(|one| one.domain.to_lowercase())),
        dkim_selector: shared(|copy| signature(copy).map(|one| one.selector.to_lowercase())),
        hosts: hosts(&copy.body),
        window: window(&agreeing),
    })
}

/// Of several signatures, the one that holds, or else the first: sending services sign beside the sender.
fn signature(copy: &Copy) -> Option<&super::CopySignature> {
    copy.signatures.iter().find(|one| one.body_matches).or_else(|| copy.signatures.first())
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The copy whose text has most in common with those of all others: first by how many have the very same text, then by the
/// pairs of words that others have too.
fn most_typical(chosen: &[usize], read: &[Read]) -> Option<usize> {
    // Equal texts are counted once, with how many there are.
    let mut texts: HashMap<&[u64], (usize, u32)> = HashMap::new();
    for at in chosen {
        let Some(one) = read.get(*at) else { continue };
        texts.entry(&one.keys).or_insert((*at, 0)).1 += 1;
    }
    let mut pairs: HashMap<(u64, u64), u32> = HashMap::new();
    let each = |words: &[u64]| {
        let mut own: Vec<(u64, u64)> = words.iter().copied().zip(words.iter().copied().skip(1)).collect();
        own.sort_unstable();
        own.dedup();
        own
    };
    for (words, (_, copies)) in &texts {
        for pair in each(words) {
            *pairs.entry(pair).or_default() += *copies;
        }
    }
    let typical = |words: &[u64]| {
        let own = each(words);
        let known: u64 = own.iter().map(|pair| u64::from(pairs.get(pair).copied().unwrap_or_default())).sum();
        // Whole numbers keep the order the same on every machine.
        known.saturating_mul(1_000) / (own.len() as u64).max(1)
    };
    // Of equals one is taken by what it says, so that the order in which copies came in does not matter.
    let best = texts.iter().map(|(words, (at, copies))| (*copies, typical(words), *words, *at));
    best.max().map(|(.., at)| at)
}

fn window(agreeing: &[&Copy]) -> Option<(DateTime, DateTime)> {
    let mut times: Vec<DateTime> = agreeing.iter().filter_map(|copy| copy.sent).collect();
    times.sort_unstable();
    let middle = *times.get(times.len() / 2)?;
    let near = |time: &&DateTime| time.duration_since(middle).as_hours().abs() <= WINDOW;
    let first = times.iter().find(near)?;
    let last = times.iter().rev().find(near)?;
    Some((*first, *last))
}
