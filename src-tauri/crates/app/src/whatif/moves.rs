//! Those who would move: numbers first, rows when they come into view.

use joinder_domain::id::ClaimantNumber;
use joinder_store::claimant as store;
use serde::{Deserialize, Serialize};

use super::MoveView;
use crate::command::{Applied, Context};
use crate::error::Result;

/// Rows that one question may ask for.
const ROWS_MOST: usize = 1_000;

/// Which of those who would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfMovers"))]
pub struct Which {
    /// The what-if.
    pub id: String,
    /// Position of a move; `null` for everybody who would move.
    #[serde(default)]
    pub at: Option<u32>,
}

/// Rows to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfRows"))]
pub struct Rows {
    /// The what-if.
    pub id: String,
    /// At most 1,000; those beyond are left out.
    pub numbers: Vec<u32>,
}

/// How one claimant would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfRow"))]
pub struct Row {
    /// The number.
    pub number: u32,
    /// The number as people see it.
    pub reference: String,
    /// Full name.
    pub name: String,
    /// From what to what, and why.
    pub moves: Vec<MoveView>,
}

pub(crate) fn ids(context: Context<'_>, input: Which) -> Result<Applied<Vec<u32>>> {
    let tried = context.app.open_matter()?.session.tried(&input.id)?;
    Ok(Applied::unchanged(tried.movers(input.at).collect()))
}

pub(crate) fn rows(context: Context<'_>, input: Rows) -> Result<Applied<Vec<Row>>> {
    let open = context.app.open_matter()?;
    let tried = open.session.tried(&input.id)?;
    let numbers: Vec<_> = input.numbers.into_iter().take(ROWS_MOST).map(ClaimantNumber).collect();
    let found = open.matter.read(|reader| store::rows(reader, &numbers))?;
    let row = |row: store::Row| Row {
        number: row.number.0,
        reference: row.number.to_string(),
        name: row.name,
        moves: tried.of(row.number.0).cloned().collect(),
    };
    Ok(Applied::unchanged(found.into_iter().map(row).collect()))
}
