//! Who was affected: what the whole group shows, for the window and for paper.
//!
//! The window shows every number and opens the claimants behind it. What is exported goes through the same sections
//! with small numbers withheld.

mod export;
mod grid;
mod group;
mod key;
mod paper;
mod section;
mod sheet;
mod study;
mod words;

pub(crate) use export::export;
pub use export::{Export, ExportReport, ExportedFile};
pub use grid::{Cell, Grid, GridRow, Section};
pub(crate) use group::GroupCache;

use joinder_domain::insight::{Told, which_list as search};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::Result;
use key::Key;
use study::Study;

/// What counts as having been told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightBasis"))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The notice is proved, supported or claimed.
    #[default]
    Said,
    /// The notice is proved or supported.
    Proved,
}

impl From<Basis> for Told {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Said => Self::Said,
            Basis::Proved => Self::Proved,
        }
    }
}

/// What is asked about the group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightAsk", optional_fields))]
#[serde(default)]
pub struct Ask {
    /// What counts as having been told; a claim by default.
    pub basis: Option<Basis>,
}

/// A number whose claimants are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightCellAsk", optional_fields))]
pub struct AskCell {
    /// The name of the number, as the sections give it.
    pub key: String,
    /// What counts as having been told; a claim by default.
    #[serde(default)]
    pub basis: Option<Basis>,
}

/// What the whole group shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Insight {
    /// The day that it speaks for, in words.
    pub as_at: String,
    /// Claimants counted.
    pub claimants: u32,
    /// What must be read before the numbers.
    pub caveat: String,
    /// The sections in order.
    pub sections: Vec<Section>,
}

/// Which list separates those who were told from those who were not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "InsightList"))]
pub struct List {
    /// What must be read before the result.
    pub caveat: String,
    /// Whether anything separates better than by chance.
    pub found: bool,
    /// The result: sentences, who contradicts it, and what was tried.
    pub section: Section,
}

pub(crate) fn get(context: Context<'_>, input: Ask) -> Result<Applied<Insight>> {
    let open = context.app.open_matter()?;
    let group = group::load(context, &open)?;
    let study = Study::new(&group, &open, input.basis.unwrap_or_default().into());
    Ok(Applied::unchanged(Insight {
        as_at: words::day(group.as_at),
        claimants: u32::try_from(group.people().len()).unwrap_or(u32::MAX),
        caveat: words::text("insight-caveat"),
        sections: section::all(&study),
    }))
}

pub(crate) fn cell(context: Context<'_>, input: AskCell) -> Result<Applied<Vec<u32>>> {
    let open = context.app.open_matter()?;
    let group = group::load(context, &open)?;
    let study = Study::new(&group, &open, input.basis.unwrap_or_default().into());
    let numbers = Key::read(&study, &input.key)?.claimants(&study)?;
    Ok(Applied::unchanged(numbers.into_iter().map(|number| number.0).collect()))
}

pub(crate) fn which_list(context: Context<'_>, input: Ask) -> Result<Applied<List>> {
    let open = context.app.open_matter()?;
    let group = group::load(context, &open)?;
    let study = Study::new(&group, &open, input.basis.unwrap_or_default().into());
    let found = search(&group, study.told);
    Ok(Applied::unchanged(List {
        caveat: words::text("insight-list-caveat"),
        found: found.rule.is_some(),
        section: section::list(&study, &found),
    }))
}
