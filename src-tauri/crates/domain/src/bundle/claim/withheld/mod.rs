//! Words that must not be printed, left out of whatever else names them.
//!
//! A former name or an address can stand in a mail, a file name or a free text as well as in its own field. The plan is
//! searched as a whole, and a mark stands where words were left out: nothing is changed silently (outputs.md 4.1,
//! EB-16). Originals are kept unaltered.

mod contact;
mod health;
mod identifier;
mod name;
mod phrase;
mod plan;

pub use identifier::{Identifier, PublicSearch};
use phrase::{Phrase, fold};

use super::super::{Block, BundlePlan, Exhibit};
use crate::claimant::{Address, Claimant, Identity};

/// What stands in place of words that were left out.
pub(super) const MARK: &str = "[withheld]";

/// What must not be printed of one claimant.
#[derive(Debug, Default)]
pub(crate) struct Withheld {
    phrases: Vec<Phrase>,
    /// What stands in their place.
    mark: String,
    /// Sentences on health go as well.
    health: bool,
    /// So does whatever leads to somebody, but for these mail addresses.
    contacts: Option<Vec<String>>,
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

    /// Whatever no page of ours holds in public: home town and branch, sentences on health, anybody's number or address.
    pub(crate) fn from_pages(claimant: &Claimant) -> Self {
        let phrases = identifier::places(claimant).into_iter().map(|(_, phrase)| phrase).collect();
        let open = identifier::open(claimant);
        Self { health: true, contacts: Some(open), ..Self::all(phrases) }
    }

    /// Sentences on health, in messages that are printed.
    pub(crate) fn health() -> Self {
        Self { health: true, ..Self::all(Vec::new()) }
    }

    /// The name, where a court allowed a cipher in its place.
    pub(crate) fn name(claimant: &Claimant, cipher: &str) -> Self {
        Self { mark: cipher.to_owned(), ..Self::all(name::phrases(&claimant.identity)) }
    }

    fn all(mut phrases: Vec<Phrase>) -> Self {
        // The longest first, so that a whole name goes as one.
        phrases.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        phrases.dedup();
        Self { phrases, mark: MARK.to_owned(), ..Self::default() }
    }

    /// Leaves them out of everything that the plan prints.
    pub(crate) fn leave_out(&self, plan: &mut BundlePlan) {
        if !self.is_empty() {
            plan::leave_out(self, plan);
        }
    }

    /// Leaves them out of blocks that stand outside a plan.
    pub(crate) fn leave_out_of(&self, blocks: &mut [Block]) {
        if !self.is_empty() {
            plan::blocks(self, blocks);
        }
    }

    /// Leaves them out of what an exhibit is called and of the pages of a message; says so on its sheet.
    pub(crate) fn leave_out_of_exhibit(&self, exhibit: &mut Exhibit) {
        plan::mail(self, exhibit);
    }

    fn is_empty(&self) -> bool {
        self.phrases.is_empty() && !self.health && self.contacts.is_none()
    }

    /// Leaves them out of one text; says whether there was anything to leave out.
    fn clean(&self, text: &mut String) -> bool {
        let mut changed = false;
        let mut set = |without: Option<String>, text: &mut String| {
            if let Some(without) = without {
                *text = without;
                changed = true;
            }
        };
        set(self.contacts.as_ref().and_then(|open| contact::leave_out(text, open)), text);
        set(if self.health { health::leave_out(text) } else { None }, text);
        // Most texts hold none of them: their letters tell at once.
        let letters = fold(text);
        for phrase in self.phrases.iter().filter(|phrase| phrase.may_be_in(&letters)) {
            set(phrase.leave_out(text, &self.mark), text);
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
