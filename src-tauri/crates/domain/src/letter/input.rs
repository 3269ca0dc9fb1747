//! What a letter is made from.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::bundle::claim::{Labels, short_name};
use crate::claimant::Claimant;
use crate::id::ClaimantNumber;
use crate::profile::{LetterText, Profile};

/// Who writes: the firm, as its letters show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
pub struct Letterhead {
    /// Name of the firm.
    pub firm: String,
    /// Lines of its address.
    pub address: Vec<String>,
    /// Telephone number.
    pub telephone: String,
    /// Email address for answers.
    pub email: String,
    /// Its own reference, put before the claimant's number; may be empty.
    pub reference: String,
    /// The authorised person who signs.
    pub signatory: String,
    /// What that person is, such as "Solicitor".
    pub position: String,
    /// Who regulates the firm, printed at the foot of the page.
    pub regulation: String,
    /// How the claims are funded, in a full sentence, as a protocol letter has to say.
    pub funding: String,
}

/// A claimant for whom a letter is written.
#[derive(Clone, Copy)]
pub struct Client<'a> {
    /// The number in the matter.
    pub number: ClaimantNumber,
    /// The facts as given.
    pub claimant: &'a Claimant,
    /// What a person has to settle before this letter goes out for the claimant, in words.
    pub doubts: &'a [String],
}

/// Everything that a letter rests on; equal input gives an equal letter.
#[derive(Clone, Copy)]
pub struct LetterInput<'a> {
    /// Short name of the matter for file names.
    pub matter_name: &'a str,
    /// The matter's profile.
    pub profile: &'a Profile,
    /// What its codes are called.
    pub labels: &'a dyn Labels,
    /// The wording.
    pub text: &'a LetterText,
    /// Who writes.
    pub head: &'a Letterhead,
    /// For whom, by number.
    pub clients: &'a [Client<'a>],
    /// The day of the letter.
    pub dated: Date,
    /// The zone in which days are printed: the United Kingdom's.
    pub zone: &'a TimeZone,
    /// Printed on every page, such as "Draft"; may be empty.
    pub marking: &'a str,
}

impl LetterInput<'_> {
    /// The claimant, where there is only one.
    pub(super) fn only_client(&self) -> Option<&Client<'_>> {
        match self.clients {
            [one] => Some(one),
            _ => None,
        }
    }

    pub(super) fn file_stem(&self) -> String {
        let whom = match self.clients {
            [one] => one.number.to_string(),
            many => format!("{} claimants", many.len()),
        };
        format!("{} {} {whom}", short_name(self.matter_name), self.text.title)
    }

    pub(super) fn reference(&self) -> String {
        let number = self.only_client().map(|one| one.number.to_string()).unwrap_or_default();
        let parts = [self.head.reference.trim(), number.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
    }
}
