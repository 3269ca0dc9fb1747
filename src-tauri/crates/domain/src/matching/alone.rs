//! The keys of one record that stands for itself: an index of one would cost more than all that is made from it.

use std::ops::Range;

use super::field::Field;
use super::index::{PLACE, hash, kin, place_text, plain_texts, said};
use super::key::{Keyed, Pass, figures};
use super::name::form;
use super::particulars::Particulars;

/// A record by itself.
struct Alone<'a> {
    of: &'a Particulars,
    names: Vec<[u64; 2]>,
    /// Postcodes and numbers of houses: the passes that a matter keeps ask for no more of an address.
    places: Vec<[u64; 2]>,
    born: Option<String>,
}

impl<'a> Alone<'a> {
    fn new(of: &'a Particulars) -> Self {
        let sound = |field, name: &str| said(&form(name)).map_or(0, |name| kin(field, name));
        let names = of
            .names
            .iter()
            .map(|name| [sound(Field::Given, &name.given), sound(Field::Family, &name.family)]);
        let [postcode, number, ..] = PLACE;
        let places = of
            .places
            .iter()
            .map(|place| [postcode, number].map(|field| said(&place_text(place, field)).map_or(0, hash)));
        let born = plain_texts(of, Field::Born).pop();
        Self { of, names: names.collect(), places: places.collect(), born }
    }
}

impl Keyed for Alone<'_> {
    fn names(&self) -> impl Iterator<Item = [u64; 2]> {
        self.names.iter().copied()
    }

    fn places(&self, part: usize) -> impl Iterator<Item = u64> + Clone {
        self.places.iter().map(move |place| place.get(part).copied().unwrap_or(0))
    }

    fn plain(&self, field: Field, mut each: impl FnMut(&str, u64)) {
        for text in plain_texts(self.of, field) {
            if let Some(text) = said(&text) {
                each(text, kin(field, text));
            }
        }
    }

    fn born(&self, part: Range<usize>) -> u64 {
        self.born.as_deref().map_or(0, |text| figures(text, part))
    }
}

/// The keys by which a matter finds the records that one record has to be compared with. They stay the same as long as
/// the matter's look-ups are of one version.
pub fn lookup_keys(of: &Particulars) -> Vec<i64> {
    let alone = Alone::new(of);
    let (mut all, mut keys) = (Vec::with_capacity(12), Vec::with_capacity(4));
    for pass in Pass::KEPT {
        pass.keys(&alone, &mut keys);
        all.extend(keys.iter().map(|key| i64::from_ne_bytes(key.to_ne_bytes())));
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::index::IndexBuilder;
    use super::super::key::Indexed;
    use super::super::particulars::{Birth, NameUse, PersonName, Place};
    use super::*;

    fn by_index(of: &Particulars) -> Vec<i64> {
        let mut builder = IndexBuilder::default();
        builder.push(of);
        let index = builder.finish();
        let (mut all, mut keys) = (Vec::new(), Vec::new());
        for pass in Pass::KEPT {
            pass.keys(&Indexed(&index, 0), &mut keys);
            all.extend(keys.iter().map(|key| i64::from_ne_bytes(key.to_ne_bytes())));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    fn particulars() -> impl Strategy<Value = Particulars> {
        let name = ("([A-Za-zéшŁ' -]{0,12}|none)", "[A-Za-zéшŁ' -]{0,12}")
            .prop_map(|(given, family)| PersonName { given, family, used: NameUse::Present });
        let place = ("[A-Za-z0-9 ]{0,8}", "([0-9a-z ]{0,4}|Flat 2, 9)")
            .prop_map(|(postcode, number)| Place { postcode, number, ..Place::default() });
        let born = proptest::option::of((1900_u16..2020, 0_u8..13, 0_u8..32))
            .prop_map(|born| born.map(|(year, month, day)| Birth { year, month, day }));
        let texts = || proptest::collection::vec("[a-zA-Z0-9+.@ ]{0,16}", 0..3);
        let lists = (texts(), texts(), texts(), texts());
        (proptest::collection::vec(name, 0..3), proptest::collection::vec(place, 0..3), born, lists).prop_map(
            |(names, places, born, (national, memberships, emails, phones))| Particulars {
                names,
                places,
                born,
                national,
                memberships,
                emails,
                phones,
                ..Particulars::default()
            },
        )
    }

    proptest! {
        #[test]
        fn a_record_has_the_same_keys_alone_and_in_an_index(of in particulars()) {
            prop_assert_eq!(lookup_keys(&of), by_index(&of));
        }
    }
}
