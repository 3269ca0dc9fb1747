//! The keys under which records that may be of one person meet.

use std::iter::once;
use std::ops::Range;

use super::field::Field;
use super::index::{Index, NONE, PLACE, hash};

/// A record of which keys are made. What is not known is 0.
pub(super) trait Keyed {
    /// The sounds of first name and surname, name by name.
    fn names(&self) -> impl Iterator<Item = [u64; 2]>;

    /// Hashes of one part of every address, in the order of [`PLACE`].
    fn places(&self, part: usize) -> impl Iterator<Item = u64> + Clone;

    /// Every value of a field that is a list of its own, with the hash of what it is kin to.
    fn plain(&self, field: Field, each: impl FnMut(&str, u64));

    /// Some figures of the date of birth, hashed.
    fn born(&self, part: Range<usize>) -> u64;
}

/// A record of an index.
pub(super) struct Indexed<'a>(pub(super) &'a Index, pub(super) u32);

impl Keyed for Indexed<'_> {
    fn names(&self) -> impl Iterator<Item = [u64; 2]> {
        let kin = |field, id: u32| {
            if id == NONE { 0 } else { self.0.pool(field).get(id).map_or(0, |value| value.kin) }
        };
        self.0
            .names(self.1)
            .iter()
            .map(move |name| [kin(Field::Given, name.given), kin(Field::Family, name.family)])
    }

    fn places(&self, part: usize) -> impl Iterator<Item = u64> + Clone {
        let field = PLACE.get(part).copied().unwrap_or(Field::Postcode);
        let index = self.0;
        index.places(self.1).iter().map(move |placed| {
            let id = placed.get(part).copied().unwrap_or(NONE);
            index.pool(field).get(id).map_or(0, |value| hash(&value.text))
        })
    }

    fn plain(&self, field: Field, mut each: impl FnMut(&str, u64)) {
        let pool = self.0.pool(field);
        let values = self.0.plain(field, self.1).iter().filter_map(|value| pool.get(*value));
        values.for_each(|value| each(&value.text, value.kin));
    }

    fn born(&self, part: Range<usize>) -> u64 {
        let mut found = None;
        self.plain(Field::Born, |text, _| {
            found.get_or_insert_with(|| figures(text, part.clone()));
        });
        found.unwrap_or(0)
    }
}

/// Some figures of a date of birth, hashed; 0 where they are not known.
pub(super) fn figures(text: &str, part: Range<usize>) -> u64 {
    text.get(part).filter(|text| !text.ends_with("00")).map_or(0, hash)
}

/// One way of gathering records: those with a key in common are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pass {
    Email,
    Local,
    Phone,
    National,
    Membership,
    Born,
    Names,
    FamilyPostcode,
    GivenPostcode,
    Home,
    House,
    GivenDay,
    FamilyDay,
    FamilyMonth,
    GivenMonth,
    NationalHead,
    NationalTail,
    YearPostcode,
    GivenStreet,
    FamilyStreet,
}

impl Pass {
    pub(super) const ALL: [Self; 20] = [
        Self::Email,
        Self::Local,
        Self::Phone,
        Self::National,
        Self::Membership,
        Self::Born,
        Self::Names,
        Self::FamilyPostcode,
        Self::GivenPostcode,
        Self::Home,
        Self::House,
        Self::GivenDay,
        Self::FamilyDay,
        Self::FamilyMonth,
        Self::GivenMonth,
        Self::NationalHead,
        Self::NationalTail,
        Self::YearPostcode,
        Self::GivenStreet,
        Self::FamilyStreet,
    ];

    /// Those that a matter keeps for the moment when a record is entered: the selective ones.
    pub(super) const KEPT: [Self; 9] = [
        Self::Email,
        Self::Phone,
        Self::National,
        Self::Membership,
        Self::Born,
        Self::Names,
        Self::FamilyPostcode,
        Self::GivenPostcode,
        Self::Home,
    ];

