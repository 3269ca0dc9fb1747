//! What a claimant's record still lacks, for what it is wanted (`intake.md` 3.1: R and G).

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::claimant::Claimant;

macro_rules! items {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $code:literal),+ $(,)?) => {
        /// Something that a record should have. Its number is the place of its bit, which stored masks rely on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MissingItem"))]
        #[serde(rename_all = "kebab-case")]
        pub enum Item { $($(#[$doc])* $name = $bit),+ }

        impl Item {
            /// Every item, in the order of intake.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code, as serialised.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }
        }
    };
}

items! {
    /// Forenames and surname.
    Name = 0 "name",
    /// Previous names, or that there are none.
    OtherNames = 1 "other-names",
    /// Date of birth.
    DateOfBirth = 2 "date-of-birth",
    /// An email address that was used with the defendant, or that none was given.
    Email = 3 "email",
    /// An address now.
    Address = 4 "address",
    /// Nation of residence on the day of the incident.
    Nation = 5 "nation",
    /// The relationship with the defendant.
    Relationship = 6 "relationship",
    /// Whether a notice was received.
    Notice = 7 "notice",
    /// What happened, in the person's own words.
    OwnWords = 8 "own-words",
    /// Whether another firm was instructed.
    OtherFirm = 9 "other-firm",
    /// A check of the person's identity.
    IdentityCheck = 10 "identity-check",
    /// A consent.
    Consent = 11 "consent",
}

/// What a record is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A letter to the person.
    Letter,
    /// Proceedings in the person's name.
    Issue,
    /// The file that shows who the client is and what they agreed to.
    Onboarding,
}

impl Purpose {
    /// Every purpose, the least demanding first.
    pub const ALL: [Self; 3] = [Self::Letter, Self::Issue, Self::Onboarding];

    /// The code, as serialised.
    pub fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Issue => "issue",
            Self::Onboarding => "onboarding",
        }
    }

    /// What it needs.
    pub fn needs(self) -> &'static [Item] {
        match self {
            Self::Letter => &[Item::Name, Item::Address],
            Self::Issue => &[
                Item::Name,
                Item::OtherNames,
                Item::DateOfBirth,
                Item::Email,
                Item::Address,
                Item::Nation,
                Item::Relationship,
                Item::Notice,
                Item::OwnWords,
                Item::OtherFirm,
                Item::Consent,
            ],
            Self::Onboarding => &[
                Item::Name,
                Item::DateOfBirth,
                Item::Address,
                Item::OtherFirm,
                Item::IdentityCheck,
                Item::Consent,
            ],
        }
    }
}

/// What a record lacks: one bit for each [`Item`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Missing(pub u32);

impl Missing {
    /// What this record lacks.
    pub fn of(claimant: &Claimant) -> Self {
        let lacking = Item::ALL.iter().filter(|item| !has(claimant, **item));
        Self(lacking.fold(0, |mask, item| mask | item.bit()))
    }

    /// Whether the item is missing.
    pub fn lacks(self, item: Item) -> bool {
        self.0 & item.bit() != 0
    }

    /// The items that are missing, in the order of intake.
    pub fn items(self) -> impl Iterator<Item = Item> {
        Item::ALL.iter().copied().filter(move |item| self.lacks(*item))
    }
}

impl Item {
    /// The item's bit in a mask.
    pub fn bit(self) -> u32 {
        1 << (self as u32)
    }
}

fn has(claimant: &Claimant, item: Item) -> bool {
    let (identity, contact) = (&claimant.identity, &claimant.contact);
    match item {
        Item::Name => !identity.forenames.trim().is_empty() && !identity.surname.trim().is_empty(),
        Item::OtherNames => identity.no_other_names || !identity.other_names.is_empty(),
        Item::DateOfBirth => identity.date_of_birth.is_some(),
        Item::Email => !contact.emails.is_empty() || contact.no_email_given.is_some(),
        Item::Address => {
            contact.addresses.iter().any(|address| address.lines.iter().any(|line| !line.trim().is_empty()))
        }
        Item::Nation => contact.nation_at_incident.is_some(),
        Item::Relationship => !claimant.episodes.is_empty(),
        Item::Notice => claimant.notification.received.is_some(),
        Item::OwnWords => !claimant.consequence.own_words.trim().is_empty(),
        Item::OtherFirm => claimant.proceedings.other_firm.is_some(),
        Item::IdentityCheck => !identity.checks.is_empty(),
        Item::Consent => claimant.consents.iter().any(|consent| consent.given),
    }
}
