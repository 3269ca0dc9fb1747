//! Answers for every claimant, worked out on all cores.

use jiff::civil::Date;
use joinder_domain::classification::{GradedNotice, Input, classify};
use joinder_domain::id::ClaimantNumber;
use joinder_domain::profile::Profile;
use joinder_store::classification::{InForce, Packed, Packer, Standing, in_force};
use joinder_store::{Reader, claimant as store, evidence as items};

use super::group::Everybody;
use super::lanes::in_order;
use super::one::graded;
use crate::app::OpenMatter;
use crate::error::{Error, Result};

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
    let answer = |packer: &mut Packer, reader: &Reader<'_>, one: &Looked<'_>| {
        let answer = packer.pack(classify(&one.input, profile))?;
        let standing = packer.standing(reader, one.in_force, &answer)?;
        Ok(Found { number: one.number, evidence: one.input.evidence.to_vec(), answer, standing })
    };
    each(open, today, answer, then)
}

/// A claimant who is looked at among all.
pub(crate) struct Looked<'l> {
    /// Whose number.
    pub number: ClaimantNumber,
    /// What a classification is made from.
    pub input: Input<'l>,
    /// The answer in force, where there is one.
    pub in_force: Option<&'l InForce>,
}

/// Works something out for every claimant, on all cores, and hands each result to `then`, in order of numbers.
///
/// # Errors
/// Those of the store and of `of`; what `then` refuses.
pub(crate) fn each<T: Send>(
    open: &OpenMatter,
    today: Date,
    of: impl Fn(&mut Packer, &Reader<'_>, &Looked<'_>) -> Result<T> + Sync,
    then: impl FnMut(T) -> Result<()>,
) -> Result<()> {
    let numbers = open.numbers()?;
    let (group, holding) =
        open.matter.read(|reader| Ok::<_, Error>((Everybody::read(reader)?, items::holders(reader)?)))?;
    let work = |packer: &mut Packer, block: &[u32]| {
        let (Some(first), Some(last)) = (block.first(), block.last()) else { return Ok(Vec::new()) };
        let (first, last) = (ClaimantNumber(*first), ClaimantNumber(*last));
        open.matter.read(|reader| {
            let mut found = Vec::with_capacity(block.len());
            let answers = in_force(reader, first, last)?;
            let mut answers = answers.iter().peekable();
            let before = ClaimantNumber(first.0.saturating_sub(1));
            for stored in store::after(reader, Some(before), block.len())? {
                let (number, claimant) = (stored.number, &stored.claimant);
                if number > last {
                    break;
                }
                let evidence = if holding.contains(&number) {
                    graded(reader, open, claimant, number)?
                } else {
                    Vec::new()
                };
                let input = Input { claimant, evidence: &evidence, today, group: group.facts(number) };
                while answers.next_if(|answer| answer.number < number).is_some() {}
                let in_force = answers.next_if(|answer| answer.number == number);
                found.push(of(packer, reader, &Looked { number, input, in_force })?);
            }
            Ok(found)
        })
    };
    in_order(&numbers, work, then)
}
