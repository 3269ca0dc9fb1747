//! Why one claimant's answer is what it is, and why its neighbours are not.

use joinder_domain::classification::{Explained, GradedNotice, Input, explain as explained};
use joinder_domain::id::ClaimantNumber;
use joinder_store::evidence::Which;
use joinder_store::{claimant as store, classification as kept, evidence as items};

use super::group;
use crate::claimant::Number;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::restricted;
use crate::text::text;

pub(crate) fn explain(context: Context<'_>, input: Number) -> Result<Applied<Explained>> {
    let open = context.app.open_matter()?;
    let number = ClaimantNumber(input.number);
    let (stored, answer, evidence, group) = open.matter.read(|reader| {
        let stored = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
        let answer = kept::get(reader, number)?.ok_or_else(|| Error::new("not-classified"))?;
        let evidence = items::list(reader, Which::Of(number))?;
        let group = group::facts(reader, number, &stored.claimant)?;
        Ok::<_, Error>((stored, answer, evidence, group))
    })?;
    let graded = evidence.into_iter().filter_map(|item| {
        let evidence = item.id;
        item.grade.map(|grade| GradedNotice { evidence, grade })
    });
    let graded: Vec<GradedNotice> = graded.collect();
    let facts = restricted::seen(&open, &stored.claimant);
    let input = Input { claimant: &facts, evidence: &graded, today: answer.as_of, group };
    let answer = restricted::answer(&open, answer, &input);
    Ok(Applied::unchanged(explained(&input, &answer, &open.profile, &text)))
}
