//! Items found by what is known of them.

use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence::{self as store, Which};
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::restricted;

/// Which items to find; what is not said does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceFind"))]
#[serde(default)]
pub struct Find {
    /// Words that all stand in its name, headers, text or what OCR read; letter case does not matter.
    pub text: String,
    /// Whose they are.
    pub claimant: Option<u32>,
    /// `unassigned` or `set-aside`.
    pub state: Option<String>,
}

/// Ids of the items that match, in the order in which they were received.
pub(crate) fn find(context: Context<'_>, input: Find) -> Result<Applied<Vec<String>>> {
    let open = context.app.open_matter()?;
    let which = match (input.claimant, input.state.as_deref()) {
        (Some(number), _) => Which::Of(ClaimantNumber(number)),
        (None, Some("unassigned")) => Which::Unassigned,
        (None, Some("set-aside")) => Which::SetAside,
        (None, _) => Which::All,
    };
    let words: Vec<String> = input.text.split_whitespace().map(str::to_lowercase).collect();
    let found = open.matter.read(|reader| {
        let mut found = store::find(reader, which, &words)?;
        // What somebody does not see is found by no word of it.
        if !words.is_empty() && restricted::any_closed(&open) {
            let mut seen = Vec::with_capacity(found.len());
            for id in found {
                let item = store::get(reader, id)?;
                seen.extend(
                    item.filter(|item| !restricted::hides(&open, &item.restricted)).map(|item| item.id),
                );
            }
            found = seen;
        }
        Ok::<_, Error>(found)
    })?;
    Ok(Applied::unchanged(found.into_iter().map(|id| id.to_string()).collect()))
}