    /// The keys of a record, each once; none where what they are made of is not known.
    pub(super) fn keys(self, of: &impl Keyed, into: &mut Vec<u64>) {
        into.clear();
        match self {
            Self::Email => self.plain(of, Field::Email, into, |_, kin| kin),
            Self::Local => self.plain(of, Field::Email, into, |text, _| {
                hash(text.split_once('@').map_or(text, |(local, _)| local))
            }),
            Self::Phone => self.plain(of, Field::Phone, into, |text, _| hash(text)),
            Self::National => self.plain(of, Field::National, into, |text, _| hash(text)),
            Self::Membership => self.plain(of, Field::Membership, into, |text, _| hash(text)),
            Self::NationalHead => self.plain(of, Field::National, into, |text, _| {
                hash(text.get(..text.len() / 2).unwrap_or_default())
            }),
            Self::NationalTail => self.plain(of, Field::National, into, |text, _| {
                hash(text.get(text.len() / 2..).unwrap_or_default())
            }),
            Self::Born => self.plain(of, Field::Born, into, |text, _| birthday(text)),
            Self::Names => {
                of.names().for_each(|[given, family]| self.put(into, [given.min(family), given.max(family)]))
            }
            Self::FamilyPostcode => self.family_and(of, into, of.places(0)),
            Self::GivenPostcode => self.given_and(of, into, of.places(0)),
            Self::GivenStreet => self.given_and(of, into, of.places(2)),
            Self::FamilyStreet => self.family_and(of, into, of.places(2)),
            Self::GivenDay => self.given_and(of, into, once(of.born(4..8))),
            Self::FamilyDay => self.family_and(of, into, once(of.born(4..8))),
            Self::FamilyMonth => self.family_and(of, into, once(of.born(0..6))),
            Self::GivenMonth => self.given_and(of, into, once(of.born(0..6))),
            Self::Home => both(of.places(0), of.places(1), |keys| self.put(into, keys)),
            Self::House => both(of.places(2), of.places(1), |keys| self.put(into, keys)),
            Self::YearPostcode => {
                let year = of.born(0..4);
                of.places(0).for_each(|postcode| self.put(into, [year, postcode]));
            }
        }
        into.sort_unstable();
        into.dedup();
    }

    fn put(self, into: &mut Vec<u64>, parts: [u64; 2]) {
        if parts.iter().all(|part| *part != 0) {
            into.push(mix(self as u64, parts));
        }
    }

    fn plain(self, of: &impl Keyed, field: Field, into: &mut Vec<u64>, key: impl Fn(&str, u64) -> u64) {
        of.plain(field, |text, kin| self.put(into, [key(text, kin), 1]));
    }

    fn given_and(self, of: &impl Keyed, into: &mut Vec<u64>, others: impl Iterator<Item = u64> + Clone) {
        of.names().for_each(|[given, _]| others.clone().for_each(|other| self.put(into, [given, other])));
    }

    fn family_and(self, of: &impl Keyed, into: &mut Vec<u64>, others: impl Iterator<Item = u64> + Clone) {
        of.names().for_each(|[_, family]| others.clone().for_each(|other| self.put(into, [family, other])));
    }
}

/// How an overfull block is divided, one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) enum Split {
    Given,
    Year,
    Family,
    Postcode,
    Day,
}

impl Split {
    pub(super) const ALL: [Self; 5] = [Self::Given, Self::Year, Self::Family, Self::Postcode, Self::Day];

    pub(super) fn key(self, index: &Index, record: u32) -> u64 {
        let of = Indexed(index, record);
        let [given, family] = of.names().next().unwrap_or_default();
        match self {
            Self::Given => given,
            Self::Family => family,
            Self::Year => of.born(0..4),
            Self::Day => of.born(4..8),
            Self::Postcode => of.places(0).next().unwrap_or(0),
        }
    }
}

/// A date of birth with day and month in order of size, so that it meets itself with the two in each other's place.
fn birthday(figures: &str) -> u64 {
    let (Some(year), Some(month), Some(day)) = (figures.get(..4), figures.get(4..6), figures.get(6..)) else {
        return 0;
    };
    if month == "00" || day == "00" {
        return 0;
    }
    hash(&format!("{year}{}{}", month.min(day), month.max(day)))
}

fn both(a: impl Iterator<Item = u64>, b: impl Iterator<Item = u64>, mut put: impl FnMut([u64; 2])) {
    a.zip(b).for_each(|(a, b)| put([a, b]));
}

/// One number out of several, spread evenly (the finalizer of SplitMix64).
fn mix(pass: u64, parts: [u64; 2]) -> u64 {
    let mut mixed = pass.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for part in parts {
        mixed = (mixed ^ part).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 32;
    }
    mixed
}
