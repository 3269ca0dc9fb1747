//! Orders that no index gives, as pieces one after another: each piece is equal in what the list is sorted by, and an index
//! gives its order. So a page costs about the same wherever it lies, without another index to keep up.

use std::collections::BTreeMap;

use joinder_domain::id::ClaimantNumber;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::filter::Condition;
use super::narrow::{Answers, UNCLASSIFIED, answered, listed};
use super::query::{Query, Sort};
use super::walk::Order;
use crate::error::Result;
use crate::write::Reader;

/// A piece of a list.
pub(super) struct Segment {
    /// Answers that lie in it, by pattern: in a list by answer those that are equal in what it is sorted by. `None` where
    /// nothing is classified, and for all.
    patterns: Option<Vec<i64>>,
    /// Whether claimants lie in it who are not classified, where answers are told apart claimant by claimant.
    unclassified: bool,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Born,
    NotBorn,
    Classified,
    Unclassified,
}

/// What two answers are equal in, when they lie in one piece.
type Key = (i64, String);

impl Segment {
    /// The pieces of a list in its order; none where an index gives the whole order.
    pub(super) fn of(reader: &Reader<'_>, query: &Query) -> Result<Vec<Self>> {
        let plain = |kind| Self { patterns: None, unclassified: false, kind };
        let column = match query.sort {
            Sort::Name | Sort::Number | Sort::Updated => return Ok(Vec::new()),
            Sort::DateOfBirth => return Ok(vec![plain(Kind::Born), plain(Kind::NotBorn)]),
            Sort::Status => "0, status",
            Sort::Outcome => "0, outcome",
            // The best tier comes first.
            Sort::Notice => "-tier, notice",
        };
        let sql = format!("SELECT {column}, id FROM answer_pattern");
        let mut statement = reader.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(())?;
        let mut pieces: BTreeMap<Key, Vec<i64>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            pieces.entry((row.get(0)?, row.get(1)?)).or_default().push(row.get(2)?);
        }
        let piece = |patterns| Self { patterns: Some(patterns), ..plain(Kind::Classified) };
        let mut pieces: Vec<Self> = pieces.into_values().map(piece).collect();
        let (first, last) = (plain(Kind::Unclassified), query.sort == Sort::Notice && query.descending);
        if query.descending {
            pieces.reverse();
        }
        if last {
            pieces.insert(0, first);
        } else {
            pieces.push(first);
        }
        Ok(pieces)
    }

    /// The piece in which a claimant lies.
    pub(super) fn place(
        reader: &Reader<'_>,
        pieces: &[Self],
        number: ClaimantNumber,
    ) -> Result<Option<usize>> {
        let found: Option<(bool, Option<i64>)> = reader
            .conn
            .prepare_cached(
                "SELECT c.date_of_birth <> '', s.pattern FROM claimant c
                 LEFT JOIN classification s ON s.claimant = c.number WHERE c.number = ?1",
            )?
            .query_row([number.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((born, pattern)) = found else { return Ok(None) };
        let lies = |piece: &Self| match piece.kind {
            Kind::Born => born,
            Kind::NotBorn => !born,
            Kind::Unclassified => pattern.is_none(),
            Kind::Classified => {
                pattern.is_some_and(|pattern| piece.patterns.iter().flatten().any(|known| *known == pattern))
            }
        };
        Ok(pieces.iter().position(lies))
    }

    /// The piece with only those answers in it that fit; `None` when nobody in it can.
    pub(super) fn left_by(self, answers: Option<&Answers>) -> Option<Self> {
        let Some(answers) = answers else { return Some(self) };
        match self.kind {
            // By day of birth, answers are told apart claimant by claimant.
            Kind::Born | Kind::NotBorn => {
                let patterns = Some(answers.patterns.iter().copied().collect());
                Some(Self { patterns, unclassified: answers.unclassified, ..self })
            }
            Kind::Unclassified => answers.unclassified.then_some(self),
            Kind::Classified => {
                let fits = |pattern: &i64| answers.patterns.contains(pattern);
                let patterns: Vec<i64> = self.patterns.into_iter().flatten().filter(fits).collect();
                (!patterns.is_empty()).then_some(Self { patterns: Some(patterns), ..self })
            }
        }
    }

    /// The part of an index in which it lies.
    pub(super) fn range(&self) -> Option<Condition> {
        match self.kind {
            Kind::Born => Some(Condition::new("c.date_of_birth > ''", Vec::new())),
            Kind::NotBorn => Some(Condition::new("c.date_of_birth = ''", Vec::new())),
            Kind::Classified | Kind::Unclassified => None,
        }
    }

    /// What must hold of a claimant in it beside lying in the range, and whether that finds fewer than `few`, so that they
    /// are found first and sorted then.
    pub(super) fn test(&self, reader: &Reader<'_>, few: f64) -> Result<(Option<Condition>, bool)> {
        let patterns = self.patterns.iter().flatten().copied();
        Ok(match self.kind {
            Kind::Born | Kind::NotBorn if self.patterns.is_none() => (None, false),
            Kind::Born | Kind::NotBorn => {
                let test = Answers { patterns: patterns.collect(), unclassified: self.unclassified }.test();
                (Some(test.probe), false)
            }
            Kind::Unclassified => (Some(Condition::new(UNCLASSIFIED, Vec::new())), false),
            Kind::Classified => {
                let test = answered(patterns);
                if self.is_small(reader, few)? {
                    (Some(test.into_set()), true)
                } else {
                    (Some(test.probe), false)
                }
            }
        })
    }

    /// Whether fewer than `few` lie in the piece.
    fn is_small(&self, reader: &Reader<'_>, few: f64) -> Result<bool> {
        let sql = "SELECT count(*) FROM (SELECT 1 FROM classification k
                     WHERE k.pattern IN (SELECT value FROM json_each(?)) LIMIT ?)";
        let values = [listed(self.patterns.iter().flatten().copied()), Value::from(few.ceil())];
        let mut statement = reader.conn.prepare_cached(sql)?;
        let count: f64 = statement.query_row(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(count < few)
    }

    /// The order within the piece.
    pub(super) fn order(&self, descending: bool) -> Order {
        let by_name: &[&str] = &["sort_key", "number"];
        match self.kind {
            Kind::Born => Order { key: &["date_of_birth", "sort_key", "number"], backwards: descending },
            Kind::NotBorn => Order { key: by_name, backwards: descending },
            Kind::Classified | Kind::Unclassified => Order { key: by_name, backwards: false },
        }
    }
}
