//! What packets of different people may have in common: a device, sentences, an address but for one letter.
//!
//! Each is a digest, so that thousands of packets are compared by looking up and not one by one.

use std::collections::BTreeSet;

use joinder_domain::audit::Digest;
use joinder_domain::claimant::Claimant;
use joinder_packet::Manifest;
use joinder_store::packet::Signal;

pub(super) const DEVICE: &str = "device";
pub(super) const SENTENCE: &str = "sentence";
pub(super) const ADDRESS: &str = "address";

/// Shorter sentences are said by many.
const WORDS_LEAST: usize = 6;
const SENTENCES_MOST: usize = 60;
const ADDRESSES_MOST: usize = 10;

/// The signals of a packet, each once.
pub(super) fn signals(manifest: &Manifest, claimant: &Claimant) -> Vec<Signal> {
    let mut found = BTreeSet::new();
    found.extend(manifest.device.map(|device| signal(DEVICE, device.to_string().as_bytes())));
    found.extend(sentences(claimant));
    for address in addresses(claimant) {
        found.extend(near(&address));
    }
    found.into_iter().collect()
}

/// The sentences of the claimant's own words, without capitals and punctuation.
pub(super) fn sentences(claimant: &Claimant) -> BTreeSet<Signal> {
    let words = claimant.consequence.own_words.to_lowercase();
    let sentences = words.split(['.', '!', '?', '\n', ';']).filter_map(|sentence| {
        let words: Vec<&str> =
            sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        (words.len() >= WORDS_LEAST).then(|| signal(SENTENCE, words.join(" ").as_bytes()))
    });
    sentences.take(SENTENCES_MOST).collect()
}

/// The email addresses, as they are compared.
pub(super) fn addresses(claimant: &Claimant) -> Vec<String> {
    let given = claimant.contact.emails.iter().map(|email| email.address.trim().to_lowercase());
    given.filter(|address| address.contains('@')).take(ADDRESSES_MOST).collect()
}

/// The address, and the address without each of its letters before the @: two addresses that differ in one letter, or in
/// one that is missing, have one of these in common.
pub(super) fn near(address: &str) -> BTreeSet<Signal> {
    let Some((local, domain)) = address.rsplit_once('@') else { return BTreeSet::new() };
    let letters: Vec<char> = local.chars().take(64).collect();
    let without = (0..letters.len()).map(|gap| {
        let kept = letters.iter().enumerate().filter(|(at, _)| *at != gap).map(|(_, letter)| letter);
        format!("{}@{domain}", kept.collect::<String>())
    });
    // A pair of letters says little: half of all short addresses are alike but for one.
    let without: Vec<String> = if letters.len() < 5 { Vec::new() } else { without.collect() };
    std::iter::once(address.to_owned())
        .chain(without)
        .map(|variant| signal(ADDRESS, variant.as_bytes()))
        .collect()
}

pub(super) fn signal(kind: &'static str, what: &[u8]) -> Signal {
    Signal { kind, value: Digest::of(what).0.first_chunk().copied().unwrap_or_default() }
}
