//! Conditions brought to what the indexes hold before anybody is looked at. There are few different answers and few
//! different lacks, however many claimants have them, so what several conditions leave of those is worked out first.

use std::collections::BTreeSet;

use joinder_domain::code::Code;
use joinder_domain::completeness::Item;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::filter::{Test, places};
use super::query::{Axis, Filter};
use crate::error::Result;
use crate::write::Reader;

/// Whether a claimant is not classified.
pub(super) const UNCLASSIFIED: &str =
    "NOT EXISTS (SELECT 1 FROM classification u WHERE u.claimant = c.number)";

/// The conditions of a query.
pub(super) struct Narrowed<'a> {
    /// What is left by the conditions on axes; `None` where there is no such condition.
    pub(super) answers: Option<Answers>,
    /// What is left by the conditions on what records lack, as the column holds it; `None` likewise.
    lacks: Option<Vec<i64>>,
    /// The others.
    rest: Vec<&'a Filter>,
}

/// Answers that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answers {
    /// By pattern.
    pub(super) patterns: BTreeSet<i64>,
    /// Whether claimants who are not classified fit too.
    pub(super) unclassified: bool,
}

impl<'a> Narrowed<'a> {
    pub(super) fn of(reader: &Reader<'_>, filters: &'a [Filter]) -> Result<Self> {
        let mut narrowed = Self { answers: None, lacks: None, rest: Vec::new() };
        for filter in filters {
            match filter {
                Filter::Axis(axis, codes) => {
                    let fitting = Answers::fitting(reader, *axis, codes)?;
                    narrowed.answers = Some(match narrowed.answers.take() {
                        None => fitting,
                        Some(answers) => answers.and(&fitting),
                    });
                }
                Filter::Missing(items) => {
                    let mask = items.iter().fold(0, |mask, item: &Item| mask | i64::from(item.bit()));
                    let lacks = match narrowed.lacks.take() {
                        None => every_lack(reader)?,
                        Some(lacks) => lacks,
                    };
                    narrowed.lacks = Some(lacks.into_iter().filter(|lack| lack & mask != 0).collect());
                }
                other => narrowed.rest.push(other),
            }
        }
        Ok(narrowed)
    }

    /// What must hold of each claimant.
    pub(super) fn tests(&self) -> Vec<Test> {
        self.answers.iter().map(Answers::test).chain(self.beside_answers()).collect()
    }

    /// The same without what is left of answers.
    pub(super) fn beside_answers(&self) -> Vec<Test> {
        let lacks = self.lacks.as_ref().map(|lacks| lacking(lacks));
        lacks.into_iter().chain(self.rest.iter().filter_map(|filter| Test::of(filter))).collect()
    }
}

impl Answers {
    fn fitting(reader: &Reader<'_>, axis: Axis, codes: &[Code]) -> Result<Self> {
        let some: Vec<&str> =
            codes.iter().map(|code| code.as_str()).filter(|code| !code.is_empty()).collect();
        let sql = format!(
            "SELECT x.pattern FROM axis_code a JOIN answer_pattern_code x ON x.axis_code = a.id
             WHERE a.axis = ? AND a.code IN ({})",
            places(some.len())
        );
        let mut statement = reader.conn.prepare_cached(&sql)?;
        let values = [axis.code()].into_iter().chain(some.iter().copied());
        let patterns = statement.query_map(params_from_iter(values), |row| row.get(0))?;
        let patterns = patterns.collect::<rusqlite::Result<_>>()?;
        Ok(Self { patterns, unclassified: some.len() < codes.len() })
    }

    fn and(&self, other: &Self) -> Self {
        Self {
            patterns: self.patterns.intersection(&other.patterns).copied().collect(),
            unclassified: self.unclassified && other.unclassified,
        }
    }

    /// Whether a claimant's answer is one of them.
    pub(super) fn test(&self) -> Test {
        let classified = answered(self.patterns.iter().copied());
        if !self.unclassified {
            return classified;
        }
        Test::any(vec![Test::probe(UNCLASSIFIED, vec![]), classified])
    }
}

/// Claimants whose answer is of one of these patterns.
pub(super) fn answered(patterns: impl Iterator<Item = i64>) -> Test {
    Test::with(
        "(SELECT k.pattern FROM classification k WHERE k.claimant = c.number) IN (SELECT value FROM json_each(?))",
        "SELECT k.claimant FROM classification k WHERE k.pattern IN (SELECT value FROM json_each(?))",
        &[listed(patterns)],
    )
}

fn lacking(lacks: &[i64]) -> Test {
    Test::with(
        // The sign keeps the index of what is lacking out of a walk in the order of the list.
        "+c.missing IN (SELECT value FROM json_each(?))",
        "SELECT m.number FROM claimant m WHERE m.missing IN (SELECT value FROM json_each(?))",
        &[listed(lacks.iter().copied())],
    )
}

/// Every different lack, the index asked for one after the other.
fn every_lack(reader: &Reader<'_>) -> Result<Vec<i64>> {
    let mut statement = reader.conn.prepare_cached(
        "WITH RECURSIVE lack (value) AS (
           SELECT min(missing) FROM claimant
           UNION ALL SELECT (SELECT min(missing) FROM claimant WHERE missing > value) FROM lack WHERE value IS NOT NULL
         ) SELECT value FROM lack WHERE value IS NOT NULL",
    )?;
    let lacks = statement.query_map((), |row| row.get(0))?;
    Ok(lacks.collect::<rusqlite::Result<_>>()?)
}

/// Numbers as one value, for `json_each`.
pub(super) fn listed(numbers: impl Iterator<Item = i64>) -> Value {
    let mut list = String::from("[");
    for (at, number) in numbers.enumerate() {
        if at > 0 {
            list.push(',');
        }
        list.push_str(&number.to_string());
    }
    list.push(']');
    Value::from(list)
}
