//! Counts by attribute, and the claimants behind each.

use std::collections::BTreeMap;

use super::group::{Group, Told};
use super::person::{Attribute, Person, Place};
use crate::classification::NoticeAxis;
use crate::id::ClaimantNumber;

/// What the columns of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// The notice axis in its order, and last those not classified.
    Notice,
    /// Told, not told, not known.
    Told(Told),
}

/// Counts of claimants by an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What its rows are.
    pub attribute: Attribute,
    /// What its columns are.
    pub kind: TableKind,
    /// The rows, by place.
    pub rows: Vec<Row>,
    /// Claimants in each column, everybody once.
    pub totals: Vec<u64>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the claimants stand.
    pub place: Place,
    /// How many, by column.
    pub counts: Vec<u64>,
}

impl Row {
    /// How many in all columns.
    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }
}

impl TableKind {
    /// Number of columns.
    pub fn columns(self) -> usize {
        match self {
            Self::Notice => NoticeAxis::ALL.len() + 1,
            Self::Told(_) => 3,
        }
    }

    /// The column in which a claimant stands.
    pub fn column(self, person: &Person) -> usize {
        match self {
            Self::Notice => person
                .notice
                .and_then(|notice| NoticeAxis::ALL.iter().position(|axis| *axis == notice))
                .unwrap_or(NoticeAxis::ALL.len()),
            Self::Told(basis) => match basis.of(person.notice) {
                Some(true) => 0,
                Some(false) => 1,
                None => 2,
            },
        }
    }
}

/// Status at the incident by notice.
pub fn by_notice(group: &Group, attribute: Attribute) -> Table {
    table(group, attribute, TableKind::Notice)
}

/// Told, not told and not known by an attribute.
pub fn by_told(group: &Group, attribute: Attribute, basis: Told) -> Table {
    table(group, attribute, TableKind::Told(basis))
}

fn table(group: &Group, attribute: Attribute, kind: TableKind) -> Table {
    let mut totals = vec![0; kind.columns()];
    let mut rows: BTreeMap<Place, Vec<u64>> = BTreeMap::new();
    for person in group.people() {
        let column = kind.column(person);
        if let Some(total) = totals.get_mut(column) {
            *total += 1;
        }
        for place in person.places(attribute) {
            let counts = rows.entry(place).or_insert_with(|| vec![0; kind.columns()]);
            if let Some(count) = counts.get_mut(column) {
                *count += 1;
            }
        }
    }
    let rows = rows.into_iter().map(|(place, counts)| Row { place, counts }).collect();
    Table { attribute, kind, rows, totals }
}

impl Group {
    /// The claimants behind a cell; `None` for all rows or all columns.
    pub fn cell(
        &self,
        attribute: Attribute,
        kind: TableKind,
        place: Option<Place>,
        column: Option<usize>,
    ) -> Vec<ClaimantNumber> {
        let stands = |person: &&Person| {
            place.is_none_or(|place| person.places(attribute).any(|other| other == place))
                && column.is_none_or(|column| kind.column(person) == column)
        };
        self.people().iter().filter(stands).map(|person| person.number).collect()
    }
}
