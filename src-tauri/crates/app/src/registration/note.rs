//! Who goes through the questions with the claimant.

use joinder_packet::Assisted;
use joinder_store::Op;
use serde::{Deserialize, Serialize};

use super::get::{View, saved};
use super::kept::Kept;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

/// Who goes through the questions with the claimant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationHelper"))]
pub struct Helper {
    /// The name; empty when nobody does.
    pub name: String,
    /// How: `phone`, `meeting`, `home` or other words.
    pub how: String,
}

pub(crate) fn helper(context: Context<'_>, input: Helper) -> Result<Applied<View>> {
    let open = context.app.open_matter()?;
    let clock = context.app.clock();
    let (name, how) = (input.name.trim(), input.how.trim());
    if !name.is_empty() && how.is_empty() {
        return Err(Error::new("helper-how"));
    }
    let done = open.write(Op("registration.helper"), clock.now(), |tx| {
        let mut kept = Kept::load(tx)?;
        kept.helper = (!name.is_empty()).then(|| Assisted { name: name.to_owned(), how: how.to_owned() });
        kept.save(tx)
    })?;
    saved(&open, clock, &done.changes)
}
