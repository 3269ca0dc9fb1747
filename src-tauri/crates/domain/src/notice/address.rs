//! Whose address a message was sent to.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// How one address compares with those that a claimant declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AddressMatch {
    /// It is one of them, letter case aside.
    Exact,
    /// It is one of them but for dots in the name of a Gmail address, or for `googlemail.com`: the same mailbox.
    GmailDots,
    /// It is one of them but for a tag after a plus sign: the same mailbox with most providers.
    PlusTag,
    /// It is none of them.
    Other,
}

/// The comparison of one address, and the declared address that it comes closest to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// How they compare.
    pub how: AddressMatch,
    /// The declared address; `None` for [`AddressMatch::Other`].
    pub with: Option<&'a str>,
}

/// Compares an address with those that a claimant declared.
///
/// The same mailbox is a suggestion, never evidence: what the claimant declared and what a header names stay apart until
/// a person has asked (`intake.md` 3.2).
pub fn compare<'a>(address: &str, own: &[&'a str]) -> Comparison<'a> {
    let found = Parts::of(address);
    let mut best = Comparison { how: AddressMatch::Other, with: None };
    if found.local.is_empty() {
        return best;
    }
    for declared in own {
        let how = found.against(&Parts::of(declared));
        if how < best.how {
            best = Comparison { how, with: Some(declared) };
        }
    }
    best
}

/// How the addresses in an item compare with those that a claimant declared, taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addressed {
    /// One of the claimant's own.
    Own,
    /// A plus-tag or dots apart from one of the claimant's own: the same mailbox perhaps, another address as
    /// evidence (`intake.md` 3.2).
    Variant,
    /// Somebody else's.
    Other,
    /// There is an address, and the claimant declared none to compare it with.
    Undeclared,
    /// There is no address.
    Nobody,
}

/// An address taken apart, in lower case. For a telephone number the domain is empty.
struct Parts {
    local: String,
    domain: String,
}

impl Parts {
    fn of(address: &str) -> Self {
        let bare = bare(address);
        match bare.rsplit_once('@') {
            Some((local, domain)) => {
                Self { local: local.to_owned(), domain: domain.trim_end_matches('.').to_owned() }
            }
            None => Self { local: bare, domain: String::new() },
        }
    }

    /// The local part without its tag.
    fn untagged(&self) -> &str {
        match self.local.split_once('+') {
            Some((name, _)) if !name.is_empty() && !self.domain.is_empty() => name,
            _ => &self.local,
        }
    }

    fn is_gmail(&self) -> bool {
        matches!(self.domain.as_str(), "gmail.com" | "googlemail.com")
    }

    fn against(&self, declared: &Self) -> AddressMatch {
        let one_house = self.domain == declared.domain || (self.is_gmail() && declared.is_gmail());
        if !one_house {
            return AddressMatch::Other;
        }
        if self.local == declared.local && self.domain == declared.domain {
            return AddressMatch::Exact;
        }
        let undotted = |parts: &Self, local: &str| {
            if parts.is_gmail() { local.replace('.', "") } else { local.to_owned() }
        };
        if undotted(self, &self.local) == undotted(declared, &declared.local) {
            return AddressMatch::GmailDots;
        }
        if undotted(self, self.untagged()) == undotted(declared, declared.untagged()) {
            AddressMatch::PlusTag
        } else {
            AddressMatch::Other
        }
    }
}

fn bare(address: &str) -> String {
    let inner = address.rsplit_once('<').map_or(address, |(_, rest)| rest);
    let inner = inner.split('>').next().unwrap_or(inner).trim();
    inner.trim_start_matches("mailto:").nfc().flat_map(char::to_lowercase).collect()
}

/// Compares the addresses in an item with the claimant's own.
pub(super) fn addressed<'a>(found: impl Iterator<Item = &'a str>, own: &[&str]) -> Addressed {
    let found: Vec<&str> = found.filter(|address| !bare(address).is_empty()).collect();
    let own: Vec<&str> = own.iter().copied().filter(|address| !bare(address).is_empty()).collect();
    if found.is_empty() {
        return Addressed::Nobody;
    }
    if own.is_empty() {
        return Addressed::Undeclared;
    }
    match found.iter().map(|address| compare(address, &own).how).min() {
        Some(AddressMatch::Exact) => Addressed::Own,
        Some(AddressMatch::GmailDots | AddressMatch::PlusTag) => Addressed::Variant,
        Some(AddressMatch::Other) | None => Addressed::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_mailbox_and_the_same_address_are_told_apart() {
        let own = ["Pat.Jones@gmail.com", "pat@party.example"];
        let how = |address: &str| compare(address, &own).how;
        assert_eq!(how("pat.jones@GMAIL.com"), AddressMatch::Exact);
        assert_eq!(how("Pat <pat@party.example>"), AddressMatch::Exact);
        assert_eq!(how("patjones@gmail.com"), AddressMatch::GmailDots);
        assert_eq!(how("p.atjones@googlemail.com"), AddressMatch::GmailDots);
        assert_eq!(how("pat+labour@party.example"), AddressMatch::PlusTag);
        assert_eq!(how("patjones+labour@gmail.com"), AddressMatch::PlusTag);
        assert_eq!(how("p.a.t@party.example"), AddressMatch::Other, "dots count everywhere else");
        assert_eq!(how("pat.jones@gmаil.com"), AddressMatch::Other, "a letter of another alphabet");
        assert_eq!(how("+@party.example"), AddressMatch::Other);
        assert_eq!(compare("patjones@gmail.com", &own).with, Some("Pat.Jones@gmail.com"));
        assert_eq!(how(""), AddressMatch::Other);
    }
}
