//! What packets of different people may have in common: a device, their words but for a few, an address but for one letter.
//!
//! Each is a digest, so that thousands of packets are compared by looking up and not one by one. Words are compared by a sketch
//! (MinHash: Broder, 1997): of all runs of three words each of several hash functions keeps the least. Two texts have about as
//! many of these in common as they share of their runs, whatever was added, left out or put in another order.

use std::collections::BTreeSet;

use joinder_domain::audit::Digest;
use joinder_domain::claimant::Claimant;
use joinder_packet::Manifest;
use joinder_store::packet::Signal;

pub(super) const DEVICE: &str = "device";
pub(super) const WORDS: &str = "words";
pub(super) const ADDRESS: &str = "address";

/// Words that are looked at together.
const RUN: usize = 3;
/// Shorter texts say what many say.
const RUNS_LEAST: usize = 12;
const RUNS_MOST: usize = 4_000;
/// Hash functions of a sketch.
pub(super) const SKETCH: u8 = 24;
/// Of these, so many in common are of texts with a third of their runs in common: a word changed in each sentence leaves more, and
/// two people who speak for themselves share hardly one.
pub(super) const SKETCH_ALIKE: usize = 8;
const ADDRESSES_MOST: usize = 10;

/// The signals of a packet, each once.
pub(super) fn signals(manifest: &Manifest, claimant: &Claimant) -> Vec<Signal> {
    let mut found = BTreeSet::new();
    found.extend(manifest.device.map(|device| signal(DEVICE, device.to_string().as_bytes())));
    found.extend(sketch(claimant));
    for address in addresses(claimant) {
        found.extend(near(&address));
    }
    found.into_iter().collect()
}

/// The sketch of the claimant's own words, without capitals and punctuation; empty for a few words.
pub(super) fn sketch(claimant: &Claimant) -> Vec<Signal> {
    let text = claimant.consequence.own_words.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let runs: BTreeSet<u64> =
        words.windows(RUN).take(RUNS_MOST).map(|run| hash(run.join(" ").as_bytes())).collect();
    if runs.len() < RUNS_LEAST {
        return Vec::new();
    }
    let least = |function: u8| {
        let seed = u64::from(function).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let least = runs.iter().map(|run| mixed(run ^ seed)).min().unwrap_or_default();
        // What another function finds is another thing, though it be the same number.
        Signal { kind: WORDS, value: (least >> 8 | u64::from(function) << 56).to_be_bytes() }
    };
    (0..SKETCH).map(least).collect()
}

/// A number with its bits mixed well (the finaliser of SplitMix64: Steele, Lea and Flood, 2014).
fn mixed(number: u64) -> u64 {
    let number = (number ^ number >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ number >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ number >> 31
}

fn hash(what: &[u8]) -> u64 {
    u64::from_be_bytes(Digest::of(what).0.first_chunk().copied().unwrap_or_default())
}

/// The email addresses, as they are compared.
pub(super) fn addresses(claimant: &Claimant) -> Vec<String> {
    let given = claimant.contact.emails.iter().map(|email| email.address.trim().to_lowercase());
    given.filter(|address| address.contains('@')).take(ADDRESSES_MOST).collect()
}

/// The address, and the address without each of its letters on either side of the @: two addresses that differ in one letter, or
/// in one that is missing, have one of these in common.
pub(super) fn near(address: &str) -> BTreeSet<Signal> {
    let Some((local, domain)) = address.rsplit_once('@') else { return BTreeSet::new() };
    // A pair of letters says little: half of all short addresses are alike but for one.
    let locals = if local.chars().count() < 5 { Vec::new() } else { without_each(local) };
    let locals = locals.into_iter().map(|local| format!("{local}@{domain}"));
    let domains = without_each(domain).into_iter().map(|domain| format!("{local}@{domain}"));
    std::iter::once(address.to_owned())
        .chain(locals)
        .chain(domains)
        .map(|variant| signal(ADDRESS, variant.as_bytes()))
        .collect()
}

fn without_each(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().take(64).collect();
    let without = |gap: usize| {
        letters.iter().enumerate().filter(|(at, _)| *at != gap).map(|(_, letter)| *letter).collect()
    };
    (0..letters.len()).map(without).collect()
}

pub(super) fn signal(kind: &'static str, what: &[u8]) -> Signal {
    Signal { kind, value: Digest::of(what).0.first_chunk().copied().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many numbers the sketches of two texts have in common.
    fn common(one: &str, other: &str) -> usize {
        let of = |words: &str| {
            let mut claimant = Claimant::default();
            claimant.consequence.own_words = words.to_owned();
            sketch(&claimant).into_iter().collect::<BTreeSet<_>>()
        };
        of(one).intersection(&of(other)).count()
    }

    const TOLD: &str = "I lay awake for weeks wondering who had my address. I still check the door every night. My daughter \
        asked me whether strangers can come to our house now, and I did not know what to say to her.";

    #[test]
    fn words_that_were_changed_a_little_are_found_again() {
        let changed = TOLD
            .replace("weeks", "months")
            .replace("door", "windows")
            .replace("daughter", "son")
            .replace("strangers", "people");
        assert!(common(TOLD, &changed) >= SKETCH_ALIKE, "{}", common(TOLD, &changed));
        let longer =
            format!("Since it happened nothing is as it was. {TOLD} I hope that somebody answers for it.");
        assert!(common(TOLD, &longer) >= SKETCH_ALIKE, "{}", common(TOLD, &longer));
        let (first, rest) = TOLD.split_once(". ").unwrap();
        assert!(common(TOLD, &format!("{rest} {first}.")) >= SKETCH_ALIKE);
        assert_eq!(common(TOLD, &TOLD.to_uppercase()), usize::from(SKETCH));
    }

    #[test]
    fn people_who_tell_the_same_in_their_own_words_are_no_copies() {
        let others = [
            "I did not sleep well for weeks because I wondered who might have my address. Every night I check that the \
             door is locked, and my daughter is afraid that strangers will come to the house.",
            "When I heard that my address was out I was worried about my family. I check the door now. I could not sleep.",
            "I was angry and worried about identity theft and fraud, and I changed all my passwords.",
        ];
        for other in others {
            assert!(common(TOLD, other) < SKETCH_ALIKE / 2, "{}: {other}", common(TOLD, other));
        }
        assert_eq!(common("I was worried about my data.", "I was worried about my data."), 0, "many say so");
    }

    #[test]
    fn addresses_that_differ_in_one_letter_meet() {
        let meet = |one: &str, other: &str| !near(one).is_disjoint(&near(other));
        assert!(meet("nia.price@gpost.example", "nia.prise@gpost.example"));
        assert!(meet("nia.price@gpost.example", "niaprice@gpost.example"));
        assert!(meet("nia.price1@gpost.example", "nia.price2@gpost.example"));
        assert!(meet("nia.pirce@gpost.example", "nia.price@gpost.example"), "two that changed places");
        assert!(meet("nia@gpost.example", "nia@gqost.example"), "on the other side of the @");
        assert!(!meet("nia@gpost.example", "mia@gpost.example"), "short ones are alike anyway");
        assert!(!meet("nia.price@gpost.example", "owain.price@gpost.example"));
    }
}
