//! What is known before any record is seen, for matters that are too small to learn from.
//!
//! Rates of records of one person are of the size that published linkages of people report; those of households follow
//! from what a household is: one home and mostly one surname, each with a first name and a birthday of their own.

use super::{FieldRates, Level, Model, Steps};
use crate::matching::field::Field;

/// Rates in the order exact, variant, close, near, different, swapped, initial.
type Rates = [f64; 7];

/// Same person, strangers, household.
fn rates(field: Field) -> (Rates, Rates, Rates) {
    match field {
        Field::Given => (
            [0.81, 0.07, 0.06, 0.03, 0.006, 0.012, 0.012],
            [0.006, 0.006, 0.004, 0.03, 0.944, 0.0002, 0.01],
            [0.012, 0.007, 0.006, 0.035, 0.929, 0.0002, 0.012],
        ),
        Field::Family => (
            [0.82, 0.04, 0.06, 0.02, 0.06, 0.0, 0.0],
            [0.001, 0.001, 0.003, 0.02, 0.975, 0.0, 0.0],
            [0.80, 0.04, 0.006, 0.02, 0.134, 0.0, 0.0],
        ),
        Field::Born => (
            [0.925, 0.0, 0.03, 0.02, 0.006, 0.02, 0.0],
            [0.000_05, 0.0, 0.001, 0.02, 0.978_9, 0.000_05, 0.0],
            [0.02, 0.0, 0.001, 0.02, 0.958_9, 0.000_1, 0.0],
        ),
        Field::National => (
            [0.93, 0.0, 0.04, 0.01, 0.02, 0.0, 0.0],
            [0.000_001, 0.0, 0.000_02, 0.0005, 0.999_4, 0.0, 0.0],
            [0.000_001, 0.0, 0.000_02, 0.0005, 0.999_4, 0.0, 0.0],
        ),
        Field::Membership => (
            [0.88, 0.0, 0.04, 0.02, 0.06, 0.0, 0.0],
            [0.000_01, 0.0, 0.0003, 0.005, 0.994_7, 0.0, 0.0],
            [0.001, 0.0, 0.005, 0.01, 0.984, 0.0, 0.0],
        ),
        Field::Email => (
            [0.62, 0.05, 0.05, 0.06, 0.22, 0.0, 0.0],
            [0.000_01, 0.000_002, 0.0001, 0.0003, 0.999_6, 0.0, 0.0],
            [0.35, 0.02, 0.01, 0.01, 0.61, 0.0, 0.0],
        ),
        Field::Phone => (
            [0.70, 0.0, 0.04, 0.0, 0.26, 0.0, 0.0],
            [0.000_01, 0.0, 0.000_1, 0.0, 0.999_9, 0.0, 0.0],
            [0.45, 0.0, 0.01, 0.0, 0.54, 0.0, 0.0],
        ),
        Field::Postcode => (
            [0.72, 0.0, 0.06, 0.05, 0.17, 0.0, 0.0],
            [0.0003, 0.0, 0.0007, 0.005, 0.994, 0.0, 0.0],
            [0.93, 0.0, 0.03, 0.01, 0.03, 0.0, 0.0],
        ),
        Field::Number => (
            [0.72, 0.04, 0.05, 0.0, 0.19, 0.0, 0.0],
            [0.015, 0.005, 0.09, 0.0, 0.89, 0.0, 0.0],
            [0.90, 0.03, 0.03, 0.0, 0.04, 0.0, 0.0],
        ),
        Field::Street => (
            [0.70, 0.0, 0.08, 0.04, 0.18, 0.0, 0.0],
            [0.001, 0.0, 0.001, 0.03, 0.968, 0.0, 0.0],
            [0.91, 0.0, 0.04, 0.02, 0.03, 0.0, 0.0],
        ),
        Field::District | Field::Locality => (
            [0.72, 0.0, 0.07, 0.04, 0.17, 0.0, 0.0],
            [0.005, 0.0, 0.001, 0.02, 0.974, 0.0, 0.0],
            [0.92, 0.0, 0.03, 0.02, 0.03, 0.0, 0.0],
        ),
        Field::Region => (
            [0.88, 0.0, 0.0, 0.0, 0.12, 0.0, 0.0],
            [0.15, 0.0, 0.0, 0.0, 0.85, 0.0, 0.0],
            [0.97, 0.0, 0.0, 0.0, 0.03, 0.0, 0.0],
        ),
        Field::Sex => (
            [0.985, 0.0, 0.0, 0.0, 0.015, 0.0, 0.0],
            [0.5, 0.0, 0.0, 0.0, 0.5, 0.0, 0.0],
            [0.4, 0.0, 0.0, 0.0, 0.6, 0.0, 0.0],
        ),
        Field::Birthplace | Field::Occupation => (
            [0.75, 0.0, 0.05, 0.05, 0.15, 0.0, 0.0],
            [0.02, 0.0, 0.002, 0.03, 0.948, 0.0, 0.0],
            [0.3, 0.0, 0.01, 0.03, 0.66, 0.0, 0.0],
        ),
    }
}

fn spread([exact, variant, close, near, different, swapped, initial]: Rates) -> [f64; Level::COUNT] {
    let mut all = [1.0, exact, variant, close, near, different, swapped, initial];
    let sum: f64 = all.iter().skip(1).sum();
    all.iter_mut().skip(1).for_each(|rate| *rate /= sum);
    all
}

/// The model before any record is seen, for a file of so many records.
pub(in crate::matching) fn prior(records: f64, pairs: f64) -> Model {
    let fields = Field::ALL.map(|field| {
        let (same, stranger, household) = rates(field);
        FieldRates { same: spread(same), stranger: spread(stranger), household: spread(household) }
    });
    let (same, household) = beforehand(records);
    let share = |count: f64, most: f64| (count / pairs.max(1.0)).min(most);
    Model {
        records,
        same: share(same, 0.05),
        household: share(household, 0.2),
        fields: fields.to_vec(),
        steps: Steps::default(),
    }
}

/// How many pairs of one person and of one household are expected before any record is seen.
///
/// Many records speak for themselves: of pairs of one person no more are expected beforehand than few records have; and
/// the more records there are, the less a household is expected that none of them shows.
pub(in crate::matching) fn beforehand(records: f64) -> (f64, f64) {
    (0.03 * records.min(100.0), 0.1 * records * (-records / 150.0).exp())
}
