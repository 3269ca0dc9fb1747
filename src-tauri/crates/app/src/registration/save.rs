//! One page saved and gone on from: its answers, what was said to the firm, and how everything stands then.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use joinder_store::{Op, claimant as store, draft};

use super::SELF;
use super::get::{View, draft_key, saved};
use super::kept::Kept;
use super::question::QUESTIONS;
use super::request::Answering;
use crate::claimant::{accepted, replace};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// A page to save.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationSave"))]
pub struct SavePage {
    /// The question's code.
    pub code: String,
    /// The version of the answers that the page began with.
    pub version: u32,
    /// All answers, as they are with those of the page.
    #[cfg_attr(feature = "ts", ts(as = "joinder_domain::claimant::Claimant"))]
    pub claimant: Value,
    /// What is answered to the question of the firm that led to this page.
    #[serde(default)]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Option<Answering>>"))]
    pub answer: Option<Answering>,
}

pub(crate) fn save(context: Context<'_>, input: SavePage) -> Result<Applied<View>> {
    if !QUESTIONS.iter().any(|question| question.code == input.code) {
        return Err(Error::new("no-such-question"));
    }
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let claimant = accepted(&open, clock, input.claimant)?;
    let key = draft_key(&input.code);
    let person = open.matter.actor().id;
    let typed = open.matter.read(|reader| draft::get(reader, person, &key))?.is_some();
    let done = open.write(Op("registration.save"), clock.now(), |tx| {
        let before = store::get(tx, SELF)?.ok_or_else(|| Error::new("not-a-registration"))?.claimant;
        let version = replace(tx, &open, clock, SELF, input.version, &before, &claimant)?;
        let mut kept = Kept::load(tx)?;
        let known = kept.seen.contains(&input.code);
        if !known {
            kept.seen.push(input.code.clone());
        }
        if let Some(answer) = &input.answer {
            kept.answer(answer)?;
        }
        if !known || input.answer.is_some() {
            kept.save(tx)?;
        }
        let entered = version != input.version || !known || input.answer.is_some();
        // What was typed is in the answers now; a draft is no fact, so dropping one alone is no entry in the audit.
        if typed && entered {
            draft::discard(tx, &key)?;
        }
        Ok(entered)
    })?;
    if typed && !done.output {
        open.matter.discard_draft(person, &key)?;
    }
    saved(&open, clock, &done.changes)
}
