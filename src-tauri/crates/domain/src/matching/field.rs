//! What is compared, and how alike two values can be.

use serde::{Deserialize, Serialize};

/// What of two records is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchField"))]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// First names.
    Given,
    /// Surname.
    Family,
    /// Date of birth.
    Born,
    /// National Insurance number, or another number that one state gives one person.
    National,
    /// Membership number.
    Membership,
    /// Email address.
    Email,
    /// Telephone number.
    Phone,
    /// Postcode.
    Postcode,
    /// Number or name of the house.
    Number,
    /// Street.
    Street,
    /// Part of a town, or the second line of an address.
    District,
    /// Town.
    Locality,
    /// County, state or country.
    Region,
    /// Sex.
    Sex,
    /// Place of birth.
    Birthplace,
    /// Occupation.
    Occupation,
}

impl Field {
    /// All, in the order in which reasons are given.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Given,
        Self::Family,
        Self::Born,
        Self::National,
        Self::Membership,
        Self::Email,
        Self::Phone,
        Self::Postcode,
        Self::Number,
        Self::Street,
        Self::District,
        Self::Locality,
        Self::Region,
        Self::Sex,
        Self::Birthplace,
        Self::Occupation,
    ];
    pub(super) const COUNT: usize = 16;

    /// What people of one household have in common.
    pub(super) fn is_of_household(self) -> bool {
        matches!(
            self,
            Self::Family
                | Self::Email
                | Self::Phone
                | Self::Postcode
                | Self::Number
                | Self::Street
                | Self::District
                | Self::Locality
                | Self::Region
        )
    }
}

/// How alike two values are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchLevel"))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// One or both are not known: says nothing.
    #[default]
    Missing,
    /// The same.
    Exact,
    /// Another form of the same: a nickname, one of several names, the same mailbox.
    Variant,
    /// A slip of the pen or finger apart.
    Close,
    /// Alike: sounds the same, or agrees in part.
    Near,
    /// Not alike.
    Different,
    /// The same with two parts in each other's place: day and month, first name and surname.
    Swapped,
    /// An initial that fits.
    Initial,
}

impl Level {
    pub(super) const COUNT: usize = 8;
    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::Missing,
        Self::Exact,
        Self::Variant,
        Self::Close,
        Self::Near,
        Self::Different,
        Self::Swapped,
        Self::Initial,
    ];
}

/// The levels of every field of a pair, packed: four bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Pattern(pub(super) u64);

impl Pattern {
    pub(super) fn set(&mut self, field: Field, level: Level) {
        let shift = (field as u32).saturating_mul(4);
        self.0 = (self.0 & !(0xf << shift)) | ((level as u64) << shift);
    }

    pub(super) fn get(self, field: Field) -> Level {
        let at = (self.0 >> (field as u32).saturating_mul(4)) & 0xf;
        usize::try_from(at).ok().and_then(|at| Level::ALL.get(at)).copied().unwrap_or_default()
    }
}
