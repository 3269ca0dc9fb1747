//! The pairs that wait for a decision, and those that were decided.

use joinder_domain::id::ClaimantNumber;
use joinder_domain::matching::{Difference, differences};
use joinder_store::match_pair::{self as pairs, Pair, PairState};
use joinder_store::{Op, Reader, claimant as store};
use serde::{Deserialize, Serialize};

use super::keep::THRESHOLD;
use super::words::{Looks, ReasonView, summary};
use crate::app::OpenMatter;
use crate::claimant::{label, said};
use crate::classification::refresh;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::restricted;
use crate::undo::{Undo, What};

/// Which pairs to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchList"))]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Those of which it was decided that they are two people, instead of those that wait.
    #[serde(default)]
    pub decided: bool,
}

/// Two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchOf"))]
pub struct Of {
    /// Number of the one.
    pub a: u32,
    /// Number of the other.
    pub b: u32,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchDecide"))]
pub struct Decide {
    /// Number of the one.
    pub a: u32,
    /// Number of the other.
    pub b: u32,
    /// They are two people: `false` opens the question again.
    pub not_same: bool,
    /// Why.
    pub reason: String,
}

/// A pair in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchRow"))]
pub struct Row {
    /// Number of the one.
    pub a: u32,
    /// Number of the other.
    pub b: u32,
    /// Its name.
    pub a_name: String,
    /// The other's.
    pub b_name: String,
    /// Probability that both are one person.
    pub score: f64,
    /// How it looks on the whole.
    pub looks: Looks,
    /// The same in one sentence.
    pub summary: String,
    /// Why, field by field.
    pub reasons: Vec<ReasonView>,
    /// Who decided, when something was.
    pub decided_by: String,
    /// When, RFC 3339.
    pub decided_at: String,
    /// Why.
    pub reason: String,
}

/// A pair side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchSides"))]
pub struct Sides {
    /// The pair.
    pub row: Row,
    /// Version of the one's record.
    pub a_version: u32,
    /// Version of the other's.
    pub b_version: u32,
    /// What both say differently.
    pub differences: Vec<DifferenceView>,
}

/// A field on which two records say different things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MatchDifference"))]
pub struct DifferenceView {
    /// Path of the field, such as `identity.surname`.
    pub path: String,
    /// The same in words.
    pub label: String,
    /// What the one says.
    pub a: String,
    /// What the other says.
    pub b: String,
}

/// So many pairs are listed at most.
const LISTED_MOST: usize = 5_000;

pub(crate) fn list(context: Context<'_>, input: List) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let state = if input.decided { PairState::NotSame } else { PairState::Open };
    let rows = open.matter.read(|reader| {
        let pairs = pairs::list(reader, state, LISTED_MOST)?;
        pairs.iter().map(|pair| row(reader, pair)).collect::<Result<Vec<Row>>>()
    })?;
    Ok(Applied::unchanged(rows))
}

pub(crate) fn count(context: Context<'_>, _: Nothing) -> Result<Applied<usize>> {
    let open = context.app.open_matter()?;
    let waiting = open.matter.read(pairs::waiting)?;
    Ok(Applied::unchanged(usize::try_from(waiting).unwrap_or(usize::MAX)))
}

pub(crate) fn get(context: Context<'_>, input: Of) -> Result<Applied<Sides>> {
    let open = context.app.open_matter()?;
    Ok(Applied::unchanged(open.matter.read(|reader| sides(reader, &open, input))?))
}

fn sides(reader: &Reader<'_>, open: &OpenMatter, of: Of) -> Result<Sides> {
    let (a, b) = (ClaimantNumber(of.a), ClaimantNumber(of.b));
    let pair = pairs::get(reader, a, b)?.ok_or_else(|| Error::new("no-such-match"))?;
    let stored = |number| store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"));
    let (one, two) = (stored(pair.found.a)?, stored(pair.found.b)?);
    let found = differences(&one.claimant, &two.claimant);
    Ok(Sides {
        row: row(reader, &pair)?,
        a_version: one.version,
        b_version: two.version,
        differences: found
            .into_iter()
            .filter(|one| !restricted::covers(open, &one.path))
            .map(difference)
            .collect(),
    })
}

fn difference(of: Difference) -> DifferenceView {
    DifferenceView { label: label(&of.path), a: said(&of.kept), b: said(&of.other), path: of.path }
}

fn row(reader: &Reader<'_>, pair: &Pair) -> Result<Row> {
    let found = joinder_domain::matching::Match {
        a: pair.found.a.0,
        b: pair.found.b.0,
        score: pair.found.score,
        household: pair.found.household,
        bits: pair.found.bits,
        reasons: pair.found.reasons.clone(),
    };
    let (looks, summary) = summary(&found, THRESHOLD);
    let named = store::rows(reader, &[pair.found.a, pair.found.b])?;
    let mut names = named.into_iter().map(|row| row.name);
    Ok(Row {
        a: found.a,
        b: found.b,
        a_name: names.next().unwrap_or_default(),
        b_name: names.next().unwrap_or_default(),
        score: found.score,
        looks,
        summary,
        reasons: found.reasons.iter().map(ReasonView::of).collect(),
        decided_by: pair.decided_by.clone(),
        decided_at: pair.decided_at.map(|at| at.to_string()).unwrap_or_default(),
        reason: pair.reason.clone(),
    })
}

pub(crate) fn decide(context: Context<'_>, input: Decide) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let reason = reason(&input.reason)?;
    let (a, b) = (ClaimantNumber(input.a), ClaimantNumber(input.b));
    let state = if input.not_same { PairState::NotSame } else { PairState::Open };
    let written = open.write(Op("match.decide"), context.app.clock().now(), |tx| {
        let before = match pairs::get(tx, a, b)? {
            Some(pair) if pair.state != PairState::Merged => pair.state,
            _ => return Err(Error::new("no-such-match")),
        };
        pairs::decide(tx, a, b, state, reason)?;
        again(tx, &open, &[a, b], context)?;
        Ok(before)
    })?;
    let (one, other) = (a.to_string(), b.to_string());
    let what = What::Decided { a, b, not_same: written.output == PairState::NotSame };
    let key = if input.not_same { "undo-not-same" } else { "undo-ask-again" };
    open.session.remember(Undo::new(key, &[("a", &one), ("b", &other)], what))?;
    Ok(Applied::stored(Nothing {}, &written.changes))
}

/// Classifies those again whom a decision concerns.
pub(super) fn again(
    tx: &mut joinder_store::Write<'_>,
    open: &OpenMatter,
    numbers: &[ClaimantNumber],
    context: Context<'_>,
) -> Result<()> {
    numbers.iter().try_for_each(|number| refresh(tx, open, *number, context.app.clock().today()))
}

/// A reason, which must be given.
pub(super) fn reason(text: &str) -> Result<&str> {
    Some(text.trim()).filter(|text| !text.is_empty()).ok_or_else(|| Error::new("reason-missing"))
}
