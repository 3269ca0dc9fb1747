//! Which copies are independent of one another: files are never counted, since a copied forgery would corroborate itself.

use std::collections::HashMap;

use super::Copy;

/// For each copy, the group of those that are not independent of it.
///
/// Two copies are of one group when they have a Message-ID or a signature in common, or the same claimant or recipient: one
/// person's word counts once, however many files come with it.
pub(super) fn groups(copies: &[Copy]) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..copies.len()).collect();
    let mut known: HashMap<Mark<'_>, usize> = HashMap::new();
    let addresses: Vec<Vec<String>> =
        copies.iter().map(|copy| copy.recipients.iter().map(|a| a.to_lowercase()).collect()).collect();
    for (at, (copy, addresses)) in copies.iter().zip(&addresses).enumerate() {
        let id = (!copy.message_id.is_empty()).then_some(Mark::Message(&copy.message_id));
        let person = copy.person.map(Mark::Person);
        let signatures = copy.signatures.iter().filter(|signature| !signature.value.is_empty());
        let marks =
            id.into_iter().chain(person).chain(signatures.map(|signature| Mark::Signature(&signature.value)));
        for mark in marks.chain(addresses.iter().map(|address| Mark::Address(address))) {
            let first = *known.entry(mark).or_insert(at);
            join(&mut parents, first, at);
        }
    }
    (0..copies.len()).map(|at| root(&mut parents, at)).collect()
}

#[derive(PartialEq, Eq, Hash)]
enum Mark<'c> {
    Message(&'c str),
    Signature(&'c str),
    Person(u32),
    Address(&'c str),
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(&parent) = parents.get(at).filter(|parent| **parent != at) {
        let grandparent = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(at) {
            *slot = grandparent;
        }
        at = grandparent;
    }
    at
}

fn join(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    // The earlier copy stands for the group.
    if let Some(slot) = parents.get_mut(one.max(other)) {
        *slot = one.min(other);
    }
}
