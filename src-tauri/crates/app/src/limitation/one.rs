//! One claimant's clocks.

use joinder_domain::classification::Input;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::limitation::{Limitation, limitation};
use joinder_store::claimant as store;

use crate::claimant::Number;
use crate::classification::{graded, group_facts};
use crate::command::{Applied, Context};
use crate::error::{Error, Result};

pub(crate) fn get(context: Context<'_>, input: Number) -> Result<Applied<Limitation>> {
    let open = context.app.open_matter()?;
    let (number, today) = (ClaimantNumber(input.number), context.app.clock().today());
    let found = open.matter.read(|reader| {
        let stored = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let evidence = graded(reader, &open, &stored.claimant, number)?;
        let group = group_facts(reader, number, &stored.claimant)?;
        let input = Input { claimant: &stored.claimant, evidence: &evidence, today, group };
        Ok::<_, Error>(limitation(&input, &open.profile))
    })?;
    Ok(Applied::unchanged(found))
}
