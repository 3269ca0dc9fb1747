//! Claim forms: each holds so many claimants, and none takes more once it is issued.

use std::collections::BTreeMap;

use jiff::civil::Date;

/// What is known of a claim form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimForm {
    /// From 1.
    pub number: u32,
    /// The court's claim number; empty before issue.
    pub claim_number: String,
    /// Day of issue.
    pub issued: Option<Date>,
}

impl ClaimForm {
    /// Whether the claim was issued: nobody is added to it any more without the court.
    pub fn is_issued(&self) -> bool {
        self.issued.is_some() || !self.claim_number.trim().is_empty()
    }
}

/// Allots new claimants to claim forms.
#[derive(Clone, Debug)]
pub struct Forms {
    size: u32,
    last: u32,
    held: u32,
    issued: bool,
}

impl Forms {
    /// Goes on after `held`, the number of claimants on each claim form.
    pub fn after(held: &BTreeMap<u32, u32>, forms: &[ClaimForm], size: u32) -> Self {
        let last_held = held.last_key_value().map_or(0, |(number, _)| *number);
        let last = forms.iter().map(|form| form.number).max().unwrap_or(0).max(last_held);
        let issued = forms.iter().any(|form| form.number == last && form.is_issued());
        Self { size: size.max(1), last, held: held.get(&last).copied().unwrap_or(0), issued }
    }

    /// The claim form of the next claimant: the last one while it has room and is not issued.
    pub fn allot(&mut self) -> u32 {
        if self.last == 0 || self.issued || self.held >= self.size {
            (self.last, self.held, self.issued) = (self.last.saturating_add(1), 0, false);
        }
        self.held += 1;
        self.last
    }
}
