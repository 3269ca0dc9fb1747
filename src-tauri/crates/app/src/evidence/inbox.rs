//! Evidence that belongs to nobody yet: ids first, rows for what is in sight.

use joinder_domain::id::{ClaimantNumber, EvidenceId};
use joinder_store::claimant;
use joinder_store::evidence::{self as store, Evidence, State, Which};
use serde::{Deserialize, Serialize};

use super::item::{Row, Suggestion, best_grade};
use super::owner::suggestions;
use crate::app::OpenMatter;
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::restricted;

/// Rows that are given at a time.
const ROWS_MOST: usize = 200;
/// Suggestions of one item for which it is said what it would prove.
const GRADED_MOST: usize = 3;

/// Which items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceIds"))]
pub struct Ids {
    /// Their identifiers.
    pub ids: Vec<String>,
}

pub(crate) fn unassigned(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<String>>> {
    let open = context.app.open_matter()?;
    let ids = open.matter.read(|reader| store::ids(reader, Which::Unassigned))?;
    Ok(Applied::unchanged(ids.iter().map(EvidenceId::to_string).collect()))
}

/// The rows of these items in this order; one that is not there any more is left out.
pub(crate) fn rows(context: Context<'_>, input: Ids) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let ids: Vec<EvidenceId> = input.ids.iter().take(ROWS_MOST).filter_map(|id| id.parse().ok()).collect();
    let rows = open.matter.read(|reader| {
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(item) = store::get(reader, id)? else { continue };
            let mut suggested = match item.state {
                State::Unassigned => suggestions(reader, &item)?,
                State::Assigned(_) | State::SetAside(_) => Vec::new(),
            };
            for suggestion in suggested.iter_mut().take(GRADED_MOST) {
                suggestion.tier = would_prove(reader, &open, &item, suggestion)?;
            }
            rows.push(restricted::row(&open, Row::of(item, suggested)));
        }
        Ok::<_, Error>(rows)
    })?;
    Ok(Applied::unchanged(rows))
}

/// What the item would prove if it were this claimant's.
fn would_prove(
    reader: &joinder_store::Reader<'_>,
    open: &OpenMatter,
    item: &Evidence,
    whose: &Suggestion,
) -> Result<Option<u8>> {
    let stored = claimant::get(reader, ClaimantNumber(whose.number))?;
    let against = open.consensus().against(reader)?;
    let grade =
        stored.and_then(|stored| best_grade(item, &stored.claimant, &open.profile, against.as_deref()));
    Ok(grade.map(|grade| grade.tier))
}
