//! Records in the form in which they are compared: every value once, with how often it occurs.

mod form;
mod list;
mod pool;

use super::field::Field;
use super::name::{form as latin, groups, sound};
use super::particulars::{NameUse, Particulars, Place};
pub(super) use form::hash;
use form::{code, digits, email, house, street};
pub(super) use list::Lists;
pub(super) use pool::{NONE, Pool, Value, place};

/// A name as two values.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) given: u32,
    pub(super) family: u32,
    pub(super) other: bool,
}

/// An address as values of the fields of [`PLACE`].
pub(super) type Placed = [u32; 6];

/// The fields of an address, the most telling first.
pub(super) const PLACE: [Field; 6] =
    [Field::Postcode, Field::Number, Field::Street, Field::District, Field::Locality, Field::Region];

/// The fields that are lists of values of their own.
pub(super) const PLAIN: [Field; 8] = [
    Field::Born,
    Field::National,
    Field::Membership,
    Field::Email,
    Field::Phone,
    Field::Sex,
    Field::Birthplace,
    Field::Occupation,
];

/// Records, ready to be compared. A record is known by its position, from 0 in the order of [`IndexBuilder::push`].
#[derive(Debug, Default)]
pub struct Index {
    pools: [Pool; Field::COUNT],
    names: Lists<Named>,
    places: Lists<Placed>,
    plain: [Lists<u32>; 8],
    second: Option<u32>,
}

/// Makes an [`Index`], record by record.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    index: Index,
}

impl Index {
    /// How many records there are.
    pub fn len(&self) -> u32 {
        self.names.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the second of two files begins that are linked with each other; none for one file that is searched for
    /// duplicates of its own.
    pub fn second(&self) -> Option<u32> {
        self.second
    }

    pub(super) fn pool(&self, field: Field) -> &Pool {
        // The array has a pool for every field.
        self.pools.get(field as usize).unwrap_or(&EMPTY)
    }

    pub(super) fn names(&self, record: u32) -> &[Named] {
        self.names.of(record)
    }

    pub(super) fn places(&self, record: u32) -> &[Placed] {
        self.places.of(record)
    }

    /// The fields of [`PLAIN`], each with the values of every record.
    pub(super) fn plains(&self) -> impl Iterator<Item = (Field, &Lists<u32>)> {
        PLAIN.into_iter().zip(&self.plain)
    }

    /// The values of one of the fields of [`PLAIN`].
    pub(super) fn plain(&self, field: Field, record: u32) -> &[u32] {
        let at = PLAIN.iter().position(|plain| *plain == field);
        at.and_then(|at| self.plain.get(at)).map(|lists| lists.of(record)).unwrap_or_default()
    }

    /// Two records may be a pair: of one file, or one of each of two.
    pub(super) fn may_pair(&self, a: u32, b: u32) -> bool {
        a != b && self.second.is_none_or(|second| (a < second) != (b < second))
    }

    /// How many pairs there are.
    pub(super) fn pairs(&self) -> f64 {
        let all = f64::from(self.len());
        match self.second.map(f64::from) {
            None => all * (all - 1.0) / 2.0,
            Some(first) => first * (all - first),
        }
    }
}

static EMPTY: Pool = Pool::new();

impl IndexBuilder {
    /// Takes a record in.
    pub fn push(&mut self, of: &Particulars) {
        let index = &mut self.index;
        for name in &of.names {
            let (given, family) = (latin(&name.given), latin(&name.family));
            let given = enter(&mut index.pools, Field::Given, &given);
            let family = enter(&mut index.pools, Field::Family, &family);
            if given != NONE || family != NONE {
                index.names.add(Named { given, family, other: name.used == NameUse::Other });
            }
        }
        index.names.close();
        for place in &of.places {
            let placed = placed(&mut index.pools, place);
            if placed != [NONE; 6] {
                index.places.add(placed);
            }
        }
        index.places.close();
        for (field, lists) in PLAIN.iter().zip(&mut index.plain) {
            let many = plain_texts(of, *field);
            let mut seen = Vec::new();
            for text in &many {
                let value = enter(&mut index.pools, *field, text);
                if value != NONE && !seen.contains(&value) {
                    seen.push(value);
                    lists.add(value);
                }
            }
            lists.close();
        }
    }

    /// What follows is the second of two files that are to be linked with each other.
    pub fn begin_second(&mut self) {
        self.index.second = Some(self.index.len());
    }

    /// The index.
    pub fn finish(mut self) -> Index {
        self.index.pools.iter_mut().for_each(Pool::close);
        self.index
    }
}

/// Values longer than this are compared by their beginning.
const LETTERS_MOST: usize = 60;

/// A value as it is compared; `None` where it says that there is none.
pub(super) fn said(text: &str) -> Option<&str> {
    const NOTHING: [&str; 8] = ["", "none", "n a", "na", "nan", "null", "unknown", "not known"];
    if NOTHING.contains(&text) {
        return None;
    }
    let end = text.char_indices().nth(LETTERS_MOST).map_or(text.len(), |(at, _)| at);
    Some(text.get(..end).unwrap_or(text))
}

/// The hash of what a value is kin to: a name to what sounds like it, an address to its mailbox; 0 for nothing.
pub(super) fn kin(field: Field, text: &str) -> u64 {
    match field {
        Field::Given => hash(&sound(text.split(' ').next().unwrap_or(text))),
        Field::Family => hash(&sound(text)),
        Field::Email => hash(&form::mailbox(text)),
        _ => 0,
    }
}

fn enter(pools: &mut [Pool; Field::COUNT], field: Field, text: &str) -> u32 {
    let (Some(text), Some(pool)) = (said(text), pools.get_mut(field as usize)) else { return NONE };
    pool.enter(text, |text| {
        let groups = match field {
            Field::Given => groups(text.split(' ').next().unwrap_or(text)),
            _ => [0; 2],
        };
        Value::new(text, kin(field, text), groups)
    })
}

/// What a record says of a field that is a list of its own, in the form in which it is compared.
pub(super) fn plain_texts(of: &Particulars, field: Field) -> Vec<String> {
    match field {
        Field::Born => {
            let figures = |b: &super::Birth| format!("{:04}{:02}{:02}", b.year, b.month, b.day);
            of.born.iter().map(figures).collect()
        }
        Field::National => of.national.iter().map(|text| code(text)).collect(),
        Field::Membership => of.memberships.iter().map(|text| code(text)).collect(),
        Field::Email => of.emails.iter().map(|text| email(text)).collect(),
        Field::Phone => of.phones.iter().map(|text| digits(text)).collect(),
        Field::Sex => vec![latin(&of.sex).chars().take(1).collect()],
        Field::Birthplace => vec![latin(&of.birthplace)],
        _ => vec![latin(&of.occupation)],
    }
}

/// A part of an address in the form in which it is compared.
pub(super) fn place_text(place: &Place, field: Field) -> String {
    match field {
        Field::Postcode => code(&place.postcode),
        Field::Number => house(&place.number),
        Field::Street => street(&place.street),
        Field::District => latin(&place.district),
        Field::Locality => latin(&place.locality),
        _ => latin(&place.region),
    }
}

fn placed(pools: &mut [Pool; Field::COUNT], place: &Place) -> Placed {
    PLACE.map(|field| enter(pools, field, &place_text(place, field)))
}
