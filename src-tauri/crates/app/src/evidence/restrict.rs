//! Items that hold details which only some roles see: a doctor's letter, a decision of a disciplinary body.

use joinder_domain::id::EvidenceId;
use joinder_store::Op;
use joinder_store::evidence as store;
use serde::{Deserialize, Serialize};

use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::restricted::refuse_item;
use crate::undo::{Undo, What};

/// What an item holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "EvidenceRestrict"))]
pub struct Restrict {
    /// The item.
    pub id: String,
    /// The kind of detail, as the profile calls it; empty for none that is for some roles only.
    pub kind: String,
}

pub(crate) fn restrict(context: Context<'_>, input: Restrict) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let id: EvidenceId = input.id.parse().map_err(|_| Error::new("no-such-evidence"))?;
    let known = open.profile.workflow.restricted.iter().any(|kind| kind.label == input.kind);
    if !input.kind.is_empty() && !known {
        return Err(Error::with("no-such-kind", &[("found", &input.kind)]));
    }
    let done = open.write(Op("evidence.restrict"), context.app.clock().now(), |tx| {
        let item = store::get(tx, id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
        // Anybody may close an item; who does not see it does not open it again.
        refuse_item(&open, &item)?;
        store::restrict(tx, id, &input.kind)?;
        Ok::<_, Error>(item)
    })?;
    let item = done.output;
    if item.restricted != input.kind {
        let what = What::Restricted { id, before: item.restricted, after: input.kind };
        open.session.remember(Undo::new("undo-evidence-restricted", &[("name", &item.name)], what))?;
    }
    Ok(Applied::stored(Nothing {}, &done.changes))
}
