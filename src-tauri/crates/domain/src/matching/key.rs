//! The keys under which records that may be of one person meet.

use super::field::Field;
use super::index::{Index, IndexBuilder, NONE, hash};
use super::particulars::Particulars;

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
    const KEPT: [Self; 9] = [
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
    pub(super) fn keys(self, index: &Index, record: u32, into: &mut Vec<u64>) {
        into.clear();
        match self {
            Self::Email => self.plain(index, Field::Email, record, into, |_, kin| kin),
            Self::Local => self.plain(index, Field::Email, record, into, |text, _| {
                hash(text.split_once('@').map_or(text, |(local, _)| local))
            }),
            Self::Phone => self.plain(index, Field::Phone, record, into, |text, _| hash(text)),
            Self::National => self.plain(index, Field::National, record, into, |text, _| hash(text)),
            Self::Membership => self.plain(index, Field::Membership, record, into, |text, _| hash(text)),
            Self::NationalHead => self.plain(index, Field::National, record, into, |text, _| {
                hash(text.get(..text.len() / 2).unwrap_or_default())
            }),
            Self::NationalTail => self.plain(index, Field::National, record, into, |text, _| {
                hash(text.get(text.len() / 2..).unwrap_or_default())
            }),
            Self::Born => self.plain(index, Field::Born, record, into, |text, _| birthday(text)),
            Self::Names => {
                for name in index.names(record) {
                    let (given, family) =
                        (kin(index, Field::Given, name.given), kin(index, Field::Family, name.family));
                    self.put(into, [given.min(family), given.max(family)]);
                }
            }
            Self::FamilyPostcode => {
                self.name_and(index, Field::Family, record, into, places(index, record, 0))
            }
            Self::GivenPostcode => self.name_and(index, Field::Given, record, into, places(index, record, 0)),
            Self::GivenStreet => self.name_and(index, Field::Given, record, into, places(index, record, 2)),
            Self::FamilyStreet => self.name_and(index, Field::Family, record, into, places(index, record, 2)),
            Self::GivenDay => self.name_and(index, Field::Given, record, into, born(index, record, 4..8)),
            Self::FamilyDay => self.name_and(index, Field::Family, record, into, born(index, record, 4..8)),
            Self::FamilyMonth => self.name_and(index, Field::Family, record, into, born(index, record, 0..6)),
            Self::GivenMonth => self.name_and(index, Field::Given, record, into, born(index, record, 0..6)),
            Self::Home => {
                both(places(index, record, 0), places(index, record, 1), |keys| self.put(into, keys))
            }
            Self::House => {
                both(places(index, record, 2), places(index, record, 1), |keys| self.put(into, keys))
            }
            Self::YearPostcode => {
                let year = born(index, record, 0..4).next().unwrap_or(0);
                for postcode in places(index, record, 0) {
                    self.put(into, [year, postcode]);
                }
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

    fn plain(
        self,
        index: &Index,
        field: Field,
        record: u32,
        into: &mut Vec<u64>,
        key: impl Fn(&str, u64) -> u64,
    ) {
        let pool = index.pool(field);
        for value in index.plain(field, record).iter().filter_map(|value| pool.get(*value)) {
            self.put(into, [key(&value.text, value.kin), 1]);
        }
    }

    fn name_and(
        self,
        index: &Index,
        field: Field,
        record: u32,
        into: &mut Vec<u64>,
        others: impl Iterator<Item = u64> + Clone,
    ) {
        for name in index.names(record) {
            let kin = kin(index, field, if field == Field::Given { name.given } else { name.family });
            others.clone().for_each(|other| self.put(into, [kin, other]));
        }
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
        let name = index.names(record).first();
        let named = |field, id: Option<u32>| id.map_or(0, |id| kin(index, field, id));
        match self {
            Self::Given => named(Field::Given, name.map(|name| name.given)),
            Self::Family => named(Field::Family, name.map(|name| name.family)),
            Self::Year => born(index, record, 0..4).next().unwrap_or(0),
            Self::Day => born(index, record, 4..8).next().unwrap_or(0),
            Self::Postcode => places(index, record, 0).next().unwrap_or(0),
        }
    }
}

/// The keys by which a matter finds the records that one record has to be compared with. They stay the same as long as
/// the matter's look-ups are of one version.
pub fn lookup_keys(of: &Particulars) -> Vec<i64> {
    let mut builder = IndexBuilder::default();
    builder.push(of);
    let index = builder.finish();
    let (mut all, mut keys) = (Vec::new(), Vec::new());
    for pass in Pass::KEPT {
        pass.keys(&index, 0, &mut keys);
        all.extend(keys.iter().map(|key| i64::from_ne_bytes(key.to_ne_bytes())));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn kin(index: &Index, field: Field, id: u32) -> u64 {
    if id == NONE { 0 } else { index.pool(field).get(id).map_or(0, |value| value.kin) }
}

/// Hashes of one part of every address of a record.
fn places(index: &Index, record: u32, part: usize) -> impl Iterator<Item = u64> + Clone {
    let field = super::index::PLACE.get(part).copied().unwrap_or(Field::Postcode);
    index.places(record).iter().map(move |placed| {
        let id = placed.get(part).copied().unwrap_or(NONE);
        index.pool(field).get(id).map_or(0, |value| hash(&value.text))
    })
}

/// Some figures of the date of birth; 0 where they are not known.
fn born(index: &Index, record: u32, part: std::ops::Range<usize>) -> impl Iterator<Item = u64> + Clone {
    index.plain(Field::Born, record).iter().map(move |id| {
        let text = index.pool(Field::Born).get(*id).and_then(|value| value.text.get(part.clone()));
        text.filter(|text| !text.ends_with("00")).map_or(0, hash)
    })
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
