//! What only a look at several records together shows.

use std::collections::{BTreeMap, BTreeSet};

use super::{GroupFacts, own_words};
use crate::claimant::Claimant;
use crate::contact::Email;
use crate::matching::{IndexBuilder, Model, Particulars, Search, search};

/// What a look at all of these records shows for each, in their order.
///
/// Two records may be of one person when the comparison of all their particulars makes that as likely as `threshold`
/// (`situations.md` 7.2 row 38): a father and his son, twins, and couples are told apart (rows 39 and 41). Of two people
/// with one email address neither is known to be the one whom its mail was for. Own words that are all but somebody
/// else's are told too (row 84).
pub fn look_at_group(claimants: &[&Claimant], threshold: f64) -> Vec<GroupFacts> {
    let mut facts = vec![GroupFacts::default(); claimants.len()];
    let pairs = alike(claimants, threshold);
    for at in pairs.iter().flat_map(|(a, b)| [*a, *b]) {
        if let Some(facts) = facts.get_mut(at) {
            facts.possible_duplicate = true;
        }
    }
    for holders in by_address(claimants).values() {
        for (at, first) in holders.iter().enumerate().take(HOLDERS_MOST) {
            for second in holders.iter().skip(at + 1).take(HOLDERS_MOST) {
                let shared = !pairs.contains(&(*first, *second));
                for one in [*first, *second] {
                    if let Some(facts) = facts.get_mut(one) {
                        facts.mailbox_shared |= shared;
                    }
                }
            }
        }
    }
    let words: Vec<&str> = claimants.iter().map(|claimant| claimant.consequence.own_words.as_str()).collect();
    for (facts, alike) in facts.iter_mut().zip(own_words::alike(&words)) {
        facts.similar_words = alike;
    }
    facts
}

/// More holders of one address than this are a switchboard or a campaign, not a household.
const HOLDERS_MOST: usize = 50;

/// The pairs that may be of one person, each with the earlier record first.
fn alike(claimants: &[&Claimant], threshold: f64) -> BTreeSet<(usize, usize)> {
    let mut builder = IndexBuilder::default();
    for claimant in claimants {
        builder.push(&Particulars::from(*claimant));
    }
    let index = builder.finish();
    // Too few to learn from: a file of two says nothing of how often people share a name.
    let model = Model::beforehand(f64::from(index.len()).max(SMALLEST));
    let how = Search { floor: threshold, workers: 2, model: Some(&model) };
    let found = search(&index, how, &|_, _| true).map(|found| found.matches).unwrap_or_default();
    let same = found.into_iter().filter(|pair| pair.score >= threshold && !pair.is_of_kin());
    same.map(|pair| (pair.a.min(pair.b) as usize, pair.a.max(pair.b) as usize)).collect()
}

/// A handful of records is taken for a part of a group of this size.
const SMALLEST: f64 = 1_000.0;

/// Who gave each address, as evidence knows it.
fn by_address(claimants: &[&Claimant]) -> BTreeMap<String, BTreeSet<usize>> {
    let mut holders: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (at, claimant) in claimants.iter().enumerate() {
        for email in &claimant.contact.emails {
            if let Ok(email) = Email::parse(&email.address) {
                holders.entry(email.caseless_key()).or_default().insert(at);
            }
        }
    }
    holders
}
