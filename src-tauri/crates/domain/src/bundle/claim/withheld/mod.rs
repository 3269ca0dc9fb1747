//! Words that must not be printed, left out of whatever else names them.
//!
//! A former name or an address can stand in a mail, a file name or a free text as well as in its own field. The plan is
//! searched as a whole, and a mark stands where words were left out: nothing is changed silently (outputs.md 4.1,
//! EB-16). Originals are kept unaltered.

pub(super) mod contact;
mod identifier;
mod phrase;
mod plan;

pub use identifier::{Identifier, PublicSearch};
use phrase::{Phrase, fold};

use super::super::{Block, BundlePlan};
use crate::claimant::{Address, Claimant, Identity};

/// What stands in place of words that were left out.
pub(super) const MARK: &str = "[withheld]";

/// What must not be printed of one claimant.
#[derive(Debug, Default)]
pub(crate) struct Withheld {
    phrases: Vec<Phrase>,
}

impl Withheld {
    /// The National Insurance number always; former names and addresses where the claimant asked.
    pub(crate) fn of(claimant: &Claimant) -> Self {
        let identity = &claimant.identity;
        let mut phrases = identifier::insurance(&identity.national_insurance_number);
        if identity.protect_former_names {
            phrases.extend(former_names(identity));
        }
        if claimant.contact.withhold_address {
            phrases.extend(claimant.contact.addresses.iter().flat_map(address));
        }
        Self::all(phrases)
    }

    /// Whatever no public paper holds.
    pub(crate) fn from_public(claimant: &Claimant) -> Self {
        Self::all(identifier::identifiers(claimant).into_iter().map(|(_, phrase)| phrase).collect())
    }

    fn all(mut phrases: Vec<Phrase>) -> Self {
        // The longest first, so that a whole name goes as one.
        phrases.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        phrases.dedup();
        Self { phrases }
    }

    /// Leaves them out of everything that the plan prints.
    pub(crate) fn leave_out(&self, plan: &mut BundlePlan) {
        if !self.phrases.is_empty() {
            plan::leave_out(self, plan);
        }
    }

    /// Leaves them out of blocks that stand outside a plan.
    pub(crate) fn leave_out_of(&self, blocks: &mut [Block]) {
        if !self.phrases.is_empty() {
            plan::blocks(self, blocks);
        }
    }

    /// Leaves them out of one text; says whether there was anything to leave out.
    fn clean(&self, text: &mut String) -> bool {
        let mut changed = false;
        // Most texts hold none of them: their letters tell at once.
        let letters = fold(text);
        for phrase in self.phrases.iter().filter(|phrase| phrase.may_be_in(&letters)) {
            if let Some(without) = phrase.leave_out(text) {
                *text = without;
                changed = true;
            }
        }
        changed
    }
}

/// Each former name as a whole, and each word of it that is not in a name that the person uses.
fn former_names(identity: &Identity) -> Vec<Phrase> {
    let now = format!("{} {} {}", identity.forenames, identity.surname, identity.preferred_name);
    let in_use: Vec<Phrase> = now.split_whitespace().filter_map(Phrase::name).collect();
    let mut phrases = Vec::new();
    for other in &identity.other_names {
        let words: Vec<Phrase> = other
            .name
            .split_whitespace()
            .filter_map(Phrase::name)
            .filter(|word| !in_use.contains(word))
            .collect();
        if !words.is_empty() {
            phrases.extend(Phrase::anywhere(&other.name));
            phrases.extend(words);
        }
    }
    phrases
}

/// What tells the house: its lines, each part of a line that has a number, and the postcode. A town alone tells
/// nobody's house.
fn address(address: &Address) -> Vec<Phrase> {
    let lines: Vec<&str> =
        address.lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    let numbered =
        |part: &str| part.chars().any(|c| c.is_ascii_digit()) && part.chars().any(char::is_alphabetic);
    let parts = lines.iter().flat_map(|line| line.split([',', ';'])).filter(|part| numbered(part));
    // The first of several lines may name the house: "The Old Mill".
    let house = lines.first().filter(|_| lines.len() > 1);
    parts.chain(house.copied()).chain([address.postcode.as_str()]).filter_map(Phrase::anywhere).collect()
}
