//! Orders that no index gives, as pieces one after another: each piece is equal in what the list is sorted by, and an index
//! gives its order. So a page costs about the same wherever it lies, without another index to keep up.

use std::collections::BTreeMap;

use joinder_domain::id::ClaimantNumber;
use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::filter::{Condition, Shape};
use super::query::{Query, Sort};
use crate::error::Result;
use crate::write::Reader;

/// A piece of a list.
pub(super) struct Segment {
    /// Answers that are equal in what the list is sorted by, by pattern; `None` where nothing is classified or where the
    /// list is sorted by day of birth.
    patterns: Option<Vec<i64>>,
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
    /// The pieces of a list in its order; `None` where an index gives the whole order.
    pub(super) fn of(reader: &Reader<'_>, query: &Query) -> Result<Option<Vec<Self>>> {
        let plain = |kind| Self { patterns: None, kind };
        let column = match query.sort {
            Sort::Name | Sort::Number | Sort::Updated => return Ok(None),
            Sort::DateOfBirth => return Ok(Some(vec![plain(Kind::Born), plain(Kind::NotBorn)])),
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
        let piece = |patterns| Self { patterns: Some(patterns), kind: Kind::Classified };
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
        Ok(Some(pieces))
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

    /// What must hold of a claimant in the piece.
    pub(super) fn condition(&self, shape: Shape) -> Condition {
        let patterns = || {
            let list = self.patterns.iter().flatten().map(i64::to_string).collect::<Vec<_>>().join(",");
            vec![Value::from(format!("[{list}]"))]
        };
        let known = "(SELECT value FROM json_each(?))";
        match (self.kind, shape) {
            (Kind::Born, _) => Condition::new("c.date_of_birth > ''", Vec::new()),
            (Kind::NotBorn, _) => Condition::new("c.date_of_birth = ''", Vec::new()),
            (Kind::Unclassified, _) => Condition::new(
                "NOT EXISTS (SELECT 1 FROM classification u WHERE u.claimant = c.number)",
                Vec::new(),
            ),
            (Kind::Classified, Shape::Set) => Condition::new(
                format!("c.number IN (SELECT k.claimant FROM classification k WHERE k.pattern IN {known})"),
                patterns(),
            ),
            (Kind::Classified, Shape::Probe) => Condition::new(
                format!("(SELECT k.pattern FROM classification k WHERE k.claimant = c.number) IN {known}"),
                patterns(),
            ),
        }
    }

    /// Whether fewer than `few` lie in the piece, so that they are best found first and sorted then.
    pub(super) fn is_small(&self, reader: &Reader<'_>, few: f64) -> Result<bool> {
        if self.kind != Kind::Classified {
            return Ok(false);
        }
        let condition = self.condition(Shape::Set);
        let sql = "SELECT count(*) FROM (SELECT 1 FROM classification k
                     WHERE k.pattern IN (SELECT value FROM json_each(?)) LIMIT ?)";
        let mut values = condition.values;
        values.push(Value::from(few.ceil()));
        let mut statement = reader.conn.prepare_cached(sql)?;
        let count: f64 = statement.query_row(rusqlite::params_from_iter(values), |row| row.get(0))?;
        Ok(count < few)
    }

    /// The order within the piece, and the columns that tell where in it a claimant lies.
    pub(super) fn order(&self, descending: bool) -> (&'static str, &'static [&'static str], &'static str) {
        match (self.kind, descending) {
            (Kind::Born, false) => {
                ("c.date_of_birth, c.sort_key, c.number", &["date_of_birth", "sort_key", "number"], ">")
            }
            (Kind::Born, true) => (
                "c.date_of_birth DESC, c.sort_key DESC, c.number DESC",
                &["date_of_birth", "sort_key", "number"],
                "<",
            ),
            (Kind::NotBorn, true) => {
                ("c.date_of_birth DESC, c.sort_key DESC, c.number DESC", &["sort_key", "number"], "<")
            }
            (Kind::NotBorn, false) => ("c.date_of_birth, c.sort_key, c.number", &["sort_key", "number"], ">"),
            (Kind::Classified | Kind::Unclassified, _) => {
                ("c.sort_key, c.number", &["sort_key", "number"], ">")
            }
        }
    }
}
