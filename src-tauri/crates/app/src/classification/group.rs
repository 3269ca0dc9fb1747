//! What only a look at the whole group shows of one claimant, and whom one claimant's change concerns.

use std::collections::BTreeSet;

use joinder_domain::claimant::Claimant;
use joinder_domain::classification::{GroupFacts, OwnWordsKey, own_words_keys};
use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant::{self as store, EmailKeys};
use joinder_store::{Reader, match_pair};

use crate::error::{Error, Result};
use crate::matching::THRESHOLD;

/// Something that two claimants can share, and that says something of both when they do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shared {
    /// An email address.
    Address(String),
    /// Words that are all but the same.
    Words(OwnWordsKey),
}

impl Shared {
    /// Everything of a claimant that another one can share.
    pub(crate) fn of(claimant: &Claimant) -> BTreeSet<Self> {
        let emails = claimant.contact.emails.iter();
        let addresses = emails.filter_map(|email| EmailKeys::of(&email.address)).map(|keys| keys.exact);
        let words = own_words_keys(&claimant.consequence.own_words);
        addresses.map(Self::Address).chain(words.into_iter().map(Self::Words)).collect()
    }

    /// The first two claimants who have it, in order of their numbers: enough to tell whether it is shared.
    fn first_two(&self, reader: &Reader<'_>) -> Result<Vec<ClaimantNumber>> {
        Ok(match self {
            Self::Address(address) => store::first_two_at(reader, address)?,
            Self::Words(key) => store::first_two_saying(reader, key)?,
        })
    }

    fn note(&self, facts: &mut GroupFacts) {
        match self {
            Self::Address(_) => facts.mailbox_shared = true,
            Self::Words(_) => facts.similar_words = true,
        }
    }
}

/// What the group shows of one claimant.
pub(crate) fn facts(reader: &Reader<'_>, number: ClaimantNumber, claimant: &Claimant) -> Result<GroupFacts> {
    let possible_duplicate = match_pair::is_open(reader, number, THRESHOLD)?;
    let mut facts = GroupFacts { possible_duplicate, ..GroupFacts::default() };
    for shared in Shared::of(claimant) {
        if shared.first_two(reader)?.len() > 1 {
            shared.note(&mut facts);
        }
    }
    Ok(facts)
}

/// What the group shows of everybody, read at once.
pub(super) struct Everybody {
    addresses: BTreeSet<ClaimantNumber>,
    words: BTreeSet<ClaimantNumber>,
    duplicates: BTreeSet<ClaimantNumber>,
}

impl Everybody {
    /// Reads it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn read(reader: &Reader<'_>) -> Result<Self> {
        let (addresses, words) = (store::sharing_an_address(reader)?, store::sharing_words(reader)?);
        let duplicates = match_pair::all_open(reader, THRESHOLD)?;
        Ok::<_, Error>(Self { addresses, words, duplicates })
    }

    /// What it shows of one claimant.
    pub fn facts(&self, number: ClaimantNumber) -> GroupFacts {
        GroupFacts {
            possible_duplicate: self.duplicates.contains(&number),
            mailbox_shared: self.addresses.contains(&number),
            similar_words: self.words.contains(&number),
        }
    }
}

/// Those whose own answer may change because what `changed` can share did: whoever was alone with it until now, or is
/// alone with it from now on. Where more were before and are still, nothing changes for any of them.
pub(super) fn concerned(
    reader: &Reader<'_>,
    changed: ClaimantNumber,
    before: &BTreeSet<Shared>,
    after: &BTreeSet<Shared>,
) -> Result<BTreeSet<ClaimantNumber>> {
    let mut concerned = BTreeSet::new();
    for shared in before.symmetric_difference(after) {
        let holders = shared.first_two(reader)?;
        let others: Vec<_> = holders.iter().filter(|number| **number != changed).collect();
        if let ([other], true) = (others.as_slice(), holders.len() == 1 || after.contains(shared)) {
            concerned.insert(**other);
        }
    }
    Ok(concerned)
}
