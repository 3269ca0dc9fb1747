//! What only a look at several records together shows.

use std::collections::BTreeMap;

use super::{GroupFacts, own_words};
use crate::claimant::Claimant;
use crate::claimant::name::search_form;
use crate::contact::{Email, Phone};

/// One way in which two records can belong together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The same address, as evidence.
    Email(String),
    /// The same mailbox behind it.
    Mailbox(String),
    Phone(String),
    /// Postcode and first line.
    Home(String),
    Name(String),
}

impl Key {
    /// People of one household share a home; a name is shared by strangers.
    fn is_personal(&self) -> bool {
        matches!(self, Self::Mailbox(_) | Self::Phone(_))
    }
}

/// What a look at all of these records shows for each, in their order.
///
/// Two records may be of one person when their dates of birth are equal and an email address, a telephone number or
/// an address is too, whatever the names (`situations.md` 7.2 row 38); or, where a date of birth is missing, when the
/// names and an email address or telephone number are equal. Different dates of birth are different people, even under
/// one name and address (row 39). Of two people with one email address neither is known to be the one whom its mail
/// was for (row 41). Own words that are all but somebody else's are told too (row 84).
pub fn look_at_group(claimants: &[&Claimant]) -> Vec<GroupFacts> {
    let keys: Vec<Vec<Key>> = claimants.iter().map(|claimant| keys(claimant)).collect();
    let mut by_key: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
    for (at, keys) in keys.iter().enumerate() {
        for key in keys {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut facts = vec![GroupFacts::default(); claimants.len()];
    for (key, holders) in by_key {
        meet(key, &holders, claimants, &keys, &mut facts);
    }
    let words: Vec<&str> = claimants.iter().map(|claimant| claimant.consequence.own_words.as_str()).collect();
    for (facts, alike) in facts.iter_mut().zip(own_words::alike(&words)) {
        facts.similar_words = alike;
    }
    facts
}

/// More holders of one key than this are a switchboard or a campaign, not a household.
const HOLDERS_MOST: usize = 50;

fn meet(key: &Key, holders: &[usize], claimants: &[&Claimant], keys: &[Vec<Key>], facts: &mut [GroupFacts]) {
    for (at, first) in holders.iter().enumerate().take(HOLDERS_MOST) {
        for second in holders.iter().skip(at + 1).take(HOLDERS_MOST) {
            let (Some(a), Some(b)) = (claimants.get(*first), claimants.get(*second)) else { continue };
            let same_name = || {
                let names =
                    |at: &usize| keys.get(*at).into_iter().flatten().filter(|k| matches!(k, Key::Name(_)));
                names(first).any(|name| names(second).any(|other| name == other))
            };
            let same_person = match (a.identity.date_of_birth, b.identity.date_of_birth) {
                (Some(a), Some(b)) => a == b && !matches!(key, Key::Name(_)),
                _ => key.is_personal() && same_name(),
            };
            for one in [*first, *second] {
                let Some(facts) = facts.get_mut(one) else { continue };
                facts.possible_duplicate |= same_person;
                facts.mailbox_shared |= !same_person && matches!(key, Key::Email(_));
            }
        }
    }
}

fn keys(claimant: &Claimant) -> Vec<Key> {
    let mut keys = Vec::new();
    for email in &claimant.contact.emails {
        if let Ok(email) = Email::parse(&email.address) {
            keys.push(Key::Email(email.evidence_key()));
            keys.push(Key::Mailbox(email.mailbox_key()));
        }
    }
    for phone in [&claimant.contact.mobile, &claimant.contact.landline] {
        if let Ok(phone) = Phone::parse(phone) {
            keys.push(Key::Phone(phone.to_string()));
        }
    }
    for address in &claimant.contact.addresses {
        let line = address.lines.iter().map(|line| search_form(line)).find(|line| !line.is_empty());
        let postcode = search_form(&address.postcode).replace(' ', "");
        if let (Some(line), false) = (line, postcode.is_empty()) {
            keys.push(Key::Home(format!("{postcode} {line}")));
        }
    }
    let identity = &claimant.identity;
    let names = std::iter::once(identity.full_name())
        .chain(identity.other_names.iter().map(|other| other.name.clone()));
    keys.extend(names.map(|name| search_form(&name)).filter(|name| !name.is_empty()).map(Key::Name));
    keys.sort();
    keys.dedup();
    keys
}
