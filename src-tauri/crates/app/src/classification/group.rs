//! What only a look at the whole group shows of one claimant, and whom one claimant's change concerns.

use std::collections::BTreeSet;

use joinder_domain::claimant::Claimant;
use joinder_domain::classification::GroupFacts;
use joinder_domain::id::ClaimantNumber;
use joinder_store::Reader;
use joinder_store::claimant::{EmailKeys, first_two_at};

use crate::error::Result;

/// What the group shows of one claimant.
pub(crate) fn facts(reader: &Reader<'_>, claimant: &Claimant) -> Result<GroupFacts> {
    let mut mailbox_shared = false;
    for address in addresses(claimant) {
        mailbox_shared |= first_two_at(reader, &address)?.len() > 1;
    }
    Ok(GroupFacts { mailbox_shared, ..GroupFacts::default() })
}

/// The addresses of a claimant, as keys to look others up by.
pub(crate) fn addresses(claimant: &Claimant) -> BTreeSet<String> {
    let emails = claimant.contact.emails.iter();
    emails.filter_map(|email| EmailKeys::of(&email.address)).map(|keys| keys.exact).collect()
}

/// Those whose own answer may change because the addresses of `changed` did: whoever was alone at an address until
/// now, or is alone there from now on. Where more were before and are still, nothing changes for any of them.
pub(super) fn concerned(
    reader: &Reader<'_>,
    changed: ClaimantNumber,
    before: &BTreeSet<String>,
    after: &BTreeSet<String>,
) -> Result<BTreeSet<ClaimantNumber>> {
    let mut concerned = BTreeSet::new();
    for address in before.symmetric_difference(after) {
        let holders = first_two_at(reader, address)?;
        let others: Vec<_> = holders.iter().filter(|number| **number != changed).collect();
        if let ([other], true) = (others.as_slice(), holders.len() == 1 || after.contains(address)) {
            concerned.insert(**other);
        }
    }
    Ok(concerned)
}

/// Among new claimants those who share an address with anybody, and of the earlier ones those who begin to share
/// theirs. All of them are in the store already; numbers of new ones start at `first`.
pub(super) fn newly_sharing(
    reader: &Reader<'_>,
    first: ClaimantNumber,
    new: &[(ClaimantNumber, &Claimant)],
) -> Result<(BTreeSet<ClaimantNumber>, BTreeSet<ClaimantNumber>)> {
    let (mut sharing, mut earlier) = (BTreeSet::new(), BTreeSet::new());
    for (number, claimant) in new {
        for address in addresses(claimant) {
            if let [one, two] = first_two_at(reader, &address)?.as_slice() {
                sharing.insert(*number);
                if *one < first && *two >= first {
                    earlier.insert(*one);
                }
            }
        }
    }
    Ok((sharing, earlier))
}
