//! Answers for every claimant, worked out on all cores.

use jiff::civil::Date;
use joinder_domain::classification::{GradedNotice, GroupFacts, Input, classify};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::profile::Profile;
use joinder_store::classification::{Packed, Packer, Standing, standing};
use joinder_store::{Reader, claimant as store};

use super::lanes::in_order;
use super::one::graded;
use crate::app::OpenMatter;
use crate::error::Result;

/// The answer for one claimant.
pub(crate) struct Found {
    /// Whose.
    pub number: ClaimantNumber,
    /// The evidence it rests on, graded anew.
    pub evidence: Vec<GradedNotice>,
    /// The answer.
    pub answer: Packed,
    /// How it stands to the one in force.
    pub standing: Standing,
}

/// Works out the answer of every claimant under `profile`, which need not be the one in force, and hands each to
/// `then`, in order of numbers.
///
/// # Errors
/// Those of the store; what `then` refuses.
pub(crate) fn everyone(
    open: &OpenMatter,
    profile: &Profile,
    today: Date,
    then: impl FnMut(Found) -> Result<()>,
) -> Result<()> {
    let answer = |packer: &mut Packer, reader: &Reader<'_>, number, input: &Input<'_>| {
        let answer = packer.pack(classify(input, profile))?;
        let standing = standing(reader, number, &answer)?;
        Ok(Found { number, evidence: input.evidence.to_vec(), answer, standing })
    };
    each(open, today, answer, then)
}

/// Works something out for every claimant, on all cores, and hands each result to `then`, in order of numbers.
///
/// # Errors
/// Those of the store and of `of`; what `then` refuses.
pub(crate) fn each<T: Send>(
    open: &OpenMatter,
    today: Date,
    of: impl Fn(&mut Packer, &Reader<'_>, ClaimantNumber, &Input<'_>) -> Result<T> + Sync,
    then: impl FnMut(T) -> Result<()>,
) -> Result<()> {
    let numbers = open.numbers()?;
    let sharing = open.matter.read(store::sharing_an_address)?;
    let work = |packer: &mut Packer, block: &[u32]| {
        open.matter.read(|reader| {
            let mut found = Vec::with_capacity(block.len());
            for stored in stored(reader, block)? {
                let (number, claimant) = (stored.number, &stored.claimant);
                let evidence = graded(reader, open, claimant, number)?;
                let mailbox_shared = sharing.contains(&number);
                let group = GroupFacts { mailbox_shared, ..GroupFacts::default() };
                let input = Input { claimant, evidence: &evidence, today, group };
                found.push(of(packer, reader, number, &input)?);
            }
            Ok(found)
        })
    };
    in_order(&numbers, work, then)
}

/// The claimants of a block of numbers, all that there are between its first and its last.
fn stored(reader: &Reader<'_>, block: &[u32]) -> Result<Vec<store::Stored>> {
    let (Some(first), Some(last)) = (block.first(), block.last()) else { return Ok(Vec::new()) };
    let before = ClaimantNumber(first.saturating_sub(1));
    let mut stored = store::after(reader, Some(before), block.len())?;
    stored.retain(|stored| stored.number.0 <= *last);
    Ok(stored)
}
