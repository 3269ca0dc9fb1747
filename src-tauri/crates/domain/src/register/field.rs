//! What a register says of each claimant (`outputs.md` 4.4, 5).

use serde::{Deserialize, Serialize};

/// Who may read a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterAudience"))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anybody: schedules of a claim can be read by people who are not parties (Farley [2024] EWHC 383 (KB)).
    Public,
    /// The court and the parties' solicitors.
    Confidential,
}

/// What kind of value a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words.
    Words,
    /// A whole number.
    Number,
    /// A day, written as 2021-11-03.
    Day,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $code:literal $audience:ident $kind:ident $width:literal),+ $(,)?) => {
        /// One thing that a register says of a claimant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegisterField"))]
        pub enum Field { $($(#[$doc])* #[serde(rename = $code)] $name),+ }

        impl Field {
            /// Every field, in the order of a register without a template.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code, as serialised.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The field with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }

            /// Who may read it.
            pub fn audience(self) -> Audience {
                match self { $(Self::$name => Audience::$audience),+ }
            }

            /// What kind of value it holds.
            pub fn kind(self) -> FieldKind {
                match self { $(Self::$name => FieldKind::$kind),+ }
            }

            /// Width of its column in characters.
            pub fn width(self) -> u16 {
                match self { $(Self::$name => $width),+ }
            }
        }
    };
}

fields! {
    /// Number on the register.
    Number = "number" Public Number 10,
    /// Number of the claim form.
    ClaimForm = "claim-form" Public Number 8,
    /// Full name, or the cipher that the court allowed.
    Name = "name" Public Words 28,
    /// Forenames.
    Forenames = "forenames" Public Words 20,
    /// Surname.
    Surname = "surname" Public Words 20,
    /// The solicitor.
    Firm = "firm" Public Words 24,
    /// The solicitor's reference.
    Reference = "reference" Public Words 16,
    /// Status category at the incident.
    Status = "status" Public Words 24,
    /// Confirmed by notice, or not.
    Cohort = "cohort" Public Words 16,
    /// Day of the consent to be joined (CPR 19.4(4)).
    Consent = "consent" Public Day 12,
    /// Claim number.
    ClaimNumber = "claim-number" Public Words 16,
    /// Day on which the claim was issued.
    Issued = "issued" Public Day 12,
    /// Day of entry on the register.
    Entered = "entered" Public Day 12,
    /// Day on which the claimant left.
    Ended = "ended" Public Day 12,
    /// Issues relied on.
    Issues = "issues" Public Words 14,
    /// Heads claimed.
    Heads = "heads" Public Words 24,
    /// Value band.
    ValueBand = "value-band" Public Words 16,
    /// Special features.
    SpecialFeatures = "special-features" Public Words 24,
    /// Address now.
    Address = "address" Confidential Words 36,
    /// Postcode of that address.
    Postcode = "postcode" Confidential Words 12,
    /// Date of birth.
    DateOfBirth = "date-of-birth" Confidential Day 12,
    /// Capacity in which the claim is made.
    Capacity = "capacity" Confidential Words 20,
    /// Litigation friend, personal representative or attorney.
    ActedForBy = "acted-for-by" Confidential Words 24,
    /// First email address.
    Email = "email" Confidential Words 28,
    /// Telephone number.
    Phone = "phone" Confidential Words 18,
    /// Last safe day to issue.
    Limitation = "limitation" Confidential Day 12,
    /// Why the claimant left.
    EndReason = "end-reason" Confidential Words 24,
}

impl Field {
    /// Whether whoever is the audience may read it.
    pub fn is_for(self, audience: Audience) -> bool {
        self.audience() <= audience
    }
}
