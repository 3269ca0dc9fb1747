//! How much each kind of agreement says.

mod learn;
mod prior;
mod step;

use serde::{Deserialize, Serialize};

pub(super) use learn::learn;
pub(super) use prior::prior;
use step::{Steps, is_telling};

use super::compare::Compared;
use super::field::{Field, Level, Pattern};
use super::index::{Index, NONE};
use super::name::{family_rate, given_rate};

/// How often each level is seen on one field, by what the two records are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldRates {
    /// Records of one person.
    pub same: [f64; Level::COUNT],
    /// Records of two strangers.
    pub stranger: [f64; Level::COUNT],
    /// Records of two people of one household.
    pub household: [f64; Level::COUNT],
}

/// The rates of every field, and how many pairs are of one person or of one household.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// How many records it speaks of.
    #[serde(default)]
    pub records: f64,
    /// The share of pairs that are of one person.
    pub same: f64,
    /// The share of pairs that are of two people of one household.
    pub household: f64,
    /// For each field, in the order of [`Field::ALL`].
    pub fields: Vec<FieldRates>,
    /// How parts of addresses run in step.
    #[serde(default)]
    steps: Steps,
}

/// What the model says of one pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Judged {
    /// Probability that both are of one person.
    pub(super) same: f64,
    /// Probability that they are of two people of one household.
    pub(super) household: f64,
    /// Weight of all fields together against strangers, in bits.
    pub(super) bits: f64,
}

impl Model {
    /// What is known before any of so many records is seen.
    pub fn beforehand(records: f64) -> Self {
        prior(records, records * (records - 1.0) / 2.0)
    }

    /// The same for a file that has grown to so many records: as many pairs for each record as before.
    #[must_use]
    pub fn for_records(mut self, records: f64) -> Self {
        if records > 1.0 && self.records > 1.0 {
            let part = (self.records / records).min(20.0);
            (self.same, self.household) = ((self.same * part).min(0.05), (self.household * part).min(0.2));
            self.records = records;
        }
        self
    }

    pub(super) fn rates(&self, field: Field) -> &FieldRates {
        self.fields.get(field as usize).unwrap_or(&SILENT)
    }

    /// What the model says of a pair, with how rare the values are on which it agrees.
    pub(super) fn judge(&self, index: &Index, compared: &Compared) -> Judged {
        let mut sums = Sums::of(self);
        for field in Field::ALL {
            sums.add(self.odds(index, field, compared));
        }
        sums.judge()
    }

    /// The three rates of what was seen on one field.
    pub(super) fn odds(&self, index: &Index, field: Field, compared: &Compared) -> [f64; 3] {
        let (pattern, level) = (compared.pattern, compared.pattern.get(field));
        let rates = self.rates(field);
        if level == Level::Missing {
            return [1.0; 3];
        }
        let at = |rates: &[f64; Level::COUNT]| rates.get(level as usize).copied().unwrap_or(1.0);
        let (same, mut stranger, mut household) =
            (at(&rates.same), at(&rates.stranger), at(&rates.household));
        let value = compared.same.get(field as usize).copied().unwrap_or(NONE);
        if value != NONE {
            let rate = value_rate(index, field, value, stranger, self.records);
            if !field.is_of_household() {
                household = (household - stranger).max(0.0) + rate;
            }
            stranger = rate;
        }
        self.together(pattern, field, [same, stranger, household.min(1.0)])
    }

    /// The rates of one field as far as they depend on what is seen on others.
    fn together(&self, pattern: Pattern, field: Field, [same, stranger, household]: [f64; 3]) -> [f64; 3] {
        if !is_telling(pattern, field) {
            return [1.0; 3];
        }
        let stranger = self.steps.stranger(pattern, field, stranger);
        // Twins have names of their own, and a child who is named after a parent another birthday.
        let namesakes = matches!(pattern.get(Field::Given), Level::Exact | Level::Variant);
        let household = if field == Field::Born && namesakes { stranger } else { household };
        [same, stranger, household]
    }
}

static SILENT: FieldRates =
    FieldRates { same: [1.0; Level::COUNT], stranger: [1.0; Level::COUNT], household: [1.0; Level::COUNT] };

/// Logarithms, added up over the fields.
pub(super) struct Sums {
    same: f64,
    stranger: f64,
    household: f64,
    prior: f64,
}

impl Sums {
    pub(super) fn of(model: &Model) -> Self {
        let stranger = (1.0 - model.same - model.household).max(1e-9);
        let prior = model.same.max(1e-15).ln() - stranger.ln();
        Self {
            same: model.same.max(1e-15).ln(),
            stranger: stranger.ln(),
            household: model.household.max(1e-15).ln(),
            prior,
        }
    }

    pub(super) fn add(&mut self, [same, stranger, household]: [f64; 3]) {
        self.same += same.max(1e-12).ln();
        self.stranger += stranger.max(1e-12).ln();
        self.household += household.max(1e-12).ln();
    }

    pub(super) fn judge(&self) -> Judged {
        let most = self.same.max(self.stranger).max(self.household);
        let [same, stranger, household] =
            [self.same, self.stranger, self.household].map(|sum| (sum - most).exp());
        let all = same + stranger + household;
        Judged {
            same: same / all,
            household: household / all,
            bits: (self.same - self.stranger - self.prior) / std::f64::consts::LN_2,
        }
    }
}

/// As many records as what is known of a field beforehand is worth: of emails that hardly two people share one, of names
/// little.
fn worth(field: Field) -> f64 {
    match field {
        Field::Email | Field::Phone | Field::National | Field::Membership => 4_000.0,
        Field::Born => 1_000.0,
        Field::Postcode | Field::Street => 300.0,
        _ => 60.0,
    }
}

/// The share of records that have a value, which says how telling it is that two of them agree on it.
///
/// Of `records` only some may be at hand; then a value is not taken for rarer than what is known beforehand says.
fn value_rate(index: &Index, field: Field, value: u32, otherwise: f64, records: f64) -> f64 {
    let pool = index.pool(field);
    let Some(value) = pool.get(value) else { return otherwise };
    let beforehand = match field {
        Field::Given => given_rate(&value.text),
        Field::Family => family_rate(&value.text),
        _ => otherwise,
    };
    // One of the two need not be counted: the other is asked whether it has the same.
    let others = f64::from(value.count.saturating_sub(1));
    let worth = worth(field);
    let total = pool.total().max(records);
    let rate = (others + worth * beforehand) / (total + worth);
    let at_hand = pool.total() * 2.0 > total;
    // A first name is as common then as such names are here: people of one matter have the names of one place and time.
    let least = if field == Field::Given { beforehand.max(otherwise) } else { beforehand / 2.0 };
    (if at_hand { rate } else { rate.max(least) }).clamp(1e-8, 1.0)
}
