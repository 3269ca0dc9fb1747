//! Runs a what-if.

use std::sync::Arc;

use joinder_store::claimant as store;
use joinder_store::classification::shared;
use serde::{Deserialize, Serialize};

use super::candidate::Candidate;
use super::labels::Labels;
use super::places::places;
use super::tally::{Tally, Tried};
use super::{MoveCount, Place, Rules};
use crate::classification::{STEP, everyone};
use crate::command::{Applied, Context};
use crate::error::Result;
use crate::profile::Choices;
use crate::rules::RuleFile;
use crate::text;

/// What to try.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIfRun"))]
#[serde(default)]
pub struct Run {
    /// Another rule set; `null` for the one in force.
    pub rules: Option<RuleFile>,
    /// Another day of the incident, as typed; `null` for the one in force.
    pub incident_date: Option<String>,
}

/// What would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhatIf"))]
pub struct WhatIf {
    /// Tells it from earlier ones.
    pub id: String,
    /// The rules in force.
    pub now: Rules,
    /// The rules that were tried.
    pub tried: Rules,
    /// The day on which both were worked out, ISO 8601.
    pub as_of: String,
    /// Everybody.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub claimants: u64,
    /// Those for whom an axis, a flag or a tag would change.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub moved: u64,
    /// Those who would stay where they are, for other reasons or in other words.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub reasons_only: u64,
    /// How many stand where now and how many would, for each part of the answer in which somebody would move.
    pub counts: Vec<Place>,
    /// From what to what, because of which rules, and how many: by axis, the most frequent first.
    pub moves: Vec<MoveCount>,
    /// What to know before these rules are adopted; often empty.
    pub warnings: Vec<String>,
}

pub(crate) fn run(context: Context<'_>, input: Run) -> Result<Applied<WhatIf>> {
    let open = context.app.open_matter()?;
    let candidate = Candidate::read(&open, input.rules.as_ref(), input.incident_date.as_deref())?;
    let (today, label) = (context.app.clock().today(), "Trying the rules");
    let total = open.matter.read(store::total)?;
    let mut tally = Tally::default();
    context.job.step(0, total, label)?;
    everyone(&open, &candidate.profile, today, |found| {
        let kept = |pattern| Ok(open.matter.read(|reader| shared(reader, pattern))?);
        tally.count(found.number.0, &found.answer, found.standing, kept)?;
        if tally.looked_at.is_multiple_of(STEP) {
            context.job.step(tally.looked_at, total, label)?;
        }
        Ok(())
    })?;
    context.job.step(tally.looked_at, tally.looked_at, label)?;
    let mut warnings = Vec::new();
    if candidate.rival(&open)?.is_some() {
        let rules = &candidate.profile.rules;
        let values = [("id", rules.id.as_str()), ("version", &rules.version.to_string())];
        warnings.push(text::text("whatif-same-version", &values));
    }
    let id = context.app.clock().id().to_string();
    let tried = Tried::new(id, tally, &candidate.profile, &open.choices);
    let choices = Choices::of(&candidate.profile);
    let labels = Labels { tried: &choices, now: &open.choices };
    let moves = tried.counts();
    let view = WhatIf {
        counts: open.matter.read(|reader| places(reader, &moves, &labels))?,
        id: tried.id.clone(),
        now: Rules::of(&open.profile),
        tried: tried.rules.clone(),
        as_of: today.to_string(),
        claimants: tried.looked_at(),
        moved: tried.moved(),
        reasons_only: tried.reasons_only(),
        moves,
        warnings,
    };
    open.session.set_tried(Some(Arc::new(tried)))?;
    Ok(Applied::unchanged(view))
}
